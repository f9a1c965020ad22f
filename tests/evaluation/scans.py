"""Printed pages as office scanners and phones see them; the places of the words move along. Deterministic by seed."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.evaluation.model import Box, PartLabel, Spot, Truth

_Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Quality:
    """How a page is taken: dots per inch, JPEG quality, degrees of skew at most, noise and blur in pixels, paper
    seen askew."""

    dpi: int
    jpeg: int
    skew: float
    noise: float
    blur: float
    grey: bool
    photo: bool = False


QUALITIES = {
    'bersih-200': Quality(200, 85, 0.2, 2, 0.0, False),
    'kantor-200': Quality(200, 60, 1.0, 5, 0.5, False),
    'buruk-150': Quality(150, 40, 2.0, 10, 0.6, True),
    'sangat-buruk-100': Quality(100, 45, 1.5, 8, 0.4, True),
    'foto': Quality(170, 70, 1.5, 6, 0.6, False, True),
}


def scan(path: Path, parts: tuple[PartLabel, ...], quality: str, seed: str) -> tuple[PartLabel, ...]:
    """Replace the PDF by pictures of its pages; returns the parts with their places moved."""
    chosen, rng = QUALITIES[quality], Random(f'{seed}/pindai')
    document = pdfium.PdfDocument(path.read_bytes())
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    moves: dict[int, _Matrix] = {}
    for n, page in enumerate(document, 1):
        width, height = page.get_size()
        image = np.asarray(page.render(scale=chosen.dpi / 72).to_pil().convert('RGB'), np.uint8)
        image, moves[n] = _taken(image, chosen, rng)
        moves[n] = (
            np.diag([72 / chosen.dpi, 72 / chosen.dpi, 1.0])
            @ moves[n]
            @ np.diag([chosen.dpi / 72, chosen.dpi / 72, 1.0])
        )
        picture = Image.fromarray(image).convert('L') if chosen.grey else Image.fromarray(image)
        data = io.BytesIO()
        picture.save(data, 'JPEG', quality=chosen.jpeg)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(data), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    path.write_bytes(out.getvalue())
    return tuple(replace(part, truths=tuple(moved(truth, moves) for truth in part.truths)) for part in parts)


def _taken(image: NDArray[np.uint8], quality: Quality, rng: Random) -> tuple[NDArray[np.uint8], _Matrix]:
    """The page's picture and the matrix (pixels to pixels) that moved it."""
    height, width = image.shape[:2]
    angle = rng.choice((-1, 1)) * quality.skew * rng.uniform(0.5, 1.0)
    matrix = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]]).astype(np.float64)
    ground = (246, 246, 244)
    if quality.photo:
        matrix = _perspective(width, height, rng) @ matrix
        ground = (88, 70, 58)
    moved = cv2.warpPerspective(
        image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=ground
    )
    if quality.blur:
        moved = cv2.GaussianBlur(moved, (0, 0), quality.blur * quality.dpi / 200)
    noise = np.random.default_rng(rng.getrandbits(32))
    light = _light(height, width, rng, 0.32 if quality.photo else 0.06)
    grain = noise.normal(0, quality.noise, (height, width, 1)).astype(np.float32)
    seen = np.clip(moved.astype(np.float32) * light + grain, 0, 255).astype(np.uint8)
    return seen, matrix


def _perspective(width: int, height: int, rng: Random) -> _Matrix:
    """A sheet on a desk seen from slightly below its middle: corners move inward by up to five percent."""

    def inward(share: float) -> float:
        return rng.uniform(0.01, 0.05) * share

    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    target = np.array(
        [
            [inward(width), inward(height)],
            [width - inward(width), inward(height)],
            [width - inward(width), height - inward(height)],
            [inward(width), height - inward(height)],
        ],
        np.float32,
    )
    return cv2.getPerspectiveTransform(source, target).astype(np.float64)


def _light(height: int, width: int, rng: Random, depth: float) -> NDArray[np.float32]:
    """Uneven light: brighter towards one corner."""
    x, y = rng.uniform(0, 1), rng.uniform(0, 1)
    rows, columns = (
        np.linspace(0, 1, height, dtype=np.float32)[:, None],
        np.linspace(0, 1, width, dtype=np.float32)[None, :],
    )
    distance = np.sqrt((columns - x) ** 2 + (rows - y) ** 2) / 1.5
    return (1 - depth * distance)[:, :, None].astype(np.float32)


def moved(truth: Truth, moves: dict[int, _Matrix]) -> Truth:
    """The truth with its boxes moved by the matrix of their page, points to points."""
    return replace(
        truth, spots=tuple(Spot(spot.page, through(spot.box, moves[spot.page]), spot.text) for spot in truth.spots)
    )


def through(box: Box, matrix: _Matrix) -> Box:
    """The upright box around the four moved corners."""
    corners = np.array([[[box[0], box[1]], [box[2], box[1]], [box[2], box[3]], [box[0], box[3]]]], np.float64)
    moved = cv2.perspectiveTransform(corners, matrix)[0]
    return tuple(round(float(value), 1) for value in (*moved.min(axis=0), *moved.max(axis=0)))  # type: ignore[return-value]

"""What scanners, copiers, fax machines and phones make of a printed page. Deterministic by the numbers drawn."""

from __future__ import annotations

import io
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.evaluation.looks import Look
from tests.evaluation.pictures import png

Pixels = NDArray[np.uint8]
Matrix = NDArray[np.float64]

_PAPER = 247
_DESKS = ((88, 70, 58), (60, 62, 66), (150, 132, 110), (34, 30, 30))
_MM = 1 / 25.4
"""Inches."""


def taken(sheet: Pixels, look: Look, rng: Random, back: Pixels | None = None) -> tuple[Pixels, Matrix]:
    """The picture of a sheet, (height, width, 3) or (height, width), black and white as 0 and 255; and the matrix,
    pixels to pixels, that moved its words. `back`: what is printed on the other side."""
    image: Pixels = sheet if look.colour else _grey(sheet)
    if look.bleed:
        image = _with_back(image, sheet if back is None else back, look.bleed)
    if look.stamp:
        image = _with_stamp(image, look, rng)
    if look.holes:
        image = _with_holes(image, look, rng)
    for _ in range(look.generations):
        image = _copied(image, look, rng)
    if look.ruin:
        image = _ruined(image, look, rng)
    image, matrix = _laid(image, look, rng)
    return _seen(image, look, rng), matrix


def _grey(image: Pixels) -> Pixels:
    return cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.uint8)


def _with_back(image: Pixels, back: Pixels, share: float) -> Pixels:
    through = cv2.GaussianBlur(cv2.resize(_grey(back)[:, ::-1], image.shape[1::-1]), (0, 0), 1.2)
    ink = (255 - through.astype(np.float32)) * share
    return np.clip(image - (ink[:, :, None] if image.ndim == 3 else ink), 0, 255).astype(np.uint8)


def _with_stamp(image: Pixels, look: Look, rng: Random) -> Pixels:
    """Ink that lets the print shine through, in the upper part of the page: never on a signer's block."""
    drawn = Image.open(io.BytesIO(png('stamp', rng.getrandbits(20))))
    side = round(look.dpi * rng.uniform(28, 40) * _MM)
    alpha = np.asarray(drawn.resize((side, side)).getchannel('A'), np.float32)[:, :, None] / 255
    ink = np.asarray(rng.choice(((95, 50, 150), (40, 50, 140), (150, 40, 60))), np.float32) / 255
    height, width = image.shape[:2]
    y, x = round(rng.uniform(0.03, 0.2) * height), round(rng.uniform(0.1, 0.85) * (width - side))
    mask = 1 - 0.8 * alpha * (1 - ink)
    there = image[y : y + side, x : x + side]
    mask = mask[: there.shape[0], : there.shape[1]]
    image = image.copy()
    image[y : y + side, x : x + side] = there * (mask if image.ndim == 3 else mask.mean(axis=2))
    return image


def _with_holes(image: Pixels, look: Look, rng: Random) -> Pixels:
    """Two holes of 5.5 mm, 80 mm apart, in the left margin, with the dark of the lid behind."""
    image = image.copy()
    middle, across = image.shape[0] / 2, look.dpi * rng.uniform(9, 11) * _MM
    shade = rng.randint(20, 120)
    for side in (-1, 1):
        centre = (round(across), round(middle + side * 40 * _MM * look.dpi))
        cv2.circle(image, centre, round(2.75 * _MM * look.dpi), (shade,) * 3, -1, cv2.LINE_AA)
    return image


def _copied(image: Pixels, look: Look, rng: Random) -> Pixels:
    """Once through a copier: softer, then harder, with toner where none should be and gaps where it should."""
    soft = cv2.GaussianBlur(image, (0, 0), 0.7 * look.dpi / 200).astype(np.float32)
    hard = 255 / (1 + np.exp(-(soft - rng.uniform(125, 165)) / rng.uniform(16, 28)))
    noise = np.random.default_rng(rng.getrandbits(32))
    specks = noise.random(image.shape[:2], np.float32)
    specks = cv2.GaussianBlur(specks, (0, 0), look.dpi / 200).astype(np.float32)
    level = float(np.quantile(specks[::8, ::8], rng.uniform(0.9990, 0.9998)))
    hard[specks > level] = 40
    hard[specks < 1 - level] = 255
    out: Pixels = np.clip(hard, 0, 255).astype(np.uint8)
    return out


def _ruined(image: Pixels, look: Look, rng: Random) -> Pixels:
    """What no person can read: letters of 14 pt are gone."""
    point = look.dpi / 72
    if look.ruin == 'shaken':
        kernel = np.zeros((round(30 * point),) * 2, np.float32)
        end = kernel.shape[0] - 1
        cv2.line(kernel, (0, rng.randint(0, end)), (end, rng.randint(0, end)), 1.0)
        return cv2.GaussianBlur(cv2.filter2D(image, -1, kernel / kernel.sum()), (0, 0), 2.5 * point).astype(np.uint8)
    if look.ruin == 'coarse':
        small = cv2.resize(image, None, fx=14 / look.dpi, fy=14 / look.dpi, interpolation=cv2.INTER_AREA)
        return cv2.resize(small, image.shape[1::-1], interpolation=cv2.INTER_LINEAR).astype(np.uint8)
    if look.ruin == 'dark':
        dim = image * np.float32(0.012) + np.random.default_rng(rng.getrandbits(32)).normal(20, 7, image.shape)
        return np.clip(dim, 0, 255).astype(np.uint8)
    return cv2.GaussianBlur(image, (0, 0), rng.uniform(5, 7) * point).astype(np.uint8)


def _laid(image: Pixels, look: Look, rng: Random) -> tuple[Pixels, Matrix]:
    """On the glass or under the camera: turned by the skew, seen in perspective, on its ground."""
    height, width = image.shape[:2]
    matrix = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), look.skew, 1.0), [0, 0, 1]])
    matrix = matrix.astype(np.float64)
    ground = (_PAPER,) * 3
    if look.device == 'phone':
        matrix, ground = _perspective(width, height, rng) @ matrix, rng.choice(_DESKS)
    elif look.device == 'app':  # the app has found the corners, not quite
        matrix = _perspective(width, height, rng, 0.012, 0.0) @ matrix
    elif look.edges:
        ground = (rng.randint(15, 60),) * 3
        shift = (rng.uniform(-2, 2) * _MM * look.dpi, rng.uniform(-2, 2) * _MM * look.dpi)
        inset = [[0.985, 0, 0.0075 * width + shift[0]], [0, 0.985, 0.0075 * height + shift[1]], [0, 0, 1]]
        matrix = np.array(inset) @ matrix
    return _warped(image, matrix, ground), matrix


def _warped(image: Pixels, matrix: Matrix, ground: tuple[int, ...]) -> Pixels:
    fill = ground if image.ndim == 3 else ground[:1]
    moved = cv2.warpPerspective(
        image, matrix, image.shape[1::-1], flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=fill
    )
    return moved.astype(np.uint8)


def _perspective(width: int, height: int, rng: Random, most: float = 0.055, least: float = 0.01) -> Matrix:
    """Each corner moves inward by its own share of width and height."""

    def inward(side: float) -> float:
        return rng.uniform(least, most) * side

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


def _seen(image: Pixels, look: Look, rng: Random) -> Pixels:
    """Lens, light, sensor, and what the device does to the picture afterwards."""
    noise = np.random.default_rng(rng.getrandbits(32))
    scale = look.dpi / 200
    height, width = image.shape[:2]
    seen = cv2.GaussianBlur(image, (0, 0), max(0.2, look.blur * scale)).astype(np.float32)
    seen = 255 - (255 - seen) * look.contrast - rng.uniform(0, 14)
    light = _light(height, width, rng, look.device)
    seen *= light[:, :, None] if seen.ndim == 3 else light
    for _ in range(look.streaks):
        x, shade = rng.randrange(width), rng.uniform(-70, 40)
        seen[:, x : x + max(1, round(rng.uniform(0.5, 2) * scale))] += shade
    grain = np.clip(noise.standard_normal((height, width), np.float32) * look.noise, -60, 60)
    seen += grain[:, :, None] if seen.ndim == 3 else grain
    out = np.clip(seen, 0, 255).astype(np.uint8)
    if look.device == 'app':
        return _enhanced(out, look)
    if look.device in ('bilevel', 'fax'):
        return _black_and_white(out, look, rng, noise)
    return out


def _light(height: int, width: int, rng: Random, device: str) -> NDArray[np.float32]:
    """Uneven light; on photos deeper, with the shadow of a hand or phone that ends softly."""
    depth = rng.uniform(0.15, 0.35) if device in ('phone', 'app') else rng.uniform(0, 0.06)
    x, y = rng.uniform(0, 1), rng.uniform(0, 1)
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    columns = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    light = 1 - depth * np.sqrt((columns - x) ** 2 + (rows - y) ** 2) / 1.5
    if device in ('phone', 'app') and rng.random() < 0.5:
        slope, at, soft = rng.uniform(-1, 1), rng.uniform(0.2, 0.8), rng.uniform(0.01, 0.06)
        edge = np.clip((rows + slope * (columns - 0.5) - at) / soft, -20, 20)
        light *= 1 - rng.uniform(0.15, 0.4) / (1 + np.exp(-edge))
    return light.astype(np.float32)


def _enhanced(image: Pixels, look: Look) -> Pixels:
    """As scanning apps do: the ground made white, the print dark, edges sharpened."""
    grey = image if image.ndim == 2 else _grey(image)
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    ground = cv2.GaussianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), (0, 0), 4)
    ground = np.maximum(cv2.resize(ground, grey.shape[1::-1]), 30).astype(np.float32)
    flat = image.astype(np.float32) / (ground[:, :, None] if image.ndim == 3 else ground)
    sharp = flat + 0.8 * (flat - cv2.GaussianBlur(flat, (0, 0), 1.5 * look.dpi / 150))
    return np.clip((sharp - 0.25) / 0.65 * 255, 0, 255).astype(np.uint8)


def _black_and_white(image: Pixels, look: Look, rng: Random, noise: np.random.Generator) -> Pixels:
    grey = image if image.ndim == 2 else _grey(image)
    found, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    bits = np.where(grey > found + rng.uniform(-15, 20), 255, 0).astype(np.uint8)
    if look.device == 'fax':
        dirt = noise.random(bits.shape, np.float32)
        bits[dirt < 0.0006] = 0
        bits[dirt > 0.9985] = 255
        for _ in range(rng.randint(0, 4)):  # lines lost on the way: the one above is repeated
            y = rng.randrange(1, bits.shape[0])
            bits[y : y + 2] = bits[y - 1]
    return bits

"""How a printed and signed page comes to the portal: scanner, copier, fax-like bilevel, phone. Boxes move along."""

from __future__ import annotations

import io
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.signatures.pens import Rng
from tests.signatures.sheets import DPI, Rgb

Matrix = NDArray[np.float64]
Look = Callable[[Rng, Rgb, int], tuple[Rgb, Matrix]]


def office(rng: Rng, page: Rgb, dpi: int) -> tuple[Rgb, Matrix]:
    """A flatbed or feeder: slight skew, grain, JPEG; in colour or grey."""
    image, matrix = _turned(rng, page, dpi, 1.5)
    image = _soft(rng, image, 0.9 * dpi / 200)
    image = _grain(rng, image, rng.uniform(1, 9))
    image = _toned(image, rng.uniform(0.85, 1.25), rng.uniform(-6, 14))
    if rng.random() < 0.55:
        image = _grey(image)
    return _jpeg(image, int(rng.integers(30, 86))), matrix


def copier(rng: Rng, page: Rgb, dpi: int) -> tuple[Rgb, Matrix]:
    """A copy of a copy: steep contrast, toner specks, dark edges; always grey."""
    image, matrix = _turned(rng, page, dpi, 2.0)
    image = _soft(rng, _grey(image), 1.2 * dpi / 200)
    image = _toned(image, rng.uniform(1.3, 2.6), rng.uniform(-50, 10))
    specks = rng.random(image.shape[:2]) < rng.uniform(0, 0.0008)
    image[cv2.dilate(specks.astype(np.uint8), np.ones((2, 2), np.uint8)) > 0] = int(rng.integers(0, 90))
    if rng.random() < 0.4:
        image[:, : int(rng.integers(2, 18))] = int(rng.integers(0, 80))
    return _jpeg(_grain(rng, image, rng.uniform(0, 5)), int(rng.integers(30, 80))), matrix


def bilevel(rng: Rng, page: Rgb, dpi: int) -> tuple[Rgb, Matrix]:
    """Black and white without greys, as fax modes and small files have; ragged edges."""
    image, matrix = _turned(rng, page, dpi, 1.5)
    grey = _grain(rng, _soft(rng, _grey(image), 0.7), rng.uniform(2, 14))[..., 0]
    black = grey < rng.uniform(110, 190)
    return np.repeat(np.where(black, 0, 255).astype(np.uint8)[..., None], 3, axis=2), matrix


def photo(rng: Rng, page: Rgb, dpi: int) -> tuple[Rgb, Matrix]:
    """A phone over a desk: light from one side, a shadow, colour cast, blur, perspective."""
    h, w = page.shape[:2]
    source = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32)
    target = source + rng.uniform(-0.02, 0.02, (4, 2)).astype(np.float32) * np.array([w, h], np.float32)
    matrix = cv2.getPerspectiveTransform(source, target.astype(np.float32)).astype(np.float64)
    image = cv2.warpPerspective(page, matrix, (w, h), flags=cv2.INTER_LINEAR, borderValue=(150, 140, 130))
    image, shrink = _sized(np.asarray(image, np.uint8), dpi)
    rows, columns = np.mgrid[0 : image.shape[0], 0 : image.shape[1]].astype(np.float32)
    far = np.hypot(rows / image.shape[0] - rng.uniform(0, 1), columns / image.shape[1] - rng.uniform(0, 1))
    light = (1.02 - rng.uniform(0.1, 0.5) * far)[..., None] * (1 + rng.normal(0, 0.05, 3))
    if rng.random() < 0.4:
        edge = (rows * rng.normal() + columns * rng.normal()) > rng.normal() * image.shape[0] / 2
        light *= np.where(
            cv2.GaussianBlur(edge.astype(np.float32), (0, 0), 25)[..., None] > 0.5, rng.uniform(0.6, 0.85), 1
        )
    image = np.clip(image * light, 0, 255).astype(np.uint8)
    image = _grain(rng, _soft(rng, image, 1.3 * dpi / 200), rng.uniform(2, 9))
    return _jpeg(image, int(rng.integers(50, 90))), shrink @ matrix


LOOKS: dict[str, Look] = {'office': office, 'copier': copier, 'bilevel': bilevel, 'photo': photo}


def _sized(page: Rgb, dpi: int) -> tuple[Rgb, Matrix]:
    factor = dpi / DPI
    size = (round(page.shape[1] * factor), round(page.shape[0] * factor))
    method = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(page, size, interpolation=method), np.uint8), np.diag([factor, factor, 1.0])


def _turned(rng: Rng, page: Rgb, dpi: int, most: float) -> tuple[Rgb, Matrix]:
    """At `dpi`, skewed by at most so many degrees."""
    image, matrix = _sized(page, dpi)
    h, w = image.shape[:2]
    turn = np.vstack([cv2.getRotationMatrix2D((w / 2, h / 2), float(rng.uniform(-most, most)), 1.0), [0, 0, 1]])
    moved = cv2.warpPerspective(image, turn, (w, h), flags=cv2.INTER_LINEAR, borderValue=(250, 250, 249))
    return np.asarray(moved, np.uint8), turn @ matrix


def _soft(rng: Rng, image: Rgb, most: float) -> Rgb:
    sigma = float(rng.uniform(0, max(0.05, most)))
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), np.uint8) if sigma > 0.25 else image


def _grain(rng: Rng, image: Rgb, sigma: float) -> Rgb:
    noise = rng.normal(0, sigma, (*image.shape[:2], 1)).astype(np.float32)
    return np.asarray(np.clip(image.astype(np.float32) + noise, 0, 255), np.uint8)


def _toned(image: Rgb, contrast: float, lift: float) -> Rgb:
    return np.asarray(np.clip((image.astype(np.float32) - 235) * contrast + 235 + lift, 0, 255), np.uint8)


def _grey(image: Rgb) -> Rgb:
    return np.repeat(np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), np.uint8)[..., None], 3, axis=2)


def _jpeg(image: Rgb, quality: int) -> Rgb:
    out = io.BytesIO()
    Image.fromarray(image).save(out, 'JPEG', quality=quality)
    return np.array(Image.open(out).convert('RGB'), np.uint8)

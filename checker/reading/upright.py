"""The small turns that make a scanned page straight, and the way of its boxes back to the page as displayed.

Knows only images and boxes; which way up a page reads is decided by `ocr`, which can read.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.model import Box, Floats
from checker.reading import ink

Gray = NDArray[np.uint8]

CROOKED = 5.0
"""Degrees looked at in straightening: feeders skew up to 2, hand-laid copies up to 4."""


@dataclass(frozen=True, slots=True)
class Straight:
    image: Gray
    angle: float
    """Degrees that the image was turned counterclockwise to be straight."""


def straightened(even: Gray) -> Straight:
    """The evenly lit page with its text lines level; pages that are nearly straight stay as they are."""
    angle = _angle(even)
    if abs(angle) < 0.25:
        return Straight(even, 0.0)
    height, width = even.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(even, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=255)
    return Straight(np.asarray(turned, np.uint8), angle)


def _angle(even: Gray) -> float:
    """Degrees of counterclockwise turn that make the text lines level: there rows are either full or empty."""
    small = ink.dark(np.asarray(cv2.resize(even, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8))
    ys, xs = np.nonzero(small)
    if len(ys) < 200:
        return 0.0
    step = max(1, len(ys) // 40_000)
    ys, xs = ys[::step].astype(np.float32), xs[::step].astype(np.float32)

    def sharpness(degrees: float) -> float:
        rows = ys - xs * np.float32(np.tan(np.radians(degrees)))
        counts = np.bincount((rows - rows.min()).astype(np.int32))
        return float((np.diff(counts.astype(np.float64)) ** 2).sum())
    coarse = max(np.arange(-CROOKED, CROOKED + 0.01, 0.5), key=sharpness)
    best = float(max(coarse + np.arange(-0.4, 0.41, 0.1), key=sharpness))
    return best if sharpness(best) > 1.1 * sharpness(0.0) else 0.0


@dataclass(frozen=True, slots=True)
class Back:
    """The way from the image that was read to the page as displayed, in points."""

    angle: float
    turn: int
    size: tuple[float, float]
    page: tuple[float, float]

    def boxes(self, boxes: Floats) -> Floats:
        """(N, 4) boxes on the page; empty boxes stay empty."""
        if not len(boxes):
            return boxes
        real = (boxes[:, 2] > boxes[:, 0])[:, None]
        cx, cy = (boxes[:, 0] + boxes[:, 2]) / 2 - self.size[0] / 2, (boxes[:, 1] + boxes[:, 3]) / 2 - self.size[1] / 2
        w, h = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
        sin, cos = np.sin(np.radians(self.angle)), np.cos(np.radians(self.angle))
        cx, cy = cx * cos - cy * sin, cx * sin + cy * cos
        for _quarter in range(self.turn):
            cx, cy, w, h = cy, -cx, h, w
        long = max(self.page) / max(self.size)
        cx, cy, w, h = cx * long + self.page[0] / 2, cy * long + self.page[1] / 2, w * long, h * long
        moved = np.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2], axis=1)
        limits = np.array([*self.page, *self.page], np.float32)
        return np.where(real, np.clip(moved, 0, limits), 0).astype(np.float32)

    def box(self, box: Box) -> Box:
        x0, y0, x1, y1 = (round(float(value), 1) for value in self.boxes(np.array([box], np.float32))[0])
        return (x0, y0, x1, y1)

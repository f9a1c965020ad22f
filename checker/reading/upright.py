"""The small turns that make a scanned page straight, and where it then lies on the page as displayed.

Knows only images; which way up a page reads is decided by `ocr`, which can read.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.model import Pose
from checker.poses import matrix_of
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


def pose_of(angle: float, turn: int, read: tuple[float, float], shown: tuple[float, float]) -> Pose | None:
    """Where a page read after `turn` quarter turns clockwise and `angle` degrees counterclockwise lies as displayed.

    `read`, `shown`: its width and height either way, points; they differ also where a picture claims another size than
    it was read at. None where nothing is to be done.
    """
    long = max(shown) / max(read)
    if not turn and not angle and abs(long - 1) < 1e-3:
        return None
    sin, cos = np.sin(np.radians(angle)), np.cos(np.radians(angle))
    way = long * np.array([[cos, -sin], [sin, cos]])
    for _quarter in range(turn):
        way = np.array([[0, 1], [-1, 0]]) @ way
    middle = np.array(shown) / 2 - way @ (np.array(read) / 2)
    matrix = np.vstack([np.column_stack([way, middle]), [0, 0, 1]])
    return Pose(read, shown, tuple(round(float(value), 9) for value in matrix.ravel()))


def laid_upright(picture: NDArray[np.uint8], shown_width: float, pose: Pose | None) -> tuple[NDArray[np.uint8], float]:
    """The picture of a page as displayed, laid as the page was read; and its width then, in points."""
    if pose is None:
        return picture, shown_width
    given = picture.shape[1] / shown_width
    scale = given * max(pose.shown) / max(pose.read)
    matrix = np.diag([given, given, 1]) @ matrix_of(pose) @ np.diag([1 / scale, 1 / scale, 1])
    size = (max(1, round(pose.read[0] * scale)), max(1, round(pose.read[1] * scale)))
    laid = cv2.warpPerspective(picture, matrix, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                               borderMode=cv2.BORDER_CONSTANT, borderValue=(255, 255, 255))
    return np.asarray(laid, np.uint8), pose.read[0]

"""The way of boxes between a page as it was read, upright and straight, and the page as displayed. Pure geometry."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checker.model import Box, Mark, Page, Pose

Matrix = NDArray[np.float64]


def matrix_of(pose: Pose) -> Matrix:
    """(3, 3): takes the page as read to the page as displayed."""
    return np.array(pose.matrix, np.float64).reshape(3, 3)


def shown_size(page: Page) -> tuple[float, float]:
    """Width and height of the page as displayed."""
    return page.pose.shown if page.pose else (page.width, page.height)


def shown(pose: Pose | None, box: Box) -> Box:
    """A box of the page as read, on the page as displayed: around its turned corners."""
    return box if pose is None else _around(matrix_of(pose), box, pose.shown)


def upright(pose: Pose | None, box: Box) -> Box:
    """The other way: a box of the page as displayed, on the page as read."""
    return box if pose is None else _around(np.asarray(np.linalg.inv(matrix_of(pose)), np.float64), box, pose.read)


def upright_mark(page: Page, mark: Mark) -> Mark:
    """A mark of the page as displayed, on the page as read."""
    return replace(mark, box=upright(page.pose, mark.box))


def _around(matrix: Matrix, box: Box, size: tuple[float, float]) -> Box:
    x0, y0, x1, y1 = box
    corners = matrix @ np.array([(x0, x1, x1, x0), (y0, y0, y1, y1), (1, 1, 1, 1)], np.float64)
    x, y = (np.clip(corners[i] / corners[2], 0, size[i]) for i in (0, 1))
    return (round(float(x.min()), 1), round(float(y.min()), 1), round(float(x.max()), 1), round(float(y.max()), 1))

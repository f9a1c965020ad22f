"""From a PDF page's own coordinates to the page as displayed, and fast calls into pdfium for many items at once.

Holds no knowledge of text or pictures. pdfium is not thread-safe: one process, one thread.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from checker.model import Box, Floats


@dataclass(frozen=True, slots=True)
class Frame:
    """The displayed part of a page: CropBox within MediaBox in user space, and the page's Rotate in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    rotate: int

    @classmethod
    def of(cls, page: Any) -> Frame:
        """Of a raw pdfium page."""
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        return cls(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page) * 90 % 360)

    @property
    def width(self) -> float:
        """As displayed, in points."""
        return self.right - self.left if self.rotate % 180 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        return self.top - self.bottom if self.rotate % 180 == 0 else self.right - self.left

    def shown(self, boxes: Floats) -> Floats:
        """User space (N, 4) left, bottom, right, top -> displayed (N, 4) x0, y0, x1, y1."""
        left, bottom, right, top = boxes.T
        turned = {
            0: (left - self.left, self.top - top, right - self.left, self.top - bottom),
            90: (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left),
            180: (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom),
            270: (self.top - top, self.right - right, self.top - bottom, self.right - left),
        }
        return np.stack(turned[self.rotate], axis=1).astype(np.float32)


def as_box(row: Floats) -> Box:
    x0, y0, x1, y1 = (round(float(value), 1) for value in row)
    return (x0, y0, x1, y1)


def direct(function: Any, result: Any, *types: Any) -> Callable[..., Any]:
    """The same pdfium function taking plain addresses: calls cost half as much as with pypdfium2's own prototypes."""
    return ctypes.CFUNCTYPE(result, *types)(address(function))


def address(handle: Any) -> int:
    """The address inside a raw pdfium handle; 0 for NULL."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


_loose_box = direct(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_bounds = direct(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, *[ctypes.c_void_p] * 5)


def char_boxes(textpage: Any, indices: Sequence[int]) -> Floats:
    """Boxes (N, 4) left, bottom, right, top in user space: the advance width by the font's height, zero on failure."""
    out = np.zeros((len(indices), 4), np.float32)
    base = out.ctypes.data
    list(map(_loose_box, repeat(address(textpage)), indices, range(base, base + 16 * len(indices), 16)))
    return out[:, [0, 3, 2, 1]]  # FS_RECTF is left, top, right, bottom


def object_boxes(objects: Sequence[int]) -> Floats:
    """Bounds (N, 4) left, bottom, right, top of page objects (addresses) in the space of their container."""
    out = np.zeros((len(objects), 4), np.float32)
    start, end = out.ctypes.data, out.ctypes.data + 16 * len(objects)
    list(map(_bounds, objects, *(range(start + 4 * k, end + 4 * k, 16) for k in range(4))))
    return out

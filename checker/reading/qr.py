"""QR codes on pages: where they stand and what they say. What they point to is never opened, only told.

Runs inside the reading child. A page is only searched where a code could be: the picture of a scan, and on other pages
the small square pictures and drawings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from checker.model import Box, Mark

Gray = NDArray[np.uint8]

SIDE: Final = (25.0, 230.0)
"""Points: codes beside signatures are 1-5 cm wide."""
SQUARE: Final = 1.25
"""Longer side to shorter; a code has 1, one with a logo or caption below it up to that."""
MOST: Final = 6
"""Pictures of a page that are looked at; pages of photos have more."""
DPI: Final = 200
"""A code of 2 cm with 45 modules has then 3.5 pixels a module."""
MARGIN: Final = 6.0
"""Points around a picture: the quiet zone may lie outside of it."""
LONGEST: Final = 300
"""Characters kept of a code; addresses of e-sign portals have 40-120."""


def in_picture(gray: Gray, width: float) -> tuple[Mark, ...]:
    """Codes on a whole page's picture; `width` of the page in points. Takes 5-40 ms at 200 dpi. Nothing where zxing-cpp
    is not installed."""
    return tuple(_decoded(gray, 0.0, 0.0, width / gray.shape[1]))


def among(page: Any, marks: Sequence[Mark], size: tuple[float, float]) -> tuple[Mark, ...]:
    """Codes in the small square pictures of an opened pypdfium2 page of `size` points."""
    squares = [mark.box for mark in marks if mark.kind in ('picture', 'drawing') and _is_square(mark.box)][:MOST]
    return tuple(found for box in squares for found in _cut(page, box, size))


def _is_square(box: Box) -> bool:
    sides = (box[2] - box[0], box[3] - box[1])
    return SIDE[0] <= min(sides) and max(sides) <= min(SIDE[1], SQUARE * min(sides))


def _cut(page: Any, box: Box, size: tuple[float, float]) -> Iterator[Mark]:
    """Only the picture's own part of the page is drawn."""
    left, top = max(0.0, box[0] - MARGIN), max(0.0, box[1] - MARGIN)
    right, bottom = max(0.0, size[0] - box[2] - MARGIN), max(0.0, size[1] - box[3] - MARGIN)
    bitmap = page.render(scale=DPI / 72, grayscale=True, may_draw_forms=True, crop=(left, bottom, right, top))
    gray = np.array(bitmap.to_numpy(), np.uint8).reshape(bitmap.height, -1)[:, :bitmap.width]
    yield from _decoded(gray, left, top, 72 / DPI)


def _decoded(gray: Gray, left: float, top: float, scale: float) -> Iterator[Mark]:
    try:
        import zxingcpp
    except ImportError:
        return
    for code in zxingcpp.read_barcodes(np.ascontiguousarray(gray), formats=zxingcpp.barcode_formats_from_str('QRCode')):
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
        xs, ys = [left + each.x * scale for each in corners], [top + each.y * scale for each in corners]
        box = (round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1))
        yield Mark('qr', box, code.text[:LONGEST])

"""What is painted on a PDF page beside text: ruled lines, pictures, drawn strokes, form fields.

Reads page objects without rendering; never reads text. Boxes are points on the displayed page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from checker.model import Box, Floats, Mark
from checker.reading.frame import Frame, address, as_box, direct, object_boxes

THIN = 2.5
"""Points. Table rules are 0.25-1.5 wide, double letterhead rules reach 2.25."""
SHORT = 5.0
"""Points. Shorter thin things are dashes and dots."""
MAX_SEGMENTS = 4_000
"""Of one path: a table of 100 rows drawn as one path has some 1,000; maps and charts have more and are no rules."""
MAX_DEPTH = 4
"""Forms inside forms that are followed; real ones stop at two."""
MAX_OBJECTS = 60_000
"""Objects of one page that are looked at; a dense cadastral map has about as many."""
STROKE_SIZE = 9.0
"""Points. Smaller curves are bullets and letters drawn as outlines."""
CURVES = 3
"""A path with fewer curved segments is a rounded box's corner or an arrow."""


_V, _I = ctypes.c_void_p, ctypes.c_int
_type = direct(pdfium.FPDFPageObj_GetType, _I, _V)
_count = direct(pdfium.FPDFPage_CountObjects, _I, _V)
_get = direct(pdfium.FPDFPage_GetObject, _V, _V, _I)
_count_inner = direct(pdfium.FPDFFormObj_CountObjects, _I, _V)
_get_inner = direct(pdfium.FPDFFormObj_GetObject, _V, _V, ctypes.c_ulong)


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """Everything found on one page. Orders are places in painting order: what has a higher one lies above."""

    rules: tuple[Box, ...]
    marks: tuple[Mark, ...]
    texts: tuple[int, ...]
    """Addresses of the text objects."""
    text_orders: NDArray[np.int64]
    text_boxes: Floats
    covers: tuple[tuple[int, Box], ...]
    """Order and box of pictures and filled areas, which can lie over text."""
    curves: int
    """Drawn paths with curves, of any size: many of them without text are letters turned into outlines."""


_Groups = dict[tuple[int, bytes], tuple[list[int], list[int], Floats]]
"""By type and container's matrix: orders, addresses, matrix."""


@dataclass(slots=True)
class _Found:
    rules: list[Box] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    text_orders: list[int] = field(default_factory=list)
    text_boxes: list[Floats] = field(default_factory=lambda: [np.zeros((0, 4), np.float32)])
    covers: list[tuple[int, Box]] = field(default_factory=list)
    curves: int = 0


def look(page: Any, frame: Frame) -> Painted:
    """The painted objects of a raw pdfium page."""
    found = _Found()
    for kind, orders, handles, shown, matrix in _kinds(page, frame):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.texts += handles
            found.text_orders += orders
            found.text_boxes.append(shown)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _images(orders, shown, found)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _paths(orders, handles, shown, frame, matrix, found)
    orders_of_texts, boxes_of_texts = np.array(found.text_orders, np.int64), np.concatenate(found.text_boxes)
    return Painted(tuple(found.rules), tuple(found.marks), tuple(found.texts), orders_of_texts, boxes_of_texts,
                   tuple(found.covers), found.curves)


def _kinds(page: Any, frame: Frame) -> Iterator[tuple[int, list[int], list[int], Floats, Floats]]:
    """Objects of each container (page, forms in it) by type: type, orders, addresses, boxes as displayed, matrix."""
    groups: _Groups = {}
    _collect(address(page), _count, _get, np.array([1, 0, 0, 1, 0, 0], np.float64), 0, groups, 0)
    for (kind, _), (orders, handles, matrix) in groups.items():
        yield kind, orders, handles, frame.shown(_moved(object_boxes(handles), matrix)), matrix


def _collect(container: int, count: Any, get: Any, matrix: Floats, depth: int, groups: _Groups, order: int) -> int:
    """Sort the container's objects into `groups`, from place `order` in painting order on; gives the next place."""
    total = min(count(container), MAX_OBJECTS - order)
    handles = list(map(get, repeat(container), range(total)))
    key = matrix.tobytes()
    for kind, handle in zip(map(_type, handles), handles, strict=True):
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            group = groups.get((kind, key)) or groups.setdefault((kind, key), ([], [], matrix))
            group[0].append(order)
            group[1].append(handle)
            order += 1
        elif depth < MAX_DEPTH and order < MAX_OBJECTS:
            inner = _product(_matrix(handle), matrix)
            order = _collect(handle, _count_inner, _get_inner, inner, depth + 1, groups, order)
    return order


def _images(orders: list[int], shown: Floats, found: _Found) -> None:
    """Pictures, and the thin ones that stand for ruled lines."""
    for order, box in zip(orders, map(as_box, shown), strict=True):
        if _thin(box):
            found.rules.append(box)
        else:
            found.marks.append(Mark('picture', box))
            found.covers.append((order, box))


def _matrix(handle: Any) -> Floats:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT), matrix)
    return np.array([matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f], np.float64)


def _product(first: Floats, then: Floats) -> Floats:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return np.array([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])


def _moved(boxes: Floats, matrix: Floats) -> Floats:
    """Boxes (N, 4) left, bottom, right, top after the matrix: the bounds of the moved corners."""
    a, b, c, d, e, f = matrix
    if (a, b, c, d, e, f) == (1, 0, 0, 1, 0, 0):
        return boxes
    x, y = boxes[:, [0, 0, 2, 2]], boxes[:, [1, 3, 1, 3]]
    u, v = a * x + c * y + e, b * x + d * y + f
    return np.stack([u.min(axis=1), v.min(axis=1), u.max(axis=1), v.max(axis=1)], axis=1).astype(np.float32)


def _thin(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= THIN and max(width, height) >= SHORT


def _paths(orders: list[int], handles: list[int], shown: Floats, frame: Frame, matrix: Floats, found: _Found) -> None:
    """Thin paths are rules; of the others only those that are large enough are looked into."""
    width, height = shown[:, 2] - shown[:, 0], shown[:, 3] - shown[:, 1]
    longer, shorter = np.maximum(width, height), np.minimum(width, height)
    thin = (shorter <= THIN) & (longer >= SHORT)
    found.rules += list(map(tuple, shown[thin].tolist()))
    for k in np.flatnonzero(~thin & (longer >= SHORT)).tolist():
        _path(orders[k], ctypes.cast(handles[k], pdfium.FPDF_PAGEOBJECT), as_box(shown[k]), frame, matrix, found)


def _path(order: int, path: Any, box: Box, frame: Frame, matrix: Floats, found: _Found) -> None:
    """Sort one path into rules, strokes and covers."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    count = pdfium.FPDFPath_CountSegments(path)
    if fill.value:
        found.covers.append((order, box))
    if not (stroke.value or fill.value) or (count <= 5 and not stroke.value):
        return
    curves, edges = _segments(path, min(count, MAX_SEGMENTS))
    if curves >= CURVES:
        found.curves += 1
        if max(box[2] - box[0], box[3] - box[1]) >= STROKE_SIZE:
            found.marks.append(Mark('drawing', box))
        return
    own = _product(_matrix(path), matrix)
    moved = frame.shown(_moved(np.array(edges, np.float32).reshape(-1, 4), own))
    found.rules += [edge for edge in map(as_box, moved) if _thin(edge)]


def _segments(path: Any, count: int) -> tuple[int, list[tuple[float, float, float, float]]]:
    """Number of curved segments, and the straight edges as boxes in the path's own space."""
    x, y = ctypes.c_float(), ctypes.c_float()
    curves, edges = 0, []
    here = start = (0.0, 0.0)
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind, point = pdfium.FPDFPathSegment_GetType(segment), (x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            curves += 1
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            edges.append(_edge(here, point))
        else:
            start = point
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            edges.append(_edge(here, start))
            here = start
    return curves // 3, edges


def _edge(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float, float, float]:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def widgets(page: Any, frame: Frame) -> tuple[tuple[Mark, ...], bool]:
    """Form fields with an appearance, and whether anything beside links is drawn over the page."""
    found: list[Mark] = []
    drawn = False
    for i in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        if not address(annotation):
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            shown = _appears(annotation)
            drawn |= shown and kind not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
            if kind == pdfium.FPDF_ANNOT_WIDGET and shown:
                found.append(Mark('widget', _annotation_box(annotation, frame)))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return tuple(found), drawn


def _appears(annotation: Any) -> bool:
    """Has it an appearance, a size, and no flag that hides it?"""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    hiding = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
    if pdfium.FPDFAnnot_GetFlags(annotation) & hiding or rect.right - rect.left < 1 or rect.top - rect.bottom < 1:
        return False
    return int(pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)) > 2


def _annotation_box(annotation: Any, frame: Frame) -> Box:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    return as_box(frame.shown(np.array([[rect.left, rect.bottom, rect.right, rect.top]], np.float32))[0])


def pictures(page: Any, frame: Frame) -> Iterator[tuple[Any, Box]]:
    """The picture objects of a raw pdfium page, also those in forms, each with its box as displayed."""
    for kind, _orders, handles, shown, _matrix in _kinds(page, frame):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            for handle, box in zip(handles, map(as_box, shown), strict=True):
                yield ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT), box

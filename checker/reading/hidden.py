"""Text of a PDF page that a person can't see: white, covered, clipped, off the page, invisible, tiny, switched off, or
shown by glyphs that say something else.

Looks once at a small picture of the page; only where that is suspicious does it look again. Never changes the file and
never decides whether a layer is worth reading (`trust` does).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray
from rapidfuzz import fuzz

from checker.model import Floats
from checker.reading.frame import Frame, direct
from checker.reading.layout import Word
from checker.reading.paint import Painted
from checker.reading.render import page_gray
from checker.reading.trust import wide_of_the_mark

Gray = NDArray[np.uint8]
Flags = NDArray[np.bool_]

GLANCE_DPI = 40
"""Of the first look: 10 pt letters are 5 pixels high and show as grey; costs about 1 ms a page."""
GLANCE_CONTRAST = 10
"""Grey levels (0-255) between the lightest and darkest pixel of a word: plain paper has 0, 8 pt in #bfbfbf 38, in
#e5e5e5 15."""
LOOK_DPI = 110
"""Of the second look, with and without the text."""
SEEN_CHANGE = 14
"""Grey levels that a word's letters must change somewhere; #f0f0f0 on white changes 15 and is hard to see."""
PALE_CHANGE = 38
"""The same for pale text: white on a shading of #e2e6ea changes 27 and is not read by a person; #cccccc on white
changes 50."""
PALE = 200
"""Of 255 in each colour: text that shows only on something dark."""
TINY = 1.0
"""Points. Text lower than this is a grey line on paper and on screen."""
COVERED_SHARE = 0.6
"""Of a text object's box under one later picture or filled area: worth the second look."""
SAMPLE_LINES = 3
"""Suspicious windows of a page that are read by OCR."""
SAMPLE_DPI = 200
SINGLE_BLOCK = 6
"""Tesseract's page mode for one block of text."""
SAMPLE_MARGIN = 2.0
"""Points around a sampled line, so that no letter is cut."""
AGREEMENT = 70.0
"""Similarity (0-100) of layer and OCR for one line: 48 true lines of real decrees gave 93-100, 99 % of unrelated pairs
of lines under 57."""
_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)

_mode = direct(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
_fill = direct(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int, *[ctypes.c_void_p] * 5)
_COLOUR = tuple(ctypes.c_uint() for _ in range(4))
_COLOUR_AT = tuple(map(ctypes.addressof, _COLOUR))
_activate = direct(pdfium.FPDFPageObj_SetIsActive, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)


def invisible_share(painted: Painted) -> float:
    """Share (0-1) of the text objects' area that is in invisible mode or lies under a later picture that holds it."""
    if not painted.texts:
        return 0.0
    boxes = painted.text_boxes
    area = np.maximum((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]), 0.01)
    unseen = np.isin([_mode(text) for text in painted.texts], _INVISIBLE) | _under_covers(painted)
    return float(area[unseen].sum() / area.sum())


def unseen(page: Any, frame: Frame, words: Sequence[Word], painted: Painted,
           owners: Callable[[], Sequence[int]]) -> Flags:
    """Which words a person can't see on the page as displayed. `page` is an opened pypdfium2 page; `owners` tells,
    when it is needed, the text object of each word."""
    boxes = np.array([word.box for word in words], np.float32).reshape(-1, 4)
    sideways = np.array([word.turn % 180 == 90 for word in words])
    size = np.where(sideways, boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    middle_x, middle_y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    outside = (middle_x < 0) | (middle_y < 0) | (middle_x > frame.width) | (middle_y > frame.height)
    result = outside | (size < TINY)
    pale = np.array([_is_pale(text) for text in painted.texts], np.bool_)
    # A lone full stop may leave no trace at this size; where pale text is about, lone letters are looked at as well.
    solid = np.array([len(word.text) > 1 for word in words]) | pale.any()
    doubtful = ~has_ink(page_gray(page, GLANCE_DPI), boxes, frame) & solid & ~result
    modes = [_mode(text) for text in painted.texts]
    suspicious = doubtful.any() or pale.any() or any(mode in _INVISIBLE for mode in modes)
    if suspicious or _under_covers(painted).any():
        result |= ~_shown_by_text(page, frame, boxes, painted.texts, np.array(owners(), np.int64))
    return np.asarray(result)


def has_ink(gray: Gray, boxes: Floats, frame: Frame) -> Flags:
    """Is there any contrast in the middle of each box (where a cell's border isn't)?"""
    x0, y0, x1, y1 = boxes.T
    inner = np.stack([x0 + 0.1 * (x1 - x0), y0 + 0.15 * (y1 - y0), x1 - 0.1 * (x1 - x0), y1 - 0.1 * (y1 - y0)], axis=1)
    left, top, right, bottom = (edge.astype(np.int32) for edge in _pixels(inner, gray, frame))
    wide = right - left
    count = wide * (bottom - top)
    starts = np.cumsum(count) - count
    # All pixels of all boxes in one go: a loop over boxes takes three times as long.
    nth = np.arange(int(count.sum()), dtype=np.int32) - np.repeat(starts, count).astype(np.int32)
    across = np.repeat(wide, count)
    down = nth // across
    first = np.repeat(top * gray.shape[1] + left, count)
    values = gray.ravel()[first + down * (gray.shape[1] - across) + nth]
    contrast = np.maximum.reduceat(values, starts) - np.minimum.reduceat(values, starts)
    return np.asarray(contrast >= GLANCE_CONTRAST)


def _pixels(boxes: Floats, gray: NDArray[Any], frame: Frame) -> tuple[NDArray[np.int64], ...]:
    """Boxes in pixels of the picture: left, top, right, bottom, at least one pixel wide and high."""
    height, width = gray.shape
    scale = np.array([width / frame.width, height / frame.height] * 2)
    left, top, right, bottom = np.nan_to_num(boxes * scale).T
    left, top = (np.clip(np.floor(v), 0, high - 1).astype(np.int64) for v, high in ((left, width), (top, height)))
    right = np.clip(np.ceil(right), left + 1, width).astype(np.int64)
    bottom = np.clip(np.ceil(bottom), top + 1, height).astype(np.int64)
    return left, top, right, bottom


def _under_covers(painted: Painted) -> Flags:
    """Which text objects lie for the most part under one picture or filled area painted later."""
    result = np.zeros(len(painted.texts), np.bool_)
    boxes, orders = painted.text_boxes, painted.text_orders
    if not len(boxes):
        return result
    area = np.maximum((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]), 0.01)
    first = int(orders.min())
    for order, (x0, y0, x1, y1) in painted.covers:
        if order > first:
            wide = np.minimum(boxes[:, 2], x1) - np.maximum(boxes[:, 0], x0)
            high = np.minimum(boxes[:, 3], y1) - np.maximum(boxes[:, 1], y0)
            result |= (orders < order) & (np.maximum(wide, 0) * np.maximum(high, 0) > COVERED_SHARE * area)
    return result


def _shown_by_text(page: Any, frame: Frame, boxes: Floats, texts: Sequence[int], owners: NDArray[np.int64]) -> Flags:
    """For each word: does its text object change the picture of the page in the word's box?

    Pale and dark text are put back one after the other: white words over black ones erase them, and would seem to show.
    """
    pale = {text for text in texts if _is_pale(text)}
    groups = [[text for text in texts if text in pale], [text for text in texts if text not in pale]]
    x0, y0, x1, y1 = boxes.T
    inner = np.stack([x0, y0 + 0.2 * (y1 - y0), x1, y1 - 0.15 * (y1 - y0)], axis=1)
    result = np.zeros(len(boxes), np.bool_)
    try:
        _set_active(texts, 0)
        bare = page_gray(page, LOOK_DPI).astype(np.int16)
        edges = list(zip(*(edge.tolist() for edge in _pixels(inner, bare, frame)), strict=True))
        for group, is_pale in zip(groups, (True, False), strict=True):
            members = np.flatnonzero(np.isin(owners, list(pale)) == is_pale).tolist()
            if not group or not members:
                continue
            _set_active(group, 1)
            change = np.abs(page_gray(page, LOOK_DPI).astype(np.int16) - bare)
            _set_active(group, 0)
            for i in members:
                left, top, right, bottom = edges[i]
                result[i] = change[top:bottom, left:right].max() >= (PALE_CHANGE if is_pale else SEEN_CHANGE)
    finally:
        _set_active(texts, 1)
    return result


def _set_active(texts: Sequence[int], active: int) -> None:
    for text in texts:
        _activate(text, active)


def _is_pale(text: int) -> bool:
    _fill(text, *_COLOUR_AT)
    return min(value.value for value in _COLOUR[:3]) >= PALE


def misread(page: Any, frame: Frame, words: Sequence[Word]) -> list[Word]:
    """Words whose glyphs show something else than the layer says: a lying or broken character map.

    Widths say where to look; a few of these lines are read by OCR, and all count as misread when most of them disagree.
    """
    windows = wide_of_the_mark(words)
    if not windows:
        return []
    step = max(1, len(windows) // SAMPLE_LINES)
    samples = [_longest_line([words[i] for i in window]) for window in windows[::step][:SAMPLE_LINES]]
    picture = page_gray(page, SAMPLE_DPI)
    wrong = sum(not _agrees(picture, frame, line) for line in samples)
    return [words[i] for window in windows for i in window] if wrong * 2 > len(samples) else []


def _longest_line(words: Sequence[Word]) -> list[Word]:
    """The words of the window that share the baseline of most of them."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(round(word.box[3] / 3), []).append(word)
    return max(lines.values(), key=lambda line: sum(len(word.text) for word in line))


def _agrees(picture: Gray, frame: Frame, words: Sequence[Word]) -> bool:
    """Does OCR of these words' place read about what the layer says?"""
    # Loaded only where a layer is suspected: OCR takes longer to load than most files take to read.
    from checker.reading import ocr

    boxes = np.array([word.box for word in words], np.float32)
    around = np.hstack([boxes[:, :2].min(axis=0) - SAMPLE_MARGIN, boxes[:, 2:].max(axis=0) + SAMPLE_MARGIN])[None, :]
    left, top, right, bottom = (int(edge[0]) for edge in _pixels(around, picture, frame))
    crop = np.pad(picture[top:bottom, left:right], 20, constant_values=255)
    height, width = crop.shape
    read = ocr.read_page(crop, n=1, width=width, height=height, dpi=SAMPLE_DPI, psm=SINGLE_BLOCK)
    return fuzz.ratio(_squashed(read.text), _squashed(''.join(word.text for word in words))) >= AGREEMENT


def _squashed(text: str) -> str:
    return ''.join(char for char in text.lower() if char.isalnum())

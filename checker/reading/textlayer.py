"""The characters of a PDF page's text layer, as words on the displayed page.

Says what the layer claims, visible or not; `hidden` and `trust` decide what of it counts. Turned text keeps its
direction (`Word.turn`), and reads in it.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from checker.model import Floats
from checker.reading.frame import Frame, address, char_boxes
from checker.reading.layout import Word

Codes = NDArray[np.uint32]

SPLIT_GAP = 0.5
"""Em between two characters that parts words even where the layer has no space: neighbouring table cells."""
SHARED = 0.4
"""Of the smaller character that two characters of one line have in common across the line; superscripts have 0.5."""
HYPHENS = (0x02, 0xFFFE, 0xAD)
"""What pdfium gives for a hyphen that it takes to break a word at a line's end, and the soft hyphen."""
_ZERO_WIDTH = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
_PLAIN = np.zeros(0x10000, np.bool_)
_PLAIN[0x21:0x7F] = True
_PLAIN[0xA1:0x2000] = True
_PLAIN[0x2010:0x2028] = True
_PLAIN[0xAD] = False
_SPACE = np.zeros(0x110000, np.bool_)
_SPACE[[c for c in range(0x3001) if chr(c).isspace()]] = True
_SPACE[[0x00, 0xA0]] = True


def words_of(textpage: Any, frame: Frame) -> tuple[list[Word], list[int]]:
    """All words of a raw pdfium text page in the layer's order, and the index of each one's first character there."""
    codes = _codes(textpage)
    shown = np.flatnonzero(~_SPACE[codes])
    if not len(shown):
        return [], []
    boxes = frame.shown(char_boxes(textpage, shown.tolist()))
    starts = np.flatnonzero(_breaks(shown, boxes))
    ends = np.append(starts[1:], len(shown))
    low = np.minimum.reduceat(boxes[:, :2], starts, axis=0)
    high = np.maximum.reduceat(boxes[:, 2:], starts, axis=0)
    turns = _turns(boxes, starts, ends)
    plain = np.logical_and.reduceat(_PLAIN[np.minimum(codes[shown], 0xFFFF)], starts)
    letters = codes[shown].astype('<u4').tobytes().decode('utf-32-le', 'replace')
    result: list[Word] = []
    firsts: list[int] = []
    outer = np.hstack([low, high]).tolist()
    for i, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        text, chars = letters[start:end], boxes[start:end]
        if not plain[i]:
            text, chars = _cleaned(text, chars)
        if text:
            result.append(Word(text, tuple(outer[i]), chars, turns[i]))
            firsts.append(int(shown[start]))
    return result, firsts


def objects_of(textpage: Any, indices: Sequence[int]) -> list[int]:
    """Addresses of the text objects that the characters at `indices` belong to; 0 for none."""
    return [address(pdfium.FPDFText_GetTextObject(textpage, i)) for i in indices]


def _codes(textpage: Any) -> Codes:
    """One code point for each character that pdfium counts."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return np.zeros(0, np.uint32)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer) - 1
    codes = np.frombuffer(buffer, np.uint16)[:count].astype(np.uint32)
    surrogates = (codes >= 0xD800) & (codes < 0xE000)
    if written == count and not surrogates.any():
        return codes
    # Characters beyond the BMP take two units, and units no longer count characters: ask one by one.
    each = [pdfium.FPDFText_GetUnicode(textpage, i) for i in range(count)]
    codes = np.array([code if code <= 0x10FFFF else 0xFFFD for code in each], np.uint32)
    codes[(codes >= 0xD800) & (codes < 0xE000)] = 0xFFFD
    return codes


def _breaks(shown: NDArray[np.int64], boxes: Floats) -> NDArray[np.bool_]:
    """Does a word begin at each character? After a space, a wide gap, or a jump neither along nor down the line."""
    result = np.ones(len(shown), np.bool_)
    gap = np.maximum(boxes[:-1, :2], boxes[1:, :2]) - np.minimum(boxes[:-1, 2:], boxes[1:, 2:])
    size = boxes[:, 2:] - boxes[:, :2]
    most = np.maximum(np.maximum(size[:-1], size[1:]), 0.1)
    least = np.minimum(size[:-1], size[1:])
    along = (gap[:, 0] < SPLIT_GAP * most[:, 1]) & (gap[:, 1] < -SHARED * least[:, 1])
    down = (gap[:, 1] < SPLIT_GAP * most[:, 0]) & (gap[:, 0] < -SHARED * least[:, 0])
    result[1:] = (np.diff(shown) > 1) | ~(along | down)
    return result


def _turns(boxes: Floats, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> list[int]:
    """The turn of each word by where its characters go; a single character goes with the word before it."""
    step = (boxes[ends - 1, :2] + boxes[ends - 1, 2:] - boxes[starts, :2] - boxes[starts, 2:]) / 2
    dx, dy = step.T
    size = boxes[starts, 3] - boxes[starts, 1]
    if not ((np.abs(dy) > np.abs(dx)) | (dx < -0.5 * size)).any():
        return [0] * len(starts)
    result: list[int] = []
    for x, y, single in zip(dx.tolist(), dy.tolist(), (ends - starts == 1).tolist(), strict=True):
        if single:
            result.append(result[-1] if result else 0)
        elif abs(y) > abs(x):
            result.append(90 if y < 0 else 270)
        else:
            result.append(0 if x >= 0 else 180)
    return result


def _cleaned(text: str, chars: Floats) -> tuple[str, Floats]:
    """Ligatures and other compatibility forms spelled out, invisible characters dropped, hyphens plain."""
    pieces: list[str] = []
    owners: list[int] = []
    for i, char in enumerate(text):
        piece = _spelled(char, last=i == len(text) - 1)
        pieces.append(piece)
        owners.extend([i] * len(piece))
    return ''.join(pieces), chars[owners]


def _spelled(char: str, last: bool) -> str:
    code = ord(char)
    if code in HYPHENS:
        return '-' if last or code != 0xAD else ''
    if code in _ZERO_WIDTH or unicodedata.category(char) in ('Cc', 'Cf'):
        return ''
    if 0xE000 <= code < 0xF900:
        # Symbol fonts put bullets into the private area; F020-F0FF repeats Latin there.
        low = chr(code - 0xF000) if 0xF021 <= code < 0xF07F else ''
        return low if low.isalnum() else '•'
    return ''.join(unicodedata.normalize('NFKC', char).split())

"""Finds on a page image what is not text: ruled lines, pictures, and ink that may be a signature, a paraf or a stamp.

Only says where ink is and how much, never what it means. Takes gray images (0 = black), gives boxes in points. Lengths
in inches below are what they are on paper, so that every resolution is treated alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.model import Box, Mark

Gray = NDArray[np.uint8]

RULE_LENGTH = 0.3
"""Inches. Letters of 24 point are 0.24 high and strokes of letters far shorter; table rows seldom are lower."""
RULE_THICK = 0.045
"""Inches. The double line under a letterhead is up to 3 points thick (0.042)."""
RULE_REST = 0.025
"""Inches: what is no higher than this and its own skew is the rest of a ruled line; strokes of a pen swing wider."""
LONG = 3.0
"""Inches from which a level run is a ruled line whatever touches it; runs of serifs end with their word."""
UNBROKEN = (0.8, 0.92)
"""Inches, and share of its length with ink, from which a run is a ruled line though text touches it: lines of text have
gaps of a third of their height between them, words gaps of a quarter of their length."""
STROKE = 0.15
"""Inches: what is shorter at the end of a ruled line, beyond a gap, may be a letter's."""
CROWD = 0.2
"""Share of dark pixels beside a shorter run from which it belongs to letters: text has 0.25-0.5, cells under 0.1."""
RULE_SKEW = 0.03
"""Height over length of a ruled line that still counts as level: 1.7 degrees."""
SPECKLE = 0.055
"""Inches. Smaller spots are dust, dots of letters and JPEG noise; the thinnest paraf measured is 0.1 high."""
NEAR = 0.09
"""Inches that join strokes into one mark: those of a signature cross or nearly touch; text lines are 0.05-0.1 apart."""
MARK_LENGTH = 0.2
"""Inches that a mark measures at least in its longer direction: a paraf has 0.25 and more, an unread word under it."""
EDGE = 0.12
"""Inches from the page's edge in which a touching shape is the scanner's shadow, a punch hole or the paper's border."""
PAPER = 0.7
"""Ink is darker than this share of the paper around it: faint pen on copies has 0.6-0.75, bleed-through 0.8."""
FAINT = 0.84
"""Ruled lines are looked for up to this share: hairlines of a pale table blur to 0.75-0.8 at 150 dots an inch, and
noise never runs on for the length of a rule."""
TONE = 0.72
"""A picture is darker than this share of the paper over whole patches; lines of text average to 0.75 and more."""
TILES = (8, 6)
"""Rows and columns of patches whose bright ends tell whether a shadow lies over the paper."""
SHADOW = 0.12
"""Share by which no patch may differ from the smooth shadow; a photo on the page differs by 0.3 and more."""
PICTURE = 0.8
"""Inches that a picture measures at least in both directions: shaded heads of tables are lower."""
SOLID = 0.35
"""Inches of unbroken tone in a picture; bold lines of text in a bad copy run together for less."""
FRAME = 0.5
"""Share of its box that a picture fills: photos on pages have 0.8 and more, the desk around a sheet 0.05-0.35."""
HOLE = (0.12, 0.45, 0.6)
"""Inches from and to, and share of dark, of a punch hole; ..."""
MARGIN = 1.0
"""... within so many inches of the page's left or right edge."""


def flat(gray: Gray, dpi: float) -> Gray:
    """The page with its paper made evenly white: shadows and uneven light divided out, pictures kept."""
    step = max(1, round(dpi / 37))
    small = cv2.resize(gray, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((19, 19), np.uint8))
    paper = cv2.GaussianBlur(np.maximum(paper, 60), (0, 0), 6)
    full = cv2.resize(paper, (gray.shape[1], gray.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(gray, full, scale=255), np.uint8)


def dark(flattened: Gray) -> Gray:
    """1 where an evenly lit page has ink, 0 on paper."""
    return np.asarray(flattened < PAPER * 255, np.uint8)


def rules(gray: Gray, dpi: float) -> list[Box]:
    """Ruled lines, level and upright, as thin boxes in points. `gray` is evenly lit (`flat`) and nearly straight."""
    ink = np.asarray(gray < FAINT * 255, np.uint8)
    level = [_box(rect, dpi) for rect in _runs(ink, dpi)]
    upright = [(y0, x0, y1, x1) for x0, y0, x1, y1 in (_box(rect, dpi) for rect in _runs(ink.T.copy(), dpi))]
    return level + upright


def marks(gray: Gray, dpi: float, word_boxes: Sequence[Box], rules: Sequence[Box]) -> tuple[Mark, ...]:
    """Ink that is neither in a recognised word nor a ruled line, speckle or shadow of the edge; `amount` = share of the
    box that is dark. A signature always leaves one; so may an unread word or a logo."""
    ink = dark(gray)
    for box in rules:
        _erase(ink, box, dpi, 0.02)
    for box in word_boxes:
        _erase(ink, box, dpi, 0.01)
    ink = _without_noise(ink, dpi)
    reach = max(3, round(NEAR * dpi)) | 1
    joined = cv2.dilate(ink, np.ones((reach, reach), np.uint8))
    stats = cv2.connectedComponentsWithStats(joined)[2]
    found = []
    for x, y, w, h, _area in stats[1:].tolist():
        patch = ink[y:y + h, x:x + w]
        rows, columns = np.flatnonzero(patch.any(axis=1)), np.flatnonzero(patch.any(axis=0))
        if max(len(rows), len(columns)) and max(rows[-1] - rows[0], columns[-1] - columns[0]) >= MARK_LENGTH * dpi:
            rect = (x + int(columns[0]), y + int(rows[0]), x + int(columns[-1]) + 1, y + int(rows[-1]) + 1)
            amount = float(ink[rect[1]:rect[3], rect[0]:rect[2]].mean())
            if not _hole(rect, amount, ink.shape[1], dpi):
                found.append(Mark('ink', _box(rect, dpi), amount=round(amount, 3)))
    return tuple(found)


def pictures(gray: Gray, dpi: float) -> tuple[Mark, ...]:
    """Patches of continuous tone (photos, seals in gray, dark blocks) of at least half an inch. `gray` as scanned."""
    step = max(1, round(dpi / 25))
    small = cv2.resize(gray, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    tone = np.asarray(small < TONE * _paper(np.asarray(small, np.uint8)), np.uint8)
    scale = dpi / step
    size = max(2, round(SOLID * scale))
    solid = cv2.morphologyEx(tone, cv2.MORPH_OPEN, np.ones((size, size), np.uint8))
    solid = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    stats = cv2.connectedComponentsWithStats(solid)[2]
    return tuple(Mark('picture', _box((x, y, x + w, y + h), scale)) for x, y, w, h, area in stats[1:].tolist()
                 if min(w, h) >= PICTURE * scale and not _desk((x, y, w, h), area, solid.shape))


def _desk(rect: tuple[int, int, int, int], area: int, shape: tuple[int, ...]) -> bool:
    """Whether this is what a sheet lies on: it runs along two sides of the photo and leaves the middle free."""
    x, y, w, h = rect
    sides = (x <= 1, y <= 1, x + w >= shape[1] - 1, y + h >= shape[0] - 1)
    return sum(sides) >= 2 and area < FRAME * w * h


def _paper(small: Gray) -> NDArray[np.float64]:
    """How bright the paper is at each pixel: a smooth shadow where one fits the page, else the page's bright end."""
    bright = max(float(np.percentile(small, 90)), 1.0)
    y, x = (np.linspace(-1, 1, side) for side in TILES)
    tiles = np.array([[np.percentile(part, 90) for part in np.array_split(band, TILES[1], axis=1)]
                      for band in np.array_split(small, TILES[0], axis=0)]) if min(small.shape) >= max(TILES) else None
    if tiles is None:
        return np.full(small.shape, bright)
    factors = np.linalg.lstsq(_powers(y, x), tiles.ravel(), rcond=None)[0]
    off = tiles.ravel() / np.maximum(_powers(y, x) @ factors, 1) - 1
    if float(np.abs(off).max()) > SHADOW:
        return np.full(small.shape, bright)
    rows, columns = (np.linspace(-1, 1, side) for side in small.shape)
    return np.asarray((_powers(rows, columns) @ factors).reshape(small.shape))


def _powers(y: NDArray[np.float64], x: NDArray[np.float64]) -> NDArray[np.float64]:
    """(len(y) * len(x), 6): the terms of a plane bent in both directions."""
    grid_y, grid_x = (grid.ravel() for grid in np.meshgrid(y, x, indexing='ij'))
    return np.stack([np.ones_like(grid_y), grid_y, grid_x, grid_y * grid_x, grid_y ** 2, grid_x ** 2], axis=1)


def _hole(rect: tuple[int, int, int, int], amount: float, width: int, dpi: float) -> bool:
    """Whether this is the shadow of a punch hole: a small full disc near the side of the page."""
    sides = ((rect[2] - rect[0]) / dpi, (rect[3] - rect[1]) / dpi)
    near = min(rect[0], width - rect[2]) < MARGIN * dpi
    return near and min(sides) >= HOLE[0] and max(sides) <= HOLE[1] and amount >= HOLE[2]


def _runs(ink: Gray, dpi: float) -> list[tuple[int, int, int, int]]:
    """Level runs of ink long and thin enough to be ruled, as pixel boxes of their own thickness."""
    # a thin line, not quite level, steps from row to row
    thick = np.asarray(cv2.dilate(ink, np.ones((3, 1), np.uint8)), np.uint8)
    bridged = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones((1, 7), np.uint8))
    runs = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, np.ones((1, round(RULE_LENGTH * dpi)), np.uint8))
    stats = cv2.connectedComponentsWithStats(cv2.dilate(runs, np.ones((3, 1), np.uint8)))[2]
    found: list[tuple[int, int, int, int]] = []
    for x, y, w, h, area in stats[1:].tolist():
        own = area / w - 4
        if own <= RULE_THICK * dpi and h - 4 <= max(RULE_THICK * dpi, RULE_SKEW * w):
            middle, half = y + h / 2, max(own, 1) / 2
            rect = (x, int(middle - half), x + w, int(np.ceil(middle + half)))
            if w >= LONG * dpi or _alone(ink, y, h, x, w, dpi):
                found.append(rect)
                continue
        if w >= UNBROKEN[0] * dpi:
            found += _unbroken(thick, (x, y, x + w, y + h), dpi)
    return [_trimmed(ink, rect, dpi) for rect in found]


def _trimmed(ink: Gray, rect: tuple[int, int, int, int], dpi: float) -> tuple[int, int, int, int]:
    """A ruled line without the strokes of letters in line with it, over the gap that parts them."""
    x0, y0, x1, y1 = rect
    dark = np.flatnonzero(ink[max(0, y0 - 1):y1 + 1, x0:x1].any(axis=0))
    if len(dark) < 2:
        return rect
    parts = np.split(dark, np.flatnonzero(np.diff(dark) > 2) + 1)
    while len(parts) > 1 and len(parts[0]) < STROKE * dpi <= len(parts[1]):
        parts = parts[1:]
    while len(parts) > 1 and len(parts[-1]) < STROKE * dpi <= len(parts[-2]):
        parts = parts[:-1]
    return (x0 + int(parts[0][0]), y0, x0 + int(parts[-1][-1]) + 1, y1)


def _unbroken(thick: Gray, rect: tuple[int, int, int, int], dpi: float) -> list[tuple[int, int, int, int]]:
    """The ruled line in a run that text touches: ink without a gap over its whole length, as text never is."""
    x0, y0, x1, y1 = rect
    full = thick[y0:y1, x0:x1].mean(axis=1)
    best = int(full.argmax())
    if full[best] < UNBROKEN[1]:
        return []
    rows = np.flatnonzero(full >= UNBROKEN[1] - 0.1)
    if rows[-1] - rows[0] > RULE_THICK * dpi:  # a dark band, such as the desk beside a sheet
        return []
    first, last = y0 + int(rows[0]), y0 + int(rows[-1]) + 1
    return [(x0, min(first + 1, last - 1), x1, max(last - 1, first + 1))]


def _alone(ink: Gray, y: int, h: int, x: int, w: int, dpi: float) -> bool:
    """Whether the strips above and below a run are nearly empty; those of serifs in a line of text are half full."""
    strip = max(2, round(0.03 * dpi))
    above, below = ink[max(0, y - strip):max(0, y - 1), x:x + w], ink[y + h + 1:y + h + strip, x:x + w]
    return all(not side.size or float(side.mean()) < CROWD for side in (above, below))


def _without_noise(ink: Gray, dpi: float) -> Gray:
    """The ink without specks, remains of ruled lines, and what touches the page's edge."""
    labels, stats = cv2.connectedComponentsWithStats(ink)[1:3]
    height, width = ink.shape
    x, y, w, h, _area = stats.T
    edge = EDGE * dpi
    touching = (x <= 2) | (y <= 2) | (x + w >= width - 2) | (y + h >= height - 2)
    margin = (x + w <= edge) | (y + h <= edge) | (x >= width - edge) | (y >= height - edge)
    long = (w > 0.5 * width) | (h > 0.5 * height)
    straight = np.minimum(w, h) <= RULE_REST * dpi + RULE_SKEW * np.maximum(w, h)
    keep = (np.maximum(w, h) >= SPECKLE * dpi) & ~(margin | (touching & long)) & ~straight
    keep[0] = False
    return np.asarray(keep[labels], np.uint8)


def _erase(ink: Gray, box: Box, dpi: float, margin: float) -> None:
    x0, y0, x1, y1 = (value * dpi / 72 for value in box)
    pad = margin * dpi
    ink[max(0, int(y0 - pad)):int(y1 + pad) + 1, max(0, int(x0 - pad)):int(x1 + pad) + 1] = 0


def _box(rect: tuple[float, float, float, float], dpi: float) -> Box:
    x0, y0, x1, y1 = (value * 72 / dpi for value in rect)
    return (x0, y0, x1, y1)

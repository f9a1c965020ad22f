"""What is wrong with the picture of a page, measured: blurred, too dark, or cut off at an edge.

Says why a page can't be read, never whether it can (that is its grade); so blur and light are only measured where the
grade is bad, and a soft page that reads well bears no reproach.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.model import Flaw, Page, line_boxes

Gray = NDArray[np.uint8]

WINDOW = 15
"""Pixels at 150 dots an inch in which the steepest edge is held against the contrast: the height of a small letter."""
SHARP = 0.21
"""Steepness over contrast under which letters are blurred. Made pages: 0.46 sharp, 0.24 blurred by 2.5 pixels and still
read, 0.19 by 3.5 and read badly, 0.16 beyond reading."""
DARK, FAINT = 60.0, 25.0
"""Brightness of paper, and contrast of letters, of 255. A page at 28 and 36 is still read, at 14 and 19 no more."""
EDGE = 0.01
"""Of the page's longer side: text that near a side goes on beyond it. Of 57 pages of real scans none has a line as near
as 0.012; a cut letter is passed over, so that its line begins up to 0.01 inside."""
CUT_ROWS = 3
"""Rows that touch the left or right side of a cut page; a stray word there is none."""
TONE = 0.5
"""Share of a page from which a picture on it makes it a photo, which nobody reads."""


def flaws(image: Gray, page: Page) -> tuple[Flaw, ...]:
    """What to tell whoever took the picture. `image`: as scanned, at 150 dots an inch; `page`: what was read of it."""
    found: list[Flaw] = []
    if page.grade in ('poor', 'unreadable') and not _is_photo(page):
        dark = _is_dark(image)
        found += ['gelap'] if dark else ['buram'] if sharpness(image) < SHARP else []
    if is_cut(page):
        found.append('terpotong')
    return tuple(found)


def sharpness(image: Gray) -> float:
    """How steep the steepest edges are, of their contrast: 0.5 is as sharp as pixels can be, 0.15 a smear."""
    levels = image.astype(np.float32)
    slope = np.maximum(*(np.abs(cv2.Sobel(levels, cv2.CV_32F, dx, 1 - dx, ksize=1)) / 2 for dx in (0, 1)))
    contrast = _contrast(levels)
    strong = contrast >= max(FAINT, 0.6 * float(np.percentile(contrast, 99)))
    if not strong.any():
        return 0.0
    steepest = cv2.dilate(slope, np.ones((WINDOW, WINDOW), np.uint8))
    return float(np.median(steepest[strong] / contrast[strong]))


def _contrast(levels: NDArray[np.float32]) -> NDArray[np.float32]:
    around = np.ones((WINDOW, WINDOW), np.uint8)
    return np.asarray(cv2.dilate(levels, around) - cv2.erode(levels, around), np.float32)


def _is_dark(image: Gray) -> bool:
    paper = float(np.percentile(image, 80))
    return paper < DARK and float(np.percentile(_contrast(image.astype(np.float32)), 99)) < FAINT


def _is_photo(page: Page) -> bool:
    boxes = [mark.box for mark in page.marks if mark.kind == 'picture']
    return any((x1 - x0) * (y1 - y0) > TONE * page.width * page.height for x0, y0, x1, y1 in boxes)


def is_cut(page: Page) -> bool:
    """Whether text runs over a side of the page. Above and below nothing tells: a line cut there leaves no trace, and
    scanning apps and e-signing tools print their own line at the very end of a page."""
    near = EDGE * max(page.width, page.height)
    lines = [
        (line, box)
        for line, box in zip(page, line_boxes(page), strict=True)
        if box and sum(c.isalpha() for c in line.text) >= 2
    ]
    left = {line.row for line, box in lines if box[0] <= near}
    right = {line.row for line, box in lines if box[2] >= page.width - near}
    return max(len(left), len(right)) >= CUT_ROWS

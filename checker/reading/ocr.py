"""Reads a page image by OCR: words with their boxes, ruled lines, ink, and a grade that says how far to trust it.

Never decides what words mean. The page may be turned or a little crooked; everything comes back on the page as given.
Tesseract runs in this process (one page at a time); its Indonesian model is looked for on this machine, never fetched.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.model import Box, Grade, Mark, Page
from checker.poses import upright
from checker.reading import ink, layout, recognition, second_look
from checker.reading.flaws import flaws
from checker.reading.recognition import LOUD, SPARSE, Found, well_read
from checker.reading.upright import Straight, pose_of, straightened

Gray = NDArray[np.uint8]

DPI = 150
"""Resolution of reading. From scans of 200 and 300 dpi, 150 finds as many headings as 200 at 0.8 of the time."""
SMALLEST = 0.25
"""Inches: a strip of a page narrower than this holds no line of text."""
SURE = 60.0
"""Confidence from which a word of letters is kept whatever it is; true words of light scans lie at 85-97."""
LIKELY = 25.0
"""Confidence under which nothing is kept: strokes of signatures and table corners read as words lie at 0-25."""
SHORT, MEDIUM = 2, 4
"""Letters and digits up to which a word that stands alone must be read surely: emblems and stamps give 30-60."""
BLANK = 0.0004
"""Share of dark pixels under which a page is blank: one short line of text on a page has 0.001."""
TURN_WORDS = 12
"""A page with fewer well-read words than this is tried turned, if it has ink enough for them."""
GOOD, FAIR, POOR = 86.0, 70.0, 45.0
"""Limits of the mean confidence of words, weighted by length: of 50 real pages 46 had 89-97, crowded covers 57-81, a
page shrunk beyond reading 14."""
ROUNDED = 0.02
"""A page displayed larger or smaller than it was read by less than this share is of the size that it claims."""
UNREAD = 0.0012
"""Share of unread dark pixels from which a page without words is unreadable: a short line of text has that."""
GUESSED = 12
"""Letters found but not believed from which a page without words is unreadable: too small or too blurred, not blank."""
LEFT, LOST = 0.08, 0.16
"""Share of letters left unread from which a page is read once more, enlarged, and is at most fair; and at most poor.
Signed and stamped pages that are read well have 0.00-0.04."""
CLUTTER = 0.02
"""Share of unread ink that makes a well-read page only fair: stamp and signature together cover 0.5-1.5 % of a page."""


def read_page(gray: Gray, *, n: int, width: float, height: float, dpi: float, psm: int = SPARSE,
              work_dpi: float = DPI) -> Page:
    """Page `n`, displayed as `width` x `height` points, from its image: source 'ocr', level 'full'. What is turned or
    crooked is read upright, and its boxes are those of the upright page; `pose` says how that lies as displayed.

    A blank page is 'good' without text; one with ink of which nothing can be read is 'unreadable', one that is cut off
    at an edge at most 'poor'. Photos come back as marks of kind 'picture'; words read with doubt (handwriting, mostly)
    keep their text and leave an ink mark too.
    Raises EngineMissing.
    """
    image = _scaled(gray, work_dpi / dpi)
    scale = 72 / work_dpi
    if min(image.shape) < SMALLEST * work_dpi:
        return Page(n, width, height, 'full', 'ocr', 'unreadable')
    photos = ink.pictures(image, work_dpi)
    even = ink.flat(image, work_dpi)
    if float(ink.dark(even).mean()) < BLANK:
        return Page(n, width, height, 'full', 'ocr', 'good', marks=photos)
    turn, straight, found = _upright(even, psm, work_dpi)
    read = (straight.image.shape[1] * scale, straight.image.shape[0] * scale)
    claimed = max(width, height) / max(read)
    if abs(claimed - 1) < ROUNDED:
        scale, read = scale * claimed, (height, width) if turn % 2 else (width, height)
    pose = pose_of(straight.angle, turn, read, (width, height))
    photos = tuple(replace(mark, box=upright(pose, mark.box)) for mark in photos)
    lines = ink.rules(straight.image, work_dpi)
    kept = [word for word in found if _trusted(word, photos, scale)]
    others = [*lines, *(photo.box for photo in photos)]
    seen = second_look.improved(straight.image, kept, found, others, work_dpi)
    if seen.left >= LEFT:
        kept = second_look.read_finer(straight.image, seen.words, work_dpi)
        kept = [word for word in kept if _trusted(word, photos, scale)]
        seen = second_look.improved(straight.image, kept, found, others, work_dpi, times=3)
    kept = seen.words
    strokes = _ink_left(straight.image, kept, lines, work_dpi)
    rest = _unread_share(straight.image, kept, lines, photos, work_dpi)
    drawn = any(not any(_inside(mark.box, photo.box) for photo in photos) for mark in strokes)
    grade = _grade([word for word in found if not _on(word, photos, scale)], kept, rest, drawn)
    grade = lowered(grade, seen.left)
    page = layout.compose(n, *read, [layout.Word(word.text, _points(word.box, scale)) for word in kept], lines,
                          level='full', source='ocr', grade=grade)
    page = replace(page, marks=(*photos, *strokes), pose=pose)
    seen_flaws = flaws(image, page)
    readable = page.grade in ('good', 'fair') and 'terpotong' in seen_flaws
    return replace(page, flaws=seen_flaws, grade='poor' if readable else page.grade)  # what is cut off may be anything


def _scaled(gray: Gray, factor: float) -> Gray:
    """The image at the working resolution; small ones are enlarged at most threefold."""
    factor = min(factor, 3.0)
    if abs(factor - 1) < 0.02:
        return gray
    method = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(gray, None, fx=factor, fy=factor, interpolation=method), np.uint8)


def _trusted(word: Found, photos: tuple[Mark, ...], scale: float) -> bool:
    """Whether a word is words at all, not a stroke, a table's corner or a photo's texture."""
    useful = sum(c.isalnum() for c in word.text)
    if not useful:
        return word.confidence >= SURE and word.text in {':', '-', '–', '.', '✓', '/'}
    if _on(word, photos, scale):
        return word.confidence >= LOUD and useful >= 3
    if useful < 0.5 * len(word.text):
        return word.confidence >= SURE
    if word.backed or useful > MEDIUM:
        return word.confidence >= LIKELY
    return word.confidence >= (SURE if useful <= SHORT else (SURE + LIKELY) / 2)


def _on(word: Found, photos: tuple[Mark, ...], scale: float) -> bool:
    return any(_inside(_points(word.box, scale), photo.box) for photo in photos)


def _inside(box: Box, outer: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _points(box: tuple[int, int, int, int], scale: float) -> Box:
    return (box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale)


def _ink_left(image: Gray, words: list[Found], lines: list[Box], dpi: float) -> tuple[Mark, ...]:
    sure = [_points(word.box, 72 / dpi) for word in words if word.confidence >= SURE]
    return ink.marks(image, dpi, sure, lines)


# Turning


def _upright(even: Gray, psm: int, dpi: float) -> tuple[int, Straight, list[Found]]:
    """The page read the way up in which it makes sense: quarter turns clockwise, the image read, its words."""
    straight = straightened(even)
    found = recognition.words(straight.image, psm, dpi)
    if well_read(found) >= TURN_WORDS:
        return 0, straight, found
    turn = _best_turn(even, psm, dpi)
    if not turn:
        return 0, straight, found
    straight = straightened(np.ascontiguousarray(np.rot90(even, -turn)))
    return turn, straight, recognition.words(straight.image, psm, dpi)


def _best_turn(even: Gray, psm: int, dpi: float) -> int:
    """Quarter turns clockwise under which the busiest part of the page reads best; 0 when none is clearly better."""
    patch = _busiest(even)
    counts = [well_read(recognition.words(np.ascontiguousarray(np.rot90(patch, -turn)), psm, dpi)) for turn in range(4)]
    best = int(np.argmax(counts))
    return best if counts[best] >= 3 and counts[best] > 2 * counts[0] else 0


def _busiest(even: Gray) -> Gray:
    """The square of half the page's shorter side that has most ink of letters."""
    side = min(even.shape) * 6 // 10
    ink_map = cv2.boxFilter(ink.dark(even).astype(np.float32), -1, (side, side), normalize=True,
                            borderType=cv2.BORDER_CONSTANT)
    half = side // 2
    inner = ink_map[half:even.shape[0] - half, half:even.shape[1] - half]
    y, x = np.unravel_index(int(inner.argmax()), inner.shape)
    return np.ascontiguousarray(even[y:y + side, x:x + side])


# Grade


def _unread_share(image: Gray, words: list[Found], lines: list[Box], photos: tuple[Mark, ...], dpi: float) -> float:
    """Share of the page that is dark and neither word nor ruled line nor picture."""
    rest = ink.dark(image).copy()
    boxes = [*(_points(word.box, 72 / dpi) for word in words), *lines, *(photo.box for photo in photos)]
    for x0, y0, x1, y1 in boxes:
        scale = dpi / 72
        rest[max(0, int(y0 * scale) - 2):int(y1 * scale) + 3, max(0, int(x0 * scale) - 2):int(x1 * scale) + 3] = 0
    return float(rest.mean())


def lowered(grade: Grade, left: float) -> Grade:
    """The grade of a page on which so much was left unread: what is missing there may stand in it."""
    if left >= LOST and grade in ('good', 'fair'):
        return 'poor'
    return 'fair' if left >= LEFT and grade == 'good' else grade


def _grade(found: list[Found], kept: list[Found], rest: float, drawn: bool) -> Grade:
    """From the confidence of all words found, also those dropped, and from the ink that nothing was made of."""
    weights = [sum(c.isalnum() for c in word.text) for word in found]
    if sum(len(word.text) for word in kept) < 4:
        return 'unreadable' if drawn or rest >= UNREAD or sum(weights) >= GUESSED else 'good'
    mean = float(np.average([word.confidence for word in found], weights=weights)) if any(weights) else 0.0
    grade: Grade = 'good' if mean >= GOOD else 'fair' if mean >= FAIR else 'poor' if mean >= POOR else 'unreadable'
    return 'fair' if grade == 'good' and rest > CLUTTER else grade

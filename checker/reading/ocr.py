"""Reads a page image by OCR: words with their boxes, ruled lines, ink, and a grade that says how far to trust it.

Never decides what words mean. The page may be turned or a little crooked; everything comes back on the page as given.
Tesseract runs in this process (one page at a time); its Indonesian model is looked for on this machine, never fetched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.errors import CekBuktiError
from checker.messages import _
from checker.model import Box, Grade, Mark, Page
from checker.poses import upright
from checker.reading import ink, layout
from checker.reading.flaws import flaws
from checker.reading.upright import Straight, pose_of, straightened

os.environ['OMP_THREAD_LIMIT'] = '1'  # before tesserocr loads: four threads a page cost 4.6 times the time
import tesserocr

tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)

Gray = NDArray[np.uint8]

LANGUAGE = 'ind'
DPI = 150
"""Resolution of reading. From scans of 200 and 300 dpi, 150 finds as many headings as 200 at 0.8 of the time."""
SMALLEST = 0.25
"""Inches: a strip of a page narrower than this holds no line of text."""
SPARSE = 11
"""Tesseract's page mode 'sparse text': the modes that lay out the page themselves drop whole regions of noisy scans."""
LINE = 7
"""Tesseract's page mode for an image of one line."""
WORD = (5.0, 22.0, 180.0)
"""Points: least and greatest height, greatest width of ink that may be a word passed over; 22 is a 30 point capital."""
LOOKS = 15
"""Second looks on a page at most; each takes 10-20 ms."""
SURE = 60.0
"""Confidence from which a word of letters is kept whatever it is; true words of light scans lie at 85-97."""
LIKELY = 25.0
"""Confidence under which nothing is kept: strokes of signatures and table corners read as words lie at 0-25."""
SHORT, MEDIUM = 2, 4
"""Letters and digits up to which a word that stands alone must be read surely: emblems and stamps give 30-60."""
LOUD = 80.0
"""Confidence that a word on a picture must have: texture of photos gives words up to 70."""
TALL = 1.6
"""Height of a word over that of its line's middle word: capitals beside words without ascenders reach 1.5."""
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
CLUTTER = 0.02
"""Share of unread ink that makes a well-read page only fair: stamp and signature together cover 0.5-1.5 % of a page."""


class EngineMissing(CekBuktiError):
    """Tesseract's Indonesian model is not on this machine."""

    def __init__(self) -> None:
        super().__init__(_("Model bahasa Indonesia untuk membaca hasil pindai tidak ditemukan. "
                           "Pasang paket tesseract-ocr-ind, lalu jalankan lagi."))


@dataclass(frozen=True, slots=True)
class _Found:
    """A recognised word: pixels of the image that was read, confidence 0-100."""

    text: str
    box: tuple[int, int, int, int]
    confidence: float
    backed: bool = False
    """Whether a well-read word stands in the same line."""


def model_folder() -> Path | None:
    """Where the Indonesian model is: CEKBUKTI_TESSDATA, the project's folder, or the system's. None: nowhere."""
    own = Path(str(files('checker'))).parent
    named = os.environ.get('CEKBUKTI_TESSDATA') or os.environ.get('TESSDATA_PREFIX')
    folders = [*([Path(named)] if named else []), own / 'tessdata', own / '.tessdata',
               *sorted(Path('/usr/share/tesseract-ocr').glob('*/tessdata'), reverse=True), Path('/usr/share/tessdata')]
    return next((folder for folder in folders if (folder / f'{LANGUAGE}.traineddata').is_file()), None)


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
    turn, straight, words = _upright(even, psm, work_dpi)
    read = (straight.image.shape[1] * scale, straight.image.shape[0] * scale)
    claimed = max(width, height) / max(read)
    if abs(claimed - 1) < ROUNDED:
        scale, read = scale * claimed, (height, width) if turn % 2 else (width, height)
    pose = pose_of(straight.angle, turn, read, (width, height))
    photos = tuple(replace(mark, box=upright(pose, mark.box)) for mark in photos)
    lines = ink.rules(straight.image, work_dpi)
    kept = [word for word in words if _trusted(word, photos, scale)]
    kept, strokes = _second_look(straight.image, kept, lines, work_dpi)
    rest = _unread_share(straight.image, kept, lines, photos, work_dpi)
    drawn = any(not any(_inside(mark.box, photo.box) for photo in photos) for mark in strokes)
    grade = _grade([word for word in words if not _on(word, photos, scale)], kept, rest, drawn)
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


# Recognition


@lru_cache(maxsize=1)
def _engine(folder: str) -> Any:
    """One engine a process: loading the model takes 50 ms and 30 MB."""
    return tesserocr.PyTessBaseAPI(path=folder, lang=LANGUAGE)


def _words(gray: Gray, psm: int, dpi: float) -> list[_Found]:
    folder = model_folder()
    if folder is None:
        raise EngineMissing
    engine = _engine(str(folder))
    engine.SetPageSegMode(psm)
    image = np.ascontiguousarray(gray)
    engine.SetImageBytes(image.tobytes(), image.shape[1], image.shape[0], 1, image.shape[1])
    engine.SetSourceResolution(round(dpi))
    try:
        return list(_parsed(engine.GetTSVText(0)))
    finally:
        engine.Clear()


def _parsed(tsv: str) -> Iterator[_Found]:
    """Words of Tesseract's table: level, page, block, paragraph, line, word, x, y, width, height, confidence, text."""
    rows = (line.split('\t') for line in tsv.splitlines())
    words = (cells for cells in rows if len(cells) == 12 and cells[0] == '5' and cells[11].strip())
    for _line, members in groupby(words, key=lambda cells: cells[2:5]):
        yield from _evened([_found(cells) for cells in members])


def _found(cells: list[str]) -> _Found:
    x, y, w, h = (int(cell) for cell in cells[6:10])
    return _Found(cells[11].strip(), (x, y, x + w, y + h), float(cells[10]))


def _evened(line: list[_Found]) -> Iterator[_Found]:
    """The words of a line, none much taller than the others: specks and ruled lines stretch single boxes."""
    top, bottom = (float(np.median([word.box[k] for word in line])) for k in (1, 3))
    backed = _well_read(line) > 0
    for word in (replace(word, backed=backed) for word in line):
        x0, y0, x1, y1 = word.box
        if len(line) >= 3 and y1 - y0 > TALL * (bottom - top):
            slack = 0.25 * (bottom - top)
            yield replace(word, box=(x0, int(max(y0, top - slack)), x1, int(min(y1, bottom + slack))))
        else:
            yield word


def _trusted(word: _Found, photos: tuple[Mark, ...], scale: float) -> bool:
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


def _on(word: _Found, photos: tuple[Mark, ...], scale: float) -> bool:
    return any(_inside(_points(word.box, scale), photo.box) for photo in photos)


def _inside(box: Box, outer: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _points(box: tuple[int, int, int, int], scale: float) -> Box:
    return (box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale)


# A second look at what was left over


def _second_look(image: Gray, kept: list[_Found], lines: list[Box],
                 dpi: float) -> tuple[list[_Found], tuple[Mark, ...]]:
    """The words, with those that only a closer look reads, and the ink that remains.

    Sparse reading passes over single small words (`ttd`, `NIP.`), or reads them with doubt; taken alone they read well.
    """
    strokes = _ink_left(image, kept, lines, dpi)
    small = [mark for mark in strokes if _like_a_word(mark.box)][:LOOKS]
    words = list(kept)
    for mark in small:
        better = _read_alone(image, mark.box, dpi)
        if better:
            words = [word for word in words if not _inside(_points(word.box, 72 / dpi), mark.box)] + better
    return (words, _ink_left(image, words, lines, dpi)) if words != kept else (kept, strokes)


def _ink_left(image: Gray, words: list[_Found], lines: list[Box], dpi: float) -> tuple[Mark, ...]:
    sure = [_points(word.box, 72 / dpi) for word in words if word.confidence >= SURE]
    return ink.marks(image, dpi, sure, lines)


def _like_a_word(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return WORD[0] <= height <= WORD[1] and height < width <= WORD[2]


def _read_alone(image: Gray, box: Box, dpi: float) -> list[_Found]:
    """The words in a box, if every one of them reads well; else nothing."""
    pad = round(0.06 * dpi)  # white all around: neighbours must not be read along
    x0, y0, x1, y1 = (round(value * dpi / 72) for value in box)
    patch = image[max(0, y0 - 1):y1 + 1, max(0, x0 - 1):x1 + 1]
    words = _words(np.asarray(cv2.copyMakeBorder(patch, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=255), np.uint8),
                   LINE, dpi)
    left, top = max(0, x0 - 1) - pad, max(0, y0 - 1) - pad
    if not words or any(word.confidence < LOUD or sum(c.isalnum() for c in word.text) < 2 for word in words):
        return []
    return [replace(word, box=(word.box[0] + left, word.box[1] + top, word.box[2] + left, word.box[3] + top))
            for word in words]


# Turning


def _upright(even: Gray, psm: int, dpi: float) -> tuple[int, Straight, list[_Found]]:
    """The page read the way up in which it makes sense: quarter turns clockwise, the image read, its words."""
    straight = straightened(even)
    words = _words(straight.image, psm, dpi)
    if _well_read(words) >= TURN_WORDS:
        return 0, straight, words
    turn = _best_turn(even, psm, dpi)
    if not turn:
        return 0, straight, words
    straight = straightened(np.ascontiguousarray(np.rot90(even, -turn)))
    return turn, straight, _words(straight.image, psm, dpi)


def _well_read(words: list[_Found]) -> int:
    return sum(word.confidence >= LOUD and len(word.text) >= 4 and word.text.isalpha() for word in words)


def _best_turn(even: Gray, psm: int, dpi: float) -> int:
    """Quarter turns clockwise under which the busiest part of the page reads best; 0 when none is clearly better."""
    patch = _busiest(even)
    counts = [_well_read(_words(np.ascontiguousarray(np.rot90(patch, -turn)), psm, dpi)) for turn in range(4)]
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


def _unread_share(image: Gray, words: list[_Found], lines: list[Box], photos: tuple[Mark, ...], dpi: float) -> float:
    """Share of the page that is dark and neither word nor ruled line nor picture."""
    rest = ink.dark(image).copy()
    boxes = [*(_points(word.box, 72 / dpi) for word in words), *lines, *(photo.box for photo in photos)]
    for x0, y0, x1, y1 in boxes:
        scale = dpi / 72
        rest[max(0, int(y0 * scale) - 2):int(y1 * scale) + 3, max(0, int(x0 * scale) - 2):int(x1 * scale) + 3] = 0
    return float(rest.mean())


def _grade(found: list[_Found], kept: list[_Found], rest: float, drawn: bool) -> Grade:
    """From the confidence of all words found, also those dropped, and from the ink that nothing was made of."""
    weights = [sum(c.isalnum() for c in word.text) for word in found]
    if sum(len(word.text) for word in kept) < 4:
        return 'unreadable' if drawn or rest >= UNREAD or sum(weights) >= GUESSED else 'good'
    mean = float(np.average([word.confidence for word in found], weights=weights)) if any(weights) else 0.0
    grade: Grade = 'good' if mean >= GOOD else 'fair' if mean >= FAIR else 'poor' if mean >= POOR else 'unreadable'
    return 'fair' if grade == 'good' and rest > CLUTTER else grade

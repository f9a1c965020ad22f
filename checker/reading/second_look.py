"""A closer look at what the reading of a whole page passed over or read with doubt: titles in large letters, lone
numbers in cells, words that a ruled line or a neighbour spoiled. Taken alone they mostly read well.

Adds only words that read well alone, and never touches one that was read well before. Lengths in *em* are heights of
the page's middle word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.model import Box
from checker.reading import ink
from checker.reading.recognition import BLOCK, LINE, LOUD, SPARSE, Found, Pixels, read_alone, words
from checker.text import squash

Gray = NDArray[np.uint8]

FIRM, SHORT_FIRM = 75.0, 90.0
"""Confidence from which a word is left as it is; and one of one or two letters with no well-read word beside it."""
LETTERS = (3.2, 30.0)
"""Points: height of letters looked at; 22 is a 30 point capital."""
LOOKS, SMALL_LOOKS = 25, 60
"""Pieces of text, and lone small words, looked at on a page at most: 5-25 ms and 2 ms each."""
SOLID = 0.8
"""Share of its box that a longer piece of ink covers at most; ruled lines and bars cover all of it."""
FEWEST = 0.12
"""Share of a piece that is dark, at least: dots and specks in a row are no text."""
JOINED = 0.9
"""Em between letters and words of one piece."""
TOUCHING = 0.25
"""Em between a firm word and letters that must belong to it, since words are farther apart."""
LITTLE = 0.05
"""Share of letters left over before the closer look under which it is not measured again after."""
ENOUGH = 20
"""Letters from which their middle height is that of the page."""
HIGH = 1.3
"""Em from which a word's box is held against its letters."""
SMALL = 2.2
"""Width over height up to which a piece is a lone number or letter."""
LONE_EM = (0.55, 1.5)
"""Em from and to: height of a lone number or letter that is no speck and no emblem."""
LINES = 1.8
"""Em: a higher piece has several lines, if its letters are not large."""
ALIKE = 6
"""Letters and digits from which two readings that agree are believed, however doubtful each: numbers of documents are
no words, and read right at 10-70."""
FINER = 1.4
"""Enlargement of the second reading."""
AGAIN_FINER = 4 / 3
"""The same of a whole page: at another size Tesseract sees other lines."""

_LONE = re.compile(r'\(?(?:\d{1,4}|[A-Za-z]|[IVXivx]{1,4})[.)]{0,2}')


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a page after a closer look."""

    words: list[Found]
    left: float
    """Share of its letters, as far as shape tells, that are in no word read well; under 0.05 where it is signed."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Ink that lies together like text, in pixels."""

    box: Pixels
    letter: float
    """Height of its middle letter."""

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]

    @property
    def lone(self) -> bool:
        return self.box[2] - self.box[0] <= SMALL * self.height


def improved(image: Gray, kept: Sequence[Found], found: Sequence[Found], others: Sequence[Box],
             dpi: float, times: int = 1) -> Seen:
    """The words kept of those found, with those that only a closer look reads.

    `image`: evenly lit and straight; `others`: ruled lines and pictures, in points, where nothing is looked for;
    `times` as many places as usual are looked at.
    """
    inked = ink.dark(image)
    for box in others:
        _erase(inked, _pixels(box, dpi), 0.02 * dpi, 0)
    letters = _letters(inked, dpi)
    em = _em(letters, dpi)
    kept = [_tight(word, inked, em) for word in kept]
    firm = [word for word in kept if _is_firm(word)]
    rest = _without(inked, firm, 0)
    firm = [word for word in firm if not _goes_on(word, rest)]
    rest = _without(inked, firm, 0)
    over = _letters(rest, dpi)
    pieces = [piece for piece in _pieces(over, em) if _share(rest, piece.box) >= FEWEST]
    lone = [piece for piece in pieces if piece.lone][:SMALL_LOOKS * times]
    long = sorted((piece for piece in pieces if not piece.lone), key=lambda piece: -piece.letter)[:LOOKS * times]
    alone = _without(image, firm, 255)
    for box in others:
        if box[3] - box[1] > box[2] - box[0]:  # level ones stay: letters touch them, and Tesseract knows underlines
            _erase(alone, _pixels(box, dpi), 0.01 * dpi, 255)
    read = [word for piece in (*lone, *long) for word in _read(alone, piece, found, em, dpi)]
    untouched = set(map(id, firm))
    better = [*firm, *_merged([word for word in kept if id(word) not in untouched], read)]
    left = _share_of(over, letters, dpi)
    if left >= LITTLE:
        firm = [word for word in better if word.confidence >= FIRM]
        left = _share_of(_letters(_without(inked, firm, 0), dpi), letters, dpi)
    return Seen(better, left)


def read_finer(image: Gray, kept: Sequence[Found], dpi: float) -> list[Found]:
    """The words kept, and beside or instead of the doubtful ones those that reading the page once more, enlarged, makes
    of what is left."""
    finer = np.asarray(cv2.resize(image, None, fx=AGAIN_FINER, fy=AGAIN_FINER, interpolation=cv2.INTER_CUBIC), np.uint8)
    firm = [word for word in kept if word.confidence >= FIRM]
    again = [replace(word, box=_shrunk(word.box)) for word in words(finer, SPARSE, dpi * AGAIN_FINER) if _is_firm(word)]
    taken = np.array([word.box for word in firm]).reshape(-1, 4)
    new = [word for word in again if not _is_taken(word.box, taken)]
    return [*firm, *_merged([word for word in kept if word.confidence < FIRM], new)]


def _shrunk(box: Pixels) -> Pixels:
    x0, y0, x1, y1 = (round(value / AGAIN_FINER) for value in box)
    return (x0, y0, x1, y1)


def _is_taken(box: Pixels, taken: NDArray[np.int64]) -> bool:
    """Whether words read before stand in a box."""
    wide = np.minimum(taken[:, 2], box[2]) - np.maximum(taken[:, 0], box[0])
    high = np.minimum(taken[:, 3], box[3]) - np.maximum(taken[:, 1], box[1])
    return bool(((wide > 0.15 * (box[2] - box[0])) & (high > 0.3 * (box[3] - box[1]))).any())


def _share_of(some: Sequence[Pixels], letters: Sequence[Pixels], dpi: float) -> float:
    """Share of the page's letters, by their width; 0 on a page of few letters."""
    total = _breadth(letters)
    return _breadth(some) / total if total >= ENOUGH * dpi / 18 else 0.0


def _breadth(letters: Sequence[Pixels]) -> int:
    """The letters' widths together; what is very long for its height is a stroke or a shadow."""
    return sum(min(x1 - x0, 4 * (y1 - y0)) for x0, y0, x1, y1 in letters if x1 - x0 <= 12 * (y1 - y0))


def _em(letters: Sequence[Pixels], dpi: float) -> float:
    """Height of the page's middle word, from its letters: boxes of words may all be too high."""
    heights = [box[3] - box[1] for box in letters]
    return 1.25 * float(np.median(heights)) if len(heights) >= ENOUGH else 8 * dpi / 72


def _pixels(box: Box, dpi: float) -> Pixels:
    x0, y0, x1, y1 = (value * dpi / 72 for value in box)
    return (int(x0), int(y0), int(np.ceil(x1)), int(np.ceil(y1)))


def _erase(image: Gray, box: Pixels, margin: float, value: int) -> None:
    pad = round(margin)
    image[max(0, box[1] - pad):box[3] + pad, max(0, box[0] - pad):box[2] + pad] = value


def _without(image: Gray, known: Sequence[Found], value: int) -> Gray:
    out = image.copy()
    for word in known:
        _erase(out, word.box, 1, value)
    return out


def _letters(rest: Gray, dpi: float) -> list[Pixels]:
    """Boxes of connected ink as high as letters are, also where two or three of them touch."""
    stats = cv2.connectedComponentsWithStats(rest)[2]
    low, high = (value * dpi / 72 for value in LETTERS)
    edge = ink.EDGE * dpi
    height, width = rest.shape
    return [(x, y, x + w, y + h) for x, y, w, h, area in stats[1:].tolist()
            if low <= h <= high and area <= SOLID * w * h + h * h
            and x > edge and y > edge and x + w < width - edge and y + h < height - edge]


def _share(rest: Gray, box: Pixels) -> float:
    return float(rest[box[1]:box[3], box[0]:box[2]].mean())


def _tight(word: Found, inked: Gray, em: float) -> Found:
    """The word in a box as high as its letters: those of large words reach into the next line now and then."""
    if word.height <= HIGH * em:
        return word
    x0, y0, x1, y1 = (max(0, value) for value in word.box)
    stats = cv2.connectedComponentsWithStats(np.ascontiguousarray(inked[y0:y1, x0:x1]))[2][1:]
    heights = stats[:, 3]
    letters = stats[heights >= 0.5 * heights.max()] if len(stats) else stats
    if len(letters) < 0.5 * len(word.text):
        return word
    top, bottom = int(np.median(letters[:, 1])), int(np.median(letters[:, 1] + letters[:, 3]))
    slack = round(0.2 * (bottom - top))
    return replace(word, box=(word.box[0], max(y0, y0 + top - slack), word.box[2], min(y1, y0 + bottom + slack)))


def _is_firm(word: Found) -> bool:
    """Whether a word is left as it is: read well, and in a box that fits."""
    short = sum(map(str.isalnum, word.text)) <= 2 and not word.backed
    return word.confidence >= (SHORT_FIRM if short else FIRM)


def _goes_on(word: Found, rest: Gray) -> bool:
    """Whether a word lacks letters: ink about as high as its own stands right beside it."""
    x0, y0, x1, y1 = (max(0, value) for value in word.box)
    near = max(3, round(TOUCHING * word.height))
    sides = (rest[y0:y1, max(0, x0 - near):x0], rest[y0:y1, x1:x1 + near])
    return any(int(side.any(axis=1).sum()) >= 0.5 * word.height for side in sides)


def _pieces(letters: Sequence[Pixels], em: float) -> list[_Piece]:
    """Letters of one line together, then lines of one block."""
    rows: list[tuple[list[int], list[int]]] = []
    for box in sorted(letters, key=lambda b: b[0]):
        height = box[3] - box[1]
        for row, heights in rows:
            least = min(height, row[3] - row[1])
            gap = JOINED * max(min(height, row[3] - row[1]), 0.8 * em)
            if box[0] - row[2] <= gap and min(box[3], row[3]) - max(box[1], row[1]) > 0.5 * least:
                row[:] = [row[0], min(row[1], box[1]), max(row[2], box[2]), max(row[3], box[3])]
                heights.append(height)
                break
        else:
            rows.append(([*box], [height]))
    pieces = [_Piece((row[0], row[1], row[2], row[3]), median(heights)) for row, heights in rows]
    return _blocks(sorted(pieces, key=lambda piece: piece.box[1]))


def _blocks(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Lines of several letters that stand close under each other as one piece."""
    result: list[_Piece] = []
    for piece in pieces:
        x0, y0, x1, y1 = piece.box
        for i, other in enumerate(result):
            a0, b0, a1, b1 = other.box
            over = min(x1, a1) - max(x0, a0) > 0.5 * min(x1 - x0, a1 - a0)
            if not piece.lone and not other.lone and over and y0 - b1 < 0.7 * piece.letter:
                both = (min(x0, a0), min(y0, b0), max(x1, a1), max(y1, b1))
                result[i] = _Piece(both, max(piece.letter, other.letter))
                break
        else:
            result.append(piece)
    return result


def _read(image: Gray, piece: _Piece, before: Sequence[Found], em: float, dpi: float) -> list[Found]:
    """The words of a piece that are believed; `before`: what was made of it in the page."""
    mode = BLOCK if piece.height > LINES * max(em, piece.letter) else LINE
    x0, y0, x1, y1 = piece.box
    stop = round(0.7 * piece.letter) if piece.lone else 0  # the '.' of '1.'
    box = (x0, y0, x1 + stop, y1 + round(0.2 * piece.letter))  # underlines that were taken out took the letters' feet
    found = read_alone(image, box, mode, dpi)
    text = ''.join(word.text for word in found).replace(',', '.')
    if piece.lone and _LONE.fullmatch(text):
        usual = LONE_EM[0] * em <= piece.letter <= LONE_EM[1] * em
        sure = max(word.confidence for word in found) >= LOUD
        return [Found(text, piece.box, LOUD)] if usual and sure else []
    believed = _believed(found)
    if len(believed) == len(found):
        return believed
    others = [word.text for word in before if _inside(word.box, piece.box)]
    others += [word.text for word in read_alone(image, box, mode, dpi, FINER)]
    agreed = [replace(word, confidence=LOUD) for word in found if word not in believed and _agrees(word.text, others)]
    backed = [word for word in found if word.confidence >= LOUD and word not in believed] if believed or agreed else []
    return believed + agreed + [word for word in backed if any(map(str.isalnum, word.text))]


def _believed(found: Sequence[Found]) -> list[Found]:
    """All words where every one reads well, else only the longer ones that do."""
    useful = [sum(map(str.isalnum, word.text)) for word in found]
    if all(word.confidence >= LOUD and (count >= 2 or len(found) > 2)
           for word, count in zip(found, useful, strict=True)):
        return list(found)
    return [word for word, count in zip(found, useful, strict=True) if word.confidence >= LOUD and count >= 4]


def _agrees(text: str, others: Sequence[str]) -> bool:
    return len(_bare(text)) >= ALIKE and _bare(text) in map(_bare, others)


def _bare(text: str) -> str:
    return squash(text, fold=True).text


def _inside(box: Pixels, outer: Pixels) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _merged(doubtful: Sequence[Found], read: Sequence[Found]) -> list[Found]:
    """Doubtful words make room for better ones; words read well only for those that say the same and more."""
    result: list[Found] = []
    added = list(read)
    for word in doubtful:
        over = [other for other in added if _overlap(word.box, other.box) > 0]
        text = ''.join(_bare(other.text) for other in sorted(over, key=lambda other: other.box[0]))
        poorer = _bare(word.text) not in text and not _outdone(word, over)
        if word.confidence >= FIRM and poorer:
            added = [other for other in added if other not in over]
            result.append(word)
        elif sum(_overlap(word.box, other.box) for other in over) <= 0.5 * (word.box[2] - word.box[0]):
            result.append(word)
    return result + added


def _outdone(word: Found, over: Sequence[Found]) -> bool:
    """Whether a word is a fragment of what was read in its place: fewer letters, and read less well."""
    letters = max((len(_bare(other.text)) for other in over), default=0)
    return letters >= 1.5 * len(_bare(word.text)) and all(other.confidence > word.confidence for other in over)


def _overlap(box: Pixels, other: Pixels) -> int:
    """How far along the line two boxes of one line share their place."""
    high = min(box[3], other[3]) - max(box[1], other[1])
    least = min(box[3] - box[1], other[3] - other[1])
    return max(0, min(box[2], other[2]) - max(box[0], other[0])) if high > 0.3 * least else 0

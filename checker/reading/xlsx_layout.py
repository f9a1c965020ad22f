"""Lays the visible cells of a sheet out as pages: where each stands is worked out from columns, rows and merges.

The boxes are true to order, columns and spans, not to fonts: enough to tell what stands under, beside and above what.
A long sheet becomes several pages, cut between rows. Knows nothing of XML; never decides what is visible.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np

from checker.model import Box, Floats, Grade, Mark, MarkKind, Page
from checker.reading.xlsx_drawing import Anchor

LINE: Final = 15.0
"""Points from one line to the next: the usual row of a spreadsheet."""
LETTER_HEIGHT: Final = 11.0
LETTER_WIDTH: Final = 5.6
"""Points of a letter in the usual 11 pt font; longer words are squeezed into their cell."""
CHARACTER: Final = 5.25
PADDING: Final = 3.75
"""Points of a column's width: 7 pixels a character and 5 around, at 96 to the inch."""
TALLEST: Final = 45.0
"""Points that a row's own height may add: room for a signature must show, a poster's row must not."""
GAP_ROWS: Final = 5
"""Empty rows that are kept in a gap."""
WIDEST: Final = 20_000.0
"""Points from which columns that hold nothing are left out; a table of 60 wide columns has half of that."""
PAGE_ROWS: Final = 400
"""Filled rows from which a page may end: checks look at all lines of a page, so their cost grows with its square."""
PAGE_MOST: Final = 1_000
SIDE_BY_SIDE: Final = 4
"""Cells of a row of a table; between two such rows a page may end without tearing a signer's block."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one cell, of a merged range, or of one line of a text box. Rows and columns count from 1."""

    row: int
    column: int
    last_row: int
    last_column: int
    lines: tuple[str, ...]
    at: str
    align: Literal['left', 'center', 'right'] = 'left'
    flows: bool = True
    """Whether long words run over empty cells beside it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    kind: MarkKind
    anchor: Anchor
    at: str


@dataclass(slots=True)
class Drawing:
    """What a sheet shows, ready to be laid out."""

    pieces: list[Piece] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    """Characters by column, where it differs from `width`; 0 for hidden ones."""
    width: float = 8.43
    heights: dict[int, float] = field(default_factory=dict)
    above: list[Piece] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)
    """Headers and footers of printed pages, and the sheet's name; their rows count by themselves."""
    grade: Grade = 'good'


def pages_of(drawing: Drawing, first: int) -> tuple[Page, ...]:
    """The pages of one sheet, at least one, numbered from `first`."""
    pieces = sorted(drawing.pieces, key=lambda piece: (piece.row, piece.column))
    edges = _edges(drawing, pieces)
    cuts = list(_cuts(pieces))
    pages = []
    for i, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(pieces)], strict=True)):
        low = pieces[start].row if i else 0
        high = pieces[end].row if end < len(pieces) else 1 << 30
        drawn = [each for each in drawing.drawn if low <= each.anchor.row < high]
        above, below = drawing.above if not i else [], drawing.below if end == len(pieces) else []
        paper = _Paper(edges, drawing.heights)
        paper.add(above)
        paper.add(pieces[start:end], drawn)
        paper.add(below)
        hidden = tuple(drawing.hidden) if not i else ()
        pages.append(paper.page(first + i, drawing.grade, hidden))
    return tuple(pages)


def _edges(drawing: Drawing, pieces: Sequence[Piece]) -> Floats:
    """Left edge in points of every column up to the last one used, and of the one after it; index 0 is not used."""
    corners = [(each.column, each.last_column) for each in pieces]
    corners += [(each.anchor.column, each.anchor.last_column) for each in drawing.drawn]
    last = max((end for _, end in corners), default=1)
    widths = np.full(last + 1, drawing.width * CHARACTER + PADDING)
    for column, width in drawing.widths.items():
        if column <= last:
            widths[column] = width * CHARACTER + PADDING if width else 0.0
    widths[0] = 0.0
    if widths.sum() > WIDEST:
        used = np.zeros(last + 1, bool)
        used[[column for column, _ in corners]] = True
        widths[~used] = 0.0
        widths *= min(1.0, 10 * WIDEST / max(widths.sum(), 1.0))
    return np.concatenate(([0.0], np.cumsum(widths))).astype(np.float32)


def _cuts(pieces: Sequence[Piece]) -> Iterator[int]:
    """Indices of pieces with which a new page begins."""
    rows: dict[int, list[int]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        rows[piece.row].append(i)
    filled, before, covered = 0, 0, 0
    for row, indices in rows.items():
        table = before >= SIDE_BY_SIDE <= len(indices)
        if row > covered and ((filled >= PAGE_ROWS and table) or filled >= PAGE_MOST):
            yield indices[0]
            filled = 0
        filled, before = filled + 1, len(indices)
        covered = max(covered, *(pieces[i].last_row for i in indices if pieces[i].last_row < row + PAGE_ROWS), 0)


class _Paper:
    """One page in the making: lines with boxes, from top to bottom."""

    def __init__(self, edges: Floats, heights: dict[int, float]) -> None:
        self._edges, self._heights = edges, heights
        self._y = 0.0
        self._row = self._stack = 0
        self._texts: list[str] = []
        self._lines: list[tuple[int, int]] = []
        self._spots: list[tuple[float, float, float, float]] = []
        """Left edge, width of a letter, top and bottom of every line."""
        self._at: list[str] = []
        self._marks: list[Mark] = []

    def add(self, pieces: Sequence[Piece], drawn: Sequence[Drawn] = ()) -> None:
        """Rows of pieces, which must stand in reading order, and what lies over them."""
        rows: dict[int, list[Piece]] = defaultdict(list)
        for piece in pieces:
            rows[piece.row].append(piece)
        known = sorted(set(rows) | {each.anchor.row for each in drawn})
        tops = self._tops(known, rows)
        bands = _Bands(known, tops)
        for row in known:
            after = [piece.column for piece in rows[row]]
            for i, piece in enumerate(rows[row]):
                self._write(piece, bands, after[i + 1] if i + 1 < len(after) else None)
            self._row += max((_share(piece) for piece in rows[row]), default=1)
        for each in drawn:
            self._marks.append(Mark(each.kind, self._box(each.anchor, bands), each.at))
        self._y = tops[-1]

    def page(self, n: int, grade: Grade, hidden: tuple[str, ...]) -> Page:
        text = '\n'.join(self._texts)
        lengths = np.array([len(each) for each in self._texts], np.int64)
        starts = np.concatenate(([0], np.cumsum(lengths + 1)))[: len(lengths)].astype(np.int64)
        table = np.zeros((len(lengths), 4), np.int32)
        if len(lengths):
            table[:, 0], table[:, 1] = starts, starts + lengths
            table[:, 2:] = self._lines
        boxes = self._letters(text, lengths, starts)
        right = max(float(self._edges[-1]), float(boxes[:, 2].max()) if len(boxes) else 0.0, 1.0)
        return Page(n, right, self._y + LINE, 'fast', 'flow', grade, text, boxes, table, tuple(self._at),
                    tuple(self._marks), hidden=hidden)  # fmt: skip

    def _letters(self, text: str, lengths: np.ndarray, starts: np.ndarray) -> Floats:
        """The box of every character: lines are parted evenly, spaces and line ends have no size."""
        boxes = np.zeros((len(text), 4), np.float32)
        if not len(text):
            return boxes
        spots = np.array(self._spots, np.float32).reshape(-1, 4)
        owner = np.repeat(np.arange(len(lengths)), lengths + 1)[: len(text)]
        offset = (np.arange(len(text)) - starts[owner]).astype(np.float32)
        left, width = spots[owner, 0], spots[owner, 1]
        boxes[:, 0], boxes[:, 1], boxes[:, 3] = left + offset * width, spots[owner, 2], spots[owner, 3]
        boxes[:, 2] = boxes[:, 0] + width
        codes = np.frombuffer(text.encode('utf-32-le', 'replace'), np.uint32)
        blank = (codes == 32) | (codes == 10)
        boxes[blank, 2], boxes[blank, 3] = boxes[blank, 0], boxes[blank, 1]
        return boxes

    def _tops(self, known: Sequence[int], rows: dict[int, list[Piece]]) -> list[float]:
        """The top of every known row, and the bottom of the last."""
        tops, y, before = [], self._y, None
        for row in known:
            y += 0.0 if before is None else LINE * min(row - before - 1, GAP_ROWS)
            tops.append(y)
            lines = max((_share(piece) for piece in rows[row]), default=1) * LINE
            y += min(max(self._heights.get(row, 0.0), lines), lines + TALLEST)
            before = row
        return [*tops, y]

    def _write(self, piece: Piece, bands: _Bands, next_column: int | None) -> None:
        left, right = float(self._edges[piece.column]), float(self._edges[piece.last_column + 1])
        if piece.flows and piece.last_row == piece.row:
            free = float(self._edges[next_column]) if next_column is not None else max(float(self._edges[-1]), right)
            right = max(right, free)
            right = max(right, left + LETTER_WIDTH) if next_column is not None else max(right, left + 200.0)
        top, bottom = bands.top(piece.row), bands.bottom(piece.last_row)
        step = min(LINE, (bottom - top) / len(piece.lines))
        top += (bottom - top - step * len(piece.lines)) / 2
        for i, line in enumerate(piece.lines):
            if line:
                wide = min(right - left, len(line) * LETTER_WIDTH)
                start = left + {'left': 0.0, 'center': 0.5, 'right': 1.0}[piece.align] * (right - left - wide)
                y = top + i * step + (step - min(LETTER_HEIGHT, step)) / 2
                self._texts.append(line)
                self._lines.append((self._row + i, self._stack))
                self._spots.append((start, wide / len(line), y, y + min(LETTER_HEIGHT, step)))
                self._at.append(piece.at)
        self._stack += 1

    def _box(self, anchor: Anchor, bands: _Bands) -> Box:
        x, y, end_x, end_y = anchor.inset
        left = min(float(self._edges[anchor.column]) + x, float(self._edges[anchor.column + 1]))
        top = min(bands.top(anchor.row) + y, bands.bottom(anchor.row))
        right = min(float(self._edges[anchor.last_column]) + end_x, float(self._edges[anchor.last_column + 1]))
        bottom = min(bands.top(anchor.last_row) + end_y, bands.bottom(anchor.last_row))
        return (left, top, max(left, right), max(top, bottom))


class _Bands:
    """Where every row of the sheet lies, the known ones and those in the gaps between them."""

    def __init__(self, known: Sequence[int], tops: Sequence[float]) -> None:
        self._known, self._tops = known, tops

    def top(self, row: int) -> float:
        at = bisect_left(self._known, row)
        if at < len(self._known) and self._known[at] == row:
            return self._tops[at]
        return self._between(row, at, 0)

    def bottom(self, row: int) -> float:
        at = bisect_right(self._known, row)
        if at and self._known[at - 1] == row:
            gap = self._known[at] - row - 1 if at < len(self._known) else 0
            return self._tops[at] - LINE * min(gap, GAP_ROWS)
        return self._between(row, at, 1)

    def _between(self, row: int, at: int, more: int) -> float:
        """A row that holds nothing: as many lines under the known row above as the gap has room for."""
        if not at:
            return self._tops[0]
        above = self._known[at - 1]
        last = at == len(self._known)
        room = GAP_ROWS if last else min(self._known[at] - above - 1, GAP_ROWS)
        start = self._tops[at] - (0.0 if last else LINE * room)
        return start + LINE * min(row - above - 1 + more, room)


def _share(piece: Piece) -> int:
    """Lines that a piece takes of its first row."""
    return -(-len(piece.lines) // (piece.last_row - piece.row + 1))

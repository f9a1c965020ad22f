"""Collects the lines of a flowing document into pages: rows, stacks and places instead of boxes.

Knows nothing of XML; never decides what is visible.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from checker.errors import TooManyPages
from checker.model import Grade, Level, Mark, Page, Source
from checker.reading import limits

NO_BOX = (0.0, 0.0, 0.0, 0.0)
_LIST_MARK = re.compile(r'\(?(?:[a-zA-Z]|[0-9]{1,3}|[ivxIVX]{1,5})[.)]|[-•]')


@dataclass(frozen=True, slots=True)
class FlowLine:
    text: str
    row: int
    stack: int
    at: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the text: the part that holds it, its place, and the size it is shown at, in points."""

    part: str
    at: str
    width: float
    height: float


@dataclass(slots=True)
class _Draft:
    width: float
    height: float
    lines: list[FlowLine] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (self.lines or self.marks or self.hidden)


class Flow:
    """Lines in, pages out. `row` is the number of the row that the next line gets; table cells set it back."""

    def __init__(self) -> None:
        self.row = 0
        self._stack = 0
        self._drafts = [_Draft(0, 0)]
        self._tabbed: list[tuple[tuple[str, ...], int, str]] = []

    def page_size(self, width: float, height: float) -> None:
        """The size in points of this page and those after it."""
        self._drafts[-1].width, self._drafts[-1].height = width, height

    def line(self, text: str, at: str) -> None:
        """One line in the current stack, in a row of its own; tabs part it into lines beside each other."""
        segments = _segments(text)
        if self._tabbed and len(segments) != len(self._tabbed[0][0]):
            self._columns()
        if len(segments) > 1:
            self._tabbed.append((segments, self.row, at))
        elif segments:
            self._drafts[-1].lines.append(FlowLine(segments[0], self.row, self._stack, at))
        else:
            self.gap()
        self.row += 1

    def gap(self) -> None:
        """Ends the stack: what follows stands apart."""
        self._columns()
        self._stack += 1

    def page(self) -> None:
        """A new page, unless nothing stands on this one."""
        self.gap()
        last = self._drafts[-1]
        if last.empty:
            return
        if len(self._drafts) >= limits.current().pages:
            raise TooManyPages
        self._drafts.append(_Draft(last.width, last.height))
        self.row = 0

    def mark(self, mark: Mark) -> None:
        self._drafts[-1].marks.append(mark)

    def hide(self, text: str) -> None:
        """A line that nobody can see."""
        if clean := ' '.join(text.split()):
            self._drafts[-1].hidden.append(clean)

    def pages(self) -> tuple[Page, ...]:
        """All pages, counted from 1; the last one is dropped when nothing stands on it."""
        self._columns()
        drafts = [draft for draft in self._drafts if not draft.empty] or self._drafts[:1]
        return tuple(flow_page(n, draft.width, draft.height, draft.lines, level='fast', source='flow', grade='good',
                               marks=tuple(draft.marks), hidden=tuple(draft.hidden))
                     for n, draft in enumerate(drafts, 1))

    def _columns(self) -> None:
        """Paragraphs that tabs part into equally many pieces stand under each other: one stack for each column."""
        rows, self._tabbed = self._tabbed, []
        for column in range(len(rows[0][0]) if rows else 0):
            self._stack += 1
            for segments, row, at in rows:
                self._drafts[-1].lines.append(FlowLine(segments[column], row, self._stack, at))
        self._stack += bool(rows)


def _segments(text: str) -> tuple[str, ...]:
    """The pieces between tabs; a list mark stays with what follows, a lone colon with its label (as in `columns`)."""
    pieces: list[str] = []
    for piece in (' '.join(part.split()) for part in text.split('\t')):
        if pieces and piece and (piece == ':' or _LIST_MARK.fullmatch(pieces[-1])):
            pieces[-1] += ' ' + piece
        elif piece:
            pieces.append(piece)
    return tuple(pieces)


def flow_page(n: int, width: float, height: float, lines: Sequence[FlowLine], *, level: Level, source: Source,
              grade: Grade, marks: tuple[Mark, ...] = (), hidden: tuple[str, ...] = ()) -> Page:
    """A page without boxes from its lines, which must already stand in reading order."""
    spans, at, start = [], [], 0
    for line in lines:
        spans.append((start, start + len(line.text), line.row, line.stack))
        at.append(line.at)
        start += len(line.text) + 1
    text = '\n'.join(line.text for line in lines)
    table = np.array(spans, np.int32).reshape(-1, 4)
    return Page(n, width, height, level, source, grade, text, lines=table, at=tuple(at), marks=marks, hidden=hidden)

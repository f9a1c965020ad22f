"""What a page is made of before a producer writes it: paragraphs, tables, pictures. Never knows which producer
writes it.

Lengths are points. A run may carry a mark: the number of an entry in `Draft.marks`. Producers write marked runs as
links; `places.py` reads where the links stand and takes them out again, so the truth about boxes is the producer's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal['left', 'center', 'right', 'justify']
PictureKind = Literal['signature', 'signature-stamp', 'stamp', 'paraf', 'logo', 'garuda', 'qr', 'photo', 'scribble']


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    mark: int | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float | None = None
    white: bool = False
    """White on white: a person can't see it."""


@dataclass(frozen=True, slots=True)
class Para:
    runs: tuple[Run, ...]
    align: Align = 'left'
    indent: float = 0.0
    hanging: float = 0.0
    """The first line starts this far left of the others."""
    after: float = 3.0
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Tabbed:
    """One entry of a tab-stop layout: the last segment wraps and hangs under itself."""

    segments: tuple[tuple[Run, ...], ...]
    stops: tuple[float, ...]
    after: float = 3.0


@dataclass(frozen=True, slots=True)
class Gap:
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal rule over the whole width, as under a letterhead."""

    thick: float = 1.5
    double: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    kind: PictureKind
    width: float
    height: float
    seed: int
    align: Align = 'center'
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class NewPage:
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    blocks: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1
    middle: bool = False
    shade: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows list only the cells that start in them; a cell of an earlier row may reach down by its rowspan."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    border: bool = True
    header: int = 0
    padding: float = 3.0
    after: float = 4.0
    fine: bool = False
    """Set in the type of bordered tables although it has no borders."""


Block = Para | Tabbed | Gap | Line | Picture | NewPage | Table


@dataclass(frozen=True, slots=True)
class Look:
    """The typography of a document."""

    paper: tuple[float, float] = (595.3, 841.9)
    margin: float = 62.0
    font: Literal['serif', 'sans', 'narrow', 'carlito', 'dejavu'] = 'serif'
    size: float = 11.0
    table_size: float = 9.5
    leading: float = 1.2
    landscape: bool = False
    """The first page lies."""
    footer: str = ''
    page_numbers: Literal['', '- %d -', 'Halaman %d', '%d'] = ''

    def inner(self, landscape: bool) -> float:
        """The width between the margins."""
        return (self.paper[1] if landscape else self.paper[0]) - 2 * self.margin


def grid(table: Table) -> list[tuple[int, int, Cell]]:
    """Row and column of every cell, spans reckoned with."""
    taken: set[tuple[int, int]] = set()
    found: list[tuple[int, int, Cell]] = []
    for r, row in enumerate(table.rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            found.append((r, c, cell))
            taken.update((r + i, c + j) for i in range(cell.rowspan) for j in range(cell.colspan))
            c += cell.colspan
    return found


def table_size(table: Table, wanted: float) -> float:
    """The largest type at which the longest word of every cell fits its column; never below 5.5 points."""
    size = wanted
    for _, c, item in grid(table):
        inner = sum(table.widths[c : c + item.colspan]) - 2 * table.padding - 1
        for block in item.blocks:
            for run in block.runs if isinstance(block, Para) else ():
                longest = max((_width(word, run.bold) for word in run.text.split()), default=0.0)
                size = min(size, inner / longest) if longest else size
    return max(size, 5.5)


def _width(word: str, bold: bool) -> float:
    """Width of a word at one point of type, a little over what Liberation and Carlito need."""
    return sum(0.78 if letter.isupper() else 0.3 if letter in 'iljtf.,/-() ' else 0.56 for letter in word) * (
        1.04 if bold else 1.0
    )


def para(*runs: Run | str, **style: object) -> Para:
    """A paragraph from runs and plain strings."""
    return Para(tuple(Run(run) if isinstance(run, str) else run for run in runs), **style)  # type: ignore[arg-type]


def cell(*content: Block | Run | str, align: Align = 'left', **style: object) -> Cell:
    """A cell: runs and strings become one paragraph each."""
    blocks: list[Block] = []
    for item in content:
        if isinstance(item, str):
            item = Run(item)
        blocks.append(Para((item,), align, after=1.0) if isinstance(item, Run) else item)
    return Cell(tuple(blocks), **style)  # type: ignore[arg-type]

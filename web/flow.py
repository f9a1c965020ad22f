"""A document without pages as blocks for the screen: paragraphs in order, tables and sheets as tables, places marked.

Works on the lines of a reading and their `at`; opens nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.messages import _
from checker.model import Line, Page

_CELL = re.compile(r'(?P<table>.*?tabel \d+), baris (?P<row>\d+), kolom (?P<column>\d+)(?P<inner>.*)')
"""The outermost table of a place; tables inside a cell show as text of that cell."""
_SHEET_CELL = re.compile(r'(?P<sheet>.+)!(?P<letters>[A-Z]{1,3})(?P<row>\d{1,7})(?P<inner>, .*)?')
"""A cell of a spreadsheet; text boxes show in the cell over which they begin."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding's mark on a place: its number in the list, the anchor that leads here, and how it looks."""

    anchor: str
    target: str
    number: int
    look: str
    icon: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph, or one line of a picture: what stands in it and the findings that stand there."""

    at: str
    text: str
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    rows: tuple[tuple[tuple[Text, ...], ...], ...]
    """Rows of cells of paragraphs; a row of one cell runs through all columns."""
    width: int


@dataclass(slots=True)
class _Building:
    name: str
    sheet: bool
    cells: dict[tuple[int, int], list[Text]] = field(default_factory=dict)

    def table(self) -> Table:
        """Cells stand in the columns that they name; what the file leaves out (merged cells) is empty.

        Of a sheet only columns that hold something are shown, and a cell alone in its row (a title, a class) takes it
        all.
        """
        rows = sorted({row for row, _ in self.cells})
        used = sorted({column for _, column in self.cells})
        columns = used[:WIDEST] if self.sheet else range(1, min(used[-1], WIDEST) + 1)
        return Table(self.name, tuple(self._row(row, columns) for row in rows), len(columns))

    def _row(self, row: int, columns: Sequence[int]) -> tuple[tuple[Text, ...], ...]:
        cells = tuple(tuple(self.cells.get((row, column), ())) for column in columns)
        alone = [cell for cell in cells if cell]
        return tuple(alone) if self.sheet and len(alone) == 1 else cells


WIDEST = 60
"""Columns shown; a table that claims more is damaged or hostile, and the browser should not build it."""


def blocks(page: Page, spots: Mapping[str, Sequence[Spot]]) -> tuple[Text | Table, ...]:
    """The page in reading order. `spots` are the findings by place (`at`)."""
    done: list[Text | Table] = []
    open_table: _Building | None = None
    for text in _texts(page, spots):
        name, place = _cell(text.at)
        if open_table is not None and name != open_table.name:
            done.append(open_table.table())
            open_table = None
        if not name:
            done.append(text)
            continue
        open_table = open_table or _Building(name, '!' in text.at)
        open_table.cells.setdefault(place, []).append(text)
    return (*done, open_table.table()) if open_table is not None else tuple(done)


def _cell(at: str) -> tuple[str, tuple[int, int]]:
    """The table or sheet of a place, with row and column; no name for what stands in none."""
    if cell := _SHEET_CELL.fullmatch(at):
        column = 0
        for letter in cell['letters']:
            column = column * 26 + ord(letter) - 64
        return _("lembar {name}").format(name=cell['sheet']), (int(cell['row']), column)
    if cell := _CELL.fullmatch(at):
        return cell['table'], (int(cell['row']), int(cell['column']))
    return '', (0, 0)


def _texts(page: Page, spots: Mapping[str, Sequence[Spot]]) -> list[Text]:
    """One text a paragraph: lines of one place and row (parts between tabs) are put together.

    A place that several paragraphs share (a cell) bears its marks on the paragraph that holds the words found.
    """
    found: list[tuple[str, int, list[Line]]] = []
    for line in page:
        at = line.at or ''
        if found and found[-1][:2] == (at, line.row):
            found[-1][2].append(line)
        else:
            found.append((at, line.row, [line]))
    left = {at: list(marks) for at, marks in spots.items()}
    to_come = Counter(at for at, _row, _lines in found)
    texts = []
    for at, _row, lines in found:
        to_come[at] -= 1
        text = '\t'.join(line.text for line in lines)
        texts.append(Text(at, text, _claim(left.get(at, []), text, last=not to_come[at])))
    return texts


def _claim(marks: list[Spot], text: str, *, last: bool) -> tuple[Spot, ...]:
    """The marks that belong to this paragraph, taken off the list; the last paragraph of a place takes the rest."""
    words = ' '.join(text.split())
    taken = [mark for mark in marks if last or ' '.join(mark.text.split()) in words]
    for mark in taken:
        marks.remove(mark)
    return tuple(taken)

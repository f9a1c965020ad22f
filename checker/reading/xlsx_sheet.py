"""Reads a worksheet's events into cells: what each holds, which are merged, which rows and columns are hidden.

Streams the part, so that a million empty rows cost time but no memory. Never formats a value and never decides what is
visible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from checker.errors import TooLarge
from checker.reading import limits
from checker.reading.xlsx_package import Package, local
from checker.reading.xlsx_styles import float_of, int_of

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
CELLS: Final = 1_000_000
"""Filled cells of one sheet: a register of 50,000 requests with 20 columns."""
MERGES: Final = 200_000
CELL_CHARS: Final = 32_767
"""Excel's own limit of one cell."""
_REFERENCE: Final = re.compile(r'\$?([A-Z]{1,3})\$?([1-9]\d{0,6})')
_RANGE: Final = re.compile(rf'{_REFERENCE.pattern}(?::{_REFERENCE.pattern})?')
_WORDLESS: Final = re.compile(
    r'(?=.*(?:[+*/^-]|\w\())(?:[\s\d.,;:$+*/^()<>={}-]|\[[^\]]*\]|[A-Z]{1,3}\$?\d+\b(?!\()'
    r'|(?:ROWS?|COLUMNS?|SUM|SUMIFS?|SUBTOTAL|COUNT|COUNTA|COUNTIFS?|MAX|MIN|AVERAGE|ROUND|INT|TODAY|NOW)\()*'
)
"""Formulas that can only give a number: references in sums and counts. A lone reference may give words."""
_IN_CELL_PICTURE: Final = re.compile(r'(?:_xlfn\.)?(?:DISPIMG|IMAGE)\(', re.IGNORECASE)

Kind = Literal['words', 'number', 'error', 'picture', 'unread', 'unread-number']
Color = dict[str, str] | None
Rich = str | tuple[tuple[str, Color], ...]
"""Words, or runs of words with the attributes of their colour."""


@dataclass(frozen=True, slots=True)
class Cell:
    row: int
    column: int
    style: int
    kind: Kind
    words: Rich = ''
    number: float = 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """A range of cells, all ends included, counted from 1."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Columns:
    first: int
    last: int
    width: float
    """In characters; 0 for hidden ones."""


@dataclass(slots=True)
class Sheet:
    """What a worksheet part holds. `heights`: points by row, where said."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Span] = field(default_factory=list)
    columns: list[Columns] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    """First and last row of each hidden stretch."""
    width: float = 8.43
    zeros: bool = True
    pictured: bool = False
    """A picture lies behind the cells."""
    drawings: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    """Relations of drawings and tables."""
    furniture: dict[str, str] = field(default_factory=dict)
    """Texts of headers and footers by element: 'oddHeader', 'firstFooter' ..."""


class Words:
    """Gathers the words of one string, run by run; what stands in phonetic guides is left out."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, Color]] = []
        self._color: Color = None
        self._text: list[str] = []
        self._phonetic = False
        self.inside = False
        """Whether words are being read."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == 'rPh':
            self._phonetic = True
        elif tag == 't':
            self.inside, self._text = not self._phonetic, []
        elif tag == 'r':
            self._color = None
        elif tag == 'color':
            self._color = attributes

    def text(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        if tag == 't' and self.inside:
            self.inside = False
            self._runs.append((''.join(self._text)[:CELL_CHARS], self._color))
        elif tag == 'rPh':
            self._phonetic = False
        elif tag == 'r':
            self._color = None

    def take(self) -> Rich:
        runs, self._runs = self._runs, []
        if all(color is None for _, color in runs):
            return ''.join(text for text, _ in runs)
        return tuple(runs)


def length(words: Rich) -> int:
    return len(words) if isinstance(words, str) else sum(len(text) for text, _ in words)


def shared_strings(package: Package, name: str) -> list[Rich]:
    """The workbook's strings by index. Raises TooLarge beyond what a document may hold."""
    found: list[Rich] = []
    words = Words()
    left = limits.current().text_chars

    def end(tag: str) -> None:
        nonlocal left
        if tag == 'si':
            found.append(words.take())
            left -= length(found[-1]) + 1
            if left < 0:
                raise TooLarge
        else:
            words.end(tag)

    package.stream(name, words.start, end, lambda text: words.text(text) if words.inside else None)
    return found


def read_sheet(package: Package, name: str, strings: list[Rich], *, recalculated: bool = False) -> Sheet:
    """The worksheet in part `name`. `recalculated`: the workbook asks to compute all formulas when it is opened."""
    reader = _Reader(strings, recalculated)
    package.stream(name, reader.start, reader.end, reader.text)
    return reader.sheet


class _Reader:
    def __init__(self, strings: list[Rich], recalculated: bool) -> None:
        self.sheet = Sheet()
        self._strings = strings
        self._recalculated = recalculated
        self._words = Words()
        self._row = self._column = 0
        self._row_filled = False
        self._cell: dict[str, str] | None = None
        self._formula: str | None = None
        self._shared: dict[str, str] = {}
        self._shared_index = ''
        self._value: str | None = None
        self._gathered: list[str] | None = None
        self._left = limits.current().text_chars

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == 'c':
            self._start_cell(attributes)
        elif self._cell is not None:
            if tag in ('v', 'f'):
                self._gathered = []
                self._shared_index = attributes.get('si', '') if tag == 'f' else self._shared_index
            else:
                self._words.start(tag, attributes)
        elif tag == 'row':
            self._start_row(attributes)
        elif tag == 'mergeCell':
            span = span_of(attributes.get('ref', ''))
            if len(self.sheet.merges) >= MERGES:
                raise TooLarge
            if span is not None:
                self.sheet.merges.append(span)
        elif tag in _FURNITURE:
            self._gathered = []
        else:
            self._setting(tag, attributes)

    def text(self, text: str) -> None:
        if self._gathered is not None:
            self._gathered.append(text)
        elif self._words.inside:
            self._words.text(text)

    def end(self, tag: str) -> None:
        if tag == 'c' and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = self._formula = self._value = None
        elif tag == 'v':
            self._value, self._gathered = ''.join(self._gathered or ()), None
        elif tag == 'f' and self._cell is not None:
            formula, self._gathered = ''.join(self._gathered or ()), None
            if self._shared_index:
                formula = formula or self._shared.get(self._shared_index, '')
                self._shared.setdefault(self._shared_index, formula)
            self._formula = formula
        elif tag in _FURNITURE:
            self.sheet.furniture[tag], self._gathered = ''.join(self._gathered or ())[:2000], None
        elif self._cell is not None:
            self._words.end(tag)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int_of(attributes.get('r')) or self._row + 1
        self._column = 0
        height = float_of(attributes.get('ht'))
        if _is_on(attributes, 'hidden') or (height is not None and height < LOWEST):
            self._hide_row()
        elif height is not None and _is_on(attributes, 'customHeight'):
            self.sheet.heights[self._row] = height

    def _hide_row(self) -> None:
        rows = self.sheet.hidden_rows
        if rows and rows[-1][1] == self._row - 1:
            rows[-1] = (rows[-1][0], self._row)
        elif len(rows) < CELLS:
            rows.append((self._row, self._row))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        span = span_of(attributes.get('r', ''))
        if span is None:
            self._column += 1
        else:
            self._row, self._column = span.row, span.column
        self._cell, self._shared_index = attributes, ''

    def _end_cell(self, attributes: dict[str, str]) -> None:
        kind, words, number = self._content(attributes)
        place = (self._row, self._column)
        if (kind == 'words' and not words) or not (1 <= self._row <= LAST_ROW and 1 <= self._column <= LAST_COLUMN):
            self.sheet.cells.pop(place, None)  # a later cell of the same name replaces the earlier one
            return
        self._left -= length(words) + 1
        if self._left < 0 or len(self.sheet.cells) >= CELLS:
            raise TooLarge
        self.sheet.cells[place] = Cell(*place, int_of(attributes.get('s')) or 0, kind, words, number)

    def _content(self, attributes: dict[str, str]) -> tuple[Kind, Rich, float]:
        kind, value = attributes.get('t', 'n'), self._value
        inline = self._words.take()
        if self._formula is not None and _IN_CELL_PICTURE.match(self._formula):
            return ('picture', '', 0.0)
        if kind == 'e':
            return ('picture' if 'vm' in attributes else 'error', '', 0.0)
        if self._formula is not None and kind != 'str' and (not value or (value == '0' and self._recalculated)):
            return ('unread-number' if _WORDLESS.fullmatch(self._formula) else 'unread', '', 0.0)
        if kind == 'inlineStr':
            return ('words', inline, 0.0)
        if kind == 's':
            index = int_of((value or '').strip())
            known = index is not None and 0 <= index < len(self._strings)
            return ('words', self._strings[index] if known and index is not None else '', 0.0)
        if kind == 'b':
            return ('words', {'1': 'TRUE', '0': 'FALSE'}.get((value or '').strip(), ''), 0.0)
        number = float_of(value) if kind == 'n' else None
        return ('words', (value or '')[:CELL_CHARS], 0.0) if number is None else ('number', '', number)

    def _setting(self, tag: str, attributes: dict[str, str]) -> None:
        sheet = self.sheet
        if tag == 'col' and len(sheet.columns) < LAST_COLUMN:
            first, last = int_of(attributes.get('min')), int_of(attributes.get('max'))
            width = float_of(attributes.get('width'))
            before = sheet.columns[-1].last if sheet.columns else 0
            if first and last and before < first <= last:  # the standard's order; overlaps would cost time for nothing
                width = 0.0 if _is_on(attributes, 'hidden') else sheet.width if width is None else width
                sheet.columns.append(Columns(first, min(last, LAST_COLUMN), width))
        elif tag == 'sheetFormatPr':
            sheet.width = float_of(attributes.get('defaultColWidth')) or sheet.width
        elif tag == 'sheetView':
            sheet.zeros = attributes.get('showZeros', '1') not in ('0', 'false')
        elif tag in ('drawing', 'tablePart', 'picture'):
            relation = next((value for key, value in attributes.items() if local(key) == 'id'), '')
            sheet.pictured = sheet.pictured or tag == 'picture'
            {'drawing': sheet.drawings, 'tablePart': sheet.tables}.get(tag, []).append(relation)


LOWEST: Final = 2.0
"""Points: rows that low show nothing of their words (`xlsx_styles.TINY`)."""
_FURNITURE: Final = frozenset({'oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'})


def _is_on(attributes: dict[str, str], name: str) -> bool:
    return attributes.get(name, '0') in ('1', 'true')


def span_of(reference: str) -> Span | None:
    """'B7' or 'B7:D9'; None for anything else."""
    match = _RANGE.fullmatch(reference)
    if match is None:
        return None
    column, row, last_column, last_row = match.groups()
    first = (int(row), column_number(column))
    last = (int(last_row), column_number(last_column)) if last_row else first
    return Span(min(first[0], last[0]), min(first[1], last[1]), max(first[0], last[0]), max(first[1], last[1]))


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    letters = ''
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

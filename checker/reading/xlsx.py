"""Reads XLSX files: each visible sheet as a page (or several) of cells with their places, pictures as marks.

Values come as they are displayed, formulas as last computed. Hidden rows, columns and sheets and words without contrast
are hidden text; a formula that was never computed, or a pasted page, makes its sheet unreadable in part. Never runs a
macro, follows a link out of the file, or writes anything.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from checker.errors import DamagedFile, TooLarge, TooManyPages
from checker.messages import _
from checker.model import Document, Note, Page, Sha256
from checker.reading import limits
from checker.reading.xlsx_drawing import Anchor, Picture, TextBox, shapes_of
from checker.reading.xlsx_format import displayed, displayed_text
from checker.reading.xlsx_layout import Drawing, Drawn, Piece, pages_of
from checker.reading.xlsx_package import Package, child, children, link, open_package
from checker.reading.xlsx_sheet import (
    Cell,
    Rich,
    Sheet,
    Span,
    column_letters,
    read_sheet,
    shared_strings,
    span_of,
)
from checker.reading.xlsx_styles import Look, Styles

_ALIGN: Final[dict[str, Literal['left', 'center', 'right']]] = {
    'center': 'center', 'centerContinuous': 'center', 'right': 'right',
}  # fmt: skip
_PLAIN_NAME: Final = re.compile(r'(?:sheet|lembar|worksheet|tabelle)\s*\d*', re.IGNORECASE)
"""Names that a program gives by itself."""
_CODES: Final = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d{1,3}|(?P<code>.))', re.DOTALL)
_FURNITURE: Final = (('Header', 'kop halaman'), ('Footer', 'kaki halaman'))


@dataclass(slots=True)
class _Book:
    """The workbook's own settings, and what was noticed while reading it."""

    package: Package
    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    """Name, part and whether it shows."""
    strings: list[Rich] = field(default_factory=list)
    styles: Styles = field(default_factory=lambda: Styles(None, None))
    since_1904: bool = False
    recalculated: bool = False
    hidden_sheets: list[str] = field(default_factory=list)
    unread: bool = False
    scanned: bool = False


def read_fast(path: Path) -> Document:
    """All visible sheets (source 'flow').

    Raises DamagedFile (also for any DOCTYPE), EncryptedFile, TooLarge, TooManyPages.
    """
    with path.open('rb') as stream:
        sha256 = Sha256(hashlib.file_digest(stream, 'sha256').hexdigest())
    with open_package(path) as package:
        book = _open_book(package)
        pages = tuple(_pages(book))
    return Document(sha256, 'xlsx', pages, notes=tuple(_notes(book, pages)))


def read_full(path: Path, pages: Sequence[int]) -> tuple[Page, ...]:
    """These pages (from 1); a sheet has no more to give than `read_fast` shows."""
    known = read_fast(path).pages
    return tuple(known[n - 1] for n in pages if 1 <= n <= len(known))


def _notes(book: _Book, pages: Sequence[Page]) -> Iterator[Note]:
    if book.package.macros:
        yield Note('berisi-makro', None, _("Berkas memuat makro. Makro tidak dijalankan."))
    if book.hidden_sheets:
        names = ', '.join(f'"{name}"' for name in book.hidden_sheets[:5])
        yield Note('lembar-tersembunyi', None, _(
            "Lembar kerja {names} disembunyikan. Isinya tidak dihitung. Tampilkan (Unhide) bila harus dinilai."
        ).format(names=names))  # fmt: skip
    if any(page.hidden for page in pages):
        yield Note('teks-tersembunyi', None, _(
            "Berkas memuat baris, kolom, atau teks yang tidak terlihat. Isinya tidak dihitung. "
            "Tampilkan (Unhide) bila harus dinilai."))  # fmt: skip
    if book.unread:
        yield Note('rumus-tanpa-nilai', None, _(
            "Sebagian sel berisi rumus yang belum dihitung, jadi isinya tidak terbaca. "
            "Buka berkas di Excel, simpan, lalu unggah lagi."))  # fmt: skip
    if book.scanned:
        yield Note('gambar-tidak-dibaca', None, _(
            "Lembar kerja memuat gambar sebesar halaman, yang tulisannya tidak dibaca. "
            "Unggah gambar itu sebagai PDF atau JPG."))  # fmt: skip


def _open_book(package: Package) -> _Book:
    targets = [each.target for each in package.relations('').values() if each.kind == 'officeDocument']
    main = next((name for name in (*targets, 'xl/workbook.xml') if name in package.members), None)
    root = package.tree(main) if main else None
    if main is None or root is None:
        raise DamagedFile
    relations = package.relations(main)
    parts = {each.kind: each.target for each in relations.values()}
    book = _Book(package)
    listed = child(root, 'sheets')
    for entry in () if listed is None else children(listed, 'sheet'):
        relation = relations.get(link(entry))
        if relation is not None and relation.kind == 'worksheet':
            shows = entry.get('state', 'visible') == 'visible'
            book.sheets.append((' '.join(entry.get('name', '').split())[:64], relation.target, shows))
    if not book.sheets:
        raise DamagedFile
    if len(book.sheets) > limits.current().pages:
        raise TooManyPages
    if parts.get('sharedStrings') in package.members:
        book.strings = shared_strings(package, parts['sharedStrings'])
    book.styles = Styles(package.tree(parts.get('styles', '')), package.tree(parts.get('theme', '')))
    settings, computing = child(root, 'workbookPr'), child(root, 'calcPr')
    book.since_1904 = settings is not None and settings.get('date1904') in ('1', 'true')
    book.recalculated = computing is not None and computing.get('fullCalcOnLoad') in ('1', 'true')
    return book


def _pages(book: _Book) -> Iterator[Page]:
    """The pages of the visible sheets; the words of hidden ones are hidden text of the first page."""
    unseen: list[str] = []
    drawings = []
    for name, part, shows in book.sheets:
        drawing = _Sheet(book, name, part).drawing(shows=shows)
        if shows:
            drawings.append(drawing)
        elif drawing.hidden or drawing.drawn:
            book.hidden_sheets.append(name)
            unseen += drawing.hidden
    drawings = drawings or [Drawing()]
    drawings[0].hidden += unseen
    n = 1
    for drawing in drawings:
        for page in pages_of(drawing, n):
            if n > limits.current().pages:
                raise TooManyPages
            yield page
            n += 1


class _Sheet:
    """One sheet on its way from cells to what a person sees."""

    def __init__(self, book: _Book, name: str, part: str) -> None:
        self._book, self._name, self._part = book, name, part
        self._sheet: Sheet = read_sheet(book.package, part, book.strings, recalculated=book.recalculated)
        self._relations = book.package.relations(part)
        self._hidden_columns = {
            column for each in self._sheet.columns if each.width < NARROWEST
            for column in range(each.first, each.last + 1)
        }  # fmt: skip
        self._starts = [first for first, _ in sorted(self._sheet.hidden_rows)]
        self._stretches = sorted(self._sheet.hidden_rows)
        self._scanned = False
        self._merged = {(span.row, span.column): span for span in self._sheet.merges}

    def drawing(self, *, shows: bool) -> Drawing:
        """What the sheet shows; of a sheet that does not show everything is hidden."""
        sheet = self._sheet
        drawing = Drawing(width=sheet.width, heights=sheet.heights)
        for columns in sheet.columns:
            for column in range(columns.first, columns.last + 1):
                drawing.widths[column] = 0.0 if column in self._hidden_columns else columns.width
        inner = self._inside_merges()
        heads = self._table_heads()
        for place, cell in sheet.cells.items():
            self._add(cell, place in inner, place in heads or sheet.pictured, drawing)
        for relation in sheet.drawings:
            if relation in self._relations:
                self._add_shapes(self._relations[relation].target, drawing)
        if self._scanned and shows:
            self._book.scanned = True
            drawing.grade = 'poor' if drawing.pieces else 'unreadable'
        self._furnish(drawing)
        if not shows:
            drawing.hidden += [line for piece in drawing.pieces for line in piece.lines if line]
        return drawing

    def _add(self, cell: Cell, inner: bool, dark: bool, drawing: Drawing) -> None:
        look = self._book.styles.look(cell.style)
        span = self._merged.get((cell.row, cell.column)) or Span(cell.row, cell.column, cell.row, cell.column)
        away = inner or self._is_hidden(span)
        if cell.kind in ('unread', 'unread-number', 'error', 'picture'):
            self._add_wordless(cell, span, drawing, away=away)
            return
        seen, unseen = self._words(cell, look, dark=dark)
        if away:
            seen, unseen = '', unseen + seen
        if clean := ' '.join(unseen.split()):
            drawing.hidden.append(clean)
        lines = tuple(' '.join(line.split()) for line in seen.strip('\n').split('\n'))
        if any(lines):
            align = _ALIGN.get(look.align) or ('right' if cell.kind == 'number' and not look.align else 'left')
            flows = cell.kind == 'words' and not look.wrap
            drawing.pieces.append(Piece(
                span.row, span.column, span.last_row, span.last_column, lines, self._at(cell.row, cell.column), align,
                flows))  # fmt: skip

    def _add_wordless(self, cell: Cell, span: Span, drawing: Drawing, *, away: bool) -> None:
        if away:
            return
        if cell.kind == 'picture':
            anchor = Anchor(span.row, span.column, span.last_row + 1, span.last_column + 1)
            drawing.drawn.append(Drawn('picture', anchor, self._at(cell.row, cell.column)))
        elif cell.kind != 'error':
            self._book.unread = True
            if cell.kind == 'unread':
                drawing.grade = 'poor'

    def _words(self, cell: Cell, look: Look, *, dark: bool) -> tuple[str, str]:
        """What a cell shows, and what it holds but does not show."""
        if cell.kind == 'number':
            nothing = cell.number == 0 and not self._sheet.zeros
            text = '' if nothing else displayed(cell.number, look.code, since_1904=self._book.since_1904)
            return ('', text) if look.hides(dark=dark) else (text, '')
        if isinstance(cell.words, str):
            text = displayed_text(cell.words, look.code)
            hides = look.hides(dark=dark)
            return ('' if hides else text, text if hides else '' if text else cell.words)
        seen: list[str] = []
        unseen: list[str] = []
        for text, color in cell.words:
            rgb = None if color is None else self._book.styles.color(color)
            (unseen if look.hides(rgb, dark=dark) else seen).append(text)
        return ''.join(seen), ''.join(unseen)

    def _at(self, row: int, column: int) -> str:
        return f'{self._name}!{column_letters(column)}{row}'

    def _is_hidden(self, span: Span) -> bool:
        """All rows or all columns of a range are hidden."""
        return (all(column in self._hidden_columns for column in range(span.column, span.last_column + 1))
                or self._hidden_through(span.row) >= span.last_row)  # fmt: skip

    def _hidden_through(self, row: int) -> int:
        """The last row of the hidden stretch in which a row lies; 0 for a visible one."""
        at = bisect_right(self._starts, row)
        return self._stretches[at - 1][1] if at and self._stretches[at - 1][1] >= row else 0

    def _inside_merges(self) -> set[tuple[int, int]]:
        """Cells that a merge covers: whatever they hold, they show nothing."""
        spans = sorted(self._sheet.merges, key=lambda span: span.row)
        covered: set[tuple[int, int]] = set()
        places = sorted(self._sheet.cells)
        rows = [row for row, _ in places]
        left = MERGE_STEPS
        for span in spans:
            within = range(bisect_right(rows, span.row - 1), bisect_right(rows, span.last_row))
            left -= len(within)
            if left < 0:
                raise TooLarge
            for row, column in (places[i] for i in within):
                if span.column <= column <= span.last_column and (row, column) != (span.row, span.column):
                    covered.add((row, column))
        return covered

    def _table_heads(self) -> set[tuple[int, int]]:
        """Cells whose ground a table's style may colour: its head is often white on blue by that style alone."""
        heads: set[tuple[int, int]] = set()
        for relation in self._sheet.tables:
            root = self._book.package.tree(self._relations[relation].target) if relation in self._relations else None
            if root is None or child(root, 'tableStyleInfo') is None or root.get('headerRowCount', '1') == '0':
                continue
            if (span := span_of(root.get('ref', ''))) is not None:
                heads |= {(span.row, column) for column in range(span.column, span.last_column + 1)}
        return heads

    def _add_shapes(self, part: str, drawing: Drawing) -> None:
        for shape in shapes_of(self._book.package, part):
            anchor = shape.anchor
            place = self._at(anchor.row, anchor.column)
            away = self._is_hidden(Span(anchor.row, anchor.column, anchor.last_row, anchor.last_column))
            if isinstance(shape, Picture):
                if not away:
                    drawing.drawn.append(Drawn(shape.kind, anchor, place))
                    self._scanned = self._scanned or min(shape.size) >= SCAN
                continue
            drawing.hidden += shape.hidden
            if away:
                drawing.hidden += [line for line in shape.lines if line]
            else:
                drawing.pieces += _box_pieces(shape, f'{place}, kotak teks')

    def _furnish(self, drawing: Drawing) -> None:
        """Headers and footers of printed pages, and the name on the sheet's tab."""
        for where, label in _FURNITURE:
            lines: list[str] = []
            for which in ('odd', 'first', 'even'):
                for line in _printed(self._sheet.furniture.get(which + where, '')):
                    if line not in lines:
                        lines.append(line)
            pieces = [Piece(i, 1, i, 1, (line,), f'{label} {self._name}') for i, line in enumerate(lines, 1)]
            (drawing.above if where == 'Header' else drawing.below).extend(pieces)
        if drawing.pieces and not _PLAIN_NAME.fullmatch(self._name):
            row = len(drawing.below) + 1 + _TAB_GAP
            drawing.below.append(Piece(row, 1, row, 1, (self._name,), f'lembar {self._name}'))


MERGE_STEPS: Final = 20_000_000
"""Cells compared with merges: 20,000 merges in rows of 20 cells take 0.4 million."""
SCAN: Final = 300.0
"""Points of width and height from which a picture may be a pasted page: emblems and signatures stay below 150."""
NARROWEST: Final = 0.3
"""Characters: columns that narrow show nothing."""
_TAB_GAP: Final = 3


def _box_pieces(box: TextBox, at: str) -> list[Piece]:
    """The lines of a text box, spread over the rows that it covers as its paragraphs are."""
    anchor = box.anchor
    rows = anchor.last_row - anchor.row + 1
    by_row: dict[int, list[str]] = {}
    for i, line in enumerate(box.lines):
        by_row.setdefault(anchor.row + i * rows // len(box.lines), []).append(line)
    return [Piece(row, anchor.column, row, anchor.last_column, tuple(filter(None, lines)), at, flows=False)
            for row, lines in by_row.items() if any(lines)]  # fmt: skip


def _printed(text: str) -> list[str]:
    """The lines of a header or footer; page numbers, dates, file names and fonts are left out."""
    shown = _CODES.sub(lambda match: _CODE.get((match['code'] or '').upper(), ''), text)
    lines = (' '.join(line.split()) for line in shown.split('\n'))
    return [line for line in lines if any(c.isalnum() for c in line)]


_CODE: Final[dict[str, str]] = {'L': '\n', 'C': '\n', 'R': '\n', '&': '&'}


"""Walks the XML of a DOCX in the order in which a person reads it, and hands its lines to a `Flow`.

Sees what python-docx passes over: content controls, text boxes, inserted text, notes, list numbers, diagrams. Leaves
out what nobody sees: deleted and moved-away text, merged-away cells, unused headers. Follows no link out of the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from checker.model import Mark
from checker.reading.docx_flow import NO_BOX, Flow, Picture
from checker.reading.docx_numbering import Numbering
from checker.reading.docx_package import Package, Part
from checker.reading.docx_styles import Look, Styles, W, int_of, shaded, value_of
from checker.reading.docx_xml import (
    A4,
    BREAKS,
    DGM,
    ELEMENT,
    EMU,
    INVISIBLE,
    MATH,
    MC,
    SIGNS,
    THROUGH,
    WP,
    A,
    R,
    V,
    cells_of,
    dark_paper,
    filled,
    inner_of,
    is_on,
    merged_away,
    rows_of,
    shown_in,
    symbol,
)

_LEADER = ' ..... '
"""What a tab with a leader shows: the dots of an empty form field or of a table of contents."""


@dataclass(slots=True)
class Scope:
    """Counts paragraphs and tables of one container and names the places in it. The names are part of the report's
    contract, so they are not translated."""

    prefix: str = ''
    paragraphs: int = 0
    tables: int = 0

    def paragraph(self) -> str:
        self.paragraphs += 1
        return f'{self.prefix}paragraf {self.paragraphs}'

    def table(self) -> str:
        self.tables += 1
        return f'{self.prefix}tabel {self.tables}'


class Cell(Scope):
    """Inside a cell the paragraphs have no numbers of their own."""

    def paragraph(self) -> str:
        return self.prefix.removesuffix(', ')


@dataclass(slots=True)
class _Paragraph:
    """What a paragraph gathers while its runs are read; \\t, \\n and \\f stand for tab, line break and page break."""

    look: Look
    part: Part
    dark: bool
    text: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    objects: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    tabs: int = 0


class Walk:
    """One pass over a package. Afterwards `flow` holds the lines and `pictures` the pictures, in document order."""

    def __init__(self, package: Package) -> None:
        self.flow = Flow()
        self.pictures: list[Picture] = []
        self._package = package
        self._styles = Styles(_root(package, 'styles.xml'))
        self._numbering = Numbering(_root(package, 'numbering.xml'))
        self._notes = {kind: _notes(package, kind) for kind in ('footnote', 'endnote')}
        settings = _root(package, 'settings.xml')
        self._even = settings is not None and settings.find(W + 'evenAndOddHeaders') is not None
        self._sections: list[Any] = []
        self._furniture: set[str] = set()
        self._footers: list[str] = []
        self._endnotes: list[str] = []
        self._footnotes: list[str] = []
        self._dark_paper = False

    def run(self) -> None:
        """Reads the whole document: body, headers and footers once each, notes at the end of their page."""
        main = self._package.parts[self._package.main]
        body = main.root.find(W + 'body')
        if body is None:
            return
        self._dark_paper = dark_paper(main.root)
        self._sections = [s for s in body.iter(W + 'sectPr') if s.getparent().tag in (W + 'pPr', W + 'body')]
        self._enter_section(main, first=True)
        self._blocks(body, main, Scope(), self._dark_paper)
        self._end_page()
        for key in self._endnotes:
            self._note('endnote', key, 'catatan akhir')

    # Sections, headers, footers, notes

    def _enter_section(self, main: Part, *, first: bool = False) -> None:
        if not self._sections:
            self.flow.page_size(*A4)
            return
        section = self._sections.pop(0)
        if not first and value_of(section, 'type') != 'continuous':
            self._end_page()
        size = section.find(W + 'pgSz')
        width, height = ((int_of(size.get(W + key)) or 0 for key in 'wh') if size is not None else (0, 0))
        self.flow.page_size(*((width / 20, height / 20) if width > 0 and height > 0 else A4))
        for name in self._shown(section, 'headerReference', main):
            self._furnish(name, 'kop halaman')
        self._footers += self._shown(section, 'footerReference', main)

    def _shown(self, section: Any, tag: str, main: Part) -> list[str]:
        """Names of the header or footer parts that this section brings in and that Word shows, each once in a file."""
        kinds = {'default'} | ({'first'} if section.find(W + 'titlePg') is not None else set())
        kinds |= {'even'} if self._even else set()
        names = [main.related.get(ref.get(R + 'id'), '') for ref in section.iterchildren(W + tag)
                 if ref.get(W + 'type', 'default') in kinds]
        fresh = [name for name in names if name in self._package.parts and name not in self._furniture]
        self._furniture.update(fresh)
        return fresh

    def _furnish(self, name: str, label: str) -> None:
        part = self._package.parts[name]
        if part.root is not None:
            self.flow.gap()
            self._blocks(part.root, part, Scope(f'{label}, '), self._dark_paper)
            self.flow.gap()

    def _end_page(self) -> None:
        footnotes, self._footnotes = self._footnotes, []
        for key in footnotes:
            self._note('footnote', key, 'catatan kaki')
        footers, self._footers = self._footers, []
        for name in footers:
            self._furnish(name, 'kaki halaman')
        self.flow.page()

    def _note(self, kind: str, key: str, label: str) -> None:
        part, notes = self._notes[kind]
        if part is not None and key in notes:
            self.flow.gap()
            self._blocks(notes[key], part, Cell(f'{label} {key}, '), self._dark_paper)

    # Blocks

    def _blocks(self, parent: Any, part: Part, scope: Scope, dark: bool) -> None:
        for child in parent.iterchildren(tag=ELEMENT):
            if child.tag == W + 'p':
                self._paragraph(child, part, scope, dark)
            elif child.tag == W + 'tbl':
                self._table(child, part, scope, dark)
            elif child.tag == W + 'sdt' or child.tag in THROUGH or child.tag == MC + 'AlternateContent':
                for inner in inner_of(child):
                    self._blocks(inner, part, scope, dark)

    def _paragraph(self, element: Any, part: Part, scope: Scope, dark: bool) -> None:
        props = element.find(W + 'pPr')
        mark = None if props is None else props.find(W + 'rPr')
        look = self._styles.paragraph(props)
        found = _Paragraph(look, part, dark or bool(look.shade))
        self._runs(element, found)
        at = scope.paragraph()
        visible = ''.join(found.text)
        if mark is None or mark.find(W + 'del') is None or visible.strip():
            number = self._numbering.next(look, value_of(props, 'pStyle') if props is not None else None)
            if visible.strip() or not found.hidden:
                visible = number + visible
        if props is not None and is_on(props, 'pageBreakBefore') and not isinstance(scope, Cell):
            self._end_page()
        self._lay_out(visible, at, isinstance(scope, Cell))
        self.flow.hide(''.join(found.hidden))
        for drawing in found.objects:
            self._drawing(drawing, part, at, found.dark)
        self._footnotes += [key for kind, key in found.notes if kind == 'footnote']
        self._endnotes += [key for kind, key in found.notes if kind == 'endnote']
        if props is not None and props.find(W + 'sectPr') is not None and part.name == self._package.main:
            self._enter_section(part)

    def _lay_out(self, text: str, at: str, in_cell: bool) -> None:
        for n, piece in enumerate((text.replace('\f', '\n') if in_cell else text).split('\f')):
            if n:
                self._end_page()
            for line in piece.split('\n'):
                self.flow.line(line, at)

    def _table(self, table: Any, part: Part, scope: Scope, dark: bool) -> None:
        name = scope.table()
        props = table.find(W + 'tblPr')
        if props is not None:
            dark = dark or bool(shaded(props)) or self._styles.table_shaded(value_of(props, 'tblStyle'))
        self.flow.gap()
        for n, row in enumerate(rows_of(table), 1):
            start = end = self.flow.row
            for column, cell in cells_of(row):
                self.flow.row = start
                self._cell(cell, part, f'{name}, baris {n}, kolom {column}, ', dark)
                end = max(end, self.flow.row)
            self.flow.row = max(end, start + 1)
        self.flow.gap()

    def _cell(self, cell: Any, part: Part, place: str, dark: bool) -> None:
        props = cell.find(W + 'tcPr')
        if props is not None:
            if merged_away(props):
                self.flow.hide(''.join(t.text or '' for t in cell.iter(W + 't')))
                return
            shade = shaded(props)
            dark = dark if shade is None else shade
        self.flow.gap()
        self._blocks(cell, part, Cell(place), dark)
        self.flow.gap()

    # Runs

    def _runs(self, parent: Any, found: _Paragraph) -> None:
        for child in parent.iterchildren(tag=ELEMENT):
            if child.tag == W + 'r':
                self._run(child, found)
            elif child.tag in THROUGH:
                self._runs(child, found)
            elif child.tag == W + 'sdt' or child.tag == MC + 'AlternateContent':
                for inner in inner_of(child):
                    self._runs(inner, found)
            elif child.tag in (MATH + 'oMath', MATH + 'oMathPara'):
                found.text.append(''.join(t.text or '' for t in child.iter(MATH + 't')))

    def _run(self, run: Any, found: _Paragraph) -> None:
        look = self._styles.run(run.find(W + 'rPr'), found.look)
        seen = not (look.hidden or (look.white and not (found.dark or look.shade)))
        target = found.text if seen else found.hidden
        for child in run.iterchildren(tag=ELEMENT):
            if child.tag == W + 't':
                text = ' '.join((child.text or '').translate(INVISIBLE).replace('\n', ' ').split('\t'))
                target.append(text.upper() if look.caps else text)
            elif child.tag == W + 'tab':
                target.append(_tab(found))
            elif child.tag == W + 'br':
                target.append(BREAKS.get(child.get(W + 'type'), '\n'))
            elif child.tag == W + 'sym':
                target.append(symbol(child))
            elif child.tag in SIGNS:
                target.append(SIGNS[child.tag])
            elif child.tag in (W + 'footnoteReference', W + 'endnoteReference'):
                found.notes.append((child.tag[len(W):-len('Reference')], child.get(W + 'id', '')))
            elif child.tag in (W + 'drawing', W + 'pict', W + 'object'):
                found.objects.append(child)
            elif child.tag == MC + 'AlternateContent':
                found.objects += inner_of(child)

    # Drawings

    def _drawing(self, drawing: Any, part: Part, at: str, dark: bool) -> None:
        """Pictures become marks, text boxes and diagrams lines at the place of their paragraph."""
        boxes = 0
        for element in shown_in(drawing):
            if element.tag in (A + 'blip', V + 'imagedata'):
                self._picture(element, drawing, part, at)
            elif element.tag == W + 'txbxContent':
                boxes += 1
                self.flow.gap()
                scope = Scope(f'{at}, kotak teks' + (f' {boxes}' if boxes > 1 else '') + ', ')
                self._blocks(element, part, scope, dark or filled(element))
                self.flow.gap()
            elif element.tag == V + 'textpath' and element.get('string', '').strip():
                self.flow.gap()  # WordArt, as Word puts its watermarks into headers
                self.flow.line(element.get('string'), f'{at}, tanda air')
                self.flow.gap()
            elif element.tag == DGM + 'relIds':
                self._diagram(part.related.get(element.get(R + 'dm')), at)
            elif element.tag == A + 'custGeom' or element.tag.endswith('}contentPart'):
                self.flow.mark(Mark('drawing', NO_BOX, at))

    def _picture(self, element: Any, drawing: Any, part: Part, at: str) -> None:
        self.flow.mark(Mark('picture', NO_BOX, at))
        name = part.related.get(element.get(R + 'embed') or element.get(R + 'id') or '', '')
        if name in self._package.parts:
            extent = drawing.find(f'.//{WP}extent')
            width, height = (0 if extent is None else (int_of(extent.get(key)) or 0) / EMU for key in ('cx', 'cy'))
            self.pictures.append(Picture(name, at, width, height))

    def _diagram(self, name: str | None, at: str) -> None:
        """SmartArt: the organisation charts of annexes keep their words in a part of their own."""
        part = self._package.parts.get(name or '')
        for paragraph in () if part is None or part.root is None else part.root.iter(A + 'p'):
            self.flow.gap()
            self.flow.line(''.join(t.text or '' for t in paragraph.iter(A + 't')), f'{at}, bagan')
        self.flow.gap()


def _root(package: Package, ending: str) -> Any:
    part = package.named(ending)
    return None if part is None else part.root


def _notes(package: Package, kind: str) -> tuple[Part | None, dict[str, Any]]:
    part = package.named(f'{kind}s.xml')
    if part is None or part.root is None:
        return None, {}
    texts = (note for note in part.root.iterchildren(W + kind) if note.get(W + 'type') is None)
    return part, {note.get(W + 'id', ''): note for note in texts}


def _tab(found: _Paragraph) -> str:
    leaders = found.look.leaders or ()
    found.tabs += 1
    return _LEADER if found.tabs <= len(leaders) and leaders[found.tabs - 1] else '\t'

"""Blocks as DOCX through python-docx, and DOCX printed to PDF by LibreOffice, all files in one call because it
starts slowly."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from tests.evaluation import blocks as b
from tests.evaluation.draft import Draft
from tests.evaluation.pictures import png
from tests.evaluation.places import Places, colour, coloured_places
from tests.evaluation.producers import fonts

_ALIGN = {
    'left': WD_ALIGN_PARAGRAPH.LEFT,
    'center': WD_ALIGN_PARAGRAPH.CENTER,
    'right': WD_ALIGN_PARAGRAPH.RIGHT,
    'justify': WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def print_all(drafts: list[tuple[Draft, Path]]) -> dict[Path, Places]:
    """Write every draft as PDF and say where its marks stand.

    LibreOffice drops links in headless printing, so a twin of each file is printed with every mark in a colour of
    its own;
    colours move nothing. Raises CalledProcessError when LibreOffice fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for draft, path in drafts:
            for stem, coloured in ((path.stem, False), (f'{path.stem}-warna', True)):
                source = Path(folder) / f'{stem}.docx'
                write_docx(draft, source, coloured=coloured)
                sources.append(str(source))
        command = [
            'soffice',
            f'-env:UserInstallation=file://{folder}/profile',
            '--headless',
            '--convert-to',
            'pdf',
            '--outdir',
            folder,
            *sources,
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=900)
        for _, path in drafts:
            path.write_bytes((Path(folder) / f'{path.stem}.pdf').read_bytes())
        return {path: coloured_places(Path(folder) / f'{path.stem}-warna.pdf') for _, path in drafts}


def write_docx(draft: Draft, path: Path, *, coloured: bool = False) -> None:
    """Write the draft as DOCX; marks in colours only when asked."""
    document = Document()
    look = draft.look
    normal = document.styles['Normal']
    normal.font.name, normal.font.size = fonts.WORD[look.font], Pt(look.size)
    normal.element.rPr.rFonts.set(qn('w:cs'), fonts.WORD[look.font])
    _section(document.sections[0], look, look.landscape)
    writer = _Writer(document, look, coloured)
    landscape = look.landscape
    for block in draft.blocks:
        if isinstance(block, b.NewPage):
            if block.landscape != landscape:
                _section(document.add_section(WD_SECTION.NEW_PAGE), look, block.landscape)
                landscape = block.landscape
            else:
                writer.break_next = True
        else:
            writer.add(document, block, look.inner(landscape), look.size)
    document.core_properties.title = draft.title[:255]
    document.save(str(path))


def _section(section: Any, look: b.Look, landscape: bool) -> None:
    width, height = look.paper[::-1] if landscape else look.paper
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = Pt(look.margin)
    section.top_margin = section.bottom_margin = Pt(look.margin * 0.8)
    if look.footer:
        section.footer.is_linked_to_previous = False
        section.footer.paragraphs[0].text = look.footer.replace('\n', ' ')
        section.footer.paragraphs[0].runs[0].font.size = Pt(7)


class _Writer:
    """Adds blocks to the body or to a cell."""

    def __init__(self, document: Any, look: b.Look, coloured: bool) -> None:
        self.document, self.look, self.coloured = document, look, coloured
        self.break_next = False

    def add(self, place: Any, block: b.Block, width: float, size: float, first: Any = None) -> None:
        """`first` is the empty paragraph that a new cell brings along."""
        if isinstance(block, b.Table):
            if self.break_next:
                self.turn_page(place)
            self.table(place, block, width, size)
            return
        paragraph = first if first is not None else place.add_paragraph()
        style = paragraph.paragraph_format
        style.space_after = style.space_before = Pt(0)
        style.line_spacing = self.look.leading
        if self.break_next:
            style.page_break_before, self.break_next = True, False
        if isinstance(block, b.Para):
            paragraph.alignment = _ALIGN[block.align]
            style.left_indent, style.first_line_indent = Pt(block.indent), Pt(-block.hanging)
            style.space_after, style.space_before = Pt(block.after), Pt(block.before)
            for run in block.runs:
                self.run(paragraph, run, size)
        elif isinstance(block, b.Tabbed):
            self.tabbed(paragraph, block, size)
        elif isinstance(block, b.Gap):
            style.line_spacing = Pt(block.height)
        elif isinstance(block, b.Line):
            _rule(paragraph, block)
        elif isinstance(block, b.Picture):
            paragraph.alignment = _ALIGN[block.align]
            paragraph.add_run().add_picture(io.BytesIO(png(block.kind, block.seed)), Pt(block.width), Pt(block.height))

    def turn_page(self, place: Any) -> None:
        """A line of no height on the new page: LibreOffice breaks none before a table, whatever its cells ask for."""
        style = place.add_paragraph().paragraph_format
        style.space_after = style.space_before = Pt(0)
        style.line_spacing = Pt(1)
        style.page_break_before, self.break_next = True, False

    def tabbed(self, paragraph: Any, block: b.Tabbed, size: float) -> None:
        style = paragraph.paragraph_format
        for stop in block.stops:
            style.tab_stops.add_tab_stop(Pt(stop))
        style.left_indent, style.first_line_indent = Pt(block.stops[-1]), Pt(-block.stops[-1])
        style.space_after = Pt(block.after)
        for k, segment in enumerate(block.segments):
            if k:
                paragraph.add_run('\t')
            for run in segment:
                self.run(paragraph, run, size)

    def run(self, paragraph: Any, run: b.Run, size: float) -> None:
        made = paragraph.add_run(run.text)
        made.bold, made.italic, made.underline = run.bold, run.italic, run.underline
        made.font.size = Pt(run.size or size)
        if run.white:
            made.font.color.rgb = RGBColor(255, 255, 255)
        if run.mark is not None and self.coloured:
            made.font.color.rgb = RGBColor(*colour(run.mark))

    def table(self, place: Any, block: b.Table, width: float, size: float) -> None:
        made = place.add_table(len(block.rows), len(block.widths))
        if block.border:
            made.style = self.document.styles['Table Grid']
        if block.border or block.fine:
            size = b.table_size(block, self.look.table_size)
        made.autofit = False
        _grid_widths(made, block)
        for k in range(block.header):
            mark = OxmlElement('w:tblHeader')
            made.rows[k]._tr.get_or_add_trPr().append(mark)
        for r, c, item in b.grid(block):
            target = made.cell(r, c)
            if item.colspan > 1 or item.rowspan > 1:
                target = target.merge(made.cell(r + item.rowspan - 1, c + item.colspan - 1))
            inner = sum(block.widths[c : c + item.colspan])
            target.width = Pt(inner)
            if item.middle:
                target.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            self.fill(target, item, inner, size)

    def fill(self, target: Any, item: b.Cell, width: float, size: float) -> None:
        first = target.paragraphs[0]
        for block in item.blocks:
            self.add(target, block, width, size, first)
            first = first if isinstance(block, b.Table) else None
        if item.blocks and isinstance(item.blocks[-1], b.Table):
            target.add_paragraph()


def _grid_widths(made: Any, block: b.Table) -> None:
    for column, width in zip(made.columns, block.widths, strict=True):
        column.width = Pt(width)
    for row in made.rows:
        for cell, width in zip(row.cells, block.widths, strict=True):
            cell.width = Pt(width)


def _rule(paragraph: Any, block: b.Line) -> None:
    """A rule is a paragraph's lower border, as Word sets letterheads."""
    borders, bottom = OxmlElement('w:pBdr'), OxmlElement('w:bottom')
    for name, value in (
        ('val', 'thinThickSmallGap' if block.double else 'single'),
        ('sz', str(round(block.thick * 8))),
        ('space', '1'),
        ('color', 'auto'),
    ):
        bottom.set(qn(f'w:{name}'), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)
    paragraph.paragraph_format.line_spacing = Pt(4)
    paragraph.paragraph_format.space_after = Pt(6)

"""Lays a decree out as DOCX, the way an office types it: borderless tables for Menimbang and the dicta."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from .cast import Body
from .decree import Annex, Decree
from .engines import freeze_zip

CENTRE, RIGHT, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
LEFT = WD_ALIGN_PARAGRAPH.LEFT
_WIDTH = 16.0
"""Text width in cm on a 21.5 x 33 cm sheet (folio, the usual paper of Indonesian offices)."""


def new_document(font: str = 'Liberation Serif', size: float = 11.5) -> Document:
    document = docx.Document()
    style = document.styles['Normal']
    style.font.name, style.font.size = font, Pt(size)
    style.element.rPr.rFonts.set(qn('w:eastAsia'), font)
    style.paragraph_format.space_after, style.paragraph_format.space_before = Pt(0), Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.5), Cm(33)
    section.left_margin, section.right_margin = Cm(3), Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(2)
    document.core_properties.author = 'Contoh CekBukti'
    document.core_properties.created = document.core_properties.modified = datetime(2025, 1, 2)
    return document


def say(
    where: Document | _Cell,
    text: str,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    *,
    bold: bool = False,
    size: float | None = None,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    fresh: bool = True,
    underline: bool = False,
) -> Paragraph:
    """Adds a paragraph (or fills the cell's first one when `fresh` is False). Lengths: points; `indent` in cm."""
    paragraph = where.add_paragraph() if fresh else where.paragraphs[0]
    run = paragraph.add_run(text)
    run.bold, run.underline = bold, underline
    if size:
        run.font.size = Pt(size)
    paragraph.alignment = align
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.left_indent = Pt(before), Pt(after), Cm(indent)
    return paragraph


def table_of(document: Document, widths: tuple[float, ...], bordered: bool = False) -> Table:
    """An empty table with fixed column widths in cm."""
    table: Table = document.add_table(rows=0, cols=len(widths))
    table.style = 'Table Grid' if bordered else 'Normal Table'
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    return table


def add_row(
    table: Table,
    cells: tuple[str, ...],
    *,
    bold: bool = False,
    size: float | None = None,
    aligns: tuple[WD_ALIGN_PARAGRAPH, ...] | None = None,
    before: float = 0,
    after: float = 0,
) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx
    for i, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
        cell.width = table.columns[i].width
        say(cell, text, aligns[i] if aligns else LEFT, bold=bold, size=size, before=before, after=after, fresh=False)


def rule_below(paragraph: Paragraph, kind: str = 'thickThinSmallGap', weight: int = 24) -> None:
    """Draws the line of a letterhead under a paragraph."""
    borders = OxmlElement('w:pBdr')
    line = OxmlElement('w:bottom')
    for key, value in (('val', kind), ('sz', str(weight)), ('space', '4'), ('color', '000000')):
        line.set(qn(f'w:{key}'), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)  # python-docx has no setting for paragraph borders


def letterhead(document: Document, body: Body, crest: Path) -> None:
    """Arms at the left, government, body and address in the middle, a thick and a thin line underneath."""
    table = table_of(document, (2.2, _WIDTH - 2.2))
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx
    row.cells[0].width, row.cells[1].width = Cm(2.2), Cm(_WIDTH - 2.2)
    row.cells[0].paragraphs[0].add_run().add_picture(str(crest), width=Cm(1.75))
    say(row.cells[1], body.government, CENTRE, size=14, fresh=False)
    say(row.cells[1], body.name, CENTRE, bold=True, size=17)
    for line in body.address:
        say(row.cells[1], line, CENTRE, size=9)
    ruled = say(document, '', size=3, after=10)
    ruled.paragraph_format.line_spacing = Pt(4)
    rule_below(ruled)


def _head(document: Document, decree: Decree, crest: Path) -> None:
    if decree.body.address:
        letterhead(document, decree.body, crest)
    else:
        picture = say(document, '', CENTRE)
        picture.add_run().add_picture(str(crest), width=Cm(2))
        say(document, decree.body.government, CENTRE, bold=True, size=14, before=4)
        say(document, decree.body.name, CENTRE, bold=True, size=12, after=12)
    say(document, f'{decree.title} {decree.body.head[0]}', CENTRE, bold=True)
    for line in decree.body.head[1:]:
        say(document, line, CENTRE, bold=True)
    say(document, f'NOMOR : {decree.number}', CENTRE, bold=True, after=8)
    say(document, 'TENTANG', CENTRE, bold=True, after=8)
    for line in decree.about:
        say(document, line, CENTRE, bold=True)
    for i, line in enumerate(decree.body.head):
        last = i == len(decree.body.head) - 1
        say(document, f'{line},' if last else line, CENTRE, bold=True, before=0 if i else 12, after=10 if last else 0)


def _points(document: Document, label: str, texts: tuple[str, ...], signs: tuple[str, ...]) -> None:
    if not texts:
        return
    table = table_of(document, (2.9, 0.5, 0.9, _WIDTH - 4.3))
    for i, (sign, text) in enumerate(zip(signs, texts, strict=True)):
        add_row(
            table,
            (label if i == 0 else '', ':' if i == 0 else '', sign, text),
            aligns=(LEFT, LEFT, LEFT, JUSTIFY),
            after=4,
        )
    say(document, '', size=4)


def _signer(document: Document, decree: Decree) -> None:
    for label, value in (('Ditetapkan di', decree.body.town), ('pada tanggal', decree.date)):
        paragraph = say(document, f'{label} {value}', indent=8.2, before=14 if label[0] == 'D' else 0)
        paragraph.paragraph_format.keep_with_next = True
    lines = [f'{line},' if i == len(decree.body.head) - 1 else line for i, line in enumerate(decree.body.head)]
    for i, line in enumerate(lines):
        say(document, line, indent=8.2, before=6 if i == 0 else 0).paragraph_format.keep_with_next = True
    gap = say(document, '' if decree.seal.endswith('.png') else decree.seal, indent=8.2, before=22, after=26)
    gap.paragraph_format.keep_with_next = True
    if decree.seal.endswith('.png'):
        gap.paragraph_format.space_before = gap.paragraph_format.space_after = Pt(2)
        gap.add_run().add_picture(decree.seal, width=Cm(4.2))
    signer = decree.signer
    say(document, signer.name, indent=8.2, bold=True, underline=bool(signer.nip)).paragraph_format.keep_with_next = True
    if signer.nip:
        say(document, signer.rank, indent=8.2).paragraph_format.keep_with_next = True
        say(document, f'NIP {signer.nip}', indent=8.2)


def _copies(document: Document, copies: tuple[str, ...]) -> None:
    if copies:
        say(document, 'Tembusan:', before=14, size=10)
    for i, line in enumerate(copies, 1):
        say(document, f'{i}. Yth. {line}' if 'bersangkutan' not in line else f'{i}. {line}', size=10)


def _legalised(document: Document, decree: Decree, office: tuple[str, ...]) -> None:
    person = decree.legalised_by
    if person is None:
        return
    say(document, 'Salinan sesuai dengan aslinya', before=12)
    for line in office[:-1]:
        say(document, line)
    say(document, f'{office[-1]},', after=62)
    for text in (person.name, person.rank, f'NIP {person.nip}'):
        say(document, text, bold=text == person.name)


def annex_pages(document: Document, decree: Decree, annex: Annex, size: float = 10) -> None:
    """The annex on a new page, its header block at the right."""
    document.add_section(WD_SECTION.NEW_PAGE)
    table = table_of(document, (_WIDTH - 9.0, 2.4, 6.6))
    for i, (label, value) in enumerate(
        (
            ('LAMPIRAN', f': {decree.title} {decree.office}'),
            ('NOMOR', f': {annex.number}'),
            ('TANGGAL', f': {annex.date}'),
            ('TENTANG', f': {" ".join(decree.about)}'),
        )
    ):
        add_row(table, ('', label, value), size=9, after=1 if i else 2)
    for i, line in enumerate(annex.title):
        say(document, line, CENTRE, bold=True, before=18 if i == 0 else 0)
    say(document, '', size=6)
    grid = table_of(document, tuple(share * _WIDTH for share in annex.widths), bordered=True)
    add_row(grid, annex.columns, bold=True, size=size, aligns=(CENTRE,) * len(annex.columns), before=3, after=3)
    for row in annex.rows:
        add_row(grid, row, size=size, aligns=(CENTRE, *(LEFT,) * (len(row) - 1)), before=2, after=3)


def write(
    decree: Decree,
    path: Path,
    crest: Path,
    *,
    font: str = 'Liberation Serif',
    size: float = 11.5,
    legal_office: tuple[str, ...] = (),
) -> Path:
    """Writes the decree to `path` as DOCX."""
    document = new_document(font, size)
    if decree.legalised_by:
        say(document, 'SALINAN', RIGHT, bold=True)
    _head(document, decree, crest)
    _points(document, 'Menimbang', decree.considering, tuple(f'{chr(97 + i)}.' for i in range(len(decree.considering))))
    _points(document, 'Mengingat', decree.basis, tuple(f'{i}.' for i in range(1, len(decree.basis) + 1)))
    say(document, 'M E M U T U S K A N :' if decree.spaced else 'MEMUTUSKAN :', CENTRE, bold=True, before=8, after=8)
    table = table_of(document, (2.9, 0.5, _WIDTH - 3.4))
    for label, text in (('Menetapkan', ''), *decree.dicta):
        add_row(table, (label, ':', text), aligns=(LEFT, LEFT, JUSTIFY), after=4)
    _signer(document, decree)
    _legalised(document, decree, legal_office)
    _copies(document, decree.copies)
    if decree.annex:
        annex_pages(document, decree, decree.annex)
    document.save(str(path))
    return freeze_zip(path)

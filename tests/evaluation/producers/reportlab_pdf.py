"""Blocks written by ReportLab's Platypus, as web applications and report tools do."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    Image,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as Grid

from tests.evaluation import blocks as b
from tests.evaluation.draft import Draft
from tests.evaluation.pictures import png
from tests.evaluation.places import url
from tests.evaluation.producers import fonts

_ALIGN = {'left': 0, 'center': 1, 'right': 2, 'justify': 4}


def write(draft: Draft, path: Path) -> None:
    """Write the draft as a PDF with link marks."""
    look = draft.look
    family = _family(look.font)
    document = BaseDocTemplate(str(path), pagesize=look.paper, title=draft.title, invariant=1)
    document.addPageTemplates(_templates(look, family))
    story: list[Flowable] = [NextPageTemplate('L' if look.landscape else 'P')]
    if look.landscape:
        document.pageTemplates.reverse()
    landscape = look.landscape
    for block in draft.blocks:
        if isinstance(block, b.NewPage):
            landscape = block.landscape
            story += [NextPageTemplate('L' if landscape else 'P'), PageBreak()]
        else:
            story += _flow(block, look, family, look.inner(landscape))
    document.build(story)


@cache
def _family(font: str) -> str:
    found = fonts.files(font)
    if found is None:
        return fonts.BUILT_IN[font]
    names = [f'{font}-{k}' for k in range(4)]
    for name, file in zip(names, found, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(file)))
    pdfmetrics.registerFontFamily(names[0], normal=names[0], bold=names[1], italic=names[2], boldItalic=names[3])
    return names[0]


def _templates(look: b.Look, family: str) -> list[PageTemplate]:
    width, height = look.paper

    def furniture(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont(family, 7)
        middle = canvas._pagesize[0] / 2
        for k, line in enumerate(look.footer.split('\n') if look.footer else ()):
            canvas.drawCentredString(middle, 26 - 9 * k, line)
        if look.page_numbers and document.page > 1:
            canvas.setFont(family, 10)
            canvas.drawCentredString(middle, canvas._pagesize[1] - 36, look.page_numbers % document.page)
        canvas.restoreState()

    made = []
    for name, (w, h) in (('P', (width, height)), ('L', (height, width))):
        frame = Frame(look.margin, look.margin * 0.8, w - 2 * look.margin, h - 1.6 * look.margin, 0, 0, 0, 0)
        made.append(PageTemplate(name, [frame], onPage=furniture, pagesize=(w, h)))
    return made


def _flow(block: b.Block, look: b.Look, family: str, width: float) -> list[Flowable]:
    if isinstance(block, b.Para):
        return [_paragraph(block, look, family)]
    if isinstance(block, b.Gap):
        return [Spacer(1, block.height)]
    if isinstance(block, b.Line):
        rules: list[Flowable] = [HRFlowable('100%', block.thick, color=colors.black, spaceBefore=2, spaceAfter=2)]
        return (
            [*rules, HRFlowable('100%', 0.5, color=colors.black, spaceBefore=0, spaceAfter=6)]
            if block.double
            else rules
        )
    if isinstance(block, b.Picture):
        return [_picture(block)]
    if isinstance(block, b.Tabbed):
        return [_grid(as_table(block, width), look, family)]
    assert isinstance(block, b.Table)
    return [_grid(block, look, family), Spacer(1, block.after)]


def as_table(block: b.Tabbed, width: float) -> b.Table:
    """A tab-stop line as a borderless row, for producers without tab stops."""
    edges = (0.0, *block.stops, width)
    cells = tuple(
        b.Cell((b.Para(segment, 'justify' if k == len(block.segments) - 1 else 'left', after=block.after),))
        for k, segment in enumerate(block.segments)
    )
    return b.Table(
        (cells,), tuple(edges[k + 1] - edges[k] for k in range(len(cells))), border=False, padding=0, after=0
    )


def _picture(block: b.Picture) -> Flowable:
    image = Image(io.BytesIO(png(block.kind, block.seed)), block.width, block.height)
    image.hAlign = block.align.upper()
    if block.mark is None:
        return image
    return _Linked(image, url(block.mark), block.align)


class _Linked(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A picture with a link over it."""

    def __init__(self, image: Image, target: str, align: str) -> None:
        super().__init__()
        self.image, self.target = image, target
        self.hAlign = align.upper()
        self.width, self.height = image.drawWidth, image.drawHeight

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.image.drawOn(self.canv, 0, 0)
        self.canv.linkURL(self.target, (0, 0, self.width, self.height), relative=1)


def _paragraph(block: b.Para, look: b.Look, family: str) -> Flowable:
    size = max((run.size or look.size for run in block.runs), default=look.size)
    style = ParagraphStyle(
        'p',
        fontName=family,
        fontSize=size,
        leading=size * look.leading,
        alignment=_ALIGN[block.align],
        leftIndent=block.indent,
        firstLineIndent=-block.hanging,
        spaceAfter=block.after,
        spaceBefore=block.before,
        splitLongWords=0,
    )
    return Paragraph(''.join(_run(run, size) for run in block.runs) or '&nbsp;', style)


def _run(run: b.Run, size: float) -> str:
    text = escape(run.text).replace('\n', '<br/>').replace('  ', '&nbsp;&nbsp;')
    for tag, wanted in (('b', run.bold), ('i', run.italic), ('u', run.underline)):
        if wanted:
            text = f'<{tag}>{text}</{tag}>'
    if run.white or (run.size and run.size != size):
        text = f'<font color="{"white" if run.white else "black"}" size="{run.size or size}">{text}</font>'
    return (
        text
        if run.mark is None
        else f'<a href="{url(run.mark)}" color="{"white" if run.white else "black"}">{text}</a>'
    )


def _grid(table: b.Table, look: b.Look, family: str) -> Flowable:
    places = b.grid(table)
    if table.border or table.fine:
        look = replace(look, size=b.table_size(table, look.table_size))
    data: list[list[Any]] = [[''] * len(table.widths) for _ in table.rows]
    style: list[tuple[Any, ...]] = [
        ('VALIGN', (0, 0), (-1, -1), 'TOP'),
        ('LEFTPADDING', (0, 0), (-1, -1), table.padding),
        ('RIGHTPADDING', (0, 0), (-1, -1), table.padding),
        ('TOPPADDING', (0, 0), (-1, -1), table.padding * 0.6),
        ('BOTTOMPADDING', (0, 0), (-1, -1), table.padding * 0.6),
    ]
    if table.border:
        style.append(('GRID', (0, 0), (-1, -1), 0.6, colors.black))
    for r, c, item in places:
        inner = sum(table.widths[c : c + item.colspan]) - 2 * table.padding
        data[r][c] = [flow for block in item.blocks for flow in _flow(block, look, family, inner)] or ''
        corner = (c + item.colspan - 1, r + item.rowspan - 1)
        if item.colspan > 1 or item.rowspan > 1:
            style.append(('SPAN', (c, r), corner))
        if item.middle:
            style.append(('VALIGN', (c, r), corner, 'MIDDLE'))
        if any(isinstance(block, b.Picture) and block.align == 'center' for block in item.blocks):
            style.append(('ALIGN', (c, r), corner, 'CENTER'))
        if item.shade:
            style.append(('BACKGROUND', (c, r), corner, colors.Color(0.88, 0.9, 0.93)))
    return Grid(data, colWidths=table.widths, repeatRows=table.header, style=style, hAlign='LEFT', splitInRow=0)

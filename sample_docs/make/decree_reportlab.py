"""Lays a decree out with ReportLab, as web applications of governments do: flowing paragraphs, tables, own fonts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    Image,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from .cast import Body
from .decree import Annex, Decree

Align = Literal[0, 1, 2, 4]
FOLIO = (21.5 * cm, 33 * cm)
_FOLDER = '/usr/share/fonts/truetype/liberation/'
_WIDTH = 16 * cm


def register_fonts() -> None:
    """Makes the families 'Serif' and 'Sans' known, with their bold faces."""
    for family, file in (('Serif', 'LiberationSerif'), ('Sans', 'LiberationSans')):
        pdfmetrics.registerFont(TTFont(family, f'{_FOLDER}{file}-Regular.ttf'))
        pdfmetrics.registerFont(TTFont(f'{family}-Bold', f'{_FOLDER}{file}-Bold.ttf'))
        pdfmetrics.registerFontFamily(
            family, normal=family, bold=f'{family}-Bold', italic=family, boldItalic=f'{family}-Bold'
        )


def para(
    text: str,
    font: str = 'Serif',
    size: float = 11,
    *,
    align: Align = TA_LEFT,
    indent: float = 0,
    before: float = 0,
    after: float = 0,
) -> Paragraph:
    """A paragraph; runs of spaces are kept. Lengths in points."""
    look = ParagraphStyle(
        's',
        fontName=font,
        fontSize=size,
        leading=size * 1.25,
        alignment=align,
        leftIndent=indent,
        spaceBefore=before,
        spaceAfter=after,
    )
    return Paragraph(text.replace('&', '&amp;').replace('  ', '&nbsp; '), look)


def centred(
    lines: Sequence[str], size: float = 11, font: str = 'Serif', *, before: float = 0, after: float = 0
) -> list[Flowable]:
    return [para(f'<b>{line}</b>', font, size, align=TA_CENTER, before=before, after=after) for line in lines]


def letterhead(body: Body, crest: Path, font: str = 'Serif', width: float = _WIDTH) -> Table:
    text = [
        para(body.government, font, 14, align=TA_CENTER),
        para(f'<b>{body.name}</b>', font, 17, align=TA_CENTER),
        *(para(line, font, 9, align=TA_CENTER) for line in body.address),
    ]
    table = Table([[Image(str(crest), 1.7 * cm, 2.04 * cm), text]], [2.2 * cm, width - 2.2 * cm])
    table.setStyle(
        TableStyle(
            [
                ('VALIGN', (0, 0), (-1, -1), 'MIDDLE'),
                ('LINEBELOW', (0, 0), (-1, 0), 2.4, colors.black, 0, None, None, 1),
                ('BOTTOMPADDING', (0, 0), (-1, -1), 7),
                ('LINEBELOW', (0, 0), (-1, 0), 0.8, colors.black, 0, None, None, 2, 2.4),
            ]
        )
    )
    return table


def points(label: str, texts: tuple[str, ...], numbered: bool) -> Table:
    rows = [
        [
            para(label if i == 0 else ''),
            para(':' if i == 0 else ''),
            para(f'{i + 1}.' if numbered else f'{chr(97 + i)}.'),
            para(text, align=TA_JUSTIFY),
        ]
        for i, text in enumerate(texts)
    ]
    return _plain(rows, [2.6 * cm, 0.5 * cm, 0.9 * cm, _WIDTH - 4 * cm])


def _plain(rows: list[list[Paragraph]], widths: list[float]) -> Table:
    table = Table(rows, widths)
    table.setStyle(
        TableStyle(
            [
                ('VALIGN', (0, 0), (-1, -1), 'TOP'),
                ('LEFTPADDING', (0, 0), (-1, -1), 0),
                ('RIGHTPADDING', (0, 0), (-1, -1), 2),
                ('TOPPADDING', (0, 0), (-1, -1), 0),
            ]
        )
    )
    return table


def signer(decree: Decree, room: float = 2.1 * cm) -> KeepTogether:
    """The signer's block at the right; `room` is the height left for the signature."""
    who, indent = decree.signer, 8 * cm
    seal: list[Flowable] = [Spacer(1, room)]
    if decree.seal:
        seal = [Spacer(1, room * 0.35), para(decree.seal, indent=indent), Spacer(1, room * 0.4)]
    tail = [para(who.rank, indent=indent), para(f'NIP {who.nip}', indent=indent)] if who.nip else []
    return KeepTogether(
        [
            Spacer(1, 14),
            para(f'Ditetapkan di {decree.body.town}', indent=indent),
            para(f'pada tanggal {decree.date}', indent=indent),
            Spacer(1, 6),
            *(
                para(line + (',' if i == len(decree.body.head) - 1 else ''), indent=indent)
                for i, line in enumerate(decree.body.head)
            ),
            *seal,
            para(f'<b><u>{who.name}</u></b>', indent=indent),
            *tail,
        ]
    )


def grid(rows: list[list[str]], widths: list[float], size: float = 9.5, heads: int = 1, font: str = 'Serif') -> Table:
    """A bordered table; the first `heads` rows are bold, centred and repeated on each page."""
    cells = [
        [
            para(f'<b>{c}</b>' if i < heads else c, font, size, align=TA_CENTER if i < heads or j == 0 else TA_LEFT)
            for j, c in enumerate(row)
        ]
        for i, row in enumerate(rows)
    ]
    table = Table(cells, widths, repeatRows=heads)
    table.setStyle(
        TableStyle(
            [
                ('GRID', (0, 0), (-1, -1), 0.7, colors.black),
                ('VALIGN', (0, 0), (-1, -1), 'TOP'),
                ('VALIGN', (0, 0), (-1, heads - 1), 'MIDDLE'),
            ]
        )
    )
    return table


def annex(decree: Decree, part: Annex) -> list[Flowable]:
    rows = [
        [para(''), para(label, size=9), para(f': {value}', size=9)]
        for label, value in (
            ('LAMPIRAN', f'{decree.title} {decree.office}'),
            ('NOMOR', part.number),
            ('TANGGAL', part.date),
            ('TENTANG', ' '.join(decree.about)),
        )
    ]
    table = grid([list(part.columns), *(list(row) for row in part.rows)], [share * _WIDTH for share in part.widths])
    return [
        PageBreak(),
        _plain(rows, [7.6 * cm, 2 * cm, _WIDTH - 9.6 * cm]),
        Spacer(1, 16),
        *centred(part.title),
        Spacer(1, 8),
        table,
    ]


def build(path: Path, story: list[Flowable], pagesize: tuple[float, float] = FOLIO, margin: float = 2.75 * cm) -> Path:
    """Writes the flowables as PDF, without clock or chance."""
    SimpleDocTemplate(
        str(path),
        pagesize=pagesize,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=1.8 * cm,
        bottomMargin=1.8 * cm,
        invariant=1,
        title='Dokumen contoh',
        author='Contoh CekBukti',
    ).build(story)
    return path


def write(decree: Decree, path: Path, crest: Path, *, annex_signed: bool = False, room: float = 2.1 * cm) -> Path:
    """Writes the decree to `path` as PDF; with `annex_signed` the signer's block is repeated under the annex."""
    dicta = [
        [para(label), para(':'), para(text, align=TA_JUSTIFY)] for label, text in (('Menetapkan', ''), *decree.dicta)
    ]
    copies = [para(f'{i}. {line}', size=9.5) for i, line in enumerate(decree.copies, 1)]
    story: list[Flowable] = [
        letterhead(decree.body, crest),
        Spacer(1, 12),
        *centred((f'{decree.title} {decree.body.head[0]}', *decree.body.head[1:])),
        *centred((f'NOMOR : {decree.number}',)),
        *centred(('TENTANG',), before=8, after=8),
        *centred(decree.about),
        Spacer(1, 10),
        *centred((*decree.body.head[:-1], f'{decree.body.head[-1]},')),
        Spacer(1, 10),
        points('Menimbang', decree.considering, False),
        Spacer(1, 6),
        points('Mengingat', decree.basis, True),
        *centred(('MEMUTUSKAN :',), before=10, after=8),
        _plain(dicta, [2.6 * cm, 0.5 * cm, _WIDTH - 3.1 * cm]),
        signer(decree, room),
    ]
    if copies:
        story += [Spacer(1, 14), para('Tembusan:', size=9.5), *copies]
    if decree.annex:
        story += annex(decree, decree.annex)
        if annex_signed:
            story.append(signer(decree, room))
    return build(path, story)

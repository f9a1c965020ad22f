"""Lays a Daftar Informasi Publik out as an XLSX workbook, the way an office keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from .decree import proper
from .dip import CLASSES, InformationList
from .engines import freeze_zip

_WIDTHS = (5, 42, 24, 28, 22, 9, 9, 20)
_SHEETS = ('Berkala', 'Serta Merta', 'Setiap Saat')
_RETENTION = 7
_HELP = (
    ('Kolom', 'Cara mengisi'),
    ('Ringkasan Isi Informasi', 'Tulis isi dokumen dalam satu kalimat.'),
    ('Klasifikasi', 'Pilih lembar Berkala, Serta Merta, atau Setiap Saat.'),
    ('Bentuk Informasi', 'Tulis Ada atau tanda -.'),
)


def write_one_sheet(dip: InformationList, path: Path, signature: Path) -> Path:
    """All classes on one sheet; the signer's block is a text box with a pasted signature over it."""
    with workbook(path) as book:
        sheet = book.add_worksheet(f'DIP {dip.year}')
        row = _head(book, sheet, dip)
        group = book.add_format({'bold': True, 'border': 1, 'bg_color': '#DDEBF7'})
        for i, name in enumerate(CLASSES):
            sheet.merge_range(row, 0, row, _RETENTION, f'{"I" * (i + 1)}. {name}', group)
            row = _rows(book, sheet, dip, i, row + 1)
        lines = (f'{dip.body.town}, {dip.date}', *(proper(line) for line in dip.body.head), '', '', '',
                 dip.signer.in_lists, dip.signer.rank, f'NIP {dip.signer.nip}')  # fmt: skip
        sheet.insert_textbox(row + 1, 4, '\n'.join(lines), {'width': 360, 'height': 200, 'line': {'none': True}})
        sheet.insert_image(row + 4, 4, str(signature), {'x_scale': 0.35, 'y_scale': 0.35})
        sheet.set_landscape()
        sheet.set_header(f'&L{dip.body.name}&RHalaman &P dari &N')
    return freeze_zip(path)


def write_three_sheets(dip: InformationList, path: Path) -> Path:
    """A sheet of instructions and one for each class; the column of retention is hidden, nobody has signed."""
    with workbook(path) as book:
        guide = book.add_worksheet('Petunjuk')
        for i, pair in enumerate(_HELP):
            guide.write_row(i, 0, pair)
        guide.set_column(0, 1, 40)
        for i, name in enumerate(_SHEETS):
            sheet = book.add_worksheet(name)
            row = _rows(book, sheet, dip, i, _head(book, sheet, dip))
            sheet.set_column(_RETENTION, _RETENTION, None, None, {'hidden': True})
        lines = (f'{dip.body.town}, {dip.date}', *(proper(line) for line in dip.body.head), '', '', '',
                 dip.signer.in_lists, f'NIP {dip.signer.nip}')  # fmt: skip
        for i, line in enumerate(lines, row + 1):
            sheet.write(i, 3, line)
    return freeze_zip(path)


def workbook(path: Path) -> Any:
    book = xlsxwriter.Workbook(path)
    book.set_properties({'created': datetime(2025, 1, 2)})
    return book


def _head(book: Any, sheet: Any, dip: InformationList) -> int:
    """Title and two-level header; returns the first free row."""
    title = book.add_format({'bold': True, 'align': 'center', 'font_size': 13})
    head = book.add_format({'bold': True, 'align': 'center', 'valign': 'vcenter', 'text_wrap': True, 'border': 1})
    number = book.add_format({'italic': True, 'align': 'center', 'border': 1})
    for i, width in enumerate(_WIDTHS):
        sheet.set_column(i, i, width)
    for i, line in enumerate(dip.title):
        sheet.merge_range(i, 0, i, _RETENTION, line, title)
    top = len(dip.title) + 1
    for i, name in enumerate(dip.heads):
        sheet.merge_range(top, i, top + 1, i, name, head)
    sheet.merge_range(top, 5, top, 6, 'Bentuk Informasi yang Tersedia', head)
    sheet.write_row(top + 1, 5, ('Cetak', 'Daring'), head)
    sheet.merge_range(top, _RETENTION, top + 1, _RETENTION, *dip.last, head)
    sheet.set_row(top, 45)
    sheet.write_row(top + 2, 0, range(1, _RETENTION + 2), number)
    return top + 3


def _rows(book: Any, sheet: Any, dip: InformationList, group: int, row: int) -> int:
    """The filled rows of one class, numbers as numbers; returns the first free row."""
    cell = book.add_format({'text_wrap': True, 'valign': 'top', 'border': 1})
    entries: Sequence[Sequence[str]] = dip.rows(group)
    for entry in entries:
        sheet.write_number(row, 0, int(entry[0]), cell)
        sheet.write_row(row, 1, entry[1:], cell)
        row += 1
    return row

"""Blocks as a workbook through openpyxl: merged heads, several sheets, and hidden rows, columns and sheets that hold
what the visible ones lack and must satisfy nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from tests.evaluation import blocks as b
from tests.evaluation.draft import PERIOD, Draft

_THIN = Border(*(Side(style='thin') for _ in range(4)))
_GROUPS = ('Berkala', 'Serta Merta', 'Setiap Saat')
_HIDDEN_HEADS = {
    'kolom-penguasa': 'Pejabat yang Menguasai Informasi',
    'kolom-penanggung-jawab': 'Penanggung Jawab Pembuatan Informasi',
    'kolom-waktu-tempat': 'Waktu dan Tempat Pembuatan Informasi',
    'kolom-bentuk': 'Bentuk Informasi yang Tersedia',
    'kolom-retensi': 'Jangka Waktu Penyimpanan',
    'kolom-dasar-hukum': 'Dasar Hukum Pengecualian',
    'kolom-konsekuensi': 'Konsekuensi Dibuka dan Ditutup',
    'kolom-jangka-waktu': 'Jangka Waktu Pengecualian',
}
_HIDDEN_ROWS = {
    'dip': (
        'DAFTAR INFORMASI PUBLIK',
        'Informasi Berkala',
        'Informasi Serta Merta',
        'Informasi Setiap Saat',
        'Rencana Strategis',
    ),
    'dik': ('DAFTAR INFORMASI YANG DIKECUALIKAN', 'UU Nomor 14 Tahun 2008 Pasal 17 huruf h', 'Data pribadi pegawai'),
    'register-permohonan': ('REGISTER PERMOHONAN INFORMASI PUBLIK', 'Laporan keuangan tahun 2024', 'NIHIL'),
    'daftar-hadir': ('DAFTAR HADIR', 'Siti Lestari', 'Kasubbag Umum'),
    'anggaran': ('DOKUMEN PELAKSANAAN ANGGARAN', 'Pelayanan Informasi Publik', 'PPID'),
}


def write_xlsx(draft: Draft, path: Path) -> dict[int, list[str]]:
    """Write the draft as a workbook; returns the visible cells (`Sheet1!B7`) of every mark."""
    rng = Random(f'{path.name}/buku')
    book = Workbook()
    writer = _Writer(book, draft, rng)
    pages = _pages(draft, rng)
    names = _names(draft, len(pages), rng)
    for name, page in zip(names, pages, strict=True):
        writer.sheet(name, page)
    kind = draft.parts[0].kind
    if kind in _HIDDEN_ROWS and rng.random() < 0.6:
        _hidden_sheet(book, kind, rng)
    if kind in _HIDDEN_ROWS and rng.random() < 0.2:
        _instructions(book, kind)
    book.remove(book.worksheets[0])
    book.properties.title = ''
    book.save(path)
    return writer.cells


def _pages(draft: Draft, rng: Random) -> list[list[b.Block]]:
    """The blocks of every sheet: a new one at each page break, and sometimes one for each group of a list."""
    pages: list[list[b.Block]] = [[]]
    for block in draft.blocks:
        if isinstance(block, b.NewPage):
            pages.append([])
        else:
            pages[-1].append(block)
    if len(pages) > 1 or draft.defect('klasifikasi') or rng.random() < 0.6:
        return pages
    big = max(
        (block for block in pages[0] if isinstance(block, b.Table)), key=lambda table: len(table.rows), default=None
    )
    if big is None:
        return pages
    starts = [k for k, row in enumerate(big.rows) if len(row) == 1 and row[0].colspan == len(big.widths)]
    if len(starts) != len(_GROUPS):
        return pages
    draft.free('klasifikasi', 'penandatangan', 'tanda-tangan')  # a part or three: nobody can say
    place, ends = pages[0].index(big), [*starts[1:], len(big.rows)]
    split = [
        replace(big, rows=(*big.rows[: starts[0]], *big.rows[one:end])) for one, end in zip(starts, ends, strict=True)
    ]
    before, after = pages[0][:place], pages[0][place + 1 :]
    return [[*before, part, *(after if part is split[-1] else ())] for part in split]


def _names(draft: Draft, count: int, rng: Random) -> list[str]:
    if count == 1:
        return [rng.choice(('Sheet1', 'Sheet1', 'Lembar1', 'Data', 'Rekap'))]
    if count == len(_GROUPS) and draft.parts[0].kind == 'dip':
        return list(_GROUPS)
    return [f'Bulan {k + 1}' for k in range(count)] if rng.random() < 0.5 else [f'Sheet{k + 1}' for k in range(count)]


class _Writer:
    """Writes sheet after sheet and keeps the cells of marks."""

    def __init__(self, book: Workbook, draft: Draft, rng: Random) -> None:
        self.book, self.draft, self.rng = book, draft, rng
        self.cells: dict[int, list[str]] = {}
        self.left = rng.choice((1, 1, 2))
        self.row = 1
        self.columns = 6
        self.page: Any = None

    def sheet(self, name: str, blocks: list[b.Block]) -> None:
        self.page = self.book.create_sheet(name)
        lists = [block for block in blocks if isinstance(block, b.Table) and (block.border or block.fine)]
        self.columns = max((len(table.widths) for table in lists), default=6)
        widest = next((table for table in lists if len(table.widths) == self.columns), None)
        for k in range(self.columns):
            width = widest.widths[k] / 5.2 if widest else 18
            self.page.column_dimensions[get_column_letter(self.left + k)].width = max(5.0, width)
        self.row = self.rng.choice((1, 1, 2, 3))
        for block in blocks:
            self.block(block)

    def block(self, block: b.Block) -> None:
        if isinstance(block, b.Para):
            self.wide(block)
        elif isinstance(block, b.Tabbed):
            texts = [block.segments[0], tuple(run for segment in block.segments[1:] for run in segment)]
            for k, runs in enumerate(texts):
                self.put(self.row, self.left + (k and 2), runs)
            self.row += 1
        elif isinstance(block, b.Gap):
            self.row += max(1, round(block.height / 20))
        elif isinstance(block, b.Table) and (block.border or block.fine):
            self.list(block)
        elif isinstance(block, b.Table):
            self.layout(block)

    def wide(self, block: b.Para) -> None:
        """A line over the width of the list."""
        target = self.put(self.row, self.left, block.runs)
        if block.align == 'center':
            self.page.merge_cells(
                start_row=self.row, end_row=self.row, start_column=self.left, end_column=self.left + self.columns - 1
            )
            target.alignment = Alignment(horizontal='center', wrap_text=True)
        self.row += 1

    def put(self, row: int, column: int, runs: tuple[b.Run, ...]) -> Any:
        """The words of the runs in one cell."""
        target = self.page.cell(row, column)
        text = ''.join(run.text for run in runs)
        target.value = int(text) if text.isdigit() and len(text) < 5 else text or None
        style = next((run for run in runs if run.text), None)
        if style is not None:
            target.font = Font(
                bold=style.bold, color='FFFFFFFF' if style.white else None, size=min(style.size or 11, 16)
            )
        for run in runs:
            if run.mark is not None:
                self.cells.setdefault(run.mark, []).append(f'{self.page.title}!{target.coordinate}')
        return target

    def list(self, table: b.Table) -> None:
        hidden_rows = set()
        for r, c, item in b.grid(table):
            row, column = self.row + r, self.left + c
            runs = _words(item)
            target = self.put(row, column, runs)
            target.alignment = Alignment(wrap_text=True, vertical='center' if item.middle else 'top')
            if r and item.colspan > 1 and runs and all(run.white for run in runs):
                hidden_rows.add(row)
            if item.colspan > 1 or item.rowspan > 1:
                self.page.merge_cells(
                    start_row=row,
                    end_row=row + item.rowspan - 1,
                    start_column=column,
                    end_column=column + item.colspan - 1,
                )
        if table.border:
            for row in range(self.row, self.row + len(table.rows)):
                for column in range(self.left, self.left + len(table.widths)):
                    self.page.cell(row, column).border = _THIN
        for row in hidden_rows:
            self.page.row_dimensions[row].hidden = True
        self.trap(len(table.widths), len(table.rows))
        self.row += len(table.rows)

    def trap(self, columns: int, rows: int) -> None:
        """A hidden column with a head that the list lacks, or hidden rows in a list that is empty."""
        lost = [name for name in _HIDDEN_HEADS if self.draft.defect(name) in ('hilang', 'hanya-prosa')]
        if lost and self.rng.random() < 0.6:
            column = self.left + columns
            self.page.cell(self.row, column, _HIDDEN_HEADS[self.rng.choice(lost)])
            self.page.cell(self.row + 1, column, 'Sekretariat')
            self.page.column_dimensions[get_column_letter(column)].hidden = True
        kind = self.draft.parts[0].kind
        if self.draft.defect('isi') and kind in _HIDDEN_ROWS and self.rng.random() < 0.6:
            row = self.row + rows
            for k, text in enumerate(('1', *_HIDDEN_ROWS[kind][1:])[:columns]):
                self.page.cell(row, self.left + k, text)
            self.page.row_dimensions[row].hidden = True
            self.row += 1

    def layout(self, table: b.Table) -> None:
        """A borderless table: its cells as lines, as far right as their share of the width."""
        total = sum(table.widths) or 1.0
        for row in table.rows:
            deepest, reached, taken = 0, 0.0, -1
            c = 0
            for item in row:
                column = max(taken + 1, round(self.columns * reached / total))
                lines = [block for block in item.blocks if isinstance(block, b.Para | b.Gap | b.Picture)]
                for k, line in enumerate(lines):
                    if isinstance(line, b.Para):
                        self.put(self.row + k, self.left + column, line.runs)
                if any(isinstance(line, b.Para) and any(run.text for run in line.runs) for line in lines):
                    deepest, taken = max(deepest, len(lines)), column
                reached += sum(table.widths[c : c + item.colspan])
                c += item.colspan
            self.row += deepest


def _words(item: b.Cell) -> tuple[b.Run, ...]:
    runs: list[b.Run] = []
    for block in item.blocks:
        if isinstance(block, b.Para):
            runs += [b.Run('\n'), *block.runs] if runs else list(block.runs)
    return tuple(runs)


def _hidden_sheet(book: Workbook, kind: str, rng: Random) -> None:
    """A sheet that nobody sees, with every word that a complete list would have."""
    sheet = book.create_sheet(rng.choice(('Master', 'Sheet9', 'Lama', 'ref')))
    sheet.append([_HIDDEN_ROWS[kind][0]])
    sheet.append([f'TAHUN {PERIOD}'])
    sheet.append(['Dinas Contoh Kabupaten Sungai Lindung'])
    sheet.append(['No', 'Ringkasan Isi Informasi', *_HIDDEN_HEADS.values()])
    for k, text in enumerate(_HIDDEN_ROWS[kind][1:], 1):
        sheet.append([k, text, *(['Sekretariat'] * len(_HIDDEN_HEADS))])
    sheet.append([None, None, 'Kepala Dinas Contoh,'])
    sheet.append([None, None, 'Drs. Surya Wirajaya'])
    sheet.append([None, None, 'NIP. 19710203 199603 1 004'])
    sheet.sheet_state = rng.choice(('hidden', 'veryHidden'))


def _instructions(book: Workbook, kind: str) -> None:
    """A visible sheet that tells how to fill the list in: words about columns are no columns."""
    sheet = book.create_sheet('Petunjuk')
    sheet.append(['PETUNJUK PENGISIAN'])
    name = _HIDDEN_ROWS[kind][0].lower()
    sheet.append([f'Isilah {name} dengan huruf balok; setiap kolom wajib diisi oleh masing-masing bidang.'])
    sheet.append(['Kirimkan paling lambat tanggal 5 setiap bulan kepada sekretariat.'])

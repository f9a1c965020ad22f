"""Forms, registers, minutes and lists of those present, typed in a word processor or a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import decree_docx as word
from .cast import KOMINFO, LUBUK, PERIKANAN, Body
from .dip_xlsx import workbook
from .engines import freeze_zip

_DOTS = '.' * 60
REQUEST = (
    ('Nomor Pendaftaran', '003/PPID-DISKAN/2025'),
    ('Nama Pemohon', 'Danu Prabaswara'),
    ('Alamat', 'Jalan Anggrek Nomor 8, Rawa Indah'),
    ('Pekerjaan', 'Mahasiswa'),
    ('Nomor Telepon/Email', 'danu.prabaswara@surel.example'),
    ('Rincian Informasi yang Dibutuhkan', 'Produksi perikanan tangkap per kecamatan tahun 2023 dan 2024'),
    ('Tujuan Penggunaan Informasi', 'Penulisan skripsi'),
    ('Cara Memperoleh Informasi', 'Mendapatkan salinan digital'),
    ('Cara Mendapatkan Salinan Informasi', 'Surat elektronik'),
)
OBJECTION = (
    ('Nomor Pendaftaran Keberatan', '001/KBR/PPID-DISKAN/2025'),
    ('Nomor Pendaftaran Permohonan', '003/PPID-DISKAN/2025'),
    ('Tujuan Penggunaan Informasi', 'Penulisan skripsi'),
    ('Nama Pemohon', 'Danu Prabaswara'),
    ('Alamat', 'Jalan Anggrek Nomor 8, Rawa Indah'),
    ('Alasan Keberatan', 'Permintaan informasi tidak ditanggapi'),
    ('Kasus Posisi', 'Permohonan tanggal 3 Maret 2025 belum dijawab sampai 28 Maret 2025'),
)


def write_form(
    title: str, fields: tuple[tuple[str, str], ...], path: Path, crest: Path, *, filled: bool = True
) -> Path:
    document = word.new_document('Carlito', 11.5)
    word.letterhead(document, PERIKANAN, crest)
    word.say(document, title, word.CENTRE, bold=True, size=13, before=4, after=12)
    table = word.table_of(document, (6.4, 0.5, 9.1))
    for label, value in fields:
        word.add_row(table, (label, ':', value if filled else _DOTS), before=3, after=3)
    day = 'Rawa Indah, 3 Maret 2025' if filled else 'Rawa Indah, ....................'
    for line in (day, 'Pemohon Informasi,', '', '', fields[1][1] if filled else '(....................)'):
        word.say(document, line, indent=9.5, before=10 if line == day else 2)
    document.save(str(path))
    return freeze_zip(path)


def write_minutes(path: Path, crest: Path) -> Path:
    document = word.new_document('Liberation Sans', 11)
    word.letterhead(document, KOMINFO, crest)
    word.say(document, 'NOTULEN RAPAT', word.CENTRE, bold=True, size=13, after=10)
    table = word.table_of(document, (3.8, 0.5, 11.7))
    for label, value in (
        ('Hari/Tanggal', 'Selasa, 11 Februari 2025'),
        ('Waktu', '09.00 WITA'),
        ('Tempat', 'Aula Teratai'),
        ('Acara', 'Rapat Koordinasi PPID Pelaksana'),
        ('Pimpinan Rapat', 'Ratna Kusumadewi, S.Sos., M.A.P.'),
        ('Peserta', '34 perangkat daerah (daftar hadir terlampir)'),
    ):
        word.add_row(table, (label, ':', value), before=2)
    word.say(document, 'Pembahasan', bold=True, before=12, after=4)
    for i, text in enumerate(
        (
            'Setiap perangkat daerah memutakhirkan Daftar Informasi Publik paling lambat akhir Februari.',
            'Permohonan informasi dicatat pada satu register yang seragam.',
            'Pengujian konsekuensi dijadwalkan pada minggu kedua Maret.',
        ),
        1,
    ):
        word.say(document, f'{i}. {text}', word.JUSTIFY, indent=0.6)
    word.say(document, 'Kesimpulan', bold=True, before=10, after=4)
    word.say(document, 'Peserta sepakat menyampaikan hasilnya kepada PPID paling lambat 28 Februari 2025.')
    for text in (
        'Rawa Indah, 11 Februari 2025',
        'Notulis,',
        '',
        '',
        'Kirana Lestariningsih',
        'NIP 19940522 201903 2 003',
    ):
        word.say(document, text, indent=9.5, before=16 if text.startswith('Rawa') else 2)
    document.save(str(path))
    return freeze_zip(path)


def write_present(path: Path) -> Path:
    """A list of those present whose column of signatures nobody filled."""
    document = word.new_document('Liberation Serif', 11.5)
    for line in ('DAFTAR HADIR', 'RAPAT KOORDINASI PPID PELAKSANA'):
        word.say(document, line, word.CENTRE, bold=True, size=13)
    word.say(document, 'Hari/Tanggal : Selasa, 11 Februari 2025', before=10)
    word.say(document, 'Tempat : Kantor Kecamatan Lubuk Teratai', after=8)
    table = word.table_of(document, (1.2, 5.6, 5.4, 3.8), bordered=True)
    centred = (word.CENTRE,) * 4
    word.add_row(
        table, ('No.', 'Nama', 'Jabatan/Instansi', 'Tanda Tangan'), bold=True, aligns=centred, before=3, after=3
    )
    for i, (name, post) in enumerate(
        (
            ('Jaka Pranawa', 'Sekretaris Kecamatan'),
            ('Mayang Puspitarini, S.AP.', 'Kepala Seksi Pemerintahan'),
            ('Seno Adiwijaya', 'Kepala Desa Teratai Hulu'),
            ('Laksmi Widuri', 'Petugas Pelayanan Informasi'),
            ('Hanung Satriatama', 'Pengadministrasi Umum'),
        ),
        1,
    ):
        word.add_row(table, (f'{i}', name, post, ''), before=8, after=8)
    for text in (
        'Lubuk Teratai, 11 Februari 2025', 'CAMAT LUBUK TERATAI,', '', '', LUBUK.chief.name, LUBUK.chief.rank,
        f'NIP {LUBUK.chief.nip}',
    ):  # fmt: skip
        word.say(document, text, indent=9, before=16 if text.startswith('Lubuk') else 2)
    document.save(str(path))
    return freeze_zip(path)


def write_register(path: Path) -> Path:
    """A register of a year without requests: NIHIL under its two-row head."""
    with workbook(path) as book:
        sheet, bold, box, title = _sheet(book, 'Register 2025')
        _lines(sheet, title, ('REGISTER PERMINTAAN INFORMASI PUBLIK', 'KECAMATAN LUBUK TERATAI', 'TAHUN 2025'), 8)
        names = ('No.', 'Tanggal', 'Nama', 'Alamat', 'Pekerjaan', 'Informasi yang Diminta', 'Tujuan Penggunaan')
        for i, name in enumerate(names):
            sheet.merge_range(4, i, 5, i, name, bold)
        sheet.merge_range(4, 7, 4, 8, 'Keputusan', bold)
        sheet.write_row(5, 7, ('Diberikan', 'Ditolak'), bold)
        sheet.set_column(0, 8, 16)
        sheet.merge_range(6, 0, 6, 8, 'NIHIL', box)
    return freeze_zip(path)


def write_budget(body: Body, path: Path) -> Path:
    """A DPA as the planning office keeps it, one sub-activity of it for public information."""
    with workbook(path) as book:
        sheet, bold, box, title = _sheet(book, 'DPA Rincian')
        heads = ('DOKUMEN PELAKSANAAN ANGGARAN', 'SATUAN KERJA PERANGKAT DAERAH', 'TAHUN ANGGARAN 2025')
        _lines(sheet, title, heads, 4)
        labels = (
            ('Nomor DPA', 'DPA/A.1/3.25.0.00.0.00.01/001/2025'),
            ('Organisasi', f'3.25.01 {body.name.title()} {body.region.title()}'),
            ('Program', '3.25.01 Program Penunjang Urusan Pemerintahan Daerah'),
            ('Sumber Pendanaan', 'Pendapatan Asli Daerah'),
        )
        for i, (label, value) in enumerate(labels, 4):
            sheet.write_row(i, 0, (label, f': {value}'))
        sheet.write_row(9, 0, ('Kode Rekening', 'Uraian', 'Koefisien', 'Harga Satuan (Rp)', 'Jumlah (Rp)'), bold)
        for i, row in enumerate(
            (
                ('5.1.02.01.01.0024', 'Belanja Alat Tulis Kantor', '12 paket', 1_250_000, 15_000_000),
                ('5.1.02.02.01.0026', 'Layanan Informasi Publik dan PPID', '12 bulan', 2_500_000, 30_000_000),
                ('5.1.02.04.01.0001', 'Belanja Perjalanan Dinas Biasa', '40 orang hari', 430_000, 17_200_000),
            ),
            10,
        ):
            sheet.write_row(i, 0, row, box)
        sheet.write_row(13, 0, ('', 'Jumlah', '', '', 62_200_000), bold)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 58)
        sheet.set_column(2, 4, 18)
    return freeze_zip(path)


def _sheet(book: Any, name: str) -> tuple[Any, Any, Any, Any]:
    """A sheet, and the looks of heads, cells and titles."""
    bold = book.add_format({'bold': True, 'border': 1, 'align': 'center', 'valign': 'vcenter', 'text_wrap': True})
    box = book.add_format({'border': 1, 'valign': 'top', 'text_wrap': True, 'num_format': '#,##0'})
    return book.add_worksheet(name), bold, box, book.add_format({'bold': True, 'align': 'center', 'font_size': 13})


def _lines(sheet: Any, look: Any, lines: tuple[str, ...], last: int) -> None:
    for i, line in enumerate(lines):
        sheet.merge_range(i, 0, i, last, line, look)

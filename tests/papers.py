# ruff: noqa: E501 - a row of a table is one line here, as on paper
"""Documents written as offices write them, to be changed by one place a test, and pages made of them.

`flow` gives them as a DOCX comes (cells parted by two or more spaces), `printed` laid out as they are typed here, as a
PDF or a scan comes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker import rulebook
from checker.check import check
from checker.model import Document, Finding, Grade, KindId, Level, Mark, Page, Part, Sha256, Source
from checker.reading.layout import Word, compose
from checker.rulebook import Rulebook
from checker.ruletests import document_of
from checker.view import PageView, PartView

LETTER, STEP, LINE, LEFT, TOP = 5.0, 7.0, 14.0, 40.0, 50.0
"""Points: width of a letter, what a column of this text is wide on paper, height of a row, and the page's margins."""
WIDTH, HEIGHT = 842.0, 1191.0
PERIOD = 2025

DECREE = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS KESEHATAN
Jalan Melati Nomor 5 Sukamaju

KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN SUKAMAJU
NOMOR : 800/12/DINKES/2025
TENTANG
PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA
PADA DINAS KESEHATAN KABUPATEN SUKAMAJU
KEPALA DINAS KESEHATAN,
Menimbang     :     a.    bahwa untuk memberikan layanan informasi yang cepat dan tepat perlu ditetapkan pengelolanya;
                    b.    bahwa berdasarkan pertimbangan tersebut perlu menetapkan Keputusan Kepala Dinas;
Mengingat     :     1.    Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;
                    2.    Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik;
MEMUTUSKAN :
Menetapkan    :     KEPUTUSAN KEPALA DINAS TENTANG PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA.
KESATU        :     Menetapkan susunan pengelola sebagaimana tercantum dalam Lampiran Keputusan ini.
KEDUA         :     Keputusan ini mulai berlaku pada tanggal ditetapkan.
                                        Ditetapkan di Sukamaju
                                        pada tanggal 14 Januari 2025
                                        KEPALA DINAS KESEHATAN,



                                        dr. Rani Kusuma, M.Kes.
                                        NIP. 19750101 200003 1 002
---
LAMPIRAN
KEPUTUSAN KEPALA DINAS KESEHATAN
NOMOR : 800/12/DINKES/2025
TANGGAL : 14 Januari 2025
SUSUNAN PENGELOLA
No    Nama             Jabatan dalam Dinas    Kedudukan
1     Tirta Wibawa     Kepala Dinas           Atasan PPID
2     Laras Anggita    Sekretaris             PPID Pelaksana
3     Bagas Permadi    Kepala Subbagian       Bidang Layanan Informasi
"""

HEAD = """\
No | Ringkasan Isi Informasi | Pejabat yang Menguasai Informasi | Penanggung Jawab Pembuatan | Waktu dan Tempat Pembuatan | Bentuk Informasi | Jangka Waktu Penyimpanan
"""
WRAPPED_HEAD = """\
No  | Ringkasan   | Pejabat        | Penanggung Jawab | Waktu dan     | Bentuk     | Jangka Waktu
    | Isi         | yang Menguasai | Pembuatan        | Tempat        | Informasi  | Penyimpanan
    | Informasi   | Informasi      | Informasi        | Pembuatan     |            |
"""
LIST = f"""\
DAFTAR INFORMASI PUBLIK
DINAS PERHUBUNGAN KABUPATEN SUKAMAJU
TAHUN 2025

{HEAD}\
I. INFORMASI YANG WAJIB DIUMUMKAN SECARA BERKALA
1   | Profil      | Sekretaris     | Subbag Umum      | Januari 2025  | Softcopy   | 5 tahun
2   | Renstra     | Sekretaris     | Subbag Program   | Maret 2025    | Softcopy   | 5 tahun
II. INFORMASI YANG WAJIB DIUMUMKAN SERTA MERTA
3   | Evakuasi    | Bidang Lalin   | Seksi Rekayasa   | Juni 2025     | Hardcopy   | 2 tahun
III. INFORMASI YANG TERSEDIA SETIAP SAAT
4   | Izin trayek | Bidang Angkut  | Seksi Izin       | Mei 2025      | Hardcopy   | 5 tahun

                                                    Sukamaju, 20 Januari 2025
                                                    KEPALA DINAS PERHUBUNGAN,



                                                    Tirta Wibawa, S.T.
                                                    NIP. 19800505 200501 1 003
"""
PRINTED_LIST = LIST.replace(HEAD, WRAPPED_HEAD)
"""The list as it fits on paper: every column's name wrapped in its narrow cell."""

PROCEDURE = """\
PEMERINTAH KABUPATEN SUKAMAJU | NOMOR SOP       | 065/07/DISKOMINFO/2024
DINAS KOMUNIKASI              | TGL. PEMBUATAN  | 3 Maret 2024
                              | TGL. REVISI     | -
                              | TGL. EFEKTIF    | 1 April 2024
                              | DISAHKAN OLEH   | KEPALA DINAS KOMUNIKASI,
                              |                 |
                              |                 |
                              |                 |
                              |                 | Laras Anggita, S.Kom.
                              |                 | NIP. 19820707 200604 2 004
                              | NAMA SOP        | PELAYANAN PERMOHONAN INFORMASI PUBLIK
DASAR HUKUM                              | KUALIFIKASI PELAKSANA
1. Undang-Undang Nomor 14 Tahun 2008     | 1. Memahami tugas PPID
KETERKAITAN                              | PERALATAN/PERLENGKAPAN
SOP Pengelolaan Keberatan                | Komputer dan formulir
PERINGATAN                               | PENCATATAN DAN PENDATAAN
Ditanggapi dalam 10 hari kerja           | Buku register permohonan

No  | Kegiatan            | Pelaksana   | Mutu Baku                                 | Keterangan
    |                     |             | Kelengkapan | Waktu      | Output          |
1   | Menerima permohonan | Petugas     | Formulir    | 5 menit    | Tanda terima    |
2   | Meneliti permohonan | PPID        | Formulir    | 1 hari     | Lembar periksa  |
"""


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return rulebook.load()


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with places replaced, each of which must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def without(text: str, *openings: str) -> str:
    """The text without the rows that open with these words."""
    rows = text.split('\n')
    for opening in openings:
        assert any(row.strip().startswith(opening) for row in rows), opening
    return '\n'.join(row for row in rows if not row.strip().startswith(openings))


def flow(text: str) -> Document:
    """As a DOCX comes; cells are parted by two or more spaces or by a ruled line."""
    return document_of(text.replace('|', '  '))


def printed_page(
    text: str,
    n: int = 1,
    *,
    source: Source = 'text',
    grade: Grade = 'good',
    level: Level = 'full',
    marks: tuple[Mark, ...] = (),
    hidden: tuple[str, ...] = (),
) -> Page:
    """A page laid out as the text stands here; `|` is a ruled line between cells."""
    rows = [(TOP + LINE * row, line) for row, line in enumerate(text.split('\n'))]
    words = [
        word
        for y, line in rows
        for cell in re.finditer(r'[^\s|]+(?: [^\s|]+)*', line)
        for word in _cell(cell.group(), LEFT + STEP * cell.start(), y)
    ]
    ruled = [
        (x := LEFT + STEP * bar.start(), y - 3, x + 0.8, y + LINE - 3)
        for y, line in rows
        for bar in re.finditer(r'\|', line)
    ]
    return compose(n, WIDTH, HEIGHT, words, ruled, level=level, source=source, grade=grade, marks=marks, hidden=hidden)


def _cell(text: str, x: float, y: float) -> list[Word]:
    return [
        Word(word.group(), (x + LETTER * word.start(), y, x + LETTER * word.end(), y + 10))
        for word in re.finditer(r'\S+', text)
    ]


def printed(
    text: str,
    *,
    source: Source = 'text',
    grade: Grade = 'good',
    marks: tuple[Mark, ...] = (),
    hidden: tuple[str, ...] = (),
) -> Document:
    """A document laid out; marks and hidden lines go on its first page."""
    pages = [
        printed_page(
            page, n, source=source, grade=grade, marks=marks if n == 1 else (), hidden=hidden if n == 1 else ()
        )
        for n, page in enumerate(re.split(r'(?m)^---\n', text), 1)
    ]
    return document(*pages)


def document(*pages: Page) -> Document:
    return Document(Sha256('0' * 64), 'docx' if pages[0].source == 'flow' else 'pdf', pages)


def unread(n: int, level: Level = 'unread') -> Page:
    """A page that nothing was read of: not yet, or in vain."""
    return Page(n, WIDTH, HEIGHT, level, 'none', 'unreadable')


def row_box(
    text: str, words: str, *, down: float = 0.0, width: float = 60.0, height: float = 20.0
) -> tuple[float, float, float, float]:
    """A box that begins where the words stand on the printed first page, `down` rows below."""
    row, line = next((i, line) for i, line in enumerate(text.split('\n')) if words in line)
    x, y = LEFT + STEP * line.index(words), TOP + LINE * (row + down)
    return (x, y, x + width, y + height)


def part_of(source: str | Document, kind: str, period: int = PERIOD) -> Part:
    """The part of that kind in a document."""
    doc = source if isinstance(source, Document) else flow(source)
    parts = check(doc, rules(), period).parts
    found = [part for part in parts if part.kind == kind]
    assert found, [part.kind for part in parts]
    return found[0]


def forced(source: str | Document, kind: str, period: int = PERIOD) -> dict[str, Finding]:
    """Findings of the whole document as one part of a kind."""
    doc = source if isinstance(source, Document) else flow(source)
    return {f.requirement: f for f in check(doc, rules(), period, KindId(kind)).parts[0].findings}


def findings(source: str | Document, kind: str, period: int = PERIOD) -> dict[str, Finding]:
    return {f.requirement: f for f in part_of(source, kind, period).findings}


def said(finding: Finding) -> tuple[str, str | None]:
    return finding.status, finding.reason


def view_of(
    source: str | Document, kind: str = 'sk-ppid', annex_from: tuple[int, int] | None = None, period: int = PERIOD
) -> PartView:
    """The whole document as one part, for a check alone."""
    doc = source if isinstance(source, Document) else flow(source)
    return PartView(doc, [PageView(page) for page in doc.pages], rules(), KindId(kind), period, annex_from)

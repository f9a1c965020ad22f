"""A small board for the tests of the pages: a real PDF, a flowing document, and hand-made reports on them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from reportlab.pdfgen.canvas import Canvas

from checker.driver import Item
from checker.model import (
    Box,
    Candidate,
    DigitalSignature,
    Document,
    Failure,
    Finding,
    KindId,
    Note,
    Page,
    PageInfo,
    Part,
    Place,
    Report,
    RequirementId,
    Sha256,
)
from web.board import Board

SK, DIP, OTHER = KindId('sk-ppid'), KindId('dip'), KindId('lain')
PDF, DOCX = Sha256('ab' * 32), Sha256('cd' * 32)
WIDTH, HEIGHT = 595.3, 935.4
"""Points: folio, the usual paper."""


@dataclass(frozen=True)
class Named:
    id: RequirementId
    name: str
    check: str = 'section'


@dataclass(frozen=True)
class Kind:
    name: str
    requirements: tuple[Named, ...] = ()


def named(**names: str) -> tuple[Named, ...]:
    return tuple(Named(RequirementId(id.replace('_', '-')), name) for id, name in names.items())


KINDS = {
    SK: Kind("SK Penetapan PPID", named(
        judul="Judul keputusan", nomor="Nomor keputusan", menimbang="Menimbang", mengingat="Mengingat",
        memutuskan="Memutuskan", tahun="Tahun", tanda_tangan="Tanda tangan", tembusan="Tembusan")),
    DIP: Kind("Daftar Informasi Publik", named(
        judul="Judul", klasifikasi="Klasifikasi informasi", kolom_retensi="Kolom retensi", isi="Isi tabel",
        tanda_tangan="Tanda tangan")),
    OTHER: Kind("Dokumen lain"),
}

LINES = {
    1: [(200, 90, "PEMERINTAH KABUPATEN CONTOH"), (215, 130, "KEPUTUSAN KEPALA DINAS"), (230, 160, "NOMOR : ......"),
        (72, 230, "Menimbang :"), (150, 230, "a. bahwa untuk melaksanakan pelayanan informasi publik"),
        (72, 330, "Mengingat :"), (150, 330, "1. Undang-Undang Nomor 14 Tahun 2008")],
    2: [(250, 100, "MEMUTUSKAN:"), (72, 130, "KESATU : Menetapkan PPID Pelaksana"),
        (330, 600, "Ditetapkan di Contoh"), (330, 615, "pada tanggal 3 Februari 2025"),
        (330, 640, "KEPALA DINAS CONTOH,"), (330, 720, "NAMA CONTOH"), (72, 800, "Tembusan: arsip")],
    3: [(180, 90, "DAFTAR INFORMASI PUBLIK TAHUN 2025"), (72, 130, "No  Ringkasan  Penguasa  Waktu  Bentuk"),
        (72, 160, "1   Profil     Dinas     2025   Cetak, berkala"),
        (72, 180, "2   Laporan    Dinas     2025   setiap saat")],
}


def pdf(path: Path) -> Path:
    """Three pages with the words of LINES at (x, y from the top) of their baseline."""
    canvas = Canvas(str(path), (WIDTH, HEIGHT))
    for lines in LINES.values():
        for x, y, text in lines:
            canvas.drawString(x, HEIGHT - y, text)
        canvas.showPage()
    canvas.save()
    return path


def at(n: int, words: str) -> Place:
    """The place of a line of LINES: about its box at 12 points."""
    x, y, text = next(line for line in LINES[n] if words in line[2])
    box: Box = (float(x), y - 9.5, round(x + len(text) * 6.4, 1), y + 2.5)
    return Place(n, box, None, text)


def finding(id: str, status: str = 'met', **known: object) -> Finding:
    return Finding(RequirementId(id), status, **({'required': True} | known))  # type: ignore[arg-type]


def sk_report(file: str = 'in/sk-ppid-2025.pdf') -> Report:
    """A decree with one finding of every look, and its list as a part of its own."""
    decree = Part(SK, 96.1, (KindId('sk-dip'), 61.0), (1, 2), None, (
        finding('judul', score=100.0, place=at(1, "KEPUTUSAN")),
        finding('nomor', 'missing', reason='placeholder', message="Nomor keputusan masih berupa titik-titik.",
                advice="Unggah naskah yang sudah bernomor.", place=at(1, "NOMOR"),
                candidate=Candidate(at(2, "pada tanggal"), 80.0, 'bukan-judul')),
        finding('menimbang', score=100.0, place=at(1, "Menimbang")),
        finding('mengingat', score=100.0, place=at(1, "Mengingat")),
        finding('memutuskan', score=99.0, place=at(2, "MEMUTUSKAN")),
        finding('tempat-tanggal', score=100.0, value='2025-02-03', place=at(2, "pada tanggal")),
        finding('tahun', score=100.0, value='2025-02-03', place=at(2, "pada tanggal")),
        finding('tanda-tangan', 'unsure', reason='tinta-meragukan', form='undecided',
                message="Tanda tangan: ada goresan yang perlu dilihat.", advice="Lihat tempat yang ditandai.",
                place=Place(2, (325.0, 650.0, 470.0, 705.0), None, '')),
        finding('tembusan', 'missing', required=False, reason='tidak-ada', message="Tembusan tidak ditemukan."),
    ))
    listing = Part(DIP, 91.0, None, (3, 3), 0, (
        finding('judul', place=at(3, "DAFTAR")),
        finding('klasifikasi', places=(at(3, "Profil"), at(3, "Laporan")), place=at(3, "Profil")),
        finding('kolom-retensi', 'missing', reason='tidak-ada', message="Kolom retensi tidak ditemukan.",
                advice="Tambahkan kolom retensi arsip."),
        finding('isi', value=2, place=at(3, "Profil")),
        finding('tanda-tangan', 'unsure', form='undecided', message="Perlu dilihat.", reason='tinta-meragukan',
                place=Place(2, (325.0, 650.0, 470.0, 705.0), None, '')),
    ))
    infos = (PageInfo(1, WIDTH, HEIGHT, 'text', 'good'), PageInfo(2, WIDTH, HEIGHT, 'text', 'good'),
             PageInfo(3, WIDTH, HEIGHT, 'ocr', 'fair'))
    return Report(
        file, None, PDF, 2025, 'aturan01', 'mesin001', None, infos,
        (Note('teks-tersembunyi', 2, "Ada teks yang tidak terlihat pembaca."),),
        (DigitalSignature('Signature1', True, 'file', False, "Contoh", "Penerbit Contoh", None, 'tepercaya'),),
        (decree, listing))


def docx_report(file: str = 'dip.docx') -> Report:
    found = (
        finding('judul', place=Place(None, None, 'paragraf 1', "DAFTAR INFORMASI PUBLIK")),
        finding('klasifikasi', place=Place(None, None, 'tabel 1, baris 2, kolom 2', "berkala")),
        finding('kolom-retensi', 'missing', reason='kolom-kurang', message="Kolom retensi tidak ditemukan.",
                place=Place(None, None, 'tabel 1, baris 1, kolom 3', "Waktu")),
    )
    part = Part(DIP, 90.0, None, (1, 1), None, found)
    return Report(file, None, DOCX, 2025, 'aturan01', 'mesin001', None, (PageInfo(1, 595.3, 841.9, 'flow', 'good'),),
                  parts=(part,))


FLOW = [
    (0, 'paragraf 1', "DAFTAR INFORMASI PUBLIK"), (1, 'paragraf 2', "Dinas Contoh <b>&amp; rekan</b>"),
    (1, 'paragraf 2', "Tahun 2025"),
    (2, 'tabel 1, baris 1, kolom 1', "No"), (2, 'tabel 1, baris 1, kolom 2', "Ringkasan"),
    (2, 'tabel 1, baris 1, kolom 3', "Waktu"),
    (3, 'tabel 1, baris 2, kolom 1', "1"), (3, 'tabel 1, baris 2, kolom 2', "Profil badan publik"),
    (4, 'tabel 1, baris 2, kolom 2', "berkala"), (3, 'tabel 1, baris 2, kolom 3', "2025"),
    (5, 'paragraf 3', "Kepala Dinas"),
]


def flow_page(lines: list[tuple[int, str, str]] = FLOW) -> Page:
    """(row, at, text) -> a page without layout."""
    spans, start = [], 0
    for index, (row, _, text) in enumerate(lines):
        spans.append((start, start + len(text), row, index))
        start += len(text) + 1
    return Page(1, 595.3, 841.9, 'full', 'flow', 'good', '\n'.join(line[2] for line in lines),
                lines=np.array(spans, np.int32).reshape(-1, 4), at=tuple(line[1] for line in lines))


def reading(sha256: Sha256) -> Document | None:
    if sha256 == DOCX:
        return Document(DOCX, 'docx', (flow_page(),))
    if sha256 == PDF:
        return Document(PDF, 'pdf', tuple(
            Page(n, WIDTH, HEIGHT, 'full', 'text', 'good', '\n'.join(line[2] for line in lines))
            for n, lines in LINES.items()))
    return None


def picture(path: Path, name: str, n: int, dpi: int) -> bytes:
    """A page of a trusted PDF of ours, rendered here: the pages ask for nothing but a function that gives a PNG."""
    import io

    import pypdfium2
    with path.open('rb') as file:
        document = pypdfium2.PdfDocument(file)
        out = io.BytesIO()
        document[n - 1].render(scale=dpi / 72).to_pil().save(out, 'PNG')
        document.close()
    return out.getvalue()


def board(folder: Path) -> Board:
    """Entries 1-5: a decree with a list, a DOCX, an unreadable file, another document, and one that still waits."""
    filled = Board(KINDS, reading, picture)
    path = pdf(folder / 'sk.pdf')
    reports = [
        sk_report(), docx_report(),
        Report('terkunci.pdf', None, None, 2025, 'r', 'e', Failure('encrypted', "Berkas dikunci kata sandi.")),
        Report('undangan.pdf', None, Sha256('ef' * 32), 2025, 'r', 'e', None,
               (PageInfo(1, WIDTH, HEIGHT, 'text', 'good'),), parts=(Part(OTHER, 40.0, (SK, 38.2), (1, 1), None),)),
    ]
    items = [Item(report.file, report.member, path) for report in reports]
    for item in [*items, Item('belum.pdf', None, path)]:
        filled.expect(item)
    for item, report in zip(items, reports, strict=True):
        filled.put(item, report)
    return filled

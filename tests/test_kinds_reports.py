# ruff: noqa: E501 - a row of a table is one line here, as on paper
"""Maklumat and annual report told from what resembles them, and a report kept together with what belongs to it."""

from __future__ import annotations

import pytest

from checker.check import check
from checker.model import Document
from tests.kinds_soft_papers import FORM, STATEMENT
from tests.papers import DECREE, PERIOD, PRINTED_LIST, PROCEDURE, changed, findings, flow, printed, rules, said
from tests.report_papers import CHAPTERS, CONTENTS, COVER, MAKLUMAT, PLANS, PREFACE, REPORT, SIGNED, bound

LETTER = """\
PEMERINTAH KABUPATEN SUKAMAJU
Nomor : 490/12/2025
Sifat : Biasa
Lampiran : 1 berkas
Hal : Penyampaian
Laporan Layanan Informasi Publik Tahun 2024
Kepada Yth. Ketua Komisi Informasi
Dengan hormat, bersama ini kami sampaikan laporan.
"""
STANDARD = """\
STANDAR PELAYANAN INFORMASI PUBLIK
DINAS KESEHATAN KABUPATEN SUKAMAJU
No | Komponen | Uraian
1 | Biaya | Tidak dipungut biaya
2 | Maklumat Pelayanan | Kami sanggup melayani dan siap menerima sanksi
"""
REGULATION = """\
PERATURAN BUPATI SUKAMAJU
NOMOR 7 TAHUN 2024
TENTANG
PEDOMAN PENYUSUNAN
LAPORAN LAYANAN INFORMASI PUBLIK
Menimbang : a. bahwa perlu pedoman;
"""
REGISTER_TABLE = """\
REGISTER PERMOHONAN INFORMASI PUBLIK
No | Tanggal | Nama | Alamat | Informasi yang Diminta | Tujuan | Status
1 | 3 Maret 2024 | Tirta Wibawa | Sukamaju | Data lalu lintas | Penelitian | Diberikan
2 | 9 April 2024 | Laras Anggita | Sukamaju | Data pasar | Skripsi | Diberikan
"""
BLANK_FORM = """\
FORMULIR PERMOHONAN INFORMASI
Nomor Pendaftaran : ..........
Nama : ..........
Alamat : ..........
Rincian Informasi yang Dibutuhkan : ..........
Tujuan Penggunaan Informasi : ..........
"""
PERFORMANCE = """\
LAPORAN KINERJA INSTANSI PEMERINTAH
(LKjIP)
DINAS KOMUNIKASI DAN INFORMATIKA
TAHUN 2024
"""
SK = changed(DECREE, ('2025', '2024')).split('---\n')[0]


def parts(text: str, *, laid_out: bool = True) -> list[tuple[str, tuple[int, int], int | None]]:
    document: Document = printed(text) if laid_out else flow(text)
    return [(p.kind, p.pages, p.within) for p in check(document, rules(), PERIOD).parts]


def kinds(text: str, *, laid_out: bool = True) -> list[str]:
    return [kind for kind, _, _ in parts(text, laid_out=laid_out)]


@pytest.mark.parametrize('laid_out', [True, False])
@pytest.mark.parametrize(('text', 'kind'), [(MAKLUMAT, 'maklumat'), (REPORT, 'laporan-layanan')])
def test_a_complete_one_lacks_only_its_signature(text: str, kind: str, laid_out: bool) -> None:
    found = findings(printed(text) if laid_out else flow(text), kind)
    assert {id: said(f) for id, f in found.items() if f.status != 'met'} == {'tanda-tangan': ('missing', 'blok-kosong')}


@pytest.mark.parametrize('text', [
    STANDARD,
    changed(DECREE, ('PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA', 'MAKLUMAT PELAYANAN INFORMASI PUBLIK')),
    changed(PERFORMANCE + bound('', PREFACE), ('Laporan Layanan Informasi Publik', 'Laporan Kinerja')),
    REGULATION,
    LETTER,
    'SURAT PENGANTAR\n' + COVER,
    changed(COVER, ('TAHUN 2024', 'SEMESTER I TAHUN 2024')),
    changed(COVER, ('TAHUN 2024', 'TRIWULAN II TAHUN 2024')),
    changed(COVER, ('LAYANAN INFORMASI PUBLIK', 'TAHUNAN')),
    changed(COVER, ('LAPORAN\n', 'PEDOMAN PENYUSUNAN\nLAPORAN\n')),
    changed(COVER, ('LAPORAN\n', 'LAPORAN HASIL SURVEI KEPUASAN MASYARAKAT\n')),
    changed(COVER, ('LAPORAN\n', 'LAPORAN SOSIALISASI\n')),
])  # fmt: skip
@pytest.mark.parametrize('laid_out', [True, False])
def test_what_resembles_them_is_another_document(text: str, laid_out: bool) -> None:
    assert not {'maklumat', 'laporan-layanan'} & set(kinds(text, laid_out=laid_out))


def test_a_procedure_for_reports_is_a_procedure() -> None:
    text = changed(PROCEDURE, ('PELAYANAN PERMOHONAN INFORMASI PUBLIK', 'PENYUSUNAN LAPORAN LAYANAN INFORMASI PUBLIK'))
    assert kinds(text) == ['sop']


@pytest.mark.parametrize('title', [
    'LAPORAN PELAYANAN INFORMASI PUBLIK',
    'LAPORAN TAHUNAN\nPEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI\n(PPID)',
    'LAPORAN AKHIR\nPENGELOLAAN PELAYANAN\nINFORMASI DAN DOKUMENTASI',
    'LAPORAN PENYELENGGARAAN KETERBUKAAN INFORMASI PUBLIK',
    'L A P O R A N\nLAYANAN INFORMASI PUBLIK',
])  # fmt: skip
def test_titles_of_reports_vary(title: str) -> None:
    text = changed(REPORT, ('LAPORAN\nLAYANAN INFORMASI PUBLIK', title))
    assert parts(text) == [('laporan-layanan', (1, 9), None)]
    assert said(findings(printed(text), 'laporan-layanan')['tahun']) == ('met', None)


@pytest.mark.parametrize(('year', 'outcome'), [
    ('TAHUN 2024', ('met', None)),
    ('TAHUN ANGGARAN 2024', ('met', None)),
    ('TAHUN 2025', ('missing', 'tahun-lain')),
    ('TAHUN 2023', ('missing', 'tahun-lain')),
])  # fmt: skip
def test_the_year_is_that_of_the_title_and_one_before_the_period(year: str, outcome: tuple[str, str | None]) -> None:
    finding = findings(printed(changed(REPORT, ('TAHUN 2024', year))), 'laporan-layanan')['tahun']
    assert said(finding) == outcome
    assert finding.value == int(year[-4:])


def test_a_title_without_a_year_takes_it_from_the_words_that_name_the_report_never_from_the_signature() -> None:
    named = changed(REPORT, ('\nTAHUN 2024\n', '\n'))
    assert findings(printed(named), 'laporan-layanan')['tahun'].value == 2024
    unnamed = changed(named, ('Laporan Layanan Informasi Publik Tahun 2024', 'laporan'))
    assert said(findings(printed(unnamed), 'laporan-layanan')['tahun']) == ('missing', 'tidak-ada')


@pytest.mark.parametrize('inner', [REGISTER_TABLE, BLANK_FORM, 'DAFTAR HADIR\nSosialisasi PPID\n', MAKLUMAT])
def test_tables_samples_and_pictures_between_chapters_belong_to_the_report(inner: str) -> None:
    text = bound(COVER, PREFACE, CONTENTS, *CHAPTERS[:3], inner, *CHAPTERS[3:])
    assert parts(text) == [('laporan-layanan', (1, 10), None)]


@pytest.mark.parametrize('inner', [REGISTER_TABLE, BLANK_FORM])
def test_tables_and_samples_in_the_annex_belong_to_the_report(inner: str) -> None:
    assert parts(bound(REPORT, 'LAMPIRAN\n', inner)) == [('laporan-layanan', (1, 11), None)]


def test_a_decree_in_the_annex_is_a_part_within_the_report_and_does_not_sign_it() -> None:
    text = bound(COVER, *CHAPTERS[:5], 'LAMPIRAN\n', SK)
    assert parts(text) == [('laporan-layanan', (1, 8), None), ('sk-ppid', (8, 8), 0)]
    assert said(findings(printed(text), 'laporan-layanan')['penandatangan']) == ('missing', 'tidak-ada')


@pytest.mark.parametrize(('after', 'kind'), [(SK, 'sk-ppid'), (PROCEDURE, 'sop'), (PRINTED_LIST, 'dip')])
def test_a_report_is_parted_from_the_document_after_it(after: str, kind: str) -> None:
    assert parts(bound(REPORT, after)) == [('laporan-layanan', (1, 9), None), (kind, (10, 10), None)]


def test_a_report_is_parted_from_the_decree_before_it() -> None:
    assert parts(bound(SK, REPORT)) == [('sk-ppid', (1, 1), None), ('laporan-layanan', (2, 10), None)]


def test_reports_of_two_years_are_two_parts() -> None:
    earlier = changed(REPORT, ('2024', '2023'))
    assert parts(bound(earlier, REPORT)) == [('laporan-layanan', (1, 9), None), ('laporan-layanan', (10, 18), None)]


def test_another_report_after_it_ends_it_and_keeps_its_own_preface() -> None:
    other = bound(PERFORMANCE, 'KATA PENGANTAR\nLaporan kinerja ini disusun sebagai pertanggungjawaban dinas.\n')
    assert parts(bound(REPORT, other)) == [('laporan-layanan', (1, 9), None), ('lain', (10, 11), None)]


def test_a_report_whose_cover_is_a_picture_is_told_by_its_preface() -> None:
    text = bound('Dinas Kesehatan\n', PREFACE + SIGNED, CONTENTS, *CHAPTERS[:5])
    assert parts(text) == [('laporan-layanan', (1, 8), None)]
    found = findings(printed(text), 'laporan-layanan')
    assert said(found['judul']) == ('missing', 'bukan-judul')
    assert said(found['penandatangan']) == ('met', None)


@pytest.mark.parametrize('chapters', [CHAPTERS, (*CHAPTERS[:5], SIGNED), (*CHAPTERS[:5], PLANS)])
def test_what_follows_a_short_report_under_its_own_title_is_parted_from_it(chapters: tuple[str, ...]) -> None:
    text = bound(COVER + ''.join(chapters), REGISTER_TABLE, STATEMENT, FORM)
    assert kinds(text) == ['laporan-layanan', 'register-permohonan', 'surat-pernyataan', 'formulir-permohonan']


def test_what_stands_in_a_short_report_s_annex_is_not() -> None:
    text = bound(COVER + ''.join(CHAPTERS), 'LAMPIRAN I\n' + REGISTER_TABLE, FORM)
    assert kinds(text) == ['laporan-layanan']


def test_a_body_s_name_under_the_title_is_not_the_report_s_subject() -> None:
    assert kinds(changed(REPORT, ('DINAS KESEHATAN\nKABUPATEN', 'BADAN KEUANGAN DAERAH\nKABUPATEN'))) == ['laporan-layanan']
    assert 'laporan-layanan' not in kinds(changed(COVER, ('INFORMASI PUBLIK\n', 'INFORMASI PUBLIK\nDAN KEUANGAN DAERAH\n')))

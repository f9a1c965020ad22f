"""Lists, decrees on lists and records of consequence tests are told apart, on their own and merged in one file."""

from __future__ import annotations

import pytest

from checker.check import check
from checker.model import Document, Finding, Part
from tests.papers import (
    LIST,
    PERIOD,
    PRINTED_LIST,
    PROCEDURE,
    changed,
    document,
    findings,
    flow,
    printed,
    printed_page,
    rules,
    said,
    without,
)  # fmt: skip
from tests.records import ANNEX_HEAD, EXCLUDED, LIST_DECREE, RECORD, SHEET, WRAPPED_EXCLUDED_HEAD

HEAD = EXCLUDED[EXCLUDED.index('No |') : EXCLUDED.index('1  |')]
PRINTED_EXCLUDED = EXCLUDED.replace(HEAD, WRAPPED_EXCLUDED_HEAD)
EXCLUDED_DECREE = LIST_DECREE.replace('DAFTAR INFORMASI PUBLIK TAHUN 2025', 'DAFTAR INFORMASI YANG DIKECUALIKAN')
"""A decree on excluded information, without a year in its subject."""
REGISTER = """\
REGISTER PERMOHONAN INFORMASI PUBLIK
TAHUN 2025
No | Tanggal | Nama | Alamat | Informasi yang Diminta | Tujuan Penggunaan | Keputusan
1  | 3 Februari 2025 | Tirta Wibawa | Sukamaju | Data sekolah | Penelitian | Dikabulkan
"""


def parts(doc: Document) -> tuple[Part, ...]:
    return check(doc, rules(), PERIOD).parts


def kinds(doc: Document) -> list[tuple[str, tuple[int, int], int | None]]:
    return [(part.kind, part.pages, part.within) for part in parts(doc)]


def pages(*texts: str, source: str = 'text') -> Document:
    return document(
        *(printed_page(text, n, source='ocr' if source == 'ocr' else 'text') for n, text in enumerate(texts, 1))
    )


def of(doc: Document, kind: str) -> dict[str, Finding]:
    return {f.requirement: f for p in parts(doc) if p.kind == kind for f in p.findings}


@pytest.mark.parametrize(('text', 'kind'), [
    (EXCLUDED, 'dik'), (RECORD, 'uji-konsekuensi'), (SHEET, 'uji-konsekuensi'), (LIST, 'dip'), (LIST_DECREE, 'sk-dip'),
    (EXCLUDED_DECREE, 'sk-dip'), (REGISTER, 'register-permohonan'),
])  # fmt: skip
def test_each_is_told_in_a_flow_on_paper_and_on_a_scan(text: str, kind: str) -> None:
    on_paper = {EXCLUDED: PRINTED_EXCLUDED, LIST: PRINTED_LIST}.get(text, text)
    for doc in (flow(text), printed(on_paper), printed(on_paper, source='ocr')):
        assert [part.kind for part in parts(doc)] == [kind]


@pytest.mark.parametrize('source', ['text', 'ocr'])
def test_merged_files_are_parted_again(source: str) -> None:
    doc = pages(PRINTED_LIST, PRINTED_EXCLUDED, SHEET, RECORD, PROCEDURE, source=source)
    wanted = ['dip', 'dik', 'uji-konsekuensi', 'uji-konsekuensi', 'sop']
    assert kinds(doc) == [(kind, (n, n), None) for n, kind in enumerate(wanted, 1)]


@pytest.mark.parametrize(('title', 'kind'), [
    ('DAFTAR INFORMASI YANG DIKECUALIKAN', 'dik'),
    ('DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN', 'dik'),
    ('LEMBAR PENGUJIAN KONSEKUENSI\nDAFTAR INFORMASI YANG DIKECUALIKAN', 'uji-konsekuensi'),
    ('DAFTAR INFORMASI YANG DIKECUALIKAN\nHASIL UJI KONSEKUENSI', 'dik'),
    ('BERITA ACARA\nUJI KONSEKUENSI', 'uji-konsekuensi'),
])  # fmt: skip
def test_the_same_table_is_what_its_first_title_says(title: str, kind: str) -> None:
    text = changed(EXCLUDED, ('DAFTAR INFORMASI YANG DIKECUALIKAN', title))
    for doc in (flow(text), printed(text)):
        assert [part.kind for part in parts(doc)] == [kind]


def test_a_table_without_a_title_is_told_by_its_columns_alone() -> None:
    text = without(EXCLUDED, 'DAFTAR INFORMASI')
    assert [part.kind for part in parts(printed(text))] == ['dik']
    assert said(of(printed(text), 'dik')['judul'])[0] == 'missing'


@pytest.mark.parametrize(('subject', 'kind'), [
    ('PENETAPAN DAFTAR INFORMASI DAN DOKUMENTASI PUBLIK', 'sk-dip'),
    ('PENETAPAN DAFTAR INFORMASI YANG DIKECUALIKAN', 'sk-dip'),
    ('KLASIFIKASI INFORMASI YANG DIKECUALIKAN', 'sk-dip'),
    ('PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI', 'sk-ppid'),
    ('PEMBENTUKAN TIM UJI KONSEKUENSI INFORMASI YANG DIKECUALIKAN', 'lain'),
    ('PEMBENTUKAN TIM PENYUSUN DAFTAR INFORMASI PUBLIK', 'lain'),
    ('PEDOMAN PENYUSUNAN DAFTAR INFORMASI PUBLIK', 'lain'),
    ('PENETAPAN DAFTAR ISIAN PELAKSANAAN ANGGARAN (DIPA)', 'lain'),
])  # fmt: skip
def test_a_decree_is_what_its_subject_names(subject: str, kind: str) -> None:
    text = changed(LIST_DECREE, ('PENETAPAN DAFTAR INFORMASI PUBLIK TAHUN 2025\nPADA', f'{subject}\nPADA'))
    assert [part.kind for part in parts(flow(text))] == [kind]


def test_a_misspelt_subject_is_told_and_said() -> None:
    doc = flow(changed(EXCLUDED_DECREE, ('PENETAPAN DAFTAR INFORMASI YANG', 'PENETAPAN DAFTAR INFROMASI YANG')))
    assert [part.kind for part in parts(doc)] == ['sk-dip']
    assert said(of(doc, 'sk-dip')['tentang']) == ('unsure', 'kata-rusak')


@pytest.mark.parametrize(('decree', 'listed', 'kind'), [
    (LIST_DECREE, PRINTED_LIST, 'dip'), (EXCLUDED_DECREE, PRINTED_EXCLUDED, 'dik'),
])  # fmt: skip
def test_the_list_in_an_annex_is_a_part_of_its_own_over_all_its_pages(decree: str, listed: str, kind: str) -> None:
    body = listed.split('\n\n')[1]
    head, rows = body.split('\n1 ')[0], '\n1 ' + body.split('\n1 ')[1]
    more = [f'{head}{rows}', rows.strip('\n'), f'{head}{rows}']
    doc = pages(decree, ANNEX_HEAD + listed.split('\n\n')[0] + '\n' + body, *more)
    assert kinds(doc) == [('sk-dip', (1, 5), None), (kind, (2, 5), 0)]


def annexed(listed: str) -> Document:
    return pages(EXCLUDED_DECREE, ANNEX_HEAD + listed)


def test_the_list_in_an_annex_has_the_decree_s_signer_and_year() -> None:
    bare = without(PRINTED_EXCLUDED, 'TAHUN 2025').split('\n\n')
    doc = annexed('\n'.join(bare[:2]))
    found = of(doc, 'dik')
    assert (*said(found['tahun']), found['tahun'].value) == ('met', None, 2025)
    assert found['penandatangan'].value == 'dr. Rani Kusuma, M.Kes.'
    assert found['tanda-tangan'].reason == 'blok-kosong'


def test_a_list_s_own_year_goes_before_the_decree_s() -> None:
    found = of(annexed(changed(PRINTED_EXCLUDED, ('TAHUN 2025', 'TAHUN 2023'))), 'dik')
    assert (*said(found['tahun']), found['tahun'].value) == ('missing', 'tahun-lain', 2023)


@pytest.mark.parametrize(('text', 'kind'), [(LIST, 'dip'), (EXCLUDED, 'dik')])
def test_last_year_s_list_is_the_wrong_one(text: str, kind: str) -> None:
    assert said(findings(changed(text, ('TAHUN 2025', 'TAHUN 2024')), kind)['tahun']) == ('missing', 'tahun-lain')


def test_a_decree_on_last_year_s_list_is_the_wrong_one_whenever_it_was_signed() -> None:
    text = changed(LIST_DECREE, ('PUBLIK TAHUN 2025\nPADA', 'PUBLIK TAHUN 2024\nPADA'))
    found = findings(text, 'sk-dip')['tahun']
    assert (*said(found), found.value) == ('missing', 'tahun-lain', 2024)
    december = changed(LIST_DECREE, ('14 Januari 2025', '30 Desember 2024'))
    assert findings(december, 'sk-dip')['tahun'].value == 2025


def test_a_sheet_runs_on_over_pages_that_repeat_its_head() -> None:
    top, rest = SHEET.split('\n\n')[:2]
    assert kinds(pages(f'{top}\n{rest}', rest, SHEET[SHEET.index('1  |') :])) == [('uji-konsekuensi', (1, 3), None)]


def test_a_list_that_a_scan_reads_as_a_letter_runs_on() -> None:
    head, rows = PRINTED_LIST.split('\n\n')[1].split('\n1 ')
    odd = 'No : 3\nHal : Rapat\nHari/Tanggal : Senin\nAcara : Rapat\n' + head + '\n1 ' + rows
    assert kinds(pages(PRINTED_LIST, odd)) == [('dip', (1, 2), None)]


def test_a_law_in_a_cell_is_not_the_list_s_year() -> None:
    bare = without(PRINTED_EXCLUDED, 'TAHUN 2025').replace('20 Januari 2025', '')
    text = changed(bare, ('UU 14/2008 Pasal 17 huruf a', 'VU 17 Tahun 2023        '))
    assert findings(printed(text), 'dik')['tahun'].value is None


def test_records_with_other_numbers_are_several() -> None:
    other = changed(RECORD, ('480/07/BA-PPID/2025', '480/08/BA-PPID/2025'))
    assert kinds(pages(RECORD, other)) == [('uji-konsekuensi', (1, 1), None), ('uji-konsekuensi', (2, 2), None)]


def test_the_annex_of_a_record_is_the_record_s() -> None:
    annex = 'LAMPIRAN BERITA ACARA\nNOMOR : 480/07/BA-PPID/2025\nTANGGAL : 3 Februari 2025\n'
    found = kinds(pages(RECORD, annex + PRINTED_EXCLUDED))
    assert found == [('uji-konsekuensi', (1, 2), None), ('dik', (2, 2), 0)]


OTHERS = {
    'handover': 'BERITA ACARA SERAH TERIMA\nNomor : 4/BA/2025\nPada hari ini Senin tanggal tiga bulan Februari 2025\n'
    'telah diserahkan dokumen hasil uji konsekuensi kepada PPID Utama.\n',
    'rules': 'PERATURAN BUPATI SUKAMAJU\nNOMOR 7 TAHUN 2025\nTENTANG\nTATA CARA PENGUJIAN KONSEKUENSI INFORMASI\n'
    'Menimbang : a. bahwa perlu pedoman;\nMengingat : 1. Undang-Undang Nomor 14 Tahun 2008;\n',
    'news': 'PENGUMUMAN\nNomor : 480/3/2025\nHasil uji konsekuensi atas daftar informasi yang dikecualikan dapat\n'
    'dilihat di ruang layanan. Konsekuensi bila dibuka dan bila ditutup dimuat di dalamnya.\n',
}


@pytest.mark.parametrize('name', OTHERS)
def test_what_only_speaks_of_a_test_is_none(name: str) -> None:
    for doc in (flow(OTHERS[name]), printed(OTHERS[name])):
        assert not {part.kind for part in parts(doc)} & {'uji-konsekuensi', 'dik', 'sk-dip'}


def test_a_procedure_for_tests_is_a_procedure() -> None:
    text = changed(PROCEDURE, ('PELAYANAN PERMOHONAN INFORMASI PUBLIK', 'PENGUJIAN KONSEKUENSI INFORMASI'))
    text = f'STANDAR OPERASIONAL PROSEDUR\nPENGUJIAN KONSEKUENSI INFORMASI\n{text}'
    assert [part.kind for part in parts(printed(text))] == ['sop']
    bare = 'STANDAR OPERASIONAL PROSEDUR (SOP)\nUJI KONSEKUENSI INFORMASI PUBLIK\nRuang lingkup SOP ialah pengujian.\n'
    assert [part.kind for part in parts(printed(bare))] == ['sop']

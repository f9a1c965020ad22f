"""The annex: its header, its content, and whether it names the same decree."""

from __future__ import annotations

import pytest

from checker.model import Finding
from tests.papers import DECREE, changed, document, findings, flow, printed, printed_page, said, unread, without

HEADER_NUMBER = 'NOMOR : 800/12/DINKES/2025\nTANGGAL'


def annex(*changes: tuple[str, str], source: str = 'text') -> Finding:
    text = changed(DECREE, *changes)
    return findings(
        flow(text) if source == 'flow' else printed(text, source='ocr' if source == 'ocr' else 'text'), 'sk-ppid'
    )['lampiran']


@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
def test_an_annex_with_the_decree_s_number_and_date_is_met(source: str) -> None:
    finding = annex(source=source)
    assert said(finding) == ('met', None)
    assert finding.place is not None
    assert finding.place.text == 'LAMPIRAN'


@pytest.mark.parametrize(
    'header', ['LAMPIRAN I', 'Lampiran :', 'LAMPIRAN I KEPUTUSAN KEPALA DINAS KESEHATAN', 'L A M P I R A N']
)
def test_headers_as_offices_write_them(header: str) -> None:
    assert annex(('LAMPIRAN\n', f'{header}\n')).status == 'met'


def test_another_number_names_another_decree() -> None:
    finding = annex((HEADER_NUMBER, 'NOMOR : 800/21/DINKES/2025\nTANGGAL'))
    assert said(finding) == ('unsure', 'tidak-cocok')
    assert finding.value == '800/21/DINKES/2025'
    assert finding.place is not None


def test_a_piece_of_the_number_is_another_number() -> None:
    assert said(annex((HEADER_NUMBER, 'NOMOR : 800/1\nTANGGAL'))) == ('unsure', 'tidak-cocok')


def test_another_date_too() -> None:
    finding = annex(('TANGGAL : 14 Januari 2025', 'TANGGAL : 15 Januari 2025'))
    assert said(finding) == ('unsure', 'tidak-cocok')
    assert finding.value == '2025-01-15'


@pytest.mark.parametrize(
    'line', ['NOMOR : 800 / 12 / DINKES / 2025\nTANGGAL', 'Nomor 800/12/DINKES/2025\nTANGGAL', 'NOMOR :\nTANGGAL']
)
def test_spaces_and_an_empty_number_are_no_other_decree(line: str) -> None:
    assert annex((HEADER_NUMBER, line)).status == 'met'


def test_letters_that_a_scan_confuses_make_no_other_number() -> None:
    assert annex((HEADER_NUMBER, 'NOMOR : 8OO/l2/DINKES/2O25\nTANGGAL'), source='ocr').status == 'met'


def test_letters_read_for_a_number_written_by_hand_are_for_people_to_see() -> None:
    assert said(annex((HEADER_NUMBER, 'NOMOR : 800/yo/DINKES/2025\nTANGGAL'), source='ocr')) == (
        'unsure',
        'tulisan-tangan',
    )
    assert said(annex((HEADER_NUMBER, 'NOMOR : 800/yo/DINKES/2025\nTANGGAL'))) == ('unsure', 'tidak-cocok')


def test_a_number_that_looks_like_a_date_is_no_other_date() -> None:
    number = ('800/12/DINKES/2025', 'HK.01.02/7/2025')
    assert annex(number).status == 'met'
    assert annex(number, ('TANGGAL : 14 Januari 2025', 'TANGGAL : 15 Januari 2025')).value == '2025-01-15'


def test_a_header_with_nothing_under_it_is_empty() -> None:
    bare = without(DECREE, 'SUSUNAN', 'No  ', '1  ', '2     Laras', '3  ')
    finding = findings(bare, 'sk-ppid')['lampiran']
    assert said(finding) == ('missing', 'isi-kosong')
    assert finding.place is not None


def test_an_annex_that_is_only_spoken_of_is_missing() -> None:
    finding = findings(DECREE.split('---')[0], 'sk-ppid')['lampiran']
    assert finding.status == 'missing'
    assert finding.candidate is not None
    assert finding.candidate.place.text == 'Lampiran'


def test_an_annex_on_a_page_not_read_yet_is_not_missing() -> None:
    first = printed_page(DECREE.split('---')[0])
    assert said(findings(document(first, unread(2)), 'sk-ppid')['lampiran']) == ('unsure', 'belum-dibaca')
    assert said(findings(document(first, unread(2, 'full')), 'sk-ppid')['lampiran']) == ('unsure', 'tidak-terbaca')


ABOUT = 'TANGGAL : 14 Januari 2025\nTENTANG\n{}'


@pytest.mark.parametrize(
    'subject',
    [
        'PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA\nPADA DINAS KESEHATAN KABUPATEN SUKAMAJU',
        'PENETAPAN PPID PELAKSANA PADA DINKES KAB. SUKAMAJU',
        'PENETAPAN PEJABAT PENGEL0LA INF0RMASI DAN D0KUMENTASI',
        'SUSUNAN PENGELOLA',
    ],
)
def test_a_subject_shortened_or_damaged_is_the_same(subject: str) -> None:
    assert annex(('TANGGAL : 14 Januari 2025', ABOUT.format(subject))).status == 'met'


def test_another_decree_s_subject_is_another_decree() -> None:
    finding = annex(('TANGGAL : 14 Januari 2025', ABOUT.format('PEMBENTUKAN PANITIA PENGADAAN BARANG SEKOLAH DASAR')))
    assert said(finding) == ('unsure', 'tidak-cocok')
    assert finding.value.startswith('PEMBENTUKAN PANITIA PENGADAAN BARANG SEKOLAH DASAR')

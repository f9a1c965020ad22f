"""What a report is made of: headings and how they are numbered, tables of contents, annexes, title pages."""

from __future__ import annotations

import pytest

from checker.reports import annex_row, is_cover, is_heading_text, is_title_case, report_annex, rows_of
from checker.view import PageView
from tests.papers import printed
from tests.report_papers import CHAPTERS, CONTENTS, COVER, REPORT, bound


def views(text: str) -> list[PageView]:
    return [PageView(page) for page in printed(text).pages]


@pytest.mark.parametrize(('text', 'style', 'body'), [
    ('BAB IV KENDALA', 'chapter', 'KENDALA'),
    ('B A B  IV', 'chapter', ''),
    ('BAGIAN II RINCIAN PELAYANAN', 'chapter', 'RINCIAN PELAYANAN'),
    ('BAB. IV RENCANA TINDAK LANJUT', 'chapter', 'RENCANA TINDAK LANJUT'),
    ('2.1 Sarana dan Prasarana', 'decimal', 'Sarana dan Prasarana'),
    ('I.6 Kebijakan Layanan', 'decimal', 'Kebijakan Layanan'),
    ('IV. Kendala', 'roman', 'Kendala'),
    ('A. Kendala Internal', 'upper', 'Kendala Internal'),
    ('3) Kendala', 'number', 'Kendala'),
    ('Kendala dan Hambatan', 'plain', 'Kendala dan Hambatan'),
    ('Kendala yang dihadapi cukup banyak', None, ''),
    ('A. Kendala internal berupa kurangnya petugas.', None, ''),
    ('Tabel 3. Kendala', None, ''),
])  # fmt: skip
def test_headings_are_told_by_number_or_capitals(text: str, style: str | None, body: str) -> None:
    row = rows_of(views(f'Sebuah kalimat pembuka yang biasa saja.\n{text}\n'))[1]
    assert (row.style, row.body) == (style, body)


def test_small_words_are_small_in_title_case() -> None:
    assert is_title_case('Kendala dalam Pelaksanaan Layanan')
    assert not is_title_case('Kendala yang dihadapi')
    assert not is_heading_text('Kendala;')


def test_rows_of_a_table_of_contents_are_marked_and_are_no_headings() -> None:
    rows = rows_of(views(CONTENTS))
    assert all(row.contents and row.style is None for row in rows)


@pytest.mark.parametrize('leader', ['    ', ' '])
def test_a_table_of_contents_may_have_no_dots(leader: str) -> None:
    text = f'DAFTAR ISI\nBAB I KEBIJAKAN{leader}1\nBAB II KENDALA{leader}4\nBAB III\nREKOMENDASI{leader}9\n'
    assert all(row.contents for row in rows_of(views(text)))


def test_page_numbers_and_running_heads_are_left_out() -> None:
    pages = [f'Laporan PPID 2024\nKalimat halaman {word} yang panjang.\n{n} | 30\n' for n, word in enumerate('abc', 1)]
    assert [row.text[:8] for row in rows_of(views(bound(*pages)))] == ['Kalimat '] * 3


@pytest.mark.parametrize(('text', 'row'), [
    ('LAMPIRAN\n', 0),
    ('LAMPIRAN-LAMPIRAN\n', 0),
    ('L A M P I R A N\n', 0),
    ('Lampiran 2. Foto Kegiatan\nSebuah foto\n', 0),
    ('Lampiran ini merupakan bagian dari laporan\n', None),
    ('LAMPIRAN .............. 20\n', None),
])  # fmt: skip
def test_annexes_begin_with_their_word(text: str, row: int | None) -> None:
    assert annex_row(views(text)[0]) == row


def test_the_annex_of_a_report_is_its_first() -> None:
    assert report_annex(views(REPORT)) is None
    assert report_annex(views(bound(COVER, 'LAMPIRAN\n', 'LAMPIRAN 2\n'))) == (2, 0)


def test_a_cover_has_few_rows_and_no_sentence() -> None:
    assert is_cover(views(COVER)[0])
    assert not is_cover(views(CHAPTERS[0])[0])
    assert not is_cover(views(CONTENTS)[0])


@pytest.mark.parametrize('text', ['TENTANG', 'DAN', 'BAB I'])
def test_capitals_are_title_case_whatever_the_words(text: str) -> None:
    assert is_title_case(text)

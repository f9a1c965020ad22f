"""Where something stands: rows, cells beside and below, headings, and the scopes of a decree."""

from __future__ import annotations

import pytest

from checker.model import Line
from checker.search import Hit
from checker.view import (
    PageView,
    before,
    following,
    in_contents,
    is_capitals,
    opens_capital,
    position,
    rest,
    row_of,
    stands_alone,
    stands_as_label,
    starts_line,
)
from tests.papers import DECREE, changed, document, flow, printed, printed_page, unread, view_of

TWO_COLUMNS = """\
Nomor SOP      | 065/07
Nama SOP       | Permohonan
               | Informasi
"""


def view(text: str) -> PageView:
    return PageView(printed_page(text))


def hit(text: str, phrase: str) -> Hit:
    return view(text).find(phrase)[0]


def line(page: PageView, words: str) -> Line:
    return next(line for line in page.page if words in line.text)


def test_rows_run_down_the_page_and_their_lines_from_left_to_right() -> None:
    page = view('No      Kegiatan      Waktu\n1       Menerima      5 menit')
    assert [[cell.text for cell in page.rows[row]] for row in page.row_order] == [
        ['No', 'Kegiatan', 'Waktu'],
        ['1', 'Menerima', '5 menit'],
    ]


def test_what_stands_right_of_a_label_and_below_it() -> None:
    page = view(TWO_COLUMNS)
    assert [other.text for other in page.right_of(line(page, 'Nama SOP'))] == ['Permohonan']
    assert [other.text for other in page.below(line(page, 'Permohonan'), 1)] == ['Informasi']
    assert page.right_of(line(page, 'Permohonan')) == []


def test_a_value_centred_lower_than_its_label_belongs_to_the_nearest_label() -> None:
    page = view('NOMOR SOP    |\n             | 065/07\n\nTANGGAL      | 3 Maret 2025')
    assert [other.text for other in page.beside(line(page, 'NOMOR SOP'))] == ['065/07']
    assert [other.text for other in page.beside(line(page, 'TANGGAL'))] == ['3 Maret 2025']


def test_the_next_rows_end_with_the_page() -> None:
    page = view('satu\ndua\ntiga')
    assert [other.text for other in page.rows_after(page.row_order[0], 5)] == ['dua', 'tiga']
    assert list(page.rows_after(page.row_order[-1], 5)) == []


@pytest.mark.parametrize(
    ('text', 'label'),
    [
        ('Menimbang', True),
        ('Menimbang :', True),
        ('Menimbang : a. bahwa perlu', True),
        ('MENIMBANG a. bahwa perlu', True),
        ('- Menimbang', True),
        ('perlu menimbang hal itu', False),
        ('Surat ini Menimbang : a.', False),
        ('Menimbang perlunya layanan', False),
        ('menimbang', False),
        ('Menimbang ........ 3', False),
    ],
)
def test_a_label_opens_its_line_and_is_followed_as_labels_are(text: str, label: bool) -> None:
    assert stands_as_label(hit(text, 'Menimbang')) is label


@pytest.mark.parametrize(
    ('text', 'plain', 'numbered'),
    [
        ('Dasar Hukum', True, True),
        ('1. Dasar Hukum', False, True),
        ('A. Dasar Hukum', False, True),
        ('IV. Dasar Hukum', False, True),
        ('BAB II Dasar Hukum', False, True),
        ('sesuai Dasar Hukum', False, False),
    ],
)
def test_a_number_before_a_heading_counts_only_where_allowed(text: str, plain: bool, numbered: bool) -> None:
    found = hit(text, 'Dasar Hukum')
    assert (starts_line(found), starts_line(found, numbered=True)) == (plain, numbered)


@pytest.mark.parametrize(
    ('text', 'contents'),
    [
        ('BAB I Dasar Hukum ........ 3', True),
        ('Dasar Hukum . . . . . . 12', True),
        ('Dasar Hukum …………… 7', True),
        ('Dasar Hukum', False),
        ('Dasar Hukum : ........', False),
        ('Dasar Hukum 3', False),
    ],
)
def test_a_line_of_contents_has_leaders_and_a_page_number(text: str, contents: bool) -> None:
    assert in_contents(hit(text, 'Dasar Hukum')) is contents


def test_capitals_open_headings() -> None:
    assert opens_capital(hit('Menetapkan', 'Menetapkan'))
    assert not opens_capital(hit('menetapkan', 'Menetapkan'))
    assert is_capitals(hit('MEMUTUSKAN', 'Memutuskan'))
    assert not is_capitals(hit('Memutuskan', 'Memutuskan'))


def test_before_and_rest_stay_in_the_hit_s_own_line() -> None:
    found = hit('atas\nkota Nomor : 12\nbawah', 'Nomor')
    assert (before(found), rest(found)) == ('kota ', ' : 12')


def test_what_follows_a_heading_is_its_line_then_its_row_then_the_next_rows() -> None:
    page = view('Menimbang      :      a. bahwa satu\n                          dua\nMengingat')
    assert following(page, page.find('Menimbang')[0], 1).split() == [':', 'a.', 'bahwa', 'satu', 'dua']


def test_a_title_stands_alone_in_its_row_and_a_cell_does_not() -> None:
    page = view('DAFTAR INFORMASI PUBLIK\nNo      Daftar Informasi Publik      Waktu')
    first, second = sorted(page.find('Daftar Informasi Publik'), key=row_of)
    assert stands_alone(page, first)
    assert not stands_alone(page, second)


def test_a_position_is_page_and_row() -> None:
    second = PageView(printed_page('satu\nKESATU', 2))
    assert position(second.find('Kesatu')[0]) == (2, second.row_order[1])


def test_bounds_part_a_decree_into_its_pieces() -> None:
    for doc in (flow(DECREE), printed(DECREE)):
        part = view_of(doc, annex_from=(2, 0))
        bounds = part.bounds
        assert (0, 0) < bounds.considering < bounds.basis < bounds.deciding < bounds.closing < bounds.annex == (2, 0)
        assert all('Undang-Undang' not in line.text for line in part.lines('opening'))
        assert any('Nomor 14 Tahun 2008' in line.text for line in part.lines('basis'))
        assert any('KESATU' in line.text for line in part.lines('dicta'))
        assert all(line.page.n == 2 for line in part.lines('annex'))


def test_pieces_that_are_not_there_begin_nowhere() -> None:
    part = view_of('Surat biasa\ntanpa bagian apa pun')
    assert len({part.bounds.considering, part.bounds.deciding, part.bounds.annex}) == 1
    assert [line.text for line in part.lines('opening')] == ['Surat biasa', 'tanpa bagian apa pun']
    assert list(part.lines('annex')) == []


def test_find_stays_in_its_scope() -> None:
    part = view_of(DECREE, annex_from=(2, 0))
    assert {h.page.n for h in part.find('Nomor', 'annex')} == {2}
    assert {h.page.n for h in part.find('Nomor', 'opening')} == {1}
    assert len(part.find('Nomor')) > len(part.find('Nomor', 'opening'))
    assert part.find('Atasan PPID', 'body') == []


def test_words_of_prose_do_not_move_the_bounds() -> None:
    prose = changed(DECREE, ('Jalan Melati Nomor 5 Sukamaju', 'perlu menetapkan dan mengingat kembali'))
    assert view_of(prose, annex_from=(2, 0)).bounds == view_of(DECREE, annex_from=(2, 0)).bounds


def test_pages_on_which_something_may_stand_unseen() -> None:
    first = printed_page(DECREE.split('---')[0])
    doc = document(first, unread(2), unread(3, 'full'))
    assert [page.n for page in view_of(doc).unread()] == [2, 3]
    assert view_of(document(first)).unread() == []

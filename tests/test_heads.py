"""The head of a decree, the title of a list and the header of an annex: where a document says what it is."""

from __future__ import annotations

import pytest

from checker import rulebook
from checker.heads import annex_heads, decree_head, list_titles, subject_without_title
from checker.view import PageView
from tests.papers import DECREE, LIST, changed, printed_page, without

BODY, ANNEX = DECREE.split('---\n')
WORDS, SPOILERS = ('Surat Keputusan', 'Keputusan'), ('Lampiran',)
ANCHORS = rulebook.load().anchors
TITLES, NOT_TITLES = ('Daftar Informasi Publik',), ('Dikecualikan',)


def view(text: str) -> PageView:
    return PageView(printed_page(text))


def test_a_decree_head_is_title_label_and_subject() -> None:
    head = decree_head(view(BODY), WORDS, ANCHORS)
    assert head is not None
    assert head.title.text == 'KEPUTUSAN'
    assert head.about is not None
    assert head.subject_text == (
        'PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA PADA DINAS KESEHATAN KABUPATEN SUKAMAJU'
    )


def test_the_issuer_s_line_ends_the_subject() -> None:
    head = decree_head(view(BODY), WORDS, ANCHORS)
    assert head is not None
    assert 'KEPALA DINAS KESEHATAN,' not in [line.text for line in head.subject]


@pytest.mark.parametrize('title', ['SURAT KEPUTUSAN', 'Keputusan Kepala Dinas Kesehatan', 'K E P U T U S A N'])
def test_titles_as_offices_write_them(title: str) -> None:
    assert decree_head(
        view(changed(BODY, ('KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN SUKAMAJU', title))), WORDS, ANCHORS
    )


def test_an_annex_s_header_is_no_head_of_a_decree() -> None:
    assert decree_head(view(ANNEX), WORDS, ANCHORS) is None


def test_a_decree_spoken_of_in_prose_is_none() -> None:
    letter = 'Nomor : 12/2025\nBersama ini kami sampaikan\nKeputusan Kepala Dinas tentang PPID yang telah ditetapkan.'
    assert decree_head(view(letter), WORDS, ANCHORS) is None


def test_a_title_without_number_and_subject_is_no_head() -> None:
    assert decree_head(view('KEPUTUSAN KEPALA DINAS\nTata cara kerja harian pegawai'), WORDS, ANCHORS) is None


def test_a_subject_may_stand_where_no_title_does() -> None:
    beheaded = without(BODY, 'KEPUTUSAN KEPALA', 'NOMOR')
    assert decree_head(view(beheaded), WORDS, ANCHORS) is None
    found = subject_without_title(view(beheaded))
    assert found is not None
    assert 'PENETAPAN PEJABAT' in found[1][0].text


def test_the_title_of_a_list_stands_alone_near_the_top() -> None:
    assert [hit.text for hit in list_titles(view(LIST), TITLES, NOT_TITLES)] == ['DAFTAR INFORMASI PUBLIK']
    low = '\n'.join(f'baris isi nomor {n} dari naskah' for n in range(30)) + '\nDAFTAR INFORMASI PUBLIK'
    assert list_titles(view(low), TITLES, NOT_TITLES) == []


@pytest.mark.parametrize(
    'line',
    [
        'Kami sampaikan daftar informasi publik.',
        'DAFTAR INFORMASI PUBLIK ........ 4',
        'DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN',
        'daftar informasi publik',
    ],
)
def test_what_reads_like_a_title_and_is_none(line: str) -> None:
    assert list_titles(view(line), TITLES, NOT_TITLES) == []


def test_a_spoiling_word_in_the_next_line_of_the_title_spoils_it() -> None:
    assert list_titles(view('DAFTAR INFORMASI PUBLIK\nYANG DIKECUALIKAN'), TITLES, NOT_TITLES) == []


@pytest.mark.parametrize(
    'header',
    [
        'LAMPIRAN\nKEPUTUSAN KEPALA DINAS\nNOMOR : 1',
        'LAMPIRAN I KEPUTUSAN KEPALA DINAS',
        'Lampiran Keputusan Kepala Dinas\nNomor : 1',
        'LAMPIRAN : KEPUTUSAN KEPALA DINAS\nNOMOR : 1',
        'LAMPIRAN II\nNomor : 1\nTanggal : 2 Mei 2025',
    ],
)
def test_headers_of_an_annex(header: str) -> None:
    found = annex_heads(view(header + '\nSUSUNAN'), SPOILERS, WORDS)
    assert [head.row for head in found] == [0]


@pytest.mark.parametrize(
    'line',
    [
        'sebagaimana tercantum dalam Lampiran Keputusan ini',
        'Lampiran : 1 (satu) berkas',
        'Lampiran foto kegiatan rapat',
        'lampiran',
        'Lampiran.',
        'sebagaimana tercantum dalam\nLampiran Keputusan\nini.',
    ],
)
def test_an_annex_spoken_of_is_no_header(line: str) -> None:
    assert annex_heads(view(f'Sukamaju\nPerihal undangan\nKepada Yth.\n{line}\nDengan hormat'), SPOILERS, WORDS) == []

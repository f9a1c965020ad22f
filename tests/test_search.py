"""Phrases on pages: fuzzy where words may be damaged, exact where a letter changes the meaning."""

from __future__ import annotations

import random

import pytest

from checker.model import Page, Source
from checker.search import PageSearch, line_of, place
from checker.text import allowed_edits
from tests.papers import DECREE, flow, printed_page


def search(text: str, source: Source = 'text') -> PageSearch:
    return PageSearch(printed_page(text, source=source))


def sure(text: str, phrase: str, source: Source = 'text') -> list[str]:
    return [hit.text for hit in search(text, source).find(phrase) if hit.sure]


def test_case_spaces_and_marks_make_no_difference() -> None:
    assert sure('M E M U T U S K A N :', 'Memutuskan') == ['M E M U T U S K A N']
    assert sure('Ditetapkan  di : Sukamaju', 'Ditetapkan di') == ['Ditetapkan di']
    assert sure('serta-merta', 'Serta Merta') == ['serta-merta']


def test_words_wrapped_over_two_lines_of_a_cell_are_one_hit() -> None:
    page = printed_page('Jangka Waktu\nPenyimpanan')
    hit = PageSearch(page).find('Jangka Waktu Penyimpanan')[0]
    assert (hit.score, hit.text) == (100.0, 'Jangka Waktu Penyimpanan')


@pytest.mark.parametrize(
    ('text', 'phrase'),
    [
        ('PPKD', 'PPID'),
        ('PEJABAT PPKD DAN PPTK', 'PPID'),
        ('DIPA', 'DIP'),
        ('DIPA TAHUN 2025', 'DIP'),
        ('manipulasi', 'NIP'),
        ('Atasan PPKD', 'Atasan PPID'),
        ('dapat dikenakan biaya', 'tidak dapat dikenakan biaya'),
    ],
)
def test_acronyms_and_negations_match_exactly(text: str, phrase: str) -> None:
    assert sure(text, phrase) == []
    assert sure(text, phrase, 'ocr') == []


def test_an_acronym_stands_as_a_word_of_its_own() -> None:
    assert sure('Tim PPID, Dinas', 'PPID') == ['PPID']
    assert sure('(PPID)', 'PPID') == ['PPID']


@pytest.mark.parametrize('damaged', ['Menirnbang', 'Mcnimbang', 'MEN1MBANG', 'Menimbong'])
def test_a_scan_s_wrong_letters_are_forgiven(damaged: str) -> None:
    assert sure(damaged, 'Menimbang', 'ocr') == [damaged]


@pytest.mark.parametrize('damaged', ['Menimbanq', 'Nenimbang'])
def test_a_wrong_letter_at_the_edge_belongs_to_the_hit(damaged: str) -> None:
    assert sure(damaged, 'Menimbang', 'ocr') == [damaged]


def test_letters_spaced_apart_are_a_word_also_when_it_is_short() -> None:
    assert sure('N O M O R : 060', 'Nomor') == ['N O M O R']


def test_a_text_layer_s_wrong_letters_are_not() -> None:
    assert sure('Menimbong', 'Menimbang') == []


def test_words_damaged_beyond_that_are_reported_but_not_sure() -> None:
    hits = search('Pejabot Pengolala Infarmasi', 'ocr').find('Pejabat Pengelola Informasi')
    assert [(hit.sure, hit.text) for hit in hits] == [(False, 'Pejabot Pengolala Infarmasi')]


def test_other_words_give_no_hit() -> None:
    assert search('Laporan keuangan triwulan', 'ocr').find('Menimbang') == ()


def test_the_best_hit_comes_first_then_the_first_on_the_page() -> None:
    hits = search('MENIMBANC\nMENIMBANG\nMENIMBANG', 'ocr').find('Menimbang')
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits[0].start < hits[1].start


def test_longer_phrases_may_have_more_wrong_letters_and_scans_more_than_text_layers() -> None:
    for length in range(1, 60):
        assert allowed_edits(length, True) >= allowed_edits(length, False)
        assert allowed_edits(length + 12, False) == allowed_edits(length, False) + 1


def test_a_place_on_paper_has_page_and_box_and_one_in_a_flow_has_its_paragraph() -> None:
    printed, flowing = printed_page('Judul\nMenimbang : a.', 3), flow('Judul\nMenimbang : a.').pages[0]
    spot = PageSearch(printed).find('Menimbang')[0].place
    assert (spot.page, spot.at, spot.text) == (3, None, 'Menimbang')
    assert spot.box is not None
    assert spot.box[2] - spot.box[0] == pytest.approx(9 * 5)
    spot = PageSearch(flowing).find('Menimbang')[0].place
    assert (spot.page, spot.box, spot.at) == (None, None, 'paragraf 2')


def test_the_words_of_a_place_are_cut_to_what_a_screen_shows() -> None:
    page = printed_page('kata ' * 60)
    assert len(place(page, 0, len(page.text)).text) <= 200


def test_every_character_belongs_to_the_line_that_holds_it() -> None:
    page = printed_page(DECREE.split('---')[0])
    for line in page:
        for offset in (line.start, line.end - 1):
            assert line_of(page, offset).index == line.index


def random_page(chance: random.Random, source: Source) -> Page:
    words = ('Menimbang', 'bahwa', 'PPID', 'Keputusan', 'rn', 'DIPA', 'Il0O', '12', '–', '(a)', 'Nomor', ':')
    rows = [' '.join(chance.choices(words, k=chance.randint(1, 7))) for _ in range(chance.randint(1, 9))]
    return printed_page('\n'.join(rows), source=source)


@pytest.mark.parametrize('source', ['text', 'ocr'])
def test_a_hit_lies_on_its_page_and_a_full_score_means_the_same_letters(source: Source) -> None:
    chance = random.Random(11)
    for _ in range(40):
        page = random_page(chance, source)
        for phrase in ('Menimbang', 'Keputusan Nomor', 'PPID', 'DIP', 'Nomor 12'):
            for hit in PageSearch(page).find(phrase):
                assert 0 <= hit.start < hit.end <= len(page.text)
                assert 0 <= hit.score <= 100
                assert hit.sure or hit.score < 100
                if source == 'text' and hit.score == 100:
                    assert (
                        ''.join(filter(str.isalnum, hit.text)).lower() == ''.join(filter(str.isalnum, phrase)).lower()
                    )


def test_searching_twice_gives_the_same() -> None:
    page = printed_page(DECREE.split('---')[0], source='ocr')
    assert PageSearch(page).find('Mengingat') == PageSearch(page).find('Mengingat')

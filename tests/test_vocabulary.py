"""What a page can't hold is told at once, and never wrongly."""

from __future__ import annotations

import random

import pytest

from checker.model import Source
from checker.search import PageSearch
from checker.text import squash
from checker.vocabulary import Vocabulary
from tests.papers import printed_page, rules

WORDS = ('keputusan', 'kepala', 'dinas', 'tentang', 'daftar', 'informasi', 'publik', 'pejabat', 'menimbang', 'bahwa')


@pytest.mark.parametrize('source', ['text', 'ocr'])
def test_what_is_told_absent_is_found_by_no_search(source: Source) -> None:
    letters = random.Random(7)
    pairs = (f'{a} {b}' for a in WORDS for b in WORDS)
    phrases = [*rules().anchors.closing, *rules().signers.offices, *pairs]
    vocabulary = Vocabulary(phrases)
    told = 0
    for _ in range(40):
        text = ' '.join(letters.choices(WORDS, k=30))
        for _ in range(letters.randrange(12)):
            at = letters.randrange(len(text))
            text = text[:at] + letters.choice(('', 'x', '1', ' ')) + text[at + 1 :]
        page = printed_page(text, source=source)
        search = PageSearch(page)
        absent = vocabulary.absent(squash(text, fold=search.ocr).text, search.ocr)
        assert not [p for p in absent if search.find(p)]
        told += len(absent)
    assert told


def test_words_that_stand_are_never_told_absent() -> None:
    vocabulary = Vocabulary(['Menimbang', 'Mengingat', 'DIP', ''])
    assert vocabulary.absent('menimbangbahwa', False) == {'Mengingat'}
    assert vocabulary.absent('', False) == {'Menimbang', 'Mengingat'}
    assert Vocabulary([]).absent('menimbang', False) == frozenset()


def test_a_rulebook_s_vocabulary_holds_what_its_checks_ask_for() -> None:
    page = printed_page('tidak ada apa-apa')
    absent = rules().vocabulary.absent(squash(page.text).text, False)
    assert {'Menimbang', 'Daftar Informasi Publik', 'Tembusan', 'Kepala'} <= absent

"""What tells something under a heading, and what only fills the space."""

from __future__ import annotations

import pytest

from checker.checks.content import is_dated, says, takes_leave, unnumbered
from tests.papers import findings, flow, printed, rules

MINUTES = """\
NOTULEN RAPAT
Hari/Tanggal : Senin, 3 Maret 2025
Pembahasan
{said}
                                        Rawa Elok, 3 Maret 2025
                                        Kepala Dinas Kesehatan,



                                        Laras Anggita, S.Kom.
                                        NIP. 19800101 200501 2 001
"""


@pytest.mark.parametrize('text', ['1. Rapat dibuka', 'Nihil', '2) 34 orang', 'a. Pembukaan', '12 Februari'])
def test_words_and_numbers_tell_something(text: str) -> None:
    assert says(text)


@pytest.mark.parametrize('text', ['1. ..........', 'a) ______', '-', '(diisi uraian)', '3.', '....', '1. a. …'])
def test_dots_item_numbers_and_instructions_tell_nothing(text: str) -> None:
    assert not says(text)


def test_a_line_without_its_number() -> None:
    assert [unnumbered(text) for text in ('II. Kesimpulan', '2) Hasil', 'Isi')] == ['Kesimpulan', 'Hasil', 'Isi']


def test_a_parting_sentence_and_a_place_with_its_date_are_told() -> None:
    assert takes_leave('Demikian notulen ini dibuat.', rules())
    assert not takes_leave('Rapat menyepakati demikian.', rules())
    assert is_dated('Rawa Elok, 3 Maret 2025')
    assert not is_dated('Rapat ditunda sampai 3 Maret 2025')


@pytest.mark.parametrize('said', ['', '1. ........\n2. ........', 'Demikian notulen ini dibuat.', '(diisi uraian)'])
@pytest.mark.parametrize('make', [flow, printed], ids=['flow', 'printed'])
def test_minutes_whose_discussion_is_left_open_lack_it(said: str, make: object) -> None:
    assert callable(make)
    assert findings(make(MINUTES.format(said=said)), 'notulen')['pembahasan'].status == 'missing'


@pytest.mark.parametrize('make', [flow, printed], ids=['flow', 'printed'])
def test_minutes_with_a_discussion_have_it(make: object) -> None:
    assert callable(make)
    text = MINUTES.format(said='1. Rapat dibuka oleh Kepala Dinas.')
    assert findings(make(text), 'notulen')['pembahasan'].status == 'met'

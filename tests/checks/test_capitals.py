"""How high a capital is on a scanned page, told by words with and without descenders, and by words swollen by ink."""

from __future__ import annotations

import pytest

from checker.checks.capitals import capital_of, usual_capital
from checker.model import Page
from checker.reading.layout import Word, compose

ROWS = ('KEPUTUSAN BUPATI CONTOHAN', 'Pejabat pengelola yang', 'Kepala Dinas Kesehatan,', 'Rani Kusuma Dewi')
DEEP = frozenset('gjpqy')


def page(capital: float, swollen: float = 1.0) -> Page:
    """Rows of words as high as their letters are; those of the last row `swollen` times as high."""
    words = []
    for n, row in enumerate(ROWS):
        x, y = 40.0, 50.0 + 4 * capital * n
        for word in row.split():
            deep = 1.3 if DEEP & set(word) else 1.15 if word.endswith(',') else 1.0
            high = capital * deep * (swollen if n == len(ROWS) - 1 else 1.0)
            words.append(Word(word, (x, y, x + 5 * len(word), y + high)))
            x += 5 * len(word) + 3
    return compose(1, 600.0, 800.0, words, [], level='full', source='ocr', grade='good')


@pytest.mark.parametrize('capital', [5.0, 8.0, 14.0])
def test_a_capital_is_as_high_as_printed_whatever_hangs_below_the_line(capital: float) -> None:
    made = page(capital)
    for line in made:
        assert capital_of(made, [line]) == pytest.approx(capital, rel=0.02)
    assert usual_capital(made) == pytest.approx(capital, rel=0.02)


def test_ink_over_a_line_does_not_change_it() -> None:
    made = page(8.0, swollen=2.2)
    last = list(made)[-1]
    assert capital_of(made, [last]) == pytest.approx(8.0, rel=0.02)


def test_nothing_tells_where_there_are_no_letters() -> None:
    empty = compose(1, 600.0, 800.0, [], [], level='full', source='ocr', grade='good')
    assert capital_of(empty, []) is None

"""The made blocks are what they say, the counting is right, and the network tells the plain cases."""

from __future__ import annotations

import numpy as np
import pytest

from checker.model import Look
from checker.reading import pen
from tests.signatures.cases import SIGNED, UNSIGNED, Case, case
from tests.signatures.pens import PENS
from tests.signatures.score import Judged, count, upper
from tests.signatures.stamps import STAMPS

PLAIN = ('pen', 'empty')


def strips(states: tuple[str, ...], wanted: int) -> list[Case]:
    found: list[Case] = []
    seed = 0
    while len(found) < wanted:
        made = case(seed, whole=False, looks=('office',), dpis=(150, 200))
        seed += 1
        if made.state in states:
            found.append(made)
    return found


def likelihood(made: Case) -> float:
    em = made.em
    left, right = min(made.office[0], made.name[0]), max(made.office[2], made.name[2])
    box = (left - 5 * em, made.office[3] - 1.6 * em, right + 4 * em, made.name[1] + 1.8 * em)
    looked = pen.marks(made.image, made.image.shape[1], [Look(1, box, em, made.words)])
    return looked[0].amount


@pytest.mark.parametrize('name', sorted(PENS))
def test_a_pen_leaves_thin_strokes_across_its_box(name: str) -> None:
    for seed in range(3):
        mask = PENS[name](np.random.default_rng(seed), 120, 300)
        assert mask.shape == (120, 300)
        assert 0.002 < float((mask > 0.3).mean()) < 0.4
        assert np.ptp(np.nonzero(mask.max(axis=0) > 0.3)[0]) > 40


@pytest.mark.parametrize('name', sorted(STAMPS))
def test_a_stamp_is_about_as_large_as_asked_for(name: str) -> None:
    mask = STAMPS[name](np.random.default_rng(1), 260)
    assert max(mask.shape) == 260
    assert np.ptp(np.nonzero(mask.max(axis=0) > 0.1)[0]) > 150


def test_half_of_the_cases_are_signed_and_every_state_occurs() -> None:
    made = [case(seed, whole=False, looks=('copier',), dpis=(100,)) for seed in range(120)]
    assert 40 <= sum(each.signed for each in made) <= 80
    assert {each.state for each in made} == {*SIGNED, *UNSIGNED}
    for each in made:
        assert each.office[3] < each.name[1] + each.em
        assert each.words


def test_the_same_seed_gives_the_same_page() -> None:
    one, other = case(5), case(5)
    assert np.array_equal(one.image, other.image)
    assert one.words == other.words


def test_the_network_tells_plain_signed_blocks_from_empty_ones() -> None:
    made = strips(PLAIN, 24)
    right = [(likelihood(each) > 0.5) == each.signed for each in made]
    assert sum(right) >= 22


def test_errors_are_counted_by_sort() -> None:
    def judged(state: str, status: str) -> Judged:
        return Judged(state, 'office', 200, 'splines', 'round', status, 'x', 0)

    counts = count([judged('pen', 'missing'), judged('pen', 'met'), judged('stamp', 'met'), judged('empty', 'unsure'),
                    judged('paraf', 'unsure')])  # fmt: skip
    assert (counts.false_met, counts.false_missing, counts.unsure) == ((1, 3), (1, 2), (1, 3))


def test_the_bound_of_no_errors_in_three_hundred_is_one_percent() -> None:
    assert upper(0, 300) == pytest.approx(0.00994, abs=1e-4)

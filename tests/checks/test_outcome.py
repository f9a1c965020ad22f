"""Missing only where it would have been seen; the nearest rejected place told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.checks.outcome import Rejected, absent, met, unsure
from checker.model import Grade, Place, RequirementId
from checker.rulebook import Requirement
from tests.papers import DECREE, document, findings, printed, printed_page, said, unread, view_of, without

SECTION = Requirement(RequirementId('memperhatikan'), 'Memperhatikan', 'section', words=('Memperhatikan',))


def test_what_every_page_would_have_shown_is_missing() -> None:
    outcome = absent(view_of(printed(DECREE)), SECTION)
    assert (outcome.status, outcome.reason, outcome.place) == ('missing', 'tidak-ada', None)


def test_a_page_not_read_yet_makes_it_unsure() -> None:
    doc = document(printed_page(DECREE.split('---')[0]), unread(2))
    outcome = absent(view_of(doc), SECTION)
    assert (outcome.status, outcome.reason) == ('unsure', 'belum-dibaca')


@pytest.mark.parametrize('grade', ['poor', 'unreadable'])
def test_a_page_read_badly_makes_it_unsure(grade: Grade) -> None:
    doc = document(printed_page(DECREE.split('---')[0], source='ocr', grade=grade))
    outcome = absent(view_of(doc), SECTION)
    assert (outcome.status, outcome.reason) == ('unsure', 'tidak-terbaca')


@pytest.mark.parametrize('grade', ['good', 'fair'])
def test_a_page_read_well_enough_does_not(grade: Grade) -> None:
    doc = document(printed_page(DECREE.split('---')[0], source='ocr', grade=grade))
    assert absent(view_of(doc), SECTION).status == 'missing'


def test_one_page_read_in_vain_outweighs_those_not_read_yet() -> None:
    doc = document(printed_page(DECREE.split('---')[0]), unread(2), unread(3, 'full'))
    assert absent(view_of(doc), SECTION).reason == 'tidak-terbaca'


def test_a_bad_page_outside_the_scope_makes_no_difference() -> None:
    doc = document(printed_page(DECREE.split('---')[0]), unread(2))
    opening = replace(SECTION, scope='opening')
    assert absent(view_of(doc), opening).status == 'missing'


def test_words_that_only_stand_hidden_are_told_by_page_and_never_quoted() -> None:
    hidden = printed(without(DECREE, 'MEMUTUSKAN'), hidden=('MEMUTUSKAN :', 'kata rahasia'))
    finding = findings(hidden, 'sk-ppid')['memutuskan']
    assert said(finding) == ('missing', 'teks-tersembunyi')
    assert finding.candidate is not None
    assert finding.candidate.place.page == 1
    assert finding.candidate.place.text == ''
    assert 'rahasia' not in repr(finding)


def test_hidden_words_take_nothing_from_what_is_seen() -> None:
    assert findings(printed(DECREE, hidden=('MEMUTUSKAN :',)), 'sk-ppid')['memutuskan'].status == 'met'


def test_the_nearest_rejected_place_is_told() -> None:
    part = view_of(printed('Memperhatikan hal ini\nkami memperhatikan'))
    hits = part.find('Memperhatikan')
    outcome = absent(part, SECTION, [Rejected(hit, 'bukan-judul') for hit in hits])
    assert (outcome.status, outcome.reason) == ('missing', 'bukan-judul')
    assert outcome.candidate is not None
    assert outcome.candidate.place == hits[0].place
    assert outcome.candidate.rejected_by == 'bukan-judul'


def test_damaged_words_are_unsure_with_their_place() -> None:
    part = view_of(printed('Memperhatikan'))
    hit = part.find('Memperhatikan')[0]
    outcome = absent(part, SECTION, [Rejected(hit, 'kata-rusak')])
    assert (outcome.status, outcome.reason, outcome.place) == ('unsure', 'kata-rusak', hit.place)


def test_a_met_outcome_bears_its_place_and_no_reason() -> None:
    spot = Place(1, (0.0, 0.0, 1.0, 1.0), None, 'x')
    assert (met(spot).status, met(spot).reason, met(spot).place, met(spot).score) == ('met', None, spot, 100.0)
    assert unsure('kata-rusak', None).place is None

"""Boxes go from the page as read to the page as displayed and back; findings name places on the page as displayed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.checks.outcome import Outcome, as_shown
from checker.model import Candidate, Mark, Page, Place, Pose
from checker.poses import shown, shown_size, upright, upright_mark

SIDEWAYS = Pose((600.0, 800.0), (800.0, 600.0), (0, 1, 0, -1, 0, 600, 0, 0, 1))
"""Read after a quarter turn clockwise: the top left of the text is the bottom left of the picture."""
PAGE = Page(1, 600.0, 800.0, 'full', 'ocr', 'good', pose=SIDEWAYS)
STRAIGHT = replace(PAGE, pose=None)


def test_a_box_is_turned_with_its_page_and_back() -> None:
    assert shown(SIDEWAYS, (10, 20, 110, 40)) == (20, 490, 40, 590)
    assert upright(SIDEWAYS, (20, 490, 40, 590)) == (10, 20, 110, 40)
    assert (shown_size(PAGE), shown_size(STRAIGHT)) == ((800, 600), (600, 800))


def test_boxes_stay_inside_their_page() -> None:
    assert shown(SIDEWAYS, (-50, 20, 700, 40)) == (20, 0, 40, 600)


def test_without_a_pose_boxes_stay_as_they_are() -> None:
    box = (1.0, 2.0, 3.0, 4.0)
    assert shown(None, box) == upright(None, box) == box
    assert upright_mark(STRAIGHT, Mark('qr', box)).box == box


def test_perspective_takes_the_box_around_all_corners() -> None:
    leaning = Pose((100.0, 100.0), (100.0, 100.0), (1, 0, 0, 0, 1, 0, 0.002, 0, 1))
    x0, y0, x1, y1 = shown(leaning, (0, 0, 100, 50))
    assert (x0, y0) == (0, 0)
    assert (x1, y1) == pytest.approx((100 / 1.2, 50), abs=0.1)


def test_every_place_of_an_outcome_is_moved() -> None:
    place = Place(1, (10, 20, 110, 40), None, 'NOMOR')
    outcome = Outcome('unsure', 'terisi-sebagian', place, places=(place, place), candidate=Candidate(place, 80, 'x'))
    moved = as_shown(outcome, {1: PAGE})
    assert moved.place and moved.candidate
    boxes = {each.box for each in (moved.place, *moved.places, moved.candidate.place)}
    assert boxes == {(20, 490, 40, 590)}
    assert as_shown(outcome, {1: STRAIGHT}) is outcome
    nowhere = Outcome('unsure', 'tidak-terbaca', Place(1, None, None, ''))
    assert as_shown(nowhere, {1: PAGE}) == nowhere

"""Made pages are turned a little and must come back straight; boxes must find the way to the page as given."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import ImageDraw

from checker.reading import ink, upright
from tests.reading import paper


@pytest.mark.parametrize('skew', [-4.0, -1.3, 0.6, 2.5])
def test_crooked_page_becomes_straight(skew: float) -> None:
    straight = upright.straightened(ink.flat(paper.scanned(paper.page(), skew), paper.DPI))
    assert straight.angle == pytest.approx(-skew, abs=0.15)
    again = upright.straightened(straight.image)
    assert again.angle == 0


def test_straight_page_is_left_alone() -> None:
    even = ink.flat(paper.scanned(paper.page()), paper.DPI)
    assert upright.straightened(even).image is even


@pytest.mark.parametrize('skew', [-3.0, 2.0])
def test_boxes_go_back_to_where_the_ink_was(skew: float) -> None:
    image = paper.page()
    ImageDraw.Draw(image).rectangle((900, 1500, 940, 1520), fill=0)
    before = paper.scanned(image, skew)
    straight = upright.straightened(ink.flat(before, paper.DPI))
    size = (float(before.shape[1]), float(before.shape[0]))
    x0, y0, x1, y1 = upright.Back(straight.angle, 0, size, size).box((900, 1500, 941, 1521))
    assert float((before[int(y0):int(y1), int(x0):int(x1)] < 100).mean()) > 0.8


@pytest.mark.parametrize('turn', [0, 1, 2, 3])
def test_boxes_of_a_turned_page(turn: int) -> None:
    page = np.zeros((400, 300), np.uint8)
    page[50:70, 30:90] = 255
    turned = np.rot90(page, -turn)
    ys, xs = np.nonzero(turned)
    seen = (float(xs.min()), float(ys.min()), float(xs.max() + 1), float(ys.max() + 1))
    size = (float(turned.shape[1]), float(turned.shape[0]))
    assert upright.Back(0.0, turn, size, (300.0, 400.0)).box(seen) == (30, 50, 90, 70)

"""Made pages are turned a little and must come back straight; boxes must find the way to the page as given."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import ImageDraw

from checker.poses import shown
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
    x0, y0, x1, y1 = shown(upright.pose_of(straight.angle, 0, size, size), (900, 1500, 941, 1521))
    assert float((before[int(y0):int(y1), int(x0):int(x1)] < 100).mean()) > 0.8


@pytest.mark.parametrize('turn', [0, 1, 2, 3])
def test_boxes_of_a_turned_page(turn: int) -> None:
    page = np.zeros((400, 300), np.uint8)
    page[50:70, 30:90] = 255
    turned = np.rot90(page, -turn)
    ys, xs = np.nonzero(turned)
    seen = (float(xs.min()), float(ys.min()), float(xs.max() + 1), float(ys.max() + 1))
    size = (float(turned.shape[1]), float(turned.shape[0]))
    assert shown(upright.pose_of(0.0, turn, size, (300.0, 400.0)), seen) == (30, 50, 90, 70)


def test_a_turned_picture_is_laid_as_the_page_was_read() -> None:
    picture = np.full((300, 400, 3), 255, np.uint8)
    picture[20:40, 350:390] = 0
    pose = upright.pose_of(0.0, 1, (300.0, 400.0), (400.0, 300.0))
    laid, width = upright.laid_upright(picture, 400.0, pose)
    assert (laid.shape, width) == ((400, 300, 3), 300.0)
    ys, xs = np.nonzero(laid[..., 0] < 128)
    x0, y0, x1, y1 = shown(pose, (float(xs.min()), float(ys.min()), float(xs.max() + 1), float(ys.max() + 1)))
    assert (x0, y0, x1, y1) == pytest.approx((350, 20, 390, 40), abs=1)

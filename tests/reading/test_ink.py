"""Ruled lines, ink and pictures on made scans."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import ImageDraw

from checker.reading import ink
from tests.reading import paper

POINT = 72 / paper.DPI


def even(gray: paper.Gray) -> paper.Gray:
    return ink.flat(gray, paper.DPI)


def test_table_lines_are_rules_and_text_is_not() -> None:
    image = paper.page()
    draw = ImageDraw.Draw(image)
    draw.line((200, 1000, 1000, 1000), fill=0, width=3)
    draw.line((600, 1000, 600, 1300), fill=0, width=3)
    level, upright = ink.rules(even(paper.scanned(image)), paper.DPI)
    assert level == pytest.approx((200 * POINT, 999 * POINT, 1000 * POINT, 1002 * POINT), abs=2)
    assert upright == pytest.approx((599 * POINT, 1000 * POINT, 602 * POINT, 1300 * POINT), abs=2)


@pytest.mark.parametrize('width', [2, 4, 7])
def test_a_signature_leaves_a_mark_where_it_stands(width: int) -> None:
    image = paper.page(())
    paper.sign(image, 600, 1200, width)
    mark, = ink.marks(even(paper.scanned(image)), paper.DPI, [], [])
    assert mark.box == pytest.approx((600 * POINT, 1200 * POINT, 850 * POINT, 1290 * POINT), abs=8)
    assert 0.02 < mark.amount < 0.6


def test_faint_pen_leaves_a_mark() -> None:
    image = paper.page(())
    paper.sign(image, 600, 1200)
    faint = np.asarray(255 - (255 - np.asarray(image, np.float32)) * 0.5, np.uint8)
    assert len(ink.marks(even(faint), paper.DPI, [], [])) == 1


@pytest.mark.parametrize('seed', range(5))
def test_noise_and_recognised_words_leave_none(seed: int) -> None:
    image = paper.page(('Kepala Dinas',))
    words = [(195 * POINT, 195 * POINT, 400 * POINT, 240 * POINT)]
    assert ink.marks(even(paper.scanned(image, seed=seed)), paper.DPI, words, []) == ()


def test_ruled_lines_and_shadows_of_the_edge_leave_none() -> None:
    image = paper.page(())
    draw = ImageDraw.Draw(image)
    draw.line((100, 800, 1100, 800), fill=0, width=4)
    draw.rectangle((0, 0, 12, paper.SIZE[1]), fill=40)
    draw.ellipse((60, 500, 95, 535), fill=30)
    gray = even(paper.scanned(image))
    assert ink.marks(gray, paper.DPI, [], ink.rules(gray, paper.DPI)) == ()


def test_uneven_light_becomes_white_paper() -> None:
    shade = np.linspace(0.5, 1, paper.SIZE[0], dtype=np.float32)
    gray = np.asarray(np.asarray(paper.page(()), np.float32) * shade, np.uint8)
    assert even(gray).min() > 235


def test_shadow_over_the_paper_is_no_picture() -> None:
    shade = np.linspace(0.45, 1, paper.SIZE[0], dtype=np.float32)
    gray = np.asarray(np.asarray(paper.page(), np.float32) * shade, np.uint8)
    assert ink.pictures(gray, paper.DPI) == ()


def test_photo_is_a_picture_and_text_is_none() -> None:
    gray = paper.scanned(paper.page())
    assert ink.pictures(gray, paper.DPI) == ()
    gray[900:1500, 300:1000] = paper.photo((700, 600))
    mark, = ink.pictures(gray, paper.DPI)
    assert mark.box == pytest.approx((300 * POINT, 900 * POINT, 1000 * POINT, 1500 * POINT), abs=25)


def test_a_ruled_line_stays_one_where_text_begins_right_beside_it() -> None:
    image = paper.page(tuple('Hasil layanan informasi' for _line in range(12)), left=203, step=34)
    ImageDraw.Draw(image).line((200, 190, 200, 620), fill=0, width=2)
    gray = even(paper.scanned(image))
    assert [box for box in ink.rules(gray, paper.DPI) if box[3] - box[1] > 150] == [
        pytest.approx((199 * POINT, 190 * POINT, 202 * POINT, 620 * POINT), abs=3)]


def test_lines_of_text_right_under_each_other_are_no_ruled_line() -> None:
    image = paper.page(tuple('Hasil' for _line in range(20)), left=203, step=30)
    assert ink.rules(even(paper.scanned(image)), paper.DPI) == []


def test_a_ruled_line_ends_before_the_letter_above_it() -> None:
    image = paper.page(())
    draw = ImageDraw.Draw(image)
    draw.line((400, 600, 400, 900), fill=0, width=3)
    draw.line((400, 578, 400, 594), fill=0, width=3)
    (box,) = ink.rules(even(paper.scanned(image)), paper.DPI)
    assert box[1] == pytest.approx(600 * POINT, abs=1)

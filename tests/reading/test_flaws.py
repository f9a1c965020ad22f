"""What is said of bad pictures of a page, each really read: blurred, dark, cut; and nothing of readable ones."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from checker.model import Page
from checker.reading import ocr
from checker.reading.flaws import sharpness
from tests.photos import ANNEX, FIRST, SECOND, photo
from tests.reading import paper


def read(image: Image.Image) -> Page:
    gray = np.asarray(image.convert('L'), np.uint8)
    height, width = gray.shape
    return ocr.read_page(gray, n=1, width=width * 72 / 150, height=height * 72 / 150, dpi=150)


def cropped(image: Image.Image, left: float, right: float) -> Image.Image:
    return image.crop((round(left * image.width), 0, round(right * image.width), image.height))


@pytest.mark.parametrize('lines', [FIRST, ANNEX])
@pytest.mark.parametrize('light', [1.0, 0.4])
def test_a_photo_that_reads_well_bears_no_reproach(lines: tuple[str, ...], light: float) -> None:
    page = read(photo(lines, light=light))
    assert (page.grade, page.flaws, page.marks) == ('fair', (), ())


@pytest.mark.parametrize('blur', [6.0, 12.0])
def test_a_blurred_page_is_unreadable_and_says_why(blur: float) -> None:
    page = read(photo(SECOND, blur=blur))
    assert (page.grade, page.flaws) == ('unreadable', ('buram',))


def test_a_page_in_the_dark_is_dark_not_blurred() -> None:
    page = read(photo(SECOND, light=0.05))
    assert (page.grade, page.flaws) == ('unreadable', ('gelap',))


@pytest.mark.parametrize(('left', 'right'), [(0.2, 1.0), (0.0, 0.6)])
def test_a_page_cut_through_its_lines_can_t_be_trusted_whole(left: float, right: float) -> None:
    page = read(cropped(photo(FIRST), left, right))
    assert (page.grade, page.flaws) == ('poor', ('terpotong',))


def test_a_page_cropped_to_its_paper_is_not_cut() -> None:
    assert read(cropped(photo(FIRST), 0.07, 0.96)).flaws == ()


def test_a_photo_of_something_else_is_not_called_blurred() -> None:
    assert read(Image.fromarray(paper.photo())).flaws == ()


def test_a_blank_page_has_no_edges() -> None:
    assert sharpness(np.full((200, 200), 250, np.uint8)) == 0.0

"""OCR through the real engine on made pages."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import ImageDraw

from checker.model import Page
from checker.poses import shown, shown_size
from checker.reading import ocr, recognition
from tests.reading import paper

WIDTH, HEIGHT = paper.SIZE[0] * 72 / paper.DPI, paper.SIZE[1] * 72 / paper.DPI


def read(gray: paper.Gray, dpi: float = paper.DPI) -> Page:
    height, width = gray.shape
    return ocr.read_page(gray, n=1, width=width * 72 / dpi, height=height * 72 / dpi, dpi=dpi)


def ink_under(page: Page, gray: paper.Gray) -> float:
    """The least share of dark pixels in the box of a longer line: 0 where boxes lie beside their words."""
    scale = gray.shape[1] / shown_size(page)[0]
    lines = (line for line in page if len(line.text) > 6)
    boxes = [[round(v * scale) for v in shown(page.pose, box)] for line in lines if (box := line.box)]
    return min(float((gray[y0:y1, x0:x1] < 120).mean()) for x0, y0, x1, y1 in boxes)


@pytest.mark.parametrize('angle', [0.0, 1.7, -3.0])
def test_lines_are_read_in_order_with_their_boxes(angle: float) -> None:
    gray = paper.scanned(paper.page(), angle)
    page = read(gray)
    assert page.text.split('\n')[:4] == list(paper.DECREE[:4])
    assert (page.source, page.level, page.grade) == ('ocr', 'full', 'good')
    assert page.boxes.shape == (len(page.text), 4)
    assert ink_under(page, gray) > 0.05


@pytest.mark.parametrize('turn', [1, 2, 3])
def test_turned_page_is_read_upright_and_boxes_find_their_way_to_the_page_as_given(turn: int) -> None:
    gray = np.ascontiguousarray(np.rot90(paper.scanned(paper.page()), turn))
    page = read(gray)
    assert 'KEPUTUSAN KEPALA DINAS' in page.text
    assert (page.width, page.height) == pytest.approx((WIDTH, HEIGHT))
    assert shown_size(page) == pytest.approx((WIDTH, HEIGHT) if turn == 2 else (HEIGHT, WIDTH))
    assert ink_under(page, gray) > 0.05


def test_cells_between_ruled_lines_do_not_run_together() -> None:
    image = paper.page(())
    draw = ImageDraw.Draw(image)
    for x in (200, 440, 680):
        draw.line((x, 300, x, 520), fill=0, width=3)
    for y in (300, 410, 520):
        draw.line((200, y, 680, y), fill=0, width=3)
    for x, words in ((210, ('Ringkasan', 'isi informasi')), (450, ('Penanggung', 'jawab informasi'))):
        for n, word in enumerate(words):
            draw.text((x, 315 + 40 * n), word, fill=10, font=paper.font(27))
    page = read(paper.scanned(image))
    assert page.text.split('\n') == ['Ringkasan', 'isi informasi', 'Penanggung', 'jawab informasi']
    assert len({line.stack for line in page}) == 2


def test_blank_page_is_good_and_says_nothing() -> None:
    page = read(paper.scanned(paper.page(())))
    assert (page.grade, page.text, page.marks) == ('good', '', ())


def test_scribble_alone_is_unreadable_and_leaves_ink() -> None:
    image = paper.page(())
    paper.sign(image, 500, 700)
    page = read(paper.scanned(image))
    assert page.grade == 'unreadable'
    assert [mark.kind for mark in page.marks] == ['ink']


def test_photo_is_a_picture_with_no_words_made_up() -> None:
    page = read(paper.photo())
    assert len(page.text) < 10
    x0, y0, x1, y1 = next(mark.box for mark in page.marks if mark.kind == 'picture')
    assert (x1 - x0) * (y1 - y0) > 0.5 * page.width * page.height


def test_fine_scan_gives_points_of_the_same_page() -> None:
    image = paper.page().resize((2480, 3508))
    page = read(paper.scanned(image), 300)
    assert (page.width, page.height) == pytest.approx((WIDTH, HEIGHT))
    first = next(iter(page)).box
    assert first is not None
    assert first[0] == pytest.approx(200 * 72 / 150, abs=3)


def test_sliver_of_a_picture_is_unreadable() -> None:
    assert read(np.zeros((3, 900), np.uint8)).grade == 'unreadable'


def test_single_small_word_is_not_passed_over() -> None:
    image = paper.page(('Ditetapkan di Kota Contoh', 'KEPALA DINAS KOMUNIKASI'), step=45)
    draw = ImageDraw.Draw(image)
    draw.text((330, 360), 'ttd', fill=20, font=paper.font(24))
    draw.text((200, 440), 'RANI WIJAYA KUSUMA', fill=20, font=paper.font(27))
    page = read(paper.scanned(image))
    assert 'ttd' in page.text.split('\n')
    assert page.marks == ()


def test_missing_model_is_said_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(recognition, 'LANGUAGE', 'tidak-ada')
    assert recognition.model_folder() is None
    with pytest.raises(recognition.EngineMissing, match='tesseract-ocr-ind'):
        read(paper.scanned(paper.page()))


def test_named_model_folder_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / 'ind.traineddata').write_bytes(b'model')
    monkeypatch.setenv('CEKBUKTI_TESSDATA', str(tmp_path))
    assert recognition.model_folder() == tmp_path

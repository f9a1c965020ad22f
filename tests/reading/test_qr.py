"""Codes are found on scans and in the pictures of pages, and what they say is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from fpdf import FPDF
from PIL import Image

from checker.reading import pdf, qr

PROOF = 'https://tte.contoh.go.id/verifikasi/7Xk2Qp'


def code(text: str = PROOF, pixels: int = 4) -> Image.Image:
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level='M')
    return Image.fromarray(np.array(zxingcpp.write_barcode_to_image(made, scale=pixels)))


def page(tmp_path: Path, picture: Image.Image, side: float = 20.0) -> Path:
    """A letter in points with a picture of `side` millimetres at (150, 200) mm."""
    document = FPDF()
    document.add_page()
    document.set_font('Helvetica', size=11)
    document.multi_cell(0, 6, 'Demikian surat ini dibuat untuk dipergunakan sebagaimana mestinya. ' * 8)
    document.image(picture, x=150, y=200, w=side)
    document.output(str(tmp_path / 'surat.pdf'))
    return tmp_path / 'surat.pdf'


def test_a_code_among_a_page_s_pictures_is_read_in_its_place(tmp_path: Path) -> None:
    marks = [mark for mark in pdf.read_fast(page(tmp_path, code())).pages[0].marks if mark.kind == 'qr']
    assert [mark.text for mark in marks] == [PROOF]
    x0, y0, x1, y1 = marks[0].box
    assert 424 <= x0 < x1 <= 484 and 566 <= y0 < y1 <= 626


def test_a_square_picture_without_a_code_is_none(tmp_path: Path) -> None:
    crest = Image.effect_mandelbrot((200, 200), (-2, -1.5, 1, 1.5), 60)
    assert not [mark for mark in pdf.read_fast(page(tmp_path, crest)).pages[0].marks if mark.kind == 'qr']


@pytest.mark.parametrize('turn', [0, 3, 90])
def test_a_code_on_a_scan_is_read(turn: int) -> None:
    paper = Image.new('L', (1240, 1754), 235)
    paper.paste(code(pixels=3).convert('L'), (800, 1300))
    paper = paper.rotate(turn, fillcolor=235, expand=turn == 90)
    found, = qr.in_picture(np.asarray(paper, np.uint8), paper.width * 72 / 150)
    assert found.text == PROOF
    assert 35 < found.box[2] - found.box[0] < 75


def test_what_a_code_says_is_kept_short() -> None:
    found, = qr.in_picture(np.asarray(code('x' * 900, 3).convert('L'), np.uint8), 300.0)
    assert len(found.text) == qr.LONGEST


def test_a_blank_page_has_none() -> None:
    assert qr.in_picture(np.full((1754, 1240), 255, np.uint8), 595.0) == ()

import io
from pathlib import Path

import numpy as np
import pypdf
import pypdfium2
import pytest
from PIL import Image
from pypdf.generic import RectangleObject
from reportlab.pdfgen.canvas import Canvas

from checker.errors import DamagedFile
from checker.reading import limits
from checker.reading.render import page_gray, page_png
from tests.reading.test_pdf import made, prose


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_page_comes_as_png_at_the_resolution_asked_for(tmp_path: Path) -> None:
    image = picture(page_png(made(tmp_path / 'a.pdf', prose), 1, 144))
    assert (image.format, image.mode, image.size) == ('PNG', 'RGB', (1200, 1800))
    assert np.asarray(image.convert('L')).min() < 100


def test_form_fields_are_drawn(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 800, "x")
        canvas.acroForm.textfield(name='nomor', value="188.4/12", x=60, y=700, width=120, height=20)
    image = np.asarray(picture(page_png(made(tmp_path / 'a.pdf', draw), 1, 72)).convert('L'))
    assert image[182:198, 62:110].min() < 100


def test_a_huge_page_comes_smaller_instead_of_filling_the_memory(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=made(tmp_path / 'a.pdf', prose))
    writer.pages[0].mediabox = RectangleObject((0, 0, 14400, 14400))
    writer.write(tmp_path / 'b.pdf')
    limits.use(limits.Limits(pixels=1_000_000))
    try:
        image = picture(page_png(tmp_path / 'b.pdf', 1, 150))
        with pypdfium2.PdfDocument(tmp_path / 'b.pdf') as pdf:
            gray = page_gray(pdf[0], 150)
    finally:
        limits.use(limits.Limits())
    assert image.size[0] * image.size[1] <= 1_010_000 and gray.size <= 1_010_000
    assert gray.dtype == np.uint8 and gray.max() == 255


def test_damage_and_missing_pages_are_named(tmp_path: Path) -> None:
    (tmp_path / 'bad.pdf').write_bytes(b'%PDF-1.4 nothing')
    with pytest.raises(DamagedFile):
        page_png(tmp_path / 'bad.pdf', 1, 72)
    with pytest.raises(IndexError):
        page_png(made(tmp_path / 'a.pdf', prose), 2, 72)

"""Smaller copies: what is seen and read stays, what may not be changed is refused."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pypdf
import pypdfium2
import pytest
from PIL import Image
from pypdf.generic import NameObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker.errors import CekBuktiError, EncryptedFile, NotShrunk, TooManyPages
from checker.reading import limits, shrink_pdf
from checker.reading.isolation import Reader
from checker.reading.limits import Limits
from checker.reading.shrink import shrunk
from checker.reading.ways import WAYS, Way
from tests import hostile_files
from tests.reading import paper, sealing

A4 = (595.2, 841.92)
MILD, MEDIUM = WAYS[0], Way(100, 50)
"""The fixtures have 150 dots an inch."""


def scan(path: Path, pages: int = 2, *, words: str = '', seeds: bool = True) -> Path:
    """Scanned pages as PDF; `words` as an invisible layer over each picture."""
    canvas = Canvas(str(path), A4)
    for n in range(pages):
        picture = Image.fromarray(paper.scanned(paper.page(), seed=n if seeds else 1))
        picture.save(out := io.BytesIO(), 'JPEG', quality=85)
        canvas.drawImage(ImageReader(out), 0, 0, *A4)
        text = canvas.beginText(100, 700)
        text.setTextRenderMode(3)
        text.textLine(words)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return path


def filters(data: bytes) -> list[str]:
    """Of the pictures, in order of the pages."""
    found: list[Any] = [image.indirect_reference for page in pypdf.PdfReader(io.BytesIO(data)).pages
                        for image in page.images]
    return [str(reference.get_object()['/Filter']) for reference in found]


def test_a_scan_gets_smaller_and_keeps_its_pages_and_its_layer_of_words(tmp_path: Path) -> None:
    path = scan(tmp_path / 'sk.pdf', words="KEPUTUSAN KEPALA DINAS")
    copy = shrunk(path, MEDIUM, 'pdf')
    assert len(copy.data) < 0.5 * path.stat().st_size
    assert (copy.pages, copy.pictures) == (2, 2)
    with pypdfium2.PdfDocument(copy.data) as pdf:
        assert "KEPUTUSAN KEPALA DINAS" in pdf[1].get_textpage().get_text_range()
        assert pdf[0].get_size() == pytest.approx(A4, abs=0.1)


def test_the_mildest_way_changes_no_dot(tmp_path: Path) -> None:
    path = scan(tmp_path / 'sk.pdf', 1)
    copy = shrunk(path, MILD, 'pdf')
    assert len(copy.data) < 0.85 * path.stat().st_size  # pictures were written as letters (ASCII85)
    with pypdfium2.PdfDocument(path) as old, pypdfium2.PdfDocument(copy.data) as new:
        pages = [pdf[0].render(scale=2).to_numpy() for pdf in (old, new)]
    assert np.array_equal(*pages)


def test_black_and_white_pages_look_like_the_scan(tmp_path: Path) -> None:
    copy = shrunk(scan(tmp_path / 'sk.pdf', 1), Way(150, 50, bilevel=True), 'pdf')
    assert filters(copy.data) == ['/CCITTFaxDecode']
    with pypdfium2.PdfDocument(copy.data) as pdf:
        page = pdf[0].render(scale=1).to_numpy()[..., 0]
    assert 0.95 < (page > 200).mean() < 0.999  # letters, and no specks all over


def test_equal_pictures_become_one_and_thumbnails_go(tmp_path: Path) -> None:
    pages = [Image.fromarray(paper.scanned(paper.page()))] * 3
    pages[0].save(path := tmp_path / 'sama.pdf', 'PDF', save_all=True, append_images=pages[1:], resolution=150)
    writer = pypdf.PdfWriter(clone_from=path)
    thumb = writer._add_object(pypdf.generic.StreamObject())
    writer.pages[0][NameObject('/Thumb')] = thumb
    writer.write(path)
    copy = shrunk(path, MILD, 'pdf')
    assert len(copy.data) < 0.4 * path.stat().st_size
    assert b'/Thumb' not in _unpacked(copy.data)
    assert copy.pages == 3


def _unpacked(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.write(out := io.BytesIO())
    return out.getvalue()


def test_black_and_white_that_was_packed_otherwise_goes_to_fax_dot_by_dot(tmp_path: Path) -> None:
    white = np.asarray(paper.page(), np.uint8) > 128
    white[300:1500, 300:900] ^= np.random.default_rng(1).random((1200, 600)) < 0.0005
    raw = zlib.compress(np.packbits(white, axis=1).tobytes(), 1)
    entries = (b'/Type /XObject /Subtype /Image /Width 1240 /Height 1754 /ColorSpace /DeviceGray /BitsPerComponent 1 '
               b'/Filter /FlateDecode')
    (path := tmp_path / 'hitam-putih.pdf').write_bytes(hostile_files.page_pdf(
        b'q 595 0 0 842 0 0 cm /P Do Q', resources=b'/XObject << /P 9 0 R >>',
        more={9: hostile_files.stream(raw, entries)}))
    copy = shrunk(path, MILD, 'pdf')
    assert filters(copy.data) == ['/CCITTFaxDecode'] and len(copy.data) < path.stat().st_size
    with pypdfium2.PdfDocument(copy.data) as pdf:
        picture = next(iter(pdf[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])))
        assert np.array_equal(np.asarray(picture.get_bitmap().to_pil().convert('L')) > 128, white)


def test_a_picture_whose_colours_are_its_mask_is_left_alone(tmp_path: Path) -> None:
    canvas = Canvas(str(path := tmp_path / 'cap.pdf'), A4)
    canvas.drawImage(ImageReader(Image.fromarray(paper.photo((900, 900)))), 50, 300, 200, 200, mask=[250, 255] * 3)
    canvas.save()
    copy = shrunk(path, MEDIUM, 'pdf')
    assert copy.pictures == 0


def test_a_signed_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    (path := tmp_path / 'tte.pdf').write_bytes(sealing.signed(sealing.document(), sealing.official()))
    with pytest.raises(NotShrunk, match=r"bertanda tangan elektronik.*tidak sah"):
        shrunk(path, MILD, 'pdf')


def test_locked_files_are_refused(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(sealing.document()))
    writer.encrypt('', 'pemilik', algorithm='AES-256')
    writer.write(path := tmp_path / 'kunci.pdf')
    with pytest.raises(NotShrunk, match="dikunci terhadap perubahan"):
        shrunk(path, MILD, 'pdf')
    path.write_bytes(hostile_files.encrypted_pdf())
    with pytest.raises(EncryptedFile):
        shrunk(path, MILD, 'pdf')


def test_word_and_excel_are_told_to_become_pdf(tmp_path: Path) -> None:
    (path := tmp_path / 'sk.docx').write_bytes(hostile_files.good_docx())
    with pytest.raises(NotShrunk, match="Simpan sebagai PDF dari Word"):
        shrunk(path, MILD, 'pdf')


def test_a_copy_that_would_look_otherwise_is_refused(tmp_path: Path) -> None:
    path = scan(tmp_path / 'sk.pdf', 2)
    with pypdfium2.PdfDocument(path) as original:
        other = shrunk(scan(tmp_path / 'lain.pdf', 2, words="LAIN"), MEDIUM, 'pdf').data
        for wrong in (other, sealing.document(2), shrunk(scan(tmp_path / 'satu.pdf', 1), MEDIUM, 'pdf').data,
                      _inverted(path)):
            with pytest.raises(NotShrunk, match="tampak lain"):
                shrink_pdf.compare(original, wrong)
        shrink_pdf.compare(original, shrunk(path, MEDIUM, 'pdf').data)


def _inverted(path: Path) -> bytes:
    writer = pypdf.PdfWriter(clone_from=path)
    for found in writer._objects:
        if isinstance(found, pypdf.generic.StreamObject) and found.get('/Subtype') == '/Image':
            found[NameObject('/Decode')] = pypdf.generic.ArrayObject(map(pypdf.generic.NumberObject, (1, 0)))
    writer.write(out := io.BytesIO())
    return out.getvalue()


@pytest.mark.parametrize('turn', [1, 3, 6, 8, 5])
def test_a_photo_becomes_a_page_that_stands_as_the_camera_noted(tmp_path: Path, turn: int) -> None:
    picture = Image.fromarray(paper.scanned(paper.page()))
    picture.paste(0, (0, 0, 200, 100))
    exif = Image.Exif()
    exif[0x0112] = turn
    stored = picture.transpose(_UNDO[turn]) if turn != 1 else picture
    stored.save(path := tmp_path / 'foto.jpg', exif=exif)
    for way in (MILD, MEDIUM):
        copy = shrunk(path, way, 'pdf')
        with pypdfium2.PdfDocument(copy.data) as pdf:
            width, height = pdf[0].get_size()
            shown = np.asarray(pdf[0].render(scale=1).to_pil().convert('L'))
        assert height == pytest.approx(841.9, abs=2) and width == pytest.approx(595.2, abs=2)
        assert shown[:40, :80].mean() < 40 < 200 < shown[-40:, -80:].mean()
    lossless = turn != 5
    assert (path.read_bytes() in shrunk(path, MILD, 'pdf').data) == lossless


_UNDO = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270,
         5: Image.Transpose.TRANSPOSE}


def test_a_photo_as_jpeg_keeps_the_size_of_its_page(tmp_path: Path) -> None:
    Image.fromarray(paper.scanned(paper.page())).save(path := tmp_path / 'foto.jpg', dpi=(150, 150), quality=95)
    copy = shrunk(path, Way(100, 60), 'jpeg')
    assert len(copy.data) < 0.6 * path.stat().st_size
    with Image.open(io.BytesIO(copy.data)) as small:
        assert small.width * 72 / small.info['dpi'][0] == pytest.approx(595.2, abs=5)


def test_pages_of_a_tiff_become_pages_and_no_single_jpeg(tmp_path: Path) -> None:
    pages = [Image.fromarray(paper.scanned(paper.page(), seed=n)).point(lambda x: 255 * (x > 128)).convert('1')
             for n in range(2)]
    pages[0].save(path := tmp_path / 'faks.tif', save_all=True, append_images=pages[1:], dpi=(150, 150))
    copy = shrunk(path, MILD, 'pdf')
    assert copy.pages == 2 and filters(copy.data) == ['/CCITTFaxDecode'] * 2
    with pytest.raises(NotShrunk, match="beberapa halaman"):
        shrunk(path, MEDIUM, 'jpeg')
    with pytest.raises(NotShrunk, match=r"berakhiran \.pdf"):
        shrunk(scan(tmp_path / 'sk.pdf', 1), MEDIUM, 'jpeg')


def test_limits_hold_for_copies_too(tmp_path: Path) -> None:
    limits.use(Limits(pages=1, pixels=1_000_000))
    try:
        with pytest.raises(TooManyPages):
            shrunk(scan(tmp_path / 'sk.pdf', 2), MEDIUM, 'pdf')
        assert shrunk(scan(tmp_path / 'satu.pdf', 1), MEDIUM, 'pdf').pictures == 0  # too many dots to be decoded
    finally:
        limits.use(Limits())


def test_hostile_files_end_in_an_error_of_ours_in_a_child(tmp_path: Path) -> None:
    with Reader(1, Limits(parse_seconds=5)) as reader:
        for n, data in enumerate((hostile_files.cyclic_pages_pdf(), hostile_files.nested_arrays_pdf(),
                                  hostile_files.claimed_pages_pdf(10 ** 6), hostile_files.png(60_000, 60_000))):
            (path := tmp_path / f'{n}.pdf').write_bytes(data)
            with pytest.raises(CekBuktiError):
                reader.shrunk(path, MEDIUM, 'pdf').result(timeout=30)
        good = scan(tmp_path / 'sk.pdf', 1)
        assert reader.shrunk(good, MEDIUM, 'pdf').result(timeout=30).data.startswith(b'%PDF-')

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker.model import Page
from checker.reading import pdf
from tests.reading.test_pdf import PROSE, made, prose, scan

SECRET = "MENIMBANG bahwa rahasia ini tidak terlihat"


def page(tmp_path: Path, draw: Callable[[Canvas], None]) -> Page:
    def both(canvas: Canvas) -> None:
        prose(canvas)
        draw(canvas)
    return pdf.read_fast(made(tmp_path / 'a.pdf', both)).pages[0]


def white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.drawString(60, 500, SECRET)


def nearly_white(canvas: Canvas) -> None:
    canvas.setFillGray(0.985)
    canvas.drawString(60, 500, SECRET)


def background_coloured(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.3, 0.6)
    canvas.rect(40, 480, 400, 50, fill=1, stroke=0)
    canvas.drawString(60, 500, SECRET)


def off_the_page(canvas: Canvas) -> None:
    canvas.drawString(60, 950, SECRET)


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(60, 500)
    text.setTextRenderMode(3)
    text.textLine(SECRET)
    canvas.drawText(text)


def clipped(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(0, 0, 20, 20)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(60, 500, SECRET)
    canvas.restoreState()


def transparent(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0, 0, 0, alpha=0))
    canvas.drawString(60, 500, SECRET)


def tiny(canvas: Canvas) -> None:
    canvas.setFontSize(0.6)
    canvas.drawString(60, 500, SECRET)


def under_a_picture(canvas: Canvas) -> None:
    canvas.drawString(60, 500, SECRET)
    canvas.drawImage(scan(), 50, 480, 300, 60)


def under_a_rectangle(canvas: Canvas) -> None:
    canvas.drawString(60, 500, SECRET)
    canvas.setFillGray(0)
    canvas.rect(50, 490, 400, 30, fill=1)


WAYS = [white, nearly_white, background_coloured, off_the_page, invisible, clipped, transparent, tiny, under_a_picture,
        under_a_rectangle]


@pytest.mark.parametrize('way', WAYS, ids=lambda way: way.__name__)
def test_text_that_nobody_can_see_is_no_text(tmp_path: Path, way: Callable[[Canvas], None]) -> None:
    read = page(tmp_path, way)
    assert 'MENIMBANG' not in read.text and PROSE[0] in read.text
    assert ' '.join(read.hidden).split() == SECRET.split()
    assert read.level == 'fast'


def white_on_dark(canvas: Canvas) -> None:
    canvas.setFillGray(0.2)
    canvas.rect(40, 480, 400, 50, fill=1, stroke=0)
    canvas.setFillGray(1)
    canvas.drawString(60, 500, SECRET)


def pale(canvas: Canvas) -> None:
    canvas.setFillGray(0.75)
    canvas.setFontSize(8)
    canvas.drawString(60, 500, SECRET)


def on_a_shaded_cell(canvas: Canvas) -> None:
    canvas.setFillGray(0.9)
    canvas.rect(40, 480, 400, 50, fill=1, stroke=0)
    canvas.setFillGray(0)
    canvas.drawString(60, 500, SECRET)


def under_an_open_frame(canvas: Canvas) -> None:
    canvas.drawString(60, 500, SECRET)
    canvas.rect(50, 490, 400, 30, fill=0)


def through_a_clip(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(40, 480, 500, 60)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(60, 500, SECRET)


SEEN = [white_on_dark, pale, on_a_shaded_cell, under_an_open_frame, through_a_clip]


@pytest.mark.parametrize('way', SEEN, ids=lambda way: way.__name__)
def test_text_that_can_be_seen_counts(tmp_path: Path, way: Callable[[Canvas], None]) -> None:
    read = page(tmp_path, way)
    assert SECRET in read.text and read.hidden == ()


def test_white_words_over_black_ones_do_not_show_through_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        canvas.drawString(64, 803, SECRET)
    read = page(tmp_path, draw)
    assert 'MENIMBANG' not in read.text and PROSE[0] in read.text and 'MENIMBANG' in ' '.join(read.hidden)


def test_a_file_with_hidden_text_says_so_without_quoting_it(tmp_path: Path) -> None:
    document = pdf.read_fast(made(tmp_path / 'a.pdf', white))
    note, = document.notes
    assert (note.code, note.page) == ('teks-tersembunyi', 1) and 'rahasia' not in note.message


def test_a_layer_that_is_switched_off_hides_its_text(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=made(tmp_path / 'a.pdf', prose))
    group = writer._add_object(DictionaryObject({
        NameObject('/Type'): NameObject('/OCG'), NameObject('/Name'): TextStringObject("lapis")}))
    off = DictionaryObject({NameObject('/OFF'): ArrayObject([group])})
    writer.root_object[NameObject('/OCProperties')] = DictionaryObject({
        NameObject('/OCGs'): ArrayObject([group]), NameObject('/D'): off})
    sheet = writer.pages[0]
    resources, contents = sheet['/Resources'], sheet.get_contents()
    assert isinstance(resources, DictionaryObject) and contents is not None
    resources[NameObject('/Properties')] = DictionaryObject({NameObject('/Lapis'): group})
    stream = DecodedStreamObject()
    stream.set_data(contents.get_data()
                    + f'\n/OC /Lapis BDC BT /F1 12 Tf 60 500 Td ({SECRET}) Tj ET EMC'.encode())
    sheet[NameObject('/Contents')] = writer._add_object(stream)
    writer.write(tmp_path / 'b.pdf')
    read = pdf.read_fast(tmp_path / 'b.pdf').pages[0]
    assert PROSE[0] in read.text and read.hidden == (SECRET,)
    del off[NameObject('/OFF')]
    off[NameObject('/Showing')] = BooleanObject(True)
    writer.write(tmp_path / 'c.pdf')
    assert SECRET in pdf.read_fast(tmp_path / 'c.pdf').pages[0].text


def mapped(tmp_path: Path, shown: list[str], claimed: list[str]) -> Page:
    """A page whose glyphs show one text while its character map claims another, letter for letter."""
    pairs = dict.fromkeys(zip(''.join(shown), ''.join(claimed), strict=True))
    codes = {pair: code for code, pair in enumerate(pairs, start=33)}
    canvas = Canvas(str(tmp_path / 'a.pdf'), pagesize=(600, 900))
    canvas.drawString(60, 850, "x")
    canvas.save()
    writer = pypdf.PdfWriter(clone_from=tmp_path / 'a.pdf')
    font: Any = writer.pages[0]['/Resources']
    font = font['/Font']['/F1']
    names = [{' ': 'space'}.get(letter, letter) for letter, _claim in codes]
    differences = ArrayObject([pypdf.generic.NumberObject(33), *(NameObject(f'/{name}') for name in names)])
    font[NameObject('/Encoding')] = DictionaryObject({NameObject('/Differences'): differences})
    rows = ''.join(f'<{code:02x}> <{ord(claim):04x}>\n' for (_letter, claim), code in codes.items())
    cmap = DecodedStreamObject()
    cmap.set_data(('/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n'
                   f'{len(codes)} beginbfchar\n{rows}endbfchar endcmap end').encode())
    font[NameObject('/ToUnicode')] = writer._add_object(cmap)
    text = 'BT /F1 12 Tf 60 800 Td 16 TL '
    for seen, claim in zip(shown, claimed, strict=True):
        text += '<' + ''.join(f'{codes[pair]:02x}' for pair in zip(seen, claim, strict=True)) + "> Tj T* "
    stream = DecodedStreamObject()
    stream.set_data((text + 'ET').encode())
    writer.pages[0][NameObject('/Contents')] = writer._add_object(stream)
    writer.write(tmp_path / 'b.pdf')
    return pdf.read_fast(tmp_path / 'b.pdf').pages[0]


def test_a_lying_character_map_sends_the_page_to_ocr(tmp_path: Path) -> None:
    seen = ["mari kita pergi ke pasar membeli sayur dan buah", "segar supaya badan sehat selalu sepanjang waktu",
            "lalu pulang ke rumah naik sepeda bersama teman"]
    width = max(map(len, seen))
    shown = [row.ljust(width) for row in seen]
    claimed = [row[:width].ljust(width) for row in PROSE]
    read = mapped(tmp_path, shown, claimed)
    assert (read.level, read.text) == ('unread', '') and 'bahwa' in read.hidden[0]


def test_an_honest_character_map_is_believed(tmp_path: Path) -> None:
    rows = [row.replace(',', ' ') for row in PROSE]
    assert PROSE[0] in mapped(tmp_path, rows, rows).text


def test_full_page_pictures_hide_the_text_beneath(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        prose(canvas)
        canvas.drawImage(ImageReader(str(_plain(tmp_path))), 0, 0, 600, 900)
    read = pdf.read_fast(made(tmp_path / 'a.pdf', draw)).pages[0]
    assert (read.level, read.text) == ('unread', '')


def _plain(tmp_path: Path) -> Path:
    from PIL import Image
    path = tmp_path / 'plain.png'
    Image.new('L', (60, 90), 230).save(path)
    return path

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageDraw
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, RectangleObject, TextStringObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker.errors import DamagedFile, EncryptedFile, TooManyPages
from checker.model import Page
from checker.reading import limits, pdf

PROSE = [
    "bahwa untuk melaksanakan ketentuan tentang keterbukaan informasi publik perlu",
    "menetapkan pejabat pengelola informasi dan dokumentasi di lingkungan pemerintah",
    "dengan keputusan kepala dinas tentang pembentukan tim yang bertugas melayani",
]


def made(path: Path, draw: Callable[[Canvas], None], size: tuple[float, float] = (600, 900)) -> Path:
    canvas = Canvas(str(path), pagesize=size)
    draw(canvas)
    canvas.save()
    return path


def prose(canvas: Canvas, top: float = 800) -> None:
    for i, line in enumerate(PROSE):
        canvas.drawString(60, top - 16 * i, line)


def scan(text: str = "KEPUTUSAN") -> ImageReader:
    picture = Image.new('L', (600, 900), 255)
    drawing = ImageDraw.Draw(picture)
    for i in range(20):
        drawing.text((60, 60 + 30 * i), text, fill=0, font_size=20)
    return ImageReader(picture)


def turned(source: Path, rotate: int = 0, crop: tuple[float, float, float, float] | None = None) -> Path:
    writer = pypdf.PdfWriter(clone_from=source)
    writer.pages[0].rotate(rotate)
    if crop:
        writer.pages[0].cropbox = RectangleObject(crop)
    path = source.with_name(f'{source.stem}-turned.pdf')
    writer.write(path)
    return path


def line(page: Page, text: str) -> tuple[float, float, float, float]:
    found = next(each.box for each in page if text in each.text)
    assert found
    return found


def test_text_comes_with_boxes_on_the_displayed_page(tmp_path: Path) -> None:
    page = pdf.read_fast(made(tmp_path / 'a.pdf', lambda c: c.drawString(60, 800, "Menimbang :"))).pages[0]
    assert (page.text, page.level, page.source, page.grade) == ('Menimbang :', 'fast', 'text', 'good')
    x0, y0, x1, y1 = line(page, 'Menimbang')
    assert (x0, x1) == pytest.approx((60, 129.4), abs=1)
    assert y0 < 92 and 100 < y1 < 106  # around capitals and descenders of 12 pt on a baseline at 100


@pytest.mark.parametrize(('rotate', 'corner'), [(90, (800, 60)), (180, (540, 800)), (270, (100, 540))])
def test_rotate_moves_the_boxes_with_the_display(tmp_path: Path, rotate: int, corner: tuple[float, float]) -> None:
    path = turned(made(tmp_path / 'a.pdf', prose), rotate)
    page = pdf.read_fast(path).pages[0]
    assert (page.width, page.height) == ((900, 600) if rotate % 180 else (600, 900))
    boxes = page.boxes[page.boxes[:, 2] > 0]
    x, y = float(boxes[0, 0] + boxes[0, 2]) / 2, float(boxes[0, 1] + boxes[0, 3]) / 2
    assert abs(x - corner[0]) < 12 and abs(y - corner[1]) < 12
    assert page.text.startswith('bahwa untuk melaksanakan')


def test_crop_box_shifts_boxes_and_hides_what_it_cuts(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(160, 700, "Terlihat semua")
        canvas.drawString(160, 880, "Terpotong atas")
    page = pdf.read_fast(turned(made(tmp_path / 'a.pdf', draw), crop=(100, 100, 500, 800))).pages[0]
    assert (page.width, page.height, page.text, page.hidden) == (400, 700, 'Terlihat semua', ('Terpotong atas',))
    assert line(page, 'Terlihat')[0] == pytest.approx(60, abs=1)


def test_text_turned_on_the_page_reads_in_its_own_direction(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 800, "Judul biasa")
        canvas.translate(300, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Jangka waktu simpan")
    assert pdf.read_fast(made(tmp_path / 'a.pdf', draw)).pages[0].text == 'Judul biasa\nJangka waktu simpan'


def test_ligatures_soft_hyphens_and_hard_spaces_become_plain(tmp_path: Path) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    pdfmetrics.registerFont(TTFont('DejaVu', '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'))

    def draw(canvas: Canvas) -> None:
        canvas.setFont('DejaVu', 12)
        canvas.drawString(60, 800, "klasi\ufb01kasi\u00a0infor\u200bmasi")
    page = pdf.read_fast(made(tmp_path / 'a.pdf', draw)).pages[0]
    assert page.text == 'klasifikasi informasi'
    assert len(page.boxes) == len(page.text)


def test_table_rules_part_the_cells(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([60, 105, 160], [700, 740])
        for i, (left, right) in enumerate([('Ringkasan', 'Pejabat'), ('isi', 'penguasa')]):
            canvas.setFontSize(9)
            canvas.drawString(61, 728 - 11 * i, left)
            canvas.drawString(107, 728 - 11 * i, right)
    assert pdf.read_fast(made(tmp_path / 'a.pdf', draw)).pages[0].text == 'Ringkasan\nisi\nPejabat\npenguasa'


def test_a_scan_and_a_scan_with_only_a_caption_wait_for_ocr(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(scan(), 0, 0, 600, 900)
        canvas.showPage()
        canvas.drawImage(scan(), 0, 0, 600, 900)
        canvas.drawString(60, 20, "Dokumen ini telah ditandatangani secara elektronik")
    pages = pdf.read_fast(made(tmp_path / 'a.pdf', draw)).pages
    found = {(page.level, page.source, page.grade, page.text) for page in pages}
    assert found == {('unread', 'none', 'unreadable', '')}
    assert pages[0].marks[0].kind == 'picture' and pages[0].marks[0].box == (0, 0, 600, 900)


def test_real_text_over_a_page_covering_picture_is_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new('L', (60, 90), 240)), 0, 0, 600, 900)
        prose(canvas)
    page = pdf.read_fast(made(tmp_path / 'a.pdf', draw)).pages[0]
    assert page.level == 'fast' and PROSE[0] in page.text


def test_an_invisible_layer_counts_only_over_ink(tmp_path: Path) -> None:
    def layer(canvas: Canvas, picture: ImageReader) -> None:
        canvas.drawImage(picture, 0, 0, 600, 900)
        text = canvas.beginText(60, 824)
        text.setTextRenderMode(3)
        text.setFont('Helvetica', 12, leading=30)
        for row in PROSE:
            text.textLine(row)
        canvas.drawText(text)
        canvas.showPage()

    def draw(canvas: Canvas) -> None:
        layer(canvas, scan("keputusan kepala dinas tentang informasi"))
        layer(canvas, ImageReader(Image.new('L', (600, 900), 255)))
    pages = pdf.read_fast(made(tmp_path / 'a.pdf', draw)).pages
    assert [(page.level, page.grade) for page in pages] == [('fast', 'fair'), ('unread', 'unreadable')]


def test_words_of_a_good_layer_that_the_picture_does_not_show_are_hidden(tmp_path: Path) -> None:
    picture = Image.new('L', (1200, 1800), 255)
    pen = ImageDraw.Draw(picture)
    rows = PROSE * 2
    for n in range(len(rows)):
        for x in range(125, 1040, 20):
            pen.rectangle((x, 128 + 60 * n, x + 9, 150 + 60 * n), fill=0)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 0, 0, 600, 900)
        text = canvas.beginText(60, 824)
        text.setTextRenderMode(3)
        text.setFont('Helvetica', 12, leading=30)
        for row in (*rows, '', '', '', 'sanksi yang hilang'):
            text.textLine(row)
        canvas.drawText(text)

    page = pdf.read_fast(made(tmp_path / 'a.pdf', draw)).pages[0]
    assert (page.level, page.grade) == ('fast', 'fair')
    assert PROSE[0] in page.text and 'sanksi' not in page.text
    assert page.hidden == ('sanksi yang hilang',)


def test_a_blank_page_is_read_and_empty(tmp_path: Path) -> None:
    page = pdf.read_fast(made(tmp_path / 'a.pdf', Canvas.showPage)).pages[0]
    assert (page.level, page.source, page.grade, page.text) == ('fast', 'text', 'good', '')


def test_full_reading_is_ocr_and_keeps_pictures_among_the_marks(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(scan("KEPUTUSAN KEPALA DINAS"), 0, 0, 600, 900)
    path = made(tmp_path / 'a.pdf', draw)
    page, = pdf.read_full(path, [1])
    assert (page.level, page.source) == ('full', 'ocr')
    assert 'KEPUTUSAN KEPALA DINAS' in page.text and any(mark.kind == 'picture' for mark in page.marks)


def test_full_reading_still_tells_of_hidden_text(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        prose(canvas)
        canvas.setFillGray(1)
        canvas.drawString(60, 500, "tidak terlihat")
    page, = pdf.read_full(made(tmp_path / 'a.pdf', draw), [1])
    assert page.source == 'ocr' and page.hidden == ('tidak terlihat',) and 'terlihat' not in page.text


def test_values_typed_into_form_fields_are_text_and_the_field_is_a_mark(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        prose(canvas)
        canvas.acroForm.textfield(name='nomor', value="188.4/12", x=60, y=700, width=120)
    path = made(tmp_path / 'a.pdf', draw)
    page = pdf.read_fast(path).pages[0]
    assert '188.4/12' in page.text
    assert [mark.kind for mark in page.marks if mark.kind == 'widget'] == ['widget']


def test_scripts_and_attachments_are_noted(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=made(tmp_path / 'a.pdf', prose))
    script = DictionaryObject({NameObject('/S'): NameObject('/JavaScript'), NameObject('/JS'): TextStringObject("x()")})
    writer.root_object[NameObject('/OpenAction')] = script
    writer.add_attachment('isi.txt', b'rahasia')
    writer.write(tmp_path / 'b.pdf')
    assert [note.code for note in pdf.read_fast(tmp_path / 'b.pdf').notes] == ['berisi-skrip', 'berisi-lampiran']


def test_locked_files_ask_for_a_password_and_unlocked_ones_open(tmp_path: Path) -> None:
    source = made(tmp_path / 'a.pdf', prose)
    for name, password in (('locked.pdf', 'rahasia'), ('open.pdf', '')):
        writer = pypdf.PdfWriter(clone_from=source)
        writer.encrypt(password, 'pemilik', algorithm='AES-256')
        writer.write(tmp_path / name)
    with pytest.raises(EncryptedFile):
        pdf.read_fast(tmp_path / 'locked.pdf')
    assert PROSE[0] in pdf.read_fast(tmp_path / 'open.pdf').pages[0].text


def test_damage_is_named_and_what_can_be_saved_is_read(tmp_path: Path) -> None:
    (tmp_path / 'bad.pdf').write_bytes(b'%PDF-1.7\nnothing of a PDF')
    with pytest.raises(DamagedFile):
        pdf.read_fast(tmp_path / 'bad.pdf')
    data = made(tmp_path / 'a.pdf', prose).read_bytes()
    (tmp_path / 'cut.pdf').write_bytes(data[:data.rfind(b'xref')])
    assert PROSE[0] in pdf.read_fast(tmp_path / 'cut.pdf').pages[0].text


def test_too_many_pages_are_refused_before_any_is_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(3):
            canvas.showPage()
    path = made(tmp_path / 'a.pdf', draw)
    limits.use(limits.Limits(pages=2))
    try:
        with pytest.raises(TooManyPages):
            pdf.read_fast(path)
    finally:
        limits.use(limits.Limits())


def test_a_broken_page_leaves_the_others_alone(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        prose(canvas)
        canvas.showPage()
        prose(canvas)
    writer = pypdf.PdfWriter(clone_from=made(tmp_path / 'a.pdf', draw))
    tree = writer.root_object['/Pages'].get_object()
    assert isinstance(tree, DictionaryObject)
    kids = tree['/Kids']
    assert isinstance(kids, ArrayObject)
    kids[0] = NullObject()
    writer.write(tmp_path / 'b.pdf')
    first, second = pdf.read_fast(tmp_path / 'b.pdf').pages
    assert first.level == 'unread' and PROSE[0] in second.text

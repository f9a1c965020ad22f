"""DOCX files, most of them made here from plain XML, read through the real reader."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx as python_docx
import pytest

from checker.errors import DamagedFile, EncryptedFile, TooLarge
from checker.model import Document, Page
from checker.reading import docx, docx_package
from tests.reading import paper

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = (f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
          ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
          ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
          ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
          ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
          ' xmlns:v="urn:schemas-microsoft-com:vml"')
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/xml"/>'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
         'wordprocessingml.document.main+xml"/></Types>')
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'


def relation(id_: str, kind: str, target: str, mode: str = '') -> str:
    return f'<Relationship Id="{id_}" Type="{KIND}{kind}" Target="{target}" {mode}/>'


def package(path: Path, body: str, members: dict[str, str | bytes] | None = None, relations: str = '') -> Path:
    """A DOCX of this body XML and these further members."""
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('[Content_Types].xml', TYPES)
        archive.writestr('_rels/.rels', RELS.format(relation('r1', 'officeDocument', 'word/document.xml')))
        archive.writestr('word/document.xml', f'<w:document {SPACES}><w:body>{body}</w:body></w:document>')
        archive.writestr('word/_rels/document.xml.rels', RELS.format(relations))
        for name, data in (members or {}).items():
            archive.writestr(name, data)
    return path


def paragraph(*runs: str, props: str = '') -> str:
    return f'<w:p><w:pPr>{props}</w:pPr>{"".join(runs)}</w:p>'


def run(text: str, props: str = '') -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def places(page: Page) -> dict[str, str]:
    return {line.text: line.at or '' for line in page}


def read_body(tmp_path: Path, body: str) -> Document:
    return docx.read_fast(package(tmp_path / 'a.docx', body))


def test_written_document_with_table_and_letterhead(tmp_path: Path) -> None:
    made = python_docx.Document()
    made.sections[0].header.paragraphs[0].text = 'PEMERINTAH KOTA CONTOH'
    made.add_paragraph('KEPUTUSAN KEPALA DINAS')
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = 'Ringkasan isi', 'Waktu\npembuatan'
    table.cell(1, 0).merge(table.cell(1, 1)).text = 'NIHIL'
    made.save(str(tmp_path / 'a.docx'))
    page, = docx.read_fast(tmp_path / 'a.docx').pages
    assert places(page) == {
        'PEMERINTAH KOTA CONTOH': 'kop halaman, paragraf 1', 'KEPUTUSAN KEPALA DINAS': 'paragraf 1',
        'Ringkasan isi': 'tabel 1, baris 1, kolom 1', 'Waktu': 'tabel 1, baris 1, kolom 2',
        'pembuatan': 'tabel 1, baris 1, kolom 2', 'NIHIL': 'tabel 1, baris 2, kolom 1'}
    lines = {line.text: line for line in page}
    assert lines['Ringkasan isi'].row == lines['Waktu'].row < lines['pembuatan'].row < lines['NIHIL'].row
    assert lines['Waktu'].stack == lines['pembuatan'].stack != lines['Ringkasan isi'].stack
    assert page.boxes.shape == (0, 4)
    assert (page.source, page.level, page.grade) == ('flow', 'fast', 'good')


def test_tabs_part_a_paragraph_into_lines_of_one_row(tmp_path: Path) -> None:
    tab = '<w:r><w:tab/></w:r>'
    body = paragraph(run('Nomor'), tab, run(': 12')) + paragraph(run('Tanggal'), tab, run(': 3'))
    page, = read_body(tmp_path, body).pages
    assert [(line.text, line.row) for line in page] == [('Nomor', 0), ('Tanggal', 1), (': 12', 0), (': 3', 1)]
    assert len({line.stack for line in page}) == 2


def test_list_mark_and_lone_colon_stay_with_their_neighbour(tmp_path: Path) -> None:
    tab = '<w:r><w:tab/></w:r>'
    body = paragraph(run('Menimbang'), tab, run(':'), tab, run('a.'), tab, run('bahwa'))
    assert read_body(tmp_path, body).pages[0].text.split('\n') == ['Menimbang :', 'a. bahwa']


def test_leader_tab_shows_its_dots(tmp_path: Path) -> None:
    props = '<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="900"/></w:tabs>'
    page, = read_body(tmp_path, paragraph(run('Nama :'), '<w:r><w:tab/></w:r>', props=props)).pages
    assert page.text == 'Nama : .....'


def test_inserted_text_counts_and_deleted_text_does_not(tmp_path: Path) -> None:
    page, = read_body(tmp_path, paragraph(
        run('Nomor '), f'<w:ins>{run("12")}</w:ins>', '<w:del><w:r><w:delText>99</w:delText></w:r></w:del>',
        f'<w:moveFrom>{run("77")}</w:moveFrom>', f'<w:moveTo>{run(" Tahun")}</w:moveTo>')).pages
    assert page.text == 'Nomor 12 Tahun'


def test_content_controls_of_every_level(tmp_path: Path) -> None:
    def control(inner: str) -> str:
        return f'<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
    cell = f'<w:tc>{paragraph(run("sel"))}</w:tc>'
    row = f'<w:tr>{control(cell)}</w:tr>'
    body = (control(paragraph(run('blok'))) + paragraph(run('di '), control(run('dalam')))
            + f'<w:tbl>{row}{control(row.replace("sel", "baris"))}</w:tbl>')
    page, = read_body(tmp_path, body).pages
    assert page.text.split('\n') == ['blok', 'di dalam', 'sel', 'baris']


def test_text_box_is_read_once(tmp_path: Path) -> None:
    box = f'<w:txbxContent>{paragraph(run("di kotak"))}</w:txbxContent>'
    drawing = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>'
               f'{box}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>'
               f'{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')
    page, = read_body(tmp_path, paragraph(run('luar'), drawing)).pages
    assert places(page) == {'luar': 'paragraf 1', 'di kotak': 'paragraf 1, kotak teks, paragraf 1'}
    assert page.text.count('kotak') == 1


@pytest.mark.parametrize('props', [
    '<w:vanish/>', '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', '<w:rStyle w:val="Gaib"/>'])
def test_text_that_nobody_sees_is_hidden(tmp_path: Path, props: str) -> None:
    style = '<w:style w:type="character" w:styleId="Gaib"><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = f'<w:styles {W}>{style}</w:styles>'
    path = package(tmp_path / 'a.docx', paragraph(run('tampak'), run('gaib', props)), {'word/styles.xml': styles},
                   relation('s', 'styles', 'styles.xml'))
    document = docx.read_fast(path)
    page, = document.pages
    assert (page.text, page.hidden) == ('tampak', ('gaib',))
    assert [note.code for note in document.notes] == ['teks-tersembunyi']
    assert 'gaib' not in document.notes[0].message


def test_white_text_on_a_dark_cell_is_seen(tmp_path: Path) -> None:
    white = paragraph(run('KOLOM', '<w:color w:val="FFFFFF"/>'))
    cell = f'<w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>{white}</w:tc>'
    page, = read_body(tmp_path, f'<w:tbl><w:tr>{cell}</w:tr></w:tbl>').pages
    assert (page.text, page.hidden) == ('KOLOM', ())


def test_merged_away_cells_say_nothing(tmp_path: Path) -> None:
    def cell(text: str, props: str = '') -> str:
        return f'<w:tc><w:tcPr>{props}</w:tcPr>{paragraph(run(text))}</w:tc>'
    above = cell('No', '<w:vMerge w:val="restart"/>') + cell('Waktu', '<w:gridSpan w:val="2000000000"/>')
    below = cell('lama', '<w:vMerge/>') + cell('kini')
    page, = read_body(tmp_path, f'<w:tbl><w:tr>{above}</w:tr><w:tr>{below}</w:tr></w:tbl>').pages
    assert places(page) == {'No': 'tabel 1, baris 1, kolom 1', 'Waktu': 'tabel 1, baris 1, kolom 2',
                            'kini': 'tabel 1, baris 2, kolom 2'}
    assert page.hidden == ('lama',)


def test_list_numbers_are_written(tmp_path: Path) -> None:
    def level(n: int, kind: str, text: str, caps: str = '') -> str:
        return (f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
                f'<w:rPr>{caps}</w:rPr></w:lvl>')
    numbering = (f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level(0, "lowerLetter", "%1.")}'
                 f'{level(1, "lowerRoman", "%2)")}</w:abstractNum><w:abstractNum w:abstractNumId="1">'
                 f'{level(0, "cardinalText", "KE%1", "<w:caps/>")}</w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
                 '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')

    def item(text: str, list_: int, depth: int = 0) -> str:
        return paragraph(run(text), props=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_}"/></w:numPr>')
    body = (item('bahwa', 1) + item('anak', 1, 1) + item('cucu', 1, 1) + item('bahwa pula', 1) + item('baru', 1, 1)
            + item(': Membentuk', 2) + item(': Menugaskan', 2))
    path = package(tmp_path / 'a.docx', body, {'word/numbering.xml': numbering},
                   relation('n', 'numbering', 'numbering.xml'))
    assert docx.read_fast(path).pages[0].text.split('\n') == [
        'a. bahwa', 'i) anak', 'ii) cucu', 'b. bahwa pula', 'i) baru', 'KESATU : Membentuk', 'KEDUA : Menugaskan']


def test_breaks_and_sections_start_pages(tmp_path: Path) -> None:
    wide = '<w:sectPr><w:pgSz w:w="18720" w:h="12240"/></w:sectPr>'
    body = (paragraph(run('satu'), '<w:r><w:br w:type="page"/></w:r>', run('dua'))
            + paragraph(run('tiga'), props='<w:pageBreakBefore/><w:sectPr/>') + paragraph(run('empat')) + wide)
    pages = read_body(tmp_path, body).pages
    assert [(page.n, page.text) for page in pages] == [(1, 'satu'), (2, 'dua'), (3, 'tiga'), (4, 'empat')]
    assert (pages[3].width, pages[3].height) == (936, 612)


def test_footnotes_fields_and_signs(tmp_path: Path) -> None:
    note = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph(run("lihat UU"))}</w:footnote></w:footnotes>'
    body = paragraph(
        '<w:r><w:instrText>DATE</w:instrText></w:r>', f'<w:fldSimple w:instr="X">{run("2025")}</w:fldSimple>',
        '<w:r><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/><w:footnoteReference w:id="2"/></w:r>')
    path = package(tmp_path / 'a.docx', body, {'word/footnotes.xml': note}, relation('f', 'footnotes', 'footnotes.xml'))
    assert places(docx.read_fast(path).pages[0]) == {'2025-✓': 'paragraf 1', 'lihat UU': 'catatan kaki 2'}


def test_package_that_python_docx_refuses_is_read(tmp_path: Path) -> None:
    broken = relation('x', 'image', 'media/tidak-ada.png') + relation('y', 'hyperlink', 'http://contoh.invalid/',
                                                                      'TargetMode="External"')
    path = package(tmp_path / 'a.docx', paragraph(run('MEMUTUSKAN')), relations=broken)
    with pytest.raises(KeyError):
        python_docx.Document(str(path))
    assert docx.read_fast(path).pages[0].text == 'MEMUTUSKAN'


def test_macros_are_noted(tmp_path: Path) -> None:
    path = package(tmp_path / 'a.docm', paragraph(run('isi')), {'word/vbaProject.bin': b'makro'})
    assert [note.code for note in docx.read_fast(path).notes] == ['berisi-makro']


@pytest.mark.parametrize('code', ['utf-8', 'utf-16'])
def test_doctype_is_refused(tmp_path: Path, code: str) -> None:
    evil = f'<?xml version="1.0" encoding="{code}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode(code)
    path = package(tmp_path / 'a.docx', paragraph(run('isi')), {'word/glossary.xml': evil})
    with pytest.raises(DamagedFile, match='DOCTYPE'):
        docx.read_fast(path)


def test_damaged_and_locked_files(tmp_path: Path) -> None:
    path = package(tmp_path / 'a.docx', paragraph(run('isi')))
    (tmp_path / 'cut.docx').write_bytes(path.read_bytes()[:300])
    (tmp_path / 'locked.docx').write_bytes(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + 'EncryptedPackage'.encode('utf-16-le'))
    with pytest.raises(DamagedFile):
        docx.read_fast(tmp_path / 'cut.docx')
    with pytest.raises(EncryptedFile):
        docx.read_fast(tmp_path / 'locked.docx')
    with pytest.raises(DamagedFile):
        docx.read_fast(package(tmp_path / 'b.docx', '<w:p>'))


def test_bomb_is_refused_before_unpacking(tmp_path: Path) -> None:
    bomb = b'<a/>' + b' ' * docx_package.XML_LIMIT
    with pytest.raises(TooLarge):
        docx.read_fast(package(tmp_path / 'a.docx', paragraph(run('isi')), {'word/bom.xml': bomb}))


def picture(inches: tuple[float, float]) -> str:
    width, height = (round(value * 914400) for value in inches)
    return (f'<w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><a:blip r:embed="p"/>'
            '</wp:inline></w:drawing></w:r>')


def with_picture(path: Path, body: str, data: bytes) -> Path:
    return package(path, body, {'word/media/p.png': data}, relation('p', 'image', 'media/p.png'))


def png(lines: tuple[str, ...]) -> bytes:
    stream = io.BytesIO()
    paper.page(lines).save(stream, 'PNG')
    return stream.getvalue()


def test_small_picture_is_a_mark_at_its_paragraph(tmp_path: Path) -> None:
    body = paragraph(run('Kepala Dinas')) + paragraph(picture((1.5, 0.8))) + paragraph(run('Rani Wijaya'))
    page, = docx.read_fast(with_picture(tmp_path / 'a.docx', body, png(()))).pages
    assert [(mark.kind, mark.text, mark.box) for mark in page.marks] == [('picture', 'paragraf 2', (0, 0, 0, 0))]


def test_pasted_scan_is_a_page_that_ocr_reads(tmp_path: Path) -> None:
    body = paragraph(run('Lampiran')) + paragraph(picture((6.3, 8.9)))
    path = with_picture(tmp_path / 'a.docx', body, png(paper.DECREE))
    flow, scan = docx.read_fast(path).pages
    assert (flow.text, flow.level) == ('Lampiran', 'fast')
    assert (scan.n, scan.level, scan.grade) == (2, 'unread', 'unreadable')
    read, = docx.read_full(path, [2])
    assert (read.n, read.level, read.source, read.boxes.shape) == (2, 'full', 'ocr', (0, 4))
    assert places(read)['KEPUTUSAN KEPALA DINAS'] == 'gambar 1, baris 1'
    assert places(read)['NOMOR 12 TAHUN 2025'] == 'gambar 1, baris 2'


def test_picture_that_we_cannot_decode_stays_unreadable(tmp_path: Path) -> None:
    path = with_picture(tmp_path / 'a.docx', paragraph(picture((6.3, 8.9))), b'\x01\x00\x00\x00EMF')
    page, = docx.read_full(path, [1])
    assert (page.level, page.source, page.grade) == ('full', 'none', 'unreadable')


def test_a_watermark_of_word_is_read_where_it_hangs(tmp_path: Path) -> None:
    shape = '<w:r><w:pict><v:shape><v:textpath on="t"/><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    page, = docx.read_fast(package(tmp_path / 'a.docx', paragraph(shape) + paragraph(run('KEPUTUSAN')))).pages
    assert places(page) == {'DRAFT': 'paragraf 1, tanda air', 'KEPUTUSAN': 'paragraf 2'}

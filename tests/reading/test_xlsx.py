"""XLSX files as different programs write them: what a person sees in the sheets, with the place of each cell."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from PIL import Image

from checker.model import Document, Line, Page
from checker.reading.xlsx import read_fast, read_full
from tests import hostile_files as raw

Fill = Callable[[Any, Any], object]


def made(path: Path, *sheets: Fill, names: tuple[str, ...] = ()) -> Document:
    """A workbook by XlsxWriter; each function fills one sheet."""
    with xlsxwriter.Workbook(path / 'buku.xlsx') as book:
        for i, fill in enumerate(sheets):
            fill(book, book.add_worksheet(names[i] if i < len(names) else None))
    return read_fast(path / 'buku.xlsx')


def given(path: Path, data: bytes) -> Document:
    (path / 'buku.xlsx').write_bytes(data)
    return read_fast(path / 'buku.xlsx')


def words(page: Page) -> dict[str, str]:
    """Place -> words; several lines of a place joined by ' / '."""
    found: dict[str, list[str]] = {}
    for line in page:
        found.setdefault(line.at or '', []).append(line.text)
    return {at: ' / '.join(texts) for at, texts in found.items()}


def line(page: Page, text: str) -> Line:
    return next(each for each in page if each.text == text)


def codes(document: Document) -> set[str]:
    return {note.code for note in document.notes}


def test_values_come_as_they_are_displayed(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write('A1', 5.0)
        sheet.write_datetime('B2', datetime(2025, 1, 27), book.add_format({'num_format': 'dd-mm-yyyy'}))
        sheet.write('C3', 0.75, book.add_format({'num_format': '0%'}))
        sheet.write_formula('D4', '=A1&" tahun"', None, '5 tahun')
        sheet.write_rich_string('E5', 'Daftar ', book.add_format({'bold': True}), 'Informasi')
        sheet.write_boolean('F6', True)
        sheet.write('G7', 'baris satu\nbaris dua')

    document = made(tmp_path, fill)
    assert words(document.pages[0]) == {
        'Sheet1!A1': '5', 'Sheet1!B2': '27-01-2025', 'Sheet1!C3': '75%', 'Sheet1!D4': '5 tahun',
        'Sheet1!E5': 'Daftar Informasi', 'Sheet1!F6': 'TRUE', 'Sheet1!G7': 'baris satu / baris dua'}
    assert (document.format, document.pages[0].source, document.notes) == ('xlsx', 'flow', ())


def test_merged_heads_keep_their_span(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        middle = book.add_format({'align': 'center'})
        sheet.merge_range('A1:A2', 'No', middle)
        sheet.merge_range('B1:C1', 'Bentuk Informasi', middle)
        sheet.write('B2', 'Cetak', middle)
        sheet.write('C2', 'Daring', middle)

    page = made(tmp_path, fill).pages[0]
    top, left, right, number = (line(page, text).box for text in ('Bentuk Informasi', 'Cetak', 'Daring', 'No'))
    assert top and left and right and number
    assert left[2] < (top[0] + top[2]) / 2 < right[0]
    assert top[3] <= left[1] and top[1] < (number[1] + number[3]) / 2 < left[3]
    assert line(page, 'No').row == line(page, 'Bentuk Informasi').row < line(page, 'Cetak').row


def test_what_a_merge_covers_is_not_seen(tmp_path: Path) -> None:
    sheet = raw.cells({'A1': 'KEPUTUSAN', 'B1': 'TERTUTUP'}) + '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    page = given(tmp_path, raw.xlsx([sheet])).pages[0]
    assert (page.text, page.hidden) == ('KEPUTUSAN', ('TERTUTUP',))


def test_hidden_rows_columns_and_sheets_show_nothing(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        for at in ('A1', 'A2', 'B1', 'C1'):
            sheet.write(at, f'isi {at}')
        sheet.set_row(1, None, None, {'hidden': True})
        sheet.set_column('B:B', None, None, {'hidden': True})
        sheet.set_column('C:C', 0)

    def hide(state: str) -> Fill:
        def fill(book: Any, sheet: Any) -> None:
            sheet.write('A1', f'isi {state}')
            getattr(sheet, state)()
        return fill

    document = made(tmp_path, fill, hide('hide'), hide('very_hidden'), names=('DIP', 'Sandi', 'Rahasia'))
    page, = document.pages
    assert words(page) == {'DIP!A1': 'isi A1', 'lembar DIP': 'DIP'}
    assert sorted(page.hidden) == ['isi A2', 'isi B1', 'isi C1', 'isi hide', 'isi very_hidden']
    assert codes(document) == {'lembar-tersembunyi', 'teks-tersembunyi'}
    assert '"Sandi", "Rahasia"' in document.notes[0].message


def test_a_merge_shows_where_any_of_its_columns_does(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.merge_range('A1:D1', 'JUDUL')
        sheet.set_column('A:A', None, None, {'hidden': True})

    assert made(tmp_path, fill).pages[0].text == 'JUDUL'


def test_words_without_contrast_are_hidden(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        white = book.add_format({'font_color': 'white'})
        sheet.write('A1', 'putih di putih', white)
        sheet.write('A2', 'putih di biru', book.add_format({'font_color': 'white', 'bg_color': '#1F497D'}))
        sheet.write('A3', 'biru di biru', book.add_format({'font_color': '#1F497D', 'bg_color': '#1F497D'}))
        sheet.write('A4', 'tak terbaca', book.add_format({'font_size': 1}))
        sheet.write_rich_string('A5', 'terlihat ', white, 'tersembunyi')
        sheet.write('A6', 12, book.add_format({'num_format': ';;;'}))

    document = made(tmp_path, fill)
    page = document.pages[0]
    assert words(page) == {'Sheet1!A2': 'putih di biru', 'Sheet1!A5': 'terlihat'}
    assert page.hidden == ('putih di putih', 'biru di biru', 'tak terbaca', 'tersembunyi')
    assert codes(document) == {'teks-tersembunyi'}


def test_the_head_of_a_styled_table_may_be_white(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        white = book.add_format({'font_color': 'white'})
        sheet.add_table('A1:B3', {'columns': [{'header': name, 'header_format': white} for name in ('No', 'Nama')]})
        sheet.write('A2', 'putih', white)

    page = made(tmp_path, fill).pages[0]
    assert (page.text, page.hidden) == ('No\nNama', ('putih',))


def test_text_boxes_stand_where_they_lie_and_pictures_beside_them(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new('RGB', (160, 50), 'navy').save(picture, 'PNG')

    def fill(book: Any, sheet: Any) -> None:
        sheet.write('A1', 'DAFTAR')
        sheet.insert_textbox('F4', 'Kepala Dinas,\n\n\n\nBudi Santoso\nNIP 19680512 199003 1 002',
                             {'width': 300, 'height': 120})
        sheet.insert_image('F5', 'ttd.png', {'image_data': picture})

    page = made(tmp_path, fill, names=('DIP',)).pages[0]
    assert words(page)['DIP!F4, kotak teks'] == 'Kepala Dinas, / Budi Santoso / NIP 19680512 199003 1 002'
    office, name = line(page, 'Kepala Dinas,').box, line(page, 'Budi Santoso').box
    mark, = page.marks
    assert (mark.kind, mark.text) == ('picture', 'DIP!F5')
    assert office and name
    assert office[1] < mark.box[1] < name[1] and mark.box[0] < office[2]


@pytest.mark.parametrize(('side', 'grade'), [(100, 'good'), (700, 'poor')])
def test_words_in_a_pasted_page_are_unread_and_that_is_said(tmp_path: Path, side: int, grade: str) -> None:
    picture = io.BytesIO()
    Image.new('RGB', (side, side), 'white').save(picture, 'PNG')

    def fill(book: Any, sheet: Any) -> None:
        sheet.write('A1', 'Lampiran')
        sheet.insert_image('B2', 'pindaian.png', {'image_data': picture})

    document = made(tmp_path, fill)
    assert document.pages[0].grade == grade
    assert codes(document) == ({'gambar-tidak-dibaca'} if grade == 'poor' else set())


def test_headers_and_footers_of_the_print_and_names_of_tabs_are_read(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write('A1', 'isi')
        sheet.set_header('&L&"Arial,Bold"&12DINAS KESEHATAN&RHalaman &P')
        sheet.set_footer('&CDokumen &A')

    page = made(tmp_path, fill, names=('Setiap Saat',)).pages[0]
    assert [(each.at, each.text) for each in page] == [
        ('kop halaman Setiap Saat', 'DINAS KESEHATAN'), ('kop halaman Setiap Saat', 'Halaman'),
        ('Setiap Saat!A1', 'isi'), ('kaki halaman Setiap Saat', 'Dokumen'), ('lembar Setiap Saat', 'Setiap Saat')]


def test_comments_are_left_out(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write('A1', 'isi')
        sheet.write_comment('A1', 'KEPUTUSAN')

    assert made(tmp_path, fill).pages[0].text == 'isi'


def test_formulas_that_were_never_computed_are_unread(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(['No', '="TAHUN "&A9'])
    book.save(tmp_path / 'buku.xlsx')
    document = read_fast(tmp_path / 'buku.xlsx')
    assert (document.pages[0].text, document.pages[0].grade) == ('No', 'poor')
    assert codes(document) == {'rumus-tanpa-nilai'}


def test_a_sum_that_was_never_computed_hides_no_words(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for formula in ('=SUM(B1:B9)', '=A1+1', '=ROW()-5', '=COUNTA(B2:B30)'):
        book.active.append(['Jumlah', formula])
    book.save(tmp_path / 'buku.xlsx')
    document = read_fast(tmp_path / 'buku.xlsx')
    assert document.pages[0].grade == 'good'
    assert codes(document) == {'rumus-tanpa-nilai'}


def test_zeros_that_wait_to_be_computed_are_no_values(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write('A1', 'Tahun')
        sheet.write_formula('B1', '=Z1')

    assert made(tmp_path, fill).pages[0].text == 'Tahun'


def test_pictures_in_cells_and_errors_are_no_words(tmp_path: Path) -> None:
    data = ('<sheetData><row><c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1" t="e"><v>#REF!</v></c>'
            '<c r="C1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row></sheetData>')
    page = given(tmp_path, raw.xlsx([data])).pages[0]
    assert page.text == ''
    assert [(mark.kind, mark.text) for mark in page.marks] == [('picture', 'Sheet1!A1'), ('picture', 'Sheet1!C1')]


def test_prefixed_names_missing_references_and_repeated_cells(tmp_path: Path) -> None:
    sheet = (f'<x:worksheet xmlns:x="{raw.SHEET}"><x:sheetData><x:row><x:c t="str"><x:v>satu</x:v></x:c><x:c/>'
             '<x:c t="str"><x:v>dua</x:v></x:c></x:row><x:row r="9"><x:c r="B9" t="str">'
             '<x:v>dulu</x:v></x:c><x:c r="B9" t="str"><x:v>kini</x:v></x:c></x:row></x:sheetData></x:worksheet>')
    page = given(tmp_path, raw.xlsx([''], {'xl/worksheets/sheet1.xml': sheet})).pages[0]
    assert words(page) == {'Sheet1!A1': 'satu', 'Sheet1!C1': 'dua', 'Sheet1!B9': 'kini'}


def test_a_macro_is_noted(tmp_path: Path) -> None:
    document = given(tmp_path, raw.xlsx([raw.cells({'A1': 'isi'})], {'xl/vbaProject.bin': b'x'}))
    assert (document.pages[0].text, codes(document)) == ('isi', {'berisi-makro'})


def test_links_out_of_the_file_are_not_followed(tmp_path: Path) -> None:
    links = (f'<Relationships xmlns="{raw.PACKAGE}"><Relationship Id="d" Target="file:///etc/passwd"'
             f' TargetMode="External" Type="{raw.LINK}/drawing"/></Relationships>')
    parts = {'xl/worksheets/_rels/sheet1.xml.rels': links}
    page = given(tmp_path, raw.xlsx([raw.cells({'A1': 'isi'}) + '<drawing r:id="d"/>'], parts)).pages[0]
    assert (page.text, page.marks) == ('isi', ())


def test_a_long_sheet_is_cut_between_rows_of_its_table(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        for row in range(1_000):
            sheet.write_row(row, 0, [row + 1, 'Laporan', 'Sekretariat', 'Ada'])
        for i, text in enumerate(('Kepala Dinas,', 'Budi Santoso')):
            sheet.write(1_003 + 3 * i, 3, text)

    pages = made(tmp_path, fill).pages
    assert [page.n for page in pages] == [1, 2, 3]
    assert [each.text for page in pages for each in page if each.text.isdigit()] == [str(n) for n in range(1, 1_001)]
    assert {'Kepala Dinas,', 'Budi Santoso'} <= set(pages[-1].text.split('\n'))


def test_column_settings_that_overlap_count_once_and_cost_nothing(tmp_path: Path) -> None:
    columns = '<col min="1" max="16384" width="9"/>' + '<col min="1" max="16384" hidden="1"/>' * 16_000
    document = given(tmp_path, raw.xlsx([f'<cols>{columns}</cols>' + raw.cells({'A1': 'isi'})]))
    assert document.pages[0].text == 'isi'


def test_far_cells_and_empty_rows_leave_a_page_of_human_size(tmp_path: Path) -> None:
    page = given(tmp_path, raw.far_cell_xlsx()).pages[0]
    assert words(page) == {'Sheet1!A1': 'KEPUTUSAN', 'Sheet1!XFD1048576': 'PPID'}
    assert page.width < 1_000 and page.height < 1_000
    assert given(tmp_path, raw.empty_rows_xlsx(20_000)).pages[0].text == 'KEPUTUSAN'


def test_reading_in_full_gives_the_same_sheets(tmp_path: Path) -> None:
    document = given(tmp_path, raw.xlsx([raw.cells({'A1': 'satu'}), raw.cells({'A1': 'dua'})]))
    assert [page.text for page in read_full(tmp_path / 'buku.xlsx', (2, 3))] == [document.pages[1].text]


@pytest.mark.parametrize('states', [('hidden',), ('veryHidden',)])
def test_a_workbook_that_shows_nothing_has_one_empty_page(tmp_path: Path, states: tuple[str, ...]) -> None:
    document = given(tmp_path, raw.xlsx([raw.cells({'A1': 'KEPUTUSAN'})], states=states))
    page, = document.pages
    assert (page.text, page.hidden) == ('', ('KEPUTUSAN',))

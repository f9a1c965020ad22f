"""Workbooks with several sheets: what belongs to a list, and what only lies beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from checker import rulebook
from checker.check import check
from checker.driver import Examiner
from checker.exports.json import report_dict
from checker.model import Finding, Part, RequirementId
from checker.reading.isolation import Reader
from checker.reading.xlsx import read_fast

HEADS = ('No', 'Ringkasan Isi Informasi', 'Pejabat yang Menguasai Informasi', 'Penanggung Jawab Pembuatan',
         'Waktu dan Tempat Pembuatan', 'Bentuk Informasi yang Tersedia', 'Jangka Waktu Penyimpanan')
ROW = ('Laporan kinerja tahunan instansi', 'Sekretariat Dinas', 'Subbagian Umum', 'Januari, Rawa Indah', 'Cetak',
       '5 tahun')
Rows = Sequence[Sequence[str | int]]


def entries(count: int) -> Rows:
    return [(n, *ROW) for n in range(1, count + 1)]


def listing(count: int, *, year: int | None = 2025, title: str = 'DAFTAR INFORMASI PUBLIK') -> Rows:
    heads = [[title], ['DINAS KESEHATAN KABUPATEN RAWA SEJAHTERA']] if title else []
    return [*heads, *([[f'TAHUN {year}']] if year else []), HEADS, *entries(count)]


INSTRUCTIONS: Rows = [
    ['Petunjuk pengisian'], ['Kolom', 'Cara mengisi'], ['Klasifikasi', 'Berkala'], ['', 'Serta Merta'],
    ['', 'Setiap Saat'], ['Retensi', 'Lama simpan']]
CHOICES: Rows = [['Klasifikasi', 'Bentuk'], ['Berkala', 'Cetak'], ['Serta Merta', 'Daring'], ['Setiap Saat', '']]


def parts_of(folder: Path, sheets: dict[str, Rows]) -> tuple[Part, ...]:
    with xlsxwriter.Workbook(folder / 'buku.xlsx') as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for i, row in enumerate(rows):
                sheet.write_row(i, 0, row)
    return check(read_fast(folder / 'buku.xlsx'), rulebook.load(), 2025).parts


def told(parts: tuple[Part, ...]) -> list[tuple[str, tuple[int, int]]]:
    return [(part.kind, part.pages) for part in parts]


def finding(part: Part, requirement: str) -> Finding:
    return next(each for each in part.findings if each.requirement == RequirementId(requirement))


def test_one_list_on_three_sheets_is_one_part_and_its_classes_come_from_all(tmp_path: Path) -> None:
    sheets = {'Berkala': listing(4), 'Serta Merta': listing(2, title='', year=None), 'Setiap Saat': entries(3)}
    parts = parts_of(tmp_path, sheets)
    assert told(parts) == [('dip', (1, 3))]
    assert finding(parts[0], 'isi').value == 9
    classes = finding(parts[0], 'klasifikasi')
    assert classes.status == 'met'
    assert [place.at for place in classes.places] == ['lembar Berkala', 'lembar Serta Merta', 'lembar Setiap Saat']


@pytest.mark.parametrize('beside', [INSTRUCTIONS, CHOICES])
def test_instructions_and_lists_of_choices_satisfy_nothing(tmp_path: Path, beside: Rows) -> None:
    for sheets in ({'Petunjuk': beside, 'DIP': listing(4)}, {'DIP': listing(4), 'Petunjuk': beside}):
        part = next(part for part in parts_of(tmp_path, sheets) if part.kind == 'dip')
        assert part.pages[0] == part.pages[1]
        assert finding(part, 'klasifikasi').status == 'missing'
        assert finding(part, 'isi').value == 4


def test_instructions_between_the_sheets_of_a_list_are_left_out_of_it(tmp_path: Path) -> None:
    parts = parts_of(tmp_path, {'Berkala': listing(4), 'Petunjuk': INSTRUCTIONS, 'Lanjutan': listing(2)})
    assert told(parts) == [('dip', (1, 3))]
    assert finding(parts[0], 'isi').value == 6
    assert finding(parts[0], 'klasifikasi').status == 'missing'


def test_last_year_s_list_beside_this_year_s_is_a_part_of_its_own(tmp_path: Path) -> None:
    parts = parts_of(tmp_path, {'DIP 2024': listing(3, year=2024), 'DIP 2025': listing(5)})
    assert told(parts) == [('dip', (1, 1)), ('dip', (2, 2))]
    assert [(finding(part, 'tahun').status, finding(part, 'isi').value) for part in parts] == [
        ('missing', 3), ('met', 5)]


def test_a_title_over_a_table_is_not_spoilt_by_what_the_table_holds(tmp_path: Path) -> None:
    rows: Rows = [['DAFTAR INFORMASI PUBLIK TAHUN 2025'], HEADS, (1, 'Laporan keuangan dan Keputusan', *ROW[1:])]
    part, = parts_of(tmp_path, {'DIP': rows})
    assert finding(part, 'judul').status == 'met'


def test_places_in_sheets_are_cells_also_where_label_and_value_stand_apart(tmp_path: Path) -> None:
    labels = ('NOMOR SOP', 'TGL. PEMBUATAN', 'TGL. REVISI', 'TGL. EFEKTIF', 'DISAHKAN OLEH', 'NAMA SOP', 'DASAR HUKUM',
              'KUALIFIKASI PELAKSANA', 'KETERKAITAN', 'PERINGATAN', 'PERALATAN/PERLENGKAPAN')
    values = ('440/SOP-01/2025', '2 Januari 2025', '-', '6 Januari 2025')
    rows = [[label, *values[i : i + 1]] for i, label in enumerate(labels)]
    part, = parts_of(tmp_path, {'SOP': rows})
    assert part.kind == 'sop'
    number = finding(part, 'nomor-sop')
    assert number.place is not None
    assert (number.value, number.place.page, number.place.box, number.place.at) == (
        '440/SOP-01/2025', None, None, 'SOP!A1')
    assert not [each for each in part.findings if each.place and each.place.page]


def test_a_workbook_through_the_real_path_names_cells_in_its_json() -> None:
    sample = Path(__file__).parents[1] / 'sample_docs' / '40-dip-lengkap.xlsx'
    with Reader(1) as reader, Examiner(rulebook.load(), period=2025, reader=reader) as examiner:
        report, = examiner.examine([sample])
    told = report_dict(report)
    findings = {each['requirement']: each for each in told['parts'][0]['findings']}
    assert told['error'] is None and told['page_info'][0]['source'] == 'flow'
    assert {(each['page'], each['box']) for each in findings.values()} == {(None, None)}
    assert [findings[name]['at'] for name in ('judul', 'kolom-bentuk', 'penandatangan', 'tanda-tangan')] == [
        'DIP 2025!A1', 'DIP 2025!F5', 'DIP 2025!E24, kotak teks', 'DIP 2025!E27']


def test_a_signer_s_block_on_a_sheet_of_its_own_belongs_to_the_list(tmp_path: Path) -> None:
    block: Rows = [['Kepala Dinas Kesehatan,'], [], [], [], ['Drs. Budi Santoso, M.Si.'], ['NIP 19680512 199003 1 002']]
    parts = parts_of(tmp_path, {'DIP': listing(4), 'Pengesahan': block})
    assert told(parts) == [('dip', (1, 2))]
    signer = finding(parts[0], 'penandatangan')
    assert signer.place is not None
    assert (signer.status, signer.place.at, signer.place.page) == ('met', 'Pengesahan!A1', None)

"""A document without pages, as paragraphs and tables."""

from __future__ import annotations

from tests.web.material import FLOW, flow_page
from web.flow import WIDEST, Spot, Table, Text, blocks


def spot(number: int, text: str) -> Spot:
    return Spot(f'kotak-0-{number}', f'temuan-0-{number}', number, 'met', '✓', "Judul: Terpenuhi", text)


def texts(table: Table) -> list[list[list[str]]]:
    return [[[text.text for text in cell] for cell in row] for row in table.rows]


def test_paragraphs_keep_their_order_and_the_parts_between_tabs_stand_in_one() -> None:
    found = blocks(flow_page(), {})
    assert [block.text if isinstance(block, Text) else block.name for block in found] == [
        "DAFTAR INFORMASI PUBLIK", "Dinas Contoh <b>&amp; rekan</b>\tTahun 2025", 'tabel 1', "Kepala Dinas"]


def test_cells_stand_in_their_row_and_column_with_all_their_paragraphs() -> None:
    table = next(block for block in blocks(flow_page(), {}) if isinstance(block, Table))
    assert texts(table) == [[["No"], ["Ringkasan"], ["Waktu"]], [["1"], ["Profil badan publik", "berkala"], ["2025"]]]


def test_merged_cells_leave_their_columns_empty() -> None:
    page = flow_page([(0, 'tabel 1, baris 1, kolom 3', "C"), (1, 'tabel 1, baris 2, kolom 1', "A")])
    table = blocks(page, {})[0]
    assert isinstance(table, Table)
    assert texts(table) == [[[], [], ["C"]], [["A"], [], []]]


def test_tables_that_follow_each_other_are_told_apart_and_inner_ones_stay_in_their_cell() -> None:
    page = flow_page([
        (0, 'tabel 1, baris 1, kolom 1', "a"), (1, 'tabel 1, baris 1, kolom 1, tabel 1, baris 1, kolom 1', "b"),
        (2, 'tabel 2, baris 1, kolom 1', "c"), (3, 'kop halaman, tabel 1, baris 1, kolom 1', "d")])
    found = [block for block in blocks(page, {}) if isinstance(block, Table)]
    assert [(table.name, texts(table)) for table in found] == [
        ('tabel 1', [[["a", "b"]]]), ('tabel 2', [[["c"]]]), ('kop halaman, tabel 1', [[["d"]]])]


def test_a_mark_stands_on_the_paragraph_of_the_cell_that_holds_the_words() -> None:
    place = 'tabel 1, baris 2, kolom 2'
    table = next(block for block in blocks(flow_page(), {place: [spot(1, "berkala"), spot(2, "not there")]})
                 if isinstance(block, Table))
    first, second = table.rows[1][1]
    assert [mark.number for mark in first.spots] == []
    assert [mark.number for mark in second.spots] == [1, 2]  # what no paragraph holds goes to the last one


def test_a_table_that_claims_a_million_columns_is_cut() -> None:
    page = flow_page([(0, 'tabel 1, baris 1, kolom 1000000', "x"), (0, 'tabel 1, baris 1, kolom 1', "y")])
    table = blocks(page, {})[0]
    assert isinstance(table, Table) and len(table.rows[0]) == WIDEST


def test_a_sheet_shows_the_columns_that_hold_something_and_titles_across_all_of_them() -> None:
    page = flow_page([
        (0, 'DIP 2025!B1', "DAFTAR"), (1, 'DIP 2025!B3', "No"), (1, 'DIP 2025!AA3', "Ringkasan"),
        (2, 'DIP 2025!B4', "1"), (2, 'DIP 2025!AA4', "Profil"), (3, 'DIP 2025!AA5, kotak teks', "Kepala Dinas"),
        (4, 'lembar DIP 2025', "DIP 2025")])
    table, tab = blocks(page, {'DIP 2025!AA3': [spot(1, "Ringkasan")]})
    assert isinstance(table, Table) and isinstance(tab, Text)
    assert (table.name, table.width) == ("lembar DIP 2025", 2)
    assert texts(table) == [[["DAFTAR"]], [["No"], ["Ringkasan"]], [["1"], ["Profil"]], [["Kepala Dinas"]]]
    assert [mark.number for mark in table.rows[1][1][0].spots] == [1]


def test_nothing_of_the_text_is_lost() -> None:
    shown = []
    for block in blocks(flow_page(), {}):
        shown += [block.text] if isinstance(block, Text) else [t for row in texts(block) for cell in row for t in cell]
    assert sorted('\t'.join(shown).split('\t')) == sorted(line[2] for line in FLOW)

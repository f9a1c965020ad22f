"""Ruled cells: what stands beside a label, whatever the height it is written at."""

from __future__ import annotations

from checker.cells import cell_of, cells_below, lines_in, next_cell, rows_below
from checker.model import Box, Line, Page
from checker.reading.layout import Word, compose

# Two rows of two cells: x at 50, 150 and 400, y at 100, 200 and 220.
RULES: list[Box] = [
    *((x, 100.0, x + 0.5, 220.0) for x in (50.0, 150.0, 400.0)),
    *((50.0, y, 400.0, y + 0.5) for y in (100.0, 200.0, 220.0)),
]


def form(*words: tuple[str, float, float], rules: list[Box] = RULES) -> Page:
    placed = [Word(text, (x, y, x + 6 * len(text), y + 8)) for text, x, y in words]
    return compose(1, 595, 842, placed, rules, level='fast', source='text', grade='good')


def line(page: Page, text: str) -> Line:
    return next(found for found in page if found.text == text)


def test_a_tall_cell_holds_lines_above_and_below_the_label_beside_it() -> None:
    page = form(
        ('Disahkan', 60, 146), ('Kepala', 160, 105), ('Sulaiman', 160, 180), ('Nama', 60, 206), ('SOP', 160, 206),
    )
    cell = cell_of(line(page, 'Disahkan'))
    assert cell is not None
    beside = next_cell(page, cell)
    assert beside is not None
    assert [found.text for found in lines_in(page, beside)] == ['Kepala', 'Sulaiman']


def test_a_frame_inside_a_cell_is_no_border_of_it() -> None:
    stamp: list[Box] = [(200.0, 140.0, 200.5, 170.0), (300.0, 140.0, 300.5, 170.0)]
    page = form(('Disahkan', 60, 146), ('Sulaiman', 210, 150), rules=[*RULES, *stamp])
    cell = cell_of(line(page, 'Disahkan'))
    assert cell is not None
    assert next_cell(page, cell) == (150.25, 100.25, 400.0, 200.25)


def test_without_ruled_lines_there_is_no_cell() -> None:
    page = form(('Disahkan', 60, 146), rules=[])
    assert cell_of(line(page, 'Disahkan')) is None


def test_the_last_cell_of_a_row_has_none_beside_it() -> None:
    page = form(('Kepala', 160, 105))
    cell = cell_of(line(page, 'Kepala'))
    assert cell is not None and next_cell(page, cell) is None


def test_the_rows_below_a_cell_end_with_the_table_and_count_where_something_stands() -> None:
    page = form(('Kepala', 160, 105), ('Nama', 60, 206))
    head = cell_of(line(page, 'Kepala'))
    assert head is not None
    assert [(cell[1], cell[3]) for cell in cells_below(page, head)] == [(200.25, 220.25)]
    assert rows_below(page, head) == 1
    assert rows_below(form(('Kepala', 160, 105)), head) == 0
    assert rows_below(form(('Kepala', 160, 105), ('1', 60, 206)), head) == 0

"""Tables as spreadsheets export them."""

from __future__ import annotations

import pytest

from checker.errors import UsageError
from checker.tables import read_rows

COLUMNS = {'body': ('badan', 'nama opd'), 'file': ('berkas',)}
PLAIN = 'Nama OPD;Catatan;Berkas\r\n"Dinas ""A"", Kota";x;a.pdf\r\n\r\nDinas É;;b.pdf\r\n'


@pytest.mark.parametrize('data', [
    PLAIN.encode('utf-8'), PLAIN.encode('utf-8-sig'), PLAIN.encode('cp1252'), PLAIN.encode('utf-16'),
    ('sep=;\r\n' + PLAIN).encode(), PLAIN.replace('\r\n', '\n').encode(), PLAIN.replace('\r\n', '\r').encode(),
    PLAIN.replace(';', '\t').encode(), PLAIN.replace(';', ',').encode(),
], ids=['utf-8', 'bom', 'cp1252', 'utf-16', 'sep', 'lf', 'cr', 'tab', 'comma'])
def test_the_same_rows_whatever_the_export(data: bytes) -> None:
    rows = read_rows(data, COLUMNS, ('body',), 'm.csv')
    assert [tuple(row.cells.values()) for row in rows] == [('Dinas "A", Kota', 'a.pdf'), ('Dinas É', 'b.pdf')]


def test_rows_keep_their_line_and_say_when_cells_are_left_over() -> None:
    first, second = read_rows(b'sep=,\nbadan,berkas\nDinas A,b.pdf\n\nDinas B,c, d.pdf\n', COLUMNS, ('body',), 'm.csv')
    assert (first.line, first.extra) == (3, False)
    assert (second.line, second.extra) == (5, True)


def test_a_missing_column_is_named_with_what_the_header_should_hold() -> None:
    with pytest.raises(UsageError, match=r'm\.csv: kolom "body" tidak ada.*body, file'):
        read_rows(b'dinas,berkas\nA,b\n', COLUMNS, ('body',), 'm.csv')
    with pytest.raises(UsageError, match='kolom "body"'):
        read_rows(b'', COLUMNS, ('body',), 'm.csv')


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(UsageError, match='bukan tabel CSV'):
        read_rows(b'badan\n"' + b'x' * 200_000, COLUMNS, ('body',), 'm.csv')

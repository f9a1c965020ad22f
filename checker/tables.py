"""Reads CSV tables as spreadsheets export them: any of `;` `,` tab, BOM or cp1252, any line end, header in any order.

Never converts a cell; cells come back as trimmed text. Rows keep their line number for messages.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import UsageError
from checker.messages import _

_DELIMITERS = ';,\t'
_BOMS = ((b'\xef\xbb\xbf', 'utf-8'), (b'\xff\xfe', 'utf-16-le'), (b'\xfe\xff', 'utf-16-be'))
SIZE_LIMIT = 20_000_000
"""Bytes. 800 bodies x 105 questions with long paths are under 10 MB; beyond it is no manifest."""


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    """Line in the file, counted from 1, on which the row ends."""
    cells: Mapping[str, str]
    """By column id; a column that the table doesn't have is ''."""
    extra: bool
    """Whether there are more cells than the header has: an unquoted separator inside a cell."""


def read_file(path: Path, columns: Mapping[str, tuple[str, ...]], required: tuple[str, ...]) -> list[Row]:
    """The rows of a CSV file. `columns`: id -> other spellings of its header. Raises `UsageError`."""
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UsageError(_("{path}: terlalu besar untuk sebuah tabel.").format(path=path))
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(_("{path}: tidak dapat dibuka ({cause}).").format(path=path, cause=error.strerror)) from error
    return read_rows(data, columns, required, str(path))


def read_rows(data: bytes, columns: Mapping[str, tuple[str, ...]], required: tuple[str, ...], where: str) -> list[Row]:
    """The rows of a CSV text; empty lines are left out. Raises `UsageError` when a required column is missing."""
    text = _decoded(data)
    first, newline, rest = text.partition('\n')
    text = rest if newline and first.strip().lower().startswith('sep=') else text  # a line that Excel writes
    delimiter = max(_DELIMITERS, key=lambda d: len(_header(text, d, columns)))
    header = _header(text, delimiter, columns)
    missing = [column for column in required if column not in header.values()]
    if missing:
        says = _("{where}: kolom \"{column}\" tidak ada. Baris pertama harus berisi nama kolom: {all}.")
        raise UsageError(says.format(where=where, column=missing[0], all=', '.join(columns)))
    try:
        return list(_rows(text, delimiter, header, columns, int(text is rest)))
    except csv.Error as error:
        raise UsageError(_("{where}: bukan tabel CSV ({cause}).").format(where=where, cause=error)) from error


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom):].decode(encoding, 'replace')
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError:
        return data.decode('cp1252', 'replace')  # what Excel writes as "CSV" on Windows in Indonesia


def _name(cell: str) -> str:
    return ' '.join(cell.replace('_', ' ').split()).casefold()


def _header(text: str, delimiter: str, columns: Mapping[str, tuple[str, ...]]) -> dict[int, str]:
    """Position -> column id, of the columns that are known; the first of two equal ones counts."""
    ids = {_name(spelling): id for id, spellings in columns.items() for spelling in (id, *spellings)}
    cells: list[str] = next(_reader(text, delimiter), [])
    known: dict[int, str] = {}
    for position, cell in enumerate(cells):
        id = ids.get(_name(cell))
        if id is not None and id not in known.values():
            known[position] = id
    return known


def _reader(text: str, delimiter: str) -> Any:  # the type of csv's reader has no public name
    return csv.reader(io.StringIO(text, newline=''), delimiter=delimiter)


def _rows(text: str, delimiter: str, header: Mapping[int, str], columns: Mapping[str, tuple[str, ...]],
          skipped: int) -> list[Row]:
    reader = _reader(text, delimiter)
    width = len(next(reader, []))
    rows = []
    for cells in reader:
        if any(cell.strip() for cell in cells):
            filled = {id: cells[position].strip() for position, id in header.items() if position < len(cells)}
            extra = any(cell.strip() for cell in cells[width:])
            rows.append(Row(reader.line_num + skipped, {id: filled.get(id, '') for id in columns}, extra))
    return rows

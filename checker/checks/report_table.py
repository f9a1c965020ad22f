"""Reports laid out as one table: the chapters' headings under each other in one column, what is told of them beside.

Only where several chapters of the kind stand so; a table of figures has numbers beside its names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from checker.cells import cell_of, lines_in
from checker.model import Line
from checker.reports import is_heading_text, is_title_case
from checker.rulebook import Kind
from checker.search import line_of
from checker.view import PageView

CHAPTERS = 3
"""Chapters in one column that make a report's table."""
TOLD = 5
"""Words beside a heading that tell of it; figures, 'ada' and 'hal. 3' are fewer."""
SAME_EDGE = 4.0
"""Points between the left edges of two headings of one column."""
HEADING_ROWS = 5
"""Rows over which a heading wraps in its cell."""
_NUMBER = re.compile(r'^\W*(?:\d{1,2}|[IVX]{1,5}|[A-Za-z])[.)]?\W*$')
_WORD = re.compile(r'[^\W\d_]{2,}')


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in a cell and the words of the cell beside it."""

    heading: tuple[Line, ...]
    words: int

    @property
    def text(self) -> str:
        return ' '.join(line.text.strip() for line in self.heading)


def entries(view: PageView, kind: Kind) -> dict[int, Entry]:
    """The entries of a page's report table, by the index of every line of their headings; found once a page."""
    if ('report-table', kind.hash) not in view.memory:
        view.memory['report-table', kind.hash] = _entries(view, kind)
    found = view.memory['report-table', kind.hash]
    return found if isinstance(found, dict) else {}


def _entries(view: PageView, kind: Kind) -> dict[int, Entry]:
    columns: dict[int, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for requirement in (r for r in kind.requirements if r.check == 'chapter'):
        for hit in (h for word in requirement.words for h in view.find(word) if h.sure):
            line = line_of(view.page, hit.start)
            entry = _entry(view, line)
            if entry is not None:
                columns[_column(view, line)][requirement.id].append(entry)
    found: dict[int, Entry] = {}
    for column in columns.values():
        telling = sum(any(entry.words >= TOLD for entry in own) for own in column.values())
        if len(column) >= CHAPTERS and 2 * telling >= len(column):
            found.update({line.index: e for own in column.values() for e in own for line in e.heading})
    return found


def _column(view: PageView, line: Line) -> int:
    """The column of a cell: its place in the row, or its left edge."""
    box = line.box
    return view.rows[line.row].index(line) if box is None else round(box[0] / SAME_EDGE)


def _entry(view: PageView, line: Line) -> Entry | None:
    """The heading that a line belongs to, with a cell beside it; None where the line is no heading in a table."""
    heading, beside = _in_flow(view, line) if line.box is None else _laid_out(view, line)
    text = ' '.join(each.text.strip() for each in heading)
    if not heading or not is_heading_text(text) or not is_title_case(text):
        return None
    return Entry(heading, sum(len(_WORD.findall(each.text)) for each in beside)) if beside else None


def _in_flow(view: PageView, line: Line) -> tuple[tuple[Line, ...], list[Line]]:
    row = view.rows[line.row]
    at = next((i for i, each in enumerate(row) if each.index == line.index), 0)
    in_table = (line.at or '').startswith('tabel') and all(_NUMBER.match(each.text) for each in row[:at])
    return ((line,), row[at + 1 : at + 2]) if in_table else ((), [])


def _laid_out(view: PageView, line: Line) -> tuple[tuple[Line, ...], list[Line]]:
    """By the ruled cell; without rules, from a row with its number to the next one."""
    cell, own = cell_of(line), line.box
    if own is None:
        return (), []
    if cell is not None:
        heading = lines_in(view.page, cell)
        around = [o for o in view.page if (b := o.box) and cell[1] <= (b[1] + b[3]) / 2 <= cell[3]]
        right = cell[2] - 1
    else:
        around = _numbered_rows(view, line)
        heading = [o for o in around if (b := o.box) and abs(b[0] - own[0]) <= SAME_EDGE]
        right = max((b[2] for o in heading if (b := o.box)), default=own[2])
    left = [o for o in around if (b := o.box) and b[2] <= own[0]]
    if any(not _NUMBER.match(o.text) for o in left):
        return (), []
    return tuple(heading), [o for o in around if (b := o.box) and b[0] >= right]


def _numbered_rows(view: PageView, line: Line) -> list[Line]:
    order = view.row_order
    at = order.index(line.row)
    first = next(
        (i for i in range(at, max(-1, at - HEADING_ROWS), -1) if _NUMBER.match(view.rows[order[i]][0].text)), None
    )
    if first is None:
        return []
    edges = [b[0] for each in view.rows[order[first]] if (b := each.box)]
    found = list(view.rows[order[first]])
    for row in order[first + 1 : first + HEADING_ROWS]:
        lines = view.rows[row]
        aligned = all(any(abs(b[0] - x) <= SAME_EDGE for x in edges) for each in lines if (b := each.box))
        if _NUMBER.match(lines[0].text) or not aligned:
            break  # the next entry, or what stands under the table
        found += lines
    return found

"""The filled rows under a table's head, and whether there are any.

Never judges what a row says; an empty template, sample words and numbers alone are no rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.cells import cell_of
from checker.checks.content import closes
from checker.checks.field import Value, inked
from checker.checks.outcome import Outcome, absent, met, unsure
from checker.checks.table import Band, band_of, column_span
from checker.model import Line, Mark, Place
from checker.rulebook import Requirement
from checker.search import Hit, line_of, place
from checker.text import is_placeholder, squashed_phrase
from checker.view import PageView, PartView, opens_line, row_of

_NUMBER = re.compile(r'^\W*(?!(?:19|20)\d\d\b)\d{1,4}[.)]?\s*$')
"""A row's number; a year stands alone where a date wraps."""
_NUMBERED = re.compile(r'^\W*\d{1,4}[.)]?\s+\S')
_COLUMN = re.compile(r'kolom (\d+)')
NOTHING_TAIL = 40
"""Letters that a line may hold beside 'NIHIL': 'Tidak ada permohonan informasi selama Januari 2025'."""
LEAST_COLUMNS = 4
"""Columns of the head with something under them, and cells, that make an unnumbered line a row whatever it says."""
INK_HEIGHT = 7.0
"""Points: lower ink under a table's head is a dotted line or speckle, no handwriting."""


@dataclass(frozen=True, slots=True)
class Row:
    """A filled row of a table."""

    first: Line
    """Its first cell with words."""
    cells: tuple[Line, ...]
    """The lines with words in it, from left to right."""
    number: int
    """2: a number in a cell of its own; 1: a number before the words of its first cell; 0: none."""
    top: float
    bottom: float
    """Points from the page's top; 0 where the format has no layout."""

    @property
    def inked(self) -> bool:
        """What was read of it is a guess: all of its words are crossed by ink that is no word."""
        return all(inked(Value(c.text, c.page, c.start, c.end)) for c in self.cells)


def check(part: PartView, requirement: Requirement) -> Outcome:
    """Filled rows under the table's head, or words that say there is nothing to list; `value` counts the rows."""
    band = band_of(part)
    rows = filled_rows(part, requirement)
    if band is not None and len(rows) >= requirement.minimum:
        first = rows[0].first
        spot = place(first.page, first.start, first.end)
        if all(row.inked for row in rows) or by_hand(part, requirement, rows):
            return unsure('tulisan-tangan', spot, value=len(rows))
        return met(spot, value=len(rows))
    nothing = _nothing(part, requirement, band)
    if nothing:
        return met(nothing.place, nothing.score, 0)
    if band is None:
        return absent(part, requirement)
    written = _ink_below(part, band)
    if written:
        return unsure('tulisan-tangan', written)
    outcome = absent(part, requirement, reason='isi-kosong')
    header = next(iter(band.hits.values()))
    return Outcome(outcome.status, outcome.reason, header.place, value=0) if outcome.status == 'missing' else outcome


def by_hand(part: PartView, requirement: Requirement, rows: list[Row]) -> bool:
    """Ink in a key column of a scan, in as many places as half of the rows that were read: a list filled by hand, of
    which little can be read."""
    band = band_of(part)
    if band is None or band.page.source != 'ocr':
        return False
    low = max((b[3] for hit in band.hits.values() if (b := hit.place.box)), default=0.0)
    spans = [column_span(part.view(band.page), band, h) for id, h in band.hits.items() if id in requirement.key_columns]
    inked = [
        m
        for m in band.page.marks
        if m.kind == 'ink' and m.box[1] > low and m.box[3] - m.box[1] >= INK_HEIGHT
        if any(left < (m.box[0] + m.box[2]) / 2 < right for left, right in spans)
    ]
    return len(inked) > 0 and 2 * len(inked) >= len(rows)


def filled_rows(part: PartView, requirement: Requirement) -> list[Row]:
    """The filled rows of the part's table: those numbered in a column of its own where there are any, else those
    numbered at all. A scan loses numbers: there every row with a key column filled counts."""
    band = band_of(part)
    if band is None:
        return []
    spoilt = tuple(word.lower() for word in requirement.not_words)
    rows: list[Row] = []
    for view in part.views:
        if view.page.n >= band.page.n:
            listed = _before_signers(part, list(_page_rows(view, band, spoilt)))
            found = [row for row in listed if _counts(part, requirement, band, row)]
            rows.extend(_apart(found) if requirement.key_columns else found)
    best = max((row.number for row in rows), default=0)
    every = requirement.key_columns and band.page.source == 'ocr'
    return rows if every else [row for row in rows if row.number == best]


def _before_signers(part: PartView, rows: list[Row]) -> list[Row]:
    """The rows of a page without those of its signers, who stand under the table: from the first unnumbered row that
    acknowledges, dates or signs, where no numbered row comes after it."""
    end = len(rows)
    while end and not rows[end - 1].number:
        end -= 1
    closing = next((i for i in range(end, len(rows)) if any(closes(part, cell) for cell in rows[i].cells)), len(rows))
    return rows[:closing]


def _counts(part: PartView, requirement: Requirement, band: Band, row: Row) -> bool:
    """A key column is filled, where the rule names some; without a number also another column, or three cells."""
    head = part.view(band.page)
    under = {id for id, hit in band.hits.items() if any(in_column(head, band, cell, hit) for cell in row.cells)}
    keyed = not band.hits.keys() & set(requirement.key_columns) or bool(under & set(requirement.key_columns))
    if row.number or not keyed:
        return keyed
    said = [line for line in row.cells if not _is_of_head(line, band)]
    spread = len(under) >= LEAST_COLUMNS and 2 * len(under) > len(band.hits) and len(said) >= LEAST_COLUMNS
    long = len(said) >= 3 and (spread or any(len(line.text.split()) >= 3 for line in said))
    several = len(row.cells) >= 2 or band.page.source == 'ocr'  # a scan runs cells together
    return len(under) >= 2 and several if requirement.key_columns else long


def _is_of_head(line: Line, band: Band) -> bool:
    """A line of the head, repeated on the next page or under a merged cell."""
    words = squashed_phrase(line.text, True)
    return any(words in squashed_phrase(hit.text, True) for hit in band.hits.values())


def _apart(rows: list[Row]) -> list[Row]:
    """One of the rows that lie at one height: a wrapped cell, or a number beside the middle of its row."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda r: -r.number):
        middle = (row.top + row.bottom) / 2
        if row.bottom == 0 or not any(k.top <= middle <= k.bottom or row.top <= (k.top + k.bottom) / 2 <= row.bottom
                                      for k in kept if k.first.page is row.first.page):  # fmt: skip
            kept.append(row)
    return sorted(kept, key=lambda r: (r.first.page.n, r.top, r.first.index))


def _page_rows(view: PageView, band: Band, spoilt: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a page that hold words."""
    for row in view.row_order:
        if view.page is band.page and row <= band.last_row:
            continue
        cells = [line for line in view.rows[row] if any(c.isalnum() for c in line.text)]
        if not cells:
            continue
        bare, opens = bool(_NUMBER.match(cells[0].text)), bool(_NUMBERED.match(cells[0].text))
        top, bottom = _height(view, cells[0])
        if bare:
            cells = [cells[0], *_beside(view, cells[0], row, top, bottom)]
        worded = tuple(line for line in cells if _says(line.text, spoilt))
        number = (2 if bare else int(opens)) if len(cells) >= 2 and _leftmost(cells[0], band) else 0
        if worded:
            yield Row(worded[0], worded, number, top, bottom)


def _height(view: PageView, first: Line) -> tuple[float, float]:
    """Top and bottom of a row: its ruled cell, else from its first line to the next line in that column."""
    box, cell = first.box, cell_of(first)
    if cell is not None:
        return cell[1], cell[3]
    if box is None:
        return 0.0, 0.0
    em = box[3] - box[1]
    under = [b[1] for other in view.column_under(first) if (b := other.box) and b[1] > box[3]]
    return box[1] - 0.5 * em, min([*under, box[3] + 2.5 * em])


def _beside(view: PageView, number: Line, row: int, top: float, bottom: float) -> list[Line]:
    """The other cells of a numbered row; in ruled cells also those whose lines stand higher or lower."""
    if cell_of(number) is None:
        return [line for line in view.rows[row] if line.index != number.index]
    left = number.box[2] if number.box else 0.0
    found = [
        (box[0], box[1], line)
        for line in view.page
        if (box := line.box) and box[0] >= left and top <= (box[1] + box[3]) / 2 <= bottom
    ]
    return [line for _, _, line in sorted(found, key=lambda item: item[:2])]


def _leftmost(number: Line, band: Band) -> bool:
    """The number stands left of the columns that are known: those of the signature column are nobody's row."""
    box = number.box
    lefts = [b[0] for hit in band.hits.values() if (b := hit.place.box)]
    return box is None or not lefts or box[0] < min(lefts) + (box[3] - box[1])


def _says(text: str, spoilt: tuple[str, ...]) -> bool:
    """Words that somebody filled in: no dots, no sample."""
    plain = text.lower().strip(' ().:*')
    return any(c.isalpha() for c in text) and not is_placeholder(text) and not plain.startswith(spoilt or ('\0',))


def in_column(view: PageView, band: Band, cell: Line, hit: Hit) -> bool:
    """A cell stands under a name of the head, or unruled reaches from left to right of it, as cells do under a centred
    name, or run together with a number before them; `view`: the head's page."""
    box = cell.box
    if box is None:
        own, column = _COLUMN.search(cell.at or ''), _COLUMN.search(line_of(hit.page, hit.start).at or '')
        return own is not None and column is not None and own.group(1) == column.group(1)
    left, right = column_span(view, band, hit)
    if left - 2 <= box[0] + 1 <= right:
        return True
    name = hit.place.box
    return name is not None and cell_of(cell) is None and box[0] <= name[0] and box[2] >= name[2]


def _nothing(part: PartView, requirement: Requirement, band: Band | None) -> Hit | None:
    """'NIHIL' on a line or in a cell of its own under the head."""
    for hit in (h for word in requirement.words for h in part.find(word)):
        line = line_of(hit.page, hit.start)
        above = band is not None and (hit.page.n, row_of(hit)) <= (band.page.n, band.last_row)
        short = len(line.text) <= len(hit.phrase) + NOTHING_TAIL
        if hit.sure and not above and short and opens_line(hit) and not _spoils(line.text, requirement.not_words):
            return hit
    return None


def _spoils(text: str, words: tuple[str, ...]) -> bool:
    return any(re.search(rf'\b{re.escape(word.lower())}\b', text.lower()) for word in words)


def _ink_below(part: PartView, band: Band) -> Place | None:
    """Ink on a scan in the table's width under its head, above any signer's block: rows written by hand."""
    boxes = [b for hit in band.hits.values() if (b := hit.place.box)]
    if band.page.source != 'ocr' or not boxes:
        return None
    left, right, low = min(b[0] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    end = low + 0.6 * (band.page.height - low)

    def written(mark: Mark) -> bool:
        x0, y0, x1, y1 = mark.box
        return mark.kind == 'ink' and x1 > left and x0 < right and low < (y0 + y1) / 2 < end and y1 - y0 >= INK_HEIGHT

    first = next((m for m in sorted(band.page.marks, key=lambda m: m.box[1]) if written(m)), None)
    return Place(band.page.n, first.box, None, '') if first else None

"""The signature column of an attendance list: how many of those listed have something in their cell.

Ink in the cells of a scan is looked at; a list is signed where half of the cells surely are and none is empty. Printed
numbers and dots are nothing.
"""

from __future__ import annotations

import re

from checker.cells import cell_of, rows_below
from checker.checks import wet
from checker.checks.outcome import Outcome, absent
from checker.checks.rows import Row, by_hand, filled_rows, in_column
from checker.checks.table import Band, band_of, column_span
from checker.model import Box, Line, Mark, Place, Reason, SignatureForm, Status
from checker.rulebook import Requirement
from checker.search import Hit, line_of
from checker.view import PageView, PartView

SIGNED_HEIGHT = 6.0
"""Points: lower ink in a cell is a dotted line or the remains of a number."""
SURE = 0.5
"""Share of the cells that are surely signed from which a list is, where every cell has something in it: small signs
are hard to tell, but nobody fills all cells of a list with half of them signed by anything else."""
_SIGNS = ('ink', 'picture', 'drawing', 'widget', 'qr')


def check(part: PartView, requirement: Requirement) -> Outcome:
    """`value` counts those with something in their cell and those listed; an empty column is `missing`."""
    band = band_of(part)
    column = next((hit for id, hit in band.hits.items() if id in requirement.key_columns), None) if band else None
    if band is None or column is None:
        return absent(part, requirement, reason='tanpa-blok')
    listing = next((r for r in part.rulebook.kinds[part.kind].requirements if r.check == 'rows'), requirement)
    rows = filled_rows(part, listing)
    signs = [_sign(part, band, column, row) for row in rows]
    signed = [sign for sign in signs if sign]
    if not rows or by_hand(part, listing, rows):
        return _without_rows(part, requirement, band, column)
    value = {'signed': len(signed), 'listed': len(rows)}
    looked = [_looked_at(part, band, column, row) for row in rows]
    sure = sum(seen == 'met' and sign is not None and sign[0].kind == 'ink'
               for seen, sign in zip(looked, signs, strict=True))  # fmt: skip
    head = cell_of(line_of(column.page, column.start))
    own = sum(row.first.page is band.page for row in rows)
    unread = head is not None and rows_below(band.page, head) > own
    if sure >= SURE * len(rows) and len(signed) == len(rows) and not unread:
        places = tuple(spot for _, spot in signed)
        return Outcome('met', None, places[0], value=value, form='wet', places=places)
    if signed:
        reason: Reason = 'tinta-meragukan' if len(signed) == len(rows) else 'sebagian-bertanda-tangan'
        form: SignatureForm = 'picture' if all(m.kind == 'picture' for m, _ in signed) else 'undecided'
        places = tuple(spot for _, spot in signed)
        return Outcome('unsure', reason, places[0], value=value, form=form, places=places)
    outcome = absent(part, requirement, reason='blok-kosong')
    if outcome.status != 'missing':
        return outcome
    typed = [cell for row in rows for cell in row.cells if _is_typed(part, band, column, cell)]
    if typed:
        return Outcome('missing', 'hanya-ttd-ketik', column.place, value=value, form='typed')
    return Outcome('missing', 'blok-kosong', column.place, value=value, form='none')


def _without_rows(part: PartView, requirement: Requirement, band: Band, column: Hit) -> Outcome:
    """The rows can't be told apart: ink under the column's name may be signatures."""
    left, right, low = *column_span(part.view(band.page), band, column), (column.place.box or (0, 0, 0, 0))[3]
    marks = [m for m in band.page.marks if band.page.source == 'ocr' and _inside(m, (left, low, right, 1e6))]
    if marks:
        spot = Place(band.page.n, marks[0].box, None, '')
        return Outcome('unsure', 'tinta-meragukan', spot, form='undecided')
    outcome = absent(part, requirement, reason='blok-kosong')
    if outcome.status != 'missing':
        return outcome
    return Outcome('missing', 'blok-kosong', column.place, value={'signed': 0, 'listed': 0}, form='none')


def _sign(part: PartView, band: Band, column: Hit, row: Row) -> tuple[Mark, Place] | None:
    """What stands in a row's cell of the column besides words."""
    page = row.first.page
    if page.source == 'flow':
        return _flow_picture(part.view(page), column, row)
    left, right = column_span(part.view(band.page), band, column)
    mark = next((m for m in page.marks if _inside(m, (left, row.top, right, row.bottom))), None)
    return (mark, Place(page.n, mark.box, None, '')) if mark else None


def _looked_at(part: PartView, band: Band, column: Hit, row: Row) -> Status | None:
    """What a look at a row's cell of the column showed; None where there is no picture of paper, or none was taken."""
    if row.bottom <= row.top:
        return None
    left, right = column_span(part.view(band.page), band, column)
    return wet.in_cell(part, row.first.page, (left, row.top, min(right, row.first.page.width), row.bottom))


def _inside(mark: Mark, cell: Box) -> bool:
    """Most of a mark's width, and its middle or a good part of the cell's height, lie in the cell."""
    x0, y0, x1, y1 = mark.box
    if mark.kind not in _SIGNS or y1 - y0 < SIGNED_HEIGHT or x1 - x0 > 2.5 * (cell[2] - cell[0]):
        return False
    wide = min(x1, cell[2]) - max(x0, cell[0])
    high = min(y1, cell[3]) - max(y0, cell[1])
    return wide >= 0.5 * (x1 - x0) and (cell[1] <= (y0 + y1) / 2 < cell[3] or high >= 0.6 * (cell[3] - cell[1]))


def _flow_picture(view: PageView, column: Hit, row: Row) -> tuple[Mark, Place] | None:
    """A picture in the row's cell of a table without layout."""
    own = re.match(r'(tabel .*baris \d+), kolom', row.first.at or '')
    head = re.search(r'kolom \d+', line_of(column.page, column.start).at or '')
    if own is None or head is None:
        return None
    wanted = f'{own.group(1)}, {head.group()}'
    mark = next((m for m in view.page.marks if m.kind == 'picture' and m.text == wanted), None)
    return (mark, Place(None, None, wanted, '')) if mark else None


def _is_typed(part: PartView, band: Band, column: Hit, cell: Line) -> bool:
    typed = {re.sub(r'[^a-z]', '', word) for word in part.rulebook.signers.typed}
    return re.sub(r'[^a-z]', '', cell.text.lower()) in typed and in_column(part.view(band.page), band, cell, column)

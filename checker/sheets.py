"""Sheets of a workbook: which of them go on with the list before them, which are something else, and what their places
are called.

Pure; looks only at pages. Pages of other formats belong to no sheet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from checker.checks.outcome import Outcome
from checker.model import Box, Page, Place
from checker.text import find_nip, find_years
from checker.view import PageView

CELLS = 4
"""Cells of a list's row; instructions and lists of choices are seldom so wide, and not numbered."""
TITLE_ROWS = 8
SIGNING_LINES = 20
"""Lines of a sheet that bears a signer's block and nothing else."""
_PLACE = re.compile(r'(?P<sheet>.+)![A-Z]{1,3}\d{1,7}(?:, .*)?')
_NUMBER = re.compile(r'\W*\d{1,4}[.)]?\W*')


def sheet_of(page: Page) -> str:
    """The name of the sheet on which a page lies; '' where there is none."""
    for at in page.at:
        if match := _PLACE.fullmatch(at):
            return match['sheet']
    return ''


def goes_on(view: PageView) -> bool:
    """A sheet without a head of its own that holds numbered rows of a list, or a signer's block alone."""
    wide = [lines for row in view.row_order if len(lines := view.rows[row]) >= CELLS]
    numbered = [lines for lines in wide if _NUMBER.fullmatch(lines[0].text)]
    if numbered and 2 * len(numbered) >= len(wide):
        return True
    return len(view.page.lines) <= SIGNING_LINES and any(find_nip(line.text) for line in view.page)


def title_years(view: PageView) -> frozenset[int]:
    """The years in the lines that stand alone at the top of a page."""
    top = (view.rows[row][0] for row in view.row_order[:TITLE_ROWS] if len(view.rows[row]) == 1)
    return frozenset(year for line in top for year in find_years(line.text))


def of_another_year(one: frozenset[int], other: frozenset[int]) -> bool:
    """Both name years, and none in common: last year's list beside this year's."""
    return bool(one and other) and not one & other


def in_cells(outcome: Outcome, pages: Mapping[int, Page]) -> Outcome:
    """The outcome with places on pages without layout named by their cells: boxes there only say how cells lie."""
    if not any(page.source == 'flow' and len(page.boxes) for page in pages.values()):
        return outcome
    candidate = outcome.candidate
    return replace(
        outcome,
        place=_in_cell(outcome.place, pages),
        places=tuple(place for each in outcome.places if (place := _in_cell(each, pages))),
        candidate=candidate and replace(candidate, place=_in_cell(candidate.place, pages) or candidate.place),
    )


def _in_cell(place: Place | None, pages: Mapping[int, Page]) -> Place | None:
    page = pages.get(place.page) if place is not None and place.page is not None else None
    if place is None or page is None or page.source != 'flow':
        return place
    return Place(None, None, place.at or _cell_at(page, place.box), place.text)


def _cell_at(page: Page, box: Box | None) -> str | None:
    """The cell of a picture with this box, or of the first line that begins in it."""
    marked = next((mark.text for mark in page.marks if box and _same(mark.box, box)), None)
    if marked or box is None:
        return marked
    inside = (line for line in page if (own := line.box) and _begins_in(own, box))
    return next((line.at for line in inside), page.at[0] if page.at else None)


def _same(one: Box, other: Box) -> bool:
    return all(abs(a - b) < 0.1 for a, b in zip(one, other, strict=True))


def _begins_in(line: Box, box: Box) -> bool:
    return box[0] - 1 <= line[0] <= box[2] and box[1] <= (line[1] + line[3]) / 2 <= box[3]

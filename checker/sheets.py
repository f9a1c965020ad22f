"""Sheets of a workbook: which of them go on with the list before them, and which are something else.

Pure; looks only at pages. Pages of other formats belong to no sheet.
"""

from __future__ import annotations

import re

from checker.model import Page
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

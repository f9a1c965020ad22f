"""Whether a decree agrees with itself: the years of its number, subject and date, and the order of its dicta.

Advice only, and silent in doubt: what isn't there, or was read badly, disagrees with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.checks.date import own_date
from checker.checks.field import check as check_field
from checker.checks.outcome import Outcome, met, unsure
from checker.checks.own_title import head_of
from checker.model import Line, Place
from checker.rulebook import Requirement
from checker.search import Hit, line_of, longest, place
from checker.text import find_years, has_gap
from checker.view import PartView, before, opens_capital, position, rest, row_of

_NUMBER_YEAR = re.compile(r'(?<![\d.])20\d{2}(?![\d.])')
_OTHER_LAW = re.compile(r'(?:nomor|no\.?|/)\s*\S{1,40}\s*$|\d\s*tahun\s*$', re.IGNORECASE)
"""Words before a year in a subject that make it another law's: 'Keputusan Nomor 12 Tahun 2022'."""
FROM, TO = -1, 1
"""Years that the subject may lie after the date: lists for the past year are set in January, teams for the next one in
December."""
CATCHWORD = re.compile(r'^\W*(?:[.…]{2,}|/)')


def check_years(part: PartView, requirement: Requirement) -> Outcome:
    """The number's year is the date's, and the subject's is near it; `not_applicable` where there are no two to
    compare."""
    date = own_date(part)
    if date is None or (date[1].page is not None and _badly_read(part, date[1].page)):
        return Outcome('not_applicable')
    year, spot = int(date[0][:4]), date[1]
    found = [(seen, at, 0, 0) for seen, at in _number_years(part)]
    found += [(seen, at, FROM, TO) for seen, at in _subject_years(part)]
    for seen, at, low, high in found:
        if not low <= seen - year <= high:
            return unsure('tidak-cocok', at, value=seen)
    return met(spot, value=year) if found else Outcome('not_applicable')


def _badly_read(part: PartView, n: int) -> bool:
    """A digit of a year may be another one: only whole text and clean scans are compared."""
    return any(page.n == n and page.grade != 'good' for page in part.pages)


def _number_years(part: PartView) -> list[tuple[int, Place]]:
    """The one year that the decree's number bears; numbers with two of them tell nothing."""
    requirement = next((r for r in part.rulebook.kinds[part.kind].requirements if r.id == 'nomor'), None)
    outcome = check_field(part, requirement) if requirement else None
    if outcome is None or outcome.status != 'met' or outcome.place is None or not isinstance(outcome.value, str):
        return []
    if outcome.place.page is not None and _badly_read(part, outcome.place.page):
        return []
    years = {int(year) for year in _NUMBER_YEAR.findall(outcome.value)}
    return [(year, outcome.place) for year in years] if len(years) == 1 else []


def _subject_years(part: PartView) -> list[tuple[int, Place]]:
    """The one year that the subject bears on its own; 2021-2026 is a span, and another decree's year is no claim."""
    head = head_of(part)
    lines = head.subject if head else ()
    if not lines or _badly_read(part, lines[0].page.n):
        return []
    text = ' '.join(line.text for line in lines)
    years = find_years(text)
    if len(years) != 1 or _OTHER_LAW.search(re.split(rf'(?:tahun\s*(?:anggaran)?\s*)?{years[0]}', text, flags=re.I)[0]):
        return []
    line = next((line for line in lines if str(years[0]) in line.text), lines[0])
    return [(years[0], place(line.page, line.start, line.end))]


def check_order(part: PartView, requirement: Requirement) -> Outcome:
    """The headings of `groups`, each a number's wordings in order, come one after the other: none twice, none left out.

    On a scan one left out may only be unread, so there only an order that goes back counts.
    """
    headings = list(_headings(part, requirement))
    if len(headings) < 2:
        return Outcome('not_applicable')
    for (n, hit), (m, following) in pairwise(headings):
        if m <= n or (m > n + 1 and not (part.view(hit.page).ocr or part.view(following.page).ocr)):
            return unsure('tidak-cocok', following.place, following.score, following.text)
    return met(headings[0][1].place, value=len(headings))


def _headings(part: PartView, requirement: Requirement) -> Iterator[tuple[int, Hit]]:
    """Number and place of each heading in reading order; a catchword at a page's end is not the heading itself."""
    numbers = {word: n for n, words in enumerate((requirement.groups or {}).values(), 1) for word in words}
    hits = longest(h for word in numbers for h in part.find(word, requirement.scope) if h.score == 100)
    found = sorted((h for h in hits if _opens_dictum(part, h)), key=lambda h: (position(h), h.start))
    for i, hit in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        again = following is not None and numbers[following.phrase] == numbers[hit.phrase]
        if not (following and again and following.page is not hit.page and _ends_page(part, hit)):
            yield numbers[hit.phrase], hit


def _opens_dictum(part: PartView, hit: Hit) -> bool:
    """The heading stands at the start of its line and what it orders follows: a colon, a cell beside, or a capital."""
    opening = re.sub(r'^\W*(?:diktum)?\W*', '', before(hit), flags=re.IGNORECASE)
    after = rest(hit)
    if opening or not opens_capital(hit) or part.bounds.closing <= position(hit):
        return False
    line = line_of(hit.page, hit.start)
    beside = part.view(hit.page).right_of(line)
    if not after.strip(' .'):
        return bool(beside) or hit.text.isupper()
    return after.lstrip()[:1] in (':', ';') or (hit.text.isupper() and after.lstrip()[:1].isupper())


def _ends_page(part: PartView, hit: Hit) -> bool:
    """'KETIGA ...' alone in the last rows: the next page begins with it."""
    rows = part.view(hit.page).row_order
    return row_of(hit) in rows[-2:] and (has_gap(rest(hit)) or bool(CATCHWORD.match(rest(hit))) or _lines_left(hit) < 2)


def _lines_left(hit: Hit) -> int:
    row = row_of(hit)
    after: list[Line] = [line for line in hit.page if line.row > row and any(c.isalpha() for c in line.text)]
    return len(after)

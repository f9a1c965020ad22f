"""Where a finding stands and what was read there, in words for people; and where to look for what has no place.

Pure; decides nothing about findings.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.messages import _
from checker.model import Finding, Part, Place, Report
from web import wording
from web.board import Board


def value(finding: Finding, check: str, board: Board) -> str | None:
    """What was read, unless the words found already say it; a law by its name, never by its id."""
    if check in ('legal-basis', 'current-law'):
        return board.law_name(finding.value) if isinstance(finding.value, str) else None
    words, place = wording.value(finding.value, check), finding.place
    said = words is not None and place is not None and _plain(words) in _plain(place.text)
    return None if said else words


def _plain(text: str) -> str:
    return ' '.join(text.split()).casefold()


def inside(place: Place, whole: Place | None) -> bool:
    """Whether a place and its words are but a piece of another, whose box and words show it already."""
    if whole is None or place == whole:
        return whole is not None
    if place.box is None or whole.box is None or place.page != whole.page:
        return False
    (x0, y0, x1, y1), (left, top, right, bottom) = place.box, whole.box
    slack = 1.0  # point: boxes of words and lines are rounded apart
    return (_plain(place.text) in _plain(whole.text) and left - slack <= x0 and x1 <= right + slack
            and top - slack <= y0 and y1 <= bottom + slack)


def searched(finding: Finding, part: Part, report: Report) -> str | None:
    """Where people may look for what has no place: the pages that were hard to read, or all of the part."""
    if finding.status not in ('missing', 'unsure'):
        return None
    own = [info for info in report.page_info if part.pages[0] <= info.n <= part.pages[1]]
    unread = [info.n for info in own if info.source == 'none']
    hard = [info.n for info in own if info.grade in ('poor', 'unreadable') and info.source != 'none']
    if finding.reason == 'belum-dibaca' and unread:
        return _("Belum dibaca: halaman {list}.").format(list=_listed(unread))
    if finding.reason == 'tidak-terbaca' and hard:
        return _("Sulit dibaca: halaman {list}.").format(list=_listed(hard))
    if any(info.source == 'flow' for info in own):
        return _("Dicari di seluruh naskah.")
    return _("Dicari di {pages}.").format(pages=wording.pages(*part.pages))


def _listed(pages: Sequence[int]) -> str:
    """1, 2, 3; of many the first, and how many more."""
    few = 8  # numbers that still read at a glance
    named = ', '.join(map(str, pages[:few]))
    return named if len(pages) <= few else _("{named} dan {n} lainnya").format(named=named, n=len(pages) - few)


def where(place: Place) -> str:
    if place.at is not None:
        return place.at
    return _("halaman {n}").format(n=place.page) if place.page is not None else _("berkas ini")

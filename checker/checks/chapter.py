"""Chapters of a report: a heading that holds the words, numbered or not, with content before the next of its rank.

Headings in tables of contents and in lists of what the report holds don't count; those in a table only where the whole
report is one (`report_table`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.checks.content import is_dated, says, takes_leave, unnumbered
from checker.checks.outcome import Outcome, Rejected, absent, met
from checker.checks.report_table import entries
from checker.checks.sentence import statements
from checker.checks.signer_words import opens_office
from checker.model import Document, Line, Place, Sha256
from checker.reports import WRAPPED, Row, line_at, rows_of
from checker.rulebook import Kind, Requirement, Rulebook
from checker.search import Hit, line_of, place
from checker.view import PageView, PartView, position, row_of

LOOK = 40
"""Rows after a heading in which its content begins: a subheading, a picture's caption and a page's end come between."""
DESCRIBED = 40
"""Words up to the next heading that make an outline's entry ('Bab ini berisi ...') rather than a chapter."""
_DESCRIBES = re.compile(
    r'^\W*(?:pada\s+)?(?:bab|bagian|subbab)?\s*(?:ini)?\s*(?:berisi|memuat|menguraikan|menjelaskan|menyajikan|membahas|'
    r'menggambarkan|meliputi|mencakup)\w*\b',
    re.IGNORECASE,
)


def check(part: PartView, requirement: Requirement) -> Outcome:
    """The first heading with content; with `groups`, else a sentence that says that there is nothing to tell."""
    rows = rows_of_part(part)
    at = {(row.view.page.n, row.row): i for i, row in enumerate(rows)}
    rejected: list[Rejected] = []
    empty: Hit | None = None
    low, high = part.range_of(requirement.scope)
    hits = [h for word in requirement.words for h in part.find(word, requirement.scope)]
    for hit in sorted(hits, key=lambda h: (not h.sure, position(h), h.start)):
        entry = entries(part.view(hit.page), part.rulebook.kinds[part.kind]).get(line_of(hit.page, hit.start).index)
        if entry is not None and hit.sure and low <= position(hit) < high:
            if _spoilt_in(part, requirement, entry.heading):
                rejected.append(Rejected(hit, 'kata-lain'))
            elif entry.words >= LEAST_WORDS:
                return met(place(hit.page, entry.heading[0].start, entry.heading[-1].end), hit.score, entry.text[:200])
            else:
                empty = empty or hit
            continue
        index = at.get((hit.page.n, row_of(hit)))
        start = _heading_of(rows, index) if index is not None else None
        if start is None or index is None or not low <= position(hit) < high:
            rejected.append(Rejected(hit, 'bukan-judul'))
            continue
        if _spoilt(part, requirement, rows[start : index + 1]):
            rejected.append(Rejected(hit, 'kata-lain'))
            continue
        if not hit.sure:
            rejected.append(Rejected(hit, 'kata-rusak'))
            continue
        content = content_of(rows, start, index, _others(part, requirement), part.rulebook)
        if content is None:
            rejected.append(Rejected(hit, 'bukan-judul'))
        elif not content:
            empty = empty or hit
        else:
            return met(_spot(rows[index], hit), hit.score, rows[index].body[:200])
    said = statements(part, requirement, []) if requirement.groups else []
    if said:
        first, last = said[0][0], said[0][-1]
        return met(place(first.page, first.start, last.end), min(h.score for h in said[0]))
    if empty:
        return Outcome('missing', 'label-kosong', empty.place, empty.score)
    return absent(part, requirement, rejected)


def told(views: Sequence[PageView], kind: Kind, rulebook: Rulebook) -> tuple[bool, ...]:
    """For each chapter that a kind asks for, in the rule's order, whether it stands on these pages with content."""
    document = Document(Sha256(''), 'pdf', tuple(view.page for view in views))
    part = PartView(document, views, rulebook, kind.id, 0)
    return tuple(check(part, r).status == 'met' for r in kind.requirements if r.check == 'chapter')


def rows_of_part(part: PartView) -> list[Row]:
    """The part's rows as a report's, found once."""
    if 'report-rows' not in part.memory:
        part.memory['report-rows'] = rows_of(part.views)
    rows = part.memory['report-rows']
    return rows if isinstance(rows, list) else []


def _spot(row: Row, hit: Hit) -> Place:
    line = line_at(row, hit)
    return place(row.view.page, line.start, line.end)


def _heading_of(rows: Sequence[Row], index: int) -> int | None:
    """The row at which the heading that holds this row begins; None where it is no heading."""
    if rows[index].style is None:
        return None
    start = index
    while start > 0 and index - start < WRAPPED and rows[index].style == 'plain' and _wraps(rows, start - 1):
        start -= 1
    return start


def _wraps(rows: Sequence[Row], index: int) -> bool:
    """The heading of a row goes on in the next: 'BAB IV' over its title, or capitals that break."""
    row, after = rows[index], rows[index + 1]
    if row.style is None or after.style != 'plain' or row.view is not after.view:
        return False
    if row.style == 'chapter' and not row.body:
        return True
    return row.title_case and row.text.isupper() == after.text.isupper() and len(row.text) >= BREAKS


BREAKS = 30
"""Letters of a heading's line that may break; a shorter one ends there."""


def _spoilt(part: PartView, requirement: Requirement, rows: Sequence[Row]) -> bool:
    own = {(row.view.page.n, row.row) for row in rows}
    return any(
        h.sure and (h.page.n, row_of(h)) in own
        for word in requirement.not_words
        for h in part.find(word, requirement.scope)
    )


def _spoilt_in(part: PartView, requirement: Requirement, lines: Sequence[Line]) -> bool:
    own = {(line.page.n, line.index) for line in lines}
    hits = (h for word in requirement.not_words for h in part.find(word, requirement.scope) if h.sure)
    return any((h.page.n, line_of(h.page, h.start).index) in own for h in hits)


def _others(part: PartView, requirement: Requirement) -> set[tuple[int, int]]:
    """Rows on which the words of the kind's other chapters stand: there another heading begins."""
    kind = part.rulebook.kinds[part.kind]
    own = {position(h) for w in requirement.words for h in part.find(w)}
    words = {w for r in kind.requirements if r.check == 'chapter' and r.id != requirement.id for w in r.words}
    return {position(h) for w in words for h in part.find(w)} - own


def content_of(
    rows: Sequence[Row], start: int, index: int, others: set[tuple[int, int]], rulebook: Rulebook
) -> bool | None:
    """Whether something stands under a heading before the next of its rank; None for an entry in a list of headings."""
    style = rows[start].style
    if _in_list(rows, start):
        return None
    after = index + 1
    last = min(len(rows), index + 1 + WRAPPED)
    while after < last and _wraps(rows, after - 1) and _place(rows[after]) not in others:
        after += 1
    words = 0
    described = False
    for row in rows[after : after + LOOK]:
        if row.contents or _outranks(row, style) or _closes(row, rulebook):
            break
        if row.style is not None and (row.style not in ('number', 'lower') or row.title_case):
            continue
        if not words and _DESCRIBES.match(row.text):
            described = True
        words += len(re.findall(r'[^\W_]+', unnumbered(row.text))) if says(row.text) else 0
        if words >= DESCRIBED or (words >= LEAST_WORDS and not described):
            return True
    return None if described else words >= LEAST_WORDS


LEAST_WORDS = 1
"""Words under a heading that are content: 'Nihil.' is one."""


def _place(row: Row) -> tuple[int, int]:
    return (row.view.page.n, row.row)


def _outranks(row: Row, style: str | None) -> bool:
    """A heading of the same rank or of a chapter ends what stands under a heading."""
    return row.style == 'chapter' or (row.style is not None and row.style == style)


def _closes(row: Row, rulebook: Rulebook) -> bool:
    """The end of the report: its parting sentence, place and date, or the signer's office."""
    text = row.text.strip()
    return takes_leave(text, rulebook) or is_dated(text) or opens_office(text, rulebook.signers)


def _in_list(rows: Sequence[Row], start: int) -> bool:
    """A numbered line straight under another of its rank: one of a list, not a heading over text."""
    row = rows[start]
    return start > 0 and row.style in ('number', 'lower') and rows[start - 1].style == row.style and not row.title_case

"""A statement in running words: 'sanggup menyelenggarakan pelayanan', 'siap menerima sanksi'.

Its groups must stand one after another, near each other and in one sentence, so that a word alone ('sanksi') is no
statement. Says nothing of headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.checks.own_title import titles_of
from checker.model import Place
from checker.rulebook import Requirement
from checker.search import Hit, line_of, place
from checker.view import PageView, PartView, in_contents, position

APART = 60
"""Letters between two groups of one statement: 'siap untuk menerima segala bentuk sanksi' has 31."""
_END = re.compile(r'[.;!?](?=\s|$)(?<!\b\d\.)(?<!\b[a-z]\.)')
"""The end of a sentence; the stop after a number or letter of a list is none."""


def check(part: PartView, requirement: Requirement) -> Outcome:
    """The first statement of the part; a damaged one is unsure."""
    rejected: list[Rejected] = []
    damaged: list[Hit] | None = None
    for chain in statements(part, requirement, rejected):
        if all(hit.sure for hit in chain):
            return met(_spot(chain), min(hit.score for hit in chain))
        damaged = damaged or chain
    if damaged:
        return unsure('kata-rusak', _spot(damaged), min(hit.score for hit in damaged))
    return absent(part, requirement, rejected)


def _spot(chain: Sequence[Hit]) -> Place:
    return place(chain[0].page, chain[0].start, chain[-1].end)


def statements(part: PartView, requirement: Requirement, rejected: list[Rejected]) -> list[list[Hit]]:
    """One hit of each group, in the order of the groups or its reverse, for every place where they make a statement."""
    groups = list((requirement.groups or {}).values())
    orders = [groups, groups[::-1]] if requirement.either_order else [groups]
    low, high = part.range_of(requirement.scope)
    found: list[list[Hit]] = []
    for view, order in ((view, order) for view in part.views for order in orders):
        hits = [_sorted(view, words) for words in order]
        for first in (h for h in hits[0] if low <= position(h) < high):
            chain = _chain(first, hits[1:])
            if chain is None:
                continue
            if in_contents(first) or _in_title(part, chain) or _spoilt(view, requirement, chain):
                rejected.append(Rejected(first, 'kata-lain'))
            else:
                found.append(chain)
        rejected.extend(Rejected(h, 'hanya-disebut') for h in hits[-1])
    return found


def _in_title(part: PartView, chain: Sequence[Hit]) -> bool:
    """The title names it ('SURAT PERNYATAAN TIDAK ADA SENGKETA'); that states nothing."""
    lines = [(t.page, line_of(t.page, t.start).start, line_of(t.page, t.end - 1).end) for t in titles_of(part)]
    return any(hit.page is page and start <= hit.start < end for page, start, end in lines for hit in chain)


def _sorted(view: PageView, words: Sequence[str]) -> list[Hit]:
    return sorted((h for w in words for h in view.find(w)), key=lambda h: (h.start, not h.sure, -h.end))


def _chain(first: Hit, later: Sequence[Sequence[Hit]]) -> list[Hit] | None:
    chain = [first]
    for hits in later:
        following = (h for h in hits if _follows(chain[-1], h))
        after = min(following, key=lambda h: (not h.sure, h.start), default=None)
        if after is None:
            return None
        chain.append(after)
    return chain


def _follows(hit: Hit, other: Hit) -> bool:
    between = hit.page.text[hit.end : other.start]
    return hit.end <= other.start and len(between) <= APART and not _END.search(between)


def _spoilt(view: PageView, requirement: Requirement, chain: Sequence[Hit]) -> bool:
    """A spoiling word in the statement, or right before it: 'tidak sanggup', 'pernyataan kesediaan'."""
    start, end = chain[0].start, chain[-1].end
    return any(
        h.sure and start - len(word) - 2 <= h.start and h.end <= end
        for word in requirement.not_words
        for h in view.find(word)
    )

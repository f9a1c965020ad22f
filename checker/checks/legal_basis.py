"""Legal basis: does the document cite a law, by name and number or by its gazette number; and are stale laws alone
cited.

A law is told by its number and year, which must be exact; its name may be damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from checker.checks.outcome import Outcome, absent, met, unsure
from checker.model import Candidate, Page
from checker.rulebook import Law, Requirement, Scope
from checker.search import line_of, place
from checker.text import repaired
from checker.view import PartView

_WINDOW = 70
"""Letters before the number in which the law's form stands: 'Undang-Undang Republik Indonesia Nomor' is 38."""
_IN_TITLE = re.compile(r'(?:pelaksanaan|pelaksana|perubahan|peraturan|tentang|atas|penjelasan|ketentuan)\W*$')
"""Words before a citation that make it part of another law's title ('... tentang Pelaksanaan Undang-Undang Nomor 14
...')."""
Span = tuple[Page, int, int]


def check(part: PartView, requirement: Requirement) -> Outcome:
    """`met` where the law stands among the legal basis; elsewhere in the document it is only mentioned."""
    law = part.rulebook.laws[requirement.law or '']
    for page, start, end in cited(part, law, requirement.scope):
        return met(place(page, start, end), value=law.id)
    if requirement.scope != 'part':
        for page, start, end in cited(part, law, 'body'):
            if part.bounds.basis > part.bounds.deciding and _opens_item(page, start):
                # The heading Mengingat is missing, its list is not.
                return met(place(page, start, end), value=law.id)
            spot = place(page, start, end)
            return unsure('bukan-judul', spot, candidate=Candidate(spot, 100.0, 'di-luar-tempat'))
    return absent(part, requirement)


def check_current(part: PartView, requirement: Requirement) -> Outcome:
    """Advice: a replaced law is cited and what replaced it is not."""
    if part.unread(requirement.scope):
        return absent(part, requirement)
    for law in part.rulebook.laws.values():
        if law.replaced_by is None:
            continue
        for page, start, end in cited(part, law, requirement.scope):
            if not any(True for _ in cited(part, part.rulebook.laws[law.replaced_by], requirement.scope)):
                return unsure('dasar-hukum-usang', place(page, start, end), value=law.id)
    for law in part.rulebook.laws.values():
        for page, start, end in cited(part, law, requirement.scope):
            if any(other.replaced_by == law.id for other in part.rulebook.laws.values()):
                return met(place(page, start, end), value=law.id)
    low = part.range_of(requirement.scope)[0]
    for line in part.lines(requirement.scope):
        return met(place(line.page, line.start, line.end))
    return Outcome('not_applicable') if low[0] > len(part.document.pages) else absent(part, requirement)


def cited(part: PartView, law: Law, scope: Scope) -> Iterator[Span]:
    """Places where the law is cited."""
    citation = re.compile(rf'(?<!\d){law.number}\s*(?:tahun|thn|th|/)\.?\s*{law.year}(?!\d)', re.IGNORECASE)
    gazette = re.compile(rf'(?<!\d)(?:{"|".join(law.gazette)})(?!\d)') if law.gazette else None
    low, high = part.range_of(scope)
    for view in part.views:
        if not low[0] <= view.page.n <= high[0]:
            continue
        text = view.page.text.replace('\n', ' ')
        read = repaired(text) if view.ocr else text
        for match in citation.finditer(read):
            if _named(read[max(0, match.start() - _WINDOW) : match.start()], law) and _in(
                view.page, match.start(), low, high
            ):
                yield (view.page, match.start(), match.end())
        for match in gazette.finditer(read) if gazette else ():
            if _in_gazette(read[max(0, match.start() - 60) : match.start()]) and _in(
                view.page, match.start(), low, high
            ):
                yield (view.page, match.start(), match.end())


def _in(page: Page, offset: int, low: tuple[int, int], high: tuple[int, int]) -> bool:
    return low <= (page.n, line_of(page, offset).row) < high


def _opens_item(page: Page, offset: int) -> bool:
    """The citation opens an item of a list: '3. Undang-Undang Nomor 14 ...'."""
    line = line_of(page, offset)
    return bool(re.match(r'^\W*(?:\d{1,2}[.)]|[a-z][.)])\s*(?:undang|uu\b)', line.text, re.IGNORECASE))


def _named(before: str, law: Law) -> bool:
    """The law's form stands before the number, and no other citation in between."""
    tail = before.lower()
    tail = tail[tail.rfind(';') + 1 :]
    for form in law.form:
        # 'Undang-Undang' is also written 'Undang – Undang' and wraps at its hyphen.
        exact = re.search(r'\W*'.join(map(re.escape, re.findall(r'\w+', form.lower()))) + r'\b', tail)
        if exact or len(form) <= 5:
            start = exact.start() if exact and re.match(r'\W|^', tail[max(0, exact.start() - 1) :]) else -1
        else:
            near = fuzz.partial_ratio_alignment(form.lower(), tail, score_cutoff=85)
            start = near.dest_start if near else -1
        if start >= 0:
            return not _IN_TITLE.search(tail[:start])
    return False


def _in_gazette(before: str) -> bool:
    return fuzz.partial_ratio('lembaran negara', before.lower()) >= 80 or 'tln' in before.lower()

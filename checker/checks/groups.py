"""Requirements of several words: all of a set (berkala, serta merta, setiap saat), one of it, or some of it (roles)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.heads import annex_heads
from checker.model import Line
from checker.rulebook import Requirement
from checker.search import Hit, line_of, place
from checker.text import squashed_phrase, uppercase_share
from checker.view import PartView, in_contents, position, row_of, starts_line

LIST_LINE = 170
"""Longest line in letters that may be a group heading or a cell ('INFORMASI YANG WAJIB DISEDIAKAN DAN DIUMUMKAN
SECARA BERKALA' with its tail)."""


def _hits(part: PartView, requirement: Requirement) -> tuple[dict[str, Hit], list[Rejected]]:
    """The first hit of each group, and what was rejected."""
    found, rejected = _all_hits(part, requirement)
    return {name: hits[0] for name, hits in found.items()}, rejected


def _all_hits(part: PartView, requirement: Requirement) -> tuple[dict[str, list[Hit]], list[Rejected]]:
    """The hits of each group, surest and first ones first, and what was rejected."""
    found: dict[str, list[Hit]] = {}
    rejected: list[Rejected] = []
    for name, words in (requirement.groups or {}).items():
        for hit in sorted(
            (h for w in words for h in part.find(w, requirement.scope)),
            key=lambda h: (not h.sure, position(h), h.start),
        ):
            why = _rejection(part, requirement, hit)
            if why:
                rejected.append(Rejected(hit, why))
            else:
                found.setdefault(name, []).append(hit)
    return found, rejected


def _rejection(part: PartView, requirement: Requirement, hit: Hit) -> str | None:
    if in_contents(hit):
        return 'bukan-judul'
    line = line_of(hit.page, hit.start)
    if len(line.text) > LIST_LINE or (requirement.check == 'all-of' and _is_prose(part, requirement, line)):
        return 'bukan-judul'
    view = part.view(hit.page)
    if requirement.scope == 'dicta_and_annex' and (hit.page.n, line.row) in _annex_header(part):
        return 'di-luar-tempat'
    if any(
        row_of(h) == line.row and h.start >= line.start
        for w in requirement.not_words
        for h in view.find(w)
        if h.start < line.end
    ):
        return 'kata-lain'
    return None


PROSE_WORDS = 7
"""Words from which a line in small letters is a sentence; group headings of that length begin with 'Informasi'."""


def _is_prose(part: PartView, requirement: Requirement, line: Line) -> bool:
    """A sentence that names the classes, not a heading, a cell or a column."""
    if uppercase_share(line.text) >= 0.6:
        return False
    view = part.view(line.page)
    named = [
        n
        for n, ws in (requirement.groups or {}).items()
        if any(line.start <= h.start < line.end for w in ws for h in view.find(w))
    ]
    if len(line.text.split()) < PROSE_WORDS:
        return len(named) > 1 and line.text.rstrip().endswith('.')
    opens = re.match(
        r'^\W*(?:(?:[IVX]{1,4}|[A-Za-z]|\d{1,2})[.)]\s*)?(?:daftar\s+)?informasi\b', line.text, re.IGNORECASE
    )
    return len(named) > 1 or line.text.rstrip().endswith('.') or not opens


def _annex_header(part: PartView) -> set[tuple[int, int]]:
    """Page and row of every annex header's lines: they repeat the decree's subject and name no roles."""
    if 'annex-header' not in part.memory:
        words = part.rulebook.kinds[part.kind].identify.title
        part.memory['annex-header'] = {
            (v.page.n, row)
            for v in part.views
            for head in annex_heads(v, part.rulebook.anchors.annex, words)
            for row in range(head.row, head.last_row + 1)
        }
    rows = part.memory['annex-header']
    return rows if isinstance(rows, set) else set()


def check_all(part: PartView, requirement: Requirement) -> Outcome:
    """Every group must stand."""
    found, rejected = _hits(part, requirement)
    groups = requirement.groups or {}
    lacking = [name for name in groups if name not in found]
    first = next(iter(found.values()), None)
    if not lacking and first:
        if all(h.sure for h in found.values()):
            return met(first.place, min(h.score for h in found.values()), places=tuple(h.place for h in found.values()))
        return unsure('kata-rusak', first.place, min(h.score for h in found.values()))
    outcome = absent(part, requirement, [r for r in rejected if r.by != 'kata-lain'])
    if outcome.status == 'missing' and first:
        pieces = [_piece(part, (requirement.groups or {})[name]) for name in lacking]
        if all(pieces) and pieces[0]:
            return unsure('kata-rusak', place(pieces[0].page, pieces[0].start, pieces[0].end))
        return Outcome(
            'missing', 'kolom-kurang', first.place, first.score, ', '.join(lacking), candidate=outcome.candidate
        )
    return outcome


PIECE = 0.6
"""Share of a phrase's letters that a scan left of it: 'TA MERTA' of 'SERTA MERTA'."""


def _piece(part: PartView, words: Iterable[str]) -> Line | None:
    """A line of a scan that is the end of one of the phrases and nothing else."""
    phrases = [squashed_phrase(word, True) for word in words]
    for line in (line for view in part.views if view.ocr for line in view.page):
        text = squashed_phrase(line.text[:40], True)
        if any(p.endswith(text) and len(text) >= max(5, PIECE * len(p)) for p in phrases):
            return line
    return None


def _apart(found: dict[str, list[Hit]]) -> dict[str, Hit]:
    """One hit for each group; words that belong to a longer hit of another group count for that ('Atasan PPID
    Pelaksana')."""
    every = [(name, hit) for name, hits in found.items() for hit in hits]
    kept: dict[str, Hit] = {}
    for name, hit in every:
        covered = any(
            other_name != name
            and hit.page is other.page
            and hit.start < other.end
            and other.start < hit.end
            and other.end - other.start > hit.end - hit.start
            for other_name, other in every
        )
        if not covered:
            kept.setdefault(name, hit)
    return kept


def check_some(part: PartView, requirement: Requirement) -> Outcome:
    """At least `minimum` groups must stand."""
    every, rejected = _all_hits(part, requirement)
    found = _apart(every)
    sure = {name: hit for name, hit in found.items() if hit.sure}
    hits = list((sure if len(sure) >= requirement.minimum else found).values())
    if len(hits) >= requirement.minimum:
        places = tuple(h.place for h in hits)
        if len(sure) >= requirement.minimum:
            return met(hits[0].place, min(h.score for h in hits), ', '.join(sure), places)
        return unsure('kata-rusak', hits[0].place, hits[0].score)
    outcome = absent(part, requirement, rejected)
    if outcome.status == 'missing' and hits:
        return Outcome(
            'missing', 'kolom-kurang', hits[0].place, hits[0].score, ', '.join(found), candidate=outcome.candidate
        )
    return outcome


VALUE_LINES = 4
"""Lines over which a name in a form's cell wraps."""
TITLE_ROWS = 14
"""Rows from the top in which a document without such a label bears its title."""


def check_one(part: PartView, requirement: Requirement) -> Outcome:
    """The first group that stands gives the `value`; with `words`, only in the value of such a label, or in a title."""
    every, rejected = _all_hits(part, requirement)
    if requirement.words:
        near = _value_lines(part, requirement)
        away = [
            hit
            for hits in every.values()
            for hit in hits
            if (hit.page.n, line_of(hit.page, hit.start).index) not in near
        ]
        rejected.extend(Rejected(hit, 'di-luar-tempat') for hit in away)
        every = {name: kept for name, hits in every.items() if (kept := [h for h in hits if h not in away])}
    if not every:
        return absent(part, requirement, rejected)
    found = {name: hits[0] for name, hits in every.items()}
    name, hit = min(found.items(), key=lambda item: (not item[1].sure, position(item[1]), item[1].start))
    return met(hit.place, hit.score, name) if hit.sure else unsure('kata-rusak', hit.place, hit.score, name)


def _value_lines(part: PartView, requirement: Requirement) -> set[tuple[int, int]]:
    """Page and index of the lines that hold a label's value; without such a label, of the first rows."""
    lines: set[tuple[int, int]] = set()
    for hit in (h for w in requirement.words for h in part.find(w) if h.sure and starts_line(h)):
        view = part.view(hit.page)
        own = line_of(hit.page, hit.end - 1)
        ruled = view.cell_beside(own)
        if ruled is not None:
            lines.update((hit.page.n, other.index) for other in (own, *ruled))
            continue
        value = [own, *view.beside(own, line_of(hit.page, hit.start))[:1]]
        lines.update((hit.page.n, other.index) for line in value for other in (line, *view.below(line, VALUE_LINES)))
    if not lines and part.views:
        first = part.views[0]
        lines.update((first.page.n, line.index) for row in first.row_order[:TITLE_ROWS] for line in first.rows[row])
    return lines

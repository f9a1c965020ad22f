"""Section headings: 'Menimbang', 'MEMUTUSKAN', 'Dasar Hukum', 'KESATU'.

A heading counts only where a heading can stand, and only with its content after it where the rule names one.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from checker.checks.content import closes, goes_on, opens_gap, says, unnumbered
from checker.checks.outcome import Outcome, Rejected, absent, met
from checker.model import Line
from checker.rulebook import Requirement
from checker.search import SHORT, Hit, line_of
from checker.text import squashed_phrase
from checker.view import (
    PageView,
    PartView,
    before,
    following,
    in_contents,
    opens_capital,
    rest,
    row_of,
    stands_as_label,
    starts_line,
)


def check(part: PartView, requirement: Requirement) -> Outcome:
    """The best heading in the requirement's scope."""
    rejected: list[Rejected] = []
    empty: Hit | None = None
    for hit in _by_trust(part, requirement):
        if part.outdone(hit, requirement.words):
            continue
        why = rejection(part.view(hit.page), requirement, hit, part.after(hit.page))
        if why is None and requirement.content and not has_content(part, hit):
            empty = empty or hit
            continue
        if why is None:
            return met(hit.place, hit.score)
        rejected.append(Rejected(hit, why))
    told = None if empty else _in_running_text(part, requirement)
    if told:
        return told
    if empty:
        return Outcome('missing', 'label-kosong', empty.place, empty.score)
    return absent(part, requirement, rejected)


def _in_running_text(part: PartView, requirement: Requirement) -> Outcome | None:
    """A sentence that says it where no heading stands: 'Rapat menyepakati bahwa ...'."""
    hits = (h for phrase in requirement.phrases for h in part.find(phrase, requirement.scope))
    said = next((h for h in hits if h.sure and goes_on(h)), None)
    return met(said.place, said.score) if said else None


_NUMBER_COLUMN = ('no', 'nomor', 'no urut')


def has_content(part: PartView, hit: Hit) -> bool:
    """Something that is no other label stands after the heading in its line, under it in its column, or in the cell
    beside it."""
    view = part.view(hit.page)
    line = line_of(hit.page, hit.end - 1)
    if opens_gap(rest(hit)) or any(opens_gap(other.text) for other in view.right_of(line)[:2]):
        return False
    if says(rest(hit)):
        return True
    overleaf = part.after(hit.page) if line.row in view.row_order[-2:] else None
    if overleaf is not None:
        first = next((other for other in overleaf.page if says(other.text)), None)
        return first is not None and not closes(part, first)
    under = next((other for other in view.column_under(line) if says(other.text)), None)
    if under is not None and not closes(part, under) and _tells(part, under):
        return True
    if any(other.text.lower().strip(' .') in _NUMBER_COLUMN for other in view.rows[line.row]):
        return False  # beside the head of a column stand the heads of others
    beside = [*(view.cell_beside(line) or []), *view.right_of(line)]
    return any(says(other.text) and not part.opens_label(unnumbered(other.text)) for other in beside)


def _tells(part: PartView, line: Line) -> bool:
    """No other label of the kind, and not the head of the column of numbers."""
    text = unnumbered(line.text)
    return not part.opens_label(text) and text.lower().strip(' .') not in _NUMBER_COLUMN


def _by_trust(part: PartView, requirement: Requirement) -> list[Hit]:
    hits = [hit for word in requirement.words for hit in part.find(word, requirement.scope)]
    return sorted(hits, key=lambda h: (not h.sure, h.page.n, row_of(h), -h.score, -len(h.phrase)))


def rejection(view: PageView, requirement: Requirement, hit: Hit, after: PageView | None = None) -> str | None:
    """What speaks against a hit as a heading; None when nothing does."""
    until = tuple(squashed_phrase(word, view.ocr) for word in requirement.until)
    text_after = following(view, hit, until=until, after=after)
    followed = not requirement.followed_by or any(_stands_in(word, text_after) for word in requirement.followed_by)
    label = stands_as_label(hit, numbered=requirement.numbered)
    loose = (
        followed
        and starts_line(hit, numbered=requirement.numbered)
        and opens_capital(hit)
        and _goes_on(requirement, hit)
    )
    if in_contents(hit) or not (label or loose):
        return 'bukan-judul'
    if any(_stands_in(word, before(hit) + hit.text + _line_rest(hit)) for word in requirement.not_words):
        return 'kata-lain'
    if not followed:
        return 'tanpa-isi'
    return None if hit.sure else 'kata-rusak'


def _goes_on(requirement: Requirement, hit: Hit) -> bool:
    """The line goes on, letter by letter, as the rule allows ('Menimbang bahwa ...', 'Menetapkan KEPUTUSAN ...')."""
    return _line_rest(hit).lstrip(' :.-').startswith(requirement.goes_on) if requirement.goes_on else False


def _line_rest(hit: Hit) -> str:
    end = hit.page.text.find('\n', hit.end)
    return hit.page.text[hit.end : end if end >= 0 else None]


def _stands_in(word: str, text: str) -> bool:
    if word.isupper() and len(word) < SHORT:  # 'PP' is not in 'SOP Permohonan', nor 'UU' in 'baru untuk'
        return re.search(rf'(?<!\w){re.escape(word)}(?![^\W\d_])', text[:1200], re.IGNORECASE) is not None
    pattern, squashed = squashed_phrase(word, True), squashed_phrase(text[:1200], True)
    if pattern in squashed:
        return True
    # One wrong letter in 'bahwa' is 80; content words are looked for where a heading already stands, so this is enough.
    return len(pattern) >= 5 and len(squashed) >= len(pattern) and fuzz.partial_ratio(pattern, squashed) >= 79

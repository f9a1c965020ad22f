"""The head of a letter: 'Nomor / Sifat / Lampiran / Hal', in the old layout (date on the right) and in the new one, and
what its subject names.

Shared by identification; never decides a kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.heads import list_titles
from checker.model import Line
from checker.rulebook import Anchors, Identify
from checker.search import Hit, line_of
from checker.view import PageView, opens_line, rest, row_of, starts_line

HEAD_ROWS = 24
"""Rows from the page's top in which a letter's head stands: letterhead, date, five labels, addressee."""
NUMBER_ROWS = 5
"""Rows above the subject in which the letter's number stands: nature, enclosure and urgency come between."""
SUBJECT_ROWS = 3
"""Lines over which a subject wraps beside its label."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's head: the first row of it, its number's row as written, and how its subject fits the kind."""

    row: int
    number: str
    fits: bool
    """The subject names what the kind asks for."""
    events: int
    """Labels of the kind that stand in the letter: day, time, place, agenda."""


def letter_of(view: PageView, identify: Identify, anchors: Anchors) -> Letter | None:
    """The letter that begins on a page; None where none does or where its subject names what spoils the kind."""
    if _is_enclosure(view, anchors.annex) or list_titles(view, identify.title_not, ()):
        return None
    events = sum(any(_is_event(h) for h in view.find(word)) for word in identify.labels)
    titles = [h for h in list_titles(view, identify.title, ()) if h.sure and (h.text.isupper() or not rest(h).strip())]
    if titles:
        return Letter(row_of(titles[0]), _number(view, row_of(titles[0]) + NUMBER_ROWS), True, events)
    top = set(view.row_order[:HEAD_ROWS])
    for hit in (h for word in identify.about for h in view.find(word)):
        if not hit.sure or row_of(hit) not in top or not starts_line(hit):
            continue
        lines = list(_subject(view, hit))
        if not lines or _names(view, identify.subject_not, lines):
            continue
        number = _number(view, row_of(hit))
        return Letter(max(0, row_of(hit) - NUMBER_ROWS), number, _names(view, identify.subject, lines), events)
    return None


def _is_enclosure(view: PageView, words: Iterable[str]) -> bool:
    """The page opens with 'Lampiran Surat ...': what is enclosed repeats number and subject of the letter before it."""
    numbers = [row_of(h) for h in view.find('Nomor') if starts_line(h)]
    first = {row for row in view.row_order[:2] if row < min(numbers, default=1 << 30)}
    return any(row_of(h) in first and starts_line(h) for word in words for h in view.find(word))


def _is_event(hit: Hit) -> bool:
    """A label, not a word that begins a sentence: a colon follows it, or its value stands apart."""
    after = rest(hit).strip()
    return hit.sure and opens_line(hit) and hit.text[:1].isupper() and (not after or after[0] in ':/&,;')


def _subject(view: PageView, label: Hit) -> Iterator[Line]:
    """The lines of the subject: after the label or beside it, and those over which it wraps."""
    line = line_of(label.page, label.end - 1)
    after = rest(label).strip()
    if after.strip(' :;=.'):
        # 'Hal tersebut ...' is a sentence; a scan may lose the colon of 'Hal : Undangan'.
        if after[0] in ':;=.' or after[0].isupper():
            yield line
            yield from _wrapped(view, line, label)
        return
    for other in view.beside(line):
        if other.text.strip(' :'):
            yield other
            yield from _wrapped(view, other, label)
            return


def _wrapped(view: PageView, first: Line, label: Hit) -> Iterator[Line]:
    """The next lines in the subject's column, further right than the label, as far as they follow closely."""
    box, own = first.box, label.place.box
    if box is None or own is None:
        return
    bottom, em = box[3], box[3] - box[1]
    for row in view.row_order[view.row_order.index(first.row) + 1 :][:SUBJECT_ROWS]:
        under = next(
            (o for o in view.rows[row] if (b := o.box) and own[2] < b[0] < max(box[0], own[2] + 4 * em) + em), None
        )
        if under is None or under.box is None or under.box[1] - bottom > em:
            return
        yield under
        bottom = under.box[3]


def _names(view: PageView, words: Iterable[str], lines: list[Line]) -> bool:
    indexes = {line.index for line in lines}
    return any(h.sure and line_of(h.page, h.start).index in indexes for word in words for h in view.find(word))


def _number(view: PageView, row: int) -> str:
    """The row of the letter's number above (or little below) a row, which tells one letter from the next."""
    hits = [h for h in view.find('Nomor') if h.sure and starts_line(h) and row - NUMBER_ROWS <= row_of(h) <= row]
    return ' '.join(line.text for line in view.rows[row_of(hits[0])]) if hits else ''

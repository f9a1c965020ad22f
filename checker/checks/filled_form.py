"""Forms: are their fields filled in? A printed form with dots, sample words or nothing after its labels is empty.

Counts fields, never judges what they say; fields filled by hand can't be read and stay unsure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.checks.field import Value, ink_beside, inked
from checker.checks.outcome import Outcome, absent, met, unsure
from checker.checks.own_title import titles_of
from checker.model import Line, Place
from checker.rulebook import Requirement
from checker.search import Hit, line_of, longest
from checker.text import is_placeholder, squashed_phrase
from checker.view import PageView, PartView, Position, in_contents, position, starts_line

LABEL_TAIL = 70
"""Letters between a label's words and its colon: 'Rincian Informasi yang dibutuhkan (tambahkan kertas bila perlu)'."""
LABEL_LINES = 3
"""Lines over which a label wraps under its first."""
_NOTE = re.compile(r'^[\s*)]*(?:\([^)]{0,60}\)?[\s*]*)*')
_SITE = re.compile(r'\bwww\.|https?://', re.IGNORECASE)
"""A site's address after 'Email': the letterhead's line, no applicant's."""
_GAPS = re.compile(r'[.…_]{2,}')
_COLON = re.compile(r'\s*[:;=]\s*')
_LEADERS = frozenset('cesaonurtiw')
"""Letters that a scanner makes of dotted lines: 'cece eee sees'."""
_NOISE_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _Field:
    """One field of a form as it was found."""

    name: str
    state: str
    """'filled', 'hand', 'doubtful' or 'empty'."""
    place: Place


def check(part: PartView, requirement: Requirement) -> Outcome:
    """The best filled form of the part: at least `minimum` of the `groups`, those of `must` among them."""
    forms = [list(_fields(part, requirement, low, high)) for low, high in _forms(part)]
    fields = max(forms, key=lambda form: _weight(form, requirement), default=[])
    if not fields:
        return absent(part, requirement)
    filled = [f for f in fields if f.state == 'filled']
    names = [f.name for f in filled]
    value = f'{len(filled)}/{len(fields)}'
    if len(filled) >= requirement.minimum and all(name in names for name in requirement.must):
        return met(filled[0].place, value=value, places=tuple(f.place for f in filled))
    by_hand = [f for f in fields if f.state == 'hand']
    if by_hand:
        return unsure('tulisan-tangan', by_hand[0].place, value=value)
    if filled:
        return unsure('terisi-sebagian', filled[0].place, value=value)
    doubtful = [f for f in fields if f.state == 'doubtful']
    if len(doubtful) >= requirement.minimum:
        return unsure('kata-rusak', doubtful[0].place, value=value)
    outcome = absent(part, requirement, reason='isi-kosong')
    if outcome.status != 'missing':
        return outcome
    return Outcome('missing', 'isi-kosong', fields[0].place, value=value)


def _weight(form: list[_Field], requirement: Requirement) -> tuple[int, int, int]:
    filled = {f.name for f in form if f.state == 'filled'}
    return (len(filled & set(requirement.must)), len(filled), sum(f.state == 'hand' for f in form))


def _forms(part: PartView) -> Iterator[tuple[Position, Position]]:
    """From each title of a form to the next one; without titles, the whole part."""
    starts = sorted({position(hit) for hit in titles_of(part) if hit.sure})
    starts = [s for i, s in enumerate(starts) if i == 0 or s[0] > starts[i - 1][0] or s[1] > starts[i - 1][1] + 3]
    ends = [*starts[1:], (1 << 30, 0)]
    yield from zip(starts or [(0, 0)], ends, strict=True) if starts else [((0, 0), (1 << 30, 0))]


def _fields(part: PartView, requirement: Requirement, low: Position, high: Position) -> Iterator[_Field]:
    """Each group's best label in the form, with what stands beside or below it."""
    for name, words in (requirement.groups or {}).items():
        hits = [
            hit
            for hit in longest(h for word in words for h in part.find(word))
            if low <= position(hit) < high and hit.sure and starts_line(hit, numbered=True) and not in_contents(hit)
        ]
        found = [_field(part, requirement, name, hit) for hit in hits]
        if found:
            yield min(found, key=lambda f: ('filled', 'hand', 'doubtful', 'empty').index(f.state))


def _field(part: PartView, requirement: Requirement, name: str, hit: Hit) -> _Field:
    value, labelled = _value(part, requirement, hit)
    if value is None:
        ink = ink_beside(part, hit)
        return _Field(name, 'hand', Place(hit.page.n, ink, None, hit.text)) if ink else _Field(name, 'empty', hit.place)
    if inked(value):
        return _Field(name, 'hand', value.place)
    if _is_empty(value.text, requirement) or (hit.page.source == 'ocr' and _is_noise(value.text)):
        return _Field(name, 'empty', hit.place)
    return _Field(name, 'filled' if labelled else 'doubtful', value.place)


def _value(part: PartView, requirement: Requirement, hit: Hit) -> tuple[Value | None, bool]:
    """What is written for a label, and whether it surely belongs to it: after the colon, in the next cell, or below."""
    line = line_of(hit.page, hit.end - 1)
    rest = hit.page.text[hit.end : line.end]
    colon = _COLON.search(rest[:LABEL_TAIL])
    if colon is not None:
        start = hit.end + colon.end()
        own = Value(hit.page.text[start : line.end].strip(), hit.page, start, line.end)
        if own.text:
            return own, True
    view = part.view(hit.page)
    last = _label_end(view, line)
    beside = [*(view.cell_beside(line) or ()), *view.beside(line), *view.beside(last, line_of(hit.page, hit.start))]
    for other in beside:
        text = other.text.strip(' :;=')
        if line.index < other.index <= last.index:
            continue  # the label's own words
        if text and _goes_on_above(view, other, line):
            continue
        if text and not _is_label(part, requirement, other):
            return Value(text, hit.page, other.start, other.end), True
        if text:
            break
    tail = _NOTE.sub('', rest).strip(' .*')
    if tail and colon is None:
        # On a scan a colon may be lost, and the value stands after the label's own words.
        return (Value(tail, hit.page, hit.end, line.end), False) if hit.page.source == 'ocr' else (None, False)
    for other in view.below(last, 1):
        if not _is_label(part, requirement, other):
            return Value(other.text.strip(), hit.page, other.start, other.end), True
    return None, False


def _label_end(view: PageView, line: Line) -> Line:
    """The last line of a label that wraps: 'Rincian Informasi yang Dibutuhkan (tambahkan / kertas bila perlu)'."""
    for other in view.below(line, LABEL_LINES):
        opened = line.text.count('(') > line.text.count(')')
        if not (opened or other.text[:1].islower() or other.text.startswith('(')):
            break
        line = other
    return line


def _goes_on_above(view: PageView, value: Line, label: Line) -> bool:
    """The last of several lines that began beside another label, higher up."""
    if len(view.rows[value.row]) > 1 or value.row >= label.row:
        return False
    first = value
    while first.index > 0 and Line(view.page, first.index - 1).stack == value.stack:
        first = Line(view.page, first.index - 1)
    return view.rows[first.row][0].index != first.index


def _is_label(part: PartView, requirement: Requirement, line: Line) -> bool:
    """Another field's label, a printed line that ends in a colon, or the form's title: nobody's value."""
    text = line.text.strip()
    if text.endswith(':') or re.match(r'^\W*(?:\d{1,2}|[a-z])[.)]\s', text) or re.match(r'^[^:]{3,50}\s:', text):
        return True
    words = (w for ws in (requirement.groups or {}).values() for w in ws)
    plain = text.lower().lstrip(' *-')
    kind = part.rulebook.kinds[part.kind].identify
    return plain.startswith(tuple(w.lower() for w in (*words, *kind.labels, *kind.title)))


def _is_empty(text: str, requirement: Requirement) -> bool:
    """Dots, a note in brackets, a label again, or words that say what to write."""
    plain = _NOTE.sub('', _GAPS.sub(' ', text)).strip(' :.*-–_…')
    if is_placeholder(text) or _SITE.search(text) or not any(c.isalnum() for c in plain):
        return True
    labels = {squashed_phrase(word, False) for words in (requirement.groups or {}).values() for word in words}
    samples = tuple(word.lower() for word in requirement.not_words) or ('\0',)
    return squashed_phrase(plain, False) in labels or plain.lower().lstrip('(').startswith(samples)


def _is_noise(text: str) -> bool:
    """A dotted line as a scanner reads it."""
    letters = [c for c in text if c.isalpha()]
    if any(c.isdigit() for c in text) and len(letters) < 3:
        return False
    return len(letters) < 3 or (set(letters) <= _LEADERS and len(set(letters)) <= _NOISE_LETTERS)

"""What a record says of one thing, whatever its form: a column of a table with filled cells, a heading or label with
content, or a sentence of its own ('Apabila dibuka akan ...').

A name that stands alone satisfies nothing; something must be said under, beside or after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.checks.block import blocks_of
from checker.checks.content import LEAST_WORDS, SAID, WORDS, goes_on, opens_gap, plain, says
from checker.checks.field import value_of
from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.checks.section import has_content
from checker.checks.table import Band, column_span, ends_cell, page_band, table_end
from checker.model import Line, Place, Reason
from checker.rulebook import Requirement
from checker.search import Hit, line_of, longest
from checker.text import is_placeholder, squashed_phrase
from checker.view import PartView, before, in_contents, negated, position, rest, row_of, stands_as_label

_NUMBER = re.compile(r'^\W*(?:\w{1,2}[.)])?\s*')
_OPENS_ITEM = re.compile(r'^\W*(?:\w{1,2}[.,)])?\W*$')
"""An item's number or letter; scans read '1,' for '1.'."""
_CELL = re.compile(r'(?P<table>tabel .*), baris \d+, kolom (?P<column>\d+)')


@dataclass(frozen=True, slots=True)
class _Said:
    """One way in which a thing is said, or the best attempt at it."""

    place: Place
    score: float
    empty: Reason | None = None


def check(part: PartView, requirement: Requirement) -> Outcome:
    """Met where the thing is said; with `groups`, each of them."""
    rejected: list[Rejected] = []
    groups = requirement.groups or {'': requirement.words}
    found = {name: _said(part, requirement, words, rejected) for name, words in groups.items()}
    filled = {name: said for name, said in found.items() if said and said.empty is None}
    if len(filled) == len(groups):
        first = next(iter(filled.values()))
        several = tuple(said.place for said in filled.values()) if requirement.groups else ()
        return met(first.place, min(said.score for said in filled.values()), places=several)
    empty = next((said for said in found.values() if said and said.empty), None)
    outcome = absent(part, requirement, rejected)
    if outcome.status == 'missing' and filled:
        lacking = ', '.join(name for name in groups if name not in filled)
        return Outcome('missing', 'kolom-kurang', next(iter(filled.values())).place, value=lacking)
    if outcome.status == 'missing' and empty:
        return Outcome('missing', empty.empty, empty.place, empty.score)
    whole = _unparted(part, requirement) if requirement.groups else None
    if outcome.status == 'missing' and whole:
        return unsure('kolom-kurang', whole.place, whole.score)
    return outcome


def _said(part: PartView, requirement: Requirement, words: Sequence[str], rejected: list[Rejected]) -> _Said | None:
    hits = longest(h for w in words for h in part.find(w, requirement.scope) if h.sure and not in_contents(h))
    hits = [h for h in hits if not negated(h)]
    hits = sorted(map(_led, hits) if requirement.groups else hits, key=lambda h: (position(h), h.start))
    empty: _Said | None = None
    for hit in hits:
        said = _in_column(part, requirement, hit) or _labelled(part, requirement, hit) or _told(requirement, hit)
        said = said or _listed(part, hit)
        if said and said.empty is None:
            return said
        empty = empty or said
    sentence = None if empty else _in_sentence(part, requirement)
    if sentence and not requirement.groups:
        return sentence
    for hit in hits if requirement.groups else ():
        if goes_on(hit, requirement.followed_by) and _band_about(part, hit) is None:
            return _Said(hit.place, hit.score)
    rejected.extend(Rejected(hit, 'bukan-judul') for hit in hits)
    return empty


_LEAD = re.compile(r'^\W*(?:(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.)]\s*)?(?P<lead>[A-Z][\w/]*(?:\s[\w/]+)?)\s+$')
"""One or two words that open a label before the rule's phrase, after the item's number: 'c. Akibat bila dibuka :'."""


def _led(hit: Hit) -> Hit:
    """The whole label where a word or two lead to the rule's phrase, and a colon or nothing follows."""
    lead, after = _LEAD.match(before(hit)), rest(hit).lstrip()
    if lead is None or (after and after[0] not in ':='):
        return hit
    return replace(hit, start=line_of(hit.page, hit.start).start + lead.start('lead'))


def _in_column(part: PartView, requirement: Requirement, hit: Hit) -> _Said | None:
    """A name in the head of the table of its page, with a filled cell under it."""
    band = _band_about(part, hit)
    if band is None:
        return None
    own = band.hits.get(requirement.id)
    if own is None or (not requirement.groups and own.start != hit.start and not own.start <= hit.start < own.end):
        return None
    if any(_is_filled(line) for line in _cells_under(part, band, hit)):
        return _Said(hit.place, hit.score)
    return _Said(hit.place, hit.score, 'isi-kosong')


def _band_about(part: PartView, hit: Hit) -> Band | None:
    """The head of a table in whose rows a hit stands."""
    band = page_band(part.view(hit.page), part.rulebook.kinds[part.kind])
    inside = band is not None and band.first_row - 2 <= row_of(hit) <= band.last_row and _lies_across(band)
    return band if inside else None


ONE_COLUMN = 12.0
"""Points between the left edges of labels that stand under each other in a form."""


def _lies_across(band: Band) -> bool:
    """The head's names stand beside each other; under each other they are the labels of a form."""
    lefts = []
    for hit in band.hits.values():
        column = re.search(r'kolom (\d+)', line_of(hit.page, hit.start).at or '')
        box = hit.place.box
        lefts.append(float(column.group(1)) * 2 * ONE_COLUMN if column else box[0] if box else 0.0)
    return max(lefts) - min(lefts) > ONE_COLUMN


def _cells_under(part: PartView, band: Band, hit: Hit) -> list[Line]:
    """The lines under a column's name, down to the table's end or the first signer's block."""
    view = part.view(hit.page)
    own = _CELL.match(line_of(hit.page, hit.start).at or '')
    blocks = [b.position[1] for b in blocks_of(part) if b.position[0] == hit.page.n]
    end = min([*blocks, table_end(view, band)])
    under = [line for line in view.page if max(band.last_row, row_of(hit)) < line.row < end]
    if own:
        cells = [(line, cell) for line in under if (cell := _CELL.match(line.at or ''))]
        return [line for line, cell in cells if (cell['table'], cell['column']) == (own['table'], own['column'])]
    left, right = column_span(view, band, hit)
    return [line for line in under if (b := line.box) and left - 2 <= (b[0] + b[2]) / 2 <= right + 2]


def _is_filled(line: Line) -> bool:
    return any(c.isalpha() for c in line.text) and not is_placeholder(line.text)


def _labelled(part: PartView, requirement: Requirement, hit: Hit) -> _Said | None:
    """A heading or label, with what stands after, beside or under it."""
    if not stands_as_label(hit, numbered=True) or _in_head(part, hit) or rest(hit).lstrip().startswith('.'):
        return None
    if ends_cell(requirement, hit) and not before(hit).strip() and not rest(hit).strip():
        return None
    value = value_of(part, hit, below=True)
    if value is None:
        return _Said(hit.place, hit.score, None if _has_content(part, requirement, hit) else 'label-kosong')
    if is_placeholder(value.text):
        return _Said(hit.place, hit.score, 'placeholder')
    under = value.start > line_of(hit.page, hit.end - 1).end
    if under and (_names_another(part, requirement, value.text) or _is_led_label(part, value.text)):
        return _Said(hit.place, hit.score, 'label-kosong')
    if not any(c.isalpha() for c in value.text) or part.opens_label(value.text):
        return _Said(hit.place, hit.score, None if _has_content(part, requirement, hit) else 'label-kosong')
    return _Said(hit.place, hit.score)


def _has_content(part: PartView, requirement: Requirement, hit: Hit) -> bool:
    """Something stands beside or under a label; another label with its own value is nothing."""
    view, line = part.view(hit.page), line_of(hit.page, hit.end - 1)
    under = next((other for other in view.column_under(line) if any(c.isalnum() for c in other.text)), None)
    alone = not rest(hit).strip(' :;=.') and not view.right_of(line)
    if alone and under is not None and _names_another(part, requirement, under.text):
        return False
    if alone and under is not None and _is_led_label(part, under.text):
        return False
    return has_content(part, hit)


def _names_another(part: PartView, requirement: Requirement, text: str) -> bool:
    """'Konsekuensi Dibuka : ...' under 'Jangka Waktu :': another label of the kind, with a value of its own."""
    name, colon, _value = text.partition(':')
    own = (*requirement.words, *(word for words in (requirement.groups or {}).values() for word in words))
    label = squashed_phrase(_NUMBER.sub('', name), False)
    return bool(colon) and label in part.labels and label not in {squashed_phrase(word, False) for word in own}


def _is_led_label(part: PartView, text: str) -> bool:
    """'d. Akibat bila ditutup :': nothing but another label of two words or more, with a word or two before it."""
    words = _NUMBER.sub('', text).partition(':')[0].split()
    return any(len(words) - i > 1 and squashed_phrase(' '.join(words[i:]), False) in part.labels for i in (1, 2))


def _told(requirement: Requirement, hit: Hit) -> _Said | None:
    """An item that goes on as a sentence: '1. Informasi yang diuji adalah data pribadi pegawai'."""
    after = rest(hit).lstrip(' ,:').lower()
    word = next((w for w in requirement.goes_on if plain(after).startswith(plain(w))), None)
    if word is None or not _OPENS_ITEM.match(before(hit)):
        return None
    text = hit.page.text[hit.end : hit.end + SAID].replace('\n', ' ')
    said = text.lower().split(word.lower(), 1)[-1]
    filled = len(WORDS.findall(said)) >= LEAST_WORDS and not opens_gap(said)
    return _Said(hit.place, hit.score, None if filled else 'placeholder')


_ITEM = re.compile(r'^\W*(?:\d{1,2}|[a-z])[.)]\s')


def _listed(part: PartView, hit: Hit) -> _Said | None:
    """A sentence that ends in the name, and the list after its colon: 'terhadap informasi : / 1. Data pegawai'."""
    if rest(hit).strip() != ':':
        return None
    line = next(iter(part.view(hit.page).rows_after(line_of(hit.page, hit.end - 1).row, 1)), None)
    if line is None or not _ITEM.match(line.text):
        return None
    return _Said(hit.place, hit.score, None if says(line.text) else 'placeholder')


def _in_head(part: PartView, hit: Hit) -> bool:
    """A cell among others in a table's head is no label."""
    return _band_about(part, hit) is not None or len(part.view(hit.page).rows[row_of(hit)]) > 3


def _in_sentence(part: PartView, requirement: Requirement) -> _Said | None:
    """One of the rule's phrases in running text, going on as the rule says."""
    for phrase in requirement.phrases:
        for hit in part.find(phrase, requirement.scope):
            if hit.sure and goes_on(hit, requirement.followed_by):
                return _Said(hit.place, hit.score)
    return None


def _unparted(part: PartView, requirement: Requirement) -> _Said | None:
    """The requirement's own name ('Konsekuensi') with content, where its groups don't stand."""
    for hit in longest(h for w in requirement.words for h in part.find(w, requirement.scope) if h.sure):
        said = _in_column(part, requirement, hit) or _labelled(part, requirement, hit)
        if said and said.empty is None:
            return said
    return None

"""The annex of a decree: its header, whether it repeats the decree's number, date and subject, and whether anything
stands in it."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from checker.checks.date import own_date
from checker.checks.field import check as check_field
from checker.checks.field import read_number
from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.checks.own_title import head_of
from checker.heads import AnnexHead, annex_heads
from checker.model import Box, Line, Place
from checker.rulebook import Requirement
from checker.search import line_of, place
from checker.text import find_dates, has_gap, repair_digits, squashed_phrase
from checker.view import PageView, PartView, rest, row_of, starts_line

LEAST_ROWS = 3
"""Rows under the header that make an annex; a header alone is a cover."""


def check(part: PartView, requirement: Requirement) -> Outcome:
    decree_words = part.rulebook.kinds[part.kind].identify.title
    rejected: list[Rejected] = []
    for view in part.views:
        for head in annex_heads(view, requirement.words, decree_words):
            if part.bounds.deciding[0] > view.page.n and part.bounds.deciding < (1 << 29, 0):
                rejected.append(Rejected(head.label, 'di-luar-tempat'))
                continue
            if not _has_content(part, view, head):
                return Outcome('missing', 'isi-kosong', head.label.place, head.label.score)
            return _compare(part, view, head)
        rejected.extend(Rejected(h, 'hanya-disebut') for w in requirement.words for h in view.find(w))
    return absent(part, requirement, rejected)


def _has_content(part: PartView, view: PageView, head: AnnexHead) -> bool:
    rows = {line.row for line in view.page if line.row > head.last_row and any(c.isalpha() for c in line.text)}
    later = [v for v in part.views if v.page.n > view.page.n]
    return (
        len(rows) >= LEAST_ROWS
        or any(len(v.page.lines) or v.page.marks or v.page.level == 'unread' for v in later)
        or (bool(view.page.marks) and view.page.source != 'ocr')
    )


def _compare(part: PartView, view: PageView, head: AnnexHead) -> Outcome:
    """The header's number and date against the decree's own; a different one names another decree."""
    spot = _header_place(view, head)
    lines = [line for row in range(head.row, head.last_row + 1) for line in view.rows.get(row, [])]
    ocr = view.page.source == 'ocr'
    number, own_number = _labelled(lines, ocr), _own_number(part)
    if number and own_number and not _same_number(number, own_number, ocr):
        return unsure('tulisan-tangan' if ocr and _misread(number, own_number) else 'tidak-cocok', spot, value=number)
    numbered = {line.row for line in lines if re.match(_NUMBER_LABEL, line.text, re.IGNORECASE)}  # '.../02/7/2025'
    dates = [d for line in lines if line.row not in numbered for d in find_dates(line.text, ocr=ocr) if d.complete]
    own = own_date(part)
    if dates and own and dates[0].iso != own[0]:
        return unsure('tidak-cocok', spot, value=dates[0].iso)
    if other := _other_subject(part, lines):
        return unsure('tidak-cocok', spot, value=other)
    return met(spot, head.label.score)


SUBJECT_WORDS = 4
"""Words of a subject under which nothing can be compared."""
ALIKE = 55.0
"""Share of common words (0-100) under which two subjects are different ones; an annex that shortens its decree's has
80 and more, subjects of other decrees of the same office 20-45."""


def _other_subject(part: PartView, lines: list[Line]) -> str | None:
    """The header's subject where it is clearly another decree's: few words in common, and nothing of the kind's own."""
    about = next((i for i, line in enumerate(lines) if re.match(r'^\W*tentang\b', line.text, re.IGNORECASE)), None)
    if about is None:
        return None
    own = head_of(part)
    text = re.sub(r'^\W*tentang\W*', '', ' '.join(line.text for line in lines[about:]), flags=re.IGNORECASE)
    subjects = [text, own.subject_text if own else '']
    if any(len(re.findall(r'[^\W\d_]{3,}', subject)) < SUBJECT_WORDS for subject in subjects):
        return None
    if fuzz.token_set_ratio(*(subject.casefold() for subject in subjects)) >= ALIKE:
        return None
    plain = squashed_phrase(text, True)
    kind = part.rulebook.kinds[part.kind].identify
    return None if any(squashed_phrase(word, True) in plain for word in kind.subject) else text[:120]


def check_header(part: PartView, requirement: Requirement) -> Outcome:
    """Advice: number and date that the annex's header has labels for are filled in."""
    decree_words = part.rulebook.kinds[part.kind].identify.title
    for view in part.views:
        for head in annex_heads(view, requirement.words, decree_words):
            if part.bounds.deciding[0] > view.page.n and part.bounds.deciding < (1 << 29, 0):
                continue
            return _filled(view, head)
    return Outcome('not_applicable')


def _filled(view: PageView, head: AnnexHead) -> Outcome:
    spots = []
    for phrase in ('Nomor', 'Tanggal'):
        hit = next(
            (
                h
                for h in sorted(view.find(phrase), key=row_of)
                if head.row <= row_of(h) <= head.last_row and starts_line(h)
            ),
            None,
        )
        if hit is None:
            continue
        line = line_of(view.page, hit.start)
        text = ' '.join([rest(hit), *(other.text for other in view.right_of(line))]).strip(' :')
        if any(c.isdigit() for c in text) and not has_gap(text):
            spots.append(hit.place)
        elif any(mark.kind == 'ink' and _beside(mark.box, line.box) for mark in view.page.marks):
            return unsure('tulisan-tangan', hit.place, hit.score)
        elif view.page.grade in ('good', 'fair') or view.page.source != 'ocr':
            return Outcome('missing', 'placeholder' if text else 'label-kosong', hit.place, hit.score)
    return met(spots[0]) if spots else Outcome('not_applicable')


def _beside(box: Box, label: Box | None) -> bool:
    return label is not None and box[1] < label[3] and box[3] > label[1] and box[2] > label[2]


def _header_place(view: PageView, head: AnnexHead) -> Place:
    line = line_of(view.page, head.label.start)
    return place(view.page, line.start, line.end)


_NUMBER_LABEL = r'^\W*(?:nomor|no\b)\W*'


def _labelled(lines: list[Line], ocr: bool) -> str | None:
    """The number in a header."""
    for i, line in enumerate(lines):
        match = re.match(rf'{_NUMBER_LABEL}(.*)$', line.text, re.IGNORECASE)
        if not match:
            continue
        text = match.group(1) or next(
            (o.text for o in lines[i + 1 : i + 3] if o.row == line.row and any(c.isalnum() for c in o.text)), ''
        )
        status, _, value = read_number(text, ocr)
        return value if status == 'met' else None
    return None


def _own_number(part: PartView) -> str | None:
    requirement = next((r for r in part.rulebook.kinds[part.kind].requirements if r.id == 'nomor'), None)
    outcome = check_field(part, requirement) if requirement else None
    return outcome.value if outcome and outcome.status == 'met' and isinstance(outcome.value, str) else None


def _pieces(number: str, ocr: bool) -> list[str]:
    return [squashed_phrase(piece, ocr) for piece in re.split(r'[/\s\-–.,]+', number) if piece]


def _same_number(one: str, other: str, ocr: bool) -> bool:
    """The pieces between / . - agree, as far as both go; on a scan, after folding what OCR confuses."""
    a, b = _pieces(one, ocr), _pieces(other, ocr)
    length = min(len(a), len(b))
    return a[:length] == b[:length]


def _misread(one: str, other: str) -> bool:
    """All pieces agree but one, which is letters in one place and digits in the other: a number written by hand into a
    typed form ('yo/K/1/2020' for '0140/K/1/2020')."""
    a, b = (re.split(r'[/\s\-–.,]+', number.strip()) for number in (one, other))
    if len(a) != len(b) or len(a) < 3:
        return False
    odd = [pair for pair in zip(a, b, strict=True) if squashed_phrase(pair[0], True) != squashed_phrase(pair[1], True)]
    return len(odd) == 1 and len({repair_digits(piece).isdigit() for piece in odd[0]}) == 2

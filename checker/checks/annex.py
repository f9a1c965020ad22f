"""The annex of a decree: its header, whether it repeats the decree's number and date, and whether anything stands in
it."""

from __future__ import annotations

import re

from checker.checks.date import check_place_date
from checker.checks.field import check as check_field
from checker.checks.field import read_number
from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.heads import AnnexHead, annex_heads
from checker.model import Line, Place
from checker.rulebook import Requirement
from checker.search import line_of, place
from checker.text import find_dates, squashed_phrase
from checker.view import PageView, PartView

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
    number, own_number = _labelled(lines, r'(?:nomor|no\b)', ocr), _own_number(part)
    if number and own_number and not _same_number(number, own_number, ocr):
        return unsure('tidak-cocok', spot, value=number)
    dates = [d for line in lines for d in find_dates(line.text, ocr=ocr) if d.complete]
    own_date = _own_date(part)
    if dates and own_date and dates[0].iso != own_date:
        return unsure('tidak-cocok', spot, value=dates[0].iso)
    return met(spot, head.label.score)


def _header_place(view: PageView, head: AnnexHead) -> Place:
    line = line_of(view.page, head.label.start)
    return place(view.page, line.start, line.end)


def _labelled(lines: list[Line], label: str, ocr: bool) -> str | None:
    for i, line in enumerate(lines):
        match = re.match(rf'^\W*{label}\W*(.*)$', line.text, re.IGNORECASE)
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


def _own_date(part: PartView) -> str | None:
    requirement = next((r for r in part.rulebook.kinds[part.kind].requirements if r.check == 'place-date'), None)
    outcome = check_place_date(part, requirement) if requirement else None
    return outcome.value if outcome and outcome.status == 'met' and isinstance(outcome.value, str) else None


def _same_number(one: str, other: str, ocr: bool) -> bool:
    """The pieces between / . - agree, as far as both go; on a scan, after folding what OCR confuses."""
    a, b = (
        [squashed_phrase(piece, ocr) for piece in re.split(r'[/\s\-–.,]+', number) if piece] for number in (one, other)
    )
    length = min(len(a), len(b))
    return a[:length] == b[:length]

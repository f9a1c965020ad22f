"""The day that a record names: 'Pada hari ini Senin tanggal tiga bulan Februari tahun dua ribu dua puluh lima', in
words or digits, or after a label 'Hari/Tanggal'.

Words and digits that disagree are said; a day left open is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.field import judge
from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.model import Page
from checker.rulebook import Requirement
from checker.search import Hit, line_of, place
from checker.text import DateRead, find_dates, has_gap
from checker.view import PartView, before, in_contents, position, rest, starts_line
from checker.worded_dates import find_worded_date

SENTENCE = 260
"""Letters after 'Pada hari ini' in which its date stands: in words with digits in brackets it is 120."""

_GOES_ON = re.compile(r'\b(?:bertempat|telah|kami|dilaksanakan|dilakukan|diadakan|yang bertanda)\b')
"""What was done on the day: the sentence goes on, and other dates may follow."""
_WEEKDAY = re.compile(r"^\W*(?:ini\W*)?(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b", re.IGNORECASE)


def check(part: PartView, requirement: Requirement) -> Outcome:
    """A day in the opening sentence (`anchor`), else beside a label (`words`); `value` is the ISO date."""
    rejected: list[Rejected] = []
    second: Outcome | None = None
    for hit in _openings(part, requirement):
        outcome = _in_sentence(hit)
        if outcome and not _GOES_ON.search(_sentence(hit)) and 'hari' not in hit.phrase.lower():
            continue  # 'Ditetapkan di Sukamaju, pada tanggal 3 Maret 2025' closes a paper: it opens no record
        if not hit.text[:1].isupper() and not (outcome and outcome.status == 'met' and _WEEKDAY.match(rest(hit))):
            continue  # within a sentence only a whole date tells: 'Berdasarkan rapat pada hari Senin, 19 Mei 2025'
        if outcome is None:
            rejected.append(Rejected(hit, 'tanpa-isi'))
        elif outcome.status == 'met':
            return outcome
        else:
            second = second or outcome
    for hit in _labels(part, requirement):
        outcome = judge(part, requirement, hit)
        if outcome.status == 'met':
            return outcome
        second = second or outcome
    return second or absent(part, requirement, rejected)


def _openings(part: PartView, requirement: Requirement) -> list[Hit]:
    hits = [h for w in requirement.anchor for h in part.find(w, requirement.scope) if h.sure]
    return sorted(hits, key=lambda h: (position(h), h.start, -len(h.phrase)))


def _labels(part: PartView, requirement: Requirement) -> Iterator[Hit]:
    hits = [h for w in requirement.words for h in part.find(w, requirement.scope)]
    for hit in sorted(hits, key=lambda h: (not h.sure, position(h), -len(h.phrase))):
        column = len(part.view(hit.page).rows[line_of(hit.page, hit.start).row]) > 3
        stands = starts_line(hit, numbered=requirement.numbered) or _beside_number(hit)
        if stands and not in_contents(hit) and not column:
            yield hit


_NUMBERED = re.compile(r'^\W*(?:nomor|no)\W.*\d', re.IGNORECASE)


def _beside_number(hit: Hit) -> bool:
    """'Nomor : 4/UK/2025   Tanggal : 12 Februari 2025' in one line under the title."""
    return bool(_NUMBERED.match(before(hit))) and rest(hit).lstrip().startswith(':')


def _sentence(hit: Hit) -> str:
    return hit.page.text[hit.end : hit.end + SENTENCE].replace('\n', ' ')


def _in_sentence(hit: Hit) -> Outcome | None:
    """The date of the sentence that the hit opens; None where it names none at all."""
    page, text = hit.page, _sentence(hit)
    end = _GOES_ON.search(text)
    text = text[: end.start()] if end else text
    ocr = page.source == 'ocr'
    worded = find_worded_date(text, ocr=ocr)
    dates = [*([worded] if worded else []), *(d for d in find_dates(text, ocr=ocr) if d.year)]
    read = next((d for d in dates if d.complete), None)
    if read:
        spot = place(page, hit.start, hit.end + max(d.end for d in dates if d.complete))
        if any(d.complete and d.iso != read.iso for d in dates):
            return unsure('tidak-cocok', spot, hit.score, read.iso)
        return met(spot, hit.score, read.iso)
    if not text.strip(' ,'):
        return None
    spot = place(page, hit.start, min(hit.end + max((d.end for d in dates), default=120), _end_of(page, hit)))
    if dates:
        return unsure('terisi-sebagian', spot, hit.score, _half(dates[0]))
    if has_gap(text):
        return Outcome('missing', 'placeholder', spot, hit.score)
    return unsure('tulisan-tangan', spot, hit.score) if ocr else None


def _half(read: DateRead) -> str:
    return '-'.join(f'{piece:02d}' if piece else '?' for piece in (read.year, read.month, read.day))


def _end_of(page: Page, hit: Hit) -> int:
    """The end of the third line after the hit's own: no place is longer."""
    last = min(line_of(page, hit.end - 1).index + 3, len(page.lines) - 1)
    return int(page.lines[last, 1])

"""What running text says of a meeting where no label does: 'kami mengundang Saudara menghadiri rapat koordinasi PPID
pada hari Senin tanggal 3 Maret 2025'.

Only a sentence that the rule's `anchor` opens is looked at; a day or a matter named elsewhere is another one's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.outcome import Outcome, met, unsure
from checker.rulebook import Requirement
from checker.search import Hit, place
from checker.text import DateRead, find_dates, has_gap
from checker.view import PartView, position
from checker.worded_dates import find_worded_date

SENTENCE = 420
"""Letters of a sentence after the word that opens it: purpose, matter, day in words, hour and place."""
LEAST_WORDS = 2
"""Words that name a matter: 'rapat' alone doesn't."""
_WEEKDAYS = r"(?:senin|selasa|rabu|kamis|jum[’'` ]?at|sabtu|minggu|ahad)"
_END = re.compile(rf'[.;?](?=\s+[A-Z]|\s*$)|:(?!\s*(?:hari\s+)?{_WEEKDAYS}\b)', re.IGNORECASE)
_DAY = re.compile(rf'\b(?:{_WEEKDAYS}|pada\s+tanggal)\b', re.IGNORECASE)
_OPEN_DAY = re.compile(r'\b(?:hari|tanggal|tgl)\b\W{0,3}(?=[.…_]{3,})', re.IGNORECASE)
NEAR = 110
"""Letters after a weekday in which its date stands: in words with digits in brackets it is 90."""
_ENDS_MATTER = re.compile(r'[,;:.()]')


def said(part: PartView, requirement: Requirement) -> Outcome | None:
    """The day (`value` = date) or the matter that a sentence names; None where none speaks of one."""
    second: Outcome | None = None
    for hit in _openings(part, requirement):
        outcome = _day(hit) if requirement.value == 'date' else _matter(part, requirement, hit)
        if outcome and outcome.status == 'met':
            return outcome
        second = second or outcome
    return second


def _openings(part: PartView, requirement: Requirement) -> list[Hit]:
    hits = [h for word in requirement.anchor for h in part.find(word, requirement.scope) if h.sure]
    return sorted(hits, key=lambda h: (position(h), h.start, -len(h.phrase)))


def _sentence(hit: Hit) -> str:
    """What follows the opening up to the sentence's end, line breaks as spaces."""
    text = hit.page.text[hit.end : hit.end + SENTENCE].replace('\n', ' ')
    end = _END.search(text)
    return text[: end.start()] if end else text


def _day(hit: Hit) -> Outcome | None:
    text, ocr = _sentence(hit), hit.page.source == 'ocr'
    for day in _DAY.finditer(text):
        dates = list(_dates(text[day.start() : day.end() + NEAR], ocr))
        whole = next((d for d in dates if d.complete), None)
        if dates:
            last = hit.end + day.start() + max(d.end for d in dates)
            spot = place(hit.page, hit.start, last)
            return met(spot, hit.score, whole.iso) if whole else unsure('terisi-sebagian', spot, hit.score)
    blank = _OPEN_DAY.search(text)
    if blank:
        return Outcome('missing', 'placeholder', place(hit.page, hit.start, hit.end + blank.end()), hit.score)
    return None


def _dates(text: str, ocr: bool) -> Iterator[DateRead]:
    worded = find_worded_date(text, ocr=ocr)
    if worded and worded.complete:
        yield worded
    yield from find_dates(text, ocr=ocr)


def _matter(part: PartView, requirement: Requirement, hit: Hit) -> Outcome | None:
    """What one of the rule's phrases brings in, up to a word of `until`."""
    last = hit.end + len(_sentence(hit))
    named = [
        other
        for phrase in requirement.phrases
        for other in part.view(hit.page).find(phrase)
        if other.sure and hit.start <= other.start and other.end <= last
    ]
    until = re.compile(rf'(?<!\w)(?:{"|".join(map(re.escape, requirement.until)) or "$."})(?!\w)', re.IGNORECASE)
    for other in sorted(named, key=lambda h: h.start):
        text = hit.page.text[other.end : last].replace('\n', ' ')
        ends = [found.start() for found in (until.search(text), _ENDS_MATTER.search(text)) if found]
        matter = text[: min(ends, default=len(text))].rstrip()
        if len(re.findall(r'[^\W\d_]{2,}', matter)) >= LEAST_WORDS and not has_gap(matter):
            spot = place(hit.page, other.start, other.end + len(matter))
            return met(spot, min(hit.score, other.score), matter.strip())
    return None

"""Lines of a table that name something: 'Sub Kegiatan : 2.16.02 Pelayanan Informasi Publik'.

A row beside other cells, a line after an account's code or after a label counts; prose never does.
"""

from __future__ import annotations

import re

from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.model import Line
from checker.rulebook import Requirement
from checker.search import Hit, line_of, place
from checker.text import is_placeholder
from checker.view import PartView, in_contents, starts_line

ROW_LINE = 170
"""Longest cell or labelled line in letters; longer ones are prose."""
PROSE = 9
"""Words of a line in which a full stop at its end makes it a sentence."""
_CODE = re.compile(r'^\W*\d+(?:\s?\.\s?\d+){1,}')
_LABEL = re.compile(r'^[^:]{2,60}:')


def check(part: PartView, requirement: Requirement) -> Outcome:
    """The first such line that names one of `words` and none of `not_words`."""
    rejected: list[Rejected] = []
    damaged: Hit | None = None
    for hit in (h for word in requirement.words for h in part.find(word, requirement.scope)):
        line = line_of(hit.page, hit.start)
        row = ' '.join(other.text for other in part.view(line.page).rows[line.row]).lower()
        if in_contents(hit) or not _is_row(part, line, hit):
            rejected.append(Rejected(hit, 'bukan-judul'))
        elif any(re.search(rf'\b{re.escape(word.lower())}\b', row) for word in requirement.not_words):
            rejected.append(Rejected(hit, 'kata-lain'))
        elif hit.sure:
            return met(place(hit.page, line.start, max(line.end, hit.end)), hit.score, line.text.strip()[:200])
        else:
            damaged = damaged or hit
    if damaged:
        return unsure('kata-rusak', damaged.place, damaged.score)
    return absent(part, requirement, rejected)


def _is_row(part: PartView, line: Line, hit: Hit) -> bool:
    text = line.text.strip()
    if len(text) > ROW_LINE or is_placeholder(text) or (text.endswith('.') and len(text.split()) >= PROSE):
        return False
    cells = [other for other in part.view(line.page).rows[line.row] if any(c.isalnum() for c in other.text)]
    labelled = _LABEL.match(text) is not None and not starts_line(hit)
    return len(cells) >= 2 or bool(_CODE.match(text)) or labelled

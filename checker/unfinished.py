"""Whether a document says of itself that it is a draft: by a mark, or by number, date and signature left open at once.

Advice, but for one thing: ink on a draft may be that of whoever read it, so there people look. Words of a subject or of
running text ('Rancangan Peraturan Daerah') mark nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from rapidfuzz import fuzz

from checker.checks.own_title import head_of, titles_of
from checker.messages import _
from checker.model import Finding, Line, Note, Place
from checker.reasons import explain
from checker.rulebook import Requirement
from checker.search import place
from checker.text import MONTHS, squashed_phrase
from checker.view import PageView, PartView, row_of

TOP, BOTTOM, EDGE_ROWS = 0.12, 0.88, 2
"""Shares of a page's height above and below which headers and footers stand (margins of offices: 2-3 cm of 33), and how
many rows they have at most."""
LARGE = 3.0
"""Times the height of the page's usual line from which a word alone is a watermark; titles have twice."""
FIRST_ROWS = 8
"""Rows under which no mark over a title stands where the title wasn't found: letterhead and title take up to seven."""
ALIKE = 88.0
"""Likeness (0-100) from which a mark read by OCR is one: a wrong letter in nine. Short marks must be whole."""
_FURNITURE = ('kop halaman', 'kaki halaman')
_OPEN = ('label-kosong', 'placeholder', 'terisi-sebagian')
_UNSIGNED = ('none', 'paraf', 'typed', 'no-block')


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What tells a draft, in words, and where."""

    says: str
    place: Place


def of(part: PartView, findings: Sequence[Finding]) -> Unfinished | None:
    """What tells that the part is a draft; only kinds that somebody signs are drafted."""
    if not any(map(_signs, part.rulebook.kinds[part.kind].requirements)):
        return None
    return _marked(part) or _left_open(part, findings)


def note(told: Unfinished) -> Note:
    """For the whole file: what was seen and what to do."""
    says = _("{what}: naskah ini tampak masih rancangan. {advice}").format(
        what=told.says[:1].upper() + told.says[1:], advice=_advice())
    return Note('rancangan', told.place.page if not told.place.at else None, says)


def weighed(part: PartView, findings: Sequence[Finding], told: Unfinished) -> tuple[Finding, ...]:
    """The findings with what a draft means for its signature; a digital one was made knowingly and stays."""
    signing = {r.id: r for r in part.rulebook.kinds[part.kind].requirements if _signs(r)}
    return tuple(_weighed(f, signing[f.requirement], told) if f.requirement in signing else f for f in findings)


def _weighed(finding: Finding, requirement: Requirement, told: Unfinished) -> Finding:
    if finding.status == 'met' and finding.form == 'wet':
        message, _unused = explain('tinta-meragukan', requirement)
        finding = replace(finding, status='unsure', reason='tinta-meragukan', form='undecided', message=message)
    if finding.status not in ('missing', 'unsure'):
        return finding
    says = _("Naskah ini tampak masih rancangan: {what}.").format(what=told.says)
    return replace(finding, message=f'{finding.message} {says}', advice=_advice())


def _advice() -> str:
    return _("Unggah naskah akhir yang bernomor, bertanggal, dan ditandatangani.")


def _signs(requirement: Requirement) -> bool:
    return requirement.check in ('signature', 'signatures')


# Marks


def _marked(part: PartView) -> Unfinished | None:
    for view in part.views:
        for line in view.page:
            mark = _mark(part, line)
            if mark and (_is_furniture(view, line) or _above_title(part, line)):
                return _seen(mark, place(view.page, line.start, line.end))
            if not mark and _opens_title(part, line) and _above_title(part, line):
                return _seen(line.text, place(view.page, line.start, line.end))
        faint = next((mark for text in view.page.hidden if (mark := _whole(part, text))), None)
        if faint:
            return _seen(faint, Place(view.page.n, None, None, ''))
    return None


def _seen(mark: str, spot: Place) -> Unfinished:
    where = (spot.at or '').split(',')[0] or _("halaman {n}").format(n=spot.page)
    return Unfinished(_("{where} bertanda \"{mark}\"").format(where=where, mark=' '.join(mark.split())), spot)


def _mark(part: PartView, line: Line) -> str | None:
    """The line's words if they are a draft's mark and nothing else."""
    if len(line.text) > 60:
        return None
    found = _whole(part, line.text)
    if found is None and line.page.source == 'ocr':
        own = squashed_phrase(line.text, False)
        known = (squashed_phrase(mark, False) for mark in part.rulebook.drafts.marks)
        found = line.text if any(len(m) >= 9 and fuzz.ratio(own, m) >= ALIKE for m in known) else None
    return found


def _whole(part: PartView, text: str) -> str | None:
    """'DRAFT', '- K O N S E P -', 'Draf ke-2', 'Draft 12 Februari 2025': a mark with at most its version and date."""
    letters = re.sub('[^a-z]', '', text.lower())
    for mark in part.rulebook.drafts.marks:
        opening = squashed_phrase(mark, False)
        if letters.startswith(opening) and _is_version(part, letters[len(opening):]):
            return text.strip()
    return None


def _is_version(part: PartView, letters: str) -> bool:
    words = '|'.join(re.sub('[^a-z]', '', word.lower()) for word in (*part.rulebook.drafts.versions, *MONTHS))
    return re.fullmatch(f'(?:{words})*', letters) is not None


def _opens_title(part: PartView, line: Line) -> bool:
    """'RANCANGAN KEPUTUSAN KEPALA DINAS': the mark and then the title of the part's own kind."""
    letters = squashed_phrase(line.text, False)
    titles = [squashed_phrase(title, False) for title in part.rulebook.kinds[part.kind].identify.title]
    openings = (squashed_phrase(mark, False) for mark in part.rulebook.drafts.marks)
    return any(letters.startswith(o) and letters[len(o):].startswith(t) for o in openings for t in titles if t)


def _above_title(part: PartView, line: Line) -> bool:
    """On the first page, down to the title or, in a decree, to the word TENTANG: below, a subject begins."""
    if line.page is not part.views[0].page:
        return False
    head, titles = head_of(part), titles_of(part)
    if head is not None and head.title.page is line.page:
        return line.row <= row_of(head.title)
    first = min((row_of(hit) for hit in titles if hit.page is line.page), default=None)
    if first is not None:
        return line.row <= first
    about = (other.row for other in line.page if squashed_phrase(other.text, False) == 'tentang')
    order = part.views[0].row_order
    return line.row < min(about, default=order[:FIRST_ROWS][-1] + 1)


def _is_furniture(view: PageView, line: Line) -> bool:
    """In a header or footer, or so large that it is a watermark."""
    box = line.box
    if box is None:
        return (line.at or '').startswith(_FURNITURE)
    usual = median(_heights(view))
    middle = (box[1] + box[3]) / 2
    order = view.row_order
    header = middle <= TOP * view.page.height and line.row in order[:EDGE_ROWS]
    footer = middle >= BOTTOM * view.page.height and line.row in order[-EDGE_ROWS:]
    return header or footer or box[3] - box[1] >= LARGE * usual


def _heights(view: PageView) -> Iterator[float]:
    return (box[3] - box[1] for line in view.page if (box := line.box))


# What was left open


def _left_open(part: PartView, findings: Sequence[Finding]) -> Unfinished | None:
    """Number and date are dots, and nobody has signed: each alone is only a gap."""
    by_id = {finding.requirement: finding for finding in findings}
    known = part.rulebook.kinds[part.kind].requirements
    numbers = [by_id[r.id] for r in known if r.id in by_id and r.check == 'field' and r.value == 'number']
    dates = [by_id[r.id] for r in known if r.id in by_id and (r.check in ('place-date', 'day') or r.value == 'date')]
    signing = [by_id[r.id] for r in known if r.id in by_id and _signs(r)]
    if not (_open(numbers) and _open(dates) and any(f.form in _UNSIGNED for f in signing)):
        return None
    spot = next(f.place for f in (*numbers, *dates) if f.reason in _OPEN and f.place)
    return Unfinished(_("nomor, tanggal, dan tempat tanda tangannya masih kosong"), spot)


def _open(findings: Sequence[Finding]) -> bool:
    """None is filled in, and one is there to be filled in."""
    return any(f.reason in _OPEN and f.place for f in findings) and all(f.status != 'met' for f in findings)

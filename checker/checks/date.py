"""Place and date of a document, and the year of a document: always the document's own, never the file name's."""

from __future__ import annotations

import re

from checker.checks import day
from checker.checks.field import Value, ink_beside, read_date, value_of
from checker.checks.field import check as check_field
from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.checks.own_title import head_of, titles_of
from checker.model import Line, Place
from checker.reports import report_years
from checker.rulebook import Requirement, Scope
from checker.search import Hit, line_of, longest, place
from checker.text import DateRead, find_dates, find_years, is_placeholder, repaired
from checker.view import PartView, position, rest, row_of, starts_line

DATE_WORDS = ('pada tanggal', 'pada tgl', 'tanggal', 'tgl')
ROWS_TO_DATE = 4
SOP_YEARS = 5
"""An SOP is accepted up to five years back (catalogue, section 1)."""
_NO_PLACE = r'(?!(?i:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|hari|tanggal|tgl)\b)'
_COMMA_FORM = re.compile(rf'^\W*{_NO_PLACE}(?P<place>[A-Z][\w .\-]{{2,40}}?)\s*,\s*(?P<date>[\d.…_]{{1,12}}.{{0,40}})$')
LEAST_DOTS = 5
"""Dots after a comma that leave a date open; fewer end a sentence."""
_DAYLESS = re.compile(
    rf'^\W*{_NO_PLACE}(?P<place>[A-Z][\w .\-]{{2,40}}?)\s*,\s*(?P<date>(?:[A-Za-z]{{3,9}}\.?\s+)?(?:19|20)\d{{2}})\W*$'
)
"""'Rawa Elok, Januari 2025': the day was left out; or day and month."""


def check_place_date(part: PartView, requirement: Requirement) -> Outcome:
    """'Ditetapkan di <place>' and 'pada tanggal <date>', both filled in; or '<place>, <date>' over the signer."""
    scope = _date_scope(part, requirement)
    found = longest(h for w in requirement.words for h in part.find(w, scope))
    labels = [h for h in found if starts_line(h) and not _ends_sentence(h)]
    places = sorted(labels, key=lambda h: (not h.sure, position(h), -len(h.phrase)))
    rejected = [Rejected(h, 'bukan-judul') for h in found if not starts_line(h)]
    second: Outcome | None = None
    for hit in places:
        outcome = _judge_pair(part, hit)
        if outcome.status == 'met':
            return outcome
        second = second or outcome
    comma = _comma_form(part, scope)
    if comma and comma.status == 'met':
        return comma
    if comma and comma.status == 'unsure' and scope != 'dicta':
        return comma
    return second or comma or absent(part, requirement, rejected, scope='body')


def _ends_sentence(hit: Hit) -> bool:
    """'... mulai berlaku pada tanggal / ditetapkan.': no label."""
    return hit.text[:1].islower() and rest(hit).strip() == '.'


def _date_scope(part: PartView, requirement: Requirement) -> Scope:
    """A decree's date closes its dicta; other documents have none, there the rule's scope counts."""
    decree = part.rulebook.kinds[part.kind].identify.form == 'decree'
    return 'dicta' if decree and requirement.scope == 'part' else requirement.scope


def own_date(part: PartView) -> tuple[str, Place] | None:
    """The decree's own date (ISO) and where it stands, if it is filled in and read."""
    requirement = next((r for r in part.rulebook.kinds[part.kind].requirements if r.check == 'place-date'), None)
    outcome = check_place_date(part, requirement) if requirement else None
    if outcome is None or outcome.status != 'met' or outcome.place is None or not isinstance(outcome.value, str):
        return None
    return outcome.value, outcome.place


def _judge_pair(part: PartView, hit: Hit) -> Outcome:
    value = value_of(part, hit, below=False)
    if value is None or is_placeholder(value.text):
        if value is None and ink_beside(part, hit):
            return unsure('tulisan-tangan', hit.place, hit.score)
        return Outcome('missing', 'label-kosong' if value is None else 'placeholder', hit.place, hit.score)
    date = _date_label(part, hit)
    if date is None:
        return _date_in_line(part, hit)
    return _judge_date(part, hit, date)


def _date_label(part: PartView, hit: Hit) -> Hit | None:
    """'pada tanggal' in the next rows, whatever its column."""
    row = row_of(hit)
    view = part.view(hit.page)
    hits = [
        h
        for w in DATE_WORDS
        for h in view.find(w)
        if row <= row_of(h) <= row + ROWS_TO_DATE and h.start > hit.start and h.sure
    ]
    if not hits and row in view.row_order[-ROWS_TO_DATE:]:
        after = next((v for v in part.views if v.page.n == hit.page.n + 1), None)
        top = set(after.row_order[:ROWS_TO_DATE]) if after else set()
        hits = [
            h
            for w in DATE_WORDS[:2]
            for h in (after.find(w) if after else ())
            if row_of(h) in top and h.sure and starts_line(h) and position(h) < part.bounds.annex
        ]
    return min(hits, key=lambda h: (row_of(h), DATE_WORDS.index(h.phrase)), default=None)


def _date_in_line(part: PartView, hit: Hit) -> Outcome:
    line = line_of(hit.page, hit.start)
    date = next((d for d in find_dates(line.text, ocr=hit.page.source == 'ocr') if d.complete), None)
    if date:
        return met(place(hit.page, line.start, line.end), hit.score, date.iso)
    return Outcome('missing', 'tidak-ada', hit.place, hit.score)


def _judge_date(part: PartView, hit: Hit, label: Hit) -> Outcome:
    value = value_of(part, label, below=False)
    if value is None:
        if ink_beside(part, label):
            return unsure('tulisan-tangan', label.place, label.score)
        return Outcome('missing', 'label-kosong', label.place, label.score)
    if is_placeholder(value.text):
        return Outcome('missing', 'placeholder', label.place, label.score)
    status, reason, read = read_date(_run_on(part, value), hit.page.source == 'ocr')
    spot = (
        place(hit.page, min(hit.start, label.start), value.end)
        if value.page is hit.page is label.page and value.end > hit.start
        else value.place
    )
    if status == 'met':
        return met(spot, min(hit.score, label.score), read, (hit.place, value.place))
    assert reason is not None
    return Outcome('missing' if status == 'missing' else 'unsure', reason, value.place, hit.score, read)


def _run_on(part: PartView, value: Value) -> str:
    """A date that wraps in a narrow column goes on in the next line."""
    if any(d.complete for d in find_dates(value.text)) or not any(c.isdigit() for c in value.text):
        return value.text
    after = part.view(value.page).below(line_of(value.page, max(value.start, value.end - 1)), 1)
    joined = ' '.join([value.text, *(line.text for line in after)])
    return joined if any(d.complete for d in find_dates(joined)[:1]) else value.text


def _comma_form(part: PartView, scope: Scope) -> Outcome | None:
    """'<place>, <date>'; the first complete one, else one whose day is left out, else one of dots alone."""
    second: Outcome | None = None
    for line in part.lines(scope):
        gap = part.view(line.page).right_of(line)[:1] if line.text.rstrip().endswith(',') else []
        text = ' '.join(other.text for other in (line, *gap))
        match = _COMMA_FORM.match(text) or _DAYLESS.match(text)
        if not match or len(text) > 70:
            continue
        ocr = line.page.source == 'ocr'
        status, reason, read = read_date(match['date'], ocr)
        spot = place(line.page, line.start, max(line.end, *(other.end for other in gap)) if gap else line.end)
        if status == 'met':
            return met(spot, value=read)
        if reason == 'terisi-sebagian' or (reason and find_dates(match['date'], ocr=ocr)):
            second = unsure(reason, spot) if second is None or second.status == 'missing' else second
        elif is_placeholder(match['date']) and len(match['date']) >= LEAST_DOTS:
            second = second or Outcome('missing', 'placeholder', spot)
    return second


def check_year(part: PartView, requirement: Requirement) -> Outcome:
    """The document's own year against the period, by the rule of its kind."""
    if requirement.years == 'report':
        return _report_year(part, requirement)
    found = (
        _subject_year(part) or _decree_year(part)
        if requirement.years == 'list' and part.rulebook.kinds[part.kind].identify.form == 'decree'
        else _decree_year(part)
        if requirement.years == 'decree'
        else _sop_year(part)
        if requirement.years == 'sop'
        else _title_year(part)
    )
    if found is None:
        return absent(part, requirement)
    year, spot = found
    return judge_year(year, part.period, requirement.years or 'decree', spot)


def judge_year(year: int, period: int, rule: str, spot: Place) -> Outcome:
    """Catalogue, section 1: a decree of an earlier year may still be in force; a list of another year is the wrong
    one."""
    expected = period - 1 if rule == 'report' else period
    if year == expected:
        return met(spot, value=year)
    if rule == 'sop':
        if 0 <= expected - year <= SOP_YEARS:
            return met(spot, value=year)
        return unsure('tahun-lama' if year < expected else 'tahun-lain', spot, value=year)
    if rule == 'decree':
        return unsure('tahun-lama' if year < expected else 'tahun-lain', spot, value=year)
    return Outcome('missing', 'tahun-lain', spot, 100.0, year)


_CITATION = re.compile(r'\b(?:nomor|no)\b.{0,40}?\b(?:19|20)\d{2}\b', re.IGNORECASE)
"""A law or an earlier decree in a subject: its year is not the list's."""


def _subject_year(part: PartView) -> tuple[int, Place] | None:
    """The year that a decree on a list names in its subject: '... DAFTAR INFORMASI PUBLIK TAHUN 2025'."""
    head = head_of(part)
    if head is None or not head.subject:
        return None
    first, last = head.subject[0], head.subject[-1]
    years = find_years(_CITATION.sub(' ', head.subject_text), ocr=first.page.source == 'ocr')
    return (years[-1], place(first.page, first.start, last.end)) if years else None


def _decree_year(part: PartView) -> tuple[int, Place] | None:
    """The year of 'pada tanggal ...' or of the day that a record names; else the year in the number."""
    requirement = next((r for r in part.rulebook.kinds[part.kind].requirements if r.check == 'place-date'), None)
    outcome = check_place_date(part, requirement) if requirement else _own_day(part)
    if outcome and outcome.place and isinstance(outcome.value, str):
        years = find_years(outcome.value)
        if years:
            return years[0], outcome.place
    return _number_year(part) if part.rulebook.kinds[part.kind].identify.form == 'decree' else _title_year(part)


def _own_day(part: PartView) -> Outcome | None:
    requirement = next((r for r in part.rulebook.kinds[part.kind].requirements if r.check == 'day'), None)
    return day.check(part, requirement) if requirement else None


def _number_year(part: PartView) -> tuple[int, Place] | None:
    head = head_of(part)
    if head is None:
        return None
    row = row_of(head.title)
    for line in part.view(head.title.page).page:
        if row <= line.row <= row + 7 and re.match(r'^\W*(?:nomor|no\b|n o m o r)', line.text, re.IGNORECASE):
            years = find_years(line.text, ocr=line.page.source == 'ocr')
            if years:
                return years[-1], place(line.page, line.start, line.end)
    return None


def _report_year(part: PartView, requirement: Requirement) -> Outcome:
    """The year in the title, else elsewhere on the cover, else where the report is named in running words.

    Never that of the signature: a report is signed in the year after its own.
    """
    for hit in (h for h in titles_of(part) if h.sure):
        view = part.view(hit.page)
        in_title = report_years(view, hit, cover=False)
        for years in (in_title, report_years(view, hit, cover=True)):
            if years:
                line = years[0][1]
                year = [y for y, other in years if other.index == line.index][-1]
                outcome = judge_year(year, part.period, 'report', place(line.page, line.start, line.end))
                return outcome if in_title or outcome.status == 'met' else _doubted(outcome)
    named = [n for w in requirement.words for h in part.find(w) if (n := _named_year(h))]
    if not named:
        return absent(part, requirement)
    year, spot = min(named, key=lambda n: n[1].page or 0)
    outcome = judge_year(year, part.period, 'report', spot)
    return outcome if len({y for y, _ in named}) == 1 else _doubted(outcome)


def _doubted(outcome: Outcome) -> Outcome:
    return Outcome('unsure', 'tahun-lain', outcome.place, outcome.score, outcome.value)


_NAMED_YEAR = re.compile(
    r'^[^.;\d]{0,60}?\b(?:tahun|periode)(?:\s+anggaran)?\s+(?P<year>(?:19|20)\d{2})(?!\d)', re.IGNORECASE
)


def _named_year(hit: Hit) -> tuple[int, Place] | None:
    """'Laporan Layanan Informasi Publik Tahun 2024' in running words."""
    after = hit.page.text[hit.end : hit.end + 100].replace('\n', ' ')
    match = _NAMED_YEAR.match(repaired(after) if hit.page.source == 'ocr' else after) if hit.sure else None
    return (int(match['year']), place(hit.page, hit.start, hit.end + match.end())) if match else None


_CITES = re.compile(
    r'undang|peraturan|perki|permen|\buu\b|nomor\s+\d+\s+tahun|(?<!semester\s)(?<!triwulan\s)\b\d{1,3}\s+tahun\s+(?:19|20)\d{2}\b',
    re.IGNORECASE,
)
"""Lines that name a law: its year is not the list's."""


def _title_year(part: PartView) -> tuple[int, Place] | None:
    """The year in the title's lines or the opening rows; else that of the signing date."""
    titles = [h for h in titles_of(part) if h.sure]
    for hit in titles[:1]:
        row = row_of(hit)
        for line in part.view(hit.page).page:
            if (
                row <= line.row <= row + 5
                and not _CITES.search(line.text)
                and not _in_table(part, line)
                and (years := find_years(line.text, ocr=line.page.source == 'ocr'))
            ):
                return years[-1], place(line.page, line.start, line.end)
    for view in part.views[:1]:
        top = set(view.row_order[:12])
        for line in view.page:
            if (
                line.row in top
                and not _CITES.search(line.text)
                and re.search(r'\btahun\b|\bT\.?A\b', line.text, re.IGNORECASE)
                and len(line.text) < 90
                and (years := find_years(line.text, ocr=line.page.source == 'ocr'))
            ):
                return years[-1], place(view.page, line.start, line.end)
    return _signing_year(part)


def _in_table(part: PartView, line: Line) -> bool:
    return (line.at or '').startswith('tabel') or len(part.view(line.page).rows[line.row]) > 3


def _signing_year(part: PartView) -> tuple[int, Place] | None:
    for line in reversed(list(part.lines('part'))):
        cell = _in_table(part, line)
        match = _COMMA_FORM.match(line.text) if len(line.text) <= 70 and not cell else None
        dates: list[DateRead] = find_dates(match['date'] if match else '', ocr=line.page.source == 'ocr')
        if dates and dates[0].year:
            return dates[0].year, place(line.page, line.start, line.end)
    return None


SOP_DATES = ('tgl-efektif', 'tgl-pembuatan')


def _sop_year(part: PartView) -> tuple[int, Place] | None:
    kind = part.rulebook.kinds[part.kind]
    for requirement in (r for id in SOP_DATES for r in kind.requirements if r.id == id):
        outcome = check_field(part, requirement)
        if outcome.status == 'met' and isinstance(outcome.value, str) and outcome.place:
            return int(outcome.value[:4]), outcome.place
    return None

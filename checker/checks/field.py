"""Labelled fields: 'NOMOR : 188/2025', 'Tgl. Efektif | 2 Januari 2025', 'Nama SOP'.

A label without a value is `missing`; a value partly filled is `unsure`; ink where a value should be is
`tulisan-tangan`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.cells import cell_of
from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.checks.own_title import head_of
from checker.checks.running import said
from checker.checks.signer_words import is_name
from checker.messages import _
from checker.model import Box, Line, Page, Place, Reason, span_box
from checker.rulebook import Requirement
from checker.search import Hit, line_of, longest, place
from checker.text import find_dates, find_nip, has_gap, is_placeholder, month_number, repaired
from checker.view import PageView, PartView, in_contents, opens_capital, position, row_of, starts_line


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a label's place, and where."""

    text: str
    page: Page
    start: int
    end: int

    @property
    def place(self) -> Place:
        return place(self.page, self.start, self.end)


def check(part: PartView, requirement: Requirement) -> Outcome:
    rejected: list[Rejected] = []
    second: Outcome | None = None
    judged: Hit | None = None
    for hit in _labels(part, requirement):
        if _above_title(part, hit) or _heads_column(part, requirement, hit) or _dates_letter(part, requirement, hit):
            rejected.append(Rejected(hit, 'di-luar-tempat'))
            continue
        if part.outdone(hit, requirement.words):
            continue
        if not _stands(hit, requirement) or in_contents(hit):
            rejected.append(Rejected(hit, 'bukan-judul'))
            continue
        if any(word.lower() in line_of(hit.page, hit.start).text.lower() for word in requirement.not_words):
            rejected.append(Rejected(hit, 'kata-lain'))
            continue
        parted = requirement.value == 'date' and judged is not None and _goes_on_under(judged, hit)
        if second is not None and len(hit.phrase.split()) == 1 and not parted:
            break  # the full label stands and is not filled; a bare 'Nomor' elsewhere is another document's
        outcome = judge(part, requirement, hit)
        if outcome.status == 'met':
            return outcome
        judged, second = hit, second or outcome
    return second or (said(part, requirement) if requirement.anchor else None) or absent(part, requirement, rejected)


def _goes_on_under(first: Hit, hit: Hit) -> bool:
    """Another label in the next row: 'Hari : Senin' over 'Tanggal : 3 Maret 2025'."""
    pages, rows = zip(position(first), position(hit), strict=True)
    return first.phrase != hit.phrase and pages[0] == pages[1] and rows[1] == rows[0] + 1


def _labels(part: PartView, requirement: Requirement) -> list[Hit]:
    hits = [_whole(hit) for word in requirement.words for hit in part.find(word, requirement.scope)]
    # 'Nomor SOP' goes before a bare 'NOMOR', wherever it stands.
    return sorted(
        longest(hits),
        key=lambda h: (not h.sure, len(h.phrase.split()) == 1, not opens_capital(h), position(h), -len(h.phrase)),
    )


_TWIN = re.compile(r'\s?/\s?[A-Za-z][A-Za-z ]{1,24}?(?=\s*(?:[:=]|$))')
"""A second name of the same label: the '/Agenda' of 'Acara/Agenda :'."""


def _whole(hit: Hit) -> Hit:
    """A label of two names as one: 'Acara/Agenda', of which the rule knows only the first."""
    line = line_of(hit.page, hit.end - 1)
    twin = _TWIN.match(hit.page.text[hit.end : line.end])
    return replace(hit, end=hit.end + twin.end()) if twin else hit


def _above_title(part: PartView, hit: Hit) -> bool:
    """A decree's own labels stand under its title; above it stands the letterhead with its address."""
    head = head_of(part) if part.rulebook.kinds[part.kind].identify.form == 'decree' else None
    return head is not None and head.title.page is hit.page and position(hit) < position(head.title)


def _dates_letter(part: PartView, requirement: Requirement, hit: Hit) -> bool:
    """A bare 'Tanggal' beside a letter's number, in its head or on what it encloses: the day it was written."""
    kind = part.rulebook.kinds[part.kind]
    if kind.identify.form != 'letter' or requirement.value != 'date' or len(hit.phrase.split()) > 1:
        return False
    view, row = part.view(hit.page), row_of(hit)
    numbers = (h for r in kind.requirements if r.value == 'number' for w in r.words for h in view.find(w))
    near = {row_of(h) for h in numbers if h.sure and starts_line(h)}
    order = view.row_order
    at = order.index(row)
    return any(other in near for other in order[max(0, at - 1) : at + 2])


HEADS = 3
"""Labels of the kind in a row that make it a table's head, with the values in the row under it."""


def _under_head(part: PartView, hit: Hit) -> list[Line] | None:
    """The cell under a label that is one of a table's heads ('Hari, tanggal | Waktu | Tempat | Acara'); None where it
    is none."""
    view, line = part.view(hit.page), line_of(hit.page, hit.end - 1)
    cells = view.rows[line.row]
    kind = part.rulebook.kinds[part.kind]
    known = {word.lower() for words in (kind.identify.labels, *(r.words for r in kind.requirements)) for word in words}
    if hit.text.strip(' .').lower() in ('no', 'nomor'):
        return None  # the rows' own numbers stand under it
    if sum(cell.text.strip(' .').lower() in known for cell in cells) < HEADS or any(':' in c.text for c in cells):
        return None
    return view.column_under(line)[:1]


COLUMNS = 3
"""Cells in a row beyond which 'No' names a column."""


def _heads_column(part: PartView, requirement: Requirement, hit: Hit) -> bool:
    """A bare 'No' or 'Nomor' among the cells of a table's head."""
    line = line_of(hit.page, hit.start)
    bare = len(hit.phrase.split()) == 1 and line.text.strip(' .:') == hit.text.strip(' .:')
    cells = [other.text for other in part.view(hit.page).rows[line.row]]
    if requirement.value != 'number' and _under_head(part, hit) is not None:
        return False
    return bare and len(cells) > COLUMNS and not any(':' in text or any(map(str.isdigit, text)) for text in cells)


def _together(hit: Hit, value: Value) -> Place:
    """Label and value as one place."""
    if value.start >= hit.end and '\n' not in hit.page.text[hit.start : value.end]:
        return place(hit.page, hit.start, value.end)
    label, own = span_box(hit.page, hit.start, hit.end), span_box(value.page, value.start, value.end)
    if label is None or own is None:
        return Place(None, None, hit.place.at, f'{hit.text} : {value.text}'[:200])
    box = (min(label[0], own[0]), min(label[1], own[1]), max(label[2], own[2]), max(label[3], own[3]))
    return Place(hit.page.n, box, None, f'{hit.text} : {value.text}'[:200])


def _stands(hit: Hit, requirement: Requirement) -> bool:
    """A label opens its line; what follows it in the line is its value, or nothing."""
    return starts_line(hit, numbered=requirement.numbered)


def judge(part: PartView, requirement: Requirement, hit: Hit) -> Outcome:
    """What the value beside one label is worth."""
    if requirement.value == 'none':
        return met(hit.place, hit.score) if hit.sure else unsure('kata-rusak', hit.place, hit.score)
    value = value_of(part, hit, below=requirement.value in ('text', 'date'))
    if value is not None and requirement.value == 'number' and _is_no_number(value):
        value = None
    if value is None and requirement.value == 'line':
        value = _listed(part, hit)
    if value is None:
        ink = ink_beside(part, hit)
        if ink is not None:
            return unsure('tulisan-tangan', Place(hit.page.n, ink, None, hit.text), hit.score)
        return Outcome('missing', 'label-kosong', hit.place, hit.score)
    if is_placeholder(value.text):
        return Outcome('missing', 'placeholder', value.place, hit.score)
    if value.text.lower().strip(' .') in TICKS or part.opens_label(value.text):
        return Outcome('missing', 'label-kosong', hit.place, hit.score)
    status, reason, read = _READERS[requirement.value](value.text, hit.page.source == 'ocr')
    if status == 'met' and not hit.sure:
        status, reason = 'unsure', 'kata-rusak'
    if status == 'met' and requirement.value == 'number' and _has_hole(part, value):
        status, reason = 'unsure', 'terisi-sebagian'
    if status == 'met' and requirement.value in ('number', 'date') and inked(value):
        status, reason = 'unsure', 'tulisan-tangan'
    if reason == 'tulisan-tangan' and _is_next_label(part, hit, value):
        return Outcome('missing', 'label-kosong', hit.place, hit.score)
    whole = _together(hit, value)
    if status == 'met':
        repaired_number = requirement.value == 'number' and read is not None and read not in value.text
        said_so = _("{value} (terbaca {read})").format(value=read, read=value.text) if repaired_number else read
        return met(whole, hit.score, said_so)
    assert reason is not None
    return Outcome('missing' if status == 'missing' else 'unsure', reason, whole, hit.score, read)


_DATED = re.compile(r'^[A-Z][A-Za-z .\-]{2,40},\s*(?:tanggal\s+)?(?P<date>\d.{5,})$')


def _is_no_number(value: Value) -> bool:
    """What stands beside an empty label and is something else: a letter's place and date, a title, an office."""
    text = value.text.strip()
    dated = _DATED.match(text)
    if dated and any(date.complete for date in find_dates(dated['date'], ocr=value.page.source == 'ocr')):
        return True
    words = text.split()
    return value.page.source != 'ocr' and len(words) >= 2 and all(_WORD.fullmatch(word) for word in words)


_WORD = re.compile(r"[A-Za-z][a-z']{3,}[,.]?|[A-Z]{4,}[,.]?")
"""A word of prose, no abbreviation as in document numbers."""



def _is_next_label(part: PartView, hit: Hit, value: Value) -> bool:
    """Words printed under an empty label, with a value of their own beside them: 'Waktu' under 'Hari, Tanggal'."""
    line = line_of(value.page, value.start)
    if line.row <= line_of(hit.page, hit.end - 1).row or any(map(str.isdigit, value.text)) or inked(value):
        return False
    return ink_beside(part, hit) is None and any(
        sum(map(str.isalnum, other.text)) > 1 for other in part.view(value.page).right_of(line)
    )


TICKS = frozenset(
    {'sesuai', 'ada', 'lengkap', 'ya', 'tidak', 'tidak ada', 'belum', 'belum ada', 'v', '√', '✓', 'x', 'ok'}
)
"""What stands beside a label in a list for ticking off: no value."""

_SEPARATOR = re.compile(r'^[\s:;=.\-–]*')


def value_of(part: PartView, hit: Hit, *, below: bool) -> Value | None:
    """The value of a label: after it in its line, else in its ruled cell or the next, else right of it, else
    (`below`) under it."""
    line = line_of(hit.page, hit.end - 1)
    own = _filled(hit.page, hit.end, line.end)
    if own:
        return _wrapped(part, own, line)
    view = part.view(hit.page)
    under = _under_head(part, hit)
    if under is not None:
        value = _filled(hit.page, under[0].start, under[0].end) if under else None
        return _wrapped(part, value, under[0]) if value else None
    beside = view.cell_beside(line)
    if beside is not None:
        lines = [other for other in beside if _filled(hit.page, other.start, other.end)]
        return _run(hit.page, lines) if lines else _dots(hit, line)
    for other in view.beside(line, line_of(hit.page, hit.start)):
        if not _next_cell(line, other):
            break
        if _signs(part, view, other):
            continue
        found = _filled(hit.page, other.start, other.end)
        if found:
            return _wrapped(part, found, other)
        if any(c.isalnum() for c in other.text):
            break
    if below:
        for other in view.below(line, 1):
            return _filled(hit.page, other.start, other.end)
    return _dots(hit, line)


def _listed(part: PartView, hit: Hit) -> Value | None:
    """The first of the numbered lines under a label: '1. Pembahasan rencana kerja'."""
    line = line_of(hit.page, hit.end - 1)
    for other in part.view(hit.page).rows_after(line.row, 1):
        if re.match(r'^\W*(?:\d{1,2}|[a-z])[.)]\s+\w', other.text):
            return Value(other.text.strip(), hit.page, other.start, other.end)
    return None


def _dots(hit: Hit, line: Line) -> Value | None:
    dots = re.search(r'[.…_]{3,}', hit.page.text[hit.end : line.end])
    return Value(dots.group(), hit.page, hit.end, line.end) if dots else None


def _run(page: Page, lines: list[Line]) -> Value | None:
    """The lines of a cell as one value; lines that stand apart in the text end it."""
    first = _filled(page, lines[0].start, lines[0].end)
    end = lines[0]
    for line in lines[1:]:
        if line.index != end.index + 1:
            break
        end = line
    return (
        Value(page.text[first.start : end.end].replace('\n', ' ').strip(), page, first.start, end.end)
        if first
        else None
    )


def _wrapped(part: PartView, value: Value, line: Line) -> Value:
    """A value with the lines over which it wraps: the next lines of its column, in the same ruled cell if there is
    one."""
    cell = cell_of(line)
    lines = [line]
    for other in part.view(value.page).below(line, WRAPPED_LINES):
        box, above = other.box, lines[-1].box
        if (
            cell is None
            or cell_of(other) != cell
            or box is None
            or above is None
            or box[1] - above[3] > above[3] - above[1]
        ):
            break
        lines.append(other)
    end = lines[-1].end
    return (
        Value(value.page.text[value.start : end].replace('\n', ' ').strip(), value.page, value.start, end)
        if len(lines) > 1
        else value
    )


WRAPPED_LINES = 3


def _signs(part: PartView, view: PageView, line: Line) -> bool:
    """A signer's name or NIP, which may stand low in the cell above: nobody's value but the signature's."""
    return bool(find_nip(line.text)) or (
        is_name(line.text, part.rulebook.signers)
        and any(find_nip(under.text) for under in view.rows_after(line.row, 3))
    )


def _next_cell(label: Line, other: Line) -> bool:
    """In a table without layout a value stands in the next cell, or after a cell of its own for the colon."""
    columns = [re.search(r'baris \d+, kolom (\d+)', line.at or '') for line in (label, other)]
    if columns[0] is None or columns[1] is None:
        return True
    return int(columns[1].group(1)) - int(columns[0].group(1)) <= 2


def _filled(page: Page, start: int, end: int) -> Value | None:
    text = page.text[start:end]
    lead = _SEPARATOR.match(text)
    first = start + (lead.end() if lead else 0)
    body = page.text[first:end].strip()
    if not body:
        return Value(text.strip(), page, start, end) if re.search(r'[.…_]{3,}', text) else None
    dots = re.match(r'^[\s:;=]*([.…_]{3,})', text)
    if dots:
        return Value(text[dots.start(1) :].strip(), page, start + dots.start(1), start + len(text.rstrip()))
    return Value(body, page, first, first + len(page.text[first:end].rstrip()))


def ink_beside(part: PartView, hit: Hit) -> Box | None:
    """Ink right of a label on a scan that is no word that we read: likely written by hand."""
    label = span_box(hit.page, hit.start, hit.end)
    if hit.page.source != 'ocr' or label is None:
        return None
    middle = (label[1] + label[3]) / 2
    height = label[3] - label[1]
    for mark in hit.page.marks:
        x0, y0, x1, y1 = mark.box
        if (
            mark.kind == 'ink'
            and label[2] - height <= x0 <= label[2] + 25 * height
            and y0 - height <= middle <= y1 + height
            and y1 - y0 < 8 * height
        ):
            return (label[0], min(label[1], y0), x1, max(label[3], y1))
    return None


def _has_hole(part: PartView, value: Value) -> bool:
    """A number that goes on further right after a gap: '800/        /KEC/2025'."""
    line = line_of(value.page, max(value.start, value.end - 1))
    after = [other.text.strip() for other in part.view(value.page).right_of(line)[:1]]
    return value.text.rstrip().endswith(('/', '-')) or any(text.startswith('/') for text in after)


def inked(value: Value) -> bool:
    """Ink that is no word crosses a value on a scan: part of it is written by hand, and what was read of it is a
    guess."""
    box = span_box(value.page, value.start, value.end)
    if value.page.source != 'ocr' or box is None:
        return False
    height = box[3] - box[1]
    return any(
        m.kind == 'ink'
        and m.box[3] - m.box[1] < 4 * height
        and m.box[2] - m.box[0] < 30 * height
        and min(m.box[2], box[2] + height) > max(m.box[0], box[0])
        and min(m.box[3], box[3]) - max(m.box[1], box[1]) > 0.4 * height
        for m in value.page.marks
    )


Judged = tuple[str, Reason | None, str | None]

_PIECE = re.compile(
    r"^(?:\d{1,6}[a-zA-Z]?|[IVXLC]{1,5}|[A-Za-z][A-Za-z.&'-]{0,24}|\d{1,4}(?:\.\d{1,4})+|[A-Z]{1,4}\d{1,3}|\d{1,3}[A-Z]{1,4}|tahun)$"
)
"""A piece of a document number between / . - and spaces: a number, a Roman month, an abbreviation."""
_ROMAN_MONTH = re.compile(r'(?<=[/.-])(?=1*[Il|!])[I1l|!]{2,3}(?=\s?[/.-]\s?(?:19|20)\d{2})')
"""II or III before the year as scanners give them: '!11', 'I1'. Plain '11' and '111' stay: they may be meant."""
_TRAILING_YEAR = re.compile(r'[\s/\-–.]*(?:\b(?:tahun|th)\b\.?)?\s*(?:(?:19|20)\d{2})?\s*$', re.IGNORECASE)


def read_number(text: str, ocr: bool) -> Judged:
    """A document number: `met` when its serial stands; blank serial `missing`; a gap inside `unsure`."""
    value = re.split(r'\s{3,}|\bTENTANG\b', text.strip())[0].strip(' ,:;')
    if ocr:
        value = _ROMAN_MONTH.sub(lambda month: 'I' * len(month.group()), value)
    if has_gap(value) or re.search(r'(?:^|[/\s.-])[xX]{2,}(?:$|[/\s.-])', value):
        opening = re.match(r'^\W*(?:[.…_]|[xX]{2,})', value) is not None
        return ('missing', 'placeholder', None) if opening else ('unsure', 'terisi-sebagian', value)
    serial = _TRAILING_YEAR.sub('', repaired(value)).strip(' .,:;')
    if not serial or re.match(r'^[/\-–]', serial):
        return ('missing', 'label-kosong', None)
    if re.search(r'[/\-–]\s*[/\-–]', value):
        return ('unsure', 'terisi-sebagian', value)
    if not any(c.isdigit() for c in serial):
        return ('unsure', 'tulisan-tangan' if ocr else 'terisi-sebagian', None if ocr else value)
    if ocr and sum(c.isalnum() for c in value) == 1:
        return ('unsure', 'tulisan-tangan', None)  # dots to write on are read as a digit, too
    pieces = [p for p in re.split(r'[/\s\-–,]+|\.(?=\D)|(?<=\D)\.', repaired(value)) if p.strip('.()')]
    if ocr and (value.count('(') != value.count(')') or not all(_PIECE.match(p.strip('.()')) for p in pieces)):
        return ('unsure', 'tulisan-tangan', None)
    return ('met', None, value)


def read_date(text: str, ocr: bool) -> Judged:
    """A date: `met` when day, month and year stand."""
    dates = find_dates(text, ocr=ocr)
    complete = next((d for d in dates if d.complete), None)
    if complete:
        return ('met', None, complete.iso)
    if dates or re.search(r'\b(?:19|20)\d{2}\b', text):
        return ('unsure', 'terisi-sebagian', text.strip()[:40])
    if re.fullmatch(r'[\s\-–.]*', text):
        return ('missing', 'label-kosong', None)
    short = re.fullmatch(r'\W*(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{2})\W*', text)
    if short and 1 <= int(short[2]) <= 12 and 1 <= int(short[1]) <= 31:
        return ('met', None, f'20{short[3]}-{int(short[2]):02d}-{int(short[1]):02d}')
    if ocr:
        return ('unsure', 'tulisan-tangan', None)
    if any(month_number(word) for word in re.findall(r'[A-Za-z]{3,}', text)):
        return ('unsure', 'terisi-sebagian', text.strip()[:40])
    return ('missing', 'label-kosong', None)


def read_text(text: str, ocr: bool) -> Judged:
    """Any words that are no template mark."""
    if sum(c.isalnum() for c in text) < 2:
        return ('missing', 'label-kosong', None)
    return ('met', None, text.strip()[:200])


_READERS = {'number': read_number, 'date': read_date, 'text': read_text, 'line': read_text}

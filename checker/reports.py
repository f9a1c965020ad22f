"""What makes a report: its title block, its tables of contents, its headings, and where its annexes begin.

Shared by identification and by the checks of chapters. Never decides a kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.cells import cell_of
from checker.heads import SMALL_WORDS, TITLE_LENGTH
from checker.model import Line
from checker.rulebook import Identify
from checker.search import Hit, line_of
from checker.text import repaired, uppercase_share
from checker.view import PageView, in_contents, opens_line, row_of, stands_alone

TITLE_ROWS = 12
"""Rows from the top of a page that has more than a title; on a cover the title may stand anywhere."""
PROSE_WORDS = 8
"""Words of a line in small letters that is running text: mottos on covers are shorter."""
COVER_ROWS = 24
"""Rows of a cover: title, body, address and year are 5-15."""
BLOCK_BELOW, BLOCK_ABOVE = 6, 4
"""Rows of a title under and above its first word: 'LAPORAN / PELAYANAN INFORMASI PUBLIK / dinas / TAHUN 2024'."""
HEADING_WORDS = 18
HEADING_LENGTH = 140
WRAPPED = 2
"""Rows over which a heading goes on under its first."""

_CHAPTER = re.compile(
    r'^\W*(?:B\s?A\s?B|BAGIAN|B\s?A\s?G\s?I\s?A\s?N)\s*\.?\s*(?P<number>[IVXLC]{1,6}|\d{1,2})\b[\s.:–-]*(?P<text>.*)$',
    re.IGNORECASE,
)
_NUMBERED = (
    ('decimal', re.compile(r'^\W*(?:\d{1,2}|[IVX]{1,5}|[A-Z])(?:\.\d{1,2}){1,3}\.?\s+(?P<text>\S.*)$')),
    ('roman', re.compile(r'^\W*[IVX]{1,5}[.)]\s+(?P<text>\S.*)$')),
    ('upper', re.compile(r'^\W*[A-Z][.)]\s+(?P<text>\S.*)$')),
    ('number', re.compile(r'^\W*\d{1,2}[.)]\s+(?P<text>\S.*)$')),
    ('lower', re.compile(r'^\W*[a-z][.)]\s+(?P<text>\S.*)$')),
)
_ONLY_NUMBER = re.compile(
    r'^\W*(?:B\s?A\s?B|BAGIAN|(?:(?:BAB|BAGIAN)\W*)?(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*))\W*$', re.IGNORECASE
)
_CAPTION = re.compile(r'^\W*(?:(?:gambar|tabel|grafik|diagram|foto|bagan)\b|sumber(?:\s+data)?\s*[:;])', re.IGNORECASE)
"""'Sumber : PPID, 2024' is one, the heading 'Sumber Daya Manusia' none."""
_PAGE_NUMBER = re.compile(
    r'^\W*(?:hal(?:aman)?\.?\s*)?(?:\d{1,3}|[ivxlc]{1,6})(?:\s*(?:\||/|dari|of)?\s*\d{1,3})?\W*$', re.IGNORECASE
)
_ENDS_IN_PAGE = re.compile(r'(?:[.…·_\s])\s*(?:\d{1,3}|[ivxlc]{1,6})\s*$')
_LEADER = re.compile(r'(?:[.…·_]\s?){4,}')
_CONTENTS = re.compile(
    r'^\W*(?:daftar\s+(?:isi|tabel|gambar|grafik|lampiran)|d\s?a\s?f\s?t\s?a\s?r\s+i\s?s\s?i)\W*$', re.IGNORECASE
)
_ANNEX = re.compile(
    r'^\W*(?:daftar\s+)?(?:l\s?a\s?m\s?p\s?i\s?r\s?a\s?n)(?:\s*-\s*lampiran)?\W*(?:(?:[IVX]{1,5}|\d{1,2}|[A-Z])\b\W*.{0,90})?$',
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a report as a reader takes it."""

    view: PageView
    row: int
    text: str
    lines: tuple[Line, ...]
    style: str | None
    """How its heading is numbered: chapter, decimal, roman, upper, number, lower, plain; None for no heading."""
    body: str
    """The heading's words without its number."""
    title_case: bool
    contents: bool = False
    """A row of a table of contents."""


def is_heading_text(text: str) -> bool:
    """Short, no sentence: what can stand as a heading or title."""
    plain = text.strip()
    return (
        any(c.isalpha() for c in plain)
        and len(plain) <= HEADING_LENGTH
        and len(plain.split()) <= HEADING_WORDS
        and not plain.endswith(('.', ';', ',', '!', '?'))
        and plain.lstrip('([“"\' ')[:1].isupper()
        and not _CAPTION.match(plain)
    )


def is_title_case(text: str) -> bool:
    """In capitals, or every word but the small ones with a capital."""
    words = [w for w in re.findall(r'[^\W\d_]+', text) if w.lower() not in SMALL_WORDS]
    return uppercase_share(text) >= 0.7 or (bool(words) and all(w[0].isupper() for w in words))


def report_titles(view: PageView, identify: Identify) -> list[Hit]:
    """The title of a report: the word that opens it, with the subject in the lines of its block and no spoiling word.

    The hit spans from the word to the end of the subject's last word or of its own line.
    """
    order = view.row_order
    cover = is_cover(view)
    top = set(order if cover else order[:TITLE_ROWS])
    found: list[Hit] = []
    for hit in sorted((h for w in identify.title for h in view.find(w)), key=lambda h: (h.start, -h.end)):
        if row_of(hit) not in top or not opens_line(hit) or not stands_alone(view, hit) or in_contents(hit):
            continue
        rows = _block(view, row_of(hit), cover)
        if rows is None or any(h.sure for h in _named(view, rows, identify.title_not)):
            continue
        subject = [h for h in _named(view, rows, identify.subject) if cover or row_of(h) >= row_of(hit)]
        named = tuple(word.lower() + ' ' for word in identify.bodies)
        others = {row for row in rows if not view.rows[row][0].text.strip().lower().startswith(named)}
        spoilt = _named(view, others, identify.subject_not)
        if subject and not any(h.sure for h in spoilt):
            sure = hit.sure and any(h.sure for h in subject)
            found.append(Hit(hit.page, hit.start, hit.end, min(hit.score, subject[0].score), hit.phrase, sure))
    return sorted(found, key=lambda h: not h.sure)


def _block(view: PageView, row: int, cover: bool) -> set[int] | None:
    """The rows of a title: what stands title-like under its first, and above it; None where that is no title."""
    order = view.row_order
    at = order.index(row)
    if not _title_like(view, row):
        return None
    rows = {row}
    for other in order[at + 1 : at + 1 + BLOCK_BELOW]:
        if not _title_like(view, other):
            break
        rows.add(other)
    for other in reversed(order[max(0, at - BLOCK_ABOVE) : at]):
        if not _title_like(view, other):
            if not cover:
                break
            continue
        rows.add(other)
    return rows


def _title_like(view: PageView, row: int) -> bool:
    lines = view.rows[row]
    text = ' '.join(line.text for line in lines).strip()
    bare = not any(c.isalpha() for c in text)
    return len(lines) <= 2 and len(text) <= TITLE_LENGTH and (bare or (is_heading_text(text) and is_title_case(text)))


def _named(view: PageView, rows: set[int], words: Iterable[str]) -> list[Hit]:
    return sorted((h for w in words for h in view.find(w) if row_of(h) in rows), key=lambda h: (not h.sure, -h.score))


def is_cover(view: PageView) -> bool:
    """A page of few rows, none of them running words: a title page, a divider."""
    return len(view.row_order) <= COVER_ROWS and not any(
        _is_prose(line.text) or _LEADER.search(line.text) for line in view.page
    )


def _is_prose(text: str) -> bool:
    return len(text.split()) >= PROSE_WORDS and not is_title_case(text)


def report_years(view: PageView, hit: Hit, *, cover: bool) -> list[tuple[int, Line]]:
    """Years in the title's block, in reading order; with `cover` those elsewhere on a title page come after them."""
    rows = _block(view, row_of(hit), cover=False) or {row_of(hit)}
    cover = cover and is_cover(view)
    order = [*sorted(rows), *(r for r in view.row_order if cover and r not in rows)]
    return [(int(y), line) for r in order for line in view.rows[r] for y in _YEAR.findall(_repaired(view, line))]


_YEAR = re.compile(r'(?<![\d./])(?:19|20)\d{2}(?!\d)')


def _repaired(view: PageView, line: Line) -> str:
    return repaired(line.text) if view.page.source == 'ocr' else line.text


def annex_row(view: PageView) -> int | None:
    """The row of 'LAMPIRAN' at the head of a page or, without pages, in capitals on a line of its own."""
    flow = view.page.source == 'flow'
    for row in view.row_order if flow else view.row_order[:3]:
        lines = view.rows[row]
        text = ' '.join(line.text for line in lines)
        if len(lines) > 2 or not _ANNEX.match(text) or (_ENDS_IN_PAGE.search(text) and _LEADER.search(text)):
            continue
        bare = len(view.row_order) <= COVER_ROWS or not text.rstrip()[-1:].isdigit()
        if not (lines[0].at or '').startswith('tabel') and (text.isupper() or not flow) and bare:
            return row
    return None


def report_annex(views: Sequence[PageView]) -> tuple[int, int] | None:
    """Where the annexes of a report begin, page and row."""
    for view in views:
        row = annex_row(view)
        if row is not None:
            return (view.page.n, row)
    return None


def rows_of(views: Sequence[PageView]) -> list[Row]:
    """All rows of a report's pages in reading order, without page numbers and running heads."""
    repeated = _running(views)
    found: list[Row] = []
    for view in views:
        at = len(found)
        found.extend(
            _row(view, row)
            for row in view.row_order
            if _key(view, row) not in repeated and not _PAGE_NUMBER.match(_text(view, row))
        )
        found[at:] = _without_contents(found[at:])
    return found


def _text(view: PageView, row: int) -> str:
    return ' '.join(line.text.strip() for line in view.rows[row]).strip()


def _key(view: PageView, row: int) -> str:
    return re.sub(r'[\d\W_]+', '', _text(view, row).lower())


def _running(views: Sequence[PageView]) -> set[str]:
    """Texts that stand at the edge of at least three pages."""
    edges = Counter(
        key for view in views for key in {_key(view, row) for row in (*view.row_order[:2], *view.row_order[-2:])}
    )
    return {key for key, count in edges.items() if count >= 3 and key}


def _row(view: PageView, row: int) -> Row:
    lines = tuple(view.rows[row])
    text = _text(view, row)
    style, body = _style(lines, text)
    return Row(view, row, text, lines, style, body, is_title_case(body))


def _style(lines: tuple[Line, ...], text: str) -> tuple[str | None, str]:
    """How a row's heading is numbered and its words; (None, '') for a row that is none."""
    if (lines[0].at or '').startswith('tabel') or len(lines) > 2:
        return None, ''
    if len(lines) == 2 and not _ONLY_NUMBER.match(lines[0].text):
        return None, ''
    chapter = _CHAPTER.match(text)
    if chapter:
        body = chapter['text'].strip()
        return ('chapter', body) if not body or is_heading_text(body) else (None, '')
    for style, pattern in _NUMBERED:
        match = pattern.match(text)
        if match:
            body = match['text'].strip()
            return (style, body) if is_heading_text(body) else (None, '')
    if is_heading_text(text) and is_title_case(text) and not any(_in_table(line) for line in lines):
        return 'plain', text
    return None, ''


def _in_table(line: Line) -> bool:
    """A line in a ruled cell narrower than half the page."""
    cell = cell_of(line)
    return cell is not None and cell[2] - cell[0] < 0.5 * line.page.width


def _without_contents(rows: list[Row]) -> list[Row]:
    """The rows with those of tables of contents marked: under such a title up to the last row that ends in a page
    number, and wherever dot leaders lead to one."""
    marked = {i for i, r in enumerate(rows) if _ENDS_IN_PAGE.search(r.text) and _LEADER.search(r.text)}
    at = 0
    while at < len(rows):
        if not _CONTENTS.match(rows[at].text):
            at += 1
            continue
        last, prose, end = at, 0, at + 1
        while end < len(rows) and prose < 2:
            if _ENDS_IN_PAGE.search(rows[end].text):
                last, prose = end, 0
            elif rows[end].style is None and len(rows[end].text.split()) >= 8:
                prose += 1
            end += 1
        marked.update(range(at, last + 1))
        at = last + 1
    # Dot leaders on most rows of a page: a table of contents that goes on from the page before.
    if rows and len(marked) >= 0.5 * len(rows):
        marked = set(range(len(rows)))
    return [_marked(r) if i in marked else r for i, r in enumerate(rows)]


def _marked(row: Row) -> Row:
    return Row(row.view, row.row, row.text, row.lines, None, '', row.title_case, contents=True)


def line_at(row: Row, hit: Hit) -> Line:
    """The row's line that bears a hit."""
    own = line_of(hit.page, hit.start)
    return next((line for line in row.lines if line.index == own.index), row.lines[0])

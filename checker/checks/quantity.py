"""A number of something, told in a sentence, beside its name, or as the total of a table's column.

'NIHIL' and 'tidak ada permohonan' are the number 0. A number of anything else is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.cells import cell_of
from checker.checks.chapter import rows_of_part
from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.model import Line, Place
from checker.rulebook import Requirement
from checker.search import Hit, line_of, place
from checker.text import repaired
from checker.view import PageView, PartView, Position, in_contents, position

_FIGURE = r'(?P<figure>\d{1,3}(?:\.\d{3})+|\d{1,6})'
_SPELLED = r'(?:\s*\([^)\d]{3,80}\))?'
_BEFORE = re.compile(rf'(?<![\d.,/])(?:{_FIGURE}|(?P<none>nihil)){_SPELLED}\s*(?:[^\W\d]+\s+){{0,2}}$', re.IGNORECASE)
_NONE_BEFORE = re.compile(
    r'\b(?:tidak|belum|tanpa|nihil)\W+(?:(?:pernah|ada|terdapat|menerima|memperoleh|adanya|satu|pun|satupun|'
    r'data|jumlah)\W+){0,4}$',
    re.IGNORECASE,
)
_AFTER = re.compile(
    r'^(?P<between>[^.;:\d]{0,90}?)'
    r'(?::|=|\b(?:sebanyak|sejumlah|adalah|berjumlah|mencapai|yaitu|yakni|sebesar|ada|tercatat)\b)\s*'
    rf'(?:(?:sebanyak|sejumlah|adalah)\s+)?(?:{_FIGURE}(?![\d/-])|(?P<none>nihil|tidak\s+ada|belum\s+ada|kosong))',
    re.IGNORECASE,
)
_OPEN = re.compile(r'^[^.;:\d]{0,90}?(?::|=|\b(?:sebanyak|sejumlah|adalah)\b)\s*[.…_]{3,}')
_CELL = re.compile(rf'^\W*(?:{_FIGURE}|(?P<none>nihil))\W*(?:\([^)]*\))?\s*(?P<unit>[a-z]{{3,14}})?\W*$', re.IGNORECASE)
_TOTAL = re.compile(r'^\W*(?:jumlah|total|jml)(?:\s+(?:total|keseluruhan|seluruhnya|jumlah))?\W*$', re.IGNORECASE)
_NO_COUNT = re.compile(
    r'\b(?:nomor|no|pasal|tahun|tanggal|huruf|ayat|dalam|tabel|gambar|bulan|januari|februari|maret|april|mei|juni|juli|agustus|'
    r'september|oktober|november|desember)\W*$',
    re.IGNORECASE,
)
"""Words before a figure that make it no number of things."""
_EACH = re.compile(r'\b(?:setiap|tiap|tiap-tiap|per|suatu|satu)\W*$', re.IGNORECASE)
"""Words before a name that speak of one of them: 'waktu untuk setiap permohonan adalah 3 hari'."""
_UNIT = re.compile(r'^\W*(?:hari|menit|jam|bulan|tahun|orang|%|persen|rupiah|juta|ribu)', re.IGNORECASE)
NEAR = 160
"""Letters of context before a name in which its number may stand."""
CAPTION_ROWS = 4
"""Rows above a table's head that name it."""


def check(part: PartView, requirement: Requirement) -> Outcome:
    """The number beside a name in a sentence or cell; else a column's total."""
    rejected: list[Rejected] = []
    open_label: Place | None = None
    listed = {(row.view.page.n, row.row) for row in rows_of_part(part) if row.contents}
    for hit in _names(part, requirement):
        if not hit.sure or in_contents(hit) or position(hit) in listed:
            rejected.append(Rejected(hit, 'kata-rusak' if not hit.sure else 'bukan-judul'))
            continue
        found = _in_sentence(hit) or _in_row(part.view(hit.page), hit)
        if found:
            return met(found[1], hit.score, found[0])
        if _OPEN.match(_tail(hit)):
            open_label = open_label or hit.place
        rejected.append(Rejected(hit, 'hanya-disebut'))
    return _from_tables(part, requirement, rejected, open_label, listed)


def _from_tables(
    part: PartView, requirement: Requirement, rejected: list[Rejected], open_label: Place | None, listed: set[Position]
) -> Outcome:
    untold: Place | None = None
    for view in part.views:
        for column in _columns(view, requirement, listed):
            total = _total(view, column)
            if isinstance(total, Place):
                untold = untold or total
            elif total:
                return met(total[1], column.score, total[0])
    if untold:
        return unsure('terisi-sebagian', untold)
    if open_label:
        return Outcome('missing', 'placeholder', open_label)
    return absent(part, requirement, rejected)


def _names(part: PartView, requirement: Requirement) -> list[Hit]:
    """The names of what is counted, longest first where they overlap; none that a spoiling word stands right beside."""
    hits = [h for w in requirement.words for h in part.find(w, requirement.scope)]
    spoilers = [h for w in requirement.not_words for h in part.find(w, requirement.scope) if h.sure]
    kept = [h for h in hits if not any(_beside(h, s) for s in spoilers)]
    return sorted(kept, key=lambda h: (h.page.n, h.start, -h.end))


BESIDE = 3
"""Letters between a name and the word that makes it another: 'permohonan keberatan', 'keberatan atas permohonan'."""


def _beside(hit: Hit, spoiler: Hit) -> bool:
    if hit.page is not spoiler.page or line_of(hit.page, hit.start).stack != line_of(spoiler.page, spoiler.start).stack:
        return False
    if spoiler.start < hit.end and hit.start < spoiler.end:
        return True
    after = hit.page.text[hit.end : spoiler.start] if spoiler.start >= hit.end else None
    before = hit.page.text[spoiler.end : hit.start] if spoiler.end <= hit.start else None
    return (after is not None and len(after) <= BESIDE) or (
        before is not None and len(before) <= BESIDE + 5 and not re.search(r'[\d.;,]', before)
    )


def _tail(hit: Hit) -> str:
    """The words after a name, over line breaks, in the same stack of lines."""
    page = hit.page
    line = line_of(page, hit.end - 1)
    end = line.end
    for i in range(line.index + 1, min(line.index + 3, len(page.lines))):
        other = Line(page, i)
        if other.stack != line.stack or (other.at or '').startswith('tabel'):
            break
        end = other.end
    return _plain(hit, page.text[hit.end : end])


def _lead(hit: Hit) -> str:
    """The words before a name, over line breaks, in the same stack of lines."""
    page = hit.page
    line = line_of(page, hit.start)
    start = line.start
    for i in range(line.index - 1, max(-1, line.index - 3), -1):
        other = Line(page, i)
        if other.stack != line.stack or (other.at or '').startswith('tabel'):
            break
        start = other.start
    return _plain(hit, page.text[start : hit.start])[-NEAR:]


def _plain(hit: Hit, text: str) -> str:
    flat = text.replace('\n', ' ')
    return repaired(flat) if hit.page.source == 'ocr' else flat


def _in_sentence(hit: Hit) -> tuple[int, Place] | None:
    """'124 (seratus ...) permohonan', 'jumlah permohonan informasi sebanyak 124', 'tidak ada permohonan'."""
    lead, tail = _lead(hit), _tail(hit)
    if _EACH.search(lead):
        return None
    before = _BEFORE.search(lead)
    if before and not _NO_COUNT.search(lead[: before.start()]):
        between = lead[before.end('figure') if before['figure'] else before.end('none') :]
        if not _UNIT.match(re.sub(r'\([^)]*\)', '', between)) and not _is_year(before['figure'], between):
            return _number(before), _spot(hit)
    if _NONE_BEFORE.search(lead):
        return 0, _spot(hit)
    after = _AFTER.match(tail)
    if after and not re.search(r'\b(?:dan|serta|maupun)\b', after['between']):
        rest = re.sub(r'^\s*\([^)\d]*\)', '', tail[after.end() :])
        if not re.match(r'^\W*(?:hari|menit|jam|bulan|%|persen|rupiah|juta)\b', rest, re.IGNORECASE):
            return _number(after), _spot(hit)
    return None


def _is_year(figure: str | None, after: str) -> bool:
    """'Sejak 2021 permohonan ...': four digits without a point, not spelled out."""
    return bool(figure and re.fullmatch(r'(?:19|20)\d{2}', figure) and '(' not in after)


def _number(match: re.Match[str]) -> int:
    return int(match['figure'].replace('.', '')) if match['figure'] else 0


def _spot(hit: Hit) -> Place:
    line = line_of(hit.page, hit.start)
    return place(hit.page, line.start, line_of(hit.page, hit.end - 1).end)


def _in_row(view: PageView, hit: Hit) -> tuple[int, Place] | None:
    """One number in the cells right of a name; of several the last, if its column is the total."""
    line = line_of(hit.page, hit.end - 1)
    cells = [other for other in view.right_of(line) if other.text.strip(' :;=')]
    read = [(m, other) for other in cells if (m := _CELL.match(_cell_text(other)))]
    if not read or len(read) > 1:
        totals = [(m, o) for m, o in read[-1:] if any(_TOTAL.match(h) for h in _heads(view, o))]
        read = totals
    if not read or (read[0][0]['unit'] and _UNIT.match(read[0][0]['unit'])):
        return None
    match, other = read[0]
    return _number(match), place(view.page, other.start, other.end)


def _cell_text(line: Line) -> str:
    return repaired(line.text) if line.page.source == 'ocr' else line.text


def _heads(view: PageView, line: Line) -> list[str]:
    """The texts above a cell in its column, nearest first."""
    return [other.text for other in _above(view, line)]


def _above(view: PageView, line: Line) -> list[Line]:
    box = line.box
    if box is None:
        own = re.search(r'(tabel .*?), baris (\d+), (kolom \d+)', line.at or '')
        if own is None:
            return []
        lines = [Line(view.page, i) for i in range(line.index - 1, -1, -1)]
        return [
            o for o in lines
            if (at := re.search(r'(tabel .*?), baris (\d+), (kolom \d+)', o.at or ''))
            and (at[1], at[3]) == (own[1], own[3]) and int(at[2]) < int(own[2])
        ]  # fmt: skip
    over = [(b[1], o) for o in view.page if (b := o.box) and b[3] <= box[1] + 2 and b[0] < box[2] and b[2] > box[0]]
    return [o for _, o in sorted(over, key=lambda item: -item[0])]


def _columns(view: PageView, requirement: Requirement, listed: set[Position]) -> Iterator[Hit]:
    """Names that head a column, or the caption of a table whose columns they count."""
    spoilers = [h for w in requirement.not_words for h in view.find(w) if h.sure]
    for word in requirement.words:
        for hit in view.find(word):
            if (
                hit.sure
                and not in_contents(hit)
                and position(hit) not in listed
                and not any(_beside(hit, s) for s in spoilers)
            ):
                yield hit


def _total(view: PageView, name: Hit) -> tuple[int, Place] | Place | None:
    """The total of the table that a name heads; the place of its numbers where none is told; None for no table."""
    head = line_of(name.page, name.start)
    rows = [r for r in view.row_order if r > line_of(name.page, name.end - 1).row]
    column_of_its_own = _heads_column(view, head)
    figures: list[Line] = []
    gap = 0
    for row in rows:
        cells = view.rows[row]
        total = next((c for c in cells if _TOTAL.match(c.text)), None)
        numbers = [c for c in cells if _CELL.match(_cell_text(c)) and c is not total]
        if len(cells) == 1 and total is None:
            gap += 1
            if gap > CAPTION_ROWS:
                break
            continue
        gap = 0
        if total is not None and numbers and figures:
            chosen = _below(numbers, head) if column_of_its_own else numbers[-1:] if _counts(view, numbers) else []
            if chosen:
                match = _CELL.match(_cell_text(chosen[0]))
                if match:
                    return _number(match), place(view.page, chosen[0].start, chosen[0].end)
        figures.extend(_below(numbers, head) if column_of_its_own else numbers[-1:])
    if len(figures) >= 2 and column_of_its_own:
        return place(view.page, figures[0].start, figures[0].end)
    # Scans lose single figures in narrow cells: the table stands, what it tells has to be looked at.
    lost = (
        view.page.source == 'ocr'
        and column_of_its_own
        and any(_TOTAL.match(line.text) for r in rows for line in view.rows[r])
    )
    return name.place if lost else None


def _heads_column(view: PageView, line: Line) -> bool:
    """A name that heads a column, though it wraps over rows of its own, rather than a caption over the table."""
    cell = cell_of(line)
    if len(view.rows[line.row]) > 1 or (cell is not None and cell[2] - cell[0] < NARROW * line.page.width):
        return True
    figures = (Line(view.page, i) for i in range(line.index + 1, len(view.page.lines)))
    return sum(other.stack == line.stack and bool(_CELL.match(_cell_text(other))) for other in figures) > 1


NARROW = 0.5
"""Share of the page that a column spans at most."""


def _counts(view: PageView, numbers: list[Line]) -> bool:
    """One number in the total's row, or several of which the last column is the total."""
    return len(numbers) == 1 or any(_TOTAL.match(h) for h in _heads(view, numbers[-1]))


def _below(cells: list[Line], head: Line) -> list[Line]:
    """The cells in the column of a head."""
    box = head.box
    if box is None:
        own = re.search(r'kolom \d+', head.at or '')
        return [c for c in cells if own and own.group() in (c.at or '').split(', ')]
    cell = cell_of(head)
    left, right = (cell[0], cell[2]) if cell and cell[2] - cell[0] < NARROW * head.page.width else (box[0], box[2])
    return [c for c in cells if (b := c.box) and b[0] < right and b[2] > left]

"""Tables: header columns in any order, wrapped over several lines, in two levels or merged pairs.

Column names count only in the head of a table: several of them side by side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.cells import cell_of
from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.model import Line, Page, RequirementId
from checker.printed_sheets import STRIPS, columns_beside, same_grid
from checker.rulebook import Kind, Requirement
from checker.search import Hit, line_of
from checker.text import squashed_phrase, uppercase_share
from checker.view import PageView, PartView, negated, row_of

HEADER_ROWS = 12
"""Rows that a header may span: names wrapped over six lines in two levels (seen: five, stack.md section 3)."""
SIDE_BY_SIDE = 3
"""So many columns in different cells make a header; a sentence naming them all is one cell."""
CELL_WIDTH = 0.4
"""Share of the page that a column's name may span; wider is a title or prose."""
CLOSE = 0.9
"""Heights between two lines of one cell; a title over a table stands further from its head."""
SENTENCE = 5
"""Words of a line alone in its row that make a sentence over a table rather than a name in its head."""
BEFORE_NAME = 40
"""Letters that may stand before a name in its cell: 'Pejabat/Unit/Satker ' has 20; after a colon it is a note."""
BAND_SPREAD = 4.5
"""Line heights between the middle of a column's name and that of the whole head: five wrapped lines in two levels
give 4."""
HEADER_CELL = 140
"""Longest header cell in letters; longer is prose."""


@dataclass(frozen=True, slots=True)
class Band:
    """A table's head: page, rows, and the hits of each column requirement in it."""

    page: Page
    first_row: int
    last_row: int
    hits: dict[RequirementId, Hit]
    by_number: bool = False
    """Told by the cell 'No' and the rows under it; its names alone are too few."""


def band_of(part: PartView) -> Band | None:
    """The best header band of the part: that with most columns, the first of equals."""
    kind = part.rulebook.kinds[part.kind]
    bands = [band for view in part.views if (band := page_band(view, kind))]
    told = [band for band in bands if not band.by_number]
    best = max(told or bands[:1], key=lambda band: len(band.hits), default=None)
    return best and _across_pages(part, best, bands)


def _across_pages(part: PartView, best: Band, bands: list[Band]) -> Band:
    """The head with the columns that were printed on another page beside it; of pages beside each other the first."""
    if len(part.views) == 1 or 'across' in part.memory:
        found = part.memory.get('across')
        return found if isinstance(found, Band) else best
    kind = part.rulebook.kinds[part.kind]
    near = [view for view in part.views if abs(view.page.n - best.page.n) <= STRIPS]
    beside = [view for view in near if same_grid(best.page, view.page)]
    more = {id: hit for view in beside for id, hit in columns_beside(best.hits.values(), view, kind).items()}
    if set(more) - set(best.hits):
        pages = {view.page.n for view in beside}
        first = next(band for band in bands if band is best or band.page.n in pages)
        own = first.hits if first is not best else {}
        best = replace(first, hits={**more, **best.hits, **own}, by_number=False)
    part.memory['across'] = best
    return best


def page_band(view: PageView, kind: Kind) -> Band | None:
    """The head of a page's table, found once a page: the rows in which most of the kind's columns stand side by side;
    the first of equals."""
    if ('band', kind.hash) not in view.memory:
        view.memory['band', kind.hash] = _page_band(view, kind)
    band = view.memory['band', kind.hash]
    return band if isinstance(band, Band) else None


def columns_named(view: PageView, kind: Kind) -> int:
    """How many of the kind's columns are named anywhere on a page; fewer than that stand in a table's head."""
    return len({requirement.id for requirement, _ in _named(view, kind)})


def _named(view: PageView, kind: Kind) -> list[tuple[Requirement, Hit]]:
    """Every place of every column's names, wherever it stands."""
    if ('columns', kind.hash) not in view.memory:
        view.memory['columns', kind.hash] = [
            (r, h)
            for r in _columns(kind)
            for w in (*r.words, *r.merged, *(g for gs in (r.groups or {}).values() for g in gs))
            if w not in view.absent
            for h in view.find(w)
        ]
    named = view.memory['columns', kind.hash]
    return named if isinstance(named, list) else []


def _columns(kind: Kind) -> list[Requirement]:
    return [r for r in kind.requirements if r.check in ('column', 'entry')]


def _titles(view: PageView, kind: Kind) -> list[Hit]:
    """The kind's titles on lines of their own, also after a label: words in them are no columns."""
    words = kind.identify.title if kind.identify.form == 'titled' else ()
    hits = (h for word in words for h in view.find(word))
    return [h for h in hits if len(view.rows[row_of(h)]) <= 2 and row_of(h) == _last_row(h)]


def _page_band(view: PageView, kind: Kind) -> Band | None:
    named, enough = _named(view, kind), _enough(len(_columns(kind)))
    if columns_named(view, kind) < enough and not (named and view.numbered_heads):
        return None  # most pages: looking where each word stands costs more than all else here
    best: Band | None = None
    titles = _titles(view, kind)
    hits = [
        (r.id, h)
        for r, h in named
        if _in_cell(view, h)
        and _names_column(view, h)
        and not _over(view, r, h)
        and not ends_cell(r, h)
        and not any(row_of(t) == row_of(h) and t.start <= h.start and t.phrase != h.phrase for t in titles)
    ]
    for row in sorted({row_of(h) for _, h in hits}):
        end = _first_data_row(view, row)
        window = [(id, h) for id, h in hits if row <= row_of(h) < min(end, row + HEADER_ROWS)]
        chosen = _side_by_side(window, enough)
        if len({_stack(h) for h in chosen.values()}) >= enough and (best is None or len(chosen) > len(best.hits)):
            best = Band(view.page, row, max(_last_row(h) for h in chosen.values()), chosen)
    return best or (_numbered_head(view, hits) if hits else None)


def _numbered_head(view: PageView, hits: list[tuple[RequirementId, Hit]]) -> Band | None:
    """A head with too few names of ours to tell by itself: rows around a cell 'No' with other cells, or numbered rows
    under it."""
    for row in view.numbered_heads:
        data = _first_data_row(view, row)
        at = view.row_order.index(row)
        if data not in view.rows or view.row_order.index(data) - at > HEADER_ROWS:
            around = view.row_order[max(0, at - LEVELS_ABOVE) : at + LEVELS_ABOVE]
            if (
                len({line.stack for r in around for line in view.rows[r] if len(line.text) < SPOILER * 2})
                < CELLS_OF_A_HEAD
            ):
                continue
            data = row + LEVELS_ABOVE
        first = view.row_order[max(0, at - LEVELS_ABOVE)]
        chosen: dict[RequirementId, Hit] = {}
        for id, hit in sorted(
            hits, key=lambda item: (not item[1].sure, -item[1].score, -len(item[1].phrase), item[1].start)
        ):
            if first <= row_of(hit) < data and hit.sure:
                chosen.setdefault(id, hit)
        if chosen:
            return Band(
                view.page,
                min(row_of(h) for h in chosen.values()),
                max(row, *(_last_row(h) for h in chosen.values())),
                chosen,
                by_number=True,
            )
    return None


CELLS_OF_A_HEAD = 5
"""Cells about 'No' that make a head where no filled row follows."""
LEVELS_ABOVE = 4
"""Rows above the middle of a head in which its names may begin: five wrapped lines put two and a half there."""


def _over(view: PageView, requirement: Requirement, hit: Hit) -> bool:
    """The column's own cells hold words that tell it for another column."""
    if hit.phrase not in requirement.weak:
        return False
    left, right = _cell_span(view, hit)
    row = _last_row(hit)
    for spoiler in (h for w in requirement.not_above for h in view.find(w) if row <= row_of(h) <= row + HEADER_ROWS):
        middle = sum(_span(spoiler)) / 2
        if left <= middle <= right and (spoiler.start == hit.end + 1 or _is_cell(view, spoiler)):
            return True
    return False


def ends_cell(requirement: Requirement, hit: Hit) -> bool:
    """A weak name that is the last line of another name: 'Dasar Hukum Pengecualian / Informasi'."""
    return hit.phrase in requirement.weak and _cell_start(hit).index != line_of(hit.page, hit.start).index


SPOILER = 24
"""Longest cell in letters that tells a column for another: 'Tersedia Setiap Saat' has 20."""


def _is_cell(view: PageView, hit: Hit) -> bool:
    """The hit is a cell's whole text, beside others: a class, no heading of a group and no word in a summary."""
    own = [line.text for line in _neighbours(view, hit) if line.stack == _stack(hit)]
    return sum(map(len, own)) <= SPOILER and len(view.rows[row_of(hit)]) >= 2


def _cell_span(view: PageView, hit: Hit) -> tuple[float, float]:
    """Left and right edge of the hit's cell: up to what stands beside its name at about its height."""
    left, right = _span(hit)
    order = view.row_order
    at = order.index(row_of(hit))
    around = [b for row in order[max(0, at - 2) : at + 3] for line in view.rows[row] if (b := line.box)]
    before = max((b[2] for b in around if b[2] <= left), default=left - 5)
    after = min((b[0] for b in around if b[0] >= right), default=right + 5)
    return (before, after)


def column_span(view: PageView, band: Band, hit: Hit) -> tuple[float, float]:
    """Left and right edge of the column under a name: its ruled cell, else half way to the names beside it."""
    cell = cell_of(line_of(hit.page, hit.start))
    if cell is not None:
        return (cell[0], cell[2])
    left, right = _span(hit)
    head = range(band.first_row, band.last_row + 1)
    around = [b for row in head for line in view.rows.get(row, ()) if (b := line.box)]
    around += [b for other in band.hits.values() if (b := other.box)]
    before = max((b[2] for b in around if b[2] <= left), default=0.0)
    after = min((b[0] for b in around if b[0] >= right), default=2 * max(view.page.width, right) - right)
    return ((before + left) / 2, (right + after) / 2)


_NUMBER = re.compile(r'^\W*\d{1,4}[.)]?\s*$')


def table_end(view: PageView, band: Band) -> int:
    """The row under a head at which its table ends: another head, or a sentence across the columns after which no
    numbered row comes; beyond all rows where the page ends first."""
    own = next((row for row in view.numbered_heads if band.first_row - LEVELS_ABOVE <= row), band.last_row)
    heads = [row for row in view.numbered_heads if row > max(own, band.last_row) + 1 and len(view.rows[row]) > 2]
    end = min(heads, default=1 << 30)
    rows = [row for row in view.row_order if band.last_row < row < end]
    numbered = max((r for r in rows if len(view.rows[r]) > 1 and _NUMBER.match(view.rows[r][0].text)), default=0)
    return next((row for row in rows if row > numbered and _runs_across(view, band, row)), end)


def _runs_across(view: PageView, band: Band, row: int) -> bool:
    """A sentence alone in its row that begins left of the head's names and covers two of them."""
    line, *others = view.rows[row]
    box = line.box
    spans = [_span(hit) for hit in band.hits.values()]
    if others or box is None or len(line.text.split()) < SENTENCE or box[0] > min(left for left, _ in spans):
        return False
    return sum((left + right) / 2 < box[2] for left, right in spans) >= 2


def _merged(part: PartView, requirement: Requirement, band: Band, own: Hit) -> Outcome:
    """One column for all groups: met where its cells name each ('Dibuka: ... Ditutup: ...'), else to be looked at."""
    view = part.view(band.page)
    left, right = column_span(view, band, own)

    def below(words: tuple[str, ...]) -> Hit | None:
        hits = (h for w in words for h in view.find(w) if row_of(h) > band.last_row)
        return next((h for h in hits if left <= sum(_span(h)) / 2 <= right), None)

    named = [below(words) for words in (requirement.groups or {}).values()]
    if all(named):
        return met(own.place, own.score, places=tuple(h.place for h in named if h))
    return unsure('kolom-kurang', own.place, own.score)


def _first_data_row(view: PageView, row: int) -> int:
    """The first row under a head that opens with a bare number: a filled row, or the row of column numbers."""
    return next(
        (r for r in view.row_order if r > row and _NUMBER.match(view.rows[r][0].text) and len(view.rows[r]) >= 2),
        1 << 30,
    )


def _names_column(view: PageView, hit: Hit) -> bool:
    """Column names begin with a capital, and a name of one word opens its cell: 'PPID Pelaksana' is no column
    'Pelaksana'."""
    first = _cell_start(hit)
    ahead = view.page.text[first.start : hit.start]
    own = line_of(hit.page, hit.start)
    if len(view.rows[own.row]) == 1 and len(own.text.split()) >= SENTENCE and uppercase_share(own.text) < 0.5:
        return False
    if squashed_phrase(own.text, view.ocr) == squashed_phrase(hit.phrase, view.ocr):
        return True
    opens = not any(c.isalnum() for c in ahead)
    if len(ahead) > BEFORE_NAME or re.search(r'[:.;]\s', ahead):
        return False
    return not first.text.lstrip('( /')[:1].islower() and (opens or len(hit.phrase.split()) > 1)


def _enough(columns: int) -> int:
    """Three side by side; where a kind knows only three columns, one of them may be the one that is missing."""
    return min(SIDE_BY_SIDE, max(2, columns - 1))


def _stack(hit: Hit) -> int:
    return line_of(hit.page, hit.start).stack


def _last_row(hit: Hit) -> int:
    return line_of(hit.page, hit.end - 1).row


def _in_cell(view: PageView, hit: Hit) -> bool:
    """What stands before the hit in its cell, and the hit's lines, are short: a column's name, no paragraph.

    Lines after it don't count: without ruled lines a column's cells follow its name in one stack.
    """
    ending = line_of(hit.page, hit.end - 1)
    box = ending.box
    if box and box[2] - box[0] > CELL_WIDTH * view.page.width:
        return False  # prose, mostly: nothing else about it needs to be known
    last = ending.index
    own = [Line(view.page, i) for i in range(_cell_start(hit).index, last + 1)]
    widest = max(((b[2] - b[0]) for line in own if (b := line.box)), default=0.0)
    return sum(len(line.text) for line in own) <= HEADER_CELL and widest <= CELL_WIDTH * view.page.width


def _cell_start(hit: Hit) -> Line:
    """The first line of the hit's cell: up its stack, as far as the lines follow each other closely."""
    line = line_of(hit.page, hit.start)
    while line.index > 0:
        above = Line(hit.page, line.index - 1)
        a, b = above.box, line.box
        if above.stack != line.stack or (a and b and b[1] - a[3] > CLOSE * (b[3] - b[1])):
            break
        line = above
    return line


def _neighbours(view: PageView, hit: Hit) -> list[Line]:
    index = line_of(hit.page, hit.start).index
    return [Line(view.page, i) for i in range(max(0, index - 6), min(len(view.page.lines), index + 7))]


def _side_by_side(window: list[tuple[RequirementId, Hit]], enough: int) -> dict[RequirementId, Hit]:
    """One hit a column; hits whose cells stand under each other, as in a list of names, count as one cell."""
    chosen: dict[RequirementId, Hit] = {}
    for id, hit in sorted(
        window, key=lambda item: (not item[1].sure, -item[1].score, -len(item[1].phrase), item[1].start)
    ):
        chosen.setdefault(id, hit)
    chosen = _level(chosen)
    spans = [_span(h) for h in chosen.values()]
    apart = [s for i, s in enumerate(spans) if all(s[1] <= o[0] + 2 or s[0] >= o[1] - 2 for o in spans[:i])]
    return chosen if len(apart) >= enough else {}


def _level(chosen: dict[RequirementId, Hit]) -> dict[RequirementId, Hit]:
    """Only the hits at the height of most others: a sentence above or below the table is not its head."""
    middles = {id: (b[1] + b[3]) / 2 for id, h in chosen.items() if (b := h.box)}
    if not middles:
        rows = sorted(row_of(h) for h in chosen.values())
        middle = rows[len(rows) // 2] if rows else 0
        return {id: h for id, h in chosen.items() if abs(row_of(h) - middle) <= 3}
    centre = sorted(middles.values())[len(middles) // 2]
    heights = sorted(
        (line_of(h.page, h.start).box or (0, 0, 0, 10))[3] - (line_of(h.page, h.start).box or (0, 0, 0, 10))[1]
        for h in chosen.values()
    )
    return {
        id: h
        for id, h in chosen.items()
        if abs(middles.get(id, centre) - centre) <= BAND_SPREAD * 1.4 * heights[len(heights) // 2]
    }


def _span(hit: Hit) -> tuple[float, float]:
    """Left and right edge of a hit; without layout, its column in the table."""
    box = hit.box
    if box:
        return (box[0], box[2])
    column = re.search(r'kolom (\d+)', line_of(hit.page, hit.start).at or '')
    at = float(column.group(1)) * 10 if column else 0.0
    return (at, at + 5)


def check_column(part: PartView, requirement: Requirement) -> Outcome:
    """A column's name in the table's head; with `groups`, every group must have its column."""
    band = band_of(part)
    if requirement.groups:
        return _check_groups(part, requirement, band)
    hit = band.hits.get(requirement.id) if band else None
    if hit:
        return met(hit.place, hit.score) if hit.sure else unsure('kata-rusak', hit.place, hit.score)
    rejected = [Rejected(h, 'di-luar-kepala-tabel') for w in requirement.words for h in part.find(w, requirement.scope)]
    return absent(part, requirement, rejected)


def _check_groups(part: PartView, requirement: Requirement, band: Band | None) -> Outcome:
    """Sub-columns ('Kelengkapan', 'Waktu', 'Output') under or beside the band's columns."""
    if band is None:
        return absent(
            part, requirement, [Rejected(h, 'di-luar-kepala-tabel') for w in requirement.words for h in part.find(w)]
        )
    view = part.view(band.page)
    last = min(band.last_row + 4, _first_data_row(view, band.first_row) - 1)
    found, lacking = [], []
    for name, words in (requirement.groups or {}).items():
        hits = [
            h
            for w in words
            for h in view.find(w)
            if band.first_row - 2 <= row_of(h) <= last and h.sure and _in_cell(view, h) and not negated(h)
        ]
        found.extend(hits[:1])
        if not hits:
            lacking.append(name)
    if not lacking and found:
        return met(found[0].place, min(h.score for h in found), places=tuple(h.place for h in found))
    spot = found[0].place if found else None
    own = band.hits.get(requirement.id)
    outcome = absent(part, requirement)
    if outcome.status == 'missing' and not found and own and own.phrase in requirement.merged:
        return _merged(part, requirement, band, own)
    if outcome.status == 'missing' and (found or own):
        return Outcome('missing', 'kolom-kurang', spot or (own.place if own else None), value=', '.join(lacking))
    return outcome

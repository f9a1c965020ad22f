"""How pages and parts are looked at: rows, what stands right of and below a hit, headings, and the scopes of a
document.

Never decides a finding; it answers 'where can this stand?'.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.cells import cell_of, lines_in, next_cell
from checker.model import Box, Document, KindId, Line, Look, Page
from checker.rulebook import Anchors, Rulebook, Scope
from checker.search import Hit, PageSearch, line_of
from checker.text import squashed_phrase, uppercase_share
from checker.vocabulary import Vocabulary

ROWS_BELOW = 8
"""How many rows below a heading its content may begin; a two-column preamble needs 1-2, a centred MEMUTUSKAN up to 4.
"""

_NUMBERING = re.compile(r'^\W*(?:(?:[0-9]{1,2}|[A-Za-z]|[IVXivx]{1,5})[.)]|BAB\s+[IVX]+\.?)?\W*$')
_BARE = re.compile(r'^[^\w]*$')
_CONTENTS = re.compile(r'(?:[.…·]\s?){4,}\s*\d{1,3}\s*$|\s\d{1,3}\s*$')
_DOT_LEADER = re.compile(r'(?:[.…·_]\s?){4,}\s*\d{1,3}\s*$')
_NUMBER_NAME = re.compile(r'^\W*(?:no|nomor|no\.?\s*urut)\W*$', re.IGNORECASE)
_LABEL_END = re.compile(r'^\s*(?:$|[.,]?\s?[:;=]|[.,]\s*$|[-–]\s|[.,]?\s*(?:[a-z0-9]{1,2})[.)]\s)')

VALUE_LINES = 9
"""Lines of a cell that begins with its label: office, name, rank and NIP under 'Disahkan oleh' are up to eight."""

LABEL_TAIL = 12
"""Letters after a label that still leave it a label: a colon's date, 'SOP lain'."""
_TABLE_PLACE = re.compile(r'(?P<row>tabel .*baris \d+), kolom (?P<column>\d+)')

Position = tuple[int, int]
"""Page number and row: where something stands in reading order, whatever its column."""


class PageView(PageSearch):
    """One page: search, and the rows on it."""

    def __init__(self, page: Page, vocabulary: Vocabulary | None = None) -> None:
        super().__init__(page, vocabulary)
        self.memory: dict[object, object] = {}
        """What identification found on the page and the checks need again (a table's head, a decree's), by what was
        asked."""

    @cached_property
    def rows(self) -> dict[int, list[Line]]:
        """Row -> its lines from left to right."""
        rows: dict[int, list[Line]] = defaultdict(list)
        for line in self.page:
            rows[line.row].append(line)
        for lines in rows.values():
            lines.sort(key=_left)
        return rows

    @cached_property
    def numbered_heads(self) -> list[int]:
        """The rows of cells that say 'No' and nothing else: where tables have their head."""
        return [line.row for line in self.page if _NUMBER_NAME.match(line.text)]

    @cached_property
    def row_order(self) -> list[int]:
        return sorted(self.rows)

    def right_of(self, line: Line) -> list[Line]:
        """The lines beside this one, further right."""
        return [other for other in self.rows[line.row] if other.index != line.index and _left(other) > _left(line)]

    def beside(self, label: Line, first: Line | None = None) -> list[Line]:
        """The lines right of a label (that began on the line `first`), nearest first, also where cells are centred
        otherwise.

        A line belongs to the label in whose column no other line stands nearer to its height.
        """
        same = [other for other in self.right_of(label) if other.text.strip(' :;=')]
        box = label.box
        if same or box is None:
            return same
        em = box[3] - box[1]
        column = [
            other
            for other in self.page
            if (b := other.box) and b[0] < box[2] and b[2] > box[0] and abs(b[1] - box[1]) < 6 * em
        ]
        found: list[tuple[float, Line]] = []
        for other in self.page:
            b = other.box
            if b is None or b[0] < box[2] or not other.text.strip(' :;=') or abs(_middle(b) - _middle(box)) > 2.2 * em:
                continue
            nearest = min(column, key=lambda c: _apart(c, b))
            if (first or label).index <= nearest.index <= label.index:
                found.append((abs(_middle(b) - _middle(box)) + (b[0] - box[2]) / 20, other))
        return [other for _, other in sorted(found, key=lambda item: item[0])]

    def cell_beside(self, label: Line) -> list[Line] | None:
        """The lines of the ruled cell beside a label's, or right of the label in its own; None where nothing is ruled
        so."""
        cell = cell_of(label)
        if cell is None:
            return self._flow_cell_beside(label)
        inside = [
            b
            for other in self.right_of(label)
            if other.text.strip(' :;=') and (b := other.box) and cell_of(other) == cell
        ]
        if inside:
            return [other for other in lines_in(self.page, cell) if other.box and other.box[0] >= inside[0][0] - 2]
        own = lines_in(self.page, cell)
        beside = next_cell(self.page, cell)
        if len(own) > 1:
            level = [
                other
                for other in self.right_of(label)
                if beside and other.text.strip(' :;=') and cell_of(other) == beside
            ]
            if level:
                return level
            if own[0].row == label.row and len(own) <= VALUE_LINES:
                return own[1:]
        for _ in range(2):
            cell = next_cell(self.page, cell)
            if cell is None:
                return None
            lines = lines_in(self.page, cell)
            if not lines or any(other.text.strip(' :;=') for other in lines):
                return lines
        return None

    def column_under(self, line: Line) -> list[Line]:
        """The lines under a line that share its column, from top to bottom."""
        box = line.box
        if box is None:
            own = _TABLE_PLACE.match(line.at or '')
            lines = [Line(self.page, i) for i in range(line.index + 1, len(self.page.lines))]
            same = [
                o for o in lines if own and (at := _TABLE_PLACE.match(o.at or '')) and at['column'] == own['column']
            ]
            return same if own else lines
        cell = cell_of(line) or box
        found = [
            (b[1], other)
            for other in self.page
            if (b := other.box) and b[1] >= box[3] - 2 and b[0] < cell[2] and b[2] > cell[0]
        ]
        return [other for _, other in sorted(found, key=lambda item: item[0])]

    def _flow_cell_beside(self, label: Line) -> list[Line] | None:
        """The same for a table without layout: the next column of the row, or the one after a column for the colon."""
        own = _TABLE_PLACE.match(label.at or '')
        if own is None:
            return None
        columns: dict[int, list[Line]] = defaultdict(list)
        for line in self.page:
            other = _TABLE_PLACE.match(line.at or '')
            if other and other['row'] == own['row'] and 0 < int(other['column']) - int(own['column']) <= 2:
                columns[int(other['column'])].append(line)
        return next(
            (lines for _, lines in sorted(columns.items()) if any(line.text.strip(' :;=') for line in lines)), []
        )

    def rows_after(self, row: int, count: int) -> Iterator[Line]:
        """The lines of the next `count` rows."""
        order = self.row_order
        at = order.index(row) if row in self.rows else len(order)
        for next_row in order[at + 1 : at + 1 + count]:
            yield from self.rows[next_row]

    def below(self, line: Line, count: int) -> list[Line]:
        """The next lines of the same column or cell."""
        lines = [Line(self.page, i) for i in range(line.index + 1, min(line.index + 1 + count, len(self.page.lines)))]
        return [other for other in lines if other.stack == line.stack]


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _apart(line: Line, box: Box) -> float:
    own = line.box
    return abs(_middle(own) - _middle(box)) if own else float('inf')


def _left(line: Line) -> float:
    box = line.box
    return box[0] if box else float(line.index)


def before(hit: Hit) -> str:
    """What stands before a hit in its line."""
    return hit.page.text[line_of(hit.page, hit.start).start : hit.start]


_NOT = re.compile(r'\b(?:tidak|belum|tanpa)\b', re.IGNORECASE)


def negated(hit: Hit) -> bool:
    """'Tidak Dibuka' does not say 'Dibuka': a word of negation leads to the hit, or stands in it against the phrase."""
    leads = _NOT.search(' '.join(before(hit).split()[-1:]))
    return not _NOT.search(hit.phrase) and bool(leads or _NOT.search(hit.text))


def rest(hit: Hit) -> str:
    """What stands after a hit in its (last) line."""
    return hit.page.text[hit.end : line_of(hit.page, max(hit.start, hit.end - 1)).end]


def starts_line(hit: Hit, *, numbered: bool = False) -> bool:
    pattern = _NUMBERING if numbered else _BARE
    return bool(pattern.match(before(hit)))


def opens_line(hit: Hit) -> bool:
    """Nothing stands before a hit in its line, not even a bullet or a box for ticking."""
    return not before(hit).strip()


def opens_capital(hit: Hit) -> bool:
    """Headings begin with a capital; a wrapped line of prose seldom does ('perlu / menetapkan ...')."""
    return not hit.text[:1].islower()


def stands_as_label(hit: Hit, *, numbered: bool = False) -> bool:
    """At the start of a line, and its line goes on as after a label: nothing, a colon, or an enumeration."""
    after = rest(hit)
    return (
        starts_line(hit, numbered=numbered)
        and opens_capital(hit)
        and not _DOT_LEADER.search(after)
        and bool(_LABEL_END.match(after))
    )


def in_contents(hit: Hit) -> bool:
    """A line of a table of contents: dot leaders and a page number."""
    line = line_of(hit.page, hit.end - 1).text
    return bool(_DOT_LEADER.search(line)) and not line.strip().startswith(('.', '…'))


def following(
    view: PageView, hit: Hit, rows: int = ROWS_BELOW, until: tuple[str, ...] = (), after: PageView | None = None
) -> str:
    """The words that follow a hit: the rest of its line, what stands right of it, and the next rows up to another
    heading.

    `until`: squashed words that open the next heading's line. `after`: the next page, for a heading at a page's end.
    """
    line = line_of(hit.page, hit.end - 1)
    pieces = [rest(hit), *(other.text for other in view.right_of(line))]
    left = rows - len([r for r in view.row_order if r > line.row])
    over = [other for row in after.row_order[:left] for other in after.rows[row]] if after and left > 0 else []
    for other in (*view.rows_after(line.row, rows), *over):
        if until and squashed_phrase(other.text[:40], view.ocr).startswith(until):
            break
        pieces.append(other.text)
    return ' '.join(pieces)


def row_of(hit: Hit) -> int:
    return line_of(hit.page, hit.start).row


def position(hit: Hit) -> Position:
    return (hit.page.n, row_of(hit))


def stands_alone(view: PageView, hit: Hit) -> bool:
    """Nothing else stands in the hit's row: a title, not a table cell."""
    return len(view.rows[row_of(hit)]) == 1


def is_capitals(hit: Hit) -> bool:
    return uppercase_share(hit.text) >= 0.7


_FIRST: Position = (0, 0)
_LAST: Position = (1 << 30, 0)


@dataclass(frozen=True)
class Bounds:
    """Where the pieces of a decree begin; a piece that isn't there begins nowhere (_LAST)."""

    considering: Position
    basis: Position
    deciding: Position
    closing: Position
    annex: Position


class PartView:
    """The pages of one part, with what a check may ask of them."""

    def __init__(
        self,
        document: Document,
        views: Sequence[PageView],
        rulebook: Rulebook,
        kind: KindId,
        period: int,
        annex_from: Position | None = None,
    ) -> None:
        self.document = document
        self.views = tuple(views)
        self.rulebook = rulebook
        self.kind = kind
        self.period = period
        self._annex_from = annex_from
        self._by_number = {view.page.n: view for view in self.views}
        self._ranges: dict[Scope, tuple[Position, Position]] = {}
        self.looks: list[Look] = []
        """Blocks whose pictures the checks would like to be looked at."""
        self.memory: dict[str, object] = {}
        """What checks of one part share (the header band of a table, the signer's blocks)."""

    def view(self, page: Page) -> PageView:
        return self._by_number[page.n]

    def after(self, page: Page) -> PageView | None:
        """The part's next page."""
        return self._by_number.get(page.n + 1)

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(view.page for view in self.views)

    @cached_property
    def bounds(self) -> Bounds:
        anchors: Anchors = self.rulebook.anchors
        annex = self._annex_from or _LAST
        basis = self._first(anchors.basis, _FIRST, annex)
        considering = min(self._first(anchors.considering, _FIRST, annex), basis)
        deciding = self._first(anchors.deciding, min(basis, considering), annex)
        closing = self._first(anchors.closing, deciding if deciding != _LAST else _FIRST, annex)
        return Bounds(considering, basis, deciding, closing, annex)

    def _first(self, words: Iterable[str], low: Position, high: Position) -> Position:
        hits = (
            h
            for word in words
            for view in self.views
            for h in view.find(word)
            if h.sure and starts_line(h) and opens_capital(h)
        )
        return min((p for h in hits if low <= (p := position(h)) < high), default=_LAST)

    @cached_property
    def _dicta(self) -> Position:
        """Where the decision begins: MEMUTUSKAN or Menetapkan; without them the first dictum."""
        bounds = self.bounds
        return (
            bounds.deciding
            if bounds.deciding != _LAST
            else self._first(self.rulebook.anchors.dicta, _FIRST, bounds.annex)
        )

    def range_of(self, scope: Scope) -> tuple[Position, Position]:
        """First position of a scope, and the first one after it."""
        if scope not in self._ranges:
            self._ranges[scope] = self._range(scope)
        return self._ranges[scope]

    def _range(self, scope: Scope) -> tuple[Position, Position]:
        bounds = self.bounds
        if scope == 'opening':
            second = (self.views[0].page.n + 1 if self.views else 2, 0)
            return (_FIRST, min(bounds.considering, bounds.deciding, bounds.annex, second))
        if scope == 'body':
            return (_FIRST, bounds.annex)
        if scope == 'basis':
            return (bounds.basis, min(bounds.deciding, bounds.annex))
        if scope == 'dicta':
            return (min(self._dicta, bounds.closing), bounds.annex)
        if scope == 'dicta_and_annex':
            first = self._first(self.rulebook.anchors.dicta, self._dicta, bounds.annex)
            return (min(first, bounds.closing, bounds.annex), _LAST)
        if scope == 'closing':
            return (bounds.closing if bounds.closing != _LAST else bounds.deciding, bounds.annex)
        if scope == 'annex':
            return (bounds.annex, _LAST)
        return (_FIRST, _LAST)

    def find(self, phrase: str, scope: Scope = 'part') -> list[Hit]:
        """All hits of a phrase in a scope, page by page, best first within a page."""
        low, high = self.range_of(scope)
        return [
            hit for view in self._views_between(low, high) for hit in view.find(phrase) if low <= position(hit) < high
        ]

    def _views_between(self, low: Position, high: Position) -> Iterator[PageView]:
        return (view for view in self.views if low[0] <= view.page.n <= high[0])

    def lines(self, scope: Scope = 'part') -> Iterator[Line]:
        """All lines of a scope in reading order."""
        low, high = self.range_of(scope)
        for view in self._views_between(low, high):
            for line in view.page:
                if low <= (view.page.n, line.row) < high:
                    yield line

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Squashed headings and labels of the kind: none of them is a value, a name, or the content of a section."""
        kind = self.rulebook.kinds[self.kind]
        named = [r for r in kind.requirements if r.check in ('section', 'field', 'column', 'annex', 'entry', 'day')]
        parted = [w for r in named if r.check == 'entry' for group in (r.groups or {}).values() for w in group]
        words = [*(w for r in named for w in r.words), *parted]
        return tuple({p for w in (*words, *kind.identify.labels) if len(p := squashed_phrase(w, False)) > 5})

    def opens_label(self, text: str) -> bool:
        """A text that is another label of the kind, with at most a short value after it; a dictum may begin with
        'Menetapkan'."""
        squashed = squashed_phrase(text[:90], False)
        return any(squashed.startswith(label) and len(squashed) <= len(label) + LABEL_TAIL for label in self.labels)

    def outdone(self, hit: Hit, own: Iterable[str]) -> bool:
        """A damaged hit is exactly another phrase of the kind: 'Kelengkapan' is no damaged 'Perlengkapan'."""
        if hit.score == 100:
            return False
        kind = self.rulebook.kinds[self.kind]
        words = {
            w for r in kind.requirements for w in (*r.words, *(g for gs in (r.groups or {}).values() for g in gs))
        } - set(own)
        return any(
            other.score == 100 and min(other.end, hit.end) - max(other.start, hit.start) > 0.7 * (hit.end - hit.start)
            for word in words
            for other in self.view(hit.page).find(word)
        )

    def unread(self, scope: Scope = 'part') -> list[Page]:
        """Pages on which a requirement of this scope could stand unseen."""
        low, high = self.range_of(scope)
        pages = [v.page for v in self.views if low[0] <= v.page.n <= high[0]] or list(self.pages)
        return [p for p in pages if p.level == 'unread' or p.grade in ('poor', 'unreadable')]

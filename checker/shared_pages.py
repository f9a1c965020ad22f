"""A page on which one document ends and the next begins: short papers typed one after the other in one file.

Files put together by a tool begin every document on a page of its own. Only kinds whose rule says `shares` may begin
in the middle of a page: with a title or a letter's subject of their own, under a signer's block or under the letterhead
once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from checker.checks.block import blocks_on
from checker.model import Page
from checker.rulebook import Rulebook
from checker.search import line_of
from checker.starts import start_of
from checker.view import PageView, row_of, stands_alone, starts_line

LEAST_ROWS = 4
"""Rows of the shortest piece: a title, a label or two, a signer."""
HEAD_ROWS = 14
"""Rows of a piece in which its title stands: a letterhead of six, place and date, addressee."""
OVER_HEAD = 3
"""Rows among which a page's letterhead begins: a page number or a stamped date may stand over it."""
LETTERHEAD = 7
"""Rows over a title that its own letterhead may take."""
OFF_CENTRE = 30.0
"""Points by which a centred title may stand off the page's middle: margins for binding."""


def pieces(view: PageView, rulebook: Rulebook) -> tuple[PageView, ...]:
    """The page's documents from top to bottom, each as a page of its own; the page itself where there is one."""
    rows = view.row_order
    titles = sorted({row for row in _titles(view, rulebook) if row in rows[LEAST_ROWS:]})
    ends = _ends(view, rulebook) if titles else []
    for title in titles:
        cut = _cut(view, ends, title) or _cut_unsigned(view, title, rulebook)
        if cut is None or rows.index(cut) < LEAST_ROWS or rows.index(title) - rows.index(cut) > HEAD_ROWS:
            continue
        below = _piece(view, cut, rows[-1] + 1)
        start = start_of(below, rulebook)
        kind = rulebook.kinds.get(start.kind) if start and not start.other and not start.untitled else None
        if kind and kind.identify.shares and len(below.row_order) >= LEAST_ROWS:
            return (_piece(view, rows[0], cut), *pieces(below, rulebook))
    return (view,)


def _titles(view: PageView, rulebook: Rulebook) -> Iterator[int]:
    """Rows on which a document of the kinds that share pages may be named: titles in capitals, subjects of letters."""
    for kind in rulebook.kinds.values():
        if not kind.identify.shares:
            continue
        for hit in (h for word in kind.identify.title for h in view.find(word)):
            capitals = line_of(hit.page, hit.start).text.isupper()
            if hit.sure and capitals and starts_line(hit) and stands_alone(view, hit):
                yield row_of(hit)
        for hit in (h for word in kind.identify.about for h in view.find(word)):
            if hit.sure and starts_line(hit):
                yield row_of(hit)


def _ends(view: PageView, rulebook: Rulebook) -> list[tuple[int, int]]:
    """First and last row of every signer's block."""
    return [
        (block.office[0].row, max(line.row for line in (*block.office, block.name, block.nip) if line is not None))
        for block in blocks_on(view, rulebook.signers)
        if block.name is not None
    ]


def _cut(view: PageView, ends: list[tuple[int, int]], title: int) -> int | None:
    """The row with which the document named on the row `title` begins; None where nothing has ended above it."""
    rows = view.row_order
    head = next((text for row in rows[:OVER_HEAD] if (text := _text(view, row)).isupper() and ' ' in text), None)
    again = [row for row in rows[LEAST_ROWS:] if row <= title and _text(view, row) == head]
    if again:
        return again[-1]
    closed = [last for _, last in ends if last < title]
    if not closed or any(first < title <= last for first, last in ends):
        return None
    return _widest(view, max(closed), title)


def _cut_unsigned(view: PageView, title: int, rulebook: Rulebook) -> int | None:
    """The same under a form, a register or an attendance list, which nobody need sign: the title stands in the middle
    of its line."""
    rows = view.row_order
    line = view.rows[title][0]
    if line.box is not None and abs(line.box[0] + line.box[2] - view.page.width) > 2 * OFF_CENTRE:
        return None
    above = start_of(_piece(view, rows[0], title), rulebook)
    kind = rulebook.kinds.get(above.kind) if above and not above.untitled else None
    if kind is None or not kind.identify.shares or any(r.check == 'signer' for r in kind.requirements):
        return None
    return _widest(view, rows[max(0, rows.index(title) - LETTERHEAD)], title)


def _widest(view: PageView, first: int, last: int) -> int | None:
    """Of the rows after `first` up to `last` the one under the most white."""
    between = [row for row in view.row_order if first <= row <= last]
    if len(between) < 2:
        return None
    return max(pairwise(between), key=lambda pair: (_gap(view, *pair), -pair[1]))[1]


def _text(view: PageView, row: int) -> str:
    return ' '.join(line.text.strip() for line in view.rows[row])


def _gap(view: PageView, above: int, below: int) -> float:
    """White between two rows in points; 0 where the format has no layout."""
    bottoms = [box[3] for line in view.rows[above] if (box := line.box)]
    tops = [box[1] for line in view.rows[below] if (box := line.box)]
    return round(min(tops) - max(bottoms)) if bottoms and tops else 0.0


def _piece(view: PageView, first: int, end: int) -> PageView:
    """The rows from `first` up to `end` as a page; the same one whenever it is asked for."""
    if ('piece', first, end) not in view.memory:
        view.memory['piece', first, end] = PageView(_part_of(view, first, end))
    piece = view.memory['piece', first, end]
    assert isinstance(piece, PageView)
    return piece


def _part_of(view: PageView, first: int, end: int) -> Page:
    page = view.page
    chosen = [line for line in page if first <= line.row < end]
    texts, boxes, lines, at = [], [], [], 0
    for line in chosen:
        texts.append(page.text[line.start : line.end])
        if len(page.boxes):
            boxes.append(page.boxes[line.start : line.end])
            boxes.append(np.zeros((1, 4), page.boxes.dtype))
        lines.append((at, at + line.end - line.start, line.row, line.stack))
        at += line.end - line.start + 1
    low, high = _height(view, first), _height(view, end)
    return replace(
        page,
        text='\n'.join(texts),
        boxes=np.concatenate(boxes)[:-1] if boxes else page.boxes,
        lines=np.array(lines, page.lines.dtype),
        at=tuple(page.at[line.index] for line in chosen) if page.at else (),
        marks=tuple(mark for mark in page.marks if low <= (mark.box[1] + mark.box[3]) / 2 < high),
        rules=page.rules[[low <= (y0 + y1) / 2 < high for _, y0, _, y1 in page.rules.tolist()]],
    )


def _height(view: PageView, row: int) -> float:
    """Where a row begins on the page: the first reaches up to its edge, what follows the last down to it."""
    tops = [box[1] for line in view.rows.get(row, ()) if (box := line.box)]
    if row <= view.row_order[0]:
        return float('-inf')
    return min(tops) if tops else float('inf')

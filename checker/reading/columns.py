"""Rows, columns, cells and their order, from boxes alone; `layout.compose` is its only caller.

Never changes a word; only groups and orders them. All lengths are in the unit of the boxes; thresholds are in *em*, the
height of the words concerned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.model import Floats

Index = NDArray[np.int64]
Flags = NDArray[np.bool_]
Lengths = NDArray[np.floating[Any]]

COLUMN_GAP = 1.5
"""Em. A justified line seldom has wider word gaps, and tab stops that part columns seldom are narrower."""
JUSTIFIED_GAP = 5.0
"""Em. Wider gaps are columns even in a line whose words are spread."""
LETTER_GAP = 3.0
"""Em. Widest gap inside a heading whose letters are spaced out (`M E M U T U S K A N`)."""
MARK_GAP = 4.0
"""Em. A list mark (`a.`, `1)`) belongs to the text after it, however its tab stop is set."""
COLON_GAP = 14.0
"""Em. A lone colon belongs to the label on its left; label columns are that wide in two-column decrees."""
ROW_SHIFT = 0.38
"""Em between the centres of words on one baseline: superscripts and mixed sizes reach 0.3, half-line offsets of
vertically centred cells begin at 0.5."""
LINE_GAP = 1.0
"""Em of white between two lines of one stack: spacing 1.5 gives 0.7, a blank line 1.2 and more."""
SIZE_RATIO = 1.7
"""Lines whose heights differ more are not one stack; OCR boxes without ascenders differ by up to 1.5."""
RIVER_ROWS = 4
"""Rows that a white gutter without ruled line must run through; word gaps of prose hardly ever align so long."""
RIVER_GAP = 0.42
"""Em. A gutter is wider than a plain space (0.25-0.33 em)."""
RIVER_SPACES = 1.6
"""Times the page's usual word space: OCR boxes are lower than the font, so a plain space can reach 0.5 em there."""
RIVER_WIDTH = 0.3
"""Em that must stay white through all the rows of a gutter."""

UNDERLINE_EXCESS = 4.0
"""Points by which a cell's border is longer than its text (cell margins are 5 on each side); underlines end with it."""

_LIST_MARK = re.compile(r'\(?(?:[a-zA-Z]|[0-9]{1,3}|[ivxIVX]{1,5})[.)]|[-•–●▪*]')


@dataclass(frozen=True, slots=True)
class Arranged:
    """A line: which row and stack it belongs to, and its words from left to right (indices)."""

    row: int
    stack: int
    words: list[int]


def arrange(boxes: Floats, texts: Sequence[str], rules: Floats) -> list[Arranged]:
    """The lines of upright words in reading order. `boxes` (N, 4), `rules` (R, 4)."""
    upright, level = _merged_rules(rules)
    rows = _rows(boxes)
    order = np.lexsort((boxes[:, 0], rows))
    cuts = _cuts(boxes[order], rows[order], [texts[i] for i in order], upright)
    starts = np.concatenate([[0], np.flatnonzero(cuts) + 1])
    ends = np.append(starts[1:], len(order))
    lines = _bounds(boxes[order], starts)
    last = [texts[order[end - 1]] for end in ends]
    stacks = _stacks(lines, rows[order][starts], last, level)
    stack_of = {line: number for number, stack in enumerate(stacks) for line in stack}
    return [
        Arranged(int(rows[order[starts[line]]]), stack_of[line], order[starts[line]:ends[line]].tolist())
        for stack in stacks for line in stack
    ]


def _bounds(boxes: Floats, starts: Index) -> Floats:
    low = np.minimum.reduceat(boxes[:, :2], starts, axis=0)
    high = np.maximum.reduceat(boxes[:, 2:], starts, axis=0)
    return np.hstack([low, high])


def _merged_rules(rules: Floats) -> tuple[Floats, Floats]:
    """Vertical and horizontal rules, each as (place, from, to), pieces of one straight line joined."""
    wide, high = rules[:, 2] - rules[:, 0], rules[:, 3] - rules[:, 1]
    standing, lying = rules[high > 2 * wide], rules[wide > 2 * high]
    upright = np.stack([(standing[:, 0] + standing[:, 2]) / 2, standing[:, 1], standing[:, 3]], axis=1)
    level = np.stack([(lying[:, 1] + lying[:, 3]) / 2, lying[:, 0], lying[:, 2]], axis=1)
    return _joined(upright), _joined(level)


def _joined(rules: Floats) -> Floats:
    """Pieces that continue each other (same place within 1 unit, ends within 2) become one."""
    result: list[list[float]] = []
    for place, low, high in sorted(rules.tolist(), key=lambda rule: (round(rule[0]), rule[1])):
        if result and abs(result[-1][0] - place) <= 1 and low <= result[-1][2] + 2:
            result[-1][2] = max(result[-1][2], high)
        else:
            result.append([place, low, high])
    return np.array(result, np.float32).reshape(-1, 3)


def _rows(boxes: Floats) -> Index:
    """The row of each word: words that follow each other stay together, then runs of equal height join."""
    size, centre = boxes[:, 3] - boxes[:, 1], (boxes[:, 1] + boxes[:, 3]) / 2
    overlap = np.minimum(boxes[1:, 3], boxes[:-1, 3]) - np.maximum(boxes[1:, 1], boxes[:-1, 1])
    least = np.minimum(size[1:], size[:-1])
    gap = boxes[1:, 0] - boxes[:-1, 2]
    follows = (overlap > 0.6 * least) & (gap > -0.3 * least) & (gap < np.maximum(size[1:], size[:-1]))
    run = np.concatenate([[0], np.cumsum(~follows)])
    starts = np.flatnonzero(np.diff(run, prepend=-1))
    weight = np.maximum(boxes[:, 2] - boxes[:, 0], 0.1)
    total = np.add.reduceat(weight, starts)
    middle = np.add.reduceat(centre * weight, starts) / total
    height = np.add.reduceat(size * weight, starts) / total
    return np.asarray(_row_of_runs(middle, height, total)[run])


def _row_of_runs(middle: Lengths, height: Lengths, width: Lengths) -> Index:
    """Greedy from the top down; a speck (a dash, a dot: much lower than the text) joins the row whose band holds it."""
    usual = float(np.median(height))
    speck = (height < 0.55 * usual) & (width < 1.5 * usual)
    result = np.full(len(middle), -1, np.int64)
    rows: list[list[float]] = []
    for run in np.argsort(middle, kind='stable').tolist():
        if speck[run]:
            continue
        m, h, w = float(middle[run]), float(height[run]), float(width[run])
        if rows and m - rows[-1][0] <= ROW_SHIFT * min(h, rows[-1][1]):
            row = rows[-1]
            row[0], row[1] = ((old * row[2] + new * w) / (row[2] + w) for old, new in ((row[0], m), (row[1], h)))
            row[2] += w
        else:
            rows.append([m, h, w])
        result[run] = len(rows) - 1
    for run in np.flatnonzero(speck).tolist():
        m, h = float(middle[run]), float(height[run])
        near = min(range(len(rows)), key=lambda r: abs(rows[r][0] - m), default=-1)
        if near < 0 or abs(rows[near][0] - m) > 0.55 * rows[near][1]:
            rows.append([m, h, float(width[run])])
            near = len(rows) - 1
        result[run] = near
    rank = np.empty(len(rows), np.int64)
    rank[np.argsort([row[0] for row in rows], kind='stable')] = np.arange(len(rows))
    return np.asarray(rank[result])


def _cuts(boxes: Floats, rows: Index, texts: Sequence[str], upright: Floats) -> Flags:
    """For each word but the last (sorted by row, then x): does a line end after it?"""
    if len(boxes) < 2:
        return np.zeros(0, np.bool_)
    size = boxes[:, 3] - boxes[:, 1]
    em = np.maximum(size[1:], size[:-1])
    gap = boxes[1:, 0] - boxes[:-1, 2]
    same = rows[1:] == rows[:-1]
    ruled = _crossed(boxes, em, upright)
    wide = gap > COLUMN_GAP * em
    free = same & ~ruled
    justified = _spread(boxes, rows, gap, em, wide & free & (gap < JUSTIFIED_GAP * em))
    cut = (wide | _gutters(boxes, rows, gap, em, free)) & ~justified
    letter = np.array([len(text) == 1 and text.isalpha() for text in texts])
    cut &= ~(letter[1:] & letter[:-1] & (gap < LETTER_GAP * em))
    mark = np.array([bool(_LIST_MARK.fullmatch(text)) for text in texts[:-1]])
    opens = np.concatenate([[True], (cut | ~same)[:-1]])
    cut &= ~(mark & opens & (gap < MARK_GAP * em))
    colon = np.array([text == ':' for text in texts])
    column = colon[1:] & (gap > 0.9 * em)
    cut &= ~(colon[1:] & (gap < COLON_GAP * em))
    cut[1:] |= column[:-1] & colon[1:-1]
    return np.asarray(cut | ruled | ~same)


def _crossed(boxes: Floats, em: Floats, upright: Floats) -> Flags:
    """Does a vertical rule stand between a word and the next one?"""
    if not len(upright):
        return np.zeros(len(em), np.bool_)
    middle = (boxes[:-1, 1] + boxes[:-1, 3] + boxes[1:, 1] + boxes[1:, 3]) / 4
    left, right = boxes[:-1, 2] - 0.25 * em, boxes[1:, 0] + 0.25 * em
    place, low, high = upright.T
    between = (place[:, None] > left) & (place[:, None] < right) & (low[:, None] <= middle) & (high[:, None] >= middle)
    return np.asarray(between.any(axis=0))


def _spread(boxes: Floats, rows: Index, gap: Floats, em: Floats, doubtful: Flags) -> Flags:
    """Is each doubtful gap a word space of a justified line? Its line's other gaps are as wide, or text of the row
    above or below, which begins and ends where this row does, runs across it."""
    result = np.zeros(len(gap), np.bool_)
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    ends = np.append(starts[1:], len(rows))
    for k in np.flatnonzero(doubtful).tolist():
        row = int(rows[k])
        inside = sorted(gap[starts[row]:ends[row] - 1].tolist())
        if len(inside) >= 3 and inside[len(inside) // 2] > 0.6 * gap[k]:
            result[k] = True
            continue
        here = boxes[starts[row]:ends[row]]
        for other in (row - 1, row + 1):
            if 0 <= other < len(starts):
                result[k] |= _runs_across(boxes[starts[other]:ends[other]], here, boxes[k, 2], boxes[k + 1, 0], em[k])
    return result


def _runs_across(there: Floats, here: Floats, left: float, right: float, em: float) -> bool:
    """Does a neighbouring row of the same extent carry text over the gap (`left`, `right`)?"""
    same_extent = abs(there[0, 0] - here[0, 0]) < 0.6 * em and abs(there[:, 2].max() - here[:, 2].max()) < 0.6 * em
    near = min(abs(there[0, 1] - here[0, 3]), abs(here[0, 1] - there[0, 3])) < em
    middle = (left + right) / 2
    return bool(same_extent and near and ((there[:, 0] < middle) & (there[:, 2] > middle)).any())


def _gutters(boxes: Floats, rows: Index, gap: Floats, em: Floats, free: Flags) -> Flags:
    """Gaps that line up over at least `RIVER_ROWS` rows: narrow columns without ruled lines between them."""
    result = np.zeros(len(gap), np.bool_)
    spaces = gap[free & (gap > 0) & (gap < em)]
    usual = float(np.median(spaces)) if len(spaces) else 0.0
    wide = gap > np.maximum(RIVER_GAP * em, RIVER_SPACES * usual)
    if (free & wide).sum() < RIVER_ROWS:
        return result
    candidates = np.flatnonzero(free & wide & ~_even(rows, gap))
    rivers: list[tuple[float, float, int, float, list[int]]] = []
    for k in [*candidates.tolist(), -1]:
        row, top = (int(rows[k]), float(boxes[k, 1])) if k >= 0 else (len(boxes), float('inf'))
        for river in [r for r in rivers if r[2] < row - 1 or top - r[3] > 3 * em[r[4][-1]]]:
            if len(river[4]) >= RIVER_ROWS:
                result[river[4]] = True
            rivers.remove(river)
        if k >= 0:
            _flow(rivers, k, row, boxes, float(em[k]))
    return result


def _flow(rivers: list[tuple[float, float, int, float, list[int]]], k: int, row: int, boxes: Floats, em: float) -> None:
    """Gap `k` lengthens each river of the row above that it leaves wide enough, or begins one."""
    left, right, bottom = float(boxes[k, 2]), float(boxes[k + 1, 0]), float(boxes[k, 3])
    for i, (low, high, last, _, gaps) in enumerate(rivers):
        if last == row - 1 and min(high, right) - max(low, left) > RIVER_WIDTH * em:
            rivers[i] = (max(low, left), min(high, right), row, bottom, [*gaps, k])
            return
    rivers.append((left, right, row, bottom, [k]))


def _even(rows: Index, gap: Floats) -> Flags:
    """Gaps of rows whose word gaps are all alike: justified prose, never columns."""
    result = np.zeros(len(gap), np.bool_)
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    for start, end in zip(starts, np.append(starts[1:], len(rows)), strict=True):
        inside = gap[start:end - 1]
        if len(inside) >= 3:
            # The narrowest and widest tenth may be stops, quotes and list marks.
            ordered = sorted(inside.tolist())
            tenth = len(ordered) // 10
            result[start:end - 1] = ordered[-1 - tenth] - ordered[tenth] < 0.3 * ordered[len(ordered) // 2]
    return result


def _stacks(lines: Floats, rows: Index, last: Sequence[str], level: Floats) -> list[list[int]]:
    """Lines of one column or cell, top-down, the stacks in reading order."""
    below = _links(lines, rows, last, level)
    linked = {int(j) for j in below[below >= 0]}
    stacks: list[list[int]] = []
    for first in range(len(lines)):
        if first in linked:
            continue
        stack = [first]
        while below[stack[-1]] >= 0:
            stack.append(int(below[stack[-1]]))
        stacks.append(stack)
    lengths = np.array([len(stack) for stack in stacks])
    bounds = _bounds(lines[[i for stack in stacks for i in stack]], np.cumsum(lengths) - lengths)
    return [stacks[i] for i in reading_order(bounds)]


def _links(lines: Floats, rows: Index, last: Sequence[str], level: Floats) -> Index:
    """For each line the one below it in its stack, or -1: each is the other's best, with nothing ruled between them."""
    below = np.full(len(lines), -1, np.int64)
    i, j = _pairs(lines, rows)
    if not len(i):
        return below
    x0, y0, x1, y1 = lines.astype(np.float64).T
    size, width = y1 - y0, np.maximum(x1 - x0, 0.1)
    em = np.maximum(size[i], size[j])
    share = (np.minimum(x1[i], x1[j]) - np.maximum(x0[i], x0[j])) / np.minimum(width[i], width[j])
    gap = (y0[j] - y1[i]) / em
    merit = np.minimum(share, 1) - 0.5 * gap
    down, up = _best(i, merit, len(lines)), _best(j, merit, len(lines))
    k = np.arange(len(i))
    ok = (down[i] == k) & (up[j] == k) & ~_labelled(lines, rows, last)[j]
    ok &= np.minimum(size[i], size[j]) * SIZE_RATIO > em
    # A heading over columns, or columns over a line: two lines beside each other meet one.
    close = share > 0.3
    under = np.bincount(i[close & (np.abs(gap - gap[down[i]]) < 0.3)], minlength=len(lines))
    over = np.bincount(j[close & (np.abs(gap - gap[up[j]]) < 0.3)], minlength=len(lines))
    ok &= (under[i] < 2) & (over[j] < 2)
    i, j = i[ok], j[ok]
    free = ~_ruled_between(lines[i], lines[j], level)
    below[i[free]] = j[free]
    return below


def _pairs(lines: Floats, rows: Index) -> tuple[Index, Index]:
    """Lines i and j where j lies in a lower row, near enough and in part under i."""
    size = lines[:, 3] - lines[:, 1]
    order = np.argsort(lines[:, 1], kind='stable')
    tops = lines[order, 1]
    first = np.searchsorted(tops, lines[:, 3] - 0.5 * size)
    count = np.searchsorted(tops, lines[:, 3] + LINE_GAP * np.maximum(size, np.median(size))) - first
    count = np.maximum(count, 0)
    i = np.repeat(np.arange(len(lines)), count)
    j = order[np.repeat(first, count) + np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count)]
    under = (np.minimum(lines[i, 2], lines[j, 2]) > np.maximum(lines[i, 0], lines[j, 0])) & (rows[j] > rows[i])
    under &= lines[j, 1] - lines[i, 3] < LINE_GAP * np.maximum(size[i], size[j])
    return i[under], j[under]


def _best(owner: Index, merit: Lengths, count: int) -> Index:
    """For each owner the index of its best entry, or -1."""
    order = np.lexsort((-merit, owner))
    firsts = order[np.flatnonzero(np.diff(owner[order], prepend=-1))]
    result = np.full(count, -1, np.int64)
    result[owner[firsts]] = firsts
    return result


def _labelled(lines: Floats, rows: Index, last: Sequence[str]) -> Flags:
    """Lines that begin something new: a label that ends in a colon with a value beside it, and that value."""
    result = np.zeros(len(lines), np.bool_)
    for i in range(len(lines) - 1):
        if rows[i] == rows[i + 1] and last[i].endswith(':'):
            em = lines[i, 3] - lines[i, 1]
            if lines[i + 1, 0] - lines[i, 2] < MARK_GAP * em:
                result[i] = result[i + 1] = True
    return result


def _ruled_between(upper: Floats, lower: Floats, level: Floats) -> Flags:
    """Does a horizontal rule part each pair of lines? An underline (hardly wider than its text) doesn't."""
    if not len(level) or not len(upper):
        return np.zeros(len(upper), np.bool_)
    place, low, high = level.T[:, :, None]
    top, bottom = (upper[:, 1] + upper[:, 3]) / 2, (lower[:, 1] + lower[:, 3]) / 2
    left, right = np.maximum(upper[:, 0], lower[:, 0]), np.minimum(upper[:, 2], lower[:, 2])
    covers = np.minimum(high, right) - np.maximum(low, left) > 0.5 * (right - left)
    excess = np.maximum(upper[:, 0] - low, 0) + np.maximum(high - upper[:, 2], 0)
    return np.asarray(((place > top) & (place < bottom) & covers & (excess > UNDERLINE_EXCESS)).any(axis=0))


def reading_order(boxes: Floats) -> list[int]:
    """Indices of the boxes (S, 4) as a person reads: bands from the top down, in a band columns from the left."""
    return _ordered(np.arange(len(boxes)), boxes, axis=1, blocked=False)


def _ordered(members: Index, boxes: Floats, axis: int, blocked: bool) -> list[int]:
    if len(members) < 2:
        return [int(i) for i in members]
    groups = _parted(members, boxes, axis)
    if len(groups) > 1:
        return [i for group in groups for i in _ordered(group, boxes, 1 - axis, blocked=False)]
    if blocked:
        return [int(i) for i in members[np.lexsort((boxes[members, 0], boxes[members, 1]))]]
    return _ordered(members, boxes, 1 - axis, blocked=True)


def _parted(members: Index, boxes: Floats, axis: int) -> list[Index]:
    """Groups that lie clear of each other along the axis (1: bands, 0: columns); boxes may touch by 1.5 units."""
    ordered = members[np.argsort(boxes[members, axis], kind='stable')]
    reach = np.maximum.accumulate(boxes[ordered, axis + 2])
    clear = boxes[ordered[1:], axis] > reach[:-1] - 1.5
    return list(np.split(ordered, np.flatnonzero(clear) + 1))

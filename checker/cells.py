"""Ruled cells: which cell of a form or table a line stands in, and what stands in the cell beside it.

Only geometry; knows no wording. Without ruled lines there are no cells, and callers go by columns and rows.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from checker.model import Box, Floats, Line, Page

REACH = 2.5
"""Points by which a ruled line may end short of the line it bounds: lines drawn cell by cell leave such gaps."""
FULL_HEIGHT = 0.8
"""Share of a cell's height along which its border runs; frames drawn inside a cell (an electronic stamp's) are
shorter."""
WORDED = 3
"""Letters of a line that make its row one with words."""
SAME_EDGE = 4.0
"""Points between the edges of two cells that share one ruled line: double lines are 3 apart."""


@lru_cache(maxsize=64)
def _ruled(page: Page) -> tuple[Floats, Floats]:
    """Upright and level ruled lines of a page."""
    rules = page.rules
    wide, high = rules[:, 2] - rules[:, 0], rules[:, 3] - rules[:, 1]
    return rules[high > wide], rules[wide >= high]


def cell_at(page: Page, x: float, y: float) -> Box | None:
    """The smallest cell around a point: its nearest ruled lines on all four sides; None where one is lacking."""
    upright, level = _ruled(page)
    beside = upright[(upright[:, 1] <= y + REACH) & (upright[:, 3] >= y - REACH)]
    around = level[(level[:, 0] <= x + REACH) & (level[:, 2] >= x - REACH)]
    middles, heights = (beside[:, 0] + beside[:, 2]) / 2, (around[:, 1] + around[:, 3]) / 2
    left, right = middles[middles <= x], middles[middles > x]
    above, below = heights[heights <= y], heights[heights > y]
    if not (len(left) and len(right) and len(above) and len(below)):
        return None
    return (float(left.max()), float(above.max()), float(right.min()), float(below.min()))


def cell_of(line: Line) -> Box | None:
    """The cell in which a line begins."""
    box = line.box
    if box is None or not len(line.page.rules):
        return None
    return cell_at(line.page, box[0] + 1, (box[1] + box[3]) / 2)


def lines_in(page: Page, cell: Box) -> list[Line]:
    """The lines whose middle lies in a cell, from top to bottom."""
    found = [
        (box[1], box[0], line)
        for line in page
        if (box := line.box) and cell[0] <= box[0] + 1 <= cell[2] and cell[1] <= (box[1] + box[3]) / 2 <= cell[3]
    ]
    return [line for _, _, line in sorted(found, key=lambda item: item[:2])]


def cells_below(page: Page, cell: Box) -> list[Box]:
    """The ruled cells under a cell in its column, as wide as it, from top to bottom; to the table's end."""
    found: list[Box] = []
    below = cell_at(page, (cell[0] + cell[2]) / 2, cell[3] + SAME_EDGE)
    while below and below[3] > cell[3] and all(abs(below[i] - cell[i]) <= SAME_EDGE for i in (0, 2)):
        found.append(below)
        cell, below = below, cell_at(page, (below[0] + below[2]) / 2, below[3] + SAME_EDGE)
    return found


def rows_below(page: Page, cell: Box) -> int:
    """How many of the ruled rows under a cell have anything in them: words anywhere, or ink in the cell's column."""
    boxes = [box for line in page if (box := line.box) and sum(c.isalpha() for c in line.text) >= WORDED]
    marks = (mark.box for mark in page.marks if mark.kind == 'ink')
    inked = [box for box in marks if cell[0] < (box[0] + box[2]) / 2 < cell[2]]
    heights = [(box[1] + box[3]) / 2 for box in (*boxes, *inked)]
    return sum(any(row[1] < height < row[3] for height in heights) for row in cells_below(page, cell))


def next_cell(page: Page, cell: Box) -> Box | None:
    """The cell right of a cell, as high as it: up to the next ruled line that runs along most of that height."""
    upright, _level = _ruled(page)
    along = np.minimum(upright[:, 3], cell[3] + REACH) - np.maximum(upright[:, 1], cell[1] - REACH)
    middles = (upright[:, 0] + upright[:, 2]) / 2
    right = (along > 0) & (middles > cell[2] + SAME_EDGE)
    for x in np.unique(middles[right].round()):
        # Lines drawn cell by cell: their pieces at one place add up.
        if along[right & (np.abs(middles - x) <= SAME_EDGE / 2)].sum() >= FULL_HEIGHT * (cell[3] - cell[1]):
            return (cell[2], cell[1], float(x), cell[3])
    return None

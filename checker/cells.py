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

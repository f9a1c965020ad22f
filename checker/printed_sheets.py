"""Spreadsheets printed wider than the paper: columns that went onto another page stand there at the same height.

Pure; only geometry and the columns' own names. Programs print down and then over, or over and then down; both are told
by rows of equal height and a head that goes on at the height of the first.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from checker.model import Floats, Page, RequirementId
from checker.rulebook import Kind
from checker.search import Hit, line_of
from checker.view import PageView

ROWS = 5
"""Ruled lines or lines of words at equal heights that make two pages parts of one sheet, with SHARE of them all."""
SHARE = 0.75
"""Of the heights on the page with fewer of them. Wrapped cells are centred differently, so never all."""
SAME_HEIGHT = 1.5
"""Points: printers round the same row to the same place."""
STRIPS = 60
"""Pages from a list's head to those of its other columns: a strip of that many pages holds 2,000 rows."""
NAME = 140
"""Longest cell in letters that names a column; as in `checks.table`."""


def same_grid(one: Page, other: Page) -> bool:
    """Whether the rows of two pages stand at the same heights."""
    if one is other or (one.width, one.height) != (other.width, other.height) or not len(one.boxes):
        return False
    return any(_agree(heights(one), heights(other)) for heights in (_ruled_heights, _line_heights))


def columns_beside(hits: Iterable[Hit], view: PageView, kind: Kind) -> dict[RequirementId, Hit]:
    """Names of the kind's columns on another page, at the height of the head to which `hits` belong."""
    boxes = [box for hit in hits if (box := hit.box)]
    if not boxes:
        return {}
    em = float(np.median([box[3] - box[1] for box in boxes])) / 2
    top, bottom = min(box[1] for box in boxes) - em, max(box[3] for box in boxes) + em
    found: dict[RequirementId, Hit] = {}
    for requirement in kind.requirements:
        names = requirement.words if requirement.check in ('column', 'entry') else ()
        here = [hit for name in names for hit in view.find(name) if hit.sure and _names(hit, top, bottom)]
        if here:
            found[requirement.id] = min(here, key=lambda hit: (-hit.score, -len(hit.phrase), hit.start))
    return found


def _names(hit: Hit, top: float, bottom: float) -> bool:
    """A short cell in the head that opens with the name."""
    box, line = hit.box, line_of(hit.page, hit.start)
    if box is None or len(line.text) > NAME or not hit.text[:1].isupper():
        return False
    ahead = hit.page.text[line.start : hit.start]
    return top <= box[1] and box[3] <= bottom and not any(c.isalnum() for c in ahead)


def _ruled_heights(page: Page) -> Floats:
    rules = page.rules
    level = rules[(rules[:, 2] - rules[:, 0]) > (rules[:, 3] - rules[:, 1])] if len(rules) else rules
    return np.unique(((level[:, 1] + level[:, 3]) / 2).round(1))


def _line_heights(page: Page) -> Floats:
    return np.unique(np.array([box[3] for line in page if (box := line.box)], np.float32).round(1))


def _agree(one: Floats, other: Floats) -> bool:
    few, many = sorted((one, other), key=len)
    if len(few) < ROWS:
        return False
    near = np.abs(few[:, None] - many[None, :]).min(axis=1) <= SAME_HEIGHT
    return int(near.sum()) >= max(ROWS, SHARE * len(few))

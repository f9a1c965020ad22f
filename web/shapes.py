"""The boxes over a page picture and where their numbered marks stand, so that no mark hides another. Pure geometry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checker.model import Box

Look = Literal['missing', 'unsure', 'advice', 'met', 'not_applicable', 'near']

_HEIGHT = 13.0
"""Of a mark, in points on a portrait page: readable at the width of a column, no taller than a line of text."""

_PAPER = 595.0
"""Width of A4 and folio in points. Pages are shown equally wide, so marks grow with the page; pictures without a known
resolution claim to be metres wide."""

_LANDSCAPE = 750.0
"""Points of width from which marks grow on a landscape page: a quarter larger on folio."""

_GAP = 1.5
"""Between words and the line around them, in points."""

_NEAR = 4
"""Widths of a mark that it may stand away in its row before a place above or below is better: a leader that crosses
other columns of a table's head is hard to follow."""

_SMALLEST = 4.0
"""Points; a box without extent would be invisible."""


Leader = tuple[float, float, float]
"""x0, x1 and y of a level line, in points."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A box on a page, in points, with its numbered mark and the finding that it belongs to."""

    anchor: str
    target: str
    look: Look
    icon: str
    number: int
    label: str
    box: Box
    badge: Box = (0.0, 0.0, 0.0, 0.0)
    leader: Leader | None = None


def arrange(shapes: Sequence[Shape], width: float, height: float, words: Sequence[Box] = ()) -> tuple[Shape, ...]:
    """The shapes of one page with room around their words and a place for every mark.

    A mark stands in the row of its box, as near as it can without covering `words` (the lines of the page), a box or
    another mark; where the row is full it covers words rather than another mark.
    """
    framed = [replace(shape, box=_framed(shape.box)) for shape in shapes]
    high = _HEIGHT * max(1.0, min(width, height) / _PAPER, width / _LANDSCAPE)
    boxes = [shape.box for shape in framed]
    taken: list[Box] = []
    done = []
    for shape in framed:
        spots = list(_spots(shape, high, width, height))
        free = [spot for spot in spots if not _covers(spot, taken)]
        off = [spot for spot in free if not _covers(spot, boxes)]
        clear = (spot for spot in off if not _covers(spot, words))
        badge = next(clear, None) or (off or free or spots)[0]
        taken.append(badge)
        done.append(replace(shape, badge=badge, leader=_leader(shape.box, badge)))
    return tuple(done)


def _framed(box: Box) -> Box:
    x0, y0 = round(box[0] - _GAP, 1), round(box[1] - _GAP, 1)
    return (x0, y0, round(max(box[2] + _GAP, x0 + _SMALLEST), 1), round(max(box[3] + _GAP, y0 + _SMALLEST), 1))


def _spots(shape: Shape, high: float, width: float, height: float) -> Iterator[Box]:
    """Places for a mark inside the page, best first: near in the row, above and below, then to both margins."""
    x0, y0, x1, y1 = shape.box
    wide = high * (1.9 if shape.number < 10 else 2.4)
    beside = (y0 + y1 - high) / 2 if y1 - y0 < 2 * high else y0
    steps = int(width / wide * 2) + 1
    row = [(x, beside) for step in range(steps) for x in (x0 - wide - step * wide / 2, x1 + step * wide / 2)]
    near, far = row[:4 * _NEAR], row[4 * _NEAR:]
    edges = [(x0 + step * wide, y) for step in range(6) for y in (y0 - high, y1)]
    touching = [spot for spot in edges if spot[0] < x1]
    for x, y in [*_within(near, width - wide), *touching, *_within(far, width - wide), *edges]:
        left, top = round(max(0.0, min(x, width - wide)), 1), round(max(0.0, min(y, height - high)), 1)
        yield (left, top, round(left + wide, 1), round(top + high, 1))


def _within(spots: Sequence[tuple[float, float]], most: float) -> list[tuple[float, float]]:
    return [(x, y) for x, y in spots if 0 <= x <= most]


def _leader(box: Box, badge: Box) -> Leader | None:
    """The line from a mark that stands away from its box, under the words between them."""
    y = round(min(box[3], badge[3]), 1)
    if badge[2] < box[0] - _GAP:
        return (badge[2], box[0], y)
    return (box[2], badge[0], y) if badge[0] > box[2] + _GAP else None


def _covers(spot: Box, others: Sequence[Box]) -> bool:
    slack = 0.5  # points: marks may touch
    return any(spot[0] < other[2] - slack and other[0] < spot[2] - slack
               and spot[1] < other[3] - slack and other[1] < spot[3] - slack for other in others)

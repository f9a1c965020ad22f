"""The boxes over a page picture and where their numbered marks stand, so that no mark hides another. Pure geometry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checker.model import Box

Look = Literal['missing', 'unsure', 'advice', 'met', 'not_applicable', 'near']

_HEIGHT = 13.0
"""Of a mark, in points: readable at the width of a column, small beside 12-point text."""

_GAP = 1.5
"""Between words and the line around them, in points."""

_SMALLEST = 4.0
"""Points; a box without extent would be invisible."""


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


def arrange(shapes: Sequence[Shape], width: float, height: float) -> tuple[Shape, ...]:
    """The shapes of one page with room around their words and a place for every mark.

    A mark stands left of its box, else right of it, above or below it, where it covers no other mark and best no box.
    """
    framed = [replace(shape, box=_framed(shape.box)) for shape in shapes]
    boxes = [shape.box for shape in framed]
    taken: list[Box] = []
    done = []
    for shape in framed:
        spots = [_into(spot, width, height) for spot in _spots(shape)]
        free = [spot for spot in spots if not _covers(spot, taken)]
        clear = [spot for spot in free if not _covers(spot, boxes)]
        badge = (clear or free or spots)[0]
        taken.append(badge)
        done.append(replace(shape, badge=badge))
    return tuple(done)


def _framed(box: Box) -> Box:
    x0, y0 = round(box[0] - _GAP, 1), round(box[1] - _GAP, 1)
    return (x0, y0, round(max(box[2] + _GAP, x0 + _SMALLEST), 1), round(max(box[3] + _GAP, y0 + _SMALLEST), 1))


def _spots(shape: Shape) -> Iterator[Box]:
    """Places for a mark, best first; several findings may stand on the same words, so each side offers some."""
    x0, y0, x1, y1 = shape.box
    wide = _HEIGHT * (1.9 if shape.number < 10 else 2.4)
    beside = (y0 + y1 - _HEIGHT) / 2 if y1 - y0 < 2 * _HEIGHT else y0
    sides = [(x, beside) for step in range(2) for x in (x0 - (step + 1) * wide, x1 + step * wide)]
    edges = [(x0 + step * wide, y) for step in range(6) for y in (y0 - _HEIGHT, y1)]
    for x, y in sides + edges:
        yield (round(x, 1), round(y, 1), round(x + wide, 1), round(y + _HEIGHT, 1))


def _into(spot: Box, width: float, height: float) -> Box:
    """The spot moved into the page where it would stand out."""
    x = max(0.0, min(spot[0], width - (spot[2] - spot[0])))
    y = max(0.0, min(spot[1], height - (spot[3] - spot[1])))
    return (round(x, 1), round(y, 1), round(x + spot[2] - spot[0], 1), round(y + spot[3] - spot[1], 1))


def _covers(spot: Box, others: Sequence[Box]) -> bool:
    slack = 0.5  # points: marks may touch
    return any(spot[0] < other[2] - slack and other[0] < spot[2] - slack
               and spot[1] < other[3] - slack and other[1] < spot[3] - slack for other in others)

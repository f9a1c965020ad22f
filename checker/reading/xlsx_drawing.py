"""What lies over the cells of a sheet: text boxes, pictures, freehand drawings, diagrams, with the cells they cover.

Charts and form controls say nothing that a rule asks for and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from checker.model import MarkKind
from checker.reading.docx_styles import pale
from checker.reading.docx_xml import EMU
from checker.reading.xlsx_package import Package, child, children, link, local
from checker.reading.xlsx_sheet import LAST_COLUMN, LAST_ROW
from checker.reading.xlsx_styles import int_of

SHAPES: Final = 5_000
"""Of one drawing; a form has ten, a flow chart a few hundred."""
POINTS_A_ROW: Final = 15.0
POINTS_A_COLUMN: Final = 48.0
"""Of an anchor that names its size instead of its last cell."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The cells that a shape covers (from 1), and how far into the first and last of them it begins and ends."""

    row: int
    column: int
    last_row: int
    last_column: int
    inset: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Points: x and y into the first cell, x and y into the last one."""


@dataclass(frozen=True, slots=True)
class TextBox:
    anchor: Anchor
    lines: tuple[str, ...]
    """Its paragraphs, also empty ones."""
    hidden: tuple[str, ...]
    """Words that can't be seen."""


@dataclass(frozen=True, slots=True)
class Picture:
    anchor: Anchor
    kind: MarkKind
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height in points, as far as they are known."""


def shapes_of(package: Package, name: str) -> Iterator[TextBox | Picture]:
    """Everything that a drawing part shows, in its order."""
    root = package.tree(name)
    if root is None:
        return
    relations = package.relations(name)
    count = 0
    for holder in _chosen(root):
        anchor = _anchor(holder)
        for shape in _shown_in(holder):
            count += 1
            if count > SHAPES:
                return
            if local(shape.tag) == 'sp':
                yield _text_box(shape, anchor)
                if next(shape.iter('{*}custGeom'), None) is not None:
                    yield Picture(anchor, 'drawing')
                if next(shape.iter('{*}blip'), None) is not None:
                    yield Picture(anchor, 'picture', _size(shape, anchor))
            elif local(shape.tag) == 'pic':
                yield Picture(anchor, 'picture', _size(shape, anchor))
            elif local(shape.tag) == 'contentPart':
                yield Picture(anchor, 'drawing')
            else:
                yield from _diagram(package, shape, anchor, relations)


def _chosen(parent: Any) -> Iterator[Any]:
    """The children that count: of alternatives the first choice."""
    for element in parent:
        if not isinstance(element.tag, str):
            continue
        if local(element.tag) == 'AlternateContent':
            choice = child(element, 'Choice')
            choice = child(element, 'Fallback') if choice is None else choice
            yield from () if choice is None else _chosen(choice)
        else:
            yield element


def _shown_in(holder: Any) -> Iterator[Any]:
    """Shapes, pictures and frames in an anchor or group, hidden ones left out."""
    for element in _chosen(holder):
        tag = local(element.tag)
        if tag in ('sp', 'pic', 'graphicFrame', 'contentPart', 'grpSp'):
            named = next(element.iter('{*}cNvPr'), None)
            if named is not None and named.get('hidden') in ('1', 'true'):
                continue
            if tag == 'grpSp':
                yield from _shown_in(element)
            else:
                yield element


def _anchor(holder: Any) -> Anchor:
    column, row, x, y = _corner(child(holder, 'from'))
    to = child(holder, 'to')
    if to is not None:
        last_column, last_row, end_x, end_y = _corner(to)
        return Anchor(row, column, max(row, last_row), max(column, last_column), (x, y, end_x, end_y))
    size = child(holder, 'ext')
    width, height = (0.0 if size is None else (int_of(size.get(key)) or 0) / EMU for key in ('cx', 'cy'))
    over, down = (x + width) / POINTS_A_COLUMN, (y + height) / POINTS_A_ROW
    last_column, last_row = min(column + int(over), LAST_COLUMN), min(row + int(down), LAST_ROW)
    rest = (over % 1 * POINTS_A_COLUMN, down % 1 * POINTS_A_ROW)
    return Anchor(row, column, max(row, last_row), max(column, last_column), (x, y, *rest))


def _size(shape: Any, anchor: Anchor) -> tuple[float, float]:
    """What the shape says of itself; else what its anchor covers in cells of the usual size."""
    said = next((ext for ext in shape.iter('{*}ext') if ext.get('cx') is not None), None)
    if said is not None and (width := int_of(said.get('cx'))) and (height := int_of(said.get('cy'))):
        return (width / EMU, height / EMU)
    x, y, end_x, end_y = anchor.inset
    return ((anchor.last_column - anchor.column) * POINTS_A_COLUMN + end_x - x,
            (anchor.last_row - anchor.row) * POINTS_A_ROW + end_y - y)


def _corner(corner: Any) -> tuple[int, int, float, float]:
    """Column and row from 1, and points into them."""
    values = [0, 0, 0, 0]
    for i, name in enumerate(('col', 'row', 'colOff', 'rowOff')):
        found = child(corner, name)
        values[i] = 0 if found is None else int_of((found.text or '').strip()) or 0
    column, row = min(max(values[0], 0) + 1, LAST_COLUMN), min(max(values[1], 0) + 1, LAST_ROW)
    return column, row, min(max(values[2] / EMU, 0.0), 2000.0), min(max(values[3] / EMU, 0.0), 2000.0)


def _text_box(shape: Any, anchor: Anchor) -> TextBox:
    body = child(shape, 'txBody')
    filled = _is_filled(shape)
    lines: list[str] = []
    hidden: list[str] = []
    for paragraph in () if body is None else children(body, 'p'):
        seen: list[str] = []
        unseen: list[str] = []
        for run in children(paragraph, 'r', 'fld', 'br'):
            text = '\n' if local(run.tag) == 'br' else ''.join(t.text or '' for t in children(run, 't'))
            (unseen if not filled and _is_white(child(run, 'rPr')) else seen).append(text)
        lines += [' '.join(line.split()) for line in ''.join(seen).split('\n')]
        hidden += [' '.join(''.join(unseen).split())] if ''.join(unseen).strip() else []
    return TextBox(anchor, tuple(lines), tuple(hidden))


def _is_filled(shape: Any) -> bool:
    """Filled with anything but white, by itself or by its style."""
    properties = child(shape, 'spPr')
    if properties is not None:
        for fill in children(properties, 'noFill', 'solidFill', 'gradFill', 'blipFill', 'pattFill'):
            tag = local(fill.tag)
            return tag != 'noFill' and not (tag == 'solidFill' and _white_fill(fill))
    style = child(shape, 'style', 'fillRef')
    return style is not None and style.get('idx', '0') != '0' and not _white_fill(style)


def _is_white(run: Any) -> bool:
    fill = child(run, 'solidFill')
    return fill is not None and _white_fill(fill)


def _white_fill(fill: Any) -> bool:
    for color in children(fill, 'srgbClr', 'schemeClr', 'sysClr', 'prstClr'):
        value = color.get('lastClr') or color.get('val', '')
        return (value in ('bg1', 'lt1', 'white', 'window') and not len(color)) or pale(value)
    return False


def _diagram(package: Package, frame: Any, anchor: Anchor, relations: Any) -> Iterator[TextBox]:
    """SmartArt keeps its words in a part of its own."""
    ids = next(frame.iter('{*}relIds'), None)
    relation = relations.get(link(ids, 'dm')) if ids is not None else None
    root = package.tree(relation.target) if relation else None
    if root is not None:
        texts = (' '.join(''.join(t.text or '' for t in p.iter('{*}t')).split()) for p in root.iter('{*}p'))
        yield TextBox(anchor, tuple(text for text in texts if text), ())

"""What the styles of a DOCX say about a paragraph or run: visible or not, capitals, its list.

Only the few properties that change what a reader sees as words; never fonts, sizes or positions for their own sake.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'

TINY = 4
"""Half-points: text of 2 points and less can't be read on paper; the smallest print of real forms is 5 points."""
PALE = 0xF0
"""A colour whose channels all reach this is no more visible on white paper than white (contrast below 1.15)."""
CHAIN = 20
"""Styles based on styles: Word itself allows 11 levels; the bound ends circles."""


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a run or paragraph; None = says nothing, ask the style below."""

    vanish: bool | None = None
    caps: bool | None = None
    color: str | None = None
    size: int | None = None
    shade: bool | None = None
    list_id: str | None = None
    level: int | None = None
    leaders: tuple[bool, ...] | None = None

    def over(self, below: Look) -> Look:
        """These properties, and those of `below` where these say nothing."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return Look(**{name: getattr(below, name) if value is None else value for name, value in values.items()})

    @property
    def hidden(self) -> bool:
        """Marked as hidden, or too small to read. (White text is judged with its background.)"""
        return bool(self.vanish) or (self.size is not None and self.size <= TINY)

    @property
    def white(self) -> bool:
        return pale(self.color)


def pale(color: str | None) -> bool:
    """True for a hexadecimal colour that can't be told from white."""
    try:
        value = int(color or '', 16)
    except ValueError:
        return False
    return len(color or '') == 6 and all(value >> shift & 255 >= PALE for shift in (0, 8, 16))


def shaded(props: Any) -> bool | None:
    """Whether `w:shd` or `w:highlight` under `props` gives a ground on which white text shows; None when not said."""
    shade = props.find(W + 'shd')
    if props.find(W + 'highlight') is not None:
        return True
    if shade is None:
        return None
    name = 'color' if shade.get(W + 'val') == 'solid' else 'fill'
    fill = shade.get(W + name, 'auto')
    return fill != 'auto' and not pale(fill)


def look_of(run: Any, paragraph: Any = None) -> Look:
    """The properties that `w:rPr` (and `w:pPr`) say themselves; either may be None."""
    values: dict[str, Any] = {}
    if run is not None:
        values = {'vanish': _switch(run, 'vanish'), 'caps': _switch(run, 'caps'), 'color': value_of(run, 'color'),
                  'size': int_of(value_of(run, 'sz')), 'shade': shaded(run)}
    if paragraph is not None:
        numbering = paragraph.find(W + 'numPr')
        if numbering is not None:
            values |= {'list_id': value_of(numbering, 'numId'), 'level': int_of(value_of(numbering, 'ilvl'))}
        tabs = paragraph.find(W + 'tabs')
        if tabs is not None:
            stops = sorted((int_of(t.get(W + 'pos')) or 0, t.get(W + 'leader', 'none') != 'none')
                           for t in tabs.iterchildren(W + 'tab') if t.get(W + 'val') != 'clear')
            values['leaders'] = tuple(leader for _position, leader in stops)
        if values.get('shade') is None:
            values['shade'] = shaded(paragraph)
    return Look(**values)


def value_of(parent: Any, name: str) -> str | None:
    """The `w:val` of the child `name`, or None."""
    child = parent.find(W + name)
    return None if child is None else child.get(W + 'val')


def _switch(parent: Any, name: str) -> bool | None:
    child = parent.find(W + name)
    return None if child is None else child.get(W + 'val', '1') not in ('0', 'false', 'off', 'none')


def int_of(text: str | None) -> int | None:
    """A whole number, or None for anything else."""
    try:
        return int(float(text)) if text is not None else None
    except (ValueError, OverflowError):
        return None


class Styles:
    """Styles by id, each resolved along what it is based on."""

    def __init__(self, root: Any) -> None:
        self._styles = {} if root is None else {s.get(W + 'styleId'): s for s in root.iterchildren(W + 'style')}
        self._looks: dict[str | None, Look] = {}
        self._tables: dict[str | None, bool] = {}
        defaults = None if root is None else root.find(f'{W}docDefaults/{W}rPrDefault/{W}rPr')
        self._base = look_of(defaults)
        self.default = next((id_ for id_, s in self._styles.items() if s.get(W + 'type') == 'paragraph'
                             and s.get(W + 'default') in ('1', 'true')), None)

    def look(self, style_id: str | None) -> Look:
        """What the style and those below it say (without the document's defaults)."""
        if style_id not in self._looks:
            look, current = Look(), style_id
            for _step in range(CHAIN):
                style = self._styles.get(current)
                if style is None:
                    break
                look = look.over(look_of(style.find(W + 'rPr'), style.find(W + 'pPr')))
                current = value_of(style, 'basedOn')
            self._looks[style_id] = look
        return self._looks[style_id]

    def paragraph(self, props: Any) -> Look:
        """The look of a paragraph with these `w:pPr` (or None)."""
        style_id = None if props is None else value_of(props, 'pStyle')
        own = Look() if props is None else look_of(None, props)
        return own.over(self.look(style_id or self.default)).over(self._base)

    def run(self, props: Any, paragraph: Look) -> Look:
        """The look of a run with these `w:rPr` (or None) in a paragraph."""
        if props is None:
            return paragraph
        style_id = value_of(props, 'rStyle')
        look = look_of(props)
        return (look.over(self.look(style_id)) if style_id else look).over(paragraph)

    def table_shaded(self, style_id: str | None) -> bool:
        """Whether a table style colours any cell; which cells, only a layout engine could tell."""
        if style_id not in self._tables:
            style = self._styles.get(style_id)
            self._tables[style_id] = style is not None and any(shaded(e.getparent()) for e in style.iter(W + 'shd'))
        return self._tables[style_id]

"""Counts the list paragraphs of a DOCX and writes their numbers, which stand in no text of the file.

Never decides whether a paragraph is shown; counts what it is given, in document order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from checker.reading.docx_styles import Look, W, int_of, look_of, value_of

_UNITS = ('', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas')
_ROMAN = ((1000, 'm'), (900, 'cm'), (500, 'd'), (400, 'cd'), (100, 'c'), (90, 'xc'), (50, 'l'), (40, 'xl'), (10, 'x'),
          (9, 'ix'), (5, 'v'), (4, 'iv'), (1, 'i'))


@dataclass(slots=True)
class _Level:
    format: str = 'decimal'
    text: str = ''
    start: int = 1
    caps: bool = False
    style: str | None = None
    gap: str = ' '


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts list paragraphs in document order and writes their numbers as Word shows them."""

    def __init__(self, root: Any) -> None:
        self._lists: dict[str | None, _List] = {}
        self._of: dict[str | None, _List] = {}
        self._restarts: dict[str | None, dict[int, int]] = {}
        if root is None:
            return
        for abstract in root.iterchildren(W + 'abstractNum'):
            levels = {int_of(e.get(W + 'ilvl')) or 0: _level(e) for e in abstract.iterchildren(W + 'lvl')}
            self._lists[abstract.get(W + 'abstractNumId')] = _List(levels)
        for number in root.iterchildren(W + 'num'):
            self._add(number)

    def _add(self, number: Any) -> None:
        list_ = self._lists.get(value_of(number, 'abstractNumId'))
        if list_ is None:
            return
        restarts = {}
        for override in number.iterchildren(W + 'lvlOverride'):
            level = int_of(override.get(W + 'ilvl')) or 0
            start = int_of(value_of(override, 'startOverride'))
            own = override.find(W + 'lvl')
            if own is not None:
                list_ = _List({**list_.levels, level: _level(own)})
            if start is not None:
                restarts[level] = start
        self._of[number.get(W + 'numId')] = list_
        self._restarts[number.get(W + 'numId')] = restarts

    def next(self, look: Look, style_id: str | None) -> str:
        """The number of the next paragraph of this look, with a trailing space; '' for none and for bullets."""
        list_ = self._of.get(look.list_id)
        if list_ is None:
            return ''
        depth = look.level
        if depth is None:
            depth = next((n for n, level in list_.levels.items() if style_id and level.style == style_id), 0)
        if depth not in list_.levels:
            return ''
        restart = self._restarts[look.list_id].pop(depth, None)
        counts = list_.counts
        counts[depth] = restart if restart is not None else counts.get(depth, list_.levels[depth].start - 1) + 1
        for deeper in [n for n in counts if n > depth]:
            del counts[deeper]
        return _written(list_, depth)


def _level(element: Any) -> _Level:
    start = int_of(value_of(element, 'start'))
    caps = look_of(element.find(W + 'rPr')).caps
    gap = '' if value_of(element, 'suff') == 'nothing' else ' '
    return _Level(value_of(element, 'numFmt') or 'decimal', value_of(element, 'lvlText') or '',
                  1 if start is None else start, bool(caps), value_of(element, 'pStyle'), gap)


def _written(list_: _List, depth: int) -> str:
    level = list_.levels[depth]
    if level.format in ('bullet', 'none'):
        return ''
    text = level.text
    for n in range(9):
        mark = f'%{n + 1}'
        if mark in text:
            source = list_.levels.get(n, level)
            text = text.replace(mark, number_text(list_.counts.get(n, source.start), source.format))
    return (text.upper() if level.caps else text) + level.gap if text else ''


def number_text(value: int, format_: str) -> str:
    """A list number as Word writes it in this `w:numFmt`; unknown formats come out as decimal."""
    if format_ in ('lowerLetter', 'upperLetter') and value > 0:
        letters = chr(ord('a') + (value - 1) % 26) * min((value - 1) // 26 + 1, 30)
        return letters if format_ == 'lowerLetter' else letters.upper()
    if format_ in ('lowerRoman', 'upperRoman') and 0 < value < 4000:
        roman = _roman(value)
        return roman if format_ == 'lowerRoman' else roman.upper()
    if format_ == 'cardinalText' and 0 < value < 100:
        return _spelled(value).capitalize()
    if format_ == 'ordinalText' and 0 < value < 100:
        return 'Pertama' if value == 1 else 'Ke' + _spelled(value)
    return f'{value:02d}' if format_ == 'decimalZero' else str(value)


def _roman(value: int) -> str:
    text = ''
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def _spelled(value: int) -> str:
    """1-99 in Indonesian words."""
    if value < len(_UNITS):
        return _UNITS[value]
    tens, units = divmod(value, 10)
    return f'{_UNITS[units]} belas' if tens == 1 else f'{_UNITS[tens]} puluh {_UNITS[units]}'.strip()

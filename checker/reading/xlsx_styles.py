"""What the styles of a workbook say about a cell: its number format, where its words stand, and whether they show.

Only what changes what a reader sees as words. Conditional formats are not judged.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import Any, Final

from checker.reading.xlsx_format import BUILT_IN
from checker.reading.xlsx_package import child, children, local

NEAR: Final = 15
"""Of 255: colours whose channels differ by no more can't be told apart; with white paper that is `docx_styles.PALE`."""
TINY: Final = 2.0
"""Points: as in `docx_styles`."""
Rgb = tuple[int, int, int]
WHITE: Final[Rgb] = (255, 255, 255)
_GREY: Final[Rgb] = (128, 128, 128)
_INDEXED: Final[tuple[Rgb, ...]] = (
    (0, 0, 0), WHITE, (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (255, 0, 255), (0, 255, 255),
) * 2  # fmt: skip
"""The first sixteen of the old palette; of the others it is enough that none is white but 65."""
_OFFICE: Final[tuple[Rgb, ...]] = (WHITE, (0, 0, 0), (238, 236, 225), (31, 73, 125)) + (_GREY,) * 6
_THEME: Final = ('lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6')


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell shows what it holds. `ground` is None where a pattern or gradient makes any word show."""

    code: str = 'General'
    color: Rgb = (0, 0, 0)
    ground: Rgb | None = WHITE
    size: float = 11.0
    align: str = ''
    wrap: bool = False

    def hides(self, color: Rgb | None = None, *, dark: bool = False) -> bool:
        """Whether words can't be seen; `color`: of a run. `dark`: the table around it may colour an unfilled cell."""
        if self.size <= TINY:
            return True
        if self.ground is None or (dark and self.ground == WHITE):
            return False
        return alike(self.color if color is None else color, self.ground)


def alike(one: Rgb, other: Rgb) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


class Styles:
    """The looks of a workbook's cells by their index."""

    def __init__(self, root: Any, theme: Any) -> None:
        self._theme = _theme_colors(theme)
        palette = child(root, 'colors', 'indexedColors')
        own = [_hex(c.get('rgb', '')) or _GREY for c in ([] if palette is None else palette)]
        self._palette = (*own, *_INDEXED[len(own) :])
        codes = {int_of(f.get('numFmtId')): f.get('formatCode', '') for f in _all(root, 'numFmts', 'numFmt')}
        self._codes = BUILT_IN | {number: code for number, code in codes.items() if number is not None}
        self._fonts = list(_all(root, 'fonts', 'font'))
        self._fills = list(_all(root, 'fills', 'fill'))
        self._looks = [self._look(xf) for xf in _all(root, 'cellXfs', 'xf')]

    def look(self, index: int) -> Look:
        return self._looks[index] if 0 <= index < len(self._looks) else Look()

    def color(self, element: Any) -> Rgb | None:
        """The colour that an element with `rgb`, `theme` or `indexed` names; None for the automatic one."""
        if element is None:
            return None
        theme, indexed = int_of(element.get('theme')), int_of(element.get('indexed'))
        rgb = _hex(element.get('rgb', ''))
        if theme is not None:
            rgb = self._theme[theme] if 0 <= theme < len(self._theme) else _GREY
        elif rgb is None and indexed is not None:
            rgb = (self._palette[indexed] if 0 <= indexed < len(self._palette) else
                   {64: (0, 0, 0), 65: WHITE}.get(indexed, _GREY))  # fmt: skip
        return None if rgb is None else _tinted(rgb, float_of(element.get('tint')) or 0.0)

    def _look(self, xf: Any) -> Look:
        font = _at(self._fonts, xf.get('fontId'))
        size = None if font is None else child(font, 'sz')
        alignment = child(xf, 'alignment')
        align, wrap = ('', '') if alignment is None else (alignment.get('horizontal', ''), alignment.get('wrapText'))
        return Look(
            self._codes.get(int_of(xf.get('numFmtId')) or 0, 'General'),
            (None if font is None else self.color(child(font, 'color'))) or (0, 0, 0),
            self._ground(_at(self._fills, xf.get('fillId'))),
            (None if size is None else float_of(size.get('val'))) or 11.0,
            align,
            wrap in ('1', 'true'),
        )

    def _ground(self, fill: Any) -> Rgb | None:
        pattern = child(fill, 'patternFill')
        if pattern is None:
            return WHITE if fill is None or not len(fill) else None
        kind = pattern.get('patternType', 'none')
        if kind == 'solid':
            return self.color(child(pattern, 'fgColor')) or WHITE
        return WHITE if kind == 'none' else None


def _all(root: Any, group: str, name: str) -> list[Any]:
    found = child(root, group)
    return [] if found is None else list(children(found, name))


def _at(items: list[Any], index: str | None) -> Any:
    number = int_of(index)
    return items[number] if number is not None and 0 <= number < len(items) else None


def _theme_colors(theme: Any) -> tuple[Rgb, ...]:
    scheme = child(theme, 'themeElements', 'clrScheme')
    if scheme is None:
        return _OFFICE
    named = {local(entry.tag): entry for entry in scheme if isinstance(entry.tag, str) and len(entry)}
    return tuple(_theme_color(named[name][0]) if name in named else _OFFICE[i] for i, name in enumerate(_THEME))


def _theme_color(element: Any) -> Rgb:
    return _hex(element.get('lastClr') or element.get('val', '')) or _GREY


def _hex(text: str) -> Rgb | None:
    try:
        value = int(text[-6:], 16)
    except ValueError:
        return None
    return (value >> 16, value >> 8 & 255, value & 255) if len(text) >= 6 else None


def _tinted(rgb: Rgb, tint: float) -> Rgb:
    """Lighter or darker (ECMA-376 part 1, 18.8.19)."""
    if not tint:
        return rgb
    hue, light, strength = colorsys.rgb_to_hls(*(channel / 255 for channel in rgb))
    tint = max(-1.0, min(1.0, tint))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    red, green, blue = colorsys.hls_to_rgb(hue, light, strength)
    return (round(red * 255), round(green * 255), round(blue * 255))


def int_of(text: str | None) -> int | None:
    """A whole number, or None for anything else."""
    try:
        return int(text) if text is not None and len(text) < 12 else None
    except ValueError:
        return None


def float_of(text: str | None) -> float | None:
    """A finite number, or None for anything else."""
    try:
        value = float(text) if text is not None else None
    except ValueError:
        return None
    return value if value is not None and abs(value) < 1e300 else None

"""Numbers as a spreadsheet shows them: ECMA-376 number formats, with Indonesian separators and names.

Dates always come day first: which day a cell means is known here, and '2/3/2025' could be read both ways. Knows
nothing of XML; never computes anything.
"""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

BUILT_IN: Final = {
    0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?',
    13: '# ??/??', 14: 'dd/mm/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM',
    20: 'hh:mm', 21: 'hh:mm:ss', 22: 'dd/mm/yyyy hh:mm', 37: '#,##0;(#,##0)', 38: '#,##0;(#,##0)',
    39: '#,##0.00;(#,##0.00)', 40: '#,##0.00;(#,##0.00)', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss', 48: '##0.0E+0',
    49: '@',
}  # fmt: skip
"""Formats that files name by number only (ECMA-376 part 1, 18.8.30); 14 and 22 follow the user's country."""
MONTHS: Final = ('Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober',
                 'November', 'Desember')  # fmt: skip
DAYS: Final = ('Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu')
_SHORT: Final = {'Agustus': 'Agt'}
_LAST_DAY: Final = 2_958_466
"""The serial number after 31-12-9999."""
_DIGITS: Final = 15
"""Significant digits that a spreadsheet keeps; a NIP of 18 digits typed as a number loses its last three."""
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[\$(?P<money>[^\-\]]*)[^\]]*\]|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    r'|(?P<half>AM/PM|A/P)|(?P<general>General)|(?P<power>E[+-])|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|e+)|(?P<digits>[0#?]+)'
    r'|(?P<plain>.)',
    re.IGNORECASE | re.DOTALL,
)
Token = tuple[str, str]


def displayed(value: float, code: str, *, since_1904: bool = False) -> str:
    """What a cell with a number shows; '' where its format shows nothing."""
    if not math.isfinite(value):
        return ''
    sections = _sections(code)
    section, value = _section_for(value, sections)
    kinds = {kind for kind, _ in section}
    if kinds & {'date', 'elapsed'}:
        day = value + (1462 if since_1904 else 0)
        return _date(day, section) if 0 <= day < _LAST_DAY else _general(value)
    if not section and len(sections) > 1:
        return ''
    if 'general' in kinds:
        return ''.join(_general(value) if kind == 'general' else text for kind, text in section)
    return _number(value, section)


def displayed_text(text: str, code: str) -> str:
    """What a cell with words shows: the fourth section of its format, or words with an '@' in them; '' for nothing."""
    sections = _sections(code)
    if len(sections) >= 4:
        section = sections[3]
    elif len(sections) == 1 and any(token == ('plain', '@') for token in sections[0]):
        section = sections[0]
    else:
        return text
    return ''.join(text if token == ('plain', '@') else token[1] for token in section)


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[tuple[Token, ...], ...]:
    """The format's sections as tokens: (kind, text)."""
    done: list[list[Token]] = [[]]
    for match in _TOKEN.finditer(code[:1000] or 'General'):
        kind = match.lastgroup
        if kind == 'plain' and match.group() == ';':
            done.append([])
        elif kind is not None:
            text = match.group(kind)
            done[-1].append(('plain', text) if kind in ('quoted', 'escaped', 'money') else (kind, text))
    return tuple(map(tuple, done))


def _section_for(value: float, sections: tuple[tuple[Token, ...], ...]) -> tuple[tuple[Token, ...], float]:
    """Positive; negative; zero. A section of its own for negative numbers shows no minus unless it says so."""
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _general(value: float) -> str:
    """Up to 11 characters, as a cell without format shows them: '5', '0,25', '1,96805E+17'."""
    if value == int(value) and abs(value) < 1e11:
        return str(int(value))
    return f'{value:.6G}'.replace('.', ',') if abs(value) >= 1e11 else f'{value:.10G}'.replace('.', ',')


def _number(value: float, section: tuple[Token, ...]) -> str:
    """A number in its placeholders: `#.##0,00` in Indonesian dress, percentages, words before and after."""
    slots = [i for i, (kind, _) in enumerate(section) if kind == 'digits']
    if not slots:
        text = ''.join(text for kind, text in section if (kind, text) != ('plain', '@'))
        return text + (_general(value) if ('plain', '@') in section else '')
    if any(kind == 'power' or text == '/' for kind, text in section[slots[0] : slots[-1]]):
        return _general(value)
    first, last = slots[0], slots[-1]
    point = next((i for i in range(first, last + 1) if section[i] == ('plain', '.')), last + 1)
    decimals = sum(len(text) for kind, text in section[point : last + 1] if kind == 'digits')
    percent = sum(text.count('%') for kind, text in section if kind == 'plain')
    whole, _, part = _fixed(abs(value) * 100**percent, decimals).partition('.')
    required = sum(text.count('0') for kind, text in section[first:point] if kind == 'digits')
    grouped = any(token == ('plain', ',') for token in section[first:point])
    whole = '' if whole == '0' and not required else whole.zfill(required)
    body = _filled(whole, section[first:point], grouped=grouped) if whole else ''
    body += f',{part}' if part else ''
    before, after = (''.join(text for _, text in side) for side in (section[:first], section[last + 1 :]))
    return ('-' if value < 0 else '') + before + body + after


def _fixed(value: float, decimals: int) -> str:
    """As many decimals as asked for, of the digits that a spreadsheet keeps."""
    kept = Decimal(f'{value:.{_DIGITS - 1}E}')
    return f'{round(kept, min(decimals, 30)):f}' if decimals else f'{round(kept):d}'


def _filled(whole: str, section: tuple[Token, ...], *, grouped: bool) -> str:
    """The whole digits, in groups of three, or parted as the format parts them ('00000000 000000 0 000')."""
    if grouped:
        return f'{int(whole):,}'.replace(',', '.')
    pieces: list[str] = []
    for kind, text in reversed(section):
        if kind == 'digits':
            count = len(text)
            pieces.append(whole[-count:])
            whole = whole[:-count]
        else:
            pieces.append(text)
    return whole + ''.join(reversed(pieces)).lstrip() if whole else ''.join(reversed(pieces))


def _date(serial: float, section: tuple[Token, ...]) -> str:
    """A date or time. Serial 60 is the 29th of February 1900, which never was; days before it count from one later."""
    moment = datetime(1899, 12, 30) + timedelta(days=serial + (1 if serial < 60 else 0))
    moment = (moment + timedelta(microseconds=500)).replace(microsecond=0)
    tokens = _day_first(section)
    half = any(kind == 'half' for kind, _ in tokens)
    names = [text[0].lower() if kind == 'date' else '' for kind, text in tokens]
    shown = []
    for i, (kind, text) in enumerate(tokens):
        if kind == 'elapsed':
            shown.append(str(int(serial * {'h': 24, 'm': 1440, 's': 86400}[text[0].lower()])))
        elif kind == 'half':
            shown.append('AM' if moment.hour < 12 else 'PM')
        elif kind == 'date':
            around = [n for n in (*names[:i][::-1], '') if n][:1] + [n for n in names[i + 1 :] if n][:1]
            minute = names[i] == 'm' and ('h' in around[:1] or 's' in around or _after_hours(tokens[:i]))
            shown.append(_piece(moment, text.lower(), minute=minute, half=half))
        else:
            shown.append(text)
    return ''.join(shown).strip()


def _after_hours(before: tuple[Token, ...]) -> bool:
    return any(kind == 'elapsed' for kind, _ in before)


def _day_first(section: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with a month before its day put behind it."""
    tokens = list(section)
    dates = [i for i, (kind, _) in enumerate(tokens) if kind == 'date']
    for at, after in pairwise(dates):
        month, day = tokens[at][1].lower(), tokens[after][1].lower()
        earlier = [tokens[i][1][0].lower() for i in dates if i < at]
        if month[0] == 'm' and day in ('d', 'dd') and 'y' not in earlier and 'h' not in earlier:
            tokens[at], tokens[after] = tokens[after], tokens[at]
            named = len(month) > 2 and tokens[after + 1 : after + 2] == [('plain', ',')]
            return (*tokens[: after + 1], *tokens[after + (2 if named else 1) :])
    return tuple(tokens)


def _piece(moment: datetime, code: str, *, minute: bool, half: bool) -> str:
    name, count = code[0], len(code)
    if name == 'm' and not minute:
        month = MONTHS[moment.month - 1]
        return (f'{moment.month:0{count}d}' if count <= 2 else _SHORT.get(month, month[:3]) if count == 3
                else month[:1] if count == 5 else month)  # fmt: skip
    if name == 'd':
        return f'{moment.day:0{count}d}' if count <= 2 else DAYS[moment.weekday()][: 3 if count == 3 else None]
    if name in 'ye':
        return f'{moment.year % 100:02d}' if count <= 2 and name == 'y' else str(moment.year)
    number = {'h': (moment.hour - 1) % 12 + 1 if half else moment.hour, 'm': moment.minute, 's': moment.second}[name]
    return f'{number:0{min(count, 2)}d}'

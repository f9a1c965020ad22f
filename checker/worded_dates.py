"""Dates in words, as minutes and records open: 'tanggal tiga bulan Februari tahun dua ribu dua puluh lima'.

Reads days of 1 to 31 and years from 1900 on, in words or digits; never guesses a piece that is left open.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from checker.text import DateRead, month_number, repair_digits

_NUMBERS = {
    'nol': 0, 'satu': 1, 'dua': 2, 'tiga': 3, 'empat': 4, 'lima': 5, 'enam': 6, 'tujuh': 7, 'delapan': 8, 'sembilan': 9,
    'sepuluh': 10, 'sebelas': 11, 'seratus': 100, 'seribu': 1000,
}  # fmt: skip
_SCALES = ('belas', 'puluh', 'ratus', 'ribu')
_ALL = (*_NUMBERS, *_SCALES)
_GLUED = re.compile('|'.join(sorted(_ALL, key=len, reverse=True)))
_TOKEN = re.compile(r'\([^)]{0,40}\)|[^\W_]+|[.…_]{3,}|…')
_ONE_LETTER = 75.0
"""fuzz.ratio of 'tlga' and 'tiga', one letter of four misread; 'lima' and 'enam' score 50."""
SKIPPED = 3
"""Words that may stand between two pieces: 'bulan', 'tahun', digits in brackets."""


@lru_cache(maxsize=1024)
def _pieces(word: str, ocr: bool) -> tuple[str, ...]:
    """The number words of one written word: 'duapuluh' has two; () when it is none."""
    if ''.join(_GLUED.findall(word)) == word:
        return tuple(_GLUED.findall(word))
    if not ocr or len(word) < 4:
        return ()
    near = process.extractOne(word, _ALL, scorer=fuzz.ratio, score_cutoff=_ONE_LETTER)
    return (near[0],) if near else ()


def value_of_words(words: list[str]) -> int:
    """Number words in order -> their number: ['dua', 'ribu', 'dua', 'puluh', 'lima'] -> 2025."""
    thousands, below = 0, 0
    for word in words:
        if word == 'seribu':
            thousands = 1000
        elif word in _NUMBERS:
            below += _NUMBERS[word]
        elif word == 'belas':
            below += 10
        elif word == 'puluh':
            below += below % 10 * 9
        elif word == 'ratus':
            below *= 100
        else:
            thousands, below = below * 1000, 0
    return thousands + below


def find_worded_date(text: str, *, ocr: bool = False) -> DateRead | None:
    """The date after the first 'tanggal', its day and year in words or digits; pieces that don't stand are None."""
    tokens = list(_TOKEN.finditer(text))
    first = next((i for i, token in enumerate(tokens) if _is(token, 'tanggal') or _is(token, 'tgl')), None)
    if first is None:
        return None
    day, at = _number(tokens, first + 1, ocr)
    month, at = _month(tokens, at)
    opens = next((i for i in range(at, min(at + SKIPPED, len(tokens))) if _is(tokens[i], 'tahun')), None)
    year, last = _number(tokens, at if opens is None else opens + 1, ocr)
    day = day if day is not None and 1 <= day <= 31 else None
    year = year if year is not None and 1900 <= year <= 2100 else None
    if day is None and month is None and year is None:
        return None
    return DateRead(year, month, day, tokens[first].start(), tokens[max(first, (last if year else at) - 1)].end())


def _is(token: re.Match[str], word: str) -> bool:
    return fuzz.ratio(token.group().lower(), word) > 80


def _number(tokens: list[re.Match[str]], at: int, ocr: bool) -> tuple[int | None, int]:
    """The number that begins at a token, in words or digits, and the token after it."""
    if at < len(tokens) and (digits := repair_digits(tokens[at].group()) if ocr else tokens[at].group()).isdigit():
        return int(digits), at + 1
    words: list[str] = []
    while at < len(tokens) and (pieces := _pieces(tokens[at].group().lower(), ocr)):
        words.extend(pieces)
        at += 1
    left_open = at < len(tokens) and tokens[at].group()[0] in '.…_'
    return (value_of_words(words) if words and not left_open else None), at


def _month(tokens: list[re.Match[str]], at: int) -> tuple[int | None, int]:
    """The month within the next tokens, up to 'tahun', and the token after it."""
    for i in range(at, min(at + SKIPPED, len(tokens))):
        if _is(tokens[i], 'tahun'):
            break
        month = month_number(tokens[i].group())
        if month:
            return month, i + 1
    return None, at

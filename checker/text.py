"""Normalising words, numbers and dates: what fuzzy search and exact values need, and nothing about layout.

Never decides a status. Words are compared *squashed* (lower case, letters and digits only), because spaced letters,
split and joined words and stray punctuation all vanish that way; years, numbers and NIP are read exactly, after the
letters that scanners take for digits are turned back.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz, process

from checker.model import Ints

_LAST = 0x250
_LOWER = {code: ord(chr(code).lower()) for code in range(_LAST) if len(chr(code).lower()) == 1}
_WORDLIKE = np.array([chr(code).isalnum() for code in range(_LAST)] + [False])
# Letters that OCR exchanges most (monev-kip.md, section 4); applied to page and phrase alike, so nothing is lost by it.
_FOLDED = (
    dict(_LOWER)
    | {ord(a): ord(b) for a, b in zip('01lI|!', 'oiiiii', strict=True)}
    | {ord('L'): ord('i'), ord('O'): ord('o')}
)


@dataclass(frozen=True, slots=True)
class Squashed:
    """Squashed text with the offset of each of its characters in the original."""

    text: str
    index: Ints
    """(len(text),): offsets in the original text, rising."""


def squash(text: str, *, fold: bool = False) -> Squashed:
    """Keep letters and digits, in lower case; `fold` also merges what OCR confuses (0/o, 1/l/i, rn/m)."""
    codes = np.frombuffer(text.translate(_FOLDED if fold else _LOWER).encode('utf-32-le', 'replace'), np.uint32)
    keep = _WORDLIKE[np.minimum(codes, _LAST)]
    index = np.flatnonzero(keep).astype(np.int32)
    kept = codes[keep].astype('<u4')
    if fold and len(kept) > 1:
        pair = np.flatnonzero((kept[:-1] == ord('r')) & (kept[1:] == ord('n')))
        kept[pair] = ord('m')
        rest = np.ones(len(kept), bool)
        rest[pair + 1] = False
        kept, index = kept[rest], index[rest]
    return Squashed(kept.tobytes().decode('utf-32-le'), index)


@lru_cache(maxsize=8192)
def squashed_phrase(phrase: str, fold: bool) -> str:
    return squash(phrase, fold=fold).text


def allowed_edits(length: int, ocr: bool) -> int:
    """Wrong letters that still count as the same phrase: one in six on a scan, one in twelve in a text layer."""
    return length // 6 if ocr else length // 12


def reported_edits(length: int, ocr: bool) -> int:
    """Wrong letters up to which a place is reported at all: on a scan one more than allowed, as damaged."""
    return allowed_edits(length, ocr) + (1 if ocr else 0)


@lru_cache(maxsize=8192)
def exact_tokens(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that must stand exactly: acronyms (PPID is not PPKD), numbers, and 'tidak'."""
    words = re.findall(r'[^\W_]+', phrase)
    return tuple(w.lower() for w in words if (w.isupper() and 2 <= len(w) <= 6) or w.isdigit() or w.lower() == 'tidak')


MONTHS = {
    'januari': 1,
    'februari': 2,
    'pebruari': 2,
    'maret': 3,
    'april': 4,
    'mei': 5,
    'juni': 6,
    'juli': 7,
    'agustus': 8,
    'september': 9,
    'oktober': 10,
    'november': 11,
    'nopember': 11,
    'desember': 12,
}
_SHORT_MONTHS = {
    'jan': 1,
    'feb': 2,
    'peb': 2,
    'mar': 3,
    'apr': 4,
    'jun': 6,
    'jul': 7,
    'agu': 8,
    'agt': 8,
    'ags': 8,
    'sep': 9,
    'sept': 9,
    'okt': 10,
    'nov': 11,
    'nop': 11,
    'des': 12,
}
_DIGITS = str.maketrans(
    {'O': '0', 'o': '0', 'l': '1', 'I': '1', 'i': '1', '|': '1', 'S': '5', 's': '5', 'B': '8', 'Z': '2'}
)


def as_digits(token: str) -> str:
    """A token from where only digits can stand, with the letters OCR puts for digits turned back ('Z0O8' -> '2008')."""
    return token.translate(_DIGITS)


def repair_digits(token: str) -> str:
    """A token that is mostly digits, with the letters OCR puts for digits turned back ('2O25' -> '2025')."""
    digits = sum(c.isdigit() for c in token)
    return token.translate(_DIGITS) if digits * 2 >= len(token) and digits else token


def repaired(text: str) -> str:
    return re.sub(r'[0-9OolIi|SsBZ]{2,}', lambda m: repair_digits(m.group()), text)


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date as it stands: any of its pieces may be missing."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    @property
    def complete(self) -> bool:
        return None not in (self.year, self.month, self.day)

    @property
    def iso(self) -> str:
        return f'{self.year:04d}-{self.month:02d}-{self.day:02d}'


_WORDY = re.compile(
    r"(?:(?P<day>\d{1,2})(?:\s*\([^)]{2,40}\))?[\s.,-]{0,3}(?:bulan\s+)?)?(?P<month>[A-Za-z0-9]{3,12})\.?[\s,-]{1,3}(?:tahun\s+)?(?P<year>(?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)
_PLAIN = re.compile(r'(?<!\d)(?P<day>\d{1,2})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>(?:19|20)\d{2})(?!\d)')
_ISO = re.compile(r'(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)')
_NO_YEAR = re.compile(r'(?<!\d)(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3,9})(?![A-Za-z])')


@lru_cache(maxsize=4096)
def month_number(word: str) -> int | None:
    """1-12 for an Indonesian month, also abbreviated or with one letter misread; else None."""
    plain = word.lower()
    found = MONTHS.get(plain) or _SHORT_MONTHS.get(plain)
    if found or len(plain) < 5:
        return found
    # One wrong letter in the shortest such month ('maret') scores 80; two score 60.
    near = process.extractOne(plain, list(MONTHS), scorer=fuzz.ratio, score_cutoff=79)
    return MONTHS[near[0]] if near else None


def find_dates(text: str, *, ocr: bool = False) -> list[DateRead]:
    """Every date in the text, in order; with `ocr`, letters misread for digits are turned back first."""
    source = repaired(text) if ocr else text
    found: list[DateRead] = []
    for match in _WORDY.finditer(source):
        month = month_number(match['month'])
        if month:
            day = int(match['day']) if match['day'] else None
            found.append(
                DateRead(int(match['year']), month, day if day and day <= 31 else None, match.start(), match.end())
            )
    for match in (*_PLAIN.finditer(source), *_ISO.finditer(source)):
        day, month = int(match['day']), int(match['month'])
        if 1 <= month <= 12 and 1 <= day <= 31:
            found.append(DateRead(int(match['year']), month, day, match.start(), match.end()))
    for match in _NO_YEAR.finditer(source):
        month = month_number(match['month'])
        if month and not any(d.start <= match.start() < d.end for d in found):
            found.append(DateRead(None, month, int(match['day']), match.start(), match.end()))
    return sorted(found, key=lambda d: d.start)


_YEAR = re.compile(r'(?<![\d.])(?:19|20)\d{2}(?!\d)')


def find_years(text: str, *, ocr: bool = False) -> list[int]:
    return [int(m.group()) for m in _YEAR.finditer(repaired(text) if ocr else text)]


_NIP = re.compile(
    r'(?:N\s?\.?\s?I\s?\.?\s?P(?:\s?\.?(?:PPPK|P3K|PK))?|NI\.?\s?(?:PPPK|P3K)|(?P<nrp>\bN\s?\.?\s?R\s?\.?\s?P))\b\s*[.:;,]*\s*'
    r'(?P<value>[0-9OolI|SsBZ][0-9OolI|SsBZ .\-]{5,30})?', re.IGNORECASE
)  # fmt: skip
_BARE_NIP = re.compile(r'(?<!\d)(?:19[4-9]|200)\d(?:0[1-9]|1[0-2])[0-3]\d\s?[12]\d{3}\d{2}\s?[12]\s?\d{3}(?!\d)')


@dataclass(frozen=True, slots=True)
class NipRead:
    digits: str
    start: int
    end: int
    nrp: bool = False
    """A number of the armed forces or the police, which has another build."""
    repaired: bool = False
    """Letters that stood for digits were turned back."""


def find_nip(line: str) -> NipRead | None:
    """A NIP in a line, or a NIPPPK or NRP: its digits (18 when right) and where they stand; digits '' when only the
    label is there."""
    match = _NIP.search(line)
    if match is None:
        bare = _BARE_NIP.search(line)
        return NipRead(re.sub(r'\D', '', bare.group()), bare.start(), bare.end()) if bare else None
    value = match['value'] or ''
    digits = re.sub(r'\D', '', value.translate(_DIGITS))
    repaired = len(digits) > len(re.sub(r'\D', '', value))
    return NipRead(digits, match.start(), match.end(), match['nrp'] is not None, repaired)


NIP_LENGTH, OLD_NIP_LENGTH = 18, 9
_BORN = range(1935, 2012)
_AGE_AT_START = range(14, 60)


def is_plausible_nip(digits: str) -> bool:
    """The build of a NIP: day of birth (8), year and month of appointment (6; contract staff have another number in
    the month's place), sex 1 or 2, serial; or the nine digits of before 2009 (monev-kip.md, section 8)."""
    if len(digits) == OLD_NIP_LENGTH:
        return True
    if len(digits) != NIP_LENGTH or not digits.isdecimal():
        return False
    year, month, day, start = int(digits[:4]), int(digits[4:6]), int(digits[6:8]), int(digits[8:12])
    return (
        year in _BORN
        and 1 <= month <= 12
        and 1 <= day <= monthrange(year, month)[1]
        and start - year in _AGE_AT_START
        and digits[14] in '12'
        and digits[15:] != '000'
    )


_PLACEHOLDER = re.compile(
    r'^\W*$|^[\W_]*(?:x{2,}|X{2,})[\W_xX]*$|\$\{|\$[A-Za-z_]|\{\{|\[[^\]]*\]|<[^>]+>|«|»|^[.…_\-\s/:,;()]*$', re.UNICODE
)
_INSTRUCTION = re.compile(r'^\(\s*[a-z][^)]{2,40}\)$')
"""'(nama jelas)': what to write, not what is written."""
_DOTS = re.compile(r'[.…_]{3,}|…|(?:\.\s){3,}')


def is_placeholder(value: str) -> bool:
    """Dots, underscores, brackets or template marks in a value's place."""
    text = value.strip()
    return (
        bool(_PLACEHOLDER.search(text))
        or bool(_INSTRUCTION.match(text))
        or len(_DOTS.sub('', text).strip(' /:.,()-')) == 0
    )


def has_gap(value: str) -> bool:
    """Dots or underscores left in a value ('188.45/....../2025')."""
    return bool(_DOTS.search(value))


def uppercase_share(text: str) -> float:
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) / len(letters) if letters else 0.0

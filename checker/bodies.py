"""Public bodies: who hands evidence in, by which names they are known, and whose a document seems to be.

Names are compared word by word with a tolerance for OCR damage, short forms written out (rules/bodies.toml). In doubt
the answer is 'unknown', which harms nobody; 'other' needs another known body, another region, or a name that shares no
word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz, process

from checker.errors import UsageError
from checker.messages import _
from checker.rulebook import rules_folder
from checker.tables import read_file
from checker.text import squashed_phrase
from checker.typed_toml import read_table

TABLE = 'bodies.csv'
COLUMNS = {
    'name': ('nama', 'nama badan publik', 'badan publik', 'badan', 'opd', 'nama opd', 'body'),
    'aliases': ('alias', 'nama lain', 'singkatan'),
    'level': ('tingkat', 'jenjang'),
    'parent': ('induk',),
    'category': ('kategori',),
}
SAME_WORD = 84.0
"""Ratio (0-100) from which two words of six or more letters are one: one letter of eight swapped is 87.5,
'pertanian' and 'perikanan' are 78."""
LIKE_WORD = 60.0
"""Ratio under which the names of two regions surely differ: 'sukamaju' and 'pagaralam' are 35, two damaged letters of
eight 75."""
SAME_NAME = 93.0
"""Partial ratio from which a whole name without spaces is found in damaged text."""
STOP = '|'

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyWords:
    """rules/bodies.toml."""

    units: tuple[str, ...]
    places: tuple[str, ...]
    regions: tuple[str, ...]
    stops: tuple[str, ...]
    filler: tuple[str, ...]
    common: tuple[str, ...]
    covering: tuple[str, ...]
    abbreviations: dict[str, str]


@dataclass(frozen=True, slots=True)
class Body:
    """One line of bodies.csv. `parent` is the name of the body above it (the regency of a dinas)."""

    name: str
    aliases: tuple[str, ...] = ()
    level: str = ''
    parent: str = ''
    category: str = ''


@dataclass(frozen=True, slots=True)
class Match:
    result: Literal['same', 'other', 'unknown']
    seen: str = ''
    """For 'other': whose document it seems to be."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts: 'Dinas Kesehatan Kabupaten Sukamaju' -> (dinas, kesehatan), kabupaten, (sukamaju)."""

    unit: Tokens
    level: str = ''
    region: Tokens = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    """A known name in a text: token positions and how well it fits (0-100)."""

    body: Body
    start: int
    end: int
    score: float


@dataclass(frozen=True)
class Bodies:
    """The bodies of an edition. Find one by its name, or compare a document's words with one."""

    items: tuple[Body, ...]
    _near: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _names: dict[str, list[tuple[Body, Tokens]]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _known: dict[Tokens, Body] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        written = [(body, name) for body in self.items for name in (body.name, *body.aliases)]
        owners: dict[Tokens, list[Body]] = {}
        for body, name in written:
            owners.setdefault(_tokens(name), []).append(body)
        self._known.update((words, of[0]) for words, of in owners.items() if all(body == of[0] for body in of))
        self._known.update((_tokens(body.name), body) for body in self.items)
        units = [(body, parse(name).unit) for body, name in written]
        often: dict[str, int] = {}
        for _body, unit in units:
            for word in set(unit):
                often[word] = often.get(word, 0) + 1
        for body, unit in units:
            if unit:
                self._names.setdefault(min(unit, key=lambda word: (often[word], word)), []).append((body, unit))

    def find(self, name: str) -> Body | None:
        """The body with this name or alias, whatever its case, punctuation and short forms; else None.

        An alias that several bodies share (Diskominfo of every regency) finds none of them.
        """
        return self._known.get(_tokens(name))

    def with_names(self, names: Iterable[str]) -> Bodies:
        """These bodies and those of `names` that are not among them."""
        new = (Body(name) for name in dict.fromkeys(names) if self.find(name) is None)
        return Bodies((*self.items, *new))

    def compare(self, body: str, texts: Sequence[str]) -> Match:
        """Whether the words of a document (letterhead, title, signer) are those of `body` or of a body above it."""
        own = self.find(body) or Body(body)
        plain: Tokens = tuple(word for text in texts for word in (*_plain(text), STOP))
        words = tuple(STOP if word == STOP else _fold(word) for word in plain)
        name = self._full(own)
        region = _region_verdict(name, words, plain)
        if region.result == 'other':
            return region
        if not name.unit:
            return region
        found = _outermost(self._mentions(own, words))
        if any(self._related(own, mention.body) for mention in found) or _joined_place(name, words):
            return Match('same')
        other = Match('other', found[0].body.name) if found else _unlisted(name, words, plain)
        return region if other is None or (other.result == 'other' and _covers_all(plain)) else other

    def _full(self, body: Body) -> Name:
        """The body's name with the region that it states, or that a body above it states."""
        name = parse(body.name)
        for above in self._above(body):
            if name.region:
                break
            upper = parse(above.name)
            name = Name(name.unit, upper.level, upper.region)
        return name

    def _above(self, body: Body) -> Iterator[Body]:
        """The bodies above, the nearest first; one without a line of its own is known by its name alone."""
        seen = {body.name}
        while body.parent:
            body = self.find(body.parent) or Body(body.parent)
            if body.name in seen:
                return
            yield body
            seen.add(body.name)

    def _related(self, own: Body, other: Body) -> bool:
        """Itself, a body above it whose decree covers it, or a body below it."""
        return other.name == own.name or other in self._above(own) or own in self._above(other)

    def _mentions(self, own: Body, words: Tokens) -> Iterator[_Mention]:
        names = [(own, parse(name).unit) for name in (own.name, *own.aliases)]
        for word in set(words):
            for near in self._alike(word):
                names += self._names[near]
        for body, unit in dict.fromkeys(names):
            yield from (_Mention(body, *span) for span in _spans(unit, words))

    def _alike(self, word: str) -> frozenset[str]:
        """The telling words of known names that a word of a text may be."""
        if word not in self._near:
            close = process.extract(word, self._names.keys(), scorer=fuzz.ratio, score_cutoff=SAME_WORD, limit=None)
            self._near[word] = frozenset(near for near, _score, _i in close if _same(word, near))
        return self._near[word]


def load(path: Path) -> Bodies:
    """bodies.csv: `name,aliases,level,parent,category`; aliases are parted by `|` or `;`. Raises `UsageError`."""
    bodies = []
    for row in read_file(path, COLUMNS, ('name',)):
        cells = row.cells
        if not cells['name']:
            raise UsageError(_("{path}, baris {line}: nama badan publik kosong.").format(path=path, line=row.line))
        aliases = tuple(alias.strip() for alias in re.split(r'[|;]', cells['aliases']) if alias.strip())
        bodies.append(Body(cells['name'], aliases, cells['level'], cells['parent'], cells['category']))
    return _checked(bodies, path)


def beside(batch: Path) -> Bodies:
    """The table `bodies.csv` in a batch's folder, or beside its manifest or archive; without one, nobody."""
    table = (batch if batch.is_dir() else batch.parent) / TABLE
    return load(table) if table.is_file() else Bodies(())


def _checked(bodies: Sequence[Body], path: Path) -> Bodies:
    known = Bodies(tuple(bodies))
    for body in bodies:
        twin = known.find(body.name)
        if twin is not None and twin is not body:
            says = _("{path}: \"{name}\" ditulis dua kali. Tambahkan nama daerahnya supaya berbeda.")
            raise UsageError(says.format(path=path, name=body.name))
    return known


@lru_cache(maxsize=1)
def _words() -> BodyWords:
    return read_table(rules_folder() / 'bodies.toml', BodyWords)


@lru_cache(maxsize=1)
def _folded() -> dict[str, frozenset[str]]:
    """The lists of rules/bodies.toml as words are compared: OCR confusions merged."""
    lists = ('units', 'places', 'regions', 'stops', 'filler', 'common')
    return {name: frozenset(_fold(item) for item in getattr(_words(), name)) for name in lists}


def _fold(word: str) -> str:
    return squashed_phrase(word, True)


def _tokens(text: str) -> Tokens:
    """Words in lower case, short forms written out, words without meaning dropped, OCR confusions merged."""
    return tuple(map(_fold, _plain(text)))


@lru_cache(maxsize=16384)
def _plain(text: str) -> Tokens:
    """The words of `_tokens` before OCR confusions are merged: what can be shown."""
    short, filler = _words().abbreviations, _folded()['filler']
    written = [word for raw in re.findall(r'[^\W_]+', text.casefold()) for word in short.get(raw, raw).split()]
    return tuple(word for word in written if _fold(word) not in filler)


def parse(name: str) -> Name:
    """A body's name in parts."""
    words, lists = _tokens(name), _folded()
    for i, word in enumerate(words):
        called_after_place = i == 1 and words[0] in lists['places']
        if word in lists['regions'] and not called_after_place:
            unit = tuple(w for w in words[:i] if w != _fold('pemerintah'))
            return Name(unit, word, _until_stop(words[i + 1:]))
    return Name(words)


def _until_stop(words: Tokens, places_end: bool = True) -> Tokens:
    """The words up to the next stop, unit, region or number; 'desa' may be a word of a unit's name (Dinas PMD)."""
    lists = _folded()
    units = lists['units'] if places_end else lists['units'] - lists['places']
    ends = units | lists['stops'] | lists['regions'] | {STOP}
    end = next((i for i, word in enumerate(words) if word in ends or word.isdigit()), len(words))
    return words[:end]


@lru_cache(maxsize=65536)
def _same(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= 6 and fuzz.ratio(a, b) >= SAME_WORD)


def _spans(unit: Tokens, words: Tokens) -> Iterator[tuple[int, int, float]]:
    """Where the words of a name stand one after the other: start, end, mean ratio."""
    for start in range(len(words) - len(unit) + 1) if unit else ():
        window = words[start:start + len(unit)]
        if all(map(_same, unit, window)):
            yield start, start + len(unit), sum(map(fuzz.ratio, unit, window)) / len(unit)


def _outermost(mentions: Iterable[_Mention]) -> list[_Mention]:
    """Longest and best names first; what overlaps a better one is dropped ('Dinas Pendidikan' in a longer name)."""
    kept: list[_Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, -m.score, m.start, m.body.name)):
        rivals = [k for k in kept if mention.start < k.end and k.start < mention.end]
        if all((k.start, k.end, k.score) == (mention.start, mention.end, mention.score) for k in rivals):
            kept.append(mention)
    return kept


def _region_verdict(name: Name, words: Tokens, plain: Tokens) -> Match:
    """The own government covers all its units; another region of its level, or another government, is another body."""
    if not name.region:
        return Match('unknown')
    told = {i: region for i, word in enumerate(words) if word in _folded()['regions']
            and (region := _until_stop(words[i + 1:]))}
    if any(words[i] == name.level and _begins(region, name.region) for i, region in told.items()):
        return Match('same')
    own = ' '.join(name.region)
    for i, region in told.items():
        governs = i > 0 and words[i - 1] == _fold('pemerintah')  # else it may be the town of an address
        like = fuzz.ratio(' '.join(region[:len(name.region)]), own) >= LIKE_WORD
        if not like and (governs or words[i] == name.level):
            return Match('other', ' '.join(plain[i:i + 1 + len(region)]).upper())
    return Match('unknown')


def _begins(region: Tokens, with_: Tokens) -> bool:
    return len(region) >= len(with_) and all(map(_same, with_, region))


def _unlisted(name: Name, words: Tokens, plain: Tokens) -> Match | None:
    """For names that no list knows: damaged but whole -> same; only units that share no word with it -> other."""
    squashed, own, lists = ''.join(words), ''.join(name.unit), _folded()
    if len(own) >= 8 and fuzz.partial_ratio(own, squashed) >= SAME_NAME:
        return Match('same')
    if name.unit[0] not in lists['units']:
        return None  # a short form that nobody explained
    seen = None
    for i, word in enumerate(words):
        rest = _until_stop(words[i + 1:], places_end=False)
        in_address = word in lists['places'] and name.unit[0] not in lists['places']
        if word in lists['units'] and rest and not in_address:
            if _shares(name.unit, (word, *rest)):
                return Match('unknown')
            seen = seen or ' '.join(plain[i:i + 1 + len(rest)]).upper()
    return Match('other', seen) if seen else None


def _joined_place(name: Name, words: Tokens) -> bool:
    """'Desa Sukamaju' for Desa Suka Maju: names of places are parted as people like."""
    whole = ''.join(name.unit)
    return name.unit[0] in _folded()['places'] and len(whole) >= 8 and whole in ''.join(words)


def _covers_all(plain: Tokens) -> bool:
    """The issuer speaks for all units of its region: a document of the PPID Utama serves them too."""
    text = ' '.join(plain)
    return any(re.search(rf'\b{re.escape(phrase)}\b', text) for phrase in _words().covering)


def _telling(unit: Tokens) -> Tokens:
    """The words of a unit but its first and those that many units share: 'Cempaka' of Rumah Sakit Umum Daerah."""
    return tuple(word for word in unit[1:] if word not in _folded()['common'])


def _shares(own: Tokens, other: Tokens) -> bool:
    """Whether two units have a telling word in common, or one is the other's initials (PMD), or one tells nothing."""
    a, b = _telling(own) or own[: len(own) == 1], _telling(other)
    if not a or not b:
        return True
    initials = {''.join(word[0] for word in words) for words in (a, b) if len(words) > 1}
    return any(_same(x, y) for x in a for y in b) or bool(initials & {*a, *b})

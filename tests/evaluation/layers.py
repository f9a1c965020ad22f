"""Text layers that scanners and programs lay under or over a scanned page: good, poor, garbage, or only a header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.evaluation.looks import Layer
from tests.evaluation.model import Box

_ERRORS = {'good': 0.004, 'poor': 0.25}
"""Share of letters that are wrong."""
_MISREAD = {'m': 'rn', 'l': '1', 'i': 'l', 'o': '0', 'e': 'c', 'a': 'o', 'n': 'ri', 'u': 'ii', 'd': 'cl', 't': 'f',
            'h': 'b', 'g': 'q', 's': '5', 'k': 'lc', 'r': 'r ', 'p': 'o'}
_SYMBOLS = '#$%&*<>@^~|{}'
_HEADERS = ('Dipindai dengan TapScanner', 'Halaman %d dari %d', 'Scanned with CamScanner', 'Arsip %d/%d')


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a layer; the box in points from the page's top-left corner."""

    text: str
    box: Box
    visible: bool = False


def words_of(page: Any) -> list[Word]:
    """The words of an opened pypdfium2 page."""
    text, height = page.get_textpage(), page.get_height()
    letters = text.get_text_range()
    return [
        Word(letters[start:end], (first[0], height - max(first[3], last[3]), last[2], height - min(first[1], last[1])))
        for start, end in _runs(letters)
        for first, last in [(text.get_charbox(start, loose=True), text.get_charbox(end - 1, loose=True))]
        if last[2] > first[0]
    ]


def _runs(letters: str) -> Iterator[tuple[int, int]]:
    start = None
    for k, letter in enumerate(letters + ' '):
        if letter.isspace() or letter in '\ufffe\0':
            if start is not None:
                yield start, k
            start = None
        elif start is None:
            start = k


def layer(kind: Layer, words: list[Word], n: int, pages: int, size: tuple[float, float], rng: Random) -> list[Word]:
    """What a layer of this kind says of page `n`, whose size is in points; words where they stand in the picture."""
    if kind == 'none':
        return []
    if kind == 'header':
        said = _HEADERS[rng.randrange(len(_HEADERS))]
        said, y = said % (n, pages) if '%' in said else said, rng.choice((14.0, size[1] - 26))
        return [Word(said, (size[0] / 2 - 3 * len(said), y, size[0] / 2 + 3 * len(said), y + 11), visible=True)]
    if kind == 'garbage':
        spoiled = _shifted(rng) if rng.random() < 0.5 else None
        return [Word(_garbled(word.text, spoiled, rng), word.box) for word in words]
    return [Word(_misread(word.text, _ERRORS[kind], rng), word.box) for word in words]


def _shifted(rng: Random) -> dict[int, int]:
    """A map that gives another letter for every letter, as fonts without a proper map do."""
    letters = 'abcdefghijklmnopqrstuvwxyz'
    mixed = ''.join(rng.sample(letters, len(letters)))
    return str.maketrans(letters + letters.upper(), mixed + mixed.upper())


def _garbled(text: str, spoiled: dict[int, int] | None, rng: Random) -> str:
    if spoiled is not None:
        return text.translate(spoiled)
    return ''.join(rng.choice(_SYMBOLS) if rng.random() < 0.6 else letter for letter in text)


def _misread(text: str, share: float, rng: Random) -> str:
    return ''.join(_MISREAD.get(letter.lower(), letter) if rng.random() < share else letter for letter in text)

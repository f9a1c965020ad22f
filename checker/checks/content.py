"""What stands under a heading and tells something: no dots, no number alone, no label, no signer's block, no parting
sentence.

Looks at words only; where under a heading they stand is `section`'s and `chapter`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.checks.block import blocks_of
from checker.checks.signer_words import acknowledges, opens_office
from checker.model import Line
from checker.rulebook import Rulebook
from checker.search import Hit
from checker.text import find_dates, is_placeholder
from checker.view import PartView, Position

_NUMBER = re.compile(r'^\W*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]+\s*)+')
"""An item's number or letter."""
CLOSING = 70
"""Longest line of a place and date in letters."""
SAID = 110
"""Letters after a phrase within which its sentence says something: ' informasi dimaksud kepada pemohon maka dapat '."""
LEAST_WORDS = 2
"""Words after a phrase that say what it is about, where the rule names none."""
_CITED = re.compile(r'(?:nomor|no)\W{0,3}\d+\W*(?:tahun|thn|th)\W{0,3}\d{4}', re.IGNORECASE)
WORDS = re.compile(r'[^\W_]+')


def unnumbered(text: str) -> str:
    """A line without the number or letter that opens it: '2. Kesimpulan' is 'Kesimpulan'."""
    return _NUMBER.sub('', text, count=1).strip()


def says(text: str) -> bool:
    """Words or a number beside the item's own: '1. .......' and '(diisi uraian)' say nothing."""
    said = unnumbered(text)
    return any(c.isalnum() for c in said) and not is_placeholder(said)


def opens_gap(text: str) -> bool:
    """Dots stand where the words should."""
    return text.lstrip(' :(').startswith(('..', '…', '__'))


def goes_on(hit: Hit, words: Sequence[str] = ()) -> bool:
    """What follows a phrase, before the sentence ends, holds one of the words (which may end the phrase
    itself); without words, two of any. Numbers of laws don't count."""
    after = hit.page.text[hit.end : hit.end + SAID].replace('\n', ' ')
    after = re.split(r'[;?]|\.(?=\s+[A-Z])', _CITED.sub(' ', after), maxsplit=1)[0]
    said = plain(after)
    if not words or any(plain(word) in plain(hit.text) for word in words):
        return len(said.split()) >= LEAST_WORDS and not is_placeholder(after.split(',')[0]) and not opens_gap(after)
    return any(plain(word) in said for word in words)


def plain(text: str) -> str:
    """The words in small letters, a space around each."""
    return f' {" ".join(WORDS.findall(text.lower()))} '


def takes_leave(text: str, rulebook: Rulebook) -> bool:
    """The sentence with which a record ends: 'Demikian notulen ini dibuat ...'."""
    return text.strip().lower().startswith(tuple(word.lower() for word in rulebook.anchors.parting))


def is_dated(text: str) -> bool:
    """Place and date as they stand over a signer's block: 'Banjarsari, 4 Maret 2025'."""
    return len(text) <= CLOSING and bool(find_dates(text) and re.match(r'^[A-Z][\w .-]{2,40},\s', text))


def closes(part: PartView, line: Line) -> bool:
    """A line of the document's end: the parting sentence, place and date, or a signer's block."""
    signers = part.rulebook.signers
    return (
        takes_leave(line.text, part.rulebook)
        or is_dated(line.text.strip())
        or acknowledges(line.text, signers)
        or (line.page.n, line.row) in _signed_rows(part)
        or (opens_office(line.text, signers) and line.text.rstrip().endswith(','))
    )


def _signed_rows(part: PartView) -> frozenset[Position]:
    """The rows of all signers' blocks."""
    if 'signed-rows' not in part.memory:
        part.memory['signed-rows'] = frozenset(
            (line.page.n, line.row)
            for block in blocks_of(part)
            for line in (*block.office, *block.between, *(each for each in (block.name, block.nip) if each))
        )
    rows = part.memory['signed-rows']
    return rows if isinstance(rows, frozenset) else frozenset()

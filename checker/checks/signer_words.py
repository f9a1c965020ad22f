"""The words of signers' blocks, prepared for lines of text: what opens an office, what stands before it, what no name
has. Looks at one line at a time; never at where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from checker.rulebook import Signers
from checker.text import squashed_phrase, uppercase_share

OFFICE_LENGTH = 90
NAME_LENGTH = 64
SENTENCE_LENGTH = 40
"""Letters from which a line that ends with a full stop is a sentence, not an office."""

_NAME = re.compile(r"^[(\[]?\s*[A-Za-z][\w'’`.,\- ]{2,}[)\]]?\s*$")
_DEGREE = re.compile(r',\s*(?:S|M|A|Sp|Ph)\.\s?[A-Z]|^\W*(?:Drs?|Dra|Ir|Hj?|Prof|dr)\.\s|\b(?:SH|SE|MM|MH|ST|MT|SKM)\b')
_LETTERS = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Words:
    """`Signers` as patterns and sets."""

    offices: re.Pattern[str]
    before: re.Pattern[str]
    """Everything that may stand before an office: 'a.n.', 'Plt.', 'Disahkan oleh'."""
    on_behalf: re.Pattern[str]
    standing_in: re.Pattern[str]
    """'a.n.' and 'Plt.', with which a line may begin in small letters."""
    acting: re.Pattern[str]
    introduced: re.Pattern[str]
    """'selaku' and the like, anywhere in a line."""
    acknowledging: re.Pattern[str]
    addressed: re.Pattern[str]
    initials: re.Pattern[str]
    typed: frozenset[str]
    ranks: tuple[str, ...]
    ends: tuple[str, ...]
    not_in_names: frozenset[str]
    small: frozenset[str]


@lru_cache(maxsize=16)
def words_of(signers: Signers) -> Words:
    standing_in = (*signers.on_behalf, *signers.acting)
    return Words(
        _opening(sorted((*signers.offices, *signers.roles), key=len, reverse=True)),
        _opening((*standing_in, *signers.introduced_by, *signers.acknowledging), repeated=True),
        _opening(signers.on_behalf),
        _opening(standing_in),
        _opening(signers.acting, repeated=True),
        re.compile(rf'\b(?:{_any_of(signers.introduced_by)})\b', re.IGNORECASE),
        _opening(signers.acknowledging),
        _opening(signers.addressed),
        _opening(signers.initials),
        frozenset(re.sub(r'[^a-z]', '', word.lower()) for word in signers.typed),
        tuple(word.lower() for word in signers.ranks),
        tuple(word.lower() for word in (*signers.copies_to, *signers.ended_by)),
        frozenset(signers.not_in_names),
        frozenset(signers.small_in_offices),
    )


def _opening(words: Iterable[str], *, repeated: bool = False) -> re.Pattern[str]:
    """Any of the words at a text's beginning, in any case; with `repeated` several of them, and what parts them."""
    either = _any_of(words)
    if repeated:
        return re.compile(rf'^\W*(?:(?:{either})\b\.?\s*[,:]?\s*)+', re.IGNORECASE)
    return re.compile(rf'^\W*(?:{either})\b', re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    return '|'.join(map(_spelt, words)) or '(?!)'


def _spelt(word: str) -> str:
    """A pattern for all spellings of a word: 'a.n.' also stands as 'a.n', 'a/n', 'an.' and 'A. n.'."""
    if '.' in word:
        return r'\s?[./]?\s?'.join(re.escape(letters) for letters in word.split('.') if letters)
    return r'\s+'.join(re.escape(part) for part in word.split())


def bare_office(text: str, signers: Signers) -> str:
    """The office without 'a.n.', 'Plt.' and the like before it; '' where nothing else stands."""
    return words_of(signers).before.sub('', text.strip(' .,;')).strip()


def opens_office(text: str, signers: Signers) -> bool:
    """A line that begins with an office, perhaps after a.n., Plt. and the like."""
    words = words_of(signers)
    plain = text.strip(' .,;')
    if plain.endswith(':') or not plain or len(plain) > OFFICE_LENGTH:
        return False
    if plain[0].islower() and not words.standing_in.match(plain):
        return False
    if text.rstrip().endswith((';', '.')) and len(plain) > SENTENCE_LENGTH:
        return False
    bare = words.before.sub('', plain)
    if not bare:
        return bool(words.acting.match(plain))
    office = words.offices.match(bare)
    if office is None:
        return False
    if office.end() == len(bare.rstrip(' ,.')):
        return True  # a whole line of it, however it is written: 'Yang membuat pernyataan,'
    capital = [w for w in re.findall(r'[^\W\d_]+', bare) if len(w) > 3 and w not in words.small]
    return uppercase_share(bare) > 0.7 or all(w[0].isupper() for w in capital)


def is_name(text: str, signers: Signers) -> bool:
    """Looks like a person's name: capitalised words, perhaps with degrees; no office, no digits."""
    words = words_of(signers)
    plain = text.strip().strip('()[]').strip()
    if (
        not _NAME.match(text.strip())
        or len(plain) > NAME_LENGTH
        or any(c.isdigit() for c in plain)
        or plain.endswith(':')
    ):
        return False
    if any(w in words.not_in_names for w in re.findall(r'[a-z]+', plain.lower()) if len(w) > 2):
        return False
    parts = _LETTERS.findall(re.sub(r'^(?:[a-z]{1,5}\.\s*)+', '', plain.split(',')[0]))
    if not parts or (plain.lower().startswith(words.ranks) and len(parts) <= 4):
        return False
    named = [w for w in parts if len(w) > 2]
    return bool(named) and all(w[0].isupper() for w in named) and (len(parts) >= 2 or len(named[0]) >= 4)


def bears_degree(text: str) -> bool:
    return bool(_DEGREE.search(text))


def is_rank(text: str, signers: Signers) -> bool:
    """A line that opens with a rank or its label: 'Pembina Tk. I', 'Pangkat :'."""
    return text.strip().lower().startswith(words_of(signers).ranks)


def is_typed(text: str, signers: Signers) -> bool:
    """'ttd', 'd.t.o.' and the like alone."""
    return re.sub(r'[^a-z]', '', text.lower()) in words_of(signers).typed


def is_caption(text: str, signers: Signers) -> bool:
    plain = squashed_phrase(text, False)
    return any(squashed_phrase(w, False) in plain for w in signers.electronic)


def starts_other(text: str, signers: Signers) -> bool:
    """A line with which something else begins: the list of copies, an annex, running text."""
    return text.lower().strip(' :.').startswith(words_of(signers).ends) or len(text) > 110


def addresses(text: str, signers: Signers) -> bool:
    """The words over the one whom a letter is written to: 'Kepada Yth.'."""
    return bool(words_of(signers).addressed.match(text))


def acknowledges(text: str, signers: Signers) -> bool:
    """'Mengetahui' or 'Menyetujui' at the line's beginning: who signs there decides nothing."""
    return bool(words_of(signers).acknowledging.match(text))


def certifies(text: str, signers: Signers) -> bool:
    """'Salinan sesuai dengan aslinya': who signs there bears witness to a copy."""
    return squashed_phrase(text, False).startswith(tuple(squashed_phrase(w, False) for w in signers.certified_copy))


def heads_initials(text: str, signers: Signers) -> bool:
    """'PARAF', 'PARAF HIERARKI', 'Paraf Koordinasi': the head of a table for initials, or a column of it."""
    return len(text.strip()) <= 30 and bool(words_of(signers).initials.match(text))

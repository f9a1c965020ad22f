"""Phrases on a page -> hits: fuzzy for words, exact for what must be exact, each hit tied to its line.

Never decides whether a hit is good enough for a rule; it says how well the words agree and how the hit stands.
Measured in stack.md, section 5: rapidfuzz `partial_ratio_alignment` on squashed text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from checker.model import Box, Line, Page, Place, line_starts, span_box
from checker.text import allowed_edits, exact_tokens, reported_edits, squash, squashed_phrase
from checker.vocabulary import Vocabulary

SHORT = 5
"""Phrases of so few letters match exactly, as whole words: 'nip' stands in 'manipulasi' (stack.md, section 5)."""
_MORE_HITS = 3
MOST_TRIES = 16
"""Places about which a phrase is looked for before it is aligned with the whole page."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase stands: offsets in the page's text, and how well the words agree (0-100)."""

    page: Page
    start: int
    end: int
    score: float
    phrase: str
    sure: bool
    """False when the words are damaged beyond what the page's source explains."""

    @property
    def text(self) -> str:
        return self.page.text[self.start : self.end].replace('\n', ' ')

    @property
    def place(self) -> Place:
        return place(self.page, self.start, self.end)

    @property
    def box(self) -> Box | None:
        """Where it stands on the page; cells of a sheet have boxes too, though findings name them by their place."""
        return span_box(self.page, self.start, self.end)


def place(page: Page, start: int, end: int) -> Place:
    """The place of characters `start:end`, as findings bear it."""
    text = page.text[start:end].replace('\n', ' ').strip()[:200]
    if page.source == 'flow':
        return Place(None, None, line_of(page, start).at, text)
    return Place(page.n, span_box(page, start, end), None, text)


def line_of(page: Page, offset: int) -> Line:
    """The line in which a character stands."""
    return Line(page, max(0, bisect_right(line_starts(page), offset) - 1))


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those that lie inside a longer one at least as good: 'Ditetapkan' in 'Ditetapkan di'."""
    known = list(hits)
    return [
        h
        for h in known
        if not any(
            h.page is o.page
            and o.score >= h.score
            and o.start <= h.start
            and h.end <= o.end
            and o.end - o.start > h.end - h.start
            for o in known
        )
    ]


class PageSearch:
    """Search on one page; remembers what it was asked."""

    def __init__(self, page: Page, vocabulary: Vocabulary | None = None) -> None:
        """`vocabulary`: the phrases that will be asked for; those that can't stand here are told all at once."""
        self.page = page
        self.ocr = page.source == 'ocr' or (page.source != 'flow' and page.grade in ('fair', 'poor'))
        self._squashed = squash(page.text, fold=self.ocr)
        self.absent = vocabulary.absent(self._squashed.text, self.ocr) if vocabulary else frozenset()
        """Phrases that surely don't stand here."""
        self._known: dict[str, tuple[Hit, ...]] = dict.fromkeys(self.absent, ())

    def find(self, phrase: str) -> tuple[Hit, ...]:
        """All hits of a phrase, best first, then in reading order."""
        known = self._known.get(phrase)
        if known is None:
            hits = self._hits(phrase)
            known = self._known[phrase] = tuple(sorted(hits, key=lambda h: (-h.score, h.start))) if hits else ()
        return known

    def _hits(self, phrase: str) -> list[Hit]:
        pattern = squashed_phrase(phrase, self.ocr)
        text = self._squashed.text
        if not pattern or len(text) < len(pattern):
            return []
        hits = [
            h for at in _all_exact(pattern, text) if (h := self._hit(phrase, pattern, at, at + len(pattern), 100.0))
        ]
        if len(pattern) < SHORT or (not self.ocr and (hits or not allowed_edits(len(pattern), self.ocr))):
            return hits
        for hit_start, hit_end, score in _near(pattern, _masked(text, pattern) if pattern in text else text, self.ocr):
            near = self._hit(phrase, pattern, hit_start, hit_end, score)
            if near:
                hits.append(near)
        return hits

    def _hit(self, phrase: str, pattern: str, start: int, end: int, score: float) -> Hit | None:
        index = self._squashed.index
        first, last = int(index[start]), int(index[end - 1]) + 1
        sure = True
        if score < 100:
            first, last = _snapped(self.page.text, first, last)
            distance = Levenshtein.distance(pattern, squash(self.page.text[first:last], fold=self.ocr).text)
            allowed = allowed_edits(len(pattern), self.ocr)
            # A text layer that is whole does not damage words: what differs more is another word.
            if distance > reported_edits(len(pattern), self.ocr) or not _holds(phrase, self.page.text[first:last]):
                return None
            score = 100 * (1 - distance / len(pattern))
            sure = distance <= allowed and _word_by_word(phrase, self.page.text[first:last], self.ocr)
        elif not self._stands(phrase, pattern, first, last):
            return None
        return Hit(self.page, first, last, round(score, 1), phrase, sure)

    def _stands(self, phrase: str, pattern: str, first: int, last: int) -> bool:
        """Exact words stand as words; only a scan may glue longer ones to their neighbours."""
        text = self.page.text
        opened = first == 0 or not text[first - 1].isalnum()
        closed = (
            last == len(text)
            or not text[last].isalnum()
            or (self.ocr and text[last].isdigit() and not text[last - 1].isdigit())
        )
        if len(pattern) <= SHORT:
            words = text[first:last].split()
            return opened and closed and (len(words) <= len(phrase.split()) or all(len(w) == 1 for w in words))
        return self.ocr or (opened and closed)


def _snapped(text: str, first: int, last: int) -> tuple[int, int]:
    """A fuzzy span moved to the borders of the words it mostly covers: alignments of equal score slide by a letter or
    two."""
    begin, stop = first, last
    while begin > 0 and text[begin - 1].isalnum():
        begin -= 1
    inner = first
    while inner < last and text[inner].isalnum():
        inner += 1
    if begin < first and inner - first < first - begin:
        begin = inner
        while begin < last and not text[begin].isalnum():
            begin += 1
    while stop < len(text) and text[stop].isalnum():
        stop += 1
    inner = last
    while inner > begin and text[inner - 1].isalnum():
        inner -= 1
    if stop > last and last - inner < stop - last:
        stop = inner
        while stop > begin and not text[stop - 1].isalnum():
            stop -= 1
    return (begin, stop) if begin < stop else (first, last)


def _holds(phrase: str, found: str) -> bool:
    """What must be exact in a damaged phrase is: acronyms, numbers, 'tidak'."""
    tokens = exact_tokens(phrase)
    words = set(re.findall(r'[^\W_]+', found.lower())) if tokens else set()
    return all(token in words for token in tokens)


def _word_by_word(phrase: str, found: str, ocr: bool) -> bool:
    """No single word is another word: 'penanganan informasi' is near 'pelayanan informasi' as a whole, not word by
    word."""
    wanted = [squashed_phrase(w, ocr) for w in phrase.split()]
    read = [squash(w, fold=ocr).text for w in found.split()]
    if len(wanted) != len(read):
        return True
    return all(Levenshtein.distance(w, r) <= max(1, len(w) // 5) for w, r in zip(wanted, read, strict=True))


def _all_exact(pattern: str, text: str) -> list[int]:
    at = text.find(pattern)
    if at < 0:
        return []
    found = []
    while at >= 0:
        found.append(at)
        at = text.find(pattern, at + 1)
    return found


def _masked(text: str, pattern: str) -> str:
    return text.replace(pattern, '\0' * len(pattern))


@lru_cache(maxsize=16384)
def _pieces(pattern: str, count: int) -> tuple[tuple[int, str], ...]:
    """So many pieces of a pattern, each with its offset."""
    size = max(1, len(pattern) // count)
    ends = [*range(size, size * count, size), len(pattern)]
    return tuple((i * size, pattern[i * size : end]) for i, end in enumerate(ends))


def _may_stand(pattern: str, text: str, edits: int) -> bool:
    """Of edits + 1 pieces at least one stands unharmed, and about it enough letters of the others in their order.

    Most phrases fail here; that costs a quarter of aligning them with the whole page.
    """
    needed, tries = len(pattern) - edits, 0
    for offset, piece in _pieces(pattern, edits + 1):  # plain loops: this runs for every phrase on every page
        at = text.find(piece)
        while at >= 0:
            tries += 1
            first = at - offset
            window = text[max(0, first - edits) : first + len(pattern) + edits]
            if tries > MOST_TRIES or LCSseq.similarity(pattern, window, score_cutoff=needed):
                return True
            at = text.find(piece, at + 1)
    return False


def _near(pattern: str, text: str, ocr: bool) -> list[tuple[int, int, float]]:
    """The best few fuzzy places; one edit more than allowed is still reported, as damaged."""
    edits = reported_edits(len(pattern), ocr)
    if not _may_stand(pattern, text, edits):
        return []
    cutoff = 100 * (1 - edits / len(pattern)) - 0.5
    found: list[tuple[int, int, float]] = []
    for _ in range(_MORE_HITS):
        best = fuzz.partial_ratio_alignment(pattern, text, score_cutoff=max(cutoff, 75))
        if best is None or best.score < max(cutoff, 75) or best.dest_end <= best.dest_start:
            break
        found.append((best.dest_start, best.dest_end, best.score))
        text = text[: best.dest_start] + '\0' * (best.dest_end - best.dest_start) + text[best.dest_end :]
    return found

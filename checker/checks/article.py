"""An article of a law: 'UU 14/2008 Pasal 17 huruf h', in either order, or with the law named once elsewhere.

Article and letters are read exactly. An article that follows another law's name is that law's and satisfies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.checks.legal_basis import cited
from checker.checks.outcome import Outcome, absent, met, unsure
from checker.model import Candidate, Page, Place
from checker.rulebook import Law, Requirement
from checker.search import place
from checker.text import repaired
from checker.view import PartView

_BEFORE = 170
"""Letters before an article in which its law stands: 'Undang-Undang Republik Indonesia Nomor 14 Tahun 2008 tentang
Keterbukaan Informasi Publik (Lembaran Negara ...)' is 150."""
_AFTER = 40
"""Letters after an article's letters in which the law's name begins: ' angka 5 Undang-Undang'."""
_ARTICLE = r'\b(?:pasa[l1i|]|ps[l1]?)\W{{0,3}}{article}(?!\d)'
_LETTERED = (
    r'(?:\W{{0,3}}ayat\W{{0,3}}\d\)?)?'
    r'(?:\W{{0,3}}(?:huruf|hrf|butir|poin|point|ayat)\W{{0,3}}|[ ,(]{{1,3}}(?=[a-z]\b(?![.)][ \t]+\w)))'
    r'(?P<letters>[{letters}]\b'
    r'(?:(?:\W{{0,2}}(?:dan|serta|atau|s\.?d|huruf|angka\W?\d)\b|[/,;])*\W{{1,3}}[{letters}]\b(?![.)][ \t]+\w))*)'
)
"""Its letters: a list goes on with the next letter, unless that opens an item ('b. Peraturan ...')."""
_LAW = re.compile(
    r'\b(?:undang\W{0,5}undang|uu|peraturan|permen\w*|perpres|perki|perda|perbup|perwal|pergub|pp|kuhp|kuhap|keputusan)\b'
    r'(?P<between>(?:(?!\b(?:undang\W{0,5}undang|uu|peraturan)\b)[^;]){0,90}?)(?<!\d)(?P<number>\d{1,3})\s*(?:tahun|thn|th|/)\W{0,2}(?P<year>(?:19|20)\d{2})(?!\d)'
    r'|\b(?:undang\W{0,5}undang|uu)\s+(?!no\b|nomor\b|republik|ri\b|tersebut|dimaksud|ini\b|tentang|dan\b|yang\b)'
    r'(?P<name>[a-z]+)',
    re.IGNORECASE,
)
"""A law by number and year, or by its short name ('UU ITE')."""
_ITEM = re.compile(r';|\n\s*(?:[a-z]|\d{1,2})[.)]\s')
"""Where one item of a list of laws ends."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An article as it stands, with the letters after it, and whose it is: our law's (True), another's (False), or
    nobody's near (None)."""

    page: Page
    start: int
    end: int
    letters: str
    ours: bool | None

    @property
    def place(self) -> Place:
        return place(self.page, self.start, self.end)


def check(part: PartView, requirement: Requirement) -> Outcome:
    """`met` where the article with a letter is cited of our law, or without a law near it while our law is cited
    elsewhere in the part; the `value` is its letters."""
    law = part.rulebook.laws[requirement.law or '']
    found = [f for f in _articles(part, requirement, law) if f.ours is not False]
    known = any(f.ours for f in found) or _is_named(part, law, requirement)
    whole = [f for f in found if f.letters and (f.ours or known)]
    if whole:
        letters = sorted({letter for f in whole for letter in f.letters})
        return met(whole[0].place, value=', '.join(letters))
    if found:
        return unsure('terisi-sebagian', found[0].place)
    astray = next((Candidate(f.place, 0.0, 'kata-lain') for f in _articles(part, requirement, law)), None)
    law_only = next((Candidate(place(*span), 0.0, 'tanpa-isi') for span in cited(part, law, requirement.scope)), None)
    outcome = absent(part, requirement)
    return Outcome(outcome.status, outcome.reason, candidate=outcome.candidate or astray or law_only)


def _is_named(part: PartView, law: Law, requirement: Requirement) -> bool:
    return any(True for _ in cited(part, law, 'part')) or any(h.sure for w in requirement.words for h in part.find(w))


def _articles(part: PartView, requirement: Requirement, law: Law) -> Iterator[_Found]:
    article = re.compile(_ARTICLE.format(article=requirement.article), re.IGNORECASE)
    lettered = re.compile(_LETTERED.format(letters=requirement.letters or 'a-z'), re.IGNORECASE)
    names = {re.sub(r'\W+', '', word).lower() for word in requirement.words}
    for view in part.views:
        text = repaired(view.page.text) if view.ocr else view.page.text
        for match in article.finditer(text):
            own = lettered.match(text, match.end())
            end = own.end('letters') if own else match.end()
            letters = ''.join(re.findall(r'\b[a-z]\b', own['letters'].lower())) if own else ''
            stop = len(text[:end].rstrip(' ,;/\n'))
            yield _Found(view.page, match.start(), stop, letters, _whose(text, match, end, law, names))


def _whose(text: str, article: re.Match[str], end: int, law: Law, names: set[str]) -> bool | None:
    """Whether the article is our law's: the law named right after it decides, else the nearest before it in its
    item."""
    after = _LAW.search(text[end : end + _AFTER + 130])
    between = text[end : end + after.start()] if after else ''
    if after and len(between) <= _AFTER and not re.search(r'[;:\n]|\bpasa[l1]\b|\bdan\b', between, re.IGNORECASE):
        return _is_ours(after, '', law, names)
    before = text[max(0, article.start() - _BEFORE) : article.start()]
    before = before[max((m.end() for m in _ITEM.finditer(before)), default=0) :]
    last = max(_LAW.finditer(before), key=lambda m: m.start(), default=None)
    return _is_ours(last, before[: last.start()], law, names) if last else None


def _is_ours(match: re.Match[str], before: str, law: Law, names: set[str]) -> bool:
    if re.search(r'pelaksanaan\W*$', before, re.IGNORECASE):
        return False  # 'Peraturan Pemerintah ... tentang Pelaksanaan Undang-Undang Nomor 14 ...'
    if match['name']:
        words = re.sub(r'\W+', '', match.group()).lower()
        return any(name.startswith(words) for name in names)
    form = re.match(r'undang|uu', match.group(), re.IGNORECASE)
    named = re.search(r'\bpelaksanaan\b', match['between'] or '', re.IGNORECASE)
    return bool(form) and not named and (match['number'], match['year']) == (law.number, law.year)

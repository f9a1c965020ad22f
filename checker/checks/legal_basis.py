"""Legal basis: does the document cite a law, by name and number or by its gazette number; and are stale laws alone
cited.

A law is told by its number and year, which must be exact once the letters that a scanner takes for digits are turned
back; its name may be damaged. A number of another law, and one that stands in another law's title, satisfies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from checker.checks.outcome import Outcome, absent, met, unsure
from checker.model import Candidate, Page
from checker.rulebook import Law, Requirement, Scope
from checker.search import line_of, place
from checker.text import as_digits, repaired
from checker.view import PageView, PartView

_BEFORE = 130
"""Letters before a number in which its law's form stands: 'Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan
Reformasi Birokrasi Republik Indonesia Nomor' is 107."""
_AFTER = 90
"""Letters after a number in which its law's subject begins."""
_GAZETTE = 75
"""Letters before a gazette's number in which its name stands: 'Tambahan Lembaran Negara Republik Indonesia' is 43."""
_SURE_NAME = 86
"""Score from which letters are a gazette's name: two of fifteen may be wrong; 'Lembaran Daerah' scores 80."""
_NUMBER = re.compile(
    r'(?<![\d/])(?P<number>\d{1,3})\s*,?\s*(?:(?P<word>[^\W\d_]{1,6})\.?|/)\s*(?P<year>(?:19|20)\d{2})(?!\d)'
)
_YEAR_WORDS = ('tahun', 'thn', 'th')
_GAZETTE_PAIR = re.compile(r'(?<!\d)(?P<year>(?:19|20)\d{2})\W{1,4}(?:nomor|no)\W{0,3}(?P<number>\d{1,4})(?!\d)', re.I)
_GAZETTE_NUMBER = re.compile(r'(?<![\d/])\d{4}(?![\d/])')
_LONE_DIGITS = re.compile(r'(?<=\bnomor\s)[OolI|SBZ\d]{1,3}(?=\s+t\w{1,5}\.?\s)|(?<=tahun\s)[OolISBZ\d]{4}\b', re.I)
"""What stands where digits stand, whatever it looks like: 'Nomor l Tahun Z0O8'."""
_IN_TITLE = re.compile(r'(?:pelaksanaan|pelaksana|perubahan|peraturan|tentang|atas|penjelasan|ketentuan|pengganti)\W*$')
"""Words before a citation that make it part of another law's title ('... tentang Pelaksanaan Undang-Undang Nomor 14
...')."""
_ITEM = re.compile(r';|(?:^|\s)\d{1,2}[.)]\s')
Span = tuple[Page, int, int]


@dataclass(frozen=True, slots=True)
class _Citation:
    """A number and year as they stand in a text."""

    start: int
    end: int
    number: str
    year: str
    before: str
    """What stands before it in its item, in lower case."""
    after: str


@dataclass(frozen=True, slots=True)
class _Cited:
    """All that a page cites."""

    numbers: tuple[_Citation, ...]
    gazettes: tuple[tuple[str, int, int], ...]
    """'TLN 4846', 'LN 2008/61' or 'BN 2017/157', with start and end."""


def check(part: PartView, requirement: Requirement) -> Outcome:
    """`met` where the law stands among the legal basis; elsewhere in the document it is only mentioned."""
    law = part.rulebook.laws[requirement.law or '']
    for page, start, end in cited(part, law, requirement.scope):
        return met(place(page, start, end), value=law.id)
    if requirement.scope != 'part':
        for page, start, end in cited(part, law, 'body'):
            if part.bounds.basis > part.bounds.deciding and _opens_item(page, start):
                # The heading Mengingat is missing, its list is not.
                return met(place(page, start, end), value=law.id)
            spot = place(page, start, end)
            return unsure('bukan-judul', spot, candidate=Candidate(spot, 100.0, 'di-luar-tempat'))
    for page, start, end in _misread(part, law, requirement.scope):
        spot = place(page, start, end)
        return unsure('kata-rusak', spot, candidate=Candidate(spot, 90.0, 'kata-rusak'))
    return absent(part, requirement)


def check_current(part: PartView, requirement: Requirement) -> Outcome:
    """Advice: a replaced law is cited and what replaced it is not."""
    if part.unread(requirement.scope):
        return absent(part, requirement)
    laws = part.rulebook.laws
    for law in laws.values():
        for page, start, end in cited(part, law, requirement.scope) if _was_replaced(part, law) else ():
            if not any(_mentioned(part, later) for later in _successors(part, law)):
                return unsure('dasar-hukum-usang', place(page, start, end), value=law.id)
    for law in laws.values():
        if any(other.replaced_by == law.id for other in laws.values()):
            for page, start, end in cited(part, law, requirement.scope):
                return met(place(page, start, end), value=law.id)
    low = part.range_of(requirement.scope)[0]
    for line in part.lines(requirement.scope):
        return met(place(line.page, line.start, line.end))
    return Outcome('not_applicable') if low[0] > len(part.document.pages) else absent(part, requirement)


def _was_replaced(part: PartView, law: Law) -> bool:
    """In the period that the evidence is for; a law that came later made nothing stale then."""
    return law.replaced_by is not None and int(part.rulebook.laws[law.replaced_by].year) <= part.period


def _successors(part: PartView, law: Law) -> Iterator[Law]:
    seen = {law.id}
    while law.replaced_by and law.replaced_by not in seen:
        law = part.rulebook.laws[law.replaced_by]
        seen.add(law.id)
        yield law


def _mentioned(part: PartView, law: Law) -> bool:
    """The law's number stands anywhere before the annex, also in another law's title."""
    low, high = part.range_of('body')
    return any(
        (citation.number, citation.year) == (law.number, law.year) and _form(citation.before, law) is not None
        for view in part.views
        if low[0] <= view.page.n <= high[0]
        for citation in _cited(part, view).numbers
    ) or any(True for _ in cited(part, law, 'body'))


def cited(part: PartView, law: Law, scope: Scope) -> Iterator[Span]:
    """Places where the law is cited."""
    low, high = part.range_of(scope)
    for view in part.views:
        if not low[0] <= view.page.n <= high[0]:
            continue
        found = _cited(part, view)
        for citation in found.numbers:
            named = (citation.number, citation.year) == (law.number, law.year) and _names(part, citation, law)
            if named and _in(view.page, citation.start, low, high):
                yield (view.page, citation.start, citation.end)
        for key, start, end in found.gazettes:
            if key in law.gazette and not _of_title(found, law, start) and _in(view.page, start, low, high):
                yield (view.page, start, end)


def _of_title(found: _Cited, law: Law, gazette: int) -> bool:
    """The gazette number belongs to the law as another one's title names it: nothing of its own is cited."""
    own = [c for c in found.numbers if (c.number, c.year) == (law.number, law.year) and c.end <= gazette]
    last = own[-1] if own and gazette - own[-1].end < 3 * _AFTER else None
    form = _form(last.before, law) if last else None
    return last is not None and form is not None and _in_title(last, form)


def _misread(part: PartView, law: Law, scope: Scope) -> Iterator[Span]:
    """On a scan: the law's form and subject around a number that is not its own; the number may be misread."""
    subject = law.name.partition(' tentang ')[2].lower()
    low, high = part.range_of(scope)
    for view in part.views if subject else ():
        if not view.ocr or not low[0] <= view.page.n <= high[0]:
            continue
        for citation in _cited(part, view).numbers:
            about = re.match(r'\W*tentang\W+', citation.after)
            if (
                about
                and fuzz.ratio(citation.after[about.end() :][: len(subject)], subject) >= _SURE_NAME
                and _near(citation, law)
                and _names(part, citation, law)
                and _in(view.page, citation.start, low, high)
            ):
                yield (view.page, citation.start, citation.end)


def _near(citation: _Citation, law: Law) -> bool:
    """One digit of number and year together is another one."""
    one, other = citation.number + citation.year, law.number + law.year
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _in(page: Page, offset: int, low: tuple[int, int], high: tuple[int, int]) -> bool:
    return low <= (page.n, line_of(page, offset).row) < high


def _opens_item(page: Page, offset: int) -> bool:
    """The citation opens an item of a list: '3. Undang-Undang Nomor 14 ...'."""
    line = line_of(page, offset)
    return bool(re.match(r'^\W*(?:\d{1,2}[.)]|[a-z][.)])\s*(?:undang|uu\b)', line.text, re.IGNORECASE))


# What a page cites, read once for all laws


def _cited(part: PartView, view: PageView) -> _Cited:
    key = f'cited-{view.page.n}'
    if key not in part.memory:
        part.memory[key] = _read(view)
    found = part.memory[key]
    assert isinstance(found, _Cited)
    return found


def _read(view: PageView) -> _Cited:
    text = view.page.text.replace('\n', ' ')
    read = _digits(repaired(text)) if view.ocr else text
    numbers = []
    for match in _NUMBER.finditer(read):
        if match['word'] and not _is_year_word(match['word'].lower(), view.ocr):
            continue
        before = read[max(0, match.start() - _BEFORE) : match.start()].lower()
        cut = max((m.end() for m in _ITEM.finditer(before)), default=0)
        after = read[match.end() : match.end() + _AFTER].lower()
        numbers.append(_Citation(*match.span(), match['number'], match['year'], before[cut:], after))
    return _Cited(tuple(numbers), tuple(_gazettes(read)))


def _digits(text: str) -> str:
    """Places that hold digits whatever was read there; the text keeps its length."""
    return _LONE_DIGITS.sub(lambda match: as_digits(match.group()), text)


def _is_year_word(word: str, ocr: bool) -> bool:
    return word in _YEAR_WORDS or (ocr and fuzz.ratio(word, _YEAR_WORDS[0]) >= 60)


def _gazettes(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _GAZETTE_PAIR.finditer(text):
        before = text[max(0, match.start() - _GAZETTE) : match.start()].lower()
        for short, name in (('LN', 'lembaran negara'), ('BN', 'berita negara')):
            if _gazette_before(before, short.lower(), name):
                yield f'{short} {match["year"]}/{match["number"].lstrip("0")}', *match.span()
    for match in _GAZETTE_NUMBER.finditer(text):
        before = text[max(0, match.start() - _GAZETTE) : match.start()].lower()
        if _gazette_before(before, 'tln', 'lembaran negara'):
            yield f'TLN {match.group()}', *match.span()


def _gazette_before(before: str, short: str, name: str) -> bool:
    """The gazette's name stands before its number, with no other number's digits between, but for its year."""
    return bool(re.search(rf'\b{short}(?:\s?ri)?\b', before)) or fuzz.partial_ratio(name, before) >= _SURE_NAME


# Whose number it is


def _names(part: PartView, citation: _Citation, law: Law) -> bool:
    """The law's form stands before the number, is the nearest one, and is no part of another law's title."""
    form = _form(citation.before, law)
    if form is None or _in_title(citation, form):
        return False
    return all(match.start() < form[1] for match in _openings(_forms(part)).finditer(citation.before))


def _in_title(citation: _Citation, form: tuple[int, int]) -> bool:
    return bool(_IN_TITLE.search(citation.before[: form[0]]))


def _forms(part: PartView) -> tuple[str, ...]:
    """The first words of all forms: with one of them the name of any law begins."""
    return tuple(sorted({re.split(r'\W', form)[0].lower() for law in part.rulebook.laws.values() for form in law.form}))


@lru_cache(maxsize=8)
def _openings(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf'\b(?:{"|".join(words)})\b')


def _form(before: str, law: Law) -> tuple[int, int] | None:
    """Where the last of the law's forms stands before a number; None without one."""
    found = [span for form in law.form if (span := _form_span(before, form.lower())) is not None]
    return max(found, default=None)


def _form_span(before: str, form: str) -> tuple[int, int] | None:
    exact = list(_spelt(form).finditer(before))
    if exact:
        return exact[-1].span()
    if any(len(word) < 5 for word in re.findall(r'\w+', form)):
        return None
    near = fuzz.partial_ratio_alignment(form, before, score_cutoff=85)
    return (near.dest_start, near.dest_end) if near else None


@lru_cache(maxsize=512)
def _spelt(form: str) -> re.Pattern[str]:
    """'Undang-Undang' is also written 'Undang – Undang' and wraps at its hyphen."""
    return re.compile(r'\b' + r'\W*'.join(map(re.escape, re.findall(r'\w+', form))) + r'\b')

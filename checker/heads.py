"""The head of a decree and the title of a list: where a document says what it is.

Shared by identification and by the checks of title, subject and annex. Never decides a kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from checker.model import Line
from checker.rulebook import Anchors, Identify
from checker.search import Hit, line_of
from checker.text import has_gap, squashed_phrase, uppercase_share
from checker.view import PageView, in_contents, opens_capital, opens_line, rest, row_of, stands_alone, starts_line

HEAD_ROWS = 10
"""Rows between a decree's title and its TENTANG: office over three lines, number, blank."""
SUBJECT_ROWS = 9
MISSPELT = 93.0
"""fuzz.partial_ratio (0-100) of a phrase with two letters swapped in a text layer ('INFROMASI'): 95; another subject
that begins alike ('Daftar Informan Publikasi'): 90."""
LONG_PHRASE = 20
"""Letters from which a phrase of a subject may be misspelt."""
TITLE_LENGTH = 160
"""Longest title line in letters; running text is longer or ends in a full stop."""

SMALL_WORDS = frozenset(
    {'dan', 'di', 'dalam', 'yang', 'untuk', 'pada', 'oleh', 'atas', 'serta', 'terhadap', 'dengan', 'dari', 'ke', 'atau',
     'tentang', 'bagi', 's', 'd', 'sd'}
)  # fmt: skip
"""Words that stay small in a title whose other words begin with a capital."""
_SUBJECT_END = ('menimbang', 'mengingat', 'membaca', 'memperhatikan', 'denganrahmat', 'memutuskan', 'menetapkan')
_ISSUER_END = re.compile(r',\s*$')


@dataclass(frozen=True, slots=True)
class Head:
    """A decree's head: its title line, the label TENTANG, and the lines of its subject."""

    title: Hit
    about: Hit | None
    subject: tuple[Line, ...]

    @property
    def subject_text(self) -> str:
        return ' '.join(line.text for line in self.subject)


def decree_head(view: PageView, words: Iterable[str], anchors: Anchors) -> Head | None:
    """The first decree head of a page: 'KEPUTUSAN <office>' with NOMOR or TENTANG after it, before any Menimbang."""
    first_preamble = min(
        (
            row_of(h)
            for w in ('Menimbang', 'Mengingat', 'Menetapkan')
            for h in view.find(w)
            if starts_line(h) and opens_capital(h)
        ),
        default=1 << 30,
    )
    for hit in _title_hits(view, words):
        row = row_of(hit)
        if (
            row >= first_preamble
            or _spoilt(view, row, anchors.annex)
            or not _is_title(hit)
            or _is_quoted(view, row, anchors.examples)
        ):
            continue
        numbers = [
            h for w in ('Nomor', 'No') for h in view.find(w) if row <= row_of(h) <= row + 6 and h.start > hit.start
        ]
        about = next(
            (
                h
                for h in sorted(view.find('Tentang'), key=lambda h: h.start)
                if row <= row_of(h) <= row + HEAD_ROWS and h.start > hit.start and h.sure
            ),
            None,
        )
        if about is None and not [h for h in numbers if starts_line(h)]:
            continue
        return Head(hit, about, _subject_lines(view, about) if about else ())
    return None


def misspelt(text: str, words: Iterable[str]) -> float:
    """How well a subject's text names one of the longer phrases, though misspelt (0-100); 0 below `MISSPELT`."""
    squashed = squashed_phrase(text[:400], True)
    phrases = [p for w in words if len(p := squashed_phrase(w, True)) >= LONG_PHRASE and len(p) <= len(squashed)]
    return max((fuzz.partial_ratio(p, squashed, score_cutoff=MISSPELT) for p in phrases), default=0.0)


def subject_without_title(view: PageView) -> tuple[Hit, tuple[Line, ...]] | None:
    """TENTANG on a line of its own before the preamble, and the subject under it, where no title stands."""
    preamble = min(
        (row_of(h) for w in ('Menimbang', 'Mengingat') for h in view.find(w) if starts_line(h) and opens_capital(h)),
        default=-1,
    )
    for about in sorted(view.find('Tentang'), key=lambda h: h.start):
        if about.sure and row_of(about) < preamble and starts_line(about) and stands_alone(view, about):
            return about, _subject_lines(view, about)
    return None


def _title_hits(view: PageView, words: Iterable[str]) -> list[Hit]:
    hits = [h for w in words for h in view.find(w) if h.sure and opens_line(h) and not in_contents(h)]
    return sorted(hits, key=lambda h: (row_of(h), -len(h.phrase)))


def _is_title(hit: Hit) -> bool:
    """A title line: short, in capitals or with every word capitalised, no full stop at its end."""
    text = line_of(hit.page, hit.start).text.strip()
    words = [w for w in re.findall(r'[^\W\d_]+', text) if len(w) > 3 and (w not in SMALL_WORDS or w == 'tentang')]
    capital = uppercase_share(text) >= 0.7 or all(w[0].isupper() for w in words)  # 'Keputusan ... tentang' cites one
    return len(text) <= TITLE_LENGTH and capital and not text.endswith(('.', ';'))


def _spoilt(view: PageView, row: int, spoilers: Iterable[str]) -> bool:
    """An annex header or a quotation stands just above or beside."""
    return any(row - 2 <= row_of(hit) <= row and starts_line(hit) for word in spoilers for hit in view.find(word))


PROSE = 10
"""Words of a line that is a sentence: letterheads have that many only in addresses, which bear numbers."""


def _is_quoted(view: PageView, row: int, examples: Iterable[str]) -> bool:
    """Above the title stands more than a letterhead: a sentence, or a line that calls what follows an example."""
    for line in view.page:
        if line.row >= row:
            continue
        prose = (
            len(line.text.split()) >= PROSE
            and uppercase_share(line.text) < 0.5
            and not any(c.isdigit() for c in line.text)
        )
        if prose:
            return True
    return any(row_of(hit) < row and starts_line(hit) for word in examples for hit in view.find(word))


def _subject_lines(view: PageView, about: Hit) -> tuple[Line, ...]:
    """The lines after TENTANG up to the issuer's line or the preamble."""
    row = row_of(about)
    own = line_of(about.page, about.start)
    lines: list[Line] = [own] if any(c.isalnum() for c in rest(about)) else []
    for line in (*view.right_of(own), *view.rows_after(row, SUBJECT_ROWS)):
        text = line.text.strip()
        if squashed_phrase(text[:40], False).startswith(_SUBJECT_END):
            break
        if _looks_like_issuer(text) and (
            _ISSUER_END.search(text) or (lines and line.row > lines[-1].row and line.stack != lines[-1].stack)
        ):
            break
        if any(c.isalnum() for c in text) or (not lines and has_gap(text)):
            lines.append(line)
    return tuple(lines)


def _looks_like_issuer(text: str) -> bool:
    return bool(
        re.match(
            r'^\W*(?:KEPALA|BUPATI|WALI|GUBERNUR|CAMAT|LURAH|DIREKTUR|SEKRETARIS|KETUA|INSPEKTUR|PENJABAT|PJ|PLT|REKTOR|MENTERI|'
            r'PIMPINAN|PENGHULU|KEUCHIK|GEUCHIK|KUWU|PERBEKEL)\b',
            text.upper(),
        )
    )


SUBJECT_UNDER = 5
"""Rows under a title in which its subject stands: 'BERITA ACARA', number, TENTANG, and the subject over two lines."""


def titles_of_kind(view: PageView, identify: Identify) -> list[Hit]:
    """Titles of a kind that is a list or form: not under another document's title, and naming the kind's subject."""
    return [
        hit
        for hit in list_titles(view, identify.title, identify.title_not)
        if not _is_under(view, hit, identify.not_under) and _names_subject(view, hit, identify.subject)
    ]


def _is_under(view: PageView, hit: Hit, words: Iterable[str]) -> bool:
    at = view.row_order.index(row_of(hit))
    above = set(view.row_order[max(0, at - 2) : at])
    return any(row_of(h) in above and h.sure and _is_title(h) for word in words for h in view.find(word))


def _names_subject(view: PageView, hit: Hit, subject: Iterable[str]) -> bool:
    row = row_of(hit)
    hits = [h for word in subject for h in view.find(word) if h.sure and row <= row_of(h) <= row + SUBJECT_UNDER]
    return not tuple(subject) or any(_is_title(h) and stands_alone(view, h) for h in hits if h.start >= hit.start)


def list_titles(view: PageView, words: Iterable[str], spoilers: Iterable[str], rows: int = 16) -> list[Hit]:
    """Titles of a list or form: at the start of a line of its own, near the top of the page, in capitals or title
    case."""
    found = [h for w in words if w not in view.absent for h in view.find(w)]
    if not found:
        return []
    top = set(view.row_order[:rows])
    hits = [
        h
        for h in found
        if row_of(h) in top and opens_line(h) and stands_alone(view, h) and not in_contents(h) and _is_title(h)
        if not line_of(h.page, h.end - 1).text.rstrip().endswith(',')  # 'Notulen,' opens a signer's block
    ]
    longest = sorted(hits, key=lambda h: (not h.sure, row_of(h), -len(h.phrase)))
    return [h for h in longest if not _title_spoilt(view, h, spoilers)]


def _title_spoilt(view: PageView, hit: Hit, spoilers: Iterable[str]) -> bool:
    """A spoiling phrase ('yang dikecualikan') in the title's own lines."""
    row = row_of(hit)
    return any(
        row <= row_of(h) <= row + 2
        and (h.start >= hit.start or row_of(h) == row)
        and not _is_listed(view, row_of(h))
        and not (row_of(h) > row and _is_sentence(line_of(h.page, h.start).text))
        for w in spoilers
        for h in view.find(w)
    )


SENTENCE = 6
"""Words in small letters, with a full stop at their end, that are no line of a title."""


def _is_sentence(text: str) -> bool:
    """'Disusun berdasarkan Peraturan Komisi Informasi Nomor 1 Tahun 2021.' under a title."""
    words = len(text.split())
    return uppercase_share(text) < 0.5 and (words >= PROSE or (words >= SENTENCE and text.rstrip().endswith('.')))


def _is_listed(view: PageView, row: int) -> bool:
    """A numbered row of a table: no line of the title over it."""
    lines = view.rows[row]
    return len(lines) > 2 and bool(re.fullmatch(r'\W*\d{1,4}\W*', lines[0].text))


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """'LAMPIRAN KEPUTUSAN ... NOMOR ... TANGGAL ...' at the head of an annex."""

    label: Hit
    row: int
    last_row: int


def annex_heads(view: PageView, words: Iterable[str], decree_words: Iterable[str]) -> list[AnnexHead]:
    """Annex headers of a page: LAMPIRAN opens a line and within six rows the decree, its number or its date is named.
    """
    found: list[AnnexHead] = []
    for hit in sorted(
        (h for w in words for h in view.find(w) if h.sure and starts_line(h) and opens_capital(h)), key=row_of
    ):
        row = row_of(hit)
        if (found and row <= found[-1].last_row) or _goes_on_from_above(hit):
            continue
        after = re.sub(r'^\W*(?:[IVX]{1,4}|[0-9]{1,2})?\W*', '', rest(hit))
        if after and (
            not _names_decree(after, decree_words)
            or re.search(r'\b(?:ini|yang|merupakan)\b', after, re.IGNORECASE)
            or after.rstrip().endswith('.')
        ):
            continue
        window = [*view.right_of(line_of(hit.page, hit.start)), *view.rows_after(row, 7)]
        named = [line for line in window if _names_decree(line.text, decree_words)]
        details = [line for line in window if _HEADER_LABEL.match(line.text)]
        if uppercase_share(hit.text) < 0.7 and not (after or named):
            continue
        if named or details or after or _opens_page(view, row):
            last = _header_end(view, window, [*named, *details], row)
            found.append(AnnexHead(hit, row, last))
    return found


def _goes_on_from_above(hit: Hit) -> bool:
    """A sentence wrapped before the word: 'sebagaimana tercantum dalam / Lampiran Keputusan / ini', or '/ Lampiran.'"""
    if uppercase_share(hit.text) >= 0.7:
        return False
    line = line_of(hit.page, hit.start)
    above = Line(hit.page, line.index - 1) if line.index else line
    a, b = above.box, line.box
    adjoins = line.row - above.row == 1 and (a is None or b is None or (a[0] < b[2] and b[0] < a[2]))
    return rest(hit).strip() == '.' or (adjoins and bool(re.search(r'(?:^|\s)[a-z]+$', above.text.rstrip())))


_HEADER_LABEL = re.compile(r'^\W*(?:(?:nomor|tanggal|tgl\.?|tentang)\b|no\.?\s*[:\d])', re.IGNORECASE)


def _header_end(view: PageView, window: list[Line], header: list[Line], row: int) -> int:
    """The header's last row: its last label, and the lines over which TENTANG's own words wrap."""
    last = max((line.row for line in header), default=row)
    about = next((line for line in header if re.match(r'^\W*tentang', line.text, re.IGNORECASE)), None)
    if about is None or about.row < last:
        return last
    wrapped = {line.stack for line in (about, *view.right_of(about))}
    for line in window:
        if line.row > last:
            if (
                len(view.rows[line.row]) > 1
                or line.stack not in wrapped
                or uppercase_share(line.text) < 0.7
                or line.row > about.row + 4
            ):
                break
            last = line.row
    return last


def _names_decree(text: str, decree_words: Iterable[str]) -> bool:
    plain = text.upper().lstrip(' :.-IVX0123456789')
    return any(plain.startswith(word.upper()) for word in decree_words) or plain.startswith('PERATURAN')


def _opens_page(view: PageView, row: int) -> bool:
    return row in view.row_order[:3]

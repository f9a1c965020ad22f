"""Letterhead, title, subject and the body's name: what stands at the head of a document."""

from __future__ import annotations

import re

from checker.checks.field import value_of
from checker.checks.outcome import Outcome, Rejected, absent, met, unsure
from checker.checks.own_title import head_of, titles_of
from checker.heads import Head, list_titles, misspelt, subject_without_title
from checker.model import Line, Mark, Page, Place
from checker.rulebook import Requirement
from checker.search import Hit, line_of, place
from checker.text import is_placeholder, squashed_phrase, uppercase_share
from checker.view import PageView, PartView, rest, row_of, starts_line


def check_title(part: PartView, requirement: Requirement) -> Outcome:
    """The title line: 'KEPUTUSAN KEPALA DINAS ...', 'DAFTAR INFORMASI PUBLIK'."""
    if part.rulebook.kinds[part.kind].identify.form == 'decree':
        head = head_of(part)
        hits = [head.title] if head else []
    else:
        hits = titles_of(part) or _told_by_labels(part, requirement)
    sure = next((h for h in hits if h.sure), None)
    if sure:
        line = line_of(sure.page, sure.start)
        return met(place(sure.page, line.start, line.end), sure.score, line.text.strip()[:200])
    if hits:
        return unsure('kata-rusak', hits[0].place, hits[0].score)
    rejected = [Rejected(h, 'bukan-judul') for w in requirement.words for h in part.find(w, 'body')]
    return absent(part, requirement, rejected)


def _told_by_labels(part: PartView, requirement: Requirement) -> list[Hit]:
    """Titles that are too common to tell the kind ('SURAT KETERANGAN'), of a part that its labels told."""
    identify = part.rulebook.kinds[part.kind].identify
    if identify.form != 'labelled':
        return []
    return [h for v in part.views for h in list_titles(v, requirement.words, identify.title_not)]


def check_subject(part: PartView, requirement: Requirement) -> Outcome:
    """The subject after TENTANG: filled, and naming what the rule asks for."""
    head = head_of(part)
    found = (
        (head.about, head.subject)
        if head and head.about
        else next((s for v in part.views[:3] if (s := subject_without_title(v))), None)
    )
    if found is None:
        return absent(
            part,
            requirement,
            [Rejected(h, 'bukan-judul') for h in part.find('Tentang', 'opening') if not starts_line(h)],
        )
    about, subject = found
    if not subject:
        return Outcome('missing', 'label-kosong', about.place, about.score)
    first, last = subject[0], subject[-1]
    spot = (
        place(first.page, first.start, last.end)
        if last.end >= first.start
        else place(first.page, first.start, first.end)
    )
    text = ' '.join(line.text for line in subject)
    if is_placeholder(text):
        return Outcome('missing', 'placeholder', spot)
    view = part.view(first.page)
    spans = [h for w in requirement.words for h in view.find(w) if _within(h, subject)]
    if any(_within(h, subject) for w in requirement.not_words for h in view.find(w)):
        spans = []
    if any(h.sure for h in spans):
        return met(spot, max(h.score for h in spans), text[:200])
    if spans:
        return unsure('kata-rusak', spot, spans[0].score, text[:200])
    damaged = misspelt(text, requirement.words)
    if damaged:
        return unsure('kata-rusak', spot, damaged, text[:200])
    return absent(part, requirement, [Rejected(about, 'kata-lain')], reason='tidak-ada')


def _within(hit: Hit, lines: tuple[Line, ...]) -> bool:
    return any(line.page is hit.page and line.start <= hit.start < line.end for line in lines)


def check_letterhead(part: PartView, requirement: Requirement) -> Outcome:
    """The issuer above the title."""
    head = head_of(part)
    first = part.views[0] if part.views else None
    if first is None:
        return absent(part, requirement)
    limit = _head_row(first, head)
    best: Hit | None = None
    for word in requirement.words:
        for hit in first.find(word):
            if (
                row_of(hit) < limit
                and hit.sure
                and starts_line(hit)
                and _is_name(hit)
                and (best is None or row_of(hit) < row_of(best))
            ):
                best = hit
    if best:
        line = line_of(best.page, best.start)
        return met(place(best.page, line.start, line.end), best.score, line.text.strip())
    picture = next((m for m in first.page.marks if m.kind == 'picture' and _may_be_letterhead(first.page, m)), None)
    if picture:
        flow = first.page.source == 'flow'
        return unsure(
            'hanya-gambar', Place(None, None, picture.text, '') if flow else Place(first.page.n, picture.box, None, '')
        )
    return absent(part, requirement, scope='opening')


def _head_row(view: PageView, head: Head | None) -> int:
    """The row of the title, or without one of NOMOR or TENTANG; a letterhead stands above."""
    if head and head.title.page is view.page:
        return row_of(head.title)
    labels = [row_of(h) for w in ('Nomor', 'Tentang', 'Menimbang') for h in view.find(w) if h.sure and starts_line(h)]
    order = view.row_order or [0]
    return min(labels, default=order[min(8, len(order) - 1)])


def _may_be_letterhead(page: Page, mark: Mark) -> bool:
    """A wide picture at the top of the page, or one in the header of a document without layout; an emblem alone names
    nobody."""
    if page.source == 'flow':
        return mark.text.startswith('kop halaman')
    x0, _y0, x1, y1 = mark.box
    return y1 < 0.3 * page.height and x1 - x0 > 0.4 * page.width


def _is_name(hit: Hit) -> bool:
    """A name in a letterhead: capitals, or words with capitals; no sentence."""
    text = line_of(hit.page, hit.start).text.strip()
    words = [w for w in re.findall(r'[^\W\d_]+', text) if len(w) > 3]
    return (
        len(text) < 120
        and not text.endswith(',')
        and (uppercase_share(text) > 0.7 or all(w[0].isupper() for w in words))
        and not text.endswith('.')
    )


def check_body_name(part: PartView, requirement: Requirement) -> Outcome:
    """The name of the public body: in the letterhead, in the title's lines, or after a label."""
    low_rows = 14
    rejected: list[Rejected] = []
    labelled = _labelled_body(part, requirement)
    if labelled and labelled.status == 'met':
        return labelled
    for view in part.views[:2]:
        top = set(view.row_order[:low_rows])
        hits = sorted(
            (h for w in requirement.words for h in view.find(w)),
            key=lambda h: (h.phrase.split()[0] in _GOVERNMENT, row_of(h), h.start),
        )
        for hit in hits:
            line = line_of(hit.page, hit.start)
            name = view.page.text[hit.start : line.end].strip()
            cells = len(view.rows[row_of(hit)])
            if (
                row_of(hit) not in top
                or cells > 2
                or not hit.sure
                or not _is_name(hit)
                or not _names_body(name[len(hit.text) :])
                or any(w.lower() in _after_title(part, line, hit).lower() for w in requirement.not_words)
            ):
                rejected.append(Rejected(hit, 'di-luar-tempat'))
                continue
            return met(place(view.page, hit.start, line.end), hit.score, name[:120])
    return labelled or absent(part, requirement, rejected)


def _names_body(after: str) -> bool:
    """Something stands after 'DINAS', before any year: no dots."""
    said = re.split(r'\b(?:tahun|thn)\b', after, maxsplit=1, flags=re.IGNORECASE)[0]
    return len(said.strip()) >= 2 and not is_placeholder(said) and not re.match(r'\s*(?:\.\.|…|__)', said)


def _after_title(part: PartView, line: Line, hit: Hit) -> str:
    """The line; from the hit on where one of the kind's titles opens it: 'DAFTAR INFORMASI PUBLIK DINAS SOSIAL'."""
    titles = part.rulebook.kinds[part.kind].identify.title
    before = squashed_phrase(line.page.text[line.start : hit.start], True)
    titled = any(before.startswith(squashed_phrase(title, True)) for title in titles)
    return line.page.text[hit.start : line.end] if titled else line.text


_GOVERNMENT = ('Pemerintah', 'Kabupaten', 'Kota', 'Provinsi')
"""First words of lines that name the government over a body: in a letterhead the body's own line goes before them."""


def _labelled_body(part: PartView, requirement: Requirement) -> Outcome | None:
    """'Nama Badan Publik : ...'."""
    second: Outcome | None = None
    for hit in (h for v in part.views[:2] for w in requirement.anchor for h in v.find(w)):
        if not hit.sure or not starts_line(hit):
            continue
        value = value_of(part, hit, below=False)
        if value is None or is_placeholder(value.text):
            if rest(hit).strip().startswith(':'):
                second = Outcome('missing', 'label-kosong' if value is None else 'placeholder', hit.place, hit.score)
            continue
        if (':' in hit.page.text[hit.end : value.start] or value.text[:1].isupper()) and len(
            part.view(hit.page).rows[row_of(hit)]
        ) <= 3:
            return met(place(value.page, value.start, value.end), hit.score, value.text[:120])
    return second

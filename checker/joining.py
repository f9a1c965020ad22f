"""Several files of one page each that are one document: four photos of a decree are a decree of four pages.

Pure: looks at readings, rules and the files' names. Files of different documents stay apart, and so does the photo of
an activity; a file is joined only where a document runs on, never to make one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from checker import flawed_pages
from checker.check import check
from checker.heads import annex_heads
from checker.messages import _
from checker.model import BecauseStep, Document, Finding, Page, Part, Place, Report, Sha256, Tally
from checker.parts import PHOTO, Draft, split
from checker.rulebook import Rulebook
from checker.starts import OTHER, start_of
from checker.view import PageView, opens_capital, starts_line

LAST = 1 << 20
"""Rank of an annex: behind every page of the body."""
EDGE_ROWS = 2
"""Rows at the top and the bottom of a page in which its number stands."""
_PAGE_NUMBER = re.compile(
    r'^\W*(?:(?:halaman|hal|page)\W{0,2})?(?P<n>\d{1,2})(?:\s*(?:dari|of|/)\s*\d{1,2})?\W*$', re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of one page: its name in the batch, its report and its reading."""

    name: str
    report: Report
    document: Document

    @property
    def page(self) -> Page:
        return self.document.pages[0]


@dataclass(frozen=True, slots=True)
class Joined:
    """Files that are one document: its report, whose places name the file, and the names in the order of its pages."""

    label: str
    names: tuple[str, ...]
    report: Report


def is_sheet(document: Document | None) -> bool:
    """A file that may be a page of something: one page, a picture or a PDF that nobody signed digitally."""
    return (
        document is not None
        and len(document.pages) == 1
        and document.format in ('image', 'pdf')
        and not document.signatures
    )


def join(sheets: Sequence[Sheet], rulebook: Rulebook, period: int) -> Iterator[Joined]:
    """The documents that run over several of the files handed in for one question; files that stand alone are in
    none."""
    unique = list({sheet.report.sha256: sheet for sheet in sorted(sheets, key=lambda s: natural(s.name))}.values())
    papers = [sheet for sheet in unique if not _is_photo(sheet, rulebook)]
    if len(papers) < 2:
        return
    ordered = _ordered(papers, rulebook)
    whole = _bound(ordered)
    drafts = [draft for draft in split([PageView(page) for page in whole.pages], rulebook) if draft.within is None]
    for draft in drafts:
        chosen = _running_on(ordered, draft, rulebook)
        if len(chosen) > 1:
            yield _joined(chosen, rulebook, period)


def natural(name: str) -> tuple[tuple[str, int], ...]:
    """IMG_2 before IMG_10, whatever the case; a name without a number before the same one with it."""
    pieces = re.findall(r'(\D*)(\d*)', PurePosixPath(name).stem.casefold())
    return tuple((re.sub(r'[\s_()-]+', ' ', words).strip(), int(digits or -1)) for words, digits in pieces)


def _is_photo(sheet: Sheet, rulebook: Rulebook) -> bool:
    """A picture with few words, unless these are a section's: the last page of a decree bears hardly more."""
    few_words = any(part.kind == PHOTO for part in sheet.report.parts)
    return few_words and not sheet.page.flaws and _section_rank(PageView(sheet.page), rulebook) is None


def _series(name: str) -> str:
    """What names of one camera or one scan have in common: all but the numbers and what a copy adds."""
    stem = re.sub(r'\(\d+\)|\d+', '', PurePosixPath(name).stem.casefold())
    return re.sub(r'[\W_]+', ' ', stem).strip()


# Order


def _ordered(sheets: Sequence[Sheet], rulebook: Rulebook) -> list[Sheet]:
    """By name; where exactly one document begins, its first page comes first and its annex last, and pages that bear
    numbers come by these."""
    views = [PageView(sheet.page) for sheet in sheets]
    heads = [i for i, view in enumerate(views) if _begins(view, rulebook)]
    if len(heads) != 1:
        return list(sheets)
    numbers = [1 if i == heads[0] else printed_number(view) for i, view in enumerate(views)]
    if None not in numbers and len(set(numbers)) == len(numbers):
        ranks = [n or 0 for n in numbers]
    else:
        ranks = _ranks(views, heads[0], rulebook)
    return [sheets[i] for i in sorted(range(len(sheets)), key=lambda i: ranks[i])]


def _ranks(views: Sequence[PageView], head: int, rulebook: Rulebook) -> list[int]:
    """By the sections that a page bears; a page that bears none follows the one before it."""
    ranks: list[int] = []
    for i, view in enumerate(views):
        own = 0 if i == head else _section_rank(view, rulebook)
        ranks.append(own if own is not None else ranks[-1] if ranks else 1)
    return ranks


def _begins(view: PageView, rulebook: Rulebook) -> bool:
    """A document begins on the page, and not as the list in an annex."""
    start = start_of(view, rulebook)
    annex = _annex_row(view, rulebook)
    return start is not None and (annex is None or start.row < annex)


def _section_rank(view: PageView, rulebook: Rulebook) -> int | None:
    if _annex_row(view, rulebook) is not None:
        return LAST
    anchors = rulebook.anchors
    sections = (anchors.considering, anchors.basis, anchors.deciding, anchors.dicta, anchors.closing)
    return next((rank for rank, words in enumerate(sections, 1) if _has_heading(view, words)), None)


def _has_heading(view: PageView, words: Sequence[str]) -> bool:
    return any(hit.sure and starts_line(hit) and opens_capital(hit) for word in words for hit in view.find(word))


def _annex_row(view: PageView, rulebook: Rulebook) -> int | None:
    titles = [w for kind in rulebook.kinds.values() if kind.identify.form == 'decree' for w in kind.identify.title]
    heads = annex_heads(view, rulebook.anchors.annex, tuple(dict.fromkeys(titles)))
    return heads[0].row if heads else None


def printed_number(view: PageView) -> int | None:
    """The number that a page bears alone in one of its first or last rows: '- 2 -', 'Halaman 2 dari 4'."""
    order = view.row_order
    for row in (*order[:EDGE_ROWS], *order[-EDGE_ROWS:]):
        match = _PAGE_NUMBER.match(' '.join(line.text for line in view.rows[row]))
        if match:
            return int(match['n'])
    return None


# What belongs together


def _running_on(ordered: Sequence[Sheet], draft: Draft, rulebook: Rulebook) -> list[Sheet]:
    """The files over which a document surely runs: from its first page as long as the next one belongs to it."""
    if draft.kind == OTHER and not draft.title:
        return []
    sheets = list(ordered[draft.first - 1 : draft.last])
    chosen = sheets[:1]
    for sheet in sheets[1:]:
        if not _goes_on(sheet, len(chosen) + 1, rulebook) and not _may_go_on(sheet, chosen, rulebook):
            break
        chosen.append(sheet)
    return chosen


def _goes_on(sheet: Sheet, n: int, rulebook: Rulebook) -> bool:
    """The page itself says so: it bears the next number, an annex's head or a section of the body."""
    view = PageView(sheet.page)
    return printed_number(view) == n or _section_rank(view, rulebook) is not None


def _may_go_on(sheet: Sheet, chosen: Sequence[Sheet], rulebook: Rulebook) -> bool:
    """The next file of one camera or scan, while the document isn't at its end: behind its date and signature only an
    annex goes on, and a page that can't be read may be one."""
    if _series(sheet.name) != _series(chosen[-1].name):
        return False
    views = [PageView(each.page) for each in chosen]
    closed = any(_has_heading(view, rulebook.anchors.closing) for view in views)
    annexed = any(_annex_row(view, rulebook) is not None for view in views)
    return annexed or not closed or sheet.page.grade in ('poor', 'unreadable')


def _bound(sheets: Sequence[Sheet]) -> Document:
    """The files as one document, in this order."""
    sha256 = hashlib.sha256(''.join(sheet.report.sha256 or '' for sheet in sheets).encode()).hexdigest()
    pages = tuple(replace(sheet.page, n=n) for n, sheet in enumerate(sheets, 1))
    pictures = all(sheet.document.format == 'image' for sheet in sheets)
    return Document(Sha256(sha256), 'image' if pictures else 'pdf', pages)


def _joined(sheets: Sequence[Sheet], rulebook: Rulebook, period: int) -> Joined:
    names = tuple(sheet.name for sheet in sheets)
    document = _bound(sheets)
    places = {n: _('halaman {n}, {name}').format(n=n, name=_short(name)) for n, name in enumerate(names, 1)}
    parts = tuple(_located(part, places) for part in check(document, rulebook, period).parts)
    info = tuple(replace(sheet.report.page_info[0], n=n) for n, sheet in enumerate(sheets, 1))
    label = _('{first} … {last} ({n} berkas)').format(first=names[0], last=_short(names[-1]), n=len(names))
    report = replace(
        sheets[0].report,
        file=label,
        member=None,
        sha256=document.sha256,
        page_info=info,
        notes=tuple(flawed_pages.notes(document.pages)),
        parts=parts,
    )
    return Joined(label, names, report)


def _short(name: str) -> str:
    return PurePosixPath(name).name


# Places: of a page of the whole, in words, and back to the file


def _located(part: Part, names: Mapping[int, str]) -> Part:
    return replace(part, findings=tuple(_finding(finding, names) for finding in part.findings))


def _finding(finding: Finding, names: Mapping[int, str]) -> Finding:
    candidate = finding.candidate
    return replace(
        finding,
        place=_place(finding.place, names),
        places=tuple(filter(None, (_place(place, names) for place in finding.places))),
        candidate=candidate and replace(candidate, place=_place(candidate.place, names) or candidate.place),
    )


def _place(place: Place | None, names: Mapping[int, str]) -> Place | None:
    """The first page of its file, which `at` names beside the page's number in the whole."""
    if place is None or place.page is None:
        return place
    return replace(place, page=1, at=names[place.page])


def told_by_file(tally: Tally, joined: Mapping[str, Joined]) -> Tally:
    """The tally with the steps that have a place naming the very file of that place."""
    if not joined:
        return tally
    indicators = tuple(
        replace(
            indicator,
            questions=tuple(
                replace(question, because=tuple(_told(question.because, joined))) for question in indicator.questions
            ),
        )
        for indicator in tally.indicators
    )
    return replace(tally, indicators=indicators)


def _told(steps: Sequence[BecauseStep], joined: Mapping[str, Joined]) -> Iterator[BecauseStep]:
    """The steps, and after the first one of a joined document what is wrong with its pictures."""
    left = dict(joined)
    for step in steps:
        yield _step(step, joined)
        if whole := left.pop(step.file or '', None):
            for note in whole.report.notes:
                name = whole.names[note.page - 1] if note.page else None
                yield replace(
                    step,
                    says=note.message,
                    file=name,
                    pages=None,
                    requirement=None,
                    status='unsure',
                    reason='tidak-terbaca',
                    place=None,
                    candidate=None,
                )


def _step(step: BecauseStep, joined: Mapping[str, Joined]) -> BecauseStep:
    whole = joined.get(step.file or '')
    place = step.place or (step.candidate.place if step.candidate else None)
    if whole is None or place is None or not place.at:
        return step
    name = next((name for name in whole.names if place.at.endswith(f', {_short(name)}')), None)
    return replace(step, file=name) if name else step

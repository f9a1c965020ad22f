"""Pages -> parts with their kind: where one document ends and the next begins in a merged file, and what each is.

Pure: looks only at readings and rules; file names never decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from checker.checks import chapter
from checker.checks.content import is_dated
from checker.checks.signer_words import opens_office
from checker.checks.table import page_band
from checker.heads import annex_heads, list_titles
from checker.model import KindId
from checker.printed_parts import rejoin
from checker.reports import annex_row, is_cover
from checker.rulebook import Rulebook
from checker.shared_pages import pieces
from checker.sheets import goes_on, of_another_year, sheet_of, title_years
from checker.starts import (
    OTHER,
    TITLE_ONLY,
    Start,
    is_decree,
    is_list,
    is_report,
    kind_starts,
    label_share,
    labels_found,
    start_of,
)
from checker.text import find_nip
from checker.view import PageView

PHOTO = KindId('foto')
PHOTO_WORDS = 25
"""A picture with no more words than this is a photo: a GPS stamp is 8-20, the sparsest decree page 60."""
COVER_ROWS = 12
"""Rows of a page that is only an annex's header and title."""


@dataclass(slots=True)
class Draft:
    """A part in the making."""

    kind: KindId
    score: float
    runner_up: tuple[KindId, float] | None
    first: int
    last: int
    within: int | None = None
    annex_from: tuple[int, int] | None = None
    title: str = ''
    other: str = ''
    report: bool = False
    """A report on a subject that is no kind here."""
    annex_cover: int | None = None
    """A page that bears an annex header and little else: the list follows on the next page."""
    left_out: frozenset[int] = frozenset()
    """Pages between the first and the last that are no part of it: a sheet of instructions in a workbook."""
    pieces: dict[int, PageView] = field(default_factory=dict)
    """Page number -> what of the page belongs to it, where it shares the page with another part."""


@dataclass(slots=True)
class _Walk:
    """The parts found so far, and the decree whose annex may hold a list."""

    drafts: list[Draft] = field(default_factory=list)
    open_decree: int | None = None
    sheet: str = ''
    seen: dict[int, PageView] = field(default_factory=dict)
    open_report: int | None = None
    signed_off: bool = False
    """The running report was signed after its preface: what follows may be another document."""


def split(views: Sequence[PageView], rulebook: Rulebook) -> list[Draft]:
    """The parts of a file in reading order; every readable page belongs to one (a list in an annex also to its
    decree)."""
    readable = [v for v in views if v.page.level != 'unread']
    if readable and _is_photo(views, rulebook):
        return [Draft(PHOTO, 100.0, None, views[0].page.n, views[-1].page.n)]
    if not readable:
        return []
    walk = _Walk()
    for view in views:
        _take_page(walk, view, rulebook)
    rejoin(walk.drafts, views, rulebook)
    if all(v.page.grade == 'unreadable' for v in readable) and all(d.kind == OTHER for d in walk.drafts):
        return []
    for draft in walk.drafts:
        if draft.runner_up is None or draft.kind == OTHER:
            draft.runner_up = _runner_up(draft, [v for v in views if draft.first <= v.page.n <= draft.last], rulebook)
    return walk.drafts


def _take_page(walk: _Walk, view: PageView, rulebook: Rulebook) -> None:
    """Put a page where it belongs, and each document that begins in the middle of it, where the one above may share
    pages."""
    parted = pieces(view, rulebook)
    if len(parted) > 1 and _holds_pages(walk, parted[0], rulebook):
        parted = (view,)
    for piece in parted:
        _step(walk, piece, rulebook)
        current = walk.drafts[-1]
        if len(parted) > 1:
            # What goes on over a cut is one document after all.
            current.pieces[view.page.n] = view if view.page.n in current.pieces else piece


def _holds_pages(walk: _Walk, top: PageView, rulebook: Rulebook) -> bool:
    """The document at a page's top is one of whole pages: a decree, a report, an SOP with a form in its annex."""
    start = start_of(top, rulebook)
    kind = rulebook.kinds.get(start.kind if start else walk.drafts[-1].kind if walk.drafts else OTHER)
    return walk.open_report is not None or kind is None or not kind.identify.shares


def _is_photo(views: Sequence[PageView], rulebook: Rulebook) -> bool:
    if any(v.page.source == 'none' for v in views):
        return False  # nobody has read it: whatever made that fail, it says nothing of the picture
    words = sum(len(v.page.text.split()) for v in views)
    pictured = all(v.page.marks and any(m.kind in ('picture', 'ink') for m in v.page.marks) for v in views)
    # A list filled by hand has few words that can be read, and its title is among them.
    return words <= PHOTO_WORDS and pictured and not any(True for v in views for _ in kind_starts(v, rulebook))


def _step(walk: _Walk, view: PageView, rulebook: Rulebook) -> None:
    """Put one page where it belongs: a new part, the running one, or the annex of a decree."""
    n = view.page.n
    current = walk.drafts[-1] if walk.drafts else None
    start = start_of(view, rulebook)
    if walk.open_report is not None:
        start = _in_report(walk, view, start, rulebook)
        current = walk.drafts[-1]
    annex = _annex_row(view, rulebook)
    walk.seen[n] = view
    sheet, walk.sheet = walk.sheet, sheet_of(view.page)
    decree = walk.drafts[walk.open_decree] if walk.open_decree is not None else None
    if decree is not None and (
        (annex is not None and (start is None or start.row >= annex or not is_decree(start, rulebook)))
        or _goes_on_within(walk, start, n)
    ):
        _into_annex(walk, decree, view, start, annex, rulebook)
        return
    if current is not None and walk.sheet != sheet and _take_sheet(walk, current, view, start, rulebook):
        return
    if (
        start is not None
        and current is not None
        and (
            _continues(current, start, rulebook)
            or _was_cover(current, start, n)
            or _repeats_head(current, start, view, rulebook)
        )
    ):
        current.last = n
        current.score, current.title = max(current.score, start.score), start.title or current.title
        return
    if start is not None:
        within = walk.open_report
        walk.drafts.append(
            Draft(
                start.kind, start.score, start.runner_up, n, n, within,
                title=start.title, other=start.other, report=start.report,
            )
        )  # fmt: skip
        walk.open_decree = len(walk.drafts) - 1 if _may_hold_lists(start, rulebook) else None
        if is_report(start, rulebook):
            _open_report(walk, view)
        if walk.open_decree is not None and annex is not None and annex > start.row:
            walk.drafts[-1].annex_from = (n, annex)
        return
    if current is None or _is_another(walk, current, view, annex, rulebook):
        walk.drafts.append(Draft(OTHER, 0.0, None, n, n))
        return
    current.last = n
    if decree is not None:
        decree.last = n


def _is_another(walk: _Walk, current: Draft, view: PageView, annex: int | None, rulebook: Rulebook) -> bool:
    """A page without a title, under the letterhead once more and after the signature of a short paper: a document of
    which nobody can say what it is, rather than the paper's second page."""
    kind = rulebook.kinds.get(current.kind)
    first, last = walk.seen.get(current.first), walk.seen.get(view.page.n - 1)
    if kind is None or not kind.identify.shares or annex is not None or first is None or last is None:
        return False
    heads = [[' '.join(line.text for line in each.rows[row]) for row in each.row_order[:2]] for each in (first, view)]
    return heads[0] == heads[1] and heads[0][:1] != [] and heads[0][0].isupper() and _is_signed(last, rulebook)


def _take_sheet(walk: _Walk, current: Draft, view: PageView, start: Start | None, rulebook: Rulebook) -> bool:
    """Place a new sheet where it is not simply the next page; False where it is.

    Sheets have no order that a reader must follow: what is no list stands beside one, and the list goes on after it.
    """
    n = view.page.n
    if start is None:
        kind = rulebook.kinds.get(current.kind)
        if kind is None or kind.identify.form != 'titled' or goes_on(view):
            return False
        walk.drafts.append(Draft(OTHER, 0.0, None, n, n))
        return True
    listed = walk.drafts[-2] if current.kind == OTHER and len(walk.drafts) > 1 else current
    if listed.within is not None or not _continues(listed, start, rulebook):
        return False
    if of_another_year(title_years(walk.seen[listed.first]), title_years(view)):
        walk.drafts.append(Draft(start.kind, start.score, start.runner_up, n, n, title=start.title))
        return True
    if listed is not current:
        walk.drafts.pop()
        listed.left_out |= frozenset(range(current.first, current.last + 1))
        listed.last, listed.score = n, max(listed.score, start.score)
    return listed is not current


def _goes_on_within(walk: _Walk, start: Start | None, n: int) -> bool:
    """The list of an annex runs on over the page: the same list again, or the page after a bare annex cover."""
    current, decree = walk.drafts[-1], walk.drafts[walk.open_decree or 0]
    if start is None or start.other:
        return False
    return (current.within == walk.open_decree and current.kind == start.kind) or (
        decree.annex_cover is not None and decree.annex_cover == n - 1
    )


def _into_annex(
    walk: _Walk, decree: Draft, view: PageView, start: Start | None, annex: int | None, rulebook: Rulebook
) -> None:
    """A page of a decree's annex; a list on it is a part of its own within the decree."""
    n = view.page.n
    decree.last = n
    if decree.annex_from is None:
        decree.annex_from = (n, annex or 0)
    if annex is not None and start is None and _is_cover(view, annex):
        decree.annex_cover = n
    current = walk.drafts[-1]
    if start is not None and is_list(start, rulebook) and start.kind != decree.kind:
        if current.within == walk.open_decree and _continues(current, start, rulebook):
            current.last = n
        else:
            walk.drafts.append(
                Draft(start.kind, start.score, start.runner_up, n, n, within=walk.open_decree, title=start.title)
            )
    elif current.within == walk.open_decree and annex is None:
        current.last = n


def _is_cover(view: PageView, annex: int) -> bool:
    """An annex's header and title and nothing else: no rows of cells, no numbered lines."""
    rows = [view.rows[row] for row in view.row_order if row > annex]
    listed = [lines for lines in rows if re.match(r'^\W*\d{1,3}[.)]?(?:\s|$)', lines[0].text) or len(lines) > 2]
    return len(view.row_order) <= COVER_ROWS and not listed


def _may_hold_lists(start: Start, rulebook: Rulebook) -> bool:
    return is_decree(start, rulebook) or (
        not start.other and start.kind in rulebook.kinds and rulebook.kinds[start.kind].identify.annexed
    )


def _open_report(walk: _Walk, view: PageView) -> None:
    """A report begins; a first page that is nothing by itself is its cover."""
    report, before = walk.drafts[-1], walk.drafts[-2:-1]
    if before and before[0].kind == OTHER and not before[0].score and before[0].last == view.page.n - 1 == 1:
        report.first = 1
        walk.drafts[-2:] = [report]
    walk.open_report, walk.signed_off = len(walk.drafts) - 1, False
    row = annex_row(view)
    report.annex_from = (view.page.n, row) if row is not None else None


def _in_report(walk: _Walk, view: PageView, start: Start | None, rulebook: Rulebook) -> Start | None:
    """What begins on a page while a report runs: nothing (its chapters, tables and samples), a document of its own in
    its annex, or the next document, which ends it."""
    report = walk.drafts[walk.open_report or 0]
    row = annex_row(view) if report.annex_from is None else None
    if row is not None:
        report.annex_from = (view.page.n, row)
    if start is not None and start.kind == report.kind and not _is_next_edition(walk, report, view, start):
        report.title = report.title or start.title
        start = None
    if start is None or start.front or not _stands_by_itself(walk, report, view, start, rulebook):
        start = None
    elif start.kind == report.kind or start.report or report.annex_from is None:
        walk.open_report = None
        return start
    report.last = view.page.n
    if view.page.n > report.first and not (start and start.front) and not _has_front(view, rulebook):
        walk.signed_off = walk.signed_off or any(find_nip(line.text) for line in view.page)
    return start


def _is_next_edition(walk: _Walk, report: Draft, view: PageView, start: Start) -> bool:
    """Another year's report begins: on a cover, or after the running one was signed; a running head is no title."""
    return '' not in (start.title, report.title) and start.title != report.title and (is_cover(view) or walk.signed_off)


def _stands_by_itself(walk: _Walk, report: Draft, view: PageView, start: Start, rulebook: Rulebook) -> bool:
    """A start that is more than a heading, table, sample or picture of the report it is found in."""
    if start.kind == report.kind or is_decree(start, rulebook):
        return True
    if start.report:
        return is_cover(view)
    finished = report.annex_from is None and _is_finished(walk, report, rulebook)
    if start.untitled:
        return finished and _is_signed(walk.seen[report.last], rulebook)
    if finished and not start.other:
        return True
    if not is_list(start, rulebook):
        return finished and start.score >= STRONG
    kind = rulebook.kinds[start.kind]
    signed = any(r.check == 'signer' and r.required for r in kind.requirements)
    if kind.identify.form == 'labelled':
        return signed and start.score > TITLE_ONLY and len(labels_found(view, kind)) > FORM_LABELS
    return start.score >= STRONG and signed and report.annex_from is not None


def _is_finished(walk: _Walk, report: Draft, rulebook: Rulebook) -> bool:
    """The running report has come to its end: it was signed after its preface, or most of its chapters stand and the
    last of them or a signature is among them."""
    if walk.signed_off:
        return True
    views = [view for n, view in walk.seen.items() if report.first <= n <= report.last]
    told = chapter.told(views, rulebook.kinds[report.kind], rulebook)
    if 2 * sum(told) < max(1, len(told)):
        return False
    return told[-1] or any(_is_signed(view, rulebook) for view in views)


def _is_signed(view: PageView, rulebook: Rulebook) -> bool:
    """A signer's block closes the page's text: a NIP, or place and date over an office."""
    rows = [' '.join(line.text for line in view.rows[row]) for row in view.row_order]
    return any(find_nip(row) for row in rows) or any(
        is_dated(row) and opens_office(after, rulebook.signers)
        for row, after in pairwise(rows)
    )


STRONG = 85.0
"""Of 100: a list with its title and its columns, another document with its title."""
FORM_LABELS = 4
"""Labels of a sample or a table in a report; an SOP's block has seven."""


def _has_front(view: PageView, rulebook: Rulebook) -> bool:
    return any(list_titles(view, other.title, (), rows=9) for other in rulebook.others if other.front)


def _continues(current: Draft, start: Start, rulebook: Rulebook) -> bool:
    """The same document's head once more: a list's title or a form's block repeated on the next page."""
    if start.kind != current.kind or is_decree(start, rulebook):
        return False
    if start.kind == OTHER:
        return (start.front and current.report) or (start.other == current.other and start.title == current.title)
    return start.title == current.title or not start.title


def _repeats_head(current: Draft, start: Start, view: PageView, rulebook: Rulebook) -> bool:
    """The running table's own head once more, though without its title it would do for another kind or, misread, for a
    letter's."""
    if current.kind not in rulebook.kinds or start.kind not in rulebook.kinds:
        return False
    if not start.untitled and rulebook.kinds[start.kind].identify.form != 'letter':
        return False
    kind = rulebook.kinds[current.kind]
    band = page_band(view, kind) if kind.identify.form == 'titled' else None
    return band is not None and len(band.hits) >= kind.identify.enough


def _was_cover(current: Draft, start: Start, n: int) -> bool:
    """A title page of its own directly before the form: the cover of the same document."""
    return (
        current.kind == start.kind
        and current.first == current.last == n - 1
        and current.score == TITLE_ONLY < start.score
    )


def _annex_row(view: PageView, rulebook: Rulebook) -> int | None:
    heads = annex_heads(view, rulebook.anchors.annex, _decree_words(rulebook))
    return heads[0].row if heads else None


def _decree_words(rulebook: Rulebook) -> tuple[str, ...]:
    holders = (k for k in rulebook.kinds.values() if k.identify.form == 'decree' or k.identify.annexed)
    words = [w for kind in holders for w in kind.identify.title]
    return tuple(dict.fromkeys(words)) or ('Keputusan',)


def _runner_up(draft: Draft, views: Sequence[PageView], rulebook: Rulebook) -> tuple[KindId, float] | None:
    """The nearest other kind: by the share of its labels and columns on the part's pages."""
    scores: list[tuple[float, KindId]] = [(draft.runner_up[1], draft.runner_up[0])] if draft.runner_up else []
    for kind in rulebook.kinds.values():
        if kind.id in (draft.kind, OTHER, PHOTO):
            continue
        labels = max((label_share(v, kind) for v in views[:4]), default=0.0)
        scores.append((round(50 * labels, 1), kind.id))
    best = max(scores, default=None, key=lambda s: s[0])
    return (best[1], best[0]) if best and best[0] > 0 else None


def annex_of(views: Sequence[PageView], rulebook: Rulebook) -> tuple[int, int] | None:
    """Where the annex begins in pages known to be one document (forced kind)."""
    for view in views:
        row = _annex_row(view, rulebook)
        if row is not None:
            return (view.page.n, row)
    return None

"""The core loop: a document's pages and the rules -> parts with findings, and what should be read next.

Pure: no clock, no disk, no database. The same readings, rules and engine give the same findings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from checker import signing_time, unfinished
from checker.checks import (
    agreement,
    annex,
    article,
    chapter,
    date,
    day,
    entry,
    field,
    filled_form,
    groups,
    heading_block,
    legal_basis,
    quantity,
    rows,
    section,
    sentence,
    signature,
    signed_rows,
    signer,
    signing,
    table,
    table_line,
    wet,
)
from checker.checks.damaged_block import all_blocks
from checker.checks.outcome import Outcome, as_shown
from checker.model import Document, Finding, KindId, Look, Note, Part, Want
from checker.parts import Draft, annex_of, split
from checker.reasons import explain
from checker.reports import report_annex
from checker.rulebook import CheckType, Requirement, Rulebook
from checker.sheets import in_cells
from checker.starts import OTHER
from checker.view import PageView, PartView

Check = Callable[[PartView, Requirement], Outcome]

CHECKS: Mapping[CheckType, Check] = {
    'section': section.check,
    'field': field.check,
    'title': heading_block.check_title,
    'subject': heading_block.check_subject,
    'letterhead': heading_block.check_letterhead,
    'body-name': heading_block.check_body_name,
    'place-date': date.check_place_date,
    'year': date.check_year,
    'column': table.check_column,
    'rows': rows.check,
    'signed-rows': signed_rows.check,
    'filled-form': filled_form.check,
    'table-line': table_line.check,
    'all-of': groups.check_all,
    'one-of': groups.check_one,
    'some-of': groups.check_some,
    'legal-basis': legal_basis.check,
    'current-law': legal_basis.check_current,
    'article': article.check,
    'entry': entry.check,
    'day': day.check,
    'years-agree': agreement.check_years,
    'in-order': agreement.check_order,
    'annex-header': annex.check_header,
    'signer': signer.check,
    'signature': signature.check,
    'signers': signing.check_signers,
    'signatures': signing.check_signatures,
    'annex': annex.check,
    'chapter': chapter.check,
    'sentence': sentence.check,
    'quantity': quantity.check,
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What is said of a document so far, and the pages that should be read better before it is final."""

    parts: tuple[Part, ...]
    wants: Want | None
    notes: tuple[Note, ...] = ()
    """What people should know of the parts beside their findings."""


def check(
    document: Document,
    rulebook: Rulebook,
    period: int,
    kind: KindId | None = None,
    views: list[PageView] | None = None,
) -> Checked:
    """Findings of all parts. With `kind` the whole file is one part of it.

    `views`: the document's pages from an earlier check; they remember what was looked for, whatever the rules.
    """
    views = views or [PageView(page, rulebook.vocabulary) for page in document.pages]
    drafts = _forced(views, kind, rulebook) if kind else split(views, rulebook)
    looks: list[Look] = []
    notes: list[Note] = []
    parts = tuple(_part(document, views, draft, rulebook, period, drafts, looks, notes) for draft in drafts)
    return Checked(parts, _wanted(document, looks), tuple(dict.fromkeys(notes)))


def _wanted(document: Document, looks: list[Look]) -> Want | None:
    """Every page that nothing was read of yet (where one document ends and the next begins depends on all of them);
    and the blocks that a signature may stand in."""
    unread = tuple(page.n for page in document.pages if page.level == 'unread')
    poses = {page.n: page.pose for page in document.pages}
    posed = tuple(replace(look, pose=poses[look.page]) for look in dict.fromkeys(looks))
    return Want(unread, 'full', posed) if unread or looks else None


def _forced(views: list[PageView], kind: KindId, rulebook: Rulebook) -> list[Draft]:
    first, last = views[0].page.n, views[-1].page.n
    report = rulebook.kinds[kind].identify.form == 'report' if kind in rulebook.kinds else False
    annex_from = report_annex(views) if report else annex_of(views, rulebook)
    return [Draft(kind, 100.0, None, first, last, annex_from=annex_from)]


def _part(
    document: Document,
    views: list[PageView],
    draft: Draft,
    rulebook: Rulebook,
    period: int,
    drafts: list[Draft],
    looks: list[Look],
    notes: list[Note],
) -> Part:
    own = [
        draft.pieces.get(view.page.n, view)
        for view in views
        if draft.first <= view.page.n <= draft.last and view.page.n not in draft.left_out
    ]
    if draft.kind == OTHER or draft.kind not in rulebook.kinds:
        if len(document.pages) == 1:
            looks += _looks_of_a_sheet(document, own, rulebook, period)
        return Part(draft.kind, draft.score, draft.runner_up, (draft.first, draft.last), draft.within)
    part = PartView(document, own, rulebook, draft.kind, period, draft.annex_from)
    findings = tuple(finding(part, requirement) for requirement in rulebook.kinds[draft.kind].requirements)
    looks += part.looks
    if draft.within is not None:
        findings = _covered(findings, draft.kind, document, views, drafts[draft.within], rulebook, period)
    notes += signing_time.notes(part, findings)
    if told := unfinished.of(part, findings):
        notes.append(unfinished.note(told))
        findings = unfinished.weighed(part, findings, told)
    return Part(draft.kind, draft.score, draft.runner_up, (draft.first, draft.last), draft.within, findings)


def _looks_of_a_sheet(document: Document, views: list[PageView], rulebook: Rulebook, period: int) -> list[Look]:
    """The blocks on a page alone: several such files may turn out to be one document."""
    part = PartView(document, views, rulebook, OTHER, period)
    for block in all_blocks(part):
        wet.seen(part, block)
    return part.looks


def _covered(
    findings: tuple[Finding, ...],
    kind: KindId,
    document: Document,
    views: list[PageView],
    decree: Draft,
    rulebook: Rulebook,
    period: int,
) -> tuple[Finding, ...]:
    """A list inside a decree may be covered by the decree's signature (catalogue, sk-dip), and has its year where it
    bears none of its own."""
    if decree.kind not in rulebook.kinds or rulebook.kinds[decree.kind].identify.form != 'decree':
        return findings
    own = [view for view in views if decree.first <= view.page.n <= decree.last]
    part = PartView(document, own, rulebook, decree.kind, period, decree.annex_from)
    better = {
        r.id: finding(part, r)
        for r in rulebook.kinds[decree.kind].requirements
        if r.check in ('signer', 'signature') or r.years == 'list'
    }
    yearless = {f.requirement for f in findings if f.reason == 'tidak-ada'}
    own_year = {r.id for r in rulebook.kinds[kind].requirements if r.check == 'year' and r.id not in yearless}
    rank = {'met': 0, 'unsure': 1, 'missing': 2, 'not_applicable': 3}

    def best(own: Finding) -> Finding:
        if own.requirement not in better or own.requirement in own_year:
            return own
        return min((own, better[own.requirement]), key=lambda f: (rank[f.status], f.place is None))

    return tuple(best(f) for f in findings)


def finding(part: PartView, requirement: Requirement) -> Finding:
    """One requirement's finding, in words."""
    pages = {page.n: page for page in part.pages}
    outcome = as_shown(in_cells(CHECKS[requirement.check](part, requirement), pages), pages)
    if outcome.status == 'met' and outcome.place is None:
        raise AssertionError(f'{requirement.id}: met without a place')
    message, advice = explain(outcome.reason, requirement, outcome.detail) if outcome.reason else (None, None)
    return Finding(
        requirement.id,
        outcome.status,
        requirement.required,
        outcome.reason,
        message,
        advice,
        outcome.score,
        outcome.value,
        outcome.form,
        outcome.place,
        outcome.places,
        outcome.candidate,
    )

"""Puts the pages of a list together that was printed wider than the paper: neither page alone shows what it is.

Pure. Joins only where the rows of two pages stand at equal heights and the head of one goes on in the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.checks.table import Band, page_band
from checker.model import KindId, RequirementId
from checker.printed_sheets import STRIPS, columns_beside, same_grid
from checker.rulebook import Kind, Rulebook
from checker.view import PageView, row_of

if TYPE_CHECKING:
    from checker.parts import Draft

OTHER = KindId('lain')
UNTITLED = 60.0
"""Of 100: told by its table's head alone, as in `parts`."""


def rejoin(drafts: list[Draft], views: Sequence[PageView], rulebook: Rulebook) -> list[Draft]:
    """The parts with unrecognised pages put to the list, or recognised as the list, whose columns they hold."""
    by_number = {view.page.n: view for view in views}
    kinds = [kind for kind in rulebook.kinds.values() if kind.identify.form == 'titled']
    i = 0
    while i < len(drafts):
        draft = drafts[i]
        if draft.kind == OTHER and not draft.other and draft.within is None:
            after = drafts[i + 1] if i + 1 < len(drafts) else None
            kind = rulebook.kinds.get(after.kind) if after is not None else None
            if after is not None and kind in kinds and _goes_on(by_number, draft.first, after.first, kind):
                after.first = draft.first
                _drop(drafts, i)
                continue
            _recognise(draft, by_number, kinds)
        i += 1
    return drafts


def _goes_on(views: dict[int, PageView], left: int, right: int, kind: Kind) -> bool:
    """The head on the right page goes on on the left one, with other columns."""
    band = page_band(views[right], kind)
    more = _beside(band, views[left], kind)
    return band is not None and len(more) >= 2


def _recognise(draft: Draft, views: dict[int, PageView], kinds: Sequence[Kind]) -> None:
    """A list of which no page alone has enough columns, but two pages beside each other have."""
    first = views[draft.first]
    for kind in kinds:
        band = page_band(first, kind)
        if band is None or _spoilt(first, band, kind):
            continue
        for n in range(draft.first + 1, min(draft.last, draft.first + STRIPS) + 1):
            if len(band.hits) + len(_beside(band, views[n], kind)) >= kind.identify.enough:
                draft.kind, draft.score, draft.runner_up = kind.id, UNTITLED, None
                return


def _beside(band: Band | None, view: PageView, kind: Kind) -> set[RequirementId]:
    """The columns that a head has more on another page."""
    if band is None or not same_grid(band.page, view.page):
        return set()
    return set(columns_beside(band.hits.values(), view, kind)) - set(band.hits)


def _spoilt(view: PageView, band: Band, kind: Kind) -> bool:
    words = (*kind.identify.title_not, *kind.identify.subject_not)
    return any(hit.sure and row_of(hit) < band.first_row for word in words for hit in view.find(word))


def _drop(drafts: list[Draft], index: int) -> None:
    del drafts[index]
    for draft in drafts:
        if draft.within is not None and draft.within > index:
            draft.within -= 1

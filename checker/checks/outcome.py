"""What a check says of one requirement, before it is put into words; and the ways that all checks share to say it.

Never words a message; `checker.check` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from checker.model import Candidate, Page, Place, Reason, SignatureForm, Status
from checker.poses import shown
from checker.rulebook import Requirement, Scope
from checker.search import Hit
from checker.text import squashed_phrase
from checker.view import PartView


@dataclass(frozen=True, slots=True)
class Outcome:
    """Status of one requirement with its place or its reason."""

    status: Status
    reason: Reason | None = None
    place: Place | None = None
    score: float | None = None
    value: Any = None
    form: SignatureForm | None = None
    places: tuple[Place, ...] = ()
    candidate: Candidate | None = None
    detail: tuple[str, ...] = ()
    """A key of `reasons.DETAILS` and what its sentence names, where it says more than the reason alone."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A hit that was looked at and rejected."""

    hit: Hit
    by: str

    @property
    def candidate(self) -> Candidate:
        return Candidate(self.hit.place, self.hit.score, self.by)


def met(place: Place, score: float = 100.0, value: Any = None, places: tuple[Place, ...] = ()) -> Outcome:
    return Outcome('met', None, place, score, value, places=places)


def unsure(
    reason: Reason,
    place: Place | None,
    score: float | None = None,
    value: Any = None,
    candidate: Candidate | None = None,
) -> Outcome:
    return Outcome('unsure', reason, place, score, value, candidate=candidate)


def absent(
    part: PartView,
    requirement: Requirement,
    rejected: Iterable[Rejected] = (),
    reason: Reason = 'tidak-ada',
    scope: Scope | None = None,
) -> Outcome:
    """Not found: `missing` only where it would have been seen, else `unsure` (catalogue, section 1)."""
    nearest = max(rejected, key=lambda r: (r.hit.score, -r.hit.page.n, -r.hit.start), default=None)
    candidate = nearest.candidate if nearest else None
    unread = part.unread(scope or requirement.scope)
    if unread:
        hidden_by: Reason = 'belum-dibaca' if all(p.level == 'unread' for p in unread) else 'tidak-terbaca'
        return Outcome('unsure', hidden_by, candidate=candidate)
    if nearest and nearest.by == 'kata-rusak':
        return Outcome('unsure', 'kata-rusak', nearest.hit.place, nearest.hit.score, candidate=candidate)
    concealed = _concealed(part, requirement)
    if concealed and not candidate:
        return Outcome('missing', 'teks-tersembunyi', candidate=concealed)
    if (
        nearest
        and nearest.by in ('bukan-judul', 'di-luar-tempat', 'di-luar-kepala-tabel', 'tanpa-isi')
        and reason == 'tidak-ada'
    ):
        reason = 'bukan-judul'
    return Outcome('missing', reason, candidate=candidate)


def _concealed(part: PartView, requirement: Requirement) -> Candidate | None:
    """The requirement's words in text that a person can't see: told by page, never quoted."""
    for page in part.pages:
        hidden = squashed_phrase(' '.join(page.hidden), False) if page.hidden else ''
        if hidden and any((p := squashed_phrase(w, False)) and p in hidden for w in requirement.words):
            return Candidate(Place(page.n, None, None, ''), 0.0, 'teks-tersembunyi')
    return None


def as_shown(outcome: Outcome, pages: dict[int, Page]) -> Outcome:
    """The outcome with all its boxes on the pages as displayed."""
    if all(page.pose is None for page in pages.values()):
        return outcome

    def moved(place: Place) -> Place:
        page = pages.get(place.page or 0)
        return replace(place, box=shown(page.pose, place.box)) if page and place.box else place

    candidate = outcome.candidate
    return replace(
        outcome,
        place=moved(outcome.place) if outcome.place else None,
        places=tuple(map(moved, outcome.places)),
        candidate=replace(candidate, place=moved(candidate.place)) if candidate else None,
    )

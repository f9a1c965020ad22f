"""How much of a question's weight its documents bring: one function per mode, exact fractions, nothing rounded.

Each gives two shares (0-1) of the weight: what is sure (`met` only) and what is possible (`unsure` counted as met).
Deciding an unsure finding can raise the first or lower the second, never move them outwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from checker.offers import Offer
from checker.predicates import exact
from checker.questionnaire import Question

Shares = tuple[Fraction, Fraction]
Offers = Sequence[Sequence[Offer]]
"""Per wanted document, in the questionnaire's order, what was handed in for it."""

NOTHING: Shares = (Fraction(0), Fraction(0))


def shares(question: Question, offers: Offers) -> Shares:
    """The sure and the possible share of the question's weight. Manual questions bring nothing by themselves."""
    if question.mode == 'manual':
        return NOTHING
    if question.mode == 'count':
        return _count(question, offers[0])
    if question.mode == 'graded':
        met, possible = _requirements(offers) if question.share_of == 'requirements' else _documents(offers)
        return _step(question, met), _step(question, possible)
    met, possible = _documents(offers)
    return Fraction(met == 1), Fraction(possible == 1)


def groups(offers: Iterable[Offer]) -> list[list[Offer]]:
    """Offers that are one document: the same bytes, or the same kind and number. Count once."""
    joined: list[list[Offer]] = []
    for offer in offers:
        same = [group for group in joined if any(_same(offer, other) for other in group)]
        joined = [group for group in joined if group not in same]
        joined.append([*(other for group in same for other in group), offer])
    return joined


def accepted(offers: Sequence[Offer]) -> int:
    """How many different documents are accepted."""
    return sum(any(offer.status == 'met' for offer in group) for group in groups(offers))


def met_of(question: Question, offers: Offers) -> tuple[int, int]:
    """For graded questions: how many documents, or requirements of the best documents, are met, and of how many."""
    if question.share_of == 'documents':
        return sum(any(offer.status == 'met' for offer in wanted) for wanted in offers), len(offers)
    best = [max(wanted, key=lambda offer: offer.met) for wanted in offers if wanted]
    return sum(int(offer.met * len(offer.decided)) for offer in best), sum(len(offer.decided) for offer in best)


def _same(a: Offer, b: Offer) -> bool:
    if a.sha256 is not None and (a.sha256, a.index) == (b.sha256, b.index):
        return True
    return a.number is not None and a.part is not None and b.part is not None and (
        (a.part.kind, a.number) == (b.part.kind, b.number))


def _documents(offers: Offers) -> Shares:
    """The shares of the wanted documents that are there and accepted. One document may serve several wishes, but one
    whose service is not sure only as many as it can turn out to be for.
    """
    sure = sum(any(offer.status == 'met' for offer in wanted) for wanted in offers)
    hopes = [[offer for offer in wanted if offer.status != 'missing'] for wanted in offers]
    firm = [any(offer.services is None or offer.status == 'met' for offer in hope) for hope in hopes]
    possible = sum(firm) + _matched([hope for hope, is_firm in zip(hopes, firm, strict=True) if not is_firm])
    return Fraction(sure, len(offers)), Fraction(possible, len(offers))


def _matched(hopes: Sequence[Sequence[Offer]]) -> int:
    """How many of these wishes the doubtful documents can serve at most, each its number of services (a matching)."""
    served: dict[tuple[str, str | None, int], list[int]] = {}

    def place(wish: int, tried: set[tuple[str, str | None, int]]) -> bool:
        for offer in hopes[wish]:
            key = (offer.file, offer.sha256, offer.index)
            if key in tried:
                continue
            tried.add(key)
            taken = served.setdefault(key, [])
            if len(taken) < (offer.services or 1):
                taken.append(wish)
                return True
            for i, other in enumerate(taken):
                if place(other, tried):
                    taken[i] = wish
                    return True
        return False
    return sum(place(wish, set()) for wish in range(len(hopes)))


def _requirements(offers: Offers) -> Shares:
    """The shares of requirements met in the best document for each wish; every wish weighs the same."""
    sure = sum((max((offer.met for offer in wanted), default=Fraction(0)) for wanted in offers), Fraction(0))
    possible = sum((max((offer.possible for offer in wanted), default=Fraction(0)) for wanted in offers), Fraction(0))
    return sure / len(offers), possible / len(offers)


def _step(question: Question, share: Fraction) -> Fraction:
    """The highest step not above the share; 0 below the lowest."""
    return max((step for step in question.ladder if step <= share), default=Fraction(0))


def _count(question: Question, offers: Sequence[Offer]) -> Shares:
    """Documents counted through the table. A file that couldn't be read may hold any number of documents."""
    sure = accepted(offers)
    possible = sum(any(offer.status != 'missing' for offer in group) for group in groups(offers))
    if any(offer.trouble for offer in offers):
        possible = max(possible, question.table[-1].at_least)
    return _points(question, sure), _points(question, possible)


def _points(question: Question, number: int) -> Fraction:
    reached = [exact(row.points) for row in question.table if row.at_least <= number]
    return (reached[-1] if reached else Fraction(0)) / exact(question.weight)

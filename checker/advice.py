"""What a body can still do for a question, and the points that each step alone would bring.

Pure. Each step is tried: the question is weighed again as if the step were done, and the difference is what it brings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.because import Story, short
from checker.messages import _
from checker.model import NextStep
from checker.modes import Offers, accepted, shares
from checker.offers import Offer
from checker.questionnaire import Wanted

NEW = '+'
"""Name of a document that isn't there yet; never shown."""


def next_steps(story: Story) -> tuple[NextStep, ...]:
    """Steps that bring points, the most first. What only people can assess has none."""
    if story.question.mode == 'manual' or story.points == story.worth:
        return ()
    if story.answer.answer != 'ya':
        says = _("Jawab Ya dan unggah {names}.").format(names=_names(story)) + _afterwards(story.question.wants)
        steps = [NextStep(says, float(story.worth))]
    elif story.question.mode == 'count':
        steps = [*_more_documents(story), *_repairs(story, story.offers[0])]
    else:
        steps = [*(step for i in range(len(story.offers)) for step in _for_wish(story, i)), *_everything(story)]
    unique = {(step.says, step.file): step for step in steps if step.points > 0}
    return tuple(sorted(unique.values(), key=lambda step: (-step.points, step.says)))


def _gain(story: Story, changed: Offers) -> float:
    return float((shares(story.question, changed)[0] * story.worth) - story.points)


def _swapped(offers: Offers, i: int, better: Sequence[Offer]) -> Offers:
    return [better if n == i else wanted for n, wanted in enumerate(offers)]


def _for_wish(story: Story, i: int) -> Iterator[NextStep]:
    """Repairing the best document of one wish, or handing one in where there is none."""
    offers = story.offers[i]
    if not offers:
        points = _gain(story, _swapped(story.offers, i, [_new(0)]))
        wanted = story.question.wants[i]
        yield NextStep(_("Unggah {name}.").format(name=story.wanted_name(wanted)) + _afterwards([wanted]), points)
    elif offers[0].status != 'met':
        yield from _repairs(story, offers[:1], i)


def _repairs(story: Story, candidates: Sequence[Offer], i: int = 0) -> Iterator[NextStep]:
    """For each document: all of its defects at once and, where it pays, each alone."""
    for offer in candidates:
        open_ids = [d.finding.requirement for d in offer.decided if d.status != 'met']
        if not (open_ids or offer.stranger or offer.trouble):
            continue  # met, or only to be confirmed by people
        attempts = [(), *((id,) for id in open_ids)] if len(open_ids) + bool(offer.stranger) > 1 else [()]
        for ids in attempts:
            better = [offer.repaired(*ids) if o is offer else o for o in story.offers[i]]
            done = tuple(ids) or tuple(open_ids)
            points = _gain(story, _swapped(story.offers, i, better))
            kind = offer.part.kind if offer.part else None
            says = _repair_says(story, offer, done) + (_confirmed() if offer.unconfirmed else '')
            yield NextStep(says, points, offer.file, kind, done)


def _repair_says(story: Story, offer: Offer, ids: Sequence[str]) -> str:
    if offer.trouble:
        return _("Unggah ulang {file}: {trouble}").format(file=short(offer.file), trouble=offer.trouble)
    named = {d.finding.requirement: d.finding for d in offer.decided if d.finding.requirement in ids}
    if len(named) == 1 and not offer.stranger:
        finding = next(iter(named.values()))
        name = story.requirement_name(offer, finding)
        return f'{short(offer.file)}: {name}. {finding.advice}' if finding.advice else (
            _("{file}: lengkapi {parts}.").format(file=short(offer.file), parts=name))
    if offer.stranger and not named:
        return _("Unggah {name} milik {body} sendiri.").format(name=_kind_name(story, offer), body=story.answer.body)
    parts = [story.requirement_name(offer, finding) for finding in named.values()]
    if offer.stranger and len(parts) == sum(d.status != 'met' for d in offer.decided):
        parts.append(_("nama badan publik"))
    return _("{file}: lengkapi {parts}.").format(file=short(offer.file), parts=', '.join(parts))


def _kind_name(story: Story, offer: Offer) -> str:
    kind = story.questionnaire.kinds.get(offer.part.kind) if offer.part else None
    return kind.name if kind else _("dokumen")


def _everything(story: Story) -> Iterator[NextStep]:
    """All wishes at once, where one alone brings nothing or less."""
    if len(story.offers) < 2:
        return
    todo = [story.wanted_name(wanted) for wanted, offers in zip(story.question.wants, story.offers, strict=True)
            if not offers or offers[0].status != 'met']
    if len(todo) > 1:
        points = _gain(story, [[_new(n)] for n in range(len(story.offers))])
        says = _("Lengkapi semuanya: {names}.").format(names=', '.join(todo)) + _afterwards(story.question.wants)
        yield NextStep(says, points)


def _more_documents(story: Story) -> Iterator[NextStep]:
    """How many more accepted documents reach each higher line of the table."""
    offers = story.offers[0]
    have = accepted(offers)
    name = story.wanted_name(story.question.wants[0])
    for row in story.question.table:
        if row.at_least > have:
            new = [_new(n) for n in range(row.at_least - have)]
            says = _("Tambah {number} dokumen {name} yang lengkap.").format(number=len(new), name=name)
            says += _afterwards(story.question.wants)
            yield NextStep(says, _gain(story, [[*offers, *new]]))


def _confirmed() -> str:
    return ' ' + _("Isinya lalu dicocokkan penilai.")


def _afterwards(wants: Sequence[Wanted]) -> str:
    """What still comes after handing in: documents of which people confirm the subject."""
    return _confirmed() if any(set(wanted.kinds) <= set(wanted.confirm) for wanted in wants) else ''


def _names(story: Story) -> str:
    return ', '.join(story.wanted_name(wanted) for wanted in story.question.wants)


def _new(n: int) -> Offer:
    """A complete document that isn't there yet; each `n` is another one."""
    return Offer(NEW, None, n)


"""Findings + answers + questionnaire -> Tally: the score with every step that led to it.

Pure: no clock, no disk; the order of files and answers doesn't matter. Points are exact fractions until they become the
floats of the tally, so that 89.95 stays below 90 and three thirds make one.

The predicate's range runs from the label of `verified` to that of `verified + pending + unassessed`: what people must
still assess is neither 0 nor scaled away, so the upper label leaves room for it. Where nothing is unassessed, this is
the interval [verified, verified + pending] in which the score stays while people only decide `unsure` findings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from checker.advice import next_steps
from checker.because import Story, because
from checker.bodies import Bodies
from checker.model import Answer, IndicatorTally, QuestionStatus, QuestionTally, Report, Tally
from checker.modes import NOTHING, shares
from checker.offers import Aside, Sorter
from checker.predicates import exact
from checker.questionnaire import Indicator, Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Weighed:
    """The exact points of a question (or the sum of several) beside what is shown of it."""

    worth: Fraction
    points: Fraction
    pending: Fraction
    unassessed: Fraction
    claimed: Fraction


def tally(questionnaire: Questionnaire, body: str, answers: Sequence[Answer], reports: Mapping[str, Sequence[Report]],
          period: int, bodies: Bodies | None = None) -> Tally:
    """The score of `body`.

    `answers`: at most one per question; those of other bodies are passed over. `reports`: by the evidence's name, one
    per file (an archive as evidence: one per member). `bodies`: whom documents may belong to; None: nobody looks.
    """
    given = {answer.question: answer for answer in answers if answer.body == body}
    kinds = {id: kind.name for id, kind in questionnaire.kinds.items()}
    sorter = Sorter(body, period, kinds, bodies)
    rows = [(i, [_question(questionnaire, i, q, given.get(q.code) or Answer(body, q.code, 'empty'), reports, sorter)
                 for q in i.questions]) for i in questionnaire.indicators]
    whole = _sum([weighed for _i, questions in rows for weighed, _q in questions])
    highest = whole.points + whole.pending + whole.unassessed
    predicate = (questionnaire.label(whole.points), questionnaire.label(highest))
    return Tally(body, questionnaire.id, period, float(whole.claimed), float(whole.points), float(whole.pending),
                 float(whole.unassessed), float(whole.worth), predicate, tuple(_indicator(i, qs) for i, qs in rows))


def _sum(parts: Sequence[Weighed]) -> Weighed:
    return Weighed(*(sum((getattr(p, name) for p in parts), Fraction(0)) for name in Weighed.__slots__))


def _indicator(indicator: Indicator, questions: Sequence[tuple[Weighed, QuestionTally]]) -> IndicatorTally:
    whole = _sum([weighed for weighed, _q in questions])
    return IndicatorTally(indicator.id, indicator.name, indicator.weight, float(whole.points), float(whole.pending),
                          float(whole.unassessed), tuple(question for _w, question in questions))


def _question(questionnaire: Questionnaire, indicator: Indicator, question: Question, answer: Answer,
              reports: Mapping[str, Sequence[Report]], sorter: Sorter) -> tuple[Weighed, QuestionTally]:
    worth = exact(question.weight) * indicator.scale
    files = answer.files if answer.answer == 'ya' else ()  # without a Ya nothing is claimed, and nothing is brought
    sorted_ = [sorter.sort(wanted, question, files, reports) for wanted in question.wants]
    offers = [found for found, _asides in sorted_]
    low, high = shares(question, offers) if files else NOTHING
    points, pending = low * worth, (high - low) * worth
    by_people = question.mode == 'manual' and answer.answer != 'tidak'
    by_people = by_people or (answer.answer == 'ya' and bool(answer.links))
    unassessed = worth - points - pending if by_people else Fraction(0)
    weighed = Weighed(worth, points, pending, unassessed, worth if answer.answer == 'ya' else Fraction(0))
    asides = _asides(sorted_)
    story = Story(questionnaire, question, answer, sorter.period, offers, asides, points, pending, unassessed, worth)
    return weighed, QuestionTally(
        question.code, question.text, question.mode, question.weight, float(points), float(pending), float(unassessed),
        float(worth), answer.answer, _status(question, answer, weighed), because(story), next_steps(story))


def _asides(sorted_: Sequence[tuple[object, Sequence[Aside]]]) -> tuple[Aside, ...]:
    """What serves no wish at all: put aside for every one of them."""
    every = [asides for _offers, asides in sorted_]
    return tuple(aside for aside in (every[0] if every else ())
                 if all(any((a.file, a.part) == (aside.file, aside.part) for a in others) for others in every))


def _status(question: Question, answer: Answer, weighed: Weighed) -> QuestionStatus:
    if answer.answer == 'tidak':
        return 'missing'
    if question.mode == 'manual':
        return 'manual'
    if answer.answer == 'empty':
        return 'empty'
    if weighed.points == weighed.worth:
        return 'met'
    if weighed.pending:
        return 'unsure'
    if weighed.unassessed and not weighed.points:
        return 'manual'
    return 'missing' if any(file.problem is None for file in answer.files) else 'no_evidence'

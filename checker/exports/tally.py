"""A tally for machines (one JSON object per body; domain catalogue, section 5) and the readable answer to "why".

Never decides or counts; the text only orders what the tally holds, from points down to page and words.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.because import place_text, points_text
from checker.messages import _
from checker.model import BecauseStep, Box, Candidate, IndicatorTally, NextStep, QuestionTally, Tally
from checker.questionnaire import ranges

Json = dict[str, Any]

WIDTH = 100
"""Longest line of the text."""
_STANDINGS: Mapping[str, str] = {
    'met': _("terpenuhi"), 'part': _("sebagian"), 'missing': _("tidak terpenuhi"), 'unsure': _("perlu diperiksa"),
    'no_evidence': _("tanpa bukti"), 'empty': _("belum dijawab"), 'manual': _("dinilai orang"),
}
"""Statuses of questions, and those that brought some of their points, in the order in which they are told."""


def tally_json(tally: Tally) -> str:
    """One line without a newline at its end. Points are not rounded; lengths have one decimal."""
    line = json.dumps(tally_dict(tally), ensure_ascii=False, allow_nan=False)
    # A file name with bytes of another encoding holds lone surrogates, which UTF-8 can't carry.
    return ''.join(f'\\u{ord(c):04x}' if '\ud800' <= c <= '\udfff' or c in '\x85\u2028\u2029' else c for c in line)


def tally_dict(tally: Tally) -> Json:
    """The tally as plain JSON values, in the order of the catalogue."""
    return {
        'body': tally.body, 'claimed': tally.claimed, 'verified': tally.verified, 'pending': tally.pending,
        'unassessed': tally.unassessed, 'max': tally.max, 'predicate': list(tally.predicate),
        'indicators': [_indicator(indicator) for indicator in tally.indicators],
    }


def question_json(question: QuestionTally) -> str:
    """One question of a tally as JSON: what `why --json` prints."""
    return json.dumps(_question(question), ensure_ascii=False, allow_nan=False)


def score_text(tally: Tally) -> str:
    """The score of a body in a few Indonesian lines, one per indicator."""
    low, high = tally.predicate
    label = low if low == high else _("{low} s.d. {high}").format(low=low, high=high)
    lines = [
        tally.body,
        _("  Nilai terverifikasi: {points} dari {max}").format(
            points=points_text(tally.verified), max=points_text(tally.max)),
        _("  Menunggu keputusan:  {points}").format(points=points_text(tally.pending)),
        _("  Dinilai orang:       {points} (alat ini menilai {assessed} dari {max} poin)").format(
            points=points_text(tally.unassessed), assessed=points_text(tally.max - tally.unassessed),
            max=points_text(tally.max)),
        _("  Nilai klaim sendiri: {points}").format(points=points_text(tally.claimed)),
        _("  Predikat: {label}").format(label=label),
    ]
    order = [question.code for indicator in tally.indicators for question in indicator.questions]
    for indicator in tally.indicators:
        lines.append(f'  {indicator.name}: {points_text(indicator.verified)} / {points_text(indicator.weight)}')
        lines += _wrapped(' · '.join(_standing(indicator, order)), '    ')
    noted = [f'{question.code}: {note.message}' for indicator in tally.indicators
             for question in indicator.questions for note in question.notes]
    if noted:
        lines.append(_("  Catatan unggahan (nilai tidak berubah karenanya):"))
        lines += [line for says in noted for line in _wrapped(says, '    ', '  ')]
    return '\n'.join(lines)


def _standing(indicator: IndicatorTally, order: Sequence[str]) -> Iterator[str]:
    """`terpenuhi 1.1, 1.2`, `dinilai orang 1.8–1.14`: each question once, in few words however many there are."""
    groups: dict[str, list[str]] = {}
    for question in indicator.questions:
        part = question.status == 'missing' and question.points > 0
        groups.setdefault('part' if part else question.status, []).append(question.code)
    yield from (f'{label} {ranges(groups[key], order)}' for key, label in _STANDINGS.items() if key in groups)


def _wrapped(text: str, indent: str, more: str = '') -> list[str]:
    """Lines of at most WIDTH letters; those after the first are indented by `more` as well."""
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + more, break_long_words=False,
                         break_on_hyphens=False)


def why_text(tally: Tally, question: str, origin: str = '') -> str:
    """Why a question has its points: the steps with their places, then what would bring more, and at last `origin`,
    lines that say where the question comes from.

    Raises KeyError when the questionnaire has no such question.
    """
    found = next((q for i in tally.indicators for q in i.questions if q.code == question), None)
    if found is None:
        raise KeyError(question)
    lines = [*_wrapped(f'{tally.body} · {found.code} {found.text}', '', '  '), *_told(found)]
    if found.next:
        lines += ['', _("Supaya nilai naik:")]
        for step in found.next:
            lines += _wrapped(f'+{points_text(step.points)}  {step.says}', '  ', '    ')
    for note in found.notes:
        lines += ['', *_wrapped(_("Catatan unggahan: {says}").format(says=note.message), '', '  ')]
    if origin:
        lines += ['', *(line for each in origin.splitlines() for line in _wrapped(each, '', '  '))]
    return '\n'.join(lines)


def _told(question: QuestionTally) -> Iterator[str]:
    first, *rest = question.because
    yield from _wrapped(first.says, '', '  ')
    for step in rest:
        yield from _wrapped('- ' + step.says, '    ' if step.requirement else '  ', '  ')
        for line in _evidence(step):
            yield from _wrapped(line, '        ', '  ')


def _evidence(step: BecauseStep) -> Iterator[str]:
    """The place and the words of a step, or the nearest place that was rejected."""
    if step.place is not None:
        yield _place(place_text(step.place), step.place.text)
    elif step.pages is not None and step.requirement is None:
        first, last = step.pages
        yield _("halaman {pages}").format(pages=first if first == last else f'{first}–{last}')
    if step.candidate is not None and step.status != 'met':
        near = _place(place_text(step.candidate.place), step.candidate.place.text)
        yield _("paling mirip: {near}; ditolak karena {why}").format(near=near, why=step.candidate.rejected_by)


def _place(where: str, words: str) -> str:
    shown = ' '.join(words.split())
    return f'{where}: "{shown}"' if where and shown else where or f'"{shown}"'


def _indicator(indicator: IndicatorTally) -> Json:
    return {
        'id': indicator.id, 'weight': indicator.weight, 'verified': indicator.verified, 'pending': indicator.pending,
        'unassessed': indicator.unassessed, 'questions': [_question(question) for question in indicator.questions],
    }


def _question(question: QuestionTally) -> Json:
    return {
        'code': question.code, 'mode': question.mode, 'weight': question.weight, 'points': question.points,
        'pending': question.pending, 'unassessed': question.unassessed, 'max_points': question.max_points,
        'answer': question.answer, 'status': question.status, 'because': [_because(step) for step in question.because],
        'next': [_next(step) for step in question.next],
        'notes': [{'code': note.code, 'page': note.page, 'message': note.message} for note in question.notes],
    }


def _because(step: BecauseStep) -> Json:
    place = step.place
    return {
        'rule': {'questionnaire': step.questionnaire, 'question': step.question, 'mode': step.mode},
        'says': step.says, 'file': step.file,
        'part': None if step.kind is None or step.pages is None else {'kind': step.kind, 'pages': list(step.pages)},
        'requirement': step.requirement, 'status': step.status, 'reason': step.reason,
        'page': place.page if place else None, 'box': _box(place.box) if place else None,
        'at': place.at if place else None, 'found': place.text if place else None,
        'candidate': _candidate(step.candidate),
    }


def _candidate(candidate: Candidate | None) -> Json | None:
    if candidate is None:
        return None
    place = candidate.place
    return {'page': place.page, 'box': _box(place.box), 'at': place.at, 'text': place.text,
            'score': round(candidate.score, 1), 'rejected_by': candidate.rejected_by}


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [round(float(edge), 1) for edge in box]


def _next(step: NextStep) -> Json:
    return {'says': step.says, 'points': step.points, 'file': step.file, 'kind': step.kind,
            'requirements': list(step.requirements)}

"""The steps from a question's points down to file, requirement, page and words, in short Indonesian sentences.

Pure, and decides nothing: it only tells what `offers` and `modes` decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any

from checker.messages import _
from checker.model import Answer, BecauseStep, Finding, Place, Status
from checker.modes import Offers, accepted, groups, met_of
from checker.offers import Aside, Decided, Offer, wanted_name
from checker.questionnaire import Question, Questionnaire, Wanted

_ORDER: tuple[Status, ...] = ('missing', 'unsure', 'met')


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of one question when its points are told."""

    questionnaire: Questionnaire
    question: Question
    answer: Answer
    period: int
    offers: Offers
    asides: tuple[Aside, ...]
    points: Fraction
    pending: Fraction
    unassessed: Fraction
    worth: Fraction
    """Points of the total that the question can bring."""

    def step(self, says: str, **more: Any) -> BecauseStep:
        return BecauseStep(self.questionnaire.id, self.question.code, self.question.mode, says, **more)

    def wanted_name(self, wanted: Wanted) -> str:
        return wanted_name(wanted, {id: kind.name for id, kind in self.questionnaire.kinds.items()})

    def requirement_name(self, offer: Offer, finding: Finding) -> str:
        kind = self.questionnaire.kinds.get(offer.part.kind) if offer.part else None
        requirement = kind.requirement(finding.requirement) if kind else None
        return requirement.name if requirement else finding.requirement


def because(story: Story) -> tuple[BecauseStep, ...]:
    """The ordered steps; the first alone says why the question has the points that it has."""
    details = [*_details(story)]
    headline = story.step(_headline(story, details))
    return (headline, *(details if story.answer.files else ()))


def points_text(points: float | Fraction) -> str:
    """Points with at most two decimals and a decimal comma, cut and never rounded up: 89.999 must not read 90."""
    if isinstance(points, Fraction):
        exact = Decimal(points.numerator) / Decimal(points.denominator)
    else:
        exact = Decimal(repr(round(points, 9)))  # 100 - 74.9 is 25.099999999999994 in floats
    cut = exact.quantize(Decimal('0.01'), rounding=ROUND_FLOOR)
    return f'{cut:f}'.rstrip('0').rstrip('.').replace('.', ',')


def place_text(place: Place | None) -> str:
    """`halaman 3`, `tabel 2, baris 3, kolom 4`, or nothing."""
    if place is None:
        return ''
    return place.at or (_("halaman {page}").format(page=place.page) if place.page else '')


def _headline(story: Story, details: Sequence[BecauseStep]) -> str:
    score = _("{points} dari {worth} poin").format(points=points_text(story.points), worth=points_text(story.worth))
    if story.pending:
        score += _(" (+{pending} menunggu keputusan)").format(pending=points_text(story.pending))
    if story.unassessed:
        score += _(" (+{unassessed} dinilai orang)").format(unassessed=points_text(story.unassessed))
    if story.points == story.worth:
        return score + '.'
    if story.question.mode == 'count' and any(story.offers):
        return f'{score}: {details[0].says}'
    open_steps = [step for status in _ORDER[:2] for step in details if step.status == status]
    cause = next((step for step in open_steps if step.requirement), open_steps[0] if open_steps else details[0])
    where = ', '.join(filter(None, (short(cause.file or ''), place_text(cause.place)))) if cause.requirement else ''
    return f'{score}: {cause.says}' + (f' ({where})' if where else '')


def _details(story: Story) -> Iterator[BecauseStep]:
    question, answer = story.question, story.answer
    if answer.answer == 'tidak':
        yield story.step(_("Badan publik menjawab Tidak."))
    elif answer.answer == 'empty' and question.mode != 'manual':
        yield story.step(_("Pertanyaan belum dijawab Ya; berkasnya tidak dihitung.") if answer.files
                         else _("Pertanyaan belum dijawab."))
    elif question.mode == 'manual':
        marks = ', '.join(f'{grade.letter} {points_text(grade.points)}' for grade in question.grades)
        yield story.step(_("Pertanyaan ini dinilai oleh penilai, bukan oleh alat ini.") + (
            ' ' + _("Pilihan nilai: {marks}.").format(marks=marks) if marks else ''))
    elif not answer.files and not answer.links:
        yield story.step(_("Dijawab Ya tanpa berkas dan tanpa tautan."))
    else:
        yield from _evidence(story)


def _evidence(story: Story) -> Iterator[BecauseStep]:
    yield from _share(story)
    for wanted, offers in zip(story.question.wants, story.offers, strict=True):
        name = story.wanted_name(wanted)
        if not offers and story.answer.files:
            yield story.step(_("{name}: tidak ada di berkas yang dikirim.").format(name=name), status='missing')
        if story.question.mode == 'count':
            yield from _counted(story, name, offers)
        elif offers:
            yield from _offer(story, name, offers[0])
            yield from (_weaker(story, offer) for offer in offers[1:])
    for aside in story.asides:
        part = aside.part
        yield story.step(f'{short(aside.file)}: {aside.says}', file=aside.file, kind=part.kind if part else None,
                         pages=part.pages if part else None)
    if story.answer.links:
        links = ', '.join(story.answer.links)
        yield story.step(_("Tautan dibuka dan dinilai oleh penilai: {links}.").format(links=links))


def _share(story: Story) -> Iterator[BecauseStep]:
    """What a graded or counting question was counted from."""
    if not any(story.offers):
        return
    if story.question.mode == 'count':
        number = accepted(story.offers[0])
        yield story.step(_("{number} dokumen diterima.").format(number=number))
    elif story.question.mode == 'graded':
        met, of = met_of(story.question, story.offers)
        shown = _("{met} dari {of} dokumen lengkap.") if story.question.share_of == 'documents' else (
            _("{met} dari {of} syarat terpenuhi."))
        letter = story.question.letter(story.points / story.worth)
        yield story.step(shown.format(met=met, of=of) + (
            ' ' + _("Nilai {letter}.").format(letter=letter) if letter else ''))


def _counted(story: Story, name: str, offers: Sequence[Offer]) -> Iterator[BecauseStep]:
    for group in sorted(groups(offers), key=lambda group: max(o.quality for o in group), reverse=True):
        first, *copies = sorted(group, key=lambda offer: offer.quality, reverse=True)
        yield from _offer(story, name, first)
        for copy in copies:
            says = _("{file}: dokumen yang sama dengan {other}; dihitung satu kali.")
            yield story.step(says.format(file=short(copy.file), other=short(first.file)), file=copy.file)


def _weaker(story: Story, offer: Offer) -> BecauseStep:
    says = _("{file}: tidak lebih lengkap dari berkas di atas.").format(file=short(offer.file))
    return story.step(says, **_part(offer))


def short(file: str) -> str:
    """The last part of a file's name: its folders are the body and the question that are known anyway."""
    return PurePosixPath(file).name


def _part(offer: Offer) -> dict[str, Any]:
    return {'file': offer.file, 'kind': offer.part.kind if offer.part else None,
            'pages': offer.part.pages if offer.part else None}


def _offer(story: Story, name: str, offer: Offer) -> Iterator[BecauseStep]:
    """The document as a whole, then the findings that decided: what fails, what people decide, what is met."""
    if offer.trouble:
        says = f'{short(offer.file)}: {offer.trouble}'
        yield story.step(says, status='unsure', reason='tidak-terbaca', **_part(offer))
        return
    judgements = {'met': _("diterima"), 'unsure': _("perlu diperiksa penilai"), 'missing': _("belum lengkap")}
    says = _("{name}: {file} {judgement}.")
    says = says.format(name=name, file=short(offer.file), judgement=judgements[offer.status])
    yield story.step(says, status=offer.status if offer.status == 'met' else None, **_part(offer))
    if offer.stranger:
        says = _("Dokumen tampaknya milik \"{other}\", bukan \"{body}\".")
        says = says.format(other=offer.stranger, body=story.answer.body)
        yield story.step(says, status='unsure', reason='badan-lain', **_part(offer))
    if offer.unconfirmed and offer.status != 'missing':
        says = _("{name}: penilai mencocokkan isinya dengan pertanyaan.")
        kind = story.questionnaire.kinds.get(offer.part.kind) if offer.part else None
        says = says.format(name=kind.name if kind else name)
        yield story.step(says, status='unsure', **_part(offer))
    told = _ORDER if offer.status == 'met' or story.question.mode == 'graded' else _ORDER[:2]
    for status in told:
        yield from (_finding(story, offer, decided) for decided in offer.decided if decided.status == status)


def _finding(story: Story, offer: Offer, decided: Decided) -> BecauseStep:
    finding = decided.finding
    reason = None if decided.status == 'met' else finding.reason
    if decided.year is not None and decided.status == 'missing':
        reason = 'tahun-lain'
    return story.step(_finding_says(story, offer, decided), requirement=finding.requirement, status=decided.status,
                      reason=reason, place=finding.place, candidate=finding.candidate, **_part(offer))


def _finding_says(story: Story, offer: Offer, decided: Decided) -> str:
    finding, years = decided.finding, story.question.years
    name = story.requirement_name(offer, finding)
    if decided.year is not None and isinstance(years, tuple) and decided.status == 'missing':
        asked = _(" atau ").join(str(story.period + offset) for offset in sorted(years))
        return _("{name}: tahun {year}, yang diminta {asked}.").format(name=name, year=decided.year, asked=asked)
    if decided.status == 'met':
        return _("{name}: terpenuhi.").format(name=name)
    fallback = _("perlu diperiksa.") if decided.status == 'unsure' else _("tidak ditemukan.")
    message = finding.message or fallback
    return message if name.casefold() in message.casefold() else f'{name}: {message}'

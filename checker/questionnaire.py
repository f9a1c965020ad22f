"""Instruments: indicators -> questions with weights, modes and the evidence that each question wants.

Reads and validates rules/questionnaires/*.toml; never scores. What can't be meant stops loading (`RuleError` with file,
entry and a likely spelling): unknown kinds, codes written twice, weights that don't add up, bands with gaps.

A question can't declare that `unsure` counts as met or missing: the promise that the final score lies in
[verified, verified + pending] would break. It can only name the requirements that decide (`requirements`).
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Literal

from checker.errors import RuleError
from checker.messages import _
from checker.model import KindId, Mode, RequirementId
from checker.rulebook import Kind, rules_folder
from checker.typed_toml import read_table, suggestion

YEAR = RequirementId('tahun')
SERVICE = RequirementId('layanan')


@dataclass(frozen=True, slots=True)
class Band:
    """A predicate: from `low` (included) to `high` (excluded; the highest band includes the total)."""

    label: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CountStep:
    """From `at_least` accepted documents on, the question has `points` (in the question's own weight)."""

    at_least: int
    points: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document that a question wants: of any of these kinds."""

    kinds: tuple[KindId, ...]
    requirements: tuple[RequirementId, ...] = ()
    """The requirements that decide; empty: every required one of the kind."""
    service: str | None = None
    """For SOPs: the service that the finding `layanan` must name."""


@dataclass(frozen=True, slots=True)
class Question:
    code: str
    text: str
    weight: float
    mode: Mode
    wants: tuple[Wanted, ...] = ()
    years: Literal['any'] | tuple[int, ...] | None = None
    """Offsets to the period that the document's year may have, instead of the rule's own. 'any': no year is asked."""
    own_body: bool = True
    """Whether a document of another body is `unsure` (badan-lain)."""
    share_of: Literal['requirements', 'documents'] = 'requirements'
    """For graded: what the share is counted of."""
    steps: tuple[float, ...] = ()
    """For graded: shares of the weight, which are at once the least shares met."""
    table: tuple[CountStep, ...] = ()
    """For count: rising."""


@dataclass(frozen=True, slots=True)
class Indicator:
    id: str
    name: str
    weight: float
    questions: tuple[Question, ...]
    questions_total: float | None = None
    """What the weights of the questions add up to; None: the indicator's weight. Another sum is scaled to it."""

    @property
    def scale(self) -> Fraction:
        """Points of the total per unit of a question's weight."""
        return exact(self.weight) / exact(self.weight if self.questions_total is None else self.questions_total)


@dataclass(frozen=True, slots=True)
class QuestionnaireFile:
    """A file in rules/questionnaires/ as written."""

    id: str
    name: str
    year: int
    category: str
    total: float
    sources: tuple[str, ...]
    predicates: tuple[Band, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire(QuestionnaireFile):
    """A validated instrument with the kinds that it was validated against."""

    kinds: Mapping[KindId, Kind] = field(default_factory=dict, repr=False, compare=False)
    hash: str = ''

    @property
    def questions(self) -> dict[str, Question]:
        return {question.code: question for indicator in self.indicators for question in indicator.questions}

    def label(self, points: Fraction) -> str:
        """The predicate of an unrounded number of points: 89.95 is below 90."""
        return max((band for band in self.predicates if exact(band.low) <= points), key=lambda band: band.low).label


def exact(number: float) -> Fraction:
    """The number as written in decimals: 0.1 is one tenth, so that sums meet band limits exactly."""
    return Fraction(str(number))


def names(folder: Path | None = None) -> list[str]:
    """The ids of the questionnaires in a rules folder (default: the packaged rules)."""
    return sorted(path.stem for path in ((folder or rules_folder()) / 'questionnaires').glob('*.toml'))


def load(name_or_path: str | Path, kinds: Mapping[KindId, Kind], folder: Path | None = None) -> Questionnaire:
    """A questionnaire by id (looked up in the rules folder) or by path. Raises `RuleError`."""
    path = Path(name_or_path)
    if path.suffix != '.toml':
        known = names(folder)
        if str(name_or_path) not in known:
            says = _("Kuesioner \"{name}\" tidak ada.").format(name=name_or_path) + suggestion(str(name_or_path), known)
            raise RuleError(says)
        path = (folder or rules_folder()) / 'questionnaires' / f'{name_or_path}.toml'
    written = read_table(path, QuestionnaireFile)
    _validate(written, kinds, str(path))
    values = {item.name: getattr(written, item.name) for item in dataclasses.fields(QuestionnaireFile)}
    return Questionnaire(**values, kinds=kinds, hash=hashlib.sha256(repr(written).encode()).hexdigest()[:16])


def _validate(file: QuestionnaireFile, kinds: Mapping[KindId, Kind], path: str) -> None:
    if file.total <= 0:
        raise RuleError(_("{path}: total harus lebih dari 0.").format(path=path))
    _no_twins([i.id for i in file.indicators], f'{path}: indicators')
    _no_twins([q.code for i in file.indicators for q in i.questions], f'{path}: questions')
    _adds_up([i.weight for i in file.indicators], file.total, f'{path}: indicators')
    for indicator in file.indicators:
        where = f'{path}: indicators "{indicator.id}"'
        wanted = indicator.weight if indicator.questions_total is None else indicator.questions_total
        _adds_up([q.weight for q in indicator.questions], wanted, f'{where}.questions')
        for question in indicator.questions:
            _question(question, kinds, f'{where}.questions "{question.code}"')
    _bands(file.predicates, file.total, f'{path}: predicates')


def _no_twins(ids: list[str], where: str) -> None:
    for id in ids:
        if ids.count(id) > 1:
            raise RuleError(_("{where}: \"{id}\" ditulis dua kali.").format(where=where, id=id))


def _adds_up(weights: Iterable[float], declared: float, where: str) -> None:
    shares = [exact(weight) for weight in weights]
    if any(share <= 0 for share in shares):
        raise RuleError(_("{where}: setiap bobot (weight) harus lebih dari 0.").format(where=where))
    if sum(shares) != exact(declared):
        raise RuleError(_("{where}: jumlah bobot {sum}, seharusnya {declared}.").format(
            where=where, sum=f'{float(sum(shares)):.12g}', declared=f'{declared:.12g}'))


def _bands(bands: tuple[Band, ...], total: float, where: str) -> None:
    _no_twins([band.label for band in bands], where)
    at = 0.0
    for band in sorted(bands, key=lambda band: band.low):
        if band.low != at:
            says = _("celah atau tumpang tindih antara {at} dan \"{label}\" (mulai {low}).")
            raise RuleError(f'{where}: ' + says.format(at=f'{at:g}', label=band.label, low=f'{band.low:g}'))
        if band.high <= band.low:
            raise RuleError(_("{where} \"{label}\": high harus di atas low.").format(where=where, label=band.label))
        at = band.high
    if at != total:
        raise RuleError(_("{where}: predikat berakhir di {at}, seharusnya {total}.").format(
            where=where, at=f'{at:g}', total=f'{total:g}'))


def _question(question: Question, kinds: Mapping[KindId, Kind], where: str) -> None:
    _mode(question, where)
    _no_twins([repr(wanted) for wanted in question.wants], f'{where}.wants')
    for number, wanted in enumerate(question.wants, start=1):
        _wanted(wanted, question, kinds, f'{where}.wants[{number}]')


def _mode(question: Question, where: str) -> None:
    """Each mode has what it needs and nothing that it would ignore."""
    number = len(question.wants)
    if (question.mode == 'manual') != (number == 0) or (question.mode in ('binary', 'count') and number != 1):
        raise RuleError(_("{where}: mode {mode} tidak cocok dengan {number} bukti di wants.").format(
            where=where, mode=question.mode, number=number))
    for mode, key, filled in (('graded', 'steps', question.steps), ('count', 'table', question.table)):
        if bool(filled) != (question.mode == mode):
            says = _("{where}: {key} diisi jika dan hanya jika mode {mode}.")
            raise RuleError(says.format(where=where, key=key, mode=mode))
    steps = question.steps
    if steps and (list(steps) != sorted(set(steps), reverse=True) or steps[0] != 1 or steps[-1] < 0):
        raise RuleError(_("{where}.steps: harus turun dari 1 ke 0, tanpa angka kembar.").format(where=where))
    counts, points = [row.at_least for row in question.table], [row.points for row in question.table]
    if counts and (counts != sorted(set(counts)) or counts[0] < 1 or points != sorted(set(points)) or points[0] <= 0):
        raise RuleError(_("{where}.table: at_least (mulai 1) dan points harus naik.").format(where=where))
    if points and points[-1] != question.weight:
        raise RuleError(_("{where}.table: baris terakhir {points} poin, seharusnya {weight} (weight).").format(
            where=where, points=f'{points[-1]:g}', weight=f'{question.weight:g}'))


def _wanted(wanted: Wanted, question: Question, kinds: Mapping[KindId, Kind], where: str) -> None:
    if not wanted.kinds or question.years == ():
        raise RuleError(_("{where}: kinds dan years tidak boleh kosong.").format(where=where))
    for id in wanted.kinds:
        if id not in kinds:
            says = _("{where}.kinds: jenis dokumen \"{id}\" tidak ada.").format(where=where, id=id)
            raise RuleError(says + suggestion(id, kinds))
        _requirements(wanted, question, kinds[id], where)


def _requirements(wanted: Wanted, question: Question, kind: Kind, where: str) -> None:
    known = {requirement.id: requirement for requirement in kind.requirements}
    needed = [*wanted.requirements]
    needed += [YEAR] if isinstance(question.years, tuple) else []
    needed += [SERVICE] if wanted.service else []
    for id in needed:
        if id not in known:
            says = _("{where}: syarat \"{id}\" tidak ada pada jenis {kind}.").format(where=where, id=id, kind=kind.id)
            raise RuleError(says + suggestion(id, known))
    if not wanted.requirements and not any(requirement.required for requirement in kind.requirements):
        says = _("{where}: jenis {kind} tidak punya syarat wajib; pakai mode manual atau isi requirements.")
        raise RuleError(says.format(where=where, kind=kind.id))
    services = known[SERVICE].groups if wanted.service else None
    if wanted.service and services and wanted.service not in services:
        says = _("{where}.service: layanan \"{service}\" tidak ada.").format(where=where, service=wanted.service)
        raise RuleError(says + suggestion(wanted.service, services))

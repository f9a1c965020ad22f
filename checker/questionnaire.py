"""Instruments: indicators -> questions with weights, modes and the evidence that each question wants.

Reads and validates rules/questionnaires/*.toml; never scores. What can't be meant stops loading (`RuleError` with file,
entry and a likely spelling): unknown kinds, codes written twice, weights that don't add up, bands with gaps.

A question can't declare that `unsure` counts as met or missing: the promise that the final score lies in
[verified, verified + pending] would break. It can only name the requirements that decide (`requirements`), those
without which a document counts nothing (`essential`), and kinds whose subject people must confirm (`confirm`: never
more than `unsure`).

Questions and weights say where they come from (`source`): cited, or made for this project (`derived`).
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Literal

from checker import portal
from checker.errors import RuleError
from checker.messages import _
from checker.model import KindId, Mode, RequirementId
from checker.portal import Portal
from checker.predicates import Band, bands_of, check_bands, exact, no_twins
from checker.rulebook import Kind, rules_folder
from checker.typed_toml import read_table, suggestion

YEAR = RequirementId('tahun')
SERVICE = RequirementId('layanan')


@dataclass(frozen=True, slots=True)
class Source:
    """Where questions, weights or bands come from; named by its id, with a place after a colon: `kkp:42`."""

    id: str
    says: str
    derived: bool = False
    """Made for this project, not cited."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A mark that people give, or that a share reaches, with its points (in the question's own weight)."""

    letter: str
    points: float


@dataclass(frozen=True, slots=True)
class Ladder:
    """The marks of every question of this weight that is graded or assessed by people."""

    weight: float
    grades: tuple[Grade, ...]


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
    essential: tuple[RequirementId, ...] = ()
    """For graded: without these the document counts nothing (so does one of a year that `years` doesn't allow)."""
    confirm: tuple[KindId, ...] = ()
    """Those of `kinds` that can't be told from others of the same form: people confirm that the subject fits."""


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
    grades: tuple[Grade, ...] = ()
    """For graded and manual, instead of `steps`: marks from the full weight down; default: the ladder of the weight."""
    table: tuple[CountStep, ...] = ()
    """For count: rising."""
    source: str = ''
    """Where it is asked."""

    @property
    def ladder(self) -> tuple[Fraction, ...]:
        """For graded: the shares (0-1) that can be reached, falling."""
        whole = exact(self.weight)
        return tuple(map(exact, self.steps)) or tuple(exact(grade.points) / whole for grade in self.grades)

    def letter(self, share: Fraction) -> str | None:
        """The mark that stands for a share (0-1) of the weight, if there is one."""
        points = share * exact(self.weight)
        return next((grade.letter for grade in self.grades if exact(grade.points) == points), None)


@dataclass(frozen=True, slots=True)
class Indicator:
    id: str
    name: str
    weight: float
    questions: tuple[Question, ...]
    questions_total: float | None = None
    """What the weights of the questions add up to; None: the indicator's weight. Another sum is scaled to it."""
    source: str = ''
    """Where the indicator's name and weight come from."""
    question_weights_source: str = ''

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
    sources: tuple[Source, ...]
    indicators: tuple[Indicator, ...]
    predicates: tuple[Band, ...] = ()
    predicate_set: str | None = None
    """Instead of `predicates`: a set of rules/predicates.toml."""
    ladders: tuple[Ladder, ...] = ()
    portal: str | None = None
    """Where the evidence is handed in: a portal of rules/portals.toml, whose limits are told as advice."""


@dataclass(frozen=True, slots=True)
class Questionnaire(QuestionnaireFile):
    """A validated instrument with the kinds that it was validated against."""

    kinds: Mapping[KindId, Kind] = field(default_factory=dict, repr=False, compare=False)
    hash: str = ''
    limits: Portal | None = field(default=None, repr=False, compare=False)
    """Those of the portal."""

    @property
    def questions(self) -> dict[str, Question]:
        return {question.code: question for indicator in self.indicators for question in indicator.questions}

    @property
    def notice(self) -> str:
        """What users must know of an instrument of which not everything is cited; else empty."""
        return ' '.join(f'{source.says}.' for source in self.sources if source.derived)

    def origin(self, code: str) -> str:
        """Where a question and its weight come from, in a sentence each; empty where the file doesn't say."""
        says = {source.id: source.says for source in self.sources}
        indicator, question = next((i, q) for i in self.indicators for q in i.questions if q.code == code)
        told = []
        for label, source in ((_("Pertanyaan"), question.source), (_("Bobot"), indicator.question_weights_source)):
            id, _colon, place = source.partition(':')
            if id:
                told.append(f'{label}: {says[id]}' + (f', {place}.' if place else '.'))
        return '\n'.join(told)

    def label(self, points: Fraction) -> str:
        """The predicate of an unrounded number of points: 89.95 is below 90."""
        return max((band for band in self.predicates if exact(band.low) <= points), key=lambda band: band.low).label


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
    written = _resolved(read_table(path, QuestionnaireFile), str(path), folder)
    _validate(written, kinds, str(path))
    values = {item.name: getattr(written, item.name) for item in dataclasses.fields(QuestionnaireFile)}
    limits = None if written.portal is None else portal.of(written.portal, portal.load(folder), str(path))
    digest = hashlib.sha256(repr(written).encode()).hexdigest()[:16]
    return Questionnaire(**values, kinds=kinds, hash=digest, limits=limits)


def _resolved(file: QuestionnaireFile, path: str, folder: Path | None) -> QuestionnaireFile:
    """With the bands of the named set, and the marks of the ladders in the questions that have none of their own."""
    if bool(file.predicates) == (file.predicate_set is not None):
        raise RuleError(_("{path}: isi salah satu: predicates atau predicate_set.").format(path=path))
    bands = file.predicates if file.predicate_set is None else bands_of(file.predicate_set, file.total, path, folder)
    no_twins([f'{ladder.weight:g}' for ladder in file.ladders], f'{path}: ladders')
    grades = {ladder.weight: ladder.grades for ladder in file.ladders}

    def marked(question: Question) -> Question:
        if question.mode not in ('graded', 'manual') or question.steps or question.grades or not grades:
            return question
        if question.weight not in grades:
            says = _("{path}: questions \"{code}\": bobot {weight} tidak ada di ladders.")
            raise RuleError(says.format(path=path, code=question.code, weight=f'{question.weight:g}'))
        return replace(question, grades=grades[question.weight])
    indicators = tuple(replace(i, questions=tuple(map(marked, i.questions))) for i in file.indicators)
    return replace(file, predicates=bands, indicators=indicators)


def _validate(file: QuestionnaireFile, kinds: Mapping[KindId, Kind], path: str) -> None:
    if file.total <= 0:
        raise RuleError(_("{path}: total harus lebih dari 0.").format(path=path))
    no_twins([i.id for i in file.indicators], f'{path}: indicators')
    no_twins([source.id for source in file.sources], f'{path}: sources')
    questions = [question for indicator in file.indicators for question in indicator.questions]
    no_twins([question.code for question in questions], f'{path}: questions')
    _adds_up([i.weight for i in file.indicators], file.total, f'{path}: indicators')
    for indicator in file.indicators:
        where = f'{path}: indicators "{indicator.id}"'
        no_twins([' '.join(question.text.casefold().split()) for question in indicator.questions], f'{where}.questions')
        wanted = indicator.weight if indicator.questions_total is None else indicator.questions_total
        _adds_up([q.weight for q in indicator.questions], wanted, f'{where}.questions')
        for question in indicator.questions:
            _question(question, kinds, f'{where}.questions "{question.code}"')
    entries: list[Indicator | Question] = [*file.indicators, *questions]
    for entry in entries:
        _sources(entry, {source.id for source in file.sources}, path)
    check_bands(file.predicates, file.total, f'{path}: predicates')


def _sources(entry: Indicator | Question, known: Collection[str], path: str) -> None:
    name = f'indicators "{entry.id}"' if isinstance(entry, Indicator) else f'questions "{entry.code}"'
    more = entry.question_weights_source if isinstance(entry, Indicator) else ''
    for source in filter(None, (entry.source, more)):
        if (id := source.partition(':')[0]) not in known:
            says = _("{path}: {name}: sumber \"{id}\" tidak ada di sources.").format(path=path, name=name, id=id)
            raise RuleError(says + suggestion(id, known))


def _adds_up(weights: Iterable[float], declared: float, where: str) -> None:
    shares = [exact(weight) for weight in weights]
    if any(share <= 0 for share in shares):
        raise RuleError(_("{where}: setiap bobot (weight) harus lebih dari 0.").format(where=where))
    if sum(shares) != exact(declared):
        raise RuleError(_("{where}: jumlah bobot {sum}, seharusnya {declared}.").format(
            where=where, sum=f'{float(sum(shares)):.12g}', declared=f'{declared:.12g}'))


def _question(question: Question, kinds: Mapping[KindId, Kind], where: str) -> None:
    _mode(question, where)
    no_twins([repr(wanted) for wanted in question.wants], f'{where}.wants')
    for number, wanted in enumerate(question.wants, start=1):
        _wanted(wanted, question, kinds, f'{where}.wants[{number}]')


def _mode(question: Question, where: str) -> None:
    """Each mode has what it needs and nothing that it would ignore."""
    number = len(question.wants)
    if (question.mode == 'manual') != (number == 0) or (question.mode in ('binary', 'count') and number != 1):
        raise RuleError(_("{where}: mode {mode} tidak cocok dengan {number} bukti di wants.").format(
            where=where, mode=question.mode, number=number))
    marks = bool(question.steps or question.grades)
    shares = marks and question.mode != 'manual'
    for mode, key, filled in (('graded', 'steps', shares), ('count', 'table', bool(question.table))):
        if filled != (question.mode == mode):
            says = _("{where}: {key} diisi jika dan hanya jika mode {mode}.")
            raise RuleError(says.format(where=where, key=key, mode=mode))
    if question.steps and (question.grades or question.mode == 'manual'):
        says = _("{where}: isi steps atau grades, bukan keduanya; mode manual memakai grades.")
        raise RuleError(says.format(where=where))
    _falls(question, where)
    counts, points = [row.at_least for row in question.table], [row.points for row in question.table]
    if counts and (counts != sorted(set(counts)) or counts[0] < 1 or points != sorted(set(points)) or points[0] <= 0):
        raise RuleError(_("{where}.table: at_least (mulai 1) dan points harus naik.").format(where=where))
    if points and points[-1] != question.weight:
        raise RuleError(_("{where}.table: baris terakhir {points} poin, seharusnya {weight} (weight).").format(
            where=where, points=f'{points[-1]:g}', weight=f'{question.weight:g}'))


def _falls(question: Question, where: str) -> None:
    """Steps and marks fall from the whole weight to nothing."""
    shares, key = question.ladder, 'steps' if question.steps else 'grades'
    if shares and (list(shares) != sorted(set(shares), reverse=True) or shares[0] != 1 or shares[-1] < 0):
        top = 1 if question.steps else question.weight
        says = _("{where}.{key}: harus turun dari {top:g} ke 0, tanpa angka kembar.")
        raise RuleError(says.format(where=where, key=key, top=top))
    no_twins([grade.letter for grade in question.grades], f'{where}.grades')


def _wanted(wanted: Wanted, question: Question, kinds: Mapping[KindId, Kind], where: str) -> None:
    if not wanted.kinds or question.years == ():
        raise RuleError(_("{where}: kinds dan years tidak boleh kosong.").format(where=where))
    for id in wanted.confirm:
        if id not in wanted.kinds:
            says = _("{where}.confirm: \"{id}\" tidak ada di kinds.").format(where=where, id=id)
            raise RuleError(says + suggestion(id, wanted.kinds))
    for id in wanted.kinds:
        if id not in kinds:
            says = _("{where}.kinds: jenis dokumen \"{id}\" tidak ada.").format(where=where, id=id)
            raise RuleError(says + suggestion(id, kinds))
        if wanted.essential and (question.mode, question.share_of) != ('graded', 'requirements'):
            raise RuleError(_("{where}: essential hanya untuk mode graded atas syarat.").format(where=where))
        _requirements(wanted, question, kinds[id], where)


def _requirements(wanted: Wanted, question: Question, kind: Kind, where: str) -> None:
    known = {requirement.id: requirement for requirement in kind.requirements}
    deciding = wanted.requirements or tuple(id for id, requirement in known.items() if requirement.required)
    for id in wanted.essential:
        if id not in deciding:
            says = _("{where}.essential: \"{id}\" tidak ikut memutuskan jenis {kind}.")
            raise RuleError(says.format(where=where, id=id, kind=kind.id) + suggestion(id, deciding))
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


def ranges(codes: Iterable[str], order: Sequence[str]) -> str:
    """Codes in the questionnaire's order, three or more neighbours drawn together: `1.1–1.4, 2.2`."""
    runs: list[list[str]] = []
    chosen, before = set(codes), False
    for code in order:
        if code in chosen and before:
            runs[-1].append(code)
        elif code in chosen:
            runs.append([code])
        before = code in chosen
    return ', '.join(f'{run[0]}–{run[-1]}' if len(run) > 2 else ', '.join(run) for run in runs)

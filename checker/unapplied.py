"""Rules that never applied in a batch: a rule that no document can meet looks like a strict one until somebody counts.

Counts and words; never scores. Told once for a whole batch: kinds that no document had, questions that nobody claimed
or that no file served, and requirements that were never decided or never met.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from textwrap import fill

from checker.messages import _, ngettext
from checker.model import KindId, QuestionTally, Report, RequirementId, Sha256, Status, Tally
from checker.questionnaire import YEAR, Questionnaire, ranges
from checker.rulebook import Kind

FEW = 3
"""Documents of a kind from which it is strange that not one of them meets a requirement."""
MANY = 10
"""Files from which a check without questionnaire counts as a batch."""

WIDTH = 100
"""Longest line."""

Deciding = Mapping[KindId, Sequence[RequirementId]]


class Applied:
    """What was seen in a batch. Each file counts once, however often it was handed in."""

    def __init__(self) -> None:
        self.files = 0
        self.documents: Counter[KindId] = Counter()
        self.statuses: defaultdict[tuple[KindId, RequirementId], Counter[Status]] = defaultdict(Counter)
        self.claimed: set[str] = set()
        """Codes of questions that a body answered with yes."""
        self.brought: set[str] = set()
        """Those of them for which a file was handed in."""
        self.served: set[str] = set()
        """Those of them for which a file was, or may be, a document that the question wants."""
        self._seen: set[Sha256] = set()

    def report(self, report: Report) -> None:
        if report.sha256 in self._seen:
            return
        if report.sha256 is not None:
            self._seen.add(report.sha256)
        self.files += 1
        for part in report.parts:
            self.documents[part.kind] += 1
            for finding in part.findings:
                self.statuses[part.kind, finding.requirement][finding.status] += 1

    def tally(self, tally: Tally) -> None:
        for question in (question for indicator in tally.indicators for question in indicator.questions):
            if question.answer == 'ya':
                self._question(question)

    def _question(self, question: QuestionTally) -> None:
        self.claimed.add(question.code)
        steps = [step for step in question.because if step.file]
        if steps and question.mode != 'manual':
            self.brought.add(question.code)
        if any(step.requirement or step.status for step in steps):
            self.served.add(question.code)


def of_questionnaire(applied: Applied, asked: Questionnaire) -> str:
    """What of a questionnaire never applied, in a few lines; empty when everything did."""
    wanted = _deciding(asked)
    lines = [*_kinds(applied, asked.kinds, wanted)]
    if silent := _codes(asked.questions.keys() - applied.claimed, asked):
        lines.append(_('Pertanyaan yang tidak dijawab Ya oleh badan mana pun: {codes}.').format(codes=silent))
    if vain := _codes(applied.brought - applied.served, asked):
        lines.append(_('Pertanyaan yang hanya diberi berkas berjenis lain: {codes}.').format(codes=vain))
    return _told([*lines, *_requirements(applied, asked.kinds, wanted)])


def _codes(codes: Collection[str], asked: Questionnaire) -> str:
    """Ranges that don't reach over from one indicator to the next."""
    told = (ranges(codes, [question.code for question in indicator.questions]) for indicator in asked.indicators)
    return ', '.join(filter(None, told))


def of_kinds(applied: Applied, kinds: Mapping[KindId, Kind]) -> str:
    """What of the rules of `kinds` never applied; empty for fewer than MANY files."""
    wanted = {id: tuple(r.id for r in kind.requirements if r.required) for id, kind in kinds.items()}
    wanted = {id: requirements for id, requirements in wanted.items() if requirements}
    if applied.files < MANY:
        return ''
    return _told([*_kinds(applied, kinds, wanted), *_requirements(applied, kinds, wanted)])


def _told(lines: Iterable[str]) -> str:
    text = '\n'.join(fill(line, WIDTH, initial_indent='  ', subsequent_indent='    ') for line in lines)
    return _('Aturan yang tidak pernah berlaku di kiriman ini:') + '\n' + text if text else ''


def _deciding(asked: Questionnaire) -> dict[KindId, tuple[RequirementId, ...]]:
    """The requirements that decide for any question, by kind, in the order of the kind's rules."""
    found: defaultdict[KindId, set[RequirementId]] = defaultdict(set)
    for question, wanted in ((each, wanted) for each in asked.questions.values() for wanted in each.wants):
        for id in wanted.kinds:
            required = (r.id for r in asked.kinds[id].requirements if r.required)
            found[id].update(wanted.requirements or required)
            found[id].update([YEAR] if isinstance(question.years, tuple) else [])
    order = {id: [requirement.id for requirement in asked.kinds[id].requirements] for id in found}
    return {id: tuple(sorted(requirements, key=order[id].index)) for id, requirements in found.items()}


def _kinds(applied: Applied, kinds: Mapping[KindId, Kind], wanted: Iterable[KindId]) -> Iterator[str]:
    absent = [kinds[id].name for id in wanted if not applied.documents[id]]
    if absent:
        yield _('Jenis dokumen yang tidak ada satu pun: {names}.').format(names=', '.join(absent))


def _requirements(applied: Applied, kinds: Mapping[KindId, Kind], wanted: Deciding) -> Iterator[str]:
    for id, requirements in wanted.items():
        number = applied.documents[id]
        seen = {requirement: applied.statuses[id, requirement] for requirement in requirements}
        undecided = [r for r in requirements if number and not seen[r]['met'] and not seen[r]['missing']]
        unmet = [r for r in requirements if number >= FEW and not seen[r]['met'] and seen[r]['missing']]
        documents = ngettext('{n} dokumen', '{n} dokumen', number).format(n=number)
        never = _('{kind} ({documents}), tidak pernah diputuskan: {names}.')
        failed = _('{kind} ({documents}), tidak pernah terpenuhi: {names}. Periksa kata-kata di aturannya.')
        for chosen, says in ((undecided, never), (unmet, failed)):
            if chosen:
                names = ', '.join(_name(kinds[id], requirement) for requirement in chosen)
                yield says.format(kind=kinds[id].name, documents=documents, names=names)


def _name(kind: Kind, id: RequirementId) -> str:
    known = kind.requirement(id)
    return known.name if known else id

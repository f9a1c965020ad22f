"""Which part of which file serves what a question wants, and how well.

Pure: reports in, offers out. A file that couldn't be read, or has pages that couldn't, is an offer that may be
anything; it is never counted as missing. Whatever serves nothing is kept aside with the reason, so that nobody wonders
where a file went.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.bodies import Bodies
from checker.errors import EmptyFile
from checker.messages import _
from checker.model import Evidence, Finding, KindId, Part, Report, RequirementId, Sha256, Status
from checker.questionnaire import SERVICE, YEAR, Question, Wanted

NUMBERS = (RequirementId('nomor'), RequirementId('nomor-sop'))
"""Requirements whose value tells a document from another (catalogue, section 2)."""
ISSUERS = tuple(map(RequirementId, ('badan-publik', 'kop', 'judul', 'disahkan-oleh', 'penandatangan')))
"""Requirements whose words say whose document it is."""
EMPTY = EmptyFile.code
RANK: Mapping[Status, int] = {'met': 2, 'not_applicable': 2, 'unsure': 1, 'missing': 0}


@dataclass(frozen=True, slots=True)
class Decided:
    """A finding with its status under the question's own rules."""

    finding: Finding
    status: Status
    year: int | None = None
    """The document's year where the question's `years` decided."""
    essential: bool = False
    """Without it a graded document counts nothing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A part offered for what is wanted, or (with `trouble`) a file that may hold it but couldn't be read."""

    file: str
    sha256: Sha256 | None
    index: int
    part: Part | None = None
    decided: tuple[Decided, ...] = ()
    stranger: str | None = None
    """Another body's words, when the document seems to be that body's."""
    trouble: str | None = None
    """Why the file or its pages couldn't be read, in words for the user."""
    unconfirmed: bool = False
    """Whether people must still say that its subject fits the question."""
    services: int | None = None
    """Where its service is not sure: how many services it can turn out to be for."""

    def _number(self, *statuses: Status) -> int:
        return sum(decided.status in statuses for decided in self.decided)

    def _share(self, number: int) -> Fraction:
        return Fraction(number, len(self.decided)) if self.decided else Fraction(1)

    @property
    def _open(self) -> bool:
        """Not read, another body's, to be confirmed, or never checked: nothing of it is sure."""
        doubted = bool(self.trouble or self.stranger) or self.unconfirmed
        return doubted or (self.part is not None and not self.decided)

    def _lacks(self, *statuses: Status) -> bool:
        return any(decided.essential and decided.status in statuses for decided in self.decided)

    @property
    def met(self) -> Fraction:
        """The share (0-1) of the deciding requirements that is surely met."""
        return Fraction(0) if self._open or self._lacks('missing', 'unsure') else self._share(self._number('met'))

    @property
    def possible(self) -> Fraction:
        """The share (0-1) that is met or may be."""
        if self._lacks('missing'):
            return Fraction(0)
        return Fraction(1) if self.trouble else self._share(self._number('met', 'unsure'))

    @property
    def status(self) -> Status:
        """A required missing decides, then unsure, then met."""
        if self._number('missing'):
            return 'missing'
        return 'unsure' if self._open or self._number('unsure') else 'met'

    @property
    def number(self) -> str | None:
        """The document's number without spaces and case, whatever the finding's status: deciding mustn't regroup."""
        values = [f.value for f in self.part.findings if f.requirement in NUMBERS] if self.part else []
        return next((''.join(v.split()).casefold() for v in values if isinstance(v, str) and v.strip()), None)

    @property
    def quality(self) -> tuple[int, Fraction, Fraction, str, str, int]:
        """The best offer is the largest; ties go by content and name, never by the order of files."""
        return (RANK[self.status], self.met, self.possible, self.sha256 or '', self.file, self.index)

    @property
    def share_quality(self) -> tuple[Fraction, Fraction, int, str, str, int]:
        """The same where shares are counted: the offer that brings the most comes first."""
        return (self.met, self.possible, RANK[self.status], self.sha256 or '', self.file, self.index)

    def repaired(self, *requirements: RequirementId) -> Offer:
        """The same document once these requirements are met; without any named: once everything is."""
        decided = tuple(replace(d, status='met') if not requirements or d.finding.requirement in requirements else d
                        for d in self.decided)
        if requirements:
            return replace(self, decided=decided, trouble=None)
        return replace(self, decided=decided, stranger=None, trouble=None, unconfirmed=False)


@dataclass(frozen=True, slots=True)
class Aside:
    """A file or part that serves nothing that the question wants."""

    file: str
    says: str
    part: Part | None = None


def wanted_name(wanted: Wanted, question_kinds: Mapping[KindId, str]) -> str:
    """`SK PPID atau SK DIP`, `SOP (keberatan)`."""
    name = _(" atau ").join(question_kinds.get(kind, kind) for kind in wanted.kinds)
    return f'{name} ({wanted.service})' if wanted.service else name


class Sorter:
    """Sorts the files of one answer into offers and what is put aside. Holds what all of its questions share."""

    def __init__(self, body: str, period: int, kinds: Mapping[KindId, str], bodies: Bodies | None) -> None:
        self.body, self.period, self.kinds, self.bodies = body, period, kinds, bodies

    def sort(self, wanted: Wanted, question: Question, files: Sequence[Evidence],
             reports: Mapping[str, Sequence[Report]]) -> tuple[list[Offer], list[Aside]]:
        """All offers of an answer for one wanted document, the best first, and what was put aside."""
        found: list[Offer | Aside] = []
        for evidence in files:
            if evidence.problem is not None:
                found.append(Aside(evidence.name, evidence.problem))
            elif evidence.name not in reports:
                found.append(Offer(evidence.name, None, 0, trouble=_("Berkas belum diperiksa.")))
            for report in () if evidence.problem else reports.get(evidence.name, ()):
                found += self.offers(wanted, question, shown_name(evidence, report), report)
        by_shares = question.mode == 'graded' and question.share_of == 'requirements'
        offers = [f for f in found if isinstance(f, Offer)]
        offers.sort(key=lambda offer: offer.share_quality if by_shares else offer.quality, reverse=True)
        return offers, sorted((f for f in found if isinstance(f, Aside)), key=lambda aside: (aside.file, aside.says))

    def offers(self, wanted: Wanted, question: Question, name: str, report: Report) -> Iterator[Offer | Aside]:
        """The offers of one report of the file `name`; what doesn't serve comes back as `Aside`."""
        if report.error is not None:
            says, surely_nothing = report.error.message, report.error.code == EMPTY  # any other may hide the document
            yield Aside(name, says) if surely_nothing else Offer(name, report.sha256, 0, trouble=says)
            return
        fitting = [(i, p) for i, p in enumerate(report.parts) if p.kind in wanted.kinds and _serves(p, wanted)]
        for i, part in fitting:
            decided = tuple(self._decided(part, wanted, question))
            yield Offer(name, report.sha256, i, part, decided, self._stranger(part, question),
                        unconfirmed=part.kind in wanted.confirm, services=_doubtful_services(part, wanted))
        if not fitting and (pages := [page.n for page in report.page_info if page.grade == 'unreadable']):
            says = _("Halaman {pages} tidak terbaca.").format(pages=_ranges(pages))
            yield Offer(name, report.sha256, 0, trouble=says)
        elif not fitting and not report.parts:
            yield Aside(name, _("Tidak memuat dokumen."))
        fits = {i for i, _part in fitting}
        yield from (Aside(name, self._unwanted(p, wanted), p) for i, p in enumerate(report.parts) if i not in fits)

    def _unwanted(self, part: Part, wanted: Wanted) -> str:
        if part.kind in wanted.kinds:
            service = next(f.value for f in part.findings if f.requirement == SERVICE)
            return _("Untuk layanan lain: {service}.").format(service=_words(service))
        return _("Jenis dokumen lain: {kind}.").format(kind=self.kinds.get(part.kind, part.kind))

    def _decided(self, part: Part, wanted: Wanted, question: Question) -> Iterator[Decided]:
        """The findings that decide for this question, each with its status under the question's `years`."""
        extra = {SERVICE} if wanted.service else set()
        graded = question.mode == 'graded' and isinstance(question.years, tuple)
        if isinstance(question.years, tuple):
            extra.add(YEAR)
        present = {finding.requirement for finding in part.findings}
        for id in sorted({*wanted.requirements, *wanted.essential, *extra} - present):
            says = _("Belum diperiksa dengan aturan ini.")
            needed = id in wanted.essential or (id == YEAR and graded)
            yield Decided(Finding(id, 'unsure', True, 'belum-dibaca', says), 'unsure', essential=needed)
        for finding in part.findings:
            chosen = finding.requirement in wanted.requirements if wanted.requirements else finding.required
            skipped = finding.requirement == YEAR and question.years == 'any'
            if finding.status == 'not_applicable' or skipped or not (chosen or finding.requirement in extra):
                continue
            if finding.requirement == YEAR and isinstance(question.years, tuple):
                yield replace(_by_year(finding, question.years, self.period), essential=graded)
            else:
                yield Decided(finding, finding.status, essential=finding.requirement in wanted.essential)

    def _stranger(self, part: Part, question: Question) -> str | None:
        if self.bodies is None or not question.own_body:
            return None
        match = self.bodies.compare(self.body, issuer_texts(part))
        return match.seen if match.result == 'other' else None


def shown_name(evidence: Evidence, report: Report) -> str:
    """The name in the batch and, for a file inside an archive that is evidence itself, the member."""
    inside = report.member is not None and report.member != evidence.name
    return f'{evidence.name}/{report.member}' if inside else evidence.name


def issuer_texts(part: Part) -> tuple[str, ...]:
    """The words of a part that say whose document it is, as read."""
    found = {f.requirement: f for f in part.findings if f.status in ('met', 'unsure')}
    texts = []
    for id in ISSUERS:
        if id in found:
            texts += [v for v in [found[id].value] if isinstance(v, str)]
            texts += [p.text for p in (found[id].place, *found[id].places) if p is not None]
    return tuple(dict.fromkeys(texts))


def year_of(value: object) -> int | None:
    """The year of a finding's value: 2025, '2025' or '2025-02-03'."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    head = value[:4] if isinstance(value, str) else ''
    return int(head) if len(head) == 4 and head.isdecimal() else None


def _by_year(finding: Finding, years: Sequence[int], period: int) -> Decided:
    """Met or missing by the year alone; a year that was read unsurely stays unsure."""
    year = year_of(finding.value)
    if year is None or finding.reason not in (None, 'tahun-lain', 'tahun-lama'):
        return Decided(finding, finding.status)
    return Decided(finding, 'met' if year - period in years else 'missing', year)


def _serves(part: Part, wanted: Wanted) -> bool:
    """Whether a part is, or may be, for the service that is wanted: only a sure other service rules it out."""
    finding = next((f for f in part.findings if f.requirement == SERVICE), None)
    if wanted.service is None or finding is None or finding.status != 'met' or finding.value is None:
        return True
    values = (finding.value,) if isinstance(finding.value, str) else tuple(finding.value)
    return wanted.service in values


def _doubtful_services(part: Part, wanted: Wanted) -> int | None:
    finding = next((f for f in part.findings if f.requirement == SERVICE), None)
    if wanted.service is None or finding is None or finding.status == 'met':
        return None
    return len(finding.value) if isinstance(finding.value, list | tuple) else 1


def _words(value: object) -> str:
    return ', '.join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _ranges(pages: Sequence[int]) -> str:
    """`1–3, 7`."""
    runs: list[list[int]] = []
    for n in pages:
        if runs and runs[-1][1] == n - 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return ', '.join(str(a) if a == b else f'{a}–{b}' for a, b in runs)

"""A whole batch -> tallies: plan, examine the evidence, and score body after body. The thin edge behind `score`, `why`.

Holds the reports of one body at a time; decides and words nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path, PurePosixPath

from checker import batch, bodies, joining, portal, scoring
from checker.batch import Batch
from checker.bodies import TABLE, Bodies
from checker.driver import Examined, Examiner, Item, Progress, handed
from checker.errors import UsageError
from checker.joining import Joined, Sheet
from checker.messages import _
from checker.model import Answer, Evidence, Note, Report, Tally
from checker.offers import shown_name
from checker.portal import Handed, Portal
from checker.questionnaire import Questionnaire, ranges
from checker.typed_toml import suggestion

MANIFESTS = ('.csv', '.tsv', '.txt')


@dataclass(frozen=True, slots=True)
class Planned:
    """A batch that was looked through but not read yet."""

    batch: Batch
    bodies: Bodies
    """Those of bodies.csv and of the batch."""
    members: dict[str, Item]
    """What an archive's members were unpacked to, by name; empty for a folder or a manifest."""

    @property
    def files(self) -> int:
        """How many files the evidence names; an archive among them counts as one."""
        return sum(evidence.problem is None for answer in self.batch.answers for evidence in answer.files)


def plan(path: Path, examiner: Examiner, codes: Collection[str], table: Path | None = None) -> Planned:
    """Who hands in what: a folder, a ZIP or a manifest. `table`: bodies.csv; default: the one inside or beside it.

    Raises `UsageError` when the path is no batch.
    """
    if not path.exists():
        raise UsageError(_("{path} tidak ditemukan.").format(path=path))
    members: dict[str, Item] = {}
    if path.is_file() and path.suffix.lower() not in MANIFESTS:
        members = {item.member: item for item in examiner.items([path]) if item.member is not None}
        if not members:
            raise UsageError(_("{path}: bukan folder, ZIP berisi berkas, atau manifest CSV.").format(path=path))
    known = bodies.load(table) if table else _inside(members, path) or bodies.beside(path)
    planned = batch.plan_names(members, codes, known) if members else batch.plan(path, codes, known)
    if not planned.bodies:
        says = _("{path}: tidak ada badan publik di sini. Susunannya: <badan>/<kode pertanyaan>/<berkas>.")
        raise UsageError(says.format(path=path))
    return Planned(planned, known.with_names(planned.bodies), members)


def only(planned: Planned, body: str, question: str, codes: Collection[str]) -> tuple[Planned, str, str]:
    """What one question of one body needs, with both as the batch and the questionnaire write them.

    Raises `UsageError` with the likely spelling or the choice.
    """
    names = planned.batch.bodies
    listed = planned.bodies.find(body)
    name = listed.name if listed is not None and listed.name in names else body
    if name not in names:
        says = _("Badan publik \"{body}\" tidak ada di kiriman ini.").format(body=body)
        raise UsageError(says + suggestion(body, names))
    code = question if question in codes else batch.question_code(question, codes)
    if code is None:
        says = _("Pertanyaan \"{code}\" tidak ada di kuesioner ini. Kode yang ada: {codes}.")
        groups = [list(group) for _head, group in groupby(codes, key=lambda code: code.rpartition('.')[0])]
        raise UsageError(says.format(code=question, codes=', '.join(ranges(group, group) for group in groups)))
    answers = tuple(a for a in planned.batch.answers if a.body == name and a.question == code)
    return replace(planned, batch=replace(planned.batch, bodies=(name,), answers=answers)), name, code


def tallies(planned: Planned, examiner: Examiner, questionnaire: Questionnaire, progress: Progress | None = None,
            counted: Callable[[Iterable[Item]], Iterable[Item]] = iter,
            watch: Callable[[Report], None] | None = None) -> Iterator[Tally]:
    """The tally of each body, in the order of the batch, as soon as its evidence is examined.

    `counted` passes the files on one by one, for whoever wants to know how many there are. `watch` is told every report
    that was scored with.
    """
    owners: deque[tuple[str, str]] = deque()
    done = examiner.examine_items(counted(_noting(_evidence(planned, examiner), owners)), progress)
    told = ((*owners.popleft(), examined) for examined in done)
    groups = groupby(told, key=itemgetter(0))
    ahead = None
    for body in planned.batch.bodies:
        ahead = ahead or next(groups, None)
        files: dict[str, list[Examined]] = {}
        if ahead is not None and ahead[0] == body:
            for _body, name, examined in ahead[1]:
                files.setdefault(name, []).append(examined)
            ahead = None
        reports = {name: [examined.report for examined in told] for name, told in files.items()}
        answers, joined = _joined(planned.batch.of(body), files, examiner)
        reports |= {label: [whole.report] for label, whole in joined.items()}
        if watch is not None:
            for report in chain.from_iterable(reports.values()):
                watch(report)
        tally = scoring.tally(questionnaire, body, answers, reports, examiner.period, planned.bodies)
        yield _with_limits(joining.told_by_file(tally, joined), planned, files, questionnaire.limits)


def _with_limits(tally: Tally, planned: Planned, files: Mapping[str, Sequence[Examined]],
                 limits: Portal | None) -> Tally:
    """With what the portal would refuse of each question's files."""
    if limits is None:
        return tally
    told: dict[str, tuple[Note, ...]] = {}
    for answer in planned.batch.of(tally.body):
        brought = [_handed(planned, evidence.name, files.get(evidence.name, ())) for evidence in answer.files
                   if evidence.problem is None]
        note = portal.question_note(limits, [each for each in brought if each is not None])
        if note:
            told[answer.question] = (note,)
    return replace(tally, indicators=tuple(
        replace(indicator, questions=tuple(
            replace(question, notes=told.get(question.code, ())) for question in indicator.questions))
        for indicator in tally.indicators))


def _handed(planned: Planned, name: str, examined: Sequence[Examined]) -> Handed | None:
    root = planned.batch.root
    path = planned.members[name].path if root is None else root / PurePosixPath(name)
    return None if path is None else handed(path, name, [each.report for each in examined])


def _joined(answers: Sequence[Answer], files: Mapping[str, Sequence[Examined]],
            examiner: Examiner) -> tuple[tuple[Answer, ...], dict[str, Joined]]:
    """The answers with files that are one document together as one piece of evidence, and these documents by name."""
    found: dict[str, Joined] = {}
    united = []
    for answer in answers:
        named = [(evidence, shown_name(evidence, each.report), each) for evidence in answer.files
                 for each in files.get(evidence.name, ())]
        sheets = [Sheet(name, each.report, each.page) for _evidence, name, each in named
                  if each.page is not None and joining.is_sheet(each.page)]
        whole = list(joining.join(sheets, examiner.rulebook, examiner.period))
        found |= {each.label: each for each in whole}
        taken = {name for each in whole for name in each.names}
        open_ = {evidence.name for evidence, name, _each in named if name not in taken}
        joined = {evidence.name for evidence, _name, _each in named} - open_  # of an archive: all of its members
        left = tuple(evidence for evidence in answer.files if evidence.name not in joined)
        united.append(replace(answer, files=(*(Evidence(each.label) for each in whole), *left)))
    return tuple(united), found


def _evidence(planned: Planned, examiner: Examiner) -> Iterator[tuple[str, str, Item]]:
    """Body, name of the evidence and file, body by body; a file counts once a body, an archive as its members."""
    for body in planned.batch.bodies:
        seen: set[str] = set()
        for each in (each for answer in planned.batch.of(body) for each in answer.files):
            if each.problem is None and each.name not in seen:
                seen.add(each.name)
                yield from ((body, each.name, item) for item in _items(planned, examiner, each.name))


def _items(planned: Planned, examiner: Examiner, name: str) -> Iterable[Item]:
    if planned.batch.root is None:
        return [planned.members[name]]
    return examiner.items([planned.batch.root / PurePosixPath(name)])


def _noting(items: Iterable[tuple[str, str, Item]], owners: deque[tuple[str, str]]) -> Iterator[Item]:
    for body, name, item in items:
        owners.append((body, name))
        yield item


def _inside(members: dict[str, Item], path: Path) -> Bodies | None:
    """The table of an archive: at its top, or in the one folder around everything."""
    near = sorted((name for name in members if PurePosixPath(name).name == TABLE), key=lambda name: name.count('/'))
    if not near or near[0].count('/') > 1:
        return None
    item = members[near[0]]
    if item.failure or item.path is None:
        says = item.failure.message if item.failure else ''
        raise UsageError(_("{path}: {table} tidak terbaca. {says}").format(path=path, table=near[0], says=says))
    return bodies.load(item.path.rename(item.path.with_name(TABLE)))  # its errors name the file

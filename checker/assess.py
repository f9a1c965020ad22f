"""A whole batch -> tallies: plan, examine the evidence, and score every body. The thin edge behind `score` and `why`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from checker import batch, bodies, scoring
from checker.batch import Batch
from checker.bodies import TABLE, Bodies
from checker.driver import Examiner, Item, Progress
from checker.errors import UsageError
from checker.messages import _
from checker.model import Report, Tally
from checker.questionnaire import Questionnaire

Reports = Mapping[str, Sequence[Report]]


@dataclass(frozen=True, slots=True)
class Assessed:
    """A batch with a tally for each body, and what belonged to no question."""

    batch: Batch
    tallies: tuple[Tally, ...]


def assess(path: Path, examiner: Examiner, questionnaire: Questionnaire, period: int, table: Path | None = None,
           progress: Progress | None = None) -> Assessed:
    """Score a folder, ZIP or manifest. `table`: bodies.csv; default: the one beside the batch, if any.

    Raises `UsageError` when the path is no batch.
    """
    if not path.exists():
        raise UsageError(_("{path} tidak ditemukan.").format(path=path))
    known = _bodies(path, table)
    codes = questionnaire.questions.keys()
    if path.is_file() and path.suffix.lower() not in ('.csv', '.tsv', '.txt'):
        planned, items = _of_archive(path, examiner, codes, known)
    else:
        planned = batch.plan(path, codes, known)
        items = list(_on_disk(planned, examiner))
    reports = _examine(examiner, items, progress)
    known = known or bodies.of_names(planned.bodies)
    tallies = tuple(scoring.tally(questionnaire, body, planned.of(body), reports, period, known) for body in planned.bodies)
    return Assessed(planned, tallies)


def _bodies(path: Path, table: Path | None) -> Bodies | None:
    beside = (path if path.is_dir() else path.parent) / TABLE
    chosen = table or (beside if beside.is_file() else None)
    return bodies.load(chosen) if chosen else None


def _of_archive(path: Path, examiner: Examiner, codes: Collection[str], known: Bodies | None) -> tuple[Batch, list[tuple[str, Item]]]:
    """A ZIP: its members' names are the plan."""
    items = list(examiner.items([path]))
    if all(item.member is None for item in items):
        raise UsageError(_("{path}: bukan folder, ZIP, atau manifest CSV.").format(path=path))
    named = [(item.member, item) for item in items if item.member is not None]
    planned = batch.plan_names([name for name, _item in named], codes, known)
    wanted = {evidence.name for answer in planned.answers for evidence in answer.files}
    return planned, [(name, item) for name, item in named if name in wanted]


def _on_disk(planned: Batch, examiner: Examiner) -> Iterator[tuple[str, Item]]:
    """The files of a folder or manifest; an archive among them stands for its members."""
    for answer in planned.answers:
        for evidence in answer.files:
            if evidence.problem is None and planned.root is not None:
                for item in examiner.items([planned.root / PurePosixPath(evidence.name)]):
                    yield evidence.name, item


def _examine(examiner: Examiner, named: list[tuple[str, Item]], progress: Progress | None) -> Reports:
    reports: dict[str, list[Report]] = {}
    unique = {(name, item.member): item for name, item in named}
    order = list(unique)
    for (name, _member), done in zip(order, examiner.examine_items(unique.values(), progress), strict=True):
        reports.setdefault(name, []).append(done.report)
    return reports

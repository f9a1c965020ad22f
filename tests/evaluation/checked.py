"""Runs the real checker through its public path and puts its reports into the scorer's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.model import Finding, KindId, Report
from tests.evaluation.draft import PERIOD
from tests.evaluation.score import Found, FoundPart


def examine(paths: Sequence[Path], kind: str | None = None, jobs: int = 2) -> Iterator[Report]:
    """One report per file, in order; nothing is kept between runs."""
    from checker import rulebook
    from checker.driver import Examiner
    from checker.reading.isolation import Reader

    with Reader(jobs=jobs) as reader:
        examiner = Examiner(
            rulebook.load(), period=PERIOD, reader=reader, store=None, kind=KindId(kind) if kind else None
        )
        yield from examiner.examine(paths)


def parts_of(report: Report) -> tuple[FoundPart, ...]:
    return tuple(
        FoundPart(str(part.kind), part.pages, {str(finding.requirement): _found(finding) for finding in part.findings})
        for part in report.parts
    )


def _found(finding: Finding) -> Found:
    place = finding.place
    return Found(
        finding.status,
        finding.required,
        place.page if place else None,
        place.box if place else None,
        place.text if place else '',
        finding.reason,
        place.at if place else None,
    )

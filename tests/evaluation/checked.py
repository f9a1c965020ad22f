"""Runs the real checker through its public path and puts its reports into the scorer's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

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


def examine_with_letters(paths: Sequence[Path], jobs: int = 2) -> Iterator[tuple[Report, tuple[int, ...]]]:
    """The same, and how many letters and digits were read of each page: none is what a blank page has."""
    from checker import rulebook
    from checker.driver import Examiner
    from checker.reading.isolation import Reader
    from checker.store import Store

    with TemporaryDirectory() as folder, Store.open(Path(folder)) as store, Reader(jobs=jobs) as reader:
        examiner = Examiner(rulebook.load(), period=PERIOD, reader=reader, store=store)
        for report in examiner.examine(paths):
            document = store.reading(report.sha256) if report.sha256 else None
            yield report, tuple(sum(map(str.isalnum, page.text)) for page in document.pages) if document else ()


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

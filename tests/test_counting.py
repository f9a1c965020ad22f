"""The one place that counts."""

from __future__ import annotations

import pytest

from checker.counting import Counts, count, outcome
from checker.model import Failure, Finding, KindId, Part, Report, RequirementId, Status


def finding(status: Status, required: bool = True) -> Finding:
    return Finding(RequirementId('x'), status, required)


def report(*parts: tuple[Finding, ...], error: Failure | None = None) -> Report:
    return Report('a.pdf', None, None, 2025, 'r', 'e', error,
                  parts=tuple(Part(KindId('k'), 90.0, None, (1, 1), None, part) for part in parts))


def test_recommended_findings_and_those_that_do_not_apply_never_count_as_faults() -> None:
    found = [finding('met'), finding('missing'), finding('unsure'), finding('unsure'), finding('not_applicable'),
             finding('missing', False), finding('unsure', False), finding('met', False)]
    assert count(found) == Counts(met=1, missing=1, unsure=2, advised=2)
    assert count(found).required == 4


@pytest.mark.parametrize(('given', 'expected'), [
    (report(error=Failure('empty', "Kosong.")), 'failed'),
    (report((finding('met'), finding('unsure')), (finding('missing'),)), 'missing'),
    (report((finding('met'), finding('unsure'))), 'unsure'),
    (report((finding('met'), finding('missing', False))), 'met'),
    (report(()), 'other'),
    (report(), 'unsure'),
])
def test_the_worst_finding_decides(given: Report, expected: str) -> None:
    assert outcome(given) == expected

"""The one place that counts findings, so that screens, exports and the command can't disagree.

Counts only; weighs nothing and gives no points.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from checker.model import Finding, Report, Status

Outcome = Literal['failed', 'missing', 'unsure', 'met', 'other']
"""What a file as a whole needs: unreadable, incomplete, to be looked at, complete, or nothing is asked of it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Required findings by status, and recommended ones that are not met."""

    met: int = 0
    missing: int = 0
    unsure: int = 0
    advised: int = 0

    @property
    def required(self) -> int:
        return self.met + self.missing + self.unsure


def count(findings: Iterable[Finding]) -> Counts:
    """A requirement that does not apply counts nowhere."""
    required: list[Status] = []
    recommended: list[Status] = []
    for finding in findings:
        (required if finding.required else recommended).append(finding.status)
    return Counts(required.count('met'), required.count('missing'), required.count('unsure'),
                  recommended.count('missing') + recommended.count('unsure'))


def outcome(report: Report) -> Outcome:
    """The worst decides: a required `missing`, then `unsure`, then `met`. A file without a readable page is unsure."""
    if report.error is not None:
        return 'failed'
    counts = count(finding for part in report.parts for finding in part.findings)
    if counts.missing:
        return 'missing'
    if counts.unsure or not report.parts:
        return 'unsure'
    return 'met' if counts.met else 'other'

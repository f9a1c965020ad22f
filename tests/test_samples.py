"""The committed samples through the real path: every file gives what sample_docs/expected.toml says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker import rulebook
from checker.driver import Examiner
from checker.model import Part, Report
from checker.reading.isolation import Reader

FOLDER = Path(__file__).parent.parent / 'sample_docs'
EXPECTED = tomllib.loads((FOLDER / 'expected.toml').read_text(encoding='utf-8'))
TOLD = ('rancangan', 'waktu-ttd', 'sertifikat-tidak-berlaku')
_ALLOWED = {'undecided-ok': ('met', 'unsure'), 'any': ('met', 'missing', 'unsure', 'not_applicable')}


@pytest.fixture(scope='module')
def reports() -> Iterator[dict[tuple[str, str | None], Report]]:
    paths = [FOLDER / entry['name'] for entry in EXPECTED['file']]
    book = rulebook.load()
    with Reader() as reader, Examiner(book, period=EXPECTED['period'], reader=reader) as examiner:
        yield {(Path(r.file).name, r.member): r for r in examiner.examine(paths)}


def _cases() -> Iterator[tuple[str, str | None, dict[str, Any]]]:
    for entry in EXPECTED['file']:
        if 'member' not in entry:
            yield entry['name'], None, entry
        for member in entry.get('member', ()):
            yield entry['name'], member['name'], member


@pytest.mark.parametrize(('name', 'member', 'expected'), [pytest.param(*c, id=c[1] or c[0]) for c in _cases()])
def test_sample_gives_what_is_expected(
    reports: dict[tuple[str, str | None], Report], name: str, member: str | None, expected: dict[str, Any]
) -> None:
    report = reports[(name, member)]
    if 'error' in expected:
        assert report.error is not None and report.error.code == expected['error']
        return
    assert report.error is None
    if 'part' not in expected:
        return
    assert {note.code for note in report.notes if note.code in TOLD} == set(expected.get('notes', ()))
    wanted = expected['part']
    told = [(p.kind, list(p.pages)) for p in report.parts]
    problems = [f'parts: {told}'] if len(wanted) != len(report.parts) else []
    for part, want in zip(report.parts, wanted, strict=False):
        problems.extend(_problems(part, want, expected.get('scanned', False)))
    assert not problems, '\n'.join(problems)


def _problems(part: Part, want: dict[str, Any], scanned: bool) -> Iterator[str]:
    if part.kind not in want['kinds'] or list(part.pages) != want['pages']:
        yield f'kind/pages: {part.kind} {part.pages}, expected {want["kinds"]} {want["pages"]}'
        return
    not_met: dict[str, dict[str, Any]] = want.get('not_met', {})
    for finding in part.findings:
        claim = not_met.get(finding.requirement, not_met.get('*'))
        if claim is None:
            allowed = ('met', 'unsure') if scanned else ('met',)
            if finding.required and finding.status not in allowed:
                yield (f'{finding.requirement}: {finding.status} ({finding.reason}) {finding.place} '
                       f'near {finding.candidate}')
            continue
        statuses = [s for status in claim['status'] for s in _ALLOWED.get(status, (status,))]
        if finding.status not in statuses or (
            claim['reasons'] and finding.reason and finding.reason not in claim['reasons']
        ):
            yield f'{finding.requirement}: {finding.status} ({finding.reason}), expected {claim}'

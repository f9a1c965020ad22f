"""`cekbukti rules test`: the documents of rules/tests/ against the findings that they should give.

A case is written as plain text, so that whoever changes a rule can add one: two or more spaces (or a tab) part cells of
a row, a line of `---` begins a new page. Reading is not tested here, only the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from checker.check import check
from checker.messages import _
from checker.model import Document, KindId, Page, Part, RequirementId, Sha256, Status
from checker.rulebook import Rulebook
from checker.typed_toml import read_table


@dataclass(frozen=True, slots=True)
class Case:
    """One document and what it should give; every required finding that `expect` doesn't name must be met."""

    name: str
    text: str
    expect: Mapping[RequirementId, Status] | None = None
    kind: KindId | None = None
    """The kind that should be told; default: the file's. 'lain' for documents that look like it and aren't."""
    period: int = 2025
    others: Status | None = 'met'
    """Status of required findings that `expect` doesn't name; 'not_applicable' claims nothing of them."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    kind: KindId
    case: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A difference, as a sentence."""

    case: str
    says: str

    def __str__(self) -> str:
        return f'{self.case}: {self.says}'


def run(rulebook: Rulebook, folder: Path) -> tuple[list[Wrong], int]:
    """Every difference, and the number of cases. Raises `RuleError` for a case file that can't be."""
    wrong: list[Wrong] = []
    total = 0
    for path in sorted(folder.glob('*.toml')):
        file = read_table(path, CaseFile)
        for case in file.case:
            total += 1
            wrong.extend(_differences(rulebook, file.kind, case, f'{path.name} "{case.name}"'))
    return wrong, total


def _differences(rulebook: Rulebook, kind: KindId, case: Case, name: str) -> Iterator[Wrong]:
    parts = check(document_of(case.text), rulebook, case.period).parts
    expected = case.kind or kind
    part = next((p for p in parts if p.kind == expected), None)
    if part is None:
        told = ', '.join(p.kind for p in parts) or '-'
        yield Wrong(name, _("dikira {told}, seharusnya {kind}.").format(told=told, kind=expected))
        return
    yield from (Wrong(name, says) for says in _statuses(part, case))


def _statuses(part: Part, case: Case) -> Iterator[str]:
    expect = case.expect or {}
    for finding in part.findings:
        wanted = expect.get(finding.requirement) or (case.others if finding.required else None)
        if wanted in (None, 'not_applicable') or finding.status == wanted:
            continue
        found = finding.place.text if finding.place else '-'
        yield _("{id}: {status} ({reason}), seharusnya {wanted}; dibaca \"{found}\".").format(
            id=finding.requirement, status=finding.status, reason=finding.reason or '-', wanted=wanted, found=found
        )
    known = {f.requirement for f in part.findings}
    for id in expect:
        if id not in known:
            yield _("syarat \"{id}\" tidak ada pada jenis ini.").format(id=id)


def document_of(text: str) -> Document:
    """A document without layout from plain text."""
    pages = re.split(r'(?m)^---+\s*$', text.strip('\n'))
    return Document(Sha256('0' * 64), 'docx', tuple(page_of(page.split('\n'), n) for n, page in enumerate(pages, 1)))


def page_of(rows: Iterable[str], n: int = 1) -> Page:
    """A page of rows; cells of one row stand beside each other."""
    words: list[str] = []
    lines: list[tuple[int, int, int, int]] = []
    places: list[str] = []
    offset = 0
    for row, written in enumerate(rows):
        cells = [c.strip() for c in re.split(r'\t+|\s{2,}', written.strip()) if c.strip()]
        for column, cell in enumerate(cells):
            lines.append((offset, offset + len(cell), row, len(lines)))
            words.append(cell)
            places.append(
                f'paragraf {row + 1}' if len(cells) == 1 else f'tabel {n}, baris {row + 1}, kolom {column + 1}'
            )
            offset += len(cell) + 1
    shape = np.array(lines, np.int32).reshape(-1, 4)
    return Page(n, 595.0, 842.0, 'full', 'flow', 'good', '\n'.join(words), lines=shape, at=tuple(places))

"""`cekbukti rules test`: the documents of rules/tests/ against the findings that they should give.

A case is written as plain text, so that whoever changes a rule can add one: two or more spaces (or a tab) part cells of
a row, a line of `---` begins a new page; `laid_out` keeps the places where letters stand. `variants` is a case again
with other wordings, one at a time, so that no wording of a rule goes untested. Reading is not tested here, only the
rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from checker.check import check
from checker.errors import RuleError
from checker.messages import _
from checker.model import Document, KindId, Page, Part, Reason, RequirementId, Sha256, Status
from checker.rulebook import Rulebook
from checker.typed_toml import read_table, suggestion
from checker.view import PageView


@dataclass(frozen=True, slots=True)
class Case:
    """One document and what it should give; every required finding that `expect` doesn't name must be met."""

    name: str
    text: str
    expect: Mapping[RequirementId, Status] | None = None
    values: Mapping[RequirementId, str | int] | None = None
    """Values that findings should bear: the service of an SOP, the year of a list."""
    reasons: Mapping[RequirementId, Reason] | None = None
    """Reasons that findings should bear."""
    kind: KindId | None = None
    """The kind that should be told; default: the file's. 'lain' for documents that look like it and aren't."""
    period: int = 2025
    others: Status | None = 'met'
    """Status of required findings that `expect` doesn't name; 'not_applicable' claims nothing of them."""
    laid_out: bool = False
    """Whether the text is set on paper as on a typewriter, for what depends on where it stands."""


@dataclass(frozen=True, slots=True)
class Variants:
    """A case again, with each of some wordings in turn in the place of its own."""

    of: str
    """Name of a case in the same file."""
    replace: str
    """What of the case's text is replaced, wherever it stands."""
    by: tuple[str, ...]
    expect: Mapping[RequirementId, Status] | None = None
    """What differs from the case's own `expect`."""
    values: Mapping[RequirementId, str | int] | None = None
    reasons: Mapping[RequirementId, Reason] | None = None
    kind: KindId | None = None
    """Another kind that should be told; then nothing of the case's own expectations is taken over."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    kind: KindId
    case: tuple[Case, ...] = ()
    variants: tuple[Variants, ...] = ()
    required: tuple[RequirementId, ...] = ()
    """Requirements that must be required in all cases of the file."""
    advised: tuple[RequirementId, ...] = ()
    """Requirements that must be advice only."""


@dataclass(frozen=True, slots=True)
class Written:
    """A case as it is run: where it is written, and the kind that should be told."""

    where: str
    file_kind: KindId
    case: Case
    required: tuple[RequirementId, ...] = ()
    advised: tuple[RequirementId, ...] = ()

    @property
    def kind(self) -> KindId:
        return self.case.kind or self.file_kind


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
    for written in cases(folder):
        total += 1
        wrong.extend(Wrong(written.where, says) for says in differences(rulebook, written))
    return wrong, total


def cases(folder: Path) -> Iterator[Written]:
    """All cases of a folder, variants written out. Raises `RuleError` for a file that can't be."""
    for path in sorted(folder.glob('*.toml')):
        file = read_table(path, CaseFile)
        for case in file.case:
            yield Written(f'{path.name} "{case.name}"', file.kind, case, file.required, file.advised)
        for variants in file.variants:
            for wording, case in _varied(file, variants, path):
                where = f'{path.name} "{case.name}", "{variants.replace}" -> "{wording}"'
                yield Written(where, file.kind, case, file.required, file.advised)


def _varied(file: CaseFile, variants: Variants, path: Path) -> Iterator[tuple[str, Case]]:
    case = next((c for c in file.case if c.name == variants.of), None)
    if case is None:
        raise RuleError(
            _("{path}: variants.of: contoh \"{name}\" tidak ada.{near}").format(
                path=path, name=variants.of, near=suggestion(variants.of, [c.name for c in file.case])
            )
        )
    if variants.replace not in case.text:
        raise RuleError(
            _("{path}: variants.replace: \"{words}\" tidak ada pada contoh \"{name}\".").format(
                path=path, words=variants.replace, name=case.name
            )
        )
    if variants.kind is not None:
        case = replace(case, kind=variants.kind, expect=None, values=None, reasons=None, others='not_applicable')
    case = replace(
        case,
        expect={**(case.expect or {}), **(variants.expect or {})},
        values={**(case.values or {}), **(variants.values or {})},
        reasons={**(case.reasons or {}), **(variants.reasons or {})},
    )
    for wording in variants.by:
        yield wording, replace(case, text=case.text.replace(variants.replace, wording))


def differences(
    rulebook: Rulebook, written: Written, document: Document | None = None, views: list[PageView] | None = None
) -> Iterator[str]:
    """What a case should give and doesn't, in sentences. `document` and `views`: its text, already made."""
    case = written.case
    parts = check(document or document_of(case.text, case.laid_out), rulebook, case.period, views=views).parts
    part = next((p for p in parts if p.kind == written.kind), None)
    if part is None:
        told = ', '.join(p.kind for p in parts) or '-'
        yield _("dikira {told}, seharusnya {kind}.").format(told=told, kind=written.kind)
        return
    yield from _statuses(part, case)
    yield from _weights(part, written)
    yield from _details(part, case)


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
    for id in {**expect, **(case.values or {}), **(case.reasons or {})}:
        if id not in known:
            yield _("syarat \"{id}\" tidak ada pada jenis ini.").format(id=id)


def _weights(part: Part, written: Written) -> Iterator[str]:
    for finding in part.findings:
        if finding.requirement in (written.advised if finding.required else written.required):
            wanted = _("saran") if finding.required else _("wajib")
            yield _("{id}: seharusnya {wanted}.").format(id=finding.requirement, wanted=wanted)


def _details(part: Part, case: Case) -> Iterator[str]:
    for finding in part.findings:
        given: tuple[tuple[Mapping[RequirementId, Any] | None, Any], ...] = (
            (case.values, finding.value),
            (case.reasons, finding.reason),
        )
        for wanted, got in given:
            if wanted and finding.requirement in wanted and wanted[finding.requirement] != got:
                yield _("{id}: {got}, seharusnya {wanted}.").format(
                    id=finding.requirement, got=got, wanted=wanted[finding.requirement]
                )


def document_of(text: str, laid_out: bool = False) -> Document:
    """A document from plain text, without layout or `laid_out` on paper."""
    pages = re.split(r'(?m)^---+\s*$', text.strip('\n'))
    made = tuple(page_of(page.split('\n'), n, laid_out) for n, page in enumerate(pages, 1))
    return Document(Sha256('0' * 64), 'pdf' if laid_out else 'docx', made)


LETTER, ROW, CAPITAL, MARGIN = 5.0, 14.0, 8.0, 50.0
"""Points: a letter's width, a row's height, a capital's, and the white at the paper's left and top."""
_CELL = re.compile(r'\S+(?:[^\S\t]\S+)*')


def page_of(rows: Iterable[str], n: int = 1, laid_out: bool = False) -> Page:
    """A page of rows; cells of one row stand beside each other, `laid_out` as far from each other as in the text."""
    words: list[str] = []
    lines: list[tuple[int, int, int, int]] = []
    places: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    offset = 0
    for row, written in enumerate(rows):
        cells = list(_CELL.finditer(written))
        for column, cell in enumerate(cells):
            lines.append((offset, offset + len(cell[0]), row, len(lines)))
            words.append(cell[0])
            places.append(
                f'paragraf {row + 1}' if len(cells) == 1 else f'tabel {n}, baris {row + 1}, kolom {column + 1}'
            )
            boxes.extend(_letters(cell[0] + '\n', row, cell.start()))
            offset += len(cell[0]) + 1
    text, shape = '\n'.join(words), np.array(lines, np.int32).reshape(-1, 4)
    if not laid_out:
        return Page(n, 595.0, 842.0, 'full', 'flow', 'good', text, lines=shape, at=tuple(places))
    typed = np.array(boxes, np.float32).reshape(-1, 4)[: len(text)]
    return Page(n, 595.0, 842.0, 'full', 'text', 'good', text, typed, shape)


def _letters(text: str, row: int, column: int) -> Iterator[tuple[float, float, float, float]]:
    y = MARGIN + row * ROW
    for x, letter in enumerate(text, column):
        left = MARGIN + x * LETTER
        yield (left, y, left, y) if letter.isspace() else (left, y, left + LETTER, y + CAPITAL)

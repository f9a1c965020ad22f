"""Holds reports against labels: one outcome per requirement of every labelled part, and counts over outcomes. Reads
no file."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tests.evaluation.model import Box, Label, PartLabel, Spot, Truth

EVIDENCE = (
    'sk-ppid',
    'dip',
    'sop',
    'sk-dip',
    'dik',
    'uji-konsekuensi',
    'maklumat',
    'laporan-layanan',
    'formulir-permohonan',
    'formulir-keberatan',
    'register-permohonan',
    'surat-pernyataan',
    'undangan',
    'notulen',
    'daftar-hadir',
    'surat-tugas',
    'anggaran',
)
"""Kinds that count as evidence; a distractor must never be accepted as one of them, unless it is of that kind."""
_NEAR = 4.0
"""Points by which a place may lie beside the words: pdfium's boxes are tight, links cover the line's full height."""
_GREEDY = 8.0
"""A box that is more than so many times larger than the words marks a region, not a place."""


_BLOCKS = ('kop', 'judul', 'tentang', 'tempat-tanggal', 'penandatangan', 'disahkan-oleh', 'kolom-mutu-baku')


@dataclass(frozen=True, slots=True)
class Found:
    """What a checker says of one requirement."""

    status: str
    required: bool = True
    page: int | None = None
    box: Box | None = None
    text: str = ''
    reason: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class FoundPart:
    kind: str
    pages: tuple[int, int]
    findings: dict[str, Found]


class Runner(Protocol):
    """Anything that turns files into parts: the checker or the simple way."""

    def __call__(self, label: Label) -> tuple[FoundPart, ...]: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """One requirement of one labelled part, and what was said of it; status 'none' when no part of its kind was
    found."""

    label: Label
    kind: str
    truth: Truth
    status: str
    found: Found | None
    placed: bool | None
    """Whether the place is right; None where there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One file."""

    label: Label
    outcomes: tuple[Outcome, ...]
    kinds: tuple[tuple[str, bool, bool], ...]
    """Per labelled part of an evidence kind or photo: its kind, whether a part of this kind was found, whether its
    pages are right."""
    accepted: tuple[str, ...]
    """Kinds of found parts whose required findings are all met; of a distractor, only kinds that it is not."""
    taken: tuple[str, ...]
    """Evidence kinds that the file was taken for; of a distractor, only kinds that nobody could take it for."""
    skipped: int = 0
    """Wrecks of no certain kind that were not found as theirs: nothing of them is counted."""


def score(label: Label, found: Sequence[FoundPart]) -> Scored:
    """Match the labelled parts with the found ones and compare."""
    outcomes: list[Outcome] = []
    kinds: list[tuple[str, bool, bool]] = []
    left = list(found)
    skipped = 0
    for part in label.parts:
        if part.kind == 'lain':
            continue
        alone = sum(other.kind == part.kind for other in label.parts) == 1
        best = max(
            (other for other in left if other.kind == part.kind and (alone or _overlap(part, other)[0] > 0)),
            key=lambda other: _overlap(part, other),
            default=None,
        )
        if best is not None:
            left.remove(best)
        elif not part.sure:
            skipped += 1
            continue
        kinds.append(
            (
                part.kind,
                best is not None,
                best is not None and (label.format in ('docx', 'xlsx') or best.pages == part.pages),
            )
        )
        outcomes += [_outcome(label, part, truth, best) for truth in part.truths]
    own = {part.kind for part in label.parts} if label.group == 'distractor' else set()
    alike = own | {kind for part in label.parts for kind in part.also}
    accepted = tuple(
        part.kind
        for part in found
        if part.kind in EVIDENCE
        and part.kind not in own
        and part.findings
        and all(f.status in ('met', 'not_applicable') for f in part.findings.values() if f.required)
    )
    taken = tuple(part.kind for part in found if part.kind in EVIDENCE and part.kind not in alike)
    return Scored(label, tuple(outcomes), tuple(kinds), accepted, taken, skipped)


def _overlap(part: PartLabel, other: FoundPart) -> tuple[int, int]:
    shared = min(part.pages[1], other.pages[1]) - max(part.pages[0], other.pages[0]) + 1
    return (shared, -abs(part.pages[0] - other.pages[0]))


def _outcome(label: Label, part: PartLabel, truth: Truth, best: FoundPart | None) -> Outcome:
    found = best.findings.get(truth.requirement) if best else None
    placed = None
    if found and found.status == 'met' and truth.state == 'present' and truth.spots and found.box and found.page:
        spots = [spot for spot in truth.spots if spot.page == found.page]
        placed = any(stands(found.box, spot) for spot in (*spots, *_together(truth.requirement, spots)))
    if found and found.status == 'met' and truth.state == 'present' and found.at and any(s.at for s in truth.spots):
        placed = any(_cell(spot.at) == _cell(found.at) for spot in truth.spots)
    return Outcome(label, part.kind, truth, found.status if found else 'none', found, placed)


def _cell(name: str) -> str:
    """A cell's name without quotes around its sheet."""
    return name.replace("'", '').casefold()


def _together(requirement: str, spots: list[Spot]) -> list[Spot]:
    """The region of a requirement that is one block of several marked lines."""
    if requirement not in _BLOCKS or len(spots) < 2:
        return []
    x0, y0 = min(spot.box[0] for spot in spots), min(spot.box[1] for spot in spots)
    return [Spot(spots[0].page, (x0, y0, max(spot.box[2] for spot in spots), max(spot.box[3] for spot in spots)), '')]


def stands(box: Box, spot: Spot) -> bool:
    """Whether the centre of the box lies in the words' place, or the words' centre in a box that is not much larger."""
    x0, y0, x1, y1 = spot.box
    cx, cy = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if x0 - _NEAR <= cx <= x1 + _NEAR and y0 - _NEAR <= cy <= y1 + _NEAR:
        return True
    inside = box[0] - _NEAR <= (x0 + x1) / 2 <= box[2] + _NEAR and box[1] - _NEAR <= (y0 + y1) / 2 <= box[3] + _NEAR
    return inside and (box[2] - box[0]) * (box[3] - box[1]) <= _GREEDY * max(1.0, (x1 - x0) * (y1 - y0))


@dataclass(frozen=True, slots=True)
class Share:
    """Some of all."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f'{self.part}/{self.whole} ({100 * self.part / self.whole:.1f}%)' if self.whole else '-'

    @property
    def bound(self) -> float:
        """Upper bound of the share in percent, Wilson score at 95 %."""
        if not self.whole:
            return 100.0
        z, n, p = 1.96, self.whole, self.part / self.whole
        return 100 * (p + z * z / (2 * n) + z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)


def false_met(outcome: Outcome) -> bool:
    return outcome.truth.state == 'absent' and 'met' not in outcome.truth.allowed and outcome.status == 'met'


def false_missing(outcome: Outcome) -> bool:
    return outcome.truth.state == 'present' and 'missing' not in outcome.truth.allowed and outcome.status == 'missing'


def measures(scored: Iterable[Scored]) -> dict[str, Share]:
    """All figures over some files, the worst error first."""
    files = list(scored)
    all_outcomes = [outcome for one in files for outcome in one.outcomes if outcome.truth.state != 'free']
    absent = [o for o in all_outcomes if o.truth.state == 'absent']
    present = [o for o in all_outcomes if o.truth.state == 'present']
    partial = [o for o in all_outcomes if o.truth.state == 'partial']
    sure = [o for o in all_outcomes if o.truth.right]
    said = {status: [o for o in all_outcomes if o.status == status] for status in ('met', 'missing')}
    placed = [o.placed for o in all_outcomes if o.placed is not None]
    kinds = [kind for one in files if one.label.group != 'distractor' for kind in one.kinds]
    distractors = [one for one in files if one.label.group == 'distractor']
    return {
        'met palsu': _share(absent, false_met),
        'missing palsu': _share(present, false_missing),
        'sebagian dinyatakan met': _share(partial, lambda o: o.status == 'met'),
        'unsure': _share(sure, lambda o: o.status == 'unsure'),
        'diputuskan': _share(sure, lambda o: o.status in ('met', 'missing')),
        'tak dinilai': _share(all_outcomes, lambda o: o.status == 'none'),
        'presisi missing': _share(said['missing'], lambda o: 'missing' in o.truth.allowed),
        'jangkauan missing': _share([o for o in sure if o.truth.right == 'missing'], lambda o: o.status == 'missing'),
        'presisi met': _share(said['met'], lambda o: 'met' in o.truth.allowed),
        'jangkauan met': _share([o for o in sure if o.truth.right == 'met'], lambda o: o.status == 'met'),
        'jenis': Share(sum(kind[1] for kind in kinds), len(kinds)),
        'halaman': Share(sum(kind[2] for kind in kinds), len(kinds)),
        'kotak': Share(sum(placed), len(placed)),
        'rongsokan dilewati': Share(sum(one.skipped for one in files), len(kinds) + sum(one.skipped for one in files)),
        'pengecoh diterima': Share(sum(bool(one.accepted) for one in distractors), len(distractors)),
        'pengecoh dikira bukti': Share(sum(bool(one.taken) for one in distractors), len(distractors)),
    }


def _share(outcomes: Sequence[Outcome], test: object) -> Share:
    assert callable(test)
    return Share(sum(bool(test(outcome)) for outcome in outcomes), len(outcomes))

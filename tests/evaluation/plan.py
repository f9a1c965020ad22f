"""Which documents a run makes: kinds, producers and qualities in fixed shares, drawn from the seed alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from tests.evaluation import bundles, distractors, merged
from tests.evaluation.draft import Draft
from tests.evaluation.recipes import RECIPES

Format = Literal['text', 'scan', 'docx', 'xlsx', 'image']
QUALITIES = ('bersih-200', 'kantor-200', 'buruk-150', 'sangat-buruk-100', 'foto')
_PAPERS = ((595.3, 841.9), (609.4, 935.4), (609.4, 935.4))
_NEW = {
    'sk-dip': (23, 3, 3),
    'dik': (28, 4, 3),
    'uji-konsekuensi': (28, 4, 3),
    'laporan-layanan': (28, 4, 3),
    'maklumat': (30, 4, 2),
    'formulir-permohonan': (14, 5, 2),
    'formulir-keberatan': (14, 5, 2),
    'register-permohonan': (12, 5, 2),
    'surat-pernyataan': (20, 4, 2),
    'undangan': (16, 4, 2),
    'notulen': (16, 4, 2),
    'daftar-hadir': (12, 14, 2),
    'surat-tugas': (26, 5, 2),
    'anggaran': (22, 4, 2),
}
"""Kinds with their numbers of text documents, scans and DOCX."""
_MIX = {
    'text': (
        *(('sk-ppid', 66), ('dip', 54), ('sop', 54), ('merged', 20), ('bundel', 182), ('distractor', 104)),
        *((kind, counts[0]) for kind, counts in _NEW.items()),
    ),
    'scan': (
        *(('sk-ppid', 12), ('dip', 9), ('sop', 9), ('distractor', 6), ('bundel', 5)),
        *((kind, counts[1]) for kind, counts in _NEW.items()),
    ),
    'docx': (
        *(('sk-ppid', 10), ('dip', 7), ('sop', 7), ('distractor', 10)),
        *((kind, counts[2]) for kind, counts in _NEW.items()),
    ),
    'xlsx': (
        ('dip', 14),
        ('dik', 10),
        ('register-permohonan', 12),
        ('anggaran', 4),
        ('daftar-hadir', 4),
        ('distractor', 4),
    ),
    'image': (('foto', 8),),
}
_QUICK = {
    'text': (
        *(('sk-ppid', 8), ('dip', 6), ('sop', 6), ('merged', 2), ('bundel', 4), ('distractor', 14)),
        *((kind, 2) for kind in _NEW),
    )
}
_PRODUCERS = (('reportlab', 38), ('weasyprint', 27), ('fpdf2', 15), ('chromium', 10), ('libreoffice', 10))


@dataclass(frozen=True, slots=True)
class Order:
    """One document to make."""

    id: str
    kind: str
    format: Format
    producer: str
    quality: str
    held_out: bool
    seed: str


def plan(seed: int, quick: bool, missing: tuple[str, ...], scale: float = 1.0) -> list[Order]:
    """All orders of a run, or the given share of each kind; a producer in `missing` is replaced by ReportLab."""
    orders = []
    for format, shares in (_QUICK if quick else _MIX).items():
        if format == 'xlsx' and 'openpyxl' in missing:
            continue
        for kind, count in shares:
            orders += [_order(seed, format, kind, k, quick, missing) for k in range(round(count * scale))]  # type: ignore[arg-type]
    return orders


def _order(seed: int, format: Format, kind: str, k: int, quick: bool, missing: tuple[str, ...]) -> Order:
    rng = Random(f'{seed}/{format}/{kind}/{k}')
    names, weights = zip(*(_PRODUCERS[:2] if quick or format == 'scan' else _PRODUCERS), strict=True)
    producer = {'docx': 'docx', 'xlsx': 'openpyxl', 'image': 'pillow'}.get(format) or rng.choices(names, weights)[0]
    producer = producer if producer not in missing else 'reportlab'
    quality = {'text': 'teks', 'docx': 'docx', 'xlsx': 'xlsx', 'image': 'foto'}.get(format) or QUALITIES[
        k % len(QUALITIES)
    ]
    return Order(
        f'{format}-{kind}-{k:03d}', kind, format, producer, quality, k % 3 == 2, f'{seed}/{format}/{kind}/{k}/isi'
    )


def draft(order: Order) -> Draft:
    """The content of an ordered document."""
    made = Draft(Random(order.seed), order.held_out)
    rng = made.rng
    made.format = order.format
    made.look = replace(
        made.look,
        paper=rng.choice(_PAPERS),
        margin=rng.choice((50.0, 58.0, 66.0, 72.0)),
        font=rng.choice(('serif', 'serif', 'sans', 'narrow', 'carlito', 'dejavu')),
        size=rng.choice((10.0, 11.0, 11.0, 12.0)),
        leading=rng.choice((1.15, 1.2, 1.35)),
        table_size=rng.choice((8.0, 9.0, 10.0)),
        page_numbers=rng.choice(('', '', '- %d -', '%d', 'Halaman %d')),
    )
    if made.look.font == 'dejavu':
        made.look = replace(made.look, size=9.5, table_size=8.0)
    if order.kind == 'distractor':
        which = distractors.ALL[int(order.id[-3:]) % len(distractors.ALL)]
        if order.format == 'xlsx':
            which = distractors.LISTS[int(order.id[-3:]) % len(distractors.LISTS)]
        made.template.append(distractors.name_of(which))
        which(made)
        for part in made.parts:
            own = RECIPES[part.kind].damage.keys() | {'tanda-tangan'} if part.kind in RECIPES else ()
            part.claims = {name: claim for name, claim in part.claims.items() if name in own}
    elif order.kind == 'merged':
        merged.build(made)
    elif order.kind == 'bundel':
        bundles.build(made)
    else:
        if order.format == 'text' and order.kind in _NEW and made.chance(0.3):
            made.sign_form = 'digital'
        RECIPES[order.kind].make(made)
        made.title = f'{made.title}: {", ".join(f"{name} {how}" for name, how in made.defects.items()) or "lengkap"}'
    return made

"""Which documents a run makes: kinds, producers and qualities in fixed shares, drawn from the seed alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from tests.evaluation import distractors, merged, templates_dip, templates_sk, templates_sop
from tests.evaluation.draft import Draft

Format = Literal['text', 'scan', 'docx', 'image']
QUALITIES = ('bersih-200', 'kantor-200', 'buruk-150', 'sangat-buruk-100', 'foto')
_KINDS = {'sk-ppid': templates_sk, 'dip': templates_dip, 'sop': templates_sop}
_DAMAGE = ((0, 11), (1, 12), (2, 17), (3, 28), (5, 16), (6, 16))
"""Number of damaged requirements with weights; five and six are drafts handed in too early."""
_PAPERS = ((595.3, 841.9), (609.4, 935.4), (609.4, 935.4))
_MIX = {
    'text': (('sk-ppid', 145), ('dip', 115), ('sop', 135), ('merged', 40), ('distractor', 90)),
    'scan': (('sk-ppid', 30), ('dip', 22), ('sop', 22), ('distractor', 6)),
    'docx': (('sk-ppid', 20), ('dip', 14), ('sop', 14), ('distractor', 12)),
    'image': (('foto', 10),),
}
_QUICK = {'text': (('sk-ppid', 17), ('dip', 13), ('sop', 13), ('merged', 3), ('distractor', 14))}
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
        for kind, count in shares:
            orders += [_order(seed, format, kind, k, quick, missing) for k in range(round(count * scale))]  # type: ignore[arg-type]
    return orders


def _order(seed: int, format: Format, kind: str, k: int, quick: bool, missing: tuple[str, ...]) -> Order:
    rng = Random(f'{seed}/{format}/{kind}/{k}')
    names, weights = zip(*(_PRODUCERS[:2] if quick or format == 'scan' else _PRODUCERS), strict=True)
    producer = {'docx': 'docx', 'image': 'pillow'}.get(format) or rng.choices(names, weights)[0]
    producer = producer if producer not in missing else 'reportlab'
    quality = {'text': 'teks', 'docx': 'docx', 'image': 'foto'}.get(format) or QUALITIES[k % len(QUALITIES)]
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
        made.template.append(which.__name__)
        which(made)
        made.parts[-1].claims.clear()
    elif order.kind == 'merged':
        merged.build(made)
    else:
        counts, weights = zip(*_DAMAGE, strict=True)
        module = _KINDS[order.kind]
        made.plan_defects(module.DEFECTS, rng.choices(counts, weights)[0])
        module.build(made)
        made.title = f'{made.title}: {", ".join(f"{name} {how}" for name, how in made.defects.items()) or "lengkap"}'
    return made

"""Makes the labelled scans, has them checked, and prints their tables."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path

from tests.evaluation import scan_corpus, scan_table, table
from tests.evaluation.checked import examine_with_letters, parts_of
from tests.evaluation.scan_corpus import Scan
from tests.evaluation.scan_table import Examined
from tests.evaluation.score import score


def run(
    home: Path,
    *,
    seed: int = 1,
    scale: float = 1.0,
    kind: str | None = None,
    trait: str | None = None,
    jobs: int = 2,
    errors: int = 0,
    held_out_errors: bool = False,
) -> dict[str, object]:
    """Print all tables; the figures of each class. `trait`: only scans with this word in their class, device, layer
    or file form."""
    started = time.perf_counter()
    folder, scans = scan_corpus.corpus(home, seed, scale)
    made = time.perf_counter() - started
    chosen = [scan for scan in scans if _wanted(scan, kind, trait)]
    if not chosen:
        print('Tidak ada pindaian yang cocok.')
        return {}
    started = time.perf_counter()
    answers = examine_with_letters([folder / scan.label.file for scan in chosen], jobs)
    examined = [
        Examined(scan, report, score(scan.label, parts_of(report)), letters)
        for scan, (report, letters) in zip(chosen, answers, strict=True)
    ]
    took = time.perf_counter() - started
    for text in (
        scan_table.by_class(examined),
        scan_table.by_look(examined),
        table.breakdown([one.scored for one in examined], lambda one: one.label.kind, 'jenis'),
        scan_table.pages(examined),
        scan_table.by_grade(examined),
        scan_table.unreadable(examined),
        table.by_requirement([one.scored for one in examined if one.scan.label.quality != 'tak-terbaca']),
    ):
        print(text)
    pages = sum(len(scan.pages) for scan in chosen)
    print(f'\nPembuatan {made:.0f} detik, pemeriksaan {took:.0f} detik ({pages} halaman, {jobs} proses).')
    if errors:
        print('\n' + table.errors([one.scored for one in examined], errors, held_out_errors))
    return {
        name: {measure: asdict(share) for measure, share in shares.items()}
        for name, shares in scan_table.figures(examined).items()
    }


def _wanted(scan: Scan, kind: str | None, trait: str | None) -> bool:
    own = {scan.label.quality, scan.wrapping.form, *(page.look.device for page in scan.pages)}
    own |= {page.layer for page in scan.pages if page.layer != 'none'}
    named = 'pengecoh' if scan.label.group == 'distractor' else scan.label.kind
    return kind in (None, named) and (trait is None or trait in own)


"""Made signers' blocks, read and judged as documents are: `python -m tests.signatures [--real FOLDER] [--errors]`.

Every case is a page handed in as a picture, and goes through the same reading and checking as any file. Prints the
confusion table and the figures; the generators of strokes and stamps that the network never saw stand in rows of
their own.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image

from checker import rulebook
from checker.driver import Examiner
from checker.model import KindId, Report
from checker.reading.isolation import Reader
from tests.signatures import real
from tests.signatures.cases import Case, case
from tests.signatures.score import Judged, table


def save(made: Case, path: Path) -> None:
    """As a scanner or phone would: phones name no resolution."""
    picture = Image.fromarray(made.image)
    if made.look == 'photo':
        picture.save(path)
    else:
        picture.save(path, dpi=(made.dpi, made.dpi))


def _written(job: tuple[int, str]) -> tuple[int, str, str, int, str, str]:
    seed, folder = job
    made = case(seed)
    save(made, Path(folder) / f'{seed:06}.png')
    alone = made.initials and made.state in ('empty', 'ruled', 'dirt')
    return seed, 'paraf' if alone else made.state, made.look, made.dpi, made.pen, made.stamp


def judged(count: int, first: int, folder: Path) -> Iterator[Judged]:
    """Makes, reads and judges the cases from number `first` on."""
    with ProcessPoolExecutor(2) as pool:
        labels = list(pool.map(_written, [(seed, str(folder)) for seed in range(first, first + count)], chunksize=8))
    paths = [folder / f'{label[0]:06}.png' for label in labels]
    with Reader() as reader, Examiner(rulebook.load(), period=2025, reader=reader, kind=KindId('sk-ppid')) as examiner:
        for (seed, state, look, dpi, pen, stamp), report in zip(labels, examiner.examine(paths), strict=True):
            status, form = _said(report)
            yield Judged(state, look, dpi, pen, stamp, status, form, seed)


def _said(report: Report) -> tuple[str, str]:
    for part in report.parts:
        for finding in part.findings:
            if finding.requirement == 'tanda-tangan':
                return finding.status, finding.form or finding.reason or finding.status
    return 'unsure', 'unread'


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--count', type=int, default=1300)
    options.add_argument('--first', type=int, default=0)
    options.add_argument('--real', type=Path, help='folder with the real files of real_blocks.json')
    options.add_argument('--errors', action='store_true', help='list the wrong ones')
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cases = list(judged(chosen.count, chosen.first, Path(folder)))
    print('\n'.join(table(cases)))
    if chosen.real:
        print('\nreal blocks')
        print('\n'.join(table(list(real.judged(chosen.real)))))
    if chosen.errors:
        for c in cases:
            if (
                (c.status == 'met' and not c.signed)
                or (c.status == 'missing' and c.signed)
                or (c.status == 'unsure' and c.decidable)
            ):
                print(c)


if __name__ == '__main__':
    main()

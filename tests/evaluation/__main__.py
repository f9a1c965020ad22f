"""`make evaluate`: how right the checker is, on generated documents and, with --real, on labelled real ones."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.evaluation import generate, real, scan_run, simple, table
from tests.evaluation.checked import examine, parts_of
from tests.evaluation.model import Label
from tests.evaluation.producers import missing
from tests.evaluation.score import Scored, measures, score

_FORMATS = (
    ('text', 'Dokumen dengan lapisan teks'),
    ('scan', 'Pindaian'),
    ('docx', 'DOCX'),
    ('xlsx', 'XLSX'),
    ('image', 'Foto'),
)


def main() -> None:
    options = _options()
    os.environ.setdefault('OMP_THREAD_LIMIT', '1')
    results: dict[str, object] = {}
    if not (options.scans or options.only_real):
        _documents(options, results)
    if options.scans or not (options.quick or options.no_scans or options.only_real):
        results['scans'] = scan_run.run(
            options.out,
            seed=options.seed,
            scale=options.scale,
            kind=options.kind,
            trait=options.look,
            jobs=options.jobs,
            errors=options.errors,
            held_out_errors=options.held_out_errors,
        )
    if options.real:
        results |= _real(options)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1), encoding='utf-8')


def _documents(options: argparse.Namespace, results: dict[str, object]) -> None:
    """The generated documents of all formats; their figures are added to the results."""
    folder, labels = generate.corpus(options.out, options.seed, options.quick, options.scale)
    if missing():
        print(f'Tidak terpasang, dilewati: {", ".join(missing())}')
    chosen = [label for label in labels if _wanted(label, options)]
    scored = _check([(folder / label.file, label) for label in chosen], None, options.jobs)
    plain = None if options.no_simple else [score(label, simple.judge(folder / label.file)) for label in chosen]
    for format, title in _FORMATS:
        part = [one for one in scored if one.label.format == format]
        if part:
            print(
                table.summary(
                    title, part, None if plain is None else [one for one in plain if one.label.format == format]
                )
            )
            results[format] = {name: asdict(share) for name, share in measures(part).items()}
    print(
        table.breakdown(
            scored,
            lambda one: f'{one.label.format} {one.label.kind if one.label.group != "distractor" else "pengecoh"}',
            'jenis',
        )
    )
    print(table.breakdown(scored, lambda one: one.label.quality, 'mutu'))
    print(table.breakdown(scored, lambda one: one.label.producer, 'pembuat'))
    print(table.by_requirement(scored))
    if options.errors:
        print('\n' + table.errors(scored, options.errors, options.held_out_errors))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='python -m tests.evaluation', description=__doc__)
    parser.add_argument('--quick', action='store_true', help='some 60 text documents, two producers')
    parser.add_argument('--kind', help='only files whose kind is this one (sk-ppid, dik, ..., merged, pengecoh, foto)')
    parser.add_argument('--real', type=Path, help='folder with labelled real documents')
    parser.add_argument('--json', type=Path, help='write the figures here')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--scale', type=float, default=1.0, help='make only this share of the documents')
    parser.add_argument(
        '--hard-only', action='store_true', help='only held-out templates, damaged documents and distractors'
    )
    parser.add_argument(
        '--errors', type=int, nargs='?', const=20, default=0, help='list the worst errors, so many of a sort'
    )
    parser.add_argument(
        '--held-out-errors',
        action='store_true',
        help='list errors of held-out templates too: for reporting, never for tuning',
    )
    parser.add_argument('--no-simple', action='store_true', help='leave the simple way out')
    parser.add_argument('--only-real', action='store_true', help='with --real: no generated documents')
    parser.add_argument('--scans', action='store_true', help='only the labelled scans')
    parser.add_argument('--no-scans', action='store_true', help='leave the labelled scans out')
    parser.add_argument(
        '--look', help='only scans of this class (200, 150, foto-100, tak-terbaca), device, text layer or file form'
    )
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument(
        '--out',
        type=Path,
        default=Path(os.environ.get('XDG_CACHE_HOME', Path.home() / '.cache')) / 'cekbukti-evaluation',
        help='where generated documents are kept',
    )
    return parser.parse_args()


def _wanted(label: Label, options: argparse.Namespace) -> bool:
    kind = 'pengecoh' if label.group == 'distractor' else label.kind
    hard = (
        label.held_out
        or label.group == 'distractor'
        or any(truth.state != 'present' for part in label.parts for truth in part.truths)
    )
    return options.kind in (None, kind) and (hard or not options.hard_only)


def _check(files: Sequence[tuple[Path, Label]], kind: str | None, jobs: int) -> list[Scored]:
    if not files:
        return []
    reports = examine([path for path, _ in files], kind, jobs)
    return [score(label, parts_of(report)) for (_, label), report in zip(files, reports, strict=True)]


def _real(options: argparse.Namespace) -> dict[str, object]:
    """The real documents: kinds forced, what is none of the kinds checked as it comes."""
    files = real.labels(options.real)
    scored = [
        one
        for kind in dict.fromkeys(real.forced(label) for _, label in files)
        for one in _check([pair for pair in files if real.forced(pair[1]) == kind], kind, options.jobs)
    ]
    plain = (
        None if options.no_simple else [score(label, simple.judge(path, real.forced(label))) for path, label in files]
    )
    groups = {
        'real': ('Dokumen nyata berlabel (jenis dipaksa)', {label.file for _, label in files}),
        'real scans': ('Di antaranya pindaian', {label.file for _, label in files if label.format == 'scan'}),
    }
    results: dict[str, object] = {}
    for name, (title, names) in groups.items():
        part = [one for one in scored if one.label.file in names]
        beside = None if plain is None else [one for one in plain if one.label.file in names]
        print(table.summary(title, part, beside))
        results[name] = {measure: asdict(share) for measure, share in measures(part).items()}
    print(table.by_requirement(scored))
    if options.errors:
        print('\n' + table.errors(scored, options.errors, True))
    return results


if __name__ == '__main__':
    main()

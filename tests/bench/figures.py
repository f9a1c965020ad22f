"""What is measured: reading and checking beside bare pdfium, the bounds of the command, throughput by format, scans."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from statistics import median

from checker import check, rulebook
from checker.model import Document
from checker.reading.isolation import Reader
from checker.reading.signatures import validate
from checker.rulebook import Rulebook
from tests.bench import material, rivals, scanned
from tests.bench.measure import Run, command, cpu_seconds, seconds
from tests.bench.table import Figure

PERIOD = 2025
PAGES = 5
"""Pages of a document; the decree of the single-file figure has four."""
TEXTS, DOCXS, SCANS, MANY = 100, 50, 10, 1_000
"""Documents of each sort; --quick takes a tenth."""
SCAN_PAGES = 2
LONG_SCAN = 200
"""Pages of the scan whose memory is measured."""

Tables = list[tuple[str, list[Figure]]]


@dataclass(frozen=True)
class Bench:
    """The documents, made when first asked for, and how often each figure is taken."""

    folder: Path
    repeat: int
    share: int
    real: Path | None = None
    """A folder of real documents with its index, for the comparison on real scans."""

    @cached_property
    def texts(self) -> list[Path]:
        return self._made('text', '.pdf', TEXTS, lambda path, number: material.text_pdf(path, number, PAGES))

    @cached_property
    def docxs(self) -> list[Path]:
        return self._made('docx', '.docx', DOCXS, material.docx_file)

    @cached_property
    def scans(self) -> list[Path]:
        return self._made('scan', '.pdf', SCANS, lambda path, number: material.scan_pdf(path, number, SCAN_PAGES))

    @cached_property
    def many(self) -> list[Path]:
        return self._made('many', '.pdf', MANY, lambda path, number: material.text_pdf(path, TEXTS + number, PAGES))

    @cached_property
    def decree(self) -> Path:
        material.text_pdf(path := self.folder / 'sk.pdf', 0, 4)
        return path

    def _made(self, name: str, suffix: str, count: int, make: Callable[[Path, int], None]) -> list[Path]:
        (folder := self.folder / name).mkdir()
        paths = [folder / f'{number:04}{suffix}' for number in range(count // self.share)]
        for number, path in enumerate(paths):
            make(path, number)
        return paths


def all_tables(bench: Bench) -> Tables:
    return [('Beside bare pdfium, text PDFs, one core', ratios(bench)), ('Bounds', bounds(bench)),
            ('Signature objects, one core', signatures(bench)),
            ('Throughput of `cekbukti check`, all cores', throughput(bench)), *scan_tables(bench)]


def scan_tables(bench: Bench) -> Tables:
    return [('Scans', scans(bench)), *real_scans(bench)]


def ratios(bench: Bench) -> list[Figure]:
    """Wall times of the same files, each way on its own; 1 is pdfium's text and the box of every character.

    The ways take turns and each round is compared within itself, so that a busy moment of the machine spoils one round.
    """
    files, book = bench.texts, rulebook.load()
    documents, phrases = _read(files), _phrases(book)
    ways: list[tuple[str, float | None, Callable[[], object]]] = [
        ('bare pdfium', None, lambda: rivals.bare(files)),
        (f'reading in isolation, {len(files)} files', 2.5, lambda: _read(files)),
        ('split and check', 1.5, lambda: [check.check(document, book, PERIOD) for document in documents]),
        (f'the simple way, {len(phrases)} phrases', None, lambda: rivals.simple(files, phrases)),
    ]
    rounds = [[seconds(work) for _, _, work in ways] for _ in range(bench.repeat)]
    shares = [median(times[way] / times[0] for times in rounds) for way in range(len(ways))]
    a_page = [median(times[way] for times in rounds) / (len(files) * PAGES) * 1000 for way in range(len(ways))]
    return [*(Figure(name, share, 'x', bound) for (name, bound, _), share in zip(ways, shares, strict=True)),
            *(Figure(name, value, 'ms a page') for (name, _, _), value in zip(ways, a_page, strict=True))]


def bounds(bench: Bench) -> list[Figure]:
    """What a person waits for, and what a large call may take."""
    store = bench.folder / 'store'
    single = [_checked([bench.decree], '--no-store') for _ in range(bench.repeat)]
    first = _checked(bench.many, '--store', store)
    readings = _listing(store / 'readings')
    again = [_checked(bench.many, '--store', store, '--rules', _changed_rules(bench.folder, turn), cores=1)
             for turn in range(bench.repeat)]
    touched = _listing(store / 'readings').items() ^ readings.items()
    per_thousand = MANY / len(bench.many)
    return [
        Figure('one text decree of 4 pages, with start-up', median(run.seconds for run in single), 's', 1.5),
        Figure('1,000 documents of 5 pages checked again after a change of rules, one core',
               median(run.seconds for run in again) * per_thousand, 's', 25),
        Figure('readings written by that, once more or anew', len({path for path, _ in touched}), '', 0),
        Figure(f'the calling process with {len(bench.many):,} documents, reading them', first.parent_mb, 'MB', 300),
        Figure(f'the same, checking {len(bench.many):,} again', max(run.parent_mb for run in again), 'MB', 300),
        Figure('largest child of that call', first.child_mb, 'MB'),
    ]


def signatures(bench: Bench) -> list[Figure]:
    """CPU that validating takes, for each signature; pyHanko is loaded before."""
    figures = []
    for pages, signers, objects in ((4, 1, 0), (4, 2, 0), (100, 4, 16_000)):
        material.sealed_pdf(path := bench.folder / f'sealed-{pages}-{signers}.pdf', pages, signers, objects)
        found = validate(path)
        if [each.intact and not each.changed for each in found] != [True] * signers:
            raise AssertionError(f'not all intact: {found}')
        took = median(cpu_seconds(partial(validate, path)) for _ in range(bench.repeat))
        name = f'each of {signers}, {pages} pages' + (f', {objects:,} more objects' if objects else '')
        figures.append(Figure(name, took / signers * 1000, 'ms', 150))
    return figures


def throughput(bench: Bench) -> list[Figure]:
    """End to end with nothing kept: files in, JSON out."""
    figures: list[Figure] = []
    for name, paths in (('text PDF', bench.texts), ('DOCX', bench.docxs), ('scan', bench.scans)):
        runs = [_checked(paths, '--no-store') for _ in range(bench.repeat)]
        took = median(run.seconds for run in runs)
        pages = sum(json.loads(line)['pages'] for line in runs[0].out.splitlines())
        figures += [Figure(f'{name}: documents', len(paths) / took, 'a second'),
                    Figure(f'{name}: pages', pages / took, 'a second'),
                    Figure(f'{name}: largest child', max(run.child_mb for run in runs), 'MB')]
    return figures


def scans(bench: Bench) -> list[Figure]:
    """A scanned decree with start-up, and the memory of a long scan, all processes together."""
    material.scan_pdf(decree := bench.folder / 'scan.pdf', 0, 4)
    runs = [_checked([decree], '--no-store') for _ in range(bench.repeat)]
    pages = LONG_SCAN // bench.share
    material.scan_pdf(long := bench.folder / 'long.pdf', 1, pages)
    whole = _checked([long], '--no-store')
    return [
        Figure(f'one scanned decree of 4 pages at {material.SCAN_DPI} dpi, with start-up',
               median(run.seconds for run in runs), 's', 4.0),
        Figure('the same, CPU of all processes', median(run.cpu_seconds for run in runs), 's'),
        Figure(f'a scan of {pages} pages, all processes together', whole.all_mb, 'MB', 1024),
        Figure('the same, time', whole.seconds, 's'),
    ]


def real_scans(bench: Bench) -> Tables:
    """Beside OCRmyPDF, where it is installed and there are real scans; else nothing, and why is said."""
    if bench.real is None:
        return []
    version = scanned.version()
    if version is None:
        print('OCRmyPDF is not installed: no comparison on real scans.')
        return []
    files = scanned.files_of(bench.real)[::bench.share]
    title = f'Real scans, one core, beside OCRmyPDF {version} (`-l ind --force-ocr --jobs 1 --output-type pdf`)'
    return [(title, scanned.compare(files, _phrases(rulebook.load()), bench.folder))]


def _read(paths: list[Path]) -> list[Document]:
    """Start and end of the children included."""
    with Reader(jobs=1) as reader:
        return [answer.result() for answer in [reader.read_fast(path, path.name) for path in paths]]


def _phrases(book: Rulebook) -> list[str]:
    """Every wording that a requirement looks for, in small letters."""
    requirements = [requirement for kind in book.kinds.values() for requirement in kind.requirements]
    groups = [words for requirement in requirements for words in (requirement.groups or {}).values()]
    return sorted({word.lower() for words in (*(each.words for each in requirements), *groups) for word in words})


def _checked(paths: list[Path], *options: str | Path, cores: int | None = None) -> Run:
    run = command('check', '--json', '--period', str(PERIOD), *options, *paths, cores=cores)
    errors = [line for line in map(json.loads, run.out.splitlines()) if line['error']]
    if errors or len(run.out.splitlines()) != len(paths):
        raise AssertionError(f'not every document was checked: {errors[:1]}')
    return run


def _changed_rules(folder: Path, turn: int) -> Path:
    """A copy of the rules in which a section of every kind has one more wording: no kept finding holds any more."""
    copy = folder / f'rules-{turn}'
    shutil.copytree(rulebook.rules_folder(), copy, ignore=shutil.ignore_patterns('__pycache__'))
    for path in (copy / 'kinds').glob('*.toml'):
        path.write_text(path.read_text().replace('\nwords = [', f'\nwords = ["contoh perubahan nomor {turn}", ', 1))
    return copy


def _listing(folder: Path) -> dict[str, int]:
    """Every file below, and when it was written."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob('*') if path.is_file()}

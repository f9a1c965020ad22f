"""Real scans as they are: CekBukti beside OCRmyPDF and bare tesserocr, by CPU and by the phrases that each reads.

A phrase counts once a file, when any of the three has read it letter by letter; recall is the share of these that one
has. So nobody's own mistakes count for or against anyone. Pages that CekBukti leaves unread, because nothing depends on
them, count as done, and their phrases as not read.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from checker.store.readings import unpack
from tests.bench import rivals
from tests.bench.measure import Run, command, program
from tests.bench.table import Figure

_SCANNED = ('scanned', 'scanned+ocr')
SHORT, LONG = 6, 10
"""Pages: files up to the first, and files above the second, have bounds of their own."""
_LONG_ENOUGH = 8
"""Letters of a phrase: shorter ones stand in other words."""


@dataclass(slots=True)
class Way:
    """What one of the three took, and the text that it found in each file."""

    cpu: dict[Path, float] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)


def files_of(folder: Path) -> list[Path]:
    """The scans of a folder with an index of its files (`index.json`: a list of `file` and `scan`)."""
    listed = json.loads((folder / 'index.json').read_text(encoding='utf-8'))
    return sorted(folder / entry['file'] for entry in listed if entry['scan'] in _SCANNED)


def version() -> str | None:
    """Of OCRmyPDF; None where it is not installed."""
    return subprocess.run(['ocrmypdf', '--version'], capture_output=True, text=True, check=True).stdout.strip() \
        if shutil.which('ocrmypdf') else None


def compare(files: Sequence[Path], phrases: Sequence[str], folder: Path,
            progress: Callable[[str], None] = print) -> list[Figure]:
    """Runs all three on one core. Files that OCRmyPDF refuses are left out for all."""
    os.environ['OMP_THREAD_LIMIT'] = '1'
    from checker.reading.recognition import model_folder  # tesserocr looks at the variable when it is loaded

    model = model_folder()
    if model is None:
        raise FileNotFoundError('ind.traineddata')
    rival, bare, own = Way(), Way(), Way()
    for number, path in enumerate(files, 1):
        progress(f'{number}/{len(files)} {path.name}')
        try:
            _by_ocrmypdf(rival, path, folder / 'searchable.pdf')
        except subprocess.CalledProcessError as error:
            progress(f'OCRmyPDF refused {path.name} ({error.returncode}); left out')
            continue
        run = program([sys.executable, '-m', 'tests.bench.rivals', model, path], cores=1)
        bare.cpu[path], bare.texts[path] = run.cpu_seconds, run.out
    pages = {path: _pages(path) for path in rival.cpu}
    figures = []
    for title, chosen, faster in (
        (f'up to {SHORT} pages', [path for path in pages if pages[path] <= SHORT], 3.0),
        (f'{SHORT + 1} to {LONG} pages', [path for path in pages if SHORT < pages[path] <= LONG], None),
        (f'above {LONG} pages', [path for path in pages if pages[path] > LONG], 5.0),
    ):
        if chosen:
            cpu, read = _by_us(own, chosen, folder)
            figures += _figures(title, chosen, sum(pages[path] for path in chosen), cpu, read, faster, (rival, bare))
    return figures + _recalls(list(pages), phrases, own, rival, bare)


def _by_ocrmypdf(way: Way, path: Path, out: Path) -> None:
    run = program(['ocrmypdf', '-l', 'ind', '--force-ocr', '--jobs', '1', '--output-type', 'pdf', '--quiet', path, out],
                  cores=1)
    way.cpu[path], way.texts[path] = run.cpu_seconds, rivals.text_of(out)


def _by_us(way: Way, paths: Sequence[Path], folder: Path) -> tuple[float, int]:
    """One call for all of them: its CPU seconds, and how many pages it read; the texts go into `way`."""
    store = folder / f'store-{len(way.texts)}'
    run: Run = command('check', '--json', '--period', '2025', '--store', store, *paths, cores=1)
    hashes = {line['sha256']: path for path, line in zip(paths, map(json.loads, run.out.splitlines()), strict=True)}
    read = 0
    for kept in (store / 'readings').rglob('*'):
        if kept.is_file():
            document = unpack(kept.read_bytes())
            way.texts[hashes[document.sha256]] = '\n'.join(page.text for page in document.pages)
            read += sum(page.level != 'unread' for page in document.pages)
    return run.cpu_seconds, read


def _figures(title: str, files: Sequence[Path], pages: int, cpu: float, read: int, faster: float | None,
             others: tuple[Way, Way]) -> list[Figure]:
    rival, bare = (sum(way.cpu[path] for path in files) for way in others)
    name = f'{len(files)} files {title}'
    return [
        Figure(f'{name}: pages a CPU second, beside OCRmyPDF', rival / cpu, 'x', at_least=faster),
        Figure(f'{name}: CekBukti', pages / cpu, 'pages a CPU second'),
        Figure(f'{name}: OCRmyPDF', pages / rival, 'pages a CPU second'),
        Figure(f'{name}: bare tesserocr', pages / bare, 'pages a CPU second'),
        Figure(f'{name}: pages that CekBukti read', 100 * read / pages, '%'),
    ]


def _recalls(files: Sequence[Path], phrases: Sequence[str], own: Way, rival: Way, bare: Way) -> list[Figure]:
    wanted = {_squashed(phrase) for phrase in phrases}
    wanted = {phrase for phrase in wanted if len(phrase) >= _LONG_ENOUGH}
    found = [{path: hits(way.texts.get(path, ''), wanted) for path in files} for way in (own, rival, bare)]
    shares = recall(found)
    return [
        Figure('phrases that any of them read', found_by_any(found), ''),
        Figure('recall of phrases: CekBukti', shares[0], '%', at_least=shares[1]),
        Figure('recall of phrases: OCRmyPDF', shares[1], '%'),
        Figure('recall of phrases: bare tesserocr', shares[2], '%'),
    ]


def recall(found: Sequence[dict[Path, set[str]]]) -> list[float]:
    """Percent of the phrases that any way found, file by file, which each way found."""
    return [100 * sum(map(len, way.values())) / max(1, found_by_any(found)) for way in found]


def found_by_any(found: Sequence[dict[Path, set[str]]]) -> int:
    """How many phrases at least one way found, file by file."""
    return sum(len(set().union(*(way[path] for way in found))) for path in found[0])


def hits(text: str, phrases: set[str]) -> set[str]:
    """Those of the squashed phrases that stand in a text, whatever its spaces and marks."""
    squashed = _squashed(text)
    return {phrase for phrase in phrases if phrase in squashed}


def _squashed(text: str) -> str:
    return ''.join(letter for letter in text.lower() if letter.isalnum())


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)

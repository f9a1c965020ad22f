"""The benchmark measures what it says: its documents, its bounds, its memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from tests.bench import material, measure, rivals, scanned
from tests.bench.table import Figure, rendered


@pytest.mark.parametrize('make', [material.text_pdf, material.scan_pdf])
def test_a_decree_has_the_pages_that_are_asked_for(tmp_path: Path, make: material.Maker) -> None:
    make(path := tmp_path / 'sk.pdf', 7, 4)
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 4


def test_a_scan_has_no_text_and_the_text_pdf_has(tmp_path: Path) -> None:
    material.text_pdf(text := tmp_path / 'text.pdf', 7, 2)
    material.scan_pdf(scan := tmp_path / 'scan.pdf', 7, 2)
    assert rivals.bare([text]) > 3_000
    assert rivals.bare([scan]) == 0


def test_the_simple_way_counts_phrases_that_stand_in_the_text(tmp_path: Path) -> None:
    material.text_pdf(path := tmp_path / 'text.pdf', 7, 2)
    assert rivals.simple([path], ['menimbang', 'memutuskan', 'berita acara serah terima kendaraan']) == 2


def test_a_missed_bound_is_shown() -> None:
    table = rendered('Bounds', [Figure('a', 2.0, 's', 1.0), Figure('b', 1.0, 's', 1.0), Figure('c', 3.0, 's')])
    assert [line.count('**missed**') for line in table.splitlines()[4:]] == [1, 0, 0]


def test_a_bound_from_below_is_missed_by_less() -> None:
    assert not Figure('a', 2.9, 'x', at_least=3.0).kept
    assert Figure('a', 3.0, 'x', at_least=3.0).kept


def test_cpu_and_memory_of_all_processes_count_also_of_orphans() -> None:
    busy = 'import time; held = bytearray(60_000_000)\nwhile time.process_time() < 0.5: pass'
    start = f'import subprocess, sys; subprocess.Popen([sys.executable, "-c", {busy!r}])'  # does not wait for it
    wait = f'import time; exec({start!r}); time.sleep(0.3)'
    run = measure.program([sys.executable, '-c', wait])
    assert run.cpu_seconds >= 0.4
    assert run.all_mb > run.parent_mb > 5
    assert run.all_mb > 60


def test_recall_is_of_what_any_has_found(tmp_path: Path) -> None:
    path = tmp_path / 'a.pdf'
    phrases = {'menimbang', 'mengingatkan', 'memutuskan'}
    found = [scanned.hits(text, phrases) for text in ('Me nimbang, MEMUTUSKAN:', 'menimbang', '')]
    assert found[0] == {'menimbang', 'memutuskan'}
    assert scanned.recall([{path: one} for one in found]) == [100, 50, 0]


def test_the_comparison_on_scans_runs_all_three(tmp_path: Path) -> None:
    material.scan_pdf(path := tmp_path / 'a.pdf', 7, 1)
    (tmp_path / 'index.json').write_text(json.dumps([{'file': 'a.pdf', 'scan': 'scanned'}, {'file': 'b', 'scan': ''}]))
    assert scanned.files_of(tmp_path) == [path]
    if scanned.version() is None:
        pytest.skip('OCRmyPDF is not installed')
    figures = scanned.compare([path], ['menimbang', 'mengingat', 'lembaran negara'], tmp_path, lambda _: None)
    values = {figure.name: figure.value for figure in figures}
    assert min(values.values()) > 0
    assert values['1 files up to 6 pages: pages that CekBukti read'] == 100
    assert values['recall of phrases: CekBukti'] > 50


def test_a_command_gives_its_output_time_and_memory() -> None:
    run = measure.command('--help', cores=1)
    assert 'check' in run.out
    assert run.seconds > 0
    assert run.parent_mb > 5


def test_a_command_that_fails_is_no_figure() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measure.command('check', '--period', 'kapan')

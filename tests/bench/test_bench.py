"""The benchmark measures what it says: its documents, its bounds, its memory."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.bench import material, measure, rivals
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


def test_a_command_gives_its_output_time_and_memory() -> None:
    run = measure.command('--help', cores=1)
    assert 'check' in run.out
    assert run.seconds > 0
    assert run.parent_mb > 5


def test_a_command_that_fails_is_no_figure() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measure.command('check', '--period', 'kapan')

"""A reader that costs nothing until something is read."""

from __future__ import annotations

from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from checker.reading.lazy import LazyReader
from tests.bench.material import docx_file, text_pdf


def test_a_pdf_is_told_from_an_archive_without_a_child(tmp_path: Path) -> None:
    text_pdf(path := tmp_path / 'a.pdf', 0, 2)
    with LazyReader(1) as reader:
        assert not reader.is_archive(path)
        assert not reader.started


def test_the_first_task_starts_it(tmp_path: Path) -> None:
    docx_file(path := tmp_path / 'a.docx', 0)
    with LazyReader(1) as reader:
        assert not reader.is_archive(path)
        assert reader.started
        assert reader.read_fast(path, 'a.docx').result().format == 'docx'


def test_after_closing_every_call_is_cancelled(tmp_path: Path) -> None:
    reader = LazyReader(1)
    reader.close()
    reader.close()
    with pytest.raises(CancelledError):
        reader.page_png(tmp_path / 'a.pdf', 'a.pdf', 1, 100)

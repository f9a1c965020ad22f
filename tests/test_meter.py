"""Progress on standard error: plain lines where no terminal is, a bar where one is, standard output untouched."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from checker import meter
from checker.driver import Item
from checker.meter import FILES, Meter


def test_quick_work_shows_nothing_however_many_files(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter(500) as shown:
        for n in range(500):
            shown.step('a.pdf', n + 1)
    assert capsys.readouterr().err == ''


def test_a_plain_line_comes_every_so_many_files(
        capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, 'SOON', 0.0)
    with Meter(120) as shown:
        for n in range(120):
            shown.step('a.pdf', n + 1)
    told = capsys.readouterr()
    assert told.err.splitlines() == [f"Memeriksa: {n} dari 120 berkas selesai." for n in (FILES, 2 * FILES)]
    assert told.out == ''


def test_one_long_file_shows_that_it_lives(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, 'SECONDS', 0.05)
    with Meter(1) as shown:
        shown._clock.join(0.5)
    assert "Memeriksa: 0 dari 1 berkas selesai." in capsys.readouterr().err.splitlines()


def test_members_of_an_archive_are_counted_as_they_come() -> None:
    shown = Meter(3)
    items = [Item('a.pdf', None, None), Item('k.zip', '1', None), Item('k.zip', '2', None), Item('z.zip', '1', None)]
    assert list(shown.counted(items)) == items
    assert shown.total == 4


PROGRAM = """
import time
from checker.meter import Meter
with Meter(2) as shown:
    time.sleep(1.3)
    with shown.aside():
        print('hasil', flush=True)
    shown.step('a.pdf', 1)
    time.sleep(0.3)
"""


def test_on_a_terminal_a_bar_stands_and_output_elsewhere_stays_clean(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with (tmp_path / 'keluaran').open('wb') as out:
        process = subprocess.Popen([sys.executable, '-c', PROGRAM], stdout=out, stderr=theirs,
                                   env={**os.environ, 'TERM': 'xterm', 'PYTHONPATH': str(Path(__file__).parents[1])})
        os.close(theirs)
        shown = b''
        while piece := _read(ours):
            shown += piece
        assert process.wait(timeout=20) == 0
    os.close(ours)
    assert b'Memeriksa' in shown and b'1/2' in shown
    assert (tmp_path / 'keluaran').read_bytes() == b'hasil\n'


def _read(terminal: int) -> bytes:
    """Linux tells the end of a terminal by an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b''

"""Time and memory of functions and of the command, with the peak of every process that took part."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

POLL_SECONDS = 0.02
"""How often the processes are looked at. The kernel keeps each one's peak, so only its last moments can be missed."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command. Memory is the resident set at its peak, in MB (2**20 bytes)."""

    seconds: float
    parent_mb: float
    child_mb: float
    """The largest single child; the forkserver counts as one."""
    out: str


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU of one call in this process: what others do on the machine doesn't count."""
    started = time.process_time()
    work()
    return time.process_time() - started


def command(*arguments: str | Path, cores: int | None = None) -> Run:
    """Runs `python -m checker ...` to its end, on the first `cores` cores. Raises CalledProcessError when it fails."""
    line = [sys.executable, '-m', 'checker', *map(str, arguments)]
    with TemporaryFile('w+') as out, _only(cores):
        started = time.perf_counter()
        process = subprocess.Popen(line, stdout=out)
        peaks: dict[int, float] = {}
        while process.poll() is None:
            peaks.update(_peaks(process.pid))
            time.sleep(POLL_SECONDS)
        took = time.perf_counter() - started
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, line)
        out.seek(0)
        return Run(took, peaks.pop(process.pid, 0.0), max(peaks.values(), default=0.0), out.read())


@contextmanager
def _only(cores: int | None) -> Iterator[None]:
    """What is started inside inherits the choice of cores."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(allowed)[:cores])
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def _peaks(root: int) -> dict[int, float]:
    """Peak resident set so far, in MB, of a process and all below it."""
    statuses = {pid: text for pid, text in _statuses() if text}
    parents = {pid: int(found[1]) for pid, text in statuses.items() if (found := re.search(r'PPid:\s+(\d+)', text))}
    family = {root}
    while grown := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= grown
    sizes = {pid: re.search(r'VmHWM:\s+(\d+)', statuses[pid]) for pid in family if pid in statuses}
    return {pid: int(found[1]) / 1024 for pid, found in sizes.items() if found}


def _statuses() -> Iterator[tuple[int, str]]:
    for place in Path('/proc').glob('[0-9]*/status'):
        try:
            yield int(place.parent.name), place.read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended between the two looks

"""Time, CPU and memory of functions and of commands, with the peak of every process that took part."""

from __future__ import annotations

import ctypes
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

POLL_SECONDS = 0.02
"""How often the processes are looked at. The kernel keeps each one's peak, so only its last moments can be missed."""
_PR_SET_CHILD_SUBREAPER = 36
"""prctl(2)."""
_SIZES = re.compile(r'VmHWM:\s+(\d+) kB\nVmRSS:\s+(\d+) kB')


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command. Memory is the resident set at its peak, in MB (2**20 bytes)."""

    seconds: float
    parent_mb: float
    child_mb: float
    """The largest single child; the forkserver counts as one."""
    out: str
    cpu_seconds: float = 0.0
    """User and system time of all processes."""
    all_mb: float = 0.0
    """All processes together at their peak; pages that they share count in each of them."""


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
    return program([sys.executable, '-m', 'checker', *arguments], cores=cores)


def program(arguments: Sequence[str | Path], cores: int | None = None) -> Run:
    """The same for any program."""
    line = list(map(str, arguments))
    _adopt_orphans()
    with TemporaryFile('w+') as out, _only(cores):
        before, started = _children_cpu(), time.perf_counter()
        process = subprocess.Popen(line, stdout=out)
        peaks: dict[int, float] = {}
        together = 0.0
        while process.poll() is None:
            sizes = _sizes(process.pid)
            peaks.update({pid: peak for pid, (peak, _) in sizes.items()})
            together = max(together, sum(now for _, now in sizes.values()))
            time.sleep(POLL_SECONDS)
        took = time.perf_counter() - started
        _await(peaks.keys() - {process.pid})
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, line)
        out.seek(0)
        parent, cpu = peaks.pop(process.pid, 0.0), _children_cpu() - before
        return Run(took, parent, max(peaks.values(), default=0.0), out.read(), cpu, together)


def _adopt_orphans() -> None:
    """From now on processes whose parent has ended become children of this one: else their CPU would be lost."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), 'prctl')


def _await(pids: Collection[int]) -> None:
    for pid in pids:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def _only(cores: int | None) -> Iterator[None]:
    """What is started inside inherits the choice of cores."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(allowed)[:cores])
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def _sizes(root: int) -> dict[int, tuple[float, float]]:
    """Resident set in MB, at its peak so far and now, of a process and all below it."""
    statuses = {pid: text for pid, text in _statuses() if text}
    parents = {pid: int(found[1]) for pid, text in statuses.items() if (found := re.search(r'PPid:\s+(\d+)', text))}
    family = {root}
    while grown := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= grown
    sizes = {pid: _SIZES.search(statuses[pid]) for pid in family if pid in statuses}
    return {pid: (int(found[1]) / 1024, int(found[2]) / 1024) for pid, found in sizes.items() if found}


def _statuses() -> Iterator[tuple[int, str]]:
    for place in Path('/proc').glob('[0-9]*/status'):
        try:
            yield int(place.parent.name), place.read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended between the two looks

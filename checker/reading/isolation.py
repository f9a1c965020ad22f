"""The only way from the rest of the program to a document's bytes: tasks in limited child processes.

The parent never parses a file. A child has a ceiling on memory, time and file size, dies alone, and what it returns is
looked at again (`vetting`) before anybody uses it. Results travel as pickles through pebble's pipe: this protects from
broken and exhausting files, not from a child taken over by machine code. Never shows a library's words to a user: they
go to the log `checker` at level DEBUG.
"""

from __future__ import annotations

import logging
import os
import pickle
import shutil
import signal
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import forkserver, get_context, resource_tracker, spawn
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool
from pebble.pool.process import WORKERS_NAME

from checker import reading
from checker.errors import CekBuktiError, Crashed, OutOfMemory, TimedOut, UnreadableFile
from checker.model import Document, Look, Mark, Page
from checker.reading import archive, child, shrink, sniff, vetting
from checker.reading.archive import Expanded
from checker.reading.limits import Limits
from checker.reading.ways import Form, Shrunk, Way

T = TypeVar('T')
log = logging.getLogger('checker')

PRELOAD: Final = ('checker.reading.silence', 'checker.reading.isolation', 'checker.reading.pdf', 'pypdfium2.raw')
"""What the text path needs, imported once by the server that children fork from; OCR and the rest only where used."""
MAX_TASKS: Final = 200
"""Tasks until a child is replaced: bounds what leaks; a new one costs about 10 ms."""
TRIES: Final = 4
"""Starts of one task when children die for reasons that are not its own."""
EXPAND_TIMES: Final = 4
"""An archive may take this many times the parsing limit: 2 GB onto a disk of 10 MB/s."""
SHRINK_TIMES: Final = 4
"""So may a smaller copy: a scanned page takes 0.7 s, and 300 of them are read by OCR."""
PNG: Final = b'\x89PNG\r\n\x1a\n'
STARTS: Final[dict[Form, bytes]] = {'pdf': b'%PDF-', 'jpeg': b'\xff\xd8\xff'}
DYING: Final = 0.05
"""Seconds that a dead child's last message may need; pebble would otherwise not know whose task died with it."""


@dataclass(slots=True, eq=False)
class _Job(Generic[T]):
    """A task, how its result is checked, and where the answer goes."""

    function: Callable[..., T]
    args: tuple[Any, ...]
    seconds: float
    check: Callable[[T], T]
    answer: Future[T] = field(default_factory=Future)
    tries: int = 0


class Reader:
    """Reads documents in `jobs` child processes (default: one per core); leaving the context ends them.

    Each method returns a future at once; `result()` gives plain, checked data or raises one of `checker.errors`.
    """

    def __init__(self, jobs: int | None = None, limits: Limits | None = None) -> None:
        self.jobs = jobs or len(os.sched_getaffinity(0))
        self.limits = limits or Limits.of()
        self._folder = Path(tempfile.mkdtemp(prefix='cekbukti-'))
        self._lock = threading.Lock()
        self._closed = False
        self._open: set[_Job[Any]] = set()
        warm()
        self._pool = self._new_pool()
        self._retired: list[threading.Thread] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End all children at once; futures not done yet raise CancelledError."""
        with self._lock:
            self._closed = True
        _end(self._pool)
        for thread in self._retired:
            thread.join()
        for job in tuple(self._open):  # pebble leaves the answers to tasks that it never started open for ever
            self._answer(job, error=CancelledError())
        shutil.rmtree(self._folder, ignore_errors=True)

    def read_fast(self, path: Path, name: str) -> Future[Document]:
        """Everything that can be read of a file without OCR."""
        return self.run(reading.read_fast, path, name, check=lambda found: vetting.vet(found, self.limits))

    def read_full(self, path: Path, name: str, pages: Sequence[int]) -> Future[tuple[Page, ...]]:
        """The given pages by OCR. Give at most 8 at a time: they are one task of one child."""
        wanted = tuple(pages)
        return self.run(reading.read_full, path, name, wanted, seconds=self.limits.ocr_seconds * max(1, len(wanted)),
                        check=lambda found: vetting.vet_pages(found, wanted, self.limits))

    def look(self, path: Path, name: str, looks: Sequence[Look]) -> Future[tuple[tuple[int, Mark], ...]]:
        """What the pictures of signers' blocks show: page number and mark."""
        wanted = tuple(looks)
        return self.run(reading.look, path, name, wanted, check=lambda found: vetting.vet_looks(found, wanted))

    def page_png(self, path: Path, name: str, n: int, dpi: float) -> Future[bytes]:
        """A page as PNG."""
        return self.run(reading.page_png, path, name, n, dpi, check=_checked_png)

    def shrunk(self, path: Path, way: Way, form: Form) -> Future[Shrunk]:
        """A smaller copy of a PDF or picture, as bytes; nothing is written."""
        return self.run(shrink.shrunk, path, way, form, seconds=self.limits.parse_seconds * SHRINK_TIMES,
                        check=lambda found: _checked_copy(found, form))

    def expand(self, zip_path: Path, into: Path) -> Future[Expanded]:
        """A ZIP unpacked into the folder `into`; members that failed say why."""
        return self.run(archive.expand, zip_path, into, seconds=self.limits.parse_seconds * EXPAND_TIMES,
                        check=lambda found: _checked_members(found, into))

    def is_archive(self, path: Path) -> bool:
        """Whether the file is a ZIP of files, told from its bytes; False too for what can't be read at all.

        Only a file that begins like a ZIP (so does a DOCX) costs a task.
        """
        if not sniff.may_be_archive(path):
            return False
        try:
            return self.run(sniff.format_of, path).result() == 'zip'
        except UnreadableFile:
            return False

    def run(self, function: Callable[..., T], *args: Any, seconds: float | None = None,
            check: Callable[[T], T] = lambda value: value) -> Future[T]:
        """Run `function(*args)` in a child, at most `seconds` (default: the parsing limit); both are pickled."""
        job = _Job(function, args, seconds or self.limits.parse_seconds, check)
        job.answer.set_running_or_notify_cancel()
        with self._lock:
            self._open.add(job)
        self._submit(job)
        return job.answer

    def _new_pool(self) -> ProcessPool:
        pool = ProcessPool(self.jobs, MAX_TASKS, child.confine, (self.limits, self._folder), get_context('forkserver'))
        _wait_for_last_words(pool)
        return pool

    def _submit(self, job: _Job[T]) -> None:
        job.tries += 1
        with self._lock:
            if self._closed:
                raise CancelledError
            if not self._pool.active and job.tries > 1:
                self._retired.append(threading.Thread(target=_end, args=(self._pool,)))
                self._retired[-1].start()
                self._pool = self._new_pool()
            future = self._pool.schedule(child.perform, (job.function, job.args, job.seconds), timeout=job.seconds)
        future.add_done_callback(partial(self._settle, job))

    def _settle(self, job: _Job[T], future: ProcessFuture[bytes]) -> None:
        """Turn what became of a task into its answer; runs in a thread of the pool."""
        try:
            value = self._value(future)
            if value is None:
                if job.tries < TRIES:
                    self._submit(job)
                    return
                raise Crashed
            self._answer(job, job.check(value[0]))
        except BaseException as error:  # the answer must come in any case: somebody waits for it
            self._answer(job, error=error)

    def _answer(self, job: _Job[T], value: T | None = None, error: BaseException | None = None) -> None:
        """Give a job its answer, once."""
        with self._lock:
            if job not in self._open:
                return
            self._open.remove(job)
        if error is None:
            job.answer.set_result(value)  # type: ignore[arg-type]  # without an error there is a value
        else:
            job.answer.set_exception(error)

    def _value(self, future: ProcessFuture[bytes]) -> tuple[Any] | None:
        """The task's value in a tuple, None to start it again; raises what the user should be told."""
        try:
            value, error, trace = pickle.loads(future.result())
        except BrokenProcessPool:
            return None
        except ProcessExpired as death:
            if death.exitcode == child.BLOATED:
                return None
            raise self._cause(death) from None
        except TimeoutError:
            raise TimedOut from None
        if error is None:
            return (value,)
        if trace and not isinstance(error.__cause__, CekBuktiError):
            log.debug('%s: %s', type(error).__name__, trace)
        raise error

    def _cause(self, death: ProcessExpired) -> UnreadableFile:
        """Why a child died, from its exit status and its last words.

        pdfium calls abort() without a word when memory is refused; C++ says `bad_alloc` before it aborts. Every other
        abort (heap corruption, failed assertion, Python's own) prints a reason. SIGKILL comes from the kernel when the
        machine runs out of memory: our own time limit is told apart by the pool.
        """
        words = self._words(death.pid)
        log.debug('child %s ended with %s: %s', death.pid, death.exitcode, words.decode('utf-8', 'replace'))
        if death.exitcode == -signal.SIGXCPU:
            return TimedOut()
        if death.exitcode == -signal.SIGKILL or b'bad_alloc' in words or b'out of memory' in words.lower():
            return OutOfMemory()
        if death.exitcode == -signal.SIGABRT and not words.strip():
            return OutOfMemory()
        return Crashed()

    def _words(self, pid: int) -> bytes:
        """The end of what a child's native code printed during its last task."""
        try:
            with (self._folder / f'{pid}.words').open('rb') as stream:
                stream.seek(max(0, stream.seek(0, os.SEEK_END) - 4096))
                return stream.read()
        except FileNotFoundError:
            return b''


def warm() -> None:
    """Start the server that children fork from, without waiting for it. Worth calling before anything slow."""
    for name in ('OMP_THREAD_LIMIT', 'OPENBLAS_NUM_THREADS'):  # one child per core is the parallelism
        os.environ.setdefault(name, '1')
    forkserver.set_forkserver_preload(list(PRELOAD))
    resource_tracker.ensure_running()  # on its own, since it would unblock the signal again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # inherited: Ctrl-C is for the parent
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without types
    pool.join()


def _wait_for_last_words(pool: ProcessPool) -> None:
    """Give a dead child's acknowledgement the time to arrive before pebble asks whose task it had.

    Without it a task that kills its child within a millisecond can be taken for a broken pool or run into its timeout.
    """
    workers = pool._pool_manager.worker_manager
    inspect = workers.inspect_workers

    def inspect_late() -> tuple[Any, ...]:
        expired = inspect()
        if expired:
            time.sleep(DYING)
        return expired

    workers.inspect_workers = inspect_late  # type: ignore[method-assign]  # pebble offers no hook


def _without_main(name: str, prepare: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """What a new process needs to know, for our children without the program's main module.

    multiprocessing would import the command with all it needs into every child, for nothing.
    """
    data = prepare(name)
    if name == WORKERS_NAME:
        data.pop('init_main_from_name', None)
        data.pop('init_main_from_path', None)
    return data


spawn.get_preparation_data = partial(_without_main, prepare=spawn.get_preparation_data)


def _checked_png(data: bytes) -> bytes:
    if not isinstance(data, bytes) or not data.startswith(PNG):
        raise Crashed
    return data


def _checked_copy(copy: Shrunk, form: Form) -> Shrunk:
    if not isinstance(copy, Shrunk) or copy.form != form or not copy.data.startswith(STARTS[form]):
        raise Crashed
    return copy


def _checked_members(expanded: Expanded, into: Path) -> Expanded:
    """Refuses a path outside `into` or anything that is no regular file there."""
    for member in expanded.members:
        if (member.path is None) == (member.failure is None):
            raise Crashed
        if member.path and (member.path.parent != into or not stat.S_ISREG(member.path.lstat().st_mode)):
            raise Crashed
    return replace(expanded, members=tuple(
        replace(member, name=vetting.clean(member.name)) for member in expanded.members))

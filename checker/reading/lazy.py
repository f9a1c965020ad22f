"""A reader whose children start with the first task: a run that finds everything kept starts none.

Opens nothing itself; every task goes to `isolation.Reader`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from checker.model import Document, Look, Mark, Page
from checker.reading import sniff
from checker.reading.archive import Expanded
from checker.reading.isolation import Reader
from checker.reading.limits import Limits
from checker.reading.ways import Form, Shrunk, Way


class ReadingPool(Protocol):
    """What the driver needs of a reader; `Reader` is one, `LazyReader` another."""

    jobs: int
    limits: Limits

    def read_fast(self, path: Path, name: str) -> Future[Document]: ...
    def read_full(self, path: Path, name: str, pages: Sequence[int]) -> Future[tuple[Page, ...]]: ...
    def look(self, path: Path, name: str, looks: Sequence[Look]) -> Future[tuple[tuple[int, Mark], ...]]: ...
    def page_png(self, path: Path, name: str, n: int, dpi: float) -> Future[bytes]: ...
    def shrunk(self, path: Path, way: Way, form: Form) -> Future[Shrunk]: ...
    def expand(self, zip_path: Path, into: Path) -> Future[Expanded]: ...
    def is_archive(self, path: Path) -> bool: ...
    def close(self) -> None: ...


class LazyReader:
    """Like `Reader`, of any thread; after `close` every call raises CancelledError."""

    def __init__(self, jobs: int | None = None, limits: Limits | None = None) -> None:
        self.jobs = jobs or len(os.sched_getaffinity(0))
        self.limits = limits or Limits.of()
        self._reader: Reader | None = None
        self._closed = False
        self._lock = threading.Lock()
        self._ending = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the children, if there are any; futures not done yet raise CancelledError.

        A second call, from another thread too, returns when all is ended.
        """
        with self._lock:
            self._closed = True
        with self._ending:
            reader, self._reader = self._reader, None
            if reader is not None:
                reader.close()

    @property
    def started(self) -> bool:
        return self._reader is not None

    def read_fast(self, path: Path, name: str) -> Future[Document]:
        return self._started().read_fast(path, name)

    def read_full(self, path: Path, name: str, pages: Sequence[int]) -> Future[tuple[Page, ...]]:
        return self._started().read_full(path, name, pages)

    def look(self, path: Path, name: str, looks: Sequence[Look]) -> Future[tuple[tuple[int, Mark], ...]]:
        return self._started().look(path, name, looks)

    def page_png(self, path: Path, name: str, n: int, dpi: float) -> Future[bytes]:
        return self._started().page_png(path, name, n, dpi)

    def shrunk(self, path: Path, way: Way, form: Form) -> Future[Shrunk]:
        return self._started().shrunk(path, way, form)

    def expand(self, zip_path: Path, into: Path) -> Future[Expanded]:
        return self._started().expand(zip_path, into)

    def is_archive(self, path: Path) -> bool:
        return sniff.may_be_archive(path) and self._started().is_archive(path)

    def _started(self) -> Reader:
        with self._lock:
            if self._closed:
                raise CancelledError
            if self._reader is None:
                self._reader = Reader(self.jobs, self.limits)
            return self._reader

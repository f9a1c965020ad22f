"""How far long work is, on standard error: a bar on a terminal, plain lines elsewhere. Short work shows nothing.

Never touches standard output; what is printed there while a bar stands goes through `aside`.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from checker.driver import Item
from checker.messages import _

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

SECONDS = 10.0
"""Between two plain lines: often enough to see that it lives, seldom enough for a log."""
FILES = 50
"""Files after which a plain line comes earlier."""
SOON = 1.0
"""Seconds of work that need no word; loading rich for the bar takes a tenth of one."""


class Meter:
    """A context manager; `step` after every file. `total`: files known so far, archives counting as one."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self._archive: str | None = None
        self._on_terminal = sys.stderr.isatty()
        self._bar: Bar | None = None
        self._last = (0, time.monotonic())
        self._over = threading.Event()
        self._lock = threading.RLock()
        self._clock = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> Self:
        self._clock.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._over.set()
        with self._lock:
            if self._bar:
                self._bar.stop()
                self._bar = None
        self._clock.join()

    def counted(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items; each further member of an archive is one more file than was known."""
        for item in items:
            if item.member is not None and item.file == self._archive:
                self.total += 1
            self._archive = item.file if item.member is not None else None
            yield item

    def step(self, name: str, done: int) -> None:
        """A file is done."""
        with self._lock:
            self.done = done
            if self._bar:
                self._bar.update(self._bar.task_ids[0], completed=done, total=self.total)
            elif not self._on_terminal and done - self._last[0] >= FILES and self._since() >= SOON:
                self._line()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Takes the bar away while something is printed on the same terminal."""
        with self._lock:
            standing = self._bar if sys.stdout.isatty() else None
            if standing:
                standing.stop()
            yield
            if standing:
                standing.start()

    def _tick(self) -> None:
        """Runs in a thread of its own: a single scan can take minutes without a step."""
        while not self._over.wait(SOON if self._on_terminal else SECONDS):
            with self._lock:
                if self._over.is_set():
                    return
                if self._on_terminal:
                    self._bar = _bar(self.done, self.total)
                    return
                if self._since() >= SECONDS:
                    self._line()

    def _since(self) -> float:
        return time.monotonic() - self._last[1]

    def _line(self) -> None:
        self._last = (self.done, time.monotonic())
        says = _("Memeriksa: {done} dari {total} berkas selesai.")
        click.echo(says.format(done=self.done, total=self.total), err=True)


def _bar(done: int, total: int) -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    bar = Progress(SpinnerColumn(), TextColumn('{task.description}'), BarColumn(), MofNCompleteColumn(),
                   TimeElapsedColumn(), console=Console(stderr=True), transient=True, redirect_stdout=False,
                   redirect_stderr=False)
    bar.add_task(_("Memeriksa"), total=total, completed=done)
    bar.start()
    return bar

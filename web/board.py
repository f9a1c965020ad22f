"""What the pages show: the files in the order given, filled by a background thread while they are already served.

Decides nothing and opens no document; pictures and readings come through the two functions that it is given.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from checker.driver import Item
from checker.model import Document, KindId, Report, RequirementId, Sha256

State = Literal['menunggu', 'dibaca', 'selesai', 'gagal', 'berhenti']


class NamedRequirement(Protocol):
    """As much of a rulebook's requirement as the pages need."""

    @property
    def id(self) -> RequirementId: ...
    @property
    def name(self) -> str: ...
    @property
    def check(self) -> str: ...


class NamedLaw(Protocol):
    """As much of a rulebook's law as the pages need."""

    @property
    def name(self) -> str: ...


class NamedKind(Protocol):
    """As much of a rulebook's kind as the pages need."""

    @property
    def name(self) -> str: ...
    @property
    def requirements(self) -> Sequence[NamedRequirement]: ...


ReadingOf = Callable[[Sha256], Document | None]
PictureOf = Callable[[Path, str, int, int], bytes]
"""Path, name, page (from 1), dpi -> PNG. Raises UnreadableFile or OSError."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    id: int
    item: Item
    report: Report | None = None
    state: State = 'menunggu'

    @property
    def name(self) -> str:
        """What to show: the name of the file without its folders, and the member's path inside an archive."""
        return self.item.member if self.item.member is not None else Path(self.item.file).name


@dataclass(frozen=True, slots=True)
class Progress:
    done: int
    total: int
    running: bool
    version: int
    """Grows with every change, so that an open page knows when to load again."""


class Board:
    """Every method may be called from any thread."""

    def __init__(self, kinds: Mapping[KindId, NamedKind], reading: ReadingOf, picture: PictureOf,
                 laws: Mapping[str, NamedLaw] | None = None) -> None:
        self.reading = reading
        self.picture = picture
        self._kinds = kinds
        self._laws = laws or {}
        self._entries: list[Entry] = []
        self._lock = threading.Lock()
        self._version, self._running = 0, True

    def kind_name(self, kind: KindId) -> str:
        """The Indonesian name; the id where the rules have no such kind any more."""
        known = self._kinds.get(kind)
        return known.name if known is not None else kind

    def requirement(self, kind: KindId, requirement: RequirementId) -> NamedRequirement | None:
        """None where the rules have no such kind or requirement any more."""
        known = self._kinds.get(kind)
        return next((each for each in known.requirements if each.id == requirement), None) if known else None

    def law_name(self, law: str) -> str | None:
        known = self._laws.get(law)
        return known.name if known is not None else None

    def expect(self, item: Item) -> None:
        """A file that will be examined; shown as waiting, in the order of the calls."""
        with self._lock:
            self._entries.append(Entry(len(self._entries) + 1, item))
            self._version += 1

    def put(self, item: Item, report: Report) -> None:
        """What is said of an expected file; one that nobody expected stands at the end."""
        state: State = 'selesai' if report.error is None else 'gagal'
        with self._lock:
            waiting = (i for i, entry in enumerate(self._entries) if entry.report is None and entry.item == item)
            index = next(waiting, len(self._entries))
            self._entries[index:index + 1] = [Entry(index + 1, item, report, state)]
            self._version += 1

    def finish(self) -> None:
        """Nothing more will come; what still waits stays unexamined."""
        with self._lock:
            self._running = False
            self._version += 1

    def entries(self) -> tuple[Entry, ...]:
        """All files in order. Results come in that order, so the first that waits is the one being read."""
        with self._lock:
            entries, running = list(self._entries), self._running
        waiting = [index for index, entry in enumerate(entries) if entry.report is None]
        for index in waiting:
            state: State = 'berhenti' if not running else 'dibaca' if index == waiting[0] else 'menunggu'
            entries[index] = replace(entries[index], state=state)
        return tuple(entries)

    def progress(self) -> Progress:
        with self._lock:
            done = sum(entry.report is not None for entry in self._entries)
            return Progress(done, len(self._entries), self._running, self._version)

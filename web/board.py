"""What the pages show: the files in the order given, filled by a background thread while they are already served.

Decides nothing and opens no document; pictures and readings come through the two functions that it is given.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from checker.model import Document, KindId, Report, RequirementId, Sha256

State = Literal['menunggu', 'dibaca', 'selesai', 'gagal']


class NamedRequirement(Protocol):
    """As much of a rulebook's requirement as the pages need."""

    @property
    def id(self) -> RequirementId: ...
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
    file: str
    member: str | None
    path: Path | None
    """Where the bytes are; None when they can't be reached any more, then no page pictures are shown."""
    state: State = 'menunggu'
    report: Report | None = None

    @property
    def name(self) -> str:
        """What to show: the name of the file without its folders, and the member's path inside an archive."""
        return self.member if self.member is not None else Path(self.file).name


@dataclass(frozen=True, slots=True)
class Progress:
    done: int
    total: int
    running: bool
    version: int
    """Grows with every change, so that an open page knows when to load again."""


class Board:
    """Every method may be called from any thread."""

    def __init__(self, kinds: Mapping[KindId, NamedKind], reading: ReadingOf, picture: PictureOf) -> None:
        self.reading = reading
        self.picture = picture
        self._kinds = kinds
        self._entries: list[Entry] = []
        self._lock = threading.Lock()
        self._next, self._version, self._running = 1, 0, True

    def kind_name(self, kind: KindId) -> str:
        """The Indonesian name; the id where the rules have no such kind any more."""
        known = self._kinds.get(kind)
        return known.name if known is not None else kind

    def requirement_name(self, kind: KindId, requirement: RequirementId) -> str:
        known = self._kinds.get(kind)
        names = {} if known is None else {each.id: each.name for each in known.requirements}
        return names.get(requirement, requirement)

    def expect(self, file: str, path: Path) -> None:
        """A file that will be examined; shown as waiting."""
        with self._lock:
            self._append(Entry(self._next, file, None, path))

    def begin(self, file: str) -> None:
        """The examination of this file has begun."""
        with self._lock:
            for index, entry in enumerate(self._entries):
                if entry.file == file and entry.state == 'menunggu':
                    self._entries[index] = replace(entry, state='dibaca')
                    self._version += 1

    def put(self, report: Report, path: Path | None = None) -> None:
        """A report takes the place of its waiting file; further members of an archive follow behind the first.

        `path` is where the bytes are that the report is about (of a member: where it was unpacked); without it, the
        path that was expected is used for whole files.
        """
        state: State = 'selesai' if report.error is None else 'gagal'
        with self._lock:
            same = [index for index, entry in enumerate(self._entries) if entry.file == report.file]
            waiting = [index for index in same if self._entries[index].report is None]
            if waiting:
                old = self._entries[waiting[0]]
                place = path or (old.path if report.member is None else None)
                self._entries[waiting[0]] = replace(old, member=report.member, path=place, state=state, report=report)
                self._version += 1
            else:
                entry = Entry(self._next, report.file, report.member, path, state, report)
                self._append(entry, same[-1] + 1 if same else None)

    def finish(self) -> None:
        """Nothing more will come. A file still waiting gave no report: an archive or a folder without documents."""
        with self._lock:
            self._entries = [entry for entry in self._entries if entry.report is not None]
            self._running = False
            self._version += 1

    def entries(self) -> tuple[Entry, ...]:
        with self._lock:
            return tuple(self._entries)

    def entry(self, id: int) -> Entry | None:
        with self._lock:
            return next((entry for entry in self._entries if entry.id == id), None)

    def progress(self) -> Progress:
        with self._lock:
            done = sum(entry.report is not None for entry in self._entries)
            return Progress(done, len(self._entries), self._running, self._version)

    def _append(self, entry: Entry, index: int | None = None) -> None:
        self._entries.insert(len(self._entries) if index is None else index, entry)
        self._next += 1
        self._version += 1

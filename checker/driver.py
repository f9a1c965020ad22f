"""The loop that every caller uses: files -> readings -> findings, in the order given, several at a time.

Opens no document itself; readings come from the reading children or from the store. One bad file never stops another.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from checker.check import check
from checker.errors import DamagedFile, EmptyFile, TooLarge, UnreadableFile
from checker.messages import _, ngettext
from checker.model import Document, Failure, KindId, Note, Page, PageInfo, Report, Sha256
from checker.reading.archive import is_noise
from checker.reading.isolation import Reader
from checker.rulebook import Rulebook
from checker.store import ReportKey, Store
from checker.versions import engine_version

AHEAD = 3
"""Files in work per child: enough that no child waits, few enough that memory stays flat."""
TASK_PAGES = 8
"""Pages of one OCR task (design, section 2)."""

Progress = Callable[[str, int], None]
"""Called with a file's name and the number of files done so far."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file to examine: the name it was given under, the member of an archive, and where its bytes are."""

    file: str
    member: str | None
    path: Path | None
    failure: Failure | None = None
    skipped: int = 0
    """Members of its archive that were passed over as noise; told once, on the first member."""


@dataclass(frozen=True, slots=True)
class Examined:
    """An item and what is said of it."""

    item: Item
    report: Report


@dataclass(slots=True)
class _Work:
    """An item on its way through the loop."""

    item: Item
    sha256: Sha256 | None = None
    document: Document | None = None
    report: Report | None = None
    failure: Failure | None = None
    fast: Future[Document] | None = None
    full: tuple[tuple[tuple[int, ...], Future[tuple[Page, ...]]], ...] = ()

    @property
    def waiting_for(self) -> list[Future[Document] | Future[tuple[Page, ...]]]:
        futures: list[Future[Document] | Future[tuple[Page, ...]]] = [f for _, f in self.full]
        return futures or ([self.fast] if self.fast else [])


class Examiner:
    """Examines files with one rulebook and period; a context manager that removes what it unpacked."""

    def __init__(self, rulebook: Rulebook, *, period: int, reader: Reader, store: Store | None = None,
                 kind: KindId | None = None) -> None:
        self.rulebook = rulebook
        self.period = period
        self.kind = kind
        self._reader = reader
        self._store = store
        self._unpacked = tempfile.TemporaryDirectory(prefix='cekbukti-')
        self._archives = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._unpacked.cleanup()

    def examine(self, paths: Iterable[Path], progress: Progress | None = None) -> Iterator[Report]:
        """One report for each file or archive member, in order."""
        return (done.report for done in self.examine_items(self.items(paths), progress))

    def reading(self, sha256: Sha256) -> Document | None:
        """The kept reading of examined bytes; None without a store, or where they could not be read."""
        return self._store.reading(sha256) if self._store else None

    def picture(self, path: Path, name: str, n: int, dpi: int) -> bytes:
        """Page `n` as PNG, rendered in a reading child. Raises `UnreadableFile`."""
        return self._reader.page_png(path, name, n, dpi).result()

    def items(self, paths: Iterable[Path]) -> Iterator[Item]:
        """The files behind the paths: folders walked in order of their names, archives unpacked, noise left out."""
        for path in paths:
            if path.is_dir():
                for inner in sorted(p for p in path.rglob('*') if p.is_file() and not is_noise(p.relative_to(path).as_posix())):
                    yield from self._file(inner)
            else:
                yield from self._file(path)

    def _file(self, path: Path) -> Iterator[Item]:
        if not path.is_file():
            yield Item(str(path), None, None, Failure('damaged', _("Berkas tidak ditemukan atau tidak dapat dibuka. Periksa nama dan letaknya.")))
        elif self._reader.is_archive(path):
            yield from self._members(path)
        else:
            yield Item(str(path), None, path)

    def _members(self, path: Path) -> Iterator[Item]:
        self._archives += 1
        into = Path(self._unpacked.name) / str(self._archives)
        into.mkdir()
        try:
            expanded = self._reader.expand(path, into).result()
        except UnreadableFile as error:
            yield Item(str(path), None, None, error.failure)
            return
        if not expanded.members:
            yield Item(str(path), None, None, Failure(EmptyFile.code, _("Arsip ZIP tidak berisi dokumen.")), expanded.skipped)
        for i, member in enumerate(expanded.members):
            yield Item(str(path), member.name, member.path, member.failure, expanded.skipped if i == 0 else 0)

    def examine_items(self, items: Iterable[Item], progress: Progress | None = None) -> Iterator[Examined]:
        """Like `examine`, for items, and with them."""
        queue: deque[_Work] = deque()
        coming = iter(items)
        done = 0
        while True:
            while len(queue) < AHEAD * self._reader.jobs and (item := next(coming, None)) is not None:
                queue.append(self._begin(item))
            if not queue:
                return
            self._until_done(queue)
            work = queue.popleft()
            done += 1
            if progress:
                progress(work.item.member or work.item.file, done)
            yield Examined(work.item, self._finish(work))

    def _begin(self, item: Item) -> _Work:
        work = _Work(item)
        if item.failure or item.path is None:
            work.failure = item.failure or DamagedFile().failure
            return work
        try:
            work.sha256 = _sha256(item.path, self._reader.limits.file_bytes)
        except UnreadableFile as error:
            work.failure = error.failure
            return work
        self._from_store(work)
        if work.report is None and work.failure is None and work.document is None:
            work.fast = self._reader.read_fast(item.path, item.member or item.path.name)
        return work

    def _from_store(self, work: _Work) -> None:
        if self._store is None or work.sha256 is None:
            return
        work.report = self._store.report(self._key(work.sha256), work.item.file, work.item.member)
        if work.report is None:
            work.failure = self._store.failure(work.sha256)
        if work.report is None and work.failure is None:
            work.document = self._store.reading(work.sha256)

    def _key(self, sha256: Sha256) -> ReportKey:
        return ReportKey(sha256, self.rulebook.hash, engine_version(), self.kind, self.period)

    def _until_done(self, queue: deque[_Work]) -> None:
        """Advance all works until the first one waits for nothing."""
        while True:
            for work in queue:
                self._advance(work)
            first = queue[0].waiting_for
            if not first:
                return
            wait([f for work in queue for f in work.waiting_for], return_when=FIRST_COMPLETED)

    def _advance(self, work: _Work) -> None:
        """Take what has come back, and ask for the pages that are still wanted."""
        if work.fast and work.fast.done():
            future, work.fast = work.fast, None
            try:
                work.document = replace(future.result(), sha256=work.sha256 or Sha256(''))
            except UnreadableFile as error:
                work.failure = error.failure
        if work.full and all(f.done() for _, f in work.full):
            pages = tuple(page for numbers, f in work.full for page in self._read(work, numbers, f))
            work.full = ()
            if work.document:
                work.document = work.document.with_pages(pages)
            return
        if work.document and not work.full and not work.report:
            work.full = self._ask(work)

    def _ask(self, work: _Work) -> tuple[tuple[tuple[int, ...], Future[tuple[Page, ...]]], ...]:
        """OCR tasks for the wanted pages within the budget, spread over all children."""
        document, path = work.document, work.item.path
        if document is None or path is None:
            return ()
        spent = sum(page.level == 'full' for page in document.pages)
        unread = [page.n for page in document.pages if page.level == 'unread'][:max(0, self._reader.limits.ocr_pages - spent)]
        size = min(TASK_PAGES, max(1, -(-len(unread) // self._reader.jobs)))
        chunks = [tuple(unread[i:i + size]) for i in range(0, len(unread), size)]
        return tuple((c, self._reader.read_full(path, work.item.member or path.name, c)) for c in chunks)

    def _read(self, work: _Work, numbers: Sequence[int], future: Future[tuple[Page, ...]]) -> tuple[Page, ...]:
        """The pages of one task; pages whose reading failed are unreadable, not lost."""
        try:
            return future.result()
        except UnreadableFile:
            known = {page.n: page for page in work.document.pages} if work.document else {}
            return tuple(replace(known[n], level='full', grade='unreadable') for n in numbers if n in known)

    def _finish(self, work: _Work) -> Report:
        """The report of a work that waits for nothing, kept in the store."""
        report = work.report
        if report is None and work.document is not None:
            report = self._report(work.item, work.document)
            if self._store:
                self._store.keep_reading(work.document)
                self._store.keep_report(self._key(work.document.sha256), report)
        if report is None:
            failure = work.failure or DamagedFile().failure
            if self._store and work.sha256:
                self._store.keep_failure(work.sha256, failure)
            report = Report(work.item.file, work.item.member, work.sha256, self.period, self.rulebook.hash, engine_version(), failure)
        return _with_skipped(report, work.item.skipped)

    def _report(self, item: Item, document: Document) -> Report:
        checked = check(document, self.rulebook, self.period, self.kind)
        info = tuple(PageInfo(p.n, p.width, p.height, p.source, p.grade) for p in document.pages)
        return Report(item.file, item.member, document.sha256, self.period, self.rulebook.hash, engine_version(), None, info,
                      document.notes, document.signatures, checked.parts)


def _with_skipped(report: Report, skipped: int) -> Report:
    if not skipped:
        return report
    message = ngettext("{n} berkas sampingan di dalam ZIP dilewati.", "{n} berkas sampingan di dalam ZIP dilewati.", skipped).format(n=skipped)
    return replace(report, notes=(*report.notes, Note('berkas-dilewati', None, message)))


def _sha256(path: Path, limit: int) -> Sha256:
    """The file's hash. Raises `TooLarge` before reading, `DamagedFile` when the system refuses."""
    try:
        if path.stat().st_size > limit:
            raise TooLarge
        with path.open('rb') as stream:
            return Sha256(hashlib.file_digest(stream, 'sha256').hexdigest())
    except OSError as error:
        raise DamagedFile(_("Berkas tidak ditemukan atau tidak dapat dibuka. Periksa nama dan letaknya.")) from error

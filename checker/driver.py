"""The loop that every caller uses: files -> readings -> findings, in the order given, several at a time.

Opens no document itself; readings come from the reading children or from the store. One bad file never stops another.
"""

from __future__ import annotations

import hashlib
import logging
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from checker import flawed_pages, portal
from checker.check import Checked, check
from checker.checks.wet import is_paper
from checker.errors import Crashed, DamagedFile, EmptyFile, TooLarge, UnreadableFile
from checker.folders import is_folder, walk
from checker.messages import _, ngettext
from checker.model import Document, Failure, KindId, Mark, Note, Page, PageInfo, Report, Sha256
from checker.poses import shown_size
from checker.reading import sniff
from checker.reading.lazy import ReadingPool
from checker.reading.limits import Limits
from checker.reading.ways import Form, Shrunk, Way
from checker.rulebook import Rulebook
from checker.store import ReportKey, Store
from checker.versions import engine_version, reader_version

AHEAD = 3
"""Files in work per child: enough that no child waits, few enough that memory stays flat."""
TASK_PAGES = 8
"""Pages of one OCR task (design, section 2)."""

Progress = Callable[[str, int], None]
"""Called with a file's name and the number of files done so far."""
Pages = tuple[int, ...]

log = logging.getLogger('checker')


def store_version(limits: Limits) -> str:
    """What kept readings, reports and failures belong to: this reader and, where they were changed, its limits.

    A file that was too large, or a page beyond the budget, is looked at again once the limit is another one.
    """
    if limits == Limits():
        return reader_version()
    return hashlib.sha256(f'{reader_version()} {limits!r}'.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Item:
    """A file to examine: the name it was given under, the member of an archive, and where its bytes are."""

    file: str
    member: str | None
    path: Path | None
    failure: Failure | None = None
    skipped: int = 0
    """Members of its archive that were passed over as noise; told once, on the first member."""
    sha256: Sha256 | None = None
    """Where it had to be known already to tell what the file is."""


@dataclass(frozen=True, slots=True)
class Examined:
    """An item and what is said of it."""

    item: Item
    report: Report
    page: Document | None = None
    """The reading of a file of one page: with others it may be one document."""


@dataclass(slots=True)
class _Work:
    """An item on its way through the loop."""

    item: Item
    sha256: Sha256 | None = None
    document: Document | None = None
    report: Report | None = None
    failure: Failure | None = None
    fast: Future[Document] | None = None
    full: tuple[tuple[Pages, Future[tuple[Page, ...]]], ...] = ()
    looking: Future[tuple[tuple[int, Mark], ...]] | None = None
    checked: Checked | None = None
    looked: bool = False
    """Whether the blocks that the checks ask for were looked at, or there are none."""
    new: bool = False
    """Whether something was read that the store doesn't have."""
    again: set[int] = field(default_factory=set)
    """Pages whose OCR failed for a reason that may pass: unreadable in this report, and tried again by the next run."""

    @property
    def waiting_for(self) -> list[Future[Any]]:
        return [future for _pages, future in self.full] or [f for f in (self.fast, self.looking) if f]


class Examiner:
    """Examines files with one rulebook and period; a context manager that removes what it unpacked."""

    def __init__(self, rulebook: Rulebook, *, period: int, reader: ReadingPool, store: Store | None = None,
                 kind: KindId | None = None, limits: portal.Portal | None = None) -> None:
        self.rulebook = rulebook
        self.period = period
        self.kind = kind
        self.noise = 0
        """Files in folders that were passed over because no document is in them."""
        self._limits = limits
        self._reader = reader
        self._store = store
        self._unpacked = tempfile.TemporaryDirectory(prefix='cekbukti-')
        self._archives = 0
        self._stopped = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._unpacked.cleanup()

    def examine(self, paths: Iterable[Path], progress: Progress | None = None) -> Iterator[Report]:
        """One report for each file or archive member, in order."""
        return (done.report for done in self.examine_items(self.items(paths), progress))

    def reading(self, sha256: Sha256) -> Document | None:
        """The kept reading of examined bytes; None without a store, or where they could not be read."""
        return self._store.reading(sha256) if self._store else None

    def shrunk(self, path: Path, way: Way, form: Form) -> Shrunk:
        """A smaller copy of a file, made in a child. Raises NotShrunk, UnreadableFile and its kinds."""
        return self._reader.shrunk(path, way, form).result()

    def stop(self) -> None:
        """End the reading children now, from any other thread: whoever is examining gets CancelledError."""
        self._stopped.set()
        self._reader.close()

    def _go_on(self) -> None:
        if self._stopped.is_set():
            raise CancelledError

    def items(self, paths: Iterable[Path]) -> Iterator[Item]:
        """The files behind the paths: folders walked in order of their names, archives unpacked, noise left out."""
        for path in paths:
            if not is_folder(path):
                yield from self._file(path)
                continue
            for found in walk(path):
                self._go_on()
                if found.failure:
                    yield Item(str(found.path), None, None, found.failure)
                elif found.noise:
                    self.noise += 1
                else:
                    yield from self._file(found.path)

    def _file(self, path: Path) -> Iterator[Item]:
        sha256 = None
        if sniff.may_be_archive(path):
            sha256 = self._kept(path)
            if sha256 is None and self._reader.is_archive(path):
                yield from self._members(path)
                return
        yield Item(str(path), None, path, sha256=sha256)

    def _kept(self, path: Path) -> Sha256 | None:
        """The hash of a file of which something is kept, so that no child is asked what it is; archives never are."""
        if self._store is None:
            return None
        try:
            sha256 = _sha256(path, self._reader.limits.file_bytes)
        except UnreadableFile:
            return None  # told when the file is examined
        known = self._store.failure(sha256) or self._store.reading(sha256)
        return sha256 if known else None

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
            nothing = Failure(EmptyFile.code, _("Arsip ZIP tidak berisi dokumen."))
            yield Item(str(path), None, None, nothing, expanded.skipped)
        for i, member in enumerate(expanded.members):
            yield Item(str(path), member.name, member.path, member.failure, expanded.skipped if i == 0 else 0)

    def examine_items(self, items: Iterable[Item], progress: Progress | None = None, *,
                      forget: bool = False) -> Iterator[Examined]:
        """Like `examine`, for items, and with them. `forget`: unpacked members are removed as soon as they are done."""
        queue: deque[_Work] = deque()
        coming = iter(items)
        done = 0
        while True:
            self._go_on()
            while len(queue) < AHEAD * self._reader.jobs and (item := next(coming, None)) is not None:
                queue.append(self._begin(item))
            if not queue:
                return
            self._until_done(queue)
            work = queue.popleft()
            report = self._finish(work)
            done += 1
            if forget and work.item.member is not None and work.item.path:
                work.item.path.unlink(missing_ok=True)
            if progress:
                progress(work.item.member or work.item.file, done)
            yield Examined(work.item, report, self._one_page(work, report))

    def _begin(self, item: Item) -> _Work:
        work = _Work(item, item.sha256)
        if item.failure or item.path is None:
            work.failure = item.failure or DamagedFile().failure
            return work
        try:
            work.sha256 = item.sha256 or _sha256(item.path, self._reader.limits.file_bytes)
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
            if not queue[0].waiting_for:
                return
            wait([future for work in queue for future in work.waiting_for], return_when=FIRST_COMPLETED)

    def _advance(self, work: _Work) -> None:
        """Take what has come back, and ask for the pages that are still wanted."""
        if work.fast and work.fast.done():
            future, work.fast = work.fast, None
            work.new = True
            try:
                work.document = replace(future.result(), sha256=work.sha256 or Sha256(''))
            except UnreadableFile as error:
                work.failure = error.failure
        if work.looking and work.looking.done():
            self._take_looks(work)
        if work.full and all(future.done() for _pages, future in work.full):
            self._take(work)
        if work.document and not work.full and not work.report and not work.looking:
            work.full = self._ask(work, self._wanted(work.document))
            if not work.full:
                self._look(work, work.document)

    def _wanted(self, document: Document) -> list[Pages]:
        """The unread pages within the budget, as tasks spread over all children."""
        spent = sum(page.level == 'full' for page in document.pages)
        left = max(0, self._reader.limits.ocr_pages - spent)
        unread = [page.n for page in document.pages if page.level == 'unread'][:left]
        size = min(TASK_PAGES, max(1, -(-len(unread) // self._reader.jobs)))
        return [tuple(unread[i:i + size]) for i in range(0, len(unread), size)]

    def _ask(self, work: _Work, tasks: Sequence[Pages]) -> tuple[tuple[Pages, Future[tuple[Page, ...]]], ...]:
        path = work.item.path
        if path is None:
            return ()
        name = work.item.member or path.name
        return tuple((pages, self._reader.read_full(path, name, pages)) for pages in tasks)

    def _look(self, work: _Work, document: Document) -> None:
        """Ask once for a look at the signers' blocks, where a page is a picture of paper."""
        path = work.item.path
        if work.looked or path is None or not any(map(is_paper, document.pages)):
            return
        work.looked = True
        try:
            work.checked = check(document, self.rulebook, self.period, self.kind)
        except Exception:
            return  # comes up again, and is told, when the file is finished
        if work.checked.wants and work.checked.wants.looks:
            work.looking = self._reader.look(path, work.item.member or path.name, work.checked.wants.looks)

    def _take_looks(self, work: _Work) -> None:
        """Put what was seen on the pages; a look that failed leaves its block undecided."""
        looking, work.looking = work.looking, None
        if looking is None or work.document is None:
            return
        try:
            seen = looking.result()
        except UnreadableFile:
            return
        work.new = True
        pages = {page.n: page for page in work.document.pages}
        marked = [replace(pages[n], marks=(*pages[n].marks, *(mark for m, mark in seen if m == n)))
                  for n in sorted({n for n, _mark in seen})]
        work.document, work.checked = work.document.with_pages(tuple(marked)), None

    def _take(self, work: _Work) -> None:
        """Put the pages that were read in their places.

        A task that failed is tried again page by page: one bad page must not cost seven good ones.
        """
        done, work.full, work.new = work.full, (), True
        read: list[Page] = []
        retry: list[Pages] = []
        for pages, future in done:
            try:
                read += future.result()
            except UnreadableFile as error:
                if len(pages) > 1:
                    retry += [(n,) for n in pages]
                else:
                    read += _unreadable(work, pages)
                    work.again.update(() if error.cached else pages)
        if work.document:
            work.document = work.document.with_pages(tuple(read))
        work.full = self._ask(work, retry)

    def _finish(self, work: _Work) -> Report:
        """The report of a work that waits for nothing, kept in the store where it would come out the same again."""
        report = work.report
        if report is None and work.document is not None:
            report = self._checked(work, work.document)
        if report is None:
            failure = work.failure or DamagedFile().failure
            if self._store and work.sha256 and work.new:
                self._store.keep_failure(work.sha256, failure)
            report = self._failed(work, failure)
        return _with_limits(_with_skipped(report, work.item.skipped), work.item, self._limits)

    def _one_page(self, work: _Work, report: Report) -> Document | None:
        if report.error is not None or len(report.page_info) != 1:
            return None
        return work.document or (self.reading(work.sha256) if work.sha256 else None)

    def _checked(self, work: _Work, document: Document) -> Report:
        """The findings. An error of ours in checking costs this file its findings, not the others theirs."""
        if self._store and work.new:
            again = tuple(replace(page, level='unread') for page in document.pages if page.n in work.again)
            self._store.keep_reading(document.with_pages(again))
        try:
            checked = work.checked or check(document, self.rulebook, self.period, self.kind)
        except Exception:
            log.exception('checking %s failed', document.sha256)
            return self._failed(work, Failure(Crashed.code, _(
                "Pemeriksaan berkas ini terhenti karena kesalahan program. Laporkan kepada pengelola CekBukti.")))
        notes = (*document.notes, *flawed_pages.notes(document.pages), *checked.notes)
        report = replace(self._failed(work, None), page_info=tuple(map(_info, document.pages)), notes=notes,
                         signatures=document.signatures, parts=checked.parts)
        if self._store and not work.again:
            self._store.keep_report(self._key(document.sha256), report)
        return report

    def _failed(self, work: _Work, failure: Failure | None) -> Report:
        return Report(work.item.file, work.item.member, work.sha256, self.period, self.rulebook.hash, engine_version(),
                      failure)


def _info(page: Page) -> PageInfo:
    return PageInfo(page.n, *shown_size(page), page.source, page.grade)


def _unreadable(work: _Work, pages: Pages) -> list[Page]:
    known = work.document.pages if work.document else ()
    return [replace(page, level='full', grade='unreadable') for page in known if page.n in pages]


def _with_skipped(report: Report, skipped: int) -> Report:
    if not skipped:
        return report
    message = ngettext("{n} berkas sampingan di dalam ZIP dilewati.",
                       "{n} berkas sampingan di dalam ZIP dilewati.", skipped).format(n=skipped)
    return replace(report, notes=(*report.notes, Note('berkas-dilewati', None, message)))


def _with_limits(report: Report, item: Item, limits: portal.Portal | None) -> Report:
    """With what a portal would refuse; never kept, since the same bytes may be handed in under another name."""
    if limits is None or report.error is not None or item.path is None:
        return report
    name = item.file if item.member is None else Path(item.member).name
    note = portal.file_note(limits, handed(item.path, name, (report,)))
    return replace(report, notes=(*report.notes, note)) if note else report


def handed(path: Path, name: str, reports: Sequence[Report]) -> portal.Handed:
    """A file as a portal sees it. `reports`: what is said of it or, of an archive, of its members."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # gone meanwhile: nothing to hand in
    return portal.Handed(name, size, sniff.glance(path), any(report.signatures for report in reports))


def _sha256(path: Path, limit: int) -> Sha256:
    """The file's hash. Raises `TooLarge` before reading, `DamagedFile` when the system refuses."""
    try:
        if not path.is_file():
            raise DamagedFile(_("Berkas tidak ditemukan atau bukan berkas biasa. Periksa nama dan letaknya."))
        if path.stat().st_size > limit:
            raise TooLarge
        with path.open('rb') as stream:
            return Sha256(hashlib.file_digest(stream, 'sha256').hexdigest())
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise DamagedFile(_("Berkas tidak dapat dibuka. Periksa nama, letak, dan izin bacanya.")) from error

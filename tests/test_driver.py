"""The loop: real small files through real reading children and a real store."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest

from checker import rulebook
from checker.driver import Examiner, store_version
from checker.exports.json import report_json
from checker.model import Page, Report
from checker.reading.lazy import LazyReader
from checker.reading.limits import Limits
from checker.rulebook import Rulebook
from checker.store import Store
from tests.bench.material import docx_file, scan_pdf, text_pdf
from tests.reading import child_tasks

PERIOD = 2025


@pytest.fixture(scope='module')
def book() -> Rulebook:
    return rulebook.load()


@pytest.fixture
def reader() -> Iterator[LazyReader]:
    with LazyReader(2) as reader:
        yield reader


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / 'store') as store:
        yield store


def pdf(path: Path, number: int = 0, pages: int = 3) -> Path:
    text_pdf(path, number, pages)
    return path


def docx(path: Path) -> Path:
    docx_file(path, 0)
    return path


def zipped(path: Path, **members: Path) -> Path:
    with ZipFile(path, 'w') as archive:
        for name, member in members.items():
            archive.write(member, name)
    return path


def examined(book: Rulebook, reader: LazyReader, store: Store | None, *paths: Path) -> list[Report]:
    with Examiner(book, period=PERIOD, reader=reader, store=store) as examiner:
        return list(examiner.examine(paths))


def test_one_report_a_file_in_the_order_given_whatever_became_of_the_others(
        tmp_path: Path, book: Rulebook, reader: LazyReader) -> None:
    whole = pdf(tmp_path / 'utuh.pdf')
    (torn := tmp_path / 'terputus.pdf').write_bytes(whole.read_bytes()[:400])
    (empty := tmp_path / 'kosong.pdf').write_bytes(b'')
    archive = zipped(tmp_path / 'kiriman.zip', a=whole, b=empty)
    paths = [torn, whole, tmp_path / 'tidak-ada.pdf', archive, empty, docx(tmp_path / 'naskah.docx')]
    reports = examined(book, reader, None, *paths)
    told = [(Path(r.file).name, r.member, r.error.code if r.error else None) for r in reports]
    assert told == [
        ('terputus.pdf', None, 'damaged'), ('utuh.pdf', None, None), ('tidak-ada.pdf', None, 'damaged'),
        ('kiriman.zip', 'a', None), ('kiriman.zip', 'b', 'empty'), ('kosong.pdf', None, 'empty'),
        ('naskah.docx', None, None)]
    assert reports[1].parts[0].kind == 'sk-ppid'


def test_a_second_run_starts_no_reading_child_and_says_the_same(
        tmp_path: Path, book: Rulebook, reader: LazyReader, store: Store) -> None:
    (torn := tmp_path / 'rusak.pdf').write_bytes(b'%PDF-1.7 x')
    (sheet := tmp_path / 'tabel.zip.docx').write_bytes(b'PK\3\4 x')
    paths = [pdf(tmp_path / 'a.pdf'), docx(tmp_path / 'b.docx'), torn, sheet]
    first = examined(book, reader, store, *paths)
    again = LazyReader(1)
    second = examined(book, again, store, *paths)
    assert not again.started
    assert [report_json(r) for r in second] == [report_json(r) for r in first]
    assert [bool(r.error) for r in first] == [False, False, True, True]


def test_after_a_change_of_rules_kept_readings_are_checked_and_not_written_again(
        tmp_path: Path, book: Rulebook, reader: LazyReader, store: Store) -> None:
    path = pdf(tmp_path / 'a.pdf')
    examined(book, reader, store, path)
    kept = {p: p.stat().st_mtime_ns for p in store.folder.rglob('*.bacaan')}
    other = Rulebook(book.kinds, (), book.laws, book.anchors, book.signers, book.lists)
    assert other.hash != book.hash
    again = LazyReader(1)
    report, = examined(other, again, store, path)
    assert report.rulebook == other.hash and report.parts[0].findings
    assert not again.started
    assert len(kept) == 1 and {p: p.stat().st_mtime_ns for p in store.folder.rglob('*.bacaan')} == kept


def test_pages_whose_ocr_ran_out_of_time_are_told_once_and_tried_again(
        tmp_path: Path, book: Rulebook, reader: LazyReader, store: Store) -> None:
    scan_pdf(path := tmp_path / 'pindaian.pdf', 0, 2)
    with LazyReader(2, Limits(ocr_seconds=0.05)) as hurried:
        first, = examined(book, hurried, store, path)
    assert first.error is None and [page.grade for page in first.page_info] == ['unreadable', 'unreadable']
    second, = examined(book, reader, store, path)
    assert 'unreadable' not in [page.grade for page in second.page_info]
    assert second.parts[0].kind == 'sk-ppid'


class Crashing(LazyReader):
    """Its child dies whenever the second page is read: a bug of a library, as far as anybody outside can tell."""

    def read_full(self, path: Path, name: str, pages: Sequence[int]) -> Future[tuple[Page, ...]]:
        if 2 in pages:
            die = cast('Callable[[int], tuple[Page, ...]]', child_tasks.die)  # it never returns
            return self._started().run(die, signal.SIGSEGV)
        return super().read_full(path, name, pages)


def test_a_page_that_kills_its_child_costs_no_other_page_and_alone_is_tried_again(
        tmp_path: Path, book: Rulebook, store: Store) -> None:
    scan_pdf(path := tmp_path / 'pindaian.pdf', 0, 3)
    with Crashing(1) as crashing:
        first, = examined(book, crashing, store, path)
    assert first.error is None
    assert [page.grade == 'unreadable' for page in first.page_info] == [False, True, False]
    assert first.sha256
    kept = store.reading(first.sha256)
    assert kept and [page.level for page in kept.pages] == ['full', 'unread', 'full']
    with LazyReader(1) as sound:
        second, = examined(book, sound, store, path)
    assert 'unreadable' not in [page.grade for page in second.page_info]


def test_a_raised_limit_is_tried_and_not_answered_from_the_store(tmp_path: Path, book: Rulebook) -> None:
    path = pdf(tmp_path / 'a.pdf', pages=4)
    codes = []
    for limits in (Limits(pages=3), Limits()):
        with LazyReader(1, limits) as reader, Store.open(tmp_path / 'store', reader=store_version(limits)) as store:
            report, = examined(book, reader, store, path)
            codes.append(report.error.code if report.error else None)
    assert codes == ['too_many_pages', None]


def test_a_file_above_the_size_limit_is_refused_before_it_is_read(tmp_path: Path, book: Rulebook) -> None:
    path = pdf(tmp_path / 'a.pdf')
    reader = LazyReader(1, Limits(file_bytes=100))
    report, = examined(book, reader, None, path)
    assert report.error and report.error.code == 'too_large'
    assert not reader.started


def test_a_folder_gives_its_files_by_name_and_counts_what_is_no_document(
        tmp_path: Path, book: Rulebook, reader: LazyReader) -> None:
    (folder := tmp_path / 'bukti' / 'dalam').mkdir(parents=True)
    zipped(folder / 'z.zip', **{'isi.pdf': pdf(tmp_path / 'x.pdf')})
    pdf(folder.parent / 'a.pdf', 1)
    (folder.parent / 'Thumbs.db').write_bytes(b'x')
    (folder / '~$b.docx').write_bytes(b'x')
    with Examiner(book, period=PERIOD, reader=reader) as examiner:
        items = list(examiner.items([folder.parent]))
        assert examiner.noise == 2
    assert [(Path(i.file).name, i.member) for i in items] == [('a.pdf', None), ('z.zip', 'isi.pdf')]


def test_a_name_that_is_no_utf_8_is_examined_like_any_other(
        tmp_path: Path, book: Rulebook, reader: LazyReader, store: Store) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b'/sk-\xff\xe9.pdf')
    report, = examined(book, reader, store, pdf(Path(odd)))
    assert report.error is None
    report_json(report).encode('utf-8')


def test_unpacked_members_are_removed_at_the_latest_when_the_examiner_ends(
        tmp_path: Path, book: Rulebook, reader: LazyReader) -> None:
    archive = zipped(tmp_path / 'kiriman.zip', a=pdf(tmp_path / 'a.pdf'), b=pdf(tmp_path / 'b.pdf', 1))
    with Examiner(book, period=PERIOD, reader=reader) as examiner:
        runs = [list(examiner.examine_items(examiner.items([archive]), forget=forget)) for forget in (False, True)]
        paths = [[done.item.path for done in run if done.item.path] for run in runs]
        assert [[path.exists() for path in each] for each in paths] == [[True, True], [False, False]]
    assert not any(path.exists() for path in paths[0])


def test_the_loop_can_be_stopped(tmp_path: Path, book: Rulebook) -> None:
    paths = [pdf(tmp_path / f'{n}.pdf', n) for n in range(20)]
    with LazyReader(1) as reader, Examiner(book, period=PERIOD, reader=reader) as examiner:
        reports = examiner.examine(paths)
        next(reports)
        examiner.stop()
        with pytest.raises(CancelledError):
            list(reports)


def test_progress_names_each_file_and_counts(tmp_path: Path, book: Rulebook, reader: LazyReader) -> None:
    told: list[tuple[str, int]] = []
    archive = zipped(tmp_path / 'k.zip', **{'a.pdf': pdf(tmp_path / 'a.pdf')})
    with Examiner(book, period=PERIOD, reader=reader) as examiner:
        list(examiner.examine([archive, tmp_path / 'a.pdf'], lambda name, done: told.append((name, done))))
    assert told == [('a.pdf', 1), (str(tmp_path / 'a.pdf'), 2)]

"""The store as its callers use it: one folder, several runs, several processes, several program versions."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import FILE_ERRORS, UnreadableFile
from checker.model import Document, Failure, KindId, Report, Sha256
from checker.store import ReportKey, Store, StoreError, home

SHA = Sha256('ab' * 32)
KEY = ReportKey(SHA, 'rules', 'engine', None, 2025)
REPORT = Report('in/sk.pdf', None, SHA, 2025, 'rules', 'engine', None)
VERSION_1 = Path(__file__).parent / 'version-1.db'
"""A database as version 1 of the tables wrote it, with one report and one failure; never made anew."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / 'data', reader='r1') as opened:
        yield opened


def test_the_place_is_the_users_data_folder_unless_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv('CEKBUKTI_HOME', raising=False)
    monkeypatch.delenv('XDG_DATA_HOME', raising=False)
    assert home() == Path.home() / '.local/share/cekbukti'
    monkeypatch.setenv('XDG_DATA_HOME', '/data')
    assert home() == Path('/data/cekbukti')
    monkeypatch.setenv('XDG_DATA_HOME', 'relative')  # the XDG rules say: ignore it
    assert home() == Path.home() / '.local/share/cekbukti'
    monkeypatch.setenv('CEKBUKTI_HOME', '/elsewhere')
    assert home() == Path('/elsewhere')


def test_nobody_else_may_look_in(store: Store) -> None:
    store.keep_failure(SHA, Failure('empty', "Berkas kosong."))
    store.keep_reading(Document(SHA, 'pdf', ()))
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in [store.folder, *store.folder.rglob('*')]}
    assert modes == {(True, 0o700), (False, 0o600)}


def test_a_folder_of_the_user_that_holds_other_things_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / 'letter.txt').touch()
    tmp_path.chmod(0o755)
    Store.open(tmp_path).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / 'cekbukti.db').stat().st_mode) == 0o600


def test_a_report_comes_back_under_the_name_that_its_file_has_now(store: Store) -> None:
    assert store.report(KEY) is None
    store.keep_report(KEY, REPORT)
    assert store.report(KEY, 'a.zip', 'b/sk.pdf') == replace(REPORT, file='a.zip', member='b/sk.pdf')


@pytest.mark.parametrize('change', [
    {'sha256': Sha256('cd' * 32)}, {'rulebook': 'x'}, {'engine': 'x'}, {'kind': KindId('dip')}, {'period': 2024},
    {'reader': 'x'},
])
def test_a_report_counts_only_for_what_it_was_made_of(store: Store, change: dict[str, object]) -> None:
    store.keep_report(KEY, REPORT)
    assert store.report(replace(KEY, **change)) is None  # type: ignore[arg-type]  # one field each, of its own type


def test_a_report_is_never_rewritten(store: Store) -> None:
    store.keep_report(KEY, REPORT)
    store.keep_report(KEY, replace(REPORT, error=Failure('damaged', "Rusak.")))
    assert store.report(KEY, 'in/sk.pdf') == REPORT


@pytest.mark.parametrize('error', FILE_ERRORS, ids=lambda error: error.code)
def test_a_failure_is_kept_unless_another_try_may_go_better(store: Store, error: type[UnreadableFile]) -> None:
    store.keep_failure(SHA, error().failure)
    kept = store.failure(SHA)
    assert kept == (None if error.code in {'timed_out', 'out_of_memory', 'crashed'} else error().failure)


def test_what_was_kept_is_there_at_the_next_start_and_gone_for_another_reader(tmp_path: Path) -> None:
    with Store.open(tmp_path / 's', reader='r1') as first:
        first.keep_failure(SHA, Failure('empty', "Kosong."))
        first.keep_reading(Document(SHA, 'image', ()))
    with Store.open(tmp_path / 's', reader='r1') as again:
        assert again.failure(SHA) == Failure('empty', "Kosong.")
        reading = again.reading(SHA)
        assert reading is not None and reading.format == 'image'
    with Store.open(tmp_path / 's', reader='r2') as other:
        assert other.failure(SHA) is None and other.reading(SHA) is None


def test_an_older_database_is_brought_up_to_date_with_what_it_holds(tmp_path: Path) -> None:
    shutil.copy(VERSION_1, tmp_path / 'cekbukti.db')
    with Store.open(tmp_path, reader='r1') as store:
        assert store.report(KEY, 'in/sk.pdf') == REPORT
        assert store.failure(Sha256('cd' * 32)) == Failure('encrypted', "Berkas dikunci kata sandi.")


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / 'cekbukti.db').touch()
    with Store.open(tmp_path) as store:
        store.keep_report(KEY, REPORT)
        assert store.report(KEY) is not None


def test_a_database_of_a_newer_program_is_left_alone_with_a_clear_sentence(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / 'cekbukti.db') as connection:
        connection.execute('pragma user_version = 999')
    with pytest.raises(StoreError, match="lebih baru"):
        Store.open(tmp_path)
    assert sqlite3.connect(tmp_path / 'cekbukti.db').execute('select count(*) from sqlite_master').fetchone() == (0,)


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlite_utils import Database

    from checker.store import schema

    def fail(database: Database) -> None:
        database.execute('create table half (a)')
        raise RuntimeError('no')

    Store.open(tmp_path).close()
    monkeypatch.setattr(schema, 'MIGRATIONS', (*schema.MIGRATIONS, fail))
    with pytest.raises(RuntimeError):
        Store.open(tmp_path)
    database = sqlite3.connect(tmp_path / 'cekbukti.db')
    assert database.execute('pragma user_version').fetchone() == (1,)
    assert database.execute("select count(*) from sqlite_master where name = 'half'").fetchone() == (0,)


def test_a_file_that_is_no_database_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / 'cekbukti.db').write_bytes(b'bukan basis data' * 500)
    with pytest.raises(StoreError, match="rusak"):
        Store.open(tmp_path)


def test_a_place_that_cannot_be_written_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / 'file').touch()
    with pytest.raises(StoreError, match="tidak dapat ditulis"):
        Store.open(tmp_path / 'file' / 'data')


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from checker.model import Document, Report, Sha256
from checker.store import ReportKey, Store
folder, who = Path(sys.argv[1]), sys.argv[2]
with Store.open(folder, reader='r1') as store:
    for i in range(150):
        sha = Sha256(f'{i:064x}')
        key = ReportKey(sha, 'rules', 'engine', None, 2025)
        store.keep_report(key, Report('x', None, sha, 2025, who, 'e', None))
        store.keep_reading(Document(sha, 'pdf', ()))
        assert store.reading(sha) is not None and store.report(key) is not None
"""


def test_two_processes_use_one_new_folder_at_once(tmp_path: Path) -> None:
    running = [subprocess.Popen([sys.executable, '-c', WRITER, str(tmp_path / 's'), who], stderr=subprocess.PIPE,
                                cwd=Path(__file__).parents[2], text=True) for who in ('one', 'two')]
    assert [(process.communicate()[1], process.returncode) for process in running] == [('', 0), ('', 0)]
    with Store.open(tmp_path / 's', reader='r1') as store:
        kept = [store.report(ReportKey(Sha256(f'{i:064x}'), 'rules', 'engine', None, 2025)) for i in range(150)]
    assert all(report is not None and report.rulebook in ('one', 'two') for report in kept)


def test_threads_of_one_process_share_a_store(store: Store) -> None:
    keys = [replace(KEY, sha256=Sha256(f'{i:064x}')) for i in range(100)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda key: store.keep_report(key, replace(REPORT, sha256=key.sha256)), keys))
        found = list(pool.map(store.report, keys))
    assert [report and report.sha256 for report in found] == [key.sha256 for key in keys]


def test_a_store_used_after_its_end_is_not_called_damaged(tmp_path: Path) -> None:
    with Store.open(tmp_path / 's') as store:
        pass
    with pytest.raises(sqlite3.ProgrammingError, match='closed'):
        store.failure(SHA)

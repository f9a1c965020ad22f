"""What is kept between two runs: readings, failures and reports, in one folder of the user.

One SQLite file and the readings beside it; several processes and threads may use the same folder at once. Keeps no
document and no file name, and never changes a report that it holds.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlite_utils import Database

from checker.errors import FILE_ERRORS
from checker.exports.json import report_from_json, report_json
from checker.home import home
from checker.messages import _
from checker.model import Document, Failure, KindId, Report, Sha256
from checker.store.readings import Readings
from checker.store.schema import StoreError, migrate
from checker.versions import reader_version

__all__ = ['ReportKey', 'Store', 'StoreError', 'home']

DATABASE = 'cekbukti.db'

BUSY_SECONDS = 20.0
"""How long a write waits for another process; writes take milliseconds, so only a stuck process gets there."""
SWITCHING = 0.02
"""Seconds between tries to switch the way of writing while another process does."""

_PASSING = frozenset(error.code for error in FILE_ERRORS if not error.cached)
"""Codes of failures that another try may not meet."""


@dataclass(frozen=True, slots=True)
class ReportKey:
    """All that a report depends on, but the name of the file."""

    sha256: Sha256
    rulebook: str
    """Hash of the rules of the kinds concerned."""
    engine: str
    kind: KindId | None
    """The kind that the caller forced; else None."""
    period: int
    reader: str = ''
    """Version of the reader; empty stands for the store's own."""


class Store:
    """Open with `Store.open`; a context manager. Every method may be called from any thread."""

    def __init__(self, folder: Path, database: Database, reader: str) -> None:
        self.folder = folder
        self._database = database
        self._reader = reader
        self._readings = Readings(folder / 'readings', reader)
        self._lock = threading.RLock()

    @classmethod
    def open(cls, folder: Path | None = None, *, reader: str | None = None) -> Store:
        """The store in `folder` (default: `home()`), made or brought up to date where needed.

        `reader` names the version that readings and failures belong to (default: this program's). Raises StoreError
        when the folder can't be used or a newer program made it.
        """
        folder = folder or home()
        with _explained(folder):
            _make_private(folder)
            database = Database(_connect(folder / DATABASE))
            try:
                _write_ahead(database)
                database.execute('pragma synchronous = normal')  # safe with WAL; a power cut loses the last rows only
                migrate(database)
            except BaseException:
                database.conn.close()
                raise
        return cls(folder, database, reader or reader_version())

    def close(self) -> None:
        self._database.conn.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None,
    ) -> None:
        self.close()

    def reading(self, sha256: Sha256) -> Document | None:
        """The kept reading of these bytes by this reader; None where there is none or its file is damaged."""
        return self._readings.load(sha256)

    def keep_reading(self, document: Document) -> None:
        """Takes the place of the reading that was there. Raises StoreError when the disk refuses."""
        with _explained(self.folder):
            self._readings.keep(document)

    def failure(self, sha256: Sha256) -> Failure | None:
        """Why these bytes can't be read, as this reader found before."""
        row = self._row('select code, message from failures where sha256 = ? and reader = ?', (sha256, self._reader))
        return None if row is None else Failure(row[0], row[1])

    def keep_failure(self, sha256: Sha256, failure: Failure) -> None:
        """Keeps it, unless another try may go better (time, memory, crash): then nothing is kept."""
        if failure.code not in _PASSING:
            self._insert('failures', {
                'sha256': sha256, 'reader': self._reader, 'code': failure.code, 'message': failure.message,
            })

    def report(self, key: ReportKey, file: str = '', member: str | None = None) -> Report | None:
        """The kept report, under the name that its file has now."""
        row = self._row(
            'select report from reports where (sha256, rulebook, engine, reader, kind, period) = (?, ?, ?, ?, ?, ?)',
            tuple(self._columns(key).values()))
        return None if row is None else replace(report_from_json(row[0]), file=file, member=member)

    def keep_report(self, key: ReportKey, report: Report) -> None:
        """Keeps it without the name of its file; a report that is already there stays as it is."""
        nameless = replace(report, file='', member=None)
        self._insert('reports', self._columns(key) | {'report': report_json(nameless)})

    def _columns(self, key: ReportKey) -> dict[str, Any]:
        return {
            'sha256': key.sha256, 'rulebook': key.rulebook, 'engine': key.engine, 'reader': key.reader or self._reader,
            'kind': key.kind or '', 'period': key.period,
        }

    def _row(self, query: str, values: tuple[Any, ...]) -> tuple[Any, ...] | None:
        with self._lock, _explained(self.folder):
            row: tuple[Any, ...] | None = self._database.execute(query, values).fetchone()
            return row

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        names, marks = ', '.join(row), ', '.join('?' * len(row))
        with self._lock, _explained(self.folder), self._database.conn as connection:
            connection.execute(f'insert or ignore into {table} ({names}) values ({marks})', tuple(row.values()))


def _make_private(folder: Path) -> None:
    """Personal data: only the user may look in. A folder that holds other things keeps its mode."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ours = not any(folder.iterdir()) or (folder / DATABASE).exists()
    if ours and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
    (folder / 'readings').mkdir(mode=0o700, exist_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    """Threads are let in because `Store` takes a lock; SQLite gives its side files the mode of the database."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)


def _write_ahead(database: Database) -> None:
    """Switches to WAL. SQLite does not wait for another process that is switching at this moment, so we do."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            database.execute('pragma journal_mode = wal')
            return
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith('SQLITE_BUSY') or time.monotonic() > until:
                raise
            time.sleep(SWITCHING)


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """Turns what the disk or the database says into a sentence for the user."""
    try:
        yield
    except OSError as error:
        raise StoreError(_("Folder data {folder} tidak dapat ditulis. Pilih folder lain dengan --store, atau jalankan "
                           "dengan --no-store.").format(folder=folder)) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname == 'SQLITE_ERROR':  # our own statement is wrong: no advice helps
            raise
        raise StoreError(_("Data di {folder} sedang dipakai proses lain atau cakram penuh. Coba lagi, atau jalankan "
                           "dengan --no-store.").format(folder=folder)) from error
    except sqlite3.ProgrammingError:  # used after `close`: a mistake of the caller, the data are sound
        raise
    except sqlite3.DatabaseError as error:
        raise StoreError(_("Data di {folder} rusak. Hapus folder itu (hasil akan dihitung ulang), atau pilih folder "
                           "lain dengan --store.").format(folder=folder)) from error

"""The tables of the database, as numbered steps from an empty file; `user_version` says how many were taken.

A step that has been released is never changed: a new one is added. Holds no queries of the program.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

from checker.errors import CekBuktiError
from checker.messages import _


class StoreError(CekBuktiError):
    """The store can't be used; the message says why and what to do."""


def migrate(database: Database) -> None:
    """Takes the steps that the file lacks, all or none. Raises StoreError when a newer program made the file."""
    if _version(database) == len(MIGRATIONS):
        return
    connection = database.conn
    connection.execute('begin immediate')  # of two processes that open a new file, the second waits and finds it done
    try:
        done = _version(database)
        if done > len(MIGRATIONS):
            raise StoreError(_("Data tersimpan dibuat oleh CekBukti yang lebih baru. Perbarui CekBukti, atau pilih "
                               "folder lain dengan --store."))
        for step in MIGRATIONS[done:]:
            step(database)
        connection.execute(f'pragma user_version = {len(MIGRATIONS)}')
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _version(database: Database) -> int:
    return int(database.execute('pragma user_version').fetchone()[0])


def _1_reports_and_failures(database: Database) -> None:
    """Plain SQL inside the open transaction: helpers that commit on their own would break all-or-none."""
    database.execute("""
        create table reports (
            sha256 text not null, rulebook text not null, engine text not null, reader text not null,
            kind text not null, period integer not null, report text not null,
            primary key (sha256, rulebook, engine, reader, kind, period)
        ) without rowid""")
    database.execute("""
        create table failures (
            sha256 text not null, reader text not null, code text not null, message text not null,
            primary key (sha256, reader)
        ) without rowid""")


MIGRATIONS: tuple[Callable[[Database], None], ...] = (_1_reports_and_failures,)

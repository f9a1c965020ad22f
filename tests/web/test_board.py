"""The list behind the pages, filled while it is shown."""

from __future__ import annotations

import threading
from pathlib import Path

from checker.model import Failure, KindId, Report, RequirementId
from tests.web import material
from web.board import Board


def empty() -> Board:
    return Board(material.KINDS, material.reading, material.picture)


def report(file: str, member: str | None = None, error: Failure | None = None) -> Report:
    return Report(file, member, None, 2025, 'r', 'e', error)


def test_reports_take_the_places_of_their_files_whatever_the_order_in_which_they_come() -> None:
    board = empty()
    for file in ('in/a.pdf', 'in/b.pdf', 'in/c.pdf'):
        board.expect(file, Path(file))
    ids = [entry.id for entry in board.entries()]
    board.begin('in/c.pdf')
    board.put(report('in/b.pdf', error=Failure('empty', "Kosong.")))
    assert [(e.name, e.state) for e in board.entries()] == [
        ('a.pdf', 'menunggu'), ('b.pdf', 'gagal'), ('c.pdf', 'dibaca')]
    board.put(report('in/a.pdf'))
    assert [entry.id for entry in board.entries()] == ids
    progress = board.progress()
    assert (progress.done, progress.total, progress.running) == (2, 3, True)


def test_the_members_of_an_archive_stand_together_where_it_was_given() -> None:
    board = empty()
    board.expect('a.zip', Path('a.zip'))
    board.expect('b.pdf', Path('b.pdf'))
    board.put(report('a.zip', 'x/1.pdf'), Path('/unpacked/1'))
    board.put(report('b.pdf'))
    board.put(report('a.zip', 'x/2.pdf'))
    assert [(e.name, e.path) for e in board.entries()] == [
        ('x/1.pdf', Path('/unpacked/1')), ('x/2.pdf', None), ('b.pdf', Path('b.pdf'))]


def test_what_gave_no_report_is_gone_at_the_end() -> None:
    board = empty()
    board.expect('empty.zip', Path('empty.zip'))
    board.expect('a.pdf', Path('a.pdf'))
    board.put(report('a.pdf'))
    board.finish()
    assert [entry.name for entry in board.entries()] == ['a.pdf']
    assert not board.progress().running


def test_every_change_has_a_new_version() -> None:
    board = empty()
    versions = [board.progress().version]
    board.expect('a.pdf', Path('a.pdf'))
    versions.append(board.progress().version)
    board.begin('a.pdf')
    versions.append(board.progress().version)
    board.put(report('a.pdf'))
    versions.append(board.progress().version)
    board.finish()
    versions.append(board.progress().version)
    assert versions == sorted(set(versions))


def test_names_come_from_the_rules_and_fall_back_to_the_id() -> None:
    board = empty()
    assert board.kind_name(material.SK) == "SK Penetapan PPID"
    assert board.kind_name(KindId('hilang')) == 'hilang'
    assert board.requirement_name(material.SK, RequirementId('nomor')) == "Nomor keputusan"
    assert board.requirement_name(KindId('hilang'), RequirementId('nomor')) == 'nomor'


def test_many_threads_may_fill_it_at_once() -> None:
    board = empty()

    def fill(who: int) -> None:
        for i in range(50):
            board.expect(f'{who}-{i}', Path('x'))
            board.put(report(f'{who}-{i}'))

    threads = [threading.Thread(target=fill, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    entries = board.entries()
    assert len({entry.id for entry in entries}) == len(entries) == board.progress().done == 200

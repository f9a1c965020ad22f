"""The list behind the pages, filled while it is shown."""

from __future__ import annotations

import threading
from pathlib import Path

from checker.driver import Item
from checker.model import Failure, KindId, Report, RequirementId
from tests.web import material
from web.board import Board


def empty() -> Board:
    return Board(material.KINDS, material.reading, material.picture)


def report(item: Item, error: Failure | None = None) -> Report:
    return Report(item.file, item.member, None, 2025, 'r', 'e', error)


def item(file: str, member: str | None = None) -> Item:
    return Item(file, member, Path('x'))


def test_reports_take_the_places_of_their_files_whatever_the_order_in_which_they_come() -> None:
    board = empty()
    a, b, c, d = (item(f'in/{name}.pdf') for name in 'abcd')
    for each in (a, b, c, d):
        board.expect(each)
    before = [(entry.id, entry.item) for entry in board.entries()]
    board.put(b, report(b, Failure('empty', "Kosong.")))
    board.put(a, report(a))
    assert [(e.name, e.state) for e in board.entries()] == [
        ('a.pdf', 'selesai'), ('b.pdf', 'gagal'), ('c.pdf', 'dibaca'), ('d.pdf', 'menunggu')]
    assert [(entry.id, entry.item) for entry in board.entries()] == before
    progress = board.progress()
    assert (progress.done, progress.total, progress.running) == (2, 4, True)


def test_members_of_an_archive_go_by_their_path_inside() -> None:
    board = empty()
    first, second = item('in/a.zip', 'x/1.pdf'), item('in/a.zip', 'x/2.pdf')
    board.expect(first)
    board.expect(second)
    board.put(second, report(second))
    assert [(e.name, e.state) for e in board.entries()] == [('x/1.pdf', 'dibaca'), ('x/2.pdf', 'selesai')]


def test_a_file_given_twice_has_two_lines() -> None:
    board = empty()
    twice = item('a.pdf')
    for _ in range(2):
        board.expect(twice)
    for _ in range(2):
        board.put(twice, report(twice))
    assert [(entry.id, entry.state) for entry in board.entries()] == [(1, 'selesai'), (2, 'selesai')]


def test_what_still_waits_at_the_end_is_told_to_be_unexamined() -> None:
    board = empty()
    board.expect(item('a.pdf'))
    board.finish()
    assert [entry.state for entry in board.entries()] == ['berhenti']
    assert not board.progress().running


def test_every_change_has_a_new_version() -> None:
    board, a = empty(), item('a.pdf')
    versions = [board.progress().version]
    board.expect(a)
    versions.append(board.progress().version)
    board.put(a, report(a))
    versions.append(board.progress().version)
    board.finish()
    versions.append(board.progress().version)
    assert versions == sorted(set(versions))


def test_names_come_from_the_rules_and_fall_back_to_the_id() -> None:
    board = empty()
    assert board.kind_name(material.SK) == "SK Penetapan PPID"
    assert board.kind_name(KindId('hilang')) == 'hilang'
    known = board.requirement(material.SK, RequirementId('nomor'))
    assert known is not None and known.name == "Nomor keputusan"
    assert board.requirement(KindId('hilang'), RequirementId('nomor')) is None
    assert board.requirement(material.SK, RequirementId('hilang')) is None


def test_many_threads_may_fill_it_at_once() -> None:
    board = empty()

    def fill(who: int) -> None:
        for i in range(50):
            given = item(f'{who}-{i}')
            board.expect(given)
            board.put(given, report(given))

    threads = [threading.Thread(target=fill, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    entries = board.entries()
    assert [entry.id for entry in entries] == list(range(1, 201))
    assert all(entry.report is not None for entry in entries)

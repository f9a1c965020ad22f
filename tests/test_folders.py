"""Folders as people and programs leave them: links in circles, depth without end, names of any kind."""

from __future__ import annotations

import os
from pathlib import Path

from checker.folders import count, is_folder, walk


def names(root: Path) -> list[str]:
    return [found.path.relative_to(root).as_posix() for found in walk(root) if not found.failure and not found.noise]


def failures(root: Path) -> list[tuple[str, str]]:
    return [(found.path.name, found.failure.code) for found in walk(root) if found.failure]


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b'x')
    return path


def test_files_come_in_the_order_of_their_names_folders_among_them(tmp_path: Path) -> None:
    for name in ('c.pdf', 'b/2.pdf', 'b/1.pdf', 'a.pdf'):
        put(tmp_path / name)
    assert names(tmp_path) == ['a.pdf', 'b/1.pdf', 'b/2.pdf', 'c.pdf']


def test_what_systems_leave_behind_is_noise(tmp_path: Path) -> None:
    for name in ('a.pdf', '.DS_Store', '__MACOSX/._a.pdf', '~$b.docx'):
        put(tmp_path / name)
    assert sum(found.noise for found in walk(tmp_path)) == 3
    assert count([tmp_path, tmp_path / 'a.pdf']) == 2


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path / 'a' / 'x.pdf')
    (tmp_path / 'a' / 'naik').symlink_to(tmp_path)
    (tmp_path / 'sendiri').symlink_to(tmp_path / 'sendiri')
    assert names(tmp_path) == ['a/x.pdf']
    assert failures(tmp_path) == [('sendiri', 'damaged')]


def test_a_link_out_of_the_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path / 'lain' / 'rahasia.pdf')
    put(tmp_path / 'bukti' / 'a.pdf')
    (tmp_path / 'bukti' / 'b').symlink_to(tmp_path / 'lain')
    assert names(tmp_path / 'bukti') == ['a.pdf']
    assert failures(tmp_path / 'bukti') == [('b', 'unsupported')]


def test_a_folder_that_is_itself_given_as_a_link_is_walked(tmp_path: Path) -> None:
    put(tmp_path / 'asli' / 'a.pdf')
    (link := tmp_path / 'pintasan').symlink_to(tmp_path / 'asli')
    assert is_folder(link)
    assert names(link) == ['a.pdf']


def test_folders_deeper_than_a_path_may_be_long_are_told(tmp_path: Path) -> None:
    put(tmp_path / 'z.pdf')
    at = os.open(tmp_path, os.O_RDONLY)
    for _level in range(20):  # 20 names of 250 letters: more than the 4,096 of a path
        os.mkdir('d' * 250, dir_fd=at)
        below = os.open('d' * 250, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)
    assert names(tmp_path) == ['z.pdf']
    assert [code for _name, code in failures(tmp_path)] == ['damaged']


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / 'kosong').mkdir()
    put(tmp_path / 'Thumbs.db')
    assert failures(tmp_path) == [(tmp_path.name, 'empty')]


def test_a_pipe_is_passed_over_without_opening_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / 'pipa')
    put(tmp_path / 'a.pdf')
    assert names(tmp_path) == ['a.pdf']


def test_what_is_no_folder_is_none(tmp_path: Path) -> None:
    assert not is_folder(tmp_path / ('x' * 5000))
    assert not is_folder(put(tmp_path / 'a.pdf'))

"""The files of a folder, in the order of their names, however the folder is made.

Follows no link to another folder, so that it neither runs in circles nor leaves what it was given. Opens no file.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.errors import DamagedFile, EmptyFile, UnsupportedFile
from checker.messages import _
from checker.model import Failure
from checker.reading.archive import is_noise


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or a place of which only `failure` can be told, or (`noise`) something that is no document."""

    path: Path
    failure: Failure | None = None
    noise: bool = False


def is_folder(path: Path) -> bool:
    """False too where the system refuses to say; opening the path then tells why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def walk(root: Path) -> Iterator[Found]:
    """Everything below `root`; a folder without any file gives one failure that says so."""
    empty = True
    for found in _walk(root):
        empty = empty and found.noise
        yield found
    if empty:
        yield Found(root, Failure(EmptyFile.code, _("Folder ini tidak berisi berkas. Periksa nama dan letaknya.")))


def count(paths: Iterable[Path]) -> int:
    """How many files the paths stand for, an archive counting as one."""
    return sum(sum(not found.noise for found in walk(path)) if is_folder(path) else 1 for path in paths)


def _walk(root: Path) -> Iterator[Found]:
    ahead = [root]  # a list and not recursion: folders can be nested deeper than Python calls
    while ahead:
        path = ahead.pop()
        try:
            mode = (path.stat() if path is root else path.lstat()).st_mode
            if stat.S_ISDIR(mode):
                ahead += sorted(path.iterdir(), reverse=True)
            else:
                yield from _leaf(path, mode, root)
        except OSError:
            says = _("Folder atau berkas ini tidak dapat dibuka. Periksa izin bacanya, atau pindahkan ke tempat lain.")
            yield Found(path, Failure(DamagedFile.code, says))


def _leaf(path: Path, mode: int, root: Path) -> Iterator[Found]:
    if is_noise(path.relative_to(root).as_posix()):
        yield Found(path, noise=True)
    elif stat.S_ISREG(mode) or (stat.S_ISLNK(mode) and path.is_file()):
        yield Found(path)
    elif not stat.S_ISLNK(mode):
        yield Found(path, noise=True)  # pipes, sockets, devices
    elif not path.is_dir():
        says = _("Pintasan ini tidak menunjuk ke berkas yang ada. Berikan berkas aslinya.")
        yield Found(path, Failure(DamagedFile.code, says))
    elif not path.resolve().is_relative_to(root.resolve()):  # else its files come by their own names
        says = _("Pintasan ke folder lain tidak diikuti. Berikan folder aslinya.")
        yield Found(path, Failure(UnsupportedFile.code, says))

"""What the kept results depend on: hashes of the source that makes them, so that a changed program trusts no old ones.

Opens only our own source files and the names of installed packages; never a document.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

READING = ('model.py', 'reading')
"""The source behind a reading, below checker/."""

ENGINE = ('model.py', 'messages.py', 'text.py', 'search.py', 'rulebook.py', 'parts.py', 'check.py', 'checks')
"""The pure modules: same readings, same rules and same engine give the same findings."""

_READERS = ('pypdfium2', 'pypdf', 'tesserocr', 'opencv-python-headless', 'pillow', 'lxml', 'python-docx', 'pyHanko')
"""The packages whose release can change what is read of the same bytes."""


@cache
def reader_version() -> str:
    """16 hexadecimal digits that stand for everything that decides what a reading says, our source and the packages."""
    return _digest([*_sources(READING), *(f'{name} {_release(name)}'.encode() for name in _READERS)])


@cache
def engine_version() -> str:
    """16 hexadecimal digits that stand for the source of the pure modules."""
    return _digest(_sources(ENGINE))


def _release(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return '-'


def _sources(names: Iterable[str]) -> list[bytes]:
    root = files('checker')
    return [part for name in names for part in _walk(root / name, name)]


def _walk(place: Traversable, name: str) -> list[bytes]:
    """Name and content of a source file, or of those in a folder, in the order of their names."""
    if place.is_dir():
        entries = sorted(place.iterdir(), key=lambda entry: entry.name)
        return [part for entry in entries for part in _walk(entry, f'{name}/{entry.name}')]
    if not name.endswith('.py') or not place.is_file():
        return []
    return [name.encode(), place.read_bytes()]


def _digest(parts: Iterable[bytes]) -> str:
    """Lengths go in too: the border between two parts must count."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, 'big') + part)
    return total.hexdigest()[:16]

"""What the kept results depend on: hashes of the source that makes them, so that a changed program trusts no old ones.

Opens only our own source files and the names of installed packages; never a document.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

READING = ('reading',)
ENGINE = ('check.py', 'parts.py', 'checks')
"""Where the source begins, below checker/; whatever it imports of ours belongs to it."""

_READERS = ('pypdfium2', 'pypdf', 'tesserocr', 'opencv-python-headless', 'pillow', 'lxml', 'python-docx', 'pyHanko',
            'zxing-cpp')
"""The packages whose release can change what is read of the same bytes."""


_IMPORT = re.compile(rb'^[ \t]*from checker((?:\.\w+)*) import (\([^)]*\)|.*)', re.MULTILINE)
"""The one form of import that this project uses; read as text: parsing it all would cost each start 0.1 s."""


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


def _sources(roots: Iterable[str]) -> list[bytes]:
    """Name and content of every module of the roots and of those that they import, in the order of their names."""
    package = files('checker')
    found: dict[str, bytes] = {}
    ahead = [module for root in roots for module in _walk(package / root, root)]
    while ahead:
        name, source = ahead.pop()
        if name not in found:
            found[name] = source
            ahead += [module for place in _imported(source) for module in _walk(package / place, place)]
    return [part for name in sorted(found) for part in (name.encode(), found[name])]


def _walk(place: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    """A source file, or those in a folder; nothing where neither is."""
    if place.is_dir():
        for entry in place.iterdir():
            yield from _walk(entry, f'{name}/{entry.name}')
    elif name.endswith('.py') and place.is_file():
        yield name, place.read_bytes()


def _imported(source: bytes) -> Iterator[str]:
    """Places below checker/ that an import may mean; one that does not exist is no module but a name inside of one."""
    for whole, names in _IMPORT.findall(source):
        module = whole.decode().replace('.', '/').strip('/')
        if module:
            yield f'{module}.py'
            yield f'{module}/__init__.py'
        for name in re.findall(r'\w+', names.decode()):
            yield f'{module}/{name}.py'.lstrip('/')


def _digest(parts: Iterable[bytes]) -> str:
    """Lengths go in too: the border between two parts must count."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, 'big') + part)
    return total.hexdigest()[:16]

"""Opens an XLSX package: its small parts as trees, its large ones as streams of events, nothing unpacked whole.

Never follows a link out of the file, never resolves an entity, never runs a macro or computes a formula.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.parsers import expat

from lxml import etree

from checker.errors import DamagedFile, EncryptedFile, TooLarge
from checker.messages import _

TREE_BYTES: Final = 16 * 1024**2
"""Bytes of a part that is read as a tree: styles of 64,000 formats take 10 MB, a drawing of 1,000 shapes 2 MB."""
STREAM_BYTES: Final = 1024**3
"""Unpacked bytes of all streamed parts together: a million rows of formatted empty cells in 16 columns are 0.4 GB."""
CHUNK: Final = 1 << 18
_EMPTY_CELL: Final = re.compile(rb'<(?:x:)?c r="[A-Z]{1,3}\d{1,7}"(?: [st]="\w{1,9}")*\s?/>')
_EMPTY_ROW: Final = re.compile(rb'<(?:x:)?row r="\d{1,7}"(?![^<>]*hidden)[^<>]*(?:/>|>\s*</(?:x:)?row>)')
"""Cells and rows that are only formatted, as all usual programs write them. A million rows of eight such cells take
50 s to parse, and a tenth of that to leave out."""
_BAD_MEMBER = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Relation:
    kind: str
    """The last word of its type: 'worksheet', 'drawing', 'image'."""
    target: str
    """Name of the member, without a leading slash."""


class Package:
    """An open package. `members` are the names in it; `left` is what may still be unpacked as streams."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._infos = {info.filename.lstrip('/'): info for info in archive.infolist() if not info.is_dir()}
        self.members = frozenset(self._infos)
        self._left = STREAM_BYTES

    @property
    def macros(self) -> bool:
        return any(n.lower().endswith('vbaproject.bin') or n.startswith('xl/macrosheets/') for n in self.members)

    def tree(self, name: str) -> Any:
        """The root of a part; None where it is missing or no XML. Raises TooLarge, or DamagedFile for a DOCTYPE."""
        data = self.blob(name, TREE_BYTES)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.LxmlError, ValueError):
            if any(mark in data for mark in _DOCTYPES):
                raise unsafe() from None
            return None
        if root.getroottree().docinfo.internalDTD is not None:
            raise unsafe()
        return root

    def blob(self, name: str, most: int) -> bytes:
        """The bytes of a member; none where it is missing or damaged. Raises TooLarge beyond `most`."""
        info = self._infos.get(name)
        if info is None:
            return b''
        try:
            with self._archive.open(info) as stream:
                data = stream.read(most + 1)
        except _BAD_MEMBER:
            return b''
        if len(data) > most:
            raise TooLarge
        return data

    def relations(self, name: str) -> Mapping[str, Relation]:
        """What a part points at inside the file, by id; '' = the package."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, '_rels', base + '.rels'))
        found = {}
        for rel in () if root is None else root:
            if isinstance(rel.tag, str) and rel.get('TargetMode') != 'External':
                target = posixpath.normpath(posixpath.join('/' + folder, rel.get('Target', ''))).lstrip('/')
                found[rel.get('Id', '')] = Relation(rel.get('Type', '').rpartition('/')[2], target)
        return found

    def stream(self, name: str, start: Start, end: End, text: Text) -> None:
        """Feed a part's elements (local names) to the handlers. Raises DamagedFile and TooLarge."""
        info = self._infos.get(name)
        if info is None:
            raise DamagedFile
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attrs: start(local(tag), attrs)
        parser.EndElementHandler = lambda tag: end(local(tag))
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            with self._archive.open(info) as member:
                for piece in self._pieces(member):
                    parser.Parse(piece, False)
            parser.Parse(b'', True)
        except (expat.ExpatError, *_BAD_MEMBER) as error:
            raise DamagedFile from error

    def _pieces(self, member: Any) -> Iterator[bytes]:
        """The member's bytes without empty cells, cut before a tag."""
        rest = b''
        while data := member.read(CHUNK):
            self._left -= len(data)
            if self._left < 0:
                raise TooLarge
            data = rest + data
            cut = data.rfind(b'<')
            cut = len(data) if cut < 0 or data.find(b'>', cut) >= 0 else cut
            data, rest = data[:cut], data[cut:]
            yield _EMPTY_ROW.sub(b'', _EMPTY_CELL.sub(b'', data))
        yield rest


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """The package at `path`. Raises DamagedFile or EncryptedFile."""
    try:
        archive = zipfile.ZipFile(path)
    except (*_BAD_MEMBER, UnicodeError) as error:
        raise DamagedFile from error
    with archive:
        if any(info.flag_bits & 1 for info in archive.infolist()):
            raise EncryptedFile
        yield Package(archive)


def local(tag: str) -> str:
    """The name without its namespace or prefix."""
    return tag[max(tag.rfind(':'), tag.rfind('}')) + 1 :]


def link(element: Any, name: str = 'id') -> str:
    """The relation that an element names by an attribute of the relationships' namespace; '' where it names none."""
    return next((value for key, value in element.attrib.items() if local(key) == name and key != name), '')


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children with one of these local names."""
    return (child for child in element if isinstance(child.tag, str) and local(child.tag) in names)


def child(element: Any, *path: str) -> Any:
    """The first descendant along local names, or None; None for None."""
    for name in path:
        element = None if element is None else next(children(element, name), None)
    return element


_DOCTYPES: Final = tuple('<!DOCTYPE'.encode(code) for code in ('ascii', 'utf-16-le', 'utf-16-be'))


def unsafe() -> DamagedFile:
    return DamagedFile(_("Berkas memuat deklarasi DOCTYPE yang tidak aman, jadi tidak dibuka. "
                         "Simpan ulang dari Excel, lalu unggah lagi."))


def _refuse_doctype(*_declared: Any) -> None:
    raise unsafe()

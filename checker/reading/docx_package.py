"""Opens a DOCX package: its parts, parsed safely, and how they point at each other.

python-docx opens the package where it can; one that it refuses (a bad relation, a missing part, a foreign content
type) is read member by member. Never follows an external link, never resolves an entity, never runs or unpacks a macro.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.opc.part import Part as OpcPart
from docx.package import Package as OpcPackage
from lxml import etree

from checker.errors import DamagedFile, EncryptedFile, TooLarge
from checker.messages import _

XML_LIMIT = 48 * 1024 * 1024
"""Bytes of all XML parts together: lxml needs about ten times as much, a third of the child's address space."""
MEDIA_LIMIT = 200 * 1024 * 1024
"""Bytes of all members unpacked: pictures hardly compress, so four times the largest file that we take."""
MEMBER_LIMIT = 20_000

_OLE = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
_DOCTYPES = tuple('<!DOCTYPE'.encode(code) for code in ('ascii', 'utf-16-le', 'utf-16-be'))
_STRICT = (
    (b'http://purl.oclc.org/ooxml/wordprocessingml/main', b'http://schemas.openxmlformats.org/wordprocessingml/2006/main'),
    (b'http://purl.oclc.org/ooxml/drawingml/main', b'http://schemas.openxmlformats.org/drawingml/2006/main'),
    (b'http://purl.oclc.org/ooxml/officeDocument/relationships',
     b'http://schemas.openxmlformats.org/officeDocument/2006/relationships'),
)
"""The namespaces of 'Strict Open XML' files and those that everybody else writes."""
_REFUSALS = (
    PythonDocxError, OpcError, etree.LxmlError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, AttributeError,
    TypeError, IndexError, NotImplementedError, RuntimeError, EOFError, OSError,
)
"""Everything that python-docx was seen to raise on files which Word opens."""
_BAD_MEMBER = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a package: an XML tree or bytes, and the parts that its relations name by id."""

    name: str
    root: Any
    blob: bytes
    related: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Package:
    """The parts by name (no leading slash); `main` is the document's own."""

    parts: Mapping[str, Part]
    main: str
    macros: bool

    def named(self, ending: str) -> Part | None:
        """The first part whose name ends so, e.g. 'numbering.xml'."""
        return next((part for name, part in self.parts.items() if name.endswith('/' + ending)), None)


def open_package(path: Path) -> Package:
    """The package in `path`. Raises EncryptedFile, TooLarge, or DamagedFile (also for any DOCTYPE)."""
    with path.open('rb') as stream:
        members = _members(stream)
        stream.seek(0)
        try:
            package = _from_python_docx(stream, members)
        except _REFUSALS:
            package = _from_members(members)
    for part in package.parts.values():
        if part.root is not None and part.root.getroottree().docinfo.internalDTD is not None:
            raise DamagedFile(_unsafe())
    return package


def _unsafe() -> str:
    return _("Berkas memuat deklarasi DOCTYPE yang tidak aman, jadi tidak dibuka. "
             "Simpan ulang dari Word, lalu unggah lagi.")


def _members(stream: IO[bytes]) -> dict[str, bytes]:
    """Every readable member by name, within the limits; XML is free of DOCTYPE."""
    if stream.read(8) == _OLE:
        if 'EncryptedPackage'.encode('utf-16-le') in stream.read():
            raise EncryptedFile
        raise DamagedFile
    try:
        archive = zipfile.ZipFile(stream)
    except (*_BAD_MEMBER, UnicodeError) as error:
        raise DamagedFile from error
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        xml = sum(info.file_size for info in infos if _is_xml(info.filename))
        if len(infos) > MEMBER_LIMIT or xml > XML_LIMIT or sum(info.file_size for info in infos) > MEDIA_LIMIT:
            raise TooLarge
        if any(info.flag_bits & 1 for info in infos):
            raise EncryptedFile
        members = {info.filename.lstrip('/'): data for info in infos if (data := _read(archive, info)) is not None}
    if any(mark in data for name, data in members.items() if _is_xml(name) for mark in _DOCTYPES):
        raise DamagedFile(_unsafe())
    return members


def _is_xml(name: str) -> bool:
    return name.lower().endswith(('.xml', '.rels', '.vml'))


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    """A damaged member is as good as none; the document's own is asked for later."""
    try:
        return archive.read(info)
    except _BAD_MEMBER:
        return None


def _from_python_docx(stream: IO[bytes], members: Mapping[str, bytes]) -> Package:
    package = OpcPackage.open(stream)
    found = {str(part.partname).lstrip('/'): part for part in package.iter_parts()}
    parts = {name: _taken_over(name, part) for name, part in found.items()}
    return Package(parts, str(package.main_document_part.partname).lstrip('/'), _has_macros(members))


def _taken_over(name: str, part: OpcPart) -> Part:
    root = getattr(part, 'element', None)
    if root is None and _is_xml(name):
        root = _parsed(part.blob)
    related = {rid: str(rel.target_part.partname).lstrip('/') for rid, rel in part.rels.items() if not rel.is_external}
    return Part(name, root, b'' if root is not None else part.blob, related)


def _from_members(members: Mapping[str, bytes]) -> Package:
    main = _main(members)
    if main is None:
        raise DamagedFile
    parts = {}
    for name, data in members.items():
        root = _parsed(data) if _is_xml(name) else None
        parts[name] = Part(name, root, b'' if root is not None else data, _related(name, members))
    if parts[main].root is None:
        raise DamagedFile
    return Package(parts, main, _has_macros(members))


def _main(members: Mapping[str, bytes]) -> str | None:
    targets = [target for kind, target in _relations('', members).values() if kind.endswith('/officeDocument')]
    guesses = [*targets, 'word/document.xml', *(name for name in members if name.endswith('/document.xml'))]
    return next((name for name in guesses if name in members), None)


def _related(name: str, members: Mapping[str, bytes]) -> dict[str, str]:
    return {rid: target for rid, (_kind, target) in _relations(name, members).items() if target in members}


def _relations(name: str, members: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """Relation id -> (type, member name) of one part ('' = the package); external ones are left out."""
    folder, base = posixpath.split(name)
    root = _parsed(members.get(posixpath.join(folder, '_rels', base + '.rels'), b''))
    relations = {}
    for rel in () if root is None else root:
        if isinstance(rel.tag, str) and rel.get('TargetMode') != 'External':
            target = posixpath.normpath(posixpath.join('/' + folder, rel.get('Target', '')))
            relations[rel.get('Id', '')] = (rel.get('Type', ''), target.lstrip('/'))
    return relations


def _parsed(data: bytes) -> Any:
    """The root element; None where the part is no well-formed XML."""
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None


def _has_macros(members: Mapping[str, bytes]) -> bool:
    return any(name.lower().endswith('vbaproject.bin') for name in members)

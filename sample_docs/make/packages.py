"""Files that hold others or can't be opened: merged uploads, a ZIP with noise, a damaged and an encrypted PDF."""

from __future__ import annotations

import zipfile
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject


def merge(parts: tuple[Path, ...], target: Path) -> Path:
    """All pages of all parts in one PDF, as people merge files for a portal; signatures don't survive this."""
    writer = PdfWriter()
    for part in parts:
        for page in PdfReader(part).pages:
            writer.add_page(page)
    for page in writer.pages:
        if '/Annots' in page:
            del page['/Annots']
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    writer.write(target)
    return target


def damaged(source: Path, target: Path) -> Path:
    """The first part of a PDF: an upload that broke off. The trailer and most objects are gone."""
    data = source.read_bytes()
    target.write_bytes(data[: min(len(data) // 3, 9000)])
    return target


class _Named(PdfWriter):
    """A writer whose file identifier is not drawn by chance."""

    def generate_file_identifiers(self) -> None:
        self._ID = ArrayObject([ByteStringObject(b'sample-document-')] * 2)


def encrypted(source: Path, target: Path) -> Path:
    """Needs a password to open. RC4: its key follows from password and identifier, so that the bytes stay the same."""
    writer = _Named(clone_from=source)
    writer.encrypt('rahasia', 'pemilik', algorithm='RC4-128')
    writer.write(target)
    return target


NOISE = (
    ('__MACOSX/Dinas/._sk-ppid.pdf', b'\x00\x05\x16\x07'),
    ('.DS_Store', b'\x00\x00\x00\x01Bud1'),
    ('Dinas/Thumbs.db', b'\xd0\xcf\x11\xe0'),
    ('Dinas/~$sk-ppid.docx', b'\x05Admin'),
)
"""What operating systems and office programs leave in ZIP files."""


def zipped(members: tuple[tuple[str, bytes], ...], target: Path) -> Path:
    with zipfile.ZipFile(target, 'w') as package:
        for name, data in members:
            package.writestr(zipfile.ZipInfo(name, (2025, 3, 3, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return target

"""What a file is, told from its bytes: a name proves nothing.

Says which reader takes the file, or refuses it with advice of its own. Never parses a document.
"""

from __future__ import annotations

import mmap
import re
import stat
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final, Literal

from checker.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge, UnreadableFile, UnsupportedFile
from checker.messages import _
from checker.reading import limits
from checker.reading.zip_directory import read_directory

Format = Literal['pdf', 'docx', 'xlsx', 'image', 'zip']

HEAD: Final = 4096
PDF_REACH: Final = 1024
"""ISO 32000 asks for `%PDF` at the start; pdfium and Acrobat accept it anywhere in the first kilobyte."""
HEIC_BRANDS: Final = frozenset({b'heic', b'heix', b'heim', b'heis', b'hevc', b'hevx', b'mif1', b'msf1'})
MAGIC: Final[tuple[tuple[bytes, Format], ...]] = (
    (b'PK\3\4', 'zip'), (b'PK\5\6', 'zip'), (b'PK\7\b', 'zip'), (b'\xff\xd8\xff', 'image'),
    (b'\x89PNG\r\n\x1a\n', 'image'), (b'II*\0', 'image'), (b'MM\0*', 'image'), (b'II+\0', 'image'), (b'MM\0+', 'image'),
    (b'GIF8', 'image'))
OLE: Final = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'


def format_of(path: Path) -> Format:
    """The format of the file at `path`.

    Raises EmptyFile, TooLarge (from the size alone, before anything is parsed), EncryptedFile (locked Office files),
    UnsupportedFile with advice for the format, DamagedFile where the file can't be opened or its ZIP is broken.
    """
    size = _size(path)
    allowed = limits.current()
    if size > max(allowed.file_bytes, allowed.archive_file_bytes):
        raise _too_large(size, allowed.file_bytes)
    try:
        with path.open('rb') as stream:
            head = stream.read(HEAD)
    except OSError as error:
        raise DamagedFile(_("Berkas tidak dapat dibuka. Periksa letak dan izin bacanya.")) from error
    found = _by_magic(head) or _by_content(head, path)
    if found == 'zip':
        found = _inside_zip(path, allowed)
    if size > (allowed.archive_file_bytes if found == 'zip' else allowed.file_bytes):
        raise _too_large(size, allowed.file_bytes)
    return found


def may_be_archive(path: Path) -> bool:
    """Whether the first bytes are those of a ZIP, as of a DOCX or XLSX. Opens nothing further; False if unreadable."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open('rb') as stream:
            return stream.read(4) in (b'PK\3\4', b'PK\5\6', b'PK\7\b')
    except OSError:
        return False


def glance(path: Path) -> str | None:
    """'pdf', 'jpg', 'png', 'image' (others), 'docx', 'xlsx' or 'zip', from the first bytes and, between packages, from
    the name; None for anything else. Opens nothing further: good for advice, not for choosing a reader.
    """
    try:
        with path.open('rb') as stream:
            head = stream.read(HEAD)
    except OSError:
        return None
    found = _by_magic(head)
    if found == 'zip':
        return {'.docx': 'docx', '.docm': 'docx', '.xlsx': 'xlsx', '.xlsm': 'xlsx'}.get(path.suffix.lower(), 'zip')
    if found == 'image':
        return 'jpg' if head.startswith(b'\xff\xd8\xff') else 'png' if head.startswith(b'\x89PNG') else 'image'
    return found


def _size(path: Path) -> int:
    try:
        status = path.stat()
    except OSError as error:
        raise DamagedFile(_("Berkas tidak ditemukan atau tidak boleh dibaca. Periksa letak dan izinnya.")) from error
    if not stat.S_ISREG(status.st_mode):
        raise UnsupportedFile(_("Ini bukan berkas biasa. Berikan berkas dokumen, folder, atau ZIP."))
    if not status.st_size:
        raise EmptyFile
    return status.st_size


def _too_large(size: int, most: int) -> TooLarge:
    mega = 1024 ** 2
    return TooLarge(_("Berkas terlalu besar ({} MB; batasnya {} MB). Perkecil atau pecah menjadi beberapa berkas, "
                      "lalu unggah lagi.").format(-(-size // mega), most // mega))


def _by_magic(head: bytes) -> Format | None:
    for magic, found in MAGIC:
        if head.startswith(magic):
            return found
    if (head[:4] == b'RIFF' and head[8:12] == b'WEBP') or (head[4:8] == b'ftyp' and head[8:12] in HEIC_BRANDS):
        return 'image'
    if head[:2] == b'BM' and head[6:10] == bytes(4):  # two letters alone would take a text for a bitmap
        return 'image'
    if re.search(rb'%PDF-\d', head[:PDF_REACH]):
        return 'pdf'
    return None


def _by_content(head: bytes, path: Path) -> Format:
    """Never returns: everything that is no supported format has advice of its own."""
    if head.startswith(OLE):
        raise _old_office(path)
    for recognised, advice in _REFUSED:
        if recognised(head):
            raise UnsupportedFile(advice)
    if not head.strip(b'\0'):
        raise DamagedFile(_("Berkas hanya berisi byte nol: unggahan tidak selesai. Unggah ulang dari berkas asli."))
    if _is_text(head):
        raise UnsupportedFile(_text_advice(head))
    raise UnsupportedFile


def _inside_zip(path: Path, allowed: limits.Limits) -> Format:
    """What a ZIP is for: an Office package or an archive of files."""
    with path.open('rb') as stream:
        names = {each.name for each in read_directory(stream, allowed.archive_members)}
    if names & {'[Content_Types].xml', 'word/document.xml', 'xl/workbook.xml'}:
        folders = {name.partition('/')[0] for name in names}
        if 'word' in folders:
            return 'docx'
        if 'xl/workbook.bin' in names:
            raise UnsupportedFile(_("Berkas Excel biner (.xlsb) belum didukung. Simpan sebagai .xlsx."))
        if 'xl' in folders:
            return 'xlsx'
        raise UnsupportedFile(next((advice for folder, advice in _OFFICE.items() if folder in folders), None))
    if 'mimetype' in names and 'META-INF/manifest.xml' in names:
        raise UnsupportedFile(_("Berkas OpenDocument (.odt, .ods) belum didukung. Simpan sebagai .docx, .xlsx, atau "
                                "PDF."))
    if 'META-INF/container.xml' in names or any(name.endswith('.iwa') for name in names):
        raise UnsupportedFile(_("Berkas EPUB atau Apple iWork belum didukung. Ekspor sebagai PDF."))
    return 'zip'


_OFFICE: Final = {
    'ppt': _("Berkas PowerPoint belum didukung. Simpan sebagai PDF."),
    'visio': _("Berkas Visio belum didukung. Simpan sebagai PDF."),
    'Documents': _("Berkas XPS belum didukung. Cetak sebagai PDF."),
}
"""Advice by the folder that marks the package."""


def _old_office(path: Path) -> UnreadableFile:
    """The error for an OLE file, by the names of the streams that its directory lists."""
    with path.open('rb') as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        def lists(name: str) -> bool:
            """Directory entries start at multiples of 128 bytes (MS-CFB 2.6.1); text of a document hardly ever."""
            wanted = name.encode('utf-16-le') + b'\0\0'
            at = data.find(wanted)
            while at >= 0 and at % 128:
                at = data.find(wanted, at + 1)
            return at >= 0
        if lists('EncryptedPackage'):
            return EncryptedFile()
        if lists('WordDocument'):
            return UnsupportedFile(_("Berkas Word lama (.doc) belum didukung. Simpan sebagai .docx atau PDF."))
        if lists('Workbook') or lists('Book'):
            return UnsupportedFile(_("Berkas Excel lama (.xls) belum didukung. Simpan sebagai .xlsx atau PDF."))
        if lists('PowerPoint Document'):
            return UnsupportedFile(_("Berkas PowerPoint lama (.ppt) belum didukung. Simpan sebagai PDF."))
        if lists('__properties_version1.0'):
            return UnsupportedFile(_("Ini surel Outlook, bukan dokumen. Simpan lampirannya, lalu unggah lampiran itu."))
    return UnsupportedFile(_("Berkas Office lama belum didukung. Simpan sebagai .docx, .xlsx, atau PDF."))


def _starts(*magics: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(magics)


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b'ustar'


def _is_film(head: bytes) -> bool:
    return (head[4:8] in (b'ftyp', b'moov', b'mdat', b'wide')
            or head.startswith((b'\x1aE\xdf\xa3', b'ID3', b'OggS', b'fLaC', b'FLV'))
            or (head[:4] == b'RIFF' and head[8:12] in (b'AVI ', b'WAVE')))


_WEB_PAGE: Final = _("Ini halaman web, bukan dokumen. Buka di peramban, cetak sebagai PDF.")
_LINK: Final = _("Ini tautan, bukan dokumen. Unduh dokumennya, lalu unggah berkas itu.")
_REFUSED: Final[tuple[tuple[Callable[[bytes], bool], str], ...]] = (
    (_starts(b'{\\rtf'), _("Berkas RTF belum didukung. Simpan sebagai .docx atau PDF.")),
    (_starts(b'Rar!\x1a\x07'), _("Arsip RAR belum didukung. Buat ulang sebagai ZIP.")),
    (_starts(b"7z\xbc\xaf'\x1c"), _("Arsip 7z belum didukung. Buat ulang sebagai ZIP.")),
    (_starts(b'\x1f\x8b', b'BZh', b'\xfd7zXZ', b'MSCF'),
     _("Arsip ini belum didukung. Buat ulang sebagai ZIP.")),
    (_is_tar, _("Arsip TAR belum didukung. Buat ulang sebagai ZIP.")),
    (_starts(b'L\0\0\0\x01\x14\x02\0', b'bplist'), _LINK),
    (_starts(b'8BPS', b'AT&TFORM', b'\0\0\1\0'),
     _("Jenis gambar ini belum didukung. Simpan sebagai JPG, PNG, atau PDF.")),
    (_is_film, _("Ini video atau suara, bukan dokumen. Serahkan langsung kepada penilai.")),
    (_starts(b'%!PS', b'\xc5\xd0\xd3\xc6'), _("Berkas PostScript belum didukung. Simpan sebagai PDF.")),
    (_starts(b'MZ', b'\x7fELF'), _("Ini program, bukan dokumen. Unggah dokumennya saja.")),
)
"""How a format is recognised, and what its owner can do; the first that fits counts."""


def _is_text(head: bytes) -> bool:
    if head.startswith((b'\xff\xfe', b'\xfe\xff')):
        return True
    return not re.search(rb'[\0-\x08\x0e-\x1a\x1c-\x1f]', head)


def _text_advice(head: bytes) -> str:
    """Which kind of text; the order matters, since a saved web page may name the others."""
    text = head.decode('utf-16' if head.startswith((b'\xff\xfe', b'\xfe\xff')) else 'utf-8-sig', 'replace')
    text = text.lstrip().lower()
    if re.match(r'(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body|script)\b', text, re.DOTALL):
        return _WEB_PAGE
    if text.startswith(('mime-version:', 'from: <saved by', 'from:', 'received:', 'return-path:')):
        return _("Ini surel atau halaman web tersimpan. Cetak sebagai PDF.")
    if text.startswith(('[internetshortcut]', '[desktop entry]', 'http://', 'https://')) or _is_cloud_stub(text):
        return _LINK
    if text.startswith(('<?xml', '<svg')):
        return _("Berkas XML atau SVG belum didukung. Simpan sebagai PDF.")
    return _("Berkas teks biasa tidak dapat dinilai. Simpan dokumennya sebagai .docx atau PDF.")


def _is_cloud_stub(text: str) -> bool:
    """The file that a synchronised drive leaves for an online document: a few words of JSON with its address or id."""
    marks: Collection[str] = ('"doc_id"', '"docs.google.com', '//docs.google.com', '//drive.google.com')
    return text.startswith('{') and len(text) < 1000 and any(mark in text for mark in marks)

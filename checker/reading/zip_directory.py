"""The table of contents of a ZIP, read with suspicion: what is listed, where it lies, under which name.

Python's `zipfile` gives up a whole archive for one badly flagged name and takes a forged end record inside a comment
for an empty archive; this walk judges each entry alone and refuses an ambiguous end. Never unpacks anything and never
trusts a size. Layout: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.
"""

from __future__ import annotations

import os
import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from checker.errors import DamagedFile, UnsafeArchive, UnsupportedFile
from checker.messages import _

END: Final = struct.Struct('<4s4H2LH')
END64: Final = struct.Struct('<4sQ2H2L4Q')
LOCATOR64: Final = struct.Struct('<4sLQL')
CENTRAL: Final = struct.Struct('<4s4B4HL2L5H2L')
LOCAL: Final = struct.Struct('<4s2B4HL2L2H')
END_REACH: Final = END.size + 0xFFFF
"""An end record and the longest comment."""
DIRECTORY_BYTES: Final = 32 * 1024 ** 2
"""20,000 entries with names and extra fields of 1.6 kB each; honest ones take a tenth."""
NAME_CHARS: Final = 120
"""Characters of one part of a name; ext4 and NTFS end at 255, screens long before."""
NAME_PARTS: Final = 20
UNSHOWN: Final = frozenset({'Cc', 'Cf', 'Cs', 'Co', 'Zl', 'Zp'})
"""Unicode categories that steer a terminal or the direction of writing, or have no shape."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the directory, as claimed by the archive; nothing in it is proven."""

    name: str
    """For display: normalised, never a path to open."""
    encrypted: bool
    method: int
    crc: int
    packed: int
    start: int
    """Offset of the local header in the file."""
    header: int
    """Smallest number of bytes between `start` and the data."""
    folder: bool
    special: bool
    """A symbolic link, device or socket."""


@dataclass(frozen=True, slots=True)
class _End:
    position: int
    entries: int
    size: int
    offset: int
    comment: int


def read_directory(stream: BinaryIO, most: int) -> tuple[Entry, ...]:
    """Every entry of a ZIP in its order. `most`: how many entries are allowed.

    Raises DamagedFile without a readable directory, UnsafeArchive for an ambiguous end, a hidden content or too many
    entries, UnsupportedFile for one volume of several.
    """
    size = stream.seek(0, os.SEEK_END)
    end = _end(stream, size)
    if end.entries > most:
        raise UnsafeArchive(_("Arsip ZIP memuat lebih dari {} berkas. Pecah menjadi beberapa arsip.").format(most))
    first = end.position - end.size
    shift = first - end.offset
    if end.size > DIRECTORY_BYTES or first < 0 or shift < 0:
        raise DamagedFile(_("Daftar isi arsip ZIP rusak. Buat ulang arsipnya."))
    if not end.entries and first > 0:
        raise UnsafeArchive(_("Arsip ZIP tampak kosong, padahal ada isi tersembunyi. Buat ulang arsip ZIP biasa."))
    stream.seek(first)
    entries = tuple(_entries(stream.read(end.size), shift))
    if len(entries) != end.entries:
        raise DamagedFile(_("Daftar isi arsip ZIP tidak lengkap. Buat ulang arsipnya."))
    return entries


def _end(stream: BinaryIO, size: int) -> _End:
    """The one end record. Two that both reach the end of the file contradict each other: a forged comment."""
    base = max(0, size - END_REACH)
    stream.seek(base)
    tail = stream.read(END_REACH)
    exact: list[_End] = []
    loose: list[_End] = []
    at = tail.find(b'PK\5\6')
    while at >= 0:
        if at + END.size <= len(tail):
            end, single = _end_at(tail, at, base)
            whole = at + END.size + end.comment
            (exact if whole == len(tail) else loose if whole < len(tail) else []).append(end)
            if not single and whole == len(tail):
                raise UnsupportedFile(_("Arsip ZIP ini hanya satu potongan. Buat satu arsip ZIP utuh."))
        at = tail.find(b'PK\5\6', at + 1)
    if len(exact) > 1:
        raise UnsafeArchive(_("Arsip ZIP memuat dua daftar isi yang berlainan. Buat ulang arsip ZIP biasa."))
    found = exact or loose[-1:]
    if not found:
        raise DamagedFile(_("Arsip ZIP terpotong atau rusak. Unggah ulang dari berkas asli."))
    return _widened(stream, found[0])


def _end_at(tail: bytes, at: int, base: int) -> tuple[_End, bool]:
    """The end record at an offset of the tail, and whether it belongs to an archive in one volume."""
    _signature, disk, first_disk, here, entries, size, offset, comment = END.unpack_from(tail, at)
    single = disk in (0, 0xFFFF) and first_disk in (0, 0xFFFF) and here == entries
    return _End(base + at, entries, size, offset, comment), single


def _widened(stream: BinaryIO, end: _End) -> _End:
    """The same end with the 64-bit numbers, where the archive has them."""
    at = end.position - LOCATOR64.size
    if at < 0 or not (end.entries == 0xFFFF or end.size == 0xFFFFFFFF or end.offset == 0xFFFFFFFF):
        return end
    stream.seek(at)
    signature, _disk, offset, _disks = LOCATOR64.unpack(stream.read(LOCATOR64.size))
    if signature != b'PK\6\7':
        return end
    for position in (offset, at - END64.size):
        stream.seek(min(position, at))
        record = stream.read(END64.size)
        if len(record) == END64.size and record.startswith(b'PK\6\6'):
            *_rest, entries, size, start = END64.unpack(record)
            return _End(min(position, at), entries, size, start, end.comment)
    return end


def _entries(directory: bytes, shift: int) -> Iterator[Entry]:
    at = 0
    while at + CENTRAL.size <= len(directory) and directory.startswith(b'PK\1\2', at):
        fields = CENTRAL.unpack_from(directory, at)
        name_size, extra_size, comment_size = fields[12:15]
        at += CENTRAL.size
        name = directory[at:at + name_size]
        extra = directory[at + name_size:at + name_size + extra_size]
        at += name_size + extra_size + comment_size
        if at > len(directory):
            return
        yield _entry(fields, name, extra, shift)


def _entry(fields: tuple[Any, ...], raw: bytes, extra: bytes, shift: int) -> Entry:
    system, flags, method, crc, packed, unpacked = fields[2], fields[5], fields[6], *fields[9:12]
    start, mode = fields[18], fields[17] >> 16
    extras = dict(_extras(extra))
    wide = extras.get(1, b'')
    numbers = []
    for number in (unpacked, packed, start):
        if number == 0xFFFFFFFF and len(wide) >= 8:
            number, wide = int.from_bytes(wide[:8], 'little'), wide[8:]
        numbers.append(number)
    _unpacked, packed, start = numbers
    name = decode_name(raw, bool(flags & 0x800), extras.get(0x7075, b''))
    kind = stat.S_IFMT(mode) if system in (3, 19) else 0
    return Entry(
        name=display_name(name), encrypted=bool(flags & 0x2041), method=method, crc=crc, packed=packed,
        start=start + shift, header=LOCAL.size + len(raw),
        folder=name.endswith(('/', '\\')) or kind == stat.S_IFDIR, special=kind not in (0, stat.S_IFREG, stat.S_IFDIR))


def _extras(extra: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(extra):
        tag, size = struct.unpack_from('<2H', extra, at)
        yield tag, extra[at + 4:at + 4 + size]
        at += 4 + size


def decode_name(raw: bytes, flagged: bool, unicode_extra: bytes = b'') -> str:
    """The name in the most likely encoding. `unicode_extra`: Info-ZIP's field with a UTF-8 name and the CRC of `raw`.

    Mac programs write UTF-8 without the flag, Windows writes the console's code page (cp437 and its like) or cp1252.
    """
    if len(unicode_extra) > 5 and int.from_bytes(unicode_extra[1:5], 'little') == zlib.crc32(raw):
        raw, flagged = unicode_extra[5:], True
    try:
        return raw.decode('utf-8')
    except UnicodeDecodeError:
        if flagged:
            return raw.decode('utf-8', 'replace')
    return raw.decode(_code_page(raw), 'replace')


def _code_page(raw: bytes) -> str:
    """cp437 puts letters at 0x80-0xA5, where cp1252 has its dashes and quotes; cp1252 has letters from 0xC0 on."""
    typographic = {0x85, *range(0x91, 0x98), 0xA0}
    high = {byte for byte in raw if byte >= 0x80}
    letters = {byte for byte in high if byte <= 0xA5} - typographic
    return 'cp437' if letters and max(high) <= 0xA5 else 'cp1252'


def display_name(name: str) -> str:
    """A name that can be shown: forward slashes, no way up or drive, no control or direction marks, not overlong."""
    shown = unicodedata.normalize('NFC', name).replace('\\', '/')
    shown = ''.join('_' if unicodedata.category(char) in UNSHOWN else char for char in shown)
    parts = [part.strip() for part in shown.split('/')]
    if len(parts[0]) == 2 and parts[0].endswith(':'):
        parts = parts[1:]
    kept = [_shortened(part) for part in parts if part not in ('', '.', '..')]
    return '/'.join(kept[-NAME_PARTS:]) or _("tanpa nama")


def _shortened(part: str) -> str:
    if len(part) <= NAME_CHARS:
        return part
    stem, dot, suffix = part.rpartition('.')
    if not dot or len(suffix) > 10:
        return part[:NAME_CHARS - 1] + '…'
    return f'{stem[:NAME_CHARS - len(suffix) - 2]}….{suffix}'

"""Opens a ZIP into a folder, member by member, under names of our own.

A bad member fails alone; only what endangers the whole (too many, too much, hidden content) refuses the archive. Sizes
are counted while unpacking, never taken from the archive. Never opens an archive inside an archive, never uses a
member's name as a path. Runs inside a reading child.
"""

from __future__ import annotations

import errno
import os
import posixpath
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from checker.errors import (
    CekBuktiError,
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    TooLarge,
    UnreadableFile,
    UnsafeArchive,
    UnsupportedFile,
)
from checker.messages import _
from checker.model import Failure
from checker.reading import limits
from checker.reading.zip_directory import LOCAL, Entry, read_directory

CHUNK: Final = 1 << 18
RATIO_FLOOR: Final = 1 << 20
"""Unpacked bytes below which the ratio says nothing: a blank form can shrink 1000-fold and harms nobody."""
STORED: Final = 0
DEFLATED: Final = 8
NOISE: Final = frozenset({'.ds_store', 'thumbs.db', 'ehthumbs.db', 'desktop.ini'})
NOISE_FOLDERS: Final = frozenset({'__MACOSX', '.Trashes', '.Spotlight-V100'})
NOISE_STARTS: Final = ('~$', '._', '.~lock.', '~WRL')
"""Word's owner file, the Mac's resource fork, LibreOffice's lock, Word's unsaved copy."""

_BROKEN: Final = _("Berkas dalam ZIP rusak. Buat ulang arsipnya dari berkas asli.")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: unpacked at `path`, or not, and then why."""

    name: str
    """For display only; distinct in its archive."""
    path: Path | None
    failure: Failure | None


@dataclass(frozen=True, slots=True)
class Expanded:
    """All members in the archive's order, and how many files were left out as noise of operating systems."""

    members: tuple[Member, ...]
    skipped: int


@dataclass(slots=True)
class _Budget:
    """Bytes that may still be unpacked from this archive, those of failed members counted too."""

    left: int


def expand(path: Path, into: Path) -> Expanded:
    """Unpack the ZIP at `path` into the folder `into` as `00001`, `00002`, ...

    Raises UnsafeArchive (nothing is left behind then), DamagedFile, EmptyFile (no file inside), UnsupportedFile (one
    volume of several) and CekBuktiError when the disk is full.
    """
    allowed = limits.current()
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open('rb') as stream:
        files = [each for each in read_directory(stream, allowed.archive_members) if not each.folder]
        wanted = [each for each in files if not is_noise(each.name)]
        if not wanted:
            raise EmptyFile(_("Arsip ZIP tidak berisi berkas. Masukkan dokumennya."))
        members = _unpack_all(stream, wanted, overlapping(files), into)
    return Expanded(members, len(files) - len(wanted))


def is_noise(name: str) -> bool:
    """Whether a name is what operating systems and offices leave behind, not a document."""
    folder, base = posixpath.split(name)
    return (base.lower() in NOISE or base.startswith(NOISE_STARTS)
            or not NOISE_FOLDERS.isdisjoint(folder.split('/')))


def overlapping(entries: Sequence[Entry]) -> frozenset[int]:
    """Starts of the entries that claim bytes of each other: how a small archive unpacks the same bytes many times."""
    shared: set[int] = set()
    reach, owner = -1, -1
    for entry in sorted(entries, key=lambda each: each.start):
        if entry.start < reach:
            shared |= {entry.start, owner}
        end = entry.start + entry.header + entry.packed
        if end > reach:
            reach, owner = end, entry.start
    return frozenset(shared)


def _unpack_all(stream: BinaryIO, entries: Sequence[Entry], shared: Collection[int], into: Path) -> tuple[Member, ...]:
    members: list[Member] = []
    names: set[str] = set()
    budget = _Budget(limits.current().archive_bytes)
    try:
        for index, entry in enumerate(entries, 1):
            members.append(_member(stream, entry, _distinct(entry.name, names), into / f'{index:05d}',
                                   entry.start in shared, budget))
            if budget.left < 0:
                raise UnsafeArchive(_("Isi arsip ZIP terlalu besar setelah dibuka. Pecah menjadi beberapa arsip."))
        if all(each.failure and each.failure.code == UnsafeArchive.code for each in members):
            raise UnsafeArchive
    except BaseException:
        for member in members:
            if member.path:
                member.path.unlink(missing_ok=True)
        raise
    return tuple(members)


def _member(stream: BinaryIO, entry: Entry, name: str, target: Path, shared: bool, budget: _Budget) -> Member:
    try:
        if shared:
            raise UnsafeArchive(_("Isi berkas ini menumpang isi berkas lain dalam arsip. Buat ulang arsip ZIP biasa."))
        _unpack(stream, entry, target, budget)
    except UnreadableFile as error:
        target.unlink(missing_ok=True)
        return Member(name, None, error.failure)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return Member(name, target, None)


def _distinct(name: str, taken: set[str]) -> str:
    """The name, or with ' (2)' before its suffix where the archive has it twice; remembers it."""
    stem, suffix = posixpath.splitext(name)
    shown, count = name, 1
    while shown in taken:
        count += 1
        shown = f'{stem} ({count}){suffix}'
    taken.add(shown)
    return shown


def _unpack(stream: BinaryIO, entry: Entry, target: Path, budget: _Budget) -> None:
    """Write one member to `target`. Raises UnreadableFile with what is wrong with it."""
    if entry.special:
        raise UnsafeArchive(_("Isi arsip ini tautan, bukan berkas. Masukkan berkas aslinya ke dalam ZIP."))
    if entry.encrypted:
        raise EncryptedFile(_("Berkas dalam ZIP dikunci kata sandi. Buat ulang ZIP tanpa kata sandi."))
    if entry.method not in (STORED, DEFLATED):
        raise UnsupportedFile(_("Cara pemampatan ZIP ini belum didukung. Buat ulang ZIP biasa."))
    _seek_data(stream, entry)
    size = crc = 0
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), 'wb') as out:
        for data, consumed in _inflated(stream, entry):
            size += len(data)
            budget.left -= len(data)
            crc = zlib.crc32(data, crc)
            _refuse_excess(size, consumed, budget)
            _write(out, data)
    if crc != entry.crc:
        raise DamagedFile(_BROKEN)


def _seek_data(stream: BinaryIO, entry: Entry) -> None:
    stream.seek(entry.start)
    header = stream.read(LOCAL.size)
    if len(header) < LOCAL.size or not header.startswith(b'PK\3\4'):
        raise DamagedFile(_("Berkas dalam ZIP tidak ditemukan di tempatnya. Buat ulang arsipnya."))
    name_size, extra_size = LOCAL.unpack(header)[-2:]
    stream.seek(name_size + extra_size, os.SEEK_CUR)


def _refuse_excess(size: int, consumed: int, budget: _Budget) -> None:
    allowed = limits.current()
    if size > RATIO_FLOOR and size > allowed.archive_ratio * consumed:
        raise UnsafeArchive(_("Berkas dalam ZIP mengembang tidak wajar saat dibuka. Unggah berkas aslinya."))
    if budget.left < 0 or size > allowed.file_bytes:
        raise TooLarge


def _inflated(stream: BinaryIO, entry: Entry) -> Iterator[tuple[bytes, int]]:
    """Pieces of at most CHUNK bytes, each with the packed bytes taken so far."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS) if entry.method == DEFLATED else None
    left, waiting = entry.packed, b''
    while left or waiting:
        if not waiting:
            waiting = stream.read(min(CHUNK, left))
            left -= len(waiting)
            if not waiting:
                raise DamagedFile(_("Berkas dalam ZIP terpotong. Buat ulang arsipnya dari berkas asli."))
        if inflate is None:
            data, waiting = waiting, b''
        else:
            try:
                data, waiting = inflate.decompress(waiting, CHUNK), inflate.unconsumed_tail
            except zlib.error as error:
                raise DamagedFile(_BROKEN) from error
        if data:
            yield data, entry.packed - left - len(waiting)
        if inflate is not None and inflate.eof:
            return
    if inflate is not None and (rest := inflate.flush()):
        yield rest, entry.packed


def _write(out: BinaryIO, data: bytes) -> None:
    try:
        out.write(data)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise CekBuktiError(_("Ruang simpan penuh. Kosongkan sebagian, lalu buka ulang arsip ZIP ini.")) from error
        raise

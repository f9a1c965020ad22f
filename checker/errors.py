"""One class per cause of failure: code, message and advice in Indonesian, exit status.

`UnreadableFile` and its kinds are what a single file can suffer; they never stop the other files of a call.
"""

from __future__ import annotations

from typing import ClassVar

from checker.model import Failure


class CekBuktiError(Exception):
    """Anything that we report in words. `str()` is a sentence for the user."""

    exit_status: ClassVar[int] = 2


class UsageError(CekBuktiError):
    """The command was called with something that can't be."""


class RuleError(CekBuktiError):
    """A rule file says something that can't be. The message names file, entry and, if near, the likely spelling."""


class NotShrunk(CekBuktiError):
    """No smaller copy of a file was made; the message says why, and what to do instead."""

    exit_status = 1


class UnreadableFile(CekBuktiError):
    """A file that can't be read; the message says what to do."""

    code: ClassVar[str] = 'damaged'
    message: ClassVar[str] = 'Berkas rusak dan tidak dapat dibuka. Unggah ulang dari berkas asli.'
    cached: ClassVar[bool] = True

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.message)

    def __reduce__(self) -> tuple[type[UnreadableFile], tuple[str]]:
        return (type(self), (str(self),))

    @property
    def failure(self) -> Failure:
        return Failure(self.code, str(self))


class EmptyFile(UnreadableFile):
    code = 'empty'
    message = 'Berkas kosong (0 byte). Unggah ulang berkas yang berisi dokumen.'


class UnsupportedFile(UnreadableFile):
    code = 'unsupported'
    message = 'Jenis berkas ini belum didukung. Simpan sebagai PDF, DOCX, XLSX, JPG atau PNG, lalu unggah lagi.'


class EncryptedFile(UnreadableFile):
    code = 'encrypted'
    message = 'Berkas dikunci kata sandi. Buka kuncinya, simpan tanpa kata sandi, lalu unggah lagi.'


class DamagedFile(UnreadableFile):
    code = 'damaged'


class TooLarge(UnreadableFile):
    code = 'too_large'
    message = 'Berkas terlalu besar untuk diperiksa. Perkecil atau pecah menjadi beberapa berkas, lalu unggah lagi.'


class TooManyPages(UnreadableFile):
    code = 'too_many_pages'
    message = 'Berkas memuat terlalu banyak halaman. Pecah menjadi beberapa berkas, lalu unggah lagi.'


class TimedOut(UnreadableFile):
    code = 'timed_out'
    message = 'Berkas tidak selesai dibaca dalam batas waktu. Simpan ulang sebagai PDF biasa, lalu unggah lagi.'
    cached = False


class OutOfMemory(UnreadableFile):
    code = 'out_of_memory'
    message = 'Berkas memerlukan memori melebihi batas. Simpan ulang sebagai PDF biasa, lalu unggah lagi.'
    cached = False


class UnsafeArchive(UnreadableFile):
    code = 'unsafe_archive'
    message = 'Arsip ZIP tidak aman dibuka. Buat ulang arsip ZIP biasa tanpa arsip di dalamnya, lalu unggah lagi.'


class Crashed(UnreadableFile):
    code = 'crashed'
    message = 'Pembacaan berkas terhenti tiba-tiba. Simpan ulang sebagai PDF biasa, lalu unggah lagi.'
    cached = False


FILE_ERRORS: tuple[type[UnreadableFile], ...] = (
    EmptyFile, UnsupportedFile, EncryptedFile, DamagedFile, TooLarge, TooManyPages, TimedOut, OutOfMemory,
    UnsafeArchive, Crashed,
)
"""Every code of the catalogue, section 4."""

"""What this computer has of the things that CekBukti needs, and what to do about the rest.

Looks at versions, folders and rules only: opens no document, installs nothing and changes no file.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Final

from checker import anchors, rulebook
from checker.errors import CekBuktiError
from checker.home import home
from checker.messages import _
from checker.reading.limits import Limits
from checker.reading.recognition import model_folder

OLDEST_PYTHON: Final = (3, 11)
"""tomllib, and the language that the source is written in."""

LIBRARIES: Final = (
    ('pypdfium2', 'pypdfium2', True), ('pypdf', 'pypdf', True), ('pyHanko', 'pyhanko', True),
    ('python-docx', 'docx', True), ('lxml', 'lxml.etree', True), ('rapidfuzz', 'rapidfuzz', True),
    ('opencv-python-headless', 'cv2', True), ('Pillow', 'PIL.Image', True), ('tesserocr', 'tesserocr', True),
    ('pillow-heif', 'pillow_heif', False), ('zxing-cpp', 'zxingcpp', False),
)
"""Package, module to import, and whether reading can't do without. The compiled ones can fail although installed."""

PRIVATE: Final = 0o700
"""The store holds what documents say: nobody but its owner may look in."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `detail` says what was found, `advice` what to do when it isn't `ok`."""

    name: str
    ok: bool
    detail: str
    advice: str = ''
    needed: bool = True
    """False where only part of the work suffers."""


def checks(store: Path | None = None, rules: Path | None = None) -> tuple[Check, ...]:
    """Everything looked at, in the order of a first installation. `store`, `rules`: folders other than the default."""
    folder = store or home()
    return (_python(), *(_library(*each) for each in LIBRARIES), _model(), _limits(), _anchors(), _store(folder),
            _room(folder), _rules(rules))


def exit_status(found: Sequence[Check]) -> int:
    """1 if something needed is missing, else 0."""
    return int(any(check.needed and not check.ok for check in found))


def report_text(found: Sequence[Check]) -> str:
    """One line a check, its advice below; the last line sums up. Indonesian."""
    lines = [line for check in found for line in _lines(check)]
    missing = sum(not check.ok for check in found)
    total = _("Semua siap.") if not missing else _("{} hal perlu dibenahi.").format(missing)
    return '\n'.join([*lines, '', total])


def _lines(check: Check) -> list[str]:
    sign = _("baik") if check.ok else _("kurang") if check.needed else _("catatan")
    line = f'{sign:<8} {check.name}: {check.detail}'
    return [line] if check.ok else [line, f'{"":<8} -> {check.advice}']


def _python() -> Check:
    wanted = '.'.join(map(str, OLDEST_PYTHON))
    return Check('Python', sys.version_info >= OLDEST_PYTHON, sys.version.split()[0],
                 _("Pasang Python {} atau yang lebih baru.").format(wanted))


def _library(package: str, module: str, needed: bool) -> Check:
    try:
        import_module(module)
        return Check(package, True, version(package), needed=needed)
    except ImportError as error:  # also a package without metadata, and a compiled library that doesn't load
        return Check(package, False, _("tidak dapat dimuat ({})").format(error),
                     _("Jalankan make setup, atau pip install cekbukti sekali lagi."), needed)


def _model() -> Check:
    folder = model_folder()
    return Check(_("Model bahasa Indonesia"), folder is not None, str(folder or _("tidak ditemukan")),
                 _("Hasil pindai belum dapat dibaca. Jalankan: sudo apt-get install -y --no-install-recommends "
                   "tesseract-ocr-ind"))


def _limits() -> Check:
    try:
        limits = Limits.of(with_anchors=False)
    except CekBuktiError as error:
        return Check(_("Batas"), False, str(error), _("Perbaiki atau hapus variabel lingkungan CEKBUKTI_LIMIT_..."))
    detail = _("{} MB dan {} halaman per berkas, OCR {} halaman, memori {} MB per pembaca")
    return Check(_("Batas"), True, detail.format(
        limits.file_bytes >> 20, limits.pages, limits.ocr_pages, limits.child_bytes >> 20))


def _anchors() -> Check:
    """Without any everything works, but no issuer of electronic signatures is known."""
    name, place = _("Sertifikat induk"), anchors.folder()
    try:
        found = anchors.names()
    except CekBuktiError as error:
        return Check(name, False, str(error), _("Perbaiki isi folder itu, atau hapus CEKBUKTI_ANCHORS."))
    none = _("belum ada di {}; penerbit tanda tangan elektronik tidak diverifikasi").format(place)
    return Check(name, True, '; '.join(found) or none)


def _store(folder: Path) -> Check:
    """The folder itself, or the nearest one above it where it is still to be made."""
    name = _("Tempat simpan")
    advice = _("Pilih folder milik Anda dengan --store atau CEKBUKTI_HOME.")
    if not folder.exists():
        writable = os.access(_existing(folder), os.W_OK | os.X_OK)
        detail = _("{} (dibuat saat pertama kali dipakai)") if writable else _("{} tidak dapat dibuat")
        return Check(name, writable, detail.format(folder), advice)
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return Check(name, False, _("{} tidak dapat ditulisi").format(folder), advice)
    if stat.S_IMODE(folder.stat().st_mode) & ~PRIVATE:
        return Check(name, False, _("{} dapat dibuka pengguna lain").format(folder),
                     _("Jalankan: chmod 700 {}").format(folder))
    return Check(name, True, str(folder))


def _room(folder: Path) -> Check:
    """As much as the largest archive may unpack to."""
    wanted = Limits().archive_bytes
    free = shutil.disk_usage(_existing(folder)).free
    return Check(_("Ruang disk"), free >= wanted, _("{:.1f} GB kosong").format(free / 1024 ** 3),
                 _("Sediakan sedikitnya {:.0f} GB.").format(wanted / 1024 ** 3), needed=False)


def _existing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.absolute().parents) if place.exists())


def _rules(folder: Path | None) -> Check:
    try:
        book = rulebook.load(folder)
    except CekBuktiError as error:
        return Check(_("Aturan"), False, str(error), _("Perbaiki aturan itu; cekbukti rules check memeriksanya lagi."))
    return Check(_("Aturan"), True, _("{} jenis dokumen, sidik {}").format(len(book.kinds), book.hash[:12]))

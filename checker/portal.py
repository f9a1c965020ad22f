"""What the portals of the Monev take: formats, size and number of files for one question; rules/portals.toml.

Words what breaks these limits, as advice only: no finding and no point depends on it. Opens no document.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import Final, Literal

from checker.errors import RuleError, UsageError
from checker.messages import _
from checker.model import Note
from checker.rulebook import rules_folder
from checker.typed_toml import read_table, suggestion

FILE: Final = 'portals.toml'
MEGABYTE: Final = 1024 ** 2
"""Bytes: the portal whose code is known takes 2,048 KB and says 2 MB."""
CODE: Final = 'batas-portal'
"""Of the notes."""
NAMED: Final = 3
"""Files that are named before `dan 4 lagi`."""
Accepted = Literal['pdf', 'docx', 'xlsx', 'jpg', 'png', 'zip']


@dataclass(frozen=True, slots=True)
class Portal:
    """The limits of one portal."""

    id: str
    name: str
    formats: tuple[Accepted, ...]
    file_mb: float
    """Most megabytes (of 1,024 x 1,024 bytes) of one file."""
    source: str
    question_mb: float | None = None
    """Of all files of one question together; None: any."""
    files: int | None = None
    """Most files for one question; None: any."""

    @property
    def file_bytes(self) -> int:
        return int(self.file_mb * MEGABYTE)

    @property
    def says(self) -> str:
        """The limits in a few words: `PDF, paling besar 2 MB`."""
        return _("{formats}, paling besar {size}").format(formats=_names(self.formats), size=size_text(self.file_bytes))


@dataclass(frozen=True, slots=True)
class PortalsFile:
    portals: tuple[Portal, ...]
    default: str | None = None
    """Whose limits `check` tells, where no questionnaire names a portal."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A file as it is handed in."""

    name: str
    bytes: int
    format: str | None
    """As `Portal.formats`; None where its first bytes are no known format's."""
    sealed: bool = False
    """Whether it bears electronic signatures, which every change breaks."""


def load(folder: Path | None = None) -> PortalsFile:
    """The portals of a rules folder (default: the packaged one); none where it has no such file. Raises `RuleError`."""
    path = (folder or rules_folder()) / FILE
    if not path.exists():
        return PortalsFile(())
    file = read_table(path, PortalsFile)
    ids = [each.id for each in file.portals]
    for each in file.portals:
        if ids.count(each.id) > 1:
            raise RuleError(_("{path}: portals: \"{id}\" tertulis dua kali.").format(path=path, id=each.id))
        if not each.formats or min(each.file_mb, each.question_mb or 1, each.files or 1) <= 0 or each.files == 0:
            says = _("{path}: portals \"{id}\": formats tidak boleh kosong, dan setiap batas harus lebih dari 0.")
            raise RuleError(says.format(path=path, id=each.id))
    if file.default is not None:
        of(file.default, file, str(path))
    return file


def of(id: str, file: PortalsFile, where: str) -> Portal:
    """The portal of that id. Raises `RuleError` with the nearest one."""
    found = next((each for each in file.portals if each.id == id), None)
    if found is None:
        says = _("{where}: portal \"{id}\" tidak ada di portals.toml.").format(where=where, id=id)
        raise RuleError(says + suggestion(id, [each.id for each in file.portals]))
    return found


def default(folder: Path | None = None) -> Portal | None:
    """The portal that counts where nobody names one; None: no limits are told. Raises `RuleError`."""
    file = load(folder)
    return None if file.default is None else of(file.default, file, FILE)


def file_note(portal: Portal, file: Handed) -> Note | None:
    """What the portal would refuse of one file, and what to do."""
    says = [each for each in (_format_says(portal, file), _size_says(portal, file)) if each]
    return Note(CODE, None, ' '.join(says)) if says else None


def question_note(portal: Portal, files: Sequence[Handed]) -> Note | None:
    """What the portal would refuse of the files of one question, alone and together."""
    says = [*_formats_say(portal, files)]
    says += [f'{Path(file.name).name}: {told}' for file in files if (told := _size_says(portal, file))]
    if portal.files is not None and len(files) > portal.files:
        says.append(_("Ada {number} berkas, portal menerima {most}. Gabungkan menjadi satu PDF.").format(
            number=len(files), most=portal.files))
        if any(file.sealed for file in files):
            says.append(_("Yang bertanda tangan elektronik jangan digabung, tanda tangannya menjadi tidak sah: unggah "
                          "yang utama, dan sertakan tautan untuk yang lain."))
    total = sum(file.bytes for file in files)
    if portal.question_mb is not None and len(files) > 1 and total > portal.question_mb * MEGABYTE:
        says.append(_("Bersama-sama {size}, batasnya {limit} per pertanyaan. Perkecil dengan cekbukti shrink.").format(
            size=size_text(total), limit=size_text(int(portal.question_mb * MEGABYTE))))
    return Note(CODE, None, ' '.join(says)) if says else None


def _formats_say(portal: Portal, files: Sequence[Handed]) -> Iterator[str]:
    """One sentence for all files that need the same: four photos of a decree are told once."""
    wrong = [file for file in files if file.format is not None and file.format not in portal.formats]
    for told, same in groupby(sorted(wrong, key=_way_out), key=_way_out):
        names = [Path(file.name).name for file in same]
        listed = ', '.join(names[:NAMED]) + (_(" dan {n} lagi").format(n=len(names) - NAMED) if names[NAMED:] else '')
        yield _("{names}: portal hanya menerima {formats}.").format(names=listed, formats=_names(portal.formats)) + (
            f' {told}')


def _way_out(file: Handed, source: str = "FOTO.jpg", copy: str = "FOTO.pdf") -> str:
    """How a file of another format becomes one that is taken."""
    if file.format in ('docx', 'xlsx'):
        return _("Simpan sebagai PDF.")
    if file.format == 'zip':
        return _("Unggah isinya, bukan ZIP-nya.")
    return _("Jadikan PDF: cekbukti shrink {source} -o {copy}.").format(source=source, copy=copy)


def _format_says(portal: Portal, file: Handed) -> str:
    if file.format is None or file.format in portal.formats:
        return ''
    copy = str(Path(file.name).with_suffix('.pdf'))
    return _("Portal hanya menerima {formats}.").format(formats=_names(portal.formats)) + ' ' + _way_out(
        file, shlex.quote(file.name), shlex.quote(copy))


def _size_says(portal: Portal, file: Handed) -> str:
    if file.bytes <= portal.file_bytes:
        return ''
    says = _("Besarnya {size}, batas portal {limit}.").format(
        size=size_text(file.bytes), limit=size_text(portal.file_bytes))
    if file.sealed:
        return says + ' ' + _("Jangan diperkecil: berkas ini bertanda tangan elektronik, dan setiap perubahan "
                              "membuatnya tidak sah. Minta naskah yang lebih kecil ditandatangani, atau sertakan "
                              "tautan.")
    if file.format != 'pdf':
        return says
    return says + ' ' + _("Perkecil: cekbukti shrink {name}.").format(name=shlex.quote(file.name))


def _names(formats: Sequence[str]) -> str:
    return ', '.join(each.upper() for each in formats)


def size_text(size: int) -> str:
    """`2 MB`, `2,41 MB`, `640 KB`, rounded up, so that what is too large never reads like the limit."""
    if size < MEGABYTE:
        return f'{ceil(size / 1024)} KB'
    return f'{ceil(size / MEGABYTE * 100) / 100:.2f}'.rstrip('0').rstrip('.').replace('.', ',') + ' MB'


def size_of(text: str) -> int:
    """Bytes of `2MB`, `500 KB` or `1,5 MB`. Raises `UsageError`."""
    found = re.fullmatch(r'\s*(\d+(?:[.,]\d+)?)\s*(KB|MB)\s*', text, re.IGNORECASE)
    size = float(found[1].replace(',', '.')) * (1024 if found[2].upper() == 'KB' else MEGABYTE) if found else 0
    if size < 1024:
        raise UsageError(_("Ukuran \"{text}\" tidak dikenal. Tulis misalnya 2MB atau 500KB.").format(text=text))
    return int(size)

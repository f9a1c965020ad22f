"""`cekbukti shrink`: the mildest smaller copy of which the same is found as of the original.

Makes copies through the reading children and checks them like any file; writes one file, never over the original, and
over another only when asked to. Decides nothing about documents.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from checker.counting import Counts, count
from checker.driver import Examiner
from checker.errors import NotShrunk, UnreadableFile, UsageError
from checker.messages import _
from checker.model import Part, Report, Status
from checker.portal import size_text
from checker.reading import sniff
from checker.reading.ways import SIGNED, WAYS, Form, Way
from checker.rulebook import Rulebook

CHECKS: Final = 3
"""Copies that are checked at most on either side of the target: each costs the OCR of all pages."""
NAMED: Final = 4
"""Changed findings that are told; more help nobody."""
SUFFIXES: Final[dict[str, Form]] = {'.pdf': 'pdf', '.jpg': 'jpeg', '.jpeg': 'jpeg'}
_STATUSES: dict[Status, str] = {
    'met': _("terpenuhi"), 'missing': _("tidak ditemukan"), 'unsure': _("perlu diperiksa"),
    'not_applicable': _("tidak berlaku"),
}


@dataclass(frozen=True, slots=True)
class Copy:
    """What was written."""

    path: Path
    before: int
    after: int
    way: Way
    counts: Counts


@dataclass(frozen=True, slots=True)
class _Try:
    way: Way
    data: bytes


def shrink(examiner: Examiner, path: Path, out: Path | None, target: int, *, force: bool = False,
           tell: Callable[[str], None] = lambda says: None) -> Copy | None:
    """A copy of `path` of at most `target` bytes in `out` (default: beside it, `nama-kecil.pdf`); None where the file
    is small enough already.

    Raises `NotShrunk` with the reason, `UsageError` for names that can't be, and what reading the file raises. `tell`
    hears what is being done.
    """
    if not path.is_file():
        raise UsageError(_("{path} tidak ditemukan atau bukan berkas.").format(path=path))
    out, form = _destination(path, out, force)
    before = path.stat().st_size
    if before <= target and sniff.glance(path) == {'pdf': 'pdf', 'jpeg': 'jpg'}[form]:
        return None
    original = _original(examiner, path)
    tries: list[_Try] = []
    lost: list[str] = []
    checked = 0
    for each in _tries(examiner, path, form, tell):
        tries.append(each)
        if len(each.data) > target or (len(tries) > 1 and tries[-2].data == each.data):
            continue
        tell(_("Memeriksa salinan {size} ...").format(size=size_text(len(each.data))))
        with _written(each.data, out) as draft:
            changed = _changes(examiner, original, draft)
            if not changed:
                _put(draft, out, path, force)
                counts = count(finding for part in original.parts for finding in part.findings)
                return Copy(out, before, len(each.data), each.way, counts)
        lost, checked = lost or changed, checked + 1
        if checked == CHECKS:
            break
    raise NotShrunk(_refusal(examiner, original, out, target, before, tries, lost, tell))


def _original(examiner: Examiner, path: Path) -> Report:
    """What is said of the file. Raises `NotShrunk` where no copy may be made of it."""
    items = list(examiner.items([path]))
    if any(item.member is not None for item in items):
        raise NotShrunk(_("Ini arsip ZIP. Keluarkan isinya, lalu perkecil berkasnya satu per satu."))
    report = next(examiner.examine_items(items)).report
    if report.error is not None:
        raise NotShrunk(report.error.message)
    if report.signatures:
        raise NotShrunk(SIGNED)
    return report


def _changes(examiner: Examiner, original: Report, draft: Path) -> list[str]:
    return differences(original, next(examiner.examine([draft])), examiner.rulebook)


def _destination(path: Path, out: Path | None, force: bool) -> tuple[Path, Form]:
    """Where the copy goes and in which format. Raises `UsageError` for the original itself and for taken names."""
    out = out or path.with_name(f'{path.stem}-kecil.pdf')
    form = SUFFIXES.get(out.suffix.lower())
    if form is None:
        raise UsageError(_("{out}: nama salinan harus berakhiran .pdf atau .jpg.").format(out=out))
    if out.exists() and out.samefile(path):
        raise UsageError(_("Salinan tidak boleh menimpa berkas aslinya. Pilih nama lain dengan -o."))
    if out.is_dir() or (os.path.lexists(out) and not force):
        says = _("{out} sudah ada. Pilih nama lain dengan -o, atau timpa dengan --force.")
        raise UsageError(says.format(out=out))
    if not out.parent.is_dir():
        raise UsageError(_("Folder {folder} tidak ada.").format(folder=out.parent))
    return out, form


def _tries(examiner: Examiner, path: Path, form: Form, tell: Callable[[str], None]) -> Iterator[_Try]:
    """Copies from the mildest on."""
    for way in WAYS:
        try:
            copy = examiner.shrunk(path, way, form)
        except UnreadableFile as error:
            raise NotShrunk(str(error)) from error
        tell(f'{size_text(len(copy.data))}: {way.says}')
        yield _Try(way, copy.data)


def _refusal(examiner: Examiner, original: Report, out: Path, target: int, before: int, tries: Sequence[_Try],
             lost: Sequence[str], tell: Callable[[str], None]) -> str:
    """Why no copy was made, and the smallest size that keeps every finding."""
    if lost:
        says = _("Pada {size} ada temuan yang berubah: {lost}.").format(size=size_text(target), lost='; '.join(lost))
    else:
        least = min((len(each.data) for each in tries), default=before)
        says = _("Berkas tidak dapat dibuat sekecil {size}; paling kecil {least}.").format(
            size=size_text(target), least=size_text(least))
    larger = sorted((each for each in tries if target < len(each.data) < before), key=lambda each: len(each.data))
    for each in larger[:CHECKS]:
        tell(_("Memeriksa salinan {size} ...").format(size=size_text(len(each.data))))
        with _written(each.data, out) as draft:
            if not _changes(examiner, original, draft):
                keeps = _("Yang terkecil dengan semua temuan sama: {size}. Buat dengan --to {asked}, atau pecah "
                          "menjadi beberapa berkas.")
                return says + ' ' + keeps.format(size=size_text(len(each.data)), asked=_asked(each.data))
    return says + ' ' + _("Salinan tidak dibuat. Pecah menjadi beberapa berkas, atau pindai ulang dengan 150-200 dpi "
                          "hitam-putih.")


def _asked(data: bytes) -> str:
    return size_text(len(data)).replace(' ', '').replace(',', '.')


def differences(before: Report, after: Report, rulebook: Rulebook) -> list[str]:
    """What is found otherwise in the copy, in words; empty where every requirement has the same status."""
    if after.error is not None:
        return [after.error.message.rstrip('.')]
    kinds = [[(part.kind, part.pages, part.within) for part in report.parts] for report in (before, after)]
    if kinds[0] != kinds[1]:
        return [_("dokumen di dalamnya dikenali lain")]
    found = []
    for old, new in zip(before.parts, after.parts, strict=True):
        found += list(_changed(old, new, rulebook))
    if len(found) > NAMED:
        found[NAMED:] = [_("dan {n} lagi").format(n=len(found) - NAMED)]
    return found


def _changed(old: Part, new: Part, rulebook: Rulebook) -> Iterator[str]:
    kind = rulebook.kinds.get(old.kind)
    now = {finding.requirement: finding for finding in new.findings}
    for finding in old.findings:
        other = now.get(finding.requirement)
        if other is None or other.status != finding.status:
            known = kind.requirement(finding.requirement) if kind else None
            yield _("{name} ({old} menjadi {new})").format(
                name=known.name if known else finding.requirement, old=_STATUSES[finding.status],
                new=_STATUSES[other.status] if other else _("tidak ada"))


@contextmanager
def _written(data: bytes, out: Path) -> Iterator[Path]:
    """The copy under a passing name in the folder where it will stay; gone afterwards."""
    try:
        handle, name = tempfile.mkstemp(prefix='.cekbukti-', suffix=out.suffix, dir=out.parent)
    except OSError as error:
        raise UsageError(_("Folder {folder} tidak dapat ditulisi. Pilih tempat lain dengan -o.").format(
            folder=out.parent)) from error
    draft = Path(name)
    try:
        with os.fdopen(handle, 'wb') as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield draft
    except OSError as error:
        raise UsageError(_("{out} tidak dapat ditulis: {cause}.").format(out=out, cause=error.strerror)) from error
    finally:
        draft.unlink(missing_ok=True)


def _put(draft: Path, out: Path, path: Path, force: bool) -> None:
    """In one step, with the rights of the original; a name that was taken meanwhile stays untouched."""
    shutil.copymode(path, draft)
    if force:
        draft.replace(out)
        return
    try:
        os.link(draft, out)
    except FileExistsError as error:
        raise UsageError(_("{out} sudah ada. Pilih nama lain dengan -o, atau timpa dengan --force.").format(
            out=out)) from error
    except OSError:  # no hard links on this disk
        if os.path.lexists(out):
            raise
        draft.replace(out)

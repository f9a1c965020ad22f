"""Digital signatures that need a second look: changed afterwards, somebody else's, and a code without a signature."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from . import seals, signing
from .cast import PERIKANAN
from .decree import Decree, ppid_decree
from .expected import ANY, Expect, Miss, Sample, unsure
from .workshop import Workshop, sign

_MOMENT = datetime(2025, 2, 14, 9, 31, 20)


def _decree(number: str) -> Decree:
    return ppid_decree(PERIKANAN, number, '12 Februari 2025')


def _changed(shop: Workshop, out: Path) -> None:
    decree = _decree('523/061/DISKAN/2025')
    sign(shop.reportlab(decree, out), decree.signer, _MOMENT)
    seals.typed_over(out, 'Perubahan: berlaku sampai dengan 31 Desember 2026', (90, 60))


def _others(shop: Workshop, out: Path) -> None:
    decree = _decree('523/062/DISKAN/2025')
    signing.sign(shop.reportlab(decree, out), decree.signer.name, _MOMENT, by=_STRANGER)


_STRANGER = 'BAGAS PERMANA PUTRA'
"""Nobody in these decrees."""


def _code(shop: Workshop, out: Path) -> None:
    decree = _decree('523/063/DISKAN/2025')
    seals.with_code(shop.reportlab(decree, out), decree.signer.name,
                    'https://tte.contoh.go.id/verifikasi/523063', 'Ditandatangani secara elektronik')


def _expect(reason: str, form: str) -> tuple[Expect, ...]:
    apart: dict[str, Miss] = {'tanda-tangan': unsure(reason), 'lampiran': ANY}
    return (Expect(('sk-ppid',), (1, 0), apart, form),)


SEALS = (
    Sample('60-sk-ppid-diubah-setelah-ttd.pdf', 'Signed, then a line was written into page 1', 'ReportLab, pyHanko',
           _changed, _expect('diubah-setelah-ttd', 'digital')),
    Sample('61-sk-ppid-sertifikat-orang-lain.pdf', "Signed by a certificate in somebody else's name",
           'ReportLab, pyHanko', _others, _expect('penanda-lain', 'digital')),
    Sample('62-sk-ppid-kode-qr.pdf', 'A QR code and its caption, but no signature in the file', 'ReportLab, pypdf',
           _code, _expect('tte-tanpa-objek', 'tte-visual')),
)

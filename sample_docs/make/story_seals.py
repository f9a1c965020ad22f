"""Digital signatures that need a second look (changed afterwards, somebody else's, late, expired, a code without a
signature), and drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from . import decree_docx, scan, seals, signing
from .cast import PERIKANAN
from .decree import DOTS, Decree, ppid_decree
from .expected import ANY, Expect, Miss, Sample, missing, not_met, unsure
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


def _draft(shop: Workshop, out: Path) -> None:
    decree = replace(_decree(DOTS), date=DOTS)
    annex = replace(decree.annex, number=DOTS, date=DOTS) if decree.annex else None
    seals.watermarked(shop.reportlab(replace(decree, annex=annex), out), 'RANCANGAN')


def _draft_docx(shop: Workshop, out: Path) -> None:
    seals.with_wordart(decree_docx.write(_decree('523/065/DISKAN/2025'), out, shop.crest), 'KONSEP')


def _stamped(shop: Workshop, out: Path) -> None:
    decree = _decree('523/068/DISKAN/2025')
    stamp, _signature = shop.sealed(decree.body, decree.signer, 5)
    scan.scan(shop.reportlab(decree, shop.drafts / out.name), out, (stamp,), seed=33)


def _late(shop: Workshop, out: Path) -> None:
    decree = _decree('523/066/DISKAN/2025')
    sign(shop.reportlab(decree, out), decree.signer, datetime(2026, 3, 5, 14, 20, 11))


def _expired(shop: Workshop, out: Path) -> None:
    decree = _decree('523/067/DISKAN/2025')
    signing.sign(shop.reportlab(decree, out), decree.signer.name, _MOMENT, until=datetime(2025, 1, 1, tzinfo=UTC))


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
    Sample('63-sk-ppid-rancangan.pdf', 'A draft: watermark, dots for number and date, nobody has signed',
           'ReportLab, pypdf', _draft, (Expect(('sk-ppid',), (1, 0), {
               'nomor': missing('label-kosong', 'placeholder'), 'tempat-tanggal': not_met(), 'tahun': ANY,
               'tanda-tangan': missing('blok-kosong'), 'lampiran': ANY, 'kepala-lampiran': ANY}, 'none'),),
           notes=('rancangan',)),
    Sample('64-sk-ppid-konsep.docx', "A draft by the watermark in its header, though number and date are there",
           'python-docx', _draft_docx, (Expect(('sk-ppid',), (1, 2), {
               'tanda-tangan': missing('blok-kosong'), 'lampiran': ANY}, 'none'),), notes=('rancangan',)),
    Sample('65-sk-ppid-ttd-tahun-berikutnya.pdf', 'Signed a year after its date, when the period was over',
           'ReportLab, pyHanko', _late, (Expect(('sk-ppid',), (1, 0), {'lampiran': ANY}, 'digital'),),
           notes=('waktu-ttd',)),
    Sample('66-sk-ppid-sertifikat-kedaluwarsa.pdf', "Signed with a certificate that had expired",
           'ReportLab, pyHanko', _expired, _expect('tidak-cocok', 'digital'), notes=('sertifikat-tidak-berlaku',)),
    Sample('67-sk-ppid-hanya-stempel.pdf', 'A scan with a stamp in the block, and no ink', 'ReportLab, scanned',
           _stamped, _expect('hanya-stempel', 'stamp-only'), scanned=True),
)

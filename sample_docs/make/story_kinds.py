"""The samples of the other kinds: excluded information, notices, reports, forms, registers, meetings, budgets."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from . import excluded, forms, ink, notices, scan, yearly
from .cast import KESEHATAN, KOMINFO, LUBUK, PERIKANAN
from .engines import chromium, weasyprint
from .expected import ANY, UNDECIDED, Expect, Miss, Sample, missing, unsure
from .workshop import Workshop, sign


def _excluded_decree(shop: Workshop, out: Path) -> None:
    number, date = '188.4/034/KOMINFO/2025', '17 Februari 2025'
    shop.html(lambda p: excluded.write_decree(KOMINFO, number, date, p, shop.crest), out, weasyprint)
    sign(out, KOMINFO.chief, datetime(2025, 2, 17, 9, 12, 40), first=True)


def _excluded_before(shop: Workshop, out: Path) -> None:
    shop.html(lambda p: excluded.write_list(KESEHATAN, 2024, '5 Februari 2024', p), out, chromium)
    sign(out, KESEHATAN.chief, datetime(2024, 2, 5, 14, 1, 9))


def _half_signed(shop: Workshop, out: Path) -> None:
    draft = shop.html(
        lambda p: excluded.write_test(KOMINFO, '555/041/KOMINFO/2025', p, shop.crest), shop.drafts / out.name, chromium
    )
    inks = tuple(scan.Ink(ink.signature(seed), name, 322, -25, 66) for seed, name in enumerate(excluded.WHO_SIGNED, 11))
    scan.scan(draft, out, inks, seed=44, dpi=150)


def _poster(shop: Workshop, out: Path) -> None:
    draft = shop.html(
        lambda p: notices.write_notice(KESEHATAN, '13 Januari 2025', p, shop.crest), shop.drafts / out.name, weasyprint
    )
    scan.scan(draft, out, shop.sealed(KESEHATAN, KESEHATAN.chief, 8), seed=45, dpi=150)


def _no_penalty(shop: Workshop, out: Path) -> None:
    shop.html(lambda p: notices.write_notice(PERIKANAN, '15 Januari 2025', p, shop.crest, penalty=False), out, chromium)
    sign(out, PERIKANAN.chief, datetime(2025, 1, 15, 8, 30, 0))


def _report(shop: Workshop, out: Path) -> None:
    shop.docx(lambda p: yearly.write_docx(KOMINFO, 2024, '20 Februari 2025', p, shop.crest), out)
    sign(out, KOMINFO.chief, datetime(2025, 2, 20, 15, 22, 31))


def _older_report(shop: Workshop, out: Path) -> None:
    shop.html(lambda p: yearly.write_html(PERIKANAN, 2023, '26 Februari 2024', p), out, weasyprint)
    sign(out, PERIKANAN.chief, datetime(2024, 2, 26, 10, 4, 55))


def _performance(shop: Workshop, out: Path) -> None:
    yearly.write_performance(out)


_REQUEST = 'FORMULIR PERMOHONAN INFORMASI PUBLIK'
_OBJECTION = 'FORMULIR KEBERATAN ATAS PERMOHONAN INFORMASI'


def _blank_form(shop: Workshop, out: Path) -> None:
    shop.docx(lambda p: forms.write_form(_REQUEST, forms.REQUEST, p, shop.crest, filled=False), out)


def _filled_form(shop: Workshop, out: Path) -> None:
    shop.docx(lambda p: forms.write_form(_REQUEST, forms.REQUEST, p, shop.crest), out)


def _objection(shop: Workshop, out: Path) -> None:
    forms.write_form(_OBJECTION, forms.OBJECTION, out, shop.crest)


def _register(shop: Workshop, out: Path) -> None:
    forms.write_register(out)


def _statement(shop: Workshop, out: Path) -> None:
    shop.html(lambda p: notices.write_statement(LUBUK, '30 Desember 2025', p, shop.crest), out, chromium)
    sign(out, LUBUK.chief, datetime(2025, 12, 30, 9, 45, 10))


def _invitation(shop: Workshop, out: Path) -> None:
    number, date = '005/087/DINKES/2025', '6 Februari 2025'
    shop.html(lambda p: notices.write_invitation(KESEHATAN, number, date, p, shop.crest), out, weasyprint)
    sign(out, KESEHATAN.chief, datetime(2025, 2, 6, 13, 15, 0))


def _order(shop: Workshop, out: Path) -> None:
    number, date = '800/019/KEC-LT/2025', '3 Februari 2025'
    shop.html(lambda p: notices.write_order(LUBUK, number, date, p, shop.crest), out, weasyprint)
    sign(out, LUBUK.chief, datetime(2025, 2, 3, 11, 20, 0))


def _minutes(shop: Workshop, out: Path) -> None:
    forms.write_minutes(out, shop.crest)


def _unsigned_present(shop: Workshop, out: Path) -> None:
    shop.docx(forms.write_present, out)


def _budget(shop: Workshop, out: Path) -> None:
    forms.write_budget(KOMINFO, out)


def _one(kind: str, apart: dict[str, Miss] | None = None, signature: str = '') -> tuple[Expect, ...]:
    return (Expect((kind,), (1, 0), apart or {}, signature),)


KINDS = (
    Sample(
        '42-sk-dik-dengan-lampiran.pdf',
        'A decree whose annex is the list of excluded information',
        'WeasyPrint',
        _excluded_decree,
        (Expect(('sk-dip',), (1, 2), {}, 'digital'), Expect(('dik',), (2, 0), {'tanda-tangan': UNDECIDED})),
    ),
    Sample(
        '43-dik-tahun-lalu.pdf',
        "Last year's list of excluded information",
        'Chromium',
        _excluded_before,
        _one('dik', {'tahun': missing('tahun-lain')}, 'digital'),
    ),
    Sample(
        '44-uji-konsekuensi-sebagian-ttd.pdf',
        'A scanned record of the consequence test: two of four have signed',
        'Chromium, scanned',
        _half_signed,
        _one('uji-konsekuensi', {'tanda-tangan': unsure('sebagian-bertanda-tangan', 'tinta-meragukan')}),
        scanned=True,
    ),
    Sample(
        '45-maklumat-pindaian.pdf',
        'The notice of service as a poster, stamped, signed and scanned',
        'WeasyPrint, scanned',
        _poster,
        _one('maklumat', {'tanda-tangan': UNDECIDED}),
        scanned=True,
    ),
    Sample(
        '46-maklumat-tanpa-sanksi.pdf',
        'A notice of service that promises, but accepts no sanction',
        'Chromium',
        _no_penalty,
        _one('maklumat', {'sanksi': missing('tidak-ada')}, 'digital'),
    ),
    Sample(
        '47-laporan-layanan-lengkap.pdf',
        'A complete yearly report: cover, six chapters, numbers',
        'python-docx, LibreOffice',
        _report,
        _one('laporan-layanan', signature='digital'),
    ),
    Sample(
        '48-laporan-layanan-tahun-lain.pdf',
        'The report of the year before the one that is asked for',
        'WeasyPrint',
        _older_report,
        _one('laporan-layanan', {'tahun': missing('tahun-lain')}, 'digital'),
    ),
    Sample(
        '49-lkjip.pdf',
        'A performance report: it names information service and is none',
        'ReportLab',
        _performance,
        _one('lain', {'*': ANY}),
    ),
    Sample(
        '50-formulir-permohonan-kosong.pdf',
        'A request form with nothing but dots: an empty print is no evidence',
        'python-docx, LibreOffice',
        _blank_form,
        _one('formulir-permohonan', {'isi': missing('isi-kosong', 'placeholder', 'label-kosong')}),
    ),
    Sample(
        '51-formulir-permohonan-terisi.pdf',
        'The same form filled in',
        'python-docx, LibreOffice',
        _filled_form,
        _one('formulir-permohonan'),
    ),
    Sample(
        '52-formulir-keberatan.docx',
        'A filled form of objection',
        'python-docx',
        _objection,
        _one('formulir-keberatan'),
    ),
    Sample(
        '53-register-nihil.xlsx',
        'A register of a year without requests: NIHIL counts as filled',
        'XlsxWriter',
        _register,
        _one('register-permohonan'),
    ),
    Sample(
        '54-surat-pernyataan-nihil.pdf',
        'A statement that there was no dispute',
        'Chromium',
        _statement,
        _one('surat-pernyataan', signature='digital'),
    ),
    Sample(
        '55-undangan-lengkap.pdf',
        'A signed invitation',
        'WeasyPrint',
        _invitation,
        _one('undangan', signature='digital'),
    ),
    Sample(
        '56-surat-tugas.pdf',
        'An order to serve at the information desk',
        'WeasyPrint',
        _order,
        _one('surat-tugas', signature='digital'),
    ),
    Sample('57-notulen.docx', 'Minutes of a meeting', 'python-docx', _minutes, _one('notulen')),
    Sample(
        '58-daftar-hadir-tanpa-ttd.pdf',
        'A list of those present whose column of signatures is empty',
        'python-docx, LibreOffice',
        _unsigned_present,
        _one('daftar-hadir', {'tanda-tangan': missing()}),
    ),
    Sample(
        '59-dpa.xlsx',
        'A budget as a workbook, with a line for PPID',
        'XlsxWriter',
        _budget,
        _one('anggaran'),
    ),
)

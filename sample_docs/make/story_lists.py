"""The second chapter of the samples: lists of public information, and operating procedures."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from . import decree_html, dip, others, sop
from .cast import KESEHATAN, KOMINFO, LUBUK, PERIKANAN
from .decree import KIP_LAW, KIP_ORDER, PERKI_NEW, Decree
from .engines import chromium, libreoffice, weasyprint
from .expected import ANY, UNDECIDED, Expect, Miss, Sample, missing
from .workshop import Workshop, sign


def _list(shop: Workshop, out: Path) -> None:
    made = dip.InformationList(KOMINFO, 2025, KOMINFO.chief, '27 Januari 2025')
    shop.html(lambda p: dip.write_html(made, p), out, chromium)
    sign(out, KOMINFO.chief, datetime(2025, 1, 27, 9, 31, 44))


def _last_years(shop: Workshop, out: Path) -> None:
    made = dip.InformationList(KESEHATAN, 2024, KESEHATAN.chief, '22 Januari 2024')
    shop.html(lambda p: dip.write_html(made, p, 'Liberation Sans', 9), out, weasyprint)
    sign(out, KESEHATAN.chief, datetime(2024, 1, 22, 13, 3, 27))


def _fewer_columns(shop: Workshop, out: Path) -> None:
    made = dip.InformationList(PERIKANAN, 2025, PERIKANAN.chief, '30 Januari 2025', retention=False)
    shop.docx(lambda p: dip.write_docx(made, p), out)
    sign(out, PERIKANAN.chief, datetime(2025, 1, 30, 10, 58, 2))


def _empty(shop: Workshop, out: Path) -> None:
    dip.write_reportlab(dip.InformationList(LUBUK, 2025, LUBUK.chief, '31 Januari 2025', filled=False), out)
    sign(out, LUBUK.chief, datetime(2025, 1, 31, 8, 15, 0))


def _as_annex(shop: Workshop, out: Path) -> None:
    made = dip.InformationList(KOMINFO, 2025, KOMINFO.chief, '10 Februari 2025')
    decree = Decree(
        KOMINFO,
        '188.4/031/KOMINFO/2025',
        dip.decree_about(KOMINFO),
        (
            'bahwa setiap badan publik wajib menetapkan dan memutakhirkan Daftar Informasi Publik;',
            (
                'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Kepala'
                ' Dinas tentang Penetapan Daftar Informasi Publik;'
            ),
        ),
        (KIP_LAW, KIP_ORDER, PERKI_NEW),
        dip.decree_dicta(KOMINFO),
        '10 Februari 2025',
        KOMINFO.chief,
        copies=('Sekretaris Daerah Kabupaten Rawa Sejahtera.',),
    )

    def write(path: Path) -> Path:
        head = decree_html.annex_head(decree, decree.number, decree.date)
        title = decree_html.middle(*made.title, gap=True)
        parts = f'{head}{title}{dip.html_table(made)}{dip.sign_html(made)}'
        listing = f'<div class="annex" style="page:wide">{parts}</div>'
        inner = decree_html.decree_body(decree, shop.crest) + listing
        path.write_text(
            decree_html.page(inner, font='Carlito', size=10.5, title='SK DIP', extra='.annexhead{margin-left:19cm}'),
            'utf-8',
        )
        return path

    shop.html(write, out, chromium)
    sign(out, KOMINFO.chief, datetime(2025, 2, 10, 16, 20, 18), first=True)


def _procedure(shop: Workshop, out: Path) -> None:
    shop.html(lambda p: sop.write_html((sop.request(KOMINFO),), p, shop.crest), out, weasyprint)
    sign(out, KOMINFO.chief, datetime(2025, 1, 20, 9, 0, 12))


def _poor_procedure(shop: Workshop, out: Path) -> None:
    made = replace(sop.objection(KESEHATAN, '440/SOP-02/DINKES/2025'), quality=False, effective='')
    libreoffice(sop.write_docx(made, shop.drafts / 'sop.docx', shop.crest), out)
    sign(out, KESEHATAN.chief, datetime(2025, 1, 23, 9, 41, 0))


def _two_procedures(shop: Workshop, out: Path) -> None:
    pair = (sop.request(PERIKANAN, '523/SOP-01/DISKAN/2025'), sop.consequence(PERIKANAN, '523/SOP-03/DISKAN/2025'))
    shop.html(lambda p: sop.write_html(pair, p, shop.crest, 'Liberation Sans', 9.5), out, chromium)
    sign(out, PERIKANAN.chief, datetime(2025, 1, 24, 15, 37, 9), first=True)


def _told_procedure(shop: Workshop, out: Path) -> None:
    others.narrative_sop(out)
    sign(out, LUBUK.chief, datetime(2025, 1, 13, 10, 2, 40))


def _part(
    kind: str, apart: dict[str, Miss] | None = None, pages: tuple[int, int] = (1, 0), signature: str = 'digital'
) -> tuple[Expect, ...]:
    return (Expect((kind,), pages, apart or {}, signature),)


_FORM_ONLY = (
    'nomor-sop',
    'tgl-pembuatan',
    'tgl-revisi',
    'tgl-efektif',
    'disahkan-oleh',
    'kualifikasi-pelaksana',
    'keterkaitan',
    'peralatan',
    'peringatan',
    'pencatatan',
    'kolom-kegiatan',
    'kolom-pelaksana',
    'kolom-mutu-baku',
)
"""What a narrative SOP lacks."""

LISTS = (
    Sample(
        '18-dip-lengkap.pdf',
        'A complete list: landscape, two-level header, three classes, signed digitally',
        'Chromium',
        _list,
        _part('dip'),
    ),
    Sample(
        '19-dip-tahun-lalu.pdf',
        "Last year's list",
        'WeasyPrint',
        _last_years,
        _part('dip', {'tahun': missing('tahun-lain')}),
    ),
    Sample(
        '20-dip-tanpa-kolom-retensi.pdf',
        'The column of retention is missing; one-level header',
        'python-docx, LibreOffice',
        _fewer_columns,
        _part('dip', {'kolom-retensi': missing('tidak-ada', 'kolom-kurang')}),
    ),
    Sample(
        '21-dip-tabel-kosong.pdf',
        'Header and classes, but not one filled row',
        'ReportLab',
        _empty,
        _part('dip', {'isi': missing('isi-kosong')}),
    ),
    Sample(
        '22-sk-dip-dengan-lampiran.pdf',
        'A decree whose annex is the list',
        'Chromium',
        _as_annex,
        (Expect(('sk-dip',), (1, 3)), Expect(('dip',), (2, 0), {'tanda-tangan': UNDECIDED})),
    ),
    Sample(
        '23-sop-permohonan-lengkap.pdf',
        'A complete SOP in the bordered form, flow with symbols',
        'WeasyPrint',
        _procedure,
        _part('sop'),
    ),
    Sample(
        '24-sop-keberatan-kurang.pdf',
        'TGL. EFEKTIF is empty and the Mutu Baku columns are missing',
        'python-docx, LibreOffice',
        _poor_procedure,
        _part('sop', {'tgl-efektif': missing('label-kosong'), 'kolom-mutu-baku': missing('tidak-ada', 'kolom-kurang')}),
    ),
    Sample(
        '25-dua-sop.pdf',
        'Two SOPs in one file: two parts',
        'Chromium',
        _two_procedures,
        (Expect(('sop',), (1, 2), {'tanda-tangan': UNDECIDED}), Expect(('sop',), (3, 0), {'tanda-tangan': UNDECIDED})),
    ),
    Sample(
        '26-sop-naratif.pdf',
        'An SOP told in chapters, without the form',
        'ReportLab',
        _told_procedure,
        (Expect(('sop', 'lain'), (1, 0), {'nama-sop': ANY, **{name: missing() for name in _FORM_ONLY}}, 'digital'),),
    ),
)

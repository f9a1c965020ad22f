"""The first chapter of the samples: decrees that name the PPID, complete and with one defect each."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from . import decree_docx, ink, scan
from .cast import BUPATI, KESEHATAN, LEGAL_CHIEF, LEGAL_OFFICE, LUBUK, PENDIDIKAN, PERIKANAN
from .decree import (
    DOTS,
    KIP_LAW,
    KIP_ORDER,
    LOCAL_LAW,
    PERKI_NEW,
    PERKI_OLD,
    PERMENDAGRI_NEW,
    PERMENDAGRI_OLD,
    REGION_LAW,
    SERVICE_LAW,
    SHORT_BASIS,
    Annex,
    Decree,
    members,
    of_year,
    ppid_decree,
)
from .engines import chromium, weasyprint
from .expected import ANY, UNDECIDED, Expect, Miss, Sample, missing, not_met, unsure
from .workshop import Workshop, sign

_GAP = '\u00a0' * 34
"""Room in print for a number that is written by hand."""


def _complete(shop: Workshop, out: Path) -> None:
    decree = ppid_decree()
    sign(shop.libreoffice(decree, out, size=13), decree.signer)


def _scanned(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(KESEHATAN, '440/037/DINKES/2025', '20 Januari 2025')
    draft = shop.reportlab(decree, shop.drafts / out.name, annex_signed=True)
    scan.scan(draft, out, shop.sealed(KESEHATAN, decree.signer, 3), seed=21)


def _no_number(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(PERIKANAN, DOTS, '16 Januari 2025')
    sign(shop.web(decree, out, chromium), decree.signer, datetime(2025, 1, 16, 14, 2, 11))


def _no_day(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(LUBUK, '188.4/004/KEC-LT/2025', '\u00a0' * 6 + 'Januari 2025')
    sign(shop.web(decree, out, weasyprint, 'Liberation Serif', 11), decree.signer, datetime(2025, 1, 21, 8, 44, 50))


def _older(shop: Workshop, out: Path) -> None:
    decree = of_year(ppid_decree(KESEHATAN, '440/022/DINKES/2025', '9 Januari 2025'), 2023)
    sign(shop.reportlab(decree, out), decree.signer, datetime(2023, 1, 9, 11, 5, 0))


def _no_annex(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(number='188.4/016/KOMINFO/2025', annexed=False)
    sign(shop.libreoffice(replace(decree, spaced=True), out, 'Carlito', 12), decree.signer)


def _other_annex(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(PERIKANAN, '523/009/DISKAN/2025', '16 Januari 2025')
    stranger = replace(members(decree), number='523/041/DISKAN/2024', date='5 Februari 2024')
    sign(
        shop.web(replace(decree, annex=stranger), out, chromium, 'Carlito', 11.5),
        decree.signer,
        datetime(2025, 1, 16, 9, 12, 30),
    )


def _unsigned(shop: Workshop, out: Path) -> None:
    shop.web(ppid_decree(LUBUK, '188.4/005/KEC-LT/2025', '22 Januari 2025', basis=SHORT_BASIS), out, weasyprint)


def _typed(shop: Workshop, out: Path) -> None:
    shop.reportlab(replace(ppid_decree(KESEHATAN, '440/038/DINKES/2025', '20 Januari 2025'), seal='ttd'), out)


def _regents() -> Decree:
    """A regent's decree: number with TAHUN, no NIP, roles of the whole regency."""
    area = 'Pemerintah Kabupaten Rawa Sejahtera'
    decree = Decree(
        BUPATI,
        '27 TAHUN 2025',
        ('PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI', 'DI LINGKUNGAN PEMERINTAH KABUPATEN RAWA SEJAHTERA'),
        (
            (
                'bahwa untuk melaksanakan pelayanan informasi publik yang cepat, tepat waktu, dan sederhana, setiap'
                ' badan publik wajib menunjuk pejabat pengelola informasi dan dokumentasi;'
            ),
            (
                'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Bupati'
                f' tentang Penetapan Pejabat Pengelola Informasi dan Dokumentasi di Lingkungan {area};'
            ),
        ),
        (REGION_LAW, KIP_LAW, LOCAL_LAW, KIP_ORDER, PERMENDAGRI_NEW, PERKI_NEW),
        (
            (
                'KESATU',
                (
                    f'Menetapkan Pejabat Pengelola Informasi dan Dokumentasi (PPID) di Lingkungan {area} dengan susunan'
                    ' sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.'
                ),
            ),
            (
                'KEDUA',
                (
                    'PPID sebagaimana dimaksud pada Diktum KESATU bertanggung jawab kepada Bupati melalui Sekretaris'
                    ' Daerah selaku Atasan PPID.'
                ),
            ),
            ('KETIGA', 'Keputusan Bupati ini mulai berlaku pada tanggal ditetapkan.'),
        ),
        '6 Januari 2025',
        BUPATI.chief,
        seal='ttd',
        legalised_by=LEGAL_CHIEF,
        copies=('Gubernur Nusa Selatan;', 'Ketua DPRD Kabupaten Rawa Sejahtera;'),
    )
    rows = (
        ('1', 'Bupati dan Wakil Bupati Rawa Sejahtera', 'Pembina'),
        ('2', 'Sekretaris Daerah', 'Atasan PPID'),
        ('3', 'Kepala Dinas Komunikasi dan Informatika', 'PPID Utama'),
        ('4', 'Sekretaris pada setiap perangkat daerah', 'PPID Pelaksana'),
        ('5', 'Inspektur dan para Asisten Sekretaris Daerah', 'Tim Pertimbangan'),
    )
    annex = Annex(
        decree.number,
        decree.date,
        ('SUSUNAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI', 'KABUPATEN RAWA SEJAHTERA'),
        ('NO.', 'JABATAN', 'KEDUDUKAN DALAM PPID'),
        (0.08, 0.52, 0.4),
        rows,
    )
    return replace(decree, annex=annex)


def _legalised(shop: Workshop, out: Path) -> None:
    sign(shop.libreoffice(_regents(), out, legal_office=LEGAL_OFFICE), LEGAL_CHIEF, datetime(2025, 1, 8, 13, 30, 4))


def _stale(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(
        PERIKANAN, '523/010/DISKAN/2025', '17 Januari 2025', basis=(KIP_LAW, KIP_ORDER, PERMENDAGRI_OLD, PERKI_OLD)
    )
    sign(
        shop.web(decree, out, chromium, 'Liberation Serif', 11.5, 'A4'), decree.signer, datetime(2025, 1, 17, 15, 0, 9)
    )


def _elsewhere(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(
        PENDIDIKAN,
        '800/061/DISDIK/2025',
        '23 Januari 2025',
        basis=(KIP_LAW, LOCAL_LAW, KIP_ORDER, PERMENDAGRI_NEW, PERKI_NEW),
    )
    decree = replace(
        decree, copies=('Wali Kota Tanjung Elok (sebagai laporan);', 'Yang bersangkutan untuk dilaksanakan.')
    )
    sign(shop.web(decree, out, weasyprint, 'Carlito', 11.5), decree.signer, datetime(2025, 1, 23, 10, 10, 10))


def _by_hand(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(PERIKANAN, _GAP, '24 Januari 2025', basis=(KIP_LAW, SERVICE_LAW, KIP_ORDER, PERKI_NEW))
    draft = shop.reportlab(decree, shop.drafts / out.name)
    written = scan.Ink(ink.handwriting('523/047/2025', 9), 'NOMOR :', 6, -4, 92, right=True)
    scan.scan(draft, out, (written, *shop.sealed(PERIKANAN, decree.signer, 8)), seed=4)


def _pasted(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(KESEHATAN, '440/039/DINKES/2025', '27 Januari 2025')
    shop.web(replace(decree, seal=str(shop.picture_of_signature(14))), out, weasyprint, 'Liberation Sans', 10.5, 'A4')


def _word(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(KESEHATAN, '440/040/DINKES/2025', '28 Januari 2025')
    decree_docx.write(replace(decree, seal=str(shop.picture_of_signature(5))), out, shop.crest)


def _word_poor(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(PERIKANAN, '', '29 Januari 2025', annexed=False, basis=(SERVICE_LAW, LOCAL_LAW, PERKI_NEW))
    decree_docx.write(decree, out, shop.crest, font='Carlito', size=12)


def _photo(shop: Workshop, out: Path) -> None:
    decree = ppid_decree(LUBUK, '188.4/006/KEC-LT/2025', '3 Februari 2025', annexed=False, basis=SHORT_BASIS)
    reasons = (decree.considering[1], decree.considering[2].replace('huruf a dan huruf b', 'huruf a'))
    dicta = (*decree.dicta[:2], ('KETIGA', decree.dicta[4][1]))
    decree = replace(decree, considering=reasons, dicta=dicta, copies=())
    draft = shop.reportlab(decree, shop.drafts / 'photo.pdf', room=52)
    scan.photograph(draft, out, shop.sealed(LUBUK, decree.signer, 17))


def _sk(
    apart: dict[str, Miss] | None = None, signature: str = '', pages: tuple[int, int] = (1, 0)
) -> tuple[Expect, ...]:
    return (Expect(('sk-ppid',), pages, apart or {}, signature),)


_LO, _CHROME, _WEASY, _LAB = 'python-docx, LibreOffice', 'Chromium', 'WeasyPrint', 'ReportLab'

DECREES = (
    Sample(
        '01-sk-ppid-lengkap.pdf',
        'A complete decree with annex and digital signature',
        _LO,
        _complete,
        _sk(signature='digital'),
    ),
    Sample(
        '02-sk-ppid-lengkap-pindaian.pdf',
        'A complete decree as a 200 dpi grey scan with ink and stamp',
        'ReportLab, scanned',
        _scanned,
        _sk({'tanda-tangan': UNDECIDED}),
        scanned=True,
    ),
    Sample(
        '03-sk-ppid-tanpa-nomor.pdf',
        'Only dots after NOMOR',
        _CHROME,
        _no_number,
        _sk(
            {
                'nomor': missing('label-kosong', 'placeholder'),
                'kepala-lampiran': missing('label-kosong', 'placeholder'),
                'lampiran': ANY,
            },
            'digital',
        ),
    ),
    Sample(
        '04-sk-ppid-tanggal-tanpa-hari.pdf',
        'The day is missing: "pada tanggal ... Januari 2025"',
        _WEASY,
        _no_day,
        _sk({'tempat-tanggal': unsure('terisi-sebagian'), 'lampiran': ANY}, 'digital'),
    ),
    Sample(
        '05-sk-ppid-tahun-2023.pdf',
        'A complete decree of 2023, perhaps still in force',
        _LAB,
        _older,
        _sk({'tahun': unsure('tahun-lama')}, 'digital'),
    ),
    Sample(
        '06-sk-ppid-tanpa-lampiran.pdf',
        'No annex; the dicta name the roles; letter-spaced M E M U T U S K A N',
        _LO,
        _no_annex,
        _sk({'lampiran': missing('tidak-ada')}, 'digital'),
    ),
    Sample(
        '07-sk-ppid-lampiran-nomor-lain.pdf',
        'The annex repeats number and date of another decree',
        _CHROME,
        _other_annex,
        _sk({'lampiran': unsure('tidak-cocok')}, 'digital'),
    ),
    Sample(
        '08-sk-ppid-belum-ditandatangani.pdf',
        "The signer's block is empty",
        _WEASY,
        _unsigned,
        _sk({'tanda-tangan': missing('blok-kosong')}, 'none'),
    ),
    Sample(
        '09-sk-ppid-ttd-ketik.pdf',
        'Only a typed "ttd", no legalisation',
        _LAB,
        _typed,
        _sk({'tanda-tangan': missing('hanya-ttd-ketik')}, 'typed'),
    ),
    Sample(
        '10-sk-ppid-salinan-dilegalisasi.pdf',
        "A regent's decree as a copy: typed ttd, legalised and signed digitally by the legal section",
        _LO,
        _legalised,
        _sk(signature='legalised-copy'),
    ),
    Sample(
        '11-sk-ppid-dasar-hukum-lama.pdf',
        'Cites only Perki 1/2010 and Permendagri 35/2010',
        _CHROME,
        _stale,
        _sk({'dasar-hukum-mutakhir': not_met('dasar-hukum-usang')}, 'digital'),
    ),
    Sample(
        '12-sk-ppid-badan-lain.pdf',
        "Complete, but of another town's body: wrong once a body of Rawa Sejahtera hands it in",
        _WEASY,
        _elsewhere,
        _sk(signature='digital'),
    ),
    Sample(
        '13-sk-ppid-nomor-tulisan-tangan.pdf',
        'A scan whose number is written by hand',
        'ReportLab, scanned',
        _by_hand,
        _sk(
            {
                'nomor': unsure('tulisan-tangan', 'tidak-terbaca', 'kata-rusak'),
                'lampiran': ANY,
                'tanda-tangan': UNDECIDED,
            }
        ),
        scanned=True,
    ),
    Sample(
        '14-sk-ppid-ttd-gambar.pdf',
        'A picture of a signature pasted into a born-digital page',
        _WEASY,
        _pasted,
        _sk({'tanda-tangan': unsure('hanya-gambar', 'tinta-meragukan')}, 'picture'),
    ),
    Sample(
        '15-sk-ppid-lengkap.docx',
        'Complete, as DOCX with a pasted signature',
        'python-docx',
        _word,
        _sk({'tanda-tangan': unsure('hanya-gambar', 'tinta-meragukan')}, 'picture', (1, 2)),
    ),
    Sample(
        '16-sk-ppid-cacat.docx',
        'A DOCX without number, KIP law, annex and signature',
        'python-docx',
        _word_poor,
        _sk(
            {
                'nomor': missing('label-kosong'),
                'uu-kip': missing('tidak-ada'),
                'lampiran': missing('tidak-ada'),
                'tanda-tangan': missing('blok-kosong'),
            },
            'none',
        ),
    ),
    Sample(
        '17-sk-ppid-foto.jpg',
        "A phone's photo of a one-page decree: EXIF turn, shadow, perspective",
        'ReportLab, photographed',
        _photo,
        _sk({'lampiran': not_met(), 'tanda-tangan': UNDECIDED}),
        scanned=True,
    ),
)

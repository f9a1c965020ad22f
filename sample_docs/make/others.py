"""Documents that use the words of evidence without being it: invitation, letter, regulation, budget, blank model."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from docx.document import Document
from fpdf import FPDF
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.platypus import Flowable, Spacer

from . import decree_docx as word
from . import decree_reportlab as lab
from .cast import BUPATI, KOMINFO, LUBUK, Body
from .decree import KIP_LAW, KIP_ORDER, LOCAL_LAW, PERKI_NEW, Decree, ppid_decree
from .engines import freeze_zip

_SANS = '/usr/share/fonts/truetype/liberation/LiberationSans'


def _letter_head(document: Document, rows: tuple[tuple[str, str], ...], to: tuple[str, ...], place: str) -> None:
    word.say(document, place, word.RIGHT, after=8)
    table = word.table_of(document, (2.4, 0.5, 13.1))
    for label, value in rows:
        word.add_row(table, (label, ':', value))
    for i, line in enumerate(to):
        word.say(document, line, before=12 if i == 0 else 0)


def _closing(document: Document, body: Body, seal: str = '') -> None:
    for i, line in enumerate(body.head):
        word.say(document, line + (',' if i == len(body.head) - 1 else ''), indent=8.2, before=16 if i == 0 else 0)
    word.say(document, seal, before=22, after=26, indent=8.2)
    for text in (body.chief.name, body.chief.rank, f'NIP {body.chief.nip}'):
        word.say(document, text, indent=8.2, bold=text == body.chief.name)


def invitation(path: Path, crest: Path) -> Path:
    document = word.new_document()
    word.letterhead(document, KOMINFO, crest)
    _letter_head(
        document,
        (
            ('Nomor', '005/112/KOMINFO/2025'),
            ('Sifat', 'Penting'),
            ('Lampiran', '1 (satu) lembar'),
            ('Hal', 'Undangan Rapat Koordinasi PPID Pelaksana'),
        ),
        ('Yth. Kepala Perangkat Daerah selaku Atasan PPID Pelaksana', 'di -', '      Rawa Indah'),
        'Rawa Indah, 4 Februari 2025',
    )
    word.say(
        document,
        'Dalam rangka persiapan penetapan Pejabat Pengelola Informasi dan Dokumentasi (PPID) Pelaksana serta'
        ' pemutakhiran Daftar Informasi Publik Tahun 2025, kami mengundang Saudara untuk hadir pada:',
        word.JUSTIFY,
        before=14,
        after=8,
    )
    table = word.table_of(document, (1.2, 3.2, 0.5, 11.1))
    for label, value in (
        ('hari, tanggal', 'Selasa, 11 Februari 2025'),
        ('waktu', '09.00 WITA sampai dengan selesai'),
        ('tempat', 'Aula Teratai Kantor Bupati Rawa Sejahtera'),
        ('acara', 'Rapat Koordinasi PPID Pelaksana'),
    ):
        word.add_row(table, ('', label, ':', value))
    word.say(
        document,
        'Mengingat pentingnya acara tersebut, diharapkan hadir tepat waktu. Demikian disampaikan, atas perhatian dan'
        ' kerja sama Saudara diucapkan terima kasih.',
        word.JUSTIFY,
        before=10,
    )
    _closing(document, KOMINFO)
    document.save(str(path))
    return freeze_zip(path)


def cover_letter(path: Path, crest: Path) -> Path:
    """The letter that goes with a merged upload."""
    document = word.new_document()
    word.letterhead(document, KOMINFO, crest)
    _letter_head(
        document,
        (
            ('Nomor', '045/230/KOMINFO/2025'),
            ('Sifat', 'Biasa'),
            ('Lampiran', '1 (satu) berkas'),
            ('Hal', 'Penyampaian Bukti Dukung Monev Keterbukaan Informasi Publik'),
        ),
        ('Yth. Ketua Komisi Informasi Provinsi Nusa Selatan', 'di -', '      Tempat'),
        'Rawa Indah, 3 Maret 2025',
    )
    word.say(
        document,
        'Bersama ini kami sampaikan bukti dukung monitoring dan evaluasi keterbukaan informasi publik Tahun 2025'
        ' sebagai berikut:',
        word.JUSTIFY,
        before=14,
        after=6,
    )
    for i, item in enumerate(
        (
            'Keputusan tentang Penetapan PPID Pelaksana beserta lampirannya;',
            'Standar Operasional Prosedur Pelayanan Permohonan Informasi Publik.',
        ),
        1,
    ):
        word.say(document, f'{i}. {item}', indent=0.8)
    word.say(document, 'Demikian disampaikan untuk menjadi bahan penilaian.', word.JUSTIFY, before=10)
    _closing(document, KOMINFO)
    document.save(str(path))
    return freeze_zip(path)


def regulation(path: Path) -> Path:
    """A Peraturan Bupati about PPID: articles instead of dicta."""
    articles = (
        (
            'BAB I<br/>KETENTUAN UMUM',
            'Pasal 1',
            (
                'Dalam Peraturan Bupati ini yang dimaksud dengan Pejabat Pengelola Informasi dan Dokumentasi yang'
                ' selanjutnya disingkat PPID adalah pejabat yang bertanggung jawab di bidang penyimpanan,'
                ' pendokumentasian, penyediaan, dan pelayanan informasi publik.'
            ),
        ),
        (
            'BAB II<br/>KELEMBAGAAN PPID',
            'Pasal 2',
            (
                '(1) Bupati menetapkan Atasan PPID, PPID, dan PPID Pelaksana dengan Keputusan Bupati.<br/>(2) PPID'
                ' Pelaksana berada pada setiap perangkat daerah.<br/>(3) PPID menetapkan Daftar Informasi Publik paling'
                ' sedikit satu kali setahun.'
            ),
        ),
        (
            'BAB III<br/>KETENTUAN PENUTUP',
            'Pasal 3',
            (
                'Peraturan Bupati ini mulai berlaku pada tanggal diundangkan. Agar setiap orang mengetahuinya,'
                ' memerintahkan pengundangan Peraturan Bupati ini dengan penempatannya dalam Berita Daerah Kabupaten'
                ' Rawa Sejahtera.'
            ),
        ),
    )
    story: list[Flowable] = [
        *lab.centred(('BUPATI RAWA SEJAHTERA', 'PROVINSI NUSA SELATAN'), 12),
        Spacer(1, 12),
        *lab.centred(('PERATURAN BUPATI RAWA SEJAHTERA', 'NOMOR 8 TAHUN 2025')),
        *lab.centred(('TENTANG',), before=6, after=6),
        *lab.centred(('PENGELOLAAN INFORMASI DAN DOKUMENTASI', 'DI LINGKUNGAN PEMERINTAH KABUPATEN RAWA SEJAHTERA')),
        *lab.centred(('DENGAN RAHMAT TUHAN YANG MAHA ESA', 'BUPATI RAWA SEJAHTERA,'), before=8),
        Spacer(1, 10),
        lab.points(
            'Menimbang',
            (
                (
                    'bahwa untuk melaksanakan ketentuan Pasal 13 Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan'
                    ' Informasi Publik, perlu menetapkan Peraturan Bupati tentang Pengelolaan Informasi dan'
                    ' Dokumentasi;'
                ),
            ),
            False,
        ),
        lab.points('Mengingat', (KIP_LAW, LOCAL_LAW, KIP_ORDER, PERKI_NEW), True),
        *lab.centred(('MEMUTUSKAN :',), before=10, after=8),
        lab.para(
            'Menetapkan : PERATURAN BUPATI TENTANG PENGELOLAAN INFORMASI DAN DOKUMENTASI DI LINGKUNGAN PEMERINTAH'
            ' KABUPATEN RAWA SEJAHTERA.'
        ),
    ]
    for chapter, article, text in articles:
        story += [
            *lab.centred((chapter,), before=12),
            *lab.centred((article,), before=6, after=4),
            lab.para(text, align=TA_JUSTIFY),
        ]
    indent = 227
    story += [
        Spacer(1, 14),
        *(
            lab.para(line, indent=indent)
            for line in ('Ditetapkan di Rawa Indah', 'pada tanggal 3 Februari 2025', 'BUPATI RAWA SEJAHTERA,')
        ),
        Spacer(1, 22),
        lab.para('ttd', indent=indent),
        Spacer(1, 22),
        lab.para(f'<b>{BUPATI.chief.name}</b>', indent=indent),
    ]
    return lab.build(path, story)


def treasury_decree() -> Decree:
    """An SK on another subject: the finance officer (PPKD), one letter away from PPID."""
    base = ppid_decree(BUPATI, '900/031/BKAD/2025', '8 Januari 2025', annexed=False)
    law = (
        'Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara (Lembaran Negara Republik Indonesia Tahun 2003 Nomor'
        ' 47, Tambahan Lembaran Negara Republik Indonesia Nomor 4286);'
    )
    order = 'Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah;'
    return replace(
        base,
        about=(
            'PENUNJUKAN PEJABAT PENGELOLA KEUANGAN DAERAH (PPKD)',
            'SELAKU BENDAHARA UMUM DAERAH',
            'TAHUN ANGGARAN 2025',
        ),
        considering=(
            (
                'bahwa untuk kelancaran pelaksanaan Anggaran Pendapatan dan Belanja Daerah perlu menunjuk Pejabat'
                ' Pengelola Keuangan Daerah;'
            ),
            'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Bupati;',
        ),
        basis=(law, LOCAL_LAW, order),
        dicta=(
            (
                'KESATU',
                (
                    'Menunjuk Kepala Badan Keuangan dan Aset Daerah sebagai Pejabat Pengelola Keuangan Daerah (PPKD)'
                    ' selaku Bendahara Umum Daerah.'
                ),
            ),
            ('KEDUA', 'PPKD mempunyai tugas menyusun dan melaksanakan kebijakan pengelolaan keuangan daerah.'),
            ('KETIGA', 'Keputusan ini mulai berlaku pada tanggal ditetapkan.'),
        ),
        copies=(),
    )


def budget(path: Path) -> Path:
    """A DPA page made with fpdf2: budget lines with sums, one of them naming public information."""
    pdf = FPDF('P', 'mm', 'A4')
    pdf.set_creation_date(datetime(2025, 1, 2, tzinfo=UTC))
    for style, file in (('', 'Regular'), ('B', 'Bold')):
        pdf.add_font('Sans', style, f'{_SANS}-{file}.ttf')
    pdf.add_page()
    pdf.set_margins(15, 14, 15)
    pdf.set_y(16)
    for text, size in (
        ('DOKUMEN PELAKSANAAN ANGGARAN', 13),
        ('SATUAN KERJA PERANGKAT DAERAH (DPA-SKPD)', 12),
        ('PEMERINTAH KABUPATEN RAWA SEJAHTERA', 11),
        ('TAHUN ANGGARAN 2025', 11),
    ):
        pdf.set_font('Sans', 'B', size)
        pdf.cell(0, 6, text, align='C', new_x='LMARGIN', new_y='NEXT')
    pdf.ln(4)
    pdf.set_font('Sans', '', 9)
    for label, value in (
        ('Nomor DPA', 'DPA/A.1/2.16.2.20.0.00.01/001/2025'),
        ('Organisasi', '2.16.01 Dinas Komunikasi dan Informatika'),
        ('Program', '2.16.02 Program Pengelolaan Informasi dan Komunikasi Publik'),
        ('Sumber dana', 'DIPA daerah / Pendapatan Asli Daerah'),
    ):
        pdf.cell(34, 5.5, label)
        pdf.cell(0, 5.5, f': {value}', new_x='LMARGIN', new_y='NEXT')
    pdf.ln(3)
    rows = (
        ('Kode Rekening', 'Uraian', 'Jumlah (Rp)'),
        ('5', 'BELANJA DAERAH', '486.500.000'),
        ('5.1.02.01', 'Belanja Barang', '92.750.000'),
        ('5.1.02.02', 'Pelayanan Informasi Publik dan operasional PPID', '158.000.000'),
        ('5.1.02.04', 'Belanja Perjalanan Dinas', '74.250.000'),
        ('5.2.02.10', 'Belanja Modal Komputer', '161.500.000'),
    )
    with pdf.table(col_widths=(34, 106, 40), text_align=('LEFT', 'LEFT', 'RIGHT'), line_height=6.5) as table:
        for row in rows:
            table.row(row)
    pdf.ln(6)
    for line in (
        'Rawa Indah, 2 Januari 2025',
        'Pejabat Pengelola Keuangan Daerah,',
        '',
        '',
        '',
        'Drs. HARSA DIPUTRA, M.Ak.',
        'NIP 19680513 199302 1 003',
    ):
        pdf.set_x(115)
        pdf.cell(0, 5.2, line, new_x='LMARGIN', new_y='NEXT')
    pdf.output(str(path))
    return path


def blank_model() -> Decree:
    """A template as bodies upload it: placeholders where names, numbers and dates belong."""
    body = Body(
        'PEMERINTAH [KABUPATEN/KOTA]',
        '[NAMA PERANGKAT DAERAH]',
        ('[Alamat, nomor telepon, laman, pos-el]',),
        '[nama kota]',
        '[KABUPATEN/KOTA]',
        ('KEPALA [NAMA PERANGKAT DAERAH]', '[KABUPATEN/KOTA]'),
        replace(KOMINFO.chief, name='[NAMA LENGKAP DAN GELAR]', rank='[pangkat/golongan]', nip='[diisi NIP]'),
    )
    base = ppid_decree(
        body, '..../..../..../20....', '.......................', basis=(KIP_LAW, LOCAL_LAW, KIP_ORDER, PERKI_NEW)
    )
    rows = tuple(
        (f'{i}', '[nama]', '[jabatan]', role)
        for i, role in enumerate(('Atasan PPID', 'PPID Pelaksana', '[kedudukan]'), 1)
    )
    return replace(base, annex=replace(base.annex, rows=rows) if base.annex else None, copies=('[...];',))


def narrative_sop(path: Path) -> Path:
    """An SOP of the older kind: running chapters, none of the cells that the form of 2012 has."""
    chapters = (
        (
            'A. LATAR BELAKANG',
            (
                'Pelayanan permohonan informasi publik merupakan kewajiban setiap badan publik. Kecamatan Lubuk Teratai'
                ' menyusun prosedur ini agar permohonan informasi dilayani secara cepat, tepat waktu, dan sederhana.'
            ),
        ),
        (
            'B. DASAR HUKUM',
            (
                '1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;<br/>2. Peraturan Komisi'
                ' Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik.'
            ),
        ),
        (
            'C. RUANG LINGKUP',
            (
                'Prosedur ini meliputi penerimaan permohonan informasi, penelaahan, pemberitahuan tertulis, dan'
                ' penyerahan informasi.'
            ),
        ),
        (
            'D. URAIAN PROSEDUR',
            (
                '1. Pemohon datang atau mengirim surat dan mengisi formulir.<br/>2. Petugas mencatat permohonan dan'
                ' memberikan tanda bukti.<br/>3. Petugas menyampaikan permohonan kepada Camat untuk mendapat'
                ' persetujuan.<br/>4. Informasi diserahkan paling lambat sepuluh hari kerja.'
            ),
        ),
    )
    story: list[Flowable] = [
        *lab.centred(('PEMERINTAH KABUPATEN RAWA SEJAHTERA', 'KECAMATAN LUBUK TERATAI'), 12, 'Sans'),
        Spacer(1, 16),
        *lab.centred(
            ('STANDAR OPERASIONAL PROSEDUR', 'PELAYANAN PERMOHONAN INFORMASI PUBLIK', 'TAHUN 2025'), 13, 'Sans'
        ),
        Spacer(1, 10),
    ]
    for title, text in chapters:
        story += [
            lab.para(f'<b>{title}</b>', 'Sans', 11, before=10, after=3),
            lab.para(text, 'Sans', 11, align=TA_JUSTIFY),
        ]
    indent = 227
    story += [
        Spacer(1, 20),
        *(lab.para(t, 'Sans', 11, indent=indent) for t in ('Lubuk Teratai, 13 Januari 2025', 'CAMAT LUBUK TERATAI,')),
        Spacer(1, 58),
        *(
            lab.para(t, 'Sans', 11, indent=indent)
            for t in (f'<b><u>{LUBUK.chief.name}</u></b>', LUBUK.chief.rank, f'NIP {LUBUK.chief.nip}')
        ),
    ]
    return lab.build(path, story, (595.3, 841.9))

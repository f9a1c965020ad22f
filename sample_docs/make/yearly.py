"""Yearly reports: on information service, as a word processor and a browser make it, and on something else."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.platypus import Flowable, PageBreak, Spacer

from . import decree_docx as word
from . import decree_html as web
from . import decree_reportlab as lab
from .cast import KOMINFO, Body
from .engines import freeze_zip
from .excluded import signed

_TABLE = (
    ('No.', 'Cara Permohonan', 'Jumlah', 'Dikabulkan', 'Ditolak', 'Rata-rata Waktu'),
    ('1', 'Datang langsung', '11', '10', '1', '6 hari kerja'),
    ('2', 'Surat elektronik', '9', '9', '0', '5 hari kerja'),
    ('3', 'Laman PPID', '7', '7', '0', '4 hari kerja'),
    ('', 'Jumlah', '27', '26', '1', '5 hari kerja'),
)


def _chapters(year: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Titles of the chapters with their paragraphs; the table stands at the end of the third."""
    return (
        (
            'GAMBARAN UMUM KEBIJAKAN PELAYANAN INFORMASI PUBLIK',
            (
                'Pelayanan informasi publik dilaksanakan berdasarkan Undang-Undang Nomor 14 Tahun 2008 dan Peraturan'
                ' Komisi Informasi Nomor 1 Tahun 2021.',
                'Kebijakan tahun ini menekankan pemutakhiran Daftar Informasi Publik dan layanan tanpa biaya.',
            ),
        ),
        (
            'GAMBARAN UMUM PELAKSANAAN PELAYANAN INFORMASI PUBLIK',
            (
                'Sarana berupa satu meja layanan, satu komputer pemohon, dan laman yang dapat dibuka dari telepon.',
                'Dua orang petugas melayani pada hari kerja; anggaran layanan sebesar Rp42.500.000,00.',
            ),
        ),
        (
            'RINCIAN PELAYANAN INFORMASI PUBLIK',
            (
                f'Selama tahun {year} diterima 27 permohonan informasi; 26 dikabulkan dan 1 ditolak karena termasuk'
                ' informasi yang dikecualikan.',
            ),
        ),
        (
            'RINCIAN PENYELESAIAN SENGKETA INFORMASI PUBLIK',
            ('Satu keberatan diselesaikan oleh Atasan PPID; tidak ada sengketa di Komisi Informasi.',),
        ),
        (
            'KENDALA EKSTERNAL DAN INTERNAL',
            (
                'Eksternal: sebagian pemohon belum mencantumkan tujuan penggunaan informasi.',
                'Internal: petugas merangkap tugas lain dan pengarsipan digital belum merata.',
            ),
        ),
        (
            'REKOMENDASI DAN RENCANA TINDAK LANJUT',
            ('Menambah satu petugas, melatih pengelola arsip, dan menyatukan register dengan laman.',),
        ),
    )


def write_docx(body: Body, year: int, date: str, path: Path, crest: Path) -> Path:
    """Cover, two chapters a page, the signer's block on the last."""
    document = word.new_document('Carlito', 12)
    paragraph = word.say(document, '', word.CENTRE, before=120, after=24)
    paragraph.add_run().add_picture(str(crest))
    for line in ('LAPORAN LAYANAN INFORMASI PUBLIK', f'TAHUN {year}'):
        word.say(document, line, word.CENTRE, bold=True, size=20)
    for line in (body.name, body.region):
        word.say(document, line, word.CENTRE, bold=True, size=14, before=16)
    for i, (title, texts) in enumerate(_chapters(year)):
        head = word.say(document, f'BAB {("I", "II", "III", "IV", "V", "VI")[i]}', word.CENTRE, bold=True, before=22)
        head.paragraph_format.page_break_before = i % 2 == 0
        word.say(document, title, word.CENTRE, bold=True, after=10)
        for text in texts:
            word.say(document, text, word.JUSTIFY, after=6)
        if i == 2:
            table = word.table_of(document, (1.1, 4.4, 2.1, 2.6, 2.1, 3.7), bordered=True)
            for j, row in enumerate(_TABLE):
                word.add_row(table, row, bold=j == 0, size=10.5, before=2, after=2)
    for text in (f'{body.town}, {date}', *body.head, '', '', '', body.chief.name, f'NIP {body.chief.nip}'):
        word.say(document, text, indent=8.2, before=24 if text.startswith(body.town) else 2)
    document.save(str(path))
    return freeze_zip(path)


def write_html(body: Body, year: int, date: str, path: Path) -> Path:
    """The same chapters numbered with letters, without a cover."""
    table = ''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in _TABLE)
    parts = []
    for letter, (title, texts) in zip('ABCDEF', _chapters(year), strict=True):
        parts.append(f'<p style="margin:1.2em 0 .3em"><b>{letter}. {title.title()}</b></p>')
        parts += [f'<p style="text-align:justify;margin:0 0 .5em">{web.esc(text)}</p>' for text in texts]
        parts += [f'<table class="grid">{table}</table>'] if letter == 'C' else []
    title = web.middle('LAPORAN TAHUNAN LAYANAN INFORMASI PUBLIK', body.name, body.region, f'TAHUN {year}')
    inner = title + ''.join(parts) + signed(body, date)
    path.write_text(web.page(inner, paper='A4', font='Liberation Serif', size=12.5, title='Laporan'), 'utf-8')
    return path


def write_performance(path: Path) -> Path:
    """A performance report (LKjIP): its chapters resemble those of the report on information service."""
    chapters = (
        (
            'BAB I<br/>PENDAHULUAN',
            'Dinas Komunikasi dan Informatika melaksanakan urusan komunikasi, termasuk pelayanan informasi publik.',
        ),
        (
            'BAB II<br/>PERENCANAAN KINERJA',
            'Perjanjian kinerja Tahun 2024 memuat tiga sasaran, di antaranya indeks keterbukaan informasi publik.',
        ),
        (
            'BAB III<br/>AKUNTABILITAS KINERJA',
            'Dari target 90 permohonan layanan aplikasi terealisasi 84. Kendala utama ialah jaringan antardesa.',
        ),
        ('BAB IV<br/>PENUTUP', 'Rekomendasi tahun berikutnya ialah perluasan jaringan dan pelatihan pengelola data.'),
    )
    story: list[Flowable] = [
        Spacer(1, 150),
        *lab.centred(('LAPORAN KINERJA INSTANSI PEMERINTAH', '(LKjIP)', 'TAHUN 2024'), 20, 'Sans'),
        Spacer(1, 40),
        *lab.centred((KOMINFO.name, KOMINFO.region), 13, 'Sans'),
        PageBreak(),
    ]
    for title, text in chapters:
        story += [*lab.centred((title,), before=18, after=6), lab.para(text, align=TA_JUSTIFY)]
    lines = ('Rawa Indah, 20 Januari 2025', 'KEPALA DINAS,', '', '', '', KOMINFO.chief.name, f'NIP {KOMINFO.chief.nip}')
    story += [Spacer(1, 24), *(lab.para(line or '\u00a0', indent=240) for line in lines)]
    return lab.build(path, story, (595.3, 841.9))

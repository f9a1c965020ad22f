"""Daftar Informasi Publik: what stands in it, and how HTML, DOCX and ReportLab lay it out in landscape."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docx.enum.section import WD_ORIENT
from docx.shared import Cm
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.units import cm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from . import decree_docx as word
from . import decree_html as web
from . import decree_reportlab as lab
from .cast import Body, Person
from .decree import proper
from .engines import freeze_zip

CLASSES = (
    'INFORMASI YANG WAJIB DISEDIAKAN DAN DIUMUMKAN SECARA BERKALA',
    'INFORMASI YANG WAJIB DIUMUMKAN SECARA SERTA MERTA',
    'INFORMASI YANG WAJIB TERSEDIA SETIAP SAAT',
)
_ITEMS: tuple[tuple[tuple[str, str, bool], ...], ...] = (
    (
        ('Profil badan publik: kedudukan, domisili, visi, misi, tugas, dan fungsi', 'Sekretariat', True),
        ('Struktur organisasi dan profil singkat pejabat struktural', 'Subbagian Umum dan Kepegawaian', True),
        ('Rencana Strategis Tahun 2025-2029', 'Subbagian Perencanaan dan Keuangan', True),
        (
            'Ringkasan program dan kegiatan yang sedang dijalankan beserta anggarannya',
            'Subbagian Perencanaan dan Keuangan',
            True,
        ),
        ('Laporan kinerja instansi pemerintah tahun sebelumnya', 'Subbagian Perencanaan dan Keuangan', True),
        ('Laporan realisasi anggaran dan neraca', 'Subbagian Perencanaan dan Keuangan', False),
    ),
    (
        (
            'Peringatan dini gangguan layanan dan keadaan darurat yang mengancam hajat hidup orang banyak',
            'Bidang Layanan',
            True,
        ),
        ('Prosedur evakuasi dan jalur penyelamatan di gedung kantor', 'Sekretariat', False),
    ),
    (
        ('Daftar Informasi Publik dan keputusan penetapannya', 'PPID Pelaksana', True),
        ('Surat perjanjian dengan pihak ketiga beserta dokumen pendukungnya', 'Subbagian Umum dan Kepegawaian', False),
        ('Standar operasional prosedur pelayanan informasi publik', 'PPID Pelaksana', True),
        ('Daftar inventaris barang milik daerah', 'Subbagian Umum dan Kepegawaian', False),
    ),
)


@dataclass(frozen=True, slots=True)
class InformationList:
    """One DIP. `filled` False leaves the table without rows; `retention` False leaves out the last column."""

    body: Body
    year: int
    signer: Person
    date: str
    filled: bool = True
    retention: bool = True

    @property
    def title(self) -> tuple[str, ...]:
        return ('DAFTAR INFORMASI PUBLIK (DIP)', f'{self.body.name} {self.body.region}', f'TAHUN {self.year}')

    @property
    def heads(self) -> tuple[str, ...]:
        """Names of the one-level columns before 'Bentuk Informasi'."""
        return (
            'No.',
            'Ringkasan Isi Informasi',
            'Pejabat/Unit/Satker yang Menguasai Informasi',
            'Penanggung Jawab Pembuatan atau Penerbitan Informasi',
            'Waktu dan Tempat Pembuatan Informasi',
        )

    @property
    def last(self) -> tuple[str, ...]:
        return ('Jangka Waktu Penyimpanan atau Retensi Arsip',) if self.retention else ()

    def rows(self, group: int) -> list[list[str]]:
        """Filled rows of one class: number, summary, holder, producer, time and place, printed, online[, retention]."""
        if not self.filled:
            return []
        rows = []
        for i, (summary, unit, online) in enumerate(_ITEMS[group], 1):
            when = f'Januari {self.year}, {self.body.town}'
            row = [
                str(i),
                summary,
                unit,
                f'Kepala {unit}' if 'PPID' not in unit else unit,
                when,
                'Ada',
                'Ada' if online else '-',
            ]
            rows.append([*row, 'Selama berlaku' if i % 3 == 1 else '5 tahun'][: 8 if self.retention else 7])
        return rows


def sign_html(dip: InformationList, room: str = '') -> str:
    lines = '<br>'.join(web.esc(line) for line in dip.body.head)
    return (
        f'<div class="sign" style="margin-left:62%"><div>{web.esc(dip.body.town)}, {dip.date}</div><div'
        f' class="gap">{lines},</div><div class="room">{room}</div><div'
        f' class="nm">{web.esc(dip.signer.name)}</div><div>{dip.signer.rank}</div><div>NIP {dip.signer.nip}</div></div>'
    )


def html_table(dip: InformationList) -> str:
    """The bordered table with its two-level header and a line for each class."""
    share = (4, 23, 15, 16, 13, 8, 8, 13)
    columns = ''.join(f'<col style="width:{s}%">' for s in share[: 8 if dip.retention else 7])
    first = (
        ''.join(f'<th rowspan="2">{name}</th>' for name in dip.heads)
        + '<th colspan="2">Bentuk Informasi yang Tersedia</th>'
    )
    first += ''.join(f'<th rowspan="2">{name}</th>' for name in dip.last)
    width = 7 + len(dip.last)
    rows = ''.join(f'<td>{i}</td>' for i in range(1, width + 1)).replace('<td>', '<td class="num">')
    body = f'<tr>{rows}</tr>'
    for i, name in enumerate(CLASSES):
        body += f'<tr><td colspan="{width}"><b>{"I" * (i + 1)}. {name}</b></td></tr>'
        for row in dip.rows(i):
            body += (
                '<tr>'
                + ''.join(f'<td{" class=num" if j in (0, 5, 6) else ""}>{web.esc(c)}</td>' for j, c in enumerate(row))
                + '</tr>'
            )
    return (
        f'<table class="grid gap" style="table-layout:fixed">{columns}<thead><tr>{first}</tr>'
        f'<tr><th>Cetak</th><th>Daring</th></tr></thead><tbody>{body}</tbody></table>'
    )


def write_html(dip: InformationList, path: Path, font: str = 'Carlito', size: float = 10) -> Path:
    inner = web.middle(*dip.title) + html_table(dip) + sign_html(dip)
    extra = '@page { margin: 1.5cm 1.6cm; }'
    path.write_text(
        web.page(inner, paper='33cm 21.5cm', font=font, size=size, title=' '.join(dip.title), extra=extra), 'utf-8'
    )
    return path


def write_docx(dip: InformationList, path: Path) -> Path:
    """One-level header, as offices type it in a word processor."""
    document = word.new_document('Liberation Sans', 10)
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(33), Cm(21.5)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin, section.bottom_margin = Cm(1.4), Cm(1.2)
    for line in dip.title:
        word.say(document, line, word.CENTRE, bold=True, size=12)
    word.say(document, '', size=6)
    widths = (1.1, 8.2, 5.4, 5.6, 4.2, 2.6, 2.3)
    table = word.table_of(document, widths, bordered=True)
    word.add_row(
        table,
        (*dip.heads, 'Bentuk Cetak', 'Bentuk Daring'),
        bold=True,
        size=9,
        aligns=(word.CENTRE,) * 7,
        before=2,
        after=2,
    )
    for i, name in enumerate(CLASSES):
        word.add_row(table, ('', *('',) * 6), size=9)
        merged = table.rows[-1].cells[0].merge(table.rows[-1].cells[-1])
        for extra in merged.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        merged.paragraphs[0].add_run(f'{chr(65 + i)}. {name}').bold = True
        for row in dip.rows(i):
            word.add_row(table, tuple(row), size=9, aligns=(word.CENTRE, *(word.LEFT,) * 6), before=1, after=1)
    word.say(document, f'{dip.body.town}, {dip.date}', indent=19.5, before=12).paragraph_format.keep_with_next = True
    for i, line in enumerate(dip.body.head):
        word.say(
            document, line + (',' if i == len(dip.body.head) - 1 else ''), indent=19.5
        ).paragraph_format.keep_with_next = True
    word.say(document, '', before=12, after=20).paragraph_format.keep_with_next = True
    for text in (dip.signer.name, dip.signer.rank, f'NIP {dip.signer.nip}'):
        word.say(document, text, indent=19.5, bold=text == dip.signer.name).paragraph_format.keep_with_next = True
    document.save(str(path))
    return freeze_zip(path)


def table_reportlab(dip: InformationList, width: float) -> Table:
    """The two-level table as ReportLab draws it."""
    share = (0.04, 0.24, 0.15, 0.16, 0.13, 0.08, 0.08, 0.12)

    def head(text: str) -> Flowable:
        return lab.para(f'<b>{text}</b>', 'Sans', 8.5, align=TA_CENTER)

    rows: list[list[Flowable | str]] = [
        [
            *(head(name) for name in dip.heads),
            head('Bentuk Informasi yang Tersedia'),
            '',
            *(head(name) for name in dip.last),
        ],
        ['', '', '', '', '', head('Cetak'), head('Daring'), ''],
    ]
    spans = [('SPAN', (c, 0), (c, 1)) for c in (0, 1, 2, 3, 4, 7)] + [('SPAN', (5, 0), (6, 0))]
    for i, name in enumerate(CLASSES):
        spans.append(('SPAN', (0, len(rows)), (-1, len(rows))))
        rows.append([lab.para(f'<b>{"I" * (i + 1)}. {name}</b>', 'Sans', 8.5), *[''] * 7])
        content = dip.rows(i) or [['\u00a0'] * 8]
        rows += [[lab.para(cell, 'Sans', 8.5) for cell in row] for row in content]
    table = Table(rows, [s * width for s in share], repeatRows=2)
    table.setStyle(
        TableStyle(
            [
                ('GRID', (0, 0), (-1, -1), 0.6, colors.black),
                ('VALIGN', (0, 0), (-1, -1), 'TOP'),
                ('VALIGN', (0, 0), (-1, 1), 'MIDDLE'),
                *spans,
            ]
        )
    )
    return table


def write_reportlab(dip: InformationList, path: Path) -> Path:
    page = (33 * cm, 21.5 * cm)
    indent = 19 * cm
    block: list[Flowable] = [
        Spacer(1, 14),
        lab.para(f'{dip.body.town}, {dip.date}', 'Sans', 10, indent=indent),
        *(lab.para(line, 'Sans', 10, indent=indent) for line in dip.body.head),
        Spacer(1, 2.1 * cm),
        *(
            lab.para(t, 'Sans', 10, indent=indent)
            for t in (f'<b><u>{dip.signer.name}</u></b>', dip.signer.rank, f'NIP {dip.signer.nip}')
        ),
    ]
    return lab.build(
        path,
        [*lab.centred(dip.title, 12, 'Sans'), Spacer(1, 10), table_reportlab(dip, 29.4 * cm), *block],
        page,
        1.8 * cm,
    )


def decree_about(body: Body) -> tuple[str, ...]:
    return ('PENETAPAN DAFTAR INFORMASI PUBLIK', f'PADA {body.name} {body.region}', 'TAHUN 2025')


def decree_dicta(body: Body) -> tuple[tuple[str, str], ...]:
    unit = f'{proper(body.name)} {proper(body.region)}'
    return (
        (
            'KESATU',
            (
                f'Menetapkan Daftar Informasi Publik pada {unit} Tahun 2025 sebagaimana tercantum dalam Lampiran yang'
                ' merupakan bagian tidak terpisahkan dari Keputusan ini.'
            ),
        ),
        (
            'KEDUA',
            (
                'Daftar Informasi Publik sebagaimana dimaksud pada Diktum KESATU dimutakhirkan paling sedikit satu kali'
                ' dalam setahun.'
            ),
        ),
        ('KETIGA', 'Keputusan ini mulai berlaku pada tanggal ditetapkan.'),
    )

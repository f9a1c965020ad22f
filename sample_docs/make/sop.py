"""Standar Operasional Prosedur as PermenPANRB 35/2012 has it: header cells, six text cells, a flow with symbols."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from . import decree_docx as word
from . import decree_html as web
from .cast import Body, Person
from .engines import freeze_zip

Step = tuple[str, int, str, str, str]
"""What is done, which actor does it (0-based), kelengkapan, waktu, output."""


@dataclass(frozen=True, slots=True)
class Procedure:
    body: Body
    number: str
    made: str
    revised: str
    effective: str
    name: str
    law: tuple[str, ...]
    skills: tuple[str, ...]
    related: tuple[str, ...]
    tools: tuple[str, ...]
    warning: str
    records: str
    actors: tuple[str, ...]
    steps: tuple[Step, ...]
    signer: Person
    quality: bool = True
    """False leaves the Mutu Baku columns out."""

    @property
    def cells(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The six text cells in reading order, left then right."""
        return (
            ('DASAR HUKUM', self.law),
            ('KUALIFIKASI PELAKSANA', self.skills),
            ('KETERKAITAN', self.related),
            ('PERALATAN/PERLENGKAPAN', self.tools),
            ('PERINGATAN', (self.warning,)),
            ('PENCATATAN DAN PENDATAAN', (self.records,)),
        )

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        return (
            ('NOMOR SOP', self.number),
            ('TGL. PEMBUATAN', self.made),
            ('TGL. REVISI', self.revised),
            ('TGL. EFEKTIF', self.effective),
        )


_LAW = (
    'Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;',
    'Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008;',
    'Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik.',
)
_SKILLS = (
    'Memahami peraturan perundang-undangan di bidang keterbukaan informasi publik.',
    'Mampu mengoperasikan komputer dan aplikasi layanan informasi.',
    'Mampu berkomunikasi dengan baik dan sopan.',
)
_TOOLS = ('Komputer, printer, dan jaringan internet.', 'Formulir dan buku register.', 'Daftar Informasi Publik.')


def request(body: Body, number: str = '067/SOP-01/KOMINFO/2025') -> Procedure:
    """SOP for requests, without a defect."""
    return Procedure(
        body,
        number,
        '6 Januari 2025',
        '-',
        '20 Januari 2025',
        'PELAYANAN PERMOHONAN INFORMASI PUBLIK',
        _LAW,
        _SKILLS,
        ('SOP Penanganan Keberatan Informasi Publik.', 'SOP Penetapan dan Pemutakhiran Daftar Informasi Publik.'),
        _TOOLS,
        'Apabila prosedur ini tidak dilaksanakan, hak pemohon atas informasi publik terhambat dan badan publik dapat'
        ' disengketakan.',
        'Disimpan sebagai data elektronik dan manual pada register permohonan informasi publik.',
        ('Pemohon', 'Petugas Layanan', 'PPID Pelaksana', 'Atasan PPID'),
        (
            (
                'Mengajukan permohonan informasi secara langsung atau daring dan mengisi formulir',
                0,
                'Formulir, identitas diri',
                '10 menit',
                'Formulir terisi',
            ),
            (
                'Memeriksa kelengkapan, mencatat pada register, dan memberikan tanda terima',
                1,
                'Formulir terisi',
                '15 menit',
                'Nomor register',
            ),
            (
                'Menelaah apakah informasi dikuasai dan tidak dikecualikan',
                2,
                'Daftar Informasi Publik',
                '2 hari',
                'Hasil telaah',
            ),
            ('Menyetujui pemberitahuan tertulis kepada pemohon', 3, 'Rancangan surat', '1 hari', 'Surat pemberitahuan'),
            (
                'Menyerahkan informasi kepada pemohon dan mengarsipkan berkas',
                1,
                'Surat, salinan informasi',
                '1 hari',
                'Tanda bukti penyerahan',
            ),
        ),
        body.chief,
    )


def objection(body: Body, number: str = '067/SOP-02/KOMINFO/2025') -> Procedure:
    base = request(body, number)
    steps = (
        (
            'Mengajukan keberatan atas pelayanan informasi publik',
            0,
            'Formulir keberatan',
            '10 menit',
            'Formulir terisi',
        ),
        ('Mencatat keberatan pada register keberatan', 1, 'Formulir terisi', '15 menit', 'Nomor register'),
        ('Menyiapkan bahan tanggapan atas keberatan', 2, 'Berkas permohonan', '5 hari', 'Bahan tanggapan'),
        ('Memberikan tanggapan tertulis atas keberatan', 3, 'Bahan tanggapan', '10 hari', 'Surat tanggapan'),
    )
    return _varied(
        base,
        'PENANGANAN KEBERATAN ATAS PELAYANAN INFORMASI PUBLIK',
        ('SOP Pelayanan Permohonan Informasi Publik.',),
        'Tanggapan diberikan paling lambat 30 hari kerja sejak keberatan dicatat dalam register.',
        'Dicatat pada register keberatan informasi publik.',
        steps,
    )


def consequence(body: Body, number: str = '067/SOP-03/KOMINFO/2025') -> Procedure:
    base = request(body, number)
    steps = (
        ('Mengajukan usulan informasi yang dikecualikan', 1, 'Daftar usulan', '1 hari', 'Usulan tertulis'),
        (
            'Menguji konsekuensi bersama unit penguasa informasi',
            2,
            'Lembar pengujian',
            '3 hari',
            'Berita acara pengujian',
        ),
        ('Menyetujui klasifikasi informasi yang dikecualikan', 3, 'Berita acara', '1 hari', 'Keputusan klasifikasi'),
        ('Mendokumentasikan dan mengumumkan hasil pengujian', 1, 'Keputusan klasifikasi', '1 hari', 'Arsip'),
    )
    return _varied(
        base,
        'PENGUJIAN KONSEKUENSI INFORMASI PUBLIK',
        ('SOP Penetapan dan Pemutakhiran Daftar Informasi Publik.',),
        'Pengujian dilakukan secara saksama sebelum suatu informasi dinyatakan dikecualikan.',
        'Dicatat pada berita acara pengujian konsekuensi.',
        steps,
    )


def _varied(
    base: Procedure, name: str, related: tuple[str, ...], warning: str, records: str, steps: tuple[Step, ...]
) -> Procedure:
    return replace(base, name=name, related=related, warning=warning, records=records, steps=steps)


_CSS = """
.sop { width: 99.8%; table-layout: fixed; border-collapse: collapse; }
.sop td, .sop th { border: 1px solid #000; padding: .22em .45em; vertical-align: top; font-size: .92em; }
.sop .id { text-align: center; vertical-align: middle; } .sop .id img { width: 1.7cm; } .sop b.t { display: block; }
.sop .auth { height: 3.1cm; } .sop ol { margin: 0; padding-left: 1.4em; } .flow { margin-top: 0; }
.flow th { text-align: center; vertical-align: middle; }
.flow td.s { padding: 0; text-align: center; vertical-align: middle; }
.flow svg { display: block; margin: .1cm auto; } .part + .part { break-before: page; } .brk { break-before: page; }
.flow tr { break-inside: avoid; }
"""


def _symbol(first: bool, last: bool, choice: bool) -> str:
    if first or last:
        shape = '<rect x="4" y="6" width="52" height="20" rx="10" fill="none" stroke="#000"/>'
    elif choice:
        shape = '<path d="M30 2 L58 16 L30 30 L2 16 Z" fill="none" stroke="#000"/>'
    else:
        shape = '<rect x="4" y="6" width="52" height="20" fill="none" stroke="#000"/>'
    down = '' if last else '<path d="M30 30 L30 40 M27 36 L30 40 L33 36" fill="none" stroke="#000"/>'
    return f'<svg width="60" height="41" viewBox="0 0 60 41">{shape}{down}</svg>'


def html_part(sop: Procedure, crest: Path) -> str:
    """One SOP: the header form, then the flow table on a page of its own."""
    esc = web.esc
    rows = ''.join(f'<tr>{{0}}<td>{label}</td><td>: {esc(value)}</td></tr>' for label, value in sop.labels)
    left = (
        f'<td class="id" rowspan="6" style="width:50%"><img src="{crest.as_uri()}"'
        f' alt=""><br>{esc(sop.body.government)}<br><b>{esc(sop.body.name)}</b></td>'
    )
    rows = rows.replace('{0}', left, 1).replace('{0}', '')
    who = sop.signer
    rows += (
        '<tr><td>DISAHKAN OLEH</td><td class="auth">:'
        f' {"<br>&nbsp; ".join(esc(line) for line in sop.body.head)},<br><br><br><br><br>&nbsp;'
        f' <b><u>{esc(who.name)}</u></b><br>&nbsp; NIP {who.nip}</td></tr><tr><td>NAMA SOP</td><td><b>:'
        f' {esc(sop.name)}</b></td></tr>'
    )
    cells = sop.cells
    for a, b in zip(cells[::2], cells[1::2], strict=True):
        rows += '<tr>' + ''.join(_cell(*cell, span=2 if i else 1) for i, cell in enumerate((a, b))) + '</tr>'
    form = f'<table class="sop"><col style="width:50%"><col style="width:16%"><col style="width:34%">{rows}</table>'
    return f'<div class="part">{form}<div class="brk"></div>{_flow(sop)}</div>'


def _cell(title: str, lines: tuple[str, ...], span: int) -> str:
    inner = (
        web.esc(lines[0])
        if len(lines) == 1
        else '<ol>' + ''.join(f'<li>{web.esc(line)}</li>' for line in lines) + '</ol>'
    )
    return f'<td colspan="{span}"><b class="t">{title}</b>{inner}</td>'


def _flow(sop: Procedure) -> str:
    widths = [4, 26, *[9] * len(sop.actors), *([12, 8, 10] if sop.quality else []), 8]
    head = f'<th rowspan="2">NO.</th><th rowspan="2">KEGIATAN</th><th colspan="{len(sop.actors)}">PELAKSANA</th>'
    head += '<th colspan="3">MUTU BAKU</th>' if sop.quality else ''
    sub = ''.join(f'<th>{web.esc(actor)}</th>' for actor in sop.actors) + (
        '<th>Kelengkapan</th><th>Waktu</th><th>Output</th>' if sop.quality else ''
    )
    rows = ''
    for i, (what, actor, needs, time, gives) in enumerate(sop.steps):
        marks = ''.join(
            '<td class="s">' + (_symbol(i == 0, i == len(sop.steps) - 1, i == 2) if a == actor else '') + '</td>'
            for a in range(len(sop.actors))
        )
        tail = ''.join(f'<td>{web.esc(t)}</td>' for t in (needs, time, gives)) if sop.quality else ''
        rows += f'<tr><td class="num">{i + 1}.</td><td>{web.esc(what)}</td>{marks}{tail}<td></td></tr>'
    columns = ''.join(f'<col style="width:{w * 100 / sum(widths):.1f}%">' for w in widths)
    return (
        f'<table class="sop flow">{columns}<thead><tr>{head}<th rowspan="2">KET.</th></tr><tr>{sub}</tr></thead>'
        f'<tbody>{rows}</tbody></table>'
    )


def write_html(sops: tuple[Procedure, ...], path: Path, crest: Path, font: str = 'Carlito', size: float = 10.5) -> Path:
    inner = ''.join(html_part(sop, crest) for sop in sops)
    extra = _CSS + '@page { margin: 1.4cm 1.6cm; }'
    path.write_text(
        web.page(inner, paper='33cm 21.5cm', font=font, size=size, title=sops[0].name, extra=extra), 'utf-8'
    )
    return path


def write_docx(sop: Procedure, path: Path, crest: Path) -> Path:
    """The same form typed as Word tables, its flow marked by a dot in the actor's column."""
    document = word.new_document('Liberation Sans', 10)
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(33), Cm(21.5)
    section.left_margin = section.right_margin = Cm(2)
    form = word.table_of(document, (14.5, 4.2, 10.3), bordered=True)
    who = sop.signer
    for label, value in (*sop.labels, ('DISAHKAN OLEH', ''), ('NAMA SOP', sop.name)):
        word.add_row(form, ('', label, f': {value}' if label[:3] != 'DIS' else ''), before=1, after=2)
    block = form.rows[4].cells[2]
    for i, line in enumerate(
        (*sop.body.head[:-1], f'{sop.body.head[-1]},', '', '', '', '', who.name, f'NIP {who.nip}')
    ):
        word.say(block, line, fresh=i > 0, bold=line == who.name)
    left = form.rows[0].cells[0].merge(form.rows[5].cells[0])
    for extra in left.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    left.paragraphs[0].alignment = word.CENTRE
    left.paragraphs[0].add_run().add_picture(str(crest), width=Cm(1.8))
    word.say(left, sop.body.government, word.CENTRE, before=4)
    word.say(left, sop.body.name, word.CENTRE, bold=True, size=12)
    _docx_cells(document, sop)
    document.add_page_break()  # type: ignore[no-untyped-call]  # python-docx
    _docx_flow(document, sop)
    document.save(str(path))
    return freeze_zip(path)


def _docx_cells(document: Document, sop: Procedure) -> None:
    table = word.table_of(document, (14.5, 14.5), bordered=True)
    cells = sop.cells
    for a, b in zip(cells[::2], cells[1::2], strict=True):
        row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx
        for cell, (title, lines) in zip(row.cells, (a, b), strict=True):
            cell.width = Cm(14.5)
            word.say(cell, title, bold=True, fresh=False)
            for i, line in enumerate(lines, 1):
                word.say(cell, f'{i}. {line}' if len(lines) > 1 else line)


def _docx_flow(document: Document, sop: Procedure) -> None:
    actors = len(sop.actors)
    widths = (1.2, 11.8, *(3.5,) * actors, 2.0)
    table = word.table_of(document, widths, bordered=True)
    centred = (word.CENTRE,) * len(widths)
    word.add_row(table, ('NO.', 'KEGIATAN', 'PELAKSANA', *('',) * (actors - 1), 'KET.'), bold=True, aligns=centred)
    word.add_row(table, ('', '', *sop.actors, ''), bold=True, size=9, aligns=centred)
    table.rows[0].cells[2].merge(table.rows[0].cells[1 + actors])
    for i, step in enumerate(sop.steps):
        marks = tuple('\u25cf' if a == step[1] else '' for a in range(actors))
        word.add_row(
            table,
            (f'{i + 1}.', step[0], *marks, ''),
            aligns=(word.CENTRE, word.LEFT, *(word.CENTRE,) * (actors + 1)),
            before=5,
            after=6,
        )
    for paragraph in (p for p in table.rows[0].cells[2].paragraphs[1:]):
        paragraph.paragraph_format.line_spacing = Pt(1)

"""A notice of service, a nil statement and the letters around a meeting, as HTML for print."""

from __future__ import annotations

from pathlib import Path

from . import decree_html as web
from .cast import Body
from .decree import proper
from .excluded import signed

_PROMISE = (
    'Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan informasi publik sesuai dengan standar pelayanan'
    ' yang telah ditetapkan'
)
_PENALTY = (
    ', dan apabila tidak menepati janji ini kami siap menerima sanksi sesuai dengan ketentuan peraturan'
    ' perundang-undangan'
)
_POSTER = (
    '.frame{border:6px double #16578a;padding:1.2cm 1.4cm;min-height:24cm;text-align:center}'
    ' .frame h1{font-size:30pt;color:#16578a;margin:1cm 0 .2cm} .frame h2{font-size:16pt;margin:0 0 1cm}'
    ' .frame p{font-size:17pt;line-height:1.55;text-align:center} .frame .sign{text-align:left}'
)


def write_notice(body: Body, date: str, path: Path, crest: Path, *, penalty: bool = True) -> Path:
    """A maklumat as a poster for the wall; without `penalty` it only promises."""
    inner = (
        f'<div class="frame"><img src="{crest.as_uri()}" alt="" style="width:2.6cm"><div><b>{web.esc(body.government)}'
        f'<br>{web.esc(body.name)}</b></div><h1>MAKLUMAT PELAYANAN</h1><h2>INFORMASI PUBLIK</h2>'
        f'<p>&ldquo;{_PROMISE}{_PENALTY if penalty else ""}.&rdquo;</p>{signed(body, date, "45%")}</div>'
    )
    path.write_text(web.page(inner, paper='A4', size=12, title='Maklumat Pelayanan', extra=_POSTER), 'utf-8')
    return path


def write_statement(body: Body, date: str, path: Path, crest: Path) -> Path:
    """Nobody took the body to the commission: a nil statement."""
    who = body.chief
    lines = ''.join(
        f'<tr><td class="lab">{label}</td><td class="col">:</td><td>{web.esc(value)}</td></tr>'
        for label, value in (('Nama', who.name), ('NIP', who.nip), ('Jabatan', proper(body.head[0])))
    )
    inner = (
        f'{web.letterhead(body, crest)}{web.middle("SURAT PERNYATAAN")}<p>Yang bertanda tangan di bawah ini:</p>'
        f'<table class="plain">{lines}</table><p style="text-align:justify">Dengan ini menyatakan bahwa selama tahun'
        ' 2025 tidak ada sengketa informasi publik yang diajukan terhadap kami kepada Komisi Informasi.</p>'
        '<p>Demikian surat pernyataan ini dibuat dengan sebenarnya.</p>' + signed(body, date)
    )
    path.write_text(web.page(inner, paper='A4', size=11.5, title='Surat Pernyataan'), 'utf-8')
    return path


def _rows(pairs: tuple[tuple[str, str], ...], indent: str = '0') -> str:
    rows = ''.join(
        f'<tr><td class="lab">{label}</td><td class="col">:</td><td>{web.esc(value)}</td></tr>'
        for label, value in pairs
    )
    return f'<table class="plain" style="margin-left:{indent}">{rows}</table>'


def write_invitation(body: Body, number: str, date: str, path: Path, crest: Path) -> Path:
    about = (('Nomor', number), ('Sifat', 'Biasa'), ('Lampiran', '-'), ('Hal', 'Undangan Rapat Pemutakhiran DIP'))
    event = (
        ('Hari/Tanggal', 'Rabu, 12 Februari 2025'),
        ('Pukul', '09.00 WITA sampai dengan selesai'),
        ('Tempat', 'Ruang rapat Dinas Kesehatan'),
        ('Acara', 'Pemutakhiran Daftar Informasi Publik Tahun 2025'),
    )
    inner = (
        f'{web.letterhead(body, crest)}{_rows(about)}<p>Yth. Anggota PPID Pelaksana<br>di tempat</p>'
        '<p style="text-align:justify">Sehubungan dengan pemutakhiran Daftar Informasi Publik, kami mengundang Saudara'
        f' untuk hadir pada:</p>{_rows(event, "1cm")}<p>Demikian, atas kehadiran Saudara kami ucapkan terima kasih.</p>'
        + signed(body, date)
    )
    path.write_text(web.page(inner, paper='A4', size=11.5, title='Undangan'), 'utf-8')
    return path


def write_order(body: Body, number: str, date: str, path: Path, crest: Path) -> Path:
    """A surat tugas for the staff of the information desk."""
    staff = (
        ('Nama', 'Bima Saktiawan, A.Md.'),
        ('NIP', '19920417 201903 1 004'),
        ('Jabatan', 'Pranata Komputer Terampil'),
    )
    inner = (
        f'{web.letterhead(body, crest)}{web.middle("SURAT TUGAS", f"NOMOR : {number}")}'
        + _rows((('Dasar', 'Keputusan Camat Lubuk Teratai tentang Penetapan PPID Pelaksana Tahun 2025'),))
        + web.middle('MENUGASKAN', gap=True)
        + _rows((('Kepada', ''), *staff))
        + _rows((('Untuk', 'Melayani permohonan informasi publik pada meja layanan informasi selama tahun 2025'),))
        + signed(body, date)
    )
    path.write_text(web.page(inner, paper='A4', size=11.5, title='Surat Tugas'), 'utf-8')
    return path

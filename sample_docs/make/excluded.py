"""Excluded information: the list, the decree that sets it, the record of the test behind it, as HTML for print."""

from __future__ import annotations

from pathlib import Path

from . import decree_html as web
from .cast import Body, Person
from .decree import KIP_LAW, KIP_ORDER, PERKI_NEW, Decree, proper

_HEADS = (
    ('No.', 4),
    ('Informasi yang Dikecualikan', 20),
    ('Dasar Hukum Pengecualian', 22),
    ('Konsekuensi Bila Dibuka', 19),
    ('Konsekuensi Bila Ditutup', 19),
    ('Jangka Waktu Pengecualian', 16),
)
_ROWS = (
    (
        'Data pribadi pemohon dan pegawai: NIK, alamat rumah, dan riwayat kesehatan',
        'Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik',
        'Mengungkap rahasia pribadi dan membuka peluang penyalahgunaan data',
        'Melindungi hak pribadi pemilik data',
        'Selama belum ada persetujuan tertulis pemilik data',
    ),
    (
        'Konfigurasi jaringan dan kata sandi sistem elektronik',
        'Pasal 17 huruf c Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik',
        'Membahayakan keamanan sistem pemerintahan',
        'Menjaga sistem dari serangan dan gangguan',
        '5 (lima) tahun',
    ),
    (
        'Dokumen penawaran sebelum penetapan pemenang',
        'Pasal 17 huruf b Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik',
        'Mengganggu persaingan usaha yang sehat',
        'Menjamin persaingan usaha yang sehat',
        'Sampai dengan penetapan pemenang',
    ),
)
_TESTERS = (
    ('Ratna Kusumadewi, S.Sos., M.A.P.', 'Sekretaris Dinas selaku PPID Pelaksana'),
    ('Galih Prasetyadi, S.Kom.', 'Kepala Bidang Informasi dan Komunikasi Publik'),
    ('Wulan Maharani, S.H.', 'Analis Hukum Ahli Muda'),
    ('Tirta Anjasmara, S.T.', 'Kepala Bidang Aplikasi Informatika'),
)
WHO_SIGNED = tuple(name for name, _ in _TESTERS[:2])
"""Those of the testers whose ink is laid on the record; the others left their row empty."""


def _table() -> str:
    heads = ''.join(f'<th style="width:{share}%">{name}</th>' for name, share in _HEADS)
    rows = ''.join(
        f'<tr><td class="num">{i}</td>' + ''.join(f'<td>{web.esc(cell)}</td>' for cell in row) + '</tr>'
        for i, row in enumerate(_ROWS, 1)
    )
    return f'<table class="grid gap"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def signed(body: Body, date: str, left: str = '55%', who: Person | None = None) -> str:
    """Place and date, office, room, name, rank and NIP, at `left` of the page."""
    who = who or body.chief
    return (
        f'<div class="sign" style="margin-left:{left}"><div>{web.esc(body.town)}, {date}</div><div class="gap">'
        f'{"<br>".join(web.esc(line) for line in body.head)},</div><div class="room"></div>'
        f'<div class="nm">{web.esc(who.name)}</div><div>{who.rank}</div><div>NIP {who.nip}</div></div>'
    )


def _title(body: Body, year: int) -> tuple[str, ...]:
    return ('DAFTAR INFORMASI YANG DIKECUALIKAN', f'{body.name} {body.region}', f'TAHUN {year}')


def write_list(body: Body, year: int, date: str, path: Path) -> Path:
    inner = web.middle(*_title(body, year)) + _table() + signed(body, date, '62%')
    path.write_text(web.page(inner, paper='33cm 21.5cm', size=10.5, title=f'DIK {year}'), 'utf-8')
    return path


def write_decree(body: Body, number: str, date: str, path: Path, crest: Path) -> Path:
    """A decree whose annex is the list of excluded information."""
    unit = f'{proper(body.name)} {proper(body.region)}'
    decree = Decree(
        body,
        number,
        ('PENETAPAN DAFTAR INFORMASI YANG DIKECUALIKAN', f'PADA {body.name} {body.region}', 'TAHUN 2025'),
        (
            'bahwa informasi yang dikecualikan ditetapkan berdasarkan pengujian konsekuensi secara saksama;',
            f'bahwa perlu menetapkan Keputusan {proper(body.head[0])} tentang Daftar Informasi yang Dikecualikan;',
        ),
        (KIP_LAW, KIP_ORDER, PERKI_NEW),
        (
            (
                'KESATU',
                f'Menetapkan Daftar Informasi yang Dikecualikan pada {unit} Tahun 2025 sebagaimana tercantum dalam'
                ' Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.',
            ),
            ('KEDUA', 'Keputusan ini mulai berlaku pada tanggal ditetapkan.'),
        ),
        date,
        body.chief,
    )
    head = web.annex_head(decree, decree.number, decree.date)
    annex = f'{head}{web.middle(*_title(body, 2025), gap=True)}{_table()}{signed(body, date, "62%")}'
    inner = f'{web.decree_body(decree, crest)}<div class="annex" style="page:wide">{annex}</div>'
    extra = '.annexhead{margin-left:19cm}'
    path.write_text(web.page(inner, size=11, title='SK DIK', extra=extra), 'utf-8')
    return path


def write_test(body: Body, number: str, path: Path, crest: Path) -> Path:
    """A record of the test with a table of the testers' signatures."""
    rows = ''.join(
        f'<tr style="height:1.25cm"><td class="num">{i}</td><td>{web.esc(name)}</td><td>{web.esc(post)}</td>'
        '<td></td></tr>'
        for i, (name, post) in enumerate(_TESTERS, 1)
    )
    heads = '<th style="width:6%">No.</th><th style="width:34%">Nama</th><th style="width:34%">Jabatan</th>'
    heads += '<th>Tanda Tangan</th>'
    signatures = f'<table class="grid gap"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    inner = (
        f'{web.letterhead(body, crest)}{web.middle("BERITA ACARA PENGUJIAN KONSEKUENSI", f"NOMOR : {number}")}'
        '<p style="text-align:justify">Pada hari ini Kamis tanggal enam bulan Februari tahun dua ribu dua puluh lima'
        ' (06-02-2025), bertempat di ruang rapat Dinas Komunikasi dan Informatika, telah dilaksanakan pengujian'
        ' konsekuensi atas informasi sebagai berikut:</p>'
        f'{_table()}<p>Demikian berita acara ini dibuat untuk digunakan sebagaimana mestinya.</p>{signatures}'
    )
    path.write_text(web.page(inner, paper='A4', size=10.5, title='Berita Acara Pengujian Konsekuensi'), 'utf-8')
    return path

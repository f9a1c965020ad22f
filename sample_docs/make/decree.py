"""What a decree says, apart from how it is laid out: data and the sentences that all sample decrees share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .cast import KOMINFO, Body, Person

DOTS = '.' * 28
REGION_LAW = (
    'Undang-Undang Nomor 99 Tahun 2003 tentang Pembentukan Kabupaten Rawa Sejahtera di Provinsi Nusa Selatan '
    '(Lembaran Negara Republik Indonesia Tahun 2003 Nomor 199, Tambahan Lembaran Negara Republik Indonesia Nomor 4399);'
)
KIP_LAW = (
    'Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia '
    'Tahun 2008 Nomor 61, Tambahan Lembaran Negara Republik Indonesia Nomor 4846);'
)
SERVICE_LAW = (
    'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2009 '
    'Nomor 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038);'
)
LOCAL_LAW = (
    'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 '
    'Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah diubah beberapa kali, '
    'terakhir dengan Undang-Undang Nomor 6 Tahun 2023;'
)
KIP_ORDER = (
    'Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008 tentang '
    'Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia Tahun 2010 Nomor 99, Tambahan Lembaran '
    'Negara Republik Indonesia Nomor 5149);'
)
PERMENDAGRI_NEW = (
    'Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang Pedoman Pengelolaan Pelayanan Informasi dan '
    'Dokumentasi Kementerian Dalam Negeri dan Pemerintahan Daerah (Berita Negara Republik Indonesia Tahun '
    '2017 Nomor 157);'
)
PERKI_NEW = (
    'Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik (Berita Negara '
    'Republik Indonesia Tahun 2021 Nomor 741);'
)
PERMENDAGRI_OLD = (
    'Peraturan Menteri Dalam Negeri Nomor 35 Tahun 2010 tentang Pedoman Pengelolaan Pelayanan Informasi dan '
    'Dokumentasi di Lingkungan Kementerian Dalam Negeri dan Pemerintahan Daerah;'
)
PERKI_OLD = 'Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan Informasi Publik;'
PERBUP = (
    'Peraturan Bupati Rawa Sejahtera Nomor 27 Tahun 2022 tentang Pedoman Pengelolaan Informasi dan Dokumentasi di '
    'Lingkungan Pemerintah Kabupaten Rawa Sejahtera (Berita Daerah Kabupaten Rawa Sejahtera Tahun 2022 Nomor 27);'
)
FULL_BASIS = (REGION_LAW, KIP_LAW, SERVICE_LAW, LOCAL_LAW, KIP_ORDER, PERMENDAGRI_NEW, PERKI_NEW, PERBUP)
SHORT_BASIS = (KIP_LAW, KIP_ORDER, PERKI_NEW)


@dataclass(frozen=True, slots=True)
class Annex:
    """The annex of a decree: its header block's number and date, a title and one table."""

    number: str
    date: str
    title: tuple[str, ...]
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    """Shares of the table's width."""
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Decree:
    """One decree. `number` and `date` are what stands after the labels; `seal` says what fills the signer's block."""

    body: Body
    number: str
    about: tuple[str, ...]
    considering: tuple[str, ...]
    basis: tuple[str, ...]
    dicta: tuple[tuple[str, str], ...]
    date: str
    signer: Person
    title: str = 'KEPUTUSAN'
    copies: tuple[str, ...] = ()
    annex: Annex | None = None
    seal: str = ''
    """'' leaves the block empty; 'ttd', 'dto' or 'tte' is typed; a path ending in .png is a picture to paste."""
    legalised_by: Person | None = None
    spaced: bool = False
    """Writes M E M U T U S K A N with single letters."""

    @property
    def office(self) -> str:
        return ' '.join(self.body.head)


def subject(body: Body) -> tuple[str, ...]:
    return (
        'PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI',
        f'(PPID) PELAKSANA PADA {body.name}',
        body.region,
        'TAHUN ANGGARAN 2025',
    )


def proper(text: str) -> str:
    """Capitals to the case of names: 'DINAS KESEHATAN' -> 'Dinas Kesehatan'."""
    return ' '.join(word if word == 'dan' else word.capitalize() for word in text.lower().split())


def considering(body: Body) -> tuple[str, ...]:
    unit = f'{proper(body.name)} {proper(body.region)}'
    return (
        (
            'bahwa setiap badan publik wajib menyediakan, memberikan, dan/atau menerbitkan informasi publik yang berada'
            ' di bawah kewenangannya kepada pemohon informasi publik;'
        ),
        (
            f'bahwa untuk mewujudkan pelayanan informasi yang cepat, tepat waktu, dan sederhana pada {unit}, perlu'
            ' ditunjuk pejabat yang mengelola informasi dan dokumentasi;'
        ),
        (
            'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan '
            f'{proper(body.head[0])} tentang Penetapan Pejabat Pengelola Informasi dan Dokumentasi Pelaksana;'
        ),
    )


def dicta(body: Body, with_annex: bool = True) -> tuple[tuple[str, str], ...]:
    unit = f'{proper(body.name)} {proper(body.region)}'
    named = (
        'dengan susunan keanggotaan sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari '
        'Keputusan ini.'
        if with_annex
        else f'dengan {proper(body.head[0])} sebagai Atasan PPID dan Sekretaris {unit} sebagai PPID Pelaksana.'
    )
    return (
        ('KESATU', f'Menetapkan Pejabat Pengelola Informasi dan Dokumentasi (PPID) Pelaksana pada {unit} {named}'),
        (
            'KEDUA',
            (
                'PPID Pelaksana sebagaimana dimaksud pada Diktum KESATU mempunyai tugas mengoordinasikan pengumpulan,'
                ' penyimpanan, pendokumentasian, dan pelayanan informasi publik serta memutakhirkan Daftar Informasi'
                ' Publik paling sedikit satu kali dalam setahun.'
            ),
        ),
        (
            'KETIGA',
            (
                'Dalam melaksanakan tugasnya, PPID Pelaksana bertanggung jawab kepada Atasan PPID dan menyampaikan'
                ' laporan layanan informasi secara berkala kepada PPID Utama.'
            ),
        ),
        (
            'KEEMPAT',
            (
                'Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada Anggaran Pendapatan dan '
                'Belanja Daerah Tahun Anggaran 2025.'
            ),
        ),
        ('KELIMA', 'Keputusan ini mulai berlaku pada tanggal ditetapkan.'),
    )


MEMBERS = (
    ('1', 'Ir. Surya Widantara, M.Si.', 'Kepala Dinas', 'Atasan PPID'),
    ('2', 'Ratna Kusumadewi, S.Sos., M.A.P.', 'Sekretaris Dinas', 'PPID Pelaksana'),
    (
        '3',
        'Galih Prasetyadi, S.Kom.',
        'Kepala Bidang Informasi dan Komunikasi Publik',
        'Koordinator Bidang Pelayanan Informasi',
    ),
    (
        '4',
        'Tirta Anjasmara, S.T.',
        'Kepala Bidang Aplikasi Informatika',
        'Koordinator Bidang Pengolahan Data dan Klasifikasi Informasi',
    ),
    ('5', 'Wulan Maharani, S.H.', 'Analis Hukum Ahli Muda', 'Koordinator Bidang Penyelesaian Sengketa Informasi'),
    ('6', 'Bima Saktiawan, A.Md.', 'Pranata Komputer Terampil', 'Petugas Pelayanan Informasi'),
    ('7', 'Kirana Lestariningsih', 'Arsiparis Terampil', 'Petugas Pendokumentasian'),
)


def members(decree: Decree) -> Annex:
    """The annex with the members' names and roles, its header repeating the decree's number and date."""
    rows: tuple[tuple[str, ...], ...] = (
        ('1', decree.signer.in_lists, proper(decree.body.head[0]), 'Atasan PPID'),
        *MEMBERS[1:],
    )
    if decree.body.name.startswith('KECAMATAN'):
        rows = tuple(
            tuple(
                cell.replace('Sekretaris Dinas', 'Sekretaris Kecamatan').replace('Kepala Bidang', 'Kepala Seksi')
                for cell in row
            )
            for row in rows
        )
    return Annex(
        decree.number,
        decree.date,
        (
            'SUSUNAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI',
            f'(PPID) PELAKSANA PADA {decree.body.name}',
            'TAHUN 2025',
        ),
        ('NO.', 'NAMA', 'JABATAN', 'KEDUDUKAN DALAM PPID'),
        (0.07, 0.31, 0.31, 0.31),
        rows,
    )


def ppid_decree(
    body: Body = KOMINFO,
    number: str = '188.4/015/KOMINFO/2025',
    date: str = '14 Januari 2025',
    *,
    annexed: bool = True,
    basis: tuple[str, ...] = FULL_BASIS,
) -> Decree:
    """A decree without a defect; the samples with one defect are made from it with `dataclasses.replace`."""
    decree = Decree(
        body,
        number,
        subject(body),
        considering(body),
        basis,
        dicta(body, annexed),
        date,
        body.chief,
        copies=(
            'Bupati Rawa Sejahtera (sebagai laporan);',
            'Sekretaris Daerah selaku Atasan PPID Utama;',
            'Inspektur Kabupaten Rawa Sejahtera;',
            'Yang bersangkutan untuk dilaksanakan.',
        ),
    )
    return replace(decree, annex=members(decree)) if annexed else decree


def of_year(decree: Decree, year: int) -> Decree:
    """The same decree as if given in another year: every 2025 in its texts becomes `year`."""

    def moved(text: str) -> str:
        return text.replace('2025', str(year))

    changed = replace(
        decree,
        number=moved(decree.number),
        date=moved(decree.date),
        about=tuple(map(moved, decree.about)),
        dicta=tuple((label, moved(text)) for label, text in decree.dicta),
    )
    if changed.annex:
        changed = replace(changed, annex=replace(members(changed), title=tuple(map(moved, changed.annex.title))))
    return changed

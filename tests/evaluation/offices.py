"""Invented regions, offices and people, with the letterheads and signer's blocks that such offices use."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.evaluation.draft import Draft

REGIONS = (
    'Sungai Lindung',
    'Bukit Samara',
    'Teluk Kencana',
    'Lembah Anggrek',
    'Muara Sentosa',
    'Tirta Madani',
    'Pulau Kalindra',
    'Gunung Arjasari',
    'Rawa Indah',
    'Tanjung Selasih',
    'Padang Meranti',
    'Banyu Asri',
    'Karang Wijaya',
    'Hulu Serayan',
)
PROVINCES = ('Nusa Kencana', 'Kalindra Tengah', 'Samudera Barat', 'Jaya Mandala', 'Swarna Selatan')
SEATS = ('Kotabaru', 'Sukajadi', 'Margasari', 'Wanareja', 'Banjarsari', 'Simpang Empat', 'Tegalrejo', 'Muara Enggang')
DISTRICTS = ('Sukamaju', 'Mekar Jaya', 'Rantau Panjang', 'Batu Licin Hilir', 'Cempaka Putih Timur', 'Harapan Baru')
VILLAGES = ('Suka Damai', 'Tunas Harapan', 'Wonosari Lor', 'Pasir Putih Hulu', 'Air Jernih', 'Karya Bakti')
AGENCIES = (
    'Dinas Komunikasi dan Informatika',
    'Dinas Komunikasi, Informatika, Statistik dan Persandian',
    'Dinas Kesehatan',
    'Dinas Pendidikan dan Kebudayaan',
    'Dinas Perhubungan',
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'Dinas Sosial',
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Dinas Lingkungan Hidup',
    'Dinas Perpustakaan dan Kearsipan',
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'Dinas Pemberdayaan Masyarakat dan Desa',
    'Dinas Tanaman Pangan, Hortikultura dan Perkebunan',
    'Badan Perencanaan Pembangunan Daerah',
    'Badan Pendapatan Daerah',
    'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    'Badan Kesatuan Bangsa dan Politik',
    'Badan Keuangan dan Aset Daerah',
    'Badan Penanggulangan Bencana Daerah',
    'Satuan Polisi Pamong Praja',
    'Inspektorat Daerah',
    'Sekretariat DPRD',
)
_FIRST = (
    'Ahmad',
    'Siti',
    'Bambang',
    'Dewi',
    'Hendra',
    'Nurul',
    'Yulius',
    'Rina',
    'Agung',
    'Maria',
    'Fahrul',
    'Lestari',
    'I Ketut',
    'Teguh',
    'Wahyuni',
)
_MIDDLE = ('Surya', 'Permata', 'Hadi', 'Kurnia', 'Eka', 'Cahya', 'Rahmat', 'Puspita', 'Adi', 'Indah', 'Mulya')
_LAST = (
    'Wirajaya',
    'Pranatasari',
    'Kusumadinata',
    'Lamongga',
    'Sandikala',
    'Harjuno',
    'Meliana',
    'Tarandika',
    'Basuningrat',
    'Oktavara',
)
_DEGREES = (
    ', S.Sos',
    ', S.Sos., M.Si',
    ', S.E., M.M.',
    ', S.H., M.H.',
    ', ST., MT',
    ', S.Kom',
    ', S.IP., M.AP.',
    ', S.Pd., M.Pd',
    '',
)
RANKS = (
    ('Pembina Utama Muda', 'IV/c'),
    ('Pembina Tingkat I', 'IV/b'),
    ('Pembina Tk. I', 'IV/b'),
    ('Pembina', 'IV/a'),
    ('Penata Tingkat I', 'III/d'),
    ('Penata Tk.I', 'III/d'),
    ('Penata', 'III/c'),
    ('Pembina Utama Madya', 'IV/d'),
)


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    rank: str
    nip: str
    """18 digits, unspaced."""


@dataclass(frozen=True, slots=True)
class Office:
    """Who issues the document. `head` is the signer's office, `numbered` whether the signer has a NIP."""

    type: str
    name: str
    region: str
    """'Kabupaten Sungai Lindung' and the like."""
    province: str
    head: str
    numbered: bool
    letterhead: tuple[str, ...]
    address: str
    seat: str
    garuda: bool = False

    @property
    def full(self) -> str:
        return self.name if self.region in self.name or not self.region else f'{self.name} {self.region}'


def person(rng: Random) -> Person:
    """An invented official with a NIP of the right build."""
    name = (
        ' '.join((rng.choice(_FIRST), rng.choice(_MIDDLE), rng.choice(_LAST)))
        if rng.random() < 0.5
        else f'{rng.choice(_FIRST)} {rng.choice(_LAST)}'
    )
    if rng.random() < 0.15:
        name = rng.choice(('Drs. ', 'Dr. ', 'Ir. ', 'H. ', 'Hj. ', 'dr. ')) + name
    born = rng.randint(1967, 1990)
    birth = f'{born}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}'
    nip = f'{birth}{born + rng.randint(22, 30)}{rng.randint(1, 12):02d}{rng.randint(1, 2)}{rng.randint(1, 20):03d}'
    rank, grade = rng.choice(RANKS)
    return Person(
        name + rng.choice(_DEGREES),
        f'{rank} {rng.choice(("(%s)", "/ %s", "(%s)", "- %s")) % grade}' if rng.random() < 0.8 else rank,
        nip,
    )


TYPES = (
    'bupati',
    'wali kota',
    'gubernur',
    'sekda',
    'dinas kab',
    'dinas kota',
    'dinas prov',
    'kecamatan',
    'kelurahan',
    'desa',
    'rsud',
    'bumd',
    'dprd',
    'puskesmas',
    'vertikal',
    'kpu',
)
_WEIGHTS = (10, 4, 3, 5, 34, 10, 8, 7, 3, 5, 5, 3, 2, 3, 5, 4)


def office(draft: Draft, kinds: tuple[str, ...] = TYPES) -> Office:
    """An office of one of the types; counties (kabupaten) outweigh cities."""
    rng = draft.rng
    kind = rng.choices(kinds, [_WEIGHTS[TYPES.index(name)] for name in kinds])[0]
    place, province, seat = rng.choice(REGIONS), rng.choice(PROVINCES), rng.choice(SEATS)
    city = kind in ('wali kota', 'dinas kota', 'kelurahan') or (
        kind in ('sekda', 'kecamatan', 'rsud') and rng.random() < 0.25
    )
    region = (
        f'Provinsi {province}' if kind in ('gubernur', 'dinas prov') else f'{"Kota" if city else "Kabupaten"} {place}'
    )
    street = rng.choice(
        (
            'Jalan Merdeka',
            'Jl. Jenderal Sudirman',
            'Jl. Pahlawan',
            'Jalan Raya Kencana',
            'Jl. Diponegoro',
            'Komplek Perkantoran Pemda Blok B',
        )
    )
    telephone = rng.choice(('', f'Telp. (0512) 218{rng.randint(0, 999):03d} '))
    address = f'{street} No. {rng.randint(1, 120)} {seat} {telephone}Kode Pos {rng.randint(28111, 79999)}'
    build = {'bupati': _ruler, 'wali kota': _ruler, 'gubernur': _ruler}.get(kind, _unit)
    return build(rng, kind, region, province, address, seat)


def _ruler(rng: Random, kind: str, region: str, province: str, address: str, seat: str) -> Office:
    place = region.split(' ', 1)[1]
    title = {'bupati': 'Bupati', 'gubernur': 'Gubernur', 'wali kota': rng.choice(('Wali Kota', 'Walikota'))}[kind]
    head = f'{title} {place}'
    lines = [head.upper()]
    if kind != 'gubernur' and rng.random() < 0.7:
        lines.append(rng.choice(('PROVINSI %s', 'PROVINSI %s', 'PROPINSI %s')) % province.upper())
    return Office(kind, f'Pemerintah {region}', region, province, head, False, tuple(lines), '', seat, garuda=True)


def _unit(rng: Random, kind: str, region: str, province: str, address: str, seat: str) -> Office:
    government = rng.choice(('PEMERINTAH %s', 'PEMERINTAH %s', 'PEMERINTAH DAERAH %s')) % region.upper()
    if rng.random() < 0.1:
        government = government.replace('KABUPATEN', 'KAB.')
    lines: tuple[str, ...]
    if kind.startswith('dinas'):
        name = rng.choice(AGENCIES)
        head = {'Inspektorat Daerah': 'Inspektur Daerah', 'Sekretariat DPRD': 'Sekretaris DPRD'}.get(
            name, f'Kepala {name}'
        )
        lines = (government, name.upper())
    elif kind == 'desa':
        village, district = rng.choice(VILLAGES), rng.choice(DISTRICTS)
        name, head = (
            f'Pemerintah Desa {village}',
            f'{rng.choice(("Kepala Desa", "Kepala Desa", "Perbekel", "Keuchik", "Penghulu"))} {village}',
        )
        lines = (government, f'KECAMATAN {district.upper()}', f'DESA {village.upper()}')
    elif kind in ('kecamatan', 'kelurahan'):
        district, village = rng.choice(DISTRICTS), rng.choice(VILLAGES)
        name = f'Kecamatan {district}' if kind == 'kecamatan' else f'Kelurahan {village}'
        head = f'Camat {district}' if kind == 'kecamatan' else f'Lurah {village}'
        lines = (
            (government, name.upper())
            if kind == 'kecamatan'
            else (government, f'KECAMATAN {district.upper()}', name.upper())
        )
    elif kind in ('vertikal', 'kpu'):
        name, head, lines = _central(rng, kind, region)
    else:
        name, head = {
            'sekda': ('Sekretariat Daerah', 'Sekretaris Daerah'),
            'rsud': (
                'RSUD Harapan Sehat',
                rng.choice(('Direktur RSUD Harapan Sehat', 'Direktur Rumah Sakit Umum Daerah Harapan Sehat')),
            ),
            'bumd': ('Perumda Air Minum Tirta Kencana', 'Direktur Utama Perumda Air Minum Tirta Kencana'),
            'dprd': ('Sekretariat Dewan Perwakilan Rakyat Daerah', 'Sekretaris Dewan Perwakilan Rakyat Daerah'),
            'puskesmas': ('UPTD Puskesmas Mekar Sari', 'Kepala UPTD Puskesmas Mekar Sari'),
        }[kind]
        upper = 'RUMAH SAKIT UMUM DAERAH HARAPAN SEHAT' if kind == 'rsud' else name.upper()
        lines = (government, 'DINAS KESEHATAN', upper) if kind == 'puskesmas' else (government, upper)
    numbered = kind not in ('desa', 'bumd') and not head.startswith('Ketua')
    return Office(kind, name, region, province, head, numbered, lines, address, seat)


def _central(rng: Random, kind: str, region: str) -> tuple[str, str, tuple[str, ...]]:
    """Name, head and letterhead of a ministry's local office or an election body."""
    if kind == 'kpu':
        long, short = rng.choice(
            (
                ('Komisi Pemilihan Umum', 'KPU'),
                ('Badan Pengawas Pemilihan Umum', 'Bawaslu'),
                ('Komisi Pemilihan Umum', 'KPU'),
            )
        )
        head = rng.choice((f'Ketua {short} {region}', f'Sekretaris {short} {region}'))
        return f'{long} {region}', head, (long.upper(), region.upper())
    above, unit = rng.choice(
        (
            ('Kementerian Agama Republik Indonesia', 'Kantor Kementerian Agama'),
            ('Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional', 'Kantor Pertanahan'),
            ('Badan Pusat Statistik', 'Badan Pusat Statistik'),
            ('Kementerian Kelautan dan Perikanan', 'Balai Pengelolaan Pelabuhan Perikanan'),
        )
    )
    return f'{unit} {region}', f'Kepala {unit} {region}', (above.upper(), f'{unit} {region}'.upper())

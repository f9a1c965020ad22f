"""Who acts in the samples: invented bodies and invented people; never anybody real."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A signer or member. `nip` is empty for a bupati, who signs without one."""

    name: str
    rank: str = ''
    nip: str = ''

    @property
    def in_lists(self) -> str:
        """The name as lists write it: 'Ir. SURYA WIDANTARA, M.Si.' -> 'Ir. Surya Widantara, M.Si.'."""
        return ' '.join(word if '.' in word else word.capitalize() for word in self.name.split())


@dataclass(frozen=True, slots=True)
class Body:
    """A public body with what its letterhead shows; `head` is the office that signs, in capitals, line by line."""

    government: str
    name: str
    address: tuple[str, ...]
    town: str
    region: str
    head: tuple[str, ...]
    chief: Person


_RAWA = 'KABUPATEN RAWA SEJAHTERA'

KOMINFO = Body(
    f'PEMERINTAH {_RAWA}',
    'DINAS KOMUNIKASI DAN INFORMATIKA',
    (
        'Jalan Kenari Nomor 12, Rawa Indah 79911, Telepon (0599) 210045',
        'Laman: diskominfo.rawasejahtera.example, Pos-el: diskominfo@rawasejahtera.example',
    ),
    'Rawa Indah',
    _RAWA,
    ('KEPALA DINAS KOMUNIKASI DAN INFORMATIKA', _RAWA),
    Person('Ir. SURYA WIDANTARA, M.Si.', 'Pembina Utama Muda (IV/c)', '19710614 199703 1 007'),
)
KESEHATAN = Body(
    f'PEMERINTAH {_RAWA}',
    'DINAS KESEHATAN',
    (
        'Jalan Melati Putih Nomor 5, Rawa Indah 79912, Telepon (0599) 210118',
        'Laman: dinkes.rawasejahtera.example, Pos-el: dinkes@rawasejahtera.example',
    ),
    'Rawa Indah',
    _RAWA,
    ('KEPALA DINAS KESEHATAN', _RAWA),
    Person('dr. LARAS PUSPANINGTYAS, M.Kes.', 'Pembina Tingkat I (IV/b)', '19760921 200312 2 004'),
)
PERIKANAN = Body(
    f'PEMERINTAH {_RAWA}',
    'DINAS PERIKANAN',
    (
        'Jalan Dermaga Lama Nomor 3, Rawa Indah 79915, Telepon (0599) 210377',
        'Pos-el: dinasperikanan@rawasejahtera.example',
    ),
    'Rawa Indah',
    _RAWA,
    ('KEPALA DINAS PERIKANAN', _RAWA),
    Person('H. BAGAS TIRTAKUSUMA, S.Pi., M.P.', 'Pembina Tingkat I (IV/b)', '19731102 199903 1 005'),
)
LUBUK = Body(
    f'PEMERINTAH {_RAWA}',
    'KECAMATAN LUBUK TERATAI',
    ('Jalan Raya Lubuk Teratai Kilometer 18, Lubuk Teratai 79934', 'Pos-el: kec.lubukteratai@rawasejahtera.example'),
    'Lubuk Teratai',
    _RAWA,
    ('CAMAT LUBUK TERATAI',),
    Person('Drs. WIRA ADIKARSA', 'Pembina (IV/a)', '19690307 199403 1 009'),
)
PENDIDIKAN = Body(
    'PEMERINTAH KOTA TANJUNG ELOK',
    'DINAS PENDIDIKAN',
    ('Jalan Cendrawasih Nomor 41, Tanjung Elok 79701, Telepon (0598) 334102', 'Pos-el: disdik@tanjungelok.example'),
    'Tanjung Elok',
    'KOTA TANJUNG ELOK',
    ('KEPALA DINAS PENDIDIKAN', 'KOTA TANJUNG ELOK'),
    Person('Dra. NIRMALA SEKARWANGI, M.Pd.', 'Pembina Utama Muda (IV/c)', '19700218 199512 2 003'),
)
BUPATI = Body(
    'BUPATI RAWA SEJAHTERA',
    'PROVINSI NUSA SELATAN',
    (),
    'Rawa Indah',
    _RAWA,
    ('BUPATI RAWA SEJAHTERA',),
    Person('ARYA MAHESWARA PUTRA'),
)
LEGAL_CHIEF = Person('SEKAR AYU PRAMESWARI, S.H., M.H.', 'Pembina (IV/a)', '19790825 200502 2 006')
"""Head of the legal section, who legalises copies."""
LEGAL_OFFICE = ('KEPALA BAGIAN HUKUM', 'SEKRETARIAT DAERAH', _RAWA)

"""Whose document is it: same, another body's, or nobody can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import bodies
from checker.bodies import Bodies, Body
from checker.errors import UsageError

KAB, DINKES, DIKNAS = 'Pemerintah Kabupaten Sukamaju', 'Dinas Kesehatan', 'Dinas Pendidikan dan Kebudayaan'
REGENCY = Bodies((
    Body(KAB, ('Kabupaten Sukamaju',), 'kabupaten'),
    Body(DINKES, ('Dinkes Sukamaju',), 'opd', KAB),
    Body(DIKNAS, (), 'opd', KAB),
    Body('Dinas Pendidikan', (), 'opd'),
    Body('Dinas Komunikasi, Informatika dan Persandian', ('Diskominfosan',), 'opd', KAB),
    Body('Dinas Kependudukan dan Pencatatan Sipil', (), 'opd', KAB),
    Body('Kecamatan Sukajaya', (), 'kecamatan', KAB),
    Body('Kecamatan Sukajadi', (), 'kecamatan', KAB),
    Body('Desa Mekar', (), 'desa', 'Kecamatan Sukajaya'),
    Body('Dinas Sosial', (), 'opd', KAB),
))

CASES = [
    ('letterhead', DINKES, ['PEMERINTAH KABUPATEN SUKAMAJU\nDINAS KESEHATAN\nJalan Melati Nomor 5'], 'same'),
    ('title', DINKES, ['KEPUTUSAN KEPALA DINAS KESEHATAN'], 'same'),
    ('short form', DINKES, ['DINKES KAB. SUKAMAJU'], 'same'),
    ('short form of the list', 'Dinas Kependudukan dan Pencatatan Sipil', ['Kepala Disdukcapil'], 'same'),
    ('alias', 'Dinas Komunikasi, Informatika dan Persandian', ['DISKOMINFOSAN'], 'same'),
    ('handed in by alias', 'Diskominfosan', ['DINAS KOMUNIKASI INFORMATIKA DAN PERSANDIAN'], 'same'),
    ('damaged letters', DINKES, ['D1NAS KESEHATAH'], 'same'),
    ('glued words', DINKES, ['PEMERINTAHKABUPATENSUKAMAJU DINASKESEHATAN'], 'same'),
    ('the regent decides for all', DINKES, ['KEPUTUSAN BUPATI SUKAMAJU'], 'same'),
    ('the regent of another regency', DINKES, ['KEPUTUSAN BUPATI PAGARALAM'], 'other'),
    ('the regency in a province', DINKES, ['BUPATI SUKAMAJU PROVINSI JAWA SELATAN'], 'same'),
    ('the same dinas of another regency', DINKES, ['DINAS KESEHATAN KABUPATEN PAGARALAM'], 'other'),
    ('another dinas', DINKES, ['PEMERINTAH KABUPATEN SUKAMAJU DINAS SOSIAL'], 'other'),
    ('the regency hands in its dinas', KAB, ['DINAS SOSIAL KABUPATEN SUKAMAJU'], 'same'),
    ('a longer name', 'Dinas Pendidikan', ['DINAS PENDIDIKAN DAN KEBUDAYAAN'], 'other'),
    ('the longer name itself', DIKNAS, ['DINAS PENDIDIKAN & KEBUDAYAAN'], 'same'),
    ('neighbours', 'Kecamatan Sukajaya', ['PEMERINTAH KABUPATEN SUKAMAJU KECAMATAN SUKAJADI'], 'other'),
    ('its own kecamatan', 'Kecamatan Sukajaya', ['CAMAT SUKAJAYA'], 'same'),
    ('the kecamatan above a desa', 'Desa Mekar', ['KECAMATAN SUKAJAYA'], 'same'),
    ('another kecamatan than the one above', 'Desa Mekar', ['KECAMATAN SUKAJADI'], 'other'),
    ('no name at all', DINKES, ['DAFTAR INFORMASI PUBLIK TAHUN 2025'], 'unknown'),
    ('no words at all', DINKES, [], 'unknown'),
    ('own name beside another', DINKES, ['DINAS SOSIAL', 'KEPALA DINAS KESEHATAN'], 'same'),
    ('an unlisted dinas that shares no word', DINKES, ['DINAS PERHUBUNGAN'], 'other'),
    ('an unlisted body of another sort', DINKES, ['RUMAH SAKIT UMUM DAERAH MELATI'], 'other'),
    ('a town in an address', DINKES, ['Jalan Melati, Kota Tanjung, Kecamatan Elok'], 'unknown'),
    ('the government of a town', DINKES, ['PEMERINTAH KOTA TANJUNG ELOK'], 'other'),
    ('a neighbour with a like name', 'Dinas Perikanan', ['KEPUTUSAN KEPALA DINAS PERTANIAN'], 'other'),
    ('initials', 'Dinas PMD', ['DINAS PEMBERDAYAAN MASYARAKAT DAN DESA'], 'unknown'),
    ('a short form that nobody explained', 'Disporapar', ['DINAS KEPEMUDAAN DAN OLAHRAGA'], 'unknown'),
]


@pytest.mark.parametrize(('body', 'texts', 'result'), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_compare(body: str, texts: list[str], result: str) -> None:
    assert REGENCY.compare(body, texts).result == result


@pytest.mark.parametrize(('body', 'text', 'seen'), [
    (DINKES, 'DINAS SOSIAL', 'Dinas Sosial'),
    (DINKES, 'KEPALA DINAS PERTANIAN LOKAL', 'DINAS PERTANIAN LOKAL'),
    (DINKES, 'BUPATI PALOLO', 'KABUPATEN PALOLO'),
])
def test_another_body_is_named_in_readable_letters(body: str, text: str, seen: str) -> None:
    assert REGENCY.compare(body, [text]).seen == seen


def test_without_a_list_only_what_is_sure_is_said() -> None:
    alone = Bodies(()).with_names(['Dinas Kesehatan Kota Baru'])
    assert alone.compare('Dinas Kesehatan Kota Baru', ['PEMERINTAH KOTA BARU\nDINAS KESEHATAN']).result == 'same'
    assert alone.compare('Dinas Kesehatan Kota Baru', ['DINAS KESEHATAN KOTA LAMA SEKALI']).result == 'other'
    assert alone.compare('Dinas Tata Ruang', ['DINAS PEKERJAAN UMUM DAN TATA RUANG']).result == 'unknown'
    assert alone.compare('Puskesmas Mekar', ['KEPUTUSAN BUPATI SUKAMAJU']).result == 'unknown'


def test_a_place_called_after_a_town_keeps_its_whole_name() -> None:
    known = Bodies(()).with_names(['Kecamatan Kota Baru', 'Kecamatan Kota Lama'])
    assert known.compare('Kecamatan Kota Baru', ['CAMAT KOTA BARU']).result == 'same'
    assert known.compare('Kecamatan Kota Baru', ['CAMAT KOTA LAMA']).seen == 'Kecamatan Kota Lama'


def test_a_table_of_bodies_is_read_as_spreadsheets_export_it(tmp_path: Path) -> None:
    file = tmp_path / 'bodies.csv'
    file.write_bytes(b'Nama Badan Publik;Alias;Tingkat;Induk;Kategori\r\nPemkab Sukamaju;;kabupaten;;kabupaten\r\n'
                     b'"Dinas Kesehatan";"Dinkes | Diskes Sukamaju";opd;PEMERINTAH KAB. SUKAMAJU;OPD\r\n')
    known = bodies.load(file)
    assert known.items[1] == Body(DINKES, ('Dinkes', 'Diskes Sukamaju'), 'opd', 'PEMERINTAH KAB. SUKAMAJU', 'OPD')
    assert known.find('dinkes') == known.items[1]
    assert known.compare('Dinkes', ['BUPATI SUKAMAJU']).result == 'same'


@pytest.mark.parametrize(('lines', 'says'), [
    ('Dinas A,\ndinas  a,', '"Dinas A" ditulis dua kali'),
    (',Dinas B', 'nama badan publik kosong'),
])
def test_a_table_that_contradicts_itself_is_refused(tmp_path: Path, lines: str, says: str) -> None:
    file = tmp_path / 'bodies.csv'
    file.write_text(f'name,parent\n{lines}\n', encoding='utf-8')
    with pytest.raises(UsageError, match=says):
        bodies.load(file)


def test_the_table_is_found_in_the_folder_and_beside_a_manifest(tmp_path: Path) -> None:
    assert bodies.beside(tmp_path) == Bodies(())
    (tmp_path / 'bodies.csv').write_text('name\nDinas A\n', encoding='utf-8')
    assert bodies.beside(tmp_path) == bodies.beside(tmp_path / 'manifest.csv') == Bodies((Body('Dinas A'),))


def test_bodies_of_the_batch_join_those_of_the_table() -> None:
    more = REGENCY.with_names(['DINKES SUKAMAJU', 'Dinas Baru'])
    assert [body.name for body in more.items[len(REGENCY.items):]] == ['Dinas Baru']


def test_a_parent_needs_no_line_of_its_own() -> None:
    alone = Bodies((Body('Dinas Perikanan', parent='Kabupaten Rawa Sejahtera'),))
    assert alone.compare('Dinas Perikanan', ['BUPATI RAWA SEJAHTERA']).result == 'same'
    assert alone.compare('Dinas Perikanan', ['DINAS PERIKANAN KABUPATEN MUARA DALAM']).result == 'other'


def test_an_alias_that_bodies_share_finds_none_but_is_no_strangers_name() -> None:
    shared = Bodies((Body('Dinas Kominfo Kota A', ('Infokom',)), Body('Dinas Kominfo Kota B', ('Infokom',))))
    assert shared.find('Infokom') is None
    assert shared.compare('Dinas Kominfo Kota A', ['INFOKOM']).result == 'same'


def test_parents_in_a_circle_end() -> None:
    circle = Bodies((Body('Dinas A', parent='Dinas B'), Body('Dinas B', parent='Dinas A')))
    assert circle.compare('Dinas A', ['DINAS B']).result == 'same'


@pytest.mark.parametrize(
    ('body', 'text', 'result'),
    [
        ('RSUD Cempaka', 'DIREKTUR RSUD MELATI', 'other'),
        ('RSUD Cempaka', 'PEMERINTAH KABUPATEN RAWA ELOK RUMAH SAKIT UMUM DAERAH CEMPAKA', 'same'),
        ('Badan Keuangan dan Aset Daerah', 'BADAN KEPEGAWAIAN DAERAH', 'other'),
        ('Inspektorat', 'DINAS KESEHATAN', 'other'),
        ('Desa Suka Maju', 'KECAMATAN WANASARI DESA SUKAMAJU', 'same'),
        ('Desa Suka Maju', 'KECAMATAN WANASARI DESA DUKUHJERUK', 'other'),
        ('Kecamatan Wanasari', 'KEPUTUSAN CAMAT BUMIJAWA', 'other'),
    ],
)
def test_words_that_many_units_share_tell_none(body: str, text: str, result: str) -> None:
    known = Bodies(()).with_names([body, 'Kecamatan Wanasari'])
    assert known.compare(body, [text]).result == result


def test_the_ppid_utama_s_documents_are_no_stranger_s() -> None:
    known = Bodies(()).with_names(['Dinas Kesehatan', 'Diskominfo'])
    office = 'KEPALA DINAS KOMUNIKASI DAN INFORMATIKA'
    assert known.compare('Dinas Kesehatan', [office]).result == 'other'
    assert known.compare('Dinas Kesehatan', [f'{office} SELAKU PPID UTAMA']).result == 'unknown'

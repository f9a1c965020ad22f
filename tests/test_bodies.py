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
    ('an unlisted body of another sort', DINKES, ['RUMAH SAKIT UMUM DAERAH MELATI'], 'unknown'),
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
    alone = bodies.of_names(['Dinas Kesehatan Kota Baru'])
    assert alone.compare('Dinas Kesehatan Kota Baru', ['PEMERINTAH KOTA BARU\nDINAS KESEHATAN']).result == 'same'
    assert alone.compare('Dinas Kesehatan Kota Baru', ['DINAS KESEHATAN KOTA LAMA SEKALI']).result == 'other'
    assert alone.compare('Dinas Pertanian', ['DINAS PERIKANAN']).result == 'unknown'
    assert alone.compare('Puskesmas Mekar', ['KEPUTUSAN BUPATI SUKAMAJU']).result == 'unknown'


def test_a_table_of_bodies_is_read_as_spreadsheets_export_it(tmp_path: Path) -> None:
    file = tmp_path / 'bodies.csv'
    file.write_bytes(b'Nama Badan Publik;Alias;Tingkat;Induk;Kategori\r\nPemkab Sukamaju;;kabupaten;;kabupaten\r\n'
                     b'"Dinas Kesehatan";"Dinkes | Diskes Sukamaju";opd;PEMERINTAH KAB. SUKAMAJU;OPD\r\n')
    known = bodies.load(file)
    assert known.items[1] == Body(DINKES, ('Dinkes', 'Diskes Sukamaju'), 'opd', 'PEMERINTAH KAB. SUKAMAJU', 'OPD')
    assert known.find('dinkes') == known.items[1]
    assert known.compare('Dinkes', ['BUPATI SUKAMAJU']).result == 'same'


@pytest.mark.parametrize(('lines', 'says'), [
    ('Dinas A,\ndinas  a,', 'sama dengan nama atau alias'),
    ('Dinas A,Dinas B', 'induk "Dinas B" dari "Dinas A" tidak ada'),
    (',Dinas B', 'nama badan publik kosong'),
])
def test_a_table_that_contradicts_itself_is_refused(tmp_path: Path, lines: str, says: str) -> None:
    file = tmp_path / 'bodies.csv'
    file.write_text(f'name,parent\n{lines}\n', encoding='utf-8')
    with pytest.raises(UsageError, match=says):
        bodies.load(file)


def test_parents_in_a_circle_end() -> None:
    circle = Bodies((Body('Dinas A', parent='Dinas B'), Body('Dinas B', parent='Dinas A')))
    assert circle.compare('Dinas A', ['DINAS B']).result == 'same'

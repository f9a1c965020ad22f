"""Several words at once: all of a set, one of it, some of it."""

from __future__ import annotations

import pytest

from tests.papers import DECREE, LIST, PROCEDURE, changed, findings, flow, printed, said, without


def test_all_three_classes_of_a_list_are_met_with_a_place_each() -> None:
    finding = findings(flow(LIST), 'dip')['klasifikasi']
    assert said(finding) == ('met', None)
    assert len(finding.places) == 3


@pytest.mark.parametrize('spelt', ['SERTA MERTA', 'SERTA-MERTA', 'SERTAMERTA', 'serta merta'])
def test_serta_merta_is_spelt_in_several_ways(spelt: str) -> None:
    assert findings(changed(LIST, ('SERTA MERTA', spelt)), 'dip')['klasifikasi'].status == 'met'


@pytest.mark.parametrize(
    ('row', 'lacking'),
    [('I. INFORMASI', 'berkala'), ('II. INFORMASI', 'serta merta'), ('III. INFORMASI', 'setiap saat')],
)
def test_a_class_that_is_not_there_is_named(row: str, lacking: str) -> None:
    finding = findings(without(LIST, row), 'dip')['klasifikasi']
    assert said(finding) == ('missing', 'kolom-kurang')
    assert finding.value == lacking
    assert finding.place is not None


def test_what_a_scan_left_of_a_class_is_for_people() -> None:
    heading = 'II. INFORMASI YANG WAJIB DIUMUMKAN SERTA MERTA'
    for left, status in (('TA MERTA', 'unsure'), ('MERTA', 'missing'), ('PETA MERTA SARI', 'missing')):
        text = changed(LIST, (heading, f'II. INFORMASI YANG WAJIB DIUMUMKAN | {left}'))
        assert findings(printed(text, source='ocr'), 'dip')['klasifikasi'].status == status
        assert findings(printed(text), 'dip')['klasifikasi'].status == 'missing'


def test_classes_named_in_a_long_sentence_satisfy_nothing() -> None:
    sentence = (
        'Sesuai Peraturan Komisi Informasi maka setiap badan publik wajib menyediakan dan mengumumkan informasi '
        'secara berkala, informasi yang diumumkan serta merta, dan informasi yang tersedia setiap saat '
        'kepada seluruh pemohon informasi publik.'
    )
    text = without(LIST, 'I. ', 'II. ', 'III. ') + sentence
    finding = findings(flow(text), 'dip')['klasifikasi']
    assert said(finding) == ('missing', 'bukan-judul')
    assert finding.candidate is not None


@pytest.mark.parametrize(
    ('name', 'service'),
    [
        ('PELAYANAN PERMOHONAN INFORMASI PUBLIK', 'permohonan'),
        ('PENANGANAN KEBERATAN ATAS INFORMASI', 'keberatan'),
        ('PENETAPAN DAN PEMUTAKHIRAN DAFTAR INFORMASI PUBLIK', 'dip'),
        ('PENGUJIAN KONSEKUENSI', 'uji-konsekuensi'),
        ('PENDOKUMENTASIAN INFORMASI PUBLIK', 'pendokumentasian'),
        ('FASILITASI SENGKETA INFORMASI', 'sengketa'),
        ('PENGUMUMAN INFORMASI PUBLIK', 'pengumuman'),
        ('PENYUSUNAN MAKLUMAT PELAYANAN', 'maklumat'),
        ('PEMUTAKHIRAN DIP', 'dip'),
        ('PENANGANAN KEBERATAN ATAS PERMOHONAN INFORMASI', 'keberatan'),
    ],
)
def test_a_procedure_s_name_tells_its_service(name: str, service: str) -> None:
    finding = findings(printed(changed(PROCEDURE, ('PELAYANAN PERMOHONAN INFORMASI PUBLIK', name))), 'sop')['layanan']
    assert said(finding) == ('met', None)
    assert finding.value == service


@pytest.mark.parametrize('name', ['PENGADAAN BARANG DAN JASA', 'PENYUSUNAN DIPA', 'CUTI PEGAWAI'])
def test_a_procedure_for_something_else_serves_no_information(name: str) -> None:
    finding = findings(printed(changed(PROCEDURE, ('PELAYANAN PERMOHONAN INFORMASI PUBLIK', name))), 'sop')['layanan']
    assert finding.status == 'missing'


def test_roles_are_met_from_two_on_and_named() -> None:
    finding = findings(flow(DECREE), 'sk-ppid')['peran']
    assert said(finding) == ('met', None)
    assert finding.value == 'atasan PPID, PPID Pelaksana, bidang atau petugas'
    assert len(finding.places) == 3


def test_one_role_alone_is_too_few() -> None:
    alone = without(DECREE, '2     Laras', '3     Bagas')
    finding = findings(flow(alone), 'sk-ppid')['peran']
    assert said(finding) == ('missing', 'kolom-kurang')
    assert finding.place is not None


def test_a_role_inside_another_role_s_name_counts_once() -> None:
    one = changed(without(DECREE, '2     Laras', '3     Bagas'), ('Atasan PPID', 'Atasan PPID Pelaksana'))
    finding = findings(flow(one), 'sk-ppid')['peran']
    assert said(finding) == ('missing', 'kolom-kurang')


def test_roles_of_the_finance_officer_are_not_roles_of_the_information_officer() -> None:
    finance = changed(
        DECREE,
        ('Atasan PPID', 'Atasan PPKD'),
        ('PPID Pelaksana\n3', 'PPKD Pelaksana\n3'),
        ('Bidang Layanan Informasi', 'Bidang Anggaran'),
    )
    finding = findings(flow(finance), 'sk-ppid')['peran']
    assert finding.status == 'missing'

"""What stands at the head: letterhead, title, subject, the body's name."""

from __future__ import annotations

import pytest

from checker.model import Mark
from tests.papers import DECREE, LIST, changed, findings, forced, printed, said, without

SUBJECT = 'PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA'
BODY = 'DINAS PERHUBUNGAN KABUPATEN SUKAMAJU'


def test_the_letterhead_is_the_issuer_above_the_title() -> None:
    finding = findings(DECREE, 'sk-ppid')['kop']
    assert said(finding) == ('met', None)
    assert finding.place is not None
    assert finding.place.text == 'PEMERINTAH KABUPATEN SUKAMAJU'


def test_a_decree_without_letterhead_misses_it() -> None:
    bare = without(DECREE, 'PEMERINTAH', 'DINAS KESEHATAN', 'Jalan')
    assert findings(bare, 'sk-ppid')['kop'].status == 'missing'


def test_a_letterhead_that_is_a_picture_is_unsure() -> None:
    bare = without(DECREE, 'PEMERINTAH', 'DINAS KESEHATAN', 'Jalan')
    finding = findings(printed(bare, marks=(Mark('picture', (40.0, 10.0, 500.0, 45.0)),)), 'sk-ppid')['kop']
    assert said(finding) == ('unsure', 'hanya-gambar')
    assert finding.place is not None
    assert finding.place.box == (40.0, 10.0, 500.0, 45.0)


def test_the_title_is_found_with_its_words() -> None:
    finding = findings(DECREE, 'sk-ppid')['judul']
    assert finding.value == 'KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN SUKAMAJU'


def test_the_annex_s_line_of_the_decree_is_no_title() -> None:
    beheaded = without(DECREE.split('---\n')[0], 'KEPUTUSAN KEPALA', 'NOMOR') + '---\n' + DECREE.split('---\n')[1]
    finding = forced(beheaded, 'sk-ppid')['judul']
    assert finding.status == 'missing'


@pytest.mark.parametrize(
    'subject',
    [
        SUBJECT,
        'PEMBENTUKAN PPID PELAKSANA',
        'PENUNJUKAN PENGELOLA LAYANAN INFORMASI DAN DOKUMENTASI',
        'PENETAPAN TIM PENGELOLA INFORMASI DAN DOKUMENTASI',
    ],
)
def test_a_subject_that_names_the_information_officer_is_met(subject: str) -> None:
    finding = findings(changed(DECREE, (SUBJECT, subject)), 'sk-ppid')['tentang']
    assert said(finding) == ('met', None)
    assert subject in finding.value


@pytest.mark.parametrize(
    'subject',
    [
        'PENETAPAN PEJABAT PENGELOLA KEUANGAN DAERAH (PPKD)',
        'PENUNJUKAN PPTK DAN BENDAHARA',
        'PEMBENTUKAN TIM ADIWIYATA',
    ],
)
def test_a_subject_about_something_else_is_not(subject: str) -> None:
    assert forced(changed(DECREE, (SUBJECT, subject)), 'sk-ppid')['tentang'].status == 'missing'


def test_a_subject_of_dots_is_a_placeholder_where_it_stands() -> None:
    dots = changed(without(DECREE, 'PADA DINAS'), (SUBJECT, '........................'))
    finding = forced(dots, 'sk-ppid')['tentang']
    assert said(finding) == ('missing', 'placeholder')
    assert finding.place is not None


def test_a_subject_left_open_is_missing_at_its_label() -> None:
    finding = forced(without(DECREE, SUBJECT, 'PADA DINAS'), 'sk-ppid')['tentang']
    assert said(finding) == ('missing', 'label-kosong')
    assert finding.place is not None
    assert finding.place.text == 'TENTANG'


def test_a_subject_wraps_over_several_lines() -> None:
    wrapped = changed(DECREE, (SUBJECT, 'PENETAPAN PEJABAT PENGELOLA INFORMASI\nDAN DOKUMENTASI PELAKSANA'))
    assert findings(printed(wrapped), 'sk-ppid')['tentang'].status == 'met'


@pytest.mark.parametrize(
    ('title', 'status'),
    [
        ('DAFTAR INFORMASI PUBLIK', 'met'),
        ('DAFTAR INFORMASI DAN DOKUMENTASI PUBLIK', 'met'),
        ('Daftar Informasi Publik', 'met'),
        ('DAFTAR INVENTARIS BARANG', 'missing'),
    ],
)
def test_the_title_of_a_list(title: str, status: str) -> None:
    assert forced(changed(LIST, ('DAFTAR INFORMASI PUBLIK', title)), 'dip')['judul'].status == status


def test_a_title_in_a_sentence_is_none() -> None:
    finding = forced(
        changed(LIST, ('DAFTAR INFORMASI PUBLIK', 'Bersama ini kami sampaikan daftar informasi publik kantor kami.')),
        'dip',
    )['judul']
    assert said(finding) == ('missing', 'bukan-judul')
    assert finding.candidate is not None


def test_the_body_stands_in_the_title() -> None:
    finding = findings(LIST, 'dip')['badan-publik']
    assert said(finding) == ('met', None)
    assert finding.value == BODY


@pytest.mark.parametrize(
    'label',
    ['Nama Badan Publik : Dinas Perhubungan', 'OPD : DINAS PERHUBUNGAN', 'Unit Kerja      :      Kecamatan Sukajaya'],
)
def test_the_body_stands_after_a_label(label: str) -> None:
    assert findings(changed(LIST, (BODY, label)), 'dip')['badan-publik'].status == 'met'


@pytest.mark.parametrize(
    ('label', 'reason'), [('Nama Badan Publik :', 'label-kosong'), ('Nama Badan Publik : ...........', 'placeholder')]
)
def test_a_body_s_label_left_open_is_missing_at_the_label(label: str, reason: str) -> None:
    finding = findings(changed(LIST, (BODY, label), ('KEPALA DINAS PERHUBUNGAN', 'KEPALA')), 'dip')['badan-publik']
    assert said(finding) == ('missing', reason)
    assert finding.place is not None


def test_the_bodies_in_the_table_are_not_the_list_s_own() -> None:
    nameless = without(LIST, BODY)
    assert findings(nameless, 'dip')['badan-publik'].status == 'missing'

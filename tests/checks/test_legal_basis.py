"""Laws told by number and year, which are exact, and by their gazette number where words are damaged."""

from __future__ import annotations

import re

import pytest

from checker.model import Finding
from tests.papers import DECREE, changed, findings, flow, printed, rules, said

LAW = 'Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik'
PERKI = 'Peraturan Komisi Informasi Nomor 1 Tahun 2021'


def law(written: str, *, source: str = 'flow') -> Finding:
    text = changed(DECREE, (LAW, written))
    return findings(flow(text) if source == 'flow' else printed(text, source='ocr'), 'sk-ppid')['uu-kip']


@pytest.mark.parametrize(
    'written',
    [
        LAW,
        'Undang-Undang Republik Indonesia Nomor 14 Tahun 2008',
        'UU No. 14 Tahun 2008 tentang KIP',
        'Undang – Undang Nomor 14 Tahun 2008',
        'UU 14/2008',
        'UU No. 14 Th. 2008',
        'UU RI Nomor 14 Tahun 2008',
        'Undang-undang Nomor 14/2008',
        'UU Nomor 25 Tahun 2009 dan UU Nomor 14 Thn 2008',
        'Undang-Undang Keterbukaan Informasi Publik (TLN Nomor 4846)',
        'Undang-Undang Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 61)',
        'Undang-Undang tentang KIP (LN RI Tahun 2008 No. 61)',
        'Undang-undang Keterbukaan Informasi Publik (Tambahan Lembaran Negara Republik Indonesia Nomor 4846)',
    ],
)
def test_the_law_is_cited_in_several_ways(written: str) -> None:
    finding = law(written)
    assert said(finding) == ('met', None)
    assert finding.value == 'uu-14-2008'
    assert finding.place is not None


@pytest.mark.parametrize(
    'written',
    [
        'Undang-Undang Nomor 114 Tahun 2008',
        'Undang-Undang Nomor 14 Tahun 2018',
        'Undang-Undang Nomor 1 Tahun 2008',
        'Peraturan Pemerintah Nomor 14 Tahun 2008',
        'Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008',
        'Undang-Undang Keterbukaan Informasi Publik',
        'Keputusan Nomor 4846 Tahun 2019',
        'Undang-Undang Nomor 25 Tahun 2009; Peraturan Bupati Nomor 14 Tahun 2008',
        'Undang-Undang Nomor 25 Tahun 2009 dan Peraturan Bupati Nomor 14 Tahun 2008',
        'Undang-Undang Nomor 14 Tahun 2004',
        'Peraturan Pemerintah Pengganti Undang-Undang Nomor 14 Tahun 2008',
        'Peraturan Daerah (Lembaran Daerah Tahun 2008 Nomor 61)',
        'Undang-Undang ITE (Lembaran Negara Tahun 2008 Nomor 58, Tambahan Lembaran Negara Nomor 4843)',
        'Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008 (TLN 4846)',
    ],
)
def test_other_numbers_years_and_titles_are_not_the_law(written: str) -> None:
    assert law(written).status == 'missing'


@pytest.mark.parametrize(
    'written',
    [
        'Undang-Undang Nomor l4 Tahun 2OO8',
        'Undang-Undang Nomor 14 Tahun ZO08',
        'Undang-Undang Nomor 14 Tahtm 2008',
        'Undanq-Undang Nomor 14 Tahun 2008',
        'Undang-Undang Nornor 14 Tahun 2008',
        'Undnag Undnag Nomcr L4 Tahuu 20_8 (Tambahan Lembaran Negaia Republik Indonesia Nomor 4846)',
        'Undnag Undnag Nomcr L4 Tahuu 20_8 (Lembaran Negara Republik lndonesia Tahun 2OO8 Nomor 6l)',
    ],
)
def test_a_scan_s_letters_for_digits_are_turned_back(written: str) -> None:
    assert law(written, source='ocr').status == 'met'


@pytest.mark.parametrize('number', ['Nomor 14 Tahun 2018', 'Nomor 19 Tahun 2008'])
def test_a_digit_that_may_be_misread_is_for_a_person_to_see(number: str) -> None:
    written = f'Undang-Undang {number} tentang Keterbukaan Informasi Publik'
    assert said(law(written, source='ocr')) == ('unsure', 'kata-rusak')
    assert law(written).status == 'missing'


def test_a_number_far_from_the_law_s_is_another_law_on_a_scan_too() -> None:
    written = 'Undang-Undang Nomor 25 Tahun 2009 tentang Keterbukaan Informasi Publik'
    assert law(written, source='ocr').status == 'missing'


def test_the_law_outside_the_legal_basis_is_only_mentioned() -> None:
    elsewhere = changed(
        DECREE,
        (LAW, 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'),
        ('bahwa untuk memberikan', 'bahwa sesuai Undang-Undang Nomor 14 Tahun 2008 untuk memberikan'),
    )
    finding = findings(flow(elsewhere), 'sk-ppid')['uu-kip']
    assert said(finding) == ('unsure', 'bukan-judul')
    assert finding.place is not None
    assert finding.candidate is not None


def current(*written: str, period: int = 2025) -> Finding:
    text = changed(DECREE, (PERKI, '; '.join(written)))
    return findings(flow(text), 'sk-ppid', period)['dasar-hukum-mutakhir']


@pytest.mark.parametrize(
    ('written', 'stale'),
    [
        ('Peraturan Komisi Informasi Nomor 1 Tahun 2010', 'perki-1-2010'),
        ('Peraturan KI Pusat No. 1 Tahun 2010', 'perki-1-2010'),
        ('Permendagri 35/2010', 'permendagri-35-2010'),
        ('Peraturan Menteri Dalam Negeri Nomor 35 Tahun 2010', 'permendagri-35-2010'),
        ('Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2009 tentang Tata Naskah Dinas', 'permendagri-54-2009'),
        ('Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah', 'uu-32-2004'),
        (
            'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia '
            'Nomor 36 Tahun 2012',
            'permenpanrb-36-2012',
        ),
    ],
)
def test_a_replaced_rule_alone_is_advice(written: str, stale: str) -> None:
    finding = current(written)
    assert said(finding) == ('unsure', 'dasar-hukum-usang')
    assert (finding.value, finding.required) == (stale, False)


@pytest.mark.parametrize(
    'written',
    [
        ('Peraturan Komisi Informasi Nomor 1 Tahun 2010', PERKI),
        ('Undang-Undang Nomor 22 Tahun 1999', 'Undang-Undang Nomor 23 Tahun 2014'),
        (
            'Undang-Undang Nomor 32 Tahun 2004',
            'Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014',
        ),
        ('Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik',),
        ('Peraturan Bupati Nomor 35 Tahun 2010',),
        ('Peraturan Bupati Nomor 3 Tahun 2022',),
    ],
)
def test_beside_its_successor_or_amended_or_of_another_office_nothing_is_stale(written: tuple[str, ...]) -> None:
    assert current(*written).status == 'met'


def test_a_rule_is_not_stale_before_its_successor_came() -> None:
    assert current('Peraturan Komisi Informasi Nomor 1 Tahun 2010', period=2020).status == 'met'


def test_every_packaged_law_can_be_told() -> None:
    laws = rules().laws
    for law in laws.values():
        assert law.number.isdigit(), law.id
        assert len(law.year) == 4, law.id
        assert all(re.fullmatch(r'TLN \d{4}|[LB]N \d{4}/\d+', key) for key in law.gazette), law.id
        assert law.replaced_by is None or int(laws[law.replaced_by].year) > int(law.year), law.id
    keys = [key for law in laws.values() for key in law.gazette]
    assert len(keys) == len(set(keys))

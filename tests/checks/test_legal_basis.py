"""Laws told by number and year, which are exact, and by their gazette number where words are damaged."""

from __future__ import annotations

import pytest

from checker.model import Finding
from tests.papers import DECREE, changed, findings, flow, printed, said

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
    ],
)
def test_other_numbers_years_and_titles_are_not_the_law(written: str) -> None:
    assert law(written).status == 'missing'


@pytest.mark.parametrize(
    'written',
    ['Undang-Undang Nomor l4 Tahun 2OO8', 'Undanq-Undang Nomor 14 Tahun 2008', 'Undang-Undang Nornor 14 Tahun 2008'],
)
def test_a_scan_s_letters_for_digits_are_turned_back(written: str) -> None:
    assert law(written, source='ocr').status == 'met'


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


def test_a_replaced_rule_alone_is_advice() -> None:
    finding = findings(flow(changed(DECREE, (PERKI, 'Peraturan Komisi Informasi Nomor 1 Tahun 2010'))), 'sk-ppid')[
        'dasar-hukum-mutakhir'
    ]
    assert said(finding) == ('unsure', 'dasar-hukum-usang')
    assert (finding.value, finding.required) == ('perki-1-2010', False)


def test_a_replaced_rule_beside_the_new_one_is_no_trouble() -> None:
    both = changed(DECREE, (PERKI, f'Peraturan Komisi Informasi Nomor 1 Tahun 2010; {PERKI}'))
    assert findings(flow(both), 'sk-ppid')['dasar-hukum-mutakhir'].status == 'met'


def test_a_basis_without_any_known_rule_is_not_stale() -> None:
    other = changed(DECREE, (PERKI, 'Peraturan Bupati Nomor 3 Tahun 2022'))
    assert findings(flow(other), 'sk-ppid')['dasar-hukum-mutakhir'].status == 'met'


def test_the_ministry_s_old_rule_is_stale_too() -> None:
    stale = changed(DECREE, (PERKI, 'Peraturan Menteri Dalam Negeri Nomor 35 Tahun 2010'))
    assert findings(flow(stale), 'sk-ppid')['dasar-hukum-mutakhir'].value == 'permendagri-35-2010'

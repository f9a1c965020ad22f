"""Place and date of a decree; the year of a document against the period."""

from __future__ import annotations

import pytest

from checker.checks.date import judge_year
from checker.model import Finding, Place
from tests.papers import DECREE, LIST, PERIOD, PROCEDURE, changed, findings, flow, printed, said, without

AT, ON = 'Ditetapkan di Sukamaju', 'pada tanggal 14 Januari 2025'
HERE = Place(1, (0.0, 0.0, 1.0, 1.0), None, 'x')


def closing(at: str, on: str, *, source: str = 'flow') -> dict[str, Finding]:
    pair = f'{AT}\n                                        {ON}'
    text = changed(DECREE, (pair, f'{at}\n                                        {on}'))
    return findings(
        flow(text) if source == 'flow' else printed(text, source='ocr' if source == 'ocr' else 'text'), 'sk-ppid'
    )


@pytest.mark.parametrize(('at', 'on'), [
    (AT, ON),
    ('Ditetapkan di : Sukamaju', 'pada tanggal : 14-01-2025'),
    ('DITETAPKAN DI SUKAMAJU', 'PADA TANGGAL 14 JANUARI 2025'),
    ('Dikeluarkan di Sukamaju', 'Tanggal 14 Januari 2025'),
    (f'{AT}, {ON}', ''),
    ('Sukamaju, 14 Januari 2025', ''),
    ('Ditetapkan di      :      Sukamaju', 'Pada tanggal      :      14 Januari 2025'),
])  # fmt: skip
@pytest.mark.parametrize('source', ['flow', 'text'])
def test_place_and_date_filled_in_are_met(at: str, on: str, source: str) -> None:
    finding = closing(at, on, source=source)['tempat-tanggal']
    assert said(finding) == ('met', None)
    assert finding.value == '2025-01-14'
    assert finding.place is not None


@pytest.mark.parametrize(('on', 'outcome'), [
    ('pada tanggal', ('missing', 'label-kosong')),
    ('pada tanggal :', ('missing', 'label-kosong')),
    ('pada tanggal ..............', ('missing', 'placeholder')),
    ('pada tanggal      Januari 2025', ('unsure', 'terisi-sebagian')),
    ('pada tanggal .... Januari 2025', ('unsure', 'terisi-sebagian')),
    ('pada tanggal 14 Januari', ('unsure', 'terisi-sebagian')),
    ('pada tanggal 2025', ('unsure', 'terisi-sebagian')),
])  # fmt: skip
def test_a_date_left_open_has_the_place_of_its_label(on: str, outcome: tuple[str, str]) -> None:
    finding = closing(AT, on)['tempat-tanggal']
    assert said(finding) == outcome
    assert finding.place is not None


def test_a_place_without_any_date_is_missing_also_where_the_annex_has_one() -> None:
    assert closing(AT, '')['tempat-tanggal'].status == 'missing'


def test_a_decree_without_place_and_date_is_missing_them() -> None:
    finding = findings(without(DECREE, AT, ON), 'sk-ppid')['tempat-tanggal']
    assert (finding.status, finding.place) == ('missing', None)


def test_the_clause_of_coming_into_force_is_no_date_of_the_decree() -> None:
    gone = without(DECREE, AT, ON)
    assert 'pada tanggal ditetapkan' in gone
    assert findings(gone, 'sk-ppid')['tempat-tanggal'].status == 'missing'


def test_digits_misread_on_a_scan_are_read() -> None:
    assert closing(AT, 'pada tanggal l4 Januari 2O25', source='ocr')['tempat-tanggal'].value == '2025-01-14'


@pytest.mark.parametrize(
    ('year', 'outcome'),
    [('2025', ('met', None)), ('2024', ('unsure', 'tahun-lama')), ('2026', ('unsure', 'tahun-lain'))],
)
def test_a_decree_of_an_earlier_year_may_still_be_in_force(year: str, outcome: tuple[str, str | None]) -> None:
    finding = closing(AT, f'pada tanggal 14 Januari {year}')['tahun']
    assert said(finding) == outcome
    assert finding.value == int(year)


def test_a_decree_s_year_is_its_date_s_before_its_number_s() -> None:
    assert closing(AT, 'pada tanggal 30 Desember 2024')['tahun'].value == 2024
    assert closing(AT, 'pada tanggal')['tahun'].value == 2025


def test_years_of_laws_are_not_the_document_s() -> None:
    bare = changed(without(DECREE, AT, ON), ('800/12/DINKES/2025', '800/12/DINKES'))
    assert findings(bare, 'sk-ppid')['tahun'].status == 'missing'


@pytest.mark.parametrize(
    ('title', 'outcome'),
    [
        ('TAHUN 2025', ('met', None)),
        ('TAHUN 2024', ('missing', 'tahun-lain')),
        ('TAHUN 2026', ('missing', 'tahun-lain')),
    ],
)
def test_a_list_of_another_year_is_the_wrong_list(title: str, outcome: tuple[str, str | None]) -> None:
    finding = findings(changed(LIST, ('TAHUN 2025', title)), 'dip')['tahun']
    assert said(finding) == outcome
    assert finding.place is not None


def test_a_list_without_a_year_in_its_title_has_that_of_its_signing() -> None:
    assert findings(without(LIST, 'TAHUN'), 'dip')['tahun'].value == 2025


@pytest.mark.parametrize(('year', 'outcome'), [
    (2025, ('met', None)), (2024, ('met', None)), (2020, ('met', None)),
    (2019, ('unsure', 'tahun-lama')), (2026, ('unsure', 'tahun-lain')),
])  # fmt: skip
def test_a_procedure_is_good_for_five_years(year: int, outcome: tuple[str, str | None]) -> None:
    finding = findings(printed(changed(PROCEDURE, ('1 April 2024', f'1 April {year}'))), 'sop')['tahun']
    assert said(finding) == outcome
    assert not finding.required


def test_a_report_is_about_the_year_before() -> None:
    assert judge_year(PERIOD - 1, PERIOD, 'report', HERE).status == 'met'
    assert judge_year(PERIOD, PERIOD, 'report', HERE).reason == 'tahun-lain'


@pytest.mark.parametrize('rule', ['decree', 'list', 'sop', 'report'])
def test_every_year_gets_a_value_and_a_reason_unless_it_is_right(rule: str) -> None:
    for year in range(PERIOD - 9, PERIOD + 4):
        outcome = judge_year(year, PERIOD, rule, HERE)
        assert outcome.value == year
        assert (outcome.status == 'met') == (outcome.reason is None)
        assert outcome.place == HERE

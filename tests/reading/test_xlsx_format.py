"""Numbers and dates as a spreadsheet in Indonesia shows them."""

from __future__ import annotations

import pytest

from checker.reading.xlsx_format import displayed, displayed_text

DAY = 45684.0
"""27 January 2025."""


@pytest.mark.parametrize(('value', 'code', 'shown'), [
    (5.0, 'General', '5'), (0.1 + 0.2, 'General', '0,3'), (-3, 'General', '-3'), (1e20, 'General', '1E+20'),
    (196805121990031002, 'General', '1,96805E+17'), (196805121990031002, '0', '196805121990031000'),
    (196805121990031, '00000000 000000 0', '19680512 199003 1'), (7, '000', '007'), (1, '0"."', '1.'),
    (2025, '"Tahun "0', 'Tahun 2025'), (0.25, '0%', '25%'), (0.256, '0.00%', '25,60%'),
    (1234567.5, '#,##0.00', '1.234.567,50'), (1500000, '[$Rp-421]#,##0', 'Rp1.500.000'), (-5, '0;(0)', '(5)'),
    (0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', '-'), (3, ';;;', ''), (0, '0;-0;;@', ''), (12, '0.0E+00', '12'),
    (2, '[Red][>1]0_)', '2'), (float('inf'), '0', ''), (1.5, '# ?/?', '1,5')])
def test_numbers(value: float, code: str, shown: str) -> None:
    assert displayed(value, code) == shown


@pytest.mark.parametrize(('value', 'code', 'shown'), [
    (DAY, 'dd/mm/yyyy', '27/01/2025'), (DAY, 'dd-mmm-yy', '27-Jan-25'), (DAY, 'yyyy-mm-dd', '2025-01-27'),
    (DAY, '[$-421]dd mmmm yyyy', '27 Januari 2025'), (DAY, 'dddd, d mmmm yyyy;@', 'Senin, 27 Januari 2025'),
    (DAY + 0.75, 'dd/mm/yyyy h:mm AM/PM', '27/01/2025 6:00 PM'), (0.5, 'hh:mm', '12:00'), (1.25, '[h]:mm', '30:00'),
    (3723 / 86400, 'mm:ss', '02:03'), (1, 'dd/mm/yyyy', '01/01/1900'), (61, 'dd/mm/yyyy', '01/03/1900')])
def test_dates(value: float, code: str, shown: str) -> None:
    assert displayed(value, code) == shown


@pytest.mark.parametrize(('code', 'shown'), [
    ('m/d/yyyy', '27/1/2025'), ('mm-dd-yy', '27-01-25'), ('mmmm d, yyyy', '27 Januari 2025')])
def test_a_month_never_stands_before_its_day(code: str, shown: str) -> None:
    assert displayed(DAY, code) == shown


def test_days_since_1904() -> None:
    assert displayed(DAY - 1462, 'dd/mm/yyyy', since_1904=True) == '27/01/2025'


def test_a_number_that_is_no_day_stays_a_number() -> None:
    assert displayed(99_999_999, 'dd/mm/yyyy') == '99999999'
    assert displayed(-1, 'dd/mm/yyyy') == '-1'


@pytest.mark.parametrize(('code', 'shown'), [
    ('General', 'Budi'), ('@', 'Budi'), ('"NIP. "@', 'NIP. Budi'), ('0;0;0;', ''), ('0;-0;0', 'Budi')])
def test_words(code: str, shown: str) -> None:
    assert displayed_text('Budi', code) == shown

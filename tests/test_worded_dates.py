"""Dates in words: every piece is read as it stands, and what is left open stays open."""

from __future__ import annotations

import pytest

from checker.worded_dates import find_worded_date, value_of_words


@pytest.mark.parametrize(('words', 'number'), [
    ('satu', 1), ('sepuluh', 10), ('sebelas', 11), ('tiga belas', 13), ('sembilan belas', 19), ('dua puluh', 20),
    ('dua puluh sembilan', 29), ('tiga puluh satu', 31), ('dua ribu', 2000), ('dua ribu sepuluh', 2010),
    ('dua ribu dua puluh lima', 2025), ('seribu sembilan ratus sembilan puluh delapan', 1998),
])  # fmt: skip
def test_number_words_add_up(words: str, number: int) -> None:
    assert value_of_words(words.split()) == number


@pytest.mark.parametrize(('text', 'iso'), [
    ('ini Senin tanggal tiga bulan Februari tahun dua ribu dua puluh lima bertempat', '2025-02-03'),
    ('Rabu tanggal Dua Puluh Sembilan Bulan Januari Tahun Dua Ribu Dua Puluh Lima', '2025-01-29'),
    ('Kamis, tanggal tiga belas Maret tahun duaribu duapuluh lima', '2025-03-13'),
    ('Senin tanggal 3 bulan Februari tahun 2025', '2025-02-03'),
    ('Selasa tanggal sebelas (11) bulan Nopember tahun 2024', '2024-11-11'),
    ('tanggal tiga puluh satu Desember 2024', '2024-12-31'),
])  # fmt: skip
def test_a_whole_date_in_words_digits_or_both(text: str, iso: str) -> None:
    read = find_worded_date(text)
    assert read is not None and read.complete
    assert read.iso == iso
    assert text[read.start :].startswith('tanggal')


@pytest.mark.parametrize(('text', 'pieces'), [
    ('tanggal ....... bulan Februari tahun dua ribu dua puluh lima', (2025, 2, None)),
    ('tanggal tiga bulan ....... tahun dua ribu dua puluh lima', (2025, None, 3)),
    ('tanggal tiga bulan Februari tahun dua ribu dua puluh .......', (None, 2, 3)),
    ('tanggal tiga bulan Februari tahun ................', (None, 2, 3)),
    ('tanggal empat puluh bulan Februari tahun 2025', (2025, 2, None)),
])  # fmt: skip
def test_pieces_that_are_left_open_are_never_guessed(text: str, pieces: tuple[int | None, ...]) -> None:
    read = find_worded_date(text)
    assert read is not None and (read.year, read.month, read.day) == pieces


@pytest.mark.parametrize('text', ['', 'tanggal ..... bulan ..... tahun .....', 'tiga Februari 2025', 'pada hari Senin'])
def test_nothing_is_no_date(text: str) -> None:
    assert find_worded_date(text) is None


def test_one_wrong_letter_in_a_word_is_read_on_a_scan_alone() -> None:
    text = 'tanggai tlga bulan Februari tahun dua ribu dua pu1uh lima'
    read = find_worded_date(text, ocr=True)
    assert read is not None and read.iso == '2025-02-03'
    typed = find_worded_date(text)
    assert typed is None or not typed.complete

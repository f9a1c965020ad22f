"""Words squashed for fuzzy search; dates, years, NIP and placeholders read exactly."""

from __future__ import annotations

import random
import string

import pytest

from checker.text import (
    exact_tokens,
    find_dates,
    find_nip,
    find_years,
    has_gap,
    is_placeholder,
    month_number,
    repair_digits,
    repaired,
    squash,
    uppercase_share,
)

ALPHABET = string.ascii_letters + string.digits + ' \n.,:;/-()éÉ–“”…0Ol|I' + 'rnRN'
MONTH_NAMES = (
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
)


def some_texts(count: int = 200) -> list[str]:
    chance = random.Random(7)
    return [''.join(chance.choices(ALPHABET, k=chance.randint(0, 60))) for _ in range(count)]


def test_squashing_keeps_letters_and_digits_in_lower_case() -> None:
    assert squash('M E M U T U S K A N :').text == squash('Memutuskan').text == 'memutuskan'
    assert squash('188.45/12-É').text == '18845' + '12' + 'é'


def test_every_squashed_letter_knows_where_it_stood() -> None:
    for text in some_texts():
        squashed = squash(text)
        assert [text[i].lower() for i in squashed.index] == list(squashed.text)
        assert sorted(set(squashed.index.tolist())) == squashed.index.tolist()


def test_folding_shortens_nothing_but_rn_and_keeps_the_index_in_step() -> None:
    for text in some_texts():
        folded, plain = squash(text, fold=True), squash(text)
        assert len(folded.text) == len(folded.index)
        assert set(folded.index.tolist()) <= set(plain.index.tolist()) | {i for i, c in enumerate(text) if c == '|'}
        assert squash(folded.text, fold=True).text.replace('m', '') == folded.text.replace('m', '')


@pytest.mark.parametrize(
    ('scanned', 'printed'),
    [
        ('Menirnbang', 'Menimbang'),
        ('KEPUTU5AN', 'KEPUTU5AN'),
        ('PubIik', 'Publik'),
        ('N0M0R', 'NOMOR'),
        ('PasaI', 'Pasal'),
        ('lnformasi', 'Informasi'),
    ],
)
def test_letters_that_scanners_confuse_fold_together(scanned: str, printed: str) -> None:
    assert squash(scanned, fold=True).text == squash(printed, fold=True).text


def test_without_folding_confused_letters_differ() -> None:
    assert squash('Menirnbang').text != squash('Menimbang').text


@pytest.mark.parametrize(
    ('phrase', 'tokens'),
    [
        ('PPID', ('ppid',)),
        ('Daftar Informasi Publik', ()),
        ('DIP', ('dip',)),
        ('KEPUTUSAN', ()),
        ('tidak dikenakan', ('tidak',)),
        ('UU 14', ('uu', '14')),
        ('Atasan PPID', ('ppid',)),
    ],
)
def test_acronyms_numbers_and_negations_must_stand_exactly(phrase: str, tokens: tuple[str, ...]) -> None:
    assert exact_tokens(phrase) == tokens


def test_dates_come_back_as_they_were_written() -> None:
    chance = random.Random(3)
    for _ in range(200):
        year, month, day = chance.randint(1990, 2040), chance.randint(1, 12), chance.randint(1, 28)
        written = chance.choice(
            [
                f'{day} {MONTH_NAMES[month - 1]} {year}',
                f'{day:02d} {MONTH_NAMES[month - 1].upper()} {year}',
                f'{day}-{month}-{year}',
                f'{day:02d}/{month:02d}/{year}',
                f'{day:02d}.{month:02d}.{year}',
                f'tanggal {day} bulan {MONTH_NAMES[month - 1]} tahun {year}',
            ]
        )
        read = find_dates(f'pada tanggal {written} di Sukamaju')
        assert [d.iso for d in read if d.complete] == [f'{year:04d}-{month:02d}-{day:02d}'], written


def test_a_date_says_where_it_stands() -> None:
    text = 'Sukamaju, 3 Maret 2025'
    read = find_dates(text)[0]
    assert text[read.start : read.end] == '3 Maret 2025'


@pytest.mark.parametrize(
    ('text', 'pieces'),
    [
        ('     Januari 2022', (2022, 1, None)),
        ('12 Maret', (None, 3, 12)),
        ('Nopember 2024', (2024, 11, None)),
        ('... Pebruari 2025', (2025, 2, None)),
    ],
)
def test_a_date_without_all_its_pieces_is_not_complete(
    text: str, pieces: tuple[int | None, int | None, int | None]
) -> None:
    read = find_dates(text)[0]
    assert (read.year, read.month, read.day) == pieces
    assert not read.complete


@pytest.mark.parametrize(
    'text', ['45 Tahun 2024', 'Nomor 14 Tahun 2008', '31/13/2025', '', 'Bagian 2 Pasal 12', '188.45/12/2025']
)
def test_numbers_that_are_no_date_give_none(text: str) -> None:
    assert find_dates(text) == []


def test_digits_misread_on_a_scan_are_turned_back_only_there() -> None:
    assert find_dates('l4 Januari 2O25', ocr=True)[0].iso == '2025-01-14'
    assert not any(d.complete for d in find_dates('l4 Januari 2O25'))
    assert find_years('TAHUN 2O25', ocr=True) == [2025]
    assert find_years('TAHUN 2O25') == []


@pytest.mark.parametrize(
    ('word', 'number'),
    [
        ('Agustus', 8),
        ('agt', 8),
        ('Nopember', 11),
        ('Pebruari', 2),
        ('Septenber', 9),
        ('Desembcr', 12),
        ('Mei', 5),
        ('Moi', None),
        ('Maju', None),
        ('Tahun', None),
        ('Nomor', None),
        ('2025', None),
    ],
)
def test_a_month_may_have_one_wrong_letter(word: str, number: int | None) -> None:
    assert month_number(word) == number


@pytest.mark.parametrize(('token', 'read'), [('2O25', '2025'), ('Ol', 'Ol'), ('SB', 'SB'), ('1l', '11'), ('', '')])
def test_only_a_token_that_is_mostly_digits_is_repaired(token: str, read: str) -> None:
    assert repair_digits(token) == read


def test_words_are_not_turned_into_numbers() -> None:
    assert repaired('SOSIALISASI BOS dan OSIS') == 'SOSIALISASI BOS dan OSIS'


def test_years_are_whole_numbers_of_this_or_the_last_century() -> None:
    assert find_years('TAHUN 2025, nomor 12025, kode 20251, tahun 1999 dan 2100') == [2025, 1999]
    assert find_years('9.2025') == []


@pytest.mark.parametrize(
    ('line', 'digits'),
    [
        ('NIP. 19750101 200003 1 002', '197501012000031002'),
        ('NIP : 197501012000031002', '197501012000031002'),
        ('N I P. 19750101.200003.1.002', '197501012000031002'),
        ('NIP 1975O101 200003 l 002', '197501012000031002'),
        ('NIPPPK. 19900101 202321 1 001', '199001012023211001'),
        ('19750101 200003 1 002', '197501012000031002'),
        ('NIP. 19750101 200003 1 02', '19750101200003102'),
        ('NIP. 131 234 567', '131234567'),
    ],
)
def test_a_nip_is_read_with_all_its_digits(line: str, digits: str) -> None:
    read = find_nip(line)
    assert read is not None
    assert read.digits == digits


def test_a_nip_without_number_is_a_label_alone() -> None:
    for line in ('NIP.', 'NIP. ..................', 'NIP :'):
        read = find_nip(line)
        assert read is not None
        assert read.digits == '', line


@pytest.mark.parametrize(
    'line', ['manipulasi data', 'Sukamaju, 14 Januari 2025', 'Nomor 800/12/2025', 'Telepon 0271 123456']
)
def test_other_words_and_numbers_are_no_nip(line: str) -> None:
    assert find_nip(line) is None


@pytest.mark.parametrize(
    'value',
    [
        '......',
        '…………',
        '. . . . . .',
        '______',
        '${nomor}',
        '{{ nomor }}',
        '[nama]',
        '<NAMA>',
        '«nomor»',
        'XXX',
        'xxxx',
        '...../...../.....',
        '',
        ' : ',
        '(...................)',
        '..../..../',
    ],
)
def test_what_stands_for_a_value_is_a_placeholder(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize(
    'value', ['800/12/2025', '14 Januari 2025', 'Tirta Wibawa', '12', 'KEP-01/PPID/2025', 'XXI/2025', 'Max']
)
def test_what_is_a_value_is_no_placeholder(value: str) -> None:
    assert not is_placeholder(value)


def test_dots_inside_a_value_are_a_gap() -> None:
    assert has_gap('188.45/....../2025')
    assert has_gap('188.45/____/2025')
    assert not has_gap('188.45/12/2025')


def test_the_share_of_capitals_counts_letters_alone() -> None:
    assert uppercase_share('NOMOR 12/2025') == 1.0
    assert uppercase_share('Ab') == 0.5
    assert uppercase_share('12 - 3') == 0.0

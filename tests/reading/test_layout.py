from time import perf_counter

import numpy as np

from checker.model import Box, Page
from checker.reading.layout import Word, compose


def typed(x: float, y: float, text: str, *, size: float = 10, space: float = 2.8) -> list[Word]:
    """Words of one line, half an em a letter; `y` is the top of the line."""
    words, left = [], x
    for part in text.split():
        right = left + len(part) * size / 2
        words.append(Word(part, (left, y, right, y + size)))
        left = right + space
    return words


def page(*lines: list[Word], rules: tuple[Box, ...] = ()) -> Page:
    words = [word for line in lines for word in line]
    return compose(1, 600, 900, words, rules, level='fast', source='text', grade='good')


def stacks(read: Page) -> list[str]:
    found: dict[int, list[str]] = {}
    for line in read:
        found.setdefault(line.stack, []).append(line.text)
    return ['|'.join(lines) for lines in found.values()]


def row_of(read: Page, text: str) -> int:
    return next(line.row for line in read if text in line.text)


def test_every_character_has_its_box_and_separators_have_none() -> None:
    read = page(typed(10, 10, 'ab c'))
    assert read.text == 'ab c'
    expected = np.array([[10, 10, 15, 20], [15, 10, 20, 20], [0, 0, 0, 0], [22.8, 10, 27.8, 20]])
    assert np.allclose(read.boxes, expected)


def test_two_column_decree_with_wide_tabs_keeps_labels_beside_their_text() -> None:
    read = page(
        typed(50, 100, 'Menimbang'), typed(140, 100, ':'), typed(160, 100, 'a.'),
        typed(190, 100, 'bahwa untuk melaksanakan'),
        typed(190, 112, 'ketentuan undang-undang'), typed(160, 124, 'b.'), typed(190, 124, 'bahwa berdasarkan'),
        typed(50, 136, 'Mengingat'), typed(140, 136, ':'), typed(160, 136, '1.'),
        typed(190, 136, 'Undang-Undang Nomor'), typed(190, 148, 'Tahun Informasi'),
    )
    assert stacks(read) == [
        'Menimbang :', 'a. bahwa untuk melaksanakan|ketentuan undang-undang|b. bahwa berdasarkan',
        'Mengingat :', '1. Undang-Undang Nomor|Tahun Informasi',
    ]
    assert row_of(read, 'Menimbang') == row_of(read, 'a. bahwa') != row_of(read, 'ketentuan')


def test_two_column_decree_with_narrow_tabs_reads_on() -> None:
    read = page(
        typed(50, 100, 'Menimbang : a. bahwa untuk'), typed(130, 112, 'melaksanakan ketentuan'),
        typed(50, 124, 'Mengingat : 1. Undang-Undang'), typed(130, 136, 'Nomor sekian'),
    )
    assert read.text.split('\n') == [
        'Menimbang : a. bahwa untuk', 'melaksanakan ketentuan', 'Mengingat : 1. Undang-Undang', 'Nomor sekian',
    ]


def test_justified_line_with_wide_gaps_stays_one_line() -> None:
    read = page(
        typed(50, 100, 'penyelenggaraan pelayanan informasi publik'),
        typed(50, 112, 'yang baik dan benar', space=38.333),
        typed(50, 124, 'penyelenggaraan pelayanan informasi publik'),
    )
    assert len(read.lines) == 3


def test_two_justified_words_under_full_lines_stay_one_line() -> None:
    read = page(
        typed(50, 100, 'keterbukaan informasi publik wajib'),
        [Word('keterbukaan', (50, 112, 125, 122)), Word('sepenuhnya', (158.4, 112, 218.4, 122))],
        typed(50, 124, 'keterbukaan informasi publik wajib'),
    )
    assert 'keterbukaan sepenuhnya' in read.text


def test_narrow_header_cells_between_rules_are_one_stack_each() -> None:
    heads = [('Pejabat', 'Penanggung', 'Jawab', 'Pembuatan'), ('Waktu', 'dan', 'Tempat', 'Pembuatan')]
    lines = [typed(52 + 60 * c, 100 + 12 * i, head[i]) for i in range(4) for c, head in enumerate(heads)]
    rules: tuple[Box, ...] = ((109, 95, 110, 200), (49, 95, 50, 200), (169, 95, 170, 200))
    assert stacks(page(*lines, rules=rules)) == ['Pejabat|Penanggung|Jawab|Pembuatan', 'Waktu|dan|Tempat|Pembuatan']


def test_narrow_header_cells_without_rules_part_at_the_white_gutter() -> None:
    heads = [('Pejabat unit', 'yang berwenang', 'menguasai ini', 'informasi satu', 'Dinas Kominfo'),
             ('Waktu dan', 'tempat di mana', 'informasi itu', 'dibuat semua', 'Januari lalu')]
    lines = [typed(52 + 79 * c, 100 + 12 * i, head[i]) for i in range(5) for c, head in enumerate(heads)]
    assert stacks(page(*lines)) == ['|'.join(heads[0]), '|'.join(heads[1])]


def test_a_horizontal_rule_parts_cells_and_an_underline_does_not() -> None:
    cells = [typed(50, 100, 'Nomor SOP'), typed(50, 113, 'Tanggal')]
    assert len(stacks(page(*cells, rules=((40, 111.2, 200, 111.8),)))) == 2
    assert len(stacks(page(*cells, rules=((50, 110.2, 93, 110.8),)))) == 1


def test_cells_centred_in_a_table_row_read_row_by_row() -> None:
    read = page(
        typed(50, 112, 'A1'), typed(150, 100, 'B1 satu'), typed(150, 112, 'B1 dua'), typed(150, 124, 'B1 tiga'),
        typed(50, 160, 'A2'), typed(150, 150, 'B2 satu'), typed(150, 162, 'B2 dua'),
    )
    assert stacks(read) == ['A1', 'B1 satu|B1 dua|B1 tiga', 'A2', 'B2 satu|B2 dua']


def test_spaced_letters_stay_one_line() -> None:
    assert page(typed(200, 10, 'M E M U T U S K A N :', space=17)).text == 'M E M U T U S K A N :'


def test_signer_block_beside_copies_is_a_stack_of_its_own() -> None:
    read = page(
        typed(350, 100, 'Ditetapkan di Kota Contoh'), typed(350, 112, 'KEPALA DINAS'), typed(350, 160, 'NAMA PEJABAT'),
        typed(50, 166, 'Tembusan disampaikan'), typed(50, 178, '1. Bupati'), typed(350, 172, 'NIP 123'),
    )
    assert {'NAMA PEJABAT|NIP 123', 'Tembusan disampaikan|1. Bupati'} <= set(stacks(read))


def test_superscript_and_lone_dash_stay_in_their_row() -> None:
    specks = [Word('1)', (86, 99, 92, 106)), Word('-', (100, 105, 104, 106))]
    read = page(typed(50, 100, 'Pasal 5'), specks, typed(120, 100, 'lihat'))
    assert {line.row for line in read} == {0}


def test_turned_words_come_last_in_their_own_direction() -> None:
    turned = [Word('Jangka', (20, 40, 30, 70), turn=90), Word('waktu', (20, 10, 30, 37), turn=90)]
    read = page(turned, typed(50, 300, 'biasa'))
    assert read.text == 'biasa\nJangka waktu'


def test_no_words_give_an_empty_page_that_keeps_its_size() -> None:
    read = page()
    assert (read.text, read.width, len(read.lines), read.boxes.shape) == ('', 600, 0, (0, 4))


def test_a_full_page_is_composed_within_milliseconds() -> None:
    prose = 'penyelenggaraan pelayanan informasi publik di lingkungan pemerintah'
    words = [word for i in range(48) for word in typed(50, 60 + 16 * i, prose)]
    best = min(_seconds(words) for _ in range(5))
    assert best < 0.03  # measured 3 ms; ten times that is a defect, not a busy machine


def _seconds(words: list[Word]) -> float:
    start = perf_counter()
    compose(1, 600, 900, words, (), level='fast', source='text', grade='good')
    return perf_counter() - start

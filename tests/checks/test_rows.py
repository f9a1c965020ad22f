# ruff: noqa: E501 - a row of a table is one line here, as on paper
"""Filled rows under a table's head: columns that must be filled, NIHIL, samples, and rows written by hand."""

from __future__ import annotations

import re

import pytest

from checker.model import Finding, Mark
from tests.kinds_soft_papers import ATTENDANCE, REGISTER
from tests.papers import LEFT, LINE, STEP, TOP, WRAPPED_HEAD, changed, findings, flow, printed, said, without

EMPTY = without(REGISTER, '1 ', '2 ')


def listed(text: str, kind: str = 'register-permohonan', **paper: object) -> Finding:
    return findings(printed(text, **paper), kind)['isi']  # type: ignore[arg-type]


@pytest.mark.parametrize('source', ['text', 'ocr', 'flow'])
def test_rows_are_counted(source: str) -> None:
    finding = (
        findings(flow(REGISTER), 'register-permohonan')['isi'] if source == 'flow' else listed(REGISTER, source=source)
    )
    assert said(finding) == ('met', None)
    assert finding.value == 2


def test_a_head_alone_is_empty() -> None:
    finding = listed(EMPTY)
    assert said(finding) == ('missing', 'isi-kosong')
    assert finding.value == 0


@pytest.mark.parametrize('row', ['NIHIL', '    |              | NIHIL          |                |'])
def test_nihil_counts_as_filled(row: str) -> None:
    finding = listed(EMPTY + row + '\n')
    assert (said(finding), finding.value) == (('met', None), 0)


def test_a_row_without_its_key_columns_is_none() -> None:
    row = '1   |              |                | Jl. Merpati 3  | Mahasiswa   |                          | Skripsi     | Ya/Tidak    |\n'
    assert said(listed(EMPTY + row)) == ('missing', 'isi-kosong')
    filled = changed(row, ('1   |              |                ', '1   |              | Yudha Saputra  '))
    assert said(listed(EMPTY + filled)) == ('met', None)


def test_numbers_of_the_signature_column_are_no_rows() -> None:
    assert listed(ATTENDANCE, 'daftar-hadir').value == 3


def test_ink_under_the_head_of_a_scan_is_handwriting() -> None:
    y = TOP + LINE * (EMPTY.count('\n') + 2)
    ink = Mark('ink', (LEFT + 20 * STEP, y, LEFT + 40 * STEP, y + 12), amount=0.2)
    assert said(listed(EMPTY, source='ocr', marks=(ink,))) == ('unsure', 'tulisan-tangan')
    assert said(listed(EMPTY, source='text', marks=(ink,))) == ('missing', 'isi-kosong')


def test_dotted_lines_of_a_scan_are_no_handwriting() -> None:
    y = TOP + LINE * (EMPTY.count('\n') + 2)
    dots = Mark('ink', (LEFT + 20 * STEP, y, LEFT + 40 * STEP, y + 2), amount=0.2)
    assert said(listed(EMPTY, source='ocr', marks=(dots,))) == ('missing', 'isi-kosong')


def test_rows_that_ink_crosses_are_a_guess() -> None:
    rows = [i for i, row in enumerate(REGISTER.split('\n')) if row.startswith(('1', '2'))]
    ink = tuple(Mark('ink', (LEFT + at * STEP, TOP + LINE * r, LEFT + (at + 11) * STEP, TOP + LINE * r + 10), amount=0.2)
                for r in rows for at in (6, 21, 38, 55, 69, 96, 110))  # fmt: skip
    finding = listed(REGISTER, source='ocr', marks=ink)
    assert (finding.status, finding.reason) == ('unsure', 'tulisan-tangan')


def test_a_list_filled_by_hand_is_left_open_though_some_of_it_was_read() -> None:
    column = ATTENDANCE.split('\n')[3].index('Nama')
    ink = tuple(Mark('ink', (LEFT + STEP * column, TOP + LINE * n, LEFT + STEP * (column + 8), TOP + LINE * n + 11), amount=0.2)
                for n in (8, 10))  # fmt: skip
    assert said(listed(ATTENDANCE, 'daftar-hadir', source='ocr', marks=ink)) == ('unsure', 'tulisan-tangan')
    assert said(listed(ATTENDANCE, 'daftar-hadir', source='ocr', marks=ink[:1])) == ('met', None)
    signed = findings(printed(ATTENDANCE, source='ocr', marks=ink), 'daftar-hadir')['tanda-tangan']
    assert (signed.status, signed.value) == ('missing', {'signed': 0, 'listed': 0})


def test_rows_of_a_scan_count_without_the_numbers_that_it_lost() -> None:
    text = changed(ATTENDANCE, ('1   |', '    |'), ('2   |', '    |'))
    assert listed(text, 'daftar-hadir', source='ocr').value == 3


def test_a_name_alone_without_number_is_no_row() -> None:
    text = changed(
        ATTENDANCE,
        (
            '3   | Bagas Permadi        | Dinas Perhubungan      |',
            '    | Catatan              |                        |',
        ),
    )
    assert listed(text, 'daftar-hadir', source='ocr').value == 2


def test_a_date_that_wraps_is_no_row_of_its_own() -> None:
    text = changed(REGISTER, ('2   | 9 Januari', '    | 2025        \n2   | 9 Januari'))
    assert listed(text).value == 2


def test_a_page_that_could_not_be_read_leaves_it_open() -> None:
    assert listed(EMPTY, grade='poor', source='ocr').status == 'unsure'


def test_the_lower_line_of_a_head_and_an_unknown_signer_are_no_rows() -> None:
    head = next(row for row in EMPTY.split('\n') if row.startswith('No '))
    head, _, _ = changed(head, ('Diminta   | Tujuan  ', 'Diminta Tujuan Penggunaan ')).rpartition('| Keputusan')
    right = re.sub(r'[^|]', ' ', head)
    text = EMPTY[: EMPTY.index('No ')] + f'{right}| Biaya dan Cara\n{head}\n{right}| Pembayaran\n'
    signed = f'\n{right}| Petugas Layanan Informasi,\n\n\n{right}| Tirta Wibawa\n'
    assert said(listed(text)) == said(listed(text + signed)) == ('missing', 'isi-kosong')


@pytest.mark.parametrize('row', [
    '1   |        Yudha Saputra, S.Sos., M.Si.',
    '1   Yudha Saputra, S.Sos., M.Si. Bidang Informasi |             08125478401',
])  # fmt: skip
def test_names_under_a_centred_head_or_run_together_with_their_number_are_rows(row: str) -> None:
    text = 'DAFTAR HADIR PESERTA RAPAT\n\nNo  |                  Nama  |       Jabatan   | No. HP |  Tanda Tangan\n'
    assert said(listed(f'{text}{row}        | 1.\n', 'daftar-hadir')) == ('met', None)
    assert said(listed(f'{text}1   | .................... |        | 1.\n', 'daftar-hadir')) == ('missing', 'isi-kosong')


SHORT = '    | Profil      | Sekretaris     | Subbag Umum      | 2025          | Softcopy   | 5 tahun\n'


def test_short_cells_under_most_columns_are_a_row_without_number() -> None:
    """Scans lose numbers and small print; the head once more on the next page is no row."""
    head = WRAPPED_HEAD.replace('No ', '   ')
    text = f'DAFTAR INFORMASI PUBLIK\nDINAS PERHUBUNGAN\nTAHUN 2025\n\n{WRAPPED_HEAD}\n'
    assert said(listed(text + SHORT, 'dip', source='ocr')) == ('met', None)
    assert said(listed(text + SHORT[:36] + '\n', 'dip', source='ocr')) == ('missing', 'isi-kosong')
    assert said(listed(f'{text}---\n{head}', 'dip', source='ocr')) == ('missing', 'isi-kosong')

"""The number of requests: in sentences, beside its name, as a table's total; and what is no such number."""

from __future__ import annotations

import pytest

from checker.model import Finding
from tests.papers import changed, findings, flow, printed, said
from tests.report_papers import REPORT

SENTENCE = 'Selama tahun 2024 PPID menerima sebanyak 124 (seratus dua puluh empat) permohonan informasi.\n'
MONTHS = """\
No  | Bulan    | Permohonan | Keberatan | Pengunjung
1   | Januari  | 12         | 1         | 40
2   | Februari | 9          | 0         | 51
"""


def counted(words: str, *, laid_out: bool = True) -> Finding:
    text = changed(REPORT, (SENTENCE, f'{words}\n'))
    return findings(printed(text) if laid_out else flow(text), 'laporan-layanan')['jumlah-permohonan']


@pytest.mark.parametrize('laid_out', [True, False])
@pytest.mark.parametrize(('words', 'number'), [
    ('PPID menerima 124 (seratus dua puluh empat) permohonan informasi.', 124),
    ('Permohonan yang masuk sebanyak 1.240 berkas.', 1240),
    ('Jumlah permohonan informasi publik selama tahun berjalan adalah 17 permohonan.', 17),
    ('Jumlah permohonan informasi : 8', 8),
    ('Terdapat 31 buah permintaan informasi dari masyarakat.', 31),
    ('Jumlah permohonan informasi publik : NIHIL', 0),
    ('Selama setahun tidak ada permohonan informasi.', 0),
    ('Belum pernah menerima permohonan informasi.', 0),
    ('Tercatat 0 permohonan informasi.', 0),
    ('Selama tahun 2024 diterima 27 permohonan informasi; 26 dikabulkan.', 27),
    ('Uraian | Jumlah\nPermohonan informasi | 52', 52),
    ('Permohonan informasi yang diterima | 52 permohonan', 52),
])  # fmt: skip
def test_numbers_of_requests(words: str, number: int, laid_out: bool) -> None:
    finding = counted(words, laid_out=laid_out)
    assert (said(finding), finding.value) == (('met', None), number)


@pytest.mark.parametrize('words', [
    'Tercatat 12 keberatan atas permohonan informasi.',
    'Terdapat 12 permohonan keberatan.',
    'Sebanyak 350 pengunjung datang ke meja layanan.',
    'Permohonan informasi dijawab paling lambat 10 (sepuluh) hari kerja.',
    'Rata-rata waktu untuk setiap permohonan informasi adalah 4 (empat) hari.',
    'Waktu layanan permohonan informasi adalah 4 (empat) hari kerja.',
    'Permohonan informasi pada tahun 2024 dilayani dengan baik.',
    'Sejak 2021 permohonan informasi dilayani daring.',
    'Pasal 22 permohonan informasi publik diatur undang-undang.',
    'Jumlah permohonan sengketa informasi : 3',
    'Tabel 3 Permohonan Informasi',
    '1. Pelayanan Permohonan Informasi',
    '2) Permohonan Informasi',
])  # fmt: skip
def test_numbers_of_other_things(words: str) -> None:
    finding = counted(words)
    assert (finding.status, finding.value) == ('missing', None)


def test_dots_for_a_number_are_a_placeholder() -> None:
    assert said(counted('Jumlah permohonan informasi sebanyak ......... permohonan')) == ('missing', 'placeholder')


@pytest.mark.parametrize('laid_out', [True, False])
def test_a_column_s_total_is_its_own(laid_out: bool) -> None:
    finding = counted(f'{MONTHS}-   | Jumlah   | 21         | 1         | 91', laid_out=laid_out)
    assert (said(finding), finding.value) == (('met', None), 21)


def test_a_column_s_name_may_wrap_over_rows_of_its_own() -> None:
    table = '''\
    |          | Jumlah     |          |
No  | Bulan    | Permohonan | Diterima | Ditolak
    |          | Informasi  |          |
1   | Januari  | 7          | 6        | 1
2   | Februari | 4          | 3        | 1
    | Jumlah   | 11         | 9        | 2'''
    finding = counted(table)
    assert (said(finding), finding.value) == (('met', None), 11)


def test_a_caption_names_what_the_only_numbers_count() -> None:
    table = 'Tabel 1. Permohonan Informasi\nNo | Bulan | Banyaknya\n1 | Januari | 4\n2 | Februari | 7\n  | Total | 11'
    finding = counted(table)
    assert (said(finding), finding.value) == (('met', None), 11)


def test_a_scanned_table_whose_figures_were_not_read_is_to_be_looked_at() -> None:
    table = 'No | Bulan | Permohonan\n1 | Januari |\n2 | Februari |\n- | Jumlah |'
    text = changed(REPORT, (SENTENCE, f'{table}\n'))
    scanned = findings(printed(text, source='ocr'), 'laporan-layanan')['jumlah-permohonan']
    assert said(scanned) == ('unsure', 'terisi-sebagian')
    assert said(findings(printed(text), 'laporan-layanan')['jumlah-permohonan']) == ('missing', 'tidak-ada')


def test_numbers_without_a_total_are_to_be_looked_at() -> None:
    assert said(counted(MONTHS)) == ('unsure', 'terisi-sebagian')

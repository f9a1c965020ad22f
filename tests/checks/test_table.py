"""Columns in a table's head, in any order and wrapping; the filled rows under it."""

from __future__ import annotations

import random

import pytest

from checker.checks.table import band_of
from checker.model import Finding
from tests.papers import HEAD, LIST, PRINTED_LIST, PROCEDURE, changed, findings, flow, printed, said, view_of, without

COLUMNS = (
    'kolom-ringkasan',
    'kolom-penguasa',
    'kolom-penanggung-jawab',
    'kolom-waktu-tempat',
    'kolom-bentuk',
    'kolom-retensi',
)
NAMES = tuple(name.strip() for name in HEAD.split('|')[1:])
PROSE = """\
DAFTAR INFORMASI PUBLIK
TAHUN 2025
Daftar ini memuat ringkasan isi informasi, pejabat yang menguasai informasi, penanggung jawab pembuatan,
waktu dan tempat pembuatan, bentuk informasi, dan jangka waktu penyimpanan.
"""


def listed(text: str, kind: str = 'dip') -> dict[str, Finding]:
    return findings(printed(text) if text.startswith('DAFTAR INFORMASI PUBLIK\nDINAS') else flow(text), kind)


@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
def test_every_column_of_the_head_is_met(source: str) -> None:
    doc = flow(LIST) if source == 'flow' else printed(PRINTED_LIST, source='ocr' if source == 'ocr' else 'text')
    found = findings(doc, 'dip')
    for id in COLUMNS:
        assert said(found[id]) == ('met', None), id
        assert found[id].place is not None


def test_the_order_of_columns_makes_no_difference() -> None:
    chance = random.Random(5)
    for _ in range(6):
        names = [*NAMES]
        chance.shuffle(names)
        shuffled = changed(LIST, (HEAD, ' | '.join(['No', *names]) + '\n'))
        found = findings(flow(shuffled), 'dip')
        assert [id for id in COLUMNS if found[id].status != 'met'] == [], names


@pytest.mark.parametrize('id', COLUMNS)
def test_a_column_that_is_not_there_is_missing_and_the_others_stay(id: str) -> None:
    names = [name for column, name in zip(COLUMNS, NAMES, strict=True) if column != id]
    found = findings(flow(changed(LIST, (HEAD, ' | '.join(['No', *names]) + '\n'))), 'dip')
    assert [column for column in COLUMNS if found[column].status != 'met'] == [id]
    assert found[id].status == 'missing'
    assert found[id].reason in ('tidak-ada', 'bukan-judul')


@pytest.mark.parametrize(('name', 'variant'), [
    ('Ringkasan Isi Informasi', 'Nama Informasi'), ('Ringkasan Isi Informasi', 'Judul Informasi'),
    ('Pejabat yang Menguasai Informasi', 'Pejabat/Unit/Satker yang Menguasai Informasi'),
    ('Penanggung Jawab Pembuatan', 'Penanggungjawab'), ('Waktu dan Tempat Pembuatan', 'Tempat dan Waktu Pembuatan'),
    ('Bentuk Informasi', 'Format Informasi yang Tersedia'), ('Jangka Waktu Penyimpanan', 'Retensi Arsip'),
])  # fmt: skip
def test_other_names_of_a_column_count(name: str, variant: str) -> None:
    found = findings(flow(changed(LIST, (name, variant))), 'dip')
    assert [id for id in COLUMNS if found[id].status != 'met'] == []


def test_columns_named_in_prose_are_no_columns() -> None:
    found = findings(flow(PROSE), 'dip')
    for id in COLUMNS:
        assert said(found[id]) == ('missing', 'bukan-judul'), id
        candidate = found[id].candidate
        assert candidate is not None
        assert candidate.rejected_by == 'di-luar-kepala-tabel'


def test_a_misread_letter_of_a_column_on_a_scan_is_forgiven() -> None:
    damaged = changed(PRINTED_LIST, ('Penyimpanan', 'Penylmpanan'), ('yang Menguasai', 'yanq Menguasai'))
    found = findings(printed(damaged, source='ocr'), 'dip')
    assert [id for id in COLUMNS if found[id].status != 'met'] == []


@pytest.mark.parametrize('source', ['flow', 'text'])
def test_filled_rows_are_counted(source: str) -> None:
    finding = findings(flow(LIST) if source == 'flow' else printed(PRINTED_LIST), 'dip')['isi']
    assert (finding.status, finding.value) == ('met', 4)
    assert finding.place is not None


def test_a_template_without_rows_is_empty() -> None:
    empty = without(LIST, '1  ', '2  ', '3  ', '4  ')
    finding = findings(flow(empty), 'dip')['isi']
    assert said(finding) == ('missing', 'isi-kosong')
    assert finding.value == 0
    assert finding.place is not None


def test_rows_of_numbers_and_dots_are_not_filled() -> None:
    numbers = '1   | 2           | 3              | 4                | 5             | 6          | 7'
    dotted = '1   | .........   | .........      | ......           | ......        | .....      | ......'
    dots = changed(
        without(LIST, '2  ', '3  ', '4  '),
        (
            '1   | Profil      | Sekretaris     | Subbag Umum      | Januari 2025  | Softcopy   | 5 tahun',
            f'{numbers}\n{dotted}',
        ),
    )
    assert said(findings(flow(dots), 'dip')['isi']) == ('missing', 'isi-kosong')


def test_without_a_head_there_are_no_rows() -> None:
    finding = findings(flow(PROSE), 'dip')['isi']
    assert finding.status == 'missing'


@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
def test_the_standard_columns_lie_on_two_levels(source: str) -> None:
    doc = flow(PROCEDURE) if source == 'flow' else printed(PROCEDURE, source='ocr' if source == 'ocr' else 'text')
    found = findings(doc, 'sop')
    for id in ('kolom-kegiatan', 'kolom-pelaksana', 'kolom-mutu-baku'):
        assert said(found[id]) == ('met', None), id
    assert len(found['kolom-mutu-baku'].places) == 3


def test_a_standard_column_that_lacks_a_part_names_it() -> None:
    finding = findings(printed(changed(PROCEDURE, ('| Waktu      |', '|            |'))), 'sop')['kolom-mutu-baku']
    assert said(finding) == ('missing', 'kolom-kurang')
    assert finding.value == 'waktu'
    assert finding.place is not None


def test_the_head_is_looked_for_once() -> None:
    part = view_of(printed(PRINTED_LIST), 'dip')
    band = band_of(part)
    assert band is not None
    assert band_of(part) is band
    assert band.first_row <= band.last_row

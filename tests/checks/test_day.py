"""The day that a record names: in its opening sentence or beside a label; open days are never met."""

from __future__ import annotations

import pytest

from tests.papers import changed, findings, flow, printed, said
from tests.records import RECORD, SHEET

DAY = 'Senin tanggal tiga bulan Februari tahun dua ribu dua puluh lima'
LABEL = 'Hari/Tanggal : Selasa, 4 Februari 2025'


@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
def test_the_sentence_and_the_label_give_the_date_and_its_place(source: str) -> None:
    for text, iso in ((RECORD, '2025-02-03'), (SHEET, '2025-02-04')):
        doc = flow(text) if source == 'flow' else printed(text, source='ocr' if source == 'ocr' else 'text')
        found = findings(doc, 'uji-konsekuensi')['hari-tanggal']
        assert (found.status, found.value) == ('met', iso)
        assert found.place is not None and (found.place.box or found.place.at)


@pytest.mark.parametrize(('opens', 'status', 'reason'), [
    ('......... tanggal ......... bulan ......... tahun .........', 'missing', 'placeholder'),
    ('Senin tanggal ......... bulan Februari tahun dua ribu dua puluh lima', 'unsure', 'terisi-sebagian'),
    ('Senin tanggal tiga bulan Februari tahun .........', 'unsure', 'terisi-sebagian'),
    ('Senin tanggal tiga bulan Februari tahun dua ribu dua puluh lima (04-02-2025)', 'unsure', 'tidak-cocok'),
    ('Senin, Februari 2025', 'unsure', 'terisi-sebagian'),
])  # fmt: skip
def test_what_is_open_or_differs_is_said(opens: str, status: str, reason: str) -> None:
    found = findings(changed(RECORD, (DAY, opens)), 'uji-konsekuensi')['hari-tanggal']
    assert said(found) == (status, reason)


def test_digits_in_brackets_that_agree_are_fine() -> None:
    found = findings(changed(RECORD, (DAY, f'{DAY} (03-02-2025)')), 'uji-konsekuensi')['hari-tanggal']
    assert (found.status, found.value) == ('met', '2025-02-03')


@pytest.mark.parametrize(('label', 'status', 'reason'), [
    ('Hari/Tanggal : ...............', 'missing', 'placeholder'),
    ('Hari/Tanggal :', 'missing', 'label-kosong'),
    ('Hari/Tanggal : Selasa, Februari 2025', 'unsure', 'terisi-sebagian'),
    ('Tempat : ruang rapat', 'missing', 'tidak-ada'),
])  # fmt: skip
def test_an_empty_label_is_missing(label: str, status: str, reason: str) -> None:
    found = findings(changed(SHEET, (LABEL, label)), 'uji-konsekuensi')['hari-tanggal']
    assert said(found) == (status, reason)


def test_the_year_is_that_of_the_day() -> None:
    found = findings(RECORD, 'uji-konsekuensi', period=2026)['tahun']
    assert (*said(found), found.value) == ('unsure', 'tahun-lama', 2025)


@pytest.mark.parametrize(('sentence', 'status'), [
    ('Berdasarkan rapat pada hari Senin, 3 Februari 2025, Tim Pertimbangan melakukan pengujian', 'met'),
    (f'Berdasarkan rapat pada hari {DAY} (03-02-2025), Tim melakukan pengujian', 'met'),
    ('Berdasarkan rapat pada hari ....... tanggal ....... Februari 2025 Tim melakukan pengujian', 'missing'),
    ('Layanan dibuka pada hari kerja, mulai tanggal 3 Februari 2025', 'missing'),
])  # fmt: skip
def test_a_day_within_a_sentence_counts_when_it_is_whole(sentence: str, status: str) -> None:
    found = findings(changed(RECORD, (f'Pada hari ini {DAY}', sentence)), 'uji-konsekuensi')['hari-tanggal']
    assert found.status == status

"""Chapters of a report: headings with content, not entries of contents and lists."""

from __future__ import annotations

import pytest

from tests.papers import changed, findings, printed, said
from tests.report_papers import CONTENTS, COVER, DISPUTES, OBSTACLES, PLANS, REPORT, bound

KIND = 'laporan-layanan'
HEADING = 'BAB V\nKENDALA EKSTERNAL DAN INTERNAL DALAM PELAKSANAAN LAYANAN'
TEXT = 'Jumlah petugas masih kurang dan arsip belum tertata.'


def obstacles(*changes: tuple[str, str]) -> tuple[str, str | None]:
    return said(findings(printed(changed(REPORT, *changes)), KIND)['kendala'])


@pytest.mark.parametrize('heading', [
    'BAB V KENDALA',
    'BAB V.     KENDALA',
    'B A B  V\nKENDALA',
    'V. Kendala dan Hambatan',
    '1.5 Permasalahan yang Dihadapi',
    'E. Hambatan dalam Pelayanan Informasi',
    'Tantangan',
    'BAB V\nPELAYANAN INFORMASI PUBLIK DAN PERMASALAHAN YANG\nDIHADAPI OLEH DINAS KESEHATAN',
])  # fmt: skip
def test_headings_are_met_however_numbered(heading: str) -> None:
    assert obstacles((HEADING, heading)) == ('met', None)


@pytest.mark.parametrize('heading', [
    'BAB V\nPENUTUP',
    'BAB V\nPenutup\nKendala yang kami hadapi sebagai berikut ini cukup banyak.',
    'BAB V\nPENUTUP\nPetugas menghadapi kendala.',
])  # fmt: skip
def test_words_in_running_text_are_no_chapter(heading: str) -> None:
    assert obstacles((HEADING, heading)) == ('missing', 'bukan-judul')


@pytest.mark.parametrize('content', ['', '..........\n', '-\n'])
def test_a_chapter_without_content_is_empty(content: str) -> None:
    assert obstacles((f'{TEXT}\n', content)) == ('missing', 'label-kosong')


def test_what_closes_the_report_is_not_the_content_of_its_last_chapter() -> None:
    text = changed(REPORT, ('Menambah petugas dan menata arsip pada triwulan pertama.\n', ''))
    assert said(findings(printed(text), KIND)['rekomendasi']) == ('missing', 'label-kosong')


def test_subheadings_stand_between_a_chapter_and_its_content() -> None:
    assert obstacles((TEXT, f'A. Kendala Internal\n1. Kendala Petugas\n{TEXT}')) == ('met', None)


def test_short_points_are_content() -> None:
    assert obstacles((TEXT, '1. Petugas masih kurang\n2. Arsip belum tertata')) == ('met', None)


def test_an_outline_is_no_chapter() -> None:
    outline = 'Sistematika laporan\n1. Kebijakan layanan\n2. Kendala layanan\n3. Rekomendasi layanan\n'
    text = changed(REPORT, (OBSTACLES, outline))
    assert said(findings(printed(text), KIND)['kendala']) == ('missing', 'bukan-judul')


def test_a_described_chapter_is_an_entry_of_the_outline() -> None:
    text = changed(REPORT, (OBSTACLES, 'BAB V KENDALA\nBab ini berisi uraian tentang kendala layanan.\n'))
    assert said(findings(printed(text), KIND)['kendala']) == ('missing', 'bukan-judul')


def test_contents_alone_satisfy_nothing() -> None:
    found = findings(printed(bound(COVER, CONTENTS)), KIND)
    for id in ('kebijakan', 'pelaksanaan', 'rincian', 'sengketa', 'kendala', 'rekomendasi'):
        assert said(found[id]) == ('missing', 'bukan-judul'), id


def test_a_heading_on_obstacles_is_none_on_conduct() -> None:
    text = changed(REPORT, ('GAMBARAN UMUM PELAKSANAAN LAYANAN INFORMASI PUBLIK', 'SARANA DAN PRASARANA'))
    assert said(findings(printed(text), KIND)['pelaksanaan']) == ('missing', 'bukan-judul')


@pytest.mark.parametrize(('words', 'outcome'), [
    ('Sepanjang tahun tidak terdapat sengketa informasi.', ('met', None)),
    ('Penanganan perkara: nihil sengketa.', ('met', None)),
    ('Sengketa informasi diselesaikan melalui mediasi atau ajudikasi.', ('missing', 'bukan-judul')),
    ('Tidak ada keluhan. Sengketa informasi diselesaikan melalui mediasi.', ('missing', 'bukan-judul')),
])  # fmt: skip
def test_a_sentence_may_say_that_there_was_no_dispute(words: str, outcome: tuple[str, str | None]) -> None:
    text = changed(REPORT, (DISPUTES, f'BAB IV\nPENUTUP\n{words}\n'))
    assert said(findings(printed(text), KIND)['sengketa']) == outcome


def test_cells_of_a_table_are_no_headings() -> None:
    table = 'No | Uraian | Kendala | Solusi\n1 | Layanan | Petugas kurang | Menambah petugas\n'
    text = changed(REPORT, (OBSTACLES, table), (PLANS, 'BAB VI\nPENUTUP\nDemikian laporan ini kami susun.\n'))
    found = findings(printed(text), KIND)
    assert [said(found[id]) for id in ('kendala', 'rekomendasi')] == [('missing', 'bukan-judul')] * 2

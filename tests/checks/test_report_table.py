# ruff: noqa: E501 - a row of a table is one line here, as on paper
"""A report laid out as one table, and tables in reports that are none."""

from __future__ import annotations

import pytest

from tests.papers import changed, findings, flow, printed, said
from tests.report_papers import COVER, SIGNED

TABLE = """\
No  | Komponen Laporan                        | Uraian                                                            |
1   | Kebijakan Layanan Informasi             | PPID Pelaksana melayani permintaan informasi sejak tahun lalu     |
2   | Pelaksanaan Layanan Informasi           | Meja layanan berada di lantai satu dan dibuka setiap hari kerja   |
3   | Rincian Pelayanan Informasi             | 7 permohonan                                                      |
4   | Penyelesaian Sengketa Informasi         | Nihil                                                             |
5   | Kendala Pelaksanaan Layanan             | Jumlah petugas masih kurang dan arsip belum tertata               |
6   | Rekomendasi                             | ..........                                                        |
"""
FIGURES = """\
No  | Uraian                                  | Jumlah      |
1   | Kebijakan Layanan Informasi             | 3           |
2   | Rincian Pelayanan Informasi             | 4 berkas    |
3   | Penyelesaian Sengketa Informasi         | 0           |
4   | Kendala Pelaksanaan Layanan             | ada         |
5   | Rekomendasi                             | ada         |
"""


@pytest.mark.parametrize('laid_out', [True, False])
def test_headings_in_cells_with_words_beside_them_are_chapters(laid_out: bool) -> None:
    text = COVER + TABLE + SIGNED
    found = findings(printed(text) if laid_out else flow(text), 'laporan-layanan')
    for chapter in ('kebijakan', 'pelaksanaan', 'rincian', 'sengketa', 'kendala'):
        assert said(found[chapter]) == ('met', None), chapter
    assert said(found['rekomendasi']) == ('missing', 'label-kosong')


def test_obstacles_in_carrying_out_are_not_the_carrying_out() -> None:
    text = COVER + changed(TABLE, ('| Pelaksanaan Layanan Informasi           | Meja', '| Sarana dan Prasarana                    | Meja'))
    assert findings(printed(text), 'laporan-layanan')['pelaksanaan'].status == 'missing'


@pytest.mark.parametrize('laid_out', [True, False])
def test_a_table_of_figures_tells_no_chapter(laid_out: bool) -> None:
    text = COVER + FIGURES + SIGNED
    found = findings(printed(text) if laid_out else flow(text), 'laporan-layanan')
    assert {found[c].status for c in ('kebijakan', 'rincian', 'sengketa', 'kendala', 'rekomendasi')} == {'missing'}

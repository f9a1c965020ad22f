# ruff: noqa: E501 - a row of a table is one line here, as on paper
"""Lines of a budget that name the service: rows, codes and labels count, prose doesn't."""

from __future__ import annotations

import pytest

from tests.kinds_soft_papers import BUDGET
from tests.papers import changed, findings, flow, printed, said

LINE = 'Sub Kegiatan      :  2.16.02.2.01.0006 Pelayanan Informasi Publik\n'


def named(line: str, *, laid_out: bool = True) -> tuple[str, str | None]:
    text = changed(BUDGET, (LINE, line + '\n'))
    return said(findings(printed(text) if laid_out else flow(text), 'anggaran')['nomenklatur'])


@pytest.mark.parametrize('laid_out', [True, False])
@pytest.mark.parametrize('line', [
    'Sub Kegiatan : Pelayanan Informasi Publik',
    '2.16.02.2.01.0006 Pengelolaan PPID',
    '5.1.02.02         Honor petugas PPID           12 bulan     6.000.000',
])  # fmt: skip
def test_rows_and_coded_or_labelled_lines_count(line: str, laid_out: bool) -> None:
    assert named(line, laid_out=laid_out) == ('met', None)


@pytest.mark.parametrize('line', [
    'Anggaran ini mendukung pelayanan informasi publik oleh PPID di lingkungan dinas kami.',
    'PPID',
    'Pejabat Pelaksana Teknis Kegiatan : Kepala Bidang Pelayanan Informasi Publik',
    'Catatan : dokumen ini disusun berdasarkan peraturan tentang pelayanan informasi publik dan telah dibahas bersama tim.',
])  # fmt: skip
def test_prose_a_bare_word_and_an_office_do_not(line: str) -> None:
    assert named(line)[0] == 'missing'


def test_the_broader_programme_alone_names_no_information_service() -> None:
    assert named('Kegiatan          :  2.16.02.2.01 Pengelolaan Informasi dan Komunikasi Publik')[0] == 'missing'

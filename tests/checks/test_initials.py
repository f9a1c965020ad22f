"""Tables for initials beside a block name nobody who signs."""

from __future__ import annotations

import pytest

from tests.papers import DECREE, LIST, changed, findings, flow, printed, said

ROW = 'KEPALA DINAS KESEHATAN,\n\n\n\n                                        dr. Rani Kusuma, M.Kes.'
INITIALS = """\
PARAF HIERARKI
Jabatan               Paraf             KEPALA DINAS KESEHATAN,
Sekretaris Dinas

Bagas Permadi
Kepala Bidang                           dr. Rani Kusuma, M.Kes."""


def test_names_in_a_table_for_initials_are_no_signers() -> None:
    text = changed(DECREE, ('                                        ' + ROW, INITIALS))
    finding = findings(printed(text), 'sk-ppid')['penandatangan']
    assert said(finding) == ('met', None)
    assert finding.value == 'dr. Rani Kusuma, M.Kes.'


INITIALLED = """\

PARAF KOORDINASI
Jabatan               Paraf
KEPALA BAGIAN HUKUM,


Bagas Permadi, S.H.
NIP. 19810101 200601 1 004
"""


def test_a_table_for_initials_alone_is_no_block() -> None:
    unsigned = LIST[: LIST.index('                                                    KEPALA DINAS')]
    finding = findings(printed(unsigned + INITIALLED), 'dip')['penandatangan']
    assert finding.status == 'missing'


TABLE = 'PARAF KOORDINASI\nJabatan               Paraf'


@pytest.mark.parametrize('head', [TABLE, 'Paraf pejabat di bawah ini tidak ada lagi'])
def test_the_signer_stands_beside_or_over_the_table(head: str) -> None:
    text = LIST + changed(INITIALLED, (TABLE, head))
    expected = 'Tirta Wibawa, S.T.' if head == TABLE else 'Bagas Permadi, S.H.'
    assert findings(printed(text), 'dip')['penandatangan'].value == expected


@pytest.mark.parametrize(('head', 'name'), [('Paraf', 'Tirta Wibawa, S.T.'), ('Berkas', 'Bagas Permadi, S.H.')])
def test_in_a_document_without_layout_the_whole_table_is_passed_over(head: str, name: str) -> None:
    rows = ('Kepala Bagian Hukum,  -', 'ttd  -', 'Bagas Permadi, S.H.  -', 'NIP. 19810101 200601 1 004  -')
    text = '\n'.join((LIST, f'Jabatan  {head}', *rows))
    assert findings(flow(text), 'dip')['penandatangan'].value == name

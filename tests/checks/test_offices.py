"""Which office must sign: that of the block, or the one on whose behalf it signs."""

from __future__ import annotations

import pytest

from checker.model import KindId
from tests.papers import DECREE, LIST, PROCEDURE, changed, findings, flow, printed, said

INDENT = ' ' * 40
GAP = '\n\n\n\n'


@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
@pytest.mark.parametrize(('office', 'outcome'), [
    ('KEPALA DINAS KESEHATAN,', ('met', None)),
    ('Plt. KEPALA DINAS KESEHATAN,', ('met', None)),
    ('KEPALA,', ('met', None)),
    ('CAMAT SUKAMAJU,', ('met', None)),
    ('SEKRETARIS DAERAH,', ('met', None)),
    ('KEPALA BIDANG PELAYANAN,', ('unsure', 'jabatan-lain')),
    ('Kepala Sub Bagian Umum,', ('unsure', 'jabatan-lain')),
    ('SEKRETARIS DINAS KESEHATAN,', ('unsure', 'jabatan-lain')),
    ('PPID PELAKSANA,', ('unsure', 'jabatan-lain')),
    (f'a.n. KEPALA DINAS KESEHATAN\n{INDENT}SEKRETARIS DINAS,', ('met', None)),
    (f'KEPALA BIDANG\n{INDENT}PELAYANAN KESEHATAN,', ('unsure', 'jabatan-lain')),
    (f'PPID UTAMA\n{INDENT}selaku KEPALA DINAS,', ('met', None)),
])  # fmt: skip
def test_a_decree_is_signed_by_the_head_or_on_his_behalf(
    office: str, outcome: tuple[str, str | None], source: str
) -> None:
    text = changed(DECREE, (f'KEPALA DINAS KESEHATAN,{GAP}', f'{office}{GAP}'))
    paper = flow(text) if source == 'flow' else printed(text, source='ocr' if source == 'ocr' else 'text')
    finding = findings(paper, 'sk-ppid')['penandatangan']
    assert said(finding) == outcome
    assert finding.place is not None
    assert office.split('\n')[0] in finding.place.text


@pytest.mark.parametrize(('kind', 'text', 'head', 'other'), [
    ('dip', LIST, 'KEPALA DINAS PERHUBUNGAN,', 'KASUBBAG UMUM,'),
    ('sop', PROCEDURE, 'KEPALA DINAS KOMUNIKASI,', 'KEPALA SEKSI LAYANAN,'),
])  # fmt: skip
def test_lists_and_procedures_may_be_signed_by_the_ppid(kind: KindId, text: str, head: str, other: str) -> None:
    right, wrong = ('met', None), ('unsure', 'jabatan-lain')
    for office, outcome in ((head, right), ('PPID PELAKSANA,', right), (other, wrong)):
        paper = changed(text, (head, office.ljust(len(head))))
        assert said(findings(printed(paper), kind)['penandatangan']) == outcome, office


def test_of_two_blocks_the_office_that_may_sign_counts() -> None:
    block = '{0}KEPALA BIDANG DATA,\n\n\n\n{0}Bagas Permadi, S.T.\n{0}NIP. 19810101 200601 1 004\n'
    text = f'{LIST}\n{block.format(" " * 4)}'
    assert findings(printed(text), 'dip')['penandatangan'].value == 'Tirta Wibawa, S.T.'


def test_a_role_is_no_wrong_office() -> None:
    text = changed(LIST, ('KEPALA DINAS PERHUBUNGAN,', 'Yang menyatakan,'))
    assert said(findings(printed(text), 'dip')['penandatangan']) == ('met', None)

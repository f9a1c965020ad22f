"""Blocks on scans of which a stamp hid a part: found from their rests, and never changed for a whole one beside."""

from __future__ import annotations

import pytest

from checker.check import check
from checker.checks.damaged_block import all_blocks
from checker.checks.signer import block_that_counts
from checker.model import Document, KindId, Look, Mark
from tests.papers import DECREE, LETTER, LINE, changed, findings, forced, printed, row_box, rules, said, view_of

OFFICE = '                                        KEPALA DINAS KESEHATAN,\n'
NAME, NIP = 'dr. Rani Kusuma, M.Kes.', 'NIP. 19750101 200003 1 002'
DATE = '                                        Ditetapkan di Sukamaju\n' + ' ' * 40 + 'pada tanggal 14 Januari 2025\n'


def scan(*changes: tuple[str, str], marks: tuple[Mark, ...] = ()) -> Document:
    return printed(changed(DECREE, *changes), source='ocr', marks=marks)


def look(doc: Document) -> Look:
    wants = check(doc, rules(), 2025, KindId('sk-ppid')).wants
    assert wants is not None
    (found,) = wants.looks
    return found


WHOLE = look(scan())


HIDDEN_OFFICE = (OFFICE, OFFICE.replace('KEPALA DINAS KESEHATAN', 'HATAN'))


@pytest.mark.parametrize(
    'changes',
    [
        [('KEPALA DINAS KESEHATAN,\n\n', 'KE LA D NAS\n\n'), (NAME, 'Kusuma, M.K')],
        [HIDDEN_OFFICE],
        [(DATE, ''), HIDDEN_OFFICE],
        [(NAME, 'Kus ma:M.')],
    ],
)
def test_what_ink_left_of_a_block_is_looked_at_where_the_whole_one_stands(changes: list[tuple[str, str]]) -> None:
    found = look(scan(*changes))
    moved = LINE * 2 if (DATE, '') in changes else 0.0
    assert abs(found.box[1] + moved - WHOLE.box[1]) < LINE
    assert abs(found.box[3] + moved - WHOLE.box[3]) < LINE
    assert abs(found.box[0] - WHOLE.box[0]) < 6 * LETTER


def test_a_block_of_rests_is_to_be_looked_at_never_missing() -> None:
    for changes in ([HIDDEN_OFFICE], [(DATE, ''), HIDDEN_OFFICE]):
        found = forced(scan(*changes), 'sk-ppid')['penandatangan']
        assert said(found) == ('unsure', 'kata-rusak')
        assert found.place is not None
        assert NIP in found.place.text


def test_an_office_alone_or_a_table_of_numbers_is_no_block_of_rests() -> None:
    lines = '\n'.join(f'{n}     Tirta Wibawa     NIP. 19800505 200501 1 00{n}' for n in range(1, 5))
    blocks = all_blocks(view_of(printed(f'SUSUNAN PENGELOLA\n{lines}\n', source='ocr')))
    assert [b for b in blocks if b.damaged] == []


def test_print_has_no_rests() -> None:
    assert [b for b in all_blocks(view_of(printed(changed(DECREE, HIDDEN_OFFICE)))) if b.damaged] == []


BESIDE = changed(
    DECREE,
    (OFFICE, 'Sekretaris,' + ' ' * 29 + 'KEPALA DINAS KESEHATAN,\n'),
    (' ' * 40 + NAME, 'Laras Anggita, S.Sos.' + ' ' * 19 + NAME),
    (' ' * 40 + NIP, 'NIP. 19820707 200604 2 004' + ' ' * 14 + NIP),
)


@pytest.mark.parametrize(
    'changes',
    [
        [],
        [('KEPALA DINAS KESEHATAN,\n\n', 'HATAN\n\n')],
        [('KEPALA DINAS KESEHATAN,\n\n', 'HATAN\n\n'), (NAME, 'Kus')],
    ],
)
def test_the_block_under_the_date_counts_not_a_whole_one_beside(changes: list[tuple[str, str]]) -> None:
    part = view_of(printed(changed(BESIDE, *changes), source='ocr'))
    requirement = next(r for r in rules().kinds[KindId('sk-ppid')].requirements if r.check == 'signer')
    block = block_that_counts(part, requirement)
    assert block is not None
    assert block.digits == '197501012000031002'


def test_ink_under_the_date_is_not_passed_over_for_a_whole_block_beside() -> None:
    text = changed(BESIDE, ('KEPALA DINAS KESEHATAN,\n\n', '\n\n'), (NAME, ''), (' ' * 14 + NIP, ''))
    mark = Mark('ink', row_box(text, 'pada tanggal', down=2, width=100.0, height=60.0), amount=0.2)
    found = findings(printed(text, source='ocr', marks=(mark,)), 'sk-ppid')
    assert said(found['tanda-tangan']) == ('unsure', 'tinta-meragukan')
    assert found['penandatangan'].status == 'unsure'


def test_a_page_without_the_words_of_a_decree_still_has_its_block() -> None:
    found = forced(printed(f'surat yang terpotong\n\n{OFFICE}\n\n\n{" " * 40}{NAME}\n{" " * 40}{NIP}\n'), 'sk-ppid')
    assert said(found['penandatangan']) == ('met', None)
    assert said(found['tanda-tangan']) == ('missing', 'blok-kosong')

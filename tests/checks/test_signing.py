"""Several signers: blocks beside each other and tables for signing; none, some and all of them signed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from checker.check import check
from checker.model import DigitalSignature, Document, Mark
from tests.papers import (
    LEFT,
    LINE,
    STEP,
    TOP,
    changed,
    document,
    findings,
    flow,
    printed,
    printed_page,
    row_box,
    rules,
    said,
)
from tests.records import RECORD, SHEET

KIND = 'uji-konsekuensi'
ROWS = ('1. ...', '2. ...', '3. ...')


def ink(text: str, words: str, kind: str = 'ink', down: float = -0.2) -> Mark:
    return Mark(kind, row_box(text, words, down=down, height=12.0))  # type: ignore[arg-type]  # a kind of mark


def signed(*rows: str, kind: str = 'ink') -> Document:
    return printed(RECORD, source='ocr', marks=tuple(ink(RECORD, row, kind) for row in rows))


def test_names_in_a_table_are_the_signers_also_without_nip() -> None:
    for doc in (flow(RECORD), printed(RECORD)):
        found = findings(doc, KIND)['penandatangan']
        assert found.status == 'met'
        assert found.value == 'Tirta Wibawa, S.T., Laras Anggita, Bagas Permadi, S.H.'
        assert len(found.places) == 3


def test_nobody_some_and_all_have_something_in_their_cell() -> None:
    none = findings(signed(), KIND)['tanda-tangan']
    assert (*said(none), none.value) == ('missing', 'blok-kosong', {'signed': 0, 'listed': 3})
    some = findings(signed(*ROWS[:2]), KIND)['tanda-tangan']
    assert (*said(some), some.value) == ('unsure', 'sebagian-bertanda-tangan', {'signed': 2, 'listed': 3})
    every = findings(signed(*ROWS), KIND)['tanda-tangan']
    assert (*said(every), every.value) == ('unsure', 'tinta-meragukan', {'signed': 3, 'listed': 3})


@pytest.mark.parametrize(
    ('pens', 'rows', 'said'),
    [
        ((0.99, 0.98, 0.97), ROWS, ('met', None, 3)),
        ((0.99, 0.5, 0.97), ROWS, ('unsure', 'tinta-meragukan', 3)),
        ((0.99, 0.98, 0.0), ROWS[:2], ('unsure', 'sebagian-bertanda-tangan', 2)),
        ((0.99, 0.99, 0.99), (), ('missing', 'blok-kosong', 0)),
    ],
)
def test_a_record_is_signed_where_every_cell_surely_is(
    pens: tuple[float, ...], rows: tuple[str, ...], said: tuple[str, str | None, int]
) -> None:
    doc = signed(*rows)
    wants = check(doc, rules(), 2025).wants
    assert wants is not None
    assert [look.alone for look in wants.looks] == [True] * 3
    page = doc.pages[0]
    seen = tuple(Mark('pen', look.box, amount=pen) for look, pen in zip(wants.looks, pens, strict=True))
    found = findings(doc.with_pages((replace(page, marks=(*page.marks, *seen)),)), KIND)['tanda-tangan']
    assert (found.status, found.reason, found.value['signed']) == said
    assert found.value['listed'] == 3


@pytest.mark.parametrize('told_by', ['rules', 'numbers'])
def test_a_record_of_which_a_name_was_not_read_is_not_signed_by_all(told_by: str) -> None:
    text = changed(RECORD, ('Laras Anggita       |', 'L4r4s 4ngg1t4       |'))
    if told_by == 'rules':
        text = changed(text, ('\n1  |', '\n   |'), ('\n2  |', '\n   |'), ('\n3  |', '\n   |'))
    doc = printed(text, source='ocr', marks=tuple(ink(RECORD, row) for row in ROWS))
    page = doc.pages[0]
    if told_by == 'rules':
        head = next(i for i, row in enumerate(text.split('\n')) if row.startswith('No | Nama'))
        top, right = TOP + LINE * head - 2, LEFT + STEP * 75
        rows = [(LEFT, top + LINE * n, right, top + LINE * n + 0.5) for n in range(5)]
        edge = (right - 0.5, top, right, top + LINE * 4)
        page = replace(page, rules=np.concatenate([page.rules, np.array([*rows, edge], np.float32)]))
    doc = doc.with_pages((page,))
    wants = check(doc, rules(), 2025).wants
    assert wants is not None
    seen = tuple(Mark('pen', look.box, amount=0.99) for look in wants.looks)
    assert len(seen) == 2
    found = findings(doc.with_pages((replace(page, marks=(*page.marks, *seen)),)), KIND)['tanda-tangan']
    assert (*said(found), found.value) == ('unsure', 'sebagian-bertanda-tangan', {'signed': 2, 'listed': 2})


def test_strokes_that_run_into_each_other_are_two_signers() -> None:
    both = Mark('ink', row_box(RECORD, ROWS[0], down=-0.2, height=26.0))
    found = findings(printed(RECORD, source='ocr', marks=(both,)), KIND)['tanda-tangan']
    assert found.value == {'signed': 2, 'listed': 3}


def test_ink_elsewhere_is_nobody_s() -> None:
    for place in ('Kepala Bidang', 'Tirta Wibawa', 'Dasar Hukum'):
        found = findings(printed(RECORD, source='ocr', marks=(ink(RECORD, place),)), KIND)['tanda-tangan']
        assert found.value == {'signed': 0, 'listed': 3}


def test_pictures_and_typed_words_are_told_apart() -> None:
    pasted = findings(signed(*ROWS, kind='picture'), KIND)['tanda-tangan']
    assert (*said(pasted), pasted.form) == ('unsure', 'hanya-gambar', 'picture')
    typed = changed(RECORD, *((f'{n}. ........', 'ttd') for n in (1, 2, 3)))
    for doc in (flow(typed), printed(typed)):
        found = findings(doc, KIND)['tanda-tangan']
        assert (*said(found), found.form) == ('missing', 'hanya-ttd-ketik', 'typed')


def test_blocks_side_by_side_are_counted() -> None:
    for doc in (flow(SHEET), printed(SHEET)):
        found = findings(doc, KIND)['tanda-tangan']
        assert (*said(found), found.value) == ('missing', 'blok-kosong', {'signed': 0, 'listed': 2})
    one = Mark('ink', row_box(SHEET, 'PPID Pelaksana,', down=1.5, height=25.0))
    found = findings(printed(SHEET, source='ocr', marks=(one,)), KIND)['tanda-tangan']
    assert (*said(found), found.value) == ('unsure', 'sebagian-bertanda-tangan', {'signed': 1, 'listed': 2})


def test_a_certificate_of_one_signer_signs_for_that_one_alone() -> None:
    page = printed_page(RECORD)
    own = DigitalSignature('S1', True, 'file', False, 'LARAS ANGGITA', 'BSrE', None, 'belum-diverifikasi')
    doc = Document(document(page).sha256, 'pdf', (page,), (own,))
    found = findings(doc, KIND)['tanda-tangan']
    assert (*said(found), found.value) == ('unsure', 'sebagian-bertanda-tangan', {'signed': 1, 'listed': 3})


def test_an_expired_certificate_in_the_table_is_left_to_people() -> None:
    names = ('LARAS ANGGITA', 'TIRTA WIBAWA', 'BAGAS PERMADI')
    page = printed_page(RECORD)
    own = tuple(DigitalSignature(f'S{n}', True, 'file', False, name, 'BSrE', None, 'belum-diverifikasi',
                                 certificate='kedaluwarsa' if n == 0 else 'berlaku') for n, name in enumerate(names))
    found = findings(Document(document(page).sha256, 'pdf', (page,), own), KIND)['tanda-tangan']
    assert said(found) == ('unsure', 'tidak-cocok')
    assert 'kedaluwarsa' in (found.message or '')


def test_a_table_with_dots_for_names_lists_nobody() -> None:
    names = ('Tirta Wibawa, S.T.', 'Laras Anggita', 'Bagas Permadi, S.H.')
    text = changed(RECORD, *((name, '.........') for name in names))
    found = findings(text, KIND)
    assert said(found['penandatangan']) == ('missing', 'label-kosong')
    assert found['tanda-tangan'].status == 'missing'

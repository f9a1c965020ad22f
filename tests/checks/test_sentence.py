"""Statements: words that follow one another in one sentence."""

from __future__ import annotations

import pytest

from tests.kinds_soft_papers import STATEMENT
from tests.papers import changed, findings, flow, printed, said
from tests.report_papers import MAKLUMAT

REST = MAKLUMAT[MAKLUMAT.index('DENGAN INI') : MAKLUMAT.index(' ' * 40)]


def stated(words: str, id: str, *, ocr: bool = False) -> tuple[str, str | None]:
    text = changed(MAKLUMAT, (REST, f'{words}\n'))
    return said(findings(printed(text, source='ocr') if ocr else flow(text), 'maklumat')[id])


@pytest.mark.parametrize('words', [
    'Kami siap menerima sanksi.',
    'Kami bersedia untuk menerima segala bentuk sanksi sesuai ketentuan.',
    'Apabila lalai, kami rela dikenai sangsi.',
    'Kami sanggup\nmenerima\nsanksi administratif.',
    'Kami siap diberikan sanksi.',
])  # fmt: skip
def test_a_penalty_is_accepted_in_many_words(words: str) -> None:
    assert stated(words, 'sanksi') == ('met', None)


@pytest.mark.parametrize('words', [
    'Pemohon dikenakan sanksi apabila menyalahgunakan informasi.',
    'Kami tidak bersedia menerima sanksi.',
    'Kami siap menerima masukan. Sanksi diatur oleh bupati.',
    'Sanksi siap kami terima.',
    f'Kami siap menerima saran dari {"masyarakat pengguna layanan " * 4} dan sanksi',
])  # fmt: skip
def test_other_sentences_with_the_word_are_not(words: str) -> None:
    assert stated(words, 'sanksi') == ('missing', 'tidak-ada')


@pytest.mark.parametrize(('words', 'outcome'), [
    ('Kami berjanji:\n1. Memberikan pelayanan yang cepat;\n2. Ramah.', ('met', None)),
    ('Kami akan melayani masyarakat dengan ramah.', ('met', None)),
    ('Kami siap memberikan layanan terbaik.', ('met', None)),
    ('Kami siap menerima sanksi apabila tidak memberikan pelayanan sesuai standar.', ('missing', 'tidak-ada')),
    ('Apabila kami tidak memberikan pelayanan, kami siap menerima sanksi.', ('missing', 'tidak-ada')),
    ('Kami tidak sanggup memberikan pelayanan.', ('missing', 'tidak-ada')),
])  # fmt: skip
def test_a_promise_is_to_serve(words: str, outcome: tuple[str, str | None]) -> None:
    assert stated(words, 'kesanggupan') == outcome


def test_scanned_letters_are_forgiven() -> None:
    assert stated('Kami siap menerirna sanksl sesuai peraturan.', 'sanksi', ocr=True) == ('met', None)


@pytest.mark.parametrize(('words', 'status'), [
    ('tidak ada permohonan informasi', 'met'),
    ('permohonan informasi publik tidak ada', 'met'),
    ('jumlah permohonan yang masuk: NIHIL', 'met'),
    ('apabila tidak ada permohonan, register tetap diisi', 'missing'),
    ('permohonan telah dilayani. Kesalahan tidak ada', 'missing'),
    ('tidak ada kesalahan', 'missing'),
])  # fmt: skip
def test_groups_may_stand_in_either_order_where_the_rule_says_so(words: str, status: str) -> None:
    said_there = STATEMENT[STATEMENT.index('selama') : STATEMENT.index('Demikian')]
    text = changed(STATEMENT, (said_there, f'{words}.\n'))
    assert findings(flow(text), 'surat-pernyataan')['pernyataan'].status == status

"""Article 17 with its letters: of which law it is, in every order, and what satisfies nothing."""

from __future__ import annotations

import pytest

from checker.checks.article import check
from checker.model import KindId, RequirementId
from tests.papers import flow, printed, rules, said, view_of
from tests.records import EXCLUDED

RULE = rules().kinds[KindId('dik')].requirement(RequirementId('pasal-17'))


def outcome(cell: str, head: str = '', source: str = 'flow') -> tuple[str, str | None, object]:
    assert RULE is not None
    text = f'DAFTAR INFORMASI YANG DIKECUALIKAN\n{head}\n1  Rekam medis  {cell}  10 tahun'
    doc = flow(text) if source == 'flow' else printed(text, source='ocr')
    found = check(view_of(doc, 'dik'), RULE)
    return found.status, found.reason, found.value


@pytest.mark.parametrize(('cell', 'letters'), [
    ('UU 14/2008 Pasal 17 huruf h', 'h'),
    ('UU No. 14 Tahun 2008 tentang KIP, Pasal 17 huruf a dan i', 'a, i'),
    ('Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik Pasal 17 huruf a, c dan h', 'a, c, h'),
    ('Pasal 17 huruf b Undang-Undang Nomor 14 Tahun 2008', 'b'),
    ('UU KIP Pasal 17 huruf j', 'j'),
    ('Pasal 17 huruf h UU KIP; Pasal 44 UU 43/2009', 'h'),
    ('UU 14/2008 Pasal 17 (h)', 'h'),
    ('Peraturan Perundang-undangan : Undang-Undang Nomor 14 Tahun 2008 Pasal 17 huruf h', 'h'),
    ('UU 14/2008 Pasal 17 ayat (1) huruf c', 'c'),
    ('UU 43/2009 Pasal 44; UU 14/2008 Pasal 17 huruf h', 'h'),
])  # fmt: skip
def test_the_law_before_or_after_its_article(cell: str, letters: str) -> None:
    assert outcome(cell) == ('met', None, letters)


def test_the_law_may_stand_once_in_the_head() -> None:
    head = 'Dasar : Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik'
    assert outcome('Pasal 17 huruf h', head) == ('met', None, 'h')
    assert outcome('Pasal 17 huruf h', 'Dasar : UU KIP') == ('met', None, 'h')


@pytest.mark.parametrize('cell', ['Pasal 17 huruf h', 'UU 14/2008 Pasal 17', 'UU 14/2008 Pasal 17 huruf k', 'Pasal 17'])
def test_without_law_or_letter_people_look(cell: str) -> None:
    assert outcome(cell)[:2] == ('unsure', 'terisi-sebagian')


@pytest.mark.parametrize('cell', [
    'UU 14/2008', 'UU 14/2008 Pasal 18 huruf a', 'UU 14/2008 Pasal 170 huruf a', 'UU 43/2009 Pasal 17 huruf a',
    'UU ITE Pasal 17 huruf a', 'Pasal 17 huruf a UU 43/2009', 'PP 61/2010 Pasal 17 huruf a',
    'PP 61 Tahun 2010 tentang Pelaksanaan UU 14/2008 Pasal 17 huruf a',
])  # fmt: skip
def test_another_law_s_article_and_the_law_alone_satisfy_nothing(cell: str) -> None:
    assert outcome(cell)[0] == 'missing'


def test_another_law_s_article_does_not_spoil_ours() -> None:
    assert outcome('UU 43/2009 Pasal 17 huruf b; UU 14/2008 Pasal 17 huruf h') == ('met', None, 'h')


def test_letters_that_open_the_next_item_are_not_the_article_s() -> None:
    found = outcome('a. UU 14/2008 Pasal 17 huruf a;\nb. Peraturan Menteri tentang kode etik')
    assert found == ('met', None, 'a')


@pytest.mark.parametrize('mark', [';', ':'])
def test_the_next_law_is_not_the_article_s_own(mark: str) -> None:
    """Scans read a semicolon as a colon."""
    assert outcome(f'UU 14 Tahun 2008 Pasal 17 huruf c{mark} UU 11 Tahun 2008') == ('met', None, 'c')
    assert outcome(f'UU 11 Tahun 2008 Pasal 17 huruf c{mark} UU 14 Tahun 2008')[0] == 'missing'


def test_digits_misread_on_a_scan_are_turned_back() -> None:
    assert outcome('UU 14/2008 Pasal l7 huruf h', source='ocr') == ('met', None, 'h')


def test_the_place_is_the_article_s() -> None:
    assert RULE is not None
    found = check(view_of(printed(EXCLUDED), 'dik'), RULE)
    assert said_of(found) == ('met', None)
    assert found.place is not None and found.place.text == 'Pasal 17 huruf h' and found.place.box is not None


def said_of(found: object) -> tuple[str, str | None]:
    return said(found)  # type: ignore[arg-type]  # an outcome has status and reason as a finding has

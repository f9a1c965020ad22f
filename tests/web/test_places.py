"""What the list says of places: pieces of a place aren't told twice, and what has none says where it was looked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from checker.model import PageInfo, Part, Place, Report
from tests.web import material
from web import places
from web.board import Board

WHOLE = Place(3, (300.0, 600.0, 500.0, 630.0), None, "Ditetapkan di Contoh pada tanggal 3 Februari 2025")


@dataclass(frozen=True)
class Law:
    name: str


def board() -> Board:
    return Board(material.KINDS, material.reading, material.picture, {'uu-14-2008': Law("UU 14/2008")})


@pytest.mark.parametrize(('place', 'piece'), [
    (WHOLE, True),
    (Place(3, (350.0, 615.0, 500.5, 630.0), None, "3 Februari  2025"), True),
    (Place(2, (350.0, 615.0, 500.0, 630.0), None, "3 Februari 2025"), False),
    (Place(3, (350.0, 615.0, 560.0, 630.0), None, "3 Februari 2025"), False),
    (Place(3, (350.0, 615.0, 500.0, 630.0), None, "4 Februari 2025"), False),
    (Place(None, None, 'paragraf 3', "3 Februari 2025"), False),
])
def test_a_place_within_another_is_a_piece_of_it_when_its_words_are_too(place: Place, piece: bool) -> None:
    assert places.inside(place, WHOLE) is piece


def test_without_another_place_nothing_is_a_piece() -> None:
    assert not places.inside(WHOLE, None)


@pytest.mark.parametrize(('value', 'check', 'says'), [
    ('uu-14-2008', 'legal-basis', "UU 14/2008"), ('uu-99-2099', 'current-law', None), (12, 'rows', "12 baris terisi"),
    ('uji-konsekuensi', 'one-of', "uji konsekuensi"), ('440/SK-1/2025', 'field', "440/SK-1/2025"),
    ('2025-02-03', 'date', "3 Februari 2025"), (None, 'section', None),
])
def test_a_value_is_told_in_words_and_never_by_an_id(value: Any, check: str, says: str | None) -> None:
    assert places.value(material.finding('x', value=value), check, board()) == says


def test_a_value_that_the_words_found_say_already_is_not_told_again() -> None:
    assert places.value(material.finding('x', value='2025-02-03', place=WHOLE), 'place-date', board()) is None


@pytest.mark.parametrize(('reason', 'says'), [
    ('tidak-ada', "Dicari di halaman 2–4."), ('tidak-terbaca', "Sulit dibaca: halaman 3."),
    ('belum-dibaca', "Belum dibaca: halaman 4."),
])
def test_what_has_no_place_says_which_pages_to_look_at(reason: str, says: str) -> None:
    sheet = PageInfo(1, 595.0, 842.0, 'ocr', 'good')
    infos = (replace(sheet, grade='poor'), replace(sheet, n=2), replace(sheet, n=3, grade='unreadable'),
             replace(sheet, n=4, source='none', grade='unreadable'))
    part = Part(material.SK, 90.0, None, (2, 4), None)
    report = Report('x.pdf', None, material.PDF, 2025, 'r', 'e', None, infos, parts=(part,))
    assert places.searched(material.finding('lampiran', 'unsure', reason=reason), part, report) == says
    assert places.searched(material.finding('lampiran'), part, report) is None


def test_many_hard_pages_are_counted_instead_of_named() -> None:
    infos = tuple(PageInfo(n, 595.0, 842.0, 'ocr', 'poor') for n in range(1, 21))
    part = Part(material.SK, 90.0, None, (1, 20), None)
    report = Report('x.pdf', None, material.PDF, 2025, 'r', 'e', None, infos, parts=(part,))
    says = places.searched(material.finding('lampiran', 'unsure', reason='tidak-terbaca'), part, report)
    assert says == "Sulit dibaca: halaman 1, 2, 3, 4, 5, 6, 7, 8 dan 12 lainnya."


def test_a_flowing_document_has_no_pages_to_name() -> None:
    report = material.docx_report()
    assert places.searched(report.parts[0].findings[2], report.parts[0], report) == "Dicari di seluruh naskah."

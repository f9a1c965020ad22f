"""Heads of letters: old and new layout, what the subject names, and what is no letter of its own."""

from __future__ import annotations

import pytest

from checker.letters import Letter, letter_of
from checker.model import KindId
from checker.view import PageView
from tests.kinds_soft_papers import ERRAND, INVITATION
from tests.papers import changed, flow, printed, rules


def head(text: str, *, laid_out: bool = True) -> Letter | None:
    doc = printed(text) if laid_out else flow(text)
    return letter_of(PageView(doc.pages[0]), rules().kinds[KindId('undangan')].identify, rules().anchors)


@pytest.mark.parametrize('laid_out', [True, False])
def test_an_invitation_is_told_by_its_subject_in_both_layouts(laid_out: bool) -> None:
    found = head(INVITATION, laid_out=laid_out)
    assert found is not None and found.fits
    assert '005/112/DISKOMINFO/2025' in found.number


def test_the_subject_may_wrap_beside_its_label() -> None:
    wrapped = changed(
        INVITATION,
        (
            'Hal       :  Undangan\n',
            'Hal       :  Penyusunan Daftar Informasi\n             Publik dan Undangan Rapat\n',
        ),
    )
    found = head(wrapped)
    assert found is not None and found.fits


def test_a_subject_a_little_lower_than_its_label_is_still_its_subject() -> None:
    lower = changed(INVITATION, ('Hal       :  Undangan\n', 'Hal\n             Undangan\n'))
    found = head(lower)
    assert found is not None and found.fits


def test_an_addressee_beside_the_subject_is_no_subject() -> None:
    beside = changed(
        INVITATION, ('Hal       :  Undangan\n', 'Hal       :  Permohonan          Yth. Panitia Undangan\n')
    )
    found = head(beside)
    assert found is not None and not found.fits


def test_a_letter_on_something_else_does_not_fit_and_a_spoilt_subject_is_none() -> None:
    other = head(changed(INVITATION, ('Hal       :  Undangan', 'Hal       :  Rapat Koordinasi')))
    assert other is not None and not other.fits and other.events >= 3
    assert head(changed(INVITATION, ('Hal       :  Undangan', 'Hal       :  Permohonan Data'))) is None


def test_a_sentence_that_begins_with_the_label_is_no_subject() -> None:
    assert head(changed(INVITATION, ('Hal       :  Undangan', 'Hal tersebut sesuai undangan kami'))) is None


def test_what_a_letter_encloses_is_no_letter() -> None:
    assert (
        head('Lampiran Surat Kepala Dinas\nNomor : 005/112/2025\nTanggal : 24 Februari 2025\nHal : Undangan\n') is None
    )


def test_another_title_over_it_makes_it_none() -> None:
    assert head('NOTA DINAS\n' + INVITATION) is None
    assert head(ERRAND) is None

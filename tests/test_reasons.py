"""Every reason has its sentence, in Indonesian, with something that the officer can do."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from checker import reasons
from checker.model import Reason, RequirementId
from checker.reasons import explain, rejection
from checker.rulebook import Requirement

NUMBER = Requirement(RequirementId('nomor'), 'Nomor keputusan', 'field')
REASONS: tuple[Reason, ...] = get_args(Reason)


@pytest.mark.parametrize('reason', REASONS)
def test_every_reason_of_the_catalogue_names_the_requirement_and_says_what_to_do(reason: Reason) -> None:
    message, advice = explain(reason, NUMBER)
    assert message.startswith('Nomor keputusan')
    for sentence in (message, advice):
        assert sentence.endswith('.')
        assert '{' not in sentence
        assert len(sentence) <= 140


def test_no_two_reasons_read_alike() -> None:
    messages = [explain(reason, NUMBER)[0] for reason in REASONS]
    assert len(set(messages)) == len(messages)


def test_a_rule_s_own_advice_goes_first() -> None:
    own = replace(NUMBER, advice='Unggah naskah yang sudah bernomor.')
    assert explain('label-kosong', own)[1] == 'Unggah naskah yang sudah bernomor.'
    assert explain('label-kosong', own)[0] == explain('label-kosong', NUMBER)[0]


@pytest.mark.parametrize(
    'key',
    [
        'bukan-judul',
        'kata-rusak',
        'placeholder',
        'label-kosong',
        'tanpa-isi',
        'di-luar-tempat',
        'di-luar-kepala-tabel',
        'kata-lain',
    ],
)
def test_what_rejected_a_candidate_is_said_in_words(key: str) -> None:
    assert ' ' in rejection(key)


def test_an_unknown_rejection_is_shown_as_it_is() -> None:
    assert rejection('kunci-baru') == 'kunci-baru'


def test_nothing_is_said_of_reasons_that_the_catalogue_does_not_know() -> None:
    assert set(reasons._SENTENCES) == set(REASONS)


@pytest.mark.parametrize('key', reasons.DETAILS)
def test_every_detail_names_the_requirement_what_it_is_given_and_what_to_do(key: str) -> None:
    message, advice = explain('penanda-lain', NUMBER, (key, 'Rani {x}', 'Bagas'))
    assert message.startswith('Nomor keputusan') and '"Rani {x}"' in message and message.endswith('.')
    assert advice[0].isupper() and advice.endswith('.')

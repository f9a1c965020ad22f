"""Lines of signers' blocks: what stands before an office, and what no name has."""

from __future__ import annotations

import pytest

from checker.checks.signer_words import acknowledges, bare_office, certifies, heads_initials, is_rank, is_typed
from tests.papers import rules

SIGNERS = rules().signers


@pytest.mark.parametrize('before', [
    'a.n. ', 'an. ', 'A.N. ', 'a/n ', 'a. n. ', 'u.b. ', 'Plt. ', 'PLT ', 'Plh. ', 'Pj. ', 'Pjs. ', 'a.n. Plt. ',
    'Atas nama ', 'Pelaksana Tugas ', 'Mengetahui, ', 'Disahkan oleh : ', 'selaku ',
])  # fmt: skip
def test_what_stands_before_an_office_is_taken_off_in_all_its_spellings(before: str) -> None:
    assert bare_office(f'{before}Kepala Dinas Sosial,', SIGNERS) == 'Kepala Dinas Sosial'


@pytest.mark.parametrize('office', ['Anggota', 'Ketua', 'Plastik', 'Ubin', 'Kepala Dinas Sosial'])
def test_a_word_that_only_begins_alike_stays(office: str) -> None:
    assert bare_office(office, SIGNERS) == office


@pytest.mark.parametrize(('line', 'rank'), [
    ('Pembina Tk. I', True), ('Penata Muda Tingkat I (III/b)', True), ('Pangkat/Gol. : IV/a', True),
    ('PEMBINA UTAMA MUDA, IV/c', True), ('Gol. IV/b', True), ('Sekar Prabaningrum', False),
])  # fmt: skip
def test_ranks_are_told_in_all_spellings(line: str, rank: bool) -> None:
    assert is_rank(line, SIGNERS) is rank


def test_typed_signatures_stand_alone() -> None:
    assert is_typed('t.t.d.', SIGNERS)
    assert is_typed('d t o', SIGNERS)
    assert not is_typed('ttd Kepala', SIGNERS)


def test_who_acknowledges_or_certifies_is_told_from_who_decides() -> None:
    assert acknowledges('Mengetahui/Menyetujui :', SIGNERS)
    assert not acknowledges('Kepala Dinas mengetahui', SIGNERS)
    assert certifies('Salinan sesuai dengan aslinya', SIGNERS)
    assert not certifies('Kepala Bagian Hukum', SIGNERS)


def test_the_head_of_a_table_for_initials() -> None:
    assert heads_initials('PARAF KOORDINASI', SIGNERS)
    assert heads_initials('Paraf', SIGNERS)
    assert not heads_initials('Paraf pejabat dibubuhkan sebelum naskah ditandatangani', SIGNERS)
    assert not heads_initials('Parafrase', SIGNERS)

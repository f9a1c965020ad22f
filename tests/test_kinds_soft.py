# ruff: noqa: E501 - a row of a table is one line here, as on paper
"""Kinds that are easily taken for one another: letters, lists, forms, budgets, and several of them in one file."""

from __future__ import annotations

import pytest

from checker.check import check
from checker.model import Document
from tests.kinds_soft_papers import (
    ATTENDANCE,
    BLANK_FORM,
    BUDGET,
    ERRAND,
    FORM,
    INVITATION,
    MINUTES,
    REGISTER,
    STATEMENT,
)
from tests.papers import (
    PERIOD,
    PRINTED_LIST,
    PROCEDURE,
    changed,
    document,
    findings,
    flow,
    printed,
    printed_page,
    rules,
    said,
    without,
)
from tests.report_papers import COVER

PAPERS = {
    'undangan': INVITATION,
    'surat-tugas': ERRAND,
    'daftar-hadir': ATTENDANCE,
    'notulen': MINUTES,
    'register-permohonan': REGISTER,
    'formulir-permohonan': FORM,
    'anggaran': BUDGET,
    'surat-pernyataan': STATEMENT,
}


def kinds(*texts: str, source: str = 'text') -> list[tuple[str, tuple[int, int]]]:
    halves = [half for text in texts for half in text.split('---\n')]
    doc = document(
        *(printed_page(half, n, source='ocr' if source == 'ocr' else 'text') for n, half in enumerate(halves, 1))
    )
    return [(part.kind, part.pages) for part in check(doc, rules(), PERIOD).parts]


def kind_of(doc: Document) -> list[str]:
    return [part.kind for part in check(doc, rules(), PERIOD).parts]


@pytest.mark.parametrize('kind', PAPERS)
def test_each_is_told_in_a_flow_on_paper_and_on_a_scan(kind: str) -> None:
    text = PAPERS[kind]
    for doc in (flow(text), printed(text), printed(text, source='ocr')):
        assert kind_of(doc) == [kind]


@pytest.mark.parametrize('kind', PAPERS)
def test_what_is_typed_is_found_in_each(kind: str) -> None:
    for doc in (flow(PAPERS[kind]), printed(PAPERS[kind])):
        for id, finding in findings(doc, kind).items():
            expected = 'missing' if id == 'tanda-tangan' else 'met'
            assert not finding.required or finding.status == expected, (id, finding)


def test_lists_are_told_apart() -> None:
    excluded = 'DAFTAR INFORMASI YANG DIKECUALIKAN\nTAHUN 2025\nNo | Informasi | Dasar Hukum | Konsekuensi | Jangka Waktu\n1 | Data pribadi | Pasal 17 | Melanggar hak | 5 tahun\n'
    assert kinds(PRINTED_LIST) == [('dip', (1, 1))]
    assert 'dip' not in [kind for kind, _ in kinds(excluded)] and 'register-permohonan' not in [
        kind for kind, _ in kinds(excluded)
    ]
    assert kinds(REGISTER) == [('register-permohonan', (1, 1))]


def test_a_guest_book_and_a_list_of_receivers_are_neither_register_nor_attendance() -> None:
    guests = changed(
        REGISTER,
        ('REGISTER PERMINTAAN INFORMASI PUBLIK', 'BUKU TAMU'),
        ('Informasi Yang Diminta', 'Bertemu dengan         '),
        ('Tujuan      ', 'Keperluan   '),
    )
    assert kinds(guests) == [('lain', (1, 1))]
    for title in ('DAFTAR PENERIMA HONOR', 'DAFTAR TANDA TERIMA'):
        assert kinds(changed(ATTENDANCE, ('DAFTAR HADIR', title))) == [('lain', (1, 1))]


@pytest.mark.parametrize(
    'title',
    [
        'DAFTAR ISIAN PELAKSANAAN ANGGARAN (DIPA)',
        'RENCANA KERJA DAN ANGGARAN',
        'DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN',
    ],
)
def test_budgets_are_budgets_and_no_list_of_information(title: str) -> None:
    assert kinds(changed(BUDGET, ('DOKUMEN PELAKSANAAN ANGGARAN', title))) == [('anggaran', (1, 1))]


def test_a_title_of_minutes_is_no_signer() -> None:
    under = 'NOTULEN RAPAT\n\n\n' + ' ' * 20 + 'Hendra Kusuma, S.Pd.'
    unsigned = changed(without(MINUTES, 'Notulis,', 'Nadia', 'Hari/', 'Tempat'), ('NOTULEN RAPAT', under))
    assert findings(printed(unsigned), 'notulen')['penandatangan'].status == 'missing'


def test_a_report_on_what_was_spent_is_no_budget() -> None:
    spent = changed(BUDGET, ('DOKUMEN PELAKSANAAN ANGGARAN', 'PENJABARAN LAPORAN REALISASI ANGGARAN'))
    assert kinds(spent) == [('lain', (1, 1))]


def test_letters_are_told_apart() -> None:
    assert kinds(INVITATION) == [('undangan', (1, 1))]
    assert kinds(ERRAND) == [('surat-tugas', (1, 1))]
    for subject in ('Permohonan Data', 'Penyampaian SK PPID', 'Pengantar Daftar Informasi Publik'):
        assert kinds(changed(INVITATION, ('Hal       :  Undangan', f'Hal       :  {subject}'))) == [('lain', (1, 1))]


def test_an_invitation_that_speaks_of_a_decree_at_length_stays_one() -> None:
    speech = """\
Menindaklanjuti Keputusan Bupati tentang Penetapan Pejabat Pengelola Informasi dan Dokumentasi yang memuat
Menimbang, Mengingat, MEMUTUSKAN dan Menetapkan, serta lampirannya, kami mengundang Saudara untuk hadir pada"""
    text = changed(INVITATION, ('Dengan hormat kami mengundang Saudara untuk hadir pada', speech))
    assert kinds(text) == [('undangan', (1, 1))]
    assert said(findings(printed(text), 'undangan')['acara']) == ('met', None)


def test_a_blank_form_is_the_same_kind_and_no_evidence() -> None:
    assert kinds(FORM) == kinds(BLANK_FORM) == [('formulir-permohonan', (1, 1))]
    assert said(findings(printed(FORM), 'formulir-permohonan')['isi'])[0] == 'met'
    assert said(findings(printed(BLANK_FORM), 'formulir-permohonan')['isi']) == ('missing', 'isi-kosong')


def test_a_procedure_about_forms_stays_a_procedure() -> None:
    text = changed(PROCEDURE, ('PELAYANAN PERMOHONAN INFORMASI PUBLIK', 'PENGISIAN FORMULIR PERMOHONAN INFORMASI'))
    assert kinds(text) == [('sop', (1, 1))]


@pytest.mark.parametrize('pledge', ['TANGGUNG JAWAB MUTLAK', 'KESANGGUPAN', 'KOMITMEN'])
def test_a_pledge_is_no_statement_that_something_did_not_happen(pledge: str) -> None:
    assert kinds(changed(STATEMENT, ('SURAT PERNYATAAN', f'SURAT PERNYATAAN {pledge}')))[0][0] == 'lain'
    promise = changed(STATEMENT, ('tidak\nmenerima', 'sanggup\nmelayani'))
    assert findings(printed(promise), 'surat-pernyataan')['pernyataan'].status == 'missing'


def test_a_signer_of_minutes_is_no_title() -> None:
    untitled = changed(MINUTES, ('NOTULEN RAPAT', 'RAPAT KERJA'), ('Notulis,', 'Notulen,'))
    assert 'notulen' not in [kind for kind, _ in kinds(untitled)]


def test_minutes_are_no_record_of_an_agreement() -> None:
    assert kinds(MINUTES) == [('notulen', (1, 1))]
    assert kinds(changed(MINUTES, ('NOTULEN RAPAT', 'BERITA ACARA RAPAT')))[0][0] != 'notulen'


def test_what_a_meeting_leaves_behind_is_parted_in_one_file() -> None:
    assert kinds(INVITATION, ERRAND, ATTENDANCE, MINUTES) == [
        ('undangan', (1, 1)),
        ('surat-tugas', (2, 2)),
        ('daftar-hadir', (3, 3)),
        ('notulen', (4, 4)),
    ]


def test_a_report_with_a_register_and_an_attendance_list_inside_stays_one() -> None:
    rest = 'BAB IV\nKENDALA\nKendala internal berupa keterbatasan petugas layanan.\n'
    assert kinds(COVER, REGISTER, rest, ATTENDANCE) == [('laporan-layanan', (1, 4))]


def test_a_list_of_the_invited_belongs_to_its_invitation_and_a_second_letter_does_not() -> None:
    enclosed = 'Lampiran Surat Kepala Dinas\nNomor : 005/112/DISKOMINFO/2025\nTanggal : 24 Februari 2025\nHal : Undangan\n1. Kepala Dinas Kesehatan\n2. Camat Muara\n'
    second = changed(INVITATION, ('005/112/', '005/113/'))
    assert kinds(INVITATION, enclosed) == [('undangan', (1, 2))]
    assert kinds(INVITATION, second) == [('undangan', (1, 1)), ('undangan', (2, 2))]


def test_an_attendance_list_goes_on_over_the_page() -> None:
    more = '4   | Tirta Wibawa         | Dinas Sosial           | 4. ..........  |\n'
    assert kinds(ATTENDANCE, more) == [('daftar-hadir', (1, 2))]
    doc = document(printed_page(ATTENDANCE, 1), printed_page(more, 2))
    assert findings(doc, 'daftar-hadir')['tanda-tangan'].value == {'signed': 0, 'listed': 4}

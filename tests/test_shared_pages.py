"""A page on which one document ends and the next begins is parted, and no other page is."""

from __future__ import annotations

import pytest

from checker.check import check
from checker.model import Document
from tests.papers import PERIOD, flow, printed, rules

LETTERHEAD = """\
                    PEMERINTAH KABUPATEN SUKAMAJU
                    DINAS KESEHATAN
"""
SIGNED = """\
                                        KEPALA DINAS KESEHATAN,



                                        dr. Rani Kusuma, M.Kes.
                                        NIP. 19750101 200003 1 002
"""
DUTY = f"""{LETTERHEAD}
                    SURAT TUGAS
                    NOMOR : 800/21/ST/2025
Dasar     :     DPA Dinas Kesehatan Tahun 2025
                    MEMERINTAHKAN
Kepada    :     Laras Anggita
Untuk     :     Mengikuti bimbingan teknis PPID
{SIGNED}
"""
LETTER = f"""{LETTERHEAD}
Nomor     :     005/12/DINKES/2025
Sifat     :     Biasa
Hal       :     Undangan
Yth. Kepala Puskesmas
Hari/Tanggal    :     Senin, 3 Maret 2025
Waktu     :     09.00 WIB
Tempat    :     Aula
Acara     :     Rapat koordinasi PPID
{SIGNED}
"""
MINUTES = f"""
                                   NOTULEN RAPAT
Hari/Tanggal    :     Senin, 3 Maret 2025
Pembahasan
1. Rapat dibuka oleh Kepala Dinas.
2. Daftar informasi ditetapkan bulan Maret.
{SIGNED}
"""
PRESENT = """
                                   DAFTAR HADIR
Hari/Tanggal    :     Senin, 3 Maret 2025
No    Nama               Jabatan              Tanda Tangan
1     Laras Anggita      Staf
2     Tirta Wibawa       Staf
"""


def told(document: Document) -> list[tuple[str, tuple[int, int]]]:
    return [(str(part.kind), part.pages) for part in check(document, rules(), PERIOD).parts]


@pytest.mark.parametrize('make', [flow, printed], ids=['flow', 'printed'])
@pytest.mark.parametrize(
    ('text', 'kinds'),
    [
        (LETTER + MINUTES, ['undangan', 'notulen']),
        (MINUTES + PRESENT, ['notulen', 'daftar-hadir']),
        (DUTY + LETTER, ['surat-tugas', 'undangan']),
        (DUTY + LETTER + MINUTES + PRESENT, ['surat-tugas', 'undangan', 'notulen', 'daftar-hadir']),
    ],
)
def test_a_paper_under_another_one_s_signature_is_a_part_of_its_own(make: object, text: str, kinds: list[str]) -> None:
    assert callable(make)
    assert told(make(text)) == [(kind, (1, 1)) for kind in kinds]


def test_the_letterhead_once_more_parts_a_page_under_a_page_number() -> None:
    unsigned = MINUTES.replace(SIGNED, '')
    page = f'                                        3\n{LETTERHEAD}{unsigned}\n{LETTERHEAD}{PRESENT}'
    assert told(printed(page)) == [('notulen', (1, 1)), ('daftar-hadir', (1, 1))]


def test_minutes_whose_chair_is_named_over_the_discussion_are_a_part_of_their_own() -> None:
    chaired = MINUTES.replace('Pembahasan', 'Pimpinan Rapat  :     Dr. Tirta Wibawa, S.E., M.M.\nPembahasan')
    assert told(printed(LETTER + chaired)) == [('undangan', (1, 1)), ('notulen', (1, 1))]


def test_each_part_of_a_page_answers_for_itself() -> None:
    open_ = MINUTES.replace('Rapat dibuka oleh Kepala Dinas.', '....').replace('Daftar informasi ditetapkan', '....')
    letter, minutes = check(printed(LETTER + open_.replace(' bulan Maret.', '')), rules(), PERIOD).parts
    found = {str(f.requirement): f for f in minutes.findings}
    assert found['pembahasan'].status == 'missing'
    assert found['penandatangan'].status == 'met'
    number = next(f for f in letter.findings if f.requirement == 'nomor')
    assert number.status == 'met'
    assert number.place is not None
    assert found['penandatangan'].place is not None
    assert (number.place.box or (0,) * 4)[1] < (found['penandatangan'].place.box or (0,) * 4)[1]


def test_what_begins_in_the_middle_of_a_page_goes_on_over_it() -> None:
    assert told(printed(LETTER + PRESENT + '---\n3     Sekar Ayu          Staf\n4     Galang             Staf\n')) == [
        ('undangan', (1, 1)),
        ('daftar-hadir', (1, 2)),
    ]


@pytest.mark.parametrize(
    'inside',
    [f'{" " * 35}DAFTAR HADIR\n1. Laras Anggita\n2. Tirta Wibawa\n', 'Tembusan:\n1. NOTULEN RAPAT\n2. DAFTAR HADIR\n'],
    ids=['heading', 'copies'],
)
def test_a_title_within_a_paper_parts_nothing(inside: str) -> None:
    text = MINUTES.replace('Pembahasan\n', f'{inside}Pembahasan\n')
    assert told(printed(text)) == [('notulen', (1, 1))]


def test_lists_of_copies_under_the_signature_part_nothing() -> None:
    assert told(printed(LETTER + 'Tembusan:\n1. Bupati Sukamaju\n2. Daftar Hadir\n')) == [('undangan', (1, 1))]


def test_attendance_at_two_meetings_is_two_lists_and_at_one_over_two_pages_one() -> None:
    other = PRESENT.replace('Senin, 3 Maret', 'Rabu, 9 April')
    assert told(printed(f'{PRESENT}---\n{other}')) == [('daftar-hadir', (1, 1)), ('daftar-hadir', (2, 2))]
    assert told(printed(f'{PRESENT}---\n{PRESENT}')) == [('daftar-hadir', (1, 2))]


def test_a_page_without_title_under_the_letterhead_once_more_is_no_page_of_the_signed_letter() -> None:
    untitled = f'{LETTERHEAD}Telah hadir bersama kami semua peserta yang diundang.\n1. Laras Anggita\n2. Tirta Wibawa\n'
    assert told(printed(f'{LETTER}---\n{untitled}')) == [('undangan', (1, 1)), ('lain', (2, 2))]
    assert told(printed(f'{LETTER}---\nTembusan :\n1. Bupati Sukamaju\n')) == [('undangan', (1, 2))]

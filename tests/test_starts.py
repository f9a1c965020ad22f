# ruff: noqa: E501 - a row of a table is one line here, as on paper
"""Where a document begins though its title is gone, misprinted or in small letters."""

from __future__ import annotations

import pytest

from tests.kinds_soft_papers import ATTENDANCE, FORM, MINUTES
from tests.papers import changed, without
from tests.test_kinds_soft import kinds

EXCLUDED = """\
Daftar Informasi yang Dikecualikan
pada Dinas Kesehatan Kabupaten Sukamaju
Tahun 2025
No  | Informasi      | Dasar Hukum   | Konsekuensi    | Jangka Waktu   |
1   | Data pribadi   | Pasal 17      | Melanggar hak  | 5 tahun        |
"""
RECORD = """\
                    BERITA ACARA UJI KONSEKUENSI
                    NOMOR : 12/BA/2025
Pada hari ini Senin tanggal tiga Maret 2025 telah dilakukan pengujian konsekuensi atas informasi
Informasi yang diuji  :  Data pribadi pegawai
"""
OBJECTION = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS KESEHATAN
No. Pendaftaran Permohonan   :  012/PPID/2025
Tujuan Penggunaan            :  Penyusunan skripsi
Nama                         :  Yudha Saputra
Alamat                       :  Jl. Merpati 3
Alasan Keberatan             :  Permohonan tidak ditanggapi
"""
CLOSE = 'No Tanggal Nama Pemohon Alamat Pekerjaan Informasi yang Diminta Tujuan Keputusan\n'


def test_a_title_keeps_its_small_words_small() -> None:
    assert kinds(RECORD, EXCLUDED) == [('uji-konsekuensi', (1, 1)), ('dik', (2, 2))]


def test_attendance_without_its_title_is_told_by_the_meeting_over_its_table() -> None:
    untitled = without(ATTENDANCE, 'DAFTAR HADIR')
    assert kinds(MINUTES, untitled) == [('notulen', (1, 1)), ('daftar-hadir', (2, 2))]
    assert kinds(without(untitled, 'Hari/Tanggal', 'Acara')) == [('lain', (1, 1))]


def test_a_table_of_names_under_another_title_belongs_to_it() -> None:
    assert kinds(changed(ATTENDANCE, ('DAFTAR HADIR', 'NOTULEN RAPAT'))) == [('notulen', (1, 1))]


def test_forms_without_their_titles_are_told_by_what_they_ask() -> None:
    assert kinds(FORM, OBJECTION) == [('formulir-permohonan', (1, 1)), ('formulir-keberatan', (2, 2))]
    asked = changed(without(FORM, 'FORMULIR'), ('Cara Memperoleh Informasi**', 'Cara Memperoleh            '))
    assert kinds(OBJECTION, asked) == [('formulir-keberatan', (1, 1)), ('formulir-permohonan', (2, 2))]


@pytest.mark.parametrize(('head', 'found'), [
    (CLOSE, [('register-permohonan', (1, 1))]),
    (CLOSE.replace('Keputusan', 'yang kemudian dicatat oleh petugas dalam buku, lalu diteruskan kepada bidang yang menguasai'), [('lain', (1, 1))]),
])  # fmt: skip
def test_a_head_that_reads_as_one_line_is_a_register_s_and_a_sentence_is_not(
    head: str, found: list[tuple[str, tuple[int, int]]]
) -> None:
    assert kinds('DINAS KESEHATAN\n' + head + '.....\n') == found

"""What a file holds: kinds told by what stands in them, several documents in one file, annexes and lists within."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from checker.check import check
from checker.model import Document, KindId, Mark, Page, Part
from checker.parts import annex_of, split
from checker.view import PageView
from tests.papers import (
    DECREE,
    LIST,
    PERIOD,
    PRINTED_LIST,
    PROCEDURE,
    changed,
    document,
    flow,
    printed,
    printed_page,
    rules,
    unread,
    without,
)  # fmt: skip

SUBJECT = 'PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA\nPADA DINAS KESEHATAN KABUPATEN SUKAMAJU'
LETTER = """\
PEMERINTAH KABUPATEN SUKAMAJU
Nomor : 005/12/2025
Sifat : Biasa
Lampiran : 1 berkas
Hal : Penyampaian bahan rapat PPID
Kepada Yth. Kepala Dinas
Dengan hormat, kami mengundang Saudara
Hari/Tanggal : Senin, 3 Maret 2025
Acara : Pembahasan Daftar Informasi Publik
"""
REGULATION = """\
PERATURAN BUPATI SUKAMAJU
NOMOR 7 TAHUN 2024
TENTANG
PEDOMAN PENGELOLAAN LAYANAN INFORMASI DAN DOKUMENTASI
BUPATI SUKAMAJU,
Menimbang : a. bahwa perlu pedoman;
Mengingat : 1. Undang-Undang Nomor 14 Tahun 2008;
MEMUTUSKAN :
Menetapkan : PERATURAN BUPATI TENTANG PEDOMAN
Pasal 1
"""
EXCLUDED = """\
DAFTAR INFORMASI YANG DIKECUALIKAN
TAHUN 2025
No | Informasi | Dasar Hukum | Konsekuensi | Jangka Waktu
1 | Data pribadi | Pasal 17 | Melanggar hak | 5 tahun
"""
BUDGET = 'DOKUMEN PELAKSANAAN ANGGARAN\nDIPA TAHUN 2025\nRincian belanja PPKD\n'


def kinds(doc: Document) -> list[tuple[str, tuple[int, int]]]:
    return [(part.kind, part.pages) for part in parts(doc)]


def parts(doc: Document) -> tuple[Part, ...]:
    return check(doc, rules(), PERIOD).parts


def pages(*texts: str, source: str = 'text') -> Document:
    halves = [half for text in texts for half in text.split('---\n')]
    return document(
        *(printed_page(half, n, source='ocr' if source == 'ocr' else 'text') for n, half in enumerate(halves, 1))
    )


@pytest.mark.parametrize(('text', 'kind'), [(DECREE, 'sk-ppid'), (LIST, 'dip'), (PROCEDURE, 'sop')])
def test_each_kind_is_told_in_a_flow_on_paper_and_on_a_scan(text: str, kind: str) -> None:
    on_paper = PRINTED_LIST if text is LIST else text
    for doc in (flow(text), printed(on_paper), printed(on_paper, source='ocr')):
        found = parts(doc)
        assert [part.kind for part in found] == [kind]
        assert found[0].kind_score >= 90


@pytest.mark.parametrize(
    'subject',
    [
        'PENETAPAN PEJABAT PENGELOLA KEUANGAN DAERAH (PPKD)',
        'PENUNJUKAN PEJABAT PELAKSANA TEKNIS KEGIATAN (PPTK)',
        'PENETAPAN DAFTAR INFORMASI PUBLIK',
        'PENETAPAN STANDAR OPERASIONAL PROSEDUR PPID',
        'PENETAPAN MAKLUMAT PELAYANAN INFORMASI',
        'PEMBENTUKAN TIM ADIWIYATA',
        'PENETAPAN DAFTAR INFORMASI YANG DIKECUALIKAN PPID',
    ],
)
def test_a_decree_on_something_else_is_another_document(subject: str) -> None:
    found = parts(flow(changed(DECREE, (SUBJECT, subject))))
    assert 'sk-ppid' not in [part.kind for part in found]


def test_another_document_says_which_kind_came_nearest() -> None:
    found = parts(flow(changed(DECREE, (SUBJECT, 'PEMBENTUKAN TIM ADIWIYATA'))))
    assert found[0].kind == 'lain'
    assert found[0].runner_up is not None
    assert found[0].runner_up[0] == 'sk-ppid'


@pytest.mark.parametrize(
    'text', [LETTER, REGULATION], ids=['letter', 'regulation']
)
def test_documents_that_only_speak_of_it_are_none_of_the_kinds(text: str) -> None:
    for doc in (flow(text), printed(text)):
        assert [part.kind for part in parts(doc)] == ['lain']


def test_files_merged_for_a_portal_are_parted_again() -> None:
    assert kinds(pages(PRINTED_LIST, PROCEDURE, DECREE)) == [('dip', (1, 1)), ('sop', (2, 2)), ('sk-ppid', (3, 4))]


def test_a_list_after_a_decree_with_a_short_annex_is_no_part_of_it() -> None:
    doc = pages(DECREE, PRINTED_LIST, PROCEDURE)
    assert kinds(doc) == [('sk-ppid', (1, 2)), ('dip', (3, 3)), ('sop', (4, 4))]
    assert [part.within for part in parts(doc)] == [None, None, None]


def test_a_letter_before_a_decree_is_a_part_of_its_own() -> None:
    assert kinds(pages(LETTER, DECREE)) == [('lain', (1, 1)), ('sk-ppid', (2, 3))]


def test_procedures_one_after_the_other_are_parts_each() -> None:
    second = changed(
        PROCEDURE, ('065/07/', '065/08/'), ('PELAYANAN PERMOHONAN INFORMASI PUBLIK', 'PENANGANAN KEBERATAN')
    )
    assert kinds(pages(PROCEDURE, second)) == [('sop', (1, 1)), ('sop', (2, 2))]


def test_a_page_without_a_beginning_goes_on_with_what_came_before() -> None:
    assert kinds(pages(PRINTED_LIST, '5 | Laporan | Sekretaris | Subbag | Mei 2025 | Softcopy | 5 tahun')) == [
        ('dip', (1, 2))
    ]


def test_a_list_whose_title_is_repeated_on_the_next_page_is_one_list() -> None:
    again = without(PRINTED_LIST, 'I. INFORMASI', 'Sukamaju,', 'KEPALA DINAS', 'Tirta', 'NIP.')
    assert kinds(pages(PRINTED_LIST, again)) == [('dip', (1, 2))]


def test_a_list_in_a_decree_s_annex_is_a_part_within_it() -> None:
    decree = DECREE.split('---\n')[0]
    header = 'LAMPIRAN\nKEPUTUSAN KEPALA DINAS KESEHATAN\nNOMOR : 800/12/DINKES/2025\nTANGGAL : 14 Januari 2025\n'
    found = parts(pages(decree, header + PRINTED_LIST))
    assert [(part.kind, part.pages, part.within) for part in found] == [('sk-ppid', (1, 2), None), ('dip', (2, 2), 0)]


def test_a_list_without_title_is_told_by_its_columns() -> None:
    assert kinds(printed(without(PRINTED_LIST, 'DAFTAR INFORMASI PUBLIK'))) == [('dip', (1, 1))]


def test_a_decree_without_title_is_told_by_its_skeleton() -> None:
    assert [kind for kind, _ in kinds(flow(without(DECREE, 'KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN')))] == [
        'sk-ppid'
    ]


def photo(words: str = '') -> Page:
    return printed_page(words, source='ocr', marks=(Mark('picture', (0.0, 0.0, 842.0, 1191.0)),))


def test_a_picture_with_little_text_is_a_photo() -> None:
    assert kinds(document(photo('Sukamaju 14 Jan 2025 09.10'))) == [('foto', (1, 1))]


def test_a_page_with_little_text_and_no_picture_is_no_photo() -> None:
    assert kinds(printed('Sukamaju 14 Jan 2025')) == [('lain', (1, 1))]


def test_nothing_readable_gives_no_parts() -> None:
    assert parts(document(unread(1), unread(2))) == ()
    assert parts(document(unread(1, 'full'))) == ()


def test_every_page_of_a_readable_file_belongs_to_a_part() -> None:
    for texts in (
        (DECREE, PRINTED_LIST),
        (LETTER, PROCEDURE, DECREE),
        (REGULATION, EXCLUDED),
        (PRINTED_LIST, DECREE, LETTER),
    ):
        doc = pages(*texts)
        covered = {n for part in parts(doc) for n in range(part.pages[0], part.pages[1] + 1)}
        assert covered == {page.n for page in doc.pages}


def test_parts_follow_the_pages_and_lists_lie_within_a_part_before_them() -> None:
    for texts in ((DECREE, PRINTED_LIST), (PROCEDURE, PROCEDURE, DECREE), (LETTER, DECREE, LETTER)):
        found = parts(pages(*texts))
        assert [part.pages[0] for part in found] == sorted(part.pages[0] for part in found)
        for i, part in enumerate(found):
            assert part.pages[0] <= part.pages[1]
            assert part.within is None or part.within < i


def test_splitting_twice_gives_the_same() -> None:
    doc = pages(DECREE, PRINTED_LIST, PROCEDURE)
    first, second = (split([PageView(page) for page in doc.pages], rules()) for _ in range(2))
    assert [repr(draft) for draft in first] == [repr(draft) for draft in second]


def test_a_forced_kind_takes_the_whole_file_and_knows_its_annex() -> None:
    doc = pages(LETTER, DECREE)
    found = check(doc, rules(), PERIOD, KindId('sk-ppid')).parts
    assert [(part.kind, part.pages) for part in found] == [('sk-ppid', (1, 3))]
    assert annex_of([PageView(page) for page in doc.pages], rules()) == (3, 0)


def test_a_picture_that_could_not_be_read_is_no_photo() -> None:
    whole = Mark('picture', (0.0, 0.0, 595.0, 842.0))
    page = replace(printed_page(''), source='none', grade='unreadable', marks=(whole,))
    assert split([PageView(page)], rules()) == []


def test_a_decree_without_its_title_is_told_though_its_considerations_are_left_open() -> None:
    considering = re.search(r'Menimbang.*?(?=^Mengingat)', DECREE, re.DOTALL | re.MULTILINE)
    title = re.search(r'^.*KEPUTUSAN.*\n', DECREE, re.MULTILINE)
    assert considering and title
    text = changed(DECREE, (considering[0], 'Menimbang : a. ............\n'), (title[0], ''))
    assert check(printed(text), rules(), PERIOD).parts[0].kind == 'sk-ppid'


def test_a_list_of_what_a_decree_needs_is_none() -> None:
    needs = ('Judul KEPUTUSAN', 'TENTANG', 'Menimbang', 'Mengingat', 'MEMUTUSKAN', 'Menetapkan', 'KESATU', 'LAMPIRAN')
    rows = ''.join(f'{n} | {need} | v | |\n' for n, need in enumerate(needs, 1))
    text = 'DAFTAR PERIKSA KELENGKAPAN SK PPID TAHUN 2025\nNo | Unsur | Ada | Tidak ada | Catatan\n' + rows
    assert [part.kind for part in check(flow(text), rules(), PERIOD).parts] == ['lain']

"""What a person reads in the terminal: short, in order of need, and harmless whatever a document or a name holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from click import unstyle

from checker import rulebook
from checker.exports.terminal import report_text, shown, summary_text
from checker.model import Candidate, Failure, Finding, KindId, Note, Part, Place, Report, RequirementId
from checker.rulebook import Rulebook
from tests.evidence import report


@pytest.fixture(scope='module')
def book() -> Rulebook:
    return rulebook.load()


def met(id: str, page: int = 1) -> Finding:
    return Finding(RequirementId(id), 'met', True, place=Place(page, (1.0, 1.0, 2.0, 2.0), None, id.upper()))


def decree(*findings: Finding) -> Report:
    return report('sk.pdf', Part(KindId('sk-ppid'), 95.0, None, (1, 3), None, findings))


def lines(told: Report, book: Rulebook, width: int = 80) -> Sequence[str]:
    return unstyle(report_text(told, book, width)).splitlines()


MISSING = Finding(
    RequirementId('nomor'), 'missing', True, 'placeholder', "Nomor masih titik-titik.", "Unggah yang bernomor.",
    place=Place(1, (1.0, 1.0, 2.0, 2.0), None, 'NOMOR :'),
    candidate=Candidate(Place(3, None, None, 'NOMOR : ....'), 90.0, 'placeholder'))


def test_what_is_missing_says_what_where_why_and_what_to_do(book: Rulebook) -> None:
    assert lines(decree(met('kop'), MISSING), book) == [
        "sk.pdf",
        "  SK penetapan PPID (halaman 1-3): 1 terpenuhi, 1 tidak ditemukan",
        "    TIDAK DITEMUKAN  Nomor keputusan · halaman 1: \"NOMOR :\"",
        "      Nomor masih titik-titik.",
        "      Paling mendekati: halaman 3: \"NOMOR : ....\"; ditolak: isian contoh atau",
        "        titik-titik.",
        "      -> Unggah yang bernomor.",
        "    Terpenuhi (1): Kop surat (hlm. 1).",
    ]


def test_what_is_met_stands_in_one_list_page_by_page(book: Rulebook) -> None:
    told = lines(decree(met('kop', 1), met('menimbang', 2), met('judul', 1)), book)
    assert told[-1] == "    Terpenuhi (3): Kop surat · Judul keputusan (hlm. 1); Menimbang (hlm. 2)."


def test_missing_comes_before_unsure_and_advice_that_is_no_duty_after_both(book: Rulebook) -> None:
    advised = replace(MISSING, requirement=RequirementId('tembusan'), required=False)
    unsure = replace(MISSING, requirement=RequirementId('menimbang'), status='unsure')
    told = [word for line in lines(decree(advised, unsure, MISSING), book) for word in line.split() if word.isupper()]
    assert [word for word in told if word in ('TIDAK', 'PERLU', 'ANJURAN')] == ['TIDAK', 'PERLU', 'ANJURAN']


def test_no_line_is_wider_than_the_terminal(book: Rulebook) -> None:
    findings = [met(r.id) for r in book.kinds[KindId('sk-ppid')].requirements]
    for width in (60, 80, 100):
        assert max(map(len, lines(decree(*findings, MISSING), book, width))) <= width


@pytest.mark.parametrize('words', ['\x1b[31mmerah', '\x07', '\u202etxt.exe', '\x9b2J', 'sk-\udcff.pdf', '\x00'])
def test_nothing_in_a_document_or_a_name_steers_the_terminal(book: Rulebook, words: str) -> None:
    place = Place(1, None, None, f'a {words} b')
    spoken = replace(decree(replace(MISSING, place=place)), file=f'x {words}', notes=(Note('x', None, words),))
    text = unstyle(report_text(spoken, book, 80))
    assert not any(c in text for c in '\x1b\x07\u202e\x9b\udcff\x00')
    text.encode('utf-8')


def test_square_brackets_are_shown_as_they_are(book: Rulebook) -> None:
    assert '[red]x[/red].pdf' in lines(replace(decree(), file='[red]x[/red].pdf'), book)[0]


def test_a_file_that_could_not_be_read_says_why_in_one_place(book: Rulebook) -> None:
    failed = report('a.zip', error=Failure('damaged', "Berkas rusak."), member='dalam/b.pdf')
    assert lines(failed, book) == ["a.zip » dalam/b.pdf", "  GAGAL DIBACA  Berkas rusak."]


def test_a_file_without_a_readable_page_says_what_to_do(book: Rulebook) -> None:
    assert "Pindai ulang" in lines(report('a.pdf'), book)[1]


def test_an_unknown_document_names_the_nearest_kind(book: Rulebook) -> None:
    other = Part(KindId('lain'), 0.0, (KindId('dip'), 40.0), (1, 1), None)
    assert "paling mendekati: Daftar Informasi Publik" in ' '.join(lines(report('a.pdf', other), book))


def test_the_summary_counts_each_file_once() -> None:
    text = summary_text({'met': 2, 'failed': 1, 'missing': 3}, noise=4)
    assert text == "6 berkas: 2 terpenuhi, 3 tidak ditemukan, 1 gagal dibaca. 4 berkas sampingan dilewati."


def test_shown_text_is_one_line() -> None:
    assert shown(' a\n\tb  c ') == 'a b c'

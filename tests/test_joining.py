"""Files of one page that are one document: which are joined, in which order, and where their findings point."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from checker.check import check
from checker.flawed_pages import notes
from checker.joining import Joined, Sheet, is_sheet, join, natural, printed_number, told_by_file
from checker.model import (
    BecauseStep,
    DigitalSignature,
    Document,
    IndicatorTally,
    Mark,
    Page,
    PageInfo,
    Place,
    QuestionTally,
    Report,
    Sha256,
    Tally,
)
from checker.view import PageView
from tests.papers import DECREE, PERIOD, PROCEDURE, changed, printed_page, rules

BODY, ANNEX = DECREE.split('---\n')
FIRST, REST = BODY.split('Mengingat', 1)
SECOND = '- 2 -\nMengingat' + REST.split('KEDUA')[0]
THIRD = '- 3 -\nKEDUA' + REST.split('KEDUA', 1)[1]
PAGES = (FIRST, SECOND, THIRD, ANNEX)
INVITATION = 'DINAS KESEHATAN\nUNDANGAN\nNomor : 005/12/2025\nDengan hormat, kami mengundang Saudara pada rapat PPID.'


def sheet(name: str, page: str | Page) -> Sheet:
    """A photo of one page, as it comes from the driver."""
    read = printed_page(page, source='ocr', grade='fair') if isinstance(page, str) else page
    document = Document(Sha256(sha256(f'{name} {read.text}'.encode()).hexdigest()), 'image', (read,))
    info = PageInfo(1, read.width, read.height, read.source, read.grade)
    parts = check(document, rules(), PERIOD).parts
    return Sheet(name, Report(name, None, document.sha256, PERIOD, 'r', 'e', None, (info,), parts=parts), document)


def joined(**pages: str | Page) -> list[Joined]:
    """What is joined of files named by the keywords, `IMG_1` for IMG_1.jpg."""
    return list(join([sheet(f'Dinas/4.1/{name}.jpg', page) for name, page in pages.items()], rules(), PERIOD))


def order(found: list[Joined]) -> list[list[str]]:
    return [[name.rsplit('/', 1)[1].removesuffix('.jpg') for name in whole.names] for whole in found]


def test_four_photos_of_a_decree_are_one_part_with_all_its_findings() -> None:
    [whole] = joined(IMG_1=FIRST, IMG_2=SECOND, IMG_3=THIRD, IMG_4=ANNEX)
    [part] = whole.report.parts
    assert (part.kind, part.pages, whole.label) == ('sk-ppid', (1, 4), 'Dinas/4.1/IMG_1.jpg … IMG_4.jpg (4 berkas)')
    statuses = {finding.requirement: finding.status for finding in part.findings if finding.required}
    assert {id for id, status in statuses.items() if status != 'met'} == {'tanda-tangan'}
    assert [info.n for info in whole.report.page_info] == [1, 2, 3, 4]


@pytest.mark.parametrize('office', ['KEPALA DINAS KESEHATAN,\n', 'HATAN,\n'])
def test_a_block_looked_at_on_its_own_page_is_signed_in_the_whole(office: str) -> None:
    last = sheet('a/IMG_3.jpg', changed(THIRD, ('KEPALA DINAS KESEHATAN,\n', office)))
    wants = check(last.document, rules(), PERIOD).wants
    assert wants is not None
    [look] = wants.looks
    [page] = last.document.pages
    seen = replace(page, marks=(*page.marks, Mark('pen', look.box, amount=0.99)))
    sheets = [sheet('a/IMG_1.jpg', FIRST), sheet('a/IMG_2.jpg', SECOND), sheet('a/IMG_3.jpg', seen)]
    [whole] = join(sheets, rules(), PERIOD)
    found = next(f for f in whole.report.parts[0].findings if f.requirement == 'tanda-tangan')
    assert (found.status, found.form) == ('met', 'wet')
    assert found.place is not None
    assert (found.place.at, found.place.box) == ('halaman 3, IMG_3.jpg', look.box)


def test_every_place_names_page_and_file() -> None:
    [whole] = joined(IMG_1=FIRST, IMG_2=SECOND, IMG_3=THIRD, IMG_4=ANNEX)
    places: dict[str, Place | None] = {f.requirement: f.place for f in whole.report.parts[0].findings}
    for requirement, at in (
        ('menimbang', 'halaman 1, IMG_1.jpg'),
        ('uu-kip', 'halaman 2, IMG_2.jpg'),
        ('tempat-tanggal', 'halaman 3, IMG_3.jpg'),
        ('lampiran', 'halaman 4, IMG_4.jpg'),
    ):
        place = places[requirement]
        assert place is not None
        assert (place.page, place.at) == (1, at)
        assert place.box is not None


def test_names_are_ordered_by_their_numbers() -> None:
    assert sorted(['IMG_10.jpg', 'img_2.JPG', 'IMG_1.jpg'], key=natural) == ['IMG_1.jpg', 'img_2.JPG', 'IMG_10.jpg']
    assert order(joined(IMG_10=SECOND, IMG_11=THIRD, IMG_9=FIRST)) == [['IMG_9', 'IMG_10', 'IMG_11']]


UNNUMBERED = [page.removeprefix('- 2 -\n').removeprefix('- 3 -\n') for page in PAGES]


@pytest.mark.parametrize(
    ('pages', 'names'),
    [
        ([ANNEX, *PAGES[:3]], ['IMG_2', 'IMG_3', 'IMG_4', 'IMG_1']),
        ([THIRD, ANNEX, SECOND, FIRST], ['IMG_4', 'IMG_3', 'IMG_1', 'IMG_2']),
        ([UNNUMBERED[2], UNNUMBERED[0], UNNUMBERED[1]], ['IMG_2', 'IMG_3', 'IMG_1']),
        ([THIRD, FIRST, SECOND], ['IMG_2', 'IMG_3', 'IMG_1']),
    ],
)
def test_page_numbers_and_sections_correct_the_names(pages: list[str], names: list[str]) -> None:
    assert order(joined(**{f'IMG_{n}': page for n, page in enumerate(pages, 1)})) == [names]


def test_a_photo_of_an_activity_stays_apart() -> None:
    whole = Mark('picture', (0.0, 0.0, 600.0, 800.0))
    photo = Page(1, 600.0, 800.0, 'full', 'ocr', 'unreadable', marks=(whole,))
    assert order(joined(IMG_1=FIRST, IMG_2=photo, IMG_3=SECOND, IMG_4=THIRD)) == [['IMG_1', 'IMG_3', 'IMG_4']]


def test_different_documents_in_one_folder_stay_apart() -> None:
    assert order(joined(IMG_1=BODY, IMG_2=INVITATION, IMG_3=PROCEDURE)) == []
    assert order(joined(IMG_1=FIRST, IMG_2=SECOND, IMG_3=THIRD, IMG_4=INVITATION)) == [['IMG_1', 'IMG_2', 'IMG_3']]


def test_two_decrees_are_two_documents() -> None:
    other = changed(FIRST, ('800/12/DINKES/2025', '800/13/DINKES/2025'))
    found = joined(IMG_1=FIRST, IMG_2=SECOND, IMG_3=other, IMG_4=SECOND + 'x')
    assert order(found) == [['IMG_1', 'IMG_2'], ['IMG_3', 'IMG_4']]


def test_a_file_of_another_name_joins_only_where_its_page_goes_on() -> None:
    assert order(joined(sk=FIRST, isi=SECOND, lampiran=ANNEX, ttd=THIRD)) == [['sk', 'isi', 'ttd', 'lampiran']]
    assert order(joined(sk=BODY, ucapan='Terima kasih atas kerja sama Saudara dalam rapat kemarin.')) == []


def test_behind_the_signature_only_an_annex_goes_on() -> None:
    """A certificate in the same roll of photos must not sign the decree."""
    other = 'SERTIFIKAT BIMBINGAN TEKNIS\ndiberikan kepada Tirta Wibawa\nBUPATI SUKAMAJU,\n\nBagas Permadi'
    assert order(joined(IMG_1=FIRST, IMG_2=SECOND, IMG_3=THIRD, IMG_4=other)) == [['IMG_1', 'IMG_2', 'IMG_3']]
    more = '4     Sekar Arum     Kepala Seksi     Bidang Dokumentasi\n5     Rangga Putra     Staf     Petugas Informasi'
    assert order(joined(IMG_1=BODY, IMG_2=ANNEX, IMG_3=more)) == [['IMG_1', 'IMG_2', 'IMG_3']]


def test_one_page_handed_in_twice_counts_once() -> None:
    first = sheet('a/IMG_1.jpg', FIRST)
    twin = replace(first, name='a/IMG_1 (1).jpg')
    [whole] = join([first, twin, sheet('a/IMG_2.jpg', SECOND)], rules(), PERIOD)
    assert len(whole.names) == 2


def test_a_blurred_page_makes_its_findings_unsure_and_is_named() -> None:
    blurred = replace(printed_page('', source='ocr', grade='unreadable'), flaws=('buram',))
    [whole] = joined(IMG_1=FIRST, IMG_2=blurred, IMG_3=THIRD, IMG_4=ANNEX)
    findings: dict[str, tuple[str, str | None]] = {
        f.requirement: (f.status, f.reason) for f in whole.report.parts[0].findings
    }
    assert findings['uu-kip'] == ('unsure', 'tidak-terbaca')
    assert findings['menimbang'] == ('met', None)
    assert [note.message for note in whole.report.notes] == ['Halaman 2 buram. Foto atau pindai ulang dengan tajam.']


def test_a_signed_pdf_and_a_file_of_two_pages_are_no_sheets() -> None:
    one = sheet('a.jpg', FIRST).document
    signed = DigitalSignature('S', True, 'file', False, 'x', None, None, 'belum-diverifikasi')
    assert is_sheet(one)
    assert not is_sheet(replace(one, signatures=(signed,)))
    assert not is_sheet(replace(one, pages=one.pages * 2))
    assert not is_sheet(replace(one, format='docx'))
    assert not is_sheet(None)


@pytest.mark.parametrize(
    ('line', 'number'), [('- 2 -', 2), ('Halaman 3 dari 4', 3), ('~4~', 4), ('2', 2), ('Pasal 2', None), ('2025', None)]
)
def test_printed_page_numbers(line: str, number: int | None) -> None:
    assert (
        printed_number(PageView(printed_page(f'{line}\nKEDUA : berlaku\nsejak hari ini\nsampai nanti\nsekali')))
        == number
    )


def test_each_fault_of_a_page_is_a_note() -> None:
    page = replace(printed_page('x', 3), flaws=('gelap', 'terpotong'))
    assert [(note.code, note.page) for note in notes([page])] == [('halaman-gelap', 3), ('halaman-terpotong', 3)]


def test_steps_name_the_file_of_their_place() -> None:
    [whole] = joined(IMG_1=FIRST, IMG_2=SECOND, IMG_3=THIRD, IMG_4=ANNEX)
    place = next(f.place for f in whole.report.parts[0].findings if f.requirement == 'uu-kip')
    step = BecauseStep('q', '4.1', 'binary', 'SK diterima.', file=whole.label)
    question = QuestionTally('4.1', '', 'binary', 1, 1, 0, 0, 1, 'ya', 'met', (step, replace(step, place=place)))
    tally = Tally('Dinas', 'q', PERIOD, 1, 1, 0, 0, 1, ('a', 'a'), (IndicatorTally('i', '', 1, 1, 0, 0, (question,)),))
    told = told_by_file(tally, {whole.label: whole}).indicators[0].questions[0].because
    assert [step.file for step in told] == [whole.label, 'Dinas/4.1/IMG_2.jpg']

"""Drafts are told by their marks and by what they leave open; words of a subject or of running text mark nothing."""

from __future__ import annotations

import re

import pytest

from checker import unfinished
from checker.check import check
from checker.model import Box, Document, Finding, Mark, Note, RequirementId, SignatureForm, Status, span_box
from checker.reading.layout import Word, compose
from tests.kinds_soft_papers import BUDGET
from tests.papers import DECREE, HEIGHT, PERIOD, WIDTH, changed, document, findings, flow, printed, rules, said, view_of

TITLE = 'KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN SUKAMAJU\nNOMOR'
OPEN = changed(DECREE, ('NOMOR : 800/12/DINKES/2025\nTENTANG', 'NOMOR : ......................\nTENTANG'),
               ('pada tanggal 14 Januari 2025', 'pada tanggal ..................'))
ADVICE = "Unggah naskah akhir yang bernomor, bertanggal, dan ditandatangani."


def drafts(doc: Document) -> list[Note]:
    return [note for note in check(doc, rules(), PERIOD).notes if note.code == 'rancangan']


def signature(doc: Document) -> Finding:
    return findings(doc, 'sk-ppid')['tanda-tangan']


def with_word(text: str, box: Box, turn: int = 0) -> Document:
    """The decree with one more word on its first page."""
    first, *others = printed(DECREE).pages
    words = [Word(line.text[a:b], span_box(first, line.start + a, line.start + b) or box)
             for line in first for a, b in (word.span() for word in re.finditer(r'\S+', line.text))]
    page = compose(1, WIDTH, HEIGHT, [*words, Word(text, box, None, turn)], [], level='full', source='text',
                   grade='good')
    return document(page, *others)


@pytest.mark.parametrize('mark', [
    'RANCANGAN', 'Draft', '- DRAF -', '(KONSEP)', 'R A N C A N G A N', 'Draft 2', 'DRAF KE-3', 'Draft v1.2',
    'Draft 12 Februari 2025', 'KONSEP SK', 'Rancangan Awal'])
@pytest.mark.parametrize('source', ['text', 'ocr', 'flow'])
def test_a_mark_over_the_title_tells_a_draft(mark: str, source: str) -> None:
    text = changed(DECREE, (TITLE, f'{mark}\n{TITLE}'))
    doc = flow(text) if source == 'flow' else printed(text, source='ocr' if source == 'ocr' else 'text')
    told, = drafts(doc)
    assert f'bertanda "{mark}"' in told.message and told.message.endswith(ADVICE)
    assert said(signature(doc)) == ('missing', 'blok-kosong')
    assert signature(doc).advice == ADVICE


def test_a_title_that_begins_with_the_mark_tells_a_draft() -> None:
    told, = drafts(printed(changed(DECREE, (TITLE, f'RANCANGAN {TITLE}'))))
    assert 'bertanda "RANCANGAN KEPUTUSAN KEPALA DINAS' in told.message


def test_a_mark_read_by_ocr_may_have_a_wrong_letter() -> None:
    text = changed(DECREE, (TITLE, f'RANCANCAN\n{TITLE}'))
    assert drafts(printed(text, source='ocr')) and not drafts(printed(text))


@pytest.mark.parametrize(('box', 'turn'), [
    ((700.0, 20.0, 760.0, 32.0), 0), ((40.0, 1150.0, 90.0, 1162.0), 0),  # header, footer
    ((130.0, 300.0, 420.0, 590.0), 0), ((300.0, 200.0, 390.0, 600.0), 90),  # across the page, upwards
])
def test_a_mark_in_header_footer_or_watermark_tells_a_draft(box: Box, turn: int) -> None:
    assert drafts(with_word('DRAFT', box, turn))


def test_a_word_of_usual_size_amid_the_text_is_none() -> None:
    assert not drafts(with_word('Draft', (700.0, 400.0, 730.0, 410.0)))


def test_a_watermark_too_faint_to_count_as_text_is_told_all_the_same() -> None:
    assert drafts(printed(DECREE, hidden=('RANCANGAN',)))
    assert not drafts(printed(DECREE, hidden=('Rancangan peraturan ini disusun oleh bagian hukum',)))


@pytest.mark.parametrize('text', [
    DECREE,
    changed(DECREE, ('TENTANG\nPENETAPAN PEJABAT', 'TENTANG\nRANCANGAN KEPUTUSAN\nPENETAPAN PEJABAT')),
    changed(DECREE, ('TENTANG\nPENETAPAN PEJABAT', 'TENTANG\nRANCANGAN\nPENETAPAN PEJABAT')),
    changed(DECREE, ('KEDUA         :     Keputusan ini', 'KEDUA         :     Draft keputusan ini')),
    changed(DECREE, ('1     Tirta Wibawa     Kepala Dinas           Atasan PPID', 'Konsep')),
    changed(DECREE, ('PEMERINTAH KABUPATEN SUKAMAJU\nDINAS', 'PEMERINTAH KABUPATEN SUKAMAJU\nKonseptor\nDINAS')),
    changed(DECREE, ('NOMOR : 800/12/DINKES/2025\nTENTANG', 'NOMOR : ......................\nTENTANG')),  # number alone
])
def test_words_of_a_subject_running_text_or_a_single_gap_mark_nothing(text: str) -> None:
    for doc in (printed(text), printed(text, source='ocr'), flow(text)):
        assert drafts(doc) == []
        assert signature(doc).advice != ADVICE


def test_number_and_date_in_dots_over_an_empty_block_tell_a_draft() -> None:
    for doc in (printed(OPEN), flow(OPEN)):
        told, = drafts(doc)
        assert told.message.startswith("Nomor, tanggal, dan tempat tanda tangannya masih kosong")
        assert 'masih rancangan' in (signature(doc).message or '')


def test_dots_beside_something_in_the_block_are_only_gaps() -> None:
    x, y = 320.0, 50.0 + 14 * 23.0
    picture = Mark('picture', (x, y, x + 90, y + 28))
    doc = printed(OPEN, marks=(picture,))
    assert signature(doc).form == 'picture'
    assert drafts(doc) == []


@pytest.mark.parametrize(('form', 'status', 'reason'), [
    ('wet', 'unsure', 'tinta-meragukan'), ('digital', 'met', None), ('legalised-copy', 'met', None)])
def test_ink_on_a_draft_is_left_to_people_and_a_digital_signature_stays(
    form: SignatureForm, status: Status, reason: str | None,
) -> None:
    part = view_of(printed(changed(DECREE, (TITLE, f'DRAFT\n{TITLE}'))))
    told = unfinished.of(part, ())
    assert told is not None
    weighed, = unfinished.weighed(part, [Finding(RequirementId('tanda-tangan'), 'met', True, form=form)], told)
    assert said(weighed) == (status, reason)
    assert ('masih rancangan' in (weighed.message or '')) is (form == 'wet')


def test_a_document_that_nobody_signs_is_no_draft() -> None:
    assert drafts(printed(f'DRAFT\n{BUDGET}')) == []

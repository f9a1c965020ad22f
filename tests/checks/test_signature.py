"""Is the block signed, and how: signature objects, ink, pictures, typed and legalised copies (catalogue, section 3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.checks.signature import names_fit
from checker.model import DigitalSignature, Document, Finding, Mark, MarkKind
from tests.papers import DECREE, PROCEDURE, changed, findings, flow, printed, row_box, said, without

NAME, GAP = 'dr. Rani Kusuma, M.Kes.', 'KEPALA DINAS KESEHATAN,\n\n\n\n'
INDENT = ' ' * 40
SIGNED = DigitalSignature(
    'Signature1',
    True,
    'file',
    False,
    'RANI KUSUMA',
    'BSrE',
    '2025-01-14T09:00:00+07:00',
    'belum-diverifikasi',
    1,
    (320.0, 345.0, 420.0, 390.0),
)
FOOTER = (
    'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik '
    'yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), BSSN'
)
COPY = f"""\
{INDENT}ttd

{INDENT}{NAME}
{INDENT}NIP. 19750101 200003 1 002
Salinan sesuai dengan aslinya
KEPALA BAGIAN HUKUM,




Bagas Permadi, S.H.
NIP. 19810101 200601 1 004
"""
COPIED = DECREE.split(GAP)[0] + 'KEPALA DINAS KESEHATAN,\n\n' + COPY + '---\n' + DECREE.split('---\n')[1]


def signature(doc: Document) -> Finding:
    return findings(doc, 'sk-ppid')['tanda-tangan']


def marked(
    text: str,
    kind: MarkKind,
    at: str = 'KEPALA DINAS KESEHATAN,\n',
    *,
    down: float = 1.5,
    source: str = 'text',
    width: float = 90.0,
    height: float = 28.0,
) -> Document:
    """The printed document with a mark under the last row that holds these words."""
    words = at.strip('\n')
    rows = [i for i, line in enumerate(text.split('---')[0].split('\n')) if line.strip() == words]
    _, top, _, _ = row_box('\n' * rows[-1] + words, words, down=down)
    left = row_box(text.split('\n')[rows[-1]], words)[0]
    box = (left, top, left + width, top + height)
    return printed(text, source='ocr' if source == 'ocr' else 'text', marks=(Mark(kind, box, amount=0.2),))


def signed(**changes: object) -> Document:
    return replace(printed(DECREE), signatures=(replace(SIGNED, **changes),))  # type: ignore[arg-type]


def test_a_block_with_nothing_in_it_is_empty() -> None:
    for doc in (flow(DECREE), printed(DECREE), printed(DECREE, source='ocr')):
        finding = signature(doc)
        assert said(finding) == ('missing', 'blok-kosong')
        assert finding.form == 'none'
        assert finding.place is not None


def test_a_document_without_a_block_says_so() -> None:
    finding = signature(printed(without(DECREE, 'KEPALA DINAS KESEHATAN,', NAME, 'NIP. 1975')))
    assert said(finding) == ('missing', 'tanpa-blok')
    assert finding.form == 'no-block'


def test_a_sound_signature_object_of_the_signer_is_met() -> None:
    finding = signature(signed())
    assert said(finding) == ('met', None)
    assert (finding.form, finding.value) == ('digital', 'RANI KUSUMA')
    assert finding.place is not None
    assert finding.place.box == SIGNED.box


def test_an_invisible_signature_is_shown_at_the_block() -> None:
    finding = signature(signed(page=None, box=None))
    assert finding.status == 'met'
    assert finding.place is not None
    assert NAME in finding.place.text


@pytest.mark.parametrize(('changes', 'outcome'), [
    ({'intact': False}, ('missing', 'ttd-rusak')),
    ({'changed': True}, ('unsure', 'diubah-setelah-ttd')),
    ({'coverage': 'partial'}, ('unsure', 'diubah-setelah-ttd')),
    ({'signer': 'BAGAS PERMADI'}, ('unsure', 'penanda-lain')),
    ({'signer': None}, ('unsure', 'penanda-lain')),
    ({'signer': 'BAGAS PERMADI', 'trust': 'tepercaya'}, ('met', None)),
    ({'coverage': 'revision'}, ('met', None)),
    ({'intact': False, 'trust': 'tepercaya'}, ('missing', 'ttd-rusak')),
    ({'certificate': 'kedaluwarsa'}, ('unsure', 'tidak-cocok')),
    ({'certificate': 'belum-berlaku'}, ('unsure', 'tidak-cocok')),
    ({'certificate': 'dicabut', 'trust': 'tepercaya'}, ('unsure', 'tidak-cocok')),
])  # fmt: skip
def test_what_is_wrong_with_a_signature_object_is_said(
    changes: dict[str, object], outcome: tuple[str, str | None]
) -> None:
    finding = signature(signed(**changes))
    assert said(finding) == outcome
    assert finding.form == 'digital'


@pytest.mark.parametrize(('changes', 'words'), [
    ({'certificate': 'kedaluwarsa'}, 'elektronik "RANI KUSUMA" utuh, tetapi sertifikatnya sudah kedaluwarsa'),
    ({'certificate': 'dicabut'}, 'sertifikatnya sudah dicabut sebelum menandatangani.'),
    ({'signer': 'BAGAS PERMADI'}, f'atas nama "BAGAS PERMADI", sedangkan penanda tangan di naskah "{NAME}".'),
    ({'signer': None}, 'sertifikat elektronik atas nama lain daripada penanda tangan di naskah.'),
])  # fmt: skip
def test_the_sentence_names_what_does_not_fit(changes: dict[str, object], words: str) -> None:
    finding = signature(signed(**changes))
    assert words in (finding.message or '') and finding.advice


def test_a_signature_over_no_block_says_whose_it_is() -> None:
    alone = printed(without(DECREE, 'KEPALA DINAS KESEHATAN,', NAME, 'NIP. 1975'))
    finding = signature(replace(alone, signatures=(SIGNED,)))
    assert said(finding) == ('unsure', 'penanda-lain')
    assert 'tanda tangan elektronik "RANI KUSUMA", tetapi nama penanda tangan tidak' in (finding.message or '')


def test_of_several_signature_objects_the_best_counts() -> None:
    doc = replace(
        printed(DECREE), signatures=(replace(SIGNED, intact=False), SIGNED, replace(SIGNED, signer='BAGAS PERMADI'))
    )
    assert signature(doc).status == 'met'


@pytest.mark.parametrize(
    ('kind', 'outcome', 'form'),
    [
        ('picture', ('unsure', 'hanya-gambar'), 'picture'),
        ('qr', ('unsure', 'tte-tanpa-objek'), 'tte-visual'),
        ('widget', ('unsure', 'tte-tanpa-objek'), 'tte-visual'),
        ('drawing', ('unsure', 'tinta-meragukan'), 'undecided'),
    ],
)
def test_what_stands_in_the_block_without_a_signature_object(
    kind: MarkKind, outcome: tuple[str, str], form: str
) -> None:
    finding = signature(marked(DECREE, kind))
    assert said(finding) == outcome
    assert finding.form == form
    assert finding.place is not None


PROOF, SURVEY = 'https://tte.contoh.go.id/verifikasi/7Xk2', 'https://forms.gle/7Xk2'


@pytest.mark.parametrize(('text', 'outcome'), [
    (PROOF, ('unsure', 'tte-tanpa-objek')),
    ('https://contoh.go.id/d/7Xk2', ('unsure', 'tte-tanpa-objek')),
    (SURVEY, ('missing', 'blok-kosong')),
])  # fmt: skip
def test_a_code_in_the_block_counts_unless_it_says_that_it_leads_elsewhere(
    text: str, outcome: tuple[str, str]
) -> None:
    finding = signature(coded(text, 'KEPALA DINAS KESEHATAN,\n'))
    assert said(finding) == outcome
    assert (finding.value == text) is (finding.status == 'unsure')


@pytest.mark.parametrize(('text', 'reason'), [
    (PROOF, 'tte-tanpa-objek'), ('https://contoh.go.id/latte', 'blok-kosong'), (SURVEY, 'blok-kosong'),
])  # fmt: skip
def test_a_code_elsewhere_counts_only_where_it_leads_to_a_proof(text: str, reason: str) -> None:
    assert signature(coded(text, 'KEPALA DINAS KESEHATAN,\n', down=-20.0)).reason == reason


def coded(text: str, at: str, down: float = 1.5) -> Document:
    """The document with a picture and the code that was read in it."""
    doc = marked(DECREE, 'picture', at, down=down, width=40.0, height=40.0)
    page = doc.pages[0]
    return replace_page(doc, (*page.marks, *(Mark('qr', mark.box, text) for mark in page.marks)))


@pytest.mark.parametrize(('certificate', 'outcome'), [
    ('BAGAS PERMADI', ('unsure', 'penanda-lain')), ('RANI KUSUMA', ('met', None)),
])  # fmt: skip
def test_what_a_signature_draws_of_itself_is_not_the_signer_s_name(
    certificate: str, outcome: tuple[str, str | None]
) -> None:
    text = changed(DECREE, (GAP, f'KEPALA DINAS KESEHATAN,\n\n{INDENT}{certificate.title()}\n'))
    doc = printed(text)
    drawn = next(line.box for line in doc.pages[0] if line.text == certificate.title())
    assert drawn is not None
    own = replace(SIGNED, signer=certificate, box=(drawn[0] - 4, drawn[1] - 6, drawn[2] + 40, drawn[3] + 0.2))
    assert said(signature(replace(doc, signatures=(own,)))) == outcome


def test_ink_in_the_block_of_a_scan_is_for_people_to_see() -> None:
    finding = signature(marked(DECREE, 'ink', source='ocr'))
    assert (finding.status, finding.reason) in {('unsure', 'tinta-meragukan'), ('met', None)}
    assert finding.place is not None


@pytest.mark.parametrize(('down', 'left'), [(-20.0, 0.0), (12.0, 0.0)])
def test_marks_elsewhere_on_the_page_are_no_signature(down: float, left: float) -> None:
    assert said(signature(marked(DECREE, 'picture', down=down))) == ('missing', 'blok-kosong')


def test_speckle_and_the_page_s_own_picture_are_no_signature() -> None:
    assert signature(marked(DECREE, 'ink', source='ocr', width=3.0, height=3.0)).reason == 'blok-kosong'
    whole = printed(DECREE, marks=(Mark('picture', (0.0, 0.0, 842.0, 1191.0)),))
    assert signature(whole).reason == 'blok-kosong'


@pytest.mark.parametrize('typed', ['ttd', 'TTD.', 'dto', 't.t.d', 'ttd.'])
def test_a_typed_ttd_is_no_signature(typed: str) -> None:
    finding = signature(printed(changed(DECREE, (GAP, f'KEPALA DINAS KESEHATAN,\n\n{INDENT}{typed}\n\n'))))
    assert said(finding) == ('missing', 'hanya-ttd-ketik')
    assert finding.form == 'typed'


def test_a_copy_whose_certifying_block_is_empty_stays_typed() -> None:
    assert said(signature(printed(COPIED))) == ('missing', 'hanya-ttd-ketik')


def test_a_copy_certified_by_a_signature_object_is_met() -> None:
    doc = replace(printed(COPIED), signatures=(replace(SIGNED, signer='BAGAS PERMADI', page=None, box=None),))
    finding = signature(doc)
    assert said(finding) == ('met', None)
    assert finding.form == 'legalised-copy'
    assert finding.place is not None
    assert 'Bagas Permadi' in finding.place.text


def test_a_copy_certified_with_something_in_its_block_is_at_least_unsure() -> None:
    doc = marked(COPIED, 'ink', 'KEPALA BAGIAN HUKUM,\n', source='ocr')
    finding = signature(doc)
    assert finding.status in ('met', 'unsure')


@pytest.mark.parametrize('where', ['block', 'footer'])
def test_an_electronic_caption_without_its_object_is_a_printed_copy(where: str) -> None:
    text = (
        changed(DECREE, (GAP, f'KEPALA DINAS KESEHATAN,\n\n{INDENT}Ditandatangani secara elektronik oleh\n\n'))
        if where == 'block'
        else changed(DECREE, ('---\n', f'{FOOTER}\n---\n'))
    )
    finding = signature(printed(text))
    assert said(finding) == ('unsure', 'tte-tanpa-objek')
    assert finding.form == 'tte-visual'


def test_a_picture_in_the_paragraphs_of_a_block_without_layout() -> None:
    doc = flow(DECREE)
    page = doc.pages[0]
    block = next(line for line in page if line.text == NAME)
    picture = Mark('picture', (0.0, 0.0, 0.0, 0.0), block.at or '')
    finding = signature(replace_page(doc, (picture,)))
    assert said(finding) == ('unsure', 'hanya-gambar')
    elsewhere = Mark('picture', (0.0, 0.0, 0.0, 0.0), 'paragraf 1')
    assert said(signature(replace_page(doc, (elsewhere,)))) == ('missing', 'blok-kosong')


def at_of(doc: Document, words: str) -> int:
    place = next(line.at for line in doc.pages[0] if line.text.strip() == words) or ''
    return int(place.removeprefix('paragraf '))


@pytest.mark.parametrize(('words', 'beside', 'counts'), [
    (NAME, -1, True), ('NIP. 19750101 200003 1 002', 0, True), ('pada tanggal 14 Januari 2025', 0, True),
    ('Ditetapkan di Sukamaju', 0, True), ('Ditetapkan di Sukamaju', -1, False), ('MEMUTUSKAN :', 0, False)])
def test_a_picture_may_float_over_the_block_from_the_paragraphs_around_it(
    words: str, beside: int, counts: bool,
) -> None:
    doc = flow(DECREE)
    place = f'paragraf {at_of(doc, words) + beside}'
    finding = signature(replace_page(doc, (Mark('picture', (0.0, 0.0, 0.0, 0.0), place),)))
    assert said(finding) == (('unsure', 'hanya-gambar') if counts else ('missing', 'blok-kosong'))


def test_strokes_drawn_with_a_pen_in_a_block_without_layout_are_for_people() -> None:
    doc = flow(DECREE)
    strokes = Mark('drawing', (0.0, 0.0, 0.0, 0.0), f'paragraf {at_of(doc, NAME)}')
    assert said(signature(replace_page(doc, (strokes,)))) == ('unsure', 'tinta-meragukan')


def test_a_picture_in_the_row_between_office_and_name_or_in_the_text_box_of_the_block_counts() -> None:
    doc = flow(DECREE)
    page = doc.pages[0]
    office, name = (max(i for i, line in enumerate(page) if line.text.strip() == words)
                    for words in ('KEPALA DINAS KESEHATAN,', NAME))
    for place in ('tabel 2, baris {}, kolom 2', 'paragraf 12, kotak teks, paragraf {}'):
        at = [place.format(3 + i - office if i <= office else 5 + i - name) if office <= i else own
              for i, own in enumerate(page.at)]
        for n, outcome in ((4, ('unsure', 'hanya-gambar')), (9, ('missing', 'blok-kosong'))):
            mark = Mark('picture', (0.0, 0.0, 0.0, 0.0), place.format(n))
            moved = replace(doc, pages=(replace(page, at=tuple(at), marks=(mark,)), *doc.pages[1:]))
            assert said(signature(moved)) == outcome


def replace_page(doc: Document, marks: tuple[Mark, ...]) -> Document:
    return replace(doc, pages=(replace(doc.pages[0], marks=marks), *doc.pages[1:]))


def test_a_procedure_is_signed_in_its_own_block() -> None:
    doc = replace(printed(PROCEDURE), signatures=(replace(SIGNED, signer='LARAS ANGGITA'),))
    assert findings(doc, 'sop')['tanda-tangan'].status == 'met'


@pytest.mark.parametrize(
    ('certificate', 'block', 'fits'),
    [
        ('RANI KUSUMA', 'dr. Rani Kusuma, M.Kes.', True),
        ('Drs. Tirta Wibawa', 'TIRTA WIBAWA, M.Si', True),
        ('RANI KUSUMA, M.KES', 'RANI KUSUMA', True),
        ('BAGAS PERMADI', 'Rani Kusuma', False),
        ('', 'Rani Kusuma', False),
        ('RANI KUSUMA', '', False),
        ('RANI WULANDARI', 'Rani Kusuma', False),
        ('RANI KUSUMA', 'Dr. Hj. RANI KUSUMA S.Sos. M.Si', True),
        ("MA'RUF AMIN", 'Maruf Amin, S.H.', True),
        ('MUHAMMAD YUSUF', 'H. Muhamad Yusuf, S.H.', True),
        ('M. YUSUF', 'H. M. Yusuf', True),
        ('MUHAMMAD YUSUF', 'M. Yusuf', False),
        ('BUDI SANTOSO', 'Budi Santosa', False),
        ('RANI', 'Rani Kusuma', False),
        ('RANI KUSUMA DEWI', 'Rani Kusuma', False),
        ('ABDUL RAHMAN', 'Abd. Rahman', False),
    ],
)
def test_names_fit_without_their_degrees(certificate: str, block: str, fits: bool) -> None:
    assert names_fit(certificate, block) is fits

"""Labels and their values: filled, empty, partly filled, placeholders, handwriting."""

from __future__ import annotations

import pytest

from checker.checks.field import read_date, read_number, read_text
from checker.model import Finding, Mark, Place
from tests.kinds_soft_papers import INVITATION
from tests.papers import DECREE, PROCEDURE, changed, findings, flow, printed, row_box, said, without

NUMBER = 'NOMOR : 800/12/DINKES/2025\nTENTANG'


def decree_number(written: str) -> Finding:
    return findings(changed(DECREE, (NUMBER, f'{written}\nTENTANG')), 'sk-ppid')['nomor']


def procedure(id: str, *changes: tuple[str, str]) -> Finding:
    return findings(printed(changed(PROCEDURE, *changes)), 'sop')[id]


def spot(finding: Finding) -> Place:
    assert finding.place is not None
    return finding.place


@pytest.mark.parametrize(('written', 'value'), [
    ('NOMOR : 188.45/0605/Bag.Ekon', '188.45/0605/Bag.Ekon'),
    ('NOMOR 625 TAHUN 2017', '625 TAHUN 2017'),
    ('Nomor: KEP-01/PPID.SUKAMAJU/09/2020', 'KEP-01/PPID.SUKAMAJU/09/2020'),
    ('NOMOR : 488 / 279 / 2011', '488 / 279 / 2011'),
    ('N O M O R : 060/041/502', '060/041/502'),
    ('NOMOR : 846/05-F/HK/2014', '846/05-F/HK/2014'),
    ('NOMOR : HK.01.00/KEP-721/K.SU/04/2022', 'HK.01.00/KEP-721/K.SU/04/2022'),
])  # fmt: skip
def test_numbers_as_offices_write_them_are_read_whole(written: str, value: str) -> None:
    finding = decree_number(written)
    assert said(finding) == ('met', None)
    assert finding.value == value


@pytest.mark.parametrize(('written', 'reason'), [
    ('NOMOR :', 'label-kosong'),
    ('NOMOR', 'label-kosong'),
    ('NOMOR : -', 'label-kosong'),
    ('NOMOR TAHUN 2022', 'label-kosong'),
    ('NOMOR : / KPTS/ 2017', 'label-kosong'),
    ('NOMOR : /0314/2017', 'label-kosong'),
    ('NOMOR : ......', 'placeholder'),
    ('NOMOR : ______________', 'placeholder'),
    ('NOMOR : ${nomor}', 'placeholder'),
    ('NOMOR : [nomor surat]', 'placeholder'),
])  # fmt: skip
def test_a_label_without_a_number_is_missing_at_the_label(written: str, reason: str) -> None:
    finding = decree_number(written)
    assert said(finding) == ('missing', reason)
    assert spot(finding).at == 'paragraf 6'


@pytest.mark.parametrize('written', ['NOMOR : 188.4 / / 2025', 'NOMOR : 800/....../2025', 'NOMOR : 188.45/____/DINKES'])
def test_a_number_with_a_gap_is_unsure(written: str) -> None:
    assert said(decree_number(written)) == ('unsure', 'terisi-sebagian')


@pytest.mark.parametrize('written', ['NOMOR : XXX/2025', 'NOMOR : DINKES/2025', 'NOMOR : 800/XX/2025'])
def test_letters_and_a_year_are_no_serial(written: str) -> None:
    assert decree_number(written).status != 'met'


def test_handwriting_that_a_scan_gives_as_letters_is_unsure() -> None:
    text = changed(DECREE, (NUMBER, 'NOMOR : 188 As/o60s (Bay .con\nTENTANG'))
    finding = findings(printed(text, source='ocr'), 'sk-ppid')['nomor']
    assert said(finding) == ('unsure', 'tulisan-tangan')


@pytest.mark.parametrize('written', ['NdMOR : 3', 'NOMOR34 TAHUN 2022', 'NOMOR : 34TAHUN2022'])
def test_a_damaged_or_glued_label_on_a_scan_is_never_missing(written: str) -> None:
    text = changed(DECREE, (NUMBER, f'{written}\nTENTANG'))
    assert findings(printed(text, source='ocr'), 'sk-ppid')['nomor'].status in ('met', 'unsure')


def test_a_number_further_right_or_below_the_title_is_the_annex_s_not_the_decree_s() -> None:
    unnumbered = without(DECREE, 'NOMOR')
    assert findings(unnumbered, 'sk-ppid')['nomor'].status == 'missing'


def test_the_number_of_a_law_in_an_opening_line_is_no_decree_number() -> None:
    text = changed(without(DECREE, 'Jalan'), (NUMBER, 'Nomor 14 Undang-Undang Tahun 2008\nTENTANG'))
    finding = findings(text, 'sk-ppid')['nomor']
    assert finding.status == 'missing'
    assert finding.candidate is not None
    assert finding.candidate.rejected_by == 'kata-lain'


def test_ink_where_the_number_should_be_is_handwriting() -> None:
    empty = changed(DECREE, (NUMBER, 'NOMOR :\nTENTANG'))
    _, top, _, bottom = row_box(empty, 'NOMOR :', height=12.0)
    ink = Mark('ink', (90.0, top, 180.0, bottom), amount=0.2)
    finding = findings(printed(empty, source='ocr', marks=(ink,)), 'sk-ppid')['nomor']
    assert said(finding) == ('unsure', 'tulisan-tangan')
    assert spot(finding).box is not None
    assert said(findings(printed(empty, source='ocr'), 'sk-ppid')['nomor']) == ('missing', 'label-kosong')


def test_a_number_written_over_with_ink_on_a_scan_is_unsure() -> None:
    box = row_box(DECREE, 'NOMOR : 800', height=12.0)
    ink = Mark('ink', (box[0] + 60, box[1], box[0] + 140, box[3]), amount=0.2)
    assert said(findings(printed(DECREE, source='ocr', marks=(ink,)), 'sk-ppid')['nomor']) == (
        'unsure',
        'tulisan-tangan',
    )
    assert findings(printed(DECREE, source='ocr'), 'sk-ppid')['nomor'].status == 'met'


@pytest.mark.parametrize(('value', 'said_of_it'), [
    ('3 Maret 2024', ('met', None)),
    ('03-03-2024', ('met', None)),
    ('3 Maret', ('unsure', 'terisi-sebagian')),
    ('Maret 2024', ('unsure', 'terisi-sebagian')),
    ('..... Maret 2024', ('unsure', 'terisi-sebagian')),
    ('2024', ('unsure', 'terisi-sebagian')),
    ('-', ('missing', 'label-kosong')),
    ('..............', ('missing', 'placeholder')),
])  # fmt: skip
def test_a_date_s_pieces_decide(value: str, said_of_it: tuple[str, str | None]) -> None:
    finding = procedure('tgl-pembuatan', ('| 3 Maret 2024', f'| {value}'))
    assert said(finding) == said_of_it
    assert finding.place is not None


def test_an_empty_cell_takes_nothing_from_its_neighbours() -> None:
    finding = procedure('tgl-pembuatan', ('| 3 Maret 2024', '| '))
    assert said(finding) == ('missing', 'label-kosong')
    assert finding.value is None


def test_a_value_one_row_down_in_its_cell_belongs_to_the_label() -> None:
    row = '| NAMA SOP        | PELAYANAN PERMOHONAN INFORMASI PUBLIK'
    below = '| NAMA SOP        |\n                              | PELAYANAN PERMOHONAN'
    finding = procedure('nama-sop', (row, below))
    assert (finding.status, finding.value) == ('met', 'PELAYANAN PERMOHONAN')


def test_on_a_scan_every_label_of_the_form_is_found() -> None:
    found = findings(printed(PROCEDURE, source='ocr'), 'sop')
    assert {id: said(f) for id, f in found.items() if f.status != 'met'} == {'tanda-tangan': ('missing', 'blok-kosong')}


def test_dates_are_given_in_iso_form() -> None:
    assert findings(printed(PROCEDURE), 'sop')['tgl-efektif'].value == '2024-04-01'


def test_the_date_of_approval_stands_for_the_date_of_effect() -> None:
    assert procedure('tgl-efektif', ('TGL. EFEKTIF   ', 'TGL. PENGESAHAN')).status == 'met'


def test_the_label_of_the_revision_is_enough() -> None:
    assert procedure('tgl-revisi').status == 'met'
    assert procedure('tgl-revisi', ('TGL. REVISI     | -', 'TGL. REVISI     | ')).status == 'met'
    assert procedure('tgl-revisi', ('TGL. REVISI     | -', '                | ')).status == 'missing'


def test_a_label_in_a_sentence_is_shown_but_not_taken() -> None:
    text = without(PROCEDURE, 'PEMERINTAH') + 'Setiap berkas diberi Nomor SOP 12 oleh petugas'
    finding = findings(printed(text), 'sop')['nomor-sop']
    assert said(finding) == ('missing', 'bukan-judul')
    assert finding.candidate is not None


@pytest.mark.parametrize(('text', 'ocr', 'judged'), [
    ('188.45/12/2025', False, ('met', None, '188.45/12/2025')),
    ('12 TENTANG', False, ('met', None, '12')),
    ('tahun 2025', False, ('missing', 'label-kosong', None)),
    ('lihat naskah', False, ('unsure', 'terisi-sebagian', 'lihat naskah')),
    ('§~ ¤', True, ('unsure', 'tulisan-tangan', None)),
])  # fmt: skip
def test_a_number_is_judged_by_its_serial(text: str, ocr: bool, judged: tuple[str, str | None, str | None]) -> None:
    assert read_number(text, ocr) == judged


def test_an_unreadable_date_on_a_scan_is_handwriting_and_in_a_text_layer_no_date() -> None:
    assert read_date('is jarvan zozs', True) == ('unsure', 'tulisan-tangan', None)
    assert read_date('segera', False) == ('missing', 'label-kosong', None)


def test_a_text_value_needs_two_letters() -> None:
    assert read_text('-', False)[0] == 'missing'
    assert read_text('Camat', False) == ('met', None, 'Camat')


def test_a_flow_s_fields_are_placed_by_table_cell() -> None:
    finding = findings(flow(PROCEDURE), 'sop')['nomor-sop']
    assert spot(finding).at == 'tabel 1, baris 1, kolom 2'


LETTER = '''
DINAS KOMUNIKASI DAN INFORMATIKA
Rawa Elok, 24 Februari 2025
Nomor : 005/112/2025
Hal : Undangan
Kepada Yth. Kepala Perangkat Daerah
Dengan hormat, kami mengundang Saudara pada
Hari/Tanggal : Senin, 3 Maret 2025
Acara : Penyusunan daftar informasi
KEPALA DINAS KOMUNIKASI DAN INFORMATIKA,


dr. Ratih Pertiwi, M.Kes.
NIP. 19740909 200212 2 003
'''


@pytest.mark.parametrize('label', ['Acara/Agenda', 'Agenda / Acara Rapat', 'Acara/Topik'])
def test_a_label_of_two_names_is_one_label(label: str) -> None:
    for value, status in (('Penyusunan daftar informasi', ('met', None)), ('', ('missing', 'label-kosong'))):
        text = changed(LETTER, ('Acara : Penyusunan daftar informasi', f'{label} : {value}'))
        for doc in (flow(text), printed(text)):
            assert said(findings(doc, 'undangan')['acara']) == status


@pytest.mark.parametrize('beside', ['Rawa Elok, 24 Februari 2025', 'Sukamaju, tanggal 3 MARET 2025', 'Surat Rapat'])
def test_what_stands_beside_an_empty_number_is_no_number(beside: str) -> None:
    text = changed(LETTER, ('Rawa Elok, 24 Februari 2025\n', ''), ('Nomor : 005/112/2025', f'Nomor : | {beside}'))
    finding = findings(printed(text), 'undangan')['nomor']
    assert said(finding) == ('missing', 'label-kosong')
    assert spot(finding).text == 'Nomor'


def test_a_word_that_wraps_in_prose_is_no_label_before_the_one_with_a_capital() -> None:
    text = changed(LETTER, ('kami mengundang Saudara pada', 'kami mengundang Saudara pada\nacara:'))
    assert findings(printed(text), 'undangan')['acara'].status == 'met'


def test_a_day_and_its_date_under_labels_of_their_own() -> None:
    text = changed(LETTER, ('Hari/Tanggal : Senin, 3 Maret 2025', 'Hari : Senin\nTanggal : 3 Maret 2025'))
    for doc in (flow(text), printed(text)):
        assert findings(doc, 'undangan')['hari-tanggal'].value == '2025-03-03'
    empty = changed(text, ('Tanggal : 3 Maret 2025', 'Tanggal :'))
    assert findings(printed(empty), 'undangan')['hari-tanggal'].status == 'missing'


def test_the_next_label_under_an_empty_one_on_a_scan_is_no_handwriting() -> None:
    empty = changed(INVITATION, ('Hari/Tanggal  :  Senin, 3 Maret 2025', 'Hari/Tanggal'),
                    ('Waktu         :', 'Waktu          '))
    assert said(findings(printed(empty, source='ocr'), 'undangan')['hari-tanggal']) == ('missing', 'label-kosong')
    left, top, right, bottom = row_box(empty, 'Hari/Tanggal', width=120.0, height=12.0)
    ink = Mark('ink', (left + 110, top, right + 110, bottom), amount=0.2)
    finding = findings(printed(empty, source='ocr', marks=(ink,)), 'undangan')['hari-tanggal']
    assert said(finding) == ('unsure', 'tulisan-tangan')


@pytest.mark.parametrize(('written', 'value'), [
    ('55/BA.UJI/!11/2025', '55/BA.UJI/III/2025'),
    ('55/BA.UJI/I1/2025', '55/BA.UJI/II/2025'),
    ('55/BA.UJI/III/2025', '55/BA.UJI/III/2025'),
    ('55/BA.UJI/11/2025', '55/BA.UJI/11/2025'),
    ('188.4/111/2025', '188.4/111/2025'),
])  # fmt: skip
def test_a_roman_month_that_a_scan_gives_as_strokes_is_put_right_and_said(written: str, value: str) -> None:
    assert read_number(written, True) == ('met', None, value)
    assert read_number(written, False)[2] in (written, None)
    text = changed(DECREE, (NUMBER, f'NOMOR : {written}\nTENTANG'))
    finding = findings(printed(text, source='ocr'), 'sk-ppid')['nomor']
    assert finding.value == (value if value == written else f'{value} (terbaca {written})')


@pytest.mark.parametrize(('text', 'status'), [('2', 'unsure'), ('2 Tahun 2025', 'met'), ('12', 'met')])
def test_a_single_digit_on_a_scan_may_be_dots_to_write_on(text: str, status: str) -> None:
    assert read_number(text, ocr=True)[0] == status
    assert read_number(text, ocr=False)[0] == 'met'

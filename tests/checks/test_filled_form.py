"""Forms: filled, blank, by hand, half filled; several in one file."""

from __future__ import annotations

import pytest

from checker.model import Finding, Mark
from tests.kinds_soft_papers import BLANK_FORM, FORM
from tests.papers import changed, findings, flow, printed, row_box, said

FIELDS = ('Nama   ', 'Alamat   ', 'Pekerjaan   ', 'Rincian')


def filled(text: str, **paper: object) -> Finding:
    return findings(printed(text, **paper), 'formulir-permohonan')['isi']  # type: ignore[arg-type]


@pytest.mark.parametrize('source', ['text', 'ocr', 'flow'])
def test_a_filled_form_is_met_and_its_fields_are_shown(source: str) -> None:
    finding = findings(flow(FORM), 'formulir-permohonan')['isi'] if source == 'flow' else filled(FORM, source=source)
    assert said(finding) == ('met', None)
    assert finding.value == '5/6'
    assert len(finding.places) == 5


@pytest.mark.parametrize('source', ['text', 'ocr', 'flow'])
def test_a_blank_form_is_no_evidence_though_the_office_s_own_address_is_printed(source: str) -> None:
    finding = (
        findings(flow(BLANK_FORM), 'formulir-permohonan')['isi']
        if source == 'flow'
        else filled(BLANK_FORM, source=source)
    )
    assert said(finding) == ('missing', 'isi-kosong')
    assert finding.value == '0/6'


@pytest.mark.parametrize(
    'sample', ['____________', '[nama]', '(diisi pemohon)', 'Tulis nama Anda', '.......(nama lengkap)', '']
)
def test_what_says_what_to_write_is_not_written(sample: str) -> None:
    assert said(filled(changed(BLANK_FORM, (':  ....................', f':  {sample}')))) == ('missing', 'isi-kosong')


def test_a_value_over_its_dotted_line_is_filled() -> None:
    text = changed(FORM, ('Yudha Saputra', '....Yudha Saputra....'), ('Data kunjungan puskesmas', '..Data kunjungan..'))
    assert said(filled(text)) == ('met', None)


def test_a_value_below_its_label_is_filled() -> None:
    text = changed(FORM, (':  Data kunjungan puskesmas', ':\nData kunjungan puskesmas tahun 2024'))
    assert said(filled(text)) == ('met', None)


@pytest.mark.parametrize(
    ('value', 'status'), [('....................', 'missing'), ('Data kunjungan puskesmas', 'met')]
)
def test_the_second_line_of_a_label_is_no_value(value: str, status: str) -> None:
    wrapped = f'Rincian Informasi yang Dibutuhkan  :  {value}\n  (tambahkan kertas bila perlu)'
    text = changed(FORM if status == 'met' else BLANK_FORM, (f'Rincian Informasi yang Dibutuhkan  :  {value}', wrapped))
    assert filled(text).status == status


def test_the_next_label_is_no_value() -> None:
    text = changed(BLANK_FORM, ('  ....................', ''))
    assert said(filled(text)) == ('missing', 'isi-kosong')


def test_a_form_filled_by_hand_is_for_people_to_see() -> None:
    ink = tuple(Mark('ink', row_box(BLANK_FORM, '......', width=1), amount=0.2) for _ in '1')
    marks = tuple(
        Mark('ink', (b[0] + 260, b[1] - 2, b[0] + 400, b[3]), amount=0.2)
        for f in FIELDS
        for b in [row_box(BLANK_FORM, f)]
    )
    finding = filled(changed(BLANK_FORM, ('....................', '')), source='ocr', marks=(*ink, *marks))
    assert said(finding) == ('unsure', 'tulisan-tangan')


def test_a_form_partly_filled_is_told() -> None:
    assert said(filled(changed(FORM, ('Data kunjungan puskesmas', '...............')))) == ('unsure', 'terisi-sebagian')


@pytest.mark.parametrize('read', ['eee cece sees', 'ee ees see', 'cecesseces'])
def test_dotted_lines_as_a_scanner_reads_them_fill_nothing(read: str) -> None:
    text = changed(BLANK_FORM, ('....................', read))
    assert said(filled(text, source='ocr')) == ('missing', 'isi-kosong')


def test_a_blank_form_before_a_filled_one_does_no_harm() -> None:
    doc = printed(f'{BLANK_FORM}---\n{FORM}---\n{BLANK_FORM}')
    assert said(findings(doc, 'formulir-permohonan')['isi']) == ('met', None)


def test_fields_of_two_half_filled_forms_do_not_add_up() -> None:
    one = changed(
        BLANK_FORM,
        (
            'Nama                               :  ....................',
            'Nama                               :  Yudha Saputra',
        ),
    )
    other = changed(BLANK_FORM, ('Dibutuhkan  :  ....................', 'Dibutuhkan  :  Data kunjungan puskesmas'))
    assert said(findings(printed(f'{one}---\n{other}'), 'formulir-permohonan')['isi'])[0] == 'unsure'


def test_a_form_without_its_labels_has_nothing_filled() -> None:
    text = 'FORMULIR PERMOHONAN INFORMASI\nsilakan datang ke meja layanan\n'
    assert filled(text).status == 'missing'
    assert filled(text, source='ocr', grade='poor').status == 'unsure'


OPEN_FORM = """\
                    FORMULIR KEBERATAN
Nomor Registrasi Permohonan  :
Informasi
Tujuan Penggunaan Informasi  :
Nama Pemohon                 :
Alamat                       :
Nomor Telepon                :
Alasan Pengajuan Keberatan   :  |  [ ] Permohonan ditolak [ ] Permintaan tidak ditanggapi
                             |  [ ] Permintaan ditanggapi tidak sebagaimana yang
                             |  diminta [ ] Biaya yang dikenakan tidak wajar
Kasus Posisi                 :
"""


def test_the_title_a_label_s_second_line_and_options_to_tick_are_no_values() -> None:
    assert said(findings(printed(OPEN_FORM), 'formulir-keberatan')['isi']) == ('missing', 'isi-kosong')


def test_the_letterhead_s_address_is_no_applicant_s() -> None:
    site = 'Email : dinas@contoh.go.id Laman: www.contoh.go.id\nJalan'
    text = BLANK_FORM.replace('Alamat : Jalan', site).replace('                    FORMULIR PERMOHONAN INFORMASI\n', '')
    assert said(filled(text)) == ('missing', 'isi-kosong')

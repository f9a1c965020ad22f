"""The signer's block: office, name and NIP, and the block that counts among several."""

from __future__ import annotations

import pytest

from checker.checks.block import blocks_of
from checker.checks.signer import block_that_counts
from checker.checks.signer_words import is_name, opens_office
from checker.model import Finding
from tests.kinds_soft_papers import INVITATION, MINUTES
from tests.papers import DECREE, LIST, PROCEDURE, changed, findings, flow, printed, rules, said, view_of, without

OFFICE, NAME, NIP = 'KEPALA DINAS KESEHATAN,\n\n\n\n', 'dr. Rani Kusuma, M.Kes.', 'NIP. 19750101 200003 1 002'
INDENT = ' ' * 40


def signer(*changes: tuple[str, str], drop: tuple[str, ...] = (), source: str = 'text') -> Finding:
    text = changed(DECREE, *changes)
    text = without(text, *drop) if drop else text
    return findings(
        flow(text) if source == 'flow' else printed(text, source='ocr' if source == 'ocr' else 'text'), 'sk-ppid'
    )['penandatangan']


@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
def test_office_name_and_nip_are_met_as_one_place(source: str) -> None:
    finding = signer(source=source)
    assert said(finding) == ('met', None)
    assert finding.value == NAME
    assert finding.place is not None
    assert finding.place.text == f'KEPALA DINAS KESEHATAN, / {NAME} / {NIP}'


@pytest.mark.parametrize(('nip', 'outcome'), [
    ('NIP. 197501012000031002', ('met', None)),
    ('NIP : 19750101 200003 1 002', ('met', None)),
    ('NIP. 131 234 567', ('met', None)),
    ('NIP. 19750101 200003 1 02', ('unsure', 'nip-janggal')),
    ('NIP. 19750101 200003 1 0023', ('unsure', 'nip-janggal')),
    ('NIP. 19751301 200003 1 002', ('unsure', 'nip-janggal')),
    ('NIP. 19750101 200003 3 002', ('unsure', 'nip-janggal')),
    ('NI PPPK. 19900101 202321 1 001', ('met', None)),
    ('NRP. 75040321', ('met', None)),
    ('NIP. .....................', ('unsure', 'terisi-sebagian')),
    ('NIP.', ('unsure', 'terisi-sebagian')),
])  # fmt: skip
def test_the_nip_has_eighteen_digits_or_nine_of_old(nip: str, outcome: tuple[str, str | None]) -> None:
    finding = signer((NIP, nip))
    assert said(finding) == outcome
    assert finding.place is not None


def test_a_head_of_office_needs_a_nip() -> None:
    assert said(signer(drop=('NIP. 1975',))) == ('unsure', 'terisi-sebagian')


@pytest.mark.parametrize(
    'office',
    [
        'BUPATI SUKAMAJU,',
        'WALI KOTA SUKAMAJU,',
        'WALIKOTA SUKAMAJU,',
        'GUBERNUR JAWA SELATAN,',
        'Plt. BUPATI SUKAMAJU,',
        'KEPALA DESA MEKAR,',
        'KETUA DPRD KABUPATEN SUKAMAJU,',
        'KUWU MEKAR,',
    ],
)
def test_offices_without_nip_need_none(office: str) -> None:
    finding = signer((OFFICE, f'{office}\n\n\n\n'), (NAME, 'RANI KUSUMA'), drop=('NIP. 1975',))
    assert said(finding) == ('met', None)


def test_who_signs_on_behalf_of_a_regent_needs_a_nip() -> None:
    office = f'a.n. BUPATI SUKAMAJU\n{INDENT}SEKRETARIS DAERAH,\n\n\n\n'
    assert said(signer((OFFICE, office), drop=('NIP. 1975',))) == ('unsure', 'terisi-sebagian')


@pytest.mark.parametrize('name', ['SUGENG', '(SUGENG)', 'H. SUGENG', 'Sugeng, S.Sos.'])
def test_a_person_may_have_one_name_alone(name: str) -> None:
    assert said(signer((NAME, name))) == ('met', None)


def test_a_rank_between_name_and_nip_is_no_name() -> None:
    assert signer((NIP, f'Pembina Tingkat I\n{INDENT}{NIP}')).value == NAME


def test_an_office_over_several_lines_is_one_office() -> None:
    finding = signer(
        (
            OFFICE,
            f'a.n. BUPATI SUKAMAJU\n{INDENT}SEKRETARIS DAERAH\n{INDENT}u.b.\n{INDENT}KEPALA DINAS KESEHATAN,\n\n\n\n',
        )
    )
    assert said(finding) == ('met', None)
    assert finding.value == NAME


@pytest.mark.parametrize(
    'name', ['(..............................)', '[NAMA PEJABAT]', '${nama}', '__________________']
)
def test_a_name_left_open_is_missing_at_the_block(name: str) -> None:
    finding = signer((NAME, name))
    assert said(finding) == ('missing', 'placeholder')
    assert finding.place is not None


def test_an_office_without_a_name_is_missing_its_name() -> None:
    finding = signer(drop=(NAME, 'NIP. 1975'), source='flow')
    assert finding.status == 'missing'
    assert finding.place is not None


def test_headings_and_values_of_a_form_are_no_names() -> None:
    rows = (
        'NOMOR SOP  :  1',
        'TGL. EFEKTIF  :  5 April 2024',
        'DISAHKAN OLEH  :  Kepala Dinas',
        'NAMA SOP  :  UJI KENDARAAN',
    )
    finding = findings('\n'.join(rows), 'sop')['penandatangan']
    assert finding.value is None
    assert finding.status != 'met'
    place = findings(flow(PROCEDURE), 'sop')['penandatangan'].place
    assert place is None or 'KUALIFIKASI' not in place.text


def test_without_a_block_there_is_no_signer() -> None:
    finding = findings(without(DECREE, 'KEPALA DINAS KESEHATAN,', NAME, 'NIP. 1975'), 'sk-ppid')['penandatangan']
    assert (finding.status, finding.place) == ('missing', None)


def test_the_nip_of_somebody_in_the_annex_is_not_the_signer_s() -> None:
    finding = signer(('1     Tirta Wibawa', '1     NIP. 19800101 200501 1 003'), drop=('NIP. 1975',))
    assert said(finding) == ('unsure', 'terisi-sebagian')


def test_the_block_after_the_closing_counts_not_a_later_one() -> None:
    later = (
        DECREE
        + f'\n{INDENT}KEPALA BAGIAN HUKUM,\n\n\n\n{INDENT}Bagas Permadi, S.H.\n{INDENT}NIP. 19810101 200601 1 004\n'
    )
    for doc in (flow(later), printed(later)):
        part = view_of(doc, annex_from=(2, 0))
        requirement = next(r for r in rules().kinds[part.kind].requirements if r.id == 'penandatangan')
        block = block_that_counts(part, requirement)
        assert len(blocks_of(part)) == 2
        assert block is not None
        assert block.name is not None
        assert block.name.text == NAME


@pytest.mark.parametrize(
    ('text', 'name'),
    [
        ('dr. Rani Kusuma, M.Kes.', True),
        ('RANI KUSUMA', True),
        ('Drs. H. Tirta Wibawa, M.Si', True),
        ("Ma'ruf Permadi", True),
        ('(Laras Anggita)', True),
        ('TIRTAWIBAWA', True),
        ('KABUPATEN SUKAMAJU', False),
        ('Pembina Tingkat I', False),
        ('Penata Muda, III/a', False),
        ('14 Januari 2025', False),
        ('Ditetapkan di Sukamaju', False),
        ('Tembusan :', False),
        ('SEKRETARIS DAERAH', False),
        ('untuk dilaksanakan', False),
        ('', False),
        ('ttd', False),
        ('SALINAN', False),
        ('Mengetahui', False),
    ],
)
def test_what_looks_like_a_person_s_name(text: str, name: bool) -> None:
    assert is_name(text, rules().signers) is name


@pytest.mark.parametrize(
    ('text', 'office'),
    [
        ('KEPALA DINAS KESEHATAN,', True),
        ('a.n. BUPATI SUKAMAJU', True),
        ('Plt. Kepala Dinas Kesehatan', True),
        ('Camat Sukajaya', True),
        ('SEKRETARIS DAERAH', True),
        ('Kepala dinas wajib menyusun laporan kepada bupati.', False),
        ('Jalan Kepala Dua', False),
        ('Kepalanya', False),
        ('', False),
        ('Ditetapkan di Sukamaju', False),
    ],
)
def test_what_opens_with_an_office(text: str, office: bool) -> None:
    assert opens_office(text, rules().signers) is office


def test_the_office_may_stand_over_the_page() -> None:
    head, annex = DECREE.split('---\n')
    body, block = head.split('KEPALA DINAS KESEHATAN,\n\n\n\n')
    down = '\n' * 40
    turned = f'{down}{body}KEPALA DINAS KESEHATAN,\n---\n{block}---\n{annex}'
    finding = findings(printed(turned), 'sk-ppid')['penandatangan']
    assert said(finding) == ('met', None)


def test_an_odd_nip_is_shown_where_it_stands() -> None:
    place = signer((NIP, 'NIP. 19750101 200003 1 02')).place
    assert place is not None
    assert place.text == 'NIP. 19750101 200003 1 02'


def test_letters_read_for_digits_are_turned_back_and_shown() -> None:
    finding = signer((NIP, 'NIP. I975O101 200003 l 002'), source='ocr')
    assert said(finding) == ('met', None)
    assert finding.place is not None
    assert finding.place.text.endswith('NIP. I975O101 200003 l 002 (NIP dibaca 197501012000031002)')


def test_who_acknowledges_or_certifies_is_not_the_signer_of_a_list() -> None:
    for above in ('Mengetahui,', 'Salinan sesuai dengan aslinya'):
        other = f'\n{above}\nKEPALA BAGIAN HUKUM,\n\n\n\nBagas Permadi, S.H.\nNIP. 19810101 200601 1 004\n'
        assert findings(printed(LIST + other), 'dip')['penandatangan'].value == 'Tirta Wibawa, S.T.', above


def test_a_letterhead_over_the_title_or_over_prose_signs_nothing() -> None:
    minutes = changed(MINUTES, ('NOTULEN', 'BUPATI SUKAMAJU\n                    NOTULEN'))
    minutes = minutes[: minutes.rindex('Notulis')] + '                    Bagus Wirawan, S.T.\n'
    finding = findings(printed(minutes), 'notulen')['penandatangan']
    assert finding.status == 'missing', finding.place
    letter = changed(INVITATION, ('PEMERINTAH KABUPATEN SUKAMAJU', ' ' * 30 + 'BUPATI SUKAMAJU'),
                     ('hadir pada', 'hadir pada rapat penyusunan daftar informasi yang akan kami adakan'))  # fmt: skip
    letter = letter[: letter.index('Demikian')].replace('Aula Dinas', '        Bagus Wirawan, S.T.')
    assert findings(printed(letter), 'undangan')['penandatangan'].status == 'missing'

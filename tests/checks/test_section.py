"""Headings count where headings stand, with their content after them."""

from __future__ import annotations

import pytest

from tests.papers import DECREE, PROCEDURE, changed, findings, flow, forced, printed, said, without

CONTENTS = """\
DAFTAR ISI
Menimbang ................ 1
Mengingat ................ 2
MEMUTUSKAN ................ 3
"""
CHECKLIST = """\
KELENGKAPAN SK PPID
1. SK PPID yang memuat Menimbang dan Mengingat    ada
2. SK PPID memuat Menetapkan dan diktum KESATU    ada
"""
HEADINGS = ('menimbang', 'mengingat', 'memutuskan', 'menetapkan', 'diktum')


@pytest.mark.parametrize('form', ['flow', 'text', 'ocr'])
def test_the_headings_of_a_decree_are_met_with_their_place(form: str) -> None:
    doc = flow(DECREE) if form == 'flow' else printed(DECREE, source='ocr' if form == 'ocr' else 'text')
    found = findings(doc, 'sk-ppid')
    for id in HEADINGS:
        finding = found[id]
        assert said(finding) == ('met', None), id
        assert finding.place is not None
        assert finding.place.text.lower() in {'menimbang', 'mengingat', 'memutuskan', 'menetapkan', 'kesatu'}


def test_letters_spaced_apart_are_still_the_heading() -> None:
    spaced = changed(DECREE, ('MEMUTUSKAN :', 'M E M U T U S K A N :'))
    assert findings(printed(spaced), 'sk-ppid')['memutuskan'].status == 'met'


def test_older_decrees_count_their_dicta_from_pertama() -> None:
    assert findings(changed(DECREE, ('KESATU  ', 'PERTAMA ')), 'sk-ppid')['diktum'].status == 'met'


def test_a_word_in_prose_is_no_heading_and_is_shown_as_the_nearest_place() -> None:
    prose = changed(DECREE, ('Menimbang     :     a.    bahwa', 'Keputusan ini menimbang keadaan bahwa'))
    finding = findings(prose, 'sk-ppid')['menimbang']
    assert said(finding) == ('missing', 'bukan-judul')
    assert finding.place is None
    assert finding.candidate is not None
    assert (finding.candidate.place.text, finding.candidate.rejected_by) == ('menimbang', 'bukan-judul')


@pytest.mark.parametrize('text', [CONTENTS, CHECKLIST])
def test_a_table_of_contents_and_a_checklist_satisfy_nothing(text: str) -> None:
    found = forced(text, 'sk-ppid')
    for id in ('menimbang', 'mengingat', 'menetapkan', 'diktum'):
        assert found[id].status == 'missing', id
    assert said(found['menimbang']) == ('missing', 'bukan-judul')


def test_a_heading_without_its_content_is_no_section() -> None:
    bare = without(
        changed(DECREE, ('Menimbang     :     a.    bahwa untuk', 'Menimbang     :     a.    agar')), 'b.    bahwa'
    )
    finding = findings(bare, 'sk-ppid')['menimbang']
    assert said(finding) == ('missing', 'bukan-judul')
    assert finding.candidate is not None
    assert finding.candidate.rejected_by == 'tanpa-isi'


def test_what_is_not_there_is_missing_without_a_place() -> None:
    finding = findings(without(DECREE, 'MEMUTUSKAN'), 'sk-ppid')['memutuskan']
    assert said(finding) == ('missing', 'tidak-ada')
    assert finding.place is None


@pytest.mark.parametrize(
    ('heading', 'scanned', 'id'),
    [
        ('MEMUTUSKAN', 'MEMUTUSKAH', 'memutuskan'),
        ('Menimbang', 'Nenimbang', 'menimbang'),
        ('Mengingat', 'Mengingaf', 'mengingat'),
    ],
)
def test_one_wrong_letter_at_its_edge_takes_no_heading_from_a_scan(heading: str, scanned: str, id: str) -> None:
    assert findings(printed(changed(DECREE, (heading, scanned)), source='ocr'), 'sk-ppid')[id].status == 'met'


def test_a_heading_read_as_other_letters_on_a_scan_is_never_missing() -> None:
    assert (
        findings(printed(changed(DECREE, ('KESATU', 'KESATIJ')), source='ocr'), 'sk-ppid')['diktum'].status != 'missing'
    )


def test_words_damaged_too_much_on_a_scan_are_unsure() -> None:
    damaged = changed(DECREE, ('Menimbang', 'Monimbong'))
    assert findings(printed(damaged), 'sk-ppid')['menimbang'].status == 'missing'
    finding = findings(printed(damaged, source='ocr'), 'sk-ppid')['menimbang']
    assert said(finding) == ('unsure', 'kata-rusak')
    assert finding.place is not None


def test_a_heading_of_a_procedure_may_bear_a_number() -> None:
    numbered = changed(
        PROCEDURE, ('DASAR HUKUM      ', 'A. DASAR HUKUM   '), ('PERINGATAN       ', 'E. PERINGATAN    ')
    )
    found = findings(printed(numbered), 'sop')
    assert found['dasar-hukum'].status == found['peringatan'].status == 'met'


def test_a_decree_s_heading_may_not() -> None:
    finding = findings(changed(DECREE, ('MEMUTUSKAN :', '3. MEMUTUSKAN :')), 'sk-ppid')['memutuskan']
    assert said(finding) == ('missing', 'bukan-judul')


def test_a_cell_s_heading_counts_in_its_cell() -> None:
    found = findings(printed(PROCEDURE), 'sop')
    for id in ('dasar-hukum', 'kualifikasi-pelaksana', 'keterkaitan', 'peralatan', 'peringatan', 'pencatatan'):
        assert found[id].status == 'met', id


def test_copies_are_advised_not_required() -> None:
    absent = findings(DECREE, 'sk-ppid')['tembusan']
    assert (absent.status, absent.required) == ('missing', False)
    copies = changed(DECREE, ('---\n', 'Tembusan :\n1. Bupati Sukamaju\n---\n'))
    assert findings(copies, 'sk-ppid')['tembusan'].status == 'met'


@pytest.mark.parametrize(
    ('overleaf', 'status'),
    [
        ('.............................\n', 'missing'),
        ('.............................\nDaftar informasi ditetapkan bulan Maret.\n', 'met'),
        ('2. Daftar informasi ditetapkan bulan Maret.\n', 'met'),
    ],
)
def test_a_heading_at_the_foot_of_a_page_has_its_content_overleaf(overleaf: str, status: str) -> None:
    minutes = f"""
                                   NOTULEN RAPAT
Hari/Tanggal    :     Senin, 3 Maret 2025
Tempat          :     Aula
Acara           :     Rapat koordinasi PPID
Pokok-pokok pembahasan
---
{overleaf}
                                        KEPALA DINAS KESEHATAN,



                                        dr. Rani Kusuma, M.Kes.
                                        NIP. 19750101 200003 1 002
"""
    assert findings(printed(minutes), 'notulen')['pembahasan'].status == status

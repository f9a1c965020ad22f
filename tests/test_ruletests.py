"""Cases of rules/tests: plain text becomes a document, and differences are told in sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker import ruletests
from checker.check import Checked, check
from checker.errors import RuleError
from checker.model import Document
from checker.rulebook import rules_folder
from checker.ruletests import document_of, page_of, run
from tests.papers import DECREE, rules

EXPECTED = 'expect = { "tanda-tangan" = "missing" }'


def case_file(folder: Path, text: str = DECREE, more: str = EXPECTED, kind: str = 'sk-ppid') -> Path:
    (folder / 'contoh.toml').write_text(
        f"kind = \"{kind}\"\n[[case]]\nname = \"satu\"\n{more}\ntext = '''\n{text}'''\n", encoding='utf-8'
    )
    return folder


def test_cells_of_a_row_stand_beside_each_other_and_bear_their_place() -> None:
    page = page_of(['JUDUL', '', 'No  Nama\tWaktu'], 3)
    assert [(line.text, line.row, line.at) for line in page] == [
        ('JUDUL', 0, 'paragraf 1'),
        ('No', 2, 'tabel 3, baris 3, kolom 1'),
        ('Nama', 2, 'tabel 3, baris 3, kolom 2'),
        ('Waktu', 2, 'tabel 3, baris 3, kolom 3'),
    ]
    assert page.n == 3
    assert page.boxes.shape == (0, 4)


def test_a_page_that_is_laid_out_keeps_the_places_of_its_letters() -> None:
    page = page_of(['JUDUL', '', 'No   Nama Dinas'], laid_out=True)
    title, number, name = page
    assert [(line.text, line.row) for line in page] == [('JUDUL', 0), ('No', 2), ('Nama Dinas', 2)]
    assert title.box and number.box and name.box
    assert title.box[0] == number.box[0] < number.box[2] < name.box[0]
    assert title.box[3] < number.box[1] == name.box[1]
    letters = len('JUDUL') * (name.box[2] - name.box[0]) / len('Nama Dinas')
    assert title.box[2] - title.box[0] == pytest.approx(letters)
    assert (page.source, page.at) == ('text', ())


@pytest.mark.parametrize(('more', 'format'), [('laid_out = true', 'pdf'), ('laid_out = false', 'docx'), ('', 'docx')])
def test_a_case_that_is_laid_out_is_checked_on_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, format: str
) -> None:
    checked: list[str] = []

    def noted(document: Document, *given: Any, **named: Any) -> Checked:
        checked.append(document.format)
        return check(document, *given, **named)

    monkeypatch.setattr(ruletests, 'check', noted)
    assert run(rules(), case_file(tmp_path, more=f'{EXPECTED}\n{more}')) == ([], 1)
    assert checked == [format]


def test_a_line_of_dashes_begins_a_new_page() -> None:
    doc = document_of('satu\n---\ndua\n-----\ntiga')
    assert [page.text for page in doc.pages] == ['satu', 'dua', 'tiga']
    assert [page.n for page in doc.pages] == [1, 2, 3]
    assert all(page.source == 'flow' for page in doc.pages)


def test_dashes_inside_a_row_do_not() -> None:
    assert len(document_of('satu --- dua').pages) == 1


def test_a_case_as_expected_says_nothing(tmp_path: Path) -> None:
    assert run(rules(), case_file(tmp_path)) == ([], 1)


def test_a_difference_names_file_case_requirement_and_what_was_read(tmp_path: Path) -> None:
    wrong, total = run(
        rules(), case_file(tmp_path, more='expect = { "nomor" = "missing", "tanda-tangan" = "missing" }')
    )
    assert total == 1
    (difference,) = wrong
    assert 'contoh.toml "satu"' in str(difference)
    assert 'nomor: met' in str(difference)
    assert '800/12/DINKES/2025' in str(difference)


def test_findings_that_nobody_named_must_be_met(tmp_path: Path) -> None:
    wrong, _ = run(rules(), case_file(tmp_path, more=''))
    assert [wrong_.says.split(':')[0] for wrong_ in wrong] == ['tanda-tangan']


def test_with_others_set_aside_only_the_named_count(tmp_path: Path) -> None:
    case_file(
        tmp_path,
        'KEPUTUSAN KEPALA DINAS\nNOMOR : 1/2025\nTENTANG\nPPID\n',
        'others = "not_applicable"\nexpect = { "nomor" = "met" }',
    )
    assert run(rules(), tmp_path) == ([], 1)


def test_a_document_of_another_kind_is_told(tmp_path: Path) -> None:
    wrong, _ = run(rules(), case_file(tmp_path, kind='dip'))
    assert [difference.says for difference in wrong] == ['dikira sk-ppid, seharusnya dip.']
    assert run(rules(), case_file(tmp_path, 'Catatan rapat biasa\n', 'kind = "lain"'))[0] == []


def test_a_requirement_that_the_kind_does_not_have_is_told(tmp_path: Path) -> None:
    wrong, _ = run(rules(), case_file(tmp_path, more='expect = { "tanda-tangan" = "missing", "nomer" = "met" }'))
    assert [difference.says for difference in wrong] == ['syarat "nomer" tidak ada pada jenis ini.']


@pytest.mark.parametrize('more', ['expct = {}', 'expect = { "nomor" = "ada" }', 'period = "2025"'])
def test_a_case_that_can_not_be_is_refused(tmp_path: Path, more: str) -> None:
    with pytest.raises(RuleError, match=r'contoh\.toml'):
        run(rules(), case_file(tmp_path, more=more))


def test_the_project_s_own_cases_come_out_as_expected() -> None:
    wrong, total = run(rules(), rules_folder() / 'tests')
    assert [str(difference) for difference in wrong] == []
    assert total >= 18


def variants(folder: Path, more: str) -> Path:
    path = case_file(folder) / 'contoh.toml'
    path.write_text(path.read_text(encoding='utf-8') + '\n[[variants]]\n' + more, encoding='utf-8')
    return folder


def test_each_wording_of_variants_is_a_case_of_its_own(tmp_path: Path) -> None:
    variants(tmp_path, 'of = "satu"\nreplace = "Ditetapkan di"\nby = ["Dikeluarkan di", "Ditulis di", "Ditetapkan"]')
    wrong, total = run(rules(), tmp_path)
    assert total == 4
    assert {w.case for w in wrong} == {'contoh.toml "satu", "Ditetapkan di" -> "Ditulis di"'}
    assert any(w.says.startswith('tempat-tanggal: missing') for w in wrong)


def test_variants_name_only_what_differs_from_their_case(tmp_path: Path) -> None:
    variants(
        tmp_path,
        'of = "satu"\nreplace = "NOMOR : 800/12/DINKES/2025"\nby = ["NOMOR :", "NOMOR : ....."]\n'
        'expect = { "nomor" = "missing" }',
    )
    assert run(rules(), tmp_path) == ([], 3)


def test_variants_of_another_kind_take_nothing_over(tmp_path: Path) -> None:
    variants(
        tmp_path,
        'of = "satu"\nreplace = "PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA"\nby = ["PPKD"]\nkind = "lain"',
    )
    assert run(rules(), tmp_path) == ([], 2)


@pytest.mark.parametrize(('more', 'says'), [
    ('of = "stu"\nreplace = "NOMOR"\nby = ["NO"]', 'Maksud Anda "satu"?'),
    ('of = "satu"\nreplace = "NUMMER"\nby = ["NO"]', '"NUMMER"'),
])  # fmt: skip
def test_variants_of_nothing_are_refused(tmp_path: Path, more: str, says: str) -> None:
    with pytest.raises(RuleError) as refused:
        run(rules(), variants(tmp_path, more))
    assert says in str(refused.value) and 'contoh.toml' in str(refused.value)


@pytest.mark.parametrize(('more', 'difference'), [
    ('values = { "tahun" = 2024 }', 'tahun: 2025, seharusnya 2024.'),
    ('reasons = { "tanda-tangan" = "label-kosong" }', 'tanda-tangan: blok-kosong, seharusnya label-kosong.'),
    ('values = { "thn" = 2024 }', 'syarat "thn" tidak ada pada jenis ini.'),
])  # fmt: skip
def test_values_and_reasons_are_compared_where_they_are_named(tmp_path: Path, more: str, difference: str) -> None:
    wrong, _ = run(rules(), case_file(tmp_path, more=f'{EXPECTED}\n{more}'))
    assert [w.says for w in wrong] == [difference]
    right = EXPECTED + '\nvalues = { "tahun" = 2025 }\nreasons = { "tanda-tangan" = "blok-kosong" }'
    assert run(rules(), case_file(tmp_path, more=right)) == ([], 1)


def test_what_must_be_required_and_what_is_advice_may_be_named_for_a_file(tmp_path: Path) -> None:
    path = case_file(tmp_path) / 'contoh.toml'
    text = path.read_text(encoding='utf-8')
    path.write_text('required = ["nomor"]\nadvised = ["tembusan"]\n' + text, encoding='utf-8')
    assert run(rules(), tmp_path) == ([], 1)
    path.write_text('required = ["tembusan"]\nadvised = ["nomor"]\n' + text, encoding='utf-8')
    assert [w.says for w in run(rules(), tmp_path)[0]] == ['nomor: seharusnya saran.', 'tembusan: seharusnya wajib.']

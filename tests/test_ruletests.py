"""Cases of rules/tests: plain text becomes a document, and differences are told in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RuleError
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

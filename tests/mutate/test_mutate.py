"""The tool that asks whether the rules' tests notice a change: it finds every sort of change, the tests notice a sample
of them, and a change that no test covers is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checker.checks import article, legal_basis
from checker.rulebook import Law, Written, made_of, read, rules_folder
from checker.ruletests import differences
from tests.mutate.__main__ import main
from tests.mutate.judge import Judge
from tests.mutate.mutants import SHARED, Mutant, mutants, same_as

STEP = 60
"""One change of so many is tried here; `make mutate` tries all."""


@pytest.fixture(scope='module')
def written() -> Written:
    return read()


@pytest.fixture(scope='module')
def every(written: Written) -> list[Mutant]:
    return list(mutants(written))


@pytest.fixture(scope='module')
def judge() -> Judge:
    return Judge.of(None)


def test_each_change_is_one_change_of_what_is_written(written: Written, every: list[Mutant]) -> None:
    assert all(mutant.written != written for mutant in every)
    assert len({mutant.kind + mutant.says for mutant in every}) == len(every)


def test_every_sort_of_change_is_made(every: list[Mutant]) -> None:
    assert {mutant.sort for mutant in every} >= {
        'title', 'title_not', 'subject', 'subject_not', 'labels', 'enough', 'required', 'words', 'not_words',
        'followed_by', 'until', 'goes_on', 'weak', 'not_above', 'anchor', 'groups', 'minimum', 'years', 'content',
        'numbered', 'about', 'not_under', 'annexed', 'letters', 'phrases', 'merged', 'must', 'key_columns',
        'either_order', 'nip', 'words.toml', 'gazette',
    }  # fmt: skip
    assert {m.kind for m in every} >= {SHARED, *(f.kind for f in read().kinds.values() if f.requirement)}


def test_a_sample_of_changes_is_noticed(judge: Judge, every: list[Mutant]) -> None:
    sample = [m for m in every if m.kind in ('sk-ppid', 'dip', 'sop') and not m.same_as][::STEP]
    assert len(sample) >= 5
    missed = [mutant.says for mutant in sample if judge.notices(mutant) is None]
    assert len(missed) <= 1, missed


def test_what_was_searched_for_is_kept_without_changing_a_verdict(judge: Judge, every: list[Mutant]) -> None:
    mutant = next(m for m in every if m.kind == 'dip' and m.says == 'kolom-retensi: words without "Masa Retensi"')
    kept = [judge.notices(mutant) for _ in range(2)]
    for judged in judge.cases:
        judged.views = None
    assert [judge.notices(mutant)] * 2 == kept
    assert kept[0] is not None and 'Masa Retensi' in kept[0]


def test_a_wording_without_a_test_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(rules_folder(), tmp_path / 'aturan'))
    for path in (*(folder / 'kinds').glob('*.toml'), *(folder / 'tests').glob('*.toml')):
        path.unlink()
    (folder / 'kinds' / 'kartu.toml').write_text(KIND)
    (folder / 'tests' / 'kartu.toml').write_text(CASES)
    assert main(['--rules', str(folder), '--kind', 'kartu', '--list-survivors', '--jobs', '1']) == 1
    told = capsys.readouterr().out
    assert 'kartu: nomor: words without "Register"' in told
    assert 'kartu: nomor: words without "Nomor Kartu"' not in told
    (folder / 'tests' / 'kartu.toml').write_text(CASES.replace('NOMOR KARTU : 7', 'NOMOR KARTU :'))
    assert main(['--rules', str(folder)]) == 2


KIND = """
kind = "kartu"
name = "Kartu kendali"
[identify]
form = "labelled"
title = ["Kartu Kendali"]
[[requirement]]
id = "judul"
name = "Judul"
check = "title"
words = ["Kartu Kendali"]
[[requirement]]
id = "nomor"
name = "Nomor"
check = "field"
value = "number"
words = ["Nomor Kartu", "Register"]
"""
CASES = """
kind = "kartu"
required = ["judul", "nomor"]
[[case]]
name = "lengkap"
text = '''
KARTU KENDALI
NOMOR KARTU : 7
'''
"""


def test_only_laws_that_no_check_looks_for_are_counted_apart(
    written: Written, every: list[Mutant], judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = {m.says.partition(':')[0] for m in every if m.sort == 'gazette' and m.same_as}
    looked_for: set[str] = set()

    def cited(_part: object, law: Law, _scope: str) -> tuple[()]:
        looked_for.add(law.id)
        return ()

    for module in (legal_basis, article):
        monkeypatch.setattr(module, 'cited', cited)
    kinds = {judged.case.file_kind: judged for judged in judge.cases}
    for judged in kinds.values():
        list(differences(made_of(written), judged.case, judged.document))
    assert looked_for
    assert apart == {law.id for law in written.laws.law if law.gazette} - looked_for


@pytest.mark.parametrize(('phrase', 'others', 'how', 'found'), [
    ('Serta-merta', ('Setiap Saat', 'Serta Merta'), {}, 'Serta Merta'),
    ('Standart Operasional Prosedur', ('Standar Operasional Prosedur',), {}, 'Standar Operasional Prosedur'),
    ('Sekretariat Daerah', ('Sekretariat',), {}, ''),
    ('Sekretariat Daerah', ('Sekretariat',), {'opens': True}, 'Sekretariat'),
    ('Nama/Judul Informasi', ('Judul Informasi',), {'opens': True}, ''),
    ('Nama/Judul Informasi', ('Judul Informasi',), {'within': 2}, 'Judul Informasi'),
    ('Uraian Kegiatan', ('Kegiatan',), {'within': 2}, ''),
    ('DIDP', ('DIP',), {'opens': True}, ''),
])  # fmt: skip
def test_a_wording_that_another_finds_is_known(
    phrase: str, others: tuple[str, ...], how: dict[str, int], found: str
) -> None:
    assert same_as(phrase, others, **how) == found  # type: ignore[arg-type]

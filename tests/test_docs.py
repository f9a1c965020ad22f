"""The documents about rules, done as they say: their examples work, and no check or field is left out."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.model import Mode
from checker.portal import Portal, PortalsFile
from checker.predicates import Band, PredicateSet
from checker.questionnaire import CountStep, Grade, Indicator, Ladder, Question, QuestionnaireFile, Source, Wanted
from checker.rulebook import (
    CHECK_TYPES,
    Anchors,
    Codes,
    Drafts,
    Identify,
    KindFile,
    Requirement,
    Scope,
    Signers,
    WordsFile,
    YearRule,
    rules_folder,
)

ROOT = Path(__file__).parents[1]
README, RULES = (ROOT / 'README.md').read_text(), (ROOT / 'docs' / 'aturan.md').read_text()


def blocks(text: str) -> list[str]:
    """The TOML examples in order."""
    return re.findall(r'```toml\n(.*?)```', text, re.DOTALL)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the rules, as the README begins."""
    # The tests of every single wording take ten seconds and are run once, in test_ruletests.
    without = shutil.ignore_patterns('variants-*.toml')
    return Path(shutil.copytree(rules_folder(), tmp_path / 'aturan-kami', ignore=without))


def test_the_readme_s_requirement_is_loaded_tested_and_found_in_the_sample_that_it_names(own: Path) -> None:
    file = own / 'kinds' / 'sop.toml'
    file.write_text(file.read_text() + '\n' + blocks(README)[0])
    for command in ('check', 'test'):
        done = run('rules', command, '--rules', str(own))
        assert done.exit_code == 0, done.output
    sample = ROOT / 'sample_docs' / '24-sop-keberatan-kurang.pdf'
    assert str(sample.relative_to(ROOT)) in README
    shown = run('check', '--rules', str(own), '--period', '2025', '--no-store', str(sample))
    assert "Kolom keterangan" in ' '.join(shown.output.split('Terpenuhi')[1].split())


def test_the_readme_s_error_is_the_one_that_is_printed(own: Path) -> None:
    file = own / 'kinds' / 'sop.toml'
    file.write_text(file.read_text() + '\n' + blocks(README)[0].replace('advice', 'advise'))
    done = run('rules', 'check', '--rules', str(own))
    assert done.exit_code == 2
    quoted = re.search(r'`(kunci tidak dikenal[^`]+)`', README)
    assert quoted is not None and quoted[1] in done.output


def test_the_new_kind_and_its_examples_work(own: Path) -> None:
    kind, cases, *_ = blocks(RULES)
    before = run('rules', 'test', '--rules', str(own))
    (own / 'kinds' / 'pakta-integritas.toml').write_text(kind)
    (own / 'tests' / 'pakta-integritas.toml').write_text(cases)
    after = run('rules', 'test', '--rules', str(own))
    assert after.exit_code == 0, after.output
    assert passed(after) == passed(before) + cases.count('[[case]]')


def passed(done: Result) -> int:
    found = re.search(r'(\d+) dari', done.output)
    assert found is not None, done.output
    return int(found[1])


def test_every_check_field_and_choice_of_rules_is_explained() -> None:
    told = set(re.findall(r'`"?([\w-]+)"?`', RULES))
    written = {field.name for kind in (Requirement, Identify, KindFile) for field in fields(kind)}
    assert {*CHECK_TYPES, *written, *get_args(Scope), *get_args(YearRule)} - told == set()


def test_every_table_of_words_and_its_fields_are_explained() -> None:
    told = set(re.findall(r'`"?([\w-]+)"?`', RULES))
    assert {field.name for form in (Anchors, Signers, Codes, Drafts) for field in fields(form)} - told == set()
    assert all(f'`[{field.name}]`' in RULES for field in fields(WordsFile))


def test_every_field_of_questionnaires_is_explained_and_the_example_scores(own: Path) -> None:
    told = set(re.findall(r'`"?([\w-]+)"?`', RULES))
    forms = (QuestionnaireFile, Indicator, Question, Wanted, CountStep, Source, Ladder, Grade, Band, PredicateSet,
             Portal, PortalsFile)
    assert {field.name for form in forms for field in fields(form)} - told == set()
    assert set(get_args(Mode)) - told == set()
    (own / 'questionnaires' / 'kecamatan-kami.toml').write_text(blocks(RULES)[2])
    batch = str(ROOT / 'sample_docs' / 'contoh-batch')
    words = ('score', batch, '--questionnaire', 'kecamatan-kami', '--rules', str(own), '--period', '2025', '--no-store')
    done = run(*words)
    assert done.exit_code == 0, done.output
    assert "belum dijawab 1, 2 · dinilai orang 3" in done.output


def test_the_readme_shows_every_command() -> None:
    told = set(re.findall(r'^\| `([a-z ]+)` \|', README, re.MULTILINE))
    known = {name if not hasattr(command, 'commands') else f'{name} {sub}'
             for name, command in main.commands.items() for sub in getattr(command, 'commands', {'': None})}
    assert told == known

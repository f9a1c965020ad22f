"""Rules in plain words: every kind and check type has an explanation, and what it says is what the rules hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args, get_type_hints

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.explain import FORMS, explained
from checker.explanations import EXPLAINED, SCOPES, SHOWN, VALUES, YEARS, Asked, quoted, said_of
from checker.model import KindId
from checker.rulebook import CHECK_TYPES, Identify, Requirement, Scope, ValueType, YearRule
from checker.rulefields import READS
from checker.typed_toml import from_dict
from tests.papers import rules
from tests.test_rulefields import FULL

KINDS = sorted(rules().kinds)


def told(kind: str, period: int = 2025, *, full: bool = False, width: int = 100) -> str:
    return explained(rules().kinds[KindId(kind)], rules(), period, full=full, width=width)


def flat(text: str) -> str:
    """Without its line ends, so that what wraps is found."""
    return ' '.join(text.split())


def block(kind: str, requirement: str, period: int = 2025) -> str:
    return next(b for b in map(flat, told(kind, period).split('\n\n')) if f'({requirement})' in b)


def asked(check: str, **more: object) -> Asked:
    needed = {name: FULL[name] for name in READS[check].needs}
    requirement = from_dict({'id': 'x', 'name': 'X', 'check': check, **needed, **more}, Requirement, 'x.toml')
    return Asked(requirement, rules().kinds[KindId('sk-ppid')], rules(), 2025)


def test_every_check_type_scope_value_year_rule_and_form_has_its_words() -> None:
    assert set(EXPLAINED) == set(CHECK_TYPES)
    assert set(SCOPES) == set(get_args(Scope))
    assert set(VALUES) == set(get_args(ValueType))
    assert set(YEARS) == set(get_args(YearRule))
    assert set(FORMS) == set(get_args(get_type_hints(Identify)['form']))


@pytest.mark.parametrize('check', CHECK_TYPES)
def test_a_check_type_says_what_is_looked_for_and_when_it_counts(check: str) -> None:
    said = dict(said_of(asked(check)))
    assert {'Dicari', 'Terpenuhi bila'} <= set(said)
    assert all(text.strip() and '{' not in text and text.rstrip().endswith(('.', ':', '"')) for text in said.values())


@pytest.mark.parametrize('kind', KINDS)
@pytest.mark.parametrize('width', [60, 80, 100])
def test_every_kind_is_told_with_all_its_requirements_within_the_width(kind: str, width: int) -> None:
    text = told(kind, width=width)
    assert max(map(len, text.split('\n'))) <= width
    for requirement in rules().kinds[KindId(kind)].requirements:
        assert f'{requirement.name} ({requirement.id})' in flat(text)
    assert not re.search(r'[{}]|@\w|None', text)


def wordings(kind: str) -> Iterator[str]:
    own = rules().kinds[KindId(kind)]
    for requirement in own.requirements:
        if requirement.check not in ('title', 'year'):
            yield from requirement.words
        yield from requirement.not_words
        for words in (requirement.groups or {}).values():
            yield from words
    how = own.identify
    yield from (*how.title, *how.title_not, *how.subject, *how.subject_not)


@pytest.mark.parametrize('kind', KINDS)
def test_asked_in_full_every_word_of_the_rules_is_shown(kind: str) -> None:
    text = flat(told(kind, full=True, width=10_000))
    assert 'lainnya' not in text
    assert [word for word in wordings(kind) if f'"{word}"' not in text] == []


def test_a_long_list_is_cut_and_says_how_many_are_left() -> None:
    assert quoted(['a', 'b']) == '"a", "b"'
    many = [str(n) for n in range(SHOWN + 12)]
    assert quoted(many).endswith('"5", ... dan 12 lainnya')
    assert quoted(many, full=True).count('"') == 2 * len(many)
    assert 'lainnya' not in quoted(many[: SHOWN + 1])


@pytest.mark.parametrize(('kind', 'requirement', 'year'), [
    ('dip', 'tahun', 'tahunnya 2030. Tahun lain tidak memenuhi'),
    ('sk-ppid', 'tahun', 'tahunnya 2030. Tahun sebelumnya perlu diperiksa'),
    ('sop', 'tahun', 'tahunnya 2025 sampai 2030'),
])  # fmt: skip
def test_years_are_those_of_the_period(kind: str, requirement: str, year: str) -> None:
    assert year in block(kind, requirement, 2030)


def test_a_report_is_of_the_year_before() -> None:
    said = dict(said_of(replace(asked('year', years='report'), period=2030)))
    assert said['Terpenuhi bila'].startswith('tahunnya 2029')


def test_advice_is_told_from_what_is_required() -> None:
    assert 'saran saja' in block('sk-ppid', 'tembusan')
    assert 'saran saja' not in block('sk-ppid', 'nomor')
    assert 'Syarat: 16 wajib, 5 saran' in told('sk-ppid')


def test_a_section_tells_its_words_its_place_and_what_must_follow() -> None:
    text = block('sk-ppid', 'menimbang')
    for words in ('judul bagian "Menimbang", di batang tubuh', 'sesudahnya ada "bahwa"', 'daftar isi'):
        assert words in text


def test_the_command_prints_it_and_offers_the_nearest_kind() -> None:
    shown = CliRunner().invoke(main, ['rules', 'explain', 'sop', '--period', '2025'], env={'COLUMNS': '80'})
    assert shown.exit_code == 0
    assert shown.output == told('sop', width=80) + '\n'
    slip = CliRunner().invoke(main, ['rules', 'explain', 'sk-pid'])
    assert slip.exit_code == 2 and 'Maksud Anda "sk-ppid"?' in slip.output

"""Fields that each check type reads: what is missing is refused, what nobody reads is said."""

from __future__ import annotations

from dataclasses import fields

import pytest

from checker.errors import RuleError
from checker.rulebook import CHECK_TYPES, Identify, Requirement, load
from checker.rulefields import COMMON, READS, refuse_incomplete, refuse_untellable, unread_fields
from checker.typed_toml import from_dict
from tests.papers import rules

FULL = {
    'words': ['Satu'],
    'groups': {'satu': ['Satu']},
    'law': 'uu-14-2008',
    'years': 'decree',
    'article': '17',
    'anchor': ['Nama'],
    'key_columns': ['kolom-satu'],
}
"""A value for every field that some check needs."""


def requirement(check: str, **more: object) -> Requirement:
    return from_dict({'id': 'satu', 'name': 'Satu', 'check': check, **more}, Requirement, 'baru.toml')


def needs() -> list[tuple[str, str]]:
    return [(check, name) for check, reads in READS.items() for name in reads.needs]


def test_every_check_type_says_what_it_reads() -> None:
    assert set(READS) == set(CHECK_TYPES)
    known = {field.name for field in fields(Requirement)} - COMMON
    assert {name for reads in READS.values() for name in reads.needs + reads.may} == known


@pytest.mark.parametrize(('check', 'name'), needs())
def test_a_needed_field_that_is_missing_is_refused_with_file_entry_and_field(check: str, name: str) -> None:
    given = {field: FULL[field] for field in READS[check].needs}
    refuse_incomplete(requirement(check, **given), 'baru.toml: requirement "satu"')
    del given[name]
    with pytest.raises(RuleError) as refused:
        refuse_incomplete(requirement(check, **given), 'baru.toml: requirement "satu"')
    says = str(refused.value)
    assert 'baru.toml' in says and '"satu"' in says and name in says and f'"{check}"' in says


@pytest.mark.parametrize(('more', 'entry'), [
    ({'check': 'all-of', 'groups': {'satu': ['Satu'], 'dua': []}}, 'groups.dua'),
    ({'check': 'some-of', 'groups': {'satu': ['Satu']}, 'minimum': 2}, 'minimum'),
    ({'check': 'rows', 'minimum': 0}, 'minimum'),
    ({'check': 'column', 'words': ['Satu'], 'weak': ['Dua'], 'not_above': ['Tiga']}, 'weak'),
])  # fmt: skip
def test_what_can_never_be_met_is_refused(more: dict[str, object], entry: str) -> None:
    with pytest.raises(RuleError, match=entry):
        refuse_incomplete(requirement(**more), 'baru.toml')  # type: ignore[arg-type]


@pytest.mark.parametrize(('identify', 'entry'), [
    ({'form': 'decree', 'title': ['Keputusan']}, 'identify.subject'),
    ({'form': 'decree', 'subject': ['PPID']}, 'identify.title'),
    ({'form': 'titled', 'labels': ['Satu']}, 'identify.title'),
    ({'form': 'labelled'}, 'identify.title atau labels'),
])  # fmt: skip
def test_a_kind_that_nothing_tells_is_refused(identify: dict[str, object], entry: str) -> None:
    with pytest.raises(RuleError, match=entry):
        refuse_untellable(from_dict(identify, Identify, 'baru.toml'), 'baru.toml: identify')


def test_a_picture_needs_no_words() -> None:
    refuse_untellable(Identify('picture'), 'foto.toml: identify')


def test_a_field_that_the_check_never_reads_is_named() -> None:
    assert list(unread_fields(requirement('rows', law='uu-14-2008', numbered=True))) == ['numbered', 'law']
    assert list(unread_fields(requirement('rows', minimum=3, required=False, advice='Isi.'))) == []


def test_the_packaged_rules_hold_nothing_that_nobody_reads() -> None:
    written = {(kind.id, r.id): list(unread_fields(r)) for kind in rules().kinds.values() for r in kind.requirements}
    assert {where: names for where, names in written.items() if names} == {}
    assert load().kinds

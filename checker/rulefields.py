"""Which fields of a requirement each check type reads: those it needs, and those it may have.

Refuses a requirement that its check could never judge (`RuleError`); never looks at a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from checker.errors import RuleError
from checker.messages import _

if TYPE_CHECKING:  # rulebook imports this module
    from checker.rulebook import Identify, Requirement

COMMON = frozenset({'id', 'name', 'check', 'required', 'advice'})
"""Fields that every requirement may have."""


@dataclass(frozen=True, slots=True)
class Reads:
    """Names of fields of `Requirement`."""

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


_GROUPS = Reads(('groups',), ('not_words', 'scope'))

READS: Mapping[str, Reads] = {
    'section': Reads(
        ('words',), ('not_words', 'followed_by', 'content', 'until', 'goes_on', 'numbered', 'phrases', 'scope')
    ),
    'field': Reads(('words',), ('not_words', 'value', 'numbered', 'anchor', 'phrases', 'until', 'scope')),
    'title': Reads(('words',)),
    'subject': Reads(('words',), ('not_words',)),
    'letterhead': Reads(('words',)),
    'body-name': Reads(('words',), ('not_words', 'anchor')),
    'place-date': Reads(('words',), ('scope',)),
    'year': Reads(('years',), ('words',)),
    'column': Reads(('words',), ('weak', 'not_above', 'groups', 'merged', 'scope')),
    'rows': Reads((), ('words', 'not_words', 'key_columns', 'minimum')),
    'signed-rows': Reads(('key_columns',)),
    'filled-form': Reads(('groups',), ('not_words', 'must', 'minimum')),
    'table-line': Reads(('words',), ('not_words', 'scope')),
    'all-of': _GROUPS,
    'one-of': Reads(('groups',), ('words', 'not_words', 'scope')),
    'some-of': Reads(('groups',), ('minimum', 'not_words', 'scope')),
    'legal-basis': Reads(('law',), ('scope',)),
    'current-law': Reads((), ('scope',)),
    'article': Reads(('law', 'article'), ('words', 'letters', 'scope')),
    'entry': Reads(('words',), ('weak', 'not_above', 'groups', 'goes_on', 'phrases', 'followed_by', 'scope')),
    'day': Reads(('words',), ('anchor', 'value', 'numbered', 'scope')),
    'years-agree': Reads(),
    'in-order': Reads(('groups',), ('scope',)),
    'annex-header': Reads(('words',)),
    'signer': Reads((), ('anchor', 'nip', 'offices', 'not_offices', 'scope')),
    'signature': Reads((), ('anchor', 'scope')),
    'signers': Reads(('words', 'anchor'), ('nip', 'scope')),
    'signatures': Reads(('words', 'anchor'), ('scope',)),
    'annex': Reads(('words',)),
    'chapter': Reads(('words',), ('not_words', 'groups', 'scope')),
    'sentence': Reads(('groups',), ('either_order', 'not_words', 'scope')),
    'quantity': Reads(('words',), ('not_words', 'scope')),
}
"""Check type -> the fields that it reads."""


def refuse_incomplete(requirement: Requirement, where: str) -> None:
    """`RuleError` when a field is missing without which the check finds nothing or accepts everything."""
    for name in READS.get(requirement.check, Reads()).needs:
        if not getattr(requirement, name):
            raise RuleError(
                _("{where}: {field} kosong; pemeriksaan \"{check}\" memerlukannya.").format(
                    where=where, field=name, check=requirement.check
                )
            )
    for name, words in (requirement.groups or {}).items():
        if not words:
            raise RuleError(_("{where}.groups.{name}: kelompok tanpa kata.").format(where=where, name=name))
    groups = len(requirement.groups or {})
    if requirement.minimum < 1 or (requirement.check == 'some-of' and requirement.minimum > groups):
        raise RuleError(
            _("{where}.minimum: {minimum} dari {groups} kelompok tidak mungkin.").format(
                where=where, minimum=requirement.minimum, groups=groups
            )
        )
    astray = [word for word in requirement.weak if word not in requirement.words]
    if astray:
        raise RuleError(_("{where}.weak: \"{word}\" tidak ada di words.").format(where=where, word=astray[0]))


_IDENTIFIES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    'decree': (('title',), ('subject',)),
    'titled': (('title',),),
    'labelled': (('title', 'labels'),),
    'letter': (('about',), ('subject',)),
    'report': (('title',), ('subject',)),
}
"""Form -> fields that tell it; of each group at least one must be filled."""


def refuse_untellable(identify: Identify, where: str) -> None:
    """`RuleError` when nothing says how a document of the kind is told."""
    for names in _IDENTIFIES.get(identify.form, ()):
        if not any(getattr(identify, name) for name in names):
            raise RuleError(
                _("{where}.{field} kosong; bentuk \"{form}\" memerlukannya.").format(
                    where=where, field=_(" atau ").join(names), form=identify.form
                )
            )


def unread_fields(requirement: Requirement) -> Iterator[str]:
    """Fields that are written but that the requirement's check never reads."""
    reads = READS.get(requirement.check)
    known = {*COMMON, *(reads.needs + reads.may if reads else ())}
    for field in fields(requirement):
        if reads and field.name not in known and getattr(requirement, field.name) != field.default:
            yield field.name

"""Every single change of the rules that their tests must notice: a wording dropped, a threshold moved, a year rule
swapped, a requirement made advice.

Never runs a test; it only makes the changed rules, in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_args

from checker.model import KindId
from checker.rulebook import Identify, KindFile, Requirement, Written, YearRule
from checker.ruletests import page_of
from checker.view import PageView

SHARED = KindId('bersama')
"""Stands for a kind where words.toml or legal_basis.toml is changed: the tests of all kinds apply."""
LISTS = (
    'words', 'not_words', 'followed_by', 'until', 'goes_on', 'weak', 'not_above', 'anchor', 'merged', 'phrases', 'must',
    'key_columns', 'offices', 'not_offices',
)  # fmt: skip
IDS = frozenset({'must', 'key_columns'})
"""Lists of names that stand in the rules alone, not in documents."""
IDENTIFIED_BY = ('title', 'title_not', 'not_under', 'subject', 'subject_not', 'labels', 'about')
SWITCHES = ('content', 'numbered', 'either_order')
NOT_READ = frozenset({('year', 'words')})
"""Check and field that decide no status: a year's words only serve the reason 'teks-tersembunyi', and a test document
has no hidden text."""


SCORED = {'decree': 'moves the score of a decree alone', 'titled': 'moves the runner-up alone'}
"""Forms of kinds whose labels decide nothing."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """The rules with one change."""

    kind: KindId
    sort: str
    """Class of the change: the field that it touches."""
    says: str
    """Where, and what was changed."""
    phrase: str
    """The wording that was dropped; empty for other changes."""
    touches: str
    """Id of the requirement, or empty."""
    written: Written
    same_as: str = ''
    """Why the change can't be noticed: the wording that says the same, or what the field moves."""


def mutants(written: Written) -> Iterator[Mutant]:
    """All changes, in the order of the files."""
    for path, file in written.kinds.items():
        yield from _of_kind(written, path, file)
    yield from _of_words(written)
    yield from _of_laws(written)


def _of_kind(written: Written, path: Path, file: KindFile) -> Iterator[Mutant]:
    def made(sort: str, says: str, changed: KindFile, phrase: str = '', touches: str = '') -> Mutant:
        kinds = {**written.kinds, path: changed}
        return Mutant(file.kind, sort, says, phrase, touches, replace(written, kinds=kinds))

    for name in IDENTIFIED_BY:
        for phrase, rest in _without_each(getattr(file.identify, name)):
            identify: Identify = replace(file.identify, **{name: rest})  # type: ignore[arg-type]
            made_so = made(name, f'identify.{name} without "{phrase}"', replace(file, identify=identify), phrase)
            if name == 'labels':
                yield replace(made_so, same_as=SCORED.get(file.identify.form, ''))
            else:
                yield replace(made_so, same_as=same_as(phrase, rest, opens=True))
    if file.identify.form in ('titled', 'labelled'):  # a decree's `enough` moves nothing but its score
        for enough in (file.identify.enough - 1, file.identify.enough + 1):
            changed = replace(file, identify=replace(file.identify, enough=enough))
            made_so = made('enough', f'identify.enough = {enough}', changed)
            yield replace(made_so, same_as='' if _tells(file, enough) else 'more than the columns that there are')
    if file.identify.annexed:
        yield made('annexed', 'identify.annexed = False', replace(file, identify=replace(file.identify, annexed=False)))
    for i, requirement in enumerate(file.requirement):
        for sort, says, other, phrase in _of_requirement(requirement):
            changed = replace(file, requirement=(*file.requirement[:i], other, *file.requirement[i + 1 :]))
            made_so = made(sort, f'{requirement.id}: {says}', changed, phrase, requirement.id)
            yield replace(made_so, same_as=_same(requirement, other, sort, phrase))


def _tells(file: KindFile, enough: int) -> bool:
    """Whether so many names, or one fewer or more, can stand in a document at all: columns of a list can be too few."""
    if file.identify.form != 'titled':
        return True
    return min(enough, file.identify.enough) <= sum(r.check in ('column', 'entry') for r in file.requirement)


def _of_requirement(requirement: Requirement) -> Iterator[tuple[str, str, Requirement, str]]:
    """Class, sentence, the changed requirement, and the dropped wording."""
    required = not requirement.required
    yield 'required', f'required = {required}', replace(requirement, required=required), ''
    for name in LISTS:
        if (requirement.check, name) in NOT_READ:
            continue
        for phrase, rest in _without_each(getattr(requirement, name)):
            changes: dict[str, Any] = {name: rest}
            if name == 'words':
                changes['weak'] = tuple(word for word in requirement.weak if word != phrase)
            yield name, f'{name} without "{phrase}"', replace(requirement, **changes), '' if name in IDS else phrase
    for group, words in (requirement.groups or {}).items():
        for phrase, rest in _without_each(words):
            groups = {**(requirement.groups or {}), group: rest}
            yield 'groups', f'groups.{group} without "{phrase}"', replace(requirement, groups=groups), phrase
    if requirement.check in ('some-of', 'rows', 'filled-form'):
        for minimum in (requirement.minimum - 1, requirement.minimum + 1):
            yield 'minimum', f'minimum = {minimum}', replace(requirement, minimum=minimum), ''
    if requirement.years:
        for years in get_args(YearRule):
            if years != requirement.years:
                yield 'years', f'years = "{years}"', replace(requirement, years=years), ''
    for name in SWITCHES:
        if getattr(requirement, name):
            yield name, f'{name} = false', replace(requirement, **{name: False}), ''  # type: ignore[arg-type]
    if requirement.nip == 'optional':
        yield 'nip', 'nip = "needed"', replace(requirement, nip='needed'), ''
    if requirement.letters:
        first, last = requirement.letters[0], requirement.letters[-1]
        for letters in (f'{chr(ord(first) + 1)}-{last}', f'{first}-{chr(ord(last) - 1)}', f'{first}-z'):
            yield 'letters', f'letters = "{letters}"', replace(requirement, letters=letters), ''


FOUND = ('title', 'title_not', 'subject', 'subject_not', 'words', 'anchor', 'groups')
"""Fields whose wordings are looked for with `PageSearch.find`."""
OPENED_BY = frozenset({'subject', 'letterhead', 'body-name', 'title'})
"""Check types that ask only whether one of their words begins at a place."""


def same_as(phrase: str, others: tuple[str, ...], *, opens: bool = False, within: int = 0) -> str:
    """The wording among the others that is found, for certain, where the phrase stands: over all of it; with `opens`
    where it begins; with `within` inside it, if it has at least so many words.

    Asked of the search itself, on a page that holds the phrase alone: 'Serta-merta' is found by 'Serta Merta',
    'Standart Operasional Prosedur' as a misspelling of 'Standar ...', and where a rule asks only whether one of its
    wordings begins at a place, 'Sekretariat Daerah' by 'Sekretariat'. No text that is spelt right can tell a list with
    such a phrase from one without. What the phrase adds is room for letters that a scan damaged.
    """
    view = PageView(page_of([phrase]))
    for other in others:
        for hit in view.find(other):
            whole = hit.start == 0 and hit.end == len(view.page.text.rstrip(' .)'))
            inside = within and len(other.split()) >= within
            if hit.sure and (whole or (opens and hit.start == 0) or inside):
                return other
    return ''


def _same(requirement: Requirement, other: Requirement, sort: str, phrase: str) -> str:
    if sort == 'groups':
        changed = next(ws for n, ws in (other.groups or {}).items() if ws != (requirement.groups or {})[n])
        return same_as(phrase, changed, opens=requirement.check == 'all-of')
    if sort not in FOUND:
        return ''
    if requirement.check == 'column':
        strong = tuple(word for word in other.words if word not in other.weak)
        return same_as(phrase, other.words, within=2) or same_as(phrase, strong, opens=True)
    return same_as(phrase, getattr(other, sort), opens=sort == 'anchor' or requirement.check in OPENED_BY)


def _of_words(written: Written) -> Iterator[Mutant]:
    words = written.words
    for table in ('anchors', 'signers'):
        owner = getattr(words, table)
        for field in fields(owner):
            for phrase, rest in _without_each(getattr(owner, field.name)):
                changed = replace(words, **{table: replace(owner, **{field.name: rest})})
                says = f'{table}.{field.name} without "{phrase}"'
                same = same_as(phrase, rest, opens=table == 'signers' or field.name == 'closing')
                yield Mutant(SHARED, 'words.toml', says, phrase, '', replace(written, words=changed), same)
    for name, listed in words.lists.items():
        for phrase, rest in _without_each(listed):
            lists: Mapping[str, tuple[str, ...]] = {**words.lists, name: rest}
            changed = replace(words, lists=lists)
            says, same = f'lists.{name} without "{phrase}"', same_as(phrase, rest, opens=True)
            yield Mutant(SHARED, 'words.toml', says, phrase, '', replace(written, words=changed), same)


UNASKED = 'no requirement asks for this law, and none replaces it'


def asked_laws(written: Written) -> frozenset[str]:
    """Ids of the laws that a check ever looks for: those that a requirement names, those that were replaced, and what
    replaced them. The others stand ready for rules to come."""
    named = {r.law for file in written.kinds.values() for r in file.requirement if r.law}
    return frozenset(named.union(*({law.id, law.replaced_by} for law in written.laws.law if law.replaced_by)))


def _of_laws(written: Written) -> Iterator[Mutant]:
    asked = asked_laws(written)
    for i, law in enumerate(written.laws.law):
        same = '' if law.id in asked else UNASKED
        for phrase, rest in _without_each(law.gazette):
            laws = (*written.laws.law[:i], replace(law, gazette=rest), *written.laws.law[i + 1 :])
            changed = replace(written, laws=replace(written.laws, law=laws))
            yield Mutant(SHARED, 'gazette', f'{law.id}: gazette without "{phrase}"', phrase, '', changed, same)


def _without_each(words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each entry, with the others."""
    for i, word in enumerate(words):
        yield word, (*words[:i], *words[i + 1 :])

"""Predicates: labels with the points from which they hold; sets of them in rules/predicates.toml.

Reads and validates; never scores. Published bands have gaps (89.9 to 90): here each is half-open, and the next begins
where it ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from checker.errors import RuleError
from checker.messages import _
from checker.rulebook import rules_folder
from checker.typed_toml import read_table, suggestion

FILE = 'predicates.toml'


@dataclass(frozen=True, slots=True)
class Band:
    """A predicate: from `low` (included) to `high` (excluded; the highest band includes the total)."""

    label: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PredicateSet:
    """The bands of one commission and edition."""

    id: str
    name: str
    year: int
    category: str
    """Which public bodies are labelled so."""
    total: float
    source: str
    bands: tuple[Band, ...]
    derived: str | None = None
    """What of it is ours, not cited."""


@dataclass(frozen=True, slots=True)
class PredicatesFile:
    sets: tuple[PredicateSet, ...]


def exact(number: float) -> Fraction:
    """The number as written in decimals: 0.1 is one tenth, so that sums meet band limits exactly."""
    return Fraction(str(number))


def load(folder: Path | None = None) -> dict[str, PredicateSet]:
    """The sets of a rules folder (default: the packaged one), by id. Raises `RuleError`."""
    path = (folder or rules_folder()) / FILE
    sets = read_table(path, PredicatesFile).sets
    no_twins([each.id for each in sets], f'{path}: sets')
    for each in sets:
        check_bands(each.bands, each.total, f'{path}: sets "{each.id}"')
    return {each.id: each for each in sets}


def bands_of(id: str, total: float, where: str, folder: Path | None = None) -> tuple[Band, ...]:
    """The bands of the set `id` for a questionnaire of this total. Raises `RuleError`."""
    sets = load(folder)
    if id not in sets:
        says = _('{where}: predicate_set "{id}" tidak ada di predicates.toml.').format(where=where, id=id)
        raise RuleError(says + suggestion(id, sets))
    if sets[id].total != total:
        says = _('{where}: predicate_set "{id}" untuk total {of}, sedangkan total kuesioner {total}.')
        raise RuleError(says.format(where=where, id=id, of=f'{sets[id].total:g}', total=f'{total:g}'))
    return sets[id].bands


def check_bands(bands: Sequence[Band], total: float, where: str) -> None:
    """Raises `RuleError` unless the bands cover 0 to `total` once, without gap and overlap, with different labels."""
    no_twins([band.label for band in bands], where)
    at = 0.0
    for band in sorted(bands, key=lambda band: band.low):
        if band.low != at:
            says = _('celah atau tumpang tindih antara {at} dan "{label}" (mulai {low}).')
            raise RuleError(f'{where}: ' + says.format(at=f'{at:g}', label=band.label, low=f'{band.low:g}'))
        if band.high <= band.low:
            raise RuleError(_('{where} "{label}": high harus di atas low.').format(where=where, label=band.label))
        at = band.high
    if at != total:
        raise RuleError(
            _('{where}: predikat berakhir di {at}, seharusnya {total}.').format(
                where=where, at=f'{at:g}', total=f'{total:g}'
            )
        )


def no_twins(ids: Sequence[str], where: str) -> None:
    """Raises `RuleError` when something is written twice."""
    for id in ids:
        if ids.count(id) > 1:
            raise RuleError(_('{where}: "{id}" ditulis dua kali.').format(where=where, id=id))

"""Counts what is said of signed and unsigned blocks: false 'signed' first, then false 'not signed', then unsure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.signatures.cases import SIGNED


@dataclass(frozen=True, slots=True)
class Judged:
    """A case's truth and what was said of it."""

    state: str
    look: str
    dpi: int
    pen: str
    stamp: str
    status: str
    form: str
    seed: int

    @property
    def signed(self) -> bool:
        return self.state in SIGNED

    @property
    def decidable(self) -> bool:
        """A stamp alone and initials alone are for people to look at."""
        return self.state not in ('stamp', 'paraf')


@dataclass(frozen=True, slots=True)
class Counts:
    """Errors of each sort, of how many."""

    false_met: tuple[int, int]
    false_missing: tuple[int, int]
    unsure: tuple[int, int]

    def __str__(self) -> str:
        met, of = self.false_met
        return (
            f'false met {met}/{of} ({_share(met, of)}, at most {100 * upper(met, of):.1f} %)   '
            f'false missing {self.false_missing[0]}/{self.false_missing[1]} ({_share(*self.false_missing)})   '
            f'unsure {self.unsure[0]}/{self.unsure[1]} ({_share(*self.unsure)})'
        )


def count(judged: Iterable[Judged]) -> Counts:
    cases = list(judged)
    unsigned, signed = [c for c in cases if not c.signed], [c for c in cases if c.signed]
    decidable = [c for c in cases if c.decidable]
    return Counts(
        (sum(c.status == 'met' for c in unsigned), len(unsigned)),
        (sum(c.status == 'missing' for c in signed), len(signed)),
        (sum(c.status == 'unsure' for c in decidable), len(decidable)),
    )


def upper(errors: int, of: int) -> float:
    """The 95 % upper bound of a share (Clopper-Pearson, by bisection)."""
    if of == 0:
        return 1.0
    low, high = errors / of, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        tail = sum(math.comb(of, k) * middle**k * (1 - middle) ** (of - k) for k in range(errors + 1))
        low, high = (middle, high) if tail > 0.05 else (low, middle)
    return high


def table(judged: list[Judged]) -> Iterator[str]:
    """The confusion table with counts, and the figures as a whole and by look, resolution and generators."""
    forms = sorted({c.form for c in judged})
    yield f'{"":16}' + ''.join(f'{form:>13}' for form in forms)
    for state in sorted({c.state for c in judged}, key=lambda s: (s not in SIGNED, s)):
        said = Counter(c.form for c in judged if c.state == state)
        yield f'{state:16}' + ''.join(f'{said[form] or "":>13}' for form in forms)
    yield ''
    yield f'{"all":16}{count(judged)}'
    keys: tuple[tuple[str, Callable[[Judged], str]], ...] = (
        ('look', lambda c: c.look),
        ('dpi', lambda c: f'{c.dpi} dpi'),
        ('pen', lambda c: c.pen),
        ('stamp', lambda c: c.stamp),
    )
    for _name, key in keys:
        for value in sorted({key(c) for c in judged}):
            yield f'{value:16}{count(c for c in judged if key(c) == value)}'


def _share(part: int, of: int) -> str:
    return f'{100 * part / of:.1f} %' if of else '-'

"""`python -m tests.mutate`: how many single changes of the rules do rules/tests notice?"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from checker.rulebook import read
from tests.mutate.judge import Judge, judged
from tests.mutate.mutants import Mutant, mutants

LEAST = 95.0
"""Percent of the changes that the tests of the rules must notice."""


def main(words: list[str] | None = None) -> int:
    """Exit status 0 when enough changes were noticed, 1 when not, 2 when the tests fail with the rules as they are."""
    parser = argparse.ArgumentParser(prog='python -m tests.mutate', description=__doc__)
    parser.add_argument('--kind', action='append', default=[], help='only this kind ("bersama": words and laws)')
    parser.add_argument('--rules', type=Path, help='another rules folder')
    parser.add_argument('--list-survivors', action='store_true', help='name the changes that no test noticed')
    parser.add_argument('--jobs', type=int, default=2, help='processes (default: 2)')
    asked = parser.parse_args(words)
    failing = Judge.of(asked.rules).failing()
    if failing:
        print('These tests fail before anything is changed:', *failing, sep='\n  ')
        return 2
    began = time.monotonic()
    results = list(judged(asked.rules, asked.kind, asked.jobs))
    survivors = [mutant for mutant, noticed in results if noticed is None]
    _tell(results, survivors, asked.list_survivors)
    same = [m for m in mutants(read(asked.rules)) if m.same_as and (not asked.kind or m.kind in asked.kind)]
    print(f'{len(same)} changes not tried: they can be noticed only on damaged text, or move a score alone')
    for mutant in same if asked.list_survivors else ():
        print(f'  {mutant.kind}: {mutant.says} ({mutant.same_as})')
    share = 100 * (1 - len(survivors) / len(results)) if results else 0.0
    print(f'{len(results) - len(survivors)} of {len(results)} changes noticed: {share:.1f} % '
          f'({time.monotonic() - began:.0f} s; at least {LEAST:.0f} % wanted)')  # fmt: skip
    return 0 if share >= LEAST else 1


def _tell(results: list[tuple[Mutant, str | None]], survivors: list[Mutant], named: bool) -> None:
    for title, key in (('kind', 'kind'), ('change', 'sort')):
        total = Counter(str(getattr(mutant, key)) for mutant, _ in results)
        left = Counter(str(getattr(mutant, key)) for mutant in survivors)
        print(f'{title:24}{"noticed":>9}{"of":>7}{"%":>8}')
        for name, count in total.items():
            print(f'{name:24}{count - left[name]:>9}{count:>7}{100 * (1 - left[name] / count):>8.1f}')
        print()
    for mutant in survivors if named else ():
        print(f'{mutant.kind}: {mutant.says}')


if __name__ == '__main__':
    sys.exit(main())

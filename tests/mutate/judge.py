"""Runs the tests of the rules against changed rules: which changes do they notice?

The documents are read once a process; what was looked for on their pages is kept from one change to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from checker.errors import RuleError
from checker.model import Document
from checker.rulebook import Rulebook, Written, made_of, read
from checker.ruletests import Written as WrittenCase
from checker.ruletests import cases, differences, document_of
from checker.text import squashed_phrase
from checker.view import PageView
from checker.vocabulary import Vocabulary
from tests.mutate.mutants import SHARED, Mutant, mutants

BUNDLE = 24
"""Changes that a process judges at a time."""
LOOSE = frozenset({'followed_by', 'not_words', 'goes_on', 'gazette'})
"""Fields whose words are compared by other means than `PageSearch.find` and as they are spelt."""


@dataclass(slots=True)
class Judged:
    """One document of the rule tests, ready to be checked again and again."""

    case: WrittenCase
    document: Document
    squashed: str
    views: list[PageView] | None = None


@dataclass(slots=True)
class Judge:
    """The tests of a rules folder."""

    written: Written
    cases: list[Judged]
    vocabulary: Vocabulary
    kinds: frozenset[str]
    """Hashes of the kinds as they are: what a page remembers by one of them holds for every change of another."""

    @classmethod
    def of(cls, folder: Path | None) -> Judge:
        written = read(folder)
        documents = ((case, document_of(case.case.text, case.case.laid_out)) for case in cases(written.root / 'tests'))
        judged = [Judged(case, document, squashed_phrase(_text(document), False)) for case, document in documents]
        book = made_of(written)
        return cls(written, judged, book.vocabulary, frozenset(kind.hash for kind in book.kinds.values()))

    def failing(self) -> list[str]:
        """Cases that the unchanged rules already fail."""
        book = made_of(self.written)
        return [judged.case.where for judged in self.cases if self._fails(book, judged)]

    def notices(self, mutant: Mutant) -> str | None:
        """The test that fails with the changed rules; None when none does."""
        try:
            book = made_of(mutant.written)
        except RuleError:
            return 'loading'
        return next((judged.case.where for judged in self._apt(mutant) if self._fails(book, judged)), None)

    def _apt(self, mutant: Mutant) -> list[Judged]:
        """The tests of the mutant's kind and of those that inherit from it, the likeliest to fail first."""
        kinds = {mutant.kind, *(f.kind for f in self.written.kinds.values() if f.extends == mutant.kind)}
        apt = [j for j in self.cases if mutant.kind == SHARED or j.case.file_kind in kinds]
        if mutant.phrase and mutant.sort not in LOOSE and not mutant.phrase.startswith('@'):
            apt = [j for j in apt if self._holds(j, mutant.phrase)]
        phrase = squashed_phrase(mutant.phrase, False)
        return sorted(apt, key=lambda j: (
            not (mutant.phrase and j.case.where.endswith(f'-> "{mutant.phrase}"')),
            not (phrase and phrase in j.squashed),
            mutant.touches not in (j.case.case.expect or {}),
        ))  # fmt: skip

    def _holds(self, judged: Judged, phrase: str) -> bool:
        """Whether a wording stands in a document, perhaps damaged; where it doesn't, dropping it changes nothing."""
        return squashed_phrase(phrase, False) in judged.squashed or any(
            view.find(phrase) for view in self._views(judged)
        )

    def _views(self, judged: Judged) -> list[PageView]:
        if judged.views is None:
            judged.views = [PageView(page, self.vocabulary) for page in judged.document.pages]
        return judged.views

    def _lasts(self, key: object) -> bool:
        return isinstance(key, tuple) and key[-1] in self.kinds

    def _fails(self, book: Rulebook, judged: Judged) -> bool:
        views = self._views(judged)
        for view in views:
            # Found by the changed rules; what was searched for stays, and what was found by kinds as they are.
            view.memory = {key: found for key, found in view.memory.items() if self._lasts(key)}
        return next(differences(book, judged.case, judged.document, views), None) is not None


def _text(document: Document) -> str:
    return ' '.join(page.text for page in document.pages)


Verdict = tuple[int, str | None]
"""Number of the change in the order of `mutants`, and the test that noticed it."""


def judged(folder: Path | None, kinds: Iterable[str], jobs: int) -> Iterator[tuple[Mutant, str | None]]:
    """Every change of those kinds (none: all), with the test that notices it."""
    chosen = [(i, m) for i, m in enumerate(mutants(read(folder))) if not m.same_as and (not kinds or m.kind in kinds)]
    bundles = [[i for i, _ in chosen[at : at + BUNDLE]] for at in range(0, len(chosen), BUNDLE)]
    by_number = dict(chosen)
    with ProcessPoolExecutor(jobs, get_context('spawn'), _begin, (folder,)) as pool:
        for verdicts in pool.map(_judge, bundles):
            for number, noticed in verdicts:
                yield by_number[number], noticed


_own: list[tuple[Judge, list[Mutant]]] = []
"""Of a worker process: its tests and changes, made once."""


def _begin(folder: Path | None) -> None:
    judge = Judge.of(folder)
    _own.append((judge, list(mutants(judge.written))))


def _judge(numbers: list[int]) -> list[Verdict]:
    judge, all_mutants = _own[0]
    return [(number, judge.notices(all_mutants[number])) for number in numbers]

"""A document while it is being made: its choices, its blocks, and the truth about each of its parts.

A third of all wordings and layouts (by hash) is held out: a seen document never uses them, a held-out one mostly does.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import TypeVar

from tests.evaluation.blocks import Block, Gap, Look, NewPage, Run
from tests.evaluation.model import State

T = TypeVar('T')
SHARED_GAP = 42.0
"""Points of white between two papers on one page: three blank lines."""
MET, MISSING, UNSURE = 'met', 'missing', 'unsure'
PERIOD = 2025
"""The monev year that all documents are made for; nothing here looks at the clock."""


def is_held_out(option: object) -> bool:
    """A third of all options, whatever the seed."""
    return zlib.crc32(repr(option).encode()) % 3 == 0


@dataclass(slots=True)
class Claim:
    """The truth about a requirement before its places are known."""

    state: State
    how: str
    allowed: tuple[str, ...]


@dataclass(slots=True)
class DraftPart:
    kind: str
    claims: dict[str, Claim] = field(default_factory=dict)
    sure: bool = True
    """False for a wreck of which nobody could say for certain what kind it is."""
    also: tuple[str, ...] = ()
    """Other kinds that it may be taken for."""
    inside: bool = False
    """It is a part of the part before it, which ends where this one does."""


class Draft:
    """Blocks of one file; `marks[n]` = (part index, requirement, words) of the link number n. Several requirements are
    joined by `+`; one with `>` before it is of the next part."""

    def __init__(self, rng: Random, held_out: bool) -> None:
        self.rng = rng
        self.held_out = held_out
        self.look = Look()
        self.blocks: list[Block] = []
        self.parts: list[DraftPart] = []
        self.marks: list[tuple[int, str, str]] = []
        self.template: list[str] = []
        self.title = ''
        self.landscape = False
        self.format = 'text'
        self.defects: dict[str, str] = {}
        self.sign_form = ''
        """Forces the form of the signature; empty: drawn at random."""
        self.shared = False
        """The next part may begin below the one before it on the same page."""
        self.sign_as = ''
        """The certificate's name when the finished file is to carry a digital signature; else empty."""

    def plan_defects(self, ways: Mapping[str, Sequence[str]], count: int) -> None:
        """Choose `count` requirements to damage, each in one of its ways."""
        for requirement in self.rng.sample(sorted(ways), min(count, len(ways))):
            self.defects[requirement] = self.rng.choice(list(ways[requirement]))

    def defect(self, requirement: str) -> str:
        """How this requirement is damaged; empty when it is whole."""
        return self.defects.get(requirement, '')

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, of the class (seen or held out) that this document may use."""
        held = [option for option in options if is_held_out(option)]
        seen = [option for option in options if not is_held_out(option)]
        if self.held_out:
            return self.rng.choice(held if held and self.rng.random() < 0.7 else list(options))
        return self.rng.choice(seen or list(options))

    def layout(self, name: str, options: Sequence[str]) -> str:
        """As pick, and noted in the template's id."""
        chosen = self.pick(options)
        self.template.append(f'{name}={chosen}')
        return chosen

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def add(self, *blocks: Block) -> None:
        for block in blocks:
            if isinstance(block, NewPage):
                self.landscape = block.landscape
            self.blocks.append(block)

    def begin(self, kind: str, landscape: bool = False) -> DraftPart:
        """Start a part on a page of its own; where `shared` allows it, under the end of the part before it."""
        shared, self.shared = self.shared and not (landscape or self.landscape), False
        if shared and self.parts:
            self.add(Gap(SHARED_GAP))
        elif not self.parts:
            self.landscape = landscape
            self.look = _turned(self.look, landscape)
        else:
            self.add(NewPage(landscape))
        self.parts.append(DraftPart(kind))
        return self.parts[-1]

    def opening(self, run: Run) -> Run:
        """The run with the mark that tells on which page the part begins, unless it has a mark already."""
        return run if run.mark is not None else self.mark('', run)

    def mark(self, requirement: str, run: Run | str, **style: object) -> Run:
        """The run as a place where the requirement stands."""
        base = Run(run, **style) if isinstance(run, str) else run  # type: ignore[arg-type]
        self.marks.append((len(self.parts) - 1, requirement, base.text))
        return Run(base.text, len(self.marks) - 1, base.bold, base.italic, base.underline, base.size, base.white)

    def mark_in(self, part: DraftPart, requirement: str, run: Run | str, **style: object) -> Run:
        """The run as a place of an earlier part: an annex' head above a list that is a part of its own."""
        marked = self.mark(requirement, run, **style)
        self.marks[-1] = (self.parts.index(part), requirement, marked.text)
        return marked

    def mark_number(self, requirement: str, text: str = '') -> int:
        """A mark for a picture."""
        self.marks.append((len(self.parts) - 1, requirement, text))
        return len(self.marks) - 1

    def present(self, *requirements: str) -> None:
        for requirement in requirements:
            self.claim(requirement, 'present', 'lengkap', MET)

    def absent(self, requirement: str, how: str, *allowed: str) -> None:
        self.claim(requirement, 'absent', how, *(allowed or (MISSING,)))

    def partial(self, requirement: str, how: str, *allowed: str) -> None:
        self.claim(requirement, 'partial', how, *(allowed or (UNSURE,)))

    def free(self, *requirements: str) -> None:
        for requirement in requirements:
            self.claim(requirement, 'free', '', MET, MISSING, UNSURE, 'not_applicable')

    def claim(self, requirement: str, state: State, how: str, *allowed: str) -> None:
        self.parts[-1].claims[requirement] = Claim(state, how, tuple(allowed))


def _turned(look: Look, landscape: bool) -> Look:
    return replace(look, landscape=landscape)

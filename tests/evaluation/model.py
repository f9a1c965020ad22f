"""The labels of generated documents: what stands where, and which statuses are right. Imports nothing of the
checker."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

State = Literal['present', 'absent', 'partial', 'free']
"""`free`: the document leaves room for several readings; not counted."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand: page from 1, box in points from the top-left corner; on scans the text is what was printed.
    `at`: the cell (`Sheet1!B7`) in a workbook, which has no pages."""

    page: int
    box: Box
    text: str
    at: str = ''


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so about one requirement of one part, and which statuses say so."""

    requirement: str
    state: State
    how: str
    allowed: tuple[str, ...]
    spots: tuple[Spot, ...] = ()

    @property
    def right(self) -> str | None:
        """The one right answer among met and missing, or None where unsure is right too."""
        return self.allowed[0] if len(self.allowed) == 1 and self.allowed[0] != 'unsure' else None


@dataclass(frozen=True, slots=True)
class PartLabel:
    kind: str
    pages: tuple[int, int]
    truths: tuple[Truth, ...] = ()
    sure: bool = True
    """False for a wreck whose kind nobody could tell for certain: when it is not found, nothing is counted."""
    also: tuple[str, ...] = ()
    """Other kinds that it may be taken for, though never be accepted as."""


@dataclass(frozen=True, slots=True)
class Label:
    """One generated file. `group`: documents, distractors or photos; `title` says what it shows."""

    file: str
    group: Literal['document', 'distractor', 'foto']
    format: Literal['text', 'scan', 'docx', 'xlsx', 'image']
    quality: str
    producer: str
    template: str
    held_out: bool
    title: str
    pages: int
    parts: tuple[PartLabel, ...]

    @property
    def kind(self) -> str:
        first = self.parts[0]
        apart = [part for part in self.parts[1:] if part.pages[0] > first.pages[1]]
        return 'merged' if apart else first.kind


def save(labels: list[Label], path: Path) -> None:
    path.write_text(json.dumps([asdict(label) for label in labels], ensure_ascii=False), encoding='utf-8')


def load(path: Path) -> list[Label]:
    return [_label(entry) for entry in json.loads(path.read_text(encoding='utf-8'))]


def _label(entry: dict[str, Any]) -> Label:
    parts = tuple(
        PartLabel(
            part['kind'],
            (part['pages'][0], part['pages'][1]),
            tuple(_truth(truth) for truth in part['truths']),
            part['sure'],
            tuple(part['also']),
        )
        for part in entry['parts']
    )
    return Label(**{**entry, 'parts': parts})


def _truth(entry: dict[str, Any]) -> Truth:
    spots = tuple(Spot(spot['page'], tuple(spot['box']), spot['text'], spot['at']) for spot in entry['spots'])
    return Truth(entry['requirement'], entry['state'], entry['how'], tuple(entry['allowed']), spots)

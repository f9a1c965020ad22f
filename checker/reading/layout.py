"""Words with boxes become a page in reading order: the one place that decides it, for text layers and OCR alike.

Words -> rows (one visual baseline) -> lines (one column or cell of a row) -> stacks (the lines of one column or cell)
-> the order in which a person reads. Opens nothing and knows no wording, only shapes, list marks and colons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.model import MOST_RULES, Box, Floats, Grade, Ints, Level, Mark, Page, Source
from checker.reading.columns import Arranged, arrange


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space, as it stands on the page."""

    text: str
    box: Box
    chars: Floats | None = None
    """(len(text), 4): box of each character; None splits `box` evenly."""
    turn: int = 0
    """Degrees (0, 90, 180, 270) that the page must be turned clockwise for the word to stand upright."""


def compose(
    n: int, width: float, height: float, words: Sequence[Word], rules: Sequence[Box], *,
    level: Level, source: Source, grade: Grade, marks: tuple[Mark, ...] = (), hidden: tuple[str, ...] = (),
) -> Page:
    """Page `n` of `width` x `height` points, its text in reading order; `rules` are the ruled lines on it.

    Words that stand turned on the page come last, each turn read in its own direction.
    """
    kept = [word for word in words if word.text]
    if not kept:
        return Page(n, width, height, level, source, grade, marks=marks, hidden=hidden)
    ruled = np.asarray(rules, np.float32).reshape(-1, 4)
    text, boxes, lines = _write(kept, _arrange_turns(kept, ruled))
    kept_rules = ruled[:MOST_RULES].clip(0, np.array([width, height] * 2, np.float32))
    return Page(n, width, height, level, source, grade, text, boxes, lines, marks=marks, rules=kept_rules,
                hidden=hidden)


def _arrange_turns(words: list[Word], rules: Floats) -> list[Arranged]:
    """Lines of all words; upright ones first, then each other direction in its own frame."""
    boxes = np.array([word.box for word in words], np.float32)
    turns = np.array([word.turn for word in words])
    result: list[Arranged] = []
    for turn in sorted({int(turn) for turn in turns}):
        members = np.flatnonzero(turns == turn)
        texts = [words[i].text for i in members]
        rows = max((line.row for line in result), default=-1) + 1
        stacks = max((line.stack for line in result), default=-1) + 1
        for line in arrange(_turned(boxes[members], turn), texts, _turned(rules, turn)):
            result.append(Arranged(line.row + rows, line.stack + stacks, [int(members[i]) for i in line.words]))
    return result


def _turned(boxes: Floats, turn: int) -> Floats:
    """The boxes after turning the page clockwise about its corner (only relative places matter)."""
    x0, y0, x1, y1 = boxes.T
    turned = {0: (x0, y0, x1, y1), 90: (-y1, x0, -y0, x1), 180: (-x1, -y1, -x0, -y0), 270: (y0, -x1, y1, -x0)}
    return np.stack(turned[turn], axis=1)


def _write(words: list[Word], arranged: list[Arranged]) -> tuple[str, Floats, Ints]:
    """The text, the box of each of its characters, and (start, end, row, stack) of each line."""
    texts, lines, start = [], np.zeros((len(arranged), 4), np.int32), 0
    for i, line in enumerate(arranged):
        text = ' '.join([words[k].text for k in line.words])
        lines[i] = (start, start + len(text), line.row, line.stack)
        texts.append(text)
        start += len(text) + 1
    order = [k for line in arranged for k in line.words]
    return '\n'.join(texts), _char_boxes([words[k] for k in order]), lines


def _char_boxes(words: list[Word]) -> Floats:
    """Boxes of all characters with one empty box after each word but the last (for the space or newline there)."""
    lengths = np.array([len(word.text) for word in words], np.int32)
    starts = np.concatenate([[0], np.cumsum(lengths + 1)[:-1]]).astype(np.int32)
    boxes = np.zeros((int(lengths.sum()) + len(words) - 1, 4), np.float32)
    for word, start in zip(words, starts.tolist(), strict=True):
        if word.chars is not None:
            boxes[start:start + len(word.text)] = word.chars
    even = np.array([word.chars is None for word in words])
    if even.any():
        _split_evenly(boxes, words, lengths, starts, even)
    return boxes


def _split_evenly(boxes: Floats, words: list[Word], lengths: Ints, starts: Ints, even: NDArray[np.bool_]) -> None:
    """Fill in the boxes of words whose characters have none: equal slices of the word's width."""
    owner = np.repeat(np.arange(len(words)), lengths)
    index = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    use = even[owner]
    owner, index = owner[use], index[use]
    box = np.array([word.box for word in words], np.float32)[owner]
    left, step = box[:, 0].copy(), (box[:, 2] - box[:, 0]) / lengths[owner]
    box[:, 0], box[:, 2] = left + step * index, left + step * (index + 1)
    boxes[starts[owner] + index] = box

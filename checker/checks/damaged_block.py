"""Signers' blocks on scans of which a stamp or strokes hide the office, the name or both: found from what is left.

Lines that stand close form the office above and the name below; between them lies the space to sign in. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.checks.block import BLOCK_EM, BLOCKS_BESIDE, Block, blocks_of, is_prose, nip_after, stops_of
from checker.checks.capitals import usual_capital
from checker.checks.signer_words import starts_other
from checker.model import Box, Line
from checker.rulebook import Signers
from checker.text import find_dates, find_nip, squashed_phrase
from checker.view import PageView, PartView

STEP = 2.4
"""Heights of a capital from the middle of one line to that of the next of one office or one name, at most."""
SPACE = 3.2
"""The same across the space to sign in, at least."""
OFFICE_ROWS, NAME_ROWS = 4, 3
"""Lines of an office, and of name, rank and NIP."""
LETTERS = 2


def all_blocks(part: PartView) -> list[Block]:
    """The part's blocks in reading order, also those of which only rests over a NIP were read; found once."""
    if 'all blocks' not in part.memory:
        whole, stops = blocks_of(part), stops_of(part)
        rests = [block for view in part.views for block in _over_numbers(view, whole, part.rulebook.signers, stops)]
        part.memory['all blocks'] = sorted([*whole, *rests], key=lambda b: (b.position[0], b.office[0].index))
    blocks = part.memory['all blocks']
    return blocks if isinstance(blocks, list) else []


def block_from_rests(lines: list[Line], signers: Signers) -> Block | None:
    """The block that lines of one column, from top to bottom, are the rests of; None where they leave no space."""
    capital = usual_capital(lines[0].page) if lines else None
    rows = _rows([line for line in lines if _says_something(line)], capital or 0.0)
    if capital is None or len(rows) < 2:
        return None
    numbers = [i for i, row in enumerate(rows) if any(_is_number(line) for line in row)]
    rows = rows[: numbers[0] + 1] if numbers else rows
    steps = [_middle(below[0]) - _middle(above[0]) for above, below in pairwise(rows)]
    last = len(rows) - 1
    while last > 0 and len(rows) - last < NAME_ROWS and steps[last - 1] <= STEP * capital:
        last -= 1
    first = 0
    while first < last - 1 and first + 1 < OFFICE_ROWS and steps[first] <= STEP * capital:
        first += 1
    if last == 0 or _middle(rows[last][0]) - _middle(rows[first][0]) < SPACE * capital:
        return None
    office, between, named = (
        [line for row in part for line in row] for part in (rows[: first + 1], rows[first + 1 : last], rows[last:])
    )
    digits, nip = nip_after(named)
    name = next((line for line in named if line is not nip), None)
    return Block(tuple(office), tuple(between), name, nip, digits, damaged=True)


def _over_numbers(view: PageView, whole: list[Block], signers: Signers, stops: tuple[str, ...]) -> Iterator[Block]:
    """On a scan: the blocks that end with a NIP which none of the whole ones has."""
    if view.page.source != 'ocr':
        return
    own = [block for block in whole if block.office[0].page is view.page]
    taken = {line.index for b in own for line in (*b.office, b.name, b.nip) if line and line.page is view.page}
    for line in view.page:
        if line.index in taken or len(view.rows[line.row]) > BLOCKS_BESIDE or not _is_number(line):
            continue
        block = block_from_rests([*_column_above(view, line, signers, stops), line], signers)
        if block and not taken.intersection(other.index for other in (*block.office, block.name) if other):
            yield block


def _column_above(view: PageView, number: Line, signers: Signers, stops: tuple[str, ...]) -> list[Line]:
    """The lines over a NIP in its column, down from the date, a label or prose."""
    own, capital = number.box, usual_capital(view.page)
    if own is None or capital is None:
        return []
    near = [
        (_middle(other), other)
        for other in view.page
        if (b := other.box)
        and other.index != number.index
        and own[1] - BLOCK_EM * capital < b[1] < own[1]
        and b[0] < own[2]
        and b[2] > own[0]
    ]
    found: list[Line] = []
    for _height, other in sorted(near, key=lambda each: -each[0]):
        text = other.text.strip()
        opens = squashed_phrase(text[:60], False).startswith(stops) if stops else False
        if is_prose(other) or opens or find_dates(text) or starts_other(text, signers) or _is_number(other):
            break
        found.insert(0, other)
    return found


def _rows(lines: list[Line], capital: float) -> list[list[Line]]:
    """The lines by height; pieces of one line, between which ink lies, stand together."""
    rows: list[list[Line]] = []
    for line in sorted((line for line in lines if line.box), key=_middle):
        if rows and _middle(line) - _middle(rows[-1][0]) < 0.7 * capital:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: (line.box or (0.0,))[0]) for row in rows]


def _says_something(line: Line) -> bool:
    return sum(c.isalnum() for c in line.text) >= LETTERS


def _is_number(line: Line) -> bool:
    nip = find_nip(line.text)
    return nip is not None and nip.start <= LETTERS


def _middle(line: Line) -> float:
    box: Box = line.box or (0.0, 0.0, 0.0, 0.0)
    return (box[1] + box[3]) / 2

"""Tables for initials beside a signer's block ('PARAF HIERARKI', 'PARAF KOORDINASI'): whoever is named there has seen
the draft, and signs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.block import Block, joined
from checker.checks.signer_words import heads_initials
from checker.model import Box, Line
from checker.text import squashed_phrase
from checker.view import PageView, PartView

HEAD_ROWS = 2
"""Rows under 'PARAF HIERARKI' that the names of its columns take."""
REACH_EM = 24.0
"""Heights of capitals that a table for initials goes down: ten rows of two lines."""
_TABLE = re.compile(r'^(tabel [^,]*),')


def holds(part: PartView, block: Block) -> bool:
    """The block's office stands in a column of a table for initials."""
    office = block.office[0]
    view = part.view(office.page)
    if office.box is None:
        return _table_of(office) in _flow_tables(part, view)
    x0, y0, x1, _ = office.box
    middle = (x0 + x1) / 2
    return any(
        left <= middle <= right and bottom <= y0 + 1 and y0 - bottom < REACH_EM * (office.box[3] - y0)
        for left, _top, right, bottom in _heads(part, view)
    )


def _heads(part: PartView, view: PageView) -> Iterator[Box]:
    """Each table's head with the names of its columns; 'Paraf' alone, in no table, heads nothing."""
    known = {squashed_phrase(word, False) for word in part.rulebook.signers.initials_table}
    for line in view.page:
        if not heads_initials(line.text, part.rulebook.signers) or (own := line.box) is None:
            continue
        rows = range(line.row, line.row + HEAD_ROWS + 1)
        columns = [
            box
            for row in rows
            for other in view.rows.get(row, ())
            if other.index != line.index
            and (box := other.box)
            and (squashed_phrase(other.text, False) in known or heads_initials(other.text, part.rulebook.signers))
        ]
        whole = joined([own, *columns])
        if whole and (columns or len(line.text.split()) > 1):
            yield whole


def _table_of(line: Line) -> str | None:
    found = _TABLE.match(line.at or '')
    return found[1] if found else None


def _flow_tables(part: PartView, view: PageView) -> set[str]:
    heads = (line for line in view.page if heads_initials(line.text, part.rulebook.signers))
    return {table for line in heads if (table := _table_of(line))}

"""Several signers of one record: who is listed, in blocks or in a table 'Nama | Jabatan | Tanda Tangan', and how many
of them have signed.

Ink in a cell of a scan is looked at; where that is not sure, people are shown it. Printed numbers and dots are nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.cells import cell_of, rows_below
from checker.checks import signature, signer, wet
from checker.checks.block import Block, joined
from checker.checks.damaged_block import all_blocks
from checker.checks.outcome import Outcome, absent, met
from checker.checks.signer_words import is_name
from checker.checks.table import Band, column_span
from checker.model import Box, Line, Mark, Place
from checker.rulebook import Requirement
from checker.search import Hit, line_of, place
from checker.text import find_nip, is_placeholder
from checker.view import PageView, PartView, row_of

HEAD_LEVELS = 2
"""Rows by which the names in one head may differ in height: 'Tanda / Tangan' beside 'Nama'."""
NEXT_ROW = 9.0
"""Line heights from one name to the next in a table for signing; what stands further down is no row of it."""
SIGNED_HEIGHT = 6.0
"""Points: lower ink in a cell is a dotted line or the remains of a number."""
_SIGNS = ('ink', 'picture', 'drawing', 'widget', 'qr')
_NUMBERING = re.compile(r'^\W*\d{1,2}[.)]?\s*')
_NUMBER = re.compile(r'^(\d{1,2})[.)]?$')
_ROW = re.compile(r'(tabel .*), baris (\d+), kolom (\d+)')
_RANK = {'met': 0, 'unsure': 1, 'missing': 2}


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one signer of a table signs."""

    name: Line
    cell: Box | None
    """Points; None where the format has no layout."""
    at: str | None
    """The same cell where it has none: 'tabel 2, baris 3, kolom 4'."""

    @property
    def place(self) -> Place:
        whole = place(self.name.page, self.name.start, self.name.end)
        return Place(whole.page, joined([b for b in (whole.box, self.cell) if b]), whole.at, whole.text)


def check_signers(part: PartView, requirement: Requirement) -> Outcome:
    """The signers' names: in blocks with office and NIP, or in a table for signing."""
    slots = slots_of(part, requirement)
    if slots and not _blocks(part, requirement, slots):
        names = [slot.name.text.strip() for slot in slots]
        return met(slots[0].place, value=', '.join(_NUMBERING.sub('', name) for name in names)[:200],
                   places=tuple(slot.place for slot in slots))  # fmt: skip
    outcome = signer.check(part, requirement)
    if outcome.status == 'missing' and not slots:
        head = next(iter(_heads(part, requirement)), None)
        if head and outcome.reason == 'tidak-ada':
            return Outcome('missing', 'label-kosong', head[1].place)
    return outcome


def check_signatures(part: PartView, requirement: Requirement) -> Outcome:
    """All who are listed have signed; `value` counts those with something in their place, and those listed."""
    slots = slots_of(part, requirement)
    blocks = _blocks(part, requirement, slots)
    outcomes = [signature.of_block(part, block) for block in blocks]
    outcomes += [_in_cell(part, slot) for slot in slots]
    if not outcomes:
        return signature.check(part, requirement)
    worst = max(outcomes, key=lambda o: _RANK.get(o.status, 1))
    signed = sum(o.status != 'missing' for o in outcomes)
    value = {'signed': signed, 'listed': len(outcomes)}
    places = tuple(o.place for o in outcomes if o.status != 'missing' and o.place)
    if signed == len(outcomes) and worst.status == 'met' and _rows_unread(part, requirement, slots):
        return Outcome('unsure', 'sebagian-bertanda-tangan', worst.place, None, value, 'undecided', places)
    if signed == len(outcomes):
        return Outcome(worst.status, worst.reason, worst.place, worst.score, value, worst.form, places,
                       detail=worst.detail)  # fmt: skip
    if signed:
        return Outcome('unsure', 'sebagian-bertanda-tangan', worst.place, None, value, 'undecided', places)
    caption = signature.caption_of(part)
    if caption:
        return Outcome('unsure', 'tte-tanpa-objek', caption, None, value, 'tte-visual')
    unread = absent(part, requirement, reason='blok-kosong')
    if unread.status != 'missing':
        return Outcome(unread.status, unread.reason, worst.place, None, value, 'undecided')
    typed = next((o for o in outcomes if o.form == 'typed'), worst)
    return Outcome('missing', typed.reason, typed.place, None, value, typed.form)


def _blocks(part: PartView, requirement: Requirement, slots: list[Slot]) -> list[Block]:
    """The signers' blocks outside the table: with a name over a NIP, or beside such a one; else the last alone."""
    low, high = part.range_of(requirement.scope)
    named = [
        b
        for b in all_blocks(part)
        if low <= b.position < high
        and b.name is not None
        and (b.digits or not b.damaged)
        and not is_placeholder(b.name.text)
        and not any(_is_inside(b, slot) for slot in slots)
    ]
    first = min((b.position for b in named if b.digits), default=None)
    if first is not None:
        return [b for b in named if b.position >= (first[0], first[1] - 1)]
    alone = None if slots else signer.block_that_counts(part, requirement)
    return [alone] if alone else []


def _is_inside(block: Block, slot: Slot) -> bool:
    page = block.office[0].page
    rows = [line.row for line in (*block.office, block.name) if line]
    return page is slot.name.page and any(abs(row - slot.name.row) <= 1 for row in rows)


def slots_of(part: PartView, requirement: Requirement) -> list[Slot]:
    """The rows of the part's tables for signing that bear a name; `anchor` names the column of names, `words` that of
    signatures."""
    key = f'slots {requirement.anchor} {requirement.words}'
    if key not in part.memory:
        heads = _heads(part, requirement)
        part.memory[key] = [slot for view, name, sign in heads for slot in _rows(part, view, name, sign)]
    slots = part.memory[key]
    return slots if isinstance(slots, list) else []


def _heads(part: PartView, requirement: Requirement) -> list[tuple[PageView, Hit, Hit]]:
    """Heads of tables for signing: a column of names, and right of it one of signatures; one a page and row."""
    found: list[tuple[PageView, Hit, Hit]] = []
    for view in part.views:
        names = [h for w in requirement.anchor for h in view.find(w) if h.sure and _opens_cell(view, h)]
        signs = [h for w in requirement.words for h in view.find(w) if h.sure and _opens_cell(view, h)]
        for sign in sorted(signs, key=lambda h: (row_of(h), -len(h.phrase))):
            near = [n for n in names if abs(row_of(n) - row_of(sign)) <= HEAD_LEVELS and _is_left(n, sign)]
            if near and not any(v is view and abs(row_of(s) - row_of(sign)) <= HEAD_LEVELS for v, _, s in found):
                found.append((view, min(near, key=lambda n: abs(row_of(n) - row_of(sign))), sign))
    return found


def _rows_unread(part: PartView, requirement: Requirement, slots: list[Slot]) -> bool:
    """The ruled rows with something in them, or the last number before the names, are more than the names read."""
    for view, name, sign in _heads(part, requirement):
        own = sum(slot.name.page is view.page for slot in slots)
        cell, left = cell_of(line_of(sign.page, sign.start)), name.place.box
        numbers = [
            int(number[1])
            for line in view.page
            if left and line.row > row_of(name) and (b := line.box) and b[2] <= left[0]
            if (number := _NUMBER.match(line.text))
        ]
        if own and max(rows_below(view.page, cell) if cell else 0, *numbers, 0) > own:
            return True
    return False


def _opens_cell(view: PageView, hit: Hit) -> bool:
    line = line_of(hit.page, hit.start)
    before = line.text[: hit.start - line.start]
    return not any(c.isalnum() for c in before) and len(line.text) <= len(hit.text) + 14


def _is_left(name: Hit, sign: Hit) -> bool:
    a, b = name.place.box, sign.place.box
    if a is None or b is None:
        one, other = (_ROW.match(line_of(h.page, h.start).at or '') for h in (name, sign))
        return bool(one and other and one[1] == other[1] and int(one[3]) < int(other[3]))
    return a[2] <= b[0]


def _rows(part: PartView, view: PageView, name: Hit, sign: Hit) -> Iterator[Slot]:
    if name.place.box is None:
        yield from _flow_rows(part, view, name, sign)
        return
    band = Band(view.page, min(row_of(name), row_of(sign)), max(row_of(name), row_of(sign)), {})
    left, right = column_span(view, band, name)
    x0, x1 = column_span(view, band, sign)
    names = [
        (b, line)
        for line in view.page
        if line.row > band.last_row
        and (b := line.box)
        and left - 2 <= (b[0] + b[2]) / 2 <= right + 2
        and _is_signer(part, line)
    ]
    names.sort(key=lambda item: item[0][1])
    kept: list[tuple[Box, Line]] = []
    for box, line in names:
        above = kept[-1][0] if kept else name.place.box
        if box[1] - above[3] > NEXT_ROW * (box[3] - box[1]) and not _same_table(line, kept[-1][1] if kept else None):
            break
        kept.append((box, line))
    for i, (box, line) in enumerate(kept):
        cell = cell_of(line)
        low = kept[i - 1][0][3] if i else name.place.box[3]
        high = kept[i + 1][0][1] if i + 1 < len(kept) else box[3] + (box[1] - low if i else 2 * (box[3] - box[1]))
        top, bottom = (cell[1], cell[3]) if cell else ((low + box[1]) / 2, (box[3] + high) / 2)
        yield Slot(line, (x0, top, min(x1, view.page.width), bottom), None)


def _same_table(line: Line, above: Line | None) -> bool:
    """Both stand in ruled cells of one width: rows of one table, however high."""
    cell, other = cell_of(line), cell_of(above) if above else None
    return cell is not None and other is not None and abs(cell[0] - other[0]) < 3 and abs(cell[2] - other[2]) < 3


def _flow_rows(part: PartView, view: PageView, name: Hit, sign: Hit) -> Iterator[Slot]:
    one, other = (_ROW.match(line_of(h.page, h.start).at or '') for h in (name, sign))
    if one is None or other is None:
        return
    for line in view.page:
        own = _ROW.match(line.at or '')
        if own and (own[1], own[3]) == (one[1], one[3]) and int(own[2]) > int(one[2]) and _is_signer(part, line):
            yield Slot(line, None, f'{own[1]}, baris {own[2]}, kolom {other[3]}')


def _is_signer(part: PartView, line: Line) -> bool:
    text = _NUMBERING.sub('', line.text)
    return is_name(text, part.rulebook.signers) and not find_nip(text) and not is_placeholder(text)


def _in_cell(part: PartView, slot: Slot) -> Outcome:
    """What stands in one signer's cell."""
    for own in part.document.signatures:
        if not own.intact or own.changed or not signature.names_fit(own.signer or '', slot.name.text):
            continue
        if own.certificate == 'berlaku':
            return Outcome('met', None, slot.place, 100.0, own.signer, 'digital')
        detail = (own.certificate, own.signer or '')
        return Outcome('unsure', 'tidak-cocok', slot.place, None, own.signer, 'digital', detail=detail)
    page = slot.name.page
    mark = next((m for m in page.marks if _signs(m, slot)), None)
    seen = wet.in_cell(part, page, slot.cell) if slot.cell else None
    if mark and mark.kind == 'ink' and seen == 'met':
        return Outcome('met', None, Place(page.n, mark.box, None, ''), form='wet')
    if mark:
        reason, form = signature.SAID_BY_MARK[mark.kind]
        return Outcome('unsure', reason, Place(page.n, mark.box, None, '') if slot.cell else slot.place, form=form)
    typed = {re.sub(r'[^a-z]', '', word) for word in part.rulebook.signers.typed}
    for line in page:
        if _stands_in(line, slot) and re.sub(r'[^a-z]', '', line.text.lower()) in typed:
            return Outcome('missing', 'hanya-ttd-ketik', slot.place, form='typed')
    return Outcome('missing', 'blok-kosong', slot.place, form='none')


def _signs(mark: Mark, slot: Slot) -> bool:
    """Most of a mark's width, and its middle or most of the cell's height, lie in the signer's cell: strokes of two
    signers may run into each other."""
    if mark.kind not in _SIGNS:
        return False
    if slot.cell is None:
        return mark.kind == 'picture' and mark.text == slot.at
    x0, y0, x1, y1 = mark.box
    left, top, right, bottom = slot.cell
    wide, high = min(x1, right) - max(x0, left), min(y1, bottom) - max(y0, top)
    return (
        y1 - y0 >= SIGNED_HEIGHT
        and x1 - x0 <= 2.5 * (right - left)
        and wide >= 0.5 * (x1 - x0)
        and (top <= (y0 + y1) / 2 < bottom or high >= 0.6 * (bottom - top))
    )


def _stands_in(line: Line, slot: Slot) -> bool:
    if slot.cell is None:
        return line.at == slot.at
    box = line.box
    left, top, right, bottom = slot.cell
    return box is not None and left <= box[0] + 1 < right and top <= (box[1] + box[3]) / 2 < bottom

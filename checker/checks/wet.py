"""Ink in a signer's block on a picture of paper: asks for a look at the block, and says what the look showed.

Nobody can tell from a picture whose ink it is; between the two bounds below people must look.
"""

from __future__ import annotations

from checker.checks.block import Block, joined
from checker.checks.capitals import capital_of, usual_capital
from checker.checks.outcome import Outcome
from checker.checks.signer_words import is_rank
from checker.model import Box, Look, Mark, MarkKind, Page, Place, Status
from checker.view import PartView

SIGNED, SIGNED_UNDER_STAMP = 0.8, 0.92
"""Likelihood of pen strokes from which a block is signed, without and with a stamp ..."""
UNSIGNED = 0.12
"""... and under which it is not; chosen on made blocks that `python -m tests.signatures` does not use."""
SIGNED_CELL = 0.9
"""As `SIGNED`, of a cell in a table, where people sign small and beside printed numbers."""
LIKELY = 0.5
"""From here a stamp or initials are named as what stands there instead."""
COVERED = 0.5
"""Share of a page under one picture from which its words are a layer over a scan."""
ASIDE, BESIDE, ABOVE, BELOW = 5.0, 4.0, 1.6, 1.8
"""Heights of a capital about the space between office and name: as the network was trained."""
DEEP, SHALLOW = 12.0, 2.0
"""The same from the office down where the name can't be read; and from the office to the name at least."""
LOW, HIGH, PITCH = 0.64, 0.58, 1.7
"""The same from a line's middle down to its foot and up to its top, and from one line to the next: a stroke may have
swollen its box on both sides."""
WIDE = 14.0
"""The same across a block at least: less was read of it than stands there."""
SAME = 0.8
"""Share that two regions have in common from which a look at one is a look at the other: of a page alone and as a part
of more, a word more or less may belong to a block."""
CELL, BORDER = 6.0, 1.5
"""Heights of a capital that a cell to sign in is shown as, so that small signs are as large as others; and points of
its ruled edge left out."""
CAPITALS = (4.0, 20.0)
"""Points between which a capital's height lies: what a reader says beyond is no capital."""


def seen(part: PartView, block: Block) -> Outcome | None:
    """What a look at the block showed; None where there is no picture of paper, or it was not looked at yet."""
    look = _look(part, block) if is_paper(block.office[0].page) else None
    if look is None:
        return None
    page = block.office[0].page
    looked_at = (mark.box for mark in page.marks if mark.kind == 'pen')
    region = max(looked_at, key=lambda box: _shared(box, look.box), default=look.box)
    shown = {mark.kind: mark for mark in page.marks if mark.box == region}
    if 'pen' not in shown or _shared(region, look.box) < SAME:
        part.looks.append(look)
        return None
    pen, stamped = shown['pen'].amount, _likely(shown, 'stamp')
    spot = Place(page.n, _ink_box(page, region) or region, None, '')
    status = status_of(pen, stamped)
    if status == 'met':
        return Outcome('met', None, spot, round(100 * pen, 1), form='wet')
    if status == 'unsure':
        return Outcome('unsure', 'tinta-meragukan', spot, round(100 * pen, 1), form='undecided')
    if stamped:
        return Outcome('unsure', 'hanya-stempel', spot, form='stamp-only')
    if _likely(shown, 'initials'):
        return Outcome('unsure', 'hanya-paraf', spot, form='paraf')
    return Outcome('missing', 'blok-kosong', block.place, form='none')


def in_cell(part: PartView, page: Page, cell: Box) -> Status | None:
    """The same of one cell of a table for signing, which no office and name enclose; None as for a block."""
    if not is_paper(page):
        return None
    low, high = cell[1] + BORDER, cell[3] - BORDER
    box = _rounded((cell[0] + BORDER, low, cell[2] - BORDER, high), page)
    capital = min(usual_capital(page) or CAPITALS[1], (high - low) / CELL)
    if capital <= 0 or box[2] - box[0] < capital:
        return None
    shown = {mark.kind: mark for mark in page.marks if mark.box == box}
    if 'pen' in shown:
        pen = shown['pen'].amount
        return 'unsure' if UNSIGNED < pen < SIGNED_CELL else status_of(pen, _likely(shown, 'stamp'))
    part.looks.append(Look(page.n, box, round(capital, 2), _words(page, box), page.pose, alone=True))
    return None


def status_of(pen: float, stamped: bool = False) -> Status:
    """What the likelihood of pen strokes says of a block: under a stamp they must be surer."""
    return 'met' if pen >= (SIGNED_UNDER_STAMP if stamped else SIGNED) else 'unsure' if pen > UNSIGNED else 'missing'


def _likely(shown: dict[MarkKind, Mark], kind: MarkKind) -> bool:
    return kind in shown and shown[kind].amount >= LIKELY


def is_paper(page: Page) -> bool:
    """A scan or photo; also one whose words come from an OCR layer over the picture."""
    whole = page.width * page.height
    return page.source == 'ocr' or any(
        mark.kind == 'picture' and (mark.box[2] - mark.box[0]) * (mark.box[3] - mark.box[1]) >= COVERED * whole
        for mark in page.marks
    )


def _look(part: PartView, block: Block) -> Look | None:
    """The space from under the office to the name, and the words known to stand there."""
    page = block.office[0].page
    office = [b for line in block.office if line.page is page and (b := line.box)]
    named = [b for line in (block.name, block.nip) if line and line.page is page and (b := line.box)]
    whole = joined(office + named)
    if whole is None or not office:
        return None
    capital = _capital(page, block, office + named)
    top = max(map(_middle, office)) + LOW * capital
    name_top = _name_top(part, block, named, top, capital) if named else top
    deep = name_top - top >= SHALLOW * capital  # else the name is lost, and another line of the office stands for it
    bottom = name_top + BELOW * capital if deep else top + DEEP * capital
    right = max(whole[2], whole[0] + WIDE * capital)
    box = _rounded((whole[0] - ASIDE * capital, top - ABOVE * capital, right + BESIDE * capital, bottom), page)
    if box[2] - box[0] < capital or box[3] - box[1] < capital:
        return None
    return Look(page.n, box, round(capital, 1), _words(page, box), page.pose)


def _capital(page: Page, block: Block, boxes: list[Box]) -> float:
    lines = [line for line in (*block.office, block.name, block.nip) if line]
    told = capital_of(page, lines) if page.source == 'ocr' else None
    height = told or min(b[3] - b[1] for b in boxes)
    return min(max(height, CAPITALS[0]), max(CAPITALS[1], page.width / 30))


def _name_top(part: PartView, block: Block, named: list[Box], low: float, capital: float) -> float:
    """The top of the name; where only the rank or NIP under it was read, of the line above, which ink hides."""
    first = min(named, key=_middle)
    top = _middle(first) - HIGH * capital
    if block.name and not is_rank(block.name.text, part.rulebook.signers):
        return top
    above = top - PITCH * capital
    return above if above > low else top


def _shared(a: Box, b: Box) -> float:
    """Share of what two boxes cover together that lies in both."""
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    both = max(0.0, wide) * max(0.0, high)
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _rounded(box: Box, page: Page) -> Box:
    x0, y0, x1, y1 = (round(max(0.0, value), 1) for value in box)
    return (x0, y0, min(x1, round(page.width, 1)), min(y1, round(page.height, 1)))


def _words(page: Page, region: Box) -> tuple[Box, ...]:
    """The boxes of the words that touch a region."""
    found = []
    for line in page:
        box = line.box
        if box is None or box[0] > region[2] or box[2] < region[0] or box[1] > region[3] or box[3] < region[1]:
            continue
        at = line.start
        for word in line.text.split(' '):
            own = joined([_box(page, i) for i in range(at, at + len(word)) if page.boxes[i, 2] > page.boxes[i, 0]])
            if own:
                found.append(own)
            at += len(word) + 1
    return tuple(found)


def _box(page: Page, i: int) -> Box:
    x0, y0, x1, y1 = (round(float(value), 1) for value in page.boxes[i])
    return (x0, y0, x1, y1)


def _ink_box(page: Page, region: Box) -> Box | None:
    """Around the unread ink whose middle lies in the region."""
    return joined([
        mark.box
        for mark in page.marks
        if mark.kind == 'ink'
        and region[0] <= (mark.box[0] + mark.box[2]) / 2 <= region[2]
        and region[1] <= (mark.box[1] + mark.box[3]) / 2 <= region[3]
    ])

"""Ink in a signer's block on a picture of paper: asks for a look at the block, and says what the look showed.

Nobody can tell from a picture whose ink it is; between the two bounds below people must look.
"""

from __future__ import annotations

from checker.checks.block import Block, joined
from checker.checks.outcome import Outcome
from checker.model import Box, Look, Mark, MarkKind, Page, Place, Status
from checker.view import PartView

SIGNED, SIGNED_UNDER_STAMP = 0.85, 0.97
"""Likelihood of pen strokes from which a block is signed, without and with a stamp ..."""
UNSIGNED = 0.05
"""... and under which it is not; chosen on made blocks that `python -m tests.signatures` does not use."""
LIKELY = 0.5
"""From here a stamp or initials are named as what stands there instead."""
COVERED = 0.5
"""Share of a page under one picture from which its words are a layer over a scan."""
ASIDE, BESIDE, ABOVE, BELOW = 5.0, 4.0, 1.6, 1.8
"""Heights of a capital about the space between office and name: as the network was trained."""
DEEP = 12.0
"""The same from the office down where the name can't be read."""
CAPITALS = (4.0, 20.0)
"""Points between which a capital's height lies: what a reader says beyond is no capital."""


def seen(part: PartView, block: Block) -> Outcome | None:
    """What a look at the block showed; None where there is no picture of paper, or it was not looked at yet."""
    look = _look(block) if is_paper(block.office[0].page) else None
    if look is None:
        return None
    page = block.office[0].page
    shown = {mark.kind: mark for mark in page.marks if mark.box == look.box}
    if 'pen' not in shown:
        part.looks.append(look)
        return None
    pen, stamped = shown['pen'].amount, _likely(shown, 'stamp')
    spot = Place(page.n, _ink_box(page, look.box) or look.box, None, '')
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


def _look(block: Block) -> Look | None:
    """The space from under the office to the name, and the words known to stand there."""
    page = block.office[0].page
    office = joined([b for line in block.office if line.page is page and (b := line.box)])
    named = [line for line in (block.name, block.nip) if line and line.page is page]
    name = joined([b for line in named if (b := line.box)])
    if office is None:
        return None
    heights = [b[3] - b[1] for line in (*block.office, *named) if line.page is page and (b := line.box)]
    capital = min(max(min(heights), CAPITALS[0]), max(CAPITALS[1], page.width / 30))
    left, right = (min(office[0], name[0]), max(office[2], name[2])) if name else (office[0], office[2])
    bottom = name[1] + BELOW * capital if name else office[3] + DEEP * capital
    box = _rounded((left - ASIDE * capital, office[3] - ABOVE * capital, right + BESIDE * capital, bottom), page)
    if box[2] - box[0] < capital or box[3] - box[1] < capital:
        return None
    return Look(page.n, box, round(capital, 1), _words(page, box))


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

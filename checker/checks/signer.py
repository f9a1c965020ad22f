"""The signer: which block of a part counts, and whether office, name and NIP stand in it.

Never judges the signature itself; `checks.signature` looks into the block chosen here.
"""

from __future__ import annotations

from dataclasses import replace

from checker.checks import initials
from checker.checks.block import Block, block_from, column_below, nip_after, until_label
from checker.checks.damaged_block import all_blocks, block_from_rests
from checker.checks.offices import may_sign
from checker.checks.outcome import Outcome, absent, met, unsure
from checker.checks.own_title import titles_of
from checker.checks.signer_words import (
    acknowledges,
    bare_office,
    certifies,
    is_caption,
    is_name,
    opens_office,
    starts_other,
    words_of,
)
from checker.messages import _
from checker.model import Line, Place
from checker.rulebook import Requirement, Signers
from checker.search import Hit, line_of, place
from checker.text import find_dates, find_nip, is_placeholder, is_plausible_nip
from checker.view import PartView, Position, position, row_of, starts_line


def block_that_counts(part: PartView, requirement: Requirement) -> Block | None:
    """The block that the rule means: the first after its anchor, else the last of the scope. Who only acknowledges,
    certifies a copy, or is named in a table for initials, counts where there is no other."""
    low, high = _range(part, requirement)
    titles = {position(hit) for hit in titles_of(part)}  # 'NOTULEN RAPAT' is no 'Notulen,' who signs
    blocks = [b for b in all_blocks(part) if low <= b.position < high and b.position not in titles]
    blocks = [b for b in blocks if not initials.holds(part, b)]
    if requirement.anchor:
        anchors = _anchors(part, requirement)
        ruled = _in_cell(part, requirement)
        if ruled:
            return ruled
        blocks = [b for b in blocks if _decides(part, b)]
        after = [b for b in blocks if any(_is_after(b, a) for a in anchors)]
        if after:
            return _under_date(part, requirement, anchors, after)
        if anchors:
            return _under(part, max(map(_position, anchors)), requirement)
    blocks = [b for b in blocks if _decides(part, b)] or blocks
    named = (
        [b for b in blocks if b.name is not None and b.digits] or [b for b in blocks if b.name is not None] or blocks
    )
    right = [b for b in named if not _is_wrong(part, requirement, b)] or named
    return right[-1] if right else None


def _range(part: PartView, requirement: Requirement) -> tuple[Position, Position]:
    """The rule's scope; where a scan lost the words that it begins with, all before the annex."""
    low, high = part.range_of(requirement.scope)
    return (low, high) if low < high else part.range_of('body')


def _anchors(part: PartView, requirement: Requirement) -> list[Hit]:
    return [h for w in requirement.anchor for h in part.find(w, requirement.scope) if h.sure and starts_line(h)]


def _position(anchor: Hit) -> Position:
    return (anchor.page.n, row_of(anchor))


def _is_after(block: Block, anchor: Hit) -> bool:
    page, row = _position(anchor)
    return page <= block.position[0] <= page + 1 and block.position >= (page, row - 2)


def _under_date(part: PartView, requirement: Requirement, anchors: list[Hit], after: list[Block]) -> Block | None:
    """Of the blocks below the date the one in its column; on a scan also what ink left there of it, rather than a whole
    one beside."""
    scanned = after[0].office[0].page.source == 'ocr'
    beside = {id(b): not any(_in_column(b, a) for a in anchors) for b in after}
    if scanned and all(beside.values()):
        rests = _under(part, max(map(_position, anchors)), requirement)
        if rests and (rests.nip or not rests.damaged):
            return rests
        if any(_inked(a, after) for a in anchors):
            return None
    return min(after, key=lambda b: (scanned and beside[id(b)], b.name is None, _is_wrong(part, requirement, b),
                                     beside[id(b)], b.damaged, b.position))  # fmt: skip


def _inked(anchor: Hit, beside: list[Block]) -> bool:
    """Ink as high as a sign stands under the date, and in none of the blocks beside it."""
    box = line_of(anchor.page, anchor.start).box
    if box is None:
        return False
    em = box[3] - box[1]
    offices = [b for block in beside for line in block.office if (b := line.box)]
    return any(
        mark.kind == 'ink'
        and mark.box[3] - mark.box[1] >= 2 * em
        and box[1] < (mark.box[1] + mark.box[3]) / 2 < box[3] + ZONE_EM * em
        and box[0] <= (mark.box[0] + mark.box[2]) / 2 <= box[2]
        and not any(office[0] < mark.box[2] and office[2] > mark.box[0] for office in offices)
        for mark in anchor.page.marks
    )


def _in_column(block: Block, anchor: Hit) -> bool:
    """The block stands under the date; where there is no layout, or on the next page, it does anyway."""
    box, other = block.office[0].box, line_of(anchor.page, anchor.start).box
    if box is None or other is None or block.office[0].page is not anchor.page:
        return True
    return box[0] < other[2] and box[2] > other[0]


def _is_wrong(part: PartView, requirement: Requirement, block: Block) -> bool:
    return may_sign(block, requirement, part.rulebook.signers) is False


def _decides(part: PartView, block: Block) -> bool:
    """Not a block under 'Mengetahui' or 'Menyetujui', nor one that certifies a copy."""
    view, signers = part.view(block.office[0].page), part.rulebook.signers
    box = block.office[0].box
    above = [
        line
        for line in view.page
        if line.row in (block.office[0].row - 1, block.office[0].row)
        and (box is None or ((line.box or box)[0] < box[2] and (line.box or box)[2] > box[0]))
    ]
    return not any(acknowledges(line.text, signers) or certifies(line.text, signers) for line in above)


def _in_cell(part: PartView, requirement: Requirement) -> Block | None:
    """The block in the ruled cell beside 'Disahkan oleh', which may reach above and below the label."""
    for hit in (h for w in requirement.anchor for h in part.find(w, requirement.scope) if h.sure and starts_line(h)):
        label = line_of(hit.page, hit.end - 1)
        lines = [line for line in part.view(hit.page).cell_beside(label) or () if any(c.isalnum() for c in line.text)]
        for i, line in enumerate(lines):
            block = opens_office(line.text, part.rulebook.signers) and block_from(
                lines[i + 1 :], line, part.rulebook.signers
            )
            if block:
                return block
    return None


ZONE_EM = 26.0
"""Heights of capitals under the date in which a block must stand, as in `BLOCK_EM`."""


def _under(part: PartView, anchor: Position, requirement: Requirement) -> Block | None:
    """What stands under the date where no office opens a block: a name over its office, or a block that can't be
    told."""
    view = next(v for v in part.views if v.page.n == anchor[0])
    hits = [h for w in requirement.anchor for h in view.find(w) if row_of(h) == anchor[1] and starts_line(h)]
    scanned = view.page.source == 'ocr'
    line = line_of(view.page, hits[0].start)
    lines: list[Line] = []
    for other in until_label(column_below(view, line, None), part.labels):
        if starts_other(other.text.strip(), part.rulebook.signers):
            break
        if (
            any(c.isalpha() for c in other.text)
            and not is_caption(other.text, part.rulebook.signers)
            and not find_dates(other.text)
        ):
            lines.append(other)
    if not lines:
        return None
    name = next((other for other in lines if is_name(other.text, part.rulebook.signers)), None)
    office = tuple(other for other in lines if opens_office(other.text, part.rulebook.signers))
    digits, nip = nip_after(lines)
    if any(acknowledges(other.text, part.rulebook.signers) for other in lines):
        return Block((lines[0],), tuple(lines[1:-1]), lines[-1], nip, digits, damaged=True)
    if office and (name or view.page.source == 'flow' or (view.page.grade == 'good' and view.page.source == 'text')):
        return Block(office, (), name, nip, digits)
    rests = block_from_rests(lines, part.rulebook.signers) if scanned else None
    if rests:
        return rests
    return Block((lines[0],), tuple(lines[1:-1]), lines[-1] if len(lines) > 1 else None, nip, digits, damaged=True)


def check(part: PartView, requirement: Requirement) -> Outcome:
    """Office, name, and NIP unless the office has none; and whether this office may sign."""
    block = block_that_counts(part, requirement)
    if block is None:
        return _ink_under(part, requirement) or absent(part, requirement)
    spot = block.place
    if block.damaged:
        return unsure('kata-rusak', spot)
    if block.name is None:
        return Outcome('missing', 'label-kosong', spot) if block.nip is None else unsure('terisi-sebagian', spot)
    if is_placeholder(block.name.text):
        return Outcome('missing', 'placeholder', spot)
    value = block.name.text.strip(' ()')
    if _is_wrong(part, requirement, block):
        return unsure('jabatan-lain', spot, value=value)
    nip = find_nip(block.nip.text) if block.nip else None
    if block.nip and nip and block.digits and not (nip.nrp or is_plausible_nip(block.digits)):
        return unsure('nip-janggal', place(block.nip.page, block.nip.start, block.nip.end), value=value)
    if nip and nip.repaired:
        spot = replace(spot, text=_("{text} (NIP dibaca {digits})").format(text=spot.text, digits=block.digits))
    if not block.digits and (
        block.nip is not None
        if requirement.nip == 'optional'
        else not _needs_no_nip(block, part.rulebook.signers)
    ):
        return unsure('terisi-sebagian', spot, value=value)
    return met(spot, value=value)


def _needs_no_nip(block: Block, signers: Signers) -> bool:
    bare = bare_office(block.office_text, signers)
    if words_of(signers).on_behalf.match(block.office_text):
        # On behalf of another office: the one in the last line signs.
        bare = bare_office(block.office[-1].text, signers) if len(block.office) > 1 else ''
    return any(bare.lower().startswith(o.lower()) for o in signers.without_nip)


def _ink_under(part: PartView, requirement: Requirement) -> Outcome | None:
    """On a scan ink under the date may cover a block that can't be read."""
    mark = ink_under_date(part, requirement)
    return unsure('tidak-terbaca', mark) if mark else None


def ink_under_date(part: PartView, requirement: Requirement) -> Place | None:
    """The place of ink below the anchor's row on a scanned page; without anchors, low on the last pages; else None."""
    hits = [h for w in requirement.anchor for h in part.find(w, requirement.scope) if h.sure and starts_line(h)]
    if not hits:
        return _ink_at_end(part)
    for hit in hits:
        box = hit.place.box
        if hit.page.source != 'ocr' or box is None:
            continue
        em = box[3] - box[1]
        for mark in hit.page.marks:
            y0, x1, y1 = mark.box[1:]
            if (
                mark.kind == 'ink'
                and box[1] < y1
                and y0 < box[3] + ZONE_EM * em
                and x1 > box[0] - 4 * em
                and y1 - y0 >= 2 * em
            ):
                return Place(hit.page.n, mark.box, None, '')
    return None


SIGNED_HEIGHT = 22.0
"""Points. Signatures and stamps are higher; unread words and emblems' remains are lower."""


def _ink_at_end(part: PartView) -> Place | None:
    """A large piece of ink in the lower part of one of the last two scanned pages."""
    for view in part.views[-2:]:
        for mark in view.page.marks if view.page.source == 'ocr' else ():
            x0, y0, x1, y1 = mark.box
            if (
                mark.kind == 'ink'
                and y0 > 0.3 * view.page.height
                and y1 - y0 >= SIGNED_HEIGHT
                and x1 - x0 >= SIGNED_HEIGHT
            ):
                return Place(view.page.n, mark.box, None, '')
    return None

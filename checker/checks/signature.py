"""Is the signer's block signed, and how (catalogue, section 3). Ink on scans stays `undecided` here.

Never trusts words alone: a caption or a typed 'ttd' is no signature.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from checker.checks.block import Block, blocks_of, joined
from checker.checks.outcome import Outcome, absent
from checker.checks.signer import block_that_counts, ink_under_date
from checker.model import Box, DigitalSignature, Mark, MarkKind, Place, Reason, SignatureForm
from checker.rulebook import Requirement
from checker.text import squashed_phrase
from checker.view import PartView, row_of

NAMES_FIT = 80.0
"""token_set_ratio (0-100) of certificate and block names without degrees; other people's names stay under 65."""
INK_HEIGHT = 1.2
"""Line heights: smaller ink in a block is speckle or a comma left of the words."""


def check(part: PartView, requirement: Requirement) -> Outcome:
    signer = next((r for r in part.rulebook.kinds[part.kind].requirements if r.check == 'signer'), None)
    block = block_that_counts(part, signer or requirement)
    digital = _digital(part, block)
    if digital:
        return digital
    if block is None:
        return _without_block(part, requirement, signer or requirement)
    return _judge(part, block)


def of_block(part: PartView, block: Block) -> Outcome:
    """Whether one block among several is signed."""
    return _digital(part, block) or _judge(part, block)


def _digital(part: PartView, block: Block | None) -> Outcome | None:
    """The best signature object that covers the part."""
    outcomes = [_judge_digital(part, s, block) for s in part.document.signatures]
    order = {'met': 0, 'unsure': 1, 'missing': 2}
    return min(outcomes, key=lambda o: order[o.status], default=None)


def _judge_digital(part: PartView, signature: DigitalSignature, block: Block | None) -> Outcome:
    spot = block.place if block else None
    if signature.page is not None and signature.box is not None:
        spot = Place(signature.page, signature.box, None, signature.signer or '')
    if not signature.intact:
        return _unsigned('missing', 'ttd-rusak', 'digital', spot, signature.signer)
    if signature.changed or signature.coverage == 'partial':
        return _unsigned('unsure', 'diubah-setelah-ttd', 'digital', spot, signature.signer)
    if signature.trust == 'tepercaya' or (block and block.name and names_fit(signature.signer or '', block.name.text)):
        if spot is None:
            return _unsigned('unsure', 'penanda-lain', 'digital', None, signature.signer)
        return Outcome('met', None, spot, 100.0, signature.signer, 'digital')
    copy = _certifying_block(part, block)
    if copy and copy.name and block and _is_typed(part, block) and names_fit(signature.signer or '', copy.name.text):
        return Outcome('met', None, copy.place, 100.0, signature.signer, 'legalised-copy')
    return _unsigned('unsure', 'penanda-lain', 'digital', spot, signature.signer)


def _unsigned(
    status: str, reason: Reason, form: SignatureForm, spot: Place | None, value: str | None = None
) -> Outcome:
    return Outcome('missing' if status == 'missing' else 'unsure', reason, spot, None, value, form)


def names_fit(certificate: str, block: str) -> bool:
    """The same person's name, degrees and case aside."""
    return fuzz.token_set_ratio(_bare(certificate), _bare(block)) >= NAMES_FIT and bool(_bare(block))


def _bare(name: str) -> str:
    core = re.sub(r'\b(?:drs?|dra|ir|h|hj|prof|kh)\b\.?', ' ', name.split(',')[0].lower())
    return ' '.join(re.findall(r'[a-z]{2,}', core))


def _without_block(part: PartView, requirement: Requirement, signer: Requirement) -> Outcome:
    caption = caption_of(part)
    if caption:
        return _unsigned('unsure', 'tte-tanpa-objek', 'tte-visual', caption)
    ink = ink_under_date(part, signer)
    if ink:
        return _unsigned('unsure', 'tinta-meragukan', 'undecided', ink)
    outcome = absent(part, requirement, reason='tanpa-blok')
    return Outcome(
        outcome.status,
        outcome.reason,
        outcome.place,
        form='no-block' if outcome.status == 'missing' else 'undecided',
        candidate=outcome.candidate,
    )


def caption_of(part: PartView) -> Place | None:
    """The footer or caption of an electronic signature anywhere in the part."""
    for word in part.rulebook.signers.electronic:
        for hit in part.find(word):
            if hit.sure:
                return hit.place
    return None


def _judge(part: PartView, block: Block) -> Outcome:
    if _is_typed(part, block):
        return _typed(part, block)
    electronic = [
        line
        for line in block.between
        if any(squashed_phrase(w, False) in squashed_phrase(line.text, False) for w in part.rulebook.signers.electronic)
    ]
    if electronic:
        return _unsigned('unsure', 'tte-tanpa-objek', 'tte-visual', block.place)
    marked = _marks(part, block)
    if marked:
        return marked
    caption = caption_of(part)
    if caption:
        return _unsigned('unsure', 'tte-tanpa-objek', 'tte-visual', caption)
    if block.office[0].page.grade in ('poor', 'unreadable'):
        return _unsigned('unsure', 'tidak-terbaca', 'undecided', block.place)
    return _unsigned('missing', 'blok-kosong', 'none', block.place)


def _is_typed(part: PartView, block: Block) -> bool:
    typed = {re.sub(r'[^a-z]', '', t) for t in part.rulebook.signers.typed}
    return any(re.sub(r'[^a-z]', '', line.text.lower()) in typed for line in block.between)


def _typed(part: PartView, block: Block) -> Outcome:
    """'ttd' is a signed copy only where a certifying block follows and is itself signed."""
    own = _certifying_block(part, block)
    marked = _marks(part, own) if own and not _is_typed(part, own) else None
    if own and marked:
        return Outcome(marked.status, marked.reason, own.place, form=marked.form)
    return _unsigned('missing', 'hanya-ttd-ketik', 'typed', block.place)


def _certifying_block(part: PartView, block: Block | None) -> Block | None:
    """The block under 'Salinan sesuai dengan aslinya'."""
    certified = [(h.page.n, row_of(h)) for w in part.rulebook.signers.certified_copy for h in part.find(w) if h.sure]
    if not certified or block is None:
        return None
    first = min(certified)
    return next((b for b in blocks_of(part) if b is not block and b.position >= (first[0], first[1] - 1)), None)


def _marks(part: PartView, block: Block) -> Outcome | None:
    """What stands in the block besides words; None when nothing does."""
    page = block.office[0].page
    if page.source == 'flow' and not len(page.boxes):
        near = _flow_picture(block)
        return _unsigned('unsure', 'hanya-gambar', 'picture', near) if near else None
    region = signing_region(block)
    if region is None:
        return None
    em = max(6.0, _height(block))
    inside = [m for m in page.marks if _touches(m.box, region, em)]
    for kind, reason, form in _BY_MARK:
        marks = [m for m in inside if m.kind == kind]
        if marks:
            box = joined([m.box for m in marks])
            spot = Place(None, None, marks[0].text, '') if page.source == 'flow' else Place(page.n, box, None, '')
            return _unsigned('unsure', reason, form, spot)
    return None


_BY_MARK: tuple[tuple[MarkKind, Reason, SignatureForm], ...] = (
    ('widget', 'tte-tanpa-objek', 'tte-visual'),
    ('qr', 'tte-tanpa-objek', 'tte-visual'),
    ('picture', 'hanya-gambar', 'picture'),
    ('drawing', 'tinta-meragukan', 'undecided'),
    ('ink', 'tinta-meragukan', 'undecided'),
)


SAID_BY_MARK: dict[MarkKind, tuple[Reason, SignatureForm]] = {kind: (reason, form) for kind, reason, form in _BY_MARK}
"""What a mark in a signer's place says."""


def _height(block: Block) -> float:
    box = block.office[0].box
    return box[3] - box[1] if box else 12.0


def signing_region(block: Block) -> Box | None:
    """From the office's first line to the name, as wide as the block and a little more: ink leaves its block
    (real-documents.md, 15)."""
    page = block.office[0].page
    lines = (*block.office, *(block.between if block.damaged else ()))
    boxes = [
        b
        for line in (*lines, *([block.name] if block.name else []), *([block.nip] if block.nip else []))
        if line.page is page and (b := line.box)
    ]
    whole = joined(boxes)
    last = block.office[-1].box
    name = block.name or block.nip
    if whole is None or last is None or name is None or name.box is None:
        return None
    em = _height(block)
    bottom = name.box[3] + 0.5 * em if name.page is page else page.height
    return (whole[0] - 4 * em, last[1] - 0.5 * em, whole[2] + 2 * em, bottom)


def _touches(box: Box, region: Box, em: float) -> bool:
    """Part of a mark lies in the region, and the mark is neither the page itself nor speckle."""
    width = min(box[2], region[2]) - max(box[0], region[0])
    height = min(box[3], region[3]) - max(box[1], region[1])
    if width <= 0 or height <= 0 or (box[3] - box[1]) > 4 * (region[3] - region[1]) + 20 * em:
        return False
    return max(width, height) >= INK_HEIGHT * em and (width * height) >= 0.1 * (box[2] - box[0]) * (box[3] - box[1])


def _flow_picture(block: Block) -> Place | None:
    """A picture anchored in the block of a document without layout."""
    page = block.office[0].page
    places = [line.at for line in (*block.office, *block.between, *([block.name] if block.name else [])) if line.at]
    between = _paragraphs_between(places)
    for mark in page.marks:
        if isinstance(mark, Mark) and mark.kind == 'picture' and (mark.text in places or mark.text in between):
            return Place(None, None, mark.text, '')
    return None


def _paragraphs_between(places: list[str]) -> set[str]:
    """'paragraf 41' ... 'paragraf 45': pictures sit in the empty paragraphs between office and name."""
    numbers = [int(m.group(1)) for at in places if (m := re.fullmatch(r'paragraf (\d+)', at))]
    return {f'paragraf {n}' for n in range(min(numbers), max(numbers) + 1)} if numbers else set()

"""Is the signer's block signed, and how (catalogue, section 3). Ink on scans stays `undecided` here.

Never trusts words alone: a caption or a typed 'ttd' is no signature.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile

from rapidfuzz import fuzz

from checker.checks import wet
from checker.checks.block import Block, joined
from checker.checks.damaged_block import all_blocks
from checker.checks.outcome import Outcome, absent
from checker.checks.signer import block_that_counts, ink_under_date
from checker.model import Box, DigitalSignature, Line, Mark, MarkKind, Place, Reason, SignatureForm
from checker.rulebook import Requirement
from checker.search import place
from checker.text import find_nip, squashed_phrase
from checker.view import PartView, row_of

NAMES_FIT = 90.0
"""Likeness (0-100) of the letters of two names from which they are one where OCR read the block."""
INK_HEIGHT = 1.2
"""Line heights: smaller ink in a block is speckle or a comma left of the words."""


def check(part: PartView, requirement: Requirement) -> Outcome:
    signer = next((r for r in part.rulebook.kinds[part.kind].requirements if r.check == 'signer'), None)
    block = block_that_counts(part, signer or requirement)
    digital = _digital(part, block)
    if block is None:
        return digital or _without_block(part, requirement, signer or requirement)
    return _better(part, block, digital)


def of_block(part: PartView, block: Block) -> Outcome:
    """Whether one block among several is signed."""
    return _better(part, block, _digital(part, block, among=True))


def _better(part: PartView, block: Block, digital: Outcome | None) -> Outcome:
    """A signature object says it, unless it isn't sound and a pen signed the paper before it was scanned."""
    if digital and digital.status == 'met':
        return digital
    seen = _judge(part, block)
    return digital if digital and seen.status != 'met' else seen


def _digital(part: PartView, block: Block | None, *, among: bool = False) -> Outcome | None:
    """The best signature object that covers the part; `among` several blocks each needs the one in its own name."""
    outcomes = [_judge_digital(part, s, block, among) for s in part.document.signatures]
    order = {'met': 0, 'unsure': 1, 'missing': 2}
    return min(outcomes, key=lambda o: order[o.status], default=None)


def _judge_digital(part: PartView, signature: DigitalSignature, block: Block | None, among: bool) -> Outcome:
    spot = block.place if block else None
    if signature.page is not None and signature.box is not None:
        spot = Place(signature.page, signature.box, None, signature.signer or '')
    if not signature.intact:
        return _unsigned('missing', 'ttd-rusak', 'digital', spot, signature.signer)
    if signature.changed or signature.coverage == 'partial':
        return _unsigned('unsure', 'diubah-setelah-ttd', 'digital', spot, signature.signer)
    who = signature.signer or signature.field
    if signature.certificate != 'berlaku':
        # Its time and the certificate's don't agree; the catalogue has no closer reason, the sentence says it.
        return _unsigned('unsure', 'tidak-cocok', 'digital', spot, signature.signer, (signature.certificate, who))
    if (signature.trust == 'tepercaya' and not among) or (block and _fits(signature, block)):
        if spot is None:
            return _unsigned('unsure', 'penanda-lain', 'digital', None, signature.signer, ('nama-tak-ada', who))
        return Outcome('met', None, spot, 100.0, signature.signer, 'digital')
    copy = _certifying_block(part, block)
    if copy and block and _is_typed(part, block) and _fits(signature, copy):
        return Outcome('met', None, copy.place, 100.0, signature.signer, 'legalised-copy')
    name = _printed_name(signature, block) if block else None
    detail = ('nama-berbeda', who, name.text.strip()) if name else ('nama-tak-ada', who)
    return _unsigned('unsure', 'penanda-lain', 'digital', spot, signature.signer, detail if signature.signer else ())


def _unsigned(
    status: str, reason: Reason, form: SignatureForm, spot: Place | None, value: str | None = None,
    detail: tuple[str, ...] = (),
) -> Outcome:
    return Outcome('missing' if status == 'missing' else 'unsure', reason, spot, None, value, form, detail=detail)


def _fits(signature: DigitalSignature, block: Block) -> bool:
    name = _printed_name(signature, block)
    return name is not None and names_fit(signature.signer or '', name.text, exactly=name.page.source != 'ocr')


def _printed_name(signature: DigitalSignature, block: Block) -> Line | None:
    """The name in the block. What the signature itself draws there is its own maker's word: then the name printed right
    below counts, where there is one."""
    name, drawn = block.name, signature.box
    if name is None or name.box is None or drawn is None or name.page.n != signature.page:
        return name
    if not _within(name.box, drawn):
        return name
    em = max(_height(block), 8.0)
    below = [
        (box[1], line) for line in name.page
        if (box := line.box) and drawn[3] - em <= box[1] <= drawn[3] + 3 * em and not _within(box, drawn)
        and min(box[2], drawn[2]) > max(box[0], drawn[0]) and not re.search(r'\d', line.text)
    ]
    return min(below, key=lambda each: each[0])[1] if below else name


def _within(box: Box, outer: Box) -> bool:
    """The middle of a box lies in another."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def names_fit(certificate: str, block: str, *, exactly: bool = True) -> bool:
    """The same name, but for degrees, case, double letters and spaces.

    'M. Yusuf' may be Muhammad Yusuf and may be Mahmud Yusuf, 'Rani' may be any Rani: such names don't fit, people look.
    `exactly` is off for names read by OCR, in which a letter in ten may be wrong.
    """
    ours, theirs = _bare(certificate), _bare(block)
    if not ours or not theirs:
        return False
    return ours == theirs if exactly else fuzz.ratio(ours, theirs) >= NAMES_FIT


def _bare(name: str) -> str:
    """Letters of a name alone: no titles before, no degrees behind, none doubled ('Mohammad', 'Mohamad')."""
    core = re.sub(r"['’`´]", '', name.split(',')[0]).lower()
    core = ''.join(c for c in unicodedata.normalize('NFKD', core) if not unicodedata.combining(c))
    core = _TITLES.sub('', core)
    core = _DEGREES.sub('', core)
    return re.sub(r'(.)\1', r'\1', re.sub('[^a-z]', '', core))


_TITLES = re.compile(r'^(?:\W*\b(?:drs?|dra|drg|drh|ir|h|hj|prof|kh|apt|ns|kol|mayjen|brigjen|letjen)\b\.?)*')
_DEGREES = re.compile(
    r'(?:\s+(?:[a-z]{1,3}(?:\.[a-z]{1,5})+\.?|sh|se|mm|mh|st|mt|skm|ssos|msi|sip|map|mkes|spd|mpd))+\s*$')


def _without_block(part: PartView, requirement: Requirement, signer: Requirement) -> Outcome:
    caption = caption_of(part)
    if caption:
        return _unsigned('unsure', 'tte-tanpa-objek', 'tte-visual', caption)
    ink = ink_under_date(part, signer)
    if ink:
        return _unsigned('unsure', 'tinta-meragukan', 'undecided', ink)
    number = _number_alone(part)
    if number:
        return _unsigned('unsure', 'tidak-terbaca', 'undecided', number)
    outcome = absent(part, requirement, reason='tanpa-blok')
    return Outcome(
        outcome.status,
        outcome.reason,
        outcome.place,
        form='no-block' if outcome.status == 'missing' else 'undecided',
        candidate=outcome.candidate,
    )


def _number_alone(part: PartView) -> Place | None:
    """A NIP on one of the last two pages, scanned: of a block whose office and name were not read."""
    for view in part.views[-2:]:
        for line in view.page if view.page.source == 'ocr' else ():
            if (nip := find_nip(line.text)) and nip.start <= 2:
                return place(line.page, line.start, line.end)
    return None


def caption_of(part: PartView) -> Place | None:
    """The footer or caption of an electronic signature anywhere in the part, or a code that leads to its proof."""
    for word in part.rulebook.signers.electronic:
        for hit in part.find(word):
            if hit.sure:
                return hit.place
    return next((Place(view.page.n, mark.box, None, mark.text) for view in part.views for mark in view.page.marks
                 if mark.kind == 'qr' and _says(mark, part.rulebook.codes.proof)), None)


def _says(code: Mark, words: tuple[str, ...]) -> bool:
    """Whether a code's text has one of the words, in any case; 'tte' stands in `tte.contoh.go.id`, not in 'Latte'."""
    said = f' {_spaced(code.text)} '
    return any(f' {_spaced(word)} ' in said for word in words)


def _spaced(text: str) -> str:
    return ' '.join(re.findall('[a-z0-9]+', text.lower()))


def _judge(part: PartView, block: Block) -> Outcome:
    if _is_typed(part, block):
        return _typed(part, block)
    electronic = [
        line
        for line in block.between
        if any(squashed_phrase(w, False) in squashed_phrase(line.text, False) for w in part.rulebook.signers.electronic)
    ]
    if electronic:
        other = part.rulebook.codes.other
        codes = (m.text for m in block.office[0].page.marks if m.kind == 'qr' and not _says(m, other))
        code = next(codes, None)
        return _unsigned('unsure', 'tte-tanpa-objek', 'tte-visual', block.place, code)
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
    return next((b for b in all_blocks(part) if b is not block and b.position >= (first[0], first[1] - 1)), None)


def _marks(part: PartView, block: Block) -> Outcome | None:
    """What stands in the block besides words; None when nothing does."""
    page = block.office[0].page
    if page.source == 'flow' and not len(page.boxes):
        return _flow_mark(part, block)
    region = signing_region(block)
    looked = wet.seen(part, block)
    if looked:
        return looked
    if region is None:
        return None
    em = max(6.0, _height(block))
    inside = [m for m in page.marks if _touches(m.box, region, em)]
    codes = [m for m in inside if m.kind == 'qr']
    other = [m.box for m in codes if _says(m, part.rulebook.codes.other)]
    inside = [m for m in inside if not any(_same_spot(m.box, box) for box in other)]
    sealed = next((m for m in codes if m in inside), None)
    if sealed:
        spot = Place(page.n, sealed.box, None, sealed.text)
        return _unsigned('unsure', 'tte-tanpa-objek', 'tte-visual', spot, sealed.text)
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


def _same_spot(box: Box, code: Box) -> bool:
    """A code's own picture: its middle lies in there, and it is not much larger."""
    return _within(code, box) and box[2] - box[0] <= 2 * (code[2] - code[0])


def _flow_mark(part: PartView, block: Block) -> Outcome | None:
    """A picture, or strokes drawn by a pen, anchored in the block of a document without layout; it may float there from
    the paragraph after the block, or from those of place and date above it."""
    page = block.office[0].page
    lines = [*block.office, *block.between, *(line for line in (block.name, block.nip) if line)]
    places = _anchors([line.at for line in (*_dated_above(part, block), *lines) if line.at], {o.at for o in page})
    for kind, reason, form in _BY_MARK:
        found = next((m for m in page.marks if m.kind == kind and m.text in places), None)
        if found and kind in ('picture', 'drawing'):
            return _unsigned('unsure', reason, form, Place(None, None, found.text, ''))
    return None


def _dated_above(part: PartView, block: Block) -> list[Line]:
    """The lines 'Ditetapkan di ...' and 'pada tanggal ...' right above the office."""
    page, first = block.office[0].page, block.office[0].index
    closing = [squashed_phrase(word, False) for word in part.rulebook.anchors.closing]
    above = takewhile(
        lambda line: squashed_phrase(line.text, False).startswith(tuple(closing)),
        (Line(page, i) for i in range(first - 1, max(first - 4, -1), -1)),
    )
    return list(above)


_NUMBERED = re.compile(r'(?P<before>.*?(?:paragraf |, baris ))(?P<n>\d+)(?P<after>(?:, kolom \d+)?)')


def _anchors(places: list[str], filled: set[str | None]) -> set[str]:
    """The places, those between them ('paragraf 41' ... 'paragraf 45', rows of one column), and the paragraph after
    them where it is empty."""
    spans: dict[tuple[str, str], list[int]] = {}
    for found in filter(None, map(_NUMBERED.fullmatch, places)):
        spans.setdefault((found['before'], found['after']), []).append(int(found['n']))
    result = set(places)
    for (before, after), numbers in spans.items():
        result |= {f'{before}{n}{after}' for n in range(min(numbers), max(numbers) + 1)}
        following = f'{before}{max(numbers) + 1}{after}'
        result |= {following} if not after and following not in filled else set()
    return result

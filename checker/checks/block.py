"""Signers' blocks on pages: office, space, name, NIP. Finds them; never judges which counts or whether it is signed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from checker.checks.capitals import usual_capital
from checker.checks.signer_words import (
    addresses,
    bears_degree,
    is_caption,
    is_name,
    is_rank,
    is_typed,
    opens_office,
    starts_other,
)
from checker.model import Box, Line, Place
from checker.rulebook import Signers
from checker.text import find_nip, is_placeholder, squashed_phrase
from checker.view import PageView, PartView, Position

BLOCK_LINES = 14
"""Lines from the office down to the name: six lines of office, a caption, and the name (real-documents.md, 15)."""
BLOCK_EM = 26.0
"""Heights of capitals from the office to the NIP: six lines of office are 12, space for a signature 6-9, name to NIP
5."""
BLOCKS_BESIDE = 3
"""Signers side by side; a row of more cells belongs to a table."""
NIP_LINES = 5
"""Lines under the name's first in which the NIP stands: degrees, rank and class may wrap."""
OFFICE_GAP = 1.6
"""Line heights of white between two lines of one office: boxes end at the capitals, so spacing 1.5 gives 1.2; a
signature needs 3."""
OFFICE_STEP = 3.0
"""On scans, where ink swells boxes: heights of a capital from the middle of one line to that of the next."""
OFFICE_LETTERS = 3
"""Letters that a line of an office has at least; shorter ones on scans are strokes."""


@dataclass(frozen=True, slots=True)
class Block:
    """A signer's block: its office lines, what stands between office and name, name, NIP."""

    office: tuple[Line, ...]
    between: tuple[Line, ...]
    name: Line | None
    nip: Line | None
    digits: str
    damaged: bool = False
    """Something stands where a block should, but office or name can't be told."""

    @property
    def office_text(self) -> str:
        return ' '.join(line.text.strip() for line in self.office)

    @property
    def position(self) -> Position:
        return (self.office[0].page.n, self.office[0].row)

    @property
    def place(self) -> Place:
        lines = [
            *self.office,
            *(self.between if self.damaged else ()),
            *([self.name] if self.name else []),
            *([self.nip] if self.nip else []),
        ]
        first = self.office[0].page
        words = ' / '.join(line.text.strip() for line in lines)[:200]
        if first.source == 'flow':
            return Place(None, None, self.office[0].at, words)
        return Place(first.n, joined([b for line in lines if line.page is first and (b := line.box)]), None, words)


def joined(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def blocks_of(part: PartView) -> list[Block]:
    """All signers' blocks of the part in reading order, found once."""
    if 'blocks' not in part.memory:
        following = (*part.views[1:], None)
        stops = stops_of(part)
        part.memory['blocks'] = [
            b
            for view, after in zip(part.views, following, strict=True)
            for b in _page_blocks(view, after, part.rulebook.signers, stops)
        ]
    blocks = part.memory['blocks']
    return blocks if isinstance(blocks, list) else []


def blocks_on(view: PageView, signers: Signers) -> list[Block]:
    """The signers' blocks of a page of which it isn't known yet what part it is."""
    return list(_page_blocks(view, None, signers, ()))


def stops_of(part: PartView) -> tuple[str, ...]:
    """What a line over which no block goes on opens with, squashed: the part's labels and titles."""
    kind = part.rulebook.kinds.get(part.kind)
    titles = (squashed_phrase(title, False) for title in kind.identify.title) if kind else ()
    return (*part.labels, *(title for title in titles if len(title) > 5))


def _page_blocks(view: PageView, after: PageView | None, signers: Signers, labels: tuple[str, ...]) -> Iterator[Block]:
    used: set[int] = set()
    for line in view.page:
        if line.index in used or len(view.rows[line.row]) > BLOCKS_BESIDE or not opens_office(line.text, signers):
            continue
        if _is_addressed(view, line, signers):
            continue
        under = takewhile(lambda below: not is_prose(below), until_label(column_below(view, line, after), labels))
        block = block_from(list(under), line, signers)
        if block:
            used.update(member.index for member in (*block.office, *block.between))
            yield block


def _is_addressed(view: PageView, office: Line, signers: Signers) -> bool:
    """'Kepada Yth. / KEPALA OPD SE-KABUPATEN': the one whom a letter is written to, one of the rows above says so."""
    above = [row for row in view.row_order if row < office.row][-ADDRESSED_ROWS:]
    return any(addresses(line.text, signers) and _over(line, office) for row in above for line in view.rows[row])


def _over(line: Line, office: Line) -> bool:
    """In one column, an indent apart at most; where there is no layout they are anyway."""
    one, other = line.box, office.box
    return one is None or other is None or (other[0] <= one[2] + INDENT and other[2] >= one[0])


ADDRESSED_ROWS, INDENT = 2, 40.0
"""Rows over an office in which its 'Yth.' stands, and points by which the office may be indented."""
PROSE_WIDTH, PROSE_WORDS = 0.6, 8
"""Share of the page and words of a line that make it prose: no block goes on over it, a letterhead stands above."""


def is_prose(line: Line) -> bool:
    """A line so wide and of so many words that it belongs to running text."""
    box = line.box
    wide = box is not None and box[2] - box[0] >= PROSE_WIDTH * line.page.width
    return wide and len(line.text.split()) >= PROSE_WORDS


def until_label(lines: list[Line], labels: tuple[str, ...]) -> list[Line]:
    for i, line in enumerate(lines):
        if squashed_phrase(line.text[:60], False).startswith(labels):
            return lines[:i]
    return lines


def block_from(lines: list[Line], office: Line, signers: Signers) -> Block | None:
    title: list[Line] = [office]
    between: list[Line] = []
    for i, line in enumerate(lines):
        text = line.text.strip()
        if starts_other(text, signers):
            return None
        nip = find_nip(text)
        if nip and nip.start <= 2:
            return Block(tuple(title), tuple(between), None, line, nip.digits)
        if is_typed(text, signers) or is_caption(text, signers):
            between.append(line)
        elif (
            is_name(text, signers)
            and _names_somebody(text, lines[i + 1 : i + 3], signers)
            and not (not between and _continues_office(title[-1], line, lines[i + 1 : i + 2], signers))
        ):
            digits, nip_line = nip_after(lines[i + 1 : i + 2 + NIP_LINES])
            return Block(tuple(title), tuple(between), line, nip_line, digits)
        elif _is_blank_name(text) and (between or i < 8):
            digits, nip_line = nip_after(lines[i + 1 : i + 1 + NIP_LINES])
            return Block(tuple(title), tuple(between), line, nip_line, digits)
        elif not between and len(title) < 7 and _adjoins(title[-1], line):
            title.append(line)
        elif opens_office(text, signers):
            return None
        else:
            between.append(line)
    return None


def _names_somebody(text: str, after: list[Line], signers: Signers) -> bool:
    """One word alone is a name in capitals, with a degree, or over a NIP or rank: 'SUHARTO', but not 'Komputer'."""
    if len(text.split()) > 1 or text.isupper():
        return True
    return any(find_nip(line.text) or is_rank(line.text, signers) for line in after)


def _is_blank_name(text: str) -> bool:
    return len(text) >= 5 and is_placeholder(text) and not any(c.isdigit() for c in text)


def _continues_office(above: Line, line: Line, after: list[Line], signers: Signers) -> bool:
    """A line directly under the office line is part of the office, unless it bears a degree or a NIP or rank follows
    it."""
    if not _adjoins(above, line) or bears_degree(line.text):
        return False
    if len(line.text.split()) == 1:
        return True
    text = after[0].text.strip() if after else ''
    return not (find_nip(text) or is_rank(text, signers))


def _adjoins(above: Line, line: Line) -> bool:
    a, b = above.box, line.box
    if above.page is not line.page:
        return False
    if a is None or b is None:
        return line.row - above.row <= 1
    capital = usual_capital(line.page) if line.page.source == 'ocr' else None
    if capital:
        letters = sum(c.isalpha() for c in line.text)
        return letters >= OFFICE_LETTERS and (b[1] + b[3] - a[1] - a[3]) / 2 < OFFICE_STEP * capital
    return b[1] - a[3] < OFFICE_GAP * max(a[3] - a[1], b[3] - b[1])


def nip_after(lines: list[Line]) -> tuple[str, Line | None]:
    for i, line in enumerate(lines):
        nip = find_nip(line.text)
        if nip:
            # In a narrow cell the number goes on in the next line, or begins there.
            rest = lines[i + 1].text if i + 1 < len(lines) else ''
            wrapped = re.fullmatch(r'[\d\s.]{1,12}' if nip.digits else r'[\d\s.]{9,24}', rest)
            return nip.digits + (re.sub(r'\D', '', rest) if wrapped and len(nip.digits) < 18 else ''), line
    return '', None


TOP_ROWS = 5


def column_below(view: PageView, line: Line, after: PageView | None) -> list[Line]:
    """The lines under a line in its column, from top to bottom, as far as a block reaches; at a page's end, over the
    page."""
    box = line.box
    if box is None:
        return _flow_below(view, line)
    em = box[3] - box[1]
    found: list[tuple[float, Line]] = []
    for other in view.page:
        b = other.box
        if b is None or other.index == line.index or b[1] < box[1] + 0.4 * em or b[1] - box[3] > BLOCK_EM * em:
            continue
        shared = min(box[2], b[2]) - max(box[0], b[0])
        if shared >= 0.35 * min(box[2] - box[0], b[2] - b[0]) or abs(b[0] - box[0]) < 1.5 * em:
            found.append((b[1], other))
    lines = [other for _, other in sorted(found, key=lambda item: item[0])]
    if after is not None and len(lines) <= 4 and box[3] > 0.6 * view.page.height:
        top = [other for row in after.row_order[:TOP_ROWS] for other in after.rows[row]]
        lines.extend(other for other in top if (b := other.box) and min(box[2], b[2]) > max(box[0], b[0]))
    return lines[:BLOCK_LINES]


def _flow_below(view: PageView, line: Line) -> list[Line]:
    """Without layout: the lines after it in its table column, or the next lines."""
    column = re.search(r'^(tabel .*?), baris \d+, (kolom \d+)', line.at or '')
    found: list[Line] = []
    for i in range(line.index + 1, len(view.page.lines)):
        other = Line(view.page, i)
        if column and not ((other.at or '').startswith(column.group(1)) and column.group(2) in (other.at or '')):
            continue
        if column is None and (other.at or '').startswith('tabel') != (line.at or '').startswith('tabel'):
            continue
        found.append(other)
        if len(found) == BLOCK_LINES:
            break
    return found

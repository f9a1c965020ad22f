"""A report put in the order and the words in which a page shows it. Pure; the templates only lay it out.

Anchors: `temuan-<part>-<finding>` is a finding in the list, `kotak-<part>-<finding>[-<place>]` its box or mark on the
page, `dekat-<part>-<finding>` the nearest rejected candidate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from checker import sealed
from checker.counting import Counts, Outcome, count, outcome
from checker.messages import _
from checker.model import DigitalSignature, Document, Finding, KindId, Page, PageInfo, Part, Place, Report
from checker.portal import CODE
from checker.poses import shown
from checker.reasons import rejection
from web import places, wording
from web.board import Board, Entry
from web.flow import Spot, Table, Text, blocks
from web.shapes import Look, Shape, arrange

ICONS: dict[Look, str] = {'missing': '✕', 'unsure': '?', 'advice': 'i', 'met': '✓', 'not_applicable': '–', 'near': '≈'}
"""Colour is never alone."""

_ORDER: tuple[Look, ...] = ('missing', 'unsure', 'advice', 'met', 'not_applicable')
"""What needs hands comes first."""

_FLOWING = ('docx', 'xlsx')


@dataclass(frozen=True, slots=True)
class Link:
    """Where something stands, and the anchor of its box or mark if it is shown."""

    where: str
    text: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest rejected candidate."""

    link: Link
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """One finding as the list shows it."""

    anchor: str
    number: int
    look: Look
    icon: str
    name: str
    status: str
    message: str | None
    advice: str | None
    value: str | None
    form: str | None
    searched: str | None
    """Where it was looked for, when nothing can be shown."""
    links: tuple[Link, ...]
    near: Near | None
    facts: tuple[tuple[str, str], ...] = ()
    """Name and value of what is known of the digital signature that it speaks of."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: a picture with shapes over it, or the blocks of a flowing text."""

    n: int
    width: float
    height: float
    words: str
    flowing: bool
    outside: bool
    """Whether the page belongs to another part and is shown for a finding's sake."""
    shapes: tuple[Shape, ...]
    blocks: tuple[Text | Table, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the file."""

    index: int
    kind: str
    pages: str
    within: str | None
    runner_up: str | None
    counts: Counts
    items: tuple[Item, ...]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One file in the list: its parts as (anchor, kind, pages, counts, nearest other kind)."""

    id: int
    name: str
    folder: str | None
    state: str
    outcome: Outcome | None
    label: str
    error: str | None
    parts: tuple[tuple[str, str, str, Counts, str | None], ...]
    limit: str | None = None
    """What the portal would refuse of the file, and what to do."""


def rows(board: Board, entries: Iterable[Entry]) -> tuple[Row, ...]:
    return tuple(_row(board, entry) for entry in entries)


def sections(board: Board, report: Report, document: Document | None) -> tuple[Section, ...]:
    """Every part with its pages; a file without parts gives one section that shows its pages alone."""
    if report.parts:
        return tuple(_section(board, report, index, document) for index in range(len(report.parts)))
    if not report.page_info:
        return ()
    everything = (1, len(report.page_info))
    sheets = tuple(_sheet(info, everything, (), (), document) for info in report.page_info)
    return (Section(0, _("Belum dikenali"), '', None, None, Counts(), (), sheets),)


def _row(board: Board, entry: Entry) -> Row:
    report = entry.report
    found = outcome(report) if report is not None else None
    parts = report.parts if report is not None else ()
    error = report.error.message if report is not None and report.error is not None else None
    if report is not None and error is None and not parts:
        error = _("Tidak ada halaman yang dapat dibaca. Unggah pindaian yang lebih jelas.")
    inside = PurePath(entry.item.file).name if entry.item.member is not None else None
    label = wording.OUTCOMES[found] if found else wording.STATES[entry.state]
    return Row(entry.id, entry.name, inside, entry.state, found, label, error, tuple(
        (f'bagian-{index}', board.kind_name(part.kind), _range(part, report), count(part.findings),
         board.kind_name(part.runner_up[0]) if part.runner_up is not None else None)
        for index, part in enumerate(parts)),
        next((note.message for note in report.notes if note.code == CODE), None) if report is not None else None)


def _range(part: Part, report: Report | None) -> str:
    """The part's pages in words; nothing where the file has but one, or none that it names."""
    return wording.pages(*part.pages) if report is not None and len(report.page_info) > 1 else ''


def _section(board: Board, report: Report, index: int, document: Document | None) -> Section:
    part = report.parts[index]
    shown = _pages_of(part, report)
    paged = {info.n for info in shown if not _flows(info, document)}
    homes = _homes(shown, document)
    order = sorted(range(len(part.findings)), key=lambda i: _ORDER.index(look(part.findings[i])))
    items, shapes, spots = [], [], []
    for number, i in enumerate(order, 1):
        finding = part.findings[i]
        maker = _Maker(f'{index}-{i}', number, board, part.kind, finding, paged, homes)
        item = maker.item(places.searched(finding, part, report))
        items.append(replace(item, facts=_facts(finding, document.signatures if document else report.signatures)))
        shapes += maker.shapes
        spots += maker.spots
    parent = report.parts[part.within] if part.within is not None else None
    other = part.runner_up
    return Section(
        index, board.kind_name(part.kind), _range(part, report),
        board.kind_name(parent.kind) if parent is not None else None,
        board.kind_name(other[0]) if other is not None else None, count(part.findings), tuple(items),
        tuple(_sheet(info, part.pages, shapes, spots, document) for info in shown))


def _facts(finding: Finding, signatures: Sequence[DigitalSignature]) -> tuple[tuple[str, str], ...]:
    """Of the signature object that decided a finding: the one in its place, else the one by that name."""
    if finding.form not in ('digital', 'legalised-copy'):
        return ()
    named = [each for each in signatures if each.signer == finding.value]
    spot = finding.place.box if finding.place is not None else None
    placed = [each for each in named if spot is not None and each.box == spot]
    return sealed.facts((placed or named)[0]) if named else ()


def look(finding: Finding) -> Look:
    """A recommendation that is not met is advice, never a fault."""
    if finding.status in ('missing', 'unsure') and not finding.required:
        return 'advice'
    return finding.status


class _Maker:
    """Makes a finding's list item and, on the way, its boxes and marks, so that both carry the same anchors."""

    def __init__(
        self, key: str, number: int, board: Board, kind: KindId, finding: Finding, paged: set[int],
        homes: Mapping[str, int],
    ) -> None:
        self.shapes: list[tuple[int, Shape]] = []
        self.spots: list[tuple[int, str, Spot]] = []
        requirement = board.requirement(kind, finding.requirement)
        self._name = requirement.name if requirement is not None else finding.requirement
        self._value = places.value(finding, requirement.check if requirement is not None else '', board)
        self._key, self._number, self._finding = key, number, finding
        self._paged, self._homes = paged, homes

    def item(self, searched: str | None) -> Item:
        finding, shown_as = self._finding, look(self._finding)
        several = [place for place in finding.places if not places.inside(place, finding.place)]
        spots = [*([finding.place] if finding.place is not None else []), *several]
        status = wording.STATUSES[finding.status] if shown_as != 'advice' else _("Anjuran")
        label = f'{self._name}: {status}'
        links = tuple(self._link(place, f'kotak-{self._key}' + (f'-{i}' if i else ''), shown_as, label)
                      for i, place in enumerate(spots))
        return Item(
            f'temuan-{self._key}', self._number, shown_as, ICONS[shown_as], self._name, status, finding.message,
            finding.advice, self._value, wording.FORMS[finding.form] if finding.form else None,
            None if links or finding.candidate else searched, links, self._near())

    def _near(self) -> Near | None:
        candidate = self._finding.candidate
        if candidate is None:
            return None
        label = _("{name}: yang paling mendekati").format(name=self._name)
        link = self._link(candidate.place, f'dekat-{self._key}', 'near', label)
        return Near(link, rejection(candidate.rejected_by))

    def _link(self, place: Place, anchor: str, shown_as: Look, label: str) -> Link:
        target = f'temuan-{self._key}'
        if place.box is not None and place.page in self._paged:
            self.shapes.append((place.page, Shape(
                anchor, target, shown_as, ICONS[shown_as], self._number, label, place.box)))
        elif place.at is not None and place.at in self._homes:
            self.spots.append((self._homes[place.at], place.at, Spot(
                anchor, target, self._number, shown_as, ICONS[shown_as], label, place.text)))
        elif place.page in self._paged:
            anchor = f'halaman-{self._key.split("-")[0]}-{place.page}'
        else:
            return Link(places.where(place), place.text, None)
        return Link(places.where(place), place.text, anchor)


def _pages_of(part: Part, report: Report) -> tuple[PageInfo, ...]:
    """The part's own pages, then others on which one of its findings stands (the decree's signature of a list)."""
    places = [place for finding in part.findings for place in (finding.place, *finding.places) if place is not None]
    far = {place.page for place in places if place.box is not None}
    own = [info for info in report.page_info if part.pages[0] <= info.n <= part.pages[1]]
    return (*own, *(info for info in report.page_info if info.n in far and info not in own))


def _flows(info: PageInfo, document: Document | None) -> bool:
    return info.source == 'flow' or (document is not None and document.format in _FLOWING)


def _homes(shown: Sequence[PageInfo], document: Document | None) -> dict[str, int]:
    """The first of these pages that has each place: headers bear the same name on several, a mark stands once."""
    homes: dict[str, int] = {}
    for info in shown:
        page = _page(document, info.n)
        for at in page.at if page is not None else ():
            homes.setdefault(at, info.n)
    return homes


def _sheet(info: PageInfo, own: tuple[int, int], shapes: Sequence[tuple[int, Shape]],
           spots: Sequence[tuple[int, str, Spot]], document: Document | None) -> Sheet:
    page = _page(document, info.n)
    words = _("{source}, {grade}").format(source=wording.SOURCES[info.source], grade=wording.GRADES[info.grade])
    flowing = _flows(info, document)
    marks: dict[str, list[Spot]] = {}
    for n, at, spot in spots:
        if n == info.n:
            marks.setdefault(at, []).append(spot)
    here = [shape for n, shape in shapes if n == info.n]
    lines = [shown(page.pose, box) for line in page if (box := line.box)] if page is not None and here else []
    return Sheet(
        info.n, info.width, info.height, words, flowing, not own[0] <= info.n <= own[1],
        arrange(here, info.width, info.height, lines),
        blocks(page, marks) if flowing and page is not None else (), page.text if page is not None else '')


def _page(document: Document | None, n: int) -> Page | None:
    return next((page for page in document.pages if page.n == n), None) if document is not None else None

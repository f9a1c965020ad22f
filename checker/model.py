"""The data that travels between the modules: plain, frozen and typed.

Imports nothing of ours and opens nothing. Every length is in points (1/72 inch), y grows downwards from the top-left
corner of the page: as displayed (after Rotate and CropBox) in findings and all that is shown, as read (upright and
straight, see `Pose`) in readings; every score is 0-100. Ids, statuses and reasons are those
of the domain catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, NewType

import numpy as np
from numpy.typing import NDArray

KindId = NewType('KindId', str)
RequirementId = NewType('RequirementId', str)
Sha256 = NewType('Sha256', str)

Level = Literal['unread', 'fast', 'full']
Source = Literal['none', 'text', 'ocr', 'flow']
Grade = Literal['good', 'fair', 'poor', 'unreadable']
Flaw = Literal['buram', 'gelap', 'terpotong']
"""What is wrong with the picture of a page: blurred, too dark, cut off at an edge."""
Status = Literal['met', 'missing', 'unsure', 'not_applicable']
MarkKind = Literal['picture', 'drawing', 'ink', 'widget', 'qr', 'pen', 'stamp', 'initials']
Reason = Literal[
    'tidak-ada', 'label-kosong', 'placeholder', 'terisi-sebagian', 'tulisan-tangan', 'kata-rusak', 'bukan-judul',
    'teks-tersembunyi', 'tidak-terbaca', 'belum-dibaca', 'tahun-lain', 'tahun-lama', 'tidak-cocok', 'badan-lain',
    'dasar-hukum-usang', 'nip-janggal', 'jabatan-lain', 'penanda-lain', 'ttd-rusak', 'diubah-setelah-ttd',
    'tte-tanpa-objek', 'hanya-stempel', 'hanya-paraf', 'hanya-gambar', 'hanya-ttd-ketik', 'blok-kosong', 'tanpa-blok',
    'tinta-meragukan', 'sebagian-bertanda-tangan', 'kolom-kurang', 'isi-kosong',
]
SignatureForm = Literal[
    'digital', 'wet', 'legalised-copy', 'tte-visual', 'picture', 'stamp-only', 'paraf', 'undecided', 'typed', 'none',
    'no-block',
]
ChangeKind = Literal[
    'halaman-ditambah', 'halaman-dihapus', 'urutan-halaman', 'isi-halaman', 'catatan', 'isian', 'lapisan',
    'tanda-tangan-dihapus', 'di-luar-cakupan', 'lain',
]
"""What was done after signing: pages added, removed or in another order, a page's contents, an annotation, a form's
values, layers, a signature taken away, bytes that the signature leaves out, anything else."""
CertificateState = Literal['berlaku', 'kedaluwarsa', 'belum-berlaku', 'dicabut']
"""At the time of signing, as far as the file itself tells: valid, expired, not yet valid, revoked."""
Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points from the page's top-left corner."""

MOST_RULES = 3000
"""Ruled lines kept of a page: a form has 50, a list of 40 rows and 9 columns drawn cell by cell 1,500."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a page that is not text: a picture, a drawn stroke, ink on a scan, a form widget, a QR code; or what
    a look at a signer's block saw there: strokes of a pen, a stamp, initials."""

    kind: MarkKind
    box: Box
    text: str = ''
    """What a QR code says, or the name of a widget; else empty."""
    amount: float = 0.0
    """For ink: the share of the box that is dark (0-1); for pen, stamp and initials: how likely they are (0-1)."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark about the file that is no finding: hidden text, scripts, skipped members."""

    code: str
    page: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Pose:
    """How a page that was read upright lies in its picture: turned, crooked, seen from aside."""

    read: tuple[float, float]
    """Width and height of the page as read, points."""
    shown: tuple[float, float]
    """The same of the page as displayed."""
    matrix: tuple[float, ...]
    """Nine numbers, row by row, which take (x, y, 1) of the page as read to the page as displayed (a homography)."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What was read of one page: one string and flat arrays; `Line` is a view on them.

    `text` holds the lines in reading order, joined by newlines; a line is a run of words of one row inside one column
    or cell, and the lines of one column or cell (a *stack*) follow each other. Words in a line are parted by one space.
    """

    n: int
    """Counts from 1."""
    width: float
    """Of the page as read, as `height`; `poses.shown_size` gives the page as displayed."""
    height: float
    level: Level
    source: Source
    grade: Grade
    text: str = ''
    boxes: Floats = field(default_factory=lambda: np.zeros((0, 4), np.float32))
    """(len(text), 4): box of every character (newlines and spaces: zero size). Shape (0, 4) where the format has no
    layout. The cells of a sheet have boxes, though findings name their places by `at`."""
    lines: Ints = field(default_factory=lambda: np.zeros((0, 4), np.int32))
    """(L, 4): start and end offset in `text`, row, stack. Lines of equal row stand beside each other on the page."""
    at: tuple[str, ...] = ()
    """Place of each line where the format has no layout: 'paragraf 12', 'tabel 2, baris 3, kolom 4', 'Sheet1!B7'.
    Else empty."""
    marks: tuple[Mark, ...] = ()
    rules: Floats = field(default_factory=lambda: np.zeros((0, 4), np.float32))
    """(R, 4): thin boxes of the ruled lines, which part the cells of tables and forms. At most `MOST_RULES`."""
    hidden: tuple[str, ...] = ()
    """Lines of text that a person can't see; they satisfy nothing and are never quoted."""
    flaws: tuple[Flaw, ...] = ()
    """What is wrong with its picture, where it was read by OCR and there is something to tell."""
    pose: Pose | None = None
    """Where the page as read lies in the page as displayed; None where both are the same."""

    def __iter__(self) -> Iterator[Line]:
        return (Line(self, i) for i in range(len(self.lines)))


@dataclass(frozen=True, slots=True)
class Line:
    """A view on one line of a page."""

    page: Page
    index: int

    @property
    def start(self) -> int:
        return line_numbers(self.page)[self.index][0]

    @property
    def end(self) -> int:
        return line_numbers(self.page)[self.index][1]

    @property
    def row(self) -> int:
        return line_numbers(self.page)[self.index][2]

    @property
    def stack(self) -> int:
        return line_numbers(self.page)[self.index][3]

    @property
    def text(self) -> str:
        start, end, _row, _stack = line_numbers(self.page)[self.index]
        return self.page.text[start:end]

    @property
    def box(self) -> Box | None:
        return line_boxes(self.page)[self.index]

    @property
    def at(self) -> str | None:
        return self.page.at[self.index] if self.page.at else None


@lru_cache(maxsize=64)
def line_numbers(page: Page) -> list[tuple[int, int, int, int]]:
    """`page.lines` as plain numbers: asked for so often that numpy's own scalars would take three times as long."""
    return [(start, end, row, stack) for start, end, row, stack in page.lines.tolist()]


@lru_cache(maxsize=64)
def line_starts(page: Page) -> list[int]:
    """The offset of every line's first character, for bisecting."""
    starts: list[int] = page.lines[:, 0].tolist()
    return starts


@lru_cache(maxsize=64)
def line_boxes(page: Page) -> list[Box | None]:
    """The box of every line of a page, as `span_box` gives it; asked for so often that it is worked out at once."""
    if not len(page.boxes) or not len(page.lines):
        return [None] * len(page.lines)
    shown = page.boxes[:, 2] > page.boxes[:, 0]
    starts = page.lines[:, 0]
    low = np.minimum.reduceat(np.where(shown[:, None], page.boxes[:, :2], np.inf), starts).round(1).tolist()
    high = np.maximum.reduceat(np.where(shown[:, None], page.boxes[:, 2:], -np.inf), starts).round(1).tolist()
    return [(x0, y0, x1, y1) if x1 > x0 else None for (x0, y0), (x1, y1) in zip(low, high, strict=True)]


def span_box(page: Page, start: int, end: int) -> Box | None:
    """The box around characters `start:end` of a page; None where the format has no layout or nothing visible is
    there."""
    if not len(page.boxes):
        return None
    part = page.boxes[start:end]
    part = part[part[:, 2] > part[:, 0]]
    if not len(part):
        return None
    low, high = part[:, :2].min(axis=0), part[:, 2:].max(axis=0)
    return (round(float(low[0]), 1), round(float(low[1]), 1), round(float(high[0]), 1), round(float(high[1]), 1))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done to a file after signing, and the page (from 1) where the file as it is now shows it;
    of a page that was removed its number when the file was signed."""

    kind: ChangeKind
    page: int | None = None


@dataclass(frozen=True, slots=True)
class DigitalSignature:
    """One PDF signature object, as validated in the reading child."""

    field: str
    intact: bool
    coverage: Literal['file', 'revision', 'partial']
    changed: bool
    """True when the pages were changed after signing."""
    signer: str | None
    issuer: str | None
    time: str | None
    trust: Literal['tepercaya', 'belum-diverifikasi']
    page: int | None = None
    box: Box | None = None
    """Where the signature's widget stands; None when it is invisible."""
    changes: tuple[Change, ...] = ()
    """What was done to the file after signing, where that can be told."""
    certificate: CertificateState = 'berlaku'


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What `reading` returns of one file: every page, also those not read yet (level 'unread')."""

    sha256: Sha256
    format: Literal['pdf', 'docx', 'xlsx', 'image']
    pages: tuple[Page, ...]
    signatures: tuple[DigitalSignature, ...] = ()
    notes: tuple[Note, ...] = ()

    def with_pages(self, pages: tuple[Page, ...]) -> Document:
        """The same document with the given pages put in place of those of equal number."""
        better = {page.n: page for page in pages}
        merged = tuple(better.get(page.n, page) for page in self.pages)
        return Document(self.sha256, self.format, merged, self.signatures, self.notes)


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a document: page and box, or `at` where the format has no layout, and the words found there."""

    page: int | None
    box: Box | None
    at: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """The nearest place that was looked at and rejected, with the condition that rejected it."""

    place: Place
    score: float
    rejected_by: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for one requirement in one part."""

    requirement: RequirementId
    status: Status
    required: bool
    reason: Reason | None = None
    message: str | None = None
    advice: str | None = None
    score: float | None = None
    value: Any = None
    form: SignatureForm | None = None
    place: Place | None = None
    places: tuple[Place, ...] = ()
    candidate: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A range of pages in a file that is one document of one kind, with its findings."""

    kind: KindId
    kind_score: float
    runner_up: tuple[KindId, float] | None
    pages: tuple[int, int]
    """First and last page, both included, counted from 1."""
    within: int | None
    """Index of the part that this one is a list or annex of; else None."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be read."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class PageInfo:
    n: int
    width: float
    height: float
    source: Source
    grade: Grade


@dataclass(frozen=True, slots=True)
class Report:
    """All that is said of one file."""

    file: str
    member: str | None
    sha256: Sha256 | None
    period: int
    rulebook: str
    engine: str
    error: Failure | None
    page_info: tuple[PageInfo, ...] = ()
    notes: tuple[Note, ...] = ()
    signatures: tuple[DigitalSignature, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """A signer's block whose picture should be looked at: the region, and what is known to be printed there."""

    page: int
    box: Box
    capital: float
    """Height of a capital in points."""
    words: tuple[Box, ...] = ()
    pose: Pose | None = None
    """The page's; boxes are those of the page as read."""
    alone: bool = False
    """A cell of a table: what lies beyond the box is others' and isn't looked at."""


@dataclass(frozen=True, slots=True)
class Want:
    """What a check would like to see read: pages at a higher level, and the pictures of blocks."""

    pages: tuple[int, ...]
    level: Level
    looks: tuple[Look, ...] = ()


AnswerWord = Literal['ya', 'tidak', 'empty']
Mode = Literal['binary', 'all_required', 'graded', 'count', 'manual']
QuestionStatus = Literal['met', 'missing', 'unsure', 'manual', 'no_evidence', 'empty']


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that a body handed in for a question; `name` is relative to the batch and joins it with its reports."""

    name: str
    problem: str | None = None
    """Why there is nothing to read (not on disk, outside the batch), in words for the user; else None."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a body says about one question, with its evidence. Links are assessed by people, never fetched."""

    body: str
    question: str
    answer: AnswerWord
    files: tuple[Evidence, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BecauseStep:
    """One step of the way from points down to page and words."""

    questionnaire: str
    question: str
    mode: Mode
    says: str
    """The step in one sentence for the user."""
    file: str | None = None
    kind: KindId | None = None
    pages: tuple[int, int] | None = None
    requirement: RequirementId | None = None
    status: Status | None = None
    reason: Reason | None = None
    place: Place | None = None
    candidate: Candidate | None = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to fix, and the points that this alone would bring."""

    says: str
    points: float
    file: str | None = None
    kind: KindId | None = None
    requirements: tuple[RequirementId, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionTally:
    code: str
    text: str
    mode: Mode
    weight: float
    """As the questionnaire writes it; `max_points` is what it is worth in the total."""
    points: float
    pending: float
    unassessed: float
    max_points: float
    answer: AnswerWord
    status: QuestionStatus
    because: tuple[BecauseStep, ...] = ()
    next: tuple[NextStep, ...] = ()
    notes: tuple[Note, ...] = ()
    """Advice on the files as such; never on points."""


@dataclass(frozen=True, slots=True)
class IndicatorTally:
    id: str
    name: str
    weight: float
    verified: float
    pending: float
    unassessed: float
    questions: tuple[QuestionTally, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """The score of one body with every step that led to it. Points add up to `max`; nothing is rounded."""

    body: str
    questionnaire: str
    period: int
    claimed: float
    verified: float
    pending: float
    unassessed: float
    max: float
    predicate: tuple[str, str]
    """The lowest and the highest label that is still possible."""
    indicators: tuple[IndicatorTally, ...] = ()

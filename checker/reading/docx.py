"""Reads DOCX files: lines with their places, pictures as marks, pasted scans as pages of their own.

A DOCX has no pages before it is laid out: only explicit breaks start a page, and places are named, not boxed. Never
runs a macro, follows a link out of the file, or writes anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.errors import UnreadableFile
from checker.messages import _
from checker.model import Document, Level, Mark, Note, Page, Sha256
from checker.reading import limits
from checker.reading.docx_flow import NO_BOX, FlowLine, Picture, flow_page
from checker.reading.docx_package import Package, open_package
from checker.reading.docx_walk import Walk

SCAN_WIDTH = 0.55
"""Share of the page's width that a pasted scan takes at least: full text width is 0.7-0.8 of the page, and people
shrink scans a little; letterhead logos take 0.1-0.2, photos side by side under 0.4."""
SCAN_HEIGHT = 0.35
"""Share of the page's height: a letterhead banner is wide but low (0.1-0.2); half a page of scan still counts."""
SCAN_ALONE = 600
"""A picture of that width is only taken for a scan where the pages have fewer characters of text for each such picture;
with more it illustrates a report."""
SCAN_TALL = 0.6
"""... unless it is this tall too: then it fills the page and has to be read in any case."""


@dataclass(frozen=True, slots=True)
class _Reading:
    package: Package
    pages: tuple[Page, ...]
    scans: tuple[Picture, ...]


def read_fast(path: Path) -> Document:
    """The document's lines (source 'flow') and one unread page for each pasted scan, after the others.

    Raises DamagedFile (also for any DOCTYPE), EncryptedFile, TooLarge, TooManyPages.
    """
    reading = _read(path)
    with path.open('rb') as stream:
        sha256 = Sha256(hashlib.file_digest(stream, 'sha256').hexdigest())
    return Document(sha256, 'docx', reading.pages, notes=tuple(_notes(reading)))


def read_full(path: Path, pages: Sequence[int]) -> tuple[Page, ...]:
    """These pages (from 1) as well as they can be read: scans by OCR, the others as `read_fast` gives them."""
    reading = _read(path)
    first = len(reading.pages) - len(reading.scans) + 1
    return tuple(_read_scan(reading, n, n - first) if n >= first else reading.pages[n - 1]
                 for n in pages if 1 <= n <= len(reading.pages))


def _notes(reading: _Reading) -> Iterator[Note]:
    if reading.package.macros:
        yield Note('berisi-makro', None, _("Berkas memuat makro. Makro tidak dijalankan."))
    if any(page.hidden for page in reading.pages):
        yield Note('teks-tersembunyi', None, _("Berkas memuat teks yang tidak terlihat. Teks itu tidak dihitung."))


def _read(path: Path) -> _Reading:
    package = open_package(path)
    walk = Walk(package)
    walk.run()
    flow = walk.flow.pages()
    scans = _scans(walk.pictures, flow)[:limits.current().pages - len(flow)]
    if scans and not any(len(page.lines) or page.hidden for page in flow):
        flow = ()
    unread = tuple(_scan_page(n, scan, 'unread') for n, scan in enumerate(scans, len(flow) + 1))
    return _Reading(package, flow + unread, tuple(scans))


def _scans(pictures: Sequence[Picture], pages: Sequence[Page]) -> list[Picture]:
    """The pictures that are pages themselves."""
    width, height = max(page.width for page in pages), max(page.height for page in pages)
    wide = [picture for picture in pictures
            if picture.width >= SCAN_WIDTH * min(width, height) and picture.height >= SCAN_HEIGHT * min(width, height)]
    alone = sum(len(page.text) for page in pages) < SCAN_ALONE * len(wide)
    return [picture for picture in wide if alone or picture.height >= SCAN_TALL * min(width, height)]


def _scan_page(n: int, scan: Picture, level: Level) -> Page:
    """The page of a scan of which nothing is read."""
    return Page(n, scan.width, scan.height, level, 'none', 'unreadable', marks=(Mark('picture', NO_BOX, scan.at),))


def _read_scan(reading: _Reading, n: int, index: int) -> Page:
    """OCR of one pasted picture; a format that we can't decode leaves the page unreadable."""
    from checker.reading import image, ocr  # tesserocr and OpenCV load only when a scan is really read
    scan = reading.scans[index]
    try:
        gray, dpi = image.gray_of(reading.package.parts[scan.part].blob, scan.width)
        page = ocr.read_page(gray, n=n, width=scan.width, height=scan.height, dpi=dpi)
    except UnreadableFile:
        return _scan_page(n, scan, 'full')
    place = f'gambar {index + 1}'
    lines = [FlowLine(line.text, line.row, line.stack, f'{place}, baris {line.row + 1}') for line in page]
    ink = tuple(Mark(mark.kind, NO_BOX, _beside(page, mark, place), mark.amount) for mark in page.marks)
    return flow_page(n, scan.width, scan.height, lines, level='full', source='ocr', grade=page.grade,
                     marks=_scan_page(n, scan, 'full').marks + ink)


def _beside(page: Page, mark: Mark, place: str) -> str:
    """The place of the line nearest to a mark, by height."""
    middle = mark.box[1] + mark.box[3]
    gaps = [(abs(box[1] + box[3] - middle), line.row) for line in page if (box := line.box)]
    return f'{place}, baris {min(gaps)[1] + 1}' if gaps else place

"""Reads PDF files: text layers with boxes where they can be trusted, OCR where they can't.

Decides page by page whether the layer counts; never what its words mean. Runs inside the reading child.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from checker import sealed
from checker.errors import DamagedFile
from checker.messages import _
from checker.model import Document, Grade, Ints, Mark, Note, Page, Sha256
from checker.poses import upright_mark
from checker.reading import hidden, paint, qr, trust
from checker.reading.frame import Frame
from checker.reading.hidden import Flags
from checker.reading.layout import Word, compose
from checker.reading.opening import Opened, open_pdf
from checker.reading.render import page_gray
from checker.reading.signatures import validate_bytes
from checker.reading.textlayer import objects_of, words_of

COVERING = 0.6
"""Share of a page under pictures from which it may be a scan; photos in reports stay below."""
NO_SIZE = (595.3, 841.9)
"""Points: A4, for a page that can't even be measured."""
CAPTION_LETTERS = 150
"""Letters over a page-covering picture up to which they are a footer or an e-sign caption and not the page's text."""
BESIDE_LETTERS = 80
"""The same where pictures take over `PARTLY` of the page: a scan pasted with margins."""
PARTLY = 0.35
SMALL_PICTURE = 0.01
"""Share of the page: a page with nothing but a smaller picture (a rule, a speck) counts as blank."""
OUTLINES = 40
"""Curved paths on a page without text from which they may be letters turned into outlines."""
INK_SHARE = 0.7
"""Of an invisible layer's words that must have ink beneath them; on 65 real pages with one at least 0.98 have."""
INKLESS = 3
"""Words in a row without ink from which the layer says what the picture doesn't show: real layers miss single words."""
LAYER_SHARE = 0.5
"""Of the text's area that is invisible: from here the layer is an OCR layer."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """One page before it is composed."""

    frame: Frame
    words: list[Word]
    hidden: list[Word]
    painted: paint.Painted
    marks: tuple[Mark, ...]
    grade: Grade | None
    """None: the layer can't be trusted, and OCR must read the page."""


def read_fast(path: Path) -> Document:
    """All pages by their text layers. A page without a trustworthy layer comes back 'unread' with its marks.

    Raises EncryptedFile, DamagedFile, TooManyPages.
    """
    with open_pdf(path) as opened:
        pages = tuple(_read_page(opened, n) for n in range(1, len(opened.pdf) + 1))
        if not any(page.level != 'unread' or page.marks or _loads(opened.pdf, page.n) for page in pages):
            raise DamagedFile
        notes = (*_notes(opened), *(_hidden_note(page.n) for page in pages if page.hidden))
    signatures = validate_bytes(opened.data)
    notes = (*notes, *sealed.notes(signatures))
    return Document(Sha256(hashlib.sha256(opened.data).hexdigest()), 'pdf', pages, signatures, notes)


def read_full(path: Path, pages: Sequence[int]) -> tuple[Page, ...]:
    """The pages (from 1) by OCR, with the file's own pictures, drawings and form fields among their marks.

    Raises EncryptedFile, DamagedFile, TooManyPages, and ocr.EngineMissing.
    """
    with open_pdf(path) as opened:
        return tuple(_ocr_page(opened, n) for n in pages if 1 <= n <= len(opened.pdf))


def _read_page(opened: Opened, n: int) -> Page:
    """One page; one that pdfium can't load is 'unreadable' and leaves the others alone."""
    try:
        with _seen(opened.pdf, n) as (page, seen):
            codes = qr.among(page, seen.marks, (seen.frame.width, seen.frame.height)) if seen.grade else ()
            return _composed(n, replace(seen, marks=(*seen.marks, *codes)) if codes else seen)
    except pypdfium2.PdfiumError:
        return Page(n, *NO_SIZE, 'unread', 'none', 'unreadable')


def _loads(pdf: Any, n: int) -> bool:
    try:
        pdf[n - 1].close()
    except pypdfium2.PdfiumError:
        return False
    return True


def _composed(n: int, seen: _Seen) -> Page:
    frame, unseen = seen.frame, _lines_of(seen.hidden, seen.frame)
    if seen.grade is None:
        return Page(n, frame.width, frame.height, 'unread', 'none', 'unreadable', marks=seen.marks, hidden=unseen)
    return compose(n, frame.width, frame.height, seen.words, seen.painted.rules, level='fast', source='text',
                   grade=seen.grade, marks=seen.marks, hidden=unseen)


def _lines_of(words: list[Word], frame: Frame) -> tuple[str, ...]:
    if not words:
        return ()
    page = compose(1, frame.width, frame.height, words, (), level='fast', source='text', grade='good')
    return tuple(page.text.split('\n'))


@contextmanager
def _seen(pdf: Any, n: int) -> Iterator[tuple[Any, _Seen]]:
    """Page `n` opened, and what is on it. What is drawn over a page (form values, free text) counts as its text."""
    page = pdf[n - 1]
    try:
        frame = Frame.of(page.raw)
        fields, drawn = paint.widgets(page.raw, frame)
        if drawn and pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
            page.close()
            page = pdf[n - 1]
        painted = paint.look(page.raw, frame)
        textpage = pdfium.FPDFText_LoadPage(page.raw)
        try:
            yield page, _judged(page, frame, textpage, painted, (*painted.marks, *fields))
        finally:
            pdfium.FPDFText_ClosePage(textpage)
    finally:
        page.close()


def _judged(page: Any, frame: Frame, textpage: Any, painted: paint.Painted, marks: tuple[Mark, ...]) -> _Seen:
    """Which words of the layer can be seen, and whether they are the page's text."""
    words, firsts = words_of(textpage, frame) if textpage else ([], [])
    pictures = _covered_share(frame, painted.marks)
    if not words:
        blank = pictures < SMALL_PICTURE and painted.curves < OUTLINES
        return _Seen(frame, [], [], painted, marks, 'good' if blank else None)
    if pictures >= COVERING and hidden.invisible_share(painted) >= LAYER_SHARE:
        boxes = np.array([word.box for word in words], np.float32)
        ink = hidden.has_ink(page_gray(page, hidden.GLANCE_DPI), boxes, frame)
        inkless = (_run_lengths(~ink) >= INKLESS).tolist()
        kept = [word for word, out in zip(words, inkless, strict=True) if not out]
        gone = [word for word, out in zip(words, inkless, strict=True) if out]
        return _Seen(frame, kept, gone, painted, marks, _grade_of_ocr_layer(words, ink))
    unseen = hidden.unseen(page, frame, words, painted, lambda: objects_of(textpage, firsts))
    gone = [word for word, out in zip(words, unseen.tolist(), strict=True) if out]
    words = [word for word, out in zip(words, unseen.tolist(), strict=True) if not out]
    misread = hidden.misread(page, frame, words)
    letters = trust.letters_in(words)
    scan = (pictures >= COVERING and letters < CAPTION_LETTERS) or (pictures >= PARTLY and letters < BESIDE_LETTERS)
    scan |= not words and (pictures >= SMALL_PICTURE or painted.curves >= OUTLINES)
    trusted = not scan and not misread and trust.is_plausible(words)
    return _Seen(frame, words, [*gone, *misread], painted, marks, 'good' if trusted else None)


def _run_lengths(flags: Flags) -> Ints:
    """For each flag the length of the run of true ones that it stands in; 0 where it is false."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    lengths = np.zeros(len(flags), np.int32)
    for start, end in edges.reshape(-1, 2).tolist():
        lengths[start:end] = end - start
    return lengths


def _grade_of_ocr_layer(words: list[Word], ink: Flags) -> Grade | None:
    """An invisible layer over a picture counts where it could be text and the picture has ink in its words' boxes."""
    if trust.letters_in(words) < CAPTION_LETTERS or not trust.is_plausible(words):
        return None
    return 'fair' if float(ink.mean()) >= INK_SHARE else None


def _covered_share(frame: Frame, marks: tuple[Mark, ...]) -> float:
    """Share of the page under pictures; strips of one scan add up, layers of one place don't."""
    if not marks:
        return 0.0
    grid = np.zeros((50, 50), np.bool_)
    for mark in marks:
        if mark.kind == 'picture':
            x0, x1 = (int(np.clip(round(x / frame.width * 50), 0, 50)) for x in mark.box[::2])
            y0, y1 = (int(np.clip(round(y / frame.height * 50), 0, 50)) for y in mark.box[1::2])
            grid[y0:y1, x0:x1] = True
    return float(grid.mean())


def _ocr_page(opened: Opened, n: int) -> Page:
    # Loaded only here: OCR takes longer to load than most files take to read.
    from checker.reading import ocr

    try:
        with _seen(opened.pdf, n) as (page, seen):
            frame, gray = seen.frame, page_gray(page, ocr.DPI)
            dpi = gray.shape[1] / frame.width * 72
            read = ocr.read_page(gray, n=n, width=frame.width, height=frame.height, dpi=dpi)
            beside = (*seen.marks, *qr.in_picture(gray, frame.width))
            marks = (*read.marks, *(upright_mark(read, mark) for mark in beside))
            return replace(read, marks=marks, hidden=_lines_of(seen.hidden, frame))
    except pypdfium2.PdfiumError:
        return Page(n, *NO_SIZE, 'full', 'none', 'unreadable')


def _notes(opened: Opened) -> tuple[Note, ...]:
    """Scripts and attachments: nothing of them is run or read, but people should know."""
    found = []
    data, raw = opened.data, opened.pdf.raw
    if pdfium.FPDFDoc_GetJavaScriptActionCount(raw) > 0 or b'/JavaScript' in data:
        found.append(Note('berisi-skrip', None, _("Berkas memuat skrip. Skrip itu tidak dijalankan.")))
    if pdfium.FPDFDoc_GetAttachmentCount(raw) > 0:
        found.append(Note('berisi-lampiran', None,
                          _("Berkas memuat berkas lain di dalamnya. Isinya tidak diperiksa; unggah terpisah.")))
    return tuple(found)


def _hidden_note(n: int) -> Note:
    message = _("Halaman {} memuat teks yang tidak terlihat. Teks itu tidak dihitung.").format(n)
    return Note('teks-tersembunyi', n, message)

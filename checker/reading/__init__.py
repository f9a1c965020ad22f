"""Everything that opens the bytes of a document; the functions here run inside a reading child and nowhere else.

They tell the format from the bytes and hand the file to its reader. `isolation.Reader` is the way in from outside.
Libraries are imported where they are needed: a text PDF never pays for OCR.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checker.errors import UnsupportedFile
from checker.messages import _
from checker.model import Document, Look, Mark, Note, Page
from checker.reading.sniff import Format, format_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOOK_DPI: Final = 150
"""Thin strokes are then still a pixel wide at the scale of the network."""
SUFFIXES: Final[dict[Format, frozenset[str]]] = {
    'pdf': frozenset({'.pdf'}),
    'docx': frozenset({'.docx', '.docm', '.dotx', '.dotm'}),
    'xlsx': frozenset({'.xlsx', '.xlsm', '.xltx', '.xltm'}),
    'image': frozenset({
        '.jpg', '.jpeg', '.jpe', '.jfif', '.png', '.webp', '.heic', '.heif', '.tif', '.tiff', '.bmp', '.gif'}),
}


def read_fast(path: Path, name: str) -> Document:
    """All that can be read of a file without OCR. `name`: as handed in; only compared with what the bytes say.

    Raises UnreadableFile and its kinds.
    """
    found = document_format(path)
    if found == 'pdf':
        from checker.reading import pdf
        document = pdf.read_fast(path)
    elif found == 'docx':
        from checker.reading import docx
        document = docx.read_fast(path)
    elif found == 'xlsx':
        from checker.reading import xlsx
        document = xlsx.read_fast(path)
    else:
        from checker.reading import image
        document = image.read_fast(path)
    note = _name_note(name, found)
    return replace(document, notes=(*document.notes, note)) if note else document


def read_full(path: Path, name: str, pages: Sequence[int]) -> tuple[Page, ...]:
    """The given pages (counted from 1) with everything that can be read of them, OCR included."""
    found = document_format(path)
    if found == 'pdf':
        from checker.reading import pdf
        return pdf.read_full(path, pages)
    if found == 'docx':
        from checker.reading import docx
        return docx.read_full(path, pages)
    if found == 'xlsx':
        from checker.reading import xlsx
        return xlsx.read_full(path, pages)
    from checker.reading import image
    return image.read_full(path, pages)


def page_png(path: Path, name: str, n: int, dpi: float) -> bytes:
    """Page `n` (counted from 1) as a PNG of `dpi` pixels an inch. Raises UnsupportedFile for a format without pages."""
    found = document_format(path)
    if found == 'pdf':
        from checker.reading import render
        return render.page_png(path, n, dpi)
    if found == 'image':
        from checker.reading import image
        return image.page_png(path, n, dpi)
    raise UnsupportedFile(_("Berkas DOCX dan XLSX tidak mempunyai gambar halaman."))


def look(path: Path, name: str, looks: Sequence[Look]) -> tuple[tuple[int, Mark], ...]:
    """What the pictures of signers' blocks show: page number and mark. Nothing for formats without pages."""
    found = document_format(path)
    if found not in ('pdf', 'image'):
        return ()
    from checker.reading import upright
    poses = {look.page: look.pose for look in looks}
    pages = sorted(poses)
    return tuple(
        (n, mark) for n, width, shown in _pictures(path, found, pages)
        for picture, read_width in [upright.laid_upright(shown, width, poses[n])]
        for mark in _seen(picture, read_width, [look for look in looks if look.page == n]))


def _seen(picture: NDArray[np.uint8], width: float, looks: Sequence[Look]) -> Iterator[Mark]:
    """What a page's picture of `width` points shows; of a look at a cell its own piece of the picture is all."""
    from checker.reading import pen
    yield from pen.marks(picture, width, [look for look in looks if not look.alone])
    scale = picture.shape[1] / width
    for look in (look for look in looks if look.alone):
        x0, y0, x1, y1 = (round(value * scale) for value in look.box)
        piece = picture[max(0, y0):y1, max(0, x0):x1]
        if not piece.size:
            continue
        left, top = max(0, x0) / scale, max(0, y0) / scale
        words = tuple((a - left, b - top, c - left, d - top) for a, b, c, d in look.words)
        inner = Look(look.page, (0.0, 0.0, piece.shape[1] / scale, piece.shape[0] / scale), look.capital, words)
        yield from (replace(mark, box=look.box) for mark in pen.marks(piece, inner.box[2], [inner]))


def _pictures(path: Path, found: Format, pages: Sequence[int]) -> Iterator[tuple[int, float, NDArray[np.uint8]]]:
    """Number, width in points and picture in colour of each page."""
    if found == 'image':
        from checker.reading import image
        for n in pages:
            picture, width = image.page_rgb(path, n, LOOK_DPI)
            yield n, width, picture
        return
    from checker.reading import opening, render
    with opening.open_pdf(path) as opened:
        for n in pages:
            if n <= len(opened.pdf):
                page = opened.pdf[n - 1]
                yield n, page.get_size()[0], render.page_rgb(page, LOOK_DPI)


def document_format(path: Path) -> Format:
    found = format_of(path)
    if found == 'zip':
        raise UnsupportedFile(_("ZIP di dalam ZIP tidak dibuka. Keluarkan isinya, lalu masukkan langsung."))
    return found


def _name_note(name: str, found: Format) -> Note | None:
    """A remark where the name promises another format than the bytes hold."""
    suffix = Path(name).suffix.lower()
    if not suffix or suffix in SUFFIXES[found] or not any(suffix in known for known in SUFFIXES.values()):
        return None
    kinds = {'pdf': "PDF", 'docx': "dokumen Word", 'xlsx': "lembar kerja Excel", 'image': "gambar"}
    return Note('akhiran-keliru', None, _("Nama berkas berakhiran {}, tetapi isinya {}.").format(suffix, kinds[found]))

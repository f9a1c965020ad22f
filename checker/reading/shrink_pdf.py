"""A smaller copy of a PDF: pictures re-encoded, what nobody sees dropped, the rest packed tighter; text layers stay.

Works on a copy in memory and writes nothing. The copy is held against the original before it is given away: the same
pages, the same text on each, and the same look from afar.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray
from pypdf.filters import ASCII85Decode
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from checker.errors import DamagedFile, NotShrunk
from checker.messages import _
from checker.reading import limits, paint
from checker.reading.frame import Frame
from checker.reading.opening import open_pdf
from checker.reading.packed_file import packed
from checker.reading.recode import Picture, Recoded, fax, picture_stream, recoded
from checker.reading.render import page_gray
from checker.reading.ways import SIGNED, Shrunk, Way

SMALL: Final = 4_000
"""Bytes of a picture below which nothing is gained: lines, bullets, small logos."""
GAIN: Final = 0.95
"""A picture is replaced where it takes at most this share of its bytes: another encoding always costs a little."""
AFAR_DPI: Final = 30
"""For the look at whole pages: letters are grey then, a picture upside down, inverted or missing is seen."""
ALIKE: Final = 3.0
"""Mean difference (0-255) of what stands on the paper up to which two pieces of a page are the same in any case."""
ALIKE_SHARE: Final = 0.6
"""Else the difference's share of all that stands there: 1 where something is missing or inverted."""
LIGHTER: Final = 70.0
"""By so much the paper's own grey (0-255) may change."""
UNSEEN: Final = ('/Thumb', '/PieceInfo')
"""Entries of pages, forms and the document that only programs use: thumbnails, working data of editors."""
LOSSLESS: Final = frozenset({'/ASCII85Decode', '/ASCIIHexDecode', '/FlateDecode', '/LZWDecode', '/RunLengthDecode'})
Grey = NDArray[np.float32]


@dataclass(slots=True)
class _Shown:
    """A picture as the pages show it: its object, and the least dots an inch of all the places where it stands."""

    handle: Any
    page: Any
    dpi: float


def shrunk(path: Path, way: Way) -> Shrunk:
    """Raises NotShrunk for signed and locked files, DamagedFile, EncryptedFile, TooManyPages."""
    with open_pdf(path) as opened:
        if b'/ByteRange' in opened.data:
            raise NotShrunk(SIGNED)
        writer = _copied(opened.data)
        for entry in UNSEEN:
            _dropped(writer, entry)
        changed = _pictures(opened.pdf, writer, way)
        _repacked(writer)
        _united(writer)
        data = packed(writer)
        compare(opened.pdf, data)
        return Shrunk(data, 'pdf', len(opened.pdf), changed)


def _copied(data: bytes) -> Any:
    """Everything that can be reached from the document's root; what earlier versions left behind stays out."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise NotShrunk(_("Berkas ini dikunci terhadap perubahan. Simpan ulang tanpa kunci, lalu coba lagi."))
    writer = pypdf.PdfWriter(clone_from=reader)
    if not writer.pages:
        raise DamagedFile
    return writer


def _objects(writer: Any) -> Iterator[Any]:
    return (found for found in writer._objects if found is not None)


def _dropped(writer: Any, entry: str) -> None:
    for found in _objects(writer):
        if isinstance(found, DictionaryObject) and entry in found:
            del found[entry]


def _pictures(pdf: Any, writer: Any, way: Way) -> int:
    """Re-encode the pictures on the pages. They are told by their bytes: pdfium shows them, pypdf holds them."""
    streams: dict[bytes, list[Any]] = {}
    for found in _objects(writer):
        if _is_picture(found):
            streams.setdefault(hashlib.sha256(found._data).digest(), []).append(found)
    if way.dpi is None:
        return sum(_faxed(each) for same in streams.values() for each in same)
    changed = 0
    for key, shown in _shown_pictures(pdf, set(streams)):
        new = _new(shown, way)
        if new is None:
            continue
        for stream in streams[key]:
            if len(new.data) <= GAIN * len(stream._data):
                _replace(stream, new)
                changed += 1
    return changed


def _is_picture(found: Any) -> bool:
    """A picture that may be encoded anew: no stencil, no mask by colour, not black and white already."""
    if not isinstance(found, StreamObject) or found.get('/Subtype') != '/Image' or len(found._data) < SMALL:
        return False
    if found.get('/ImageMask') or isinstance(_direct(found.get('/Mask')), ArrayObject) or found.get('/SMaskInData'):
        return False
    mask = _direct(found.get('/SMask'))
    return not (isinstance(mask, DictionaryObject) and '/Matte' in mask)


def _direct(found: Any) -> Any:
    return found.get_object() if isinstance(found, IndirectObject) else found


def _shown_pictures(pdf: Any, known: set[bytes]) -> Iterator[tuple[bytes, _Shown]]:
    """Each picture once, on the page where it was met first, with the least dots an inch of all its places."""
    least: dict[bytes, float] = {}
    first: dict[bytes, int] = {}
    for n in range(len(pdf)):
        for key, shown in _on_page(pdf, n, known):
            least[key] = min(least.get(key, shown.dpi), shown.dpi)
            first.setdefault(key, n)
    for n in sorted(set(first.values())):
        mine = {key for key in known if first.get(key) == n}
        for key, shown in _on_page(pdf, n, mine):
            if key in mine:
                mine.remove(key)
                shown.dpi = least[key]
                yield key, shown


def _on_page(pdf: Any, n: int, known: set[bytes]) -> Iterator[tuple[bytes, _Shown]]:
    try:
        page = pdf[n]
    except pypdfium2.PdfiumError:
        return
    try:
        for handle, box in paint.pictures(page.raw, Frame.of(page.raw)):
            key = hashlib.sha256(_raw(handle)).digest()
            if key in known:
                yield key, _Shown(handle, page, _least_dpi(handle, box))
    finally:
        page.close()


def _raw(handle: Any) -> bytes:
    size = pdfium.FPDFImageObj_GetImageDataRaw(handle, None, 0)
    data = (pdfium.c_ubyte * size)()
    pdfium.FPDFImageObj_GetImageDataRaw(handle, data, size)
    return bytes(data)


def _size(handle: Any) -> tuple[int, int]:
    width, height = pdfium.c_uint(), pdfium.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(handle, width, height)
    return width.value, height.value


def _least_dpi(handle: Any, box: tuple[float, float, float, float]) -> float:
    """Dots an inch along the side that has fewer, upright or turned, whichever makes the dots squarer."""
    wide, high = (max(length, 1.0) / 72 for length in (box[2] - box[0], box[3] - box[1]))
    width, height = _size(handle)
    ways = [(width / wide, height / high), (width / high, height / wide)]
    return max(min(way) for way in ways)


def _new(shown: _Shown, way: Way) -> Recoded | None:
    """None where the picture is black and white already, too large, or can't be decoded."""
    meta = pdfium.FPDF_IMAGEOBJ_METADATA()
    pdfium.FPDFImageObj_GetImageMetadata(shown.handle, shown.page.raw, meta)
    width, height = _size(shown.handle)
    if meta.bits_per_pixel <= 1 or width * height > limits.current().pixels:
        return None
    raw = pdfium.FPDFImageObj_GetBitmap(shown.handle)
    if not raw:
        return None
    try:
        picture = _as_rgb(pypdfium2.PdfBitmap.from_raw(raw))
    finally:
        pdfium.FPDFBitmap_Destroy(raw)
    return recoded(picture, shown.dpi, way)


def _as_rgb(bitmap: Any) -> Picture:
    array = np.array(bitmap.to_numpy(), np.uint8)
    if array.ndim == 3 and array.shape[2] == 1:
        return array[..., 0]
    return array if array.ndim == 2 else np.ascontiguousarray(array[..., 2::-1])


def _replace(stream: Any, new: Recoded) -> None:
    for key in ('/DecodeParms', '/Decode', '/Intent', '/Metadata', '/Alternates'):
        stream.pop(key, None)
    picture_stream(stream, new)


def _faxed(stream: Any) -> bool:
    """Black and white that was packed another way goes to CCITT G4, dot by dot the same."""
    filters = _filters(stream)
    if stream.get('/BitsPerComponent') != 1 or not set(filters) <= LOSSLESS or '/Decode' in stream:
        return False
    if _direct(stream.get('/ColorSpace')) != '/DeviceGray':
        return False
    width, height = int(stream['/Width']), int(stream['/Height'])
    if width * height > limits.current().pixels:
        return False
    rows = np.frombuffer(stream.get_data(), np.uint8)
    across = -(-width // 8)
    if len(rows) < across * height:
        return False
    white = np.unpackbits(rows[:across * height].reshape(height, across), axis=1)[:, :width].astype(np.bool_)
    new = fax(white)
    if len(new.data) > GAIN * len(stream._data):
        return False
    _replace(stream, new)
    return True


def _filters(stream: Any) -> list[str]:
    given = _direct(stream.get('/Filter'))
    return [] if given is None else [str(_direct(each)) for each in given] if isinstance(given, ArrayObject) else [
        str(given)]


def _repacked(writer: Any) -> None:
    """Streams that were written as letters or packed loosely, byte for byte the same once unpacked."""
    for found in _objects(writer):
        if not isinstance(found, StreamObject):
            continue
        filters = _filters(found)
        if len(filters) > 1 and filters[0] == '/ASCII85Decode' and '/DecodeParms' not in found:
            found._data = ASCII85Decode.decode(found._data)
            found[NameObject('/Filter')] = ArrayObject(NameObject(each) for each in filters[1:])
            filters = filters[1:]
        if filters == ['/FlateDecode'] or not filters:
            _deflated(found, bool(filters))


def _deflated(stream: Any, packed_before: bool) -> None:
    data = stream._data
    if packed_before:
        most = limits.current().file_bytes * 2
        unpacking = zlib.decompressobj()
        try:
            data = unpacking.decompress(data, most)
        except zlib.error:
            return
        if not unpacking.eof:  # torn, or swollen: stays as it is
            return
    tight = zlib.compress(data, 9)
    if len(tight) < len(stream._data):
        stream._data = tight
        stream[NameObject('/Filter')] = NameObject('/FlateDecode')


def _united(writer: Any) -> None:
    """Streams that are equal byte for byte (a logo once a page) become one; what nobody refers to is left out."""
    first: dict[bytes, IndirectObject] = {}
    same: dict[int, Any] = {}
    for found in _objects(writer):
        if not isinstance(found, StreamObject):
            continue
        out = io.BytesIO()
        found.write_to_stream(out)
        key = hashlib.sha256(out.getbuffer()).digest()
        own: Any = found.indirect_reference
        kept = first.setdefault(key, own)
        if kept is not own:
            same[own.idnum] = kept
    for found in _objects(writer):
        _redirect(found, same)
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)


def _redirect(found: Any, same: dict[int, Any]) -> None:
    ahead = [found]  # a list and not recursion: hostile files nest deeper than Python calls
    while ahead:
        each = ahead.pop()
        pairs = each.items() if isinstance(each, DictionaryObject) else enumerate(each) if isinstance(
            each, ArrayObject) else ()
        for key, value in list(pairs):
            if isinstance(value, IndirectObject):
                if value.idnum in same:
                    each[key] = same[value.idnum]
            else:
                ahead.append(value)


def compare(original: Any, data: bytes) -> None:
    """Raises NotShrunk unless the copy has the same pages with the same text and, from afar, the same look."""
    copy = pypdfium2.PdfDocument(data)
    try:
        if copy.get_formtype() in (pdfium.FORMTYPE_ACRO_FORM, pdfium.FORMTYPE_XFA_FOREGROUND):
            copy.init_forms()
        if len(copy) != len(original) or not all(_alike(original, copy, n) for n in range(len(copy))):
            raise NotShrunk(_("Susunan berkas ini tidak biasa: salinannya tampak lain dari aslinya, jadi tidak dibuat. "
                              "Pindai ulang dengan 150-200 dpi, atau cetak sebagai PDF baru, lalu coba lagi."))
    finally:
        copy.close()


def _alike(original: Any, copy: Any, n: int) -> bool:
    try:
        before = original[n]
    except pypdfium2.PdfiumError:  # a page that nobody can open stays one
        return True
    after = copy[n]
    try:
        if _text(before) != _text(after) or not np.allclose(before.get_size(), after.get_size(), atol=0.1):
            return False
        pair = [page_gray(page, AFAR_DPI).astype(np.float32) for page in (before, after)]
        if pair[0].shape != pair[1].shape:
            return False
        return all(_same(*pieces) for pieces in zip(*map(_pieces, pair), strict=True))
    finally:
        before.close()
        after.close()


def _pieces(page: Grey) -> list[Grey]:
    """Twelve, so that a signature missing in one corner is no small part of what is compared."""
    return [piece for strip in np.array_split(page, 4) for piece in np.array_split(strip, 3, axis=1) if piece.size]


def _same(before: Grey, after: Grey) -> bool:
    """Whether two pieces show the same; grey paper may have become white, what stands on it must have stayed."""
    papers = float(np.median(before)), float(np.median(after))
    if abs(papers[0] - papers[1]) > LIGHTER:
        return False
    before, after = before - papers[0], after - papers[1]
    apart = float(np.abs(before - after).mean())
    return apart <= ALIKE or apart <= ALIKE_SHARE * float(np.abs(before).mean() + np.abs(after).mean())


def _text(page: Any) -> str:
    textpage = page.get_textpage()
    try:
        return str(textpage.get_text_range())
    finally:
        textpage.close()

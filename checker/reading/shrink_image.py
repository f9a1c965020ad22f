"""A smaller copy of photos and scans that are pictures: one JPEG, or a PDF with a page for each picture.

Pages have the size that the picture's own resolution gives or, where it names none, that of A4 along the longer side.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

import numpy as np
import pypdf
from PIL import Image, ImageOps
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, StreamObject

from checker.errors import NotShrunk
from checker.messages import _
from checker.reading import image
from checker.reading.packed_file import packed
from checker.reading.recode import Picture, Recoded, fax, picture_stream, recoded
from checker.reading.ways import Form, Shrunk, Way

FINE: Final = 90
"""Quality of JPEG where nothing but the format is to change: the difference can't be seen beside the original."""
ORIENTATION: Final = 0x0112
TURNS: Final = {1: 0, 3: 180, 6: 90, 8: 270}
"""EXIF orientations (TIFF 6.0, tag 274) that are turns, in degrees clockwise; the others mirror."""


def shrunk(path: Path, way: Way, form: Form) -> Shrunk:
    """Raises NotShrunk (a JPEG can't hold several pages), TooLarge, TooManyPages, DamagedFile."""
    if form == 'jpeg':
        return _as_jpeg(path, way)
    writer = pypdf.PdfWriter()
    with image.opened(path) as opened:
        for frame in image.frames(opened):
            _add_page(writer, frame, path, way)
    return Shrunk(packed(writer), 'pdf', len(writer.pages), len(writer.pages))


def _as_jpeg(path: Path, way: Way) -> Shrunk:
    with image.opened(path) as opened:
        for n, frame in enumerate(image.frames(opened), 1):
            if n > 1:
                raise NotShrunk(_("Berkas ini berisi beberapa halaman. Simpan salinannya sebagai PDF: pakai nama "
                                  "berakhiran .pdf pada -o."))
            dpi = image.reading_dpi(frame)
            new = recoded(_picture(frame), dpi, _jpeg_way(way))
            exif = frame.getexif()
            exif.pop(ORIENTATION, None)
            scale = new.width / (frame.height if _turned(frame) else frame.width)
            named = image.dpi_of(frame) * scale
    out = io.BytesIO()
    with Image.open(io.BytesIO(new.data)) as small:
        small.save(out, 'JPEG', quality='keep', optimize=True, progressive=True, exif=exif, dpi=(named, named))
    return Shrunk(out.getvalue(), 'jpeg', 1, 1)


def _jpeg_way(way: Way) -> Way:
    """JPEG has no black and white."""
    return Way(way.dpi, way.quality, way.grey) if way.dpi else Way(None, FINE)


def _turned(frame: Image.Image) -> bool:
    return frame.getexif().get(ORIENTATION, 1) in (5, 6, 7, 8)


def _picture(frame: Image.Image) -> Picture:
    """As displayed, in grey or RGB."""
    shown = image.on_white(ImageOps.exif_transpose(frame))
    if shown.mode.startswith(('I', 'F')):
        return image.eight_bits(shown)
    return np.asarray(shown.convert('L' if shown.mode in ('1', 'L') else 'RGB'), np.uint8)


def _add_page(writer: Any, frame: Image.Image, path: Path, way: Way) -> None:
    dpi, turn = image.reading_dpi(frame), TURNS.get(frame.getexif().get(ORIENTATION, 1))
    if way.dpi is None and frame.format == 'JPEG' and frame.mode in ('L', 'RGB') and turn is not None:
        new = Recoded(path.read_bytes(), frame.width, frame.height, len(frame.getbands()))  # not a bit is lost
    elif frame.mode == '1':
        new, turn = fax(np.asarray(ImageOps.exif_transpose(frame))), 0
    else:
        new, turn = recoded(_picture(frame), dpi, way if way.dpi else Way(None, FINE)), 0
        dpi *= new.width / (frame.height if _turned(frame) else frame.width)
    width, height = new.width * 72 / dpi, new.height * 72 / dpi
    page = writer.add_blank_page(width, height)
    if turn:
        page[NameObject('/Rotate')] = NumberObject(turn)
    stream: Any = StreamObject()
    stream.update({NameObject('/Type'): NameObject('/XObject'), NameObject('/Subtype'): NameObject('/Image')})
    picture_stream(stream, new)
    content = DecodedStreamObject()
    content.set_data(b'q %.3f 0 0 %.3f 0 0 cm /P Do Q' % (width, height))
    page[NameObject('/Resources')] = DictionaryObject({
        NameObject('/XObject'): DictionaryObject({NameObject('/P'): writer._add_object(stream)})})
    page[NameObject('/Contents')] = writer._add_object(content)

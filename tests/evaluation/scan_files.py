"""Puts the pictures of pages into a PDF, with or without a text layer, or into a TIFF, JPG or PNG."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pypdf import PageObject, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, NumberObject, StreamObject

from tests.evaluation.layers import Word
from tests.evaluation.looks import Form

_BANDS = 5
_CAMERA_DPI = 72
"""What cameras write whatever they see."""
_EXIF_ORIENTATION, _ROWS_PER_STRIP, _STRIP, _STRIP_BYTES = 0x0112, 278, 273, 279
_WIDTH = 0.5
"""Average advance of a Helvetica letter, in its size; layers are stretched to their boxes anyway."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the file."""

    picture: NDArray[np.uint8]
    """As displayed; (height, width, 3) or (height, width)."""
    dpi: int
    jpeg: int
    bilevel: bool
    words: tuple[Word, ...] = ()

    @property
    def size(self) -> tuple[float, float]:
        """Points, as displayed."""
        height, width = self.picture.shape[:2]
        return width * 72 / self.dpi, height * 72 / self.dpi


def write(path: Path, sheets: Sequence[Sheet], form: Form, *, strips: bool, sideways: bool, camera: bool) -> None:
    """One file; JPG and PNG hold the first sheet. `camera`: with the resolution that cameras write."""
    if form == 'pdf':
        _pdf(path, sheets, strips, sideways)
    elif form == 'tiff':
        frames = [_image(sheet) for sheet in sheets]
        dpi = (sheets[0].dpi, sheets[0].dpi)
        pressed = 'group4' if all(frame.mode == '1' for frame in frames) else 'jpeg'
        frames = [frame if pressed == 'group4' else frame.convert('RGB') for frame in frames]
        quality = {} if pressed == 'group4' else {'quality': sheets[0].jpeg}
        frames[0].save(path, 'TIFF', save_all=True, append_images=frames[1:], compression=pressed, dpi=dpi, **quality)
    elif form == 'png':
        _image(sheets[0]).save(path, 'PNG', dpi=(sheets[0].dpi, sheets[0].dpi))
    else:
        _jpg(path, sheets[0], sideways, camera)


def points_a_pixel(sheet: Sheet, form: Form, camera: bool) -> float:
    """In the file as displayed: 1 pixel of a camera's picture is 1/72 inch by what it says of itself."""
    return 72 / (_CAMERA_DPI if form == 'jpg' and camera else sheet.dpi)


def _jpg(path: Path, sheet: Sheet, sideways: bool, camera: bool) -> None:
    dpi = _CAMERA_DPI if camera else sheet.dpi
    image, exif = _image(sheet).convert('L' if sheet.picture.ndim == 2 else 'RGB'), Image.Exif()
    if sideways:  # held upright, though the sensor lies on its side
        image, exif[_EXIF_ORIENTATION] = image.transpose(Image.Transpose.ROTATE_90), 6
    image.save(path, 'JPEG', quality=sheet.jpeg, dpi=(dpi, dpi), exif=exif)


def _image(sheet: Sheet) -> Image.Image:
    image = Image.fromarray(sheet.picture)
    return image.convert('1', dither=Image.Dither.NONE) if sheet.bilevel else image


def _pdf(path: Path, sheets: Sequence[Sheet], strips: bool, sideways: bool) -> None:
    writer = PdfWriter()
    for sheet in sheets:
        shown = np.rot90(sheet.picture, 1) if sideways else sheet.picture
        height, width = (round(side * 72 / sheet.dpi, 2) for side in shown.shape[:2])
        page = writer.add_blank_page(width, height)
        content = _pictures(writer, page, np.ascontiguousarray(shown), sheet, strips, (width, height))
        if sheet.words:
            content += _text(page, sheet, sideways)
        page[NameObject('/Contents')] = writer._add_object(_stream(zlib.compress(content), '/FlateDecode'))
        if sideways:
            page[NameObject('/Rotate')] = NumberObject(90)
    with path.open('wb') as out:
        writer.write(out)


def _pictures(
    writer: PdfWriter,
    page: PageObject,
    pixels: NDArray[np.uint8],
    sheet: Sheet,
    strips: bool,
    size: tuple[float, float],
) -> bytes:
    """The page's picture as one image or as bands that touch; the content that draws them."""
    bands = np.array_split(pixels, _BANDS) if strips and not sheet.bilevel else [pixels]
    images, content, below = DictionaryObject(), b'', size[1]
    for k, band in enumerate(bands):
        tall = len(band) / len(pixels) * size[1]
        below -= tall
        images[NameObject(f'/Im{k}')] = writer._add_object(_picture(band, sheet))
        content += b'q %.3f 0 0 %.3f 0 %.3f cm /Im%d Do Q\n' % (size[0], tall, below, k)
    page[NameObject('/Resources')] = DictionaryObject({NameObject('/XObject'): images})
    return content


def _picture(pixels: NDArray[np.uint8], sheet: Sheet) -> StreamObject:
    height, width = pixels.shape[:2]
    if sheet.bilevel:
        stream = _stream(_group4(pixels), '/CCITTFaxDecode')
        numbers = {'/K': -1, '/Columns': width, '/Rows': height}
        parameters = DictionaryObject({NameObject(name): NumberObject(value) for name, value in numbers.items()})
        parameters[NameObject('/BlackIs1')] = BooleanObject(True)  # as Pillow writes it: the paper is 1
        stream[NameObject('/DecodeParms')] = parameters
    else:
        data = io.BytesIO()
        Image.fromarray(pixels).save(data, 'JPEG', quality=sheet.jpeg)
        stream = _stream(data.getvalue(), '/DCTDecode')
    colours = '/DeviceGray' if pixels.ndim == 2 else '/DeviceRGB'
    entries = {'/Type': '/XObject', '/Subtype': '/Image', '/ColorSpace': colours}
    stream.update({NameObject(name): NameObject(value) for name, value in entries.items()})
    numbers = {'/Width': width, '/Height': height, '/BitsPerComponent': 1 if sheet.bilevel else 8}
    stream.update({NameObject(name): NumberObject(value) for name, value in numbers.items()})
    return stream


def _group4(pixels: NDArray[np.uint8]) -> bytes:
    """The bare CCITT group 4 data of a picture in black and white."""
    data = io.BytesIO()
    bits = Image.fromarray(pixels).convert('1', dither=Image.Dither.NONE)
    bits.save(data, 'TIFF', compression='group4', tiffinfo={_ROWS_PER_STRIP: len(pixels)})
    with Image.open(data) as saved:
        (start,), (length,) = saved.tag_v2[_STRIP], saved.tag_v2[_STRIP_BYTES]  # type: ignore[attr-defined]
    return data.getvalue()[start : start + length]


def _stream(data: bytes, coded: str) -> StreamObject:
    stream = StreamObject()
    stream.set_data(data)
    stream[NameObject('/Filter')] = NameObject(coded)
    return stream


def _text(page: PageObject, sheet: Sheet, sideways: bool) -> bytes:
    """The layer's words, stretched to their boxes; invisible, but for those that are meant to be seen."""
    font = {'/Type': '/Font', '/Subtype': '/Type1', '/BaseFont': '/Helvetica', '/Encoding': '/WinAnsiEncoding'}
    fonts = DictionaryObject({NameObject(name): NameObject(value) for name, value in font.items()})
    page['/Resources'][NameObject('/Font')] = DictionaryObject({NameObject('/F1'): fonts})  # type: ignore[index]
    height = sheet.size[1]
    lines = [b'BT']
    for word in sheet.words:
        x0, y0, x1, y1 = word.box
        size = max(1.0, (y1 - y0) * 0.85)
        stretch = 100 * (x1 - x0) / (_WIDTH * size * max(1, len(word.text)))
        # Stored on its side, the page is turned clockwise when displayed: x runs up the stored page.
        at = (0, 1, -1, 0, y1 - 0.2 * size, x0) if sideways else (1, 0, 0, 1, x0, height - y1 + 0.2 * size)
        said = word.text.encode('cp1252', 'replace').replace(b'\\', b'\\\\').replace(b'(', b'\\(').replace(b')', b'\\)')
        lines.append(
            b'%d Tr /F1 %.2f Tf %.1f Tz %d %d %d %d %.2f %.2f Tm (%s ) Tj'
            % (0 if word.visible else 3, size, stretch, *at, said)
        )
    return b'\n'.join([*lines, b'ET'])

"""Opens pictures: photos and scans as JPG, PNG, WebP, HEIC, TIFF (all its pages), BMP or GIF (first frame).

Refuses pictures that are too large before they are decoded. Straightens nothing but what the camera itself noted
(EXIF); never finds words (see `ocr`).
"""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pillow_heif
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from checker.errors import DamagedFile, TooLarge, TooManyPages
from checker.model import Document, Mark, Page, Sha256
from checker.poses import upright_mark
from checker.reading import limits, qr

Gray = NDArray[np.uint8]

FORMATS = ('JPEG', 'PNG', 'WEBP', 'HEIF', 'TIFF', 'BMP', 'GIF')
"""What is opened; Pillow's other decoders (EPS runs a program, PSD, fonts) stay shut."""
PLAIN_DPI = 150.0
"""Where a file names no resolution, or one that no scanner has."""
ODD_DPI = (50.0, 1200.0)
PAPER_LONG = (7.0, 17.5)
"""Inches: the longer side of A5 to A3. Cameras write 72 dpi whatever they see; then the picture is read as if A4."""
A4_LONG = 11.7
READ_DPI = 200.0
"""JPEGs are decoded at a half, quarter or eighth as long as this many dots an inch remain."""

_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError,
           struct.error, RuntimeError)
"""Everything that Pillow was seen to raise on damaged files."""

pillow_heif.register_heif_opener()
Image.init()  # else Pillow does not know 'MPO' yet, and every picture after JPEG in FORMATS fails with a KeyError


def read_fast(path: Path) -> Document:
    """One unread page for each picture in the file, with its size in points.

    Raises TooLarge, TooManyPages, DamagedFile.
    """
    with opened(path) as image:
        pages = tuple(_unread(n, frame) for n, frame in enumerate(frames(image), 1))
    with path.open('rb') as stream:
        sha256 = Sha256(hashlib.file_digest(stream, 'sha256').hexdigest())
    return Document(sha256, 'image', pages)


def read_full(path: Path, pages: Sequence[int]) -> tuple[Page, ...]:
    """These pages (from 1) read by OCR."""
    from checker.reading import ocr  # tesserocr loads only when a picture is really read
    read = []
    with opened(path) as image:
        for n, frame in enumerate(frames(image), 1):
            if n in pages:
                width, height = _points(frame)
                gray, dpi = _gray(frame)
                page = ocr.read_page(gray, n=n, width=width, height=height, dpi=dpi)
                codes = (upright_mark(page, mark) for mark in qr.in_picture(gray, width))
                read.append(replace(page, marks=(*page.marks, *codes)))
    return tuple(read)


def page_png(path: Path, n: int, dpi: float) -> bytes:
    """Page `n` as a PNG in colour at `dpi` dots an inch of the page, at most as large as the original."""
    with opened(path) as image:
        small = _shown(image, n, dpi)
    stream = io.BytesIO()
    small.save(stream, 'PNG', compress_level=3)
    return stream.getvalue()


def page_rgb(path: Path, n: int, dpi: float) -> tuple[NDArray[np.uint8], float]:
    """Page `n` in colour, (height, width, 3), at `dpi` dots an inch of the page, at most as large as the original; and
    the page's width in points."""
    with opened(path) as image:
        return np.array(_shown(image, n, dpi), np.uint8), _points(image)[0]


def gray_of(data: bytes, shown_width: float) -> tuple[Gray, float]:
    """A picture out of a document as gray image, and its resolution when shown `shown_width` points wide.

    Raises TooLarge, DamagedFile (also for formats that we don't open, such as EMF).
    """
    with opened(io.BytesIO(data)) as image:
        gray, dpi = _gray(image)
    return gray, gray.shape[1] * 72 / shown_width if shown_width > 0 else dpi


def _shown(image: Image.Image, n: int, dpi: float) -> Image.Image:
    """Page `n` as displayed, in colour."""
    frame = next((frame for k, frame in enumerate(frames(image), 1) if k == n), None)
    if frame is None:
        raise DamagedFile
    factor = min(1.0, dpi / dpi_of(frame))
    shown = on_white(ImageOps.exif_transpose(frame)).convert('RGB')
    return shown.resize((max(1, round(shown.width * factor)), max(1, round(shown.height * factor))))


@contextmanager
def opened(source: Path | io.BytesIO) -> Iterator[Image.Image]:
    """The picture, its pixels still packed. What goes wrong in here is told as one of our errors."""
    Image.MAX_IMAGE_PIXELS = limits.current().pixels
    try:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            warnings.simplefilter('error', Image.DecompressionBombWarning)
            with Image.open(source, formats=FORMATS) as image:
                yield image
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise TooLarge from error
    except _BROKEN as error:
        raise DamagedFile from error


def frames(image: Image.Image) -> Iterator[Image.Image]:
    """The pages of a TIFF, else the first frame alone. Each is checked against the pixel limit before it is decoded."""
    last = limits.current().pages
    for index in range(last + 1):
        if index:
            try:
                image.seek(index)
            except EOFError:
                return
        if index == last:
            raise TooManyPages
        if image.width * image.height > limits.current().pixels:
            raise TooLarge
        yield image
        if image.format != 'TIFF':
            return


def _unread(n: int, frame: Image.Image) -> Page:
    width, height = _points(frame)
    whole = Mark('picture', (0.0, 0.0, width, height))
    return Page(n, width, height, 'unread', 'none', 'unreadable', marks=(whole,))


def dpi_of(frame: Image.Image) -> float:
    try:
        named = float(frame.info.get('dpi', (0, 0))[0])
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        named = 0.0
    return named if ODD_DPI[0] <= named <= ODD_DPI[1] else PLAIN_DPI


def _points(frame: Image.Image) -> tuple[float, float]:
    """Width and height as displayed."""
    width, height = (round(side * 72 / dpi_of(frame), 1) for side in frame.size)
    return (height, width) if frame.getexif().get(0x0112, 1) in (5, 6, 7, 8) else (width, height)


def reading_dpi(frame: Image.Image) -> float:
    """Dots an inch of the paper in the picture, as far as can be told: the named ones if they make a paper size."""
    dpi, side = dpi_of(frame), max(frame.size)
    return dpi if 'dpi' in frame.info and PAPER_LONG[0] <= side / dpi <= PAPER_LONG[1] else side / A4_LONG


def _gray(frame: Image.Image) -> tuple[Gray, float]:
    """The picture as displayed in gray, and its reading resolution; large JPEGs are decoded smaller."""
    dpi, full = reading_dpi(frame), max(frame.size)
    if frame.format in ('JPEG', 'MPO') and dpi > 2 * READ_DPI:
        share = READ_DPI / dpi
        frame.draft('L', (int(frame.width * share), int(frame.height * share)))
    shown = on_white(ImageOps.exif_transpose(frame))
    gray = eight_bits(shown) if shown.mode.startswith(('I', 'F')) else np.asarray(shown.convert('L'), np.uint8)
    return np.ascontiguousarray(gray), dpi * max(shown.size) / full


def on_white(image: Image.Image) -> Image.Image:
    """Without transparency: what shows through is paper."""
    if image.mode not in ('RGBA', 'LA', 'PA', 'La', 'RGBa') and 'transparency' not in image.info:
        return image
    colours = image.convert('RGBA')
    return Image.alpha_composite(Image.new('RGBA', colours.size, 'white'), colours).convert('RGB')


def eight_bits(image: Image.Image) -> Gray:
    """16 and 32 bit gray: the range that is used becomes 0-255."""
    values = np.asarray(image, np.float32)
    high = 65535.0 if image.mode.startswith('I;16') else max(float(values.max()), 1.0)
    return np.asarray(np.clip(values * (255 / high), 0, 255), np.uint8)

"""One picture -> the same picture in fewer bytes: fewer dots an inch, JPEG, or black and white by CCITT G4.

Knows of files only how a PDF names a picture's encoding. Never enlarges, straightens or cleans: a copy must show what
the original shows.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, NumberObject

from checker.reading.ways import BILEVEL_DPI, Way

Picture = NDArray[np.uint8]
"""(height, width) in grey, or (height, width, 3) in RGB."""

COLOURED: Final = 48
"""Difference of two channels (0-255) from which a dot has a colour; yellowed paper and the fringes of scanners stay
below, blue ink and the red and violet of stamps reach 80 and more."""
COLOURED_SHARE: Final = 0.0003
"""Of the dots. A signature in blue ink on A4 takes 0.002 and more."""
SAMPLE: Final = 3
"""Every third dot of every third row is looked at; a pen's stroke is wider at the resolutions that scanners use."""
HYSTERESIS: Final = 1.1
"""A picture that has but a tenth more dots than wanted stays as it is: scaling it would only blur it."""
MID_TONES: Final = 0.06
"""Share of dots between black and white up to which a picture is printed paper; photographs have far more."""
NEIGHBOURHOOD: Final = 0.12
"""Inches around a dot whose mean decides between black and white."""
FAINT: Final = 12
"""Levels that ink must be darker than its neighbourhood: over four times what the noise of office scanners (a spread of
6 levels) leaves once neighbouring dots are averaged."""


@dataclass(frozen=True, slots=True)
class Recoded:
    """A picture as it goes into a file: JPEG, or CCITT G4 with white as 0 bits."""

    data: bytes
    width: int
    height: int
    channels: int
    """1 or 3; 0 for black and white."""


def recoded(picture: Picture, dpi: float, way: Way) -> Recoded:
    """The picture as `way` asks. `dpi`: its dots an inch where it is shown."""
    if way.dpi is None:
        return _jpeg(picture, way.quality)
    if picture.ndim == 3 and (way.grey or not has_colour(picture)):
        picture = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)  # type: ignore[assignment]  # cv2 knows no dtypes
    if way.bilevel and picture.ndim == 2 and _is_printed(picture):
        return _black_and_white(picture, dpi)
    return _jpeg(_smaller(picture, dpi, way.dpi), way.quality)


def has_colour(picture: Picture) -> bool:
    """Whether an RGB picture shows anything coloured: ink, a stamp, a letterhead."""
    sample = picture[::SAMPLE, ::SAMPLE].astype(np.int16)
    spread = sample.max(axis=2) - sample.min(axis=2)
    return bool((spread > COLOURED).mean() > COLOURED_SHARE)


def _is_printed(grey: Picture) -> bool:
    sample = grey[::SAMPLE, ::SAMPLE]
    dark, light = np.percentile(sample, (0.2, 90))  # a page of a few lines has ink on 0.3 % of its dots
    if light - dark < 60:  # an empty page, or one that is grey all over
        return False
    low, high = dark + 0.35 * (light - dark), dark + 0.8 * (light - dark)
    return bool(((sample > low) & (sample < high)).mean() < MID_TONES)


def _smaller(picture: Picture, dpi: float, wanted: float) -> Picture:
    share = wanted / dpi
    if share * HYSTERESIS >= 1:
        return picture
    height, width = picture.shape[:2]
    size = (max(1, round(width * share)), max(1, round(height * share)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _jpeg(picture: Picture, quality: int) -> Recoded:
    out = io.BytesIO()
    # Colour at full resolution: half of it frays the red of stamps over black letters.
    Image.fromarray(picture).save(out, 'JPEG', quality=quality, optimize=True, progressive=True,
                                  subsampling=0 if quality >= 75 else 2)
    height, width = picture.shape[:2]
    return Recoded(out.getvalue(), width, height, 3 if picture.ndim == 3 else 1)


def _black_and_white(grey: Picture, dpi: float) -> Recoded:
    """Black where a dot is darker than what surrounds it, so that grey paper stays white and thin strokes stay."""
    grey = np.asarray(cv2.GaussianBlur(_smaller(grey, dpi, BILEVEL_DPI), (3, 3), 0), np.uint8)
    size = max(3, round(min(dpi, BILEVEL_DPI) * NEIGHBOURHOOD)) | 1
    near = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, size, FAINT)
    solid = grey < 0.35 * np.percentile(grey, 90)  # the inside of large black areas has no lighter neighbours
    return fax(np.asarray((near > 0) & ~solid))


def fax(white: NDArray[np.bool_]) -> Recoded:
    """A black and white picture by CCITT G4, for `/BlackIs1 false`."""
    height, width = white.shape
    out = io.BytesIO()
    # Pillow codes 0 bits as white runs; one strip (tag 278), so that the codes can be taken out of the TIFF.
    Image.fromarray(~white).save(out, 'TIFF', compression='group4', tiffinfo={278: height})
    with Image.open(out) as written:
        tags = written.tag_v2  # type: ignore[attr-defined]  # a TIFF has them
        start, length = tags[273][0], tags[279][0]
    return Recoded(out.getvalue()[start:start + length], width, height, 0)


def picture_stream(stream: Any, new: Recoded) -> None:
    """Put the picture into a stream object of pypdf's (ISO 32000-1, 8.9.5 and 7.4.6)."""
    stream._data = new.data
    entries: dict[str, Any] = {'/Width': NumberObject(new.width), '/Height': NumberObject(new.height)}
    entries['/ColorSpace'] = NameObject('/DeviceRGB' if new.channels == 3 else '/DeviceGray')
    entries['/BitsPerComponent'] = NumberObject(8 if new.channels else 1)
    entries['/Filter'] = NameObject('/DCTDecode' if new.channels else '/CCITTFaxDecode')
    if not new.channels:
        entries['/DecodeParms'] = DictionaryObject({
            NameObject('/K'): NumberObject(-1), NameObject('/Columns'): NumberObject(new.width),
            NameObject('/Rows'): NumberObject(new.height), NameObject('/BlackIs1'): BooleanObject(False)})
    stream.update({NameObject(key): value for key, value in entries.items()})

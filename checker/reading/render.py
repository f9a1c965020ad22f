"""Pages of a PDF as pictures, with annotations and form fields drawn as a reader would show them.

Never makes a picture larger than the limits allow: size is worked out before anything is rendered, and a page that
would be too large comes out at a lower resolution.
"""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from checker.errors import DamagedFile
from checker.reading import limits
from checker.reading.opening import open_pdf

SCREEN_PIXELS = 20_000_000
"""For pictures that people look at: A3 at 220 dpi; more only makes browsers slow."""


def page_png(path: Path, n: int, dpi: float) -> bytes:
    """Page `n` (from 1) in colour as PNG, at `dpi` or as fine as the limits allow.

    Raises DamagedFile (also for a page that can't be loaded), EncryptedFile, TooManyPages, and IndexError when the
    file has no such page.
    """
    with open_pdf(path) as opened:
        if not 1 <= n <= len(opened.pdf):
            raise IndexError(n)
        try:
            page = opened.pdf[n - 1]
        except pypdfium2.PdfiumError as error:
            raise DamagedFile from error
        scale = _scale(page, dpi, min(SCREEN_PIXELS, limits.current().pixels))
        picture: Image.Image = page.render(scale=scale, may_draw_forms=True).to_pil().convert('RGB')
    out = io.BytesIO()
    # On a scan level 1 takes half the time of the default for an eighth more bytes.
    picture.save(out, 'PNG', compress_level=1)
    return out.getvalue()


def page_gray(page: Any, dpi: float) -> NDArray[np.uint8]:
    """An opened pypdfium2 page in grey, (height, width); white is 255. At `dpi` or as fine as the limits allow."""
    bitmap = page.render(scale=_scale(page, dpi, limits.current().pixels), grayscale=True, may_draw_forms=True)
    return np.array(bitmap.to_numpy(), np.uint8).reshape(bitmap.height, -1)[:, :bitmap.width]


def page_rgb(page: Any, dpi: float) -> NDArray[np.uint8]:
    """The same in colour, (height, width, 3)."""
    bitmap = page.render(scale=_scale(page, dpi, limits.current().pixels), may_draw_forms=True, rev_byteorder=True)
    return np.array(bitmap.to_numpy()[..., :3], np.uint8)


def _scale(page: Any, dpi: float, pixels: int) -> float:
    """Pixels a point: as `dpi` asks, or less where that would be more than `pixels` in all."""
    width, height = (max(float(length), 1.0) for length in page.get_size())
    return min(dpi / 72, math.sqrt(pixels / (width * height)))

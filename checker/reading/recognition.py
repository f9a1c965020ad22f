"""Tesseract, and the words it finds in an image: text, box in pixels, confidence.

Never decides which words to believe; it only makes their boxes fit each other. Tesseract runs in this process (one page
at a time); its Indonesian model is looked for on this machine, never fetched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.errors import CekBuktiError
from checker.messages import _

os.environ['OMP_THREAD_LIMIT'] = '1'  # before tesserocr loads: four threads a page cost 4.6 times the time
import tesserocr

tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)

Gray = NDArray[np.uint8]
Pixels = tuple[int, int, int, int]
"""Left, top, right, bottom."""

LANGUAGE = 'ind'
SPARSE = 11
"""Tesseract's page mode 'sparse text': the modes that lay out the page themselves drop whole regions of noisy scans."""
BLOCK = 6
"""Its page mode for an image of one block of text."""
LINE = 7
"""Its page mode for an image of one line."""
LOUD = 80.0
"""Confidence of a word read well: true words of light scans lie at 85-97, texture of photos gives words up to 70."""
TALL = 1.6
"""Height of a word over that of its line's middle word: capitals beside words without ascenders reach 1.5."""
WHITE = 0.06
"""Inches of white around a piece of a page that is read alone."""


class EngineMissing(CekBuktiError):
    """Tesseract's Indonesian model is not on this machine."""

    def __init__(self) -> None:
        super().__init__(_("Model bahasa Indonesia untuk membaca hasil pindai tidak ditemukan. "
                           "Pasang paket tesseract-ocr-ind, lalu jalankan lagi."))


@dataclass(frozen=True, slots=True)
class Found:
    """A recognised word: pixels of the image that was read, confidence 0-100."""

    text: str
    box: Pixels
    confidence: float
    backed: bool = False
    """Whether a well-read word stands in the same line."""

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]


def model_folder() -> Path | None:
    """Where the Indonesian model is: CEKBUKTI_TESSDATA, the project's folder, or the system's. None: nowhere."""
    own = Path(str(files('checker'))).parent
    named = os.environ.get('CEKBUKTI_TESSDATA') or os.environ.get('TESSDATA_PREFIX')
    folders = [*([Path(named)] if named else []), own / 'tessdata', own / '.tessdata',
               *sorted(Path('/usr/share/tesseract-ocr').glob('*/tessdata'), reverse=True), Path('/usr/share/tessdata')]
    return next((folder for folder in folders if (folder / f'{LANGUAGE}.traineddata').is_file()), None)


@lru_cache(maxsize=1)
def _engine(folder: str) -> Any:
    """One engine a process: loading the model takes 50 ms and 30 MB."""
    return tesserocr.PyTessBaseAPI(path=folder, lang=LANGUAGE)


def words(gray: Gray, mode: int, dpi: float) -> list[Found]:
    """The words of an image in Tesseract's order. Raises EngineMissing."""
    folder = model_folder()
    if folder is None:
        raise EngineMissing
    engine = _engine(str(folder))
    engine.SetPageSegMode(mode)
    image = np.ascontiguousarray(gray)
    engine.SetImageBytes(image.tobytes(), image.shape[1], image.shape[0], 1, image.shape[1])
    engine.SetSourceResolution(round(dpi))
    try:
        return list(_parsed(engine.GetTSVText(0)))
    finally:
        engine.Clear()


def read_alone(image: Gray, box: Pixels, mode: int, dpi: float, finer: float = 1.0) -> list[Found]:
    """The words in a piece of the page, with white all around it: what lies beside must not be read along. `finer`: how
    much it is enlarged for that."""
    pad = round(WHITE * dpi)
    left, top = max(0, box[0] - 1), max(0, box[1] - 1)
    patch = cv2.copyMakeBorder(image[top:box[3] + 1, left:box[2] + 1], pad, pad, pad, pad, cv2.BORDER_CONSTANT,
                               value=255)
    if finer != 1:
        patch = cv2.resize(patch, None, fx=finer, fy=finer, interpolation=cv2.INTER_CUBIC)
    found = words(np.asarray(patch, np.uint8), mode, dpi * finer)
    return [replace(word, box=_moved(word.box, finer, left - pad, top - pad)) for word in found]


def _moved(box: Pixels, finer: float, across: int, down: int) -> Pixels:
    x0, y0, x1, y1 = (round(value / finer) for value in box)
    return (x0 + across, y0 + down, x1 + across, y1 + down)


def well_read(found: list[Found]) -> int:
    """How many words of letters were read well."""
    return sum(word.confidence >= LOUD and len(word.text) >= 4 and word.text.isalpha() for word in found)


def _parsed(tsv: str) -> Iterator[Found]:
    """Words of Tesseract's table: level, page, block, paragraph, line, word, x, y, width, height, confidence, text."""
    rows = (line.split('\t') for line in tsv.splitlines())
    cells = (row for row in rows if len(row) == 12 and row[0] == '5' and row[11].strip())
    for _line, members in groupby(cells, key=lambda row: row[2:5]):
        yield from _evened(_parted([_found(row) for row in members]))


def _found(cells: list[str]) -> Found:
    x, y, w, h = (int(cell) for cell in cells[6:10])
    return Found(cells[11].strip(), (x, y, x + w, y + h), float(cells[10]))


def _parted(line: list[Found]) -> list[Found]:
    """The words of a line, in whose order they come, without the boxes that run over their neighbours: one word's box
    is now and then that of its whole line."""
    result = list(line)
    for i, word in enumerate(line):
        left, right = (line[i - 1].box if i else None), (line[i + 1].box if i + 1 < len(line) else None)
        x0 = left[2] if left and word.box[0] < (left[0] + left[2]) / 2 < word.box[2] else word.box[0]
        x1 = right[0] if right and word.box[0] < (right[0] + right[2]) / 2 < word.box[2] else word.box[2]
        if (x0, x1) != (word.box[0], word.box[2]) and x1 - x0 > word.height / 4:
            result[i] = replace(word, box=(x0 + 1, word.box[1], x1 - 1, word.box[3]))
    return result


def _evened(line: list[Found]) -> Iterator[Found]:
    """The words of a line, none much taller than the others: specks and ruled lines stretch single boxes."""
    top, bottom = (median([word.box[k] for word in line]) for k in (1, 3))
    backed = well_read(line) > 0
    for word in (replace(word, backed=backed) for word in line):
        x0, y0, x1, y1 = word.box
        if len(line) >= 3 and y1 - y0 > TALL * (bottom - top):
            slack = 0.25 * (bottom - top)
            yield replace(word, box=(x0, int(max(y0, top - slack)), x1, int(min(y1, bottom + slack))))
        else:
            yield word

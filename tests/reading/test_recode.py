"""Pictures in fewer bytes: what has colour keeps it, nothing is enlarged, black and white stays legible."""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import Image

from checker.reading.recode import Picture, has_colour, recoded
from checker.reading.ways import BILEVEL_DPI, WAYS, Way
from tests.reading import paper


def sheet(*, ink: tuple[int, int, int] | None = None) -> Picture:
    """A scanned A4 page at 150 dpi in RGB; with `ink` a stroke of a pen in that colour."""
    grey = paper.scanned(paper.page())
    page = np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), np.uint8)
    if ink:
        points = np.array([(700 + t, 900 + 30 * np.sin(t / 20)) for t in range(250)], np.int32)
        cv2.polylines(page, [points], False, ink, 4)
    return page


def test_a_page_without_colour_becomes_grey_and_blue_ink_keeps_the_colours() -> None:
    assert recoded(sheet(), 150, Way(150, 75)).channels == 1
    signed = sheet(ink=(40, 50, 150))
    assert has_colour(signed)
    assert recoded(signed, 150, Way(150, 75)).channels == 3
    assert recoded(signed, 150, Way(150, 75, bilevel=True)).channels == 3
    assert recoded(signed, 150, Way(150, 75, grey=True)).channels == 1


def test_fewer_dots_where_there_are_more_than_wanted_and_never_more() -> None:
    page = sheet()
    small = recoded(page, 300, Way(150, 75))
    assert (small.width, small.height) == (620, 877)
    for dpi in (100, 150, 160):
        same = recoded(page, dpi, Way(150, 75))
        assert (same.width, same.height) == (1240, 1754)


def test_the_ways_go_from_large_to_small_on_a_scan() -> None:
    page = cv2.resize(sheet(), None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    sizes = {way: len(recoded(np.asarray(page, np.uint8), 300, way).data) for way in WAYS[1:]}
    jpegs = [size for way, size in sizes.items() if not way.bilevel]
    assert jpegs == sorted(jpegs, reverse=True)
    assert min(sizes.values()) == next(size for way, size in sizes.items() if way.bilevel)


def test_printed_paper_becomes_black_and_white_and_a_photograph_does_not() -> None:
    way = Way(150, 50, bilevel=True)
    assert recoded(paper.scanned(paper.page()), 150, way).channels == 0
    assert recoded(paper.photo(), 150, way).channels == 1


def test_faint_strokes_stay_in_black_and_white() -> None:
    image = paper.page()
    paper.sign(image, 700, 900, width=3)
    grey = np.asarray(np.clip(paper.scanned(image).astype(np.int16) + 60, 0, 255), np.uint8)  # a weak lamp, pale ink
    new = recoded(grey, BILEVEL_DPI, Way(150, 50, bilevel=True))
    assert new.channels == 0
    black = _unpacked(new.data, new.width, new.height)
    stroke = grey[890:1000, 690:960] < 170
    assert (black[890:1000, 690:960] & stroke).sum() > 0.9 * stroke.sum()
    assert black.mean() < 0.05


def _unpacked(data: bytes, width: int, height: int) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Where CCITT G4 data are black, by a TIFF around them (TIFF 6.0: white is zero)."""
    entries = [(256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 4), (262, 3, 0), (273, 4, 8), (277, 3, 1),
               (278, 4, height), (279, 4, len(data))]
    start = 8 + len(data) + len(data) % 2
    head = b'II*\0' + start.to_bytes(4, 'little') + data + b'\0' * (len(data) % 2)
    rows = b''.join(tag.to_bytes(2, 'little') + kind.to_bytes(2, 'little') + (1).to_bytes(4, 'little')
                    + value.to_bytes(4, 'little') for tag, kind, value in entries)
    with Image.open(io.BytesIO(head + len(entries).to_bytes(2, 'little') + rows + b'\0' * 4)) as image:
        return np.asarray(~np.asarray(image, np.bool_))

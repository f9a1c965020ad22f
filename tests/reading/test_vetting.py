"""What a child returns is believed only as far as it is plausible."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from checker.errors import Crashed, DamagedFile, TooLarge, TooManyPages, UnreadableFile
from checker.model import DigitalSignature, Document, Mark, Page, Pose, Sha256
from checker.reading.limits import Limits
from checker.reading.vetting import vet, vet_pages

TEXT = 'SK PPID\nNomor'
LINES = np.array([[0, 7, 0, 0], [8, 13, 1, 0]], np.int32)
BOXES = np.full((len(TEXT), 4), 50, np.float32)
PAGE = Page(1, 595, 842, 'fast', 'text', 'good', TEXT, BOXES, LINES)
LIMITS = Limits()


def document(*pages: Page) -> Document:
    return Document(Sha256('0' * 64), 'pdf', pages)


def posed(*matrix: float, read: tuple[float, float] = (595, 842)) -> Pose:
    return Pose(read, (842, 595), matrix)


def test_a_sound_page_passes_as_it_is() -> None:
    assert vet(document(PAGE), LIMITS).pages[0] is PAGE
    turned = replace(PAGE, pose=posed(0, 1, 0, -1, 0, 595, 0, 0, 1))
    assert vet(document(turned), LIMITS).pages[0] is turned


@pytest.mark.parametrize(('change', 'error'), [
    ({'width': float('nan')}, Crashed), ({'n': 2}, Crashed), ({'boxes': BOXES[1:]}, Crashed),
    ({'boxes': BOXES.astype(np.float64)}, Crashed), ({'boxes': np.full_like(BOXES, np.inf)}, Crashed),
    ({'lines': LINES + 1}, Crashed), ({'lines': LINES[::-1]}, Crashed), ({'lines': LINES - 1}, Crashed),
    ({'at': ('paragraf 1',)}, Crashed), ({'marks': (Mark('ink', (0, 0, float('nan'), 1)),)}, Crashed),
    ({'pose': posed(1, 0, 0, 0, 1, 0, 0, 0)}, Crashed), ({'pose': posed(1, 0, 0, 1, 0, 0, 0, 0, 1)}, Crashed),
    ({'pose': posed(1, 0, 0, 0, float('nan'), 0, 0, 0, 1)}, Crashed),
    ({'pose': posed(1, 0, 0, 0, 1, 0, 0, 0, 1, read=(100, 842))}, Crashed),
    ({'text': 'x' * 2_000_000, 'boxes': BOXES[:0]}, TooLarge)])
def test_nonsense_is_refused(change: dict[str, Any], error: type[UnreadableFile]) -> None:
    with pytest.raises(error):
        vet(document(replace(PAGE, **change)), LIMITS)


def test_boxes_and_marks_that_stick_out_are_clipped() -> None:
    boxes = BOXES.copy()
    boxes[0] = (-3, 840, 700, 900)
    found = vet(document(replace(PAGE, boxes=boxes, marks=(Mark('picture', (-9, 0, 9999, 842)),))), LIMITS).pages[0]
    assert found.boxes[0].tolist() == [0, 840, 595, 842]
    assert found.marks[0].box == (0, 0, 595, 842)


def test_unwanted_characters_are_replaced_without_moving_the_others() -> None:
    text = TEXT.replace('P', '\ud800', 1).replace('N', '\0')
    found = vet(document(replace(PAGE, text=text, hidden=('\x1b[2J',))), LIMITS).pages[0]
    assert (found.text, found.hidden) == ('SK \ufffdPID\n\ufffdomor', ('\ufffd[2J',))


def test_counts_of_pages_and_characters_have_limits() -> None:
    with pytest.raises(DamagedFile):
        vet(document(), LIMITS)
    with pytest.raises(TooManyPages):
        vet(document(PAGE, replace(PAGE, n=2)), Limits(pages=1))
    with pytest.raises(TooLarge):
        vet(document(PAGE, replace(PAGE, n=2)), Limits(text_chars=20))
    with pytest.raises(Crashed):
        vet_pages((PAGE, PAGE), (1, 2), LIMITS)


def test_a_signature_on_a_page_that_is_not_there_loses_its_place() -> None:
    signature = DigitalSignature('S\x00', True, 'file', False, None, None, None, 'tepercaya', 7, (0, 0, 1, 1))
    found = vet(replace(document(PAGE), signatures=(signature,)), LIMITS).signatures[0]
    assert (found.field, found.page, found.box) == ('S\ufffd', None, None)

"""The parent's own look at what a reading child returns: only plain, plausible data goes on.

Raises instead of guessing; clips boxes to the page and replaces characters that no reader should have let through.
Never opens a file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final, get_args

import numpy as np

from checker.errors import Crashed, DamagedFile, TooLarge, TooManyPages
from checker.model import MOST_RULES, Box, DigitalSignature, Document, Flaw, Floats, Look, Mark, Note, Page, Pose
from checker.poses import matrix_of
from checker.reading.limits import Limits

UNWANTED: Final = re.compile('[\0-\t\x0b-\x1f\x7f-\x9f\ud800-\udfff]')
"""Control characters but the newline, and halves of surrogate pairs: neither JSON nor SQLite takes them all."""
LONGEST_SIDE: Final = 1_000_000.0
"""Points. PDF ends at 14,400 units times a UserUnit that real plans set to 25 at most."""
FLAWS: Final = frozenset(get_args(Flaw))
MARKS: Final = 20_000
"""A page drawn of more pieces says nothing about signatures any more."""


def vet(document: Document, limits: Limits) -> Document:
    """The same document, clean. Raises TooManyPages, TooLarge (text), DamagedFile (no page), Crashed (nonsense)."""
    if not isinstance(document, Document):
        raise Crashed
    if not document.pages:
        raise DamagedFile
    if len(document.pages) > limits.pages:
        raise TooManyPages
    pages = vet_pages(document.pages, range(1, len(document.pages) + 1), limits)
    if [page.n for page in pages] != list(range(1, len(pages) + 1)):
        raise Crashed
    return replace(document, pages=pages, notes=tuple(_note(each) for each in document.notes),
                   signatures=tuple(_signature(each, pages) for each in document.signatures))


def vet_pages(pages: Sequence[Page], wanted: Collection[int], limits: Limits) -> tuple[Page, ...]:
    """The same pages, clean; only numbers of `wanted` may occur. Raises TooLarge and Crashed as `vet`."""
    if sum(len(page.text) for page in pages) > limits.text_chars:
        raise TooLarge
    if len({page.n for page in pages}) != len(pages):
        raise Crashed
    return tuple(_page(page, wanted, limits) for page in pages)


def vet_looks(found: Sequence[tuple[int, Mark]], looks: Sequence[Look]) -> tuple[tuple[int, Mark], ...]:
    """The same marks; only likelihoods over regions that were asked for may occur. Raises Crashed as `vet`."""
    asked = {(look.page, look.box) for look in looks}
    for n, mark in found:
        if (n, mark.box) not in asked or mark.kind not in ('pen', 'stamp', 'initials') or not 0 <= mark.amount <= 1:
            raise Crashed
    return tuple(found)


def _page(page: Page, wanted: Collection[int], limits: Limits) -> Page:
    sides = (page.width, page.height)
    if not isinstance(page, Page) or page.n not in wanted or not all(0 <= side <= LONGEST_SIDE for side in sides):
        raise Crashed
    if len(page.text) > limits.page_chars or len(page.marks) > MARKS:
        raise TooLarge
    if not set(page.flaws) <= FLAWS:
        raise Crashed
    _check_lines(page)
    if page.pose is not None:
        _check_pose(page.pose, page)
    boxes, rules = _boxes(page), _rules(page)
    text = clean(page.text)
    marks = tuple(_mark(each, page) for each in page.marks)
    hidden, at = tuple(map(clean, page.hidden)), tuple(map(clean, page.at))
    same = boxes is page.boxes and rules is page.rules and text is page.text
    if same and marks == page.marks and hidden == page.hidden and at == page.at:
        return page
    return replace(page, text=text, boxes=boxes, rules=rules, marks=marks, hidden=hidden, at=at)


def _check_lines(page: Page) -> None:
    """Lines lie in the text, in order, without overlap; one `at` a line or none."""
    lines = page.lines
    if lines.dtype != np.int32 or lines.ndim != 2 or lines.shape[1] != 4 or len(page.at) not in (0, len(lines)):
        raise Crashed
    if not len(lines):
        return
    starts, ends = lines[:, 0], lines[:, 1]
    if starts[0] < 0 or ends[-1] > len(page.text) or (starts > ends).any() or (starts[1:] < ends[:-1]).any():
        raise Crashed


def _check_pose(pose: Pose, page: Page) -> None:
    """Finite numbers that can be turned round, and the page's own size."""
    numbers = (*pose.shown, *pose.read, *pose.matrix)
    if len(numbers) != 13 or not all(isinstance(value, float | int) and math.isfinite(value) for value in numbers):
        raise Crashed
    sane = all(0 < side <= LONGEST_SIDE for side in pose.shown) and abs(np.linalg.det(matrix_of(pose))) > 1e-6
    if not sane or pose.read != (page.width, page.height):
        raise Crashed


def _boxes(page: Page) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """The boxes themselves where all lie in the page, else clipped ones."""
    if page.boxes.dtype != np.float32 or page.boxes.shape not in ((len(page.text), 4), (0, 4)):
        raise Crashed
    return _clipped(page.boxes, page)


def _rules(page: Page) -> Floats:
    rules = page.rules
    if rules.dtype != np.float32 or rules.ndim != 2 or rules.shape[1] != 4 or len(rules) > MOST_RULES:
        raise Crashed
    return _clipped(rules, page)


def _clipped(boxes: Floats, page: Page) -> Floats:
    if not len(boxes):
        return boxes
    low, high = boxes.min(axis=0), boxes.max(axis=0)
    if not (np.isfinite(low).all() and np.isfinite(high).all()):
        raise Crashed
    if low.min() >= 0 and max(high[0], high[2]) <= page.width and max(high[1], high[3]) <= page.height:
        return boxes
    return boxes.clip(0, np.array([page.width, page.height] * 2, np.float32))


def _mark(mark: Mark, page: Page) -> Mark:
    if not math.isfinite(mark.amount):
        raise Crashed
    box, text = _box(mark.box, page), clean(mark.text)
    return mark if box == mark.box and text is mark.text else replace(mark, box=box, text=text)


def _box(box: Box, page: Page) -> Box:
    if not all(map(math.isfinite, box)):
        raise Crashed
    x0, y0, x1, y1 = box
    return (min(max(x0, 0.0), page.width), min(max(y0, 0.0), page.height),
            min(max(x1, 0.0), page.width), min(max(y1, 0.0), page.height))


def _note(note: Note) -> Note:
    return replace(note, code=clean(note.code), message=clean(note.message))


def _signature(signature: DigitalSignature, pages: Sequence[Page]) -> DigitalSignature:
    """The same signature; a page that the document has not is dropped with its box."""
    words = {name: clean(value) for name in ('field', 'signer', 'issuer', 'time')
             if (value := getattr(signature, name)) is not None}
    n = signature.page
    if n is None or not 1 <= n <= len(pages):
        return replace(signature, page=None, box=None, **words)  # type: ignore[arg-type]  # all four are strings
    box = _box(signature.box, pages[n - 1]) if signature.box else None
    return replace(signature, box=box, **words)  # type: ignore[arg-type]  # all four are strings


def clean(text: str) -> str:
    """The text with U+FFFD for every unwanted character, so that offsets stay; the same object where there is none."""
    return UNWANTED.sub('\ufffd', text) if UNWANTED.search(text) else text

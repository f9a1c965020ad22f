"""Labelled cases: a page with a signer's block in a known state. Deterministic by seed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.signatures.looks import LOOKS, Matrix
from tests.signatures.pens import PENS, Mask, Rng, as_mask
from tests.signatures.sheets import Box, Rgb, Sheet, sheet
from tests.signatures.stamps import STAMPS

State = Literal[
    'pen',
    'pen-stamp',
    'pen-over-text',
    'faint-pen',
    'pen-duty-stamp',
    'empty',
    'stamp',
    'paraf',
    'ruled',
    'bleed',
    'typed',
    'dirt',
    'watermark',
    'qr',
]
SIGNED: tuple[State, ...] = ('pen', 'pen-stamp', 'pen-over-text', 'faint-pen', 'pen-duty-stamp')
UNSIGNED: tuple[State, ...] = ('empty', 'stamp', 'paraf', 'ruled', 'bleed', 'typed', 'dirt', 'watermark', 'qr')
_SIGNED_SHARES = (0.34, 0.36, 0.12, 0.1, 0.08)
_UNSIGNED_SHARES = (0.19, 0.24, 0.13, 0.1, 0.1, 0.08, 0.06, 0.05, 0.05)
_BLUES = ((35, 55, 150), (20, 40, 120), (60, 80, 190), (30, 30, 95))
_BLACKS = ((20, 20, 24), (45, 45, 50), (70, 70, 75))
_STAMPS = ((95, 50, 150), (60, 60, 170), (120, 70, 160), (170, 40, 60), (40, 40, 45), (30, 60, 160))


@dataclass(frozen=True, slots=True)
class Case:
    """`image` as handed in, at `dpi`; boxes in its pixels."""

    state: State
    pen: str
    stamp: str
    look: str
    dpi: int
    image: Rgb
    office: Box
    name: Box
    words: tuple[Box, ...]
    em: float
    lines: tuple[str, ...]
    initials: bool

    @property
    def signed(self) -> bool:
        return self.state in SIGNED

    @property
    def stamped(self) -> bool:
        return self.state in ('stamp', 'pen-stamp')


def case(
    seed: int,
    *,
    whole: bool = True,
    pens: tuple[str, ...] = tuple(PENS),
    stamps: tuple[str, ...] = tuple(STAMPS),
    looks: tuple[str, ...] = tuple(LOOKS),
    dpis: tuple[int, ...] = (100, 150, 200, 200, 300),
    stamped: bool = False,
) -> Case:
    """Case number `seed`: half are signed. `stamped`: all bear a stamp."""
    rng = np.random.default_rng(seed)
    state = (
        SIGNED[rng.choice(len(SIGNED), p=_SIGNED_SHARES)]
        if rng.random() < 0.5
        else UNSIGNED[rng.choice(len(UNSIGNED), p=_UNSIGNED_SHARES)]
    )
    if stamped:
        state = 'pen-stamp' if state in SIGNED else 'stamp'
    pen, stamp, look = (str(rng.choice(names)) for names in (pens, stamps, looks))
    if state == 'faint-pen' and look == 'bilevel':
        state = 'pen'  # black and white keeps nothing of a faint pen: nobody could see it
    dpi = int(rng.choice(dpis))
    words = str(rng.choice(('ttd', 'ttd.', 'dto', 'd.t.o', 'TTD'))) if state == 'typed' else ''
    page = sheet(rng, whole=whole, middle=words)
    initials = _mark(rng, page, state, pen, stamp)
    if not whole:
        page = _near(page)
    image, matrix = LOOKS[look](rng, page.image, dpi)
    moved = [_moved(box, matrix) for box in (page.office, page.name, *page.words)]
    return Case(
        state,
        pen,
        stamp,
        look,
        dpi,
        image,
        moved[0],
        moved[1],
        tuple(moved[2:]),
        page.em * dpi / 200,
        tuple(page.lines),
        initials,
    )


def _near(page: Sheet) -> Sheet:
    """Only the block and what is about it."""
    x, y = max(0, round(page.gap[0]) - 330), max(0, round(page.gap[1]) - 190)
    image = page.image[y : round(page.gap[3]) + 210, x : round(page.gap[2]) + 330].copy()

    def moved(box: Box) -> Box:
        return (box[0] - x, box[1] - y, box[2] - x, box[3] - y)

    words = [moved(word) for word in page.words]
    beside = moved(page.beside) if page.beside else None
    return Sheet(image, words, moved(page.office), moved(page.name), moved(page.gap), page.em, page.lines, beside)


def _mark(rng: Rng, page: Sheet, state: State, pen: str, stamp: str) -> bool:
    """Draws the state, and what is beside it; whether there are initials too."""
    if page.beside and rng.random() < 0.6:
        _beside(rng, page, pen, stamp)
    if state in ('pen-stamp', 'stamp'):
        first = rng.random() < 0.5
        if first:
            _press(rng, page, stamp)
        if state == 'pen-stamp':
            _sign(rng, page, pen, same=rng.random() < 0.3)
        if not first:
            _press(rng, page, stamp)
    elif state in ('pen', 'pen-over-text', 'faint-pen'):
        _sign(rng, page, pen, low=state == 'pen-over-text', faint=state == 'faint-pen')
    elif state == 'pen-duty-stamp':
        _duty_stamp(rng, page)
        _sign(rng, page, pen)
    elif state == 'bleed':
        _bleed(rng, page, pen, stamp)
    elif state == 'ruled':
        _ruled(rng, page)
    elif state == 'dirt':
        _dirt(rng, page)
    elif state == 'watermark':
        _watermark(rng, page)
    elif state == 'qr':
        _qr(rng, page)
    if state == 'paraf' or (state not in ('bleed', 'watermark') and rng.random() < 0.1):
        _paraf(rng, page, pen)
        return True
    return False


def _colour(rng: Rng, colours: tuple[tuple[int, int, int], ...]) -> NDArray[np.float64]:
    return np.asarray(
        np.clip(np.array(colours[int(rng.integers(len(colours)))]) + rng.normal(0, 10, 3), 0, 255), np.float64
    )


def _ink(rng: Rng, page: Sheet, mask: Mask, x: float, y: float, colour: NDArray[np.float64], strength: float) -> None:
    """Ink darkens what lies under it, as real ink does."""
    h, w = mask.shape
    x0, y0 = round(x), round(y)
    a, b = max(0, y0), max(0, x0)
    c, d = min(page.image.shape[0], y0 + h), min(page.image.shape[1], x0 + w)
    if c <= a or d <= b:
        return
    cover = (mask[a - y0 : c - y0, b - x0 : d - x0] * strength)[..., None]
    part = page.image[a:c, b:d].astype(np.float32)
    page.image[a:c, b:d] = (part * (1 - cover * (1 - colour / 255))).astype(np.uint8)


def _sign(rng: Rng, page: Sheet, pen: str, *, low: bool = False, faint: bool = False, same: bool = False) -> None:
    """A sign in the gap, or leaving it: over the name, over the office, beyond the sides."""
    x0, y0, x1, y1 = page.gap
    height, width = int(rng.uniform(0.55, 1.35) * (y1 - y0)), int(rng.uniform(150, 430))
    mask = PENS[pen](rng, max(50, height), width)
    colour = _colour(rng, _STAMPS if same else _BLUES if rng.random() < 0.45 else _BLACKS)
    strength = rng.uniform(0.28, 0.5) if faint else rng.uniform(0.7, 1.0)
    middle = (y0 + y1) / 2 + (rng.uniform(0.2, 0.42) if low else rng.normal(0, 0.12)) * (y1 - y0)
    left = x0 + rng.uniform(-0.15, 0.45) * max(150, x1 - x0)
    _ink(rng, page, mask, left, middle - mask.shape[0] / 2, colour, strength)


def _press(rng: Rng, page: Sheet, stamp: str) -> None:
    """A stamp left of the sign, mostly over its beginning and a part of the office or the name."""
    x0, y0, _x1, y1 = page.gap
    mask = STAMPS[stamp](rng, int(rng.uniform(230, 340)))
    x = x0 + rng.uniform(-0.55, 0.25) * mask.shape[1] + rng.uniform(-20, 60)
    y = (y0 + y1) / 2 - mask.shape[0] / 2 + rng.normal(0, 22)
    _ink(rng, page, mask, x, y, _colour(rng, _STAMPS), rng.uniform(0.6, 1.0))


def _paraf(rng: Rng, page: Sheet, pen: str) -> None:
    """Initials beside the name or the office, small."""
    size = int(rng.uniform(34, 66))
    mask = PENS[pen](rng, size, int(size * rng.uniform(0.8, 1.5)))
    box = page.name if rng.random() < 0.6 else page.office
    x = box[2] + rng.uniform(4, 30) if rng.random() < 0.6 else box[0] - mask.shape[1] - rng.uniform(2, 20)
    y = box[1] + rng.uniform(-8, 12) - size / 4
    _ink(rng, page, mask, x, y, _colour(rng, _BLUES + _BLACKS), rng.uniform(0.6, 1.0))


def _bleed(rng: Rng, page: Sheet, pen: str, stamp: str) -> None:
    """What the other side of the paper shows: mirrored, faint, blurred."""
    for _ in range(int(rng.integers(1, 4))):
        mask = PENS[pen](rng, 150, 320) if rng.random() < 0.5 else STAMPS[stamp](rng, 280)
        if rng.random() < 0.4:
            lines = np.zeros((220, 420), np.uint8)
            for i in range(5):
                cv2.putText(
                    lines, 'informasi publik daerah dokumentasi', (0, 36 * (i + 1)), 0, 0.8, 255, 2, cv2.LINE_AA
                )
            mask = as_mask(lines)
        soft = np.asarray(cv2.GaussianBlur(mask[:, ::-1], (0, 0), rng.uniform(1.2, 3)), np.float32)
        x, y = page.gap[0] + rng.uniform(-150, 200), page.gap[1] + rng.uniform(-80, 60)
        _ink(rng, page, soft, x, y, np.array([90.0, 90, 95]), rng.uniform(0.06, 0.2))


def _ruled(rng: Rng, page: Sheet) -> None:
    """Dotted and drawn lines to sign on, cells, brackets."""
    x0, y0, x1, _y1 = (round(v) for v in page.gap)
    bottom, kind = round(page.gap[3]) - int(rng.integers(2, 14)), int(rng.integers(4))
    right = max(x1, x0 + 260)
    if kind == 0:
        cv2.line(page.image, (x0, bottom), (right, bottom), (30, 30, 30), int(rng.integers(1, 4)))
    elif kind == 1:
        for x in range(x0, right, 9):
            cv2.circle(page.image, (x, bottom), 1, (20, 20, 20), -1, cv2.LINE_AA)
    elif kind == 2:
        cv2.rectangle(page.image, (x0 - 25, y0 - 4), (right + 25, bottom + 90), (20, 20, 20), 2)
        cv2.line(page.image, (x0 - 25, y0 + 6), (right + 25, y0 + 6), (20, 20, 20), 2)
    else:
        for x in (x0 - 30, (x0 + right) // 2, right + 20):
            cv2.line(page.image, (x, y0 - 90), (x, bottom + 60), (20, 20, 20), 2)


def _dirt(rng: Rng, page: Sheet) -> None:
    """Specks, a crease, a staple's shadow, a hair, a punch hole."""
    x0, y0, x1, y1 = (round(v) for v in page.gap)
    for _ in range(int(rng.integers(5, 60))):
        at = (int(rng.integers(x0 - 80, x1 + 80)), int(rng.integers(max(1, y0 - 60), y1 + 60)))
        cv2.circle(page.image, at, int(rng.integers(1, 4)), (90, 90, 90), -1)
    if rng.random() < 0.6:
        a, b = (int(rng.integers(0, 200)), int(rng.integers(y0, y1))), (page.image.shape[1], int(rng.integers(y0, y1)))
        crease = page.image.copy()
        cv2.line(crease, a, b, (150, 150, 150), int(rng.integers(2, 7)))
        page.image[:] = cv2.addWeighted(page.image, 0.6, cv2.GaussianBlur(crease, (0, 0), 1.5), 0.4, 0)
    if rng.random() < 0.4:
        cv2.circle(page.image, (int(rng.integers(20, 60)), int(rng.integers(y0, y1))), 22, (60, 60, 60), -1)


def _watermark(rng: Rng, page: Sheet) -> None:
    """DRAFT or SALINAN in large pale letters across the block."""
    text = str(rng.choice(('DRAFT', 'RANCANGAN', 'SALINAN', 'COPY')))
    letters = np.zeros((420, 900), np.uint8)
    cv2.putText(letters, text, (30, 260), cv2.FONT_HERSHEY_DUPLEX, 5.5 if len(text) < 8 else 4.0, 255, 16, cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((450, 210), float(rng.uniform(0, 35)), 0.9)
    mask = as_mask(cv2.warpAffine(letters, turn, (900, 420)))
    _ink(rng, page, mask, page.gap[0] - 250, page.gap[1] - 180, np.array([120.0, 120, 120]), rng.uniform(0.15, 0.45))


def _beside(rng: Rng, page: Sheet, pen: str, stamp: str) -> None:
    """The other signer's sign and stamp, which may reach into this block."""
    assert page.beside is not None
    other = replace(page, gap=page.beside)
    if rng.random() < 0.4:
        _press(rng, other, stamp)
    _sign(rng, other, pen)


def _qr(rng: Rng, page: Sheet) -> None:
    """The code of an electronic signature, printed and scanned, alone or beside an emblem and a line of words."""
    link = f'https://contoh.example/{rng.integers(10**8)}'
    code = cv2.QRCodeEncoder.create().encode(link)
    size = int(rng.uniform(0.6, 1.05) * max(90, page.gap[3] - page.gap[1]))
    mask = as_mask(255 - cv2.resize(code, (size, size), interpolation=cv2.INTER_NEAREST))
    x = page.gap[0] + rng.uniform(-20, 90)
    y = (page.gap[1] + page.gap[3] - size) / 2 + rng.normal(0, 6)
    _ink(rng, page, mask, x, y, np.array([10.0, 10, 10]), 1.0)
    if rng.random() < 0.5:
        words = np.zeros((60, 420), np.uint8)
        for i, line in enumerate(('Ditandatangani secara', 'elektronik oleh')):
            cv2.putText(words, line, (4, 24 * (i + 1)), 0, 0.7, 255, 1, cv2.LINE_AA)
        _ink(rng, page, as_mask(words), x + size + 12, y + size / 3, np.array([20.0, 20, 20]), 1.0)


def _duty_stamp(rng: Rng, page: Sheet) -> None:
    """A duty stamp: a coloured rectangle glued left of the sign."""
    x, y = round(page.gap[0] - rng.uniform(0, 70)), round(page.gap[1] + rng.uniform(-10, 25))
    patch = page.image[y : y + 130, max(0, x) : x + 190]
    if patch.size:
        patch[:] = np.clip(
            patch * 0.2 + np.array([200, 120, 150]) * 0.8 + rng.normal(0, 14, patch.shape), 0, 255
        ).astype(np.uint8)
        cv2.putText(
            page.image, '10000', (max(0, x) + 20, y + 75), cv2.FONT_HERSHEY_DUPLEX, 1.2, (90, 40, 70), 2, cv2.LINE_AA
        )


def _moved(box: Box, matrix: Matrix) -> Box:
    corners = np.array([[[box[0], box[1]], [box[2], box[1]], [box[2], box[3]], [box[0], box[3]]]], np.float64)
    x, y = cv2.perspectiveTransform(corners, matrix)[0].T
    return (float(x.min()), float(y.min()), float(x.max()), float(y.max()))

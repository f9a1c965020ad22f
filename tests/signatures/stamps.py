"""Rubber stamps of invented offices, by five generators: round, oval, rectangular, many-sided, and with an emblem.

Each gives a mask at 200 dpi, 0 (paper) to 1 (full ink), of about the size asked for.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.signatures.pens import Mask, Rng, as_mask

Sheet = NDArray[np.uint8]
_FACES = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_TRIPLEX)
_WORDS = (
    'PEMERINTAH',
    'KABUPATEN',
    'DINAS',
    'KECAMATAN',
    'SUKAMAJU',
    'KEPALA',
    'BADAN',
    'SEKRETARIAT',
    'DAERAH',
    'KOTA',
    'DESA',
    'UPTD',
    'PUSKESMAS',
    'RSUD',
    'INSPEKTORAT',
)


def round_stamp(rng: Rng, size: int) -> Mask:
    """Two rings with words along the arc and words or a star in the middle."""
    sheet = np.zeros((size, size), np.uint8)
    centre, radius = size // 2, size // 2 - 4
    thick = int(rng.integers(2, 6))
    cv2.circle(sheet, (centre, centre), radius, 255, thick, cv2.LINE_AA)
    if rng.random() < 0.7:
        cv2.circle(sheet, (centre, centre), radius - thick - 4, 255, max(1, thick // 3), cv2.LINE_AA)
    inner = int(radius * rng.uniform(0.45, 0.68))
    if rng.random() < 0.75:
        cv2.circle(sheet, (centre, centre), inner, 255, int(rng.integers(1, 4)), cv2.LINE_AA)
    _along(rng, sheet, ' '.join(rng.choice(_WORDS, 3)), centre, (radius + inner) / 2, radius - inner)
    _middle(rng, sheet, centre, centre, int(inner * 1.5))
    return _pressed(rng, sheet)


def oval_stamp(rng: Rng, size: int) -> Mask:
    """An oval frame, lying or standing, with words in lines or along it."""
    flat = rng.uniform(0.45, 0.85)
    h, w = (int(size * flat), size) if rng.random() < 0.8 else (size, int(size * flat))
    sheet = np.zeros((h, w), np.uint8)
    middle, axes = (w // 2, h // 2), (w // 2 - 4, h // 2 - 4)
    cv2.ellipse(sheet, middle, axes, 0, 0, 360, 255, int(rng.integers(2, 7)), cv2.LINE_AA)
    if rng.random() < 0.6:
        step = int(rng.integers(8, 22))
        cv2.ellipse(
            sheet, middle, (axes[0] - step, axes[1] - step), 0, 0, 360, 255, int(rng.integers(1, 3)), cv2.LINE_AA
        )
    _middle(rng, sheet, *middle, int(w * rng.uniform(0.4, 0.65)))
    return _pressed(rng, sheet)


def square_stamp(rng: Rng, size: int) -> Mask:
    """A rectangle with lines of words, as committees and received-stamps have."""
    sheet = np.zeros((int(size * rng.uniform(0.4, 0.7)), size), np.uint8)
    h, w = sheet.shape
    cv2.rectangle(sheet, (4, 4), (w - 5, h - 5), 255, int(rng.integers(2, 6)))
    if rng.random() < 0.4:
        cv2.rectangle(sheet, (12, 12), (w - 13, h - 13), 255, 1)
    lines = int(rng.integers(2, 4))
    for i in range(lines):
        _centred(
            rng,
            sheet,
            ' '.join(rng.choice(_WORDS, 2)),
            w // 2,
            int(h * (i + 1) / (lines + 1)),
            int(w * 0.85),
            h // (lines + 2),
        )
    return _pressed(rng, sheet)


def emblem_stamp(rng: Rng, size: int) -> Mask:
    """A ring around a full shape: a shield, a star, rays."""
    sheet = np.zeros((size, size), np.uint8)
    centre, radius = size // 2, size // 2 - 4
    cv2.circle(sheet, (centre, centre), radius, 255, int(rng.integers(2, 7)), cv2.LINE_AA)
    _along(rng, sheet, ' '.join(rng.choice(_WORDS, 4)), centre, radius * 0.82, radius * 0.28)
    points = int(rng.integers(5, 13))
    angles = np.linspace(0, 2 * np.pi, 2 * points, endpoint=False)
    reach = np.where(np.arange(2 * points) % 2, rng.uniform(0.2, 0.45), 0.6) * radius
    shape = np.stack([centre + reach * np.cos(angles), centre + reach * np.sin(angles)], 1).astype(np.int32)
    if rng.random() < 0.5:
        cv2.fillPoly(sheet, [shape], 255, cv2.LINE_AA)
    else:
        cv2.polylines(sheet, [shape], True, 255, 3, cv2.LINE_AA)
    return _pressed(rng, sheet)


def sided_stamp(rng: Rng, size: int) -> Mask:
    """A frame of three to eight sides with words in it."""
    sheet = np.zeros((size, size), np.uint8)
    sides, centre = int(rng.integers(3, 9)), size // 2
    for shrink in (1.0, rng.uniform(0.75, 0.92)):
        angles = np.linspace(0, 2 * np.pi, sides, endpoint=False) - np.pi / 2
        reach = (centre - 6) * shrink
        corners = np.stack([centre + reach * np.cos(angles), centre + reach * np.sin(angles)], 1).astype(np.int32)
        cv2.polylines(sheet, [corners], True, 255, int(rng.integers(2, 6)), cv2.LINE_AA)
        if rng.random() < 0.4:
            break
    _middle(rng, sheet, centre, centre, int(size * 0.45))
    return _pressed(rng, sheet)


STAMPS: dict[str, Callable[[Rng, int], Mask]] = {
    'round': round_stamp,
    'oval': oval_stamp,
    'square': square_stamp,
    'emblem': emblem_stamp,
    'sided': sided_stamp,
}


def _along(rng: Rng, sheet: Sheet, text: str, centre: int, radius: float, room: float) -> None:
    """Letters around the ring, each turned to stand on it."""
    face = int(rng.choice(_FACES))
    scale = max(0.3, room / 42)
    step = min(2 * np.pi / max(8, len(text)), room / radius * 0.9)
    first = -np.pi / 2 - step * len(text) / 2
    for i, letter in enumerate(text):
        angle = first + i * step
        patch = np.zeros((80, 80), np.uint8)
        cv2.putText(patch, letter, (24, 56), face, scale, 255, max(1, round(scale * 2)), cv2.LINE_AA)
        turn = cv2.getRotationMatrix2D((40, 46), -np.degrees(angle) - 90, 1)
        turned = np.asarray(cv2.warpAffine(patch, turn, (80, 80)), np.uint8)
        x, y = int(centre + radius * np.cos(angle)) - 40, int(centre + radius * np.sin(angle)) - 46
        _paste(sheet, turned, x, y)


def _paste(sheet: Sheet, patch: Sheet, x: int, y: int) -> None:
    x0, y0 = max(0, x), max(0, y)
    x1, y1 = min(sheet.shape[1], x + patch.shape[1]), min(sheet.shape[0], y + patch.shape[0])
    if x1 > x0 and y1 > y0:
        sheet[y0:y1, x0:x1] = np.maximum(sheet[y0:y1, x0:x1], patch[y0 - y : y1 - y, x0 - x : x1 - x])


def _middle(rng: Rng, sheet: Sheet, x: int, y: int, width: int) -> None:
    lines = int(rng.integers(1, 4))
    for i in range(lines):
        _centred(
            rng,
            sheet,
            str(rng.choice(_WORDS)),
            x,
            y + int((i - (lines - 1) / 2) * width * 0.3),
            width,
            int(width * 0.26),
        )


def _centred(rng: Rng, sheet: Sheet, text: str, x: int, y: int, width: int, height: int) -> None:
    face = int(rng.choice(_FACES))
    (w, h), _base = cv2.getTextSize(text, face, 1.0, 2)
    scale = min(width / w, height / h)
    cv2.putText(
        sheet,
        text,
        (int(x - w * scale / 2), int(y + h * scale / 2)),
        face,
        scale,
        255,
        max(1, round(scale * 2)),
        cv2.LINE_AA,
    )


def _pressed(rng: Rng, sheet: Sheet) -> Mask:
    """Pressed a little askew and unevenly: one side faint, spots without ink."""
    h, w = sheet.shape
    turn = cv2.getRotationMatrix2D((w / 2, h / 2), float(rng.normal(0, 12)), 0.96)
    mask = as_mask(cv2.warpAffine(sheet, turn, (w, h)))
    broad = cv2.GaussianBlur(rng.random((h, w)).astype(np.float32), (0, 0), h / 5)
    fine = cv2.GaussianBlur(rng.random((h, w)).astype(np.float32), (0, 0), 1.5)
    broad, fine = ((g - g.min()) / max(1e-6, float(np.ptp(g))) for g in (broad, fine))
    strength = np.clip(rng.uniform(0.5, 1.1) + rng.uniform(0, 0.9) * (broad - 0.5), 0.05, 1)
    return np.asarray(mask * strength * np.clip(0.55 + rng.uniform(0, 0.9) * fine, 0, 1), np.float32)

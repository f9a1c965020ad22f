"""Strokes of pens, by five generators that have nothing in common: none imitates a person's sign.

Each gives a mask of `height` x `width` pixels at 200 dpi, 0 (paper) to 1 (full ink).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.float32]
Path = NDArray[np.float64]
Rng = np.random.Generator
Pen = Callable[[Rng, int, int], Mask]
_FINE = 3
"""Strokes are drawn so many times larger and shrunk, so that their edges are soft."""


def splines(rng: Rng, height: int, width: int) -> Mask:
    """Smooth curves through points that jump up and down from left to right, with a flourish under them."""
    count = int(rng.integers(7, 16))
    x = np.sort(rng.uniform(0, 1, count)) + rng.normal(0, 0.06, count)
    y = 0.5 + rng.choice((-1, 1), count) * rng.uniform(0.05, 0.45, count) * np.linspace(1, rng.uniform(0.3, 1), count)
    paths = [_smooth(np.stack([x, y], 1))]
    if rng.random() < 0.5:
        ends = np.array(
            [[rng.uniform(0, 0.3), rng.uniform(0.7, 1)], [0.5, rng.uniform(0.7, 0.95)], [1, rng.uniform(0.6, 1)]]
        )
        paths.append(_smooth(ends))
    return _drawn(rng, paths, height, width)


def kinematic(rng: Rng, height: int, width: int) -> Mask:
    """Overlapping lognormal strokes, as fast movements of an arm are described."""
    times = np.linspace(0, 1, 900)
    velocity = np.zeros((900, 2))
    for i in range(int(rng.integers(6, 15))):
        start = 0.02 + 0.075 * i * rng.uniform(0.8, 1.2)
        since = np.maximum(times - start, 1e-4)
        speed = np.exp(-((np.log(since) + 2.6) ** 2) / (2 * rng.uniform(0.2, 0.4) ** 2)) / since * (times > start)
        first, last = rng.uniform(0, 2 * np.pi), rng.uniform(0, 2 * np.pi)
        angle = first + (last - first) * np.clip(since / 0.15, 0, 1)
        velocity += rng.uniform(0.4, 1.3) * speed[:, None] * np.stack([np.cos(angle) + 0.35, np.sin(angle)], 1)
    return _drawn(rng, [np.cumsum(velocity, axis=0)], height, width)


def oscillating(rng: Rng, height: int, width: int) -> Mask:
    """Two oscillators with slowly changing amplitudes over a drift: loops like quick handwriting."""
    t = np.linspace(0, 1, 700)
    turns = rng.uniform(4, 12)
    swell = np.interp(t, np.linspace(0, 1, 7), rng.uniform(0.15, 1, 7))
    x = t * rng.uniform(1.5, 4) + 0.25 * swell * np.sin(2 * np.pi * turns * t + rng.uniform(0, 6))
    y = swell * np.sin(2 * np.pi * turns * t * rng.choice((1, 1, 0.5)) + rng.uniform(0, 6)) + rng.normal(0, 0.3) * t
    paths = [np.stack([x, y], 1)]
    if rng.random() < 0.4:
        paths.append(np.stack([np.linspace(0, 3, 60), 1.1 + 0.2 * np.sin(np.linspace(0, 3, 60))], 1))
    return _drawn(rng, paths, height, width)


def written(rng: Rng, height: int, width: int) -> Mask:
    """Letters of a joined hand, slanted and shaken, mostly after a large first one."""
    points: list[tuple[float, float]] = []
    at = 0.0
    for i, letter in enumerate(rng.choice(list(_LETTERS), int(rng.integers(3, 9)))):
        size = rng.uniform(1.5, 2.6) if i == 0 else rng.uniform(0.7, 1.2)
        shape = np.array(_LETTERS[str(letter)]) * size + rng.normal(0, 0.04, (len(_LETTERS[str(letter)]), 2))
        points += [(at + x, -y) for x, y in shape.tolist()]
        at += float(shape[:, 0].max()) * rng.uniform(0.8, 1.05)
    path = np.array(points)
    path[:, 0] -= path[:, 1] * rng.uniform(-0.2, 0.8)
    return _drawn(rng, [_smooth(path)], height, width)


_LETTERS = {
    'l': ((0, 0), (0.3, 0.6), (0.25, 1), (0.1, 0.6), (0.25, 0), (0.5, 0.1)),
    'e': ((0, 0.2), (0.3, 0.35), (0.25, 0.5), (0.1, 0.3), (0.25, 0), (0.5, 0.15)),
    'u': ((0, 0.45), (0.05, 0.1), (0.2, 0), (0.35, 0.45), (0.37, 0.05), (0.5, 0.1)),
    'n': ((0, 0.4), (0.02, 0), (0.15, 0.45), (0.3, 0.4), (0.3, 0), (0.45, 0.1)),
    'o': ((0.3, 0.45), (0.05, 0.25), (0.2, 0), (0.4, 0.25), (0.28, 0.47), (0.5, 0.4)),
    'g': ((0.3, 0.45), (0.05, 0.3), (0.25, 0.1), (0.35, 0.45), (0.3, -0.4), (0.1, -0.4), (0.45, 0.15)),
    'h': ((0, 0), (0.15, 0.9), (0.05, 0.9), (0.05, 0), (0.2, 0.45), (0.35, 0.3), (0.35, 0), (0.5, 0.1)),
    's': ((0, 0.1), (0.25, 0.5), (0.1, 0.35), (0.3, 0.1), (0.05, 0), (0.45, 0.1)),
    't': ((0.15, 0.9), (0.12, 0.1), (0.25, 0), (0.3, 0.6), (0, 0.55), (0.45, 0.6)),
    'r': ((0, 0), (0.1, 0.5), (0.2, 0.42), (0.22, 0), (0.45, 0.1)),
}
"""Heights over the base line, of letters half as wide as high."""


def curved(rng: Rng, height: int, width: int) -> Mask:
    """A line whose curvature changes at random along its way, with lifts of the pen."""
    paths = []
    at = np.zeros(2)
    for _ in range(int(rng.integers(2, 5))):
        knots = rng.normal(0, 1, int(rng.integers(4, 10))) * rng.uniform(6, 22)
        curvature = np.interp(np.linspace(0, 1, 400), np.linspace(0, 1, len(knots)), knots)
        angle = rng.uniform(-1.2, 1.2) + np.cumsum(curvature) / 400
        path = at + np.cumsum(np.stack([np.cos(angle) + 0.25, np.sin(angle)], 1), axis=0) / 400
        paths.append(path)
        at = path[-1] + rng.normal(0, 0.12, 2)
    return _drawn(rng, paths, height, width)


PENS: dict[str, Pen] = {
    'splines': splines,
    'kinematic': kinematic,
    'oscillating': oscillating,
    'written': written,
    'curved': curved,
}


def _smooth(points: Path) -> Path:
    """A closed form of Catmull-Rom: 40 steps between neighbours."""
    padded = np.vstack([points[0], points, points[-1]])
    t = np.linspace(0, 1, 40)[:, None]
    return np.vstack(
        [
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
            for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
        ]
    )


def _drawn(rng: Rng, paths: list[Path], height: int, width: int) -> Mask:
    """The paths fitted into the box and drawn: thinner where the pen is fast, with a little tremor and dry spots."""
    whole = np.vstack(paths)
    low, span = whole.min(axis=0), np.maximum(np.ptp(whole, axis=0), 1e-6)
    room = np.array([width, height]) * _FINE
    pad = 8 * _FINE
    scale = (room - 2 * pad) / span
    if rng.random() < 0.5:
        scale = np.full(2, scale.min())
    mask = np.zeros((height * _FINE, width * _FINE), np.uint8)
    broad = rng.uniform(1.6, 5.5) * _FINE
    for path in paths:
        points = (path - low) * scale + pad + cv2.GaussianBlur(rng.normal(0, 2, path.shape), (1, 9), 2)
        speed = np.linalg.norm(np.diff(points, axis=0), axis=1)
        thick = broad * np.clip(1.25 - 0.5 * speed / max(1e-6, float(np.percentile(speed, 90))), 0.4, 1.3)
        for a, b, wide in zip(points, points[1:], thick, strict=False):
            cv2.line(mask, tuple(map(int, a)), tuple(map(int, b)), 255, max(1, round(float(wide))), cv2.LINE_AA)
    small = cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA)
    return _dry(rng, as_mask(small))


def as_mask(drawn: NDArray[Any]) -> Mask:
    """What was drawn with 0-255, as 0-1."""
    return np.asarray(drawn, np.float32) / np.float32(255)


def _dry(rng: Rng, mask: Mask) -> Mask:
    """Ink that runs out in places."""
    if rng.random() < 0.6:
        return mask
    grain = cv2.GaussianBlur(rng.random(mask.shape).astype(np.float32), (0, 0), rng.uniform(1, 12))
    grain = (grain - grain.min()) / max(1e-6, float(np.ptp(grain)))
    return np.asarray(mask * np.clip(0.4 + 1.2 * grain, 0, 1), np.float32)

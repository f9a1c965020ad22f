"""Is there a pen's sign in a signer's block, a stamp, initials? A small network looks at the block's picture.

Says how likely each is, from what the picture shows; what that means for the document is decided elsewhere, and whose
ink it is nobody can tell from a picture. The weights in `pen.npz` come from `tests/signatures/train.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.model import Box, Look, Mark, MarkKind
from checker.reading import ink

Rgb = NDArray[np.uint8]
Cut = NDArray[np.float32]

HEIGHT, WIDTH = 128, 288
"""Pixels of the picture that the network sees."""
CAPITAL = 10.0
"""Height of a capital in it: a block is 8-12 capitals high from office to name and up to 25 wide."""


KINDS: tuple[MarkKind, ...] = ('pen', 'stamp', 'initials')
CAPITALS_PER_INCH = 9.1
"""Of 11 points: tells the resolution, whatever a photo says of its own."""


def marks(image: Rgb, page_width: float, looks: Sequence[Look]) -> tuple[Mark, ...]:
    """For each block three marks over its region: pen, stamp, initials, `amount` being how likely each is.

    `image` is the page in colour; `page_width` in points.
    """
    scale = image.shape[1] / page_width
    found = []
    for look in looks:
        words = [_scaled(word, scale) for word in look.words]
        seen = _network()(cut(image, _scaled(look.box, scale), words, look.capital * scale)[None])[0]
        found += [
            Mark(kind, look.box, amount=round(amount, 4)) for kind, amount in zip(KINDS, seen.tolist(), strict=True)
        ]
    return tuple(found)


def cut(image: Rgb, region: Box, words: Sequence[Box], capital: float, room: float = 1.0) -> Cut:
    """(HEIGHT, WIDTH, 4), each 0-1, at the network's scale: darkness, colour, printed words, and the region itself.

    Boxes and `capital`, the height of a capital, in the image's pixels. With `room` over 1 so much more around is
    shown.
    """
    x0, y0, x1, y1 = region
    scale = min(CAPITAL / capital, HEIGHT / max(1.0, y1 - y0), WIDTH / max(1.0, x1 - x0))
    size = (round(WIDTH * room), round(HEIGHT * room))
    half = (size[0] / scale / 2, size[1] / scale / 2)
    left, top = round((x0 + x1) / 2 - half[0]), round((y0 + y1) / 2 - half[1])
    patch = _patch(image, left, top, round(2 * half[0]), round(2 * half[1]))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    patch = np.asarray(cv2.resize(patch, size, interpolation=method), np.uint8)
    dpi = capital * scale * CAPITALS_PER_INCH
    even = np.stack([ink.flat(np.ascontiguousarray(patch[..., i]), dpi) for i in range(3)], axis=2)
    out = np.zeros((size[1], size[0], 4), np.float32)
    out[..., 0] = 1 - even.min(axis=2).astype(np.float32) / 255
    out[..., 1] = (even.max(axis=2).astype(np.float32) - even.min(axis=2)) / 255
    for layer, boxes in ((2, words), (3, [region])):
        for box in boxes:
            a, b, c, d = (max(0, round((v - first) * scale)) for v, first in zip(box, (left, top) * 2, strict=True))
            out[b:d, a:c, layer] = 1
    return out


def _scaled(box: Box, scale: float) -> Box:
    return (box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale)


def _patch(image: Rgb, left: int, top: int, width: int, height: int) -> Rgb:
    """A part of the image; what lies beyond its edge is white."""
    out = np.full((height, width, 3), 255, np.uint8)
    a, b = max(0, top), max(0, left)
    c, d = min(image.shape[0], top + height), min(image.shape[1], left + width)
    if c > a and d > b:
        out[a - top : c - top, b - left : d - left] = image[a:c, b:d]
    return out


class Network:
    """Convolutions, the mean and maximum of each channel, and two dense layers."""

    STRIDES = (2, 2, 2, 2, 1)

    def __init__(self, weights: dict[str, NDArray[np.float32]]) -> None:
        self._weights = weights

    def __call__(self, cuts: Cut) -> NDArray[np.float32]:
        """(N, HEIGHT, WIDTH, 4) -> (N, 3) likelihoods."""
        x = cuts
        for i, stride in enumerate(self.STRIDES):
            x = np.maximum(_convolved(x, self._weights[f'w{i}'], stride) + self._weights[f'b{i}'], 0)
        pooled = np.concatenate([x.mean(axis=(1, 2)), x.max(axis=(1, 2))], axis=1)
        i = len(self.STRIDES)
        hidden = np.maximum(pooled @ self._weights[f'w{i}'] + self._weights[f'b{i}'], 0)
        seen = hidden @ self._weights[f'w{i + 1}'] + self._weights[f'b{i + 1}']
        return np.asarray(1 / (1 + np.exp(-seen)), np.float32)


def _convolved(x: Cut, weights: NDArray[np.float32], stride: int) -> Cut:
    """A convolution of odd size with zeros around the edge; (N, H, W, C) by (k, k, C, D) to (N, H/s, W/s, D)."""
    k = weights.shape[0]
    pad = k // 2
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(1, 2))[:, ::stride, ::stride]
    return np.asarray(np.einsum('nhwcij,ijcd->nhwd', windows, weights, optimize=True), np.float32)


@lru_cache(maxsize=1)
def _network() -> Network:
    with (files('checker.reading') / 'pen.npz').open('rb') as stream, np.load(stream) as kept:
        return Network({name: kept[name].astype(np.float32) for name in kept.files})

"""Draws what people add by hand: signatures, stamps, handwritten numbers, a crest. All invented, all seeded."""

from __future__ import annotations

import math
import random
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT_BOLD = '/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf'
INK = (24, 32, 96)
STAMP = (86, 48, 140)
_SCALE = 3
"""Everything is drawn larger and shrunk, so that strokes have soft edges."""

# Digits and signs as strokes in a box of 1 x 1.6; enough for the numbers and dates that officials write by hand.
_STROKES: dict[str, list[list[tuple[float, float]]]] = {
    '0': [[(0.5, 0), (0.1, 0.5), (0.15, 1.2), (0.5, 1.6), (0.85, 1.2), (0.9, 0.5), (0.5, 0)]],
    '1': [[(0.25, 0.35), (0.55, 0), (0.5, 1.6)]],
    '2': [[(0.1, 0.4), (0.45, 0), (0.85, 0.35), (0.5, 0.95), (0.05, 1.6), (0.95, 1.5)]],
    '3': [[(0.15, 0.15), (0.7, 0.1), (0.75, 0.5), (0.35, 0.75), (0.8, 1.0), (0.7, 1.45), (0.1, 1.55)]],
    '4': [[(0.6, 0), (0.05, 0.95), (0.95, 0.9)], [(0.7, 0.5), (0.6, 1.65)]],
    '5': [[(0.85, 0.05), (0.25, 0.05), (0.2, 0.7), (0.7, 0.75), (0.8, 1.25), (0.45, 1.6), (0.1, 1.45)]],
    '7': [[(0.1, 0.1), (0.9, 0.05), (0.4, 1.6)]],
    '8': [[(0.8, 0.25), (0.4, 0), (0.2, 0.4), (0.8, 1.1), (0.5, 1.6), (0.15, 1.2), (0.75, 0.5), (0.8, 0.25)]],
    '.': [[(0.3, 1.5), (0.36, 1.56)]],
    '/': [[(0.8, -0.1), (0.1, 1.75)]],
    '-': [[(0.1, 0.85), (0.8, 0.8)]],
}


def _smooth(points: list[tuple[float, float]], steps: int = 70) -> list[tuple[float, float]]:
    """Catmull-Rom curve through the points."""
    ends = [points[0], *points, points[-1]]
    curve = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for i in range(steps):
            t = i / steps
            curve.append(
                tuple(
                    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3)
                    for p, q, r, s in zip(a, b, c, d, strict=True)
                )
            )
    curve.append(points[-1])
    return [(x, y) for x, y in curve]


def _stroke(
    draw: ImageDraw.ImageDraw,
    points: list[tuple[float, float]],
    colour: tuple[int, int, int],
    width: float,
    pressure: float,
) -> None:
    """A pen stroke whose width swells and thins along its way."""
    curve = _smooth(points)
    for i, (x, y) in enumerate(curve):
        radius = width * (1 + pressure * math.sin(i / 45)) / 2
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(*colour, 255))
    for a, b in pairwise(curve):
        draw.line((*a, *b), fill=(*colour, 255), width=max(1, round(width * 0.6)))


def signature(seed: int, size: tuple[int, int] = (420, 190), colour: tuple[int, int, int] = INK) -> Image.Image:
    """A signature: an initial loop, a running middle, a long tail underneath. RGBA, transparent ground."""
    pen = random.Random(seed)
    width, height = size[0] * _SCALE, size[1] * _SCALE
    image = Image.new('RGBA', (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    base = height * 0.58
    loop = [
        (width * 0.06, base),
        (width * 0.14, height * pen.uniform(0.1, 0.2)),
        (width * 0.24, height * 0.12),
        (width * 0.16, height * 0.86),
        (width * 0.1, height * 0.7),
        (width * 0.26, height * 0.42),
    ]
    x = width * 0.26
    while x < width * 0.74:
        x += width * pen.uniform(0.02, 0.045)
        loop.append((x, base + height * pen.uniform(-0.26, 0.16)))
    loop += [(width * 0.93, height * pen.uniform(0.12, 0.3)), (width * 0.8, height * 0.68)]
    tail = [
        (width * 0.8, height * 0.68),
        (width * 0.45, height * 0.84),
        (width * 0.08, height * 0.92),
        (width * 0.97, height * 0.74),
    ]
    _stroke(draw, loop, colour, 2.6 * _SCALE, 0.45)
    _stroke(draw, tail, colour, 2.0 * _SCALE, 0.5)
    return image.resize(size, Image.Resampling.LANCZOS)


def stamp(ring: str, middle: tuple[str, ...], size: int = 300, colour: tuple[int, int, int] = STAMP) -> Image.Image:
    """A round office stamp: two rings, text along the circle, a few lines in the middle. RGBA."""
    full = size * _SCALE
    image = Image.new('RGBA', (full, full), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    centre, outer, inner = full / 2, full * 0.48, full * 0.31
    for radius, width in ((outer, 9), (outer * 0.94, 3), (inner, 5)):
        draw.ellipse(
            (centre - radius, centre - radius, centre + radius, centre + radius), outline=(*colour, 235), width=width
        )
    letters = ImageFont.truetype(FONT_BOLD, int(full * 0.085))
    step = min(2 * math.pi / (len(ring) + 2), 0.21)
    for i, letter in enumerate(ring):
        angle = -math.pi / 2 + (i - (len(ring) - 1) / 2) * step
        tile = Image.new('RGBA', (int(full * 0.14),) * 2, (0, 0, 0, 0))
        ImageDraw.Draw(tile).text((tile.width / 2, tile.height / 2), letter, (*colour, 235), letters, anchor='mm')
        tile = tile.rotate(-math.degrees(angle) - 90, Image.Resampling.BICUBIC)
        radius = full * 0.385
        image.alpha_composite(
            tile,
            (
                int(centre + radius * math.cos(angle) - tile.width / 2),
                int(centre + radius * math.sin(angle) - tile.height / 2),
            ),
        )
    small = ImageFont.truetype(FONT_BOLD, int(full * 0.062))
    for i, line in enumerate(middle):
        draw.text(
            (centre, centre + (i - (len(middle) - 1) / 2) * full * 0.085), line, (*colour, 235), small, anchor='mm'
        )
    return image.resize((size, size), Image.Resampling.LANCZOS).rotate(11, Image.Resampling.BICUBIC)


def handwriting(text: str, seed: int, height: int = 46, colour: tuple[int, int, int] = INK) -> Image.Image:
    """Digits, full stops, slashes and hyphens as if written with a ballpoint. RGBA, as wide as needed."""
    pen = random.Random(seed)
    unit = height * _SCALE / 1.9
    image = Image.new('RGBA', (int(unit * 0.98 * (len(text) + 1)), int(height * _SCALE * 1.2)), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    x = unit * 0.25
    for sign in text:
        lean, drop = pen.uniform(0.1, 0.2), pen.uniform(-0.05, 0.1)
        for points in _STROKES[sign]:
            placed = [
                (
                    x + unit * (0.68 * px + lean * (1.6 - py) + pen.uniform(-0.03, 0.03)),
                    unit * (py * 0.9 + 0.22 + drop + pen.uniform(-0.03, 0.03)),
                )
                for px, py in points
            ]
            _stroke(draw, placed, colour, 1.9 * _SCALE, 0.3)
        x += unit * (0.62 if sign in './-' else 0.88)
    box = image.getbbox() or (0, 0, 1, 1)
    image = image.crop(box)
    return image.resize((image.width // _SCALE, image.height // _SCALE), Image.Resampling.LANCZOS)


def crest(size: int = 220) -> Image.Image:
    """The invented regency's arms: a shield with a lotus over water. RGBA."""
    full = size * _SCALE
    image = Image.new('RGBA', (full, int(full * 1.2)), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    shield = [
        (full * 0.08, full * 0.06),
        (full * 0.92, full * 0.06),
        (full * 0.92, full * 0.66),
        (full * 0.5, full * 1.14),
        (full * 0.08, full * 0.66),
    ]
    draw.polygon(shield, fill=(28, 104, 72, 255), outline=(20, 20, 20, 255), width=14)
    for i in range(5):
        angle = math.radians(-150 + i * 30)
        tip = (full * 0.5 + full * 0.3 * math.cos(angle), full * 0.52 + full * 0.36 * math.sin(angle))
        side = (math.sin(angle) * full * 0.07, -math.cos(angle) * full * 0.07)
        mid = ((full * 0.5 + tip[0]) / 2, (full * 0.52 + tip[1]) / 2)
        draw.polygon(
            [
                (full * 0.5, full * 0.52),
                (mid[0] + side[0], mid[1] + side[1]),
                tip,
                (mid[0] - side[0], mid[1] - side[1]),
            ],
            fill=(244, 208, 72, 255),
            outline=(120, 90, 20, 255),
            width=5,
        )
    for i in range(3):
        y = full * (0.62 + i * 0.12)
        half = full * (0.34 - i * 0.1)
        wave = [(full * 0.5 - half + j * half / 10, y + full * 0.02 * math.sin(j * 1.3)) for j in range(21)]
        draw.line(wave, fill=(240, 250, 255, 255), width=14)
    return image.resize((size, int(size * 1.2)), Image.Resampling.LANCZOS)


def save(image: Image.Image, path: Path) -> Path:
    image.quantize(48, Image.Quantize.FASTOCTREE).save(path, optimize=True)
    return path

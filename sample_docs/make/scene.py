"""Draws a photo of a meeting: a hall, a banner, a table, people seen from behind. Nobody real, no faces."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .ink import FONT_BOLD

_SIZE = (1280, 860)


def _hall(draw: ImageDraw.ImageDraw) -> None:
    for y in range(_SIZE[1]):
        wall = y < 500
        tone = 214 - y // 12 if wall else 150 - (y - 500) // 6
        draw.line((0, y, _SIZE[0], y), fill=(tone, tone - 4, tone - (14 if wall else 30)))
    for x in (150, 640, 1130):
        draw.ellipse((x - 70, 18, x + 70, 44), fill=(255, 252, 236))
    draw.polygon([(0, 500), (1280, 500), (1280, 516), (0, 516)], fill=(108, 84, 62))


def _banner(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((330, 92, 950, 300), fill=(24, 92, 132), outline=(240, 240, 240), width=5)
    large, small = ImageFont.truetype(FONT_BOLD, 40), ImageFont.truetype(FONT_BOLD, 24)
    draw.text((640, 152), 'RAPAT KOORDINASI PPID', (255, 255, 255), large, anchor='mm')
    draw.text((640, 210), 'KABUPATEN RAWA SEJAHTERA', (250, 226, 120), small, anchor='mm')
    draw.text((640, 256), 'Rawa Indah, 11 Februari 2025', (255, 255, 255), small, anchor='mm')


def _table(draw: ImageDraw.ImageDraw) -> None:
    draw.polygon([(300, 440), (980, 440), (1030, 540), (250, 540)], fill=(236, 232, 224))
    draw.polygon([(250, 540), (1030, 540), (1030, 610), (250, 610)], fill=(150, 28, 44))
    for x in range(330, 940, 120):
        draw.rectangle((x, 458, x + 18, 492), fill=(210, 232, 244), outline=(150, 170, 180))
        draw.polygon([(x + 40, 486), (x + 92, 486), (x + 98, 504), (x + 36, 504)], fill=(252, 252, 252))


def _people(draw: ImageDraw.ImageDraw, dice: random.Random) -> None:
    """Three rows of backs: shoulders, neck, hair or headscarf."""
    for row, (y, scale) in enumerate(((640, 0.78), (742, 1.0), (868, 1.25))):
        for i in range(9 - row):
            x = 90 + i * (1150 / (8 - row)) + dice.uniform(-18, 18)
            shirt = dice.choice([(196, 180, 132), (188, 172, 126), (72, 84, 120), (230, 230, 226), (120, 64, 58)])
            head = dice.choice([(38, 30, 28), (46, 36, 30), (92, 52, 84), (52, 92, 88), (30, 26, 26)])
            w, h = 52 * scale, 66 * scale
            draw.rounded_rectangle((x - w, y - h * 0.35, x + w, y + h * 2.4), radius=int(34 * scale), fill=shirt)
            draw.rectangle((x - 12 * scale, y - h * 0.6, x + 12 * scale, y - h * 0.2), fill=(150, 110, 84))
            draw.ellipse((x - 27 * scale, y - h * 1.42, x + 27 * scale, y - h * 0.42), fill=head)
            draw.rounded_rectangle(
                (x - w * 1.05, y + h * 0.7, x + w * 1.05, y + h * 2.6), radius=int(12 * scale), fill=(64, 62, 70)
            )


def draw(target: Path, seed: int = 12) -> Path:
    """Writes the scene as JPEG with soft focus and grain."""
    image = Image.new('RGB', _SIZE)
    pen = ImageDraw.Draw(image)
    _hall(pen)
    _banner(pen)
    _table(pen)
    _people(pen, random.Random(seed))
    pixels = np.asarray(image.filter(ImageFilter.GaussianBlur(1.3)), np.float32)
    ys, xs = np.mgrid[-1 : 1 : _SIZE[1] * 1j, -1 : 1 : _SIZE[0] * 1j]
    pixels = pixels * (1 - 0.28 * (xs**2 + ys**2) / 2)[..., None] + np.random.default_rng(seed).normal(
        0, 4, pixels.shape
    )
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(target, 'JPEG', quality=62, optimize=True)
    return target

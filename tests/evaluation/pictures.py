"""Small drawn pictures: signatures, stamps, logos, QR-like squares, a photo. All invented, all from a seed."""

from __future__ import annotations

import io
import math
from functools import lru_cache
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.evaluation.blocks import PictureKind

_INKS = ((20, 20, 25, 255), (25, 35, 120, 255), (20, 30, 90, 255), (40, 40, 45, 255))
_STAMP = (95, 50, 150, 190)


@lru_cache(maxsize=256)
def png(kind: PictureKind, seed: int) -> bytes:
    """A PNG with a transparent ground (photos: none)."""
    rng = Random(seed)
    image = _DRAW[kind](rng)
    out = io.BytesIO()
    image.save(out, 'PNG')
    return out.getvalue()


def _signature(rng: Random) -> Image.Image:
    image = Image.new('RGBA', (420, 200), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    _stroke(draw, rng, (30, 120), rng.randint(9, 14), (330, 90), rng.choice(_INKS), rng.randint(4, 6))
    if rng.random() < 0.6:
        y = rng.randint(120, 165)
        draw.line(
            [(20, y + 10), (200, y), (400, y - rng.randint(20, 60))], fill=rng.choice(_INKS[:1]), width=4, joint='curve'
        )
    return image


def _paraf(rng: Random) -> Image.Image:
    image = Image.new('RGBA', (120, 90), (255, 255, 255, 0))
    _stroke(ImageDraw.Draw(image), rng, (15, 45), 4, (80, 50), rng.choice(_INKS), 4)
    return image


def _stroke(
    draw: ImageDraw.ImageDraw,
    rng: Random,
    start: tuple[int, int],
    loops: int,
    size: tuple[int, int],
    ink: tuple[int, int, int, int],
    width: int,
) -> None:
    """A running scribble: loops of changing height that move to the right."""
    x0, y0 = start
    points = []
    phases = [rng.uniform(0.4, 1.0) for _ in range(loops + 1)]
    for step in range(loops * 24):
        t = step / 24
        height = size[1] * phases[int(t)] * (1 - 0.5 * t / loops)
        points.append(
            (
                x0 + size[0] * t / loops + 16 * math.sin(2 * math.pi * t),
                y0 - height * 0.7 * math.sin(2 * math.pi * t + 0.6),
            )
        )
    draw.line(points, fill=ink, width=width, joint='curve')


def _stamp(rng: Random) -> Image.Image:
    image = Image.new('RGBA', (260, 260), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    for inset, width in ((6, 6), (22, 2), (70, 3)):
        draw.ellipse([inset, inset, 260 - inset, 260 - inset], outline=_STAMP, width=width)
    for k in range(26):
        angle = 2 * math.pi * k / 26
        x, y = 130 + 85 * math.cos(angle), 130 + 85 * math.sin(angle)
        draw.line([(x - 5, y - 7), (x + 5, y + 7)], fill=_STAMP, width=4)
        if rng.random() < 0.7:
            draw.line([(x + 5, y - 7), (x - 4, y + 3)], fill=_STAMP, width=3)
    draw.regular_polygon((130, 130, 36), 5, rotation=rng.randint(0, 40), outline=_STAMP, width=4)
    return image.rotate(rng.uniform(-15, 15))


def _signature_stamp(rng: Random) -> Image.Image:
    image = Image.new('RGBA', (480, 270), (255, 255, 255, 0))
    image.alpha_composite(_stamp(rng), (0, 5))
    image.alpha_composite(_signature(rng), (60, 30))
    return image


def _logo(rng: Random) -> Image.Image:
    image = Image.new('RGBA', (200, 240), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    hue = rng.choice([(20, 110, 60), (190, 40, 40), (25, 60, 140), (200, 150, 20)])
    draw.polygon(
        [(10, 20), (190, 20), (190, 140), (100, 232), (10, 140)], fill=(*hue, 255), outline=(0, 0, 0, 255), width=5
    )
    draw.ellipse([55, 50, 145, 140], fill=(245, 215, 70, 255), outline=(0, 0, 0, 255), width=3)
    draw.polygon([(100, 60), (130, 130), (70, 130)], fill=(255, 255, 255, 255))
    draw.rectangle([40, 150, 160, 168], fill=(255, 255, 255, 255))
    return image


def _garuda(rng: Random) -> Image.Image:
    image = Image.new('RGBA', (240, 240), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    gold = (185, 140, 20, 255)
    for side in (-1, 1):
        for k in range(7):
            draw.line([(120 + side * 18, 110), (120 + side * (60 + 9 * k), 30 + 20 * k)], fill=gold, width=9)
    draw.ellipse([98, 15, 142, 60], fill=gold)
    draw.polygon(
        [(85, 75), (155, 75), (155, 140), (120, 175), (85, 140)], fill=(200, 30, 30, 255), outline=gold, width=5
    )
    draw.arc([50, 170, 190, 230], 10, 170, fill=(120, 90, 10, 255), width=14)
    return image


def _qr(rng: Random) -> Image.Image:
    """Looks like a QR code and says nothing."""
    image = Image.new('RGBA', (174, 174), (255, 255, 255, 255))
    draw = ImageDraw.Draw(image)
    for x in range(29):
        for y in range(29):
            if rng.random() < 0.5:
                draw.rectangle([6 * x, 6 * y, 6 * x + 5, 6 * y + 5], fill=(0, 0, 0, 255))
    for x, y in ((0, 0), (22, 0), (0, 22)):
        draw.rectangle([6 * x, 6 * y, 6 * x + 41, 6 * y + 41], fill=(0, 0, 0, 255))
        draw.rectangle([6 * x + 6, 6 * y + 6, 6 * x + 35, 6 * y + 35], fill=(255, 255, 255, 255))
        draw.rectangle([6 * x + 12, 6 * y + 12, 6 * x + 29, 6 * y + 29], fill=(0, 0, 0, 255))
    return image


def _photo(rng: Random) -> Image.Image:
    """A meeting room seen from the door: wall, screen, table, people as blobs."""
    noise = np.random.default_rng(rng.getrandbits(32))
    image = Image.new('RGB', (1200, 800), (196, 186, 170))
    draw = ImageDraw.Draw(image)
    draw.rectangle([0, 520, 1200, 800], fill=(120, 96, 74))
    draw.rectangle([420, 90, 800, 330], fill=(225, 232, 240), outline=(60, 60, 60), width=8)
    for k in range(rng.randint(6, 11)):
        x, y = 60 + k * 110 + rng.randint(-20, 20), rng.randint(360, 440)
        skin, cloth = (
            rng.choice([(150, 105, 75), (170, 125, 95)]),
            rng.choice([(90, 60, 40), (40, 60, 110), (70, 90, 60), (150, 150, 155)]),
        )
        draw.ellipse([x - 30, y - 60, x + 30, y + 10], fill=skin)
        draw.rounded_rectangle([x - 55, y + 10, x + 55, y + 190], 30, fill=cloth)
    draw.polygon([(150, 600), (1050, 600), (1180, 760), (20, 760)], fill=(92, 62, 40))
    grain = np.asarray(image.filter(ImageFilter.GaussianBlur(1.5)), np.float32) + noise.normal(0, 9, (800, 1200, 3))
    return Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8))


def _scribble(rng: Random) -> Image.Image:
    """A word or number in a hand that nobody could read for certain."""
    image = Image.new('RGBA', (300, 70), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    ink, x = rng.choice(_INKS), 10.0
    while x < 250:
        letters = rng.randint(3, 7)
        points = []
        for step in range(letters * 10):
            phase = 2 * math.pi * step / 10
            tall = 20 if step // 10 % 3 == rng.randint(0, 2) else 9
            points.append(
                (x + step * 1.3 + 3 * math.cos(phase), 46 - tall * (0.5 + 0.5 * math.sin(phase)) + rng.uniform(-2, 2))
            )
        draw.line(points, fill=ink, width=3, joint='curve')
        x += letters * 13 + 14
    return image


_DRAW = {
    'signature': _signature,
    'signature-stamp': _signature_stamp,
    'stamp': _stamp,
    'paraf': _paraf,
    'logo': _logo,
    'garuda': _garuda,
    'qr': _qr,
    'photo': _photo,
    'scribble': _scribble,
}

"""Made pages for the tests of OCR, ink and pictures: drawn with Pillow, spoilt as scanners do."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Gray = NDArray[np.uint8]

DPI = 150
SIZE = (1240, 1754)
"""A4 at 150 dots an inch."""
_FONTS = ('LiberationSans-Regular.ttf', 'DejaVuSans.ttf')
DECREE = ('KEPUTUSAN KEPALA DINAS', 'NOMOR 12 TAHUN 2025', 'TENTANG', 'PENGELOLA LAYANAN INFORMASI',
          'Menimbang bahwa pelayanan informasi publik', 'perlu dilaksanakan dengan cepat dan tepat',
          'Ditetapkan di Kota Contoh pada tanggal', 'Kepala Dinas Komunikasi', 'Rani Wijaya Kusuma')


def page(lines: tuple[str, ...] = DECREE, left: int = 200, top: int = 200, step: int = 70) -> Image.Image:
    """A white page with lines of text of 13 points."""
    image = Image.new('L', SIZE, 255)
    draw = ImageDraw.Draw(image)
    for n, line in enumerate(lines):
        draw.text((left, top + n * step), line, fill=20, font=font(27))
    return image


def font(size: int) -> ImageFont.FreeTypeFont:
    for name in _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.truetype(str(Path(cv2.__file__).parent / 'qt' / 'fonts' / 'DejaVuSans.ttf'), size)


def scanned(image: Image.Image, angle: float = 0.0, seed: int = 1) -> Gray:
    """The page turned by `angle` degrees counterclockwise, blurred, with noise and specks."""
    dice = np.random.default_rng(seed)
    turned = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    soft = np.asarray(cv2.GaussianBlur(np.asarray(turned, np.uint8), (3, 3), 0), np.float64)
    gray = soft * 0.92 + dice.normal(0, 6, soft.shape)
    for y, x in zip(dice.integers(0, gray.shape[0], 60), dice.integers(0, gray.shape[1], 60), strict=True):
        gray[y:y + 2, x:x + 2] = 60
    return np.asarray(np.clip(gray, 0, 255), np.uint8)


def sign(image: Image.Image, x: int, y: int, width: int = 4) -> None:
    """A pen stroke of 250 x 90 pixels from (x, y)."""
    steps = np.linspace(0, 1, 60)
    points = [(x + 250 * t, y + 45 + 45 * np.sin(9 * t) * (1 - 0.5 * t)) for t in steps]
    ImageDraw.Draw(image).line(points, fill=60, width=width)


def photo(size: tuple[int, int] = SIZE, seed: int = 3) -> Gray:
    """Continuous tone without words: soft clouds of gray."""
    dice = np.random.default_rng(seed)
    small = dice.uniform(20, 200, (size[1] // 60, size[0] // 60)).astype(np.float32)
    big = cv2.resize(small, size, interpolation=cv2.INTER_CUBIC) + dice.normal(0, 5, (size[1], size[0]))
    return np.asarray(np.clip(big, 0, 255), np.uint8)

"""Turns a clean PDF into what a scanner or a phone makes of it: grey tilted pages with ink and dust, or a photo."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Ink:
    """A picture to lay over each page that holds some words, at a distance from where they stand."""

    image: Image.Image
    beside: str
    dx: float
    dy: float
    """Points from the words' left bottom (`right`: right bottom) corner to the ink's; y grows upwards."""
    width: float
    """Points."""
    right: bool = False


def _place(text: pypdfium2.PdfTextPage, words: str, right: bool) -> tuple[float, float] | None:
    hit = text.search(words, match_case=True).get_next()
    if not hit:
        return None
    text.count_rects(*hit)
    left, bottom, end, _ = text.get_rect(0)
    return (end if right else left), bottom


def _inked(page: pypdfium2.PdfPage, inks: tuple[Ink, ...], dpi: int) -> Image.Image:
    """The page as an RGB picture with all ink laid over it, the darker colour winning."""
    scale = dpi / 72
    sheet: Image.Image = page.render(scale=scale).to_pil().convert('RGB')
    text = page.get_textpage()
    for ink in inks:
        spot = _place(text, ink.beside, ink.right)
        if spot is None:
            continue
        width = int(ink.width * scale)
        image = ink.image.resize((width, int(width * ink.image.height / ink.image.width)), Image.Resampling.LANCZOS)
        x = int((spot[0] + ink.dx) * scale)
        y = int((page.get_height() - spot[1] - ink.dy) * scale) - image.height
        sheet.paste(image.convert('RGB'), (x, y), image.getchannel('A'))
    return sheet


def _scanned(sheet: Image.Image, dice: random.Random) -> Image.Image:
    """Grey, a little tilted, a little soft, with dust and a dark edge."""
    tilt = dice.uniform(-0.45, 0.45)
    grey = (
        sheet.convert('L').rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.5))
    )
    pixels = np.asarray(grey).astype(np.float32)
    noise = np.random.default_rng(dice.randrange(1 << 30))
    pixels = np.where(pixels < 235, pixels + noise.normal(0, 9, pixels.shape), pixels)
    for _ in range(14):
        y, x = noise.integers(0, pixels.shape[0] - 3), noise.integers(0, pixels.shape[1] - 3)
        pixels[y : y + 2, x : x + 2] = 90
    pixels[:, :5] = np.minimum(pixels[:, :5], 170)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def scan(source: Path, target: Path, inks: tuple[Ink, ...], *, seed: int, dpi: int = 200, quality: int = 34) -> Path:
    """Writes every page of `source` as a grey JPEG page of `target`; no text layer is left."""
    dice = random.Random(seed)
    canvas = Canvas(str(target), invariant=1, pageCompression=1)
    canvas.setCreator('Pemindai contoh')
    with pypdfium2.PdfDocument(source) as document:
        for page in document:
            width, height = page.get_size()
            data = io.BytesIO()
            _scanned(_inked(page, inks, dpi), dice).save(data, 'JPEG', quality=quality, optimize=True, dpi=(dpi, dpi))
            canvas.setPageSize((width, height))
            canvas.drawImage(ImageReader(data), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    return target


def _perspective(corners: list[tuple[float, float]], size: tuple[int, int]) -> tuple[float, ...]:
    """Coefficients for Image.transform that carry the picture's corners to `corners` (top left, then clockwise)."""
    width, height = size
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height)), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return tuple(float(c) for c in np.linalg.solve(np.array(rows, float), np.array(values, float)))


def photograph(source: Path, target: Path, inks: tuple[Ink, ...], *, page: int = 0, seed: int = 5) -> Path:
    """A phone's photo of one page on a desk: perspective, shadow, uneven light; stored lying, turned by EXIF."""
    with pypdfium2.PdfDocument(source) as document:
        sheet = _inked(document[page], inks, 190)
    noise = np.random.default_rng(seed)
    width, height = 1860, 2640
    grain = noise.normal(0, 1, (height // 40, width)).repeat(40, 0)[:height]
    desk = np.stack([np.full((height, width), c, np.float32) for c in (128, 92, 62)], -1) + (grain * 5)[..., None]
    corners = [(118.0, 96.0), (1722.0, 132.0), (1786.0, 2548.0), (78.0, 2520.0)]
    coefficients = _perspective(corners, sheet.size)
    laid = sheet.transform((width, height), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    mask = Image.new('L', sheet.size, 255).transform((width, height), Image.Transform.PERSPECTIVE, coefficients)
    cover = np.asarray(mask, np.float32)[..., None] / 255
    picture = np.asarray(laid, np.float32) * cover * 0.95 + desk * (1 - cover)
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    light = 1.0 - 0.16 * (xs / width) - 0.1 * (ys / height)
    shade = 1 / (1 + np.exp(-(xs * 0.55 + ys - 2650) / 90))
    picture *= (light * (1 - 0.3 * shade))[..., None] * np.array([1.0, 0.98, 0.93], np.float32)
    picture += noise.normal(0, 2.2, picture.shape)
    upright = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.6))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x0110], exif[0x0132] = 6, 'Contoh', 'Ponsel', '2025:02:11 09:41:07'
    upright.rotate(90, expand=True).save(target, 'JPEG', quality=52, optimize=True, exif=exif)
    return target

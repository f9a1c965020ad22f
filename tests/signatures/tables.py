"""Tables for signing on a page: attendance lists and the signers' table of a record, each cell in a known state.

Deterministic by seed. All names are invented.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from checker.checks.wet import BORDER, CELL
from tests.signatures.looks import LOOKS, Matrix
from tests.signatures.pens import PENS, Mask, Rng
from tests.signatures.sheets import DPI, Box, Rgb

CellState = Literal['pen', 'empty', 'number', 'dots', 'typed', 'dash', 'dirt', 'reach']
"""`number`, `dots`: what is printed in every cell of some tables; `reach`: only a neighbour's strokes end in it."""
Mode = Literal['all', 'none', 'some']
_NAMES = ('Ahmad', 'Siti', 'Budi', 'Rina', 'Darma', 'Yusuf', 'Wayan', 'Martha', 'Hendra', 'Nurul', 'Eko', 'Lestari')
_LAST = ('Susanto', 'Rahmadani', 'Wibowo', 'Kartika', 'Pratama', 'Siregar', 'Halim', 'Putri', 'Nasution', 'Utami')
_DEGREES = ('', '', ', S.E.', ', S.Sos.', ', S.H., M.H.', ', S.Kom')
_POSTS = ('Kepala Bidang Layanan', 'Sekretaris', 'Staf Dinas Perikanan', 'Kasubbag Umum', 'Camat Mekar', 'Analis Data')
_INKS = ((35, 55, 150), (20, 40, 120), (60, 80, 190), (20, 20, 24), (45, 45, 50), (70, 70, 75))
_ATTENDANCE = (
    'DAFTAR HADIR',
    'Hari/Tanggal : Selasa, 4 Februari 2025',
    'Tempat : Ruang Rapat Dinas Perikanan',
    'Acara : Rapat Koordinasi PPID Pelaksana',
)
_RECORD = (
    'BERITA ACARA',
    'PENGUJIAN KONSEKUENSI INFORMASI PUBLIK',
    'NOMOR : 480/07/BA-PPID/2025',
    'Pada hari ini Selasa tanggal empat bulan Februari tahun dua ribu dua puluh lima telah dilakukan pengujian.',
    'Informasi yang Diuji : Data pribadi pegawai',
    'Dasar Hukum : Undang-Undang Nomor 14 Tahun 2008 Pasal 17 huruf h',
    'Konsekuensi Dibuka : Mengungkap rahasia pribadi',
    'Konsekuensi Ditutup : Melindungi rahasia pribadi',
    'Jangka Waktu : Selama masih berlaku',
    'Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.',
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One signer's cell; `box` in the picture's pixels."""

    box: Box
    state: CellState

    @property
    def signed(self) -> bool:
        return self.state == 'pen'


@dataclass(frozen=True, slots=True)
class Table:
    """A page as handed in, at `dpi`; boxes and `em`, the height of a capital, in its pixels."""

    image: Rgb
    cells: tuple[Cell, ...]
    words: tuple[Box, ...]
    em: float
    mode: Mode
    record: bool
    look: str
    dpi: int

    @property
    def signed(self) -> int:
        return sum(cell.signed for cell in self.cells)


@dataclass(slots=True)
class _Sheet:
    """The page while it is made: points, from the top."""

    canvas: Canvas
    size: float
    words: list[Box]

    def text(self, x: float, y: float, text: str, size: float = 0) -> None:
        size = size or self.size
        self.canvas.setFont('Helvetica', size)
        self.canvas.drawString(x, 842 - y, text)
        for word in text.split(' '):
            wide = stringWidth(word, 'Helvetica', size)
            self.words.append((x, y - 0.72 * size, x + wide, y + 0.2 * size))
            x += wide + stringWidth(' ', 'Helvetica', size)


def table(
    seed: int,
    *,
    pens: tuple[str, ...] = tuple(PENS),
    looks: tuple[str, ...] = tuple(LOOKS),
    dpis: tuple[int, ...] = (100, 150, 200, 200, 300),
) -> Table:
    """Table number `seed`: all, none or some of those listed have signed."""
    rng = np.random.default_rng(seed)
    mode: Mode = ('all', 'none', 'some')[int(rng.choice(3, p=(0.4, 0.25, 0.35)))]
    record = bool(rng.random() < 0.4)
    out = io.BytesIO()
    page = _Sheet(Canvas(out, pagesize=(595, 842), invariant=1), float(rng.choice((9, 10, 11))), [])
    boxes, printed = _print(rng, page, record)
    page.canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        image = np.array(pdf[0].render(scale=DPI / 72).to_pil().convert('RGB'), np.uint8)
    cells = [Cell(_scaled(box, DPI / 72), state) for box, state in zip(boxes, printed, strict=True)]
    cells = _signed(rng, image, cells, mode, pens)
    look, dpi = str(rng.choice(looks)), int(rng.choice(dpis))
    image, matrix = LOOKS[look](rng, image, dpi)
    return Table(
        image,
        tuple(Cell(_moved(cell.box, matrix), cell.state) for cell in cells),
        tuple(_moved(_scaled(word, DPI / 72), matrix) for word in page.words),
        0.72 * page.size * dpi / 72,
        mode,
        record,
        look,
        dpi,
    )


def cuts(seed: int, **chosen: tuple[str, ...]) -> Iterator[tuple[Rgb, Box, tuple[Box, ...], float, bool]]:
    """Of every cell of a table: picture, region, words, height of a capital (pixels), and whether a pen signed it.

    As the checker looks at a cell: the picture ends at its border, and it is shown as if six capitals high.
    """
    made = table(seed, **chosen)  # type: ignore[arg-type]  # names of generators
    for cell in made.cells:
        inset = BORDER * made.dpi / 72
        x0, y0, x1, y1 = (round(value) for value in (cell.box[0] + inset, cell.box[1] + inset,
                                                     cell.box[2] - inset, cell.box[3] - inset))  # fmt: skip
        image = made.image[max(0, y0) : y1, max(0, x0) : x1]
        near = [word for word in made.words if word[2] > x0 and word[0] < x1 and word[3] > y0 and word[1] < y1]
        words = tuple((a - x0, b - y0, c - x0, d - y0) for a, b, c, d in near)
        if image.size:
            capital = min(made.em, (y1 - y0) / CELL)
            yield image, (0.0, 0.0, float(x1 - x0), float(y1 - y0)), words, capital, cell.signed


def _print(rng: Rng, page: _Sheet, record: bool) -> tuple[list[Box], list[CellState]]:
    """Draws the page; the cells to sign in, in points, and what is printed in each."""
    y = 70.0
    for line in _RECORD if record else _ATTENDANCE:
        page.text(200 if line.isupper() else 60, y, line[:96])
        y += 1.5 * page.size
    count = int(rng.integers(3, 8)) if record else int(rng.integers(4, 16))
    height = float(rng.uniform(24, 44)) if record else float(rng.uniform(17, 32))
    count = min(count, int((790 - y - 40) / height))
    edges = [55.0, 80.0, 80.0 + rng.uniform(140, 175), 0, 0]
    edges[4] = 55 + rng.uniform(455, 495)
    edges[3] = edges[4] - rng.uniform(85, 150)
    y += 10
    for x, name in zip(edges, ('No', 'Nama', 'Jabatan', 'Tanda Tangan'), strict=False):
        page.text(x + 4, y + 1.3 * page.size, name)
    top, head = y, 2.0 * page.size
    style = str(rng.choice(('bare', 'number', 'dots', 'zigzag'), p=(0.4, 0.2, 0.2, 0.2)))
    cells: list[Box] = []
    states: list[CellState] = []
    low = top + head
    for n in range(1, count + 1):
        base = low + height / 2 + 0.3 * page.size
        name = f'{rng.choice(_NAMES)} {rng.choice(_LAST)}{rng.choice(_DEGREES)}'
        for x, text in zip(edges, (str(n), name, str(rng.choice(_POSTS))), strict=False):
            page.text(x + 4, base, text)
        cells.append((edges[3], low, edges[4], low + height))
        states.append('empty' if style == 'bare' else 'dots' if style == 'dots' else 'number')
        if style != 'bare':
            shift = (edges[4] - edges[3]) / 2 if style == 'zigzag' and n % 2 == 0 else 0
            page.text(edges[3] + 4 + shift, base, f'{n}. ..............' if style == 'dots' else f'{n}.', page.size - 1)
        low += height
    page.canvas.setLineWidth(float(rng.choice((0.5, 0.8, 1.2))))
    for x in edges:
        page.canvas.line(x, 842 - top, x, 842 - low)
    for i in range(count + 1):
        page.canvas.line(edges[0], 842 - top - head - i * height, edges[4], 842 - top - head - i * height)
    page.canvas.line(edges[0], 842 - top, edges[4], 842 - top)
    return cells, states


def _signed(rng: Rng, image: Rgb, cells: list[Cell], mode: Mode, pens: tuple[str, ...]) -> list[Cell]:
    """Signs all, none or some of the cells; some others bear what is no sign."""
    share = 1.0 if mode == 'all' else 0.0 if mode == 'none' else float(rng.uniform(0.2, 0.85))
    signs = [bool(rng.random() < share) for _ in cells]
    if mode == 'some':
        signs[int(rng.integers(len(signs)))] = True
        signs[int(rng.integers(len(signs)))] = False
    ink = np.clip(np.array(_INKS[int(rng.integers(len(_INKS)))]) + rng.normal(0, 10, 3), 0, 255)
    made: list[Cell] = []
    for i, (cell, sign) in enumerate(zip(cells, signs, strict=True)):
        if sign:
            if rng.random() < 0.6:  # everybody brings a pen, or one goes round
                ink = np.clip(np.array(_INKS[int(rng.integers(len(_INKS)))]) + rng.normal(0, 10, 3), 0, 255)
            _sign(rng, image, cell.box, str(rng.choice(pens)), ink)
            made.append(Cell(cell.box, 'pen'))
        elif rng.random() < 0.12:
            made.append(Cell(cell.box, _other(rng, image, cell)))
        else:
            reached = (i and signs[i - 1]) or (i + 1 < len(signs) and signs[i + 1])
            made.append(Cell(cell.box, 'reach' if reached and cell.state == 'empty' else cell.state))
    return made


def _sign(rng: Rng, image: Rgb, box: Box, pen: str, ink: NDArray[np.float64]) -> None:
    """A small sign in its cell, at times over the lines above and below."""
    x0, y0, x1, y1 = box
    high, wide = rng.uniform(0.7, 1.6) * (y1 - y0), rng.uniform(0.35, 0.9) * (x1 - x0)
    mask = PENS[pen](rng, max(36, round(high)), max(60, round(wide)))
    left = x0 + rng.uniform(0.02, max(0.03, 0.95 - wide / (x1 - x0))) * (x1 - x0)
    top = (y0 + y1) / 2 - mask.shape[0] / 2 + rng.normal(0, 0.08) * (y1 - y0)
    _ink(image, mask, left, top, ink, rng.uniform(0.6, 1))


def _other(rng: Rng, image: Rgb, cell: Cell) -> CellState:
    """Specks, a dash, a typed word: what stands in cells that nobody signed."""
    x0, y0, x1, y1 = (round(value) for value in cell.box)
    kind: CellState = ('dirt', 'dash', 'typed')[int(rng.integers(3))]
    if kind == 'dirt':
        for _ in range(int(rng.integers(3, 25))):
            at = (int(rng.integers(x0, x1)), int(rng.integers(y0, y1)))
            cv2.circle(image, at, int(rng.integers(1, 3)), (90, 90, 90), -1)
    elif kind == 'dash':
        middle = (y0 + y1) // 2
        cv2.line(image, (x0 + 40, middle), (x0 + 40 + int(rng.integers(8, 60)), middle), (30, 30, 30), 2)
    else:
        text = str(rng.choice(('ttd', 'hadir', 'izin', 'TTD')))
        cv2.putText(image, text, (x0 + 50, y1 - 14), 0, 0.8, (25, 25, 25), 2, cv2.LINE_AA)
    return kind


def _ink(image: Rgb, mask: Mask, x: float, y: float, colour: NDArray[np.float64], strength: float) -> None:
    """Ink darkens what lies under it."""
    x0, y0 = round(x), round(y)
    a, b = max(0, y0), max(0, x0)
    c, d = min(image.shape[0], y0 + mask.shape[0]), min(image.shape[1], x0 + mask.shape[1])
    if c > a and d > b:
        cover = (mask[a - y0 : c - y0, b - x0 : d - x0] * strength)[..., None]
        image[a:c, b:d] = (image[a:c, b:d].astype(np.float32) * (1 - cover * (1 - colour / 255))).astype(np.uint8)


def _scaled(box: Box, scale: float) -> Box:
    return (box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale)


def _moved(box: Box, matrix: Matrix) -> Box:
    corners = np.array([[[box[0], box[1]], [box[2], box[1]], [box[2], box[3]], [box[0], box[3]]]], np.float64)
    x, y = cv2.perspectiveTransform(corners, matrix)[0].T
    return (float(x.min()), float(y.min()), float(x.max()), float(y.max()))

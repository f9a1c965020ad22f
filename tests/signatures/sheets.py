"""Pages that end with a signer's block, printed clean: what stands where is known. Names and offices are invented."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.signatures.pens import Rng

Rgb = NDArray[np.uint8]
Box = tuple[float, float, float, float]
DPI = 200
_FONTS = (('Times-Roman', 'Times-Bold'), ('Helvetica', 'Helvetica-Bold'), ('Times-Roman', 'Times-Roman'))
_OFFICES = (
    'KEPALA DINAS PERIKANAN',
    'Kepala Dinas Komunikasi dan Informatika',
    'CAMAT SUKAMAJU',
    'Kepala Badan Kepegawaian',
    'SEKRETARIS DAERAH',
    'INSPEKTUR DAERAH',
    'Direktur RSUD Sukamaju',
    'LURAH MEKAR',
    'Kepala Bagian Hukum',
    'KEPALA DESA MEKARSARI',
    'PPID Pelaksana',
    'Atasan PPID Pelaksana',
    'Kepala Pelaksana BPBD',
    'BUPATI CONTOHAN',
)
_SECOND = ('KABUPATEN CONTOHAN', 'Kabupaten Contohan', 'selaku Atasan PPID,', 'KOTA UMPAMA', 'PROVINSI MISALNYA')
_PROXY = ('a.n. BUPATI CONTOHAN', 'Plt.', 'Plh.', 'a.n. Kepala Dinas', 'Pj.')
_FIRST = ('AHMAD', 'SITI', 'BUDI', 'RINA', 'DARMA', 'YUSUF', 'WAYAN', 'MARTHA', 'HENDRA', 'NURUL', 'EKO', 'LESTARI')
_LAST = (
    'SUSANTO',
    'RAHMADANI',
    'WIBOWO',
    'KARTIKA',
    'PRATAMA',
    'SIREGAR',
    'HALIM',
    'PUTRI',
    'NASUTION',
    'SAPUTRA',
    'UTAMI',
)
_DEGREES = ('S.Sos., M.Si.', 'S.H.', 'SE, MM', 'S.Kom', 'M.Pd', 'S.STP., M.AP', '')
_RANKS = ('Pembina Tingkat I (IV/b)', 'Pembina Utama Muda', 'Penata Tk. I, III/d', 'Pembina, IV/a')
_PROSE = (
    'Keputusan ini mulai berlaku pada tanggal ditetapkan dengan ketentuan apabila di kemudian hari',
    'terdapat kekeliruan akan diadakan perbaikan sebagaimana mestinya sesuai dengan ketentuan',
    'peraturan perundang-undangan yang berlaku di lingkungan Pemerintah Kabupaten Contohan.',
    'Segala biaya yang timbul dibebankan pada anggaran pendapatan dan belanja daerah tahun berjalan.',
)
_COPIES = (
    'Tembusan:',
    '1. Bupati Contohan;',
    '2. Inspektur Daerah;',
    '3. Kepala Dinas Komunikasi dan Informatika;',
    '4. Yang bersangkutan.',
)


@dataclass(slots=True)
class Sheet:
    """A printed page at 200 dpi. Boxes are pixels; `gap`: from under the office to above the name."""

    image: Rgb
    words: list[Box] = field(default_factory=list)
    office: Box = (0, 0, 0, 0)
    name: Box = (0, 0, 0, 0)
    """From the name's line down to the NIP's."""
    gap: Box = (0, 0, 0, 0)
    em: float = 0.0
    """Height of a capital."""
    lines: list[str] = field(default_factory=list)
    beside: Box | None = None
    """The gap of another signer's block beside this one."""


@dataclass(slots=True)
class _Draw:
    canvas: Canvas
    height: float
    size: float
    font: str
    words: list[Box] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, *, font: str = '', size: float = 0) -> Box:
        """Draws a line with its left end at (x, y from the top); its box in points."""
        font, size = font or self.font, size or self.size
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - y, text)
        at = x
        for word in text.split(' '):
            wide = stringWidth(word, font, size)
            if word:
                self.words.append((at, y - 0.72 * size, at + wide, y + 0.2 * size))
            at += wide + stringWidth(' ', font, size)
        self.lines.append(text)
        return (x, y - 0.72 * size, at, y + 0.2 * size)


def sheet(rng: Rng, *, whole: bool, middle: str = '') -> Sheet:
    """A page with a block on it. `whole`: A4 with text above and below, else a strip; `middle`: words in the gap."""
    height = 842.0 if whole else 330.0
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, height), invariant=1)
    plain, bold = _FONTS[int(rng.integers(len(_FONTS)))]
    size = float(rng.choice((10, 11, 11, 12)))
    draw = _Draw(canvas, height, size, plain)
    y = 70.0
    if whole:
        y = _body(draw, rng, y)
    left = float(rng.choice((300, 320, 280, 70, 190), p=(0.35, 0.25, 0.15, 0.1, 0.15)))
    if rng.random() < 0.75:
        draw.text(left, y, 'Ditetapkan di Sukamaju')
        draw.text(left, y + 1.2 * size, f'pada tanggal {rng.integers(1, 28)} Februari 2025')
        y += 2.6 * size
    office, y = _office(draw, rng, left, y, bold)
    depth = float(rng.uniform(34, 78))
    if middle:
        draw.text(left + rng.uniform(0, 40), y + depth * 0.55, middle)
    top, y = y, y + depth
    name, y = _name(draw, rng, left, y, bold)
    beside = _second_block(draw, rng, left, top, depth, bold) if rng.random() < 0.25 else None
    if rng.random() < 0.12:
        canvas.setLineWidth(0.7)
        canvas.rect(left - 8, height - y - 4, 230, y - office[1] + 14)
    if whole and rng.random() < 0.6:
        for i, line in enumerate(_COPIES):
            draw.text(70, y + 34 + 1.2 * size * i, line, size=size - 1)
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        image = np.array(pdf[0].render(scale=DPI / 72).to_pil().convert('RGB'), np.uint8)
    scale = DPI / 72
    words = [_scaled(box, scale) for box in draw.words]
    gap = (min(office[0], name[0]), office[3], max(office[2], name[2]), name[1])
    return Sheet(
        image,
        words,
        _scaled(office, scale),
        _scaled(name, scale),
        _scaled(gap, scale),
        0.72 * size * scale,
        draw.lines,
        _scaled(beside, scale) if beside else None,
    )


def _body(draw: _Draw, rng: Rng, y: float) -> float:
    draw.text(200, y, 'KEPUTUSAN', font='Times-Bold')
    for _ in range(int(rng.integers(2, 6))):
        y += 26
        draw.text(70, y, str(rng.choice(('KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT'))))
        draw.text(150, y, ':')
        for line in rng.choice(_PROSE, int(rng.integers(1, 4)), replace=False):
            draw.text(162, y, str(line)[:80])
            y += 1.2 * draw.size
    return y + float(rng.uniform(30, 130))


def _office(draw: _Draw, rng: Rng, left: float, y: float, bold: str) -> tuple[Box, float]:
    lines = [str(rng.choice(_OFFICES))]
    if rng.random() < 0.4:
        lines.append(str(rng.choice(_SECOND)))
    if rng.random() < 0.2:
        lines.insert(0, str(rng.choice(_PROXY)))
    lines[-1] = lines[-1].rstrip(',') + ('' if rng.random() < 0.3 else ',')
    font = bold if rng.random() < 0.5 else draw.font
    boxes = []
    for line in lines:
        boxes.append(draw.text(left, y, line, font=font))
        y += 1.2 * draw.size
    return _union(boxes), y - draw.size


def _name(draw: _Draw, rng: Rng, left: float, y: float, bold: str) -> tuple[Box, float]:
    name = f'{rng.choice(_FIRST)} {rng.choice(_LAST)}'
    degree = str(rng.choice(_DEGREES))
    if rng.random() < 0.45:
        name = name.title()
    name += f', {degree}' if degree else ''
    box = draw.text(left, y, name, font=bold if rng.random() < 0.6 else draw.font)
    if rng.random() < 0.6:
        draw.canvas.setLineWidth(0.6 if rng.random() < 0.8 else 1.1)
        draw.canvas.line(box[0], draw.height - y - 2, box[2], draw.height - y - 2)
    boxes = [box]
    if rng.random() < 0.7:
        y += 1.2 * draw.size
        boxes.append(draw.text(left, y, str(rng.choice(_RANKS))))
    if rng.random() < 0.88:
        y += 1.2 * draw.size
        boxes.append(
            draw.text(
                left,
                y,
                _nip(rng),
            )
        )
    return _union(boxes), y


def _nip(rng: Rng) -> str:
    born = f'19{rng.integers(65, 95)}{rng.integers(1, 12):02d}{rng.integers(1, 28):02d}'
    since = f'20{rng.integers(0, 19):02d}{rng.integers(1, 12):02d}'
    return f'NIP. {born} {since} {rng.integers(1, 3)} {rng.integers(1, 30):03d}'


def _second_block(draw: _Draw, rng: Rng, left: float, y: float, depth: float, bold: str) -> Box:
    """Another signer beside this one, not the one asked about; gives the gap of that block."""
    x = 70.0 if left > 250 else 360.0
    office = draw.text(x, y - 0.2 * draw.size, 'Mengetahui,' if rng.random() < 0.5 else 'Sekretaris,')
    name, _y = _name(draw, rng, x, y + depth, bold)
    return (x, office[3], max(office[2], name[2]), name[1])


def _union(boxes: list[Box]) -> Box:
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _scaled(box: Box, scale: float) -> Box:
    return (box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale)

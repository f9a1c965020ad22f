"""The documents of the benchmark: decrees with an annex, as text PDF, as scan and as DOCX. Same number, same content.

Knows nothing of rules or checker; the people and offices are invented.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import numpy as np
import pypdfium2
from PIL import Image
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from tests.reading import sealing

Maker = Callable[[Path, int, int], None]
"""Writes a document: where, its number, how many pages."""
ROWS = 14
"""Rows of the annex's table that fit a page."""
SCAN_DPI = 200
"""What office scanners are set to; a page then has 3.9 million pixels."""

_WORDS = (
    'layanan', 'informasi', 'publik', 'daerah', 'dokumentasi', 'pengelolaan', 'pejabat', 'permohonan', 'pelaksanaan',
    'kegiatan', 'perangkat', 'bidang', 'program', 'laporan', 'anggaran', 'keterbukaan', 'masyarakat', 'pembinaan',
)
_LAWS = (
    'Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia Tahun '
    '2008 Nomor 61, Tambahan Lembaran Negara Republik Indonesia Nomor 4846);',
    'Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008;',
    'Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik;',
    'Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang Pedoman Pengelolaan Pelayanan Informasi dan '
    'Dokumentasi;',
)
_OFFICE = 'DINAS KOMUNIKASI DAN INFORMATIKA'
_SUBJECT = 'PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA'
_DATE = '3 Februari 2025'
_ORDINALS = ('KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA')
_ROLES = ('Atasan PPID', 'PPID', 'PPID Pelaksana', 'Bidang Pengolah Data')
_CENTRE = ParagraphStyle('centre', fontName='Times-Bold', fontSize=11, leading=14, alignment=1)
_BODY = ParagraphStyle('body', fontName='Times-Roman', fontSize=11, leading=14, alignment=4)
_SIGNER = ParagraphStyle('signer', parent=_BODY, alignment=1, leftIndent=9 * cm)
_GRID = TableStyle([('GRID', (0, 0), (-1, -1), 0.5, 'black'), ('VALIGN', (0, 0), (-1, -1), 'TOP')])
_PLAIN = TableStyle([('VALIGN', (0, 0), (-1, -1), 'TOP'), ('LEFTPADDING', (0, 0), (-1, -1), 0)])


def text_pdf(path: Path, number: int, pages: int) -> None:
    """A decree of two pages and an annex that fills it up to `pages`, A4, about 2,000 characters a page."""
    path.write_bytes(_pdf(number, pages))


def sealed_pdf(path: Path, pages: int, signers: int, objects: int = 0) -> None:
    """The decree of `text_pdf`, signed by so many one after the other; with further small objects in streams, as the
    structure trees of office programs are: 16,000 in 100 pages."""
    data = _pdf(0, pages)
    if objects:
        data = _with_objects(data, objects)
    for n in range(signers):
        data = sealing.signed(data, sealing.official(f'Pejabat {n}'), f'Ttd{n}', (50, 100 + 60 * n, 250, 140 + 60 * n))
    path.write_bytes(data)


def _with_objects(data: bytes, count: int) -> bytes:
    source = PdfFileReader(BytesIO(data), strict=False)
    writer: Any = copy_into_new_writer(source, writer_kwargs={'stream_xrefs': True})
    plain: Any = generic
    root, page = plain.ArrayObject(), writer.root['/Pages']['/Kids'].raw_get(0)
    for start in range(0, count, 500):
        stream = writer.prepare_object_stream()
        made = [plain.DictionaryObject({plain.pdf_name('/S'): plain.pdf_name('/P'), plain.pdf_name('/Pg'): page})
                for _ in range(min(500, count - start))]
        root += [writer.add_object(each, obj_stream=stream) for each in made]
    writer.root['/Isi'] = writer.add_object(root)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def scan_pdf(path: Path, number: int, pages: int) -> None:
    """The same pages as pictures: grey, noisy, JPEG of quality 70, no text layer."""
    noise = np.random.default_rng(number)
    with pypdfium2.PdfDocument(_pdf(number, pages)) as document:
        frames = [_grainy(page.render(scale=SCAN_DPI / 72).to_pil().convert('L'), noise) for page in document]
    frames[0].save(path, 'PDF', save_all=True, append_images=frames[1:], resolution=SCAN_DPI, quality=70)


def docx_file(path: Path, number: int) -> None:
    """The same decree with a table of 40 rows."""
    document = docx.Document()
    for line in _head(number):
        document.add_paragraph(line)
    for label, text in [*_considerations(number), *_dicta(number)]:
        document.add_paragraph(f'{label}\t: {text}')
    for line in _signature(number):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=4)
    for row in _rows(number, 40):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def _grainy(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    gray = np.asarray(page, np.float32)
    return Image.fromarray(np.clip(gray * 0.92 + noise.normal(8, 6, gray.shape), 0, 255).astype(np.uint8))


def _pdf(number: int, pages: int) -> bytes:
    out = BytesIO()
    template = SimpleDocTemplate(out, pagesize=A4, topMargin=2 * cm, bottomMargin=2 * cm, invariant=1)
    template.build(list(_story(number, pages)))
    return out.getvalue()


def _story(number: int, pages: int) -> Iterator[Flowable]:
    yield from (Paragraph(line, _CENTRE) for line in _head(number))
    yield _columns(_considerations(number))
    yield PageBreak()
    yield Paragraph('MEMUTUSKAN :', _CENTRE)
    yield _columns(_dicta(number))
    yield from (Paragraph(line or '&nbsp;', _SIGNER) for line in _signature(number))
    for page in range(pages - 2):
        yield PageBreak()
        if page == 0:
            yield Paragraph(f'LAMPIRAN KEPUTUSAN {_OFFICE} NOMOR 800/{number}/KEP/2025 TANGGAL {_DATE}', _CENTRE)
        cells = [[Paragraph(text, _BODY) for text in row] for row in _rows(number * 100 + page, ROWS)]
        yield Table(cells, colWidths=[1.2 * cm, 5 * cm, 5 * cm, 5 * cm], style=_GRID)


def _columns(rows: list[tuple[str, str]]) -> Table:
    """The usual two columns: the label with its colon, and the text beside it."""
    cells = [[Paragraph(text, _BODY) for text in (label, ':' if label else '', value)] for label, value in rows]
    return Table(cells, colWidths=[2.8 * cm, 0.5 * cm, 12.7 * cm], style=_PLAIN)


def _head(number: int) -> list[str]:
    return ['PEMERINTAH KABUPATEN CONTOH', _OFFICE, f'KEPUTUSAN KEPALA {_OFFICE}', f'NOMOR : 800/{number}/KEP/2025',
            'TENTANG', _SUBJECT]


def _considerations(number: int) -> list[tuple[str, str]]:
    words = random.Random(number)
    reasons = [f'{letter}. bahwa {_prose(words, 35)};' for letter in 'abc']
    laws = [f'{place}. {law}' for place, law in enumerate(_LAWS, 1)]
    return [*zip(['Menimbang', '', ''], reasons, strict=True), *zip(['Mengingat', '', '', ''], laws, strict=True)]


def _dicta(number: int) -> list[tuple[str, str]]:
    words = random.Random(number + 1)
    return [('Menetapkan', f'KEPUTUSAN KEPALA {_OFFICE} TENTANG {_SUBJECT}.'),
            *((ordinal, f'{_prose(words, 40)}.') for ordinal in _ORDINALS)]


def _signature(number: int) -> list[str]:
    return ['Ditetapkan di Contoh', f'pada tanggal {_DATE}', 'KEPALA DINAS,', '', '', 'RATNA CONTOHWATI',
            f'NIP 19700101 199503 2 {number % 1000:03}']


def _rows(seed: int, count: int) -> list[list[str]]:
    words = random.Random(seed)
    head = ['No', 'Jabatan dalam Dinas', 'Kedudukan dalam PPID', 'Uraian Tugas']
    rows = ([str(row), _prose(words, 4), _ROLES[row % len(_ROLES)], _prose(words, 5)] for row in range(1, count + 1))
    return [head, *rows]


def _prose(words: random.Random, length: int) -> str:
    return ' '.join(words.choices(_WORDS, k=length))

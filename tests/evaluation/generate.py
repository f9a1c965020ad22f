"""Makes the ordered documents with their labels, in a folder kept by seed and by the generator's own source."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Literal

from tests.evaluation import model
from tests.evaluation.draft import Draft
from tests.evaluation.model import Label, PartLabel
from tests.evaluation.places import Places, harvest, part_labels
from tests.evaluation.plan import Order, draft, plan
from tests.evaluation.producers import missing

_CHUNK = 8
_NO_MAKERS = {'score.py', 'table.py', 'simple.py', 'real.py', '__main__.py', 'tally.py', 'scan_table.py', 'scan_run.py'}
_SCAN_MAKERS = {'looks.py', 'devices.py', 'layers.py', 'scan_files.py', 'scan_corpus.py'}


def corpus(
    home: Path, seed: int, quick: bool, scale: float = 1.0, progress: Callable[[str], None] = print
) -> tuple[Path, list[Label]]:
    """The folder with the documents and their labels; made now unless the same were made before."""
    gone = missing()
    name = f'{"cepat" if quick else "penuh"}-{seed}-{scale:g}-{fingerprint(gone)}'
    folder = home / name
    if (folder / 'labels.json').exists():
        return folder, model.load(folder / 'labels.json')
    folder.mkdir(parents=True, exist_ok=True)
    orders = plan(seed, quick, gone, scale)
    progress(f'Membuat {len(orders)} dokumen di {folder}' + (f' (tidak terpasang: {", ".join(gone)})' if gone else ''))
    labels = make(orders, folder)
    model.save(labels, folder / 'labels.json')
    return folder, labels


def make(orders: list[Order], folder: Path, jobs: int = 2) -> list[Label]:
    """Write all orders; documents that LibreOffice prints share one call of it per chunk."""
    ordered = sorted(orders, key=lambda order: order.producer)
    chunks = [ordered[k : k + _CHUNK] for k in range(0, len(ordered), _CHUNK)]
    office = [order for order in ordered if order.producer == 'libreoffice']
    if office:
        chunks = [[order for order in chunk if order.producer != 'libreoffice'] for chunk in chunks] + [office]
        chunks = [chunk for chunk in chunks if chunk][::-1]
    if jobs == 1:
        made = [label for chunk in chunks for label in _chunk(chunk, folder)]
    else:
        with ProcessPoolExecutor(jobs) as pool:
            made = [label for labels in pool.map(_chunk, chunks, [folder] * len(chunks)) for label in labels]
    place = {order.id: k for k, order in enumerate(orders)}
    return sorted(made, key=lambda label: place[label.file.rsplit('.', 1)[0].split('~')[0]])


def fingerprint(gone: tuple[str, ...], scans: bool = False) -> str:
    """Of everything that makes the documents; of what makes the labelled scans only where those are asked for."""
    here = Path(__file__).parent
    digest = hashlib.sha256(repr(gone).encode())
    others = _NO_MAKERS if scans else _NO_MAKERS | _SCAN_MAKERS
    for path in sorted(here.rglob('*.py')):
        if path.name not in others and not path.name.startswith('test_'):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _chunk(orders: list[Order], folder: Path) -> list[Label]:
    drafts = [(order, draft(order)) for order in orders if order.format != 'image']
    labels = [photo(order, folder) for order in orders if order.format == 'image']
    printed: dict[Path, Places] = {}
    if orders and orders[0].producer == 'libreoffice':
        from tests.evaluation.producers.word import print_all

        printed = print_all([(made, folder / f'{order.id}.pdf') for order, made in drafts])
    for order, made in drafts:
        labels.append(_finish(order, made, folder, printed))
    return labels


def photo(order: Order, folder: Path) -> Label:
    """A picture of a meeting, without a document in it."""
    from io import BytesIO
    from random import Random

    from PIL import Image

    from tests.evaluation.pictures import png

    path = folder / f'{order.id}.jpg'
    Image.open(BytesIO(png('photo', Random(order.seed).getrandbits(24)))).convert('RGB').save(path, quality=80)
    return Label(
        path.name,
        'foto',
        'image',
        'foto',
        'pillow',
        'foto',
        order.held_out,
        'foto kegiatan',
        1,
        (PartLabel('foto', (1, 1)),),
    )


def _finish(order: Order, made: Draft, folder: Path, printed: dict[Path, Places]) -> Label:
    """Write one document and read its places."""
    path = folder / f'{order.id}.{order.format if order.format in ("docx", "xlsx") else "pdf"}'
    if order.format in ('docx', 'xlsx'):
        cells = _without_pages(order, made, path)
        parts = tuple(replace(part, pages=(1, 1)) for part in part_labels(made, {}, 1, cells))
        pages = 1
    else:
        if order.producer != 'libreoffice':
            writer(order.producer)(made, path)
        places, pages = harvest(path)
        places = printed.get(path, places)
        parts = part_labels(made, places, pages)
    if order.format == 'scan':
        from tests.evaluation.scans import scan

        parts = scan(path, parts, order.quality, order.seed)
    elif made.sign_as and order.format == 'text':
        from tests.evaluation.certificate import sign

        sign(path, made.sign_as)
    path = path.rename(path.with_name(_misleading(order, path)))
    group: Literal['distractor', 'document'] = 'distractor' if order.kind == 'distractor' else 'document'
    return Label(
        path.name,
        group,
        order.format,
        order.quality,
        order.producer,
        ' '.join(made.template),
        order.held_out,
        made.title,
        pages,
        parts,
    )


def _without_pages(order: Order, made: Draft, path: Path) -> dict[int, list[str]]:
    """Write a document or workbook; the cells of every mark, where there are any."""
    if order.format == 'docx':
        from tests.evaluation.producers.word import write_docx

        write_docx(made, path)
        return {}
    from tests.evaluation.producers.sheets import write_xlsx

    return write_xlsx(made, path)


def _misleading(order: Order, path: Path) -> str:
    """Every third file has a name that says more than the document does: names prove nothing."""
    claim = {'distractor': 'SK-PPID-2025', 'dip': 'DIP-tahun-2025-final', 'sk-ppid': 'DIP-2025', 'sop': 'SK-SOP-2025'}
    claim |= {
        'undangan': 'Notulen-2025',
        'dik': 'DIP-2025',
        'register-permohonan': 'Laporan-2025',
        'notulen': 'SK-2025',
    }
    named = int(order.id[-3:]) % 3 == 1 and order.kind in claim
    return f'{path.stem}~{claim[order.kind]}{path.suffix}' if named else path.name


def writer(producer: str) -> Callable[[Draft, Path], None]:
    """The function that writes a PDF with link marks."""
    if producer == 'reportlab':
        from tests.evaluation.producers.reportlab_pdf import write

        return write
    if producer == 'fpdf2':
        from tests.evaluation.producers.fpdf_pdf import write as write_fpdf

        return write_fpdf
    from tests.evaluation.producers import browser

    return {'weasyprint': browser.write_weasyprint, 'chromium': browser.write_chromium}[producer]

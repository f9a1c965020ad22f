"""The labelled scans: short documents of every kind, printed and then taken by many scanners, phones and fax machines.

Apart from the other generated documents, which know nothing of these. Deterministic by seed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pypdfium2 as pdfium

from tests.evaluation import generate, looks, model
from tests.evaluation.devices import Matrix, Pixels, taken
from tests.evaluation.layers import Word, layer, words_of
from tests.evaluation.looks import Class, Layer, Look, Wrapping
from tests.evaluation.model import Label, PartLabel, Truth
from tests.evaluation.places import harvest, part_labels
from tests.evaluation.plan import Order, draft
from tests.evaluation.producers import missing
from tests.evaluation.scan_files import Sheet, points_a_pixel, write
from tests.evaluation.scans import moved, through

_COUNTS = {
    'sk-ppid': 60,
    'dip': 44,
    'sop': 52,
    'sk-dip': 28,
    'dik': 28,
    'uji-konsekuensi': 26,
    'laporan-layanan': 24,
    'maklumat': 24,
    'formulir-permohonan': 14,
    'formulir-keberatan': 14,
    'register-permohonan': 14,
    'surat-pernyataan': 20,
    'undangan': 20,
    'surat-tugas': 18,
    'notulen': 18,
    'daftar-hadir': 12,
    'anggaran': 14,
    'merged': 6,
    'bundel': 6,
    'distractor': 24,
}
_PRODUCERS = {'reportlab': 45, 'weasyprint': 35, 'fpdf2': 20}
_MIXED = 0.12
"""Share of documents of several pages whose pages were taken by different devices and then merged."""
_STAMPED = ('sk-ppid', 'sk-dip', 'undangan', 'surat-tugas', 'surat-pernyataan', 'laporan-layanan', 'distractor')
"""Kinds with no cells to sign in the upper part of the first page: a stamp there is nobody's signature."""
_WORST: tuple[Class, ...] = ('foto-100', '150', '200')
_CHUNK = 6
_FACTS = 'facts.json'
HIDDEN = 'hanya di halaman tak terbaca'
OPEN = 'mungkin di halaman tak terbaca'
"""Said of truths (`how`) about documents with a page that nobody can read."""


@dataclass(frozen=True, slots=True)
class PageFact:
    """What was done to a page: degrees clockwise by which it is shown wrong, its layer, whether anyone can read it."""

    turn: int
    layer: Layer
    readable: bool
    look: Look


@dataclass(frozen=True, slots=True)
class Scan:
    """A labelled scan; `label.quality` is its class, that of its worst page."""

    label: Label
    wrapping: Wrapping
    pages: tuple[PageFact, ...]


def orders(seed: int, scale: float = 1.0) -> list[Order]:
    """All scans of a run, or the given share of each kind."""
    gone = missing()
    return [_order(seed, kind, k, gone) for kind, count in _COUNTS.items() for k in range(round(count * scale))]


def _order(seed: int, kind: str, k: int, gone: tuple[str, ...]) -> Order:
    rng = Random(f'{seed}/pindai/{kind}/{k}')
    producer = rng.choices(list(_PRODUCERS), list(_PRODUCERS.values()))[0]
    producer = 'reportlab' if producer in gone else producer
    quality, held_out = looks.class_of(kind, k), (k + k // 20) % 3 == 2
    return Order(f'pindai-{kind}-{k:03d}', kind, 'scan', producer, quality, held_out, f'{seed}/pindai/{kind}/{k}/isi')


def corpus(home: Path, seed: int, scale: float, progress: Callable[[str], None] = print) -> tuple[Path, list[Scan]]:
    """The folder with the scans and what is known of them; made now unless the same were made before."""
    folder = home / f'pindai-{seed}-{scale:g}-{generate.fingerprint(missing(), scans=True)}'
    if (folder / _FACTS).exists():
        return folder, _load(folder)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = orders(seed, scale)
    progress(f'Membuat {len(wanted)} pindaian di {folder}')
    scans = make(wanted, folder)
    model.save([scan.label for scan in scans], folder / 'labels.json')
    facts = [[asdict(scan.wrapping), [asdict(page) for page in scan.pages]] for scan in scans]
    (folder / _FACTS).write_text(json.dumps(facts), encoding='utf-8')
    return folder, scans


def _load(folder: Path) -> list[Scan]:
    facts = json.loads((folder / _FACTS).read_text(encoding='utf-8'))
    return [
        Scan(label, Wrapping(**wrapping), tuple(PageFact(**{**page, 'look': Look(**page['look'])}) for page in pages))
        for label, (wrapping, pages) in zip(model.load(folder / 'labels.json'), facts, strict=True)
    ]


def make(wanted: Sequence[Order], folder: Path, jobs: int = 2) -> list[Scan]:
    """Write all of them, in order."""
    if jobs == 1:
        return [scan(order, folder) for order in wanted]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(scan, wanted, [folder] * len(wanted), chunksize=_CHUNK))


def scan(order: Order, folder: Path) -> Scan:
    """Print one document, take its pages, and write them."""
    cv2.setNumThreads(1)
    made, printed = draft(order), folder / f'{order.id}.cetak.pdf'
    generate.writer(order.producer)(made, printed)
    places, pages = harvest(printed)
    parts = part_labels(made, places, pages)
    rng = Random(f'{order.seed}/rupa')
    document = pdfium.PdfDocument(printed.read_bytes())
    wanted: Class = order.quality  # type: ignore[assignment]  # the class that the order was made with
    base = looks.look(rng, wanted)
    wrapping = looks.wrapping(rng, base, pages)
    turned = [looks.turn(rng, page.get_width() > page.get_height(), base.device) for page in document]
    if any(turned):
        wrapping = replace(wrapping, layer='none', sideways=False)
    quality, taken_as = _looks(rng, base, wanted, pages, order.kind)
    camera = base.device == 'phone'
    sheets, facts, moves = [], [], {}
    for n, (page, look, turn) in enumerate(zip(document, taken_as, turned, strict=True), 1):
        back = _rendered(document[n % pages], look.dpi) if look.bleed and pages > 1 else None
        picture, matrix = taken(_rendered(page, look.dpi), look, rng, back)
        picture, matrix = _turned(picture, matrix, turn)
        sheet = Sheet(picture, look.dpi, look.jpeg, look.device in ('bilevel', 'fax'))
        scale = points_a_pixel(sheet, wrapping.form, camera)
        moves[n] = _diagonal(scale) @ matrix @ _diagonal(look.dpi / 72)
        if wrapping.layer != 'none':
            words = [Word(word.text, through(word.box, moves[n])) for word in words_of(page)]
            sheet = replace(sheet, words=tuple(layer(wrapping.layer, words, n, pages, sheet.size, rng)))
        sheets.append(sheet)
        facts.append(PageFact(turn, wrapping.layer, not look.ruin, look))
    path = printed.with_name(f'{order.id}.{wrapping.form}')
    write(path, sheets, wrapping.form, strips=wrapping.strips, sideways=wrapping.sideways, camera=camera)
    printed.unlink()
    unreadable = {n for n, fact in enumerate(facts, 1) if not fact.readable}
    label = Label(
        path.name,
        'distractor' if order.kind == 'distractor' else 'document',
        'scan',
        quality,
        order.producer,
        ' '.join(made.template),
        order.held_out,
        made.title,
        pages,
        tuple(_seen(part, moves, unreadable) for part in parts),
    )
    return Scan(label, wrapping, tuple(facts))


def _looks(rng: Random, base: Look, wanted: Class, pages: int, kind: str) -> tuple[Class, list[Look]]:
    """The look of every page, and the class of the worst."""
    first = base if kind in _STAMPED else replace(base, stamp=False)
    classes: list[Class] = [wanted] * pages
    taken_as = [first] + [replace(base, stamp=False, skew=base.skew * rng.uniform(0.3, 1)) for _ in range(pages - 1)]
    if wanted == 'tak-terbaca':
        hit = range(pages) if rng.random() < 0.4 else [rng.randrange(pages)]
        ruin = looks.ruined(rng)
        return wanted, [replace(look, ruin=ruin) if n in hit else look for n, look in enumerate(taken_as)]
    if pages > 1 and rng.random() < _MIXED:
        for n in range(1, pages):
            classes[n] = rng.choice(_WORST)
            taken_as[n] = replace(looks.look(rng, classes[n]), stamp=False)
    return next(known for known in _WORST if known in classes), taken_as


def _rendered(page: object, dpi: int) -> Pixels:
    image = page.render(scale=dpi / 72).to_pil().convert('RGB')  # type: ignore[attr-defined]
    return np.asarray(image, np.uint8)


def _turned(picture: Pixels, matrix: Matrix, turn: int) -> tuple[Pixels, Matrix]:
    """The picture turned clockwise, and where its words went."""
    height, width = picture.shape[:2]
    ways = {
        0: np.eye(3),
        90: np.array([[0.0, -1, height], [1, 0, 0], [0, 0, 1]]),
        180: np.array([[-1.0, 0, width], [0, -1, height], [0, 0, 1]]),
        270: np.array([[0.0, 1, 0], [-1, 0, width], [0, 0, 1]]),
    }
    return np.ascontiguousarray(np.rot90(picture, -turn // 90)), ways[turn] @ matrix


def _diagonal(scale: float) -> Matrix:
    return np.diag([scale, scale, 1.0])


def _seen(part: PartLabel, moves: dict[int, Matrix], unreadable: set[int]) -> PartLabel:
    """The part with its places moved. What stands on a page that nobody can read can't be told: never missing."""
    truths = tuple(_told(moved(truth, moves), part.pages, unreadable) for truth in part.truths)
    return replace(part, truths=truths, sure=part.sure and part.pages[0] not in unreadable)


def _told(truth: Truth, pages: tuple[int, int], unreadable: set[int]) -> Truth:
    if truth.state == 'free' or not unreadable & set(range(pages[0], pages[1] + 1)):
        return truth
    stands = {spot.page for spot in truth.spots}
    if stands and stands <= unreadable:
        return replace(truth, state='present', how=HIDDEN, allowed=('unsure', 'met'), spots=())
    if stands and not stands & unreadable:
        return truth
    return replace(truth, state='partial', how=OPEN, allowed=('unsure',))


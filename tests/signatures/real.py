"""Real signers' blocks, labelled by looking at them: `python -m tests.signatures --real FOLDER`.

Files are known by their sha256 and blocks by page and region (points); no person's data is kept here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from checker import rulebook
from checker.checks import wet
from checker.checks.block import blocks_of
from checker.model import Box, Document, KindId, Look
from checker.reading.isolation import Reader
from checker.view import PageView, PartView
from tests.signatures.score import Judged

_LABELS = Path(__file__).with_name('real_blocks.json')


def judged(folder: Path) -> Iterator[Judged]:
    """What the looks say of the labelled blocks of the files in a folder; blocks that are not found are unsure."""
    labels: dict[str, list[dict[str, object]]] = {}
    for label in json.loads(_LABELS.read_text(encoding='utf-8')):
        labels.setdefault(str(label['sha256']), []).append(label)
    paths = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted(folder.iterdir()) if path.is_file()}
    with Reader() as reader:
        for sha256, blocks in labels.items():
            if sha256 not in paths:
                continue
            found = _looks(reader, paths[sha256], {int(str(block['page'])) for block in blocks})
            for block in blocks:
                box, n = block['box'], int(str(block['page']))
                pen = next((amount for page, own, amount in found if page == n and _same(own, box)), None)
                said = 'unsure' if pen is None else wet.status_of(pen)
                yield Judged(str(block['state']), 'real', 0, '', '', said, said if pen is not None else 'not found', n)


def _looks(reader: Reader, path: Path, pages: set[int]) -> list[tuple[int, Box, float]]:
    document = reader.read_fast(path, path.name).result()
    unread = tuple(page.n for page in document.pages if page.n in pages and page.level == 'unread')
    if unread:
        document = document.with_pages(reader.read_full(path, path.name, unread).result())
    looks = [look for look in _wanted(document) if look.page in pages]
    seen = reader.look(path, path.name, looks).result() if looks else ()
    return [(n, mark.box, mark.amount) for n, mark in seen if mark.kind == 'pen']


def _wanted(document: Document) -> list[Look]:
    book = rulebook.load()
    views = [PageView(page, book.vocabulary) for page in document.pages if page.level != 'unread']
    part = PartView(document, views, book, KindId('sk-ppid'), 2025)
    for block in blocks_of(part):
        wet.seen(part, block)
    return part.looks


def _same(box: Box, label: object) -> bool:
    """Most of the one region lies in the other: another reading may draw it a little otherwise."""
    x0, y0, x1, y1 = (float(value) for value in label)  # type: ignore[attr-defined]  # four numbers in the file
    wide, high = min(box[2], x1) - max(box[0], x0), min(box[3], y1) - max(box[1], y0)
    return wide > 0 and high > 0 and wide * high > 0.5 * (x1 - x0) * (y1 - y0)

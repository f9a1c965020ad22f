"""Readings as files beside the database: compact, fast to load, written in one step.

A file holds a JSON header and the raw arrays of every page, compressed; nothing in it can run. A file that is cut
short, damaged or of another make counts as absent: the document is simply read again. Opens no document.
"""

from __future__ import annotations

import json
import os
import re
import struct
import tempfile
import zlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from checker.model import Change, DigitalSignature, Document, Mark, Note, Page, Pose, Sha256

MAGIC = b'CBR1'
"""Name and number of the format; another number counts as absent."""

LEVEL = 1
"""Of zlib. Measured on text pages of 2,400 characters: level 1 packs in 0.7 ms to 22 kB, level 6 in 1.8 ms to 19 kB."""

_HEAD = struct.Struct('>4sI')
_SHA256 = re.compile('[0-9a-f]{64}')


class Readings:
    """The folder of readings that one version of the reader made."""

    def __init__(self, folder: Path, reader: str) -> None:
        self._folder = folder / reader

    def load(self, sha256: Sha256) -> Document | None:
        """The reading of these bytes; None where there is none or its file is damaged."""
        path = self._path(sha256)
        try:
            document = unpack(path.read_bytes())
        except (OSError, ValueError, KeyError, TypeError, zlib.error, struct.error):
            return None
        return document if document.sha256 == sha256 else None

    def keep(self, document: Document) -> None:
        """Writes beside and renames, so that another process sees the old file or the new one, never a half."""
        path = self._path(document.sha256)
        for folder in (self._folder, path.parent):  # one by one: parents=True would leave the upper one open to others
            folder.mkdir(mode=0o700, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix='.baru-')  # mkstemp makes it 0600
        try:
            with os.fdopen(handle, 'wb') as file:
                file.write(pack(document))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _path(self, sha256: Sha256) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f'not a sha256: {sha256!r}')
        return self._folder / sha256[:2] / f'{sha256}.bacaan'


def pack(document: Document) -> bytes:
    """The bytes of a reading; equal readings give equal bytes."""
    header = {
        'sha256': document.sha256, 'format': document.format,
        'signatures': [asdict(signature) for signature in document.signatures],
        'notes': [asdict(note) for note in document.notes], 'pages': [_page_header(page) for page in document.pages],
    }
    head = json.dumps(header, separators=(',', ':')).encode()
    arrays = [_raw(array) for page in document.pages for array in (page.boxes, page.lines, page.rules)]
    return _HEAD.pack(MAGIC, len(head)) + zlib.compress(b''.join([head, *arrays]), LEVEL)


def unpack(data: bytes) -> Document:
    """The reading that `pack` wrote. Anything else: ValueError, KeyError, TypeError, zlib.error or struct.error."""
    magic, length = _HEAD.unpack_from(data)
    if magic != MAGIC:
        raise ValueError('another format')
    body = zlib.decompress(memoryview(data)[_HEAD.size:])
    header = json.loads(body[:length])
    pages, offset = [], length
    for raw in header['pages']:
        page, offset = _page(raw, body, offset)
        pages.append(page)
    if offset != len(body):
        raise ValueError('arrays and header disagree')
    return Document(
        Sha256(header['sha256']), header['format'], tuple(pages),
        tuple(_signature(raw) for raw in header['signatures']),
        tuple(Note(**raw) for raw in header['notes']),
    )


def _signature(raw: dict[str, Any]) -> DigitalSignature:
    changes = tuple(Change(**change) for change in raw['changes'])
    return DigitalSignature(**raw | {'box': _box(raw['box']), 'changes': changes})


def _raw(array: np.ndarray[Any, Any]) -> bytes:
    """Little-endian float32 or int32, row by row."""
    return np.ascontiguousarray(array, '<f4' if array.dtype.kind == 'f' else '<i4').tobytes()


def _page_header(page: Page) -> dict[str, Any]:
    return {
        'n': page.n, 'width': page.width, 'height': page.height, 'level': page.level, 'source': page.source,
        'grade': page.grade, 'text': page.text, 'at': page.at, 'hidden': page.hidden, 'flaws': page.flaws,
        'marks': [(mark.kind, mark.box, mark.text, mark.amount) for mark in page.marks],
        'pose': page.pose and [page.pose.read, page.pose.shown, page.pose.matrix],
        'boxes': len(page.boxes), 'lines': len(page.lines), 'rules': len(page.rules),
    }


def _page(raw: dict[str, Any], body: bytes, offset: int) -> tuple[Page, int]:
    """A page and the offset behind its arrays, which stay views on `body` and so can't be changed."""
    counts = (raw.pop('boxes'), raw.pop('lines'), raw.pop('rules'))
    boxes = np.frombuffer(body, '<f4', counts[0] * 4, offset).reshape(-1, 4)
    offset += boxes.nbytes
    lines = np.frombuffer(body, '<i4', counts[1] * 4, offset).reshape(-1, 4)
    offset += lines.nbytes
    rules = np.frombuffer(body, '<f4', counts[2] * 4, offset).reshape(-1, 4)
    raw['pose'] = Pose(*map(tuple, raw['pose'])) if raw['pose'] else None
    raw['at'], raw['hidden'], raw['flaws'] = tuple(raw['at']), tuple(raw['hidden']), tuple(raw['flaws'])
    raw['marks'] = tuple(Mark(kind, _needed(box), text, amount) for kind, box, text, amount in raw['marks'])
    return Page(**raw, boxes=boxes, lines=lines, rules=rules), offset + rules.nbytes


def _needed(raw: list[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = raw
    return (x0, y0, x1, y1)


def _box(raw: list[float] | None) -> tuple[float, float, float, float] | None:
    return None if raw is None else _needed(raw)

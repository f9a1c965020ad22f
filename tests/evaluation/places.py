"""Turns the link marks of a produced PDF into places, and takes the links out of the file again."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from tests.evaluation.draft import Draft
from tests.evaluation.model import Box, PartLabel, Spot, Truth

Places = dict[int, list[tuple[int, Box]]]
"""Of every mark: page from 1 and box from the top-left corner, once per line of its words."""
_PREFIX = 'https://tanda.invalid/'

_SLIVER = 2.0
"""Points: Chromium leaves empty links of less height at the foot of the page before a page break."""


def url(mark: int) -> str:
    """The link target that stands for a mark."""
    return f'{_PREFIX}{mark}'


def harvest(path: Path) -> tuple[Places, int]:
    """Places of every mark (page from 1, box from the top-left corner) and the number of pages; rewrites the file
    without them."""
    reader = PdfReader(str(path))
    places: Places = {}
    for n, page in enumerate(reader.pages, 1):
        height = float(page.mediabox.height)
        links = cast(ArrayObject, page['/Annots']) if '/Annots' in page else ArrayObject()
        for reference in links:
            annotation = cast(DictionaryObject, reference.get_object())
            action = cast(DictionaryObject, annotation['/A']) if '/A' in annotation else {}
            target = str(action['/URI']) if '/URI' in action else ''
            if target.startswith(_PREFIX):
                x0, y0, x1, y1 = (float(value) for value in cast(ArrayObject, annotation['/Rect']))
                box = (min(x0, x1), height - max(y0, y1), max(x0, x1), height - min(y0, y1))
                if box[3] - box[1] < _SLIVER or box[2] - box[0] < _SLIVER:
                    continue
                places.setdefault(int(target.removeprefix(_PREFIX).rstrip('/')), []).append((n, box))
    writer = PdfWriter(clone_from=reader)
    for page in writer.pages:
        page[NameObject('/Annots')] = ArrayObject()
        del page['/Annots']
    writer.write(str(path))
    return places, len(reader.pages)


def colour(mark: int) -> tuple[int, int, int]:
    """A dark colour that stands for a mark."""
    return (1 + mark // 100, 1 + mark % 100, 77)


def coloured_places(path: Path) -> Places:
    """Where the marks stand in a PDF whose marks are coloured."""
    document = pdfium.PdfDocument(str(path))
    places: Places = {}
    for n in range(len(document)):
        page = document[n]
        height, text = page.get_height(), page.get_textpage()
        last: tuple[int, float] | None = None
        for k in range(text.count_chars()):
            x0, y0, x1, y1 = text.get_charbox(k, loose=True)
            mark = _marked(text, k)
            if mark is None or x1 <= x0:
                last = None if mark is None else last
                continue
            box = (x0, height - y1, x1, height - y0)
            spots = places.setdefault(mark, [])
            if last and last[0] == mark and abs(last[1] - box[1]) < 3 and spots[-1][1][2] <= x0 + 3:
                old = spots[-1][1]
                spots[-1] = (n + 1, (old[0], min(old[1], box[1]), x1, max(old[3], box[3])))
            else:
                spots.append((n + 1, box))
            last = (mark, box[1])
    return places


def _marked(text: Any, k: int) -> int | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(text.raw, k, *(ctypes.byref(part) for part in parts))
    red, green, blue = (part.value for part in parts[:3])
    return (red - 1) * 100 + green - 1 if blue == 77 and red and green else None


def part_labels(
    draft: Draft, places: Places, pages: int, cells: Mapping[int, Sequence[str]] | None = None
) -> tuple[PartLabel, ...]:
    """The draft's claims with their places; a part ends where the next one begins. `cells`: of every mark in
    a workbook."""
    starts = [
        min((n for mark, spots in places.items() if draft.marks[mark][0] == k for n, _ in spots), default=1)
        for k in range(len(draft.parts))
    ]
    ends = [
        next((starts[n] - 1 for n in range(k + 1, len(starts)) if not draft.parts[n].inside), pages)
        for k in range(len(starts))
    ]
    spots: dict[tuple[int, str], list[Spot]] = {}
    for mark in sorted(places):
        part, requirements, text = draft.marks[mark]
        for requirement in requirements.split('+'):
            key = (part + requirement.startswith('>'), requirement.lstrip('>'))
            spots.setdefault(key, []).extend(Spot(n, _rounded(box), text) for n, box in places[mark])
    for mark, names in (cells or {}).items():
        part_index, requirements, text = draft.marks[mark]
        for requirement in requirements.split('+'):
            listed = spots.setdefault((part_index, requirement), [])
            listed.extend(Spot(1, (0.0, 0.0, 0.0, 0.0), text, name) for name in names)
    return tuple(
        PartLabel(
            part.kind,
            (starts[k], max(starts[k], ends[k])),
            tuple(
                Truth(name, claim.state, claim.how, claim.allowed, tuple(spots.get((k, name), ())))
                for name, claim in part.claims.items()
            ),
            part.sure,
            part.also,
        )
        for k, part in enumerate(draft.parts)
    )


def _rounded(box: Box) -> Box:
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))

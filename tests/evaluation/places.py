"""Turns the link marks of a produced PDF into places, and takes the links out of the file again."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

from tests.evaluation.draft import Draft
from tests.evaluation.model import Box, PartLabel, Spot, Truth

_PREFIX = 'https://tanda.invalid/'


def url(mark: int) -> str:
    """The link target that stands for a mark."""
    return f'{_PREFIX}{mark}'


def harvest(path: Path) -> tuple[dict[int, list[tuple[int, Box]]], int]:
    """Places of every mark (page from 1, box from the top-left corner) and the number of pages; rewrites the file without them."""
    reader = PdfReader(str(path))
    places: dict[int, list[tuple[int, Box]]] = {}
    for n, page in enumerate(reader.pages, 1):
        height = float(page.mediabox.height)
        for annotation in page.get('/Annots', ()) or ():
            target = str(annotation.get_object().get('/A', {}).get('/URI', ''))
            if target.startswith(_PREFIX):
                x0, y0, x1, y1 = (float(value) for value in annotation.get_object()['/Rect'])
                box = (min(x0, x1), height - max(y0, y1), max(x0, x1), height - min(y0, y1))
                places.setdefault(int(target.removeprefix(_PREFIX).rstrip('/')), []).append((n, box))
    writer = PdfWriter(clone_from=reader)
    for page in writer.pages:
        page[NameObject('/Annots')] = ArrayObject()
        del page['/Annots']
    writer.write(str(path))
    return places, len(reader.pages)


def part_labels(draft: Draft, places: dict[int, list[tuple[int, Box]]], pages: int) -> tuple[PartLabel, ...]:
    """The draft's claims with their places; a part ends where the next one begins."""
    starts = [min((n for mark, spots in places.items() if draft.marks[mark][0] == k for n, _ in spots), default=1)
              for k in range(len(draft.parts))]
    ends = [start - 1 for start in starts[1:]] + [pages]
    spots: dict[tuple[int, str], list[Spot]] = {}
    for mark in sorted(places):
        part, requirements, text = draft.marks[mark]
        for requirement in requirements.split('+'):
            spots.setdefault((part, requirement), []).extend(Spot(n, _rounded(box), text) for n, box in places[mark])
    return tuple(
        PartLabel(part.kind, (starts[k], max(starts[k], ends[k])), tuple(
            Truth(name, claim.state, claim.how, claim.allowed, tuple(spots.get((k, name), ())))
            for name, claim in part.claims.items()))
        for k, part in enumerate(draft.parts))


def _rounded(box: Box) -> Box:
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))

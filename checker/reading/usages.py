"""Where the objects that later revisions touched are used in a signed one, without reading the whole file.

pyHanko reads every object of a revision and keeps all ways to each of them. Here the references are found in the raw
bytes first, and only what leads to an asked object is read. Whatever may be a reference counts as one, so that no way
is left out; what was found too much is dropped when it is read. Gives the same answers (tests/reading/test_usages.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver, RawPdfPath

_REFERENCE: Final = re.compile(rb'(?<!\d)(\d{1,18})\s+\d{1,18}\s+R')
_HEADER: Final = re.compile(rb'\s*\d+\s+\d+\s+obj')
_BODY_END: Final = re.compile(rb'stream|endobj')
_SCALAR: Final = re.compile(rb'\s*(?:[-+]?[\d.]+|\d+\s+\d+\s+R|/[^\s()<>\[\]{}/%]*|true|false|null)\s*')
_STRING: Final = re.compile(rb'\((?:[^()\\]|\\.)*\)', re.DOTALL)
_HEX: Final = re.compile(rb'(?<!<)<[0-9A-Fa-f\s]*>')

_Way = tuple['str | int', ...]


class Referrers:
    """Which objects may refer to an object, in any revision of a file."""

    def __init__(self, data: bytes, offsets: Mapping[int, int],
                 packed: Mapping[int, tuple[bytes, dict[int, int]]]) -> None:
        """`offsets`: place in `data` -> number of the object there; `packed`: the opened object streams, each with the
        places of its objects."""
        streams = [(text, {start: number for number, start in starts.items()}) for text, starts in packed.values()]
        self._texts = [_Text(data, offsets, _ends_in_file), *(_Text(text, starts, _ends) for text, starts in streams)]

    def of(self, number: int) -> set[int]:
        """Numbers of the objects that hold a reference to it, and of those that may run on into one that does."""
        return {holder for text in self._texts for holder in text.holders(number)}


class _Text:
    """Bytes with objects in them, and the numbers of all objects that they refer to."""

    def __init__(self, text: bytes, numbers: Mapping[int, int], closed: Callable[[bytes], bool]) -> None:
        self._text = text
        self._starts, self._numbers = sorted(numbers), numbers
        self._closed = closed
        self._named = {int(number) for number in set(_REFERENCE.findall(text))}

    def holders(self, number: int) -> set[int]:
        """The objects in which a reference to the number stands, and the open-ended ones before."""
        if number not in self._named:
            return set()
        places = self._places[number]
        holders = [start for place in places if (start := self._start_before(place)) is not None]
        return {self._numbers[start] for start in (*holders, *(s for s in self._open_ended if s < max(places)))}

    def _start_before(self, place: int) -> int | None:
        i = bisect_right(self._starts, place)
        return self._starts[i - 1] if i else None

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """Where each number is referred to; most texts are never asked."""
        places: dict[int, list[int]] = {}
        for found in _REFERENCE.finditer(self._text):
            places.setdefault(int(found[1]), []).append(found.start())
        return places

    @cached_property
    def _open_ended(self) -> list[int]:
        ends = [*self._starts[1:], len(self._text)]
        return [a for a, b in zip(self._starts, ends, strict=False) if not self._closed(self._text[a:b])]


def _ends_in_file(piece: bytes) -> bool:
    """Whether the object that begins here certainly ends before the next one does."""
    header = _HEADER.match(piece)
    if header is None:
        return False
    end = _BODY_END.search(piece, header.end())
    body = piece[header.end():end.start() if end else None]
    return _ends(body) or (end is not None and _SCALAR.fullmatch(body) is not None)


def _ends(piece: bytes) -> bool:
    """The same for an object without header: all that it opens is closed again, and nothing is hidden in it."""
    piece = piece.strip()
    if piece[:1] not in (b'<', b'['):
        return False
    if b'(' in piece:
        piece = _STRING.sub(b'', piece)
    if piece.count(b'<') != 2 * piece.count(b'<<'):
        piece = _HEX.sub(b'', piece)
    opened = piece.count(b'<')
    return (opened == piece.count(b'>') == 2 * piece.count(b'<<') and piece.count(b'[') == piece.count(b']')
            and not any(sign in piece for sign in (b'(', b')', b'%', b'{')))


class QuickResolver(HistoricalResolver):
    """A revision of a QuickReader that looks up the ways to an object when they are asked for."""

    def _load_reverse_xref_cache(self) -> None:
        """Nothing is prepared; `_get_usages_of_ref` finds what is needed."""

    def _get_usages_of_ref(self, ref: Any) -> set[RawPdfPath]:
        known: dict[Any, set[RawPdfPath]] = self.__dict__.setdefault('_ways', {})
        if ref not in known:
            known[ref] = self._usages(ref)
        return known[ref]

    def _usages(self, ref: Any) -> set[RawPdfPath]:
        """Every way from the trailer; of catalogue and pages, which are approved whatever refers to them or not at all,
        the one that makes them what they are."""
        if ref == self.root_ref:
            return {RawPdfPath('/Root')}
        pages = self._page_ways()
        if ref in pages:
            return {RawPdfPath(*pages[ref])}
        above = self._above(ref.idnum)
        tree = self.root.raw_get('/StructTreeRoot') if '/StructTreeRoot' in self.root else None
        if tree is not None and (not isinstance(tree, generic.IndirectObject) or tree.idnum in above):
            # A way through the structure tree has rules of its own.
            super()._load_reverse_xref_cache()  # type: ignore[no-untyped-call]  # pyHanko leaves it so
            return super()._get_usages_of_ref(ref)
        return {RawPdfPath(*way) for way in self._walk(self.trailer_view, (), (), ref, above)}

    def _page_ways(self) -> dict[Any, _Way]:
        """Reference -> way from the trailer, for all nodes of the page tree. Raises ValueError where it runs round."""
        ways: dict[Any, _Way] = self.__dict__.setdefault('_page_tree', {})
        if not ways:
            ahead: list[tuple[Any, _Way]] = [(self.root.raw_get('/Pages'), ('/Root', '/Pages'))]
            while ahead:
                raw, way = ahead.pop()
                if isinstance(raw, generic.IndirectObject):
                    if raw.reference in ways:
                        raise ValueError('the page tree runs round')
                    ways[raw.reference] = way
                node: Any = raw.get_object()
                if len(way) == 2 or node.get('/Type', None) == '/Pages':
                    kids: Any = node['/Kids']
                    ahead += [(kids.raw_get(i), (*way, '/Kids', i)) for i in range(len(kids))]
        return ways

    def _above(self, number: int) -> set[int]:
        """Numbers of all objects from which a way may lead down to this one. Pages are entered from the tree alone."""
        reader: Any = self.reader
        referrers: Referrers = reader.referrers
        pages = {ref.idnum: way for ref, way in self._page_ways().items()}
        parents = {way: number for number, way in pages.items()}
        found: set[int] = set()
        ahead = [number]
        while ahead:
            each = ahead.pop()
            way = pages.get(each)
            above = referrers.of(each) if way is None else {parents[way[:-2]]} if way[:-2] in parents else set()
            if way is not None and len(way) == 2:
                above = {self.root_ref.idnum}
            ahead += above - found
            found |= above
        return found

    def _walk(self, raw: Any, way: _Way, passed: tuple[Any, ...], target: Any, above: set[int]) -> Iterator[_Way]:
        """The ways to the target below `raw`, as pyHanko goes: never up by /Parent, nor into a page by another way."""
        value = raw
        if isinstance(raw, generic.IndirectObject):
            ref = raw.reference
            if ref in passed or not (ref == target or ref.idnum in above):
                return
            if ref == target:
                yield way
            passed = (*passed, ref)
            value = self(ref)
            if self._page_ways().get(ref, way) != way:
                return
        if isinstance(value, generic.DictionaryObject):
            for key in value:
                if key != '/Parent':
                    yield from self._walk(value.raw_get(key), (*way, key), passed, target, above)
        elif isinstance(value, generic.ArrayObject):
            for i in range(len(value)):
                yield from self._walk(value.raw_get(i), (*way, i), passed, target, above)

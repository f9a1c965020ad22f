"""Objects packed into streams come out as pyHanko's own reader gives them."""

from __future__ import annotations

import io
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils import writer as pdf_writer
from pyhanko.pdf_utils.reader import PdfFileReader

from checker.reading.packed_objects import QuickReader


def packed_pdf(count: int) -> tuple[bytes, list[int]]:
    """A PDF with `count` strings in one object stream, and their object numbers."""
    make: Any = pdf_writer
    writer = make.PdfFileWriter(stream_xrefs=True)
    content = writer.add_object(generic.StreamObject(stream_data=b''))
    writer.insert_page(make.PageObject(contents=content, media_box=(0, 0, 595, 842)))
    box = writer.prepare_object_stream()
    refs = [writer.add_object(generic.TextStringObject(f'isi {i}'), obj_stream=box) for i in range(count)]
    writer.root['/Isi'] = generic.ArrayObject(refs)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue(), [ref.idnum for ref in refs]


def test_packed_objects_are_those_of_the_plain_reader() -> None:
    data, numbers = packed_pdf(50)
    plain, quick = (reader(io.BytesIO(data), strict=False) for reader in (PdfFileReader, QuickReader))
    found, expected = ([str(reader.root['/Isi'][i]) for i in range(50)] for reader in (quick, plain))
    assert found == expected == [f'isi {i}' for i in range(50)]
    assert numbers[0] in quick.__dict__['_opened_streams'].popitem()[1][1]

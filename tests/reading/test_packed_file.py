"""PDFs with packed objects: other readers open them, and they say the same."""

from __future__ import annotations

import io

import pypdf
import pypdfium2

from checker.reading.packed_file import packed
from tests.reading import sealing


def test_others_read_the_same_pages_words_and_title_in_fewer_bytes() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(sealing.document(120)))
    writer.add_metadata({'/Title': "Keputusan (contoh) – salinan"})
    writer.write(plain := io.BytesIO())
    data = packed(writer)
    assert len(data) < 0.9 * len(plain.getvalue())
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) == 120
        assert "Halaman 120" in pdf[119].get_textpage().get_text_range()
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    assert reader.metadata is not None and reader.metadata.title == "Keputusan (contoh) – salinan"
    assert "Halaman 77" in reader.pages[76].extract_text()


def test_what_was_taken_out_leaves_a_free_number() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(sealing.document(3)))
    writer._add_object(pypdf.generic.TextStringObject("tidak dirujuk"))
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    data = packed(writer)
    assert b"tidak dirujuk" not in data
    assert len(pypdf.PdfReader(io.BytesIO(data), strict=True).pages) == 3

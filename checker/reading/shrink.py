"""A smaller copy of a file, by its format; runs inside a reading child and writes nothing."""

from __future__ import annotations

from pathlib import Path

from checker import reading
from checker.errors import NotShrunk
from checker.messages import _
from checker.reading.ways import Form, Shrunk, Way


def shrunk(path: Path, way: Way, form: Form) -> Shrunk:
    """The copy of a PDF, or of a picture as a JPEG or a PDF.

    Raises NotShrunk where the format or what the file holds (signatures) forbids it, UnreadableFile and its kinds.
    """
    found = reading.document_format(path)
    if found == 'pdf':
        if form != 'pdf':
            raise NotShrunk(_("Salinan dari PDF harus PDF: pakai nama berakhiran .pdf pada -o."))
        from checker.reading import shrink_pdf
        return shrink_pdf.shrunk(path, way)
    if found == 'image':
        from checker.reading import shrink_image
        return shrink_image.shrunk(path, way, form)
    program = "Word" if found == 'docx' else "Excel"
    raise NotShrunk(_("Berkas {program} tidak diperkecil di sini. Simpan sebagai PDF dari {program}, lalu perkecil PDF "
                      "itu; atau kecilkan gambarnya di {program} dengan Kompres Gambar.").format(program=program))

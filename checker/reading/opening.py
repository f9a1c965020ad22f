"""Opening a PDF: passwords, damage, number of pages; closes what it opened.

Reads no page. Damaged files that pdfium refuses get one more try: pypdf rewrites what it can still find.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from checker.errors import DamagedFile, EncryptedFile, TooManyPages
from checker.reading import limits


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF with its form fields ready to be drawn; not to be used after it is closed."""

    pdf: Any
    data: bytes


@contextmanager
def open_pdf(path: Path) -> Iterator[Opened]:
    """The PDF at `path`. Raises EncryptedFile, DamagedFile or TooManyPages."""
    data = path.read_bytes()
    pdf = _opened(data)
    try:
        if len(pdf) > limits.current().pages:
            raise TooManyPages
        if pdf.get_formtype() in (pdfium.FORMTYPE_ACRO_FORM, pdfium.FORMTYPE_XFA_FOREGROUND):
            pdf.init_forms()
        yield Opened(pdf, data)
    finally:
        pdf.close()


def _opened(data: bytes) -> Any:
    """By pdfium; files without pages are as damaged as those that it refuses."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise EncryptedFile from error
    else:
        if len(pdf):
            return pdf
        pdf.close()
    try:
        return pypdfium2.PdfDocument(_rewritten(data))
    except pypdfium2.PdfiumError as error:
        raise DamagedFile from error


def _rewritten(data: bytes) -> bytes:
    """The file as pypdf understands it, written anew."""
    import pypdf  # takes 60 ms to load, for the few files that need it
    import pypdf.errors
    from pypdf.generic import DictionaryObject
    out = io.BytesIO()
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(''):
            raise EncryptedFile
        # /Count is asked first: walking the pages of a hostile tree would take for ever.
        tree = reader.root_object['/Pages'].get_object()
        count = tree.get('/Count') if isinstance(tree, DictionaryObject) else None
        if isinstance(count, int) and count > limits.current().pages:
            raise TooManyPages
        writer = pypdf.PdfWriter()
        for page in reader.pages:
            writer.add_page(page)
        writer.write(out)
    except (pypdf.errors.PyPdfError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError,
            RecursionError) as error:
        # pypdf answers damage with whatever its code runs into.
        raise DamagedFile from error
    if not writer.pages:
        raise DamagedFile
    return out.getvalue()

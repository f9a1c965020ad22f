"""What happens to signed files, and what only looks like a signature: an editor's overlay, a printed code."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import numpy as np
import zxingcpp
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image
from pyhanko.pdf_utils import generic as pyhanko_generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .signing import _above_name

generic: Any = pyhanko_generic
"""pyHanko leaves its objects untyped."""
Gen = generic.DictionaryObject


class _Still(IncrementalPdfFileWriter):
    """A writer that leaves the dates alone and whose new file id follows from the old one."""

    def _update_meta(self) -> None:
        return


def typed_over(path: Path, words: str, at: tuple[int, int], page: int = 0) -> Path:
    """Writes into the page's contents by an incremental update, as editors save; signatures stay where they are."""
    writer: Any = _Still(io.BytesIO(path.read_bytes()), strict=False)
    half = generic.ByteStringObject(b'tulisan tambahan')
    writer._document_id = generic.ArrayObject([half, half])
    font = writer.add_object(Gen({
        generic.pdf_name('/Type'): generic.pdf_name('/Font'), generic.pdf_name('/Subtype'): generic.pdf_name('/Type1'),
        generic.pdf_name('/BaseFont'): generic.pdf_name('/Helvetica')}))
    said = f'q BT /Tambahan 11 Tf {at[0]} {at[1]} Td ({words}) Tj ET Q'.encode('ascii')
    writer.add_stream_to_page(
        page, writer.add_object(generic.StreamObject(stream_data=said)),
        resources=Gen({generic.pdf_name('/Font'): Gen({generic.pdf_name('/Tambahan'): font})}))
    out = io.BytesIO()
    writer.write(out)
    path.write_bytes(out.getvalue())
    return path


def watermarked(path: Path, word: str) -> Path:
    """The word in grey across every page, under the text, as programs print it on drafts."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=path)
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        layer = io.BytesIO()
        canvas = Canvas(layer, pagesize=(width, height), invariant=1)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(52)
        canvas.setFillGray(0.82)
        canvas.setFont('Helvetica-Bold', 92)
        canvas.drawCentredString(0, -30, word)
        canvas.save()
        page.merge_page(PdfReader(layer).pages[0], over=False)
    writer.write(path)
    return path


_WORDART = (
    '<w:p {w} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" '
    'style="position:absolute;width:440pt;height:150pt;rotation:315;z-index:-251658752" fillcolor="silver" '
    'stroked="f"><v:textpath style="font-size:1pt" string="{word}"/></v:shape></w:pict></w:r></w:p>'
)


def with_wordart(path: Path, word: str) -> Path:
    """A watermark in the header, as Word writes it into a DOCX."""
    document = docx.Document(str(path))
    header = document.sections[0].header
    header._element.append(parse_xml(_WORDART.format(w=nsdecls('w'), word=word)))
    document.save(str(path))
    return path


def with_code(path: Path, name: str, text: str, caption: str) -> Path:
    """A code and its caption above the signer's name, drawn into the page as e-office systems print them."""
    from pypdf import PdfReader, PdfWriter

    number, (x, y, _right, _top) = _above_name(path, name, False)
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level='M')
    picture = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=4))).convert('L')
    layer = io.BytesIO()
    canvas = Canvas(layer, pagesize=(700, 1000), invariant=1)
    canvas.drawImage(ImageReader(picture), x, y + 2, 46, 46)
    canvas.setFont('Helvetica', 6)
    canvas.drawString(x + 50, y + 24, caption)
    canvas.save()
    writer = PdfWriter(clone_from=path)
    writer.pages[number].merge_page(PdfReader(layer).pages[0])
    writer.write(path)
    return path

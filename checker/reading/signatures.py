"""Digital signatures in a PDF: what was signed, by whose certificate, and whether anything changed since.

Works offline: no revocation lists, no time stamps, no missing certificates are fetched, so without anchors of the
operator no chain is called trusted. Never raises for a broken signature; a broken one is not intact.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from checker.model import Box, DigitalSignature
from checker.reading.frame import Frame, address, as_box

MARK: Final = b'/ByteRange'
"""Stands uncompressed in every signed file, since its numbers are patched in after the bytes have been written."""

_Places = dict[Box, tuple[int, Box]]
_Coverage = Literal['file', 'revision', 'partial']


def validate(path: Path, anchors: Sequence[Any] = ()) -> tuple[DigitalSignature, ...]:
    """The signatures of the file in signing order; `anchors` are asn1crypto certificates that count as trusted."""
    return validate_bytes(path.read_bytes(), anchors)


def validate_bytes(data: bytes, anchors: Sequence[Any] = ()) -> tuple[DigitalSignature, ...]:
    """As `validate`, of bytes at hand."""
    if MARK not in data:
        return ()
    found = _inspected(data, anchors)
    start = data.find(b'%PDF')
    if start > 0 and not (found and all(signature.intact for signature in found)):
        # Bytes put before the header after signing move every offset; without them the signature may hold.
        bare = _inspected(data[start:], anchors)
        if sum(each.intact for each in bare) > sum(each.intact for each in found):
            return bare
    return found


def _inspected(data: bytes, anchors: Sequence[Any]) -> tuple[DigitalSignature, ...]:
    # Loaded only for signed files: it takes longer to load than most files take to read.
    from pyhanko.pdf_utils.misc import PdfError

    from checker.reading.packed_objects import QuickReader

    logging.getLogger('pyhanko').setLevel(logging.CRITICAL)
    logging.getLogger('pyhanko_certvalidator').setLevel(logging.CRITICAL)
    try:
        reader = QuickReader(io.BytesIO(data), strict=False)
        if reader.encrypted:
            reader.decrypt(b'')
        signatures = list(reader.embedded_signatures)
    except (PdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError):
        # A mark without a structure that can be followed: there is something that was meant as a signature.
        return (DigitalSignature('', False, 'partial', False, None, None, None, 'belum-diverifikasi'),)
    places = _places(data)
    approvals = [each for each in signatures if each.sig_object_type == '/Sig']
    return tuple(
        _signature(each, anchors, places, later=i < len(approvals) - 1) for i, each in enumerate(approvals)
    )


def _signature(embedded: Any, anchors: Sequence[Any], places: _Places, later: bool) -> DigitalSignature:
    """One signature; `later` says that another one was added after it."""
    intact, coverage, changed, trusted = _verdict(embedded, anchors, later)
    page, box = places.get(_rect(embedded.sig_field), (None, None))
    time = embedded.self_reported_timestamp if intact else None
    certificate = _certificate(embedded)
    return DigitalSignature(
        str(embedded.field_name), intact, coverage, changed,
        _common_name(certificate.subject) if certificate else None,
        _common_name(certificate.issuer) if certificate else None,
        time.isoformat() if time else None, 'tepercaya' if trusted else 'belum-diverifikasi', page, box,
    )


def _verdict(embedded: Any, anchors: Sequence[Any], later: bool) -> tuple[bool, _Coverage, bool, bool]:
    """Intact, coverage, changed after signing, trusted."""
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(trust_roots=list(anchors), allow_fetching=False)
    try:
        status = validate_pdf_signature(embedded, signer_validation_context=context)
    except Exception:  # a hostile signature can raise anything from ASN.1 to arithmetic; whatever it is, it's broken
        return False, 'partial', False, False
    coverage: _Coverage = 'partial'
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        coverage = 'file'
    elif status.coverage == SignatureCoverageLevel.ENTIRE_REVISION:
        coverage = 'revision'
    level = status.modification_level
    allowed = [ModificationLevel.NONE, ModificationLevel.LTA_UPDATES]
    # Another signature fills in a form field; without one, values that pages show were changed.
    allowed += [ModificationLevel.FORM_FILLING] if later else []
    changed = coverage != 'file' and level not in allowed
    return bool(status.intact and status.valid), coverage, changed, bool(status.trusted)


def _certificate(embedded: Any) -> Any:
    try:
        return embedded.signer_cert
    except Exception:  # as above: whatever a broken container raises, it names nobody
        return None


def _common_name(name: Any) -> str | None:
    """The CN of a certificate's subject or issuer, else its organisation."""
    native = name.native
    found = native.get('common_name') or native.get('organization_name')
    return str(found[0] if isinstance(found, list) else found) if found else None


def _rect(field: Any) -> Box:
    """The widget's rectangle as the file says it; zeros for a field without one."""
    widget = field
    if '/Rect' not in widget and '/Kids' in widget and len(widget['/Kids']):
        widget = widget['/Kids'][0]
    values = [float(value) for value in widget.get('/Rect', [0, 0, 0, 0])]
    x0, y0, x1, y1 = (round(value, 1) for value in (*values, 0, 0, 0, 0)[:4])
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _places(data: bytes) -> _Places:
    """Widgets that can be seen, by rectangle: page and box as displayed."""
    found: _Places = {}
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return found
    try:
        for n in range(len(pdf)):
            page = pdfium.FPDF_LoadPage(pdf.raw, n)
            if page:
                found |= {rect: (n + 1, box) for rect, box in _widgets(page) if rect not in found}
                pdfium.FPDF_ClosePage(page)
    finally:
        pdf.close()
    return found


def _widgets(page: Any) -> list[tuple[Box, Box]]:
    """Rectangle in the file and box as displayed of each form field with a size."""
    frame = Frame.of(page)
    result = []
    for i in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        if not address(annotation):
            continue
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
            rect = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(annotation, rect)
            own = np.array([[rect.left, rect.bottom, rect.right, rect.top]], np.float32)
            if rect.right - rect.left >= 1 and rect.top - rect.bottom >= 1:
                result.append((as_box(own[0]), as_box(frame.shown(own)[0])))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return result

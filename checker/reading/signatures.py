"""Digital signatures in a PDF: what was signed, by whose certificate, and what was changed since.

Works offline: no revocation lists, no time stamps, no missing certificates are fetched, so without anchors of the
operator no chain is called trusted. Never raises for a broken signature; a broken one is not intact. A name never
makes trust, neither the signer's nor the issuer's: anybody can write any.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from checker.model import Box, CertificateState, Change, DigitalSignature
from checker.reading import certificates, limits
from checker.reading.frame import Frame, address, as_box

MARK: Final = b'/ByteRange'
"""Stands uncompressed in every signed file, since its numbers are patched in after the bytes have been written."""

WEAK: Final = frozenset({'md2', 'md5'})
"""Digests that don't hold: two documents of one digest can be made within seconds. SHA-1 still takes a data centre."""

_OBJECT: Final = re.compile(rb'\d\s+\d+\s+obj\b')

_Places = dict[Box, tuple[int, Box]]
_Coverage = Literal['file', 'revision', 'partial']


def validate(path: Path, anchors: Sequence[Any] | None = None) -> tuple[DigitalSignature, ...]:
    """The signatures of the file in signing order; `anchors` are asn1crypto certificates that count as trusted, by
    default those of the operator's settings."""
    return validate_bytes(path.read_bytes(), anchors)


def validate_bytes(data: bytes, anchors: Sequence[Any] | None = None) -> tuple[DigitalSignature, ...]:
    """As `validate`, of bytes at hand."""
    if MARK not in data:
        return ()
    trusted = certificates.loaded(limits.current().anchors) if anchors is None else anchors
    found = _inspected(data, trusted)
    start = data.find(b'%PDF')
    if start > 0 and not (found and all(signature.intact for signature in found)):
        # Bytes put before the header after signing move every offset; without them the signature may hold.
        bare = _inspected(data[start:], trusted)
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
    approvals = [each for each in signatures if each.sig_object_type == '/Sig']
    places = _places(data, _pages_of(reader, approvals))
    behind = _is_behind(reader, signatures, data)
    return tuple(_signature(each, data, anchors, places, behind) for each in approvals)


def _is_behind(reader: Any, signatures: Sequence[Any], data: bytes) -> bool:
    """Whether objects stand behind the end of a file that a signature covers, in no table: some programs show them."""
    try:
        end, last = max((_end(each), each.signed_revision) for each in signatures)
        return last == reader.xrefs.total_revisions - 1 and _OBJECT.search(data, end) is not None
    except Exception:  # as below: a hostile range can be anything; the signature's own verdict tells it
        return False


def _end(embedded: Any) -> int:
    """Where the second range of a signature ends."""
    numbers = [int(number) for number in embedded.byte_range]
    return numbers[2] + numbers[3]


def _signature(
    embedded: Any, data: bytes, anchors: Sequence[Any], places: _Places, behind: bool
) -> DigitalSignature:
    certificate, time = _certificate(embedded), _time(embedded)
    verdict = _verdict(embedded, data, anchors, time, behind)
    page, box = places.get(_rect(embedded.sig_field), (None, None))
    state: CertificateState = 'berlaku'
    if certificate and verdict.intact:
        state = certificates.state(certificate, time, certificates.evidence(embedded))
    trusted = verdict.trusted and verdict.intact and state == 'berlaku'
    return DigitalSignature(
        str(embedded.field_name), verdict.intact, verdict.coverage, bool(verdict.changes),
        _common_name(certificate.subject) if certificate else None,
        _common_name(certificate.issuer) if certificate else None,
        time.isoformat() if time and verdict.intact else None, 'tepercaya' if trusted else 'belum-diverifikasi',
        page, box, verdict.changes, state,
    )


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What the bytes say of one signature, whoever made it."""

    intact: bool
    coverage: _Coverage
    changes: tuple[Change, ...] = ()
    trusted: bool = False


def _verdict(
    embedded: Any, data: bytes, anchors: Sequence[Any], time: datetime | None, behind: bool = False
) -> _Verdict:
    """The chain is judged at the time of signing: the same file gives the same answer in later years, too."""
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(trust_roots=list(anchors), allow_fetching=False, moment=time, weak_hash_algos=WEAK)
    usage = KeyUsageConstraints(key_usage={'digital_signature', 'non_repudiation'}, match_all_key_usages=False)
    try:
        status = validate_pdf_signature(embedded, signer_validation_context=context, key_usage_settings=usage)
    except Exception:  # a hostile signature can raise anything from ASN.1 to arithmetic; whatever it is, it's broken
        return _Verdict(False, 'partial')
    intact = bool(status.intact and status.valid)
    coverage = 'partial' if behind else _coverage(embedded, data, status)
    changes = _changes(embedded, coverage, status) if intact else ()
    return _Verdict(intact, coverage, changes, bool(status.trusted))


def _coverage(embedded: Any, data: bytes, status: Any) -> _Coverage:
    """How much of the file the signature vouches for.

    pyHanko counts the bytes; that what lies between the two ranges is the signature's own value and nothing else has
    to be looked at too: a value of another length, written elsewhere, would make up for bytes added at the end.
    """
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    numbers = [int(number) for number in embedded.byte_range]
    if len(numbers) != 4 or numbers[0] != 0 or min(numbers) < 0:
        return 'partial'
    _start, first, second, length = numbers
    value = data[first:second]
    if second + length > len(data) or value[:1] != b'<' or value[-1:] != b'>' or not _is_value(embedded, value[1:-1]):
        return 'partial'
    if second + length == len(data):
        return 'file'
    whole = (SignatureCoverageLevel.ENTIRE_REVISION, SignatureCoverageLevel.ENTIRE_FILE)
    return 'revision' if status.coverage in whole else 'partial'


def _is_value(embedded: Any, digits: bytes) -> bool:
    try:
        return bytes.fromhex(digits.decode('ascii')) == bytes(embedded.pkcs7_content)
    except ValueError:  # no digits, or no ASCII
        return False


def _changes(embedded: Any, coverage: _Coverage, status: Any) -> tuple[Change, ...]:
    """What was done after signing; empty for evidence that was added and for further signatures."""
    from pyhanko.sign.diff_analysis import ModificationLevel

    from checker.reading import seal_changes

    level = status.modification_level
    evidence_only = level in (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES)
    if coverage == 'file' or (coverage == 'revision' and evidence_only):
        return ()
    outside = (Change('di-luar-cakupan'),) if coverage == 'partial' else ()
    try:
        found = seal_changes.changes(embedded.reader, embedded.signed_revision)
    except Exception:  # as above: a later revision may hold anything; what can't be compared is changed somehow
        return (*outside, Change('lain'))
    if outside or found:
        return (*outside, *found)
    # A further signature fills in its own field and no other.
    return () if level == ModificationLevel.FORM_FILLING or _is_countersigned(embedded) else (Change('lain'),)


def _is_countersigned(embedded: Any) -> bool:
    """Whether a certified file that may be signed further (DocMDP 2 and 3) only was, if in a field made for it:
    pyHanko takes such a field for a change, signers' programs make it all the same."""
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult
    from pyhanko.sign.fields import MDPPerm

    if embedded.docmdp_level not in (MDPPerm.FILL_FORMS, MDPPerm.ANNOTATE):
        return False
    found = DEFAULT_DIFF_POLICY.review_file(embedded.reader, embedded.signed_revision, embedded.fieldmdp)
    return isinstance(found, DiffResult)


def _time(embedded: Any) -> datetime | None:
    """When it was signed, as the signer says, else as a time stamp inside says."""
    try:
        told = embedded.self_reported_timestamp
        if told is None and (stamp := embedded.attached_timestamp_data) is not None:
            told = stamp['encap_content_info']['content'].parsed['gen_time'].native
    except Exception:  # as above
        return None
    return told.replace(tzinfo=told.tzinfo or UTC) if isinstance(told, datetime) else None


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


def _widget(field: Any) -> Any:
    """The field itself, or its only part where the two are kept apart."""
    apart = '/Rect' not in field and '/Kids' in field and len(field['/Kids'])
    return field['/Kids'][0] if apart else field


def _rect(field: Any) -> Box:
    """The widget's rectangle as the file says it; zeros for a field without one."""
    values = [float(value) for value in _widget(field).get('/Rect', [0, 0, 0, 0])]
    x0, y0, x1, y1 = (round(value, 1) for value in (*values, 0, 0, 0, 0)[:4])
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _pages_of(reader: Any, signatures: Sequence[Any]) -> set[int] | None:
    """Numbers (from 0) of the pages that signatures stand on; None where that can't be told."""
    from checker.reading import seal_changes
    try:
        return seal_changes.pages_with(reader.root, [_widget(each.sig_field) for each in signatures])
    except Exception:  # as below: whatever a hostile page tree raises, all pages are looked at then
        return None


def _places(data: bytes, pages: set[int] | None) -> _Places:
    """Widgets on these pages (default: all) that can be seen, by rectangle: page and box as displayed."""
    found: _Places = {}
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return found
    try:
        for n in range(len(pdf)) if pages is None else sorted(n for n in pages if n < len(pdf)):
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

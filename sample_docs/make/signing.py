"""Signs PDFs with invented, self-signed certificates (pyHanko), so that the samples hold true signature objects.

The keys follow from the signer's name and are worthless by design: everybody can make them again.
"""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pypdfium2
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.metadata.info import update_info_dict
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

_EXPONENT = 65537
_WITA = timezone(timedelta(hours=8))
_BLOCK = (150, 32)
"""Width and height in points of the visible signature."""


def _is_prime(n: int) -> bool:
    """Miller-Rabin with fixed bases: good enough for keys that nobody relies on."""
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(base, odd, n)
        if x in (1, n - 1):
            continue
        if not any((x := x * x % n) == n - 1 for _ in range(twos - 1)):
            return False
    return True


def _prime(seed: str) -> int:
    start = b''.join(hashlib.sha256(f'{seed}/{i}'.encode()).digest() for i in range(4))
    n = int.from_bytes(start) | 1 << 1023 | 1 << 1022 | 1
    while n % _EXPONENT == 1 or not _is_prime(n):
        n += 2
    return n


def _key(name: str) -> rsa.RSAPrivateKey:
    p, q = _prime(f'{name}/p'), _prime(f'{name}/q')
    d = pow(_EXPONENT, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(_EXPONENT, p * q)
    numbers = rsa.RSAPrivateNumbers(
        p, q, d, rsa.rsa_crt_dmp1(d, p), rsa.rsa_crt_dmq1(d, q), rsa.rsa_crt_iqmp(p, q), public
    )
    return numbers.private_key()


def _signer(name: str, until: datetime = datetime(2035, 1, 1, tzinfo=UTC)) -> signers.SimpleSigner:
    key = _key(name)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, 'ID'),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, 'Contoh CekBukti (bukan BSrE)'),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]))
        .not_valid_before(datetime(2023, 1, 1, tzinfo=UTC))
        .not_valid_after(until)
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        signing_key=asn1_keys.PrivateKeyInfo.load(plain),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
    )


class _Dated(IncrementalPdfFileWriter):
    """A writer whose change date is the moment of signing, and whose new file id follows from the old one."""

    moment: datetime

    def _update_meta(self) -> None:
        super()._update_meta()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        self._meta.last_modified = self.moment
        if self._info is not None:
            update_info_dict(self._meta, self._info.get_object())  # type: ignore[no-untyped-call]  # the same


class _Punctual(signers.PdfSigner):
    """A signer whose watch shows the time that it is told."""

    moment: datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session


def _above_name(path: Path, name: str, first: bool) -> tuple[int, tuple[int, int, int, int]]:
    """The last (or first) page that holds the name, and the box right above it, in PDF coordinates."""
    with pypdfium2.PdfDocument(path) as document:
        for number in range(len(document)) if first else reversed(range(len(document))):
            page = document[number]
            text = page.get_textpage()
            if hit := text.search(name, match_case=True).get_next():
                text.count_rects(*hit)  # prepares the rectangles
                left, _, _, top = text.get_rect(0)
                x, y = round(left), round(top) + 3
                return number, (x, y, x + _BLOCK[0], y + _BLOCK[1])
    raise ValueError(f'{path.name}: nobody is called {name!r} here')


def sign(path: Path, name: str, moment: datetime, *, first: bool = False, by: str = '',
         until: datetime | None = None) -> Path:
    """Signs the PDF in place with a visible field above the signer's name; `by` somebody else where given, with a
    certificate that was good `until` then."""
    number, box = _above_name(path, name, first)
    writer = _Dated(io.BytesIO(path.read_bytes()), strict=False)
    writer.moment = moment.replace(tzinfo=_WITA)
    half = generic.ByteStringObject(hashlib.md5(name.encode(), usedforsecurity=False).digest())
    writer._document_id = generic.ArrayObject([half, half])  # pyHanko draws it by chance and has no setting for it
    fields.append_signature_field(writer, fields.SigFieldSpec('Signature1', on_page=number, box=box))
    style = TextStampStyle(
        stamp_text='Ditandatangani secara elektronik oleh:\n%(signer)s',
        border_width=1,
        text_box_style=TextBoxStyle(font_size=9),
        background=None,
    )
    meta = signers.PdfSignatureMetadata(field_name='Signature1', md_algorithm='sha256')
    certified = _signer(by or name, until) if until else _signer(by or name)
    punctual = _Punctual(meta, certified, stamp_style=style)
    punctual.moment = writer.moment
    signed = io.BytesIO()
    punctual.sign_pdf(writer, output=signed)
    path.write_bytes(signed.getvalue())
    return path

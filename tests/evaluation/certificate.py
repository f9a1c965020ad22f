"""Digital signatures under an invented certificate authority; keys grow from fixed numbers, so that every run signs
alike."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

_FROM, _UNTIL = datetime(2024, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)


def sign(path: Path, name: str) -> None:
    """Put one invisible signature over the finished file, by a certificate in the given name."""
    key, certificate = _certificate(name)
    signer = signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        signing_key=asn1_keys.PrivateKeyInfo.load(
            key.private_bytes(
                serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        ),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(path.read_bytes()), strict=False)
    out = io.BytesIO()
    metadata = signers.PdfSignatureMetadata(
        field_name='Signature1', md_algorithm='sha256', subfilter=fields.SigSeedSubFilter.PADES
    )
    signers.PdfSigner(metadata, signer).sign_pdf(writer, output=out)
    path.write_bytes(out.getvalue())


@cache
def _certificate(name: str) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    root, key = _key(1), _key(2)
    issuer = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, 'Otoritas Sertifikat Contoh'),
            x509.NameAttribute(NameOID.COUNTRY_NAME, 'ID'),
        ]
    )
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.COUNTRY_NAME, 'ID')])
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    builder = builder.serial_number(Random(name).getrandbits(60) + 1).not_valid_before(_FROM).not_valid_after(_UNTIL)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    return key, builder.add_extension(usage, critical=True).sign(root, hashes.SHA256())


@cache
def _key(seed: int) -> rsa.RSAPrivateKey:
    """A 2048-bit key from two primes that the seed alone decides. Good for test documents, for nothing else."""
    rng = Random(f'kunci uji {seed}')
    p, q, e = _prime(rng), _prime(rng), 65537
    d = pow(e, -1, (p - 1) * (q - 1))
    numbers = rsa.RSAPrivateNumbers(p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p), rsa.RSAPublicNumbers(e, p * q))
    return numbers.private_key()


def _prime(rng: Random) -> int:
    while True:
        n = rng.getrandbits(1024) | (3 << 1022) | 1
        if (
            all(n % small for small in range(3, 2000, 2))
            and all(pow(base, n - 1, n) == 1 for base in (2, 3, 5, 7))
            and (n - 1) % 65537
        ):
            return n

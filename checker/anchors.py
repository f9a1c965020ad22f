"""The certificates that the operator trusts: issuers whose signatures count as `tepercaya`.

They are files that the operator put into a folder, never anything found in a document. Only certificates are read,
in DER or PEM; no keys.
"""

from __future__ import annotations

import binascii
import os
import re
import ssl
from pathlib import Path
from typing import Final

from checker.errors import UsageError
from checker.home import home
from checker.messages import _

SUFFIXES: Final = ('.pem', '.crt', '.cer', '.der')
MOST_BYTES: Final = 1_000_000
"""Of one file; a chain of ten certificates has 20 kB."""

_PEM: Final = re.compile(r'-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----', re.DOTALL)


def folder() -> Path:
    """CEKBUKTI_ANCHORS, else sertifikat-induk/ in the data folder."""
    chosen = os.environ.get('CEKBUKTI_ANCHORS')
    return Path(chosen).expanduser() if chosen else home() / 'sertifikat-induk'


def load() -> tuple[bytes, ...]:
    """DER of every certificate in the folder, each once, in a fixed order; nothing where the folder isn't there.

    Raises UsageError for a folder that was named and is missing, and for a file that holds no certificate.
    """
    place = folder()
    if not place.is_dir():
        if os.environ.get('CEKBUKTI_ANCHORS'):
            raise UsageError(_("Folder sertifikat induk {} (CEKBUKTI_ANCHORS) tidak ada.").format(place))
        return ()
    try:
        paths = sorted(path for path in place.iterdir() if path.suffix.lower() in SUFFIXES)
        return tuple(sorted({der for path in paths for der in _certificates(path)}))
    except OSError as error:
        raise UsageError(_("Folder sertifikat induk {} tidak dapat dibaca.").format(place)) from error


def names() -> tuple[str, ...]:
    """Who they are, in words for people. Raises UsageError as `load`."""
    from asn1crypto import x509
    return tuple(x509.Certificate.load(der).subject.human_friendly for der in load())


def _certificates(path: Path) -> list[bytes]:
    from asn1crypto import x509
    with path.open('rb') as stream:
        data = stream.read(MOST_BYTES)
    try:
        blocks = _PEM.findall(data.decode('latin-1'))
        found = [ssl.PEM_cert_to_DER_cert(block) for block in blocks] or [data]
        for der in found:
            x509.Certificate.load(der, strict=True).native  # noqa: B018  # parses all of it
    except (ValueError, TypeError, binascii.Error) as error:
        raise UsageError(_("{} bukan sertifikat (PEM atau DER). Pindahkan dari folder sertifikat induk.").format(
            path)) from error
    return found

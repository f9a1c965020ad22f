"""Was a signer's certificate good when it signed, as far as the file itself tells; and whom the operator trusts.

Revocation lists and answers come from the file alone, nothing is fetched, and their own signatures are not checked:
they can only take trust away, never give it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

from checker.model import CertificateState

_BROKEN: Final = (ValueError, TypeError, KeyError, AttributeError, IndexError, OSError, NotImplementedError)
"""What asn1crypto and pyHanko raise for data that is not what it should be."""


@lru_cache(maxsize=1)
def loaded(anchors: tuple[bytes, ...]) -> tuple[Any, ...]:
    """asn1crypto certificates of the operator's DER bytes (`checker.anchors` has checked them)."""
    from asn1crypto import x509
    return tuple(x509.Certificate.load(each) for each in anchors)


def state(certificate: Any, time: datetime | None, evidence: Sequence[Any]) -> CertificateState:
    """What the certificate was worth at `time`; without a time only a revocation counts."""
    try:
        if any(_revoked(certificate, time, each) for each in evidence):
            return 'dicabut'
        validity = certificate['tbs_certificate']['validity']
        if time and _aware(time) > validity['not_after'].native:
            return 'kedaluwarsa'
        return 'belum-berlaku' if time and _aware(time) < validity['not_before'].native else 'berlaku'
    except _BROKEN:
        return 'berlaku'


def evidence(embedded: Any) -> tuple[Any, ...]:
    """Revocation lists and OCSP answers that file and signature carry (PAdES DSS, Adobe's signed attribute)."""
    return tuple(_of_file(embedded.reader)) + tuple(_of_signature(embedded))


def _of_file(reader: Any) -> Iterator[Any]:
    from asn1crypto import crl, ocsp
    if '/DSS' not in reader.root:
        return
    try:
        store = reader.root['/DSS']
        for key, kind in (('/CRLs', crl.CertificateList), ('/OCSPs', ocsp.OCSPResponse)):
            streams = store[key] if key in store else ()  # noqa: SIM401  # pyHanko's get doesn't follow references
            yield from (kind.load(streams[i].data) for i in range(len(streams)))
    except _BROKEN:
        return


def _of_signature(embedded: Any) -> Iterator[Any]:
    try:
        for attribute in embedded.signer_info['signed_attrs']:
            if attribute['type'].native == 'adobe_revocation_info_archival':
                archive = attribute['values'][0]
                yield from (each for key in ('crl', 'ocsp') if archive[key].native for each in archive[key])
    except _BROKEN:
        return


def _revoked(certificate: Any, time: datetime | None, told: Any) -> bool:
    """Whether a list or an answer says that the certificate was revoked before it signed."""
    try:
        moments = list(_moments(certificate, told))
    except _BROKEN:
        return False
    return any(time is None or moment <= _aware(time) for moment in moments)


def _moments(certificate: Any, told: Any) -> Iterator[datetime]:
    if 'tbs_cert_list' in _names(told):
        if told.issuer == certificate.issuer:
            for entry in told['tbs_cert_list']['revoked_certificates'] or ():
                if entry['user_certificate'].native == certificate.serial_number:
                    yield entry['revocation_date'].native
    elif told['response_status'].native == 'successful':
        for answer in told.response_data['responses']:
            asked = answer['cert_id']
            same = asked['serial_number'].native == certificate.serial_number
            named = getattr(certificate.issuer, asked['hash_algorithm']['algorithm'].native, None)
            if same and asked['issuer_name_hash'].native == named and answer['cert_status'].name == 'revoked':
                yield answer['cert_status'].chosen['revocation_time'].native


def _names(told: Any) -> list[str]:
    return [name for name, *_rest in told._fields]


def _aware(time: datetime) -> datetime:
    return time if time.tzinfo else time.replace(tzinfo=UTC)

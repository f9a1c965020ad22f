"""When a digital signature was made, held against the document's own date and the period: advice, never a finding.

The time is the signer's own clock's. The date beside a signature in ink is the document's date itself, so there is
nothing to compare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone

from checker.checks.date import own_date
from checker.messages import _
from checker.model import DigitalSignature, Finding, Note
from checker.text import MONTHS
from checker.view import PartView

LATE_DAYS = 30
"""Days after the document's date from which a signature is called late: letters wait for a head's signature for a week
or two, holidays included."""
WEST, EAST = timezone(timedelta(hours=7)), timezone(timedelta(hours=9))
"""The first and the last clock of Indonesia. A time written in UTC doesn't tell where the signer was."""

_NAMES = {number: name.capitalize() for name, number in reversed(MONTHS.items())}


def notes(part: PartView, findings: Sequence[Finding]) -> Iterator[Note]:
    """A note for each sound signature of the part that was made before its date, long after it, or after the period;
    code 'waktu-ttd', with the page of the document's date."""
    signed = [s for s in part.document.signatures if s.intact and s.time and _signs(s, part, findings)]
    if not signed:
        return
    own = own_date(part)
    page = own[1].page if own else None
    where = _(" (halaman {n})").format(n=page) if page else ''
    for signature in signed:
        whose = _("Tanda tangan elektronik {name}").format(name=signature.signer or signature.field)
        for says in _remarks(signature, date.fromisoformat(own[0]) if own else None, where, part.period):
            yield Note('waktu-ttd', page, f'{whose} {says}')


def _signs(signature: DigitalSignature, part: PartView, findings: Sequence[Finding]) -> bool:
    """Whether the signature is the one that a finding of the part speaks of; copies are certified whenever needed."""
    checks = {r.id: r.check for r in part.rulebook.kinds[part.kind].requirements}
    return any(
        checks.get(f.requirement) == 'signatures' or (f.form == 'digital' and f.value == signature.signer)
        for f in findings
        if checks.get(f.requirement) in ('signature', 'signatures')
    )


def _remarks(signature: DigitalSignature, own: date | None, where: str, period: int) -> Iterator[str]:
    moment = datetime.fromisoformat(signature.time or '')
    if moment.utcoffset() is None:
        moment = moment.replace(tzinfo=UTC)
    zones = (WEST, EAST) if moment.utcoffset() == timedelta(0) else (moment.tzinfo, moment.tzinfo)
    first, last = (moment.astimezone(zone).date() for zone in zones)
    if own is not None and last < own:
        yield _("bertanggal {day}, sebelum tanggal naskahnya, {own}{where}. Pastikan tanggal naskah dan jam komputer "
                "penanda tangan benar.").format(day=_said(last), own=_said(own), where=where)
    elif own is not None and (first - own).days > LATE_DAYS:
        yield _("bertanggal {day}, {n} hari sesudah tanggal naskahnya, {own}{where}. Pastikan tanggal naskah benar, "
                "dan siapkan penjelasannya.").format(
                    day=_said(first), n=(first - own).days, own=_said(own), where=where)
    if first.year > period:
        yield _("bertanggal {day}, sesudah tahun monev {period}. Pastikan naskah ini yang diminta untuk tahun "
                "itu.").format(day=_said(first), period=period)


def _said(day: date) -> str:
    return f'{day.day} {_NAMES[day.month]} {day.year}'

"""Short Indonesian words for the closed lists of the catalogue. Words only; nothing is decided here."""

from __future__ import annotations

from datetime import date
from typing import Any

from checker.counting import Outcome
from checker.messages import _
from checker.model import DigitalSignature, Grade, SignatureForm, Source, Status
from web.board import State

STATUSES: dict[Status, str] = {
    'met': _("Terpenuhi"), 'missing': _("Tidak ditemukan"), 'unsure': _("Perlu diperiksa"),
    'not_applicable': _("Tidak berlaku"),
}
OUTCOMES: dict[Outcome, str] = {
    'missing': _("Belum lengkap"), 'unsure': _("Perlu diperiksa"), 'met': _("Lengkap"),
    'other': _("Jenis lain"), 'failed': _("Tidak terbaca"),
}
STATES: dict[State, str] = {
    'menunggu': _("Menunggu"), 'dibaca': _("Sedang dibaca"), 'selesai': _("Selesai"), 'gagal': _("Tidak terbaca"),
    'berhenti': _("Belum diperiksa"),
}
SOURCES: dict[Source, str] = {
    'none': _("belum dibaca"), 'text': _("teks asli"), 'ocr': _("hasil pindai (OCR)"), 'flow': _("teks asli"),
}
GRADES: dict[Grade, str] = {
    'good': _("terbaca baik"), 'fair': _("terbaca cukup"), 'poor': _("terbaca kurang"),
    'unreadable': _("tidak terbaca jelas"),
}
FORMS: dict[SignatureForm, str] = {
    'digital': _("tanda tangan elektronik"), 'wet': _("tanda tangan basah"),
    'legalised-copy': _("salinan yang disahkan"), 'tte-visual': _("tampilan tanda tangan elektronik"),
    'picture': _("gambar tanda tangan"), 'stamp-only': _("cap saja"), 'paraf': _("paraf saja"),
    'undecided': _("belum dapat dipastikan"), 'typed': _("ttd diketik"), 'none': _("blok tanda tangan kosong"),
    'no-block': _("tanpa blok tanda tangan"),
}
_NAMED_BY_ID = ('one-of', 'all-of', 'some-of')
"""Checks whose values are names of groups in the rules, which may be written as ids ('uji-konsekuensi')."""
_MONTHS = (_("Januari"), _("Februari"), _("Maret"), _("April"), _("Mei"), _("Juni"), _("Juli"), _("Agustus"),
           _("September"), _("Oktober"), _("November"), _("Desember"))


def value(found: Any, check: str = '') -> str | None:
    """A finding's value for people: a date in words, signed of listed, filled rows, else as it is.

    `check` is the type of its check, which says what the value means.
    """
    if found is None:
        return None
    if check == 'rows' and isinstance(found, int):
        return _("{n} baris terisi").format(n=found)
    if check in _NAMED_BY_ID and isinstance(found, str):
        return found.replace('-', ' ')
    if isinstance(found, dict):
        if found.keys() == {'signed', 'listed'}:
            return _("{signed} dari {listed} bertanda tangan").format(**found)
        return ', '.join(f'{name}: {part}' for name, part in found.items())
    if isinstance(found, list | tuple):
        return ', '.join(str(part) for part in found)
    return _day(found) or str(found) if isinstance(found, str) else str(found)


def signature(signed: DigitalSignature) -> str:
    """A signature object in a sentence or two: whose, whether it holds, and who vouches for the name."""
    whose = _("Tanda tangan elektronik atas nama {name}").format(name=signed.signer or _("(tanpa nama)"))
    holds = _("utuh") if signed.intact else _("rusak, isi berkas tidak cocok lagi")
    says = f'{whose}: {holds}' + (', ' + _("tetapi berkas diubah sesudahnya") if signed.changed else '') + '.'
    if not signed.issuer or signed.trust == 'tepercaya':
        return says
    if signed.issuer == signed.signer:
        return says + ' ' + _("Sertifikatnya dibuat sendiri, bukan oleh penyelenggara sertifikat.")
    return says + ' ' + _("Sertifikat dari {issuer}; keasliannya belum diverifikasi.").format(issuer=signed.issuer)


def pages(first: int, last: int) -> str:
    if first == last:
        return _("halaman {n}").format(n=first)
    return _("halaman {first}–{last}").format(first=first, last=last)


def _day(iso: str) -> str | None:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return f'{day.day} {_MONTHS[day.month - 1]} {day.year}'

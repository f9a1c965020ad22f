"""The facts of digital signatures in short Indonesian sentences, for notes and pages. Pure; decides nothing."""

from __future__ import annotations

from checker.messages import _
from checker.model import CertificateState, Change, ChangeKind, DigitalSignature, Note

CHANGES: dict[ChangeKind, str] = {
    'halaman-ditambah': _("halaman {n} ditambahkan"), 'halaman-dihapus': _("halaman {n} dibuang"),
    'urutan-halaman': _("urutan halaman diubah"), 'isi-halaman': _("isi halaman {n} diubah"),
    'catatan': _("catatan atau tempelan di halaman {n} ditambah atau diubah"),
    'isian': _("isian formulir di halaman {n} diubah"), 'lapisan': _("lapisan yang tersembunyi diubah"),
    'tanda-tangan-dihapus': _("tanda tangan elektronik lain di halaman {n} dihapus"),
    'di-luar-cakupan': _("sebagian berkas tidak dicakup tanda tangan"), 'lain': _("bagian lain berkas diubah"),
}
CERTIFICATES: dict[CertificateState, str] = {
    'berlaku': '', 'kedaluwarsa': _("sertifikatnya sudah kedaluwarsa saat menandatangani"),
    'belum-berlaku': _("sertifikatnya belum berlaku saat menandatangani"),
    'dicabut': _("sertifikatnya sudah dicabut"),
}


def changed(change: Change) -> str:
    return CHANGES[change.kind].format(n=change.page)


def facts(signature: DigitalSignature) -> tuple[tuple[str, str], ...]:
    """Name and value of what is known of a signature, in the order in which people ask."""
    found = [
        (_("Penanda tangan"), signature.signer or _("tidak terbaca")),
        (_("Keutuhan"), _integrity(signature)),
        (_("Cakupan"), _COVERAGE[signature.coverage] if signature.intact else ''),
        (_("Diubah sesudahnya"), '; '.join(map(changed, signature.changes))),
        (_("Penerbit"), _issuer(signature)),
        (_("Sertifikat"), CERTIFICATES[signature.certificate]),
        (_("Waktu"), _moment(signature.time)),
    ]
    return tuple((name, value) for name, value in found if value)


_COVERAGE = {
    'file': _("seluruh berkas"), 'revision': _("berkas sebagaimana adanya saat ditandatangani"),
    'partial': _("hanya sebagian berkas"),
}


def _integrity(signature: DigitalSignature) -> str:
    if not signature.intact:
        return _("rusak: isi berkas tidak cocok lagi dengan tanda tangannya")
    return _("tanda tangannya utuh, tetapi berkas diubah sesudahnya") if signature.changed else _("utuh")


def _issuer(signature: DigitalSignature) -> str:
    if not signature.issuer:
        return ''
    if signature.trust == 'tepercaya':
        return _("{issuer} (tepercaya)").format(issuer=signature.issuer)
    if signature.issuer == signature.signer:
        return _("dibuat sendiri, bukan oleh penyelenggara sertifikat")
    return _("{issuer} (belum diverifikasi)").format(issuer=signature.issuer)


def _moment(time: str | None) -> str:
    """`2025-02-03T09:10:11+07:00` as `2025-02-03 09:10 (+07:00)`: as the signer's clock said."""
    return _("{day} pukul {hour} ({zone}), menurut jam penanda tangan").format(
        day=time[:10], hour=time[11:16], zone='UTC' + time[19:]) if time else ''


def notes(signatures: tuple[DigitalSignature, ...]) -> tuple[Note, ...]:
    """What people should know of signatures that are not simply sound."""
    found = []
    for signature in signatures:
        whose = _("Tanda tangan elektronik {name}").format(name=signature.signer or signature.field)
        if signature.changes:
            page = next((change.page for change in signature.changes if change.page), None)
            page = page if signature.changes[0].kind != 'halaman-dihapus' else None
            says = _("{whose}: sesudah ditandatangani, {what}.")
            found.append(Note('diubah-setelah-ttd', page, says.format(
                whose=whose, what='; '.join(map(changed, signature.changes)))))
        if signature.intact and signature.certificate != 'berlaku':
            found.append(Note('sertifikat-tidak-berlaku', None, f'{whose}: {CERTIFICATES[signature.certificate]}.'))
    return tuple(found)

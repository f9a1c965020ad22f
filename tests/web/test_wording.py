"""The sentences that are put together from several facts."""

from __future__ import annotations

from dataclasses import replace

from checker.model import DigitalSignature
from web import wording

SIGNED = DigitalSignature('Signature1', True, 'file', False, "Budi Contoh", "BSrE Contoh", None, 'belum-diverifikasi')


def test_a_signature_says_whose_it_is_whether_it_holds_and_who_vouches_for_it() -> None:
    assert wording.signature(SIGNED) == (
        "Tanda tangan elektronik atas nama Budi Contoh: utuh. "
        "Sertifikat dari BSrE Contoh; keasliannya belum diverifikasi.")
    assert wording.signature(replace(SIGNED, trust='tepercaya')).endswith("Budi Contoh: utuh.")
    assert "dibuat sendiri" in wording.signature(replace(SIGNED, issuer="Budi Contoh"))


def test_a_signature_that_does_not_hold_says_why() -> None:
    assert "utuh, tetapi berkas diubah sesudahnya." in wording.signature(replace(SIGNED, changed=True))
    assert "rusak" in wording.signature(replace(SIGNED, intact=False))
    assert "(tanpa nama)" in wording.signature(replace(SIGNED, signer=None))

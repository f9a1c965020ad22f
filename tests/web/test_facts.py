"""What is known of a digital signature stands beside the finding that it decided."""

from __future__ import annotations

from dataclasses import replace

from checker.model import Change, DigitalSignature, Finding, Place, RequirementId
from web.view import _facts

BOX = (300.0, 600.0, 450.0, 640.0)
OWN = DigitalSignature('Ttd1', True, 'revision', True, "Rani Kusuma", "Penerbit Contoh", None, 'belum-diverifikasi', 1,
                       BOX, (Change('halaman-ditambah', 3),))
OTHER = replace(OWN, signer="Bagas Permadi", box=(0.0, 0.0, 10.0, 10.0), changes=())


def finding(signer: str | None, form: str = 'digital') -> Finding:
    return Finding(RequirementId('tanda-tangan'), 'unsure', True, value=signer, form=form,  # type: ignore[arg-type]
                   place=Place(1, BOX, None, ''))


def test_the_facts_are_those_of_the_signature_that_decided() -> None:
    facts = dict(_facts(finding("Rani Kusuma"), (OTHER, OWN)))
    assert facts["Penanda tangan"] == "Rani Kusuma"
    assert facts["Diubah sesudahnya"] == "halaman 3 ditambahkan"
    assert facts["Penerbit"] == "Penerbit Contoh (belum diverifikasi)"
    assert "Diubah sesudahnya" not in dict(_facts(finding("Bagas Permadi"), (OTHER, OWN)))


def test_ink_and_unknown_signers_have_none() -> None:
    assert _facts(finding(None, 'wet'), (OWN,)) == ()
    assert _facts(finding("Orang Lain"), (OWN,)) == ()

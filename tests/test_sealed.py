"""The facts of a signature in words."""

from __future__ import annotations

from dataclasses import replace

from checker import sealed
from checker.model import Change, DigitalSignature

SOUND = DigitalSignature('Ttd1', True, 'file', False, "Rani Kusuma", "Penerbit Contoh", '2025-02-03T09:10:11+07:00',
                         'belum-diverifikasi')


def test_a_sound_signature_says_who_how_much_by_whom_and_when() -> None:
    assert sealed.facts(SOUND) == (
        ("Penanda tangan", "Rani Kusuma"), ("Keutuhan", "utuh"), ("Cakupan", "seluruh berkas"),
        ("Penerbit", "Penerbit Contoh (belum diverifikasi)"),
        ("Waktu", "2025-02-03 pukul 09:10 (UTC+07:00), menurut jam penanda tangan"))
    assert sealed.notes((SOUND,)) == ()


def test_changes_and_worthless_certificates_are_noted() -> None:
    touched = replace(SOUND, changed=True, changes=(Change('halaman-ditambah', 3), Change('isi-halaman', 1)))
    note, = sealed.notes((touched,))
    assert (note.code, note.page) == ('diubah-setelah-ttd', 3)
    assert "halaman 3 ditambahkan; isi halaman 1 diubah." in note.message
    note, = sealed.notes((replace(SOUND, certificate='dicabut'),))
    assert note.message.endswith("sertifikatnya sudah dicabut.")


def test_who_vouches_is_said_plainly() -> None:
    assert ("Penerbit", "Penerbit Contoh (tepercaya)") in sealed.facts(replace(SOUND, trust='tepercaya'))
    own = dict(sealed.facts(replace(SOUND, issuer="Rani Kusuma")))
    assert own["Penerbit"].startswith("dibuat sendiri")
    assert dict(sealed.facts(replace(SOUND, intact=False)))["Keutuhan"].startswith("rusak")

"""The operator's certificates: found, checked, told, and part of what kept readings are worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import anchors, doctor
from checker.driver import store_version
from checker.errors import UsageError
from checker.reading import limits
from checker.reading.limits import Limits
from checker.reading.signatures import validate_bytes
from tests.reading.sealing import DER, PEM, certified, document, signed, signer


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (folder := tmp_path / 'sertifikat-induk').mkdir()
    monkeypatch.setenv('CEKBUKTI_HOME', str(tmp_path))
    monkeypatch.delenv('CEKBUKTI_ANCHORS', raising=False)
    return folder


def test_pem_and_der_files_are_read_each_certificate_once(place: Path) -> None:
    one, two = certified("Induk Satu", root=True)[0], certified("Induk Dua", root=True)[0]
    (place / 'rantai.pem').write_bytes(one.public_bytes(PEM) + two.public_bytes(PEM))
    (place / 'satu.der').write_bytes(one.public_bytes(DER))
    (place / 'catatan.txt').write_text("bukan sertifikat")
    assert set(anchors.load()) == {one.public_bytes(DER), two.public_bytes(DER)}
    assert any("Induk Satu" in name for name in anchors.names())


def test_no_folder_is_no_anchor_but_a_named_one_must_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv('CEKBUKTI_ANCHORS', raising=False)
    monkeypatch.setenv('CEKBUKTI_HOME', str(tmp_path))
    assert anchors.load() == ()
    monkeypatch.setenv('CEKBUKTI_ANCHORS', str(tmp_path / 'salah'))
    with pytest.raises(UsageError, match='salah'):
        anchors.load()


@pytest.mark.parametrize('data', [b'', b'garbage', b'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])
def test_a_file_without_a_certificate_is_named(place: Path, data: bytes) -> None:
    (place / 'induk.crt').write_bytes(data)
    with pytest.raises(UsageError, match=r'induk\.crt'):
        anchors.load()
    check = next(each for each in doctor.checks(place.parent) if each.name == "Sertifikat induk")
    assert not check.ok and 'induk.crt' in check.detail


def test_an_anchor_makes_kept_readings_those_of_another_reader(place: Path) -> None:
    before = store_version(Limits.of())
    (place / 'induk.der').write_bytes(certified("Induk Satu", root=True)[0].public_bytes(DER))
    assert store_version(Limits.of()) != before
    check = next(each for each in doctor.checks(place.parent) if each.name == "Sertifikat induk")
    assert check.ok and "Induk Satu" in check.detail


def test_what_a_child_is_given_is_what_it_trusts(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = certified("Induk Satu", root=True)
    data = signed(document(1), signer(certified("Rani Kusuma", "Induk Satu"), root))
    (place / 'induk.der').write_bytes(root[0].public_bytes(DER))
    assert validate_bytes(data)[0].trust == 'belum-diverifikasi'
    monkeypatch.setattr(limits, '_current', Limits.of())
    assert validate_bytes(data)[0].trust == 'tepercaya'

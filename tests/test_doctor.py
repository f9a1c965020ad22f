"""The doctor tells what is there and what to do: real folders, real libraries, real rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import doctor
from checker.doctor import Check


def found(name: str, checks: tuple[Check, ...]) -> Check:
    return next(check for check in checks if check.name == name)


def test_everything_needed_is_there_after_setup(tmp_path: Path) -> None:
    checks = doctor.checks(store=tmp_path / 'store')
    assert [check for check in checks if check.needed and not check.ok] == []
    assert doctor.exit_status(checks) == 0


def test_each_declared_reading_library_is_imported(tmp_path: Path) -> None:
    names = {check.name for check in doctor.checks(store=tmp_path)}
    assert {package for package, _, _ in doctor.LIBRARIES} <= names


def test_looking_makes_no_folder(tmp_path: Path) -> None:
    check = found("Tempat simpan", doctor.checks(store=tmp_path / 'a' / 'b'))
    assert check.ok
    assert "pertama kali" in check.detail
    assert list(tmp_path.iterdir()) == []


def test_a_store_open_to_others_is_named_with_the_command_that_closes_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    check = found("Tempat simpan", doctor.checks(store=tmp_path))
    assert not check.ok
    assert check.advice == f"Jalankan: chmod 700 {tmp_path}"
    tmp_path.chmod(0o700)
    assert found("Tempat simpan", doctor.checks(store=tmp_path)).ok


def test_a_file_in_the_store_s_place_is_a_defect(tmp_path: Path) -> None:
    place = tmp_path / 'store'
    place.write_text('x')
    check = found("Tempat simpan", doctor.checks(store=place))
    assert not check.ok
    assert "--store" in check.advice


def test_a_wrong_limit_in_the_environment_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('CEKBUKTI_LIMIT_PAGES', 'banyak')
    checks = doctor.checks(store=tmp_path / 'store')
    assert "banyak" in found("Batas", checks).detail
    assert doctor.exit_status(checks) == 1


def test_a_rule_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / 'kinds').mkdir()
    (tmp_path / 'kinds' / 'salah.toml').write_text('namee = "x"\n')
    checks = doctor.checks(store=tmp_path / 'store', rules=tmp_path)
    check = found("Aturan", checks)
    assert not check.ok
    assert doctor.exit_status(checks) == 1


def test_without_the_indonesian_model_the_command_that_brings_it_is_named(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, 'model_folder', lambda: None)
    checks = doctor.checks(store=tmp_path / 'store')
    check = found("Model bahasa Indonesia", checks)
    assert not check.ok
    assert "apt-get install" in check.advice


def test_the_report_gives_advice_only_where_something_is_wrong() -> None:
    good, bad = Check("Satu", True, "ada", "jangan tampil"), Check("Dua", False, "tidak ada", "Pasang dua.")
    text = doctor.report_text((good, bad))
    assert "jangan tampil" not in text
    assert "-> Pasang dua." in text
    assert text.endswith("1 hal perlu dibenahi.")


def test_all_well_is_said_in_one_line() -> None:
    assert doctor.report_text((Check("Satu", True, "ada"),)).endswith("Semua siap.")


def test_what_only_hurts_part_of_the_work_does_not_fail() -> None:
    assert doctor.exit_status((Check("Ruang", False, "0 GB", "Kosongkan.", needed=False),)) == 0

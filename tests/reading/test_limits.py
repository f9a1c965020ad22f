"""Limits: defaults of the design, changed by environment and settings, wrong values refused in words."""

from __future__ import annotations

import pickle

import pytest

from checker.errors import UsageError
from checker.reading.limits import Limits


def test_defaults_are_those_of_the_design() -> None:
    limits = Limits.of()
    assert (limits.file_bytes, limits.pages, limits.pixels) == (50 * 1024 ** 2, 2000, 90_000_000)
    assert (limits.archive_members, limits.archive_bytes, limits.archive_ratio) == (20_000, 2 * 1024 ** 3, 200)
    assert (limits.child_bytes, limits.parse_seconds, limits.ocr_seconds) == (1536 * 1024 ** 2, 60, 30)


def test_settings_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('CEKBUKTI_LIMIT_PAGES', '500')
    monkeypatch.setenv('CEKBUKTI_LIMIT_OCR_SECONDS', '7.5')
    limits = Limits.of({'pages': 20})
    assert (limits.pages, limits.ocr_seconds) == (20, 7.5)
    assert isinstance(limits.pages, int)


@pytest.mark.parametrize(('name', 'value'), [
    ('pages', '-1'), ('pages', '50MB'), ('pages', ''), ('parse_seconds', 'nan'), ('parse_seconds', 'inf')])
def test_a_value_that_is_no_positive_number_is_refused(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=f'"{name}" harus bilangan'):
        Limits.of({name: value})


def test_an_unknown_name_is_refused_and_the_known_ones_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('CEKBUKTI_LIMIT_PAGE', '5')
    with pytest.raises(UsageError, match=r'"page" tidak dikenal.*pages'):
        Limits.of()


def test_limits_travel_to_a_child() -> None:
    assert pickle.loads(pickle.dumps(Limits(pages=3))) == Limits(pages=3)

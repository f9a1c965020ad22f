"""The time of a digital signature beside the document's date and the period: told, and no finding is turned by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.check import check
from checker.model import DigitalSignature, Document, Note
from tests.checks.test_signature import COPIED, SIGNED
from tests.papers import DECREE, changed, printed, rules, said


def told(document: Document, period: int = 2025) -> list[Note]:
    """The notes; the signature is met whatever they say."""
    checked = check(document, rules(), period)
    assert [said(f) for p in checked.parts for f in p.findings if f.requirement == 'tanda-tangan'] == [('met', None)]
    return [note for note in checked.notes if note.code == 'waktu-ttd']


def signed(time: str | None, text: str = DECREE, **changes: object) -> Document:
    signature = replace(SIGNED, time=time, **changes)  # type: ignore[arg-type]
    return replace(printed(text), signatures=(signature,))


@pytest.mark.parametrize('time', [
    '2025-01-14T00:10:00+07:00', '2025-01-14T23:50:00+09:00', '2025-01-20T09:00:00+07:00', '2025-02-13T08:00:00+07:00',
    '2025-01-13T15:30:00+00:00',  # 00:30 on the 14th in the east
    None,
])
def test_a_signature_soon_after_the_date_needs_no_word(time: str | None) -> None:
    assert told(signed(time)) == []


@pytest.mark.parametrize(('time', 'words'), [
    ('2025-01-13T23:00:00+07:00', "bertanggal 13 Januari 2025, sebelum tanggal naskahnya, 14 Januari 2025 (h"),
    ('2025-01-13T12:00:00+00:00', "bertanggal 13 Januari 2025, sebelum tanggal naskahnya"),
    ('2025-02-14T09:00:00+07:00', "bertanggal 14 Februari 2025, 31 hari sesudah tanggal naskahnya, 14 Januari 2025 (h"),
    ('2025-12-01T09:00:00', "bertanggal 1 Desember 2025, 321 hari sesudah"),
])
def test_a_signature_before_the_date_or_long_after_it_is_told_with_what_to_do(time: str, words: str) -> None:
    note, = told(signed(time))
    assert note.message.startswith(f'Tanda tangan elektronik RANI KUSUMA {words}')
    assert 'Pastikan tanggal naskah' in note.message
    assert note.page == 1


def test_a_signature_after_the_period_is_told() -> None:
    late, after = told(signed('2026-03-02T09:00:00+07:00'))
    assert '412 hari sesudah tanggal naskahnya' in late.message
    assert "2 Maret 2026, sesudah tahun monev 2025" in after.message
    december = changed(DECREE, ('14 Januari 2025', '30 Desember 2025'))
    assert told(signed('2026-01-02T09:00:00+07:00', december), 2026) == []


def test_without_a_date_only_the_period_is_looked_at() -> None:
    undated = changed(DECREE, ('pada tanggal 14 Januari 2025', 'pada tanggal ..........'))
    assert told(signed('2024-03-02T09:00:00+07:00', undated)) == []
    note, = told(signed('2026-03-02T09:00:00+07:00', undated))
    assert note.page is None and 'tahun monev 2025' in note.message


def test_copies_may_be_certified_later_and_others_signatures_tell_nothing() -> None:
    copy = DigitalSignature('S', True, 'file', False, 'BAGAS PERMADI', 'BSrE', '2025-11-14T09:00:00+07:00',
                            'belum-diverifikasi')
    assert told(replace(printed(COPIED), signatures=(copy,))) == []
    both = replace(signed('2025-01-15T09:00:00+07:00'), signatures=(
        *signed('2025-01-15T09:00:00+07:00').signatures, copy))
    assert told(both) == []

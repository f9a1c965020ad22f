"""Readings beside the database: what goes in comes out, and damage counts as absent."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from checker.model import DigitalSignature, Document, Mark, Note, Page, Sha256
from checker.store.readings import Readings, pack, unpack

SHA = Sha256('ab' * 32)


def document(text: str = 'NOMOR : 12\nTENTANG') -> Document:
    boxes = np.linspace(0, 800, len(text) * 4, dtype=np.float32).reshape(-1, 4)
    lines = np.array([(0, 10, 0, 0), (11, 18, 1, 0)], np.int32)
    laid = Page(1, 595.3, 935.4, 'full', 'ocr', 'fair', text, boxes, lines, marks=(
        Mark('ink', (1.0, 2.0, 3.5, 4.0), amount=0.25), Mark('qr', (0.0, 0.0, 9.0, 9.0), 'https://contoh.go.id')),
        hidden=('tersembunyi \ue000 \ud800',))
    flow = Page(2, 0.0, 0.0, 'fast', 'flow', 'good', 'Satu\nDua', at=('paragraf 1', 'tabel 1, baris 1, kolom 2'),
                lines=np.array([(0, 4, 0, 0), (5, 8, 1, 1)], np.int32))
    signature = DigitalSignature('S1', True, 'revision', False, 'Contoh', None, None, 'tepercaya', 2, (1., 2., 3., 4.))
    return Document(SHA, 'pdf', (laid, flow, Page(3, 595.0, 842.0, 'unread', 'none', 'unreadable')),
                    (signature,), (Note('berisi-skrip', None, "Berkas berisi skrip."),))


def same(one: Document, other: Document) -> bool:
    """`Page` has no equality of its own because arrays have none; the packed form holds all of a document."""
    return pack(one) == pack(other)


def test_a_reading_comes_back_whole() -> None:
    before, after = document(), unpack(pack(document()))
    assert (after.sha256, after.format) == (before.sha256, before.format)
    assert (after.signatures, after.notes) == (before.signatures, before.notes)
    for old, new in zip(before.pages, after.pages, strict=True):
        assert (new.text, new.at, new.marks, new.hidden) == (old.text, old.at, old.marks, old.hidden)
        assert (new.n, new.width, new.height, new.level, new.source, new.grade) == (
            old.n, old.width, old.height, old.level, old.source, old.grade)
        assert new.boxes.dtype == np.float32 and new.lines.dtype == np.int32
        np.testing.assert_array_equal(new.boxes, old.boxes)
        np.testing.assert_array_equal(new.lines, old.lines)


def test_the_arrays_that_come_back_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match='read-only'):
        unpack(pack(document())).pages[0].boxes[0, 0] = 1.0


def test_a_file_cut_at_any_place_or_changed_in_any_byte_counts_as_absent_and_is_written_again(tmp_path: Path) -> None:
    readings = Readings(tmp_path, 'r1')
    readings.keep(document())
    path = next(tmp_path.rglob('*.bacaan'))
    whole = path.read_bytes()
    damaged = [whole[:end] for end in range(0, len(whole), 7)]
    damaged += [whole[:i] + bytes([whole[i] ^ 0x55]) + whole[i + 1:] for i in range(0, len(whole), 7)]
    for data in damaged:
        path.write_bytes(data)
        assert readings.load(SHA) is None
    readings.keep(document())
    loaded = readings.load(SHA)
    assert loaded is not None and same(loaded, document())


def test_a_file_under_the_name_of_another_document_counts_as_absent(tmp_path: Path) -> None:
    readings = Readings(tmp_path, 'r1')
    readings.keep(document())
    other = Sha256('ac' * 32)
    (tmp_path / 'r1' / 'ac').mkdir()
    next(tmp_path.rglob('*.bacaan')).rename(tmp_path / 'r1' / 'ac' / f'{other}.bacaan')
    assert readings.load(other) is None


def test_another_version_of_the_reader_starts_anew(tmp_path: Path) -> None:
    Readings(tmp_path, 'r1').keep(document())
    assert Readings(tmp_path, 'r2').load(SHA) is None


def test_a_later_reading_takes_the_place_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    readings = Readings(tmp_path, 'r1')
    readings.keep(document())
    readings.keep(document('NOMOR : 13\nTENTANG'))
    loaded = readings.load(SHA)
    assert loaded is not None and loaded.pages[0].text.startswith('NOMOR : 13')
    assert [path.suffix for path in tmp_path.rglob('*') if path.is_file()] == ['.bacaan']


def test_only_the_hash_of_a_file_makes_a_path(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match='sha256'):
        Readings(tmp_path, 'r1').load(Sha256('../../etc/passwd'))

"""ZIPs are opened member by member: noise counted, names only shown, one bad member never stops the others."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from checker.errors import DamagedFile, EmptyFile, UnreadableFile, UnsafeArchive, UnsupportedFile
from checker.reading import limits
from checker.reading.archive import Expanded, expand
from checker.reading.limits import Limits
from tests import hostile_files as hostile

GOOD = hostile.good_pdf()


def opened(tmp_path: Path, data: bytes) -> Expanded:
    path = tmp_path / 'arsip.zip'
    path.write_bytes(data)
    return expand(path, tmp_path / 'isi')


def codes(expanded: Expanded) -> list[tuple[str, str | None]]:
    return [(each.name, each.failure.code if each.failure else None) for each in expanded.members]


def test_members_come_in_order_under_our_own_file_names(tmp_path: Path) -> None:
    found = opened(tmp_path, hostile.zipped({'Dinas Kesehatan/1.2/sk.pdf': GOOD, 'Dinas Kesehatan/kosong.pdf': b''}))
    assert [each.name for each in found.members] == ['Dinas Kesehatan/1.2/sk.pdf', 'Dinas Kesehatan/kosong.pdf']
    assert [each.path.name if each.path else None for each in found.members] == ['00001', '00002']
    assert found.members[0].path and found.members[0].path.read_bytes() == GOOD
    assert stat.S_IMODE(found.members[0].path.stat().st_mode) == 0o600


def test_noise_is_skipped_and_counted_but_folders_are_not_files(tmp_path: Path) -> None:
    noise = ('__MACOSX/._sk.pdf', 'a/.DS_Store', 'a/Thumbs.db', 'Desktop.ini', 'a/~$sk.docx', '._sk.pdf')
    found = opened(tmp_path, hostile.zipped({'a/': b'', **dict.fromkeys(noise, b'x'), 'a/sk.pdf': GOOD}))
    assert (codes(found), found.skipped) == ([('a/sk.pdf', None)], len(noise))


@pytest.mark.parametrize(('name', 'shown'), [
    ('../../etc/passwd', 'etc/passwd'), ('/etc/passwd', 'etc/passwd'), ('C:\\SK\\..\\sk.pdf', 'SK/sk.pdf'),
    ('sk\x1b[2J\u202efdp.exe', 'sk_[2J_fdp.exe'), ('..', 'tanpa nama'), ('x' * 300 + '.pdf', 'x' * 115 + '….pdf')])
def test_hostile_names_are_only_shown(tmp_path: Path, name: str, shown: str) -> None:
    found = opened(tmp_path, hostile.raw_zip([(name.encode(), GOOD)], flags=0x800))
    assert codes(found) == [(shown, None)]
    assert sorted(each.name for each in tmp_path.rglob('*')) == ['00001', 'arsip.zip', 'isi']


@pytest.mark.parametrize(('raw', 'flags', 'shown'), [
    ('Résumé.pdf'.encode(), 0, 'Résumé.pdf'), ('Résumé.pdf'.encode('cp437'), 0, 'Résumé.pdf'),
    ('SK – PPID.pdf'.encode('cp1252'), 0, 'SK – PPID.pdf'), ('Ÿÿ.pdf'.encode('cp1252'), 0, 'Ÿÿ.pdf'),
    (b'SK \xff.pdf', 0x800, 'SK \ufffd.pdf')])
def test_names_in_other_encodings_are_decoded(tmp_path: Path, raw: bytes, flags: int, shown: str) -> None:
    assert codes(opened(tmp_path, hostile.raw_zip([(raw, GOOD), (b'b.pdf', GOOD)], flags=flags))) == [
        (shown, None), ('b.pdf', None)]


def test_the_unicode_name_of_info_zip_wins_when_it_belongs_to_the_raw_one(tmp_path: Path) -> None:
    field = b'\1' + struct.pack('<L', zlib.crc32(b'SK _.pdf')) + 'SK ≥.pdf'.encode()
    data = hostile.raw_zip([(b'SK _.pdf', GOOD)], extra=struct.pack('<2H', 0x7075, len(field)) + field)
    assert codes(opened(tmp_path, data)) == [('SK ≥.pdf', None)]


def test_duplicates_are_kept_under_distinct_names(tmp_path: Path) -> None:
    found = opened(tmp_path, hostile.raw_zip([(b'a/sk.pdf', b'1'), (b'a/sk.pdf', b'2'), (b'a\\sk.pdf', b'3')]))
    assert [each.name for each in found.members] == ['a/sk.pdf', 'a/sk (2).pdf', 'a/sk (3).pdf']
    assert [each.path.read_bytes() for each in found.members if each.path] == [b'1', b'2', b'3']


def beside_a_good_one(bad: bytes) -> bytes:
    """The members of two archives in one: the bad one's, then a good one."""
    good = hostile.raw_zip([(b'baik.pdf', GOOD)])
    bad_entries, bad_size, bad_offset = struct.unpack('<H2L', bad[-12:-2])
    offset, = struct.unpack('<L', good[-6:-2])
    middle = bytearray(good[offset:-22])
    middle[42:46] = struct.pack('<L', bad_offset)
    directory = bad[bad_offset:bad_offset + bad_size] + middle
    count = bad_entries + 1
    end = struct.pack('<4s4H2LH', b'PK\5\6', 0, 0, count, count, len(directory), bad_offset + offset, 0)
    return bad[:bad_offset] + good[:offset] + directory + end


@pytest.mark.parametrize(('bad', 'code'), [
    (hostile.raw_zip([(b'x', GOOD)], flags=1), 'encrypted'),
    (hostile.raw_zip([(b'x', GOOD)], method=99), 'unsupported'),
    (hostile.raw_zip([(b'x', GOOD)], crc=1), 'damaged'),
    (hostile.raw_zip([(b'x', GOOD)]).replace(b'PK\3\4', b'PK\3\0'), 'damaged'),
    (hostile.raw_zip([(b'x', b'/etc/passwd')], system=3, mode=stat.S_IFLNK | 0o777), 'unsafe_archive'),
    (hostile.raw_zip([(b'x', bytes(3 << 20))]), 'unsafe_archive')])
def test_a_bad_member_fails_alone(tmp_path: Path, bad: bytes, code: str) -> None:
    assert codes(opened(tmp_path, beside_a_good_one(bad))) == [('x', code), ('baik.pdf', None)]


def test_a_cut_member_fails_alone(tmp_path: Path) -> None:
    data = bytearray(hostile.zipped({'x': GOOD, 'b': GOOD}))
    data[40:60] = bytes(20)
    assert codes(opened(tmp_path, bytes(data))) == [('x', 'damaged'), ('b', None)]


def test_bytes_are_counted_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, '_current', Limits(archive_bytes=50_000, file_bytes=30_000))
    members = [(b'%d' % i, bytes([i]) * 20_000) for i in range(3)]
    with pytest.raises(UnsafeArchive, match='terlalu besar'):
        opened(tmp_path, hostile.raw_zip(members))
    assert not any((tmp_path / 'isi').iterdir())


def test_a_member_larger_than_a_file_may_be_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, '_current', Limits(file_bytes=30_000))
    assert codes(opened(tmp_path, hostile.raw_zip([(b'x', b'x' * 40_000), (b'baik.pdf', GOOD)]))) == [
        ('x', 'too_large'), ('baik.pdf', None)]


def test_members_of_overlapping_claims_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafeArchive):
        opened(tmp_path, hostile.raw_zip([(b'%d' % i, GOOD) for i in range(50)], same_start=True))


def test_an_end_record_in_the_comment_hides_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnsafeArchive, match='dua daftar isi'):
        opened(tmp_path, hostile.hidden_zip())
    with pytest.raises(UnsafeArchive, match='tersembunyi'):
        opened(tmp_path, hostile.raw_zip([(b'x', GOOD)])[:-22] + b'PK\5\6' + bytes(18))


def test_more_members_than_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, '_current', Limits(archive_members=3))
    with pytest.raises(UnsafeArchive, match='lebih dari 3 berkas'):
        opened(tmp_path, hostile.raw_zip([(b'%d' % i, b'') for i in range(4)]))


@pytest.mark.parametrize(('data', 'error'), [
    (b'PK\5\6' + bytes(18), EmptyFile), (hostile.zipped({'.DS_Store': b'x'}), EmptyFile),
    (b'PK\3\4' + bytes(99), DamagedFile),
    (hostile.raw_zip([(b'x', GOOD)])[:-30], DamagedFile),
    (b'PK\5\6' + struct.pack('<4H2LH', 1, 0, 1, 2, 0, 0, 0), UnsupportedFile)])
def test_archives_without_content_ends_or_the_other_volumes(
        tmp_path: Path, data: bytes, error: type[UnreadableFile]) -> None:
    with pytest.raises(error):
        opened(tmp_path, data)


def test_archives_with_bytes_before_and_after_are_read(tmp_path: Path) -> None:
    found = opened(tmp_path, b'#!/bin/sh\n' + hostile.raw_zip([(b'sk.pdf', GOOD)]) + b'\0' * 40)
    assert codes(found) == [('sk.pdf', None)]


def test_streamed_and_64_bit_archives_are_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as archive, archive.open('sk.pdf', 'w', force_zip64=True) as member:
        member.write(GOOD)
    assert codes(opened(tmp_path, out.getvalue())) == [('sk.pdf', None)]

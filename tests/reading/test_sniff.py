"""Formats are told from bytes; what can't be read says why and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge, UnreadableFile, UnsupportedFile
from checker.reading import limits
from checker.reading.limits import Limits
from checker.reading.sniff import format_of, may_be_archive
from tests import hostile_files as hostile


def file(tmp_path: Path, data: bytes, name: str = 'berkas.pdf') -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(('data', 'found'), [
    (hostile.good_pdf(), 'pdf'), (b'\nHTTP/1.1 200 OK\r\n\r\n' + hostile.good_pdf(), 'pdf'),
    (hostile.good_docx(), 'docx'), (hostile.far_cell_xlsx(), 'xlsx'), (hostile.zipped({'a/sk.pdf': b'x'}), 'zip'),
    (hostile.zipped({'sk/[Content_Types].xml': b'x', 'sk/word/document.xml': b''}), 'zip'),
    (hostile.png(1, 1), 'image'), (b'\xff\xd8\xff\xe0' + b'\0' * 9, 'image'), (b'II*\0' + b'\0' * 9, 'image'),
    (b'RIFF\0\0\0\0WEBPVP8 ', 'image'), (b'\0\0\0\x18ftypheic\0\0\0\0', 'image'),
    (b'GIF89a\1\0', 'image'), (b'BM\x46\0\0\0\0\0\0\0\x36\0', 'image')])
def test_the_bytes_decide_whatever_the_name_says(tmp_path: Path, data: bytes, found: str) -> None:
    assert format_of(file(tmp_path, data, 'laporan.xyz')) == found


@pytest.mark.parametrize(('data', 'words'), [
    (hostile.ole('WordDocument'), r'Word lama \(\.doc\).*\.docx'), (hostile.ole('Workbook'), r'Excel lama \(\.xls\)'),
    (hostile.ole('PowerPoint Document'), r'PowerPoint lama'), (hostile.ole('__properties_version1.0'), 'surel Outlook'),
    (hostile.zipped({'[Content_Types].xml': '', 'xl/workbook.bin': ''}), r'\.xlsb.*\.xlsx'),
    (hostile.zipped({'[Content_Types].xml': '', 'ppt/presentation.xml': ''}), 'PowerPoint belum'),
    (hostile.zipped({'mimetype': '', 'META-INF/manifest.xml': ''}), 'OpenDocument'),
    (b'{\\rtf1 x}', 'RTF'),
    (b'Rar!\x1a\x07\x01\0', 'RAR.*ZIP'), (b"7z\xbc\xaf'\x1c\0\4", '7z.*ZIP'),
    (hostile.WEB_PAGE, 'halaman web.*cetak sebagai PDF'), (b'<html><body>%PDF</body></html>', 'halaman web'),
    (b'[InternetShortcut]\r\nURL=https://example.go.id/sk.pdf', 'tautan.*Unduh'),
    (b'{"url": "https://docs.google.com/open?id=x", "doc_id": "x"}', 'tautan'),
    (b'KEPUTUSAN KEPALA DINAS', 'teks biasa'), ('SK'.encode('utf-16'), 'teks biasa'), (b'\x1f\x8b\x08\0', 'ZIP'),
    (b'8BPS\0\1', 'JPG, PNG'), (b'BMKG mengumumkan', 'teks biasa'),
    (b'\0\0\0\x18ftypisom', 'video'), (b'MZ\x90\0\3\0', 'program'),
    (b'\x07\x01\x02\x03\xfe', 'belum didukung')])
def test_an_unsupported_format_comes_with_its_own_advice(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(UnsupportedFile, match=words):
        format_of(file(tmp_path, data))


def test_a_pdf_mentioned_far_down_in_a_text_is_no_pdf(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFile):
        format_of(file(tmp_path, b'x' * 2000 + b'%PDF-1.4'))


@pytest.mark.parametrize(('data', 'error'), [
    (b'', EmptyFile), (hostile.ole('EncryptedPackage', 'EncryptionInfo'), EncryptedFile), (bytes(5000), DamagedFile),
    (hostile.good_docx()[:300], DamagedFile)])
def test_empty_locked_and_broken_files(tmp_path: Path, data: bytes, error: type[UnreadableFile]) -> None:
    with pytest.raises(error):
        format_of(file(tmp_path, data))


def test_a_file_over_the_limit_is_refused_with_its_size(tmp_path: Path) -> None:
    path = file(tmp_path, hostile.good_pdf())
    os.truncate(path, 61 * 1024 ** 2 + 1)
    with pytest.raises(TooLarge, match=r'62 MB; batasnya 50 MB'):
        format_of(path)


def test_an_archive_may_be_larger_than_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, '_current', Limits(file_bytes=100))
    assert format_of(file(tmp_path, hostile.zipped({'a.pdf': b'x', 'b.pdf': b'x'}))) == 'zip'
    with pytest.raises(TooLarge):
        format_of(file(tmp_path, hostile.good_docx()))


def test_what_is_no_regular_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / 'pipa.zip')
    assert not may_be_archive(tmp_path / 'pipa.zip')
    with pytest.raises(UnsupportedFile, match='bukan berkas biasa'):
        format_of(tmp_path / 'pipa.zip')
    with pytest.raises(DamagedFile, match='tidak ditemukan'):
        format_of(tmp_path / 'tidak-ada.pdf')

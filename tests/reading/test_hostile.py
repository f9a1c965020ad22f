"""A real file for every error code, through the real children: its code, a sentence in Indonesian, bounded time and
memory, and the good file of the same call is read all the same."""

from __future__ import annotations

import os
import re
import resource
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from checker.errors import FILE_ERRORS, UnreadableFile
from checker.model import Document
from checker.reading.isolation import Reader
from checker.reading.limits import Limits
from tests import hostile_files as hostile
from tests.reading import child_tasks

SECONDS = 30.0
"""Generous: the slowest of these takes 6 s on a busy machine; without limits some would take years."""
PARENT_GROWTH = 200 * 1024
"""Kilobytes that the parent may grow by while its children meet bombs of gigabytes."""

CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    'zero-bytes': ('empty', bytes, r'kosong \(0 byte\)'),
    'web-page-named-pdf': ('unsupported', lambda: hostile.WEB_PAGE, 'halaman web.*cetak sebagai PDF'),
    'old-word': ('unsupported', lambda: hostile.ole('WordDocument'), r'\.doc.*\.docx'),
    'member-that-is-a-zip': ('unsupported', lambda: hostile.zipped({'a.pdf': b'x'}), 'ZIP di dalam'),
    'locked-pdf': ('encrypted', hostile.encrypted_pdf, 'kata sandi'),
    'locked-office': ('encrypted', lambda: hostile.ole('EncryptedPackage'), 'kata sandi'),
    'cut-pdf': ('damaged', lambda: hostile.good_pdf()[:200], 'rusak.*Unggah ulang'),
    'cut-docx': ('damaged', lambda: hostile.good_docx()[:-100], 'rusak.*Unggah ulang'),
    'cyclic-page-tree': ('damaged', hostile.cyclic_pages_pdf, 'rusak'),
    'nested-arrays': ('damaged', hostile.nested_arrays_pdf, 'rusak'),
    'external-entity': ('damaged', hostile.external_entity_docx, 'DOCTYPE.*Simpan ulang'),
    'any-doctype': ('damaged', hostile.doctype_docx, 'DOCTYPE'),
    'billion-laughs': ('damaged', hostile.laughs_docx, 'DOCTYPE'),
    'deep-docx': ('damaged', hostile.deep_docx, 'rusak'),
    'swollen-docx': ('too_large', hostile.swollen_docx, 'terlalu besar'),
    'cut-xlsx': ('damaged', lambda: hostile.far_cell_xlsx()[:-100], 'rusak'),
    'entity-in-a-sheet': ('damaged', hostile.doctype_xlsx, 'DOCTYPE.*Excel'),
    'laughing-strings': ('damaged', hostile.laughing_strings_xlsx, 'DOCTYPE'),
    'string-bomb': ('too_large', hostile.one_long_string_xlsx, 'terlalu besar'),
    'swollen-sheet': ('too_large', hostile.swollen_xlsx, 'terlalu besar'),
    'overlapping-merges': ('too_large', hostile.merged_xlsx, 'terlalu besar'),
    'picture-bomb': ('too_large', lambda: hostile.png(60_000, 60_000, rows=10), 'terlalu besar.*Perkecil'),
    'million-page-tree': ('too_many_pages', lambda: hostile.many_pages_pdf(10 ** 6), 'terlalu banyak halaman.*Pecah'),
    'claimed-million-pages': ('too_many_pages', lambda: hostile.claimed_pages_pdf(10 ** 6), 'terlalu banyak halaman'),
    'flate-bomb': ('out_of_memory', hostile.flate_bomb_pdf, 'memori'),
    'self-drawing-form': ('out_of_memory', hostile.self_drawing_pdf, 'memori'),
    'hidden-content-zip': ('unsafe_archive', hostile.hidden_zip, 'dua daftar isi'),
    'overlapping-zip': ('unsafe_archive', lambda: hostile.raw_zip([(b'a', b''), (b'b', b'')], same_start=True), 'ZIP'),
    'ratio-zip': ('unsafe_archive', lambda: hostile.raw_zip([(b'a', bytes(9 << 20))]), 'ZIP'),
}
"""What it is -> code, its bytes, words of the sentence."""


@pytest.fixture(scope='module')
def reader() -> Iterator[Reader]:
    with Reader(2, Limits(parse_seconds=20)) as found:
        yield found


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / 'baik.pdf'
    path.write_bytes(hostile.good_pdf())
    return path


def expect(code: str, words: str, bad: Future[Any], good: Future[Document]) -> None:
    """The bad file fails as it should, in time and memory; the good one of the same call is read."""
    begun, size = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UnreadableFile) as raised:
        bad.result(timeout=SECONDS)
    failure = raised.value.failure
    assert failure.code == code
    assert re.search(words, failure.message)
    assert len(failure.message) < 200
    assert re.fullmatch(r'[A-Z].*\.', failure.message)
    assert good.result(timeout=SECONDS).pages[0].text == 'KEPUTUSAN KEPALA DINAS'
    assert time.monotonic() - begun < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - size < PARENT_GROWTH


@pytest.mark.parametrize('case', CASES)
def test_a_hostile_file_gives_its_code_and_leaves_the_others_alone(
        reader: Reader, good: Path, tmp_path: Path, case: str) -> None:
    code, data, words = CASES[case]
    path = tmp_path / 'sk.pdf'
    path.write_bytes(data())
    archive = code == 'unsafe_archive'
    bad = reader.expand(path, tmp_path / 'isi') if archive else reader.read_fast(path, 'sk.pdf')
    expect(code, words, bad, reader.read_fast(good, 'baik.pdf'))


def test_a_file_over_the_size_limit(reader: Reader, good: Path, tmp_path: Path) -> None:
    path = tmp_path / 'besar.pdf'
    path.write_bytes(hostile.good_pdf())
    os.truncate(path, 51 * 1024 ** 2)
    expect('too_large', '51 MB; batasnya 50 MB', reader.read_fast(path, 'x.pdf'), reader.read_fast(good, 'baik.pdf'))


def test_a_file_that_takes_too_long(good: Path, tmp_path: Path) -> None:
    path = tmp_path / 'lama.pdf'
    path.write_bytes(hostile.doubling_forms_pdf(8))
    with Reader(1, Limits(parse_seconds=1)) as reader:
        expect('timed_out', 'batas waktu', reader.read_fast(path, 'lama.pdf'), reader.read_fast(good, 'baik.pdf'))


def test_a_child_that_dies(reader: Reader, good: Path) -> None:
    expect('crashed', 'terhenti tiba-tiba', reader.run(child_tasks.die, child_tasks.SIGSEGV),
           reader.read_fast(good, 'baik.pdf'))


def test_every_code_of_the_catalogue_has_its_file() -> None:
    of_their_own = {'timed_out', 'crashed'}
    assert {code for code, _data, _words in CASES.values()} | of_their_own == {error.code for error in FILE_ERRORS}


@pytest.mark.parametrize('data', [hostile.wide_cell_docx(), hostile.far_cell_xlsx(), hostile.empty_rows_xlsx(50_000),
                                  hostile.huge_page_pdf(), hostile.png(9_000, 9_000),
                                  b'junk\n' * 100 + hostile.good_pdf()])
def test_what_only_looks_dangerous_is_read(reader: Reader, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / 'berkas'
    path.write_bytes(data)
    assert len(reader.read_fast(path, 'berkas').result(timeout=SECONDS).pages) == 1


def test_a_page_of_five_metres_is_shown_within_the_pixel_limit(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / 'peta.pdf'
    path.write_bytes(hostile.huge_page_pdf())
    assert reader.page_png(path, 'peta.pdf', 1, 600).result(timeout=SECONDS).startswith(b'\x89PNG')


def test_a_picture_named_pdf_is_read_and_its_name_remarked_on(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / 'x'
    path.write_bytes(hostile.png(300, 300))
    document = reader.read_fast(path, 'sk.pdf').result(timeout=SECONDS)
    assert [(note.code, note.message) for note in document.notes] == [
        ('akhiran-keliru', 'Nama berkas berakhiran .pdf, tetapi isinya gambar.')]

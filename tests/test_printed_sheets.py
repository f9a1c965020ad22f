"""Lists printed wider than the paper: columns on the next page, the head only on the first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from checker import rulebook
from checker.check import check
from checker.model import Finding, Part, RequirementId
from checker.reading.pdf import read_fast

HEADS = ('No', 'Ringkasan Isi Informasi', 'Pejabat yang Menguasai', 'Penanggung Jawab', 'Waktu dan Tempat',
         'Bentuk Informasi', 'Retensi Arsip')
COLUMNS = ('kolom-ringkasan', 'kolom-penguasa', 'kolom-penanggung-jawab', 'kolom-waktu-tempat', 'kolom-bentuk',
           'kolom-retensi')
WIDE, HIGH, LEFT, TOP, PER_PAGE = 125, 20, 30, 700, 12


def row(n: int) -> tuple[str, ...]:
    return (str(n), f'Laporan kinerja bulan {n}', 'Sekretariat Dinas', 'Subbagian Umum', 'Januari 2025', 'Cetak',
            '5 tahun')


def printed(path: Path, split: Sequence[Sequence[int]], rows: int, *, over_first: bool = False, title_on: int = 0,
            heads: Sequence[str] = HEADS) -> Path:
    """A PDF of a bordered list. `split`: the columns of each strip of paper; `title_on`: the strip with the title."""
    canvas = Canvas(str(path), (595, 842))
    downs = range(-(-rows // PER_PAGE))
    pages = [(s, d) for d in downs for s in range(len(split))] if over_first else [
        (s, d) for s in range(len(split)) for d in downs]
    for strip, down in pages:
        canvas.setFont('Helvetica', 8)
        if down == 0 and strip == title_on:
            for i, line in enumerate(('DAFTAR INFORMASI PUBLIK', 'DINAS KESEHATAN KABUPATEN RAWA', 'TAHUN 2025')):
                canvas.drawString(LEFT, TOP + 80 - 14 * i, line)
        lines = [row(n + 1) for n in range(down * PER_PAGE, min(rows, (down + 1) * PER_PAGE))]
        for i, texts in enumerate([heads, *lines] if down == 0 else lines):
            for place, column in enumerate(split[strip]):
                x, y = LEFT + place * WIDE, TOP - i * HIGH
                canvas.rect(x, y, WIDE, HIGH)
                canvas.drawString(x + 3, y + 7, texts[column])
        canvas.showPage()
    canvas.save()
    return path


def parts_of(path: Path) -> tuple[Part, ...]:
    return check(read_fast(path), rulebook.load(), 2025).parts


def finding(part: Part, requirement: str) -> Finding:
    return next(each for each in part.findings if each.requirement == RequirementId(requirement))


@pytest.mark.parametrize('over_first', [False, True])
@pytest.mark.parametrize(('split', 'title_on'), [
    (((0, 1, 2, 3), (4, 5, 6)), 0), (((0, 1, 2, 3), (4, 5, 6)), 1), (((0, 1, 2), (3, 4, 5, 6)), 1),
    (((0, 1, 2, 3), (4, 5, 6)), -1)])
def test_columns_on_another_page_belong_to_the_same_list(
        tmp_path: Path, split: Sequence[Sequence[int]], title_on: int, over_first: bool) -> None:
    path = printed(tmp_path / 'dip.pdf', split, 30, over_first=over_first, title_on=title_on)
    parts = parts_of(path)
    assert [(part.kind, part.pages) for part in parts] == [('dip', (1, 6))]
    found = [finding(parts[0], column) for column in COLUMNS]
    assert [each.status for each in found] == ['met'] * len(COLUMNS)
    right = 2 if over_first else 4
    assert [each.place.page for each in found if each.place] == [
        1 if i + 1 in split[0] else right for i in range(len(COLUMNS))]
    assert finding(parts[0], 'isi').value == 30


def test_rows_on_later_pages_without_a_head_are_counted(tmp_path: Path) -> None:
    part, = parts_of(printed(tmp_path / 'dip.pdf', [(1, 2, 3, 4)], 30))
    assert part.pages == (1, 3)
    numbered, = parts_of(printed(tmp_path / 'dip.pdf', [(0, 1, 3, 6)], 30))
    assert finding(numbered, 'isi').value == 30


def test_a_column_that_no_page_has_stays_missing(tmp_path: Path) -> None:
    part, = parts_of(printed(tmp_path / 'dip.pdf', ((0, 1, 2, 3), (4, 5)), 30))
    assert finding(part, 'kolom-retensi').status == 'missing'
    assert finding(part, 'kolom-bentuk').status == 'met'


def test_names_at_other_heights_are_no_columns_of_the_list(tmp_path: Path) -> None:
    path = printed(tmp_path / 'dip.pdf', ((0, 1, 2, 3), (4, 5)), 10)
    canvas = Canvas(str(tmp_path / 'lain.pdf'), (595, 842))
    for i in range(12):
        canvas.rect(LEFT, TOP - i * HIGH, WIDE, HIGH)
        canvas.drawString(LEFT + 3, TOP - i * HIGH + 7, 'Retensi Arsip' if i == 6 else f'Uraian {i}')
    canvas.save()
    writer = PdfWriter()
    for each in (path, tmp_path / 'lain.pdf'):
        writer.append(PdfReader(each))
    writer.write(path)
    assert finding(parts_of(path)[0], 'kolom-retensi').status == 'missing'

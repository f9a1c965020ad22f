"""The labelled scans keep their word: looks within their bounds, words where the label says, files that show what was
taken, tables that tell what was missed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import get_args

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageOps
from rapidfuzz import fuzz

from checker.model import Finding, KindId, PageInfo, Part, Report, RequirementId
from tests.evaluation import looks, scan_corpus, scan_table
from tests.evaluation.devices import Pixels, taken
from tests.evaluation.layers import Word, layer
from tests.evaluation.looks import Class, Device, Form, Look, Ruin, Wrapping
from tests.evaluation.model import Label, PartLabel, Spot, Truth
from tests.evaluation.scan_corpus import PageFact, Scan
from tests.evaluation.scan_files import Sheet, write
from tests.evaluation.scan_table import Examined
from tests.evaluation.scans import through
from tests.evaluation.score import Found, FoundPart, score

PLAIN = Look('flatbed', 100, 75, False, 0.0, 0.2, 1.0, 1.0, 0.0, False, False, 0, False, 0)
FORMS: tuple[Form, ...] = get_args(Form)
INK = (300, 400, 420, 440)
"""Pixels: a bar in the sheet."""


def sheet() -> Pixels:
    """A page of 100 dpi with one bar on it."""
    image = np.full((1100, 850, 3), 255, np.uint8)
    image[INK[1] : INK[3], INK[0] : INK[2]] = 0
    return image


@pytest.mark.parametrize('wanted', looks.CLASSES)
def test_looks_stay_within_what_was_agreed(wanted: Class) -> None:
    drawn = [looks.look(Random(k), wanted) for k in range(400)]
    assert all(100 <= look.dpi <= 300 and 30 <= look.jpeg <= 75 and abs(look.skew) <= 3 for look in drawn)
    assert max(abs(look.skew) for look in drawn) > 2.5
    if wanted == '200':
        assert min(look.dpi for look in drawn) == 200
        assert max(look.dpi for look in drawn) == 300


def test_every_device_is_seen() -> None:
    drawn = {looks.look(Random(k), wanted).device for k in range(200) for wanted in scan_table.WANTED}
    assert drawn == set(get_args(Device))


def test_a_run_has_400_scans_of_all_classes_seen_and_held_out() -> None:
    orders = scan_corpus.orders(1)
    counts = Counter((order.quality, order.held_out) for order in orders)
    assert len(orders) >= 400
    assert all(counts[name, held] >= 25 for name in scan_table.WANTED for held in (False, True))
    assert all(sum(counts[name, held] for held in (False, True)) >= 100 for name in scan_table.WANTED)
    assert {order.kind for order in orders if order.held_out} == {order.kind for order in orders}


@pytest.mark.parametrize('turn', [0, 90, 180, 270])
@pytest.mark.parametrize('device', get_args(Device))
def test_words_stand_where_the_label_says(device: Device, turn: int) -> None:
    look = replace(PLAIN, device=device, skew=2.5, generations=int(device == 'copier'), holes=True, streaks=2)
    picture, matrix = taken(sheet(), look, Random(turn), None)
    picture, matrix = scan_corpus._turned(picture, matrix, turn)
    x0, y0, x1, y1 = map(round, through((400.0, 415.0, 420.0, 425.0), matrix))  # a piece of the bar's right end
    beside = map(round, through((430.0, 415.0, 450.0, 425.0), matrix))
    left, top, right, bottom = beside
    assert picture[y0:y1, x0:x1].mean() + 60 < picture[top:bottom, left:right].mean()


@pytest.mark.parametrize('ruin', [ruin for ruin in get_args(Ruin) if ruin])
def test_nothing_of_a_ruined_page_can_be_told_apart(ruin: Ruin) -> None:
    image = np.full((1100, 850, 3), 255, np.uint8)
    image[:, 100:750:6] = image[:, 101:751:6] = 0  # strokes as thick and close as those of letters

    def strokes(look: Look) -> float:
        columns = taken(image, look, Random(1))[0][500:800, 200:600].astype(np.float32).mean(axis=0)
        return float(np.abs(columns - np.convolve(columns, np.ones(13) / 13, 'same'))[20:-20].max())

    assert strokes(replace(PLAIN, ruin=ruin)) < 20
    assert strokes(PLAIN) > 60


def gradient(colour: bool = True) -> Pixels:
    """A picture of which each corner looks different."""
    rows, columns = np.mgrid[0:140, 0:100]
    grey = np.where(rows < 40, 20, 90 + columns).astype(np.uint8)
    return np.dstack([grey, grey, 255 - grey]) if colour else grey


@pytest.mark.parametrize('sideways', [False, True])
@pytest.mark.parametrize('strips', [False, True])
@pytest.mark.parametrize('form', FORMS)
@pytest.mark.parametrize('tone', ['colour', 'grey', 'bilevel'])
def test_files_show_what_was_taken(tmp_path: Path, tone: str, form: Form, strips: bool, sideways: bool) -> None:
    pixels = gradient(tone == 'colour')
    if tone == 'bilevel':
        pixels = np.where(pixels > 120, 255, 0).astype(np.uint8)
    write(path := tmp_path / f'a.{form}', [Sheet(pixels, 100, 75, tone == 'bilevel')] * 2, form, strips=strips,
          sideways=sideways, camera=False)  # fmt: skip
    if form == 'pdf':
        document = pdfium.PdfDocument(path)
        assert len(document) == 2
        shown = document[1].render(scale=100 / 72).to_pil().convert('RGB')
    else:
        with Image.open(path) as image:
            assert getattr(image, 'n_frames', 1) == (2 if form == 'tiff' else 1)
            shown = ImageOps.exif_transpose(image).convert('RGB')
    wanted = np.asarray(Image.fromarray(pixels).convert('RGB'), np.float32)
    assert abs(shown.width - 100) + abs(shown.height - 140) <= 2  # pdfium rounds up
    seen = np.asarray(shown, np.float32)[3:137, 3:97]
    assert np.abs(seen - wanted[3:137, 3:97]).mean() < 12


@pytest.mark.parametrize('sideways', [False, True])
def test_the_layers_words_stand_over_the_pictures(tmp_path: Path, sideways: bool) -> None:
    words = (Word('Menimbang', (10.0, 20.0, 60.0, 30.0)), Word('(Mengingat)', (10.0, 50.0, 60.0, 60.0)))
    write(path := tmp_path / 'a.pdf', [Sheet(gradient(), 100, 75, False, words)], 'pdf', strips=False,
          sideways=sideways, camera=False)  # fmt: skip
    page = pdfium.PdfDocument(path)[0]
    text = page.get_textpage()
    assert text.get_text_range().split() == ['Menimbang', '(Mengingat)']
    if not sideways:
        height = page.get_height()
        assert text.get_text_bounded(8, height - 32, 66, height - 18).strip() == 'Menimbang'


def test_layers_are_as_good_as_their_names() -> None:
    texts = ('menetapkan', 'daftar', 'informasi', 'publik', 'tahun', 'ini', 'oleh') * 9
    words = [Word(text, (0.0, 0.0, 1.0, 1.0)) for text in texts]
    said = ' '.join(word.text for word in words)

    def alike(kind: looks.Layer) -> list[float]:
        texts = (' '.join(word.text for word in layer(kind, words, 1, 2, (595, 842), Random(k))) for k in range(8))
        return [fuzz.ratio(said, text) for text in texts]

    assert min(alike('good')) > 95
    assert min(alike('poor')) > 60
    assert max(alike('poor')) < 92
    assert max(alike('garbage')) < 60
    assert layer('none', words, 1, 2, (595, 842), Random(1)) == []
    assert [word.visible for word in layer('header', words, 1, 2, (595, 842), Random(1))] == [True]


def test_same_seed_makes_the_same_scans(tmp_path: Path) -> None:
    wanted = [order for order in scan_corpus.orders(1) if order.kind in ('surat-pernyataan', 'anggaran')][::9]
    wanted = [replace(order, producer='reportlab') for order in wanted]
    made = []
    for name in ('a', 'b'):
        (folder := tmp_path / name).mkdir()
        made.append((scan_corpus.make(wanted, folder, jobs=1), [p.read_bytes() for p in sorted(folder.iterdir())]))
    assert made[0] == made[1]
    assert len(made[0][1]) == len(wanted)  # nothing but the scans is left


def test_what_stands_on_an_unreadable_page_is_never_rightly_missing() -> None:
    def told(state: str, *pages: int) -> Truth:
        spots = tuple(Spot(page, (0.0, 0.0, 9.0, 9.0), 'x') for page in pages)
        allowed = ('met',) if state == 'present' else ('missing',)
        return scan_corpus._told(Truth('nomor', state, 'x', allowed, spots), (1, 3), {2})  # type: ignore[arg-type]

    assert told('present', 1).allowed == ('met',)
    assert told('present', 2).allowed == ('unsure', 'met')
    assert told('present', 1, 2).allowed == told('absent').allowed == ('unsure',)
    assert told('absent', 3).allowed == ('missing',)


def examined(status: str, quality: str = '200', state: str = 'present', turn: int = 0, grade: str = 'good',
             letters: int = 9) -> Examined:  # fmt: skip
    truth = Truth('nomor', state, 'x', ('met',) if state == 'present' else ('missing',), (Spot(1, (0, 0, 9, 9), 'x'),))  # type: ignore[arg-type]
    label = Label('a.pdf', 'document', 'scan', quality, 'x', 't', False, '', 1, (PartLabel('dip', (1, 1), (truth,)),))
    scan = Scan(label, Wrapping('pdf', 'good', False, False), (PageFact(turn, 'good', True, PLAIN),))
    part = Part(KindId('dip'), 90.0, None, (1, 1), None, (Finding(RequirementId('nomor'), status, True),))  # type: ignore[arg-type]
    info = PageInfo(1, 595.0, 842.0, 'ocr', grade)  # type: ignore[arg-type]
    report = Report('a.pdf', None, None, 2025, 'r', 'e', None, (info,), parts=(part,))
    return Examined(scan, report, score(label, [FoundPart('dip', (1, 1), {'nomor': Found(status)})]), (letters,))


def test_the_table_says_which_limits_are_kept() -> None:
    table = scan_table.by_class([examined('met'), examined('missing', '150'), examined('met', 'foto-100', 'absent')])
    rows = {line.split('|')[1].strip(): line for line in table.splitlines() if line.startswith('|')}
    assert '**' not in rows['200 dpi ke atas'] and 'ditepati' in rows['200 dpi ke atas']
    assert '1/1 (100.0%) <= 100.00%; batas 3% **dilampaui**' in rows['150 dpi']
    assert rows['Foto dan 100 dpi'].count('**dilampaui**') == 1


def test_turned_pages_that_were_not_read_are_shown() -> None:
    blank = examined('unsure', turn=180, letters=0)
    shown = scan_table.pages([examined('met', turn=180), examined('unsure', turn=180, grade='unreadable'), blank])
    assert '| 180° | 1 | 0 | 0 | 1 | 1 | 0 |' in shown
    assert '| good | 0 | 3 | 0 |' in shown  # a good layer that OCR was used for


def test_what_was_said_of_unreadable_pages_is_counted() -> None:
    one = examined('missing', 'tak-terbaca')
    truth = replace(one.scan.label.parts[0].truths[0], how=scan_corpus.HIDDEN, allowed=('unsure', 'met'))
    label = replace(one.scan.label, parts=(replace(one.scan.label.parts[0], truths=(truth,)),))
    scored = score(label, [FoundPart('dip', (1, 1), {'nomor': Found('missing')})])
    fact = replace(one.scan.pages[0], readable=False)
    shown = scan_table.unreadable([Examined(Scan(label, one.scan.wrapping, (fact,)), one.report, scored, (0,))])
    assert f'| {scan_corpus.HIDDEN} | 0 | 1 | 0 | 0 |' in shown
    assert '| semua halaman tak terbaca | 0 | 1 | 0 | 0 |' in shown


def test_parts_are_counted_by_the_grade_of_their_page() -> None:
    shown = scan_table.by_grade([examined('met'), examined('missing', grade='poor')])
    assert '| good | 1 | 0 | 0 | 0 |' in shown
    assert '| poor | 0 | 1 | 0 | 0 |' in shown

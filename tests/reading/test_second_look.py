"""What the reading of a whole page passed over or read with doubt, looked at alone; through the real engine."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from checker.model import Box, Grade
from checker.reading import ink, second_look
from checker.reading.ocr import lowered
from checker.reading.recognition import SPARSE, Found, Pixels, words
from checker.reading.second_look import improved, read_finer
from tests.reading import paper


def look(image: Image.Image, kept: tuple[Found, ...] = (), rules: tuple[Box, ...] = ()) -> list[str]:
    gray = ink.flat(paper.scanned(image), paper.DPI)
    return [word.text for word in improved(gray, list(kept), list(kept), rules, paper.DPI).words]


def around(image: Image.Image) -> Pixels:
    dark = np.argwhere(np.asarray(image) < 128)
    (top, left), (bottom, right) = dark.min(axis=0), dark.max(axis=0) + 1
    return int(left), int(top), int(right), int(bottom)


def test_a_title_in_large_letters_that_its_underline_touches() -> None:
    image = paper.page(())
    draw = ImageDraw.Draw(image)
    draw.text((200, 300), 'MAKLUMAT PELAYANAN', fill=20, font=paper.font(54))
    left, _top, right, bottom = around(image)
    draw.line((left, bottom, right, bottom), fill=20, width=4)
    assert look(image) == ['MAKLUMAT', 'PELAYANAN']


def test_numbers_alone_in_their_cells() -> None:
    image = paper.page(())
    draw = ImageDraw.Draw(image)
    for n in range(1, 6):
        draw.text((210, 240 + 60 * n), str(n), fill=20, font=paper.font(24))
    assert look(image) == ['1', '2', '3', '4', '5']


def test_a_word_that_lacks_its_beginning_is_read_whole() -> None:
    image = paper.page(())
    ImageDraw.Draw(image).text((200, 300), 'PERMOHONAN', fill=20, font=paper.font(30))
    left, top, right, bottom = around(image)
    assert look(image, (Found('RMOHONAN', (left + (right - left) // 5, top, right, bottom), 93.0),)) == ['PERMOHONAN']


def test_a_word_read_well_is_no_fragment_of_itself() -> None:
    image = paper.page(())
    ImageDraw.Draw(image).text((200, 300), 'Wijaya', fill=20, font=paper.font(30))
    box = around(image)
    paper.sign(image, box[2] - 40, box[1] - 30)
    assert 'Wijaya' in look(image, (Found('Wijaya', box, 96.0),))


def test_a_doubtful_number_is_believed_when_finer_reading_agrees() -> None:
    image = paper.page(())
    ImageDraw.Draw(image).text((200, 300), '361/KEP-DIR/VII/2025', fill=20, font=paper.font(27))
    read = improved(ink.flat(paper.scanned(image), paper.DPI), [], [], (), paper.DPI).words
    assert [(word.text, word.confidence >= 80) for word in read] == [('361/KEP-DIR/VII/2025', True)]


def test_a_short_label_beside_a_doubtful_number_is_read_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    image = paper.page(())
    ImageDraw.Draw(image).text((200, 300), 'No. B/325/000/III/2025', fill=20, font=paper.font(27))
    doubtful = [Found('No.', (200, 300, 240, 325), 93.0), Found('B/325/000/111/2025', (250, 300, 500, 325), 70.0)]
    monkeypatch.setattr(second_look, 'read_alone', lambda *_args: doubtful)
    assert {'B/325/000/111/2025', 'No.'} == set(look(image))


@pytest.mark.parametrize('strokes', [1, 2])
def test_scribble_gives_no_words(strokes: int) -> None:
    image = paper.page(())
    for n in range(strokes):
        paper.sign(image, 400 + 30 * n, 700 + 20 * n)
    assert look(image) == []


def test_a_page_half_read_is_read_again_and_says_what_is_left() -> None:
    image = paper.page()
    gray = ink.flat(paper.scanned(image), paper.DPI)
    half = [word for word in words(gray, SPARSE, paper.DPI) if word.box[1] < 400]
    again = read_finer(gray, half, paper.DPI)
    assert len(again) > 2 * len(half)
    assert [word for word in half if word not in again] == []
    assert improved(gray, again, again, (), paper.DPI).left < 0.05
    blind = improved(gray, half, half, (), paper.DPI, times=0)
    assert 0.3 < blind.left < 0.9


@pytest.mark.parametrize(('grade', 'left', 'then'), [
    ('good', 0.03, 'good'), ('good', 0.1, 'fair'), ('fair', 0.2, 'poor'), ('good', 0.2, 'poor'),
    ('unreadable', 0.2, 'unreadable'),
])  # fmt: skip
def test_a_page_of_which_much_is_left_unread_is_graded_down(grade: Grade, left: float, then: Grade) -> None:
    assert lowered(grade, left) == then

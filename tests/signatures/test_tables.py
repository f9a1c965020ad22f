"""The made tables for signing are what they say, and a look at a cell sees that cell alone."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from checker import reading
from checker.model import Look
from tests.signatures.tables import cuts, table

PLAIN = ('office',)


def test_the_same_seed_gives_the_same_table() -> None:
    one, other = table(3, looks=PLAIN, dpis=(100,)), table(3, looks=PLAIN, dpis=(100,))
    assert np.array_equal(one.image, other.image)
    assert one.cells == other.cells


def test_tables_are_signed_by_all_none_or_some() -> None:
    made = [table(seed, looks=PLAIN, dpis=(100,)) for seed in (0, 1, 2, 4)]
    assert {each.mode for each in made} == {'all', 'none', 'some'}
    assert {each.record for each in made} == {True, False}
    for each in made:
        signed, listed = each.signed, len(each.cells)
        assert {'all': signed == listed, 'none': signed == 0, 'some': 0 < signed < listed}[each.mode]
        tops = [cell.box[1] for cell in each.cells]
        assert tops == sorted(tops)


def darkness(seed: int) -> tuple[list[float], list[float]]:
    """Share of dark pixels beside the words, in the signed and in the other cells."""
    dark: dict[bool, list[float]] = {True: [], False: []}
    for image, region, words, capital, signed in cuts(seed, looks=PLAIN, dpis=(150,)):  # type: ignore[arg-type]
        assert image.shape[:2] == (round(region[3]), round(region[2]))
        assert 0 < capital <= image.shape[0] / 6 + 1e-6
        grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.int32)
        for a, b, c, d in words:
            grey[max(0, round(b) - 2) : round(d) + 2, max(0, round(a) - 2) : round(c) + 2] = 255
        dark[signed].append(float((grey < 170).mean()))
    return dark[True], dark[False]


def test_pieces_of_signed_cells_are_darker_beside_their_words() -> None:
    (nothing, empty), (every, none_left), (signed, others) = map(darkness, (0, 3, 4))
    assert (nothing, none_left) == ([], [])
    assert min(every) > 0.02 > max(empty)
    assert np.median(signed) > 1.3 * np.median(others)


def test_what_lies_beyond_a_cell_is_not_seen_in_it(tmp_path: Path) -> None:
    cell = (200.0, 300.0, 320.0, 324.0)
    clean = np.full((1000, 800, 3), 255, np.uint8)
    beside = clean.copy()
    for y in (598, 606, 696, 704):
        cv2.ellipse(beside, (540, y), (90, 6), 8, 0, 300, (20, 30, 120), 3)
    seen = {}
    for name, picture in (('clean', clean), ('beside', beside)):
        path = tmp_path / f'{name}.png'
        Image.fromarray(picture).save(path, dpi=(150, 150))
        looks = [Look(1, cell, 4.0, alone=True), Look(1, (200.0, 298.0, 320.0, 326.0), 4.0)]
        seen[name] = reading.look(path, path.name, looks)
    boxes = {name: {mark.box for _n, mark in found} for name, found in seen.items()}
    assert boxes['clean'] == boxes['beside'] == {cell, (200.0, 298.0, 320.0, 326.0)}

    def amounts(name: str, alone: bool) -> list[float]:
        return [mark.amount for _n, mark in seen[name] if (mark.box == cell) == alone]

    assert amounts('clean', True) == amounts('beside', True)
    assert amounts('clean', False) != amounts('beside', False)

"""Where the numbered marks stand."""

from __future__ import annotations

from itertools import combinations

from checker.model import Box
from web.shapes import Shape, arrange


def shape(number: int, box: Box) -> Shape:
    return Shape(f'kotak-0-{number}', f'temuan-0-{number}', 'met', '✓', number, "Judul: Terpenuhi", box)


def overlap(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5


def test_findings_on_the_same_words_have_marks_beside_each_other() -> None:
    done = arrange([shape(number, (100.0, 100.0, 180.0, 112.0)) for number in range(1, 8)], 595.0, 842.0)
    assert not any(overlap(a.badge, b.badge) for a, b in combinations(done, 2))


def test_a_mark_covers_no_box_of_a_narrow_column_beside_it() -> None:
    columns = [shape(i + 1, (40.0 + 42 * i, 200.0, 80.0 + 42 * i, 240.0)) for i in range(8)]
    done = arrange(columns, 595.0, 842.0)
    assert not any(overlap(a.badge, b.box) for a in done for b in done)


def test_a_mark_stays_inside_the_page() -> None:
    whole = [shape(1, (0.0, 0.0, 20.0, 10.0)),
             shape(12, (575.0, 830.0, 595.0, 842.0)), shape(3, (0.0, 0.0, 595.0, 842.0))]
    for done in arrange(whole, 595.0, 842.0):
        assert done.badge[0] >= 0 and done.badge[1] >= 0 and done.badge[2] <= 595 and done.badge[3] <= 842


def test_a_box_without_extent_can_still_be_seen() -> None:
    box = arrange([shape(1, (50.0, 50.0, 50.0, 50.0))], 595.0, 842.0)[0].box
    assert box[2] - box[0] >= 3 and box[3] - box[1] >= 3


def test_a_mark_covers_no_words_of_the_row_and_a_line_leads_to_its_box() -> None:
    before, after = (72.0, 100.0, 299.0, 112.0), (361.0, 100.0, 520.0, 112.0)
    above, below = (72.0, 86.0, 520.0, 98.0), (72.0, 114.0, 520.0, 126.0)
    words = [before, (300.0, 100.0, 360.0, 112.0), after, above, below]
    done = arrange([shape(1, words[1])], 595.0, 842.0, words)[0]
    assert not overlap(done.badge, before) and not overlap(done.badge, after)
    assert done.leader is not None
    x0, x1, y = done.leader
    assert {x0, x1} & {done.badge[0], done.badge[2]} and {x0, x1} & {done.box[0], done.box[2]}
    assert done.box[1] <= y <= done.box[3]


def test_in_a_full_row_a_mark_stands_above_its_box_rather_than_across_the_page() -> None:
    columns: list[Box] = [(40.0 + 86 * i, 200.0, 124.0 + 86 * i, 224.0) for i in range(6)]
    done = arrange([shape(1, columns[3])], 595.0, 842.0, columns)[0]
    assert done.leader is None and done.badge[3] <= done.box[1] + 0.5 and done.box[0] <= done.badge[0] < done.box[2]


def test_a_mark_beside_its_box_needs_no_line() -> None:
    assert arrange([shape(1, (300.0, 100.0, 360.0, 112.0))], 595.0, 842.0)[0].leader is None


def test_marks_grow_with_a_picture_that_claims_to_be_large() -> None:
    heights = []
    for scale in (1.0, 4.0):
        box = (300.0 * scale, 100.0 * scale, 360.0 * scale, 112.0 * scale)
        badge = arrange([shape(1, box)], 595.0 * scale, 842.0 * scale)[0].badge
        heights.append((badge[3] - badge[1]) / scale)
    assert abs(heights[0] - heights[1]) < 0.1

"""The signature column of an attendance list: empty, inked, pasted, typed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from checker.check import check
from checker.model import Finding, Mark, MarkKind
from tests.kinds_soft_papers import ATTENDANCE
from tests.papers import LEFT, LINE, STEP, TOP, changed, findings, flow, printed, rules

ROWS = ATTENDANCE.split('\n')
COLUMN = ROWS[3].index('Tanda Tangan')


def mark(row: int, *, kind: MarkKind = 'ink', column: int = COLUMN, height: float = 14.0) -> Mark:
    """Something in the row of the n-th listed."""
    line = next(i for i, text in enumerate(ROWS) if text.startswith(str(row)))
    x, y = LEFT + STEP * (column + 2), TOP + LINE * line - 2
    return Mark(kind, (x, y, x + 50, y + height), amount=0.2)


def signed(*marks: Mark, source: str = 'ocr', text: str = ATTENDANCE) -> Finding:
    return findings(printed(text, source=source, marks=marks), 'daftar-hadir')['tanda-tangan']  # type: ignore[arg-type]


@pytest.mark.parametrize('source', ['text', 'ocr'])
def test_an_empty_column_is_missing(source: str) -> None:
    finding = signed(source=source)
    assert (finding.status, finding.reason, finding.form) == ('missing', 'blok-kosong', 'none')
    assert finding.value == {'signed': 0, 'listed': 3}


def test_ink_in_every_cell_is_for_people_to_see() -> None:
    finding = signed(mark(1), mark(2), mark(3))
    assert (finding.status, finding.reason, finding.form) == ('unsure', 'tinta-meragukan', 'undecided')
    assert finding.value == {'signed': 3, 'listed': 3}
    assert len(finding.places) == 3


def looked(*pens: float, marks: tuple[Mark, ...]) -> Finding:
    """The scanned list after a look at each cell."""
    doc = printed(ATTENDANCE, source='ocr', marks=marks)
    wants = check(doc, rules(), 2025).wants
    looks = wants.looks if wants else ()
    assert [look.alone for look in looks] == [True] * len(pens)
    page = doc.pages[0]
    seen = tuple(Mark('pen', look.box, amount=pen) for look, pen in zip(looks, pens, strict=True))
    return findings(doc.with_pages((replace(page, marks=(*page.marks, *seen)),)), 'daftar-hadir')['tanda-tangan']


EVERY = (mark(1), mark(2), mark(3))


@pytest.mark.parametrize(
    ('pens', 'marks', 'said'),
    [
        ((0.99, 0.99, 0.99), EVERY, ('met', None, 3)),
        ((0.99, 0.4, 0.99), EVERY, ('met', None, 3)),
        ((0.99, 0.4, 0.4), EVERY, ('unsure', 'tinta-meragukan', 3)),
        ((0.89, 0.89, 0.89), EVERY, ('unsure', 'tinta-meragukan', 3)),
        ((0.99, 0.99, 0.0), EVERY[:2], ('unsure', 'sebagian-bertanda-tangan', 2)),
        ((0.99, 0.99, 0.99), (), ('missing', 'blok-kosong', 0)),
    ],
)
def test_a_list_is_signed_where_half_of_the_cells_surely_are_and_none_is_empty(
    pens: tuple[float, ...], marks: tuple[Mark, ...], said: tuple[str, str | None, int]
) -> None:
    finding = looked(*pens, marks=marks)
    assert (finding.status, finding.reason, finding.value['signed']) == said
    assert finding.value['listed'] == 3
    assert (finding.form == 'wet') == (finding.status == 'met')


def test_each_cell_is_looked_at_between_its_own_rows() -> None:
    wants = check(printed(ATTENDANCE, source='ocr'), rules(), 2025).wants
    assert wants is not None
    boxes = sorted(look.box for look in wants.looks)
    boxes.sort(key=lambda box: box[1])
    assert all(above[3] <= below[1] + 2 for above, below in pairwise(boxes))
    left = LEFT + STEP * COLUMN
    assert all(box[0] < left + 20 and box[2] > left + 50 for box in boxes)


def test_print_is_not_looked_at() -> None:
    wants = check(printed(ATTENDANCE), rules(), 2025).wants
    assert wants is None or wants.looks == ()


def test_some_cells_filled_is_told() -> None:
    finding = signed(mark(2))
    assert (finding.status, finding.reason) == ('unsure', 'sebagian-bertanda-tangan')
    assert finding.value == {'signed': 1, 'listed': 3}


def test_ink_beside_the_column_and_dotted_lines_are_nothing() -> None:
    assert signed(mark(1, column=5), mark(2, height=2)).value == {'signed': 0, 'listed': 3}


def test_pasted_pictures_are_told_as_such() -> None:
    finding = signed(*(mark(n, kind='picture') for n in (1, 2, 3)), source='text')
    assert (finding.status, finding.form) == ('unsure', 'picture')


def test_a_typed_ttd_is_no_signature() -> None:
    finding = signed(source='text', text=changed(ATTENDANCE, ('1. ..........', 'ttd          ')))
    assert (finding.status, finding.reason, finding.form) == ('missing', 'hanya-ttd-ketik', 'typed')


def test_without_the_column_there_is_no_place_for_signatures() -> None:
    finding = signed(source='text', text=changed(ATTENDANCE, ('Tanda Tangan', 'Keterangan  ')))
    assert (finding.status, finding.reason) == ('missing', 'tanpa-blok')


def test_ink_under_the_column_of_a_list_that_cannot_be_read_stays_open() -> None:
    head = '\n'.join(ROWS[:4]) + '\n'
    assert (signed(mark(2), text=head).status, signed(text=head).status) == ('unsure', 'missing')


def test_a_page_that_could_not_be_read_leaves_it_open() -> None:
    doc = printed(ATTENDANCE, source='ocr', grade='poor')
    assert findings(doc, 'daftar-hadir')['tanda-tangan'].status == 'unsure'


def test_a_picture_in_the_cell_of_a_flow() -> None:
    page = flow(ATTENDANCE)
    at = next(line.at for line in page.pages[0] if line.text.startswith('2. ...'))
    assert at is not None
    pasted = replace(page.pages[0], marks=(Mark('picture', (0.0, 0.0, 0.0, 0.0), at),))
    finding = findings(page.with_pages((pasted,)), 'daftar-hadir')['tanda-tangan']
    assert (finding.status, finding.value) == ('unsure', {'signed': 1, 'listed': 3})

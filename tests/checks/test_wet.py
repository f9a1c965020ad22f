"""What a look at the picture of a signer's block says, and what is asked for before there is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.check import check
from checker.checks import wet
from checker.model import Document, Finding, KindId, Look, Mark, Pose
from tests.papers import DECREE, findings, flow, printed, rules


def looks(doc: Document) -> tuple[Look, ...]:
    wants = check(doc, rules(), 2025, KindId('sk-ppid')).wants
    return wants.looks if wants else ()


def looked(pen: float, stamp: float = 0.0, initials: float = 0.0) -> Document:
    """The scanned decree after a look at its block."""
    scanned = printed(DECREE, source='ocr')
    look = looks(scanned)[0]
    seen = zip(('pen', 'stamp', 'initials'), (pen, stamp, initials), strict=True)
    page = next(page for page in scanned.pages if page.n == look.page)
    marks = (*page.marks, *(Mark(kind, look.box, amount=amount) for kind, amount in seen))  # type: ignore[arg-type]
    return scanned.with_pages((replace(page, marks=marks),))


def signature(doc: Document) -> Finding:
    return findings(doc, 'sk-ppid')['tanda-tangan']


def test_a_scan_asks_for_a_look_between_office_and_name() -> None:
    scanned = printed(DECREE, source='ocr')
    (look,) = looks(scanned)
    page = scanned.pages[look.page - 1]
    words = [page.text[page.lines[i, 0] : page.lines[i, 1]] for i in range(len(page.lines))]
    assert any('KEPALA DINAS KESEHATAN' in text for text in words)
    assert look.box[1] < look.box[3] <= page.height
    assert look.words
    assert all(box[0] <= look.box[2] and box[2] >= look.box[0] for box in look.words)


def test_print_and_formats_without_pages_ask_for_none() -> None:
    assert looks(printed(DECREE)) == ()
    assert looks(flow(DECREE)) == ()


def test_the_look_lies_on_the_page_as_it_was_read_upright() -> None:
    scanned = printed(DECREE, source='ocr')
    first = scanned.pages[0]
    pose = Pose((first.width, first.height), (first.height, first.width), (0, 1, 0, -1, 0, first.width, 0, 0, 1))
    (turned,) = looks(scanned.with_pages((replace(first, pose=pose),)))
    (straight,) = looks(scanned)
    assert turned.pose == pose
    assert (turned.box, straight.pose) == (straight.box, None)


def test_where_ink_hides_the_name_the_space_under_the_office_is_looked_at() -> None:
    whole, hidden = (
        DECREE,
        DECREE.replace(
            """KEPALA DINAS KESEHATAN,



                                        dr. Rani Kusuma, M.Kes.
                                        NIP. 19750101 200003 1 002
""",
            """KEPALA DINAS KESEHATAN
                                        SELAKU ATASAN PPID



""",
        ),
    )
    assert whole != hidden
    (look,), (deep,) = (looks(printed(text, source='ocr')) for text in (whole, hidden))
    assert deep.box[3] - deep.box[1] >= look.box[3] - look.box[1]


def test_nothing_is_asked_twice() -> None:
    assert looks(looked(0.5)) == ()


@pytest.mark.parametrize(
    ('pen', 'stamp', 'initials', 'said'),
    [
        (0.99, 0.0, 0.0, ('met', None, 'wet')),
        (0.99, 0.9, 0.0, ('met', None, 'wet')),
        (0.5, 0.0, 0.0, ('unsure', 'tinta-meragukan', 'undecided')),
        (0.5, 0.9, 0.9, ('unsure', 'tinta-meragukan', 'undecided')),
        (0.01, 0.9, 0.9, ('unsure', 'hanya-stempel', 'stamp-only')),
        (0.01, 0.1, 0.9, ('unsure', 'hanya-paraf', 'paraf')),
        (0.01, 0.1, 0.1, ('missing', 'blok-kosong', 'none')),
    ],
)
def test_what_was_seen_decides_the_form(
    pen: float, stamp: float, initials: float, said: tuple[str, str | None, str]
) -> None:
    finding = signature(looked(pen, stamp, initials))
    assert (finding.status, finding.reason, finding.form) == said
    assert finding.place is not None
    assert finding.place.box is not None


def test_the_bounds_leave_a_band_in_which_people_look() -> None:
    assert 0 < wet.UNSIGNED < wet.SIGNED < 1

"""The memory of page pictures."""

from __future__ import annotations

from web.pictures import Pictures


def test_a_picture_is_made_once_and_the_oldest_goes_when_there_is_no_room() -> None:
    made: list[int] = []

    def ask(n: int) -> bytes:
        def make() -> bytes:
            made.append(n)
            return b'x' * 40
        return pictures.get(('sha', n, 110), make)

    pictures = Pictures(limit=100)
    for n in (1, 2, 1, 3, 1, 2):
        assert ask(n) == b'x' * 40
    assert made == [1, 2, 3, 2]


def test_a_picture_larger_than_all_room_is_still_shown() -> None:
    assert Pictures(limit=10).get(('sha', 1, 110), lambda: b'x' * 50) == b'x' * 50

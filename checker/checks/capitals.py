"""How high a capital letter is on a scanned page: from the words that were read, told by their letters.

A line's box says less: commas and descenders make it deeper, a stroke or stamp over a word makes it swell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from statistics import median

from checker.model import Line, Page

DEEP, HANGING = 1.3, 1.15
"""Heights of a capital that a word with a descender, and one with a comma, is high in common fonts."""
LEAST_WORDS, LEAST_LETTERS = 3, 3
"""Words that lines need to speak for themselves, and letters that a word needs: short ones are often strokes."""
ALIKE = (0.75, 1.4)
"""Times the page's own capital between which a block's may lie; beyond, ink has swollen its words or shrunk them."""
_LOW = frozenset('acemnorsuvwxz')


def capital_of(page: Page, lines: Iterable[Line]) -> float | None:
    """Points from the foot to the top of a capital in these lines of a page; None where nothing tells."""
    heights = [height for line in lines if line.page is page for height in _heights(line)]
    usual = usual_capital(page)
    if len(heights) < LEAST_WORDS:
        return usual or (median(heights) if heights else None)
    own = median(heights)
    return own if usual is None or ALIKE[0] * usual <= own <= ALIKE[1] * usual else usual


@lru_cache(maxsize=64)
def usual_capital(page: Page) -> float | None:
    """The same over all of a page's words."""
    heights = [height for line in page for height in _heights(line)]
    return median(heights) if len(heights) >= LEAST_WORDS else None


def _heights(line: Line) -> Iterator[float]:
    """What each word of a line says of the height of a capital; nothing where it has no letter as high as one."""
    if not len(line.page.boxes):
        return
    at = line.start
    for word in line.text.split(' '):
        letters = [c for c in word if c.isalnum()]
        box = line.page.boxes[at : at + len(word)]
        box = box[box[:, 2] > box[:, 0]]
        if len(letters) >= LEAST_LETTERS and len(box) and not all(c in _LOW for c in letters):
            high = float(box[:, 3].max() - box[:, 1].min())
            deep = DEEP if any(c in 'gjpqyQ()/[]|' for c in word) else HANGING if word[-1] in ',;' else 1.0
            yield high / deep
        at += len(word) + 1

"""All phrases of a rulebook at once -> those that can't stand on a page.

Nearly all of them stand on no page, and asking for each alone is what takes time. An edit spoils at most as many runs
of letters as a run is long, so a phrase of which more runs are missing than its allowed edits can spoil is not there
(the q-gram lemma). Never says that a phrase stands: search does.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from checker.model import Ints
from checker.text import reported_edits, squashed_phrase

RUN = 4
"""Letters of a run; 3 and 5 leave more phrases to search (15.4 and 15.6 against 15.2 ms a document)."""
_BUCKETS = 1 << 16
"""Runs are hashed: two in one bucket only make a phrase look possible."""


class Vocabulary:
    """Phrases, prepared for both ways of squashing (whole text, and folded as scans need)."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(dict.fromkeys(phrases))
        self._prepared = cache(self._prepare)

    def absent(self, text: str, ocr: bool) -> frozenset[str]:
        """The phrases that can't stand, whole or with the edits that are forgiven, in a page's squashed text."""
        phrases, runs, starts, most = self._prepared(ocr)
        if not phrases:
            return frozenset()
        present = np.zeros(_BUCKETS, bool)
        present[_runs(text)] = True
        lacking = np.add.reduceat(~present[runs], starts, dtype=np.int32)
        return frozenset(phrases[i] for i in np.flatnonzero(lacking > most).tolist())

    def _prepare(self, ocr: bool) -> tuple[tuple[str, ...], Ints, Ints, Ints]:
        """Phrases long enough to have runs; their runs one after another; where each begins; how many edits spoil."""
        known = [(p, s) for p in self._phrases if len(s := squashed_phrase(p, ocr)) >= RUN]
        runs = [_runs(s) for _, s in known]
        starts = np.cumsum([0, *map(len, runs)])[:-1].astype(np.int32)
        most = np.array([RUN * reported_edits(len(s), ocr) for _, s in known], np.int32)
        return tuple(p for p, _ in known), np.concatenate(runs) if runs else starts, starts, most


def _runs(text: str) -> Ints:
    """Buckets of the text's runs, in order; (len(text) - RUN + 1,), or none for a shorter text."""
    letters: NDArray[np.uint32] = np.frombuffer(text.encode('utf-32-le', 'replace'), np.uint32)
    if len(letters) < RUN:
        return np.zeros(0, np.int32)
    windows = np.lib.stride_tricks.sliding_window_view(letters, RUN)
    buckets: Ints = (windows @ np.array([1, 41, 41**2, 41**3], np.uint32) % _BUCKETS).astype(np.int32)
    return buckets

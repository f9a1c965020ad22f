"""Page pictures that were made once, kept in memory up to a limit; the oldest go first. Renders nothing itself."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

LIMIT = 64 * 1024 * 1024
"""Bytes. A page of text takes about 0.1 MB at 110 dpi, a scan up to 1.5 MB: some documents' worth."""

Key = tuple[str, int, int]


class Pictures:
    """Two threads may make the same picture at the same time; that costs time, not correctness."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], bytes]) -> bytes:
        """The picture of this key, made now if it is not there."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        picture = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = picture
                self._size += len(picture)
            while self._size > self._limit and len(self._kept) > 1:
                self._size -= len(self._kept.popitem(last=False)[1])
        return picture

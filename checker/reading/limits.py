"""How much one file may cost: the limits that every reader obeys.

A number stands here once, with its reason; it can be changed by the environment (`CEKBUKTI_LIMIT_<NAME>`, as in
`CEKBUKTI_LIMIT_PAGES=500`), by settings passed to `Limits.of`, or by building a `Limits`. Code inside a reading child
asks `current()`. Never measures or enforces anything itself.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from checker import anchors
from checker.errors import UsageError
from checker.messages import _

PREFIX: Final = 'CEKBUKTI_LIMIT_'

FILE_BYTES: Final = 50 * 1024 ** 2
"""Bytes of one document. Portals of the Monev take less; a scanned binder of 100 pages at 0.4 MB fits."""
PAGES: Final = 2_000
"""A file of more pages is a binder, not evidence for one question; it also bounds what the parent must hold."""
PIXELS: Final = 90_000_000
"""A0 at 200 dpi has 62 million pixels, A3 at 600 dpi 70 million. Pillow only warns from 89 million on."""
ARCHIVE_FILE_BYTES: Final = 2 * 1024 ** 3
"""Bytes of a ZIP itself: never more than what it may unpack to, since documents inside are compressed already."""
ARCHIVE_MEMBERS: Final = 20_000
"""800 bodies with 25 files each in one archive."""
ARCHIVE_BYTES: Final = 2 * 1024 ** 3
"""Unpacked bytes of one archive, counted while unpacking."""
ARCHIVE_RATIO: Final = 200
"""Unpacked to packed bytes of one member; deflate can reach 1032, documents are compressed and stay far below."""
CHILD_BYTES: Final = 1_536 * 1024 ** 2
"""Address space of a reading child, libraries included."""
PARSE_SECONDS: Final = 60.0
"""Parsing one file. pdfium takes about 2 ms a page, so 2,000 pages stay far below."""
OCR_SECONDS: Final = 30.0
"""OCR of one page; an ordinary page takes under 1 s."""
OCR_PAGES: Final = 300
"""Pages of one file read by OCR; those beyond are `belum-dibaca`."""
TEXT_CHARS: Final = 20_000_000
"""Characters of one document: 2,000 dense pages of 5,000 characters have half of that; each takes 17-20 bytes."""
PAGE_CHARS: Final = 1_000_000
"""Characters of one page: A0 filled with 6 pt type has a quarter of that."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one run: plain numbers, so that they travel to the children."""

    file_bytes: int = FILE_BYTES
    pages: int = PAGES
    pixels: int = PIXELS
    archive_file_bytes: int = ARCHIVE_FILE_BYTES
    archive_members: int = ARCHIVE_MEMBERS
    archive_bytes: int = ARCHIVE_BYTES
    archive_ratio: int = ARCHIVE_RATIO
    child_bytes: int = CHILD_BYTES
    parse_seconds: float = PARSE_SECONDS
    ocr_seconds: float = OCR_SECONDS
    ocr_pages: int = OCR_PAGES
    text_chars: int = TEXT_CHARS
    page_chars: int = PAGE_CHARS
    anchors: tuple[bytes, ...] = ()
    """DER of the certificates that the operator trusts (`checker.anchors`): what children may rely on travels with what
    they may spend, and both decide what a kept reading is worth."""

    @classmethod
    def of(cls, settings: Mapping[str, str | float] | None = None, *, with_anchors: bool = True) -> Limits:
        """The defaults, changed by the environment, then by `settings` (names as the fields, in lower case), with the
        operator's anchors.

        Raises UsageError for an unknown name, anything but a positive number, or an anchor that is no certificate.
        """
        given: dict[str, str | float] = {
            key.removeprefix(PREFIX).lower(): value for key, value in os.environ.items() if key.startswith(PREFIX)}
        given.update(settings or {})
        changed: dict[str, Any] = {name: _number(name, value) for name, value in given.items()}
        return cls(**changed, anchors=anchors.load() if with_anchors else ())


_DEFAULTS: Final = Limits()
_current = _DEFAULTS


def current() -> Limits:
    """The limits that hold in this process: those given to `use`, else the defaults."""
    return _current


def use(limits: Limits) -> None:
    """Set what `current()` returns; a reading child calls it once, when it starts."""
    global _current
    _current = limits


def _number(name: str, value: str | float) -> float:
    """`value` in the type of the limit's default. Units such as 'MB' are refused: nobody should guess at them."""
    names = [each.name for each in fields(Limits) if each.name != 'anchors']
    if name not in names:
        raise UsageError(_("Batas \"{}\" tidak dikenal. Yang ada: {}.").format(name, ", ".join(names)))
    try:
        number = type(getattr(_DEFAULTS, name))(value)
    except ValueError:
        number = 0
    if not 0 < number < float('inf'):
        raise UsageError(_("Batas \"{}\" harus bilangan lebih dari nol, bukan \"{}\".").format(name, value))
    return float(number) if isinstance(number, float) else int(number)

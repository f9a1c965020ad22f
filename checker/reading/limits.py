"""How much one file may cost: the limits that every reader obeys.

A number stands here once, with its reason; it can be changed by the environment (`CEKBUKTI_LIMIT_<NAME>`), by settings
passed to `Limits.of`, or by building a `Limits` in a test. Never measures or enforces anything itself.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from checker.errors import UsageError

PREFIX: Final = 'CEKBUKTI_LIMIT_'

FILE_BYTES: Final = 50 * 1024 ** 2
"""Ministries' portals take 10-20 MB; scans of whole binders reach 45 MB."""
PAGES: Final = 2_000
"""A file of that many pages is a binder, not evidence for one question; it also bounds what the parent must hold."""
PIXELS: Final = 90_000_000
"""A0 at 200 dpi has 62 million pixels, A3 at 600 dpi 70 million; grey at 90 million takes 90 MB of the child's memory."""
ARCHIVE_MEMBERS: Final = 20_000
"""800 bodies with 25 files each in one archive."""
ARCHIVE_BYTES: Final = 2 * 1024 ** 3
"""Unpacked bytes of one archive, counted while unpacking."""
ARCHIVE_RATIO: Final = 200
"""Unpacked to packed bytes of one member; deflate ends at 1032, and documents (compressed inside) stay below 20."""
ARCHIVE_DEPTH: Final = 1
"""Archives inside archives are not opened."""
CHILD_BYTES: Final = 1_536 * 1024 ** 2
"""Address space of a reading child: the code with its libraries takes 0.5 GiB, a page of 90 megapixels with OCR 0.7 GiB."""
PARSE_SECONDS: Final = 60.0
"""Parsing one file or opening one archive member; the slowest honest file measured took 9 s."""
OCR_SECONDS: Final = 30.0
"""OCR of one page; the slowest honest page measured took 6 s."""
OCR_PAGES: Final = 300
"""Pages of one file read by OCR; those beyond are `belum-dibaca`."""
TEXT_CHARS: Final = 40_000_000
"""Characters of one document: 2,000 dense pages have 10 million; each costs 17 bytes in the parent."""
PAGE_CHARS: Final = 1_000_000
"""Characters of one page; the densest honest page (an A0 table) has 60 thousand."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one run; plain numbers, so that they travel to the children."""

    file_bytes: int = FILE_BYTES
    pages: int = PAGES
    pixels: int = PIXELS
    archive_members: int = ARCHIVE_MEMBERS
    archive_bytes: int = ARCHIVE_BYTES
    archive_ratio: int = ARCHIVE_RATIO
    archive_depth: int = ARCHIVE_DEPTH
    child_bytes: int = CHILD_BYTES
    parse_seconds: float = PARSE_SECONDS
    ocr_seconds: float = OCR_SECONDS
    ocr_pages: int = OCR_PAGES
    text_chars: int = TEXT_CHARS
    page_chars: int = PAGE_CHARS

    @classmethod
    def of(cls, settings: Mapping[str, str | int | float] | None = None) -> Limits:
        """The defaults, changed by the environment, then by `settings` (names as the fields).

        Raises UsageError for an unknown name or anything but a positive number.
        """
        names = {each.name for each in fields(cls)}
        given: dict[str, str | int | float] = {
            key.removeprefix(PREFIX).lower(): value for key, value in os.environ.items() if key.startswith(PREFIX)}
        given.update(settings or {})
        changed: dict[str, int | float] = {}
        for name, value in given.items():
            if name not in names:
                raise UsageError(f"Batas \"{name}\" tidak dikenal. Yang ada: {', '.join(sorted(names))}.")
            changed[name] = _number(name, value)
        return cls(**changed)  # type: ignore[arg-type]  # whole numbers for whole-number fields: _number saw to it


def _number(name: str, value: str | int | float) -> int | float:
    """The value in the type of the field's default; `50MB`-like units are not understood on purpose."""
    kind = type(getattr(Limits(), name))
    try:
        number: int | float = kind(value)
    except ValueError:
        number = 0
    if number <= 0:
        raise UsageError(f"Batas \"{name}\" harus bilangan lebih dari nol, bukan \"{value}\".")
    return number

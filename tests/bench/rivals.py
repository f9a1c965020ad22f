"""What CekBukti is measured against: bare pdfium in one process, and the simple way to look for phrases.

Imports nothing of checker.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from rapidfuzz import fuzz

SIMPLE_SCORE = 85
"""The usual threshold; it changes no time, since every phrase is compared with the whole text anyway."""


def bare(files: Sequence[Path]) -> int:
    """Text and the box of every character with pdfium, no process but this one; the number of characters."""
    total = 0
    for path in files:
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                text_page = page.get_textpage()
                text_page.get_text_range()
                total += len([text_page.get_charbox(index) for index in range(text_page.count_chars())])
    return total


def simple(files: Sequence[Path], phrases: Sequence[str]) -> int:
    """All text of a file, and every phrase that is nearly in it; the number of hits. Knows no place and no layout."""
    return sum(fuzz.partial_ratio(phrase, text) >= SIMPLE_SCORE for text in map(_text, files) for phrase in phrases)


def _text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return '\n'.join(page.get_textpage().get_text_range() for page in document).lower()

"""What CekBukti is measured against: bare pdfium in one process, the simple way to look for phrases, and OCR of every
page by bare tesserocr (`python -m tests.bench.rivals TESSDATA FILE` prints its text).

Imports nothing of checker.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from rapidfuzz import fuzz

SIMPLE_SCORE = 85
"""The usual threshold; it changes no time, since every phrase is compared with the whole text anyway."""

OCR_DPI = 150
"""Of the pages as bare OCR sees them: on made scans no phrase fewer than at 200 dpi, at less cost."""


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
    texts = (text_of(path).lower() for path in files)
    return sum(fuzz.partial_ratio(phrase, text) >= SIMPLE_SCORE for text in texts for phrase in phrases)


def bare_ocr(path: Path, tessdata: str) -> str:
    """All words of all pages, rendered in grey and read as sparse text; no page is laid upright or left out."""
    from tesserocr import PSM, PyTessBaseAPI

    texts = []
    with pypdfium2.PdfDocument(path) as document, PyTessBaseAPI(path=tessdata, lang='ind', psm=PSM.SPARSE_TEXT) as api:
        for page in document:
            api.SetImage(page.render(scale=OCR_DPI / 72, grayscale=True).to_pil())
            texts.append(api.GetUTF8Text())
    return '\n'.join(texts)


def text_of(path: Path) -> str:
    """The text layer of a PDF, as a program that made it searchable has written it."""
    with pypdfium2.PdfDocument(path) as document:
        return '\n'.join(page.get_textpage().get_text_range() for page in document)


if __name__ == '__main__':
    print(bare_ocr(Path(sys.argv[2]), sys.argv[1]))

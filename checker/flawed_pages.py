"""What is said of pages whose picture is at fault, so that whoever took it takes it again.

Words only; the faults are measured by `reading.flaws`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.messages import _
from checker.model import Flaw, Note, Page

_SAYS: dict[Flaw, str] = {
    'buram': _('Halaman {n} buram. Foto atau pindai ulang dengan tajam.'),
    'gelap': _('Halaman {n} terlalu gelap. Foto atau pindai ulang di tempat terang.'),
    'terpotong': _('Halaman {n} terpotong di tepinya. Foto atau pindai ulang sehalaman penuh.'),
}


def notes(pages: Iterable[Page]) -> Iterator[Note]:
    """One note for each fault of a page: code 'halaman-buram', 'halaman-gelap' or 'halaman-terpotong'."""
    for page in pages:
        for flaw in page.flaws:
            yield Note(f'halaman-{flaw}', page.n, _SAYS[flaw].format(n=page.n))

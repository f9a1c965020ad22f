"""How a file can be made smaller: the ways from the mildest to the strongest, and what one of them gave.

Plain data for both sides of the fence; does nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from checker.messages import _

Form = Literal['pdf', 'jpeg']


@dataclass(frozen=True, slots=True)
class Way:
    """What is done to the pictures of a file; everything else is only packed tighter."""

    dpi: int | None = None
    """Dots an inch of paper that remain; None leaves every picture as it is."""
    quality: int = 100
    """Of JPEG, 0-100."""
    grey: bool = False
    """Without colour. Pictures that have none become grey in any case, which nobody can see."""
    bilevel: bool = False
    """Black and white where a picture has no colour; it keeps `BILEVEL_DPI` then, for the edges of letters."""

    @property
    def says(self) -> str:
        """What was done, for the user."""
        if self.dpi is None:
            return _("isi dikemas ulang, gambar tidak disentuh")
        colour = _("tanpa warna") if self.grey else _("warna tetap")
        if self.bilevel:
            return _("gambar {dpi} dpi, {colour}; gambar hitam-putih {bilevel} dpi").format(
                dpi=self.dpi, colour=colour, bilevel=BILEVEL_DPI)
        return _("gambar {dpi} dpi, mutu JPEG {quality}, {colour}").format(
            dpi=self.dpi, quality=self.quality, colour=colour)

    @property
    def doubtful(self) -> bool:
        """Whether people should look whether the copy is still legible."""
        return self.dpi is not None and self.dpi < LEGIBLE_DPI


BILEVEL_DPI: Final = 200
"""A fax in its fine mode: small print stays legible in black and white."""
LEGIBLE_DPI: Final = 150
"""Below, small print, stamps and thin strokes of a pen begin to suffer."""
WAYS: Final = (
    Way(),
    Way(200, 80),
    Way(150, 75),
    Way(150, 55),
    Way(150, 55, grey=True),
    Way(150, 50, bilevel=True),
    Way(120, 50),
    Way(120, 45, grey=True),
)
"""Colour goes before sharpness: stamps and pens are told by it, but people must be able to read."""


SIGNED: Final = _("Berkas ini bertanda tangan elektronik. Perubahan sekecil apa pun, juga pengecilan, membuat tanda "
                  "tangan itu tidak sah, jadi salinannya tidak dibuat. Perkecil naskahnya sebelum ditandatangani, "
                  "lalu tanda tangani lagi, atau tanyakan kepada penyelenggara monev apakah tautan diterima.")


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A smaller copy, not written anywhere yet."""

    data: bytes
    form: Form
    pages: int
    pictures: int
    """How many pictures were made smaller."""

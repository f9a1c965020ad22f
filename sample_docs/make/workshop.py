"""The bench on which samples are made: folders for drafts and results, shared pictures, and the steps between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from . import decree_docx, decree_html, decree_reportlab, engines, ink, scan, signing
from .cast import Body, Person
from .decree import Decree

Engine = Callable[[Path, Path], Path]
MOMENT = datetime(2025, 1, 14, 10, 21, 5)
"""When the signers sign, if nothing else is said."""


@dataclass(frozen=True, slots=True)
class Workshop:
    drafts: Path
    out: Path

    @property
    def crest(self) -> Path:
        path = self.drafts / 'crest.png'
        return path if path.exists() else ink.save(ink.crest(), path)

    def picture_of_signature(self, seed: int) -> Path:
        return ink.save(ink.signature(seed), self.drafts / f'signature-{seed}.png')

    def libreoffice(
        self,
        decree: Decree,
        target: Path,
        font: str = 'Liberation Serif',
        size: float = 11.5,
        legal_office: tuple[str, ...] = (),
    ) -> Path:
        draft = decree_docx.write(
            decree, self.drafts / f'{target.stem}.docx', self.crest, font=font, size=size, legal_office=legal_office
        )
        return engines.libreoffice(draft, target)

    def web(
        self,
        decree: Decree,
        target: Path,
        engine: Engine,
        font: str = 'Liberation Sans',
        size: float = 10.5,
        paper: str = '21.5cm 33cm',
    ) -> Path:
        draft = decree_html.write(
            decree, self.drafts / f'{target.stem}.html', self.crest, font=font, size=size, paper=paper
        )
        return engine(draft, target)

    def reportlab(self, decree: Decree, target: Path, annex_signed: bool = False, room: float = 60.0) -> Path:
        return decree_reportlab.write(decree, target, self.crest, annex_signed=annex_signed, room=room)

    def html(self, write: Callable[[Path], Path], target: Path, engine: Engine) -> Path:
        return engine(write(self.drafts / f'{target.stem}.html'), target)

    def docx(self, write: Callable[[Path], Path], target: Path) -> Path:
        return engines.libreoffice(write(self.drafts / f'{target.stem}.docx'), target)

    def sealed(self, body: Body, signer: Person, seed: int) -> tuple[scan.Ink, ...]:
        """Ink and stamp over the block of a signer, where a scanner would meet them."""
        name = [word.strip(',') for word in body.name.split()]
        middle = (' '.join(name[:2]), ' '.join(name[2:])) if len(name) > 2 else tuple(name)
        mark = ink.stamp(body.government.replace('.', ''), middle)
        return (scan.Ink(mark, signer.name, -52, -8, 92), scan.Ink(ink.signature(seed), signer.name, -8, 4, 132))


def sign(path: Path, person: Person, moment: datetime = MOMENT, *, first: bool = False) -> Path:
    return signing.sign(path, person.name, moment, first=first)

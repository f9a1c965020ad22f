"""How made scans look: scanner, resolution, skew, dirt and the rest, each drawn on its own. Draws nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

Class = Literal['200', '150', 'foto-100', 'tak-terbaca']
Device = Literal['flatbed', 'feeder', 'copier', 'bilevel', 'fax', 'app', 'phone']
Form = Literal['pdf', 'tiff', 'jpg', 'png']
Layer = Literal['none', 'good', 'poor', 'garbage', 'header']
Ruin = Literal['', 'blurred', 'shaken', 'dark', 'coarse']

CLASSES: dict[Class, str] = {
    '200': '200 dpi ke atas',
    '150': '150 dpi',
    'foto-100': 'Foto dan 100 dpi',
    'tak-terbaca': 'Dengan halaman tak terbaca',
}
_CYCLE: tuple[Class, ...] = (
    *('200', '150', 'foto-100', '200', '200', 'foto-100', '150', '200', 'foto-100', '200'),
    *('150', '200', 'foto-100', '200', '150', 'tak-terbaca', '200', 'foto-100', '150', '200'),
)
"""Classes of twenty documents that follow each other: 45 % at 200 dpi and better, 25 % each of the others."""
_DEVICES: dict[Class, tuple[tuple[Device, int], ...]] = {
    '200': (('flatbed', 26), ('feeder', 34), ('copier', 16), ('bilevel', 16), ('fax', 8)),
    '150': (('flatbed', 32), ('feeder', 38), ('copier', 20), ('bilevel', 10)),
    'foto-100': (('phone', 46), ('app', 20), ('flatbed', 13), ('feeder', 14), ('copier', 7)),
}
_TONES = {'flatbed': 0.6, 'feeder': 0.35, 'app': 0.5, 'phone': 1.0}
"""Share of each device's pictures that are in colour; the others are grey."""
_LAYERS: tuple[tuple[Layer, int], ...] = (('none', 68), ('good', 13), ('poor', 6), ('garbage', 7), ('header', 6))
_RUINS: tuple[Ruin, ...] = ('blurred', 'shaken', 'dark', 'coarse')
TURNED = 0.06
"""Share of pages that lie sideways or upside down, as fed; half of the landscape ones are fed upright."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one page is taken."""

    device: Device
    dpi: int
    jpeg: int
    """Quality, 30-75; without meaning in black and white."""
    colour: bool
    skew: float
    """Degrees, either way, at most 3."""
    blur: float
    """Pixels at 200 dpi."""
    noise: float
    """Grey levels (0-255)."""
    contrast: float
    """1 for black on white; 0.5 for faded toner."""
    bleed: float
    """Share of the back's ink that shines through."""
    holes: bool
    edges: bool
    """Dark where the lid or the sheet ends."""
    streaks: int
    """Lines along the way of the paper, from dirt on the feeder's glass."""
    stamp: bool
    """A stamp of receipt across the text."""
    generations: int
    """How often it was copied before."""
    ruin: Ruin = ''
    """Why nobody can read it; empty: one can."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the pages of a document are put into a file."""

    form: Form
    layer: Layer
    strips: bool
    """Pictures cut into bands, as some scanners do."""
    sideways: bool
    """Stored lying on its side, with the note in the file that turns it upright."""


def class_of(kind: str, k: int) -> Class:
    """The class of the k-th document of a kind; kinds begin at different places of the cycle."""
    return _CYCLE[(k + 3 * sum(kind.encode())) % len(_CYCLE)]


def look(rng: Random, wanted: Class) -> Look:
    """A look of this class; every trait is drawn without regard to the others, as far as the device has it."""
    known: Class = rng.choice(('200', '150')) if wanted == 'tak-terbaca' else wanted
    names, weights = zip(*_DEVICES[known], strict=True)
    device: Device = rng.choices(names, weights)[0]
    scanner = device in ('flatbed', 'feeder', 'copier')
    dpi = {'200': rng.choice((200, 200, 200, 240, 300)), '150': 150}.get(known) or 100
    if device in ('phone', 'app'):
        dpi = rng.randint(110, 190)
    return Look(
        device,
        200 if device == 'fax' else dpi,
        jpeg=rng.randint(30, 75),
        colour=rng.random() < _TONES.get(device, 0.0),
        skew=rng.choice((-1, 1)) * 3 * rng.random() ** 1.7,
        blur=rng.uniform(0.2, 0.9 if device == 'phone' else 0.7),
        noise=rng.uniform(1, 9),
        contrast=rng.uniform(0.5, 0.75) if rng.random() < 0.15 else rng.uniform(0.8, 1.0),
        bleed=rng.uniform(0.06, 0.2) if rng.random() < 0.15 and device != 'fax' else 0.0,
        holes=rng.random() < 0.22,
        edges=scanner and rng.random() < 0.3,
        streaks=rng.randint(1, 3) if device in ('feeder', 'fax') and rng.random() < 0.4 else 0,
        stamp=rng.random() < 0.15,
        generations=rng.randint(1, 3) if device == 'copier' else 0,
    )


def ruined(rng: Random) -> Ruin:
    return rng.choice(_RUINS)


def turn(rng: Random, landscape: bool, device: Device) -> int:
    """Degrees clockwise by which a page lies wrong."""
    if landscape and device in ('feeder', 'copier', 'bilevel', 'fax'):
        return rng.choice((0, 0, 90, 270))
    return rng.choice((90, 180, 180, 270)) if rng.random() < TURNED else 0


def wrapping(rng: Random, taken: Look, pages: int) -> Wrapping:
    """Single pages are often handed in as pictures; the rest as PDF, some with a text layer."""
    form: Form = 'pdf'
    if taken.device == 'phone' and pages == 1 and rng.random() < 0.5:
        form = 'jpg'
    elif rng.random() < 0.12:
        form = rng.choice(('tiff', 'jpg', 'png')) if pages == 1 else 'tiff'
    layers, weights = zip(*_LAYERS, strict=True)
    layer: Layer = rng.choices(layers, weights)[0]
    return Wrapping(
        form, layer if form == 'pdf' else 'none', strips=rng.random() < 0.1, sideways=rng.random() < 0.06
    )

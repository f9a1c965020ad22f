"""What a checker should say of a sample, as data, and the two files that tell it: README.md and expected.toml."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pypdf import PdfReader

from .workshop import Workshop


@dataclass(frozen=True, slots=True)
class Miss:
    """A requirement that is not met. Several statuses or reasons: any of them is right; no reasons: any reason."""

    status: tuple[str, ...]
    reasons: tuple[str, ...] = ()


def missing(*reasons: str) -> Miss:
    return Miss(('missing',), reasons)


def unsure(*reasons: str) -> Miss:
    return Miss(('unsure',), reasons)


def not_met(*reasons: str) -> Miss:
    """Missing or unsure, both right."""
    return Miss(('missing', 'unsure'), reasons)


UNDECIDED = Miss(('undecided-ok',))
"""Ink that a checker may call met or leave unsure."""
ANY = Miss(('any',))
"""Open to judgement; nothing is claimed."""


@dataclass(frozen=True, slots=True)
class Expect:
    """One part. Kinds: any of them is right. A required one not in `apart` is met; recommended ones stay open."""

    kinds: tuple[str, ...]
    pages: tuple[int, int] = (1, 0)
    """First and last page; 0 is the file's last."""
    apart: dict[str, Miss] = field(default_factory=dict)
    signature: str = ''
    """The form of the signature, where it is beyond doubt."""


@dataclass(frozen=True, slots=True)
class Sample:
    name: str
    shows: str
    """One plain sentence for README.md."""
    producer: str
    make: Callable[[Workshop, Path], object]
    parts: tuple[Expect, ...] = ()
    error: str = ''
    members: tuple[tuple[str, tuple[Expect, ...], str], ...] = ()
    """For a ZIP: name, parts and error of each member that is no noise."""
    skipped: int = 0
    scanned: bool = False
    """True where the words come from OCR: a met requirement may then also be unsure."""
    notes: tuple[str, ...] = ()
    """Codes of the notes on drafts, times of signing, and certificates."""


def _toml_parts(head: str, parts: tuple[Expect, ...]) -> str:
    text = ''
    for part in parts:
        kinds = ', '.join(f'"{k}"' for k in part.kinds)
        text += f'\n[[{head}]]\nkinds = [{kinds}]\npages = [{part.pages[0]}, {part.pages[1]}]\n'
        if part.signature:
            text += f'signature = "{part.signature}"\n'
        if part.apart:
            text += f'[{head}.not_met]\n'
        for requirement, miss in part.apart.items():
            status, reasons = (', '.join(f'"{w}"' for w in words) for words in (miss.status, miss.reasons))
            text += f'"{requirement}" = {{ status = [{status}], reasons = [{reasons}] }}\n'
    return text


def toml(samples: tuple[Sample, ...], period: int) -> str:
    text = (
        '# What each sample should give. Written by `python -m sample_docs.make`; do not edit.\n# kinds: any of them'
        ' is right. not_met: requirements that are not met, with the allowed statuses and reasons (none listed: any'
        ' reason).\n# Every other required one is met; where scanned = true it may also be unsure. Recommended ones'
        f' count only if listed.\n# "undecided-ok": met or unsure. "any": nothing is claimed.\nperiod = {period}\n'
    )
    for sample in samples:
        text += f'\n[[file]]\nname = "{sample.name}"\n'
        text += f'error = "{sample.error}"\n' if sample.error else ''
        text += 'scanned = true\n' if sample.scanned else ''
        text += f'notes = [{", ".join(f"{chr(34)}{code}{chr(34)}" for code in sample.notes)}]\n' if sample.notes else ''
        text += f'skipped = {sample.skipped}\n' if sample.skipped else ''
        text += _toml_parts('file.part', sample.parts)
        for name, parts, error in sample.members:
            text += (
                f'\n[[file.member]]\nname = "{name}"\n'
                + (f'error = "{error}"\n' if error else '')
                + _toml_parts('file.member.part', parts)
            )
    return text


def _words(part: Expect, many: bool) -> str:
    pages = f' hal. {part.pages[0]}-{part.pages[1]}' if many else ''
    return ' / '.join(f'`{k}`' for k in part.kinds) + pages


def _findings(sample: Sample) -> str:
    if sample.error:
        return f'error `{sample.error}`'
    texts = []
    for part in sample.parts:
        for requirement, miss in part.apart.items():
            reason = f' ({" / ".join(miss.reasons)})' if miss.reasons else ''
            texts.append(f'`{requirement}`: {" / ".join(miss.status)}{reason}')
    if sample.members:
        texts += [f'{name}: {f"error `{error}`" if error else "dibaca"}' for name, _, error in sample.members]
    texts += [f'note `{code}`' for code in sample.notes]
    return '; '.join(dict.fromkeys(texts)) or '-'


def table(samples: tuple[Sample, ...]) -> str:
    """The rows of the README's table."""
    lines = [
        '| File | What it shows | Kind | Not met (requirement: status, reason) | Made by |',
        '|---|---|---|---|---|',
    ]
    for sample in samples:
        kinds = ', '.join(_words(part, len(sample.parts) > 1) for part in sample.parts) or '-'
        lines.append(
            f'| [{sample.name}]({sample.name}) | {sample.shows} | {kinds} | {_findings(sample)} | {sample.producer} |'
        )
    return '\n'.join(lines) + '\n'


def _counted(sample: Sample, folder: Path) -> Sample:
    """Puts the true number of the last page where a part says 0."""
    path = folder / sample.name
    last = len(PdfReader(path).pages) if path.suffix == '.pdf' and not sample.error else 1
    return replace(sample, parts=tuple(replace(p, pages=(p.pages[0], p.pages[1] or last)) for p in sample.parts))


def write_all(samples: tuple[Sample, ...], folder: Path, period: int) -> None:
    samples = tuple(_counted(sample, folder) for sample in samples)
    intro = (folder / 'make' / 'README.head.md').read_text('utf-8')
    (folder / 'README.md').write_text(intro + '\n' + table(samples), 'utf-8')
    (folder / 'expected.toml').write_text(toml(samples, period), 'utf-8')

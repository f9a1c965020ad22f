"""Reports as plain lines for people, in Indonesian: what is not met, where, why and what to do; the rest in one line.

Never decides or counts anything itself; the JSON of a report says the same. File names and words of documents are
shown without characters that could steer a terminal.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from click import style

from checker.counting import Counts, Outcome, count
from checker.messages import _, ngettext
from checker.model import Finding, KindId, Part, Place, Report, Status
from checker.reasons import rejection
from checker.rulebook import Kind, Rulebook

WIDTH = 100
"""Longest line: wider ones are hard to follow with the eye."""
WORDS = 60
"""Letters of a document that are quoted, so that a quotation stays in one line of 80."""

_STEERING = re.compile('[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
"""Control characters, marks that turn the writing direction, and halves of characters (names that are not UTF-8)."""
_LABELS: Mapping[Status, tuple[str, str]] = {
    'missing': (_("TIDAK DITEMUKAN"), 'red'), 'unsure': (_("PERLU DIPERIKSA"), 'yellow'),
}
_OUTCOMES: Mapping[Outcome, str] = {
    'met': _("{n} terpenuhi"), 'missing': _("{n} tidak ditemukan"), 'unsure': _("{n} perlu diperiksa"),
    'failed': _("{n} gagal dibaca"), 'other': _("{n} tanpa syarat"),
}
"""In the order of the summary; a file counts once, by its worst finding."""


def report_text(report: Report, rulebook: Rulebook, width: int = WIDTH) -> str:
    """One file: its error, or its parts. Lines of at most `width` letters, with colours (ANSI)."""
    return '\n'.join(_lines(report, rulebook, min(width, WIDTH)))


def summary_text(outcomes: Mapping[Outcome, int], noise: int = 0) -> str:
    """The last line of a call: how many files need what."""
    files = sum(outcomes.values())
    told = [says.format(n=outcomes[key]) for key, says in _OUTCOMES.items() if outcomes.get(key)]
    line = ngettext("{n} berkas", "{n} berkas", files).format(n=files) + ': ' + ', '.join(told or ['-']) + '.'
    if noise:
        says = ngettext("{n} berkas sampingan dilewati.", "{n} berkas sampingan dilewati.", noise)
        line += ' ' + says.format(n=noise)
    return line


def shown(text: str) -> str:
    """A name or words of a document in one line, harmless for a terminal and for any encoding of Unicode."""
    return _STEERING.sub('\ufffd', ' '.join(text.split()))


def where_text(place: Place | None) -> str:
    """'halaman 3' or the place in a document without pages; empty where there is no place."""
    if place is None:
        return ''
    return place.at or '' if place.page is None else _("halaman {n}").format(n=place.page)


def _lines(report: Report, rulebook: Rulebook, width: int) -> Iterator[str]:
    name = f'{report.file} » {report.member}' if report.member is not None else report.file
    yield style(shown(name), bold=True)
    if report.error:
        yield from _wrapped(_("GAGAL DIBACA"), '  ' + shown(report.error.message), '  ', width, colour='red')
        return
    for note in report.notes:
        yield from _wrapped(_("Catatan"), ': ' + shown(note.message), '  ', width)  # its words name the page
    if not report.parts:
        says = _("Tidak ada halaman yang terbaca. Pindai ulang dengan 200-300 dpi, tegak dan terang.")
        yield from _wrapped('', says, '  ', width)
    for part in report.parts:
        yield from _part(part, rulebook, width)


def _part(part: Part, rulebook: Rulebook, width: int) -> Iterator[str]:
    kind = rulebook.kinds.get(part.kind)
    first, last = part.pages
    pages = _("halaman {n}").format(n=first) if first == last else _("halaman {a}-{b}").format(a=first, b=last)
    told = counts_text(count(part.findings))
    rest = f' ({pages})' + (f': {told}' if told else '')
    yield from _wrapped(_name(rulebook, part.kind), rest, '  ', width, bold=True)
    if not part.findings and part.runner_up and part.runner_up[0] in rulebook.kinds:
        near = _("Bukan jenis bukti yang dikenal; paling mendekati: {kind}.")
        yield from _wrapped('', near.format(kind=_name(rulebook, part.runner_up[0])), '    ', width)
    for finding in sorted((f for f in part.findings if f.status in _LABELS), key=_urgency):
        yield from _block(finding, _requirement(kind, finding), width)
    yield from _met([f for f in part.findings if f.status == 'met'], kind, width)
    idle = [_requirement(kind, f) for f in part.findings if f.status == 'not_applicable']
    if idle:
        yield from _wrapped(_("Tidak berlaku ({n})").format(n=len(idle)), f': {" · ".join(idle)}.', '    ', width)


def _urgency(finding: Finding) -> tuple[bool, bool]:
    return not finding.required, finding.status != 'missing'


def counts_text(counts: Counts) -> str:
    """`12 terpenuhi, 1 perlu diperiksa`; empty where nothing was counted."""
    told = ((counts.met, _OUTCOMES['met']), (counts.missing, _OUTCOMES['missing']),
            (counts.unsure, _OUTCOMES['unsure']), (counts.advised, _("{n} anjuran")))
    return ', '.join(says.format(n=n) for n, says in told if n)


def _name(rulebook: Rulebook, kind: KindId) -> str:
    return rulebook.kinds[kind].name if kind in rulebook.kinds else kind


def _requirement(kind: Kind | None, finding: Finding) -> str:
    known = kind.requirement(finding.requirement) if kind else None
    return known.name if known else finding.requirement


def _block(finding: Finding, name: str, width: int) -> Iterator[str]:
    """What, where, why, and what to do."""
    label, colour = _LABELS[finding.status] if finding.required else (_("ANJURAN"), 'cyan')
    where = _seen(finding.place)
    yield from _wrapped(label, f'  {name}' + (f' · {where}' if where else ''), '    ', width, colour=colour)
    if finding.message:
        yield from _wrapped('', shown(finding.message), '      ', width)
    if finding.candidate and finding.candidate.place.text and finding.candidate.place != finding.place:
        near = _("Paling mendekati: {seen}; ditolak: {why}.").format(
            seen=_seen(finding.candidate.place), why=rejection(finding.candidate.rejected_by))
        yield from _wrapped('', near, '      ', width)
    if finding.advice:
        yield from _wrapped('', '-> ' + shown(finding.advice), '      ', width)


def _seen(place: Place | None) -> str:
    """halaman 3: "NOMOR :" """
    where, words = where_text(place), shown(place.text) if place else ''
    if len(words) > WORDS:
        words = words[:WORDS].rstrip() + '…'
    return ': '.join(told for told in (where, f'"{words}"' if words else '') if told)


def _met(findings: Sequence[Finding], kind: Kind | None, width: int) -> Iterator[str]:
    """All that is met in one list, page by page where there are pages."""
    if not findings:
        return
    ordered = sorted(findings, key=_page)
    pages = [' · '.join(_requirement(kind, f) for f in same) + (_(" (hlm. {n})").format(n=page) if page else '')
             for page, same in groupby(ordered, key=_page)]
    label = _("Terpenuhi ({n})").format(n=len(findings))
    yield from _wrapped(label, f': {"; ".join(pages)}.', '    ', width, colour='green')


def _page(finding: Finding) -> int:
    return finding.place.page or 0 if finding.place else 0


def _wrapped(label: str, text: str, indent: str, width: int, *, colour: str | None = None,
             bold: bool = False) -> Iterator[str]:
    """Label and text in lines of `width` letters, all indented, the later ones a little more; the label is coloured."""
    lines = textwrap.wrap(label + text, width, initial_indent=indent, subsequent_indent=indent + '  ',
                          break_on_hyphens=False)
    for i, line in enumerate(lines):
        whole = i == 0 and line.startswith(indent + label)  # a label longer than a line stays plain
        yield indent + style(label, fg=colour, bold=bold) + line[len(indent + label):] if label and whole else line

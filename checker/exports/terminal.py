"""Reports as tables for the terminal, in Indonesian: per part what is met, what is not and why, and what to do.

Never decides anything; the JSON of a report says the same.
"""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from checker.messages import _
from checker.model import Finding, Part, Place, Report, Status
from checker.reasons import rejection
from checker.rulebook import Rulebook

STATUS: dict[Status, tuple[str, str]] = {
    'met': (_("terpenuhi"), 'green'), 'missing': (_("tidak ditemukan"), 'red'), 'unsure': (_("perlu diperiksa"), 'yellow'),
    'not_applicable': (_("tidak berlaku"), 'dim'),
}
_ORDER: tuple[Status, ...] = ('missing', 'unsure', 'met', 'not_applicable')


def print_report(console: Console, report: Report, rulebook: Rulebook) -> None:
    """One file: its error, or a table for each part."""
    name = f'{report.file} » {report.member}' if report.member else report.file
    console.print(f'\n[bold]{escape(name)}[/bold]')
    if report.error:
        console.print(f'  [red]{_("Tidak terbaca")}:[/red] {escape(report.error.message)}')
        return
    for note in report.notes:
        console.print(f'  {_("Catatan")}: {escape(note.message)}')
    if not report.parts:
        console.print(f'  {_("Tidak ada halaman yang terbaca. Pindai ulang dengan 200-300 dpi, tegak dan terang.")}')
    for part in report.parts:
        _print_part(console, part, rulebook)


def _print_part(console: Console, part: Part, rulebook: Rulebook) -> None:
    kind = rulebook.kinds.get(part.kind)
    first, last = part.pages
    pages = _("halaman {n}").format(n=first) if first == last else _("halaman {a}-{b}").format(a=first, b=last)
    console.print(f'  [bold]{escape(kind.name if kind else part.kind)}[/bold] ({pages})')
    if not part.findings:
        if part.runner_up and part.runner_up[0] in rulebook.kinds:
            console.print(f'  {_("Bukan salah satu jenis bukti yang dikenal; paling mendekati: {kind}.").format(kind=rulebook.kinds[part.runner_up[0]].name)}')
        return
    counts = Counter(f.status for f in part.findings if f.required)
    console.print('  ' + ' · '.join(f'[{STATUS[s][1]}]{counts[s]} {STATUS[s][0]}[/{STATUS[s][1]}]' for s in _ORDER if counts[s]))
    table = Table(show_header=True, box=None, pad_edge=True, padding=(0, 1))
    for title in (_("Status"), _("Syarat"), _("Di mana"), _("Keterangan dan yang perlu dilakukan")):
        table.add_column(title, overflow='fold')
    for finding in sorted(part.findings, key=lambda f: _ORDER.index(f.status)):
        table.add_row(*_row(finding, kind.requirement(finding.requirement).name if kind and kind.requirement(finding.requirement) else finding.requirement))  # type: ignore[union-attr]
    console.print(table)


def _row(finding: Finding, name: str) -> tuple[str, str, str, str]:
    label, colour = STATUS[finding.status]
    advice = '' if finding.required else _(" (anjuran)")
    where = where_text(finding.place)
    if finding.status == 'met':
        says = finding.place.text if finding.place else ''
    else:
        says = ' '.join(s for s in (finding.message, finding.advice) if s)
        if finding.candidate and finding.candidate.place.text:
            nearest = _("Paling mendekati: \"{text}\" ({where}), ditolak: {why}.").format(
                text=finding.candidate.place.text[:60], where=where_text(finding.candidate.place), why=rejection(finding.candidate.rejected_by))
            says = f'{says} {nearest}'
    return (f'[{colour}]{label}[/{colour}]', escape(name) + advice, escape(where), escape(says[:300]))


def where_text(place: Place | None) -> str:
    """'halaman 3' or the place in a document without pages."""
    if place is None:
        return '-'
    if place.page is not None:
        return _("halaman {n}").format(n=place.page)
    return place.at or '-'

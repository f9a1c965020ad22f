"""Prints the figures: per kind and quality, all / seen / held-out, beside the simple way; and the worst errors with
their files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.evaluation.score import Outcome, Scored, false_met, false_missing, measures

_BOUNDED = ('met palsu', 'missing palsu', 'pengecoh diterima')


def summary(title: str, scored: Sequence[Scored], simple: Sequence[Scored] | None) -> str:
    """A Markdown table: a line per figure, columns all (with upper bound), seen, held-out, simple way."""
    columns = [
        measures(scored),
        measures(one for one in scored if not one.label.held_out),
        measures(one for one in scored if one.label.held_out),
    ]
    other = measures(simple) if simple is not None else {}
    lines = [
        f'\n### {title} ({len(scored)} berkas)\n',
        '| ukuran | semua | templat terlihat | templat disimpan | cara sederhana |',
        '|---|---|---|---|---|',
    ]
    for name, share in columns[0].items():
        if not share.whole:
            continue
        bound = f' <= {share.bound:.2f}%' if name in _BOUNDED else ''
        lines.append(f'| {name} | {share}{bound} | {columns[1][name]} | {columns[2][name]} | {other.get(name, "-")} |')
    return '\n'.join(lines)


def breakdown(scored: Sequence[Scored], by: Callable[[Scored], str], title: str) -> str:
    """A line per kind (or quality, or producer) with the figures that matter most."""
    names = ('met palsu', 'missing palsu', 'unsure', 'tak dinilai', 'jenis', 'halaman', 'kotak', 'pengecoh diterima')
    lines = [f'\n| {title} | berkas | ' + ' | '.join(names) + ' |', '|---' * (len(names) + 2) + '|']
    for group in sorted({by(one) for one in scored}):
        chosen = [one for one in scored if by(one) == group]
        figures = measures(chosen)
        lines.append(f'| {group} | {len(chosen)} | ' + ' | '.join(str(figures[name]) for name in names) + ' |')
    return '\n'.join(lines)


def by_requirement(scored: Sequence[Scored]) -> str:
    """Where the errors sit: a line per requirement that has any."""
    rows: dict[tuple[str, str], list[Outcome]] = {}
    for one in scored:
        for outcome in one.outcomes:
            if outcome.truth.state != 'free':
                rows.setdefault((outcome.kind, outcome.truth.requirement), []).append(outcome)
    lines = [
        '\n| syarat | ada | tidak ada | met palsu | missing palsu | unsure | kotak salah |',
        '|---|---|---|---|---|---|---|',
    ]
    for (kind, name), outcomes in sorted(rows.items()):
        unsure = sum(o.status == 'unsure' for o in outcomes if o.truth.right)
        wrong = (
            sum(map(false_met, outcomes)),
            sum(map(false_missing, outcomes)),
            unsure,
            sum(o.placed is False for o in outcomes),
        )
        if any(wrong):
            states = [o.truth.state for o in outcomes]
            lines.append(
                f'| {kind} {name} | {states.count("present")} | {states.count("absent")} | '
                + ' | '.join(map(str, wrong))
                + ' |'
            )
    return '\n'.join(lines)


def errors(scored: Sequence[Scored], limit: int, held_out: bool) -> str:
    """The worst errors of the seen templates (held-out ones are only counted, so that nobody tunes to them)."""
    chosen = [one for one in scored if held_out or not one.label.held_out]
    lines: list[str] = []
    lines += [
        f'PENGECOH DITERIMA {one.label.file} [{one.label.title}] sebagai {", ".join(one.accepted)}'
        for one in chosen
        if one.label.group == 'distractor' and one.accepted
    ]
    outcomes = [outcome for one in chosen for outcome in one.outcomes]
    for name, test in (
        ('MET PALSU', false_met),
        ('MISSING PALSU', false_missing),
        ('SEBAGIAN->MET', _partial_met),
        ('KOTAK SALAH', _misplaced),
        ('UNSURE', _unsure),
    ):
        hits = [outcome for outcome in outcomes if test(outcome)]
        lines += [_line(name, outcome) for outcome in hits[:limit]] + (
            [f'{name}: {len(hits) - limit} lagi'] if len(hits) > limit else []
        )
    for one in chosen:
        lines += [
            f'JENIS {one.label.file} {kind} tidak ditemukan, dikira {", ".join(one.taken) or "lain"}: {one.label.title}'
            for kind, kinded, _ in one.kinds
            if not kinded
        ][:limit]
        lines += [
            f'HALAMAN {one.label.file} {kind} [{one.label.title}]'
            for kind, kinded, paged in one.kinds
            if kinded and not paged
        ][:limit]
    return '\n'.join(lines)


def _partial_met(outcome: Outcome) -> bool:
    return outcome.truth.state == 'partial' and outcome.status == 'met'


def _misplaced(outcome: Outcome) -> bool:
    return outcome.placed is False


def _unsure(outcome: Outcome) -> bool:
    return outcome.truth.right is not None and outcome.status == 'unsure'


def _line(name: str, outcome: Outcome) -> str:
    found = outcome.found
    where = f' hal. {found.page} {found.box} "{found.text[:50]}" {found.reason or ""}' if found else ''
    wanted = f' seharusnya {outcome.truth.how}' + (
        f' hal. {outcome.truth.spots[0].page} {outcome.truth.spots[0].box} "{outcome.truth.spots[0].text[:40]}"'
        if outcome.truth.spots
        else ''
    )
    return f'{name} {outcome.label.file} {outcome.kind} {outcome.truth.requirement}: {outcome.status}{where};{wanted}'

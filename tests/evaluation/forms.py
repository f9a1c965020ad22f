"""What letters, forms and lists have in common: labelled values, tables with one- or two-level heads, blank rows,
tables of signers. Each damages what its draft says and claims the truth about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.evaluation import wordings as w
from tests.evaluation.blocks import Block, Cell, Gap, Line, Para, Picture, Run, Tabbed, Table, cell, para
from tests.evaluation.decree import add_letterhead
from tests.evaluation.draft import MET, MISSING, UNSURE, Draft
from tests.evaluation.offices import Office, Person, person
from tests.evaluation.signing import beside, signer_lines

Content = Run | Picture
FILL_WAYS = ('kosong', 'titik', 'placeholder', 'hilang', 'tersembunyi')
"""How a labelled value is damaged; `hilang` takes the label away too, `tersembunyi` leaves the value white on white."""
BLANK_WAYS = ('kosong', 'titik', 'hanya-nomor', 'tanpa-baris')


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a list: its head, heads below it, and its share of the width."""

    id: str
    run: Run
    below: tuple[Run, ...] = ()
    share: float = 1.2


def scribble(draft: Draft, requirement: str, width: float = 90.0) -> Picture:
    """A value written by hand."""
    return Picture('scribble', width, width * 0.2, draft.rng.getrandbits(20), 'left', draft.mark_number(requirement))


def filled(draft: Draft, requirement: str, value: str, placeholder: str = '', by_hand: bool = False) -> Content:
    """The value behind a label, whole or damaged, with its claim; on scans sometimes written by hand."""
    how = draft.defect(requirement)
    if not how:
        if by_hand and draft.format == 'scan' and draft.chance(0.5):
            draft.claim(requirement, 'present', 'tulisan-tangan', MET, UNSURE)
            return scribble(draft, requirement)
        draft.present(requirement)
        return draft.mark(requirement, value)
    draft.absent(requirement, how, MISSING, *([UNSURE] if draft.format == 'scan' or how == 'hilang' else []))
    if how == 'tersembunyi':
        return Run(value, white=True)
    return Run({'titik': draft.rng.choice(w.DOTS[:4]), 'placeholder': placeholder or '[diisi]'}.get(how, ''))


def fields(
    draft: Draft, rows: Sequence[tuple[Run | str, Content | str]], style: str, stop: float = 104.0
) -> list[Block]:
    """Labels with their values: `tab`, `sebaris` (one run of words a line), `tanpa-garis` or `kisi` (a table)."""
    if not rows:
        return []
    width = draft.look.inner(draft.landscape)
    pairs = [(Run(a) if isinstance(a, str) else a, Run(b) if isinstance(b, str) else b) for a, b in rows]
    if style == 'kisi':
        return [Table(tuple((cell(a), cell(b)) for a, b in pairs), (stop + 26, width - stop - 26)), Gap(4)]
    if style == 'sebaris' and all(isinstance(value, Run) for _, value in pairs):
        return [Para((label, Run(' : '), value), after=2) for label, value in pairs if isinstance(value, Run)]
    if style == 'tab' and all(isinstance(value, Run) for _, value in pairs):
        return [
            Tabbed(((label,), (Run(':' if label.text.strip() else ''),), (value,)), (stop, stop + 10), after=1)
            for label, value in pairs
            if isinstance(value, Run)
        ]
    table = tuple((cell(label), cell(':' if label.text.strip() else ''), cell(value)) for label, value in pairs)
    return [Table(table, (stop, 10, width - stop - 10), border=False, padding=0)]


def letter_top(draft: Draft, body: Office) -> None:
    """The letterhead, or the body's name alone."""
    if draft.chance(0.85):
        add_letterhead(draft, body, '')
    else:
        draft.add(para(draft.mark('', body.full.upper(), bold=True), align='center', after=4), Line(1.2))


def title(draft: Draft, options: Sequence[str], *, size: float = 13.0, also: str = '', wreck: bool = True) -> None:
    """The line `judul`, whole or left out; with it `also` names requirements that the same words satisfy."""
    if draft.defect('judul'):
        draft.absent('judul', draft.defect('judul'), MISSING, UNSURE)
        if wreck:
            draft.parts[-1].sure = False
        return
    draft.present('judul')
    line = draft.mark(f'judul{"+" + also if also else ""}', draft.pick(options), bold=True, size=size)
    draft.add(para(replace(line, underline=draft.chance(0.3)), align='center', after=3))


def list_table(
    draft: Draft,
    heads: Sequence[Head],
    rows: Sequence[Sequence[Content | Cell]],
    *,
    lines: bool = True,
    scale: float = 1.0,
) -> Table:
    """A list under one- or two-level heads, its columns as wide as their words need."""
    flat = [(head, run) for head in heads for run in (head.below or (head.run,))]
    total = draft.look.inner(draft.landscape) * scale
    shares = [
        max(head.share / max(1, len(head.below)), 0.095 * max((len(word) for word in run.text.split()), default=0))
        for head, run in flat
    ]
    white = any(run.white for _, run in flat)  # on a shaded ground it could be seen
    bold, shade = draft.chance(0.8), lines and not white and draft.chance(0.4)
    deep = 2 if any(head.below for head in heads) else 1

    def top(run: Run, **style: object) -> Cell:
        return cell(replace(run, bold=bold), align='center', middle=True, shade=shade, **style)

    made: list[tuple[Cell, ...]] = [
        tuple(top(h.run, colspan=max(1, len(h.below)), rowspan=1 if h.below else deep) for h in heads)
    ]
    if deep == 2:
        made.append(tuple(top(run) for head in heads for run in head.below))
    if draft.chance(0.25):
        made.append(tuple(cell(f'({k})', align='center') for k in range(1, len(flat) + 1)))
    top_rows = len(made)
    made += [tuple(item if isinstance(item, Cell) else cell(item) for item in row) for row in rows]
    return Table(
        tuple(made),
        tuple(total * share / sum(shares) for share in shares),
        border=lines,
        fine=not lines,
        header=top_rows if draft.chance(0.6) else 0,
        padding=2.5,
    )


def blank_rows(draft: Draft, columns: int, how: str) -> list[list[Content | Cell]]:
    """Rows of a list that nobody filled in."""
    if how == 'tanpa-baris':
        return []
    fill = draft.rng.choice(w.DOTS[:2]) if how == 'titik' else ''
    numbered = how == 'hanya-nomor'
    return [[Run(f'{k}.' if numbered else fill), *(Run(fill) for _ in range(columns - 1))] for k in range(1, 6)]


def claim_rows(draft: Draft, requirement: str = 'isi') -> str:
    """Claim the rows of a list as present or absent; returns how they are damaged."""
    how = draft.defect(requirement)
    draft.absent(requirement, how, MISSING, *([UNSURE] if draft.format == 'scan' else [])) if how else draft.present(
        requirement
    )
    return how


def close(draft: Draft, body: Office, *first: Block, role: str = '', who: Person | None = None) -> None:
    """The signer's block with what stands above it."""
    draft.layout('penutup', ('kiri', 'centre', 'kiri'))
    signer = signer_lines(draft, body, who or person(draft.rng), role=role)
    claims = draft.parts[-1].claims
    if role and claims['penandatangan'].state == 'present':
        claims['penandatangan'].allowed = (MET, UNSURE)  # a part in the paper, not an office
    draft.add(Gap(12), *beside(draft, [*first, *signer]))


def signers_table(draft: Draft, posts: Sequence[str], lines: bool = True) -> Table:
    """Name, post and a field for the signature of several signers, with the claims about both."""
    people = [person(draft.rng) for _ in posts]
    forms = {'scan': ('semua', 'semua', 'sebagian', 'tanpa'), 'text': ('gambar', 'tanpa', 'tanpa')}
    shape = draft.rng.choice(forms.get(draft.format, forms['text']))
    if draft.defect('penandatangan'):
        names: list[Run] = [Run(draft.rng.choice(w.DOTS[:3])) for _ in posts]
        draft.partial('penandatangan', 'name-dots', UNSURE, MISSING)
        shape = 'tanpa'
    else:
        names = [draft.mark('penandatangan', f'{who.name}\nNIP. {who.nip}') for who in people]
        draft.claim('penandatangan', 'present', 'tabel', MET, UNSURE)
    signed = {'semua': len(posts), 'gambar': len(posts), 'sebagian': max(1, len(posts) // 2)}.get(shape, 0)
    if shape == 'semua':
        draft.claim('tanda-tangan', 'present', 'tinta', MET, UNSURE)
    elif shape == 'tanpa':
        draft.absent('tanda-tangan', 'blok-kosong', MISSING, *([UNSURE] if draft.format == 'scan' else []))
    else:
        draft.partial('tanda-tangan', {'sebagian': 'sebagian-bertanda-tangan', 'gambar': 'hanya-gambar'}[shape])
    rows: list[list[Content | Cell]] = []
    for k, (post, name) in enumerate(zip(posts, names, strict=True)):
        sign: Content = Run(f'{k + 1}.\n ')
        if k < signed:
            sign = Picture('signature', 62, 26, draft.rng.getrandbits(20), 'left', draft.mark_number('tanda-tangan'))
        rows.append([Run(f'{k + 1}'), name, draft.mark('penandatangan', post), sign])
    heads = (
        Head('no', Run('No'), share=0.4),
        Head('nama', Run('Nama / NIP'), share=2.2),
        Head('jabatan', Run('Jabatan'), share=1.8),
        Head('ttd', Run('Tanda Tangan'), share=1.5),
    )
    return list_table(draft, heads, rows, lines=lines)

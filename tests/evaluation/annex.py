"""The annex of an SK PPID: its header block and the table, list or chart of members with their roles."""

from __future__ import annotations

from tests.evaluation import wordings as w
from tests.evaluation.blocks import Block, Cell, Gap, NewPage, Para, Run, Table, cell, para
from tests.evaluation.decree import Decree
from tests.evaluation.draft import MISSING, UNSURE
from tests.evaluation.offices import person
from tests.evaluation.signing import beside, nip_line


def annex(decree: Decree) -> None:
    """Add the annex, or leave it out and say so."""
    draft = decree.draft
    how = draft.defect('lampiran')
    if how:
        draft.absent('lampiran', how, MISSING, *([UNSURE] if how == 'hanya-prosa' else []))
        draft.free('peran') if not draft.defect('peran') else draft.absent('peran', 'netral', MISSING, UNSURE)
        return
    draft.present('lampiran')
    lying = draft.layout('lampiran', ('tegak-tabel', 'rebah-tabel', 'tegak-daftar', 'tegak-bidang', 'tegak-tabel'))
    draft.add(NewPage(lying == 'rebah-tabel'))
    _header(decree)
    title = (
        'SUSUNAN TIM'
        if draft.defect('peran') or decree.topic
        else draft.pick(
            (
                'SUSUNAN KEANGGOTAAN PPID',
                'SUSUNAN PENGELOLA LAYANAN INFORMASI DAN DOKUMENTASI',
                'STRUKTUR ORGANISASI PPID',
            )
        )
    )
    draft.add(Gap(8), para(Run(f'{title}\n{decree.unit}', bold=True), align='center', after=8))
    draft.add(*{'tegak-daftar': _listing, 'tegak-bidang': _sections}.get(lying, _table)(decree))
    if draft.defect('peran'):
        draft.absent('peran', 'netral', MISSING, UNSURE)
    else:
        draft.present('peran')
    if draft.chance(0.6):
        draft.add(
            Gap(14),
            *beside(
                draft,
                [
                    Para((Run(f'{decree.head.upper()},'),), after=0),
                    Gap(46),
                    Para((Run(decree.who.name.upper(), bold=True),), after=0),
                ],
            ),
        )


def _header(decree: Decree) -> None:
    """LAMPIRAN ... NOMOR ... TANGGAL ... TENTANG, as one block at the right or left."""
    draft = decree.draft
    width = draft.look.inner(draft.landscape)
    word = draft.mark('lampiran', draft.pick(w.ANNEX_HEADS))
    damaged = draft.defect('nomor') in ('kosong', 'titik', 'placeholder', 'slot')
    number = '' if damaged else decree.number
    undated = draft.defect('tempat-tanggal') not in ('',)
    date = '' if undated else decree.date.rstrip('.')
    entries = [('NOMOR', number), ('TANGGAL', date), ('TENTANG', decree.subject)]
    if draft.chance(0.3):
        entries = entries[:2]
    share = draft.rng.choice((0.0, 0.42, 0.5))
    opening = draft.mark(
        'lampiran', f' {decree.head}' if 'eputusan' in word.text else f' KEPUTUSAN {decree.head.upper()}'
    )
    rows: list[tuple[Cell, ...]] = [(cell(''), cell(Para((word, opening), after=1), colspan=3))]
    rows += [(cell(''), cell(Run(name)), cell(':'), cell(Run(value))) for name, value in entries]
    draft.add(Table(tuple(rows), (width * share, 62, 10, width * (1 - share) - 72), border=False, padding=0))


def _members(decree: Decree) -> list[tuple[Run, str, str]]:
    """Role, name (with NIP sometimes), post."""
    draft = decree.draft
    listed = []
    for role in decree.roles:
        shown = Run(role) if draft.defect('peran') else draft.mark('peran', role)
        who = person(draft.rng)
        name = f'{who.name}\n{nip_line(draft, who)}' if draft.chance(0.5) else who.name
        listed.append((shown, name, draft.rng.choice(w.POSTS)))
    return listed


def _table(decree: Decree) -> list[Block]:
    draft = decree.draft
    width = draft.look.inner(draft.landscape)
    heads = draft.pick(w.MEMBER_HEADS)
    rows = [tuple(cell(Run(head, bold=True), align='center', middle=True, shade=True) for head in heads)]
    for k, (role, name, post) in enumerate(_members(decree), 1):
        order = (
            (cell(f'{k}.', align='center'), cell(Run(post)), cell(Run(name)), cell(role))
            if heads[1].startswith('Jabatan')
            else (cell(f'{k}.', align='center'), cell(Run(name)), cell(Run(post)), cell(role))
        )
        rows.append(order)
    return [Table(tuple(rows), (30, (width - 30) * 0.36, (width - 30) * 0.34, (width - 30) * 0.3), header=1)]


def _listing(decree: Decree) -> list[Block]:
    width = decree.draft.look.inner(decree.draft.landscape)
    rows = tuple(
        (cell(f'{k}.'), cell(role), cell(':'), cell(Run(name if decree.draft.chance(0.5) else post)))
        for k, (role, name, post) in enumerate(_members(decree), 1)
    )
    return [Table(rows, (22, (width - 34) * 0.45, 12, (width - 34) * 0.55), border=False)]


def _sections(decree: Decree) -> list[Block]:
    """A table with a heading row per role."""
    width = decree.draft.look.inner(decree.draft.landscape)
    rows: list[tuple[Cell, ...]] = [
        tuple(cell(Run(head, bold=True), align='center') for head in ('NO', 'NAMA', 'JABATAN'))
    ]
    for role, name, post in _members(decree):
        rows.append((cell(Run(role.text, role.mark, bold=True), colspan=3, shade=True),))
        rows.append((cell('1', align='center'), cell(Run(name)), cell(Run(post))))
    return [Table(tuple(rows), (30, (width - 30) * 0.5, (width - 30) * 0.5), header=1)]

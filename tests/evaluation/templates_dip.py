"""DIP in the shapes that offices give it: landscape tables with one- or two-level heads, groups or tick columns,
signed or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.evaluation import wordings as w
from tests.evaluation import wordings_dip as d
from tests.evaluation.blocks import Block, Cell, Gap, Para, Run, Table, cell, para
from tests.evaluation.decree import add_letterhead
from tests.evaluation.draft import MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.offices import Office, Person, office, person
from tests.evaluation.signing import SIGNER_DEFECTS, beside, closing_date, signer_lines

COLUMNS = (
    'kolom-ringkasan',
    'kolom-penguasa',
    'kolom-penanggung-jawab',
    'kolom-waktu-tempat',
    'kolom-bentuk',
    'kolom-retensi',
)
DEFECTS: dict[str, tuple[str, ...]] = {
    'judul': ('hilang',),
    'tahun': ('lain', 'hanya-di-sel', 'hilang', 'titik'),
    'badan-publik': ('hilang', 'titik'),
    'klasifikasi': ('kurang-satu', 'semua', 'tersembunyi'),
    'isi': ('kosong', 'titik', 'hanya-nomor'),
    'penandatangan': SIGNER_DEFECTS,
    **dict.fromkeys(COLUMNS[1:], ('hilang', 'tanpa-judul', 'hilang', 'hanya-prosa')),
    'kolom-ringkasan': ('tanpa-judul',),
}
_HEADS = {
    'kolom-ringkasan': d.SUMMARY,
    'kolom-penguasa': d.HOLDER,
    'kolom-penanggung-jawab': d.RESPONSIBLE,
    'kolom-waktu-tempat': d.TIME_PLACE,
    'kolom-bentuk': d.FORM,
    'kolom-retensi': d.RETENTION,
}
_SHARES = {'kolom-ringkasan': 3.0, 'kolom-bentuk': 1.3, 'no': 0.45, 'tick': 0.6, 'remark': 0.9}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is ('no', a requirement, 'tick', 'remark'), its head, and heads below it."""

    id: str
    head: Run
    below: tuple[Run, ...] = ()


def build(
    draft: Draft, issuer: Office | None = None, above: Callable[[], None] | None = None, who: Person | None = None
) -> None:
    """A list of the kind dip, added to the draft as a part."""
    shape = draft.layout('dip', ('rebah', 'rebah', 'tegak', 'rebah-sempit'))
    draft.begin('dip', shape.startswith('rebah'))
    draft.title = draft.title or 'DIP'
    if above:
        above()
    body = issuer or office(draft)
    year = PERIOD - draft.rng.randint(1, 3) if draft.defect('tahun') == 'lain' else PERIOD
    _head(draft, body, year)
    columns = _columns(draft)
    draft.add(_table(draft, columns, body, year, 0.8 if shape == 'rebah-sempit' else 1.0))
    prose = [_HEADS[name][0].lower() for name in COLUMNS if draft.defect(name) == 'hanya-prosa']
    if prose:
        draft.add(
            Gap(4),
            para(
                f'Catatan: perubahan atas {" dan ".join(prose)} agar segera disampaikan kepada PPID.',
                after=4,
            ),
        )
    _close(draft, body, year, who or person(draft.rng))
    columns_gone = sum(draft.defect(name) != '' for name in COLUMNS)
    draft.parts[-1].sure = columns_gone <= 3 and not (draft.defect('judul') and columns_gone > 1)
    if draft.defect('badan-publik') and draft.defect('penandatangan') != 'no-block':
        draft.free('badan-publik')  # the signer's office may name the body


def _head(draft: Draft, body: Office, year: int) -> None:
    nameless = draft.defect('badan-publik')
    if draft.chance(0.3) and not nameless:
        add_letterhead(draft, body, 'badan-publik')
    align = draft.rng.choice(('center', 'center', 'left'))
    size = draft.rng.choice((11.0, 13.0))
    if draft.defect('judul'):
        draft.absent('judul', 'hilang', MISSING, UNSURE)
    else:
        draft.present('judul')
        draft.add(
            para(draft.opening(draft.mark('judul', draft.pick(d.TITLES), bold=True, size=size)), align=align, after=1)
        )
    order = [_body_line(draft, body, align, size), _year_line(draft, year, align, size)]
    if draft.chance(0.4):
        order.reverse()
    draft.add(*(line for line in order if line is not None), Gap(6))


def _body_line(draft: Draft, body: Office, align: str, size: float) -> Block | None:
    how = draft.defect('badan-publik')
    shown = body.full.upper() if draft.chance(0.7) else body.full
    if how == 'titik':
        draft.absent('badan-publik', how, MISSING, UNSURE)
        return para(Run(f'NAMA BADAN PUBLIK : {draft.rng.choice(w.DOTS[:4])}'), align=align, after=1)
    if how:
        draft.absent('badan-publik', how, MISSING, UNSURE)
        return None
    draft.present('badan-publik')
    return para(
        draft.opening(draft.mark('badan-publik', draft.pick(d.BODIES).format(u=shown), bold=True, size=size)),
        align=align,
        after=1,
    )


def _year_line(draft: Draft, year: int, align: str, size: float) -> Block | None:
    how = draft.defect('tahun')
    if how == 'titik':
        draft.absent('tahun', how, MISSING)
        return para(Run('TAHUN ........', bold=True, size=size), align=align, after=1)
    if how in ('hilang', 'hanya-di-sel'):
        draft.absent('tahun', how, MISSING, *([UNSURE] if how == 'hanya-di-sel' else []))
        return None
    line = draft.mark('tahun', draft.pick(d.YEARS).format(y=year), bold=True, size=size)
    if year != PERIOD:
        draft.absent('tahun', 'tahun-lain', MISSING)
    else:
        draft.present('tahun')
    return para(line, align=align, after=1)


def _columns(draft: Draft) -> list[Column]:
    merged = draft.chance(0.18) and not draft.defect('kolom-penguasa') and not draft.defect('kolom-penanggung-jawab')
    names = [name for name in COLUMNS if not (merged and name == 'kolom-penanggung-jawab')]
    if draft.chance(0.25):
        tail = names[1:]
        draft.rng.shuffle(tail)
        names = [names[0], *tail]
    made = [Column('no', Run(draft.pick(d.NUMBERS)))]
    for name in names:
        how = draft.defect(name)
        if how:
            draft.absent(name, how, MISSING, *([UNSURE] if how in ('hanya-prosa', 'tanpa-judul') else []))
            if how == 'tanpa-judul':
                made.append(Column(name, Run('')))
            continue
        draft.present(name)
        made.append(_column(draft, name, merged))
    if merged:
        draft.present('kolom-penanggung-jawab')
    if draft.chance(0.3):
        made.append(Column('remark', Run(draft.pick(d.REMARKS))))
    return made


def _column(draft: Draft, name: str, merged: bool) -> Column:
    if merged and name == 'kolom-penguasa':
        return Column(name, draft.mark('kolom-penguasa+kolom-penanggung-jawab', draft.pick(d.MERGED)))
    head = draft.mark(name, draft.pick(_HEADS[name]))
    below = (
        tuple(Run(text) for text in draft.pick(d.FORM_PAIRS)) if name == 'kolom-bentuk' and draft.chance(0.35) else ()
    )
    return Column(name, head, below)


def _table(draft: Draft, columns: list[Column], body: Office, year: int, scale: float) -> Block:
    groups = draft.layout('kelompok', ('baris', 'baris', 'centang', 'kolom-jenis'))
    how = draft.defect('klasifikasi')
    shown = [0, 1, 2] if how != 'kurang-satu' else sorted(draft.rng.sample(range(3), 2))
    if how == 'semua':
        shown, groups = [], 'baris'
    if draft.defect('isi') and groups == 'kolom-jenis':
        groups = 'baris'
    if how:
        draft.absent('klasifikasi', how, MISSING, *([UNSURE] if how == 'kurang-satu' else []))
    else:
        draft.present('klasifikasi')
    columns = _with_ticks(draft, columns, groups, shown, how == 'tersembunyi')
    flat = [column for column in columns for _ in range(max(1, len(column.below)))]
    total = draft.look.inner(draft.landscape) * scale
    shares = [
        _SHARES.get(column.id, 1.2)
        / max(1, len(column.below))
        * (1.6 if not draft.landscape and column.id == 'no' else 1)
        for column in flat
    ]
    heads = [run for column in columns for run in (column.below or (column.head,))]
    shares = [
        max(share, 0.095 * max((len(word) for word in run.text.split()), default=0))
        for share, run in zip(shares, heads, strict=True)
    ]
    widths = tuple(total * share / sum(shares) for share in shares)
    head = _head_rows(draft, columns)
    rows = _rows(draft, columns, groups, shown, body, year, len(flat), how == 'tersembunyi')
    return Table(tuple(head + rows), widths, header=len(head) if draft.chance(0.6) else 0, padding=2.5)


def _with_ticks(draft: Draft, columns: list[Column], groups: str, shown: list[int], hidden: bool) -> list[Column]:
    if groups == 'centang':
        ticks = draft.pick(d.TICKS)
        below = tuple(Run(ticks[k], white=True) if hidden else draft.mark('klasifikasi', ticks[k]) for k in shown)
        return [*columns[:2], Column('tick', Run(draft.pick(d.TICK_HEADS)), below), *columns[2:]]
    if groups == 'kolom-jenis':
        return [columns[0], Column('group', Run(draft.pick(d.TICK_HEADS[1:]))), *columns[1:]]
    return columns


def _head_rows(draft: Draft, columns: list[Column]) -> list[tuple[Cell, ...]]:
    bold, shade = draft.chance(0.8), draft.chance(0.4)
    deep = any(column.below for column in columns)

    def shown(run: Run, **style: object) -> Cell:

        return cell(replace(run, bold=bold), align='center', middle=True, shade=shade, **style)

    first = tuple(
        shown(column.head, colspan=max(1, len(column.below)), rowspan=2 if deep and not column.below else 1)
        for column in columns
    )
    rows = [first]
    if deep:
        rows.append(tuple(shown(run) for column in columns for run in column.below))
    flat = sum(max(1, len(column.below)) for column in columns)
    if draft.chance(0.4):
        form = draft.rng.choice(('%d', '(%d)', '%d'))
        rows.append(tuple(cell(form % k, align='center') for k in range(1, flat + 1)))
    return rows


def _rows(
    draft: Draft, columns: list[Column], groups: str, shown: list[int], body: Office, year: int, flat: int, hidden: bool
) -> list[tuple[Cell, ...]]:
    heads = draft.pick(d.GROUPS)
    how = draft.defect('isi')
    rows: list[tuple[Cell, ...]] = []
    n = 0
    for group in shown or [2]:
        if groups == 'baris' and shown:
            head = (
                Run(heads[group], bold=True, white=True)
                if hidden
                else draft.mark('klasifikasi', heads[group], bold=True)
            )
            rows.append((cell(head, colspan=flat),))
        texts = draft.rng.sample(d.ROWS[group], draft.rng.randint(2, len(d.ROWS[group]))) if not how else ('',) * 2
        for text in texts:
            n += 1
            rows.append(
                tuple(
                    _value(draft, column, k, n, text, group, body, year, how, hidden)
                    for column in columns
                    for k in range(max(1, len(column.below)))
                )
            )
    draft.absent('isi', how, MISSING) if how else draft.present('isi')
    return rows


def _value(
    draft: Draft, column: Column, k: int, n: int, text: str, group: int, body: Office, year: int, how: str, hidden: bool
) -> Cell:
    if how:
        return cell(str(n) if column.id == 'no' and how != 'kosong' else '.....' if how == 'titik' else '')
    made = year if draft.defect('tahun') != 'hilang' else 0
    when = f'{body.seat}, {made}' if made else f'Januari, {body.seat}'
    small = draft.rng
    if column.id == 'kolom-ringkasan':
        return cell(draft.mark('isi', text))
    if column.id == 'tick':
        return cell(
            'v'
            if column.below[k].text.lower()[:3] == ('ber', 'ser', 'set')[group][:3]
            or ('ersedia' in column.below[k].text and group == 2)
            else '',
            align='center',
        )
    if column.id == 'group':
        name = d.TICKS[0][group]
        return cell(Run(name, white=True) if hidden else draft.mark('klasifikasi+isi', name))
    values = {
        'no': str(n),
        'kolom-penguasa': small.choice(d.HOLDERS),
        'kolom-penanggung-jawab': small.choice(d.MAKERS),
        'kolom-waktu-tempat': when,
        'kolom-bentuk': small.choice(d.FORMS) if not column.below else 'v' if small.random() < 0.7 else '-',
        'kolom-retensi': small.choice(d.RETENTIONS),
        'remark': small.choice(('', '-', 'Tersedia')),
    }
    text = values[column.id]
    return cell(draft.mark('isi', text) if text else Run(''), align='center' if column.id == 'no' else 'left')


def _close(draft: Draft, body: Office, year: int, who: Person) -> None:
    draft.layout('penutup', ('kiri', 'centre', 'kiri'))
    if draft.defect('penandatangan') == '' and draft.chance(0.2):
        draft.defects['penandatangan'] = 'no-block'
    date = closing_date(draft)[0].format(year=year).rstrip('.')
    lines: list[Block] = []
    if draft.defect('tahun') in ('', 'lain') and draft.chance(0.7):
        lines.append(Para((Run(f'{body.seat}, {date}'),), after=2))
    signer = signer_lines(draft, body, who)
    if signer:
        draft.add(Gap(12), *beside(draft, [*lines, *signer]))

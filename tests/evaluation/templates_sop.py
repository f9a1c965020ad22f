"""SOP in the form of PermenPANRB 35/2012 as offices fill it in: identity block, six section cells, flow table."""

from __future__ import annotations

from tests.evaluation import wordings as w
from tests.evaluation import wordings_sop as s
from tests.evaluation.blocks import Block, Cell, Gap, NewPage, Para, Picture, Run, Table, cell, para
from tests.evaluation.draft import MET, MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.offices import Office, office, person
from tests.evaluation.signing import SIGNER_DEFECTS, signer_lines

_SECTIONS = {
    'dasar-hukum': (s.LEGAL, s.LAWS),
    'kualifikasi-pelaksana': (s.QUALIFIED, s.QUALITIES),
    'keterkaitan': (s.RELATED, s.RELATIONS),
    'peralatan': (s.EQUIPMENT, s.TOOLS),
    'peringatan': (s.WARNING, s.WARNINGS[:1]),
    'pencatatan': (s.RECORDS, s.RECORDING[:2]),
}
_FILLED = ('hilang', 'kosong', 'titik', 'placeholder')
_CELL = ('hilang', 'tanpa-judul', 'hanya-prosa', 'tersembunyi')
DEFECTS: dict[str, tuple[str, ...]] = {
    'nomor-sop': _FILLED,
    'tgl-pembuatan': _FILLED,
    'tgl-efektif': (*_FILLED, 'tanpa-hari'),
    'tgl-revisi': ('hilang',),
    'disahkan-oleh': ('hilang', 'tersembunyi'),
    'nama-sop': ('hilang', 'kosong'),
    'layanan': ('lain', 'lain'),
    'kolom-kegiatan': ('tanpa-judul',),
    'kolom-pelaksana': ('hilang', 'tanpa-judul'),
    'kolom-mutu-baku': ('hilang', 'kurang-output', 'tanpa-judul'),
    'penandatangan': SIGNER_DEFECTS,
    'tahun': ('lama',),
    **dict.fromkeys(_SECTIONS, _CELL),
}
SERVICES = tuple(s.SERVICES)


def build(draft: Draft, issuer: Office | None = None, service: str | None = None) -> None:
    """An SOP, added to the draft as a part."""
    shape = draft.layout('sop', ('rebah', 'tegak', 'rebah', 'rebah-alir-sendiri'))
    draft.begin('sop', shape.startswith('rebah'))
    draft.title = draft.title or 'SOP'
    body = issuer or office(draft)
    if draft.chance(0.2):
        title = draft.pick(
            ('STANDAR OPERASIONAL PROSEDUR', 'STANDAR OPERASIONAL PROSEDUR (SOP)', 'STANDART OPERASIONAL PROSEDUR')
        )
        draft.add(para(draft.mark('', title, bold=True), align='center', after=6))
    year = PERIOD - draft.rng.randint(6, 9) if draft.defect('tahun') else PERIOD - draft.rng.randint(0, 4)
    identity = _identity(draft, body, year, service)
    draft.add(_cells(draft, identity))
    if shape == 'rebah-alir-sendiri':
        draft.add(NewPage(True))
    else:
        draft.add(Gap(8))
    draft.add(_flow(draft))
    _year(draft, year)


def _year(draft: Draft, year: int) -> None:
    dated = draft.defect('tgl-pembuatan') == '' or draft.defect('tgl-efektif') in ('', 'tanpa-hari')
    if not dated:
        draft.free('tahun')
    elif year < PERIOD - 5:
        draft.partial('tahun', 'lama', UNSURE)
    else:
        draft.present('tahun')


def _identity(draft: Draft, body: Office, year: int, service: str | None) -> Table:
    """Logo and office at the left, labels and values at the right; or the labels left."""
    day = (
        f'{draft.rng.randint(1, 28)} {draft.pick(w.MONTHS)} {year}'
        if draft.chance(0.7)
        else f'{draft.rng.randint(1, 28):02d}-{draft.rng.randint(1, 12):02d}-{year}'
    )
    number = draft.pick(s.NUMBERS).format(n=draft.rng.randint(1, 99), y=year, rm=draft.pick(w.ROMAN))
    style = draft.layout('label', ('sel', 'titik-dua', 'satu-sel', 'sel'))
    rows = [
        _row(draft, style, 'nomor-sop', s.NUMBER, number),
        _row(draft, style, 'tgl-pembuatan+tahun', s.MADE, day),
        _row(draft, style, 'tgl-revisi', s.REVISED, draft.rng.choice(('', '-', day))),
        _row(draft, style, 'tgl-efektif+tahun', s.EFFECTIVE, day),
    ]
    rows += [_approved(draft, style, body), _name(draft, style, service)]
    shown = [row for row in rows if row]
    width = draft.look.inner(draft.landscape)
    head = [Picture('logo', 44, 52, draft.rng.getrandbits(16))] if draft.chance(0.7) else []
    left = cell(
        *head,
        *(para(draft.mark('', line, bold=True), align='center', after=1) for line in (*body.letterhead[-3:],)),
        rowspan=len(shown),
        middle=True,
    )
    columns = (width * 0.46, width * 0.2, width * 0.34) if style != 'satu-sel' else (width * 0.46, width * 0.54)
    if draft.layout('kop-sop', ('kiri', 'kiri', 'kanan')) == 'kanan':
        rest = [(*row, left) if k == 0 else row for k, row in enumerate(shown)]
        return Table(tuple(rest), (*columns[1:], columns[0]), after=0)
    return Table(tuple((left, *row) if k == 0 else row for k, row in enumerate(shown)), columns, after=0)


def _row(draft: Draft, style: str, requirement: str, labels: tuple[str, ...], value: str) -> tuple[Cell, ...]:
    """One label with its value; an empty tuple where the row is left out."""
    name = requirement.split('+')[0]
    how = draft.defect(name)
    if how == 'hilang':
        draft.absent(name, how, MISSING)
        return ()
    shown = {
        'kosong': '',
        'titik': draft.rng.choice(w.DOTS),
        'placeholder': '${' + name.replace('-', '_') + '}',
        'tanpa-hari': f'    {draft.pick(w.MONTHS)} {value[-4:]}',
    }.get(how, value)
    if how == 'tanpa-hari':
        draft.partial(name, how)
    elif how:
        draft.absent(name, how, MISSING)
    else:
        draft.present(name)
    return _pair(
        draft, style, draft.mark(name, draft.pick(labels)), draft.mark(requirement, shown) if shown else Run('')
    )


def _pair(draft: Draft, style: str, label: Run, *value: Run | Block) -> tuple[Cell, ...]:
    if style == 'satu-sel':
        if len(value) == 1 and isinstance(value[0], Run):
            return (cell(Para((label, Run(' : '), value[0]))),)
        return (cell(label, *value),)
    if style == 'titik-dua' and isinstance(value[0], Run):
        return (cell(label), cell(Para((Run(': '), value[0]))))
    return (cell(label), cell(*value))


def _approved(draft: Draft, style: str, body: Office) -> tuple[Cell, ...]:
    draft.template.append('ttd=centre' if draft.chance(0.5) else 'ttd=kiri')
    lines = signer_lines(draft, body, person(draft.rng), office_marks='penandatangan+disahkan-oleh')
    how = draft.defect('disahkan-oleh')
    if how:
        draft.absent('disahkan-oleh', how, MISSING)
        label = Run(draft.pick(s.APPROVED), white=True) if how == 'tersembunyi' else Run('')
    else:
        draft.present('disahkan-oleh')
        label = draft.mark('disahkan-oleh', draft.pick(s.APPROVED))
    if not lines:
        lines = [Gap(40)]
        if not how:
            draft.claim('disahkan-oleh', 'free', 'tanpa-blok', MET, MISSING, UNSURE)
    return _pair(draft, style, label, *lines)


def _name(draft: Draft, style: str, service: str | None) -> tuple[Cell, ...]:
    chosen = service or draft.rng.choice(SERVICES)
    other = draft.defect('layanan') != ''
    text = draft.pick(s.OTHER_SERVICES) if other else draft.pick(s.SERVICES[chosen])
    how = draft.defect('nama-sop')
    label, value = (
        draft.mark('nama-sop', draft.pick(s.NAME)),
        draft.mark('nama-sop+layanan', text, bold=draft.chance(0.5)),
    )
    if other:
        draft.absent('layanan', 'lain', MISSING)
    elif how == 'kosong':
        draft.free('layanan')
    else:
        draft.present('layanan')
    if how == 'hilang':
        draft.absent('nama-sop', how, MISSING, UNSURE)
        return _pair(
            draft,
            'satu-sel' if style == 'satu-sel' else 'sel',
            Run(''),
            draft.mark('layanan', text) if not other else Run(text),
        )
    if how == 'kosong':
        draft.absent('nama-sop', how, MISSING)
        return _pair(draft, style, label, Run(''))
    draft.present('nama-sop')
    return _pair(draft, style, label, value)


def _cells(draft: Draft, identity: Table) -> Table:
    """The identity block and, below it in one frame, the section cells in pairs."""
    width = draft.look.inner(draft.landscape)
    made = {name: _section(draft, name) for name in _SECTIONS}
    traps = [s.PROSE[name] for name in _SECTIONS if draft.defect(name) == 'hanya-prosa']
    order = list(_SECTIONS)
    if draft.layout('sel', ('baku', 'tukar')) == 'tukar':
        order = ['dasar-hukum', 'kualifikasi-pelaksana', 'peringatan', 'pencatatan', 'keterkaitan', 'peralatan']
    rows: list[tuple[Cell, ...]] = []
    together = draft.layout('sel-judul', ('di-dalam', 'terpisah', 'di-dalam ')) != 'terpisah'
    for left, right in zip(order[::2], order[1::2], strict=True):
        head = tuple(made[name][0] for name in (left, right))
        body = tuple(made[name][1] for name in (left, right))
        rows += (
            [tuple(cell(*one, *two) for one, two in zip(head, body, strict=True))]
            if together
            else [tuple(cell(*one) for one in head), tuple(cell(*two) for two in body)]
        )
    if traps:
        rows.append((cell(Run('Catatan: ' + ' '.join(traps)), colspan=2),))
    lower = Table(tuple(rows), (width * 0.5, width * 0.5), after=0)
    draft.add(identity)
    return lower


def _section(draft: Draft, name: str) -> tuple[list[Block | Run], list[Block | Run]]:
    labels, content = _SECTIONS[name]
    how = draft.defect(name)
    texts: list[Block | Run] = [
        Run(text)
        for text in (content if len(content) <= 2 else draft.rng.sample(content, draft.rng.randint(1, len(content))))
    ]
    if how:
        draft.absent(name, how, MISSING, *([UNSURE] if how in ('hanya-prosa', 'tanpa-judul') else []))
    else:
        draft.present(name)
    label = draft.pick(labels)
    if how == 'hilang':
        return [Run('')], [Run('')]
    if how == 'tersembunyi':
        return [Run(label, white=True)], texts
    if how:
        return [Run('')], texts
    return [draft.mark(name, label, bold=draft.chance(0.4))], texts


def _flow(draft: Draft) -> Block:
    width = draft.look.inner(draft.landscape)
    actors = draft.pick(s.ACTORS) if draft.defect('kolom-pelaksana') != 'hilang' else ()
    quality = _quality(draft)
    heads, below = _flow_heads(draft, actors, quality)
    shares = [0.4, 2.6, *([0.9] * len(actors)), *([1.1] * len(quality)), 0.9]
    words = ['No', 'Kegiatan', *actors, *quality, 'Keterangan']
    shares = [
        max(share, 0.105 * max((len(part) for part in word.split()), default=0))
        for share, word in zip(shares, words, strict=True)
    ]
    rows = [heads, below] if below else [heads]
    for k, step in enumerate(draft.rng.sample(s.STEPS, draft.rng.randint(4, len(s.STEPS))), 1):
        cells = [cell(str(k)), cell(Run(step[0]))]
        cells += [cell(draft.rng.choice(('', '', 'v', '[ ]', '<>'))) for _ in actors]
        cells += [cell(Run(value)) for value in step[1 : 1 + len(quality)]] + [cell('')]
        rows.append(tuple(cells))
    return Table(
        tuple(rows),
        tuple(width * share / sum(shares) for share in shares),
        header=len(rows[:2]) if below else 1,
        padding=2.5,
    )


def _quality(draft: Draft) -> tuple[str, ...]:
    how = draft.defect('kolom-mutu-baku')
    names = draft.pick(s.QUALITY_COLUMNS)
    if how:
        draft.absent('kolom-mutu-baku', how, MISSING, *([UNSURE] if how != 'hilang' else []))
    else:
        draft.present('kolom-mutu-baku')
    return {'hilang': (), 'kurang-output': names[:2], 'tanpa-judul': ('', '', '')}.get(how, names)


def _flow_heads(
    draft: Draft, actors: tuple[str, ...], quality: tuple[str, ...]
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    def head(run: Run | str, **style: object) -> Cell:
        return cell(run, align='center', middle=True, **style)

    activity = Run('') if draft.defect('kolom-kegiatan') else draft.mark('kolom-kegiatan', draft.pick(s.ACTIVITY))
    draft.absent('kolom-kegiatan', 'tanpa-judul', MISSING) if draft.defect('kolom-kegiatan') else draft.present(
        'kolom-kegiatan'
    )
    how = draft.defect('kolom-pelaksana')
    actor = Run('') if how else draft.mark('kolom-pelaksana', draft.pick(s.ACTORS_HEAD))
    draft.absent(
        'kolom-pelaksana', how, MISSING, *([UNSURE] if how == 'tanpa-judul' else [])
    ) if how else draft.present('kolom-pelaksana')
    deep = 2 if actors or quality else 1
    top = [head('No', rowspan=deep), head(activity, rowspan=deep)]
    if actors:
        top.append(head(actor, colspan=len(actors)))
    if quality:
        blank = draft.defect('kolom-mutu-baku') == 'tanpa-judul'
        top.append(head('' if blank else draft.mark('kolom-mutu-baku', draft.pick(s.QUALITY)), colspan=len(quality)))
    top.append(head(draft.pick(('Keterangan', 'Ket.', 'KET')), rowspan=deep))
    below = tuple(head(name) for name in actors) + tuple(
        head(draft.mark('kolom-mutu-baku', name) if name else '') for name in quality
    )
    return tuple(top), below

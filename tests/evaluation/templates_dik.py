"""DIK in the shapes that offices give it: lying or standing tables with or without lines, consequences in one head
over two, in two or in one, and cards with a field a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.evaluation import wordings_dik as k
from tests.evaluation.blocks import Cell, Gap, Run, Table, para
from tests.evaluation.decree import add_letterhead
from tests.evaluation.draft import MET, MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.forms import (
    BLANK_WAYS,
    Content,
    Head,
    blank_rows,
    claim_rows,
    close,
    fields,
    list_table,
    title,
)
from tests.evaluation.offices import Office, Person, office, person
from tests.evaluation.signing import SIGNER_DEFECTS, closing_date

DEFECTS: dict[str, tuple[str, ...]] = {
    'judul': ('hilang',),
    'tahun': ('lain', 'lain', 'hilang', 'titik'),
    'kolom-informasi': ('tanpa-judul',),
    'kolom-dasar-hukum': ('hilang', 'tanpa-judul', 'hanya-prosa', 'tersembunyi'),
    'pasal-17': ('tanpa-uu-kip', 'pasal-lain', 'uu-lain'),
    'kolom-konsekuensi': ('hilang', 'hanya-dibuka', 'tanpa-judul', 'hanya-prosa'),
    'kolom-jangka-waktu': ('hilang', 'tanpa-judul', 'hanya-prosa', 'tersembunyi'),
    'isi': BLANK_WAYS,
    'penandatangan': SIGNER_DEFECTS,
}
_COLUMNS = {'kolom-informasi': k.INFORMATION, 'kolom-dasar-hukum': k.LEGAL, 'kolom-jangka-waktu': k.TERM}


def build(
    draft: Draft, issuer: Office | None = None, above: Callable[[], None] | None = None, who: Person | None = None
) -> None:
    """A list of the kind dik, added to the draft as a part."""
    shape = draft.layout('dik', ('rebah-bergaris', 'tegak', 'rebah-polos', 'kartu', 'rebah', 'rebah-dua'))
    draft.begin('dik', shape.startswith('rebah'))
    draft.title = draft.title or 'DIK'
    if above:
        above()
    body = issuer or office(draft)
    year = PERIOD - draft.rng.randint(1, 3) if draft.defect('tahun') == 'lain' else PERIOD
    _head(draft, body, year)
    cards = shape == 'kartu' and not any(draft.defect(name) for name in ('isi', 'kolom-konsekuensi', *_COLUMNS))
    if cards:
        _cards(draft)
    else:
        draft.add(_table(draft, shape == 'rebah-polos'))
        prose = [name[6:].replace('-', ' ') for name in DEFECTS if draft.defect(name) == 'hanya-prosa']
        if prose:
            draft.add(Gap(4), para(k.CONTENT_PROSE.format(names=' dan '.join(prose)), after=4))
    gone = sum(draft.defect(name) != '' for name in ('judul', 'kolom-dasar-hukum', 'kolom-konsekuensi', 'isi'))
    draft.parts[-1].sure = gone <= 1 and not draft.defect('judul')
    date = closing_date(draft)[0].format(year=year).rstrip('.')
    dated = draft.defect('tahun') in ('', 'lain') and draft.chance(0.7)
    first = (para(f'{body.seat}, {date}', after=2),) if dated else ()
    close(draft, body, *first, who=who or person(draft.rng))


def _head(draft: Draft, body: Office, year: int) -> None:
    if draft.chance(0.3):
        add_letterhead(draft, body, '')
    title(draft, k.TITLES)
    unit = body.full.upper() if draft.chance(0.7) else body.full
    draft.add(para(draft.mark('', draft.pick(k.BODIES).format(u=unit), bold=True), align='center', after=1))
    year_line(draft, year)
    draft.add(Gap(6))


def year_line(draft: Draft, year: int) -> None:
    """The line with the year of a list, whole or damaged."""
    how = draft.defect('tahun')
    if how == 'titik':
        draft.absent('tahun', how, MISSING, UNSURE)
        draft.add(para(Run('TAHUN ........', bold=True), align='center', after=1))
    elif how == 'hilang':
        draft.absent('tahun', how, MISSING, UNSURE)
    else:
        draft.absent('tahun', 'tahun-lain', MISSING) if how else draft.present('tahun')
        line = draft.mark('tahun', draft.pick(k.YEARS).format(y=year), bold=True)
        draft.add(para(line, align='center', after=1))


def article(draft: Draft, letter: str) -> list[Run]:
    """What one row or record cites; claims `pasal-17`."""
    how = draft.defect('pasal-17')
    sector = draft.rng.choice(k.SECTOR)
    if not how:
        draft.present('pasal-17')
        cited = draft.mark('pasal-17', draft.pick(k.KIP_17).format(l=letter))
        return [cited, Run(sector)] if draft.chance(0.4) else [cited]
    draft.absent('pasal-17', how, MISSING, *([] if how == 'tanpa-uu-kip' else [UNSURE]))
    other = {'pasal-lain': k.OTHER_ARTICLE, 'uu-lain': k.OTHER_17}.get(how)
    return [Run(draft.rng.choice(other)), Run(sector)] if other else [Run(sector)]


def _table(draft: Draft, plain: bool) -> Table:
    heads = [Head('no', Run(draft.pick(('No', 'NO', 'No.'))), share=0.4)]
    for name, options in _COLUMNS.items():
        if name == 'kolom-jangka-waktu':
            heads += _consequences(draft)
        heads += _column(draft, name, options)
    if draft.chance(0.4):
        heads.append(Head('pj', Run(draft.pick(('Penanggung Jawab', 'Unit Kerja', 'Keterangan')))))
    flat = sum(max(1, len(head.below)) for head in heads)
    how = claim_rows(draft)
    if how:
        if not draft.defect('pasal-17'):
            draft.absent('pasal-17', 'tanpa-isi', MISSING)
        else:
            draft.absent('pasal-17', draft.defect('pasal-17'), MISSING)
        rows: list[list[Content | Cell]] = blank_rows(draft, flat, how)
    else:
        rows = [_row(draft, heads, n, row) for n, row in enumerate(_chosen(draft), 1)]
        if not any(head.id == 'kolom-dasar-hukum' for head in heads):
            draft.absent('pasal-17', 'tanpa-kolom', MISSING)
    return list_table(draft, heads, rows, lines=not plain)


def _chosen(draft: Draft) -> list[tuple[str, str, str, str, str]]:
    return draft.rng.sample(k.ROWS, draft.rng.randint(2, 6))


def _column(draft: Draft, name: str, options: Sequence[str]) -> list[Head]:
    how = draft.defect(name)
    share = 1.8 if name == 'kolom-informasi' else 1.2
    if how:
        draft.absent(name, how, MISSING, *([] if how == 'hilang' else [UNSURE]))
        shown = Run(draft.pick(options), white=True) if how == 'tersembunyi' else Run('')
        return [] if how in ('hilang', 'hanya-prosa') else [Head(name, shown, share=share)]
    draft.present(name)
    return [Head(name, draft.mark(name, draft.pick(options)), share=share)]


def _consequences(draft: Draft) -> list[Head]:
    name, how = 'kolom-konsekuensi', draft.defect('kolom-konsekuensi')
    if how:
        draft.absent(name, how, MISSING, *([] if how == 'hilang' else [UNSURE]))
        if how == 'tanpa-judul':
            return [Head('dibuka', Run('')), Head('ditutup', Run(''))]
        return [Head('dibuka', Run(draft.pick(k.TWO_HEADS)[0]))] if how == 'hanya-dibuka' else []
    draft.present(name)
    style = draft.layout('konsekuensi', ('induk', 'dua', 'gabung', 'induk-baru'))
    if style.startswith('induk'):
        pair = draft.pick(k.PAIRS)
        below = (draft.mark(name, pair[0]), draft.mark(name, pair[1]))
        return [Head(name, draft.mark(name, draft.pick(k.PARENTS)), below, 2.4)]
    if style == 'dua':
        one, two = draft.pick(k.TWO_HEADS)
        return [Head('dibuka', draft.mark(name, one)), Head('ditutup', draft.mark(name, two))]
    draft.claim(name, 'present', 'gabung', MET, UNSURE)
    return [Head('gabung', draft.mark(name, 'Konsekuensi Dibuka / Ditutup'), share=2.0)]


def _row(draft: Draft, heads: list[Head], n: int, row: tuple[str, str, str, str, str]) -> list[Content | Cell]:
    info, letter, opened, closed, term = row
    cited = article(draft, letter)
    made: list[Content | Cell] = []
    for head in heads:
        if head.id == 'kolom-konsekuensi':
            made += [draft.mark('isi', opened), draft.mark('isi', closed)]
        elif head.id == 'kolom-dasar-hukum':
            made.append(Cell(tuple(para(run, after=1) for run in cited)))
        else:
            texts = {
                'no': f'{n}',
                'kolom-informasi': info,
                'dibuka': opened,
                'ditutup': closed,
                'gabung': f'Dibuka: {opened}. Ditutup: {closed}.',
                'kolom-jangka-waktu': term,
                'pj': draft.rng.choice(('Sekretaris', 'PPID Pelaksana', 'Kepala Bidang')),
            }
            made.append(draft.mark('isi', texts[head.id]))
    return made


def _cards(draft: Draft) -> None:
    """A field a line for every piece of information: labels instead of columns. A person may or may not accept them."""
    draft.free('kolom-informasi', 'kolom-dasar-hukum', 'kolom-konsekuensi', 'kolom-jangka-waktu', 'isi')
    labels = [draft.pick(options) for options in (k.INFORMATION, k.LEGAL, k.TERM)]
    pair = draft.pick(k.TWO_HEADS)
    for n, (info, letter, opened, closed, term) in enumerate(_chosen(draft), 1):
        cited = article(draft, letter)[0]
        rows: list[tuple[Run | str, Content | str]] = [
            (draft.mark('kolom-informasi', labels[0]), draft.mark('isi', info)),
            (draft.mark('kolom-dasar-hukum', labels[1]), cited),
            (draft.mark('kolom-konsekuensi', pair[0]), draft.mark('isi', opened)),
            (draft.mark('kolom-konsekuensi', pair[1]), draft.mark('isi', closed)),
            (draft.mark('kolom-jangka-waktu', labels[2]), draft.mark('isi', term)),
        ]
        draft.add(para(Run(f'{n}.', bold=True), before=4, after=1), *fields(draft, rows, 'kisi', 130))

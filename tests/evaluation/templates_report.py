"""Yearly reports on the information service (chapters, parts, lettered headings) and service pledges (posters,
letters)."""

from __future__ import annotations

from dataclasses import replace

from tests.evaluation import wordings as w
from tests.evaluation import wordings_report as r
from tests.evaluation.blocks import Block, Cell, Gap, NewPage, Para, Picture, Run, Tabbed, Table, cell, para
from tests.evaluation.decree import add_letterhead
from tests.evaluation.draft import MET, MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.forms import Content, Head, close, list_table, title
from tests.evaluation.offices import Office, office
from tests.evaluation.signing import SIGNER_DEFECTS, closing_date
from tests.evaluation.wordings_dik import NUMBER_WORDS

REPORT_DEFECTS: dict[str, tuple[str, ...]] = {
    'judul': ('hilang',),
    'tahun': ('lain', 'lain', 'hilang', 'titik'),
    **dict.fromkeys(r.SECTIONS, ('hilang', 'hanya-daftar-isi', 'hanya-prosa', 'kosong', 'tersembunyi')),
    'jumlah-permohonan': ('hilang', 'titik', 'tanpa-angka'),
    'penandatangan': SIGNER_DEFECTS,
}
PLEDGE_DEFECTS: dict[str, tuple[str, ...]] = {
    'judul': ('hilang',),
    'kesanggupan': ('hilang', 'titik'),
    'sanksi': ('hilang', 'kritik-saran', 'tersembunyi'),
    'tempat-tanggal': ('hilang', 'tanggal-titik', 'placeholder', 'tanpa-hari'),
    'penandatangan': SIGNER_DEFECTS,
}
_TABLES = ('tabel', 'matriks')
_ORDER = tuple(r.SECTIONS)
_MONTHS = 12


def report(draft: Draft, issuer: Office | None = None) -> None:
    """A report of the kind laporan-layanan, added to the draft as a part."""
    shape = draft.layout(
        'laporan', ('bab', 'bagian', 'huruf', 'angka', 'bab-tebal', 'surat-laporan', 'tabel', 'matriks')
    )
    part = draft.begin('laporan-layanan')
    draft.title = draft.title or 'Laporan layanan'
    body = issuer or office(draft)
    year = PERIOD - 1
    if draft.defect('tahun') == 'lain':
        year = draft.rng.choice((PERIOD, PERIOD - 2, PERIOD - 3))
    long = shape.startswith('ba')
    _cover(draft, body, year, long)
    names = {name: draft.pick(r.SECTIONS[name]) for name in _ORDER}
    if long and (draft.chance(0.6) or 'hanya-daftar-isi' in draft.defects.values()):
        _contents(draft, names, shape)
    if shape in _TABLES:
        draft.add(_matrix(draft, names, body), Gap(6))
    n = 0
    last = ''
    for name in _ORDER if shape not in _TABLES else ():
        how = draft.defect(name)
        if name == 'rincian' and how:
            _count(draft, year)
            if draft.defect(last) == 'kosong' and not draft.defect('jumlah-permohonan'):
                draft.free(last)  # the number of requests stands under its heading
        if how in ('hilang', 'hanya-daftar-isi', 'hanya-prosa'):
            draft.absent(name, how, MISSING, *([] if how == 'hilang' else [UNSURE]))
            continue
        _section(draft, shape, n, name, names[name], how, body)
        n, last = n + 1, name
        if name == 'rincian' and not how:
            _count(draft, year)
    prose = [name for name in _ORDER if draft.defect(name) == 'hanya-prosa']
    if prose:
        draft.add(
            para(
                f'Uraian mengenai {" dan ".join(prose)} akan kami sampaikan dalam laporan terpisah.',
                align='justify',
                after=6,
            )
        )
    date = closing_date(draft)[0].format(year=PERIOD if year == PERIOD - 1 else year + 1).rstrip('.')
    close(draft, body, *([para(f'{body.seat}, {date}', after=2)] if draft.chance(0.7) else []))
    gone = sum(draft.defect(name) in ('hilang', 'hanya-daftar-isi', 'hanya-prosa') for name in _ORDER)
    part.sure = gone <= 3 and not draft.defect('judul')


def _matrix(draft: Draft, names: dict[str, str], body: Office) -> Table:
    """The report as one table: a row for every section, and one for the number of requests."""
    rows: list[list[Content | Cell]] = []
    for name in _ORDER:
        how = draft.defect(name)
        if how in ('hilang', 'hanya-daftar-isi', 'hanya-prosa'):
            draft.absent(name, how, MISSING, *([] if how == 'hilang' else [UNSURE]))
        else:
            head, text = draft.mark(name, names[name]), draft.rng.choice(r.TEXTS[name]).format(unit=body.full)
            if how:
                draft.absent(name, f'baris-{how}', MISSING, UNSURE)
                head = head if how == 'kosong' else Run(names[name], white=True)
            else:
                draft.claim(name, 'present', 'baris', MET, UNSURE)
            rows.append([Run(f'{len(rows) + 1}'), head, Run('') if how == 'kosong' else draft.mark(name, text)])
        if name == 'rincian':
            how = draft.defect('jumlah-permohonan')
            count = Run(f'{draft.rng.randint(1, 60)} permohonan' if not how else '........' if how == 'titik' else '')
            if how:
                draft.absent('jumlah-permohonan', how, MISSING, UNSURE)
            else:
                draft.present('jumlah-permohonan')
                count = draft.mark('jumlah-permohonan', count.text)
            if how != 'hilang':
                label = draft.mark('jumlah-permohonan', 'Jumlah permohonan informasi')
                rows.append([Run(f'{len(rows) + 1}'), label, count])
    heads = (Head('no', Run('No'), share=0.4), Head('u', Run(draft.pick(('Uraian', 'Komponen Laporan'))), share=2.0))
    return list_table(draft, (*heads, Head('k', Run(draft.pick(('Keterangan', 'Isi', 'Penjelasan'))), share=3.2)), rows)


def _cover(draft: Draft, body: Office, year: int, long: bool) -> None:
    if not long:
        add_letterhead(draft, body, '')
    else:
        draft.add(Gap(90))
    title(draft, r.TITLES, size=17.0 if long else 13.0)
    how = draft.defect('tahun')
    unit = para(draft.mark('', body.full.upper(), bold=True), align='center', after=4)
    year_line = Run('')
    if how in ('hilang', 'titik'):
        draft.absent('tahun', how, MISSING, UNSURE)
        year_line = Run('TAHUN ........' if how == 'titik' else '', bold=True)
    else:
        draft.absent('tahun', 'tahun-lain', MISSING, UNSURE) if how else draft.present('tahun')
        year_line = draft.mark('tahun', draft.pick(r.YEARS).format(y=year), bold=True)
    lines: list[Block] = [unit, para(year_line, align='center', after=4)]
    if draft.chance(0.5):
        lines.reverse()
    draft.add(*(line for line in lines if line is unit or year_line.text))
    if long:
        draft.add(Gap(60), Picture('logo', 90, 108, draft.rng.getrandbits(16)), Gap(90))
        draft.add(para(body.region.upper(), align='center'), NewPage())
        draft.add(para(Run('KATA PENGANTAR', bold=True), align='center', after=8))
        draft.add(para(draft.pick(r.FOREWORDS), align='justify'), NewPage())
    else:
        draft.add(Gap(8))


def _contents(draft: Draft, names: dict[str, str], shape: str) -> None:
    draft.add(para(Run('DAFTAR ISI', bold=True), align='center', after=8))
    n = 0
    for name in _ORDER:
        if draft.defect(name) in ('hilang', 'hanya-prosa'):
            continue
        number = f'BAB {w.ROMAN[n]} ' if shape.startswith('bab') else f'BAGIAN {w.ROMAN[n]} '
        line = number + names[name].upper()
        draft.add(para(f'{line[:62]} {"." * max(6, 70 - len(line[:62]))} {n + 3}', after=2))
        n += 1
    draft.add(NewPage())


def _section(draft: Draft, shape: str, n: int, name: str, head: str, how: str, body: Office) -> None:
    run = draft.mark(name, head, bold=True)
    if how == 'tersembunyi':
        run = replace(run, mark=None, white=True)
    if shape.startswith('ba'):
        word = 'BAGIAN' if shape == 'bagian' else 'B A B' if shape == 'bab-tebal' else 'BAB'
        draft.add(para(Run(f'{word} {w.ROMAN[n]}', bold=True), align='center', before=10, after=1))
        draft.add(para(run, align='center', after=6))
    else:
        number = {'huruf': 'ABCDEF'[n], 'angka': f'{n + 1}', 'surat-laporan': w.ROMAN[n]}[shape]
        draft.add(Tabbed(((Run(f'{number}.', bold=True),), (run,)), (22,), after=3))
    if how == 'kosong':
        draft.absent(name, 'bab-kosong', MISSING, UNSURE)
        draft.add(para(draft.rng.choice(('', '..........', '-')), after=6))
        return
    draft.absent(name, how, MISSING, UNSURE) if how else draft.present(name)
    texts = r.TEXTS[name] if name != 'sengketa' else (draft.pick(r.TEXTS[name]),)
    for text in texts if draft.chance(0.7) else texts[:1]:
        draft.add(para(draft.mark(name, text.format(unit=body.full)), align='justify', after=5))


def _count(draft: Draft, year: int) -> None:
    """The number of requests in a sentence or as the sum of a table."""
    how = draft.defect('jumlah-permohonan')
    if how:
        draft.absent('jumlah-permohonan', how, MISSING, UNSURE)
        text = {
            'titik': 'Jumlah permohonan informasi yang diterima sebanyak ........ permohonan.',
            'tanpa-angka': 'Jumlah permohonan informasi yang diterima dari tahun ke tahun terus bertambah.',
        }.get(how)
        if text:
            draft.add(para(text, align='justify', after=5))
        return
    draft.present('jumlah-permohonan')
    total = draft.rng.randint(1, 12)
    if draft.chance(0.5):
        text = draft.pick(r.COUNT_SENTENCES).format(
            n=total,
            w=NUMBER_WORDS[total - 1],
            y=year,
            m=total,
            d=0,
        )
        draft.add(para(draft.mark('jumlah-permohonan', text), align='justify', after=5))
        return
    heads = [Head('bulan', Run('No'), share=0.4)]
    heads += [
        Head(f'k{k}', draft.mark('jumlah-permohonan', head) if k == 1 else Run(head))
        for k, head in enumerate(draft.pick(r.COUNT_HEADS))
    ]
    share = [1 if k < total else 0 for k in range(_MONTHS)]
    rows: list[list[Content | Cell]] = [
        [Run(f'{k + 1}'), Run(month), Run(f'{share[k]}'), Run(f'{share[k]}'), Run('0')]
        for k, month in enumerate(w.MONTHS)
    ]
    number = draft.mark('jumlah-permohonan', f'{total}', bold=True)
    rows.append(
        [
            cell(draft.mark('jumlah-permohonan', draft.pick(r.TOTALS), bold=True), colspan=2),
            number,
            Run(f'{total}'),
            Run('0'),
        ]
    )
    draft.add(list_table(draft, heads, rows, scale=0.8), Gap(6))


def pledge(draft: Draft, issuer: Office | None = None) -> None:
    """A pledge of the kind maklumat, added to the draft as a part."""
    shape = draft.layout('maklumat', ('poster', 'poster-rebah', 'surat', 'bingkai', 'butir', 'poster-besar'))
    draft.begin('maklumat', shape == 'poster-rebah')
    draft.title = draft.title or 'Maklumat'
    body = issuer or office(draft)
    big = shape != 'surat'
    size = draft.rng.choice((14.0, 16.0)) if big else draft.look.size
    if not big or draft.chance(0.5):
        add_letterhead(draft, body, '')
    else:
        draft.add(Gap(20), Picture('logo', 70, 84, draft.rng.getrandbits(16)), Gap(8))
        draft.add(para(draft.mark('', body.full.upper(), bold=True, size=14.0), align='center', after=14))
    title(draft, r.PLEDGE_TITLES, size=draft.rng.choice((22.0, 26.0)) if big else 14.0)
    if not big and draft.chance(0.6):
        draft.add(para(f'Nomor : 067/{draft.rng.randint(10, 300)}/{PERIOD}', align='center', after=6))
    draft.add(Gap(20 if big else 8))
    lines = [
        _able(draft, body, size),
        *([_item(draft, k, size) for k in range(3)] if shape == 'butir' else []),
        _sanction(draft, size),
    ]
    if shape == 'bingkai':
        width = draft.look.inner(draft.landscape)
        draft.add(Table(((cell(*(line for line in lines if line)),),), (width,), padding=18.0))
    else:
        draft.add(*(line for line in lines if line))
    draft.add(Gap(20 if big else 4))
    close(draft, body, *_dated(draft, body))


def _able(draft: Draft, body: Office, size: float) -> Para:
    how = draft.defect('kesanggupan')
    align = 'center' if size > 13 else 'justify'
    if not how:
        draft.present('kesanggupan')
        return para(
            draft.mark(
                'kesanggupan', draft.pick(r.ABLE).format(unit=body.full) + draft.rng.choice(('.', ';')), size=size
            ),
            align=align,
            after=10,
        )
    draft.absent('kesanggupan', how, MISSING, UNSURE)
    if how == 'titik':
        return para(
            Run('Dengan ini kami menyatakan ..............................................', size=size),
            align=align,
            after=10,
        )
    return para(Run(draft.pick(r.NO_ABLE), size=size), align=align, after=10)


def _item(draft: Draft, k: int, size: float) -> Para:
    return Para((Run(f'{k + 1}. {r.PLEDGE_ITEMS[k]}', size=size - 2),), indent=40, hanging=18, after=5)


def _sanction(draft: Draft, size: float) -> Para | None:
    how = draft.defect('sanksi')
    align = 'center' if size > 13 else 'justify'
    if not how:
        draft.present('sanksi')
        return para(draft.mark('sanksi', draft.pick(r.SANCTION) + '.', size=size), align=align, after=10)
    draft.absent('sanksi', how, MISSING)
    if how == 'tersembunyi':
        return para(Run(draft.pick(r.SANCTION) + '.', size=size, white=True), align=align, after=10)
    return para(Run(draft.pick(r.NO_SANCTION), size=size), align=align, after=10) if how == 'kritik-saran' else None


def _dated(draft: Draft, body: Office) -> list[Block]:
    return place_date(draft, body)


def place_date(draft: Draft, body: Office) -> list[Block]:
    """`Kotabaru, 5 Januari 2025` or Ditetapkan di ... pada tanggal ..., whole or damaged."""
    how, (date, month) = draft.defect('tempat-tanggal'), closing_date(draft)
    if how == 'hilang':
        draft.absent('tempat-tanggal', how, MISSING)
        return []
    value = {
        'tanggal-titik': '......................',
        'placeholder': '[tanggal]',
        'tanpa-hari': f'      {w.MONTHS[month - 1]} {PERIOD}',
    }.get(how, date.format(year=PERIOD))
    if how == 'tanpa-hari':
        draft.partial('tempat-tanggal', how, UNSURE, MISSING)
    elif how:
        draft.absent('tempat-tanggal', how, MISSING)
    else:
        draft.present('tempat-tanggal')
    if draft.chance(0.4):
        place = draft.mark('tempat-tanggal', draft.pick(w.PLACE_LABELS).format(v=body.seat).replace('\t', '  '))
        return [
            para(place, after=0),
            para(draft.mark('tempat-tanggal', draft.pick(w.DATE_LABELS).format(v=value)), after=2),
        ]
    return [para(draft.mark('tempat-tanggal', f'{body.seat}, {value}'), after=2)]

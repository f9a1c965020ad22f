"""Records of a test of consequences: berita acara in prose with a table or a lettered list, and sheets of fields."""

from __future__ import annotations

from tests.evaluation import wordings as w
from tests.evaluation import wordings_dik as k
from tests.evaluation.blocks import Block, Cell, Gap, Para, Picture, Run, Tabbed, Table, cell, para
from tests.evaluation.draft import MET, MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.forms import (
    FILL_WAYS,
    Content,
    Head,
    close,
    fields,
    filled,
    letter_top,
    list_table,
    signers_table,
    title,
)
from tests.evaluation.offices import Office, office
from tests.evaluation.signing import SIGNER_DEFECTS
from tests.evaluation.templates_dik import article
from tests.evaluation.templates_letters import any_day

DEFECTS: dict[str, tuple[str, ...]] = {
    'judul': ('hilang',),
    'nomor': FILL_WAYS,
    'hari-tanggal': ('hilang', 'titik', 'kosong', 'tanpa-hari'),
    'tahun': ('lain',),
    'informasi': ('hilang', 'titik'),
    'dasar-hukum': ('hilang', 'titik'),
    'pasal-17': ('tanpa-uu-kip', 'pasal-lain', 'uu-lain'),
    'konsekuensi': ('hilang', 'hanya-dibuka', 'titik'),
    'jangka-waktu': ('hilang', 'titik'),
    'penandatangan': SIGNER_DEFECTS,
}
_PARTS = ('informasi', 'dasar-hukum', 'konsekuensi', 'jangka-waktu')


def build(draft: Draft, issuer: Office | None = None) -> None:
    """A record of the kind uji-konsekuensi, added to the draft as a part."""
    shape = draft.layout('uji', ('acara-tabel', 'acara-huruf', 'lembar', 'acara-rebah', 'lembar-kisi'))
    draft.begin('uji-konsekuensi', shape == 'acara-rebah')
    draft.title = draft.title or 'Uji konsekuensi'
    body = issuer or office(draft)
    letter_top(draft, body)
    sheet = shape.startswith('lembar')
    title(draft, k.SHEET_TITLES if sheet else k.TEST_TITLES, wreck=False)
    year = PERIOD - draft.rng.randint(1, 3) if draft.defect('tahun') else PERIOD
    date, worded = _date(draft, year)
    _number(draft, year)
    draft.add(Gap(6))
    if sheet:
        _fields(draft, 'kisi' if shape == 'lembar-kisi' else 'tanpa-garis', date)
    else:
        _opening(draft, body, worded if draft.chance(0.6) else date)
        _lettered(draft) if shape == 'acara-huruf' else draft.add(_table(draft), Gap(4))
    draft.add(para(k.CLOSINGS[1] if sheet else draft.pick((k.CLOSINGS[0], k.CLOSINGS[2])), before=6))
    if draft.chance(0.55):
        draft.layout('tim', ('tabel-garis', 'tabel-polos', 'tabel-garis-tebal'))
        draft.add(
            Gap(6),
            signers_table(draft, draft.rng.sample(k.POSTS, draft.rng.randint(2, 5)), 'garis' in draft.template[-1]),
        )
        if draft.chance(0.4):
            draft.add(Gap(4))
    else:
        close(draft, body, role=draft.pick(('', 'PPID Pelaksana,', 'Atasan PPID Pelaksana,')))
    gone = sum(draft.defect(name) != '' for name in ('judul', *_PARTS))
    draft.parts[-1].sure = gone <= 1


def _number(draft: Draft, year: int) -> None:
    number = draft.pick(k.TEST_NUMBERS).format(n=draft.rng.randint(2, 400), y=year, rm=w.ROMAN[draft.rng.randint(0, 3)])
    value = filled(draft, 'nomor', number, '[nomor]', by_hand=True)
    if draft.defect('nomor') == 'hilang':
        return
    label = draft.pick(('Nomor', 'NOMOR', 'No.', 'Nomor'))
    if isinstance(value, Picture):
        width = draft.look.inner(draft.landscape)
        draft.add(Gap(2), *_centred(Run(f'{label} :'), value, width))
    else:
        draft.add(para(Run(f'{label} : '), value, align='center', after=4))


def _centred(label: Run, value: Picture, width: float) -> list[Block]:
    return [Table(((cell(label, align='right'), cell(value)),), (width * 0.45, width * 0.55), border=False, padding=3)]


def _date(draft: Draft, year: int) -> tuple[Content, Content]:
    """The day as `Senin, 3 Februari 2025` and in words; with the claims of both its requirements."""
    how = draft.defect('hari-tanggal')
    date = any_day(draft, year)
    day, month, name = date.day, date.month, k.DAYS[date.weekday()]
    if how in ('hilang', 'titik', 'kosong'):
        draft.absent('hari-tanggal', how, MISSING, *([UNSURE] if how == 'hilang' else []))
        draft.free('tahun')
        blank = Run({'titik': '........................', 'kosong': '', 'hilang': ''}[how])
        return blank, blank
    if how:
        draft.partial('hari-tanggal', how, UNSURE, MISSING)
        name, shown = '.......', f'..... {w.MONTHS[month - 1]} {year}'
        spelled = f'....... tanggal ....... bulan {w.MONTHS[month - 1]} tahun {year}'
    else:
        draft.present('hari-tanggal')
        shown = f'{day} {w.MONTHS[month - 1]} {year}'
        words = _number_words(day)
        spelled = f'{name} tanggal {words} bulan {w.MONTHS[month - 1]} tahun Dua Ribu {_number_words(year % 100)}'
        if draft.chance(0.6):
            spelled += f' ({day:02d}-{month:02d}-{year})'
        elif year == PERIOD:
            draft.claim('tahun', 'present', 'terbilang', MET, UNSURE)
    if year != PERIOD:
        draft.absent('tahun', 'tahun-lain', MISSING, UNSURE)
    elif how:
        draft.claim('tahun', 'free', '', MET, UNSURE)
    elif 'tahun' not in draft.parts[-1].claims:
        draft.present('tahun')
    return draft.mark('hari-tanggal+tahun', f'{name}, {shown}'), draft.mark('hari-tanggal+tahun', spelled)


def _number_words(n: int) -> str:
    """1 to 31 in words."""
    if n <= 12:
        return k.NUMBER_WORDS[n - 1].title()
    tens, ones = divmod(n, 10)
    if n < 20:
        return f'{k.NUMBER_WORDS[ones - 1].title()} Belas'
    return f'{k.NUMBER_WORDS[tens - 1].title()} Puluh {k.NUMBER_WORDS[ones - 1].title() if ones else ""}'.strip()


def _opening(draft: Draft, body: Office, date: Content) -> None:
    assert isinstance(date, Run)
    before, after = draft.pick(k.OPENINGS).format(v='\0', unit=body.full, seat=body.seat).split('\0')
    if draft.defect('hari-tanggal') == 'hilang':
        before, after = '', f'Telah dilakukan pengujian oleh {body.full} terhadap informasi berikut:'
    draft.add(Para((Run(before), date, Run(after)), 'justify', after=6))


def _claim(draft: Draft, name: str) -> str:
    how = draft.defect(name)
    if how:
        draft.absent(name, how, MISSING, *([] if how == 'hilang' and name != 'informasi' else [UNSURE]))
    else:
        draft.present(name)
    return how


def _entries(draft: Draft) -> list[tuple[str, Run, Run]]:
    """Requirement, label and value of every part of the record; damaged values are dots or left out."""
    info, letter, opened, closed, term = draft.rng.choice(k.ROWS)
    cited = article(draft, letter)
    values = {'informasi': Run(info), 'jangka-waktu': Run(term)}
    labels = {'informasi': k.FIELD_INFO, 'dasar-hukum': k.FIELD_LEGAL, 'jangka-waktu': k.FIELD_TERM}
    made: list[tuple[str, Run, Run]] = []
    for name in _PARTS:
        how = _claim(draft, name)
        if name == 'konsekuensi':
            made += _effects(draft, how, opened, closed)
        elif how != 'hilang':
            value = (
                Run('..............')
                if how
                else cited[0]
                if name == 'dasar-hukum'
                else draft.mark(name, values[name].text)
            )
            made.append((name, draft.mark(name, draft.pick(labels[name])), value))
        elif name == 'informasi':
            made.append((name, Run(''), Run('')))
        if name == 'dasar-hukum' and how:
            _lost_article(draft)
    return made


def _lost_article(draft: Draft) -> None:
    """Where the law is not stated, neither is its article."""
    draft.absent('pasal-17', draft.defect('pasal-17') or 'tanpa-dasar-hukum', MISSING)


def _effects(draft: Draft, how: str, opened: str, closed: str) -> list[tuple[str, Run, Run]]:
    if how == 'hilang':
        return []
    labels = (draft.pick(k.FIELD_OPEN), draft.pick(k.FIELD_CLOSED))
    texts = ('..............', '..............') if how == 'titik' else (opened, closed)
    made = [
        ('konsekuensi', draft.mark('konsekuensi', label), Run(text) if how else draft.mark('konsekuensi', text))
        for label, text in zip(labels, texts, strict=True)
    ]
    return made[:1] if how == 'hanya-dibuka' else made


def _fields(draft: Draft, style: str, date: Content) -> None:
    rows: list[tuple[Run | str, Content | str]] = []
    if draft.defect('hari-tanggal') != 'hilang':
        rows.append((draft.pick(('Hari / Tanggal', 'Hari, tanggal', 'Hari/Tanggal Pengujian')), date))
    rows += [(label, value) for _, label, value in _entries(draft) if label.text]
    draft.add(*fields(draft, rows, style, 150))


def _lettered(draft: Draft) -> None:
    for letter, (_, label, value) in zip('abcdefgh', [e for e in _entries(draft) if e[1].text], strict=False):
        draft.add(Tabbed(((Run(f'{letter}.'),), (label, Run(' : '), value)), (20,), after=3))


def _table(draft: Draft) -> Block:
    entries = [entry for entry in _entries(draft) if entry[1].text or entry[2].text]
    heads = [Head('no', Run('No'), share=0.4), *(Head(name, label) for name, label, _ in entries)]
    row: list[Content | Cell] = [Run('1'), *(value for _, _, value in entries)]
    if len(entries) == 0:
        draft.parts[-1].sure = False
    return list_table(draft, heads, [row], lines=draft.chance(0.8))

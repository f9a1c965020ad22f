"""Letters: invitations, duty letters and negative declarations, by different hands."""

from __future__ import annotations

from datetime import date as Date
from datetime import timedelta

from tests.evaluation import wordings as w
from tests.evaluation import wordings_letters as v
from tests.evaluation.blocks import Block, Cell, Gap, Para, Run, Table, cell, para
from tests.evaluation.draft import MET, MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.forms import FILL_WAYS, Content, Head, close, fields, filled, letter_top, list_table, title
from tests.evaluation.offices import Office, office, person
from tests.evaluation.signing import SIGNER_DEFECTS, closing_date, nip_line
from tests.evaluation.templates_report import place_date
from tests.evaluation.wordings_dik import DAYS

_NUMBER = (*FILL_WAYS, 'slot')
INVITATION_DEFECTS: dict[str, tuple[str, ...]] = {
    'nomor': _NUMBER,
    'hari-tanggal': ('hilang', 'titik', 'kosong', 'tanpa-hari'),
    'acara': ('hilang', 'titik', 'kosong', 'tersembunyi'),
    'penandatangan': SIGNER_DEFECTS,
}
DUTY_DEFECTS: dict[str, tuple[str, ...]] = {'nomor': (*_NUMBER, *FILL_WAYS), 'penandatangan': SIGNER_DEFECTS}
DECLARATION_DEFECTS: dict[str, tuple[str, ...]] = {
    'judul': ('hilang',),
    'pernyataan': ('titik', 'tanpa-pernyataan'),
    'tempat-tanggal': ('hilang', 'tanggal-titik', 'placeholder', 'tanpa-hari'),
    'penandatangan': SIGNER_DEFECTS,
}


def number(draft: Draft) -> tuple[Run, Content] | None:
    """Label and value of the letter's number; nothing where it is left out."""
    how = draft.defect('nomor')
    value = draft.pick(v.LETTER_NUMBERS).format(
        n=draft.rng.randint(3, 900), y=PERIOD, rm=w.ROMAN[draft.rng.randint(0, 5)]
    )
    if how == 'slot':
        draft.partial('nomor', 'slot-kosong', UNSURE, MISSING)
        return draft.mark('nomor', draft.pick(v.NUMBER_LABELS)), Run(f'005/          /{PERIOD}')
    shown = filled(draft, 'nomor', value, '[nomor surat]', by_hand=True)
    return None if how == 'hilang' else (draft.mark('nomor', draft.pick(v.NUMBER_LABELS)), shown)


def any_day(draft: Draft, year: int = PERIOD) -> Date:
    """A working day in the first months of the year."""
    date = Date(year, draft.rng.randint(1, 5), draft.rng.randint(1, 26))
    return date + timedelta(days=max(0, 7 - date.weekday()) if date.weekday() > 4 else 0)


def day(draft: Draft) -> Run | None:
    """The day of a meeting with its claim; nothing where it is left out."""
    how = draft.defect('hari-tanggal')
    if how in ('hilang', 'titik', 'kosong'):
        draft.absent('hari-tanggal', how, MISSING, *([UNSURE] if how == 'hilang' else []))
        return None if how == 'hilang' else Run('......................' if how == 'titik' else '')
    date = any_day(draft)
    month = w.MONTHS[date.month - 1]
    if how:
        draft.partial('hari-tanggal', how, UNSURE, MISSING)
        return draft.mark('hari-tanggal', f'       {month} {PERIOD}')
    draft.present('hari-tanggal')
    shown = draft.pick(v.DAY_FORMS).format(d=DAYS[date.weekday()], n=date.day, m=month, y=PERIOD)
    return draft.mark('hari-tanggal', shown)


def event(draft: Draft, requirement: str = 'acara') -> Run | None:
    """What a meeting is about; with `requirement` its claim."""
    how = draft.defect(requirement) if requirement else ''
    text = draft.rng.choice(v.EVENTS)
    if how:
        draft.absent(requirement, how, MISSING, *([UNSURE] if how == 'hilang' else []))
        if how == 'tersembunyi':
            return Run(text, white=True)
        return None if how == 'hilang' else Run('......................' if how == 'titik' else '')
    if requirement:
        draft.present(requirement)
        return draft.mark(requirement, text)
    return Run(text)


def meeting(draft: Draft, style: str, with_event: str = 'acara') -> list[Block]:
    """The lines Hari/Tanggal, Waktu, Tempat, Acara of a meeting."""
    rows: list[tuple[Run | str, Content | str]] = []
    when, what = day(draft), event(draft, with_event)
    if when is not None:
        rows.append((draft.mark('hari-tanggal', draft.pick(v.DAY_LABELS)), when))
    rows.append((draft.pick(v.TIME_LABELS), '09.00 WIB s.d. selesai'))
    rows.append(('Tempat', draft.rng.choice(v.PLACES)))
    if what is not None:
        label = draft.pick(v.EVENT_LABELS)
        rows.append((draft.mark(with_event, label) if with_event else label, what))
    return fields(draft, rows, style, 96)


def invitation(draft: Draft, issuer: Office | None = None) -> None:
    """A letter of the kind undangan, added to the draft as a part."""
    shape = draft.layout('undangan', ('surat-biasa', 'surat', 'nota', 'surat-prosa', 'surat-tabel', 'surat-kanan'))
    part = draft.begin('undangan')
    draft.title = draft.title or 'Undangan'
    body = issuer or office(draft)
    letter_top(draft, body)
    purpose = draft.pick(v.INVITATIONS)
    numbered = number(draft)
    date = closing_date(draft)[0].format(year=PERIOD).rstrip('.')
    if shape == 'nota':
        draft.add(para(Run('NOTA DINAS', bold=True), align='center', after=6))
    else:
        draft.add(para(f'{body.seat}, {date}', align='right', after=4))
    rows: list[tuple[Run | str, Content | str]] = [numbered] if numbered else []
    if shape == 'nota':
        rows = [('Kepada', 'Yth. Para Kepala Bidang'), ('Dari', body.head), *rows, ('Tanggal', date)]
    elif draft.chance(0.8):
        rows += [('Sifat', draft.rng.choice(('Penting', 'Biasa', 'Segera'))), ('Lampiran', '-')]
    rows.append((draft.pick(v.PURPOSE_LABELS), draft.mark('', purpose)))
    draft.add(*fields(draft, rows, 'tab' if shape != 'surat-tabel' else 'tanpa-garis', 62), Gap(8))
    if shape != 'nota':
        side = 260.0 if shape == 'surat-kanan' else 0.0
        draft.add(Para((Run('Yth. Para Pejabat PPID Pelaksana\ndi -\n      Tempat'),), indent=side, after=8))
    opening = draft.pick(v.INVITE_BODIES)
    if shape == 'surat-prosa':
        _prose(draft, opening)
    else:
        draft.add(para(opening, align='justify', after=5))
        draft.add(
            *meeting(draft, 'tanpa-garis' if shape == 'surat-tabel' else draft.rng.choice(('tab', 'tanpa-garis')))
        )
    draft.add(para(draft.pick(v.THANKS), before=6, align='justify'))
    close(draft, body)
    part.sure = sum(draft.defect(name) != '' for name in ('hari-tanggal', 'acara')) < 2 and not (
        purpose.startswith('Permohonan') and draft.defects
    )


def _prose(draft: Draft, opening: str) -> None:
    """Day and agenda within a sentence."""
    when, what = day(draft), event(draft)
    before = opening.rsplit(' pada', 1)[0]
    runs = [Run(f'{before} yang akan dilaksanakan')]
    if when is not None:
        runs += [Run(' pada hari '), when]
    runs.append(Run(f' pukul 09.00 WIB bertempat di {draft.rng.choice(v.PLACES)}'))
    if what is not None:
        runs += [Run(draft.rng.choice((' dengan agenda ', ' dengan acara '))), what]
    draft.add(Para((*runs, Run('.')), 'justify', after=6))
    for name in ('hari-tanggal', 'acara'):
        if not draft.defect(name):
            draft.claim(name, 'present', 'prosa', MET, UNSURE)


def duty(draft: Draft, issuer: Office | None = None) -> None:
    """A letter of the kind surat-tugas, added to the draft as a part."""
    shape = draft.layout('tugas', ('dasar', 'menimbang', 'langsung', 'tabel', 'prosa', 'dasar-tabel'))
    draft.begin('surat-tugas')
    draft.title = draft.title or 'Surat tugas'
    body = issuer or office(draft)
    letter_top(draft, body)
    heading = draft.mark('', draft.pick(v.DUTY_TITLES), bold=True, size=13.0, underline=draft.chance(0.4))
    draft.add(para(heading, align='center', after=1))
    numbered = number(draft)
    if numbered and isinstance(numbered[1], Run):
        draft.add(para(numbered[0], Run(draft.rng.choice((' : ', ': ', ' '))), numbered[1], align='center', after=8))
    elif numbered:
        width = draft.look.inner(False)
        row = (cell(numbered[0], align='right'), cell(numbered[1]))
        draft.add(Table((row,), (width * 0.44, width * 0.56), border=False), Gap(4))
    bases = draft.rng.sample(v.DUTY_BASES, draft.rng.randint(1, 3))
    if shape in ('dasar', 'menimbang', 'dasar-tabel'):
        label = 'Dasar' if shape != 'menimbang' else 'Menimbang'
        draft.add(
            *fields(
                draft,
                [(label if k == 0 else '', f'{k + 1}. {text};') for k, text in enumerate(bases)],
                'tanpa-garis',
                80,
            )
        )
        draft.add(para(Run(draft.pick(v.DUTY_WORDS), bold=True), align='center', before=6, after=6))
    else:
        draft.add(para(f'Yang bertanda tangan di bawah ini {body.head}, menugaskan kepada:', align='justify', after=5))
    people = [person(draft.rng) for _ in range(draft.rng.randint(1, 4))]
    if 'tabel' in shape:
        heads = (
            Head('no', Run('No'), share=0.4),
            Head('nama', Run('Nama / NIP'), share=2),
            Head('p', Run('Pangkat')),
            Head('j', Run('Jabatan')),
        )
        rows: list[list[Content | Cell]] = [
            [Run(f'{k}'), Run(f'{who.name}\nNIP. {who.nip}'), Run(who.rank), Run(draft.rng.choice(w.POSTS))]
            for k, who in enumerate(people, 1)
        ]
        draft.add(list_table(draft, heads, rows), Gap(6))
    else:
        for k, who in enumerate(people, 1):
            draft.add(
                *fields(
                    draft,
                    [(f'{k}. Nama', who.name), ('    NIP', who.nip), ('    Jabatan', draft.rng.choice(w.POSTS))],
                    'tab',
                    110,
                )
            )
    task = draft.pick(v.DUTIES)
    if shape == 'prosa':
        draft.add(para(f'untuk {task[0].lower()}{task[1:]}.', align='justify', before=4))
    else:
        draft.add(
            *fields(
                draft, [('Untuk', f'1. {task};'), ('', '2. Melaporkan hasilnya kepada pimpinan.')], 'tanpa-garis', 80
            )
        )
    draft.add(para('Demikian untuk dilaksanakan dengan penuh tanggung jawab.', before=4))
    date = closing_date(draft)[0].format(year=PERIOD)
    close(draft, body, para(f'Ditetapkan di {body.seat}', after=0), para(f'pada tanggal {date}', after=2))


def declaration(draft: Draft, issuer: Office | None = None) -> None:
    """A negative declaration of the kind surat-pernyataan, added to the draft as a part."""
    shape = draft.layout('pernyataan', ('kolom', 'tanpa-kop', 'prosa', 'bernomor', 'kolom-garis', 'narasi'))
    draft.begin('surat-pernyataan')
    draft.title = draft.title or 'Surat pernyataan'
    body = issuer or office(draft)
    if shape != 'tanpa-kop':
        letter_top(draft, body)
    telling = [line for line in v.DECLARATION_TITLES if 'TIDAK' in line or 'NIHIL' in line]
    plain = [line for line in v.DECLARATION_TITLES if line not in telling]
    if draft.defect('pernyataan') or draft.chance(0.6):
        title(draft, plain)
    else:
        title(draft, telling, also='pernyataan')
    if shape == 'bernomor':
        draft.add(para(f'Nomor : 480/{draft.rng.randint(10, 400)}/{PERIOD}', align='center', after=6))
    who = person(draft.rng)
    draft.add(Gap(6))
    if shape in ('prosa', 'narasi'):
        draft.add(
            para(
                draft.mark('', f'Yang bertanda tangan di bawah ini, {body.head}, selaku Atasan PPID Pelaksana,'),
                align='justify',
                after=5,
            )
        )
    else:
        draft.add(para(draft.mark('', 'Yang bertanda tangan di bawah ini :'), after=4))
        rows: list[tuple[Run | str, Content | str]] = [('Nama', who.name), ('Jabatan', body.head)]
        if body.numbered:
            rows.insert(1, ('NIP', nip_line(draft, who).split('IP')[-1].strip('.: ') if draft.chance(0.5) else who.nip))
        draft.add(*fields(draft, rows, 'kisi' if shape == 'kolom-garis' else 'tab', 90), Gap(4))
    _statement(draft, body)
    draft.add(para(draft.pick(v.DECLARE_CLOSINGS), align='justify', before=4))
    close(draft, body, *place_date(draft, body), role=draft.pick(('', 'Yang membuat pernyataan,', '')), who=who)
    if draft.defect('penandatangan') in ('no-nip', 'nip-dots') and shape not in ('prosa', 'narasi'):
        draft.free('penandatangan')  # the NIP stands beside the name above
    if draft.defect('pernyataan'):
        draft.parts[-1].sure = False


def _statement(draft: Draft, body: Office) -> None:
    how = draft.defect('pernyataan')
    if how:
        draft.absent('pernyataan', how, MISSING, *([UNSURE] if how == 'titik' else []))
        text = (
            'Dengan ini menyatakan bahwa ...................................................................'
            if how == 'titik'
            else draft.pick(v.ABOUT_WORK)
        )
        draft.add(para(text, align='justify', after=5))
        return
    draft.present('pernyataan')
    text = draft.pick(v.DECLARATIONS).format(unit=body.full, p=PERIOD - 1)
    draft.add(para(draft.mark('pernyataan', text), align='justify', after=5))

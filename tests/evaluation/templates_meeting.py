"""Minutes and attendance lists of meetings."""

from __future__ import annotations

from tests.evaluation import wordings as w
from tests.evaluation import wordings_letters as v
from tests.evaluation.blocks import Block, Cell, Gap, Picture, Run, Tabbed, Table, cell, para
from tests.evaluation.draft import MET, MISSING, UNSURE, Draft
from tests.evaluation.forms import (
    BLANK_WAYS,
    Content,
    Head,
    blank_rows,
    claim_rows,
    close,
    fields,
    letter_top,
    list_table,
    scribble,
    title,
)
from tests.evaluation.offices import Office, office, person
from tests.evaluation.signing import SIGNER_DEFECTS
from tests.evaluation.templates_letters import any_day, day, event
from tests.evaluation.wordings_dik import DAYS

MINUTES_DEFECTS: dict[str, tuple[str, ...]] = {
    'judul': ('hilang',),
    'hari-tanggal': ('hilang', 'titik', 'kosong', 'tanpa-hari'),
    'pembahasan': ('hilang', 'titik', 'kosong'),
    'penandatangan': ('no-block', 'no-block', *SIGNER_DEFECTS),
}
ATTENDANCE_DEFECTS: dict[str, tuple[str, ...]] = {'judul': ('hilang',), 'isi': BLANK_WAYS}


def minutes(draft: Draft, issuer: Office | None = None) -> None:
    """Minutes of the kind notulen, added to the draft as a part."""
    shape = draft.layout('notulen', ('butir', 'tabel', 'kisi', 'rapat', 'prosa', 'kisi-penuh'))
    part = draft.begin('notulen')
    draft.title = draft.title or 'Notulen'
    body = issuer or office(draft)
    if draft.chance(0.7):
        letter_top(draft, body)
    title(draft, v.MINUTES_TITLES)
    rows: list[tuple[Run | str, Content | str]] = []
    when, what = day(draft), event(draft, '')
    if when is not None:
        rows.append((draft.mark('hari-tanggal', draft.pick(v.DAY_LABELS)), when))
    assert what is not None
    rows += [
        (draft.pick(v.TIME_LABELS), '09.00 - 11.30 WIB'),
        ('Tempat', draft.rng.choice(v.PLACES)),
        (draft.pick(v.EVENT_LABELS), draft.mark('', what)),
        ('Pimpinan Rapat', person(draft.rng).name),
        ('Peserta', f'{draft.rng.randint(8, 40)} orang (daftar hadir terlampir)'),
    ]
    draft.add(
        Gap(4),
        *fields(draft, rows, 'kisi' if shape.startswith('kisi') else draft.rng.choice(('tab', 'tanpa-garis')), 100),
        Gap(6),
    )
    draft.add(*_discussion(draft, shape))
    close(draft, body, role=draft.pick(v.WRITERS))
    part.claims.pop('tanda-tangan')
    part.sure = not draft.defect('judul') and not (draft.defect('pembahasan') and draft.defect('hari-tanggal'))


def _discussion(draft: Draft, shape: str) -> list[Block]:
    how = draft.defect('pembahasan')
    label = draft.mark('pembahasan', draft.pick(v.DISCUSSION_LABELS), bold=True)
    if how:
        draft.absent('pembahasan', how, MISSING, *([UNSURE] if how == 'hilang' else []))
        if how == 'hilang':
            return []
        dots = [para('.' * 70, after=4) for _ in range(4)] if how == 'titik' else [Gap(60)]
        return [para(label, after=4), *dots]
    draft.present('pembahasan')
    said = draft.rng.sample(v.DISCUSSED, draft.rng.randint(2, len(v.DISCUSSED)))
    if shape == 'tabel':
        heads = (
            Head('no', Run('No'), share=0.4),
            Head('p', label, share=3.0),
            Head('t', Run('Tindak Lanjut')),
            Head('j', Run('Penanggung Jawab')),
        )
        rows: list[list[Content | Cell]] = [
            [Run(f'{k}'), draft.mark('pembahasan', text), Run('Segera'), Run(draft.rng.choice(v.UNITS))]
            for k, text in enumerate(said, 1)
        ]
        return [list_table(draft, heads, rows)]
    if shape.startswith('kisi'):
        width = draft.look.inner(draft.landscape)
        listed = tuple(para(f'{k}. ', draft.mark('pembahasan', text), after=3) for k, text in enumerate(said, 1))
        return [Table(((cell(label),), (Cell(listed),)), (width,))]
    if shape == 'prosa':
        return [para(label, after=3), para(draft.mark('pembahasan', ' '.join(said)), align='justify', after=6)]
    return [
        para(label, after=3),
        *(
            Tabbed(((Run(f'{k}.'),), (draft.mark('pembahasan', text),)), (20,), after=3)
            for k, text in enumerate(said, 1)
        ),
    ]


def attendance(draft: Draft, issuer: Office | None = None) -> None:
    """A list of the kind daftar-hadir, added to the draft as a part."""
    shape = draft.layout('hadir', ('tegak', 'rebah', 'zigzag', 'polos', 'daring', 'tegak-kop'))
    draft.begin('daftar-hadir', shape == 'rebah')
    draft.title = draft.title or 'Daftar hadir'
    body = issuer or office(draft)
    if shape == 'tegak-kop' or draft.chance(0.4):
        letter_top(draft, body)
    title(draft, v.ATTENDANCE_TITLES)
    what, date = event(draft, ''), any_day(draft)
    assert what is not None
    rows: list[tuple[Run | str, Content | str]] = [
        (draft.pick(v.DAY_LABELS), f'{DAYS[date.weekday()]}, {date.day} {w.MONTHS[date.month - 1]} {date.year}'),
        ('Tempat', draft.rng.choice(v.PLACES)),
        ('Acara', draft.mark('', what)),
    ]
    draft.add(Gap(4), *fields(draft, rows, 'tab', 90), Gap(6), _list(draft, shape))
    if draft.chance(0.3):
        claims = dict(draft.parts[-1].claims)
        draft.sign_form, kept = 'none', draft.sign_form
        close(draft, body)
        draft.sign_form = kept
        draft.parts[-1].claims.clear()
        draft.parts[-1].claims.update(claims)


def _list(draft: Draft, shape: str) -> Block:
    online = shape == 'daring' and not draft.defect('isi')
    how = claim_rows(draft)
    heads = [
        Head('no', Run(draft.pick(('No', 'NO.', 'No.'))), share=0.4),
        Head('nama', Run(draft.pick(v.NAME_HEADS)), share=2.2),
        Head('jabatan', Run(draft.pick(v.POST_HEADS)), share=1.6),
    ]
    if online:
        heads += [Head('waktu', Run('Cap waktu')), Head('surel', Run('Alamat email'), share=1.8)]
    else:
        if draft.chance(0.4):
            heads.append(Head('hp', Run('No. HP')))
        heads.append(Head('ttd', Run(draft.pick(v.SIGN_HEADS[:4])), share=1.6))
    form = _signs(draft, online, how)
    rows: list[list[Content | Cell]]
    if how:
        rows = blank_rows(draft, len(heads), how)
    else:
        by_hand = draft.format == 'scan' and form in ('semua', 'sebagian') and draft.chance(0.5)
        if by_hand:
            draft.claim('isi', 'present', 'tulisan-tangan', MET, UNSURE)
        rows = [_person(draft, heads, n, form, shape, by_hand) for n in range(1, draft.rng.randint(5, 12))]
    return list_table(draft, heads, rows, lines=shape != 'polos')


def _signs(draft: Draft, online: bool, how: str) -> str:
    """How far the column of signatures is filled, with the claim about it."""
    if how or online:
        draft.absent(
            'tanda-tangan',
            'tanpa-baris' if how else 'tanpa-kolom',
            MISSING,
            *([UNSURE] if draft.format == 'scan' else []),
        )
        return 'tanpa'
    form = draft.rng.choice(
        {'scan': ('semua', 'semua', 'sebagian', 'tanpa')}.get(draft.format, ('gambar', 'tanpa', 'tanpa'))
    )
    if draft.format == 'xlsx':
        form = 'tanpa'
    if form == 'semua':
        draft.claim('tanda-tangan', 'present', 'tinta', MET, UNSURE)
    elif form == 'tanpa':
        draft.absent('tanda-tangan', 'kolom-kosong', MISSING, *([UNSURE] if draft.format == 'scan' else []))
    else:
        draft.claim(
            'tanda-tangan', 'free' if form == 'sebagian' else 'partial', form, MET, UNSURE
        ) if form == 'sebagian' else draft.partial('tanda-tangan', 'hanya-gambar')
    return form


def _person(draft: Draft, heads: list[Head], n: int, form: str, shape: str, by_hand: bool) -> list[Content | Cell]:
    who = person(draft.rng)
    signs = form in ('semua', 'gambar') or (form == 'sebagian' and n % 2 == 1)
    made: list[Content | Cell] = []
    for head in heads:
        if head.id == 'ttd':
            number = f'{n}. ' if shape == 'zigzag' or draft.format != 'xlsx' else ''
            picture = Picture('signature', 46, 18, draft.rng.getrandbits(20), 'left', draft.mark_number('tanda-tangan'))
            made.append(cell(picture) if signs else cell(Run(('' if n % 2 else '            ') + number)))
        elif by_hand and head.id in ('nama', 'jabatan'):
            made.append(scribble(draft, 'isi', 80 if head.id == 'nama' else 50))
        else:
            texts = {
                'no': f'{n}',
                'nama': who.name,
                'jabatan': draft.rng.choice(v.UNITS),
                'hp': f'0812{draft.rng.randint(10**6, 10**7 - 1)}',
                'waktu': f'13/02/2025 08:{n + 10}',
                'surel': f'{who.name.split()[0].lower().strip(".")}@contoh.go.id',
            }
            made.append(draft.mark('isi', texts[head.id]))
    return made

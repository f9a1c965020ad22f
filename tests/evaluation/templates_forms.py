"""Forms that applicants fill in, and the registers that list them: filled in, written by hand, or handed in blank."""

from __future__ import annotations

from collections.abc import Sequence

from tests.evaluation import wordings as w
from tests.evaluation import wordings_forms as f
from tests.evaluation.blocks import Block, Cell, Gap, NewPage, Run, Table, cell, para
from tests.evaluation.draft import MET, MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.forms import (
    BLANK_WAYS,
    Content,
    Head,
    blank_rows,
    close,
    fields,
    letter_top,
    list_table,
    scribble,
    title,
)
from tests.evaluation.offices import Office, office, person

_TICKED = ('centang', 'kotak')
FORM_DEFECTS: dict[str, tuple[str, ...]] = {
    'judul': ('hilang',),
    'isi': ('kosong', 'titik', 'placeholder', 'hanya-kop'),
}
REGISTER_DEFECTS: dict[str, tuple[str, ...]] = {'judul': ('hilang',), 'isi': BLANK_WAYS}


def request(draft: Draft, issuer: Office | None = None) -> None:
    """A form of the kind formulir-permohonan, added to the draft as a part."""
    _form(draft, issuer, 'formulir-permohonan', f.REQUEST_TITLES, draft.pick(f.REQUEST_LABELS), _request_values(draft))


def objection(draft: Draft, issuer: Office | None = None) -> None:
    """A form of the kind formulir-keberatan, added to the draft as a part."""
    _form(
        draft,
        issuer,
        'formulir-keberatan',
        f.OBJECTION_TITLES,
        draft.pick(f.OBJECTION_LABELS),
        _objection_values(draft),
    )


def _form(
    draft: Draft, issuer: Office | None, kind: str, titles: Sequence[str], labels: Sequence[str], values: Sequence[str]
) -> None:
    shape = draft.layout(kind, ('isian', 'kisi', 'baris', 'tanpa-garis', 'bernomor', 'kisi-penuh', 'centang', 'kotak'))
    draft.begin(kind)
    draft.title = draft.title or kind
    body = issuer or office(draft)
    letter_top(draft, body)
    title(draft, titles)
    number = f'{draft.rng.randint(1, 60):03d}/PPID/{PERIOD}'
    how = _claim(draft)
    if draft.chance(0.7):
        blank = how != '' and how != 'hanya-kop'
        shown = Run('No. Pendaftaran : ' + ('................' if blank else number))
        draft.add(para(shown, Run(' (diisi petugas)'), align='center', after=6))
    by_hand = draft.format == 'scan' and not how and draft.chance(0.6)
    if by_hand:
        draft.claim('isi', 'present', 'tulisan-tangan', MET, UNSURE)
    shown_labels = [f'{k}. {label}' if shape == 'bernomor' else label for k, label in enumerate(labels, 1)]
    rows: list[tuple[Run | str, Content | str]] = [
        (
            label,
            _ticked(draft, label, how)
            if shape in _TICKED and label in f.CHOICES
            else _value(draft, value, how, by_hand),
        )
        for label, value in zip(shown_labels, values, strict=True)
    ]
    style = 'kisi' if shape.startswith('kisi') else 'tab' if shape in ('isian', 'baris') else 'tanpa-garis'
    draft.add(*fields(draft, rows, style, 170), Gap(8))
    _foot(draft, body, values[0] if kind.endswith('permohonan') else values[2], how)
    if shape in ('kisi-penuh', 'baris') and draft.chance(0.6):
        draft.add(Gap(10), para(Run('Hak-hak Pemohon Informasi', bold=True), after=2))
        for k, text in enumerate(
            (
                'Pemohon berhak meminta seluruh informasi yang berada di badan publik kecuali yang dikecualikan.',
                'Pemohon berhak mengajukan keberatan kepada Atasan PPID.',
            ),
            1,
        ):
            draft.add(para(Run(f'{k}. {text}', size=8.5), after=1))
    draft.parts[-1].sure = not draft.defect('judul')


def _ticked(draft: Draft, label: str, how: str) -> Run:
    """Printed choices: they stand on the blank form too and are no answer until one is ticked."""
    chosen = draft.rng.randrange(len(f.CHOICES[label])) if not how else -1
    text = '   '.join(f'[{"v" if k == chosen else "  "}] {choice}' for k, choice in enumerate(f.CHOICES[label]))
    return Run(text) if how else draft.mark('isi', text)


def _claim(draft: Draft) -> str:
    how = draft.defect('isi')
    if how:
        draft.absent(
            'isi', 'formulir-' + how, MISSING, *([UNSURE] if draft.format == 'scan' or how == 'hanya-kop' else [])
        )
    else:
        draft.present('isi')
    return how


def _value(draft: Draft, value: str, how: str, by_hand: bool) -> Content:
    if by_hand:
        return scribble(draft, 'isi', 120)
    blank = {'kosong': '', 'titik': '.' * 50, 'placeholder': draft.rng.choice(f.BLANK_HINTS), 'hanya-kop': '.' * 40}
    return Run(blank[how]) if how else draft.mark('isi', value)


def _request_values(draft: Draft) -> list[str]:
    rng = draft.rng
    nik = ''.join(rng.choice('0123456789') for _ in range(16))
    return [
        person(rng).name, nik, f'{rng.choice(f.STREETS)} No. {rng.randint(1, 90)}', rng.choice(f.JOBS),
        f'0813{rng.randint(10**6, 10**7 - 1)}', rng.choice(f.REQUESTED), rng.choice(f.AIMS), rng.choice(f.WAYS),
        rng.choice(f.SENDING),
    ]  # fmt: skip


def _objection_values(draft: Draft) -> list[str]:
    rng = draft.rng
    return [
        f'{rng.randint(1, 60):03d}/PPID/{PERIOD}', rng.choice(f.AIMS), person(rng).name,
        f'{rng.choice(f.STREETS)} No. {rng.randint(1, 90)}', rng.choice(f.JOBS), f'0813{rng.randint(10**6, 10**7 - 1)}',
        rng.choice(f.GROUNDS), f'Mengajukan permohonan {rng.choice(f.REQUESTED).lower()} dan belum memperoleh jawaban.',
    ]  # fmt: skip


def _foot(draft: Draft, body: Office, applicant: str, how: str) -> None:
    """Place, day and the two who sign."""
    blank = how != ''
    width = draft.look.inner(draft.landscape)
    when = (
        '.................., ..................'
        if blank
        else f'{body.seat}, {draft.rng.randint(1, 28)} {draft.rng.choice(w.MONTHS[:8])} {PERIOD}'
    )
    officer = '(.......................)' if blank or draft.chance(0.3) else f'( {person(draft.rng).name} )'
    name = '(.......................)' if blank or draft.format == 'scan' else f'( {applicant} )'
    left = (Run(''), Run('Petugas Pelayanan Informasi'), Run('(Penerima Permohonan)'))
    right = (Run(when), Run('Pemohon Informasi'), Run(''))
    rows = ((cell(*left), cell(*right)), (cell(Gap(36)), cell(Gap(36))), (cell(Run(officer)), cell(Run(name))))
    draft.add(Table(rows, (width * 0.55, width * 0.45), border=False, padding=0))


def register(draft: Draft, issuer: Office | None = None) -> None:
    """A list of the kind register-permohonan, added to the draft as a part."""
    shape = draft.layout('register', ('rebah-dua', 'rebah', 'tegak', 'polos', 'bulan', 'rebah-dua-baru'))
    draft.begin('register-permohonan', shape not in ('tegak',))
    draft.title = draft.title or 'Register permohonan'
    body = issuer or office(draft)
    if draft.chance(0.3):
        letter_top(draft, body)
    title(draft, f.REGISTER_TITLES)
    draft.add(para(draft.mark('', f'PPID {body.full.upper()}', bold=True), align='center', after=1))
    draft.add(para(Run(f'TAHUN {PERIOD}', bold=True), align='center', after=6))
    how = draft.defect('isi')
    draft.absent('isi', how, MISSING, *([UNSURE] if draft.format == 'scan' else [])) if how else draft.present('isi')
    months = w.MONTHS[: draft.rng.randint(2, 3)] if shape == 'bulan' and not how else ('',)
    heads = _heads(draft, shape)
    nil = draft.chance(0.3)
    for n, month in enumerate(months):
        if month and n and draft.format == 'xlsx':
            draft.add(NewPage(draft.landscape))
        if month:
            draft.add(para(Run(f'Bulan : {month} {PERIOD}'), after=2))
        draft.add(_entries(draft, heads, how, nil, shape != 'polos', month), Gap(6))
    if draft.chance(0.6):
        claims = dict(draft.parts[-1].claims)
        close(draft, body, role=draft.pick(('PPID Pelaksana,', 'Petugas Layanan Informasi,', '')))
        draft.parts[-1].claims.clear()
        draft.parts[-1].claims.update(claims)
        draft.sign_as = ''
    draft.parts[-1].sure = not draft.defect('judul')


def _heads(draft: Draft, shape: str) -> list[Head]:
    heads = [Head('no', Run(draft.pick(('No', 'NO', 'No. Urut', 'No. Pendaftaran'))), share=0.5)]
    names = draft.pick(f.REGISTER_HEADS)
    heads += [
        Head(f'k{k}', Run(name), share=1.6 if k == 4 else 1.1)
        for k, name in enumerate(names)
        if shape != 'tegak' or k != 2
    ]
    if shape.startswith('rebah-dua'):
        for name, pair in draft.rng.sample(f.REGISTER_PAIRS, 2):
            heads.append(Head('pair', Run(name), (Run(pair[0]), Run(pair[1])), 1.6))
    heads.append(Head('tail', Run(draft.pick(f.REGISTER_TAILS))))
    return heads


def _entries(draft: Draft, heads: list[Head], how: str, nil: bool, lines: bool, month: str) -> Block:
    flat = sum(max(1, len(head.below)) for head in heads)
    rows: list[list[Content | Cell]]
    if how:
        rows = blank_rows(draft, flat, how)
    elif nil:
        rows = [[cell(draft.mark('isi', draft.pick(f.NIHIL)), colspan=flat, align='center')]]
    else:
        by_hand = draft.format == 'scan' and draft.chance(0.5)
        if by_hand:
            draft.claim('isi', 'present', 'tulisan-tangan', MET, UNSURE)
        rows = [_entry(draft, heads, n, by_hand, month) for n in range(1, draft.rng.randint(3, 8))]
    return list_table(draft, heads, rows, lines=lines)


def _entry(draft: Draft, heads: list[Head], n: int, by_hand: bool, month: str) -> list[Content | Cell]:
    rng = draft.rng
    made: list[Content | Cell] = []
    when = f'{rng.randint(1, 28)} {(month or rng.choice(w.MONTHS[:6]))[:3]} {PERIOD}'
    texts = {
        'no': f'{n}', 'k0': when, 'k1': person(rng).name,
        'k2': f'{rng.choice(f.STREETS)} {rng.randint(1, 90)}', 'k3': rng.choice(f.JOBS), 'k4': rng.choice(f.REQUESTED),
        'k5': rng.choice(f.AIMS), 'tail': rng.choice(('Dikabulkan', 'Diterima', 'Selesai', '-')),
    }  # fmt: skip
    for head in heads:
        if head.id == 'pair':
            made += [Run('v'), Run('')] if rng.random() < 0.6 else [Run(''), Run('v')]
        elif by_hand and head.id != 'no':
            made.append(scribble(draft, 'isi', 36))
        else:
            made.append(draft.mark('isi', texts[head.id]))
    return made

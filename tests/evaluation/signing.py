"""The signer's block in its many forms, with the truth about `penandatangan` and `tanda-tangan`. Never draws a real
person's sign."""

from __future__ import annotations

from dataclasses import replace

from tests.evaluation import wordings as w
from tests.evaluation.blocks import Block, Gap, Look, Para, Picture, Run, Table, cell
from tests.evaluation.draft import MET, MISSING, UNSURE, Draft
from tests.evaluation.offices import Office, Person, person

SIGNER_DEFECTS = ('no-block', 'name-dots', 'name-placeholder', 'no-nip', 'nip-dots')
_FORMS = {
    'text': (('none', 30), ('typed', 12), ('picture', 18), ('tte-visual', 16), ('digital', 18), ('legalised-empty', 6)),
    'docx': (('none', 45), ('typed', 15), ('picture', 40)),
    'xlsx': (('none', 70), ('typed', 30)),
    'scan': (('wet', 55), ('none', 16), ('typed', 9), ('tte-visual', 8), ('stamp-only', 6), ('paraf', 6)),
}
_TRUTH = {
    'none': ('absent', 'blok-kosong', (MISSING,)),
    'typed': ('absent', 'hanya-ttd-ketik', (MISSING,)),
    'digital': ('present', 'digital', (MET,)),
    'picture': ('partial', 'hanya-gambar', (UNSURE,)),
    'tte-visual': ('partial', 'tte-tanpa-objek', (UNSURE,)),
    'wet': ('present', 'tinta', (MET, UNSURE)),
    'stamp-only': ('partial', 'hanya-stempel', (UNSURE, MISSING)),
    'paraf': ('partial', 'hanya-paraf', (UNSURE, MISSING)),
    'legalised-empty': ('absent', 'salinan-tanpa-ttd', (MISSING, UNSURE)),
}


def closing_date(draft: Draft) -> tuple[str, int]:
    """A day early in the period, in one of the usual spellings, and its month."""
    month, day = draft.rng.randint(1, 4), draft.rng.randint(1, 28)
    form = draft.pick(('{d} {m} {y}', '{d:02d} {m} {y}', '{d} {M} {y}', '{d} {m} {y}.'))
    return form.format(d=day, m=w.MONTHS[month - 1], M=w.MONTHS[month - 1].upper(), y='{year}'), month


def nip_line(draft: Draft, who: Person) -> str:
    n = who.nip
    shown = draft.pick((f'{n[:8]} {n[8:14]} {n[14]} {n[15:]}', n, f'{n[:8]} {n[8:14]} {n[14]} {n[15:]}'))
    return draft.pick(('NIP. {v}', 'NIP {v}', 'NIP : {v}', 'NIP: {v}', 'Nip. {v}')).format(v=shown)


def office_line(draft: Draft, office: Office) -> str:
    head = office.head
    if office.type.startswith('dinas') and draft.chance(0.25):
        head = f'{head} {office.region}'
    prefix = (
        draft.rng.choices(('', 'Plt. ', 'Pj. ', 'a.n. Bupati\n', 'Plh. '), (80, 8, 3, 5, 2))[0]
        if office.numbered
        else ''
    )
    line = prefix + head + draft.pick((',', ',', ''))
    return line.upper() if draft.chance(0.6) else line


def signer_lines(
    draft: Draft, office: Office, who: Person, *, office_marks: str = 'penandatangan', role: str = ''
) -> list[Block]:
    """The block from the office line (or `role`) down to the NIP, and its claims."""
    how = draft.defect('penandatangan')
    if how == 'no-block':
        draft.absent('penandatangan', 'tanpa-blok')
        draft.absent('tanda-tangan', 'tanpa-blok')
        return []
    shape = _form(draft)
    if shape == 'digital' and how.startswith('name'):
        shape = 'none'  # nobody can hold a certificate's name against dots
    state, name, allowed = _TRUTH[shape]
    if draft.format == 'scan' and state == 'absent':
        allowed = (MISSING, UNSURE)
    draft.claim('tanda-tangan', state, name, *allowed)  # type: ignore[arg-type]
    if shape == 'digital':
        draft.sign_as = who.name.split(',')[0]
    lines: list[Block] = [_line(draft, draft.mark(office_marks, role or office_line(draft, office)))]
    lines += _middle(draft, shape)
    lines += _who(draft, office, who, how)
    if shape == 'legalised-empty':
        lines += [
            Gap(8),
            _line(draft, Run('Salinan sesuai dengan aslinya')),
            _line(draft, Run('KEPALA BAGIAN HUKUM,')),
            Gap(40),
            _line(draft, Run(person(draft.rng).name)),
            _line(draft, Run(nip_line(draft, person(draft.rng)))),
        ]
    return lines


def _form(draft: Draft) -> str:
    if draft.sign_form:
        return draft.sign_form
    forms = _FORMS[draft.format]
    return draft.rng.choices([name for name, _ in forms], [weight for _, weight in forms])[0]


def _line(draft: Draft, run: Run) -> Para:
    return Para((run,), 'center' if 'centre' in draft.template[-1] else 'left', after=0)


def _middle(draft: Draft, shape: str) -> list[Block]:
    """What stands between the office and the name."""
    seed = draft.rng.getrandbits(20)
    if shape == 'typed':
        return [Gap(14), _line(draft, draft.mark('tanda-tangan', draft.pick(w.TYPED))), Gap(14)]
    if shape in ('picture', 'wet'):
        stamped = draft.chance(0.5)
        number = draft.mark_number('tanda-tangan')
        picture = (
            Picture('signature-stamp', 118, 66, seed, 'left', number)
            if stamped
            else Picture('signature', 110, 52, seed, 'left', number)
        )
        return [picture]
    if shape == 'stamp-only':
        return [Picture('stamp', 66, 66, seed, 'left')]
    if shape == 'paraf':
        return [Gap(34), Picture('paraf', 24, 18, seed, 'left')]
    if shape == 'tte-visual':
        draft.look = _with_footer(draft)
        caption = draft.mark('tanda-tangan', draft.pick(w.TTE_CAPTIONS), size=8.0)
        if draft.chance(0.5):
            return [Picture('qr', 48, 48, seed, 'left', draft.mark_number('tanda-tangan')), _line(draft, caption)]
        return [Gap(6), _line(draft, caption), Gap(6)]
    return [Gap(draft.rng.choice((42, 48, 56)))]


def _with_footer(draft: Draft) -> Look:
    return replace(draft.look, footer=draft.pick(w.TTE_FOOTERS))


def _who(draft: Draft, office: Office, who: Person, how: str) -> list[Block]:
    dots = draft.rng.choice(w.DOTS[:5])
    if how in ('name-dots', 'name-placeholder'):
        draft.partial('penandatangan', how, UNSURE, MISSING)
        empty = dots if how == 'name-dots' else draft.pick(w.NAME_PLACEHOLDERS)
        return [_line(draft, Run(empty)), *([_line(draft, Run(f'NIP. {dots}'))] if office.numbered else [])]
    name = who.name.upper() if draft.chance(0.5) else who.name
    lines: list[Block] = [
        _line(draft, draft.mark('penandatangan', name, bold=draft.chance(0.6), underline=draft.chance(0.6)))
    ]
    if not office.numbered:
        draft.present('penandatangan')
        return lines
    if draft.chance(0.8):
        lines.append(_line(draft, Run(who.rank)))
    if how in ('no-nip', 'nip-dots'):
        draft.partial('penandatangan', how, UNSURE, MISSING)
        return lines + ([_line(draft, Run(f'NIP. {dots}'))] if how == 'nip-dots' else [])
    draft.present('penandatangan')
    return [*lines, _line(draft, draft.mark('penandatangan', nip_line(draft, who)))]


def beside(draft: Draft, lines: list[Block], left: tuple[Block, ...] = ()) -> list[Block]:
    """The block at the right half of the page (sometimes the left), as offices set it."""
    if not lines:
        return list(left)
    width = draft.look.inner(draft.landscape)
    share = draft.rng.choice((0.5, 0.54, 0.58)) if not draft.landscape else 0.66
    if not left and draft.chance(0.4) and not any(isinstance(line, Picture) for line in lines):
        return [
            Para(
                tuple(replace(run, underline=False) for run in line.runs),
                line.align,
                indent=width * share,
                after=line.after,
            )
            if isinstance(line, Para)
            else line
            for line in lines
        ]
    row = (cell(*(left or ('',))), cell(*lines))
    return [Table((row,), (width * share, width * (1 - share)), border=False, padding=0)]

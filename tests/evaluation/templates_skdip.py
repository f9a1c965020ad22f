"""Decrees that set a list: an SK with a DIP or DIK as its annex, which is a part of its own."""

from __future__ import annotations

from tests.evaluation import templates_dik, templates_dip, templates_sk
from tests.evaluation import wordings as w
from tests.evaluation import wordings_dik as k
from tests.evaluation.blocks import Cell, Gap, Para, Run, Table, cell
from tests.evaluation.decree import Decree, Topic
from tests.evaluation.draft import MET, MISSING, UNSURE, Draft, DraftPart
from tests.evaluation.offices import Office

DEFECTS = {name: ways for name, ways in templates_sk.DEFECTS.items() if name != 'peran'}


def build(draft: Draft, issuer: Office | None = None) -> None:
    """A decree of the kind sk-dip with its list, added to the draft as two parts."""
    excluded = draft.chance(0.35)
    topic = Topic(
        draft.pick(k.EXCLUDED_SUBJECTS if excluded else k.LIST_SUBJECTS),
        k.LIST_REASONS,
        (),
        draft.pick(k.LIST_OPENINGS),
        True,
    )
    draft.title = draft.title or f'SK penetapan {"DIK" if excluded else "DIP"}'
    templates_sk.build(draft, issuer, topic, 'sk-dip', lambda decree: _list(decree, excluded))


def _list(decree: Decree, excluded: bool) -> None:
    draft, part = decree.draft, decree.draft.parts[-1]
    if part.claims['tahun'].how == 'tahun-lama':
        draft.absent('tahun', 'tahun-lain', MISSING)
    how = draft.defect('lampiran')
    if how:
        draft.absent('lampiran', how, MISSING, *([UNSURE] if how == 'hanya-prosa' else []))
        return
    draft.present('lampiran')
    damaged = (
        draft.defect('nomor') in ('kosong', 'titik', 'placeholder', 'slot'),
        draft.defect('tempat-tanggal') != '',
    )
    module = templates_dik if excluded else templates_dip
    ways = {
        name: ways for name, ways in module.DEFECTS.items() if name not in ('judul', 'penandatangan', 'badan-publik')
    }
    decree_defects = dict(draft.defects)
    draft.defects.clear()
    draft.plan_defects(ways, draft.rng.choice((0, 0, 1, 1, 2, 3)))
    if part.claims['tahun'].how == 'tahun-lain':
        draft.defects['tahun'] = 'lain'
    unsigned = draft.chance(0.6)
    if unsigned:
        draft.defects['penandatangan'] = 'no-block'
    form = part.claims['tanda-tangan'].how
    draft.sign_form = (
        'digital'
        if form == 'digital'
        else draft.rng.choice(('wet', 'none') if draft.format == 'scan' else ('none', 'typed', 'picture'))
    )
    module.build(draft, decree.office, lambda: _header(decree, part, damaged), decree.who)
    draft.sign_form = ''
    _inside(decree, part, unsigned)
    draft.defects.update({f'sk {name}': how for name, how in decree_defects.items()})


def _inside(decree: Decree, part: DraftPart, unsigned: bool) -> None:
    """What the decree's words may stand for in the list."""
    draft = decree.draft
    draft.parts[-1].inside = True
    claims = draft.parts[-1].claims
    year = claims['tahun']
    if year.state == 'absent':
        if year.how == 'tahun-lain':
            draft.absent('tahun', year.how, MISSING, UNSURE)
        else:
            draft.free('tahun')  # the annex' head and the subject may bear the year
    if unsigned:
        draft.free('penandatangan')
        if part.claims['tanda-tangan'].state == 'absent':
            draft.absent('tanda-tangan', 'sk-tanpa-ttd', MISSING, UNSURE)
        else:
            draft.free('tanda-tangan')
    elif claims['tanda-tangan'].state == 'absent' and part.claims['tanda-tangan'].state != 'absent':
        draft.free('tanda-tangan')
    elif claims['tanda-tangan'].how == 'digital':
        draft.claim('tanda-tangan', 'present', 'digital', MET, UNSURE)


def _header(decree: Decree, part: DraftPart, damaged: tuple[bool, bool]) -> None:
    """LAMPIRAN KEPUTUSAN ... NOMOR ... TANGGAL ... above the list."""
    draft = decree.draft
    width = draft.look.inner(draft.landscape)
    word = draft.mark_in(part, 'lampiran', draft.pick(w.ANNEX_HEADS))
    opening = draft.mark_in(
        part,
        'lampiran+>badan-publik',
        f' {decree.head}' if 'eputusan' in word.text else f' KEPUTUSAN {decree.head.upper()}',
    )
    date = '' if damaged[1] else decree.date.rstrip('.')
    entries = [('NOMOR', '' if damaged[0] else decree.number), ('TANGGAL', date), ('TENTANG', decree.subject)]
    share = draft.rng.choice((0.0, 0.42, 0.5))
    rows: list[tuple[Cell, ...]] = [(cell(''), cell(Para((word, opening), after=1), colspan=3))]
    rows += [(cell(''), cell(Run(name)), cell(':'), cell(Run(value))) for name, value in entries]
    draft.add(Table(tuple(rows), (width * share, 62, 10, width * (1 - share) - 72), border=False, padding=0), Gap(8))

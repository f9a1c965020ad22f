"""SK PPID as different offices would write them, with deliberate defects and the truth about every requirement."""

from __future__ import annotations

from collections.abc import Callable

from tests.evaluation import wordings as w
from tests.evaluation.annex import annex
from tests.evaluation.blocks import Block, Cell, Gap, Para, Run, Tabbed, Table, cell, para
from tests.evaluation.decree import Decree, Topic, add_letterhead
from tests.evaluation.draft import MET, MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.offices import Office, office
from tests.evaluation.signing import SIGNER_DEFECTS, beside, signer_lines

DEFECTS = {
    'kop': ('hilang',),
    'judul': ('hilang',),
    'nomor': ('kosong', 'titik', 'placeholder', 'hilang', 'hanya-di-mengingat', 'slot'),
    'menimbang': ('hilang', 'hanya-prosa', 'tersembunyi', 'titik'),
    'mengingat': ('hilang', 'hanya-prosa', 'tersembunyi', 'titik'),
    'uu-kip': ('hilang', 'hanya-di-judul-pp', 'nomor-lain'),
    'memutuskan': ('hilang', 'hanya-prosa', 'tersembunyi'),
    'menetapkan': ('hilang', 'hanya-prosa'),
    'diktum': ('bernomor', 'hanya-prosa'),
    'tempat-tanggal': ('hilang', 'tanggal-kosong', 'tanggal-titik', 'tanpa-hari', 'hanya-prosa', 'placeholder'),
    'tahun': ('lama', 'lama'),
    'penandatangan': SIGNER_DEFECTS,
    'lampiran': ('hilang', 'hanya-prosa'),
    'peran': ('netral',),
    'tentang': ('titik',),
}

_HEADINGS = ('judul', 'menimbang', 'mengingat', 'memutuskan', 'menetapkan', 'diktum')


def build(
    draft: Draft,
    issuer: Office | None = None,
    topic: Topic | None = None,
    kind: str = 'lain',
    annexed: Callable[[Decree], None] = annex,
) -> None:
    """A decree of the kind sk-ppid (or of another kind about a topic), added to the draft as a part."""
    part = draft.begin('sk-ppid' if topic is None else kind)
    decree = Decree(draft, issuer or office(draft), topic)
    draft.title = draft.title or 'SK PPID'
    _letterhead(decree)
    _heading(decree)
    layout = draft.layout('sk-dasar', ('kolom', 'kolom', 'tab', 'satu-sel', 'bertumpuk', 'kolom-rapat'))
    _considerations(decree, layout)
    _decision(decree, layout)
    _closing(decree)
    _year(decree)
    gone = sum(draft.defect(name) != '' for name in _HEADINGS)
    part.sure = gone <= 3 and not draft.defect('tentang')
    annexed(decree)


def _year(decree: Decree) -> None:
    draft, how = decree.draft, decree.draft.defect('tempat-tanggal')
    if decree.year != PERIOD:
        draft.partial('tahun', 'tahun-lama') if not how else draft.free('tahun')
    elif not how or how == 'tanpa-hari':
        draft.claim('tahun', 'present' if not how else 'free', 'lengkap', MET, *([UNSURE] if how else []))
    elif str(PERIOD) in decree.number + decree.subject or draft.defect('lampiran') == '':
        draft.free('tahun')
    else:
        draft.absent('tahun', 'tanpa-tanggal', MISSING, UNSURE)


def _letterhead(decree: Decree) -> None:
    draft, issuer = decree.draft, decree.office
    if draft.defect('kop') == 'hilang':
        draft.absent('kop', 'hilang', MISSING)
        return
    add_letterhead(draft, issuer, 'kop')
    draft.present('kop')


def _heading(decree: Decree) -> None:
    draft = decree.draft
    bold = draft.chance(0.6)
    if draft.defect('judul'):
        draft.absent('judul', 'hilang', MISSING, UNSURE)
    else:
        region = decree.office.region
        title = (
            draft.pick(w.TITLES)
            .format(head=decree.head, region='' if region.split(' ', 1)[-1] in decree.head else region)
            .strip()
            .upper()
        )
        draft.add(para(draft.opening(draft.mark('judul', title, bold=bold)), align='center', after=2))
        draft.present('judul')
    number_line(decree, bold)
    draft.add(Gap(6), para(draft.mark('tentang', draft.pick(w.ABOUT), bold=bold), align='center', after=6))
    if draft.defect('tentang'):
        draft.absent('tentang', 'titik', MISSING)
        draft.add(para('.' * 60, align='center', after=8))
    else:
        draft.present('tentang')
        dated = decree.topic and str(decree.year) in decree.subject  # a list's year may stand in its title
        named = draft.mark('tentang+tahun' if dated else 'tentang', decree.subject, bold=bold)
        draft.add(para(named, align='center', after=8))
    if draft.chance(0.3):
        draft.add(para(Run(w.INVOCATION, bold=bold), align='center', after=6))
    draft.add(para(Run(f'{decree.head.upper()},', bold=bold), align='center', after=10))


def number_line(decree: Decree, bold: bool) -> None:
    """The NOMOR line under the title, whole or damaged."""
    draft, how = decree.draft, decree.draft.defect('nomor')
    label = draft.pick(w.NUMBER_LABELS)
    value = {
        'kosong': '',
        'titik': draft.rng.choice(w.DOTS),
        'placeholder': draft.pick(w.PLACEHOLDERS),
        'slot': f'188.45/        /{decree.year}',
    }.get(how, decree.number)
    if how in ('hilang', 'hanya-di-mengingat'):
        draft.absent('nomor', how, MISSING, *([] if draft.defect('lampiran') else [UNSURE]))
        return
    draft.add(para(draft.mark('nomor', label.format(v=value).rstrip(), bold=bold), align='center', after=2))
    if how == 'slot':
        draft.partial('nomor', 'slot-kosong', UNSURE, MISSING)
    elif how:
        draft.absent('nomor', how, MISSING)
    else:
        draft.present('nomor')


def _considerations(decree: Decree, layout: str) -> None:
    draft = decree.draft
    reasons = decree.topic.considerations if decree.topic else w.CONSIDERATIONS
    first = [f'{text};' for text in draft.rng.sample(reasons, draft.rng.randint(1, min(3, len(reasons))))]
    first.append(
        draft.pick(w.LAST_CONSIDERATIONS).format(
            head=decree.head, subject=decree.subject.title().replace('Ppid', 'PPID')
        )
    )
    _section(decree, layout, 'menimbang', draft.pick(w.CONSIDERING), [Run(text) for text in first], 'abcdefgh')
    laws = _laws(decree)
    _section(decree, layout, 'mengingat', draft.pick(w.RECALLING), laws, '')
    if draft.chance(0.15):
        _section(
            decree,
            layout,
            '',
            draft.pick(w.REGARDING),
            [Run('Hasil rapat koordinasi pengelolaan layanan informasi dan dokumentasi;')],
            '',
        )


def _laws(decree: Decree) -> list[Run]:
    draft, how = decree.draft, decree.draft.defect('uu-kip')
    if decree.topic and not decree.topic.names_kip:
        return [Run(f'{text};') for text in draft.rng.sample(w.OTHER_LAWS, draft.rng.randint(2, 5))]
    others = draft.rng.sample(w.OTHER_LAWS, draft.rng.randint(2, 5))
    stale = draft.chance(0.2)
    newest = draft.rng.sample(w.STALE_LAWS if stale else w.CURRENT_LAWS, draft.rng.randint(0, 2))
    if newest:
        draft.present('dasar-hukum-mutakhir') if not stale else draft.absent(
            'dasar-hukum-mutakhir', 'usang', MISSING, UNSURE
        )
    else:
        draft.free('dasar-hukum-mutakhir')
    listed = [Run(text) for text in others]
    gone = draft.defect('mengingat') in ('hilang', 'titik', 'hanya-prosa')
    if not how and not gone:
        listed.insert(draft.rng.randint(0, len(listed)), draft.mark('uu-kip', draft.pick(w.KIP_LAWS)))
        draft.present('uu-kip')
    elif how == 'hanya-di-judul-pp' and not gone:
        listed.append(Run(w.PP61))
        draft.absent('uu-kip', how, MISSING, UNSURE)
    else:
        if how == 'nomor-lain' and not gone:
            listed.append(Run('Undang-Undang Nomor 14 Tahun 2018 tentang Pengesahan Persetujuan Kemitraan'))
        draft.absent('uu-kip', how or 'tanpa-mengingat', MISSING, *([UNSURE] if how == 'nomor-lain' else []))
    if not how and draft.chance(0.6):
        listed.append(Run(w.PP61))
        if gone:
            draft.absent('uu-kip', 'tanpa-mengingat', MISSING, UNSURE)
    if gone and newest:
        draft.free('dasar-hukum-mutakhir')
    listed += [Run(text) if stale else draft.mark('dasar-hukum-mutakhir', text) for text in newest]
    if draft.defect('nomor') == 'hanya-di-mengingat':
        listed.append(
            Run(f'Keputusan Bupati Nomor 188.45/{draft.rng.randint(20, 400)}/{decree.year - 1} tentang Tata Kerja')
        )
    return [Run(f'{run.text};', run.mark) for run in listed]


def _section(decree: Decree, layout: str, requirement: str, label: str, items: list[Run], letters: str) -> None:
    """One labelled list, in the decree's layout; a list that is to be missing leaves what its defect leaves."""
    draft, how = decree.draft, decree.draft.defect(requirement)
    shown: Run = Run(label)
    if requirement and how in ('hilang', 'hanya-prosa'):
        draft.absent(requirement, how, MISSING, *([UNSURE] if how == 'hanya-prosa' else []))
        return
    if how == 'tersembunyi':
        draft.absent(requirement, how, MISSING)
        shown = Run(label, white=True)
    elif how == 'titik':
        draft.absent(requirement, how, MISSING)
        items, shown = [Run('.' * 40), Run('.' * 40)], draft.mark(requirement, label)
    elif requirement:
        draft.present(requirement)
        shown = draft.mark(f'{requirement}+dasar-hukum-mutakhir' if requirement == 'mengingat' else requirement, label)
    numbers = (
        [f'{letters[k]}.' if letters else f'{k + 1}.' for k in range(len(items))] if len(items) > 1 or letters else ['']
    )
    draft.add(*entries(draft, layout, shown, list(zip(numbers, items, strict=True))), Gap(4))


def entries(draft: Draft, layout: str, label: Run, items: list[tuple[str, Run]]) -> list[Block]:
    """One labelled list as blocks: number and text of every item beside or under the label."""
    width = draft.look.inner(False)
    colon = Run(':', white=label.white)
    if layout == 'bertumpuk':
        head = para(label, colon if draft.chance(0.7) else '', after=2)
        return [head, *(Tabbed(((Run(number),), (run,)), (20,)) for number, run in items)]
    if layout == 'tab':
        stops = (90.0, 101.0, 120.0)
        return [
            Tabbed(
                ((label,) if k == 0 else (Run(''),), (colon,) if k == 0 else (Run(''),), (Run(number),), (run,)), stops
            )
            for k, (number, run) in enumerate(items)
        ]
    if layout == 'satu-sel':
        inner = width - 106
        listed = tuple(Tabbed(((Run(number),), (run,)), (18,)) for number, run in items)
        return [
            Table(
                ((cell(Para((label,))), cell(Para((colon,))), Cell(listed)),), (94, 12, inner), border=False, padding=0
            )
        ]
    columns = (94.0, 12.0, 20.0) if layout == 'kolom' else (84.0, 8.0, 16.0)
    if label.text[1:2] == ' ':  # letter-spaced: needs a wider column
        columns = (118.0, *columns[1:])
    rows = tuple(
        (
            cell(Para((label,)) if k == 0 else ''),
            cell(Para((colon,)) if k == 0 else ''),
            cell(Run(number)),
            cell(Para((run,), 'justify', after=2)),
        )
        for k, (number, run) in enumerate(items)
    )
    return [Table(rows, (*columns, width - sum(columns)), border=False, padding=0)]


def _decision(decree: Decree, layout: str) -> None:
    draft, how = decree.draft, decree.draft.defect('memutuskan')
    word = draft.pick(w.DECIDING)
    if how in ('hilang', 'hanya-prosa'):
        draft.absent('memutuskan', how, MISSING, *([UNSURE] if how == 'hanya-prosa' else []))
    elif how == 'tersembunyi':
        draft.absent('memutuskan', how, MISSING)
        draft.add(para(Run(word, white=True), align='center', before=6, after=6))
    else:
        draft.present('memutuskan')
        draft.add(para(draft.mark('memutuskan', word, bold=draft.chance(0.6)), align='center', before=6, after=6))
    enacting = draft.defect('menetapkan')
    if enacting:
        draft.absent('menetapkan', enacting, MISSING, *([UNSURE] if enacting == 'hanya-prosa' else []))
    else:
        draft.present('menetapkan')
        title = f'KEPUTUSAN {decree.head.upper()} TENTANG {decree.subject}.' if draft.chance(0.6) else ''
        draft.add(
            *entries(
                draft,
                'kolom' if layout == 'bertumpuk' else layout,
                draft.mark('menetapkan', draft.pick(w.ENACTING)),
                [('', Run(title))],
            )
        )
    _dicta(decree, layout)


def _dicta(decree: Decree, layout: str) -> None:
    draft, names = decree.draft, decree.draft.pick(w.DICTA)
    roles = (
        ', '.join(decree.roles[:2])
        if len(decree.roles) > 1 and draft.chance(0.5)
        else 'Pejabat Pengelola Informasi dan Dokumentasi (PPID)'
    )
    neutral = draft.defect('peran') != ''
    opening = draft.pick(w.NEUTRAL_FIRST if neutral else w.DICTUM_FIRST).format(
        role_list=roles, unit=decree.office.full
    )
    if decree.topic:
        opening = decree.topic.opening.format(unit=decree.office.full)
    plain = draft.defect('diktum') != ''
    tasks = draft.rng.sample(w.DICTUM_TASKS, draft.rng.randint(1, 3))
    texts = [Run(opening) if neutral or decree.topic else draft.mark('peran', opening)] + [
        Run(task.format(first='KESATU' if not plain else '1', head=decree.head)) for task in tasks
    ]
    texts += [
        Run(w.PROSE_TRAPS[name])
        for name, how in draft.defects.items()
        if how == 'hanya-prosa' and name in w.PROSE_TRAPS
    ]
    texts = [*texts[:5], Run(draft.pick(w.DICTUM_LAST))]
    if plain:
        draft.absent('diktum', draft.defect('diktum'), MISSING, UNSURE)
        draft.add(*(Tabbed(((Run(f'{k + 1}.'),), (text,)), (22,)) for k, text in enumerate(texts)))
        return
    draft.present('diktum')
    for name, text in zip(names, texts, strict=False):
        draft.add(
            *entries(draft, 'kolom' if layout == 'bertumpuk' else layout, draft.mark('diktum', name), [('', text)])
        )


def _closing(decree: Decree) -> None:
    draft = decree.draft
    draft.layout('penutup', ('kiri', 'centre', 'kiri'))
    lines = place_and_date(decree)
    signer = signer_lines(draft, decree.office, decree.who)
    draft.add(Gap(12), *beside(draft, [*lines, *([Gap(5)] if lines else []), *signer]))
    if draft.chance(0.45):
        copies = [para(draft.mark('tembusan', draft.pick(w.COPIES), underline=draft.chance(0.3)), before=8, after=1)]
        copies += [para(f'{k + 1}. {name};', after=0) for k, name in enumerate(draft.rng.sample(w.COPY_TO, 3))]
        draft.add(*copies)
        draft.present('tembusan')
    else:
        draft.absent('tembusan', 'hilang')


def place_and_date(decree: Decree) -> list[Block]:
    """`Ditetapkan di`, `pada tanggal`, whole or damaged."""
    draft, how = decree.draft, decree.draft.defect('tempat-tanggal')
    if how in ('hilang', 'hanya-prosa'):
        draft.absent('tempat-tanggal', how, MISSING, *([UNSURE] if how == 'hanya-prosa' else []))
        return []
    month = w.MONTHS[decree.month - 1]
    value = {
        'tanggal-kosong': '',
        'tanggal-titik': draft.rng.choice(w.DOTS),
        'placeholder': '[tanggal]',
        'tanpa-hari': f'      {month} {decree.year}',
    }.get(how, decree.date)
    if how == 'tanpa-hari':
        draft.partial('tempat-tanggal', how)
    elif how:
        draft.absent('tempat-tanggal', how, MISSING)
    else:
        draft.present('tempat-tanggal')
    place = draft.mark('tempat-tanggal', draft.pick(w.PLACE_LABELS).format(v=decree.office.seat).replace('\t', '  '))
    date = draft.mark(
        'tempat-tanggal+tahun', draft.pick(w.DATE_LABELS).format(v=value).rstrip(), underline=draft.chance(0.15)
    )
    return [para(place, after=0), para(date, after=2)]

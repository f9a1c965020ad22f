"""Budgets (DPA, DPPA, RKA, DIPA) of which one line names the PPID or the information service, or does not."""

from __future__ import annotations

from tests.evaluation import wordings_forms as f
from tests.evaluation.blocks import Cell, Gap, Run, Table, cell, para
from tests.evaluation.draft import MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.forms import Content, Head, close, fields, list_table
from tests.evaluation.offices import Office, office

DEFECTS: dict[str, tuple[str, ...]] = {
    'tahun': ('lain', 'lain', 'hilang', 'titik'),
    'badan-publik': ('hilang', 'titik', 'kosong'),
    'nomenklatur': ('kegiatan-lain', 'kegiatan-lain', 'informatika', 'tersembunyi'),
}


def build(draft: Draft, issuer: Office | None = None) -> None:
    """A budget of the kind anggaran, added to the draft as a part."""
    shape = draft.layout('anggaran', ('dpa', 'dppa', 'rka', 'rka-rincian', 'dipa', 'cuplikan'))
    draft.begin('anggaran', shape in ('dpa', 'rka-rincian', 'cuplikan'))
    draft.title = draft.title or 'Anggaran'
    body = issuer or office(draft)
    year = PERIOD - draft.rng.randint(1, 3) if draft.defect('tahun') == 'lain' else PERIOD
    _head(draft, shape, body, year)
    draft.add(
        *fields(draft, _identity(draft, body, shape, year), draft.rng.choice(('tab', 'kisi', 'tanpa-garis')), 130)
    )
    draft.add(Gap(6), _lines(draft, shape))
    if draft.chance(0.8):
        kept, claims = draft.sign_form, dict(draft.parts[-1].claims)
        role = (
            draft.pick(('', 'PPKD,', 'Pengguna Anggaran,'))
            if not draft.defect('badan-publik')
            else 'Pengguna Anggaran,'
        )
        draft.sign_form = kept or draft.rng.choice(('none', 'typed') if draft.format != 'scan' else ('wet', 'none'))
        first = [para(f'{body.seat}, 2 Januari {year}', after=2)] if not draft.defect('tahun') else []
        close(draft, body, *first, role=role)
        draft.sign_form = kept
        draft.parts[-1].claims.clear()
        draft.parts[-1].claims.update(claims)


def _head(draft: Draft, shape: str, body: Office, year: int) -> None:
    how = draft.defect('tahun')
    for k, line in enumerate(f.BUDGET_TITLES[shape]):
        draft.add(para(draft.mark('', line, bold=True) if k == 0 else Run(line, bold=True), align='center', after=1))
    if not draft.defect('badan-publik') and draft.chance(0.7):
        above = body.full.upper() if shape == 'dipa' else f'PEMERINTAH {body.region.upper()}'
        draft.add(para(draft.mark('badan-publik', above, bold=True), align='center', after=1))
    if how in ('hilang', 'titik'):
        draft.absent('tahun', how, MISSING, UNSURE)
        if how == 'titik':
            draft.add(para(Run('TAHUN ANGGARAN ........', bold=True), align='center', after=8))
        return
    draft.absent('tahun', 'tahun-lain', MISSING, UNSURE) if how else draft.present('tahun')
    word = draft.pick(('TAHUN ANGGARAN {y}', 'Tahun Anggaran {y}', 'TAHUN {y}', 'TAHUN ANGGARAN : {y}'))
    draft.add(para(draft.mark('tahun', word.format(y=year), bold=True), align='center', after=8))


def _identity(draft: Draft, body: Office, shape: str, year: int) -> list[tuple[Run | str, Content | str]]:
    how = draft.defect('badan-publik')
    dated = not draft.defect('tahun')
    rows: list[tuple[Run | str, Content | str]] = []
    if dated and draft.chance(0.6):
        rows.append(('Nomor', f'DPA/A.1/2.16.2.20/{draft.rng.randint(1, 90):03d}/{year}'))
    rows.append(
        (
            'Urusan Pemerintahan' if shape != 'dipa' else 'Fungsi',
            draft.rng.choice(('2.16 Komunikasi dan Informatika', '1.02 Kesehatan', '7.01 Kewilayahan')),
        )
    )
    label = draft.pick(f.BODY_LABELS)
    if how:
        draft.absent('badan-publik', how, MISSING, *([UNSURE] if how == 'hilang' else []))
        if how != 'hilang':
            rows.append((draft.mark('badan-publik', label), '................' if how == 'titik' else ''))
    else:
        draft.present('badan-publik')
        code = draft.rng.choice(('', '2.16.2.20.2.21.01.0000 ', '1.02.0.00.0.00.01.0000 '))
        rows.append((draft.mark('badan-publik', label), draft.mark('badan-publik', code + body.full)))
    rows.append(('Program', draft.rng.choice(f.PROGRAMS[: 1 if draft.defect('nomenklatur') == 'kegiatan-lain' else 3])))
    rows.append(('Sumber Pendanaan', draft.rng.choice(('Dana Transfer Umum', 'PAD', 'APBD'))))
    return rows


def _lines(draft: Draft, shape: str) -> Table:
    how = draft.defect('nomenklatur')
    names = [Run(name) for name in draft.rng.sample(f.OTHER_LINES, draft.rng.randint(4, 7))]
    if how:
        draft.absent('nomenklatur', how, MISSING)
        if how == 'informatika':
            draft.absent('nomenklatur', how, MISSING, UNSURE)
            names.insert(2, Run('Pengelolaan Informasi Administrasi Kependudukan'))
        if how == 'tersembunyi':
            names.append(Run(draft.pick(f.INFORMATION_LINES), white=True))
    else:
        draft.present('nomenklatur')
        for line in dict.fromkeys(draft.pick(f.INFORMATION_LINES) for _ in range(draft.rng.randint(1, 2))):
            names.insert(draft.rng.randint(0, len(names)), draft.mark('nomenklatur', line))
    wide = shape in ('dpa', 'rka-rincian', 'cuplikan')
    heads = [Head('kode', Run('Kode Rekening'), share=1.2), Head('uraian', Run('Uraian'), share=3)]
    if wide:
        heads += [Head('rinci', Run('Rincian Perhitungan'), (Run('Volume'), Run('Satuan'), Run('Harga')), 2.6)]
    heads.append(Head('jumlah', Run('Jumlah (Rp)')))
    rows: list[list[Content | Cell]] = []
    for k, name in enumerate(names):
        amount = f'{draft.rng.randint(2, 180)}.{draft.rng.choice(("500", "000", "250"))}.000'
        rows.append(
            [
                Run(f'5.1.02.01.01.{k + 4:04d}'),
                name,
                *([Run('1'), Run('Paket'), Run(amount)] if wide else []),
                Run(amount),
            ]
        )
    flat = sum(max(1, len(head.below)) for head in heads)
    rows.append([cell(Run('Jumlah', bold=True), colspan=flat - 1), Run('312.450.000', bold=True)])
    return list_table(draft, heads, rows, lines=draft.chance(0.85))

# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""Distractors that are lists, tables and slides: budget, contents, checklist, slides, excluded information, register."""

from __future__ import annotations

from tests.evaluation.blocks import Block, Gap, NewPage, Run, Tabbed, Table, cell, para
from tests.evaluation.decree import add_letterhead
from tests.evaluation.draft import PERIOD, Draft
from tests.evaluation.offices import Office, office, person
from tests.evaluation.signing import beside, signer_lines

SK_PARTS = (
    'Kop naskah',
    'Judul KEPUTUSAN',
    'NOMOR',
    'TENTANG',
    'Menimbang',
    'Mengingat',
    'Undang-Undang Nomor 14 Tahun 2008',
    'MEMUTUSKAN',
    'Menetapkan',
    'KESATU, KEDUA, KETIGA',
    'Ditetapkan di',
    'pada tanggal',
    'Nama dan NIP penandatangan',
    'Tanda tangan',
    'Tembusan',
    'LAMPIRAN',
    'Atasan PPID, PPID, PPID Pelaksana',
)
DIP_PARTS = (
    'Ringkasan Isi Informasi',
    'Pejabat yang Menguasai Informasi',
    'Penanggung Jawab Pembuatan',
    'Waktu dan Tempat Pembuatan',
    'Bentuk Informasi yang Tersedia',
    'Jangka Waktu Penyimpanan',
    'Berkala',
    'Serta Merta',
    'Setiap Saat',
)


def begin(draft: Draft, landscape: bool = False) -> Office:
    """Start a document of no wanted kind, mostly with a good signature."""
    draft.begin('lain', landscape)
    draft.sign_form = '' if draft.format != 'text' or draft.chance(0.3) else 'digital'
    draft.template.append('lain-kiri')
    return office(draft)


def sign(draft: Draft, body: Office, *first: Block) -> None:
    """The signer's block with what stands above it."""
    draft.add(Gap(12), *beside(draft, [*first, *signer_lines(draft, body, person(draft.rng))]))


def budget(draft: Draft) -> None:
    body = begin(draft, True)
    draft.parts[-1].kind = 'anggaran'
    draft.title = 'DPA'
    for text in (
        'DOKUMEN PELAKSANAAN ANGGARAN',
        'SATUAN KERJA PERANGKAT DAERAH',
        f'PEMERINTAH {body.region.upper()} TAHUN ANGGARAN {PERIOD}',
    ):
        draft.add(para(draft.mark('', text, bold=True), align='center', after=2))
    draft.add(
        para('Nomor DIPA/DPA : DPA/A.1/2.16.2.20.2.21.01.0000/001/2025', after=2),
        para(f'Organisasi : {body.full}', after=6),
    )
    heads = ('Kode Rekening', 'Uraian', 'Volume', 'Satuan', 'Harga', 'Jumlah (Rp)')
    rows = [tuple(cell(Run(head, bold=True), align='center') for head in heads)]
    for k, name in enumerate(
        (
            'Belanja Pegawai',
            'Pelayanan Informasi Publik',
            'Penguatan Kapasitas PPID',
            'Belanja Alat Tulis Kantor',
            'Penyediaan Informasi Berkala',
            'Belanja Perjalanan Dinas',
        )
    ):
        rows.append(
            (
                cell(f'5.1.0{k + 1}.01'),
                cell(name),
                cell('1'),
                cell('Paket'),
                cell(f'{(k + 2) * 7}.500.000'),
                cell(f'{(k + 2) * 7}.500.000'),
            )
        )
    width = draft.look.inner(True)
    draft.add(Table(tuple(rows), tuple(width * share for share in (0.16, 0.36, 0.08, 0.1, 0.15, 0.15))))
    sign(draft, body, para(f'{body.seat}, 2 Januari 2025'), para('Mengesahkan,\nPPKD'))


def contents(draft: Draft) -> None:
    begin(draft)
    draft.title = 'Daftar isi berkas bukti'
    draft.add(para(draft.mark('', 'DAFTAR ISI', bold=True, size=14.0), align='center', after=12))
    for k, name in enumerate(
        (
            'KEPUTUSAN KEPALA DINAS TENTANG PPID PELAKSANA',
            *SK_PARTS[2:12],
            'LAMPIRAN',
            'DAFTAR INFORMASI PUBLIK TAHUN 2025',
            *DIP_PARTS,
            'STANDAR OPERASIONAL PROSEDUR',
            'Dasar Hukum',
            'Kualifikasi Pelaksana',
            'Mutu Baku',
        )
    ):
        if draft.held_out:
            draft.add(para(f'{name} {"." * max(4, 78 - int(len(name) * 1.4))} {k + 1}', after=1))
        else:
            draft.add(Tabbed(((Run(name),), (Run(f'{"." * 20} {k + 1}'),)), (330,), after=1))


def checklist(draft: Draft) -> None:
    body = begin(draft)
    which = draft.pick(('SK PPID', 'DIP', 'SOP'))
    draft.title = f'Daftar periksa {which}'
    add_letterhead(draft, body, '')
    names = {
        'SK PPID': SK_PARTS,
        'DIP': ('Judul DAFTAR INFORMASI PUBLIK', 'Tahun 2025', 'Nama badan publik', *DIP_PARTS, 'Tanda tangan'),
        'SOP': (
            'Nomor SOP',
            'Tgl. Pembuatan',
            'Tgl. Revisi',
            'Tgl. Efektif',
            'Disahkan oleh',
            'Nama SOP',
            'Dasar Hukum',
            'Kualifikasi Pelaksana',
            'Keterkaitan',
            'Peralatan/Perlengkapan',
            'Peringatan',
            'Pencatatan dan Pendataan',
            'Kegiatan',
            'Pelaksana',
            'Mutu Baku',
        ),
    }[which]
    draft.add(
        para(draft.mark('', f'DAFTAR PERIKSA KELENGKAPAN {which} TAHUN 2025', bold=True), align='center', after=8)
    )
    rows = [
        tuple(
            cell(Run(head, bold=True), align='center')
            for head in ('No', 'Unsur yang diperiksa', 'Ada', 'Tidak ada', 'Catatan')
        )
    ]
    rows += [(cell(str(k)), cell(name), cell('v'), cell(''), cell('')) for k, name in enumerate(names, 1)]
    width = draft.look.inner(False)
    draft.add(Table(tuple(rows), (30, width - 220, 45, 55, 90), header=1))
    sign(draft, body, para(f'{body.seat}, 5 Mei 2025'), para('Pemeriksa,'))


def slides(draft: Draft) -> None:
    begin(draft, True)
    draft.title = 'Paparan yang menyebut semua judul'
    decks = (
        ('KEPUTUSAN TENTANG PPID', SK_PARTS[2:9]),
        ('Bagian penutup SK', SK_PARTS[9:]),
        ('DAFTAR INFORMASI PUBLIK', DIP_PARTS),
        (
            'STANDAR OPERASIONAL PROSEDUR',
            ('Nomor SOP', 'Dasar Hukum', 'Kualifikasi Pelaksana', 'Keterkaitan', 'Peringatan', 'Mutu Baku'),
        ),
    )
    for k, (head, names) in enumerate(decks):
        if k:
            draft.add(NewPage(True))
        draft.add(Gap(30), para(draft.mark('', head, bold=True, size=26.0), align='center', after=20))
        draft.add(*(para(Run(f'{draft.rng.choice("•-–")} {name}', size=17.0), indent=60, after=6) for name in names))


def excluded_list(draft: Draft) -> None:
    body = begin(draft, True)
    draft.parts[-1].kind = 'dik'
    draft.title = 'Daftar informasi yang dikecualikan'
    draft.add(
        para(
            draft.mark('', f'DAFTAR INFORMASI YANG DIKECUALIKAN\n{body.full.upper()}\nTAHUN {PERIOD}', bold=True),
            align='center',
            after=8,
        )
    )
    heads = (
        'No',
        'Informasi',
        'Dasar Hukum Pengecualian',
        'Konsekuensi Dibuka',
        'Konsekuensi Ditutup',
        'Jangka Waktu',
        'Penanggung Jawab',
    )
    rows = [tuple(cell(Run(head, bold=True), align='center', middle=True) for head in heads)]
    rows += [
        (
            cell(str(k)),
            cell(name),
            cell('UU 14/2008 Pasal 17 huruf h'),
            cell('Mengungkap rahasia pribadi'),
            cell('Melindungi data pribadi'),
            cell('Selama berlaku'),
            cell('Sekretaris'),
        )
        for k, name in enumerate(('Data pribadi pegawai', 'Rekam medis', 'Hasil audit berjalan'), 1)
    ]
    width = draft.look.inner(True)
    draft.add(Table(tuple(rows), (width * 0.05, *([width * 0.95 / 6] * 6)), header=1))
    sign(draft, body, para(f'{body.seat}, 10 Januari {PERIOD}'))


def register(draft: Draft) -> None:
    body = begin(draft, True)
    draft.parts[-1].kind = 'register-permohonan'
    draft.title = 'Register permohonan informasi'
    draft.add(
        para(
            draft.mark('', f'REGISTER PERMOHONAN INFORMASI PUBLIK\nPPID {body.full.upper()} TAHUN {PERIOD}', bold=True),
            align='center',
            after=8,
        )
    )
    heads = (
        'No',
        'Tanggal',
        'Nama Pemohon',
        'Informasi yang Diminta',
        'Tujuan Penggunaan',
        'Status Informasi',
        'Bentuk Informasi',
        'Keputusan',
        'Waktu',
    )
    rows = [tuple(cell(Run(head, bold=True), align='center', middle=True) for head in heads)]
    rows += [
        (
            cell(str(k)),
            cell(f'{k + 3} Feb 2025'),
            cell(person(draft.rng).name),
            cell('Laporan keuangan'),
            cell('Penelitian'),
            cell('Dikuasai'),
            cell('Softcopy'),
            cell('Dikabulkan'),
            cell('3 hari'),
        )
        for k in range(1, 7)
    ]
    width = draft.look.inner(True)
    draft.add(Table(tuple(rows), (width * 0.05, *([width * 0.95 / 8] * 8)), header=1))
    sign(draft, body)

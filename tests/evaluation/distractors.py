# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""Documents that name the right words and are none of the wanted kinds; most carry a good digital signature, so that only their content speaks."""

from __future__ import annotations

from collections.abc import Callable

from tests.evaluation import templates_dip, templates_sk, templates_sop
from tests.evaluation import wordings as w
from tests.evaluation.blocks import Gap, NewPage, Para, Run, Tabbed, Table, cell, para
from tests.evaluation.decree import Topic, add_letterhead
from tests.evaluation.distractor_forms import FORMS, blank_register, other_budget
from tests.evaluation.distractor_lists import (
    DIP_PARTS,
    SK_PARTS,
    begin,
    budget,
    checklist,
    contents,
    excluded_list,
    register,
    sign,
    slides,
)
from tests.evaluation.distractor_papers import PAPERS, Paper
from tests.evaluation.draft import MISSING, PERIOD, UNSURE, Draft
from tests.evaluation.offices import Office

_TOPICS = (
    Topic(
        'PENUNJUKAN PEJABAT PENGELOLA KEUANGAN DAERAH (PPKD) {unit} TAHUN ANGGARAN {year}',
        ('bahwa untuk tertib pengelolaan keuangan daerah perlu ditunjuk pejabat pengelola keuangan daerah',),
        ('PPKD', 'Kuasa BUD', 'Bendahara Umum', 'Anggota'),
        'Menunjuk Pejabat Pengelola Keuangan Daerah (PPKD) sebagaimana tercantum dalam Lampiran Keputusan ini.',
    ),
    Topic(
        'PENETAPAN PEJABAT PELAKSANA TEKNIS KEGIATAN (PPTK) PADA {unit}',
        ('bahwa untuk kelancaran pelaksanaan kegiatan perlu ditetapkan pejabat pelaksana teknis kegiatan',),
        ('PPTK', 'PPTK', 'PPTK', 'PPTK'),
        'Menetapkan Pejabat Pelaksana Teknis Kegiatan (PPTK) dengan susunan sebagaimana tercantum dalam Lampiran.',
    ),
    Topic(
        'PEMBENTUKAN TIM KOORDINASI SISTEM PEMERINTAHAN BERBASIS ELEKTRONIK (SPBE) {unit}',
        (
            'bahwa untuk penerapan sistem pemerintahan berbasis elektronik dan keterbukaan informasi publik perlu dibentuk tim',
        ),
        ('Pengarah', 'Ketua', 'Koordinator Kelompok Kerja', 'Anggota (unsur PPID)'),
        'Membentuk Tim Koordinasi SPBE dengan susunan sebagaimana tercantum dalam Lampiran.',
        True,
    ),
    Topic(
        'PEMBENTUKAN TIM PENATAAN ARSIP DINAMIS {unit}',
        (
            'bahwa untuk mendukung Daftar Informasi Publik dan Daftar Informasi yang Dikecualikan perlu dibentuk tim penataan arsip',
            'bahwa hasil uji konsekuensi tahun lalu menunjukkan arsip belum tertata',
        ),
        ('Ketua', 'Sekretaris', 'Anggota', 'Anggota'),
        'Membentuk Tim Penataan Arsip dengan susunan sebagaimana tercantum dalam Lampiran.',
        True,
    ),
    Topic(
        'PENUNJUKAN BENDAHARA PENGELUARAN DAN PEMBANTU BENDAHARA {unit}',
        ('bahwa sehubungan dengan mutasi pegawai perlu menunjuk bendahara pengeluaran',),
        ('Bendahara Pengeluaran', 'Bendahara Pembantu', 'Penyimpan Barang'),
        'Menunjuk pegawai sebagaimana tercantum dalam Lampiran sebagai bendahara.',
    ),
    Topic(
        'PENETAPAN ADMINISTRATOR PENGADUAN DAN PENGELOLA MEDIA SOSIAL {unit}',
        ('bahwa untuk pelayanan informasi kepada masyarakat melalui media sosial perlu ditetapkan pengelola',),
        ('Penanggung Jawab', 'Administrator', 'Petugas Informasi'),
        'Menetapkan administrator pengaduan dan pengelola media sosial sebagaimana tercantum dalam Lampiran.',
        True,
    ),
    Topic(
        'PENETAPAN PEMENANG LOMBA PPID AWARD {unit} TAHUN {year}',
        ('bahwa berdasarkan hasil penilaian lomba PPID perlu menetapkan pemenang',),
        ('Juara I', 'Juara II', 'Juara III', 'Juara Harapan'),
        'Menetapkan pemenang lomba sebagaimana tercantum dalam Lampiran.',
        True,
    ),
)


def news(draft: Draft) -> None:
    body = begin(draft)
    draft.title = 'Berita tentang PPID'
    draft.add(
        para(
            draft.mark(
                '', f'{body.name} Gelar Bimbingan Teknis PPID, Wujudkan Keterbukaan Informasi', bold=True, size=15.0
            ),
            after=4,
        ),
        para('Selasa, 11 Maret 2025 | Dibaca 213 kali', after=10),
    )
    for text in (
        f'{body.seat} - {body.name} menetapkan Pejabat Pengelola Informasi dan Dokumentasi (PPID) Pelaksana melalui Keputusan {body.head} Nomor 188.45/71/2025. Menimbang kebutuhan masyarakat, langkah itu dinilai tepat.',
        'Mengingat Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik, setiap badan publik wajib menyediakan Daftar Informasi Publik yang memuat ringkasan isi informasi, pejabat yang menguasai, dan bentuk informasi.',
        '"Kami memutuskan untuk menyusun SOP permohonan informasi," ujar Kepala Dinas. Atasan PPID dan PPID Pelaksana hadir dalam kegiatan tersebut.',
    ):
        draft.add(para(text, align='justify', after=8))
    sign(draft, body)


def invitation(draft: Draft) -> None:
    body = begin(draft)
    draft.parts[-1].kind = 'undangan'
    draft.title = 'Undangan rapat PPID'
    add_letterhead(draft, body, '')
    for name, value in (
        ('Nomor', ': 005/214/2025'),
        ('Sifat', ': Penting'),
        ('Lampiran', ': 1 (satu) berkas'),
        ('Hal', ': Undangan Rapat Pembentukan PPID Pelaksana'),
    ):
        draft.add(Tabbed(((Run(name),), (draft.opening(Run(value)),)), (70,), after=1))
    draft.add(Gap(10), para('Yth. Kepala Perangkat Daerah\ndi -\n     Tempat', after=10))
    draft.add(
        para(
            'Dalam rangka penetapan Pejabat Pengelola Informasi dan Dokumentasi (PPID) sesuai Undang-Undang Nomor 14 Tahun 2008 serta penyusunan Daftar Informasi Publik Tahun 2025, kami mengundang Saudara pada:',
            align='justify',
            after=6,
        )
    )
    for name, value in (
        ('Hari/tanggal', ': Kamis, 13 Februari 2025'),
        ('Waktu', ': 09.00 WIB s.d. selesai'),
        ('Tempat', ': Aula'),
        ('Acara', ': Pembahasan Keputusan tentang PPID Pelaksana, Atasan PPID dan SOP'),
    ):
        draft.add(Tabbed(((Run(name),), (Run(value),)), (90,), after=1))
    sign(draft, body, para(f'{body.seat}, 10 Februari 2025', after=2))


def regulation(draft: Draft) -> None:
    body = begin(draft)
    draft.title = 'Peraturan kepala daerah tentang PPID'
    place = body.region.split(' ', 1)[-1].upper()
    ruler = f'BUPATI {place}'
    laws = [w.KIP_LAWS[0], w.PP61, *w.CURRENT_LAWS[:2]]
    draft.add(
        para(draft.mark('', ruler, bold=True, size=14.0), align='center'),
        para(f'PROVINSI {body.province.upper()}', align='center', after=8),
    )
    for text in (
        f'PERATURAN {ruler}',
        'NOMOR 17 TAHUN 2025',
        'TENTANG',
        'PEDOMAN PENGELOLAAN PELAYANAN INFORMASI DAN DOKUMENTASI SERTA PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI',
        w.INVOCATION,
        f'{ruler},',
    ):
        draft.add(para(text, align='center', after=5))
    layout = draft.layout('perbup', ('kolom', 'tab', 'bertumpuk'))
    draft.add(
        *templates_sk.entries(
            draft,
            layout,
            Run('Menimbang'),
            [(f'{letter}.', Run(f'{text};')) for letter, text in zip('abc', w.CONSIDERATIONS, strict=False)],
        )
    )
    draft.add(
        *templates_sk.entries(
            draft, layout, Run('Mengingat'), [(f'{k}.', Run(f'{text};')) for k, text in enumerate(laws, 1)]
        )
    )
    draft.add(
        para('MEMUTUSKAN:', align='center', before=6, after=6),
        *templates_sk.entries(
            draft,
            'kolom',
            Run('Menetapkan'),
            [('', Run(f'PERATURAN {ruler} TENTANG PEDOMAN PENGELOLAAN PELAYANAN INFORMASI DAN DOKUMENTASI.'))],
        ),
    )
    for k, (head, text) in enumerate(
        (
            (
                'KETENTUAN UMUM',
                'Dalam Peraturan ini yang dimaksud dengan PPID adalah pejabat yang bertanggung jawab di bidang penyimpanan, pendokumentasian, penyediaan dan pelayanan informasi.',
            ),
            ('KELEMBAGAAN', 'PPID terdiri atas Atasan PPID, PPID Utama dan PPID Pelaksana.'),
            (
                'DAFTAR INFORMASI PUBLIK',
                'PPID wajib menetapkan Daftar Informasi Publik yang memuat ringkasan isi informasi.',
            ),
        )
    ):
        draft.add(
            para(f'BAB {w.ROMAN[k]}\n{head}', align='center', before=6),
            para(f'Pasal {k + 1}', align='center'),
            para(text, align='justify'),
        )
    king = Office('bupati', '', body.region, body.province, f'Bupati {place.title()}', False, (), '', body.seat)
    sign(draft, king, para(f'Ditetapkan di {body.seat}'), para('pada tanggal 3 Maret 2025'))
    draft.add(
        Gap(8),
        para(f'Diundangkan di {body.seat}\npada tanggal 3 Maret 2025'),
        para(f'BERITA DAERAH {body.region.upper()} TAHUN 2025 NOMOR 17'),
    )
    draft.add(
        NewPage(),
        para('LAMPIRAN PERATURAN BUPATI NOMOR 17 TAHUN 2025'),
        para('STRUKTUR: Atasan PPID - Tim Pertimbangan - PPID - PPID Pelaksana', align='center', before=20),
    )


def other_decree(draft: Draft) -> None:
    draft.sign_form = '' if draft.format != 'text' or draft.chance(0.15) else 'digital'
    topic = draft.pick(_TOPICS)
    draft.title = 'SK lain: ' + topic.subject[:40].split(' {')[0]
    templates_sk.build(draft, topic=topic)
    draft.parts[-1].claims.clear()


def decree_of_list(draft: Draft) -> None:
    draft.sign_form = '' if draft.format != 'text' or draft.chance(0.15) else 'digital'
    draft.title = 'SK penetapan DIP'
    topic = Topic(
        'PENETAPAN DAFTAR INFORMASI PUBLIK {unit} TAHUN {year}',
        (
            'bahwa untuk pelayanan informasi perlu ditetapkan daftar informasi publik',
            'bahwa daftar informasi publik perlu dimutakhirkan paling sedikit setahun sekali',
        ),
        ('Profil badan publik', 'Rencana kerja', 'Laporan kinerja', 'Pengumuman pengadaan'),
        'Menetapkan Daftar Informasi Publik {unit} sebagaimana tercantum dalam Lampiran.',
        True,
    )
    templates_sk.build(draft, topic=topic)
    draft.parts[-1].claims.clear()
    draft.parts[-1].kind = 'sk-dip'


def cover_letter(draft: Draft) -> None:
    body = begin(draft)
    draft.title = 'Surat pengantar yang menyebut semua bagian'
    add_letterhead(draft, body, '')
    draft.add(
        para('SURAT PENGANTAR', align='center', after=2),
        para(draft.mark('', 'Nomor : 045/118/2025'), align='center', after=10),
        para('Yth. Kepala Dinas Komunikasi dan Informatika selaku PPID Utama\ndi Tempat', after=8),
    )
    rows = [
        tuple(
            cell(Run(head, bold=True), align='center')
            for head in ('No', 'Jenis yang dikirim', 'Banyaknya', 'Keterangan')
        )
    ]
    listed = (
        'Keputusan tentang PPID Pelaksana yang memuat ' + ', '.join(SK_PARTS[2:12]),
        'Daftar Informasi Publik Tahun 2025 dengan kolom ' + ', '.join(DIP_PARTS[:6]),
        'SOP permohonan, keberatan, uji konsekuensi',
    )
    rows += [
        (
            cell(str(k)),
            cell(text),
            cell('1 berkas'),
            cell('Dikirim dengan hormat untuk dipergunakan sebagaimana mestinya'),
        )
        for k, text in enumerate(listed, 1)
    ]
    width = draft.look.inner(False)
    draft.add(Table(tuple(rows), (30, width - 220, 70, 120)))
    sign(draft, body, para(f'{body.seat}, 20 Maret 2025'))


def blank_model(draft: Draft) -> None:
    draft.sign_form = 'none'
    kind, module = draft.pick((('SK', templates_sk), ('DIP', templates_dip), ('SOP', templates_sop)))
    damage = {
        'SK': {'nomor': 'placeholder', 'tempat-tanggal': 'placeholder', 'penandatangan': 'name-placeholder'},
        'DIP': {'tahun': 'titik', 'badan-publik': 'titik', 'isi': 'titik', 'penandatangan': 'name-placeholder'},
        'SOP': {
            'nomor-sop': 'titik',
            'tgl-pembuatan': 'placeholder',
            'tgl-efektif': 'placeholder',
            'penandatangan': 'name-placeholder',
        },
    }[kind]
    draft.title = f'Contoh {kind} kosong'
    draft.defects.update(damage)
    module.build(draft)
    draft.parts[-1].claims.clear()
    draft.parts[-1].also = (draft.parts[-1].kind,)
    draft.parts[-1].kind = 'lain'


def guidelines(draft: Draft) -> None:
    body = begin(draft)
    draft.title = 'Pedoman yang mengutip SK'
    draft.add(
        para(
            draft.mark('', 'PEDOMAN PENYUSUNAN KEPUTUSAN TENTANG PPID', bold=True, size=14.0), align='center', after=10
        )
    )
    for text in (
        '1. Keputusan dimulai dengan kop, lalu judul KEPUTUSAN, NOMOR dan TENTANG yang menyebut Pejabat Pengelola Informasi dan Dokumentasi.',
        '2. Bagian Menimbang memuat alasan, contoh: "Menimbang : a. bahwa untuk melaksanakan Pasal 13 Undang-Undang Nomor 14 Tahun 2008 ...".',
        '3. Bagian Mengingat memuat dasar hukum, contoh: "Mengingat : 1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;".',
        '4. Setelah kata MEMUTUSKAN ditulis "Menetapkan :" disusul KESATU, KEDUA dan seterusnya.',
        '5. Pada penutup ditulis "Ditetapkan di Kotabaru pada tanggal 5 Januari 2025", nama jabatan, tanda tangan, nama dan NIP.',
        '6. Lampiran memuat susunan Atasan PPID, PPID dan PPID Pelaksana.',
    ):
        draft.add(Para((Run(text),), 'justify', indent=18, hanging=18, after=6))
    sign(draft, body, para(f'{body.seat}, 7 Januari 2025'))


def pledge(draft: Draft) -> None:
    body = begin(draft)
    draft.parts[-1].kind = 'maklumat'
    draft.title = 'Maklumat pelayanan'
    draft.add(
        Gap(50),
        para(draft.mark('', 'MAKLUMAT PELAYANAN INFORMASI PUBLIK', bold=True, size=20.0), align='center', after=30),
    )
    draft.add(
        para(
            Run(
                f'Dengan ini kami {body.full} menyatakan sanggup menyelenggarakan pelayanan informasi publik sesuai standar yang telah ditetapkan dan apabila tidak menepati, kami siap menerima sanksi sesuai peraturan perundang-undangan.',
                size=14.0,
            ),
            align='center',
            after=30,
        )
    )
    sign(draft, body, para(f'{body.seat}, 2 Januari 2025'))


def yearly_report(draft: Draft) -> None:
    body = begin(draft)
    draft.parts[-1].kind = 'laporan-layanan'
    draft.title = 'Laporan layanan informasi'
    draft.add(
        para(
            draft.mark(
                '', f'LAPORAN LAYANAN INFORMASI PUBLIK\n{body.full.upper()}\nTAHUN {PERIOD - 1}', bold=True, size=14.0
            ),
            align='center',
            after=20,
        )
    )
    for k, (head, text) in enumerate(
        (
            (
                'KEBIJAKAN',
                'PPID Pelaksana dibentuk dengan Keputusan Nomor 188.45/90/2024 dengan Atasan PPID dan petugas.',
            ),
            ('PELAKSANAAN', 'Jumlah permohonan 34, dikabulkan 31. Daftar Informasi Publik dimutakhirkan.'),
            ('KENDALA', 'Keterbatasan sumber daya manusia.'),
            ('REKOMENDASI', 'Penyusunan SOP uji konsekuensi.'),
        )
    ):
        draft.add(para(Run(f'BAB {w.ROMAN[k]} {head}', bold=True), before=8), para(text, align='justify'))
    sign(draft, body, para(f'{body.seat}, 10 Januari {PERIOD}'))
    for name in ('rincian', 'sengketa'):
        draft.absent(name, 'hilang', MISSING, UNSURE)


ALL: tuple[Callable[[Draft], None], ...] = (
    news,
    invitation,
    regulation,
    other_decree,
    decree_of_list,
    budget,
    contents,
    checklist,
    slides,
    cover_letter,
    blank_model,
    guidelines,
    pledge,
    yearly_report,
    excluded_list,
    register,
    *PAPERS,
    *FORMS,
)


def name_of(distractor: Callable[[Draft], None]) -> str:
    return distractor.name if isinstance(distractor, Paper) else distractor.__name__


LISTS: tuple[Callable[[Draft], None], ...] = (budget, checklist, register, blank_register, other_budget)

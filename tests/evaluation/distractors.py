"""Documents that name the right words and are none of the wanted kinds; most carry a good digital signature, so that only their content speaks."""

from __future__ import annotations

from collections.abc import Callable

from tests.evaluation import templates_dip, templates_sk, templates_sop
from tests.evaluation import wordings as w
from tests.evaluation.blocks import Block, Gap, NewPage, Para, Run, Tabbed, Table, cell, para
from tests.evaluation.draft import PERIOD, Draft
from tests.evaluation.offices import Office, office, person
from tests.evaluation.signing import beside, signer_lines
from tests.evaluation.templates_sk import Topic, add_letterhead

_TOPICS = (
    Topic('PENUNJUKAN PEJABAT PENGELOLA KEUANGAN DAERAH (PPKD) {unit} TAHUN ANGGARAN {year}', ('bahwa untuk tertib pengelolaan keuangan daerah perlu ditunjuk pejabat pengelola keuangan daerah',),
          ('PPKD', 'Kuasa BUD', 'Bendahara Umum', 'Anggota'), 'Menunjuk Pejabat Pengelola Keuangan Daerah (PPKD) sebagaimana tercantum dalam Lampiran Keputusan ini.'),
    Topic('PENETAPAN PEJABAT PELAKSANA TEKNIS KEGIATAN (PPTK) PADA {unit}', ('bahwa untuk kelancaran pelaksanaan kegiatan perlu ditetapkan pejabat pelaksana teknis kegiatan',),
          ('PPTK', 'PPTK', 'PPTK', 'PPTK'), 'Menetapkan Pejabat Pelaksana Teknis Kegiatan (PPTK) dengan susunan sebagaimana tercantum dalam Lampiran.'),
    Topic('PEMBENTUKAN TIM KOORDINASI SISTEM PEMERINTAHAN BERBASIS ELEKTRONIK (SPBE) {unit}', ('bahwa untuk penerapan sistem pemerintahan berbasis elektronik dan keterbukaan informasi publik perlu dibentuk tim',),
          ('Pengarah', 'Ketua', 'Koordinator Kelompok Kerja', 'Anggota (unsur PPID)'), 'Membentuk Tim Koordinasi SPBE dengan susunan sebagaimana tercantum dalam Lampiran.', True),
    Topic('PENUNJUKAN BENDAHARA PENGELUARAN DAN PEMBANTU BENDAHARA {unit}', ('bahwa sehubungan dengan mutasi pegawai perlu menunjuk bendahara pengeluaran',),
          ('Bendahara Pengeluaran', 'Bendahara Pembantu', 'Penyimpan Barang'), 'Menunjuk pegawai sebagaimana tercantum dalam Lampiran sebagai bendahara.'),
    Topic('PENETAPAN ADMINISTRATOR PENGADUAN DAN PENGELOLA MEDIA SOSIAL {unit}', ('bahwa untuk pelayanan informasi kepada masyarakat melalui media sosial perlu ditetapkan pengelola',),
          ('Penanggung Jawab', 'Administrator', 'Petugas Informasi'), 'Menetapkan administrator pengaduan dan pengelola media sosial sebagaimana tercantum dalam Lampiran.', True),
    Topic('PENETAPAN PEMENANG LOMBA PPID AWARD {unit} TAHUN {year}', ('bahwa berdasarkan hasil penilaian lomba PPID perlu menetapkan pemenang',),
          ('Juara I', 'Juara II', 'Juara III', 'Juara Harapan'), 'Menetapkan pemenang lomba sebagaimana tercantum dalam Lampiran.', True),
)
_SK_PARTS = ('Kop naskah', 'Judul KEPUTUSAN', 'NOMOR', 'TENTANG', 'Menimbang', 'Mengingat', 'Undang-Undang Nomor 14 Tahun 2008', 'MEMUTUSKAN', 'Menetapkan', 'KESATU, KEDUA, KETIGA',
             'Ditetapkan di', 'pada tanggal', 'Nama dan NIP penandatangan', 'Tanda tangan', 'Tembusan', 'LAMPIRAN', 'Atasan PPID, PPID, PPID Pelaksana')
_DIP_PARTS = ('Ringkasan Isi Informasi', 'Pejabat yang Menguasai Informasi', 'Penanggung Jawab Pembuatan', 'Waktu dan Tempat Pembuatan', 'Bentuk Informasi yang Tersedia', 'Jangka Waktu Penyimpanan', 'Berkala', 'Serta Merta', 'Setiap Saat')


def _begin(draft: Draft, landscape: bool = False) -> Office:
    draft.begin('lain', landscape)
    draft.sign_form = '' if draft.format != 'text' or draft.chance(0.3) else 'digital'
    draft.template.append('lain-kiri')
    return office(draft)


def _sign(draft: Draft, body: Office, *first: Block) -> None:
    draft.add(Gap(12), *beside(draft, [*first, *signer_lines(draft, body, person(draft.rng))]))


def news(draft: Draft) -> None:
    body = _begin(draft)
    draft.title = 'Berita tentang PPID'
    draft.add(para(draft.mark('', f'{body.name} Gelar Bimbingan Teknis PPID, Wujudkan Keterbukaan Informasi', bold=True, size=15.0), after=4), para('Selasa, 11 Maret 2025 | Dibaca 213 kali', after=10))
    for text in (
        f'{body.seat} - {body.name} menetapkan Pejabat Pengelola Informasi dan Dokumentasi (PPID) Pelaksana melalui Keputusan {body.head} Nomor 188.45/71/2025. Menimbang kebutuhan masyarakat, langkah itu dinilai tepat.',
        'Mengingat Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik, setiap badan publik wajib menyediakan Daftar Informasi Publik yang memuat ringkasan isi informasi, pejabat yang menguasai, dan bentuk informasi.',
        '"Kami memutuskan untuk menyusun SOP permohonan informasi," ujar Kepala Dinas. Atasan PPID dan PPID Pelaksana hadir dalam kegiatan tersebut.',
    ):
        draft.add(para(text, align='justify', after=8))
    _sign(draft, body)


def invitation(draft: Draft) -> None:
    body = _begin(draft)
    draft.title = 'Undangan rapat PPID'
    add_letterhead(draft, body, '')
    for name, value in (('Nomor', ': 005/214/2025'), ('Sifat', ': Penting'), ('Lampiran', ': 1 (satu) berkas'), ('Hal', ': Undangan Rapat Pembentukan PPID Pelaksana')):
        draft.add(Tabbed(((Run(name),), (draft.opening(Run(value)),)), (70,), after=1))
    draft.add(Gap(10), para('Yth. Kepala Perangkat Daerah\ndi -\n     Tempat', after=10))
    draft.add(para('Dalam rangka penetapan Pejabat Pengelola Informasi dan Dokumentasi (PPID) sesuai Undang-Undang Nomor 14 Tahun 2008 serta penyusunan Daftar Informasi Publik Tahun 2025, kami mengundang Saudara pada:', align='justify', after=6))
    for name, value in (('Hari/tanggal', ': Kamis, 13 Februari 2025'), ('Waktu', ': 09.00 WIB s.d. selesai'), ('Tempat', ': Aula'), ('Acara', ': Pembahasan Keputusan tentang PPID Pelaksana, Atasan PPID dan SOP')):
        draft.add(Tabbed(((Run(name),), (Run(value),)), (90,), after=1))
    _sign(draft, body, para(f'{body.seat}, 10 Februari 2025', after=2))


def regulation(draft: Draft) -> None:
    body = _begin(draft)
    draft.title = 'Peraturan kepala daerah tentang PPID'
    place = body.region.split(' ', 1)[-1].upper()
    ruler = f'BUPATI {place}'
    laws = [w.KIP_LAWS[0], w.PP61, *w.CURRENT_LAWS[:2]]
    draft.add(para(draft.mark('', ruler, bold=True, size=14.0), align='center'), para(f'PROVINSI {body.province.upper()}', align='center', after=8))
    for text in (f'PERATURAN {ruler}', 'NOMOR 17 TAHUN 2025', 'TENTANG', 'PEDOMAN PENGELOLAAN PELAYANAN INFORMASI DAN DOKUMENTASI SERTA PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI', w.INVOCATION, f'{ruler},'):
        draft.add(para(text, align='center', after=5))
    layout = draft.layout('perbup', ('kolom', 'tab', 'bertumpuk'))
    draft.add(*templates_sk.entries(draft, layout, Run('Menimbang'), [(f'{letter}.', Run(f'{text};')) for letter, text in zip('abc', w.CONSIDERATIONS, strict=False)]))
    draft.add(*templates_sk.entries(draft, layout, Run('Mengingat'), [(f'{k}.', Run(f'{text};')) for k, text in enumerate(laws, 1)]))
    draft.add(para('MEMUTUSKAN:', align='center', before=6, after=6), *templates_sk.entries(draft, 'kolom', Run('Menetapkan'), [('', Run(f'PERATURAN {ruler} TENTANG PEDOMAN PENGELOLAAN PELAYANAN INFORMASI DAN DOKUMENTASI.'))]))
    for k, (head, text) in enumerate((('KETENTUAN UMUM', 'Dalam Peraturan ini yang dimaksud dengan PPID adalah pejabat yang bertanggung jawab di bidang penyimpanan, pendokumentasian, penyediaan dan pelayanan informasi.'),
                                      ('KELEMBAGAAN', 'PPID terdiri atas Atasan PPID, PPID Utama dan PPID Pelaksana.'), ('DAFTAR INFORMASI PUBLIK', 'PPID wajib menetapkan Daftar Informasi Publik yang memuat ringkasan isi informasi.'))):
        draft.add(para(f'BAB {w.ROMAN[k]}\n{head}', align='center', before=6), para(f'Pasal {k + 1}', align='center'), para(text, align='justify'))
    king = Office('bupati', '', body.region, body.province, f'Bupati {place.title()}', False, (), '', body.seat)
    _sign(draft, king, para(f'Ditetapkan di {body.seat}'), para('pada tanggal 3 Maret 2025'))
    draft.add(Gap(8), para(f'Diundangkan di {body.seat}\npada tanggal 3 Maret 2025'), para(f'BERITA DAERAH {body.region.upper()} TAHUN 2025 NOMOR 17'))
    draft.add(NewPage(), para('LAMPIRAN PERATURAN BUPATI NOMOR 17 TAHUN 2025'), para('STRUKTUR: Atasan PPID - Tim Pertimbangan - PPID - PPID Pelaksana', align='center', before=20))


def other_decree(draft: Draft) -> None:
    draft.sign_form = '' if draft.format != 'text' or draft.chance(0.15) else 'digital'
    topic = draft.pick(_TOPICS)
    draft.title = 'SK lain: ' + topic.subject[:40].split(' {')[0]
    templates_sk.build(draft, topic=topic)
    draft.parts[-1].claims.clear()


def decree_of_list(draft: Draft) -> None:
    draft.sign_form = '' if draft.format != 'text' or draft.chance(0.15) else 'digital'
    draft.title = 'SK penetapan DIP'
    topic = Topic('PENETAPAN DAFTAR INFORMASI PUBLIK {unit} TAHUN {year}', ('bahwa untuk pelayanan informasi perlu ditetapkan daftar informasi publik', 'bahwa daftar informasi publik perlu dimutakhirkan paling sedikit setahun sekali'),
                  ('Profil badan publik', 'Rencana kerja', 'Laporan kinerja', 'Pengumuman pengadaan'), 'Menetapkan Daftar Informasi Publik {unit} sebagaimana tercantum dalam Lampiran.', True)
    templates_sk.build(draft, topic=topic)
    draft.parts[-1].claims.clear()


def budget(draft: Draft) -> None:
    body = _begin(draft, True)
    draft.title = 'DPA'
    for text in ('DOKUMEN PELAKSANAAN ANGGARAN', 'SATUAN KERJA PERANGKAT DAERAH', f'PEMERINTAH {body.region.upper()} TAHUN ANGGARAN {PERIOD}'):
        draft.add(para(draft.mark('', text, bold=True), align='center', after=2))
    draft.add(para('Nomor DIPA/DPA : DPA/A.1/2.16.2.20.2.21.01.0000/001/2025', after=2), para(f'Organisasi : {body.full}', after=6))
    heads = ('Kode Rekening', 'Uraian', 'Volume', 'Satuan', 'Harga', 'Jumlah (Rp)')
    rows = [tuple(cell(Run(head, bold=True), align='center') for head in heads)]
    for k, name in enumerate(('Belanja Pegawai', 'Pelayanan Informasi Publik', 'Penguatan Kapasitas PPID', 'Belanja Alat Tulis Kantor', 'Penyediaan Informasi Berkala', 'Belanja Perjalanan Dinas')):
        rows.append((cell(f'5.1.0{k + 1}.01'), cell(name), cell('1'), cell('Paket'), cell(f'{(k + 2) * 7}.500.000'), cell(f'{(k + 2) * 7}.500.000')))
    width = draft.look.inner(True)
    draft.add(Table(tuple(rows), tuple(width * share for share in (0.16, 0.36, 0.08, 0.1, 0.15, 0.15))))
    _sign(draft, body, para(f'{body.seat}, 2 Januari 2025'), para('Mengesahkan,\nPPKD'))


def contents(draft: Draft) -> None:
    _begin(draft)
    draft.title = 'Daftar isi berkas bukti'
    draft.add(para(draft.mark('', 'DAFTAR ISI', bold=True, size=14.0), align='center', after=12))
    for k, name in enumerate(('KEPUTUSAN KEPALA DINAS TENTANG PPID PELAKSANA', *_SK_PARTS[2:12], 'LAMPIRAN', 'DAFTAR INFORMASI PUBLIK TAHUN 2025', *_DIP_PARTS, 'STANDAR OPERASIONAL PROSEDUR', 'Dasar Hukum', 'Kualifikasi Pelaksana', 'Mutu Baku')):
        if draft.held_out:
            draft.add(para(f'{name} {"." * max(4, 78 - int(len(name) * 1.4))} {k + 1}', after=1))
        else:
            draft.add(Tabbed(((Run(name),), (Run(f'{"." * 20} {k + 1}'),)), (330,), after=1))


def checklist(draft: Draft) -> None:
    body = _begin(draft)
    which = draft.pick(('SK PPID', 'DIP', 'SOP'))
    draft.title = f'Daftar periksa {which}'
    add_letterhead(draft, body, '')
    names = {'SK PPID': _SK_PARTS, 'DIP': ('Judul DAFTAR INFORMASI PUBLIK', 'Tahun 2025', 'Nama badan publik', *_DIP_PARTS, 'Tanda tangan'),
             'SOP': ('Nomor SOP', 'Tgl. Pembuatan', 'Tgl. Revisi', 'Tgl. Efektif', 'Disahkan oleh', 'Nama SOP', 'Dasar Hukum', 'Kualifikasi Pelaksana', 'Keterkaitan', 'Peralatan/Perlengkapan', 'Peringatan', 'Pencatatan dan Pendataan', 'Kegiatan', 'Pelaksana', 'Mutu Baku')}[which]
    draft.add(para(draft.mark('', f'DAFTAR PERIKSA KELENGKAPAN {which} TAHUN 2025', bold=True), align='center', after=8))
    rows = [tuple(cell(Run(head, bold=True), align='center') for head in ('No', 'Unsur yang diperiksa', 'Ada', 'Tidak ada', 'Catatan'))]
    rows += [(cell(str(k)), cell(name), cell('v'), cell(''), cell('')) for k, name in enumerate(names, 1)]
    width = draft.look.inner(False)
    draft.add(Table(tuple(rows), (30, width - 220, 45, 55, 90), header=1))
    _sign(draft, body, para(f'{body.seat}, 5 Mei 2025'), para('Pemeriksa,'))


def slides(draft: Draft) -> None:
    _begin(draft, True)
    draft.title = 'Paparan yang menyebut semua judul'
    decks = (('KEPUTUSAN TENTANG PPID', _SK_PARTS[2:9]), ('Bagian penutup SK', _SK_PARTS[9:]), ('DAFTAR INFORMASI PUBLIK', _DIP_PARTS), ('STANDAR OPERASIONAL PROSEDUR', ('Nomor SOP', 'Dasar Hukum', 'Kualifikasi Pelaksana', 'Keterkaitan', 'Peringatan', 'Mutu Baku')))
    for k, (head, names) in enumerate(decks):
        if k:
            draft.add(NewPage(True))
        draft.add(Gap(30), para(draft.mark('', head, bold=True, size=26.0), align='center', after=20))
        draft.add(*(para(Run(f'{draft.rng.choice("•-–")} {name}', size=17.0), indent=60, after=6) for name in names))


def cover_letter(draft: Draft) -> None:
    body = _begin(draft)
    draft.title = 'Surat pengantar yang menyebut semua bagian'
    add_letterhead(draft, body, '')
    draft.add(para('SURAT PENGANTAR', align='center', after=2), para(draft.mark('', 'Nomor : 045/118/2025'), align='center', after=10), para('Yth. Kepala Dinas Komunikasi dan Informatika selaku PPID Utama\ndi Tempat', after=8))
    rows = [tuple(cell(Run(head, bold=True), align='center') for head in ('No', 'Jenis yang dikirim', 'Banyaknya', 'Keterangan'))]
    listed = ('Keputusan tentang PPID Pelaksana yang memuat ' + ', '.join(_SK_PARTS[2:12]), 'Daftar Informasi Publik Tahun 2025 dengan kolom ' + ', '.join(_DIP_PARTS[:6]), 'SOP permohonan, keberatan, uji konsekuensi')
    rows += [(cell(str(k)), cell(text), cell('1 berkas'), cell('Dikirim dengan hormat untuk dipergunakan sebagaimana mestinya')) for k, text in enumerate(listed, 1)]
    width = draft.look.inner(False)
    draft.add(Table(tuple(rows), (30, width - 220, 70, 120)))
    _sign(draft, body, para(f'{body.seat}, 20 Maret 2025'))


def blank_model(draft: Draft) -> None:
    draft.sign_form = 'none'
    kind, module = draft.pick((('SK', templates_sk), ('DIP', templates_dip), ('SOP', templates_sop)))
    damage = {'SK': {'nomor': 'placeholder', 'tempat-tanggal': 'placeholder', 'penandatangan': 'name-placeholder'}, 'DIP': {'tahun': 'titik', 'badan-publik': 'titik', 'isi': 'titik', 'penandatangan': 'name-placeholder'},
              'SOP': {'nomor-sop': 'titik', 'tgl-pembuatan': 'placeholder', 'tgl-efektif': 'placeholder', 'penandatangan': 'name-placeholder'}}[kind]
    draft.title = f'Contoh {kind} kosong'
    draft.defects.update(damage)
    module.build(draft)
    draft.parts[-1].claims.clear()
    draft.parts[-1].kind = 'lain'


def guidelines(draft: Draft) -> None:
    body = _begin(draft)
    draft.title = 'Pedoman yang mengutip SK'
    draft.add(para(draft.mark('', 'PEDOMAN PENYUSUNAN KEPUTUSAN TENTANG PPID', bold=True, size=14.0), align='center', after=10))
    for text in ('1. Keputusan dimulai dengan kop, lalu judul KEPUTUSAN, NOMOR dan TENTANG yang menyebut Pejabat Pengelola Informasi dan Dokumentasi.',
                 '2. Bagian Menimbang memuat alasan, contoh: "Menimbang : a. bahwa untuk melaksanakan Pasal 13 Undang-Undang Nomor 14 Tahun 2008 ...".',
                 '3. Bagian Mengingat memuat dasar hukum, contoh: "Mengingat : 1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;".',
                 '4. Setelah kata MEMUTUSKAN ditulis "Menetapkan :" disusul KESATU, KEDUA dan seterusnya.',
                 '5. Pada penutup ditulis "Ditetapkan di Kotabaru pada tanggal 5 Januari 2025", nama jabatan, tanda tangan, nama dan NIP.',
                 '6. Lampiran memuat susunan Atasan PPID, PPID dan PPID Pelaksana.'):
        draft.add(Para((Run(text),), 'justify', indent=18, hanging=18, after=6))
    _sign(draft, body, para(f'{body.seat}, 7 Januari 2025'))


def pledge(draft: Draft) -> None:
    body = _begin(draft)
    draft.title = 'Maklumat pelayanan'
    draft.add(Gap(50), para(draft.mark('', 'MAKLUMAT PELAYANAN INFORMASI PUBLIK', bold=True, size=20.0), align='center', after=30))
    draft.add(para(Run(f'Dengan ini kami {body.full} menyatakan sanggup menyelenggarakan pelayanan informasi publik sesuai standar yang telah ditetapkan dan apabila tidak menepati, kami siap menerima sanksi sesuai peraturan perundang-undangan.', size=14.0), align='center', after=30))
    _sign(draft, body, para(f'{body.seat}, 2 Januari 2025'))


def yearly_report(draft: Draft) -> None:
    body = _begin(draft)
    draft.title = 'Laporan layanan informasi'
    draft.add(para(draft.mark('', f'LAPORAN LAYANAN INFORMASI PUBLIK\n{body.full.upper()}\nTAHUN {PERIOD - 1}', bold=True, size=14.0), align='center', after=20))
    for k, (head, text) in enumerate((('KEBIJAKAN', 'PPID Pelaksana dibentuk dengan Keputusan Nomor 188.45/90/2024 dengan Atasan PPID dan petugas.'), ('PELAKSANAAN', 'Jumlah permohonan 34, dikabulkan 31. Daftar Informasi Publik dimutakhirkan.'), ('KENDALA', 'Keterbatasan sumber daya manusia.'), ('REKOMENDASI', 'Penyusunan SOP uji konsekuensi.'))):
        draft.add(para(Run(f'BAB {w.ROMAN[k]} {head}', bold=True), before=8), para(text, align='justify'))
    _sign(draft, body, para(f'{body.seat}, 10 Januari {PERIOD}'))


def excluded_list(draft: Draft) -> None:
    body = _begin(draft, True)
    draft.title = 'Daftar informasi yang dikecualikan'
    draft.add(para(draft.mark('', f'DAFTAR INFORMASI YANG DIKECUALIKAN\n{body.full.upper()}\nTAHUN {PERIOD}', bold=True), align='center', after=8))
    heads = ('No', 'Informasi', 'Dasar Hukum Pengecualian', 'Konsekuensi Dibuka', 'Konsekuensi Ditutup', 'Jangka Waktu', 'Penanggung Jawab')
    rows = [tuple(cell(Run(head, bold=True), align='center', middle=True) for head in heads)]
    rows += [(cell(str(k)), cell(name), cell('UU 14/2008 Pasal 17 huruf h'), cell('Mengungkap rahasia pribadi'), cell('Melindungi data pribadi'), cell('Selama berlaku'), cell('Sekretaris')) for k, name in enumerate(('Data pribadi pegawai', 'Rekam medis', 'Hasil audit berjalan'), 1)]
    width = draft.look.inner(True)
    draft.add(Table(tuple(rows), (width * 0.05, *([width * 0.95 / 6] * 6)), header=1))
    _sign(draft, body, para(f'{body.seat}, 10 Januari {PERIOD}'))


def register(draft: Draft) -> None:
    body = _begin(draft, True)
    draft.title = 'Register permohonan informasi'
    draft.add(para(draft.mark('', f'REGISTER PERMOHONAN INFORMASI PUBLIK\nPPID {body.full.upper()} TAHUN {PERIOD}', bold=True), align='center', after=8))
    heads = ('No', 'Tanggal', 'Nama Pemohon', 'Informasi yang Diminta', 'Tujuan Penggunaan', 'Status Informasi', 'Bentuk Informasi', 'Keputusan', 'Waktu')
    rows = [tuple(cell(Run(head, bold=True), align='center', middle=True) for head in heads)]
    rows += [(cell(str(k)), cell(f'{k + 3} Feb 2025'), cell(person(draft.rng).name), cell('Laporan keuangan'), cell('Penelitian'), cell('Dikuasai'), cell('Softcopy'), cell('Dikabulkan'), cell('3 hari')) for k in range(1, 7)]
    width = draft.look.inner(True)
    draft.add(Table(tuple(rows), (width * 0.05, *([width * 0.95 / 8] * 8)), header=1))
    _sign(draft, body)


ALL: tuple[Callable[[Draft], None], ...] = (
    news, invitation, regulation, other_decree, decree_of_list, budget, contents, checklist, slides, cover_letter, blank_model, guidelines, pledge, yearly_report, excluded_list, register,
)

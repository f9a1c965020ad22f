# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""Distractors for the kinds beside SK, DIP and SOP: papers of other kinds that use their words, as data and one builder."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.evaluation.blocks import Gap, Para, Run, Tabbed, para
from tests.evaluation.decree import add_letterhead
from tests.evaluation.distractor_lists import begin, sign
from tests.evaluation.draft import Draft
from tests.evaluation.forms import Head, fields, list_table

_FILLER = (
    'Hal-hal yang belum diatur akan ditetapkan kemudian oleh pimpinan sesuai dengan ketentuan peraturan perundang-undangan.',
    'Naskah ini disampaikan untuk menjadi perhatian dan dipergunakan sebagaimana mestinya.',
)


@dataclass(frozen=True)
class Paper:
    """A paper of no wanted kind. `also`: kinds that it may be taken for, never accepted as."""

    name: str
    title: tuple[str, ...]
    lines: tuple[str, ...] = ()
    """Paragraphs; `A|B` is a label with its value, `#A` a heading."""
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    also: tuple[str, ...] = ()
    landscape: bool = False
    closing: tuple[str, ...] = field(default=('{seat}, 12 Maret 2025',))

    def __call__(self, draft: Draft) -> None:
        body = begin(draft, self.landscape)
        draft.parts[-1].also = self.also
        draft.title = self.name.replace('_', ' ')
        add_letterhead(draft, body, '')
        head = draft.pick(self.title).format(unit=body.full.upper())
        draft.add(para(draft.mark('', head, bold=True, size=13.0), align='center', after=8))
        style = draft.rng.choice(('tab', 'tanpa-garis', 'kisi'))
        pairs: list[tuple[Run | str, Run | str]] = []
        for line in self.lines:
            text = line.format(unit=body.full, head=body.head, seat=body.seat)
            if '|' in text:
                label, value = text.split('|')
                pairs.append((label, value))
                continue
            draft.add(*fields(draft, pairs, style))
            pairs = []
            if text.startswith('#'):
                draft.add(para(Run(text[1:], bold=True), before=6, after=3))
            elif text[:2] in ('1.', '2.', '3.', '4.', '5.'):
                draft.add(Tabbed(((Run(text[:2]),), (Run(text[3:]),)), (20,), after=2))
            else:
                draft.add(para(text, align='justify', after=5))
        draft.add(*fields(draft, pairs, style))
        if self.heads:
            heads = [Head(name, Run(name), share=0.4 if name in ('No', 'NO') else 1.4) for name in self.heads]
            draft.add(Gap(4), list_table(draft, heads, [[Run(value) for value in row] for row in self.rows]))
        if draft.chance(0.4):
            draft.add(Para((Run(draft.rng.choice(_FILLER)),), 'justify', after=4))
        sign(draft, body, *(para(line.format(seat=body.seat)) for line in self.closing))


_SECTIONS = (
    'Gambaran Umum Kebijakan',
    'Pelaksanaan Layanan',
    'Rincian Pelayanan',
    'Penyelesaian Sengketa',
    'Kendala',
    'Rekomendasi dan Rencana Tindak Lanjut',
)

PAPERS: tuple[Paper, ...] = (
    Paper(
        'peraturan_laporan',
        ('PERATURAN KEPALA {unit} NOMOR 9 TAHUN 2025 TENTANG PEDOMAN PENYUSUNAN LAPORAN LAYANAN INFORMASI PUBLIK',),
        (
            'Menimbang|bahwa untuk keseragaman laporan layanan informasi publik perlu ditetapkan pedoman;',
            'Mengingat|Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;',
            'MEMUTUSKAN:',
            '#Pasal 1',
            'Laporan layanan informasi publik disampaikan paling lambat 3 (tiga) bulan setelah tahun anggaran berakhir.',
            '#Pasal 2',
            'Laporan sebagaimana dimaksud dalam Pasal 1 paling sedikit memuat:',
            *(f'{k}. {name.lower()};' for k, name in enumerate(_SECTIONS[:5], 1)),
            'Jumlah permohonan informasi yang diterima dicantumkan per bulan.',
        ),
    ),
    Paper(
        'lkjip',
        (
            'LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP) {unit} TAHUN 2024',
            'LAPORAN AKUNTABILITAS KINERJA {unit} TAHUN 2024',
        ),
        (
            '#BAB I PENDAHULUAN',
            'Laporan kinerja ini disusun sebagai wujud pertanggungjawaban {unit}, termasuk pelayanan informasi publik.',
            '#BAB II PERENCANAAN KINERJA',
            'Sasaran strategis: meningkatnya kualitas pelayanan dengan indikator nilai keterbukaan informasi.',
            '#BAB III AKUNTABILITAS KINERJA',
            'Kebijakan dan pelaksanaan program berjalan baik. Kendala: keterbatasan anggaran. Jumlah permohonan layanan 214.',
            '#BAB IV PENUTUP',
            'Rekomendasi dan rencana tindak lanjut disusun pada tahun berikutnya.',
        ),
        ('No', 'Indikator', 'Target', 'Realisasi', 'Capaian'),
        (
            ('1', 'Nilai keterbukaan informasi publik', '85', '88', '103%'),
            ('2', 'Indeks kepuasan masyarakat', '82', '83', '101%'),
        ),
    ),
    Paper(
        'standar_pelayanan',
        ('STANDAR PELAYANAN PERMOHONAN INFORMASI PUBLIK', 'STANDAR PELAYANAN PUBLIK {unit}'),
        ('Dalam memberikan pelayanan, {unit} menetapkan standar pelayanan sebagai berikut:',),
        ('No', 'Komponen', 'Uraian'),
        (
            ('1', 'Dasar hukum', 'Undang-Undang Nomor 14 Tahun 2008; Peraturan Komisi Informasi Nomor 1 Tahun 2021'),
            ('2', 'Persyaratan', 'Mengisi formulir permohonan informasi dan melampirkan fotokopi KTP'),
            (
                '3',
                'Sistem, mekanisme dan prosedur',
                'Pemohon datang, petugas mencatat dalam register, PPID memberi jawaban',
            ),
            ('4', 'Jangka waktu', '10 hari kerja'),
            ('5', 'Biaya', 'Tidak dipungut biaya'),
            ('6', 'Jaminan pelayanan', 'Sesuai maklumat pelayanan'),
        ),
        ('sop',),
    ),
    Paper(
        'agenda_surat',
        ('BUKU AGENDA SURAT MASUK {unit} TAHUN 2025', 'REGISTER SURAT KELUAR {unit} TAHUN 2025'),
        (),
        ('No', 'Tanggal', 'Nomor Surat', 'Asal / Tujuan', 'Perihal', 'Disposisi'),
        (
            ('1', '6 Januari 2025', '005/12/2025', 'Bagian Hukum', 'Undangan rapat', 'Sekretaris'),
            ('2', '9 Januari 2025', '480/31/2025', 'Sdr. Teguh', 'Permohonan informasi publik', 'PPID'),
            ('3', '14 Januari 2025', '090/40/2025', 'Dinas Sosial', 'Surat tugas', 'Kasubbag Umum'),
        ),
        ('register-permohonan',),
        True,
    ),
    Paper(
        'surat_pemberitahuan',
        ('PEMBERITAHUAN', 'SURAT PEMBERITAHUAN'),
        (
            'Nomor|480/77/2025',
            'Sifat|Biasa',
            'Hal|Pemberitahuan Penutupan Sementara Layanan Informasi',
            'Yth. Masyarakat pengguna layanan',
            'Diberitahukan bahwa pada hari Jumat, 28 Maret 2025 layanan informasi publik ditutup sehubungan dengan pemeliharaan jaringan. Layanan dibuka kembali pada hari kerja berikutnya.',
            'Rapat internal pegawai tidak mengubah jadwal tersebut. Demikian untuk menjadi maklum.',
        ),
        also=('undangan',),
    ),
    Paper(
        'serah_terima',
        ('BERITA ACARA SERAH TERIMA', 'BERITA ACARA SERAH TERIMA DOKUMEN INFORMASI'),
        (
            'Nomor|027/41/BAST/2025',
            'Pada hari ini Senin tanggal Tiga bulan Maret tahun Dua Ribu Dua Puluh Lima (03-03-2025), kami yang bertanda tangan di bawah ini:',
            'Nama|Siti Kurnia Meliana',
            'Jabatan|Kepala Bidang selaku PIHAK PERTAMA',
            'Nama|Agung Harjuno',
            'Jabatan|Arsiparis selaku PIHAK KEDUA',
            'PIHAK PERTAMA menyerahkan dokumen informasi yang dikecualikan kepada PIHAK KEDUA untuk disimpan selama jangka waktu retensi, dan PIHAK KEDUA menerima dalam keadaan baik.',
        ),
        also=('uji-konsekuensi',),
    ),
    Paper(
        'sptjm',
        ('SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK', 'SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK (SPTJM)'),
        (
            'Yang bertanda tangan di bawah ini:',
            'Nama|Bambang Surya Kusumadinata',
            'Jabatan|{head}',
            'Menyatakan dengan sesungguhnya bahwa saya bertanggung jawab penuh atas kebenaran isian kuesioner dan seluruh dokumen yang disampaikan.',
            'Apabila di kemudian hari terdapat kekeliruan, saya bersedia menerima sanksi sesuai ketentuan.',
        ),
        also=('surat-pernyataan',),
    ),
    Paper(
        'pakta_integritas',
        ('PAKTA INTEGRITAS',),
        (
            'Saya yang bertanda tangan di bawah ini, {head}, menyatakan sanggup sebagai berikut:',
            '1. Tidak melakukan korupsi, kolusi dan nepotisme;',
            '2. Memberikan pelayanan sesuai standar;',
            '3. Bersedia menerima sanksi apabila melanggar pakta ini.',
        ),
        also=('maklumat', 'surat-pernyataan'),
    ),
    Paper(
        'buku_tamu',
        ('BUKU TAMU {unit}', 'BUKU TAMU LAYANAN INFORMASI'),
        ('Bulan|Februari 2025',),
        ('No', 'Tanggal', 'Nama', 'Instansi / Alamat', 'Keperluan', 'Tanda Tangan'),
        (
            ('1', '3 Februari 2025', 'Rina Lestari', 'Universitas Kencana', 'Konsultasi', ''),
            ('2', '4 Februari 2025', 'Yulius Harjuno', 'Desa Suka Damai', 'Mengantar surat', ''),
            ('3', '6 Februari 2025', 'Fahrul Lamongga', 'Pribadi', 'Permohonan informasi', ''),
        ),
        ('daftar-hadir', 'register-permohonan'),
    ),
    Paper(
        'daftar_isi_notulen',
        ('DAFTAR ISI KUMPULAN NOTULEN RAPAT DAN DAFTAR HADIR',),
        (
            '1. Notulen rapat 13 Februari 2025: pembahasan Daftar Informasi Publik ........ 1',
            '2. Daftar hadir rapat 13 Februari 2025 ........ 3',
            '3. Undangan Nomor 005/214/2025, hari/tanggal Kamis, 13 Februari 2025 ........ 5',
            '4. Berita acara uji konsekuensi ........ 6',
            '5. Surat tugas Nomor 094/11/ST/II/2025 ........ 9',
        ),
    ),
    Paper(
        'survei_kepuasan',
        ('LAPORAN SURVEI KEPUASAN MASYARAKAT TAHUN 2024', 'LAPORAN HASIL SURVEI LAYANAN INFORMASI {unit} TAHUN 2024'),
        (
            '#A. Pendahuluan',
            'Survei dilaksanakan untuk mengukur kepuasan pemohon informasi publik pada {unit}.',
            '#B. Pelaksanaan',
            'Jumlah responden 45 orang. Pelaksanaan survei bulan November.',
            '#C. Kendala dan Rekomendasi',
            'Kendala: sebagian responden tidak mengembalikan angket. Rekomendasi: survei dilakukan secara daring.',
        ),
        ('No', 'Unsur', 'Nilai'),
        (('1', 'Persyaratan', '3,41'), ('2', 'Prosedur', '3,38'), ('3', 'Waktu', '3,29')),
    ),
    Paper(
        'laporan_kegiatan',
        ('LAPORAN PELAKSANAAN KEGIATAN BIMBINGAN TEKNIS PPID', 'LAPORAN HASIL PERJALANAN DINAS'),
        (
            'Dasar|Surat Tugas Nomor 094/19/2025 tanggal 10 Februari 2025',
            'Hari/Tanggal|Kamis, 13 Februari 2025',
            'Tempat|Kotabaru',
            'Hasil kegiatan: peserta menerima materi tentang kebijakan, pelaksanaan layanan informasi, uji konsekuensi dan penyelesaian sengketa.',
            'Kendala: waktu terbatas. Rekomendasi: kegiatan dilanjutkan tahun depan.',
        ),
        also=('notulen',),
    ),
    Paper(
        'tata_cara_uji',
        ('TATA CARA PENGUJIAN TENTANG KONSEKUENSI', 'PEDOMAN UJI KONSEKUENSI INFORMASI PUBLIK'),
        (
            '1. PPID mengidentifikasi dokumen yang akan diuji.',
            '2. PPID mencantumkan dasar hukum pengecualian, misalnya Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008.',
            '3. Diuraikan konsekuensi apabila informasi dibuka dan apabila ditutup.',
            '4. Ditentukan jangka waktu pengecualian.',
            '5. Hasil pengujian dituangkan dalam berita acara yang ditandatangani seluruh tim.',
        ),
    ),
    Paper(
        'tanda_terima',
        ('TANDA TERIMA DOKUMEN', 'DAFTAR PENERIMA SURAT'),
        ('Nomor Surat|005/214/2025',),
        ('No', 'Nama Penerima', 'Instansi', 'Tanggal Terima', 'Tanda Tangan'),
        (
            ('1', 'Dewi Permata', 'Dinas Sosial', '11 Februari 2025', ''),
            ('2', 'Hendra Wirajaya', 'Kecamatan Sukamaju', '11 Februari 2025', ''),
        ),
        ('daftar-hadir',),
    ),
    Paper(
        'sertifikat',
        ('SERTIFIKAT', 'PIAGAM PENGHARGAAN'),
        (
            'Nomor|893.3/55/2025',
            'Diberikan kepada Nurul Cahya Pranatasari atas partisipasinya sebagai peserta Bimbingan Teknis Pengelola Informasi dan Dokumentasi (PPID) yang diselenggarakan pada hari Kamis, 13 Februari 2025 selama 8 jam pelajaran.',
        ),
        landscape=True,
    ),
    Paper(
        'perjalanan_dinas',
        ('SURAT PERJALANAN DINAS (SPD)', 'SURAT PERINTAH PERJALANAN DINAS'),
        (
            'Nomor|094/88/SPD/2025',
            'Pejabat Pembuat Komitmen|Sekretaris',
            'Nama/NIP pegawai yang diperintah|Teguh Adi Sandikala',
            'Maksud perjalanan dinas|Menghadiri rapat koordinasi PPID',
            'Tempat berangkat|{seat}',
            'Tanggal berangkat|13 Februari 2025',
            'Pembebanan anggaran|Belanja Perjalanan Dinas',
        ),
        also=('surat-tugas',),
    ),
    Paper(
        'surat_keterangan',
        ('SURAT KETERANGAN',),
        (
            'Nomor|800/63/2025',
            'Yang bertanda tangan di bawah ini menerangkan bahwa:',
            'Nama|Wahyuni Oktavara',
            'Jabatan|Pranata Humas',
            'adalah benar pegawai pada {unit} dan bertugas sebagai petugas layanan informasi sejak tahun 2022.',
        ),
        also=('surat-pernyataan', 'surat-tugas'),
    ),
    Paper(
        'jawaban_permohonan',
        ('PEMBERITAHUAN TERTULIS', 'SURAT JAWABAN ATAS PERMOHONAN INFORMASI'),
        (
            'Nomor|480/102/2025',
            'Berdasarkan permohonan informasi pada tanggal 11 Maret 2025 dengan nomor pendaftaran 014/PPID/2025, kami menyampaikan kepada Saudara:',
            'Nama|Maria Indah Harjuno',
            'Alamat|Jl. Kenanga 12',
            'Informasi dapat diberikan|Ya, dalam bentuk softcopy',
            'Biaya|Tidak dipungut biaya',
        ),
        also=('formulir-permohonan',),
    ),
    Paper(
        'artikel_dikecualikan',
        ('INFORMASI YANG DIKECUALIKAN', 'Mengenal Informasi yang Dikecualikan'),
        (
            'Informasi yang dikecualikan adalah informasi yang tidak dapat diakses oleh pemohon sebagaimana dimaksud dalam Pasal 17 Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.',
            'Pengecualian didasarkan pada pengujian tentang konsekuensi yang timbul apabila informasi dibuka, dan mempertimbangkan bahwa menutup informasi dapat melindungi kepentingan yang lebih besar.',
            'Jangka waktu pengecualian ditetapkan oleh PPID. Daftar informasi yang dikecualikan dimutakhirkan setiap tahun.',
        ),
    ),
    Paper(
        'paparan_laporan',
        ('PAPARAN LAPORAN LAYANAN INFORMASI PUBLIK TAHUN 2024',),
        (*(f'#{name}' for name in _SECTIONS), 'Terima kasih'),
        landscape=True,
        also=('laporan-layanan',),
        closing=(),
    ),
    Paper(
        'sk_tim_lain',
        ('KEPUTUSAN KEPALA {unit} NOMOR 188.4/71/2025 TENTANG PEMBENTUKAN TIM PENGELOLA ARSIP DINAMIS',),
        (
            'Menimbang|bahwa untuk mendukung pemutakhiran Daftar Informasi Publik dan Daftar Informasi yang Dikecualikan perlu dibentuk tim pengelola arsip;',
            'Mengingat|Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan; Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;',
            'MEMUTUSKAN:',
            'Menetapkan|KEPUTUSAN TENTANG TIM PENGELOLA ARSIP DINAMIS.',
            'KESATU|Membentuk tim pengelola arsip dinamis.',
            'KEDUA|Tim bertugas menata arsip yang tercantum dalam Daftar Informasi Publik.',
        ),
        also=('sk-dip', 'sk-ppid'),
        closing=('Ditetapkan di {seat}', 'pada tanggal 12 Maret 2025'),
    ),
)

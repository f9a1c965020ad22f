# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""How offices word the parts of an SK PPID, a DIP and an SOP: written from knowledge of such documents, not from any rule.

Tuples of equal meaning; a document picks one. No entry is a placeholder or a defect unless the name says so.
"""

from __future__ import annotations

MONTHS = (
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
)
ROMAN = ('I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII')
DOTS = ('......', '...................', '…………………', '. . . . . . . .', '_______________', '..../..../....')
PLACEHOLDERS = ('${nomor}', '[nomor]', '<nomor>', '$nomor$', '{{ nomor }}', '[diisi nomor surat]', 'XXX')
NAME_PLACEHOLDERS = (
    '[nama]',
    '${nama_pejabat}',
    '(nama lengkap)',
    '<NAMA PEJABAT>',
    '{{nama}}',
    '(.................................)',
)

# ---- SK -------------------------------------------------------------------------------------------------------------------
NUMBERS = (
    '188.45/{n}/{year}',
    '488/{n}/{year}',
    '{n} TAHUN {year}',
    'KEP-{n}/PPID/{rm}/{year}',
    '800/{n}/Diskominfo/{year}',
    '188.4/{n}/KPTS/{rm}/{year}',
    '555/{n}.1/{year}',
    'HK.01.02/{n}/{year}',
    '{n}/Kep-Dir/{rm}/{year}',
    '487/KPTS.{n}-sekr/{year}',
    '188.44/{n}/SK/{year}',
    'B/{n}/000.9.3/{rm}/{year}',
    '100.3.3.2/{n}/{year}',
    '{n}/KPTS/{rm}/{year}',
    '045.2/{n}/SEKR',
    '06/{n}-Kec/{year}',
    '500.12/{n}/SK-PPID/{year}',
)
NUMBER_LABELS = (
    'NOMOR : {v}',
    'NOMOR: {v}',
    'NOMOR {v}',
    'Nomor : {v}',
    'Nomor: {v}',
    'No. {v}',
    'NOMOR  :  {v}',
    'No : {v}',
    'NOMOR   {v}',
)
TITLES = (
    'KEPUTUSAN {head}',
    'KEPUTUSAN {head}',
    'SURAT KEPUTUSAN {head}',
    'KEPUTUSAN {head} {region}',
    'SURAT KEPUTUSAN\n{head}',
    'KEPUTUSAN\n{head}',
)
ABOUT = ('TENTANG', 'TENTANG', 'T E N T A N G', 'Tentang', 'tentang', 'TENTANG :')
SUBJECTS_HEAD = (
    'PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA {unit}',
    'PENUNJUKAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI (PPID) PELAKSANA PADA {unit}',
    'PEMBENTUKAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PEMBANTU {unit} TAHUN {year}',
    'PENETAPAN PPID PELAKSANA DI LINGKUNGAN {unit}',
    'TIM PENGELOLA LAYANAN INFORMASI DAN DOKUMENTASI {unit}',
    'PENETAPAN PENGELOLA LAYANAN INFORMASI DAN DOKUMENTASI PADA {unit}',
    'PENUNJUKAN PPID PEMBANTU DAN TIM PENDUKUNG PPID {unit} TAHUN ANGGARAN {year}',
    'PEMBENTUKAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI (PPID) {unit}',
    'STRUKTUR ORGANISASI PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA {unit}',
    'PERUBAHAN ATAS KEPUTUSAN TENTANG PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI PELAKSANA {unit}',
)
SUBJECTS_RULER = (
    'PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI DI LINGKUNGAN {unit}',
    'PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI UTAMA DAN PELAKSANA {unit}',
    'PEMBENTUKAN PENGELOLA LAYANAN INFORMASI DAN DOKUMENTASI {unit}',
    'PENUNJUKAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI {unit} TAHUN {year}',
    'TIM PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI (PPID) {unit}',
    'PENETAPAN ATASAN PPID, PPID DAN PPID PELAKSANA {unit}',
)
INVOCATION = 'DENGAN RAHMAT TUHAN YANG MAHA ESA'
CONSIDERING = ('Menimbang', 'Menimbang', 'MENIMBANG', 'Menimbang', 'M e n i m b a n g')
RECALLING = ('Mengingat', 'Mengingat', 'MENGINGAT', 'Mengingat', 'M e n g i n g a t')
REGARDING = ('Memperhatikan', 'MEMPERHATIKAN')
CONSIDERATIONS = (
    'bahwa dalam rangka melaksanakan ketentuan Pasal 13 ayat (1) Undang-Undang tentang keterbukaan informasi publik, setiap badan publik wajib menunjuk pejabat pengelola informasi dan dokumentasi',
    'bahwa untuk mewujudkan penyelenggaraan pemerintahan yang transparan, efektif, efisien dan akuntabel diperlukan layanan informasi yang cepat, tepat waktu, dan sederhana',
    'bahwa untuk menjamin ketersediaan informasi bagi masyarakat perlu ditunjuk petugas yang bertanggung jawab di bidang penyimpanan, pendokumentasian, penyediaan dan pelayanan informasi',
    'bahwa susunan keanggotaan sebagaimana ditetapkan sebelumnya perlu disesuaikan dengan perubahan pejabat dan struktur organisasi',
    'bahwa keterbukaan informasi publik merupakan sarana dalam mengoptimalkan pengawasan publik terhadap penyelenggaraan negara',
)
LAST_CONSIDERATIONS = (
    'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan {head} tentang {subject};',
    'bahwa berdasarkan pertimbangan tersebut di atas perlu ditetapkan dengan Keputusan {head};',
    'bahwa sehubungan dengan hal tersebut pada huruf a, b dan c di atas, perlu membentuk dan menetapkan dengan Surat Keputusan;',
)
KIP_LAWS = (
    'Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 61, Tambahan Lembaran Negara Republik Indonesia Nomor 4846)',
    'Undang-undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik',
    'Undang - Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (LN RI Tahun 2008 Nomor 61, TLN RI Nomor 4846)',
    'UU No. 14 Tahun 2008 tentang Keterbukaan Informasi Publik',
    'UU Nomor 14 Tahun 2008 Tentang Keterbukaan Informasi Publik (Lembaran Negara Tahun 2008 Nomor 61, Tambahan Lembaran Negara Nomor 4846)',
    'Undang-Undang Republik Indonesia Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 61; Tambahan Lembaran Negara Nomor 4846)',
)
PP61 = 'Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia Tahun 2010 Nomor 99, Tambahan Lembaran Negara Republik Indonesia Nomor 5149)'
CURRENT_LAWS = (
    'Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik (Berita Negara Republik Indonesia Tahun 2021 Nomor 741)',
    'Peraturan Komisi Informasi Pusat Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik',
    'Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang Pedoman Pengelolaan Pelayanan Informasi dan Dokumentasi Kementerian Dalam Negeri dan Pemerintahan Daerah (Berita Negara Republik Indonesia Tahun 2017 Nomor 157)',
)
STALE_LAWS = (
    'Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan Informasi Publik',
    'Peraturan Menteri Dalam Negeri Nomor 35 Tahun 2010 tentang Pedoman Pengelolaan Pelayanan Informasi dan Dokumentasi di Lingkungan Kementerian Dalam Negeri dan Pemerintahan Daerah',
)
OTHER_LAWS = (
    'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038)',
    'Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)',
    'Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 58, Tambahan Lembaran Negara Republik Indonesia Nomor 4843)',
    'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah diubah beberapa kali terakhir dengan Undang-Undang Nomor 6 Tahun 2023',
    'Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan',
    'Undang-Undang Nomor 6 Tahun 2014 tentang Desa',
    'Peraturan Daerah Nomor 7 Tahun 2021 tentang Pembentukan dan Susunan Perangkat Daerah',
    'Undang-Undang Nomor 14 Tahun 2005 tentang Guru dan Dosen',
    'Peraturan Bupati Nomor 32 Tahun 2022 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi serta Tata Kerja Perangkat Daerah',
    'Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggara Negara yang Bersih dan Bebas dari Korupsi, Kolusi dan Nepotisme',
)
DECIDING = ('MEMUTUSKAN :', 'MEMUTUSKAN:', 'M E M U T U S K A N', 'MEMUTUSKAN', 'M E M U T U S K A N :', 'Memutuskan :')
ENACTING = ('Menetapkan', 'Menetapkan', 'MENETAPKAN', 'M e n e t a p k a n')
DICTA = (
    ('KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA', 'KEENAM'),
    ('PERTAMA', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA', 'KEENAM'),
    ('Kesatu', 'Kedua', 'Ketiga', 'Keempat', 'Kelima', 'Keenam'),
    ('Pertama', 'Kedua', 'Ketiga', 'Keempat', 'Kelima', 'Keenam'),
    ('KESATU', 'KEDUA', 'KETIGA', 'KEDUA', 'KETIGA', 'KEEMPAT'),
    ('DIKTUM KESATU', 'DIKTUM KEDUA', 'DIKTUM KETIGA', 'DIKTUM KEEMPAT', 'DIKTUM KELIMA', 'DIKTUM KEENAM'),
)
DICTUM_FIRST = (
    'Menunjuk {role_list} sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.',
    'Menetapkan susunan {role_list} pada {unit} dengan susunan keanggotaan sebagaimana tersebut dalam Lampiran Keputusan ini.',
    '{role_list} {unit} dengan susunan personalia sebagaimana tercantum dalam lampiran keputusan ini.',
)
NEUTRAL_FIRST = (
    'Membentuk tim dengan susunan keanggotaan sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.',
    'Menunjuk nama-nama yang tersebut dalam lampiran keputusan ini sebagai tim.',
)
DICTUM_TASKS = (
    'Tim sebagaimana dimaksud dalam diktum {first} mempunyai tugas mengoordinasikan penyimpanan, pendokumentasian, penyediaan dan pelayanan informasi serta melakukan pemutakhiran data secara berkala.',
    'Dalam melaksanakan tugasnya bertanggung jawab dan menyampaikan laporan kepada {head} paling sedikit 1 (satu) kali dalam 6 (enam) bulan.',
    'Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada Anggaran Pendapatan dan Belanja Daerah.',
    'Dengan berlakunya Keputusan ini, maka Keputusan sebelumnya dicabut dan dinyatakan tidak berlaku.',
)
DICTUM_LAST = (
    'Keputusan ini mulai berlaku pada tanggal ditetapkan.',
    'Keputusan ini mulai berlaku sejak tanggal ditetapkan, dengan ketentuan apabila terdapat kekeliruan akan diadakan perbaikan sebagaimana mestinya.',
)
PLACE_LABELS = (
    'Ditetapkan di {v}',
    'Ditetapkan di : {v}',
    'Ditetapkan di  {v}',
    'Dikeluarkan di {v}',
    'DITETAPKAN DI {v}',
    'Ditetapkan di\t: {v}',
)
DATE_LABELS = (
    'pada tanggal {v}',
    'Pada tanggal {v}',
    'pada tanggal : {v}',
    'Pada Tanggal : {v}',
    'PADA TANGGAL {v}',
    'Tanggal : {v}',
    'pada tanggal, {v}',
)
COPIES = (
    'Tembusan :',
    'Tembusan disampaikan kepada Yth. :',
    'Salinan Keputusan ini disampaikan kepada Yth:',
    'Tembusan Yth.',
    'TEMBUSAN :',
    'Tembusan:',
)
COPY_TO = (
    'Bupati (sebagai laporan)',
    'Sekretaris Daerah',
    'Kepala Dinas Komunikasi dan Informatika selaku PPID Utama',
    'Inspektur',
    'Masing-masing yang bersangkutan',
    'Arsip',
)
ANNEX_HEADS = ('LAMPIRAN', 'LAMPIRAN', 'Lampiran', 'LAMPIRAN I', 'LAMPIRAN :', 'Lampiran Keputusan')
ROLE_SETS = (
    (
        'Atasan PPID Pelaksana',
        'PPID Pelaksana',
        'Bidang Pelayanan Informasi dan Dokumentasi',
        'Bidang Pengolahan Data dan Klasifikasi Informasi',
        'Bidang Fasilitasi Sengketa Informasi',
    ),
    ('Atasan PPID', 'PPID', 'Petugas Layanan Informasi', 'Petugas Dokumentasi', 'Anggota'),
    (
        'Pembina',
        'PPID Pembantu',
        'Sekretaris PPID Pembantu',
        'Bidang Layanan Informasi',
        'Bidang Dokumentasi dan Arsip',
    ),
    ('Pengarah/Atasan PPID', 'Ketua PPID Pelaksana', 'Sekretaris', 'Koordinator Pelayanan Informasi', 'Anggota'),
    (
        'Pembina',
        'Atasan PPID Pembantu',
        'Pejabat Pengelola Informasi dan Dokumentasi Pembantu',
        'Petugas Pelayanan Informasi',
        'Petugas Dokumentasi',
    ),
)
ROLE_SETS_RULER = (
    (
        'Pembina',
        'Pengarah selaku Atasan PPID',
        'Tim Pertimbangan',
        'PPID Utama',
        'PPID Pembantu',
        'Bidang Pendukung Sekretariat PLID',
        'Bidang Fasilitasi Sengketa Informasi',
        'Pejabat Fungsional',
    ),
    (
        'Atasan PPID',
        'Tim Pertimbangan',
        'PPID',
        'PPID Pelaksana',
        'Petugas Pelayanan Informasi',
        'Bidang Pelayanan Informasi dan Dokumentasi',
    ),
)
NEUTRAL_ROLES = ('Penanggung Jawab', 'Ketua', 'Sekretaris', 'Anggota', 'Anggota')
POSTS = (
    'Sekretaris',
    'Kepala Sub Bagian Umum dan Kepegawaian',
    'Kepala Bidang Informasi',
    'Kasubbag Perencanaan dan Keuangan',
    'Pranata Humas Ahli Muda',
    'Arsiparis',
    'Pranata Komputer',
    'Kepala Seksi Pelayanan',
    'Pengadministrasi Umum',
)
MEMBER_HEADS = (
    ('No', 'Nama', 'Jabatan dalam Dinas', 'Kedudukan dalam Tim'),
    ('NO.', 'NAMA / NIP', 'JABATAN', 'KEDUDUKAN DALAM PPID'),
    ('No', 'Jabatan dalam Instansi', 'Nama', 'Keterangan'),
    ('NO', 'NAMA', 'JABATAN POKOK', 'JABATAN DALAM TIM'),
)
TTE_FOOTERS = (
    'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh\nBalai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN)',
    'Dokumen ini ditandatangani secara elektronik menggunakan Sertifikat Elektronik yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), BSSN',
    'UU ITE No. 11 Tahun 2008 Pasal 5 Ayat 1: Informasi Elektronik dan/atau Dokumen Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang sah.\nDokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan BSrE.',
)
TTE_CAPTIONS = (
    'Ditandatangani secara elektronik oleh:',
    'Ditandatangani Secara Elektronik',
    'Telah ditandatangani secara elektronik oleh',
)
TYPED = ('ttd', 'ttd.', 'TTD', 'dto', 'd.t.o.', 'Ttd,')
PROSE_TRAPS = {
    'menimbang': 'Naskah ini disusun dengan memperhatikan bagian menimbang pada keputusan terdahulu yang masih relevan.',
    'mengingat': 'Tim wajib bekerja dengan mengingat ketentuan peraturan perundang-undangan yang berlaku.',
    'memutuskan': 'Tim berwenang memutuskan jenis informasi yang dapat diakses oleh pemohon setelah dilakukan pengujian.',
    'menetapkan': 'Tim berwenang menetapkan jadwal pelayanan informasi pada hari kerja.',
    'diktum': 'Ketentuan sebagaimana dimaksud dalam diktum kesatu keputusan terdahulu tetap menjadi pedoman.',
    'lampiran': 'Uraian tugas sebagaimana tercantum dalam lampiran menjadi pedoman kerja seluruh anggota tim.',
    'tempat-tanggal': 'Keputusan ini berlaku sejak ditetapkan di tempat kedudukan pejabat dan pada tanggal penandatanganan.',
}

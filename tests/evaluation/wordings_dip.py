"""How offices word a DIP (Daftar Informasi Publik): titles, column heads, groups, rows. Not taken from any rule."""

from __future__ import annotations

TITLES = (
    'DAFTAR INFORMASI PUBLIK',
    'DAFTAR INFORMASI PUBLIK (DIP)',
    'Daftar Informasi Publik',
    'DAFTAR INFORMASI DAN DOKUMENTASI PUBLIK',
    'DAFTAR INFORMASI PUBLIK PPID PELAKSANA',
    'DAFTAR INFORMASI PUBLIK YANG DIKUASAI',
    'PENETAPAN DAFTAR INFORMASI PUBLIK',
    'PEMUTAKHIRAN DAFTAR INFORMASI PUBLIK',
)
YEARS = (
    'TAHUN {y}',
    'TAHUN {y}',
    'Tahun {y}',
    'TAHUN ANGGARAN {y}',
    'SEMESTER I TAHUN {y}',
    'PERIODE JANUARI - DESEMBER {y}',
    'Tahun : {y}',
)
BODIES = (
    '{u}',
    '{u}',
    'BADAN PUBLIK : {u}',
    'Nama Badan Publik : {u}',
    'PADA {u}',
    'DI LINGKUNGAN {u}',
    'OPD : {u}',
    'Unit Kerja : {u}',
    'INSTANSI : {u}',
)
NUMBERS = ('No', 'NO', 'No.', 'NO.', 'No. Urut', 'Nomor')
SUMMARY = (
    'Ringkasan Isi Informasi',
    'RINGKASAN ISI INFORMASI',
    'Ringkasan Informasi',
    'Judul dan Ringkasan Isi Informasi',
    'NAMA INFORMASI',
    'Judul Informasi',
    'Nama / Ringkasan Isi Informasi',
    'Informasi Publik / Ringkasan Isi',
    'RINGKASAN ISI',
)
HOLDER = (
    'Pejabat/Unit/Satker yang Menguasai Informasi',
    'PEJABAT/UNIT/SATKER YANG MENGUASAI INFORMASI',
    'Pejabat / Unit Kerja yang Menguasai Informasi',
    'Pejabat yang Menguasai Informasi',
    'Pejabat Penguasa Informasi',
    'Unit Kerja yang Menguasai',
    'Bidang yang Menguasai Informasi',
    'SATKER YANG MENGUASAI INFORMASI',
)
RESPONSIBLE = (
    'Penanggung Jawab Pembuatan atau Penerbitan Informasi',
    'PENANGGUNG JAWAB PEMBUATAN ATAU PENERBITAN INFORMASI',
    'Penanggungjawab Pembuatan / Penerbitan Informasi',
    'Penanggung Jawab Informasi',
    'Penanggungjawab Penerbitan Informasi',
    'Penanggung Jawab',
    'PJ Pembuatan/Penerbitan Informasi',
)
MERGED = (
    'PEJABAT YANG MENGUASAI / PENANGGUNG JAWAB',
    'Pejabat/Unit yang Menguasai dan Penanggung Jawab Penerbitan Informasi',
    'Pejabat yang Menguasai / Penanggungjawab Informasi',
)
TIME_PLACE = (
    'Waktu dan Tempat Pembuatan Informasi',
    'WAKTU DAN TEMPAT PEMBUATAN INFORMASI',
    'Tempat dan Waktu Pembuatan',
    'Waktu & Tempat Pembuatan Informasi',
    'Waktu dan Tempat Penerbitan Informasi',
    'Tempat dan Waktu Pembuatan Informasi',
    'Waktu / Tempat Pembuatan',
    'Waktu, Tempat Pembuatan Informasi',
)
FORM = (
    'Bentuk Informasi yang Tersedia',
    'BENTUK INFORMASI YANG TERSEDIA',
    'FORMAT INFORMASI YANG TERSEDIA',
    'Bentuk Informasi',
    'Format Informasi',
    'INFORMASI YANG TERSEDIA',
    'Bentuk Informasi yg Tersedia',
)
FORM_PAIRS = (('Cetak', 'Online'), ('Hardcopy', 'Softcopy'), ('Cetak', 'Elektronik'), ('Hard Copy', 'Soft Copy'))
RETENTION = (
    'Jangka Waktu Penyimpanan atau Retensi Arsip',
    'JANGKA WAKTU PENYIMPANAN ATAU RETENSI ARSIP',
    'Jangka Waktu Penyimpanan',
    'Retensi Arsip',
    'JANGKA WAKTU PENYIMPANAN',
    'Jangka Waktu Penyimpanan / Retensi Arsip',
    'Masa Retensi Arsip',
    'Jangka waktu simpan (retensi)',
)
REMARKS = ('Keterangan', 'Ket.', 'KETERANGAN', 'Link', 'Tautan')
GROUPS = (
    (
        'I. INFORMASI YANG WAJIB DISEDIAKAN DAN DIUMUMKAN SECARA BERKALA',
        'II. INFORMASI YANG WAJIB DIUMUMKAN SERTA MERTA',
        'III. INFORMASI YANG WAJIB TERSEDIA SETIAP SAAT',
    ),
    ('A. INFORMASI BERKALA', 'B. INFORMASI SERTA MERTA', 'C. INFORMASI SETIAP SAAT'),
    ('Informasi Berkala', 'Informasi Serta-Merta', 'Informasi Tersedia Setiap Saat'),
    (
        'A. Informasi yang wajib disediakan dan diumumkan secara berkala',
        'B. Informasi yang wajib diumumkan secara serta merta',
        'C. Informasi yang wajib tersedia setiap saat',
    ),
    ('INFORMASI SECARA BERKALA', 'INFORMASI SERTAMERTA', 'INFORMASI TERSEDIA SETIAP SAAT'),
    ('1. KLASIFIKASI: BERKALA', '2. KLASIFIKASI: SERTA MERTA', '3. KLASIFIKASI: SETIAP SAAT'),
)
TICKS = (
    ('Berkala', 'Serta Merta', 'Setiap Saat'),
    ('BERKALA', 'SERTA MERTA', 'SETIAP SAAT'),
    ('Berkala', 'Serta-merta', 'Tersedia Setiap Saat'),
)
TICK_HEADS = ('Jenis Informasi', 'Klasifikasi Informasi', 'KLASIFIKASI', 'Kategori Informasi')
ROWS = (
    (
        (
            'Profil dan kedudukan badan publik beserta alamat lengkap',
            'Rencana Kerja (Renja)',
            'Rencana Strategis (Renstra)',
            'Laporan Kinerja Instansi Pemerintah (LKjIP)',
            'Laporan keuangan yang telah diaudit',
            'Ringkasan program dan kegiatan yang sedang dijalankan',
            'Dokumen Pelaksanaan Anggaran (DPA)',
            'Pengumuman pengadaan barang dan jasa',
            'Laporan harta kekayaan pejabat (LHKPN)',
        )
    ),
    (
        (
            'Informasi potensi bencana banjir dan tanah longsor',
            'Prosedur evakuasi keadaan darurat',
            'Informasi gangguan layanan sistem',
            'Informasi wabah penyakit menular',
            'Peringatan dini cuaca ekstrem',
        )
    ),
    (
        (
            'Daftar Informasi Publik',
            'Peraturan dan keputusan yang telah disahkan',
            'Surat perjanjian dengan pihak ketiga',
            'Standar Operasional Prosedur layanan',
            'Data statistik sektoral',
            'Daftar pegawai dan jabatan',
            'Standar pelayanan',
            'Agenda kerja pimpinan',
            'Data perbendaharaan dan inventaris',
            'Rekapitulasi permohonan informasi',
        )
    ),
)
HOLDERS = (
    'Sekretariat',
    'Subbag Umum dan Kepegawaian',
    'Bidang Informasi',
    'Sub Bagian Perencanaan',
    'Bidang Pelayanan',
    'Subbag Keuangan',
    'Sekretaris',
)
MAKERS = ('Kasubbag Umum', 'Kepala Bidang', 'PPID Pelaksana', 'Sekretaris', 'Kasubbag Keuangan', 'Kepala Seksi Layanan')
FORMS = ('Softcopy', 'Hardcopy', 'Hardcopy dan Softcopy', 'Cetak', 'Soft File', 'Cetak & elektronik', 'PDF')
RETENTIONS = (
    '5 tahun',
    '5 (lima) tahun',
    'Selama masih berlaku',
    '2 tahun',
    'Selama berlaku',
    '10 tahun',
    'Permanen',
    '1 Tahun',
)

# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""How offices word an SOP (standard operating procedure): labels, services, steps. Not taken from any rule."""

from __future__ import annotations

NUMBER = ('NOMOR SOP', 'Nomor SOP', 'No. SOP', 'NOMOR SOP', 'No SOP', 'NO. SOP')
MADE = ('TGL. PEMBUATAN', 'Tanggal Pembuatan', 'TANGGAL PEMBUATAN', 'Tgl Pembuatan', 'TGL PEMBUATAN')
REVISED = ('TGL. REVISI', 'Tanggal Revisi', 'TANGGAL REVISI', 'Tgl Revisi', 'TGL REVISI')
EFFECTIVE = (
    'TGL. EFEKTIF',
    'Tanggal Efektif',
    'TANGGAL EFEKTIF',
    'Tgl Efektif',
    'Tanggal Pengesahan',
    'TGL. PENGESAHAN',
)
APPROVED = ('DISAHKAN OLEH', 'Disahkan Oleh', 'Disahkan oleh', 'DISAHKAN OLEH', 'Disyahkan oleh')
NAME = ('NAMA SOP', 'Nama SOP', 'JUDUL SOP', 'Judul SOP', 'NAMA SOP')
NUMBERS = (
    '{n}/SOP-PPID/{rm}/{y}',
    'SOP/{n}/PPID/{y}',
    '065/{n}/{y}',
    '000.8.3.3/{n}/SOP/{y}',
    '{n:02d}/SOP/{y}',
    'SOP-{n:03d}',
    '060/{n}-Org/{y}',
)
SERVICES = {
    'permohonan': (
        'Pelayanan Permohonan Informasi Publik',
        'PELAYANAN PERMINTAAN INFORMASI PUBLIK',
        'Permohonan Informasi Publik Secara Langsung',
        'PENANGANAN PERMOHONAN INFORMASI',
    ),
    'keberatan': (
        'Pengajuan Keberatan Informasi Publik',
        'PENANGANAN KEBERATAN ATAS INFORMASI PUBLIK',
        'Penyelesaian Keberatan Pemohon Informasi',
    ),
    'dip': (
        'Penetapan dan Pemutakhiran Daftar Informasi Publik',
        'PENYUSUNAN DAFTAR INFORMASI PUBLIK',
        'Pemutakhiran Daftar Informasi Publik',
    ),
    'uji-konsekuensi': (
        'Pengujian Tentang Konsekuensi',
        'UJI KONSEKUENSI INFORMASI PUBLIK',
        'Pengujian Konsekuensi Informasi yang Dikecualikan',
    ),
    'pendokumentasian': (
        'Pendokumentasian Informasi Publik',
        'PENDOKUMENTASIAN INFORMASI PUBLIK',
        'Pendokumentasian Informasi yang Dikecualikan',
    ),
    'sengketa': (
        'Fasilitasi Sengketa Informasi',
        'PENANGANAN SENGKETA INFORMASI PUBLIK',
        'Penyelesaian Sengketa Informasi Publik',
    ),
    'pengumuman': ('Pengumuman Informasi Publik', 'PENGUMUMAN INFORMASI PUBLIK SECARA BERKALA'),
    'maklumat': ('Penyusunan Maklumat Pelayanan Informasi Publik', 'PENETAPAN MAKLUMAT PELAYANAN INFORMASI'),
}
OTHER_SERVICES = (
    'Pengelolaan Surat Masuk dan Surat Keluar',
    'PENGAJUAN CUTI TAHUNAN PEGAWAI',
    'Pemeliharaan Kendaraan Dinas',
    'PENERBITAN KARTU KELUARGA',
    'Penyusunan Laporan Keuangan Bulanan',
    'PENGADAAN BARANG HABIS PAKAI',
)
LEGAL = ('DASAR HUKUM', 'Dasar Hukum', 'DASAR HUKUM :', 'Dasar Hukum:')
QUALIFIED = (
    'KUALIFIKASI PELAKSANA',
    'Kualifikasi Pelaksana',
    'KUALIFIKASI PELAKSANA :',
    'Kualifikasi Pelaksanaan',
    'Kualifikasi Pelaksana:',
)
RELATED = (
    'KETERKAITAN',
    'Keterkaitan',
    'KETERKAITAN SOP',
    'KETERIKATAN',
    'Keterkaitan :',
    'Keterkaitan dengan SOP lain',
)
EQUIPMENT = (
    'PERALATAN/PERLENGKAPAN',
    'Peralatan/Perlengkapan',
    'PERALATAN DAN PERLENGKAPAN',
    'Peralatan / Perlengkapan :',
    'Persyaratan / Perlengkapan',
    'Peralatan dan Perlengkapan',
)
WARNING = ('PERINGATAN', 'Peringatan', 'PERINGATAN :', 'Peringatan:')
RECORDS = (
    'PENCATATAN DAN PENDATAAN',
    'Pencatatan dan Pendataan',
    'PENCATATAN DAN PENDATAAN :',
    'Pencatatan & Pendataan',
    'Pencatatan dan pendataan:',
)
LAWS = (
    '1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik',
    '2. Peraturan Pemerintah Nomor 61 Tahun 2010',
    '3. Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik',
    '4. Peraturan Menteri PAN dan RB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan',
)
QUALITIES = (
    '1. Memahami tugas dan fungsi PPID',
    '2. Mampu mengoperasikan komputer',
    '3. Pendidikan minimal D3/S1',
    '4. Memahami peraturan perundang-undangan di bidang informasi',
)
RELATIONS = ('1. SOP Pendokumentasian', '2. SOP Penanganan Keberatan', '3. SOP Pengelolaan Arsip')
TOOLS = ('1. Komputer/laptop dan jaringan internet', '2. Printer', '3. Formulir', '4. Alat tulis kantor')
WARNINGS = (
    'Apabila SOP ini tidak dilaksanakan maka pelayanan kepada pemohon menjadi terhambat dan berpotensi menimbulkan sengketa.',
    'Jika tidak dilaksanakan sesuai ketentuan, kegiatan tidak akan berjalan dengan baik.',
)
RECORDING = (
    'Disimpan sebagai data elektronik dan manual',
    'Buku register permohonan',
    'Dicatat dalam agenda dan disimpan dalam bentuk cetak dan digital',
)
ACTIVITY = (
    'Kegiatan',
    'KEGIATAN',
    'Uraian Kegiatan',
    'URAIAN KEGIATAN',
    'Aktivitas',
    'Uraian Prosedur',
    'Uraian Kegiatan/Prosedur',
)
ACTORS_HEAD = ('Pelaksana', 'PELAKSANA', 'Pelaksana', 'PELAKSANA')
ACTORS = (
    ('Pemohon', 'Petugas', 'PPID', 'Atasan PPID'),
    ('Petugas Informasi', 'PPID Pelaksana', 'Kepala'),
    ('Pemohon Informasi', 'Front Office', 'Kasubbag', 'Sekretaris', 'Kepala Dinas'),
    ('Staf', 'Sekretaris', 'Pimpinan'),
)
QUALITY = ('Mutu Baku', 'MUTU BAKU', 'Mutu Baku', 'MUTU BAKU', 'Standar Mutu Baku')
QUALITY_COLUMNS = (
    ('Kelengkapan', 'Waktu', 'Output'),
    ('KELENGKAPAN', 'WAKTU', 'OUTPUT'),
    ('Persyaratan/Kelengkapan', 'Waktu', 'Output'),
    ('Kelengkapan', 'Waktu', 'Keluaran'),
)
STEPS = (
    ('Menerima dan meneliti berkas yang diajukan', 'Formulir dan KTP', '10 menit', 'Berkas diterima'),
    ('Mencatat dalam buku register', 'Buku register', '5 menit', 'Tercatat'),
    ('Meneruskan kepada unit yang terkait', 'Disposisi', '1 hari', 'Disposisi'),
    ('Menyiapkan bahan dan dokumen yang diminta', 'Dokumen', '3 hari kerja', 'Bahan'),
    ('Memeriksa kesesuaian bahan', 'Bahan', '1 hari', 'Bahan terverifikasi'),
    ('Menandatangani surat pemberitahuan', 'Konsep surat', '1 hari', 'Surat'),
    ('Menyampaikan kepada pihak yang berkepentingan', 'Surat', '1 hari', 'Tanda terima'),
    ('Mengarsipkan dokumen', 'Dokumen', '15 menit', 'Arsip'),
)
PROSE = {
    'dasar-hukum': 'Pelaksana agar memperhatikan dasar hukum yang berlaku.',
    'kualifikasi-pelaksana': 'Penunjukan petugas disesuaikan dengan kualifikasi pelaksana yang tersedia.',
    'keterkaitan': 'Prosedur ini mempunyai keterkaitan dengan prosedur lain di unit kerja.',
    'peralatan': 'Petugas menyiapkan peralatan dan perlengkapan sebelum jam layanan dimulai.',
    'peringatan': 'Kelalaian petugas akan diberi peringatan secara tertulis oleh atasan.',
    'pencatatan': 'Setiap langkah disertai pencatatan dan pendataan oleh petugas.',
}

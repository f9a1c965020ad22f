# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""How offices word request and objection forms, registers of requests and budgets. Not taken from any rule."""

from __future__ import annotations

REQUEST_TITLES = (
    'FORMULIR PERMOHONAN INFORMASI PUBLIK',
    'FORMULIR PERMOHONAN INFORMASI',
    'FORMULIR PERMINTAAN INFORMASI PUBLIK',
    'Formulir Permohonan Informasi Publik',
    'FORM PERMOHONAN INFORMASI PUBLIK',
    'BLANKO PERMOHONAN INFORMASI PUBLIK',
)
OBJECTION_TITLES = (
    'PERNYATAAN KEBERATAN ATAS PERMOHONAN INFORMASI',
    'FORMULIR KEBERATAN',
    'FORMULIR PENGAJUAN KEBERATAN INFORMASI PUBLIK',
    'FORMULIR PERNYATAAN KEBERATAN ATAS PERMOHONAN INFORMASI PUBLIK',
    'Formulir Keberatan Informasi Publik',
    'FORM PENGAJUAN KEBERATAN',
)
REGISTER_TITLES = (
    'REGISTER PERMOHONAN INFORMASI PUBLIK',
    'BUKU REGISTER PERMOHONAN INFORMASI PUBLIK',
    'REGISTER PERMINTAAN INFORMASI PUBLIK',
    'DAFTAR REGISTER PERMOHONAN INFORMASI',
    'Register Permohonan Informasi',
    'BUKU REGISTRASI PERMINTAAN INFORMASI PUBLIK',
)
REQUEST_LABELS = (
    ('Nama', 'Nomor Identitas (NIK)', 'Alamat', 'Pekerjaan', 'Nomor Telepon/E-mail', 'Rincian Informasi yang Dibutuhkan', 'Tujuan Penggunaan Informasi', 'Cara Memperoleh Informasi', 'Cara Mendapatkan Salinan Informasi'),
    ('Nama Pemohon', 'NIK / No. KTP', 'Alamat Lengkap', 'Pekerjaan', 'No. HP / WA', 'Informasi yang diminta', 'Alasan Permintaan', 'Cara memperoleh', 'Cara pengiriman'),
    ('Nama lengkap', 'No. KTP', 'Alamat', 'Pekerjaan', 'Telepon', 'Rincian informasi', 'Tujuan', 'Format bahan', 'Cara mengirimkan'),
)  # fmt: skip
REQUESTED = (
    'Laporan realisasi anggaran tahun 2024',
    'Salinan dokumen rencana strategis',
    'Data jumlah tenaga kesehatan per puskesmas',
    'Dokumen kontrak pengadaan kendaraan',
    'Daftar penerima bantuan sosial tahun 2024',
    'Data statistik kependudukan per desa',
)
AIMS = ('Penelitian skripsi', 'Bahan berita', 'Pengawasan masyarakat', 'Tugas kuliah', 'Kajian lembaga')
WAYS = ('Mendapatkan salinan (softcopy)', 'Melihat / membaca', 'Hardcopy')
SENDING = ('Mengambil langsung', 'E-mail', 'Pos', 'Kurir')
JOBS = ('Mahasiswa', 'Wartawan', 'Wiraswasta', 'Dosen', 'Pegawai swasta')
STREETS = ('Jl. Kenanga', 'Jl. Mawar', 'Gang Melati', 'Dusun Krajan', 'Perum Griya Asri Blok C')
OBJECTION_LABELS = (
    ('Nomor Registrasi Permohonan Informasi', 'Tujuan Penggunaan Informasi', 'Nama Pemohon', 'Alamat', 'Pekerjaan', 'Nomor Telepon', 'Alasan Pengajuan Keberatan', 'Kasus Posisi'),
    ('No. Pendaftaran Permohonan', 'Tujuan penggunaan', 'Nama', 'Alamat', 'Pekerjaan', 'No. Telp', 'Alasan keberatan', 'Uraian'),
)  # fmt: skip
GROUNDS = (
    'Permohonan informasi ditolak',
    'Permintaan informasi tidak ditanggapi',
    'Permintaan informasi ditanggapi tidak sebagaimana yang diminta',
    'Biaya yang dikenakan tidak wajar',
    'Informasi disampaikan melebihi jangka waktu yang ditentukan',
)
CHOICES = {
    **dict.fromkeys(
        ('Cara Memperoleh Informasi', 'Cara memperoleh'), ('Melihat/membaca/mendengarkan', 'Mendapatkan salinan')
    ),
    **dict.fromkeys(
        ('Cara Mendapatkan Salinan Informasi', 'Cara pengiriman', 'Cara mengirimkan'),
        ('Mengambil langsung', 'Kurir', 'Pos', 'E-mail', 'Faksimili'),
    ),
    'Format bahan': ('Tercetak', 'Terekam'),
    **dict.fromkeys(('Alasan Pengajuan Keberatan', 'Alasan keberatan'), GROUNDS[:4]),
}
"""What forms print behind a label, to be ticked."""
BLANK_HINTS = ('(diisi oleh pemohon)', '[nama pemohon]', '${isi}', '(isi dengan huruf cetak)')
REGISTER_HEADS = (
    ('Tanggal', 'Nama Pemohon', 'Alamat', 'Pekerjaan', 'Informasi yang Diminta', 'Tujuan Penggunaan Informasi'),
    ('Tgl', 'Nama', 'Alamat', 'Nomor Kontak', 'Informasi Yang Diminta', 'Tujuan Penggunaan'),
    ('TANGGAL MASUK', 'NAMA PEMOHON', 'ALAMAT', 'PEKERJAAN', 'RINCIAN INFORMASI', 'TUJUAN'),
)
REGISTER_PAIRS = (
    ('Status Informasi', ('Ya', 'Tdk')),
    ('Bentuk Informasi yang Dikuasai', ('Softcopy', 'Hardcopy')),
    ('Jenis Permohonan', ('Melihat', 'Meminta Salinan')),
    ('Hari dan Tanggal', ('Pemberitahuan', 'Pemberian')),
)
REGISTER_TAILS = ('Keputusan', 'Alasan Penolakan', 'Keterangan', 'Biaya dan Cara Pembayaran', 'Status')
NIHIL = ('NIHIL', 'N I H I L', 'Nihil', 'Tidak ada permohonan informasi (NIHIL)')
# ---- anggaran -----------------------------------------------------------------------------------------------------------
BUDGET_TITLES = {
    'dpa': ('DOKUMEN PELAKSANAAN ANGGARAN', 'SATUAN KERJA PERANGKAT DAERAH'),
    'dppa': ('DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN', 'SATUAN KERJA PERANGKAT DAERAH (DPPA-SKPD)'),
    'rka': ('RENCANA KERJA DAN ANGGARAN', 'SATUAN KERJA PERANGKAT DAERAH'),
    'rka-rincian': ('RENCANA KERJA DAN ANGGARAN', 'RINCIAN ANGGARAN BELANJA SUB KEGIATAN (RKA-SKPD 2.2.1)'),
    'dipa': ('DAFTAR ISIAN PELAKSANAAN ANGGARAN (DIPA)', 'PETIKAN'),
    'cuplikan': ('DOKUMEN PELAKSANAAN ANGGARAN (DPA-RINCIAN BELANJA SKPD)', 'RINCIAN ANGGARAN BELANJA'),
}
BODY_LABELS = ('Organisasi', 'SKPD', 'Unit Organisasi', 'Satuan Kerja', 'Nama SKPD', 'Organisasi / Unit')
INFORMATION_LINES = (
    'Pelayanan Informasi Publik',
    'Sub Kegiatan Pelayanan Informasi Publik',
    'Pengelolaan Pejabat Pengelola Informasi dan Dokumentasi (PPID)',
    'Penguatan Kapasitas PPID Pelaksana',
    'Fasilitasi Pelayanan Informasi Publik',
    'Belanja operasional PPID',
    'Layanan Keterbukaan Informasi Publik',
)
OTHER_LINES = (
    'Penyediaan Gaji dan Tunjangan ASN',
    'Belanja Alat Tulis Kantor',
    'Pemeliharaan Kendaraan Dinas',
    'Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik',
    'Pengadaan Peralatan dan Mesin Lainnya',
    'Belanja Perjalanan Dinas Biasa',
    'Penyusunan Dokumen Perencanaan Perangkat Daerah',
    'Belanja Makanan dan Minuman Rapat',
)
PROGRAMS = (
    'Program Penunjang Urusan Pemerintahan Daerah',
    'Program Aplikasi Informatika',
    'Program Penyelenggaraan Statistik Sektoral',
)

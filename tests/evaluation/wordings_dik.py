# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""How offices word a DIK (Daftar Informasi yang Dikecualikan), its test of consequences and the decree that sets a list. Not taken from any rule."""

from __future__ import annotations

TITLES = (
    'DAFTAR INFORMASI YANG DIKECUALIKAN',
    'DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN',
    'Daftar Informasi yang Dikecualikan',
    'DAFTAR INFORMASI DIKECUALIKAN (DIK)',
    'DAFTAR INFORMASI YANG DIKECUALIKAN (DIK)',
    'KLASIFIKASI INFORMASI YANG DIKECUALIKAN',
    'DAFTAR INFORMASI DAN DOKUMENTASI YANG DIKECUALIKAN',
)
BODIES = ('{u}', '{u}', 'PPID PELAKSANA {u}', 'DI LINGKUNGAN {u}', 'PADA {u}', 'BADAN PUBLIK : {u}')
YEARS = ('TAHUN {y}', 'Tahun {y}', 'TAHUN {y}', 'TAHUN ANGGARAN {y}', 'PERIODE TAHUN {y}')
INFORMATION = (
    'Informasi yang Dikecualikan',
    'INFORMASI',
    'Jenis Informasi',
    'Konten Informasi',
    'Informasi / Dokumen yang Dikecualikan',
    'Deskripsi Informasi',
    'Jenis Informasi yang Dikecualikan',
    'Uraian Informasi',
)
LEGAL = (
    'Dasar Hukum Pengecualian',
    'DASAR HUKUM',
    'Dasar Hukum Pengecualian Informasi',
    'Dasar Hukum',
    'Landasan Hukum Pengecualian',
    'Dasar Pengecualian (Pasal dan Undang-Undang)',
)
PARENTS = (
    'Konsekuensi/Pertimbangan bagi Publik',
    'KONSEKUENSI',
    'Akibat / Konsekuensi',
    'Konsekuensi Informasi',
    'Alasan Pengecualian (Konsekuensi)',
)
PAIRS = (
    ('Dibuka', 'Ditutup'),
    ('DIBUKA', 'DITUTUP'),
    ('Apabila Dibuka', 'Apabila Ditutup'),
    ('Jika Dibuka', 'Jika Ditutup'),
    ('Bila Dibuka', 'Bila Ditutup'),
)
TWO_HEADS = (
    ('Konsekuensi Dibuka', 'Konsekuensi Ditutup'),
    ('Konsekuensi Bila Informasi Dibuka', 'Manfaat Bila Informasi Ditutup'),
    ('Akibat Jika Dibuka', 'Akibat Jika Ditutup'),
    ('Pertimbangan apabila dibuka', 'Pertimbangan apabila ditutup'),
    ('KONSEKUENSI MEMBUKA INFORMASI (DIBUKA)', 'KONSEKUENSI MENUTUP INFORMASI (DITUTUP)'),
)
TERM = (
    'Jangka Waktu',
    'JANGKA WAKTU',
    'Jangka Waktu Pengecualian',
    'Jangka Waktu Pengecualian Informasi',
    'Batas Waktu Pengecualian',
    'Masa Berlaku Pengecualian',
)
KIP_17 = (
    'UU No. 14 Tahun 2008 tentang Keterbukaan Informasi Publik Pasal 17 huruf {l}',
    'Pasal 17 huruf {l} Undang-Undang Nomor 14 Tahun 2008',
    'Pasal 17 huruf {l} UU KIP',
    'UU 14/2008 Pasal 17 huruf {l}',
    'Undang-Undang Nomor 14 Tahun 2008 Pasal 17 ayat huruf ({l})',
    'UU Nomor 14 Th. 2008 ttg KIP, Ps. 17 huruf {l}',
)
SECTOR = (
    'UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi',
    'UU Nomor 17 Tahun 2023 tentang Kesehatan',
    'PP Nomor 94 Tahun 2021 tentang Disiplin PNS',
    'Perpres Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah',
    'UU Nomor 43 Tahun 2009 tentang Kearsipan',
)
OTHER_ARTICLE = (
    'UU No. 14 Tahun 2008 Pasal 6 ayat (3)',
    'Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik',
    'UU KIP Pasal 11',
)
OTHER_17 = (
    'Pasal 17 Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik',
    'Pasal 17 PP Nomor 61 Tahun 2010',
)
ROWS = (
    (
        'Data pribadi pegawai (DRP, penilaian kinerja)',
        'h',
        'Mengungkap riwayat dan rahasia pribadi pegawai',
        'Melindungi hak pribadi pegawai',
        'Selama tidak ada izin dari yang bersangkutan',
    ),
    (
        'Rekam medis pasien',
        'h',
        'Melanggar kerahasiaan kondisi kesehatan seseorang',
        'Menjaga kerahasiaan medis',
        '10 tahun',
    ),
    (
        'Laporan hasil pemeriksaan yang belum final',
        'i',
        'Menimbulkan salah tafsir dan mengganggu proses pemeriksaan',
        'Pemeriksaan dapat berlangsung objektif',
        'Sampai dengan laporan final',
    ),
    (
        'Harga Perkiraan Sendiri sebelum pengumuman',
        'b',
        'Mengganggu persaingan usaha yang sehat',
        'Menjamin persaingan yang sehat',
        'Sampai tahapan selesai',
    ),
    (
        'Topologi jaringan dan kata sandi server',
        'c',
        'Membahayakan keamanan sistem pemerintahan',
        'Sistem terlindung dari peretasan',
        '5 (lima) tahun',
    ),
    (
        'Proses penyelidikan pelanggaran perda',
        'a',
        'Menghambat proses penegakan hukum',
        'Penegakan hukum berjalan lancar',
        'Selama proses berlangsung',
    ),
    (
        'Nota dinas dan memorandum antar unit kerja',
        'i',
        'Mengganggu proses penyusunan kebijakan',
        'Kebijakan disusun secara cermat',
        '2 tahun',
    ),
    (
        'Identitas pelapor (whistleblower)',
        'a',
        'Mengancam keselamatan pelapor',
        'Pelapor merasa aman',
        'Selama berlaku',
    ),
)
CONTENT_PROSE = 'Catatan: {names} masih dalam penyusunan dan akan dilengkapi oleh masing-masing unit kerja.'

# ---- uji konsekuensi --------------------------------------------------------------------------------------------------
TEST_TITLES = (
    'BERITA ACARA PENGUJIAN KONSEKUENSI',
    'BERITA ACARA UJI KONSEKUENSI INFORMASI PUBLIK',
    'BERITA ACARA HASIL UJI KONSEKUENSI',
    'BERITA ACARA PENGUJIAN TENTANG KONSEKUENSI INFORMASI YANG DIKECUALIKAN',
)
SHEET_TITLES = (
    'LEMBAR PENGUJIAN KONSEKUENSI',
    'LEMBAR UJI KONSEKUENSI INFORMASI PUBLIK',
    'FORMULIR PENGUJIAN KONSEKUENSI',
    'LEMBAR PENGUJIAN TENTANG KONSEKUENSI',
)
TEST_NUMBERS = (
    '488/{n}/BA-UK/{y}',
    'BA/{n}/PPID/{rm}/{y}',
    '{n}/BA.UJI/{rm}/{y}',
    '000.6.4/{n}/{y}',
    '{n} TAHUN {y}',
    'BA-{n}/UK/{y}',
)
OPENINGS = (
    'Pada hari ini {v} bertempat di ruang rapat {unit}, telah dilaksanakan pengujian konsekuensi terhadap informasi sebagai berikut:',
    'Pada hari ini, {v}, bertempat di {seat}, kami yang bertanda tangan di bawah ini telah melakukan uji konsekuensi atas informasi tersebut di bawah ini:',
    'Berdasarkan rapat pada hari {v}, Tim Pertimbangan Pelayanan Informasi {unit} melakukan pengujian atas:',
)
DAYS = ('Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat')
NUMBER_WORDS = (
    'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas', 'dua belas',
)  # fmt: skip
FIELD_INFO = ('Informasi yang diuji', 'Informasi', 'Jenis Informasi', 'Informasi yang Dikecualikan', 'Konten informasi')
FIELD_LEGAL = ('Dasar Hukum', 'Dasar hukum pengecualian', 'Undang-undang/peraturan yang dijadikan dasar')
FIELD_OPEN = ('Konsekuensi apabila dibuka', 'Konsekuensi jika informasi dibuka', 'Akibat bila dibuka')
FIELD_CLOSED = ('Konsekuensi apabila ditutup', 'Manfaat jika informasi ditutup', 'Akibat bila ditutup')
FIELD_TERM = ('Jangka waktu', 'Jangka waktu pengecualian', 'Masa pengecualian informasi')
POSTS = (
    'Atasan PPID Pelaksana',
    'PPID Pelaksana',
    'Ketua Tim Pertimbangan',
    'Anggota Tim Pertimbangan',
    'Bidang Pengolahan Data dan Klasifikasi Informasi',
    'Kepala Bidang terkait',
)
CLOSINGS = (
    'Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
    'Demikian lembar pengujian ini dibuat untuk menjadi bahan penetapan oleh PPID.',
    'Demikian berita acara ini dibuat dan ditandatangani oleh seluruh anggota tim.',
)

# ---- decree that sets a list ------------------------------------------------------------------------------------------
LIST_SUBJECTS = (
    'PENETAPAN DAFTAR INFORMASI PUBLIK {unit} TAHUN {year}',
    'DAFTAR INFORMASI PUBLIK DI LINGKUNGAN {unit} TAHUN {year}',
    'PENETAPAN DAFTAR INFORMASI PUBLIK PADA {unit}',
    'PEMUTAKHIRAN DAFTAR INFORMASI PUBLIK {unit} TAHUN {year}',
    'PENETAPAN DAFTAR INFORMASI DAN DOKUMENTASI PUBLIK {unit}',
)
EXCLUDED_SUBJECTS = (
    'PENETAPAN DAFTAR INFORMASI YANG DIKECUALIKAN {unit} TAHUN {year}',
    'DAFTAR INFORMASI YANG DIKECUALIKAN DI LINGKUNGAN {unit}',
    'KLASIFIKASI DAN DAFTAR INFORMASI YANG DIKECUALIKAN PADA {unit} TAHUN {year}',
    'PENETAPAN DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN {unit}',
)
LIST_REASONS = (
    'bahwa untuk memenuhi hak masyarakat atas informasi perlu ditetapkan daftar informasi',
    'bahwa badan publik wajib menetapkan dan memutakhirkan daftar informasi paling sedikit satu kali dalam setahun',
    'bahwa hasil inventarisasi informasi dari seluruh bidang perlu ditetapkan dalam suatu keputusan',
)
LIST_OPENINGS = (
    'Menetapkan daftar informasi {unit} sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.',
    'Daftar informasi {unit} adalah sebagaimana tersebut dalam Lampiran Keputusan ini.',
)

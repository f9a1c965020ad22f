# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""How offices word their yearly report on the information service and their service pledge. Not taken from any rule."""

from __future__ import annotations

TITLES = (
    'LAPORAN LAYANAN INFORMASI PUBLIK',
    'LAPORAN PELAYANAN INFORMASI PUBLIK',
    'LAPORAN TAHUNAN LAYANAN INFORMASI PUBLIK',
    'LAPORAN TAHUNAN PPID PELAKSANA',
    'LAPORAN PELAKSANAAN LAYANAN INFORMASI PUBLIK',
    'LAPORAN TAHUNAN PELAYANAN INFORMASI DAN DOKUMENTASI',
    'Laporan Layanan Informasi Publik',
)
YEARS = ('TAHUN {y}', 'TAHUN {y}', 'Tahun {y}', 'TAHUN ANGGARAN {y}', 'PERIODE JANUARI S.D. DESEMBER {y}')
SECTIONS = {
    'kebijakan': (
        'GAMBARAN UMUM KEBIJAKAN PELAYANAN INFORMASI PUBLIK',
        'KEBIJAKAN LAYANAN INFORMASI PUBLIK',
        'Gambaran Umum Kebijakan Layanan Informasi Publik',
        'GAMBARAN UMUM KEBIJAKAN PPID',
        'Kebijakan Pelayanan Informasi',
    ),
    'pelaksanaan': (
        'GAMBARAN UMUM PELAKSANAAN PELAYANAN INFORMASI PUBLIK',
        'PELAKSANAAN LAYANAN INFORMASI PUBLIK',
        'Gambaran Umum Pelaksanaan Layanan Informasi Publik',
        'PELAKSANAAN PELAYANAN INFORMASI',
        'Pelaksanaan Layanan Informasi di PPID Pelaksana',
    ),
    'rincian': (
        'RINCIAN PELAYANAN INFORMASI PUBLIK',
        'RINCIAN LAYANAN INFORMASI PUBLIK',
        'Rincian Pelayanan Informasi Publik',
        'RINCIAN PERMOHONAN INFORMASI PUBLIK',
        'Rincian Pelayanan',
    ),
    'sengketa': (
        'RINCIAN PENYELESAIAN SENGKETA INFORMASI PUBLIK',
        'PENYELESAIAN SENGKETA INFORMASI PUBLIK',
        'Penyelesaian Sengketa Informasi',
        'SENGKETA INFORMASI PUBLIK',
        'KEBERATAN DAN SENGKETA INFORMASI',
    ),
    'kendala': (
        'KENDALA EKSTERNAL DAN INTERNAL',
        'KENDALA DALAM PELAYANAN INFORMASI PUBLIK',
        'Kendala Pelaksanaan Layanan Informasi Publik',
        'KENDALA DAN HAMBATAN',
        'Kendala Internal dan Eksternal dalam Pelaksanaan Layanan',
    ),
    'rekomendasi': (
        'REKOMENDASI DAN RENCANA TINDAK LANJUT',
        'REKOMENDASI DAN RENCANA TINDAK LANJUT PENINGKATAN KUALITAS PELAYANAN',
        'Rekomendasi dan Rencana Tindak Lanjut',
        'REKOMENDASI',
        'Rekomendasi serta Rencana Tindak Lanjut untuk Meningkatkan Kualitas Pelayanan',
    ),
}
TEXTS = {
    'kebijakan': (
        'PPID Pelaksana {unit} dibentuk dengan Keputusan Kepala Nomor 188.45/90/2023 dan bekerja berdasarkan Undang-Undang Nomor 14 Tahun 2008 serta Peraturan Komisi Informasi Nomor 1 Tahun 2021.',
        'Seluruh standar layanan telah ditetapkan, termasuk standar operasional prosedur dan maklumat.',
    ),
    'pelaksanaan': (
        'Sarana yang tersedia meliputi meja layanan, komputer, printer, kursi tunggu dan laman resmi. Petugas berjumlah 3 (tiga) orang dengan kualifikasi sarjana.',
        'Anggaran pelayanan sebesar Rp 25.400.000,00 dengan realisasi 96,4 persen. Waktu layanan Senin sampai dengan Jumat pukul 08.00 - 15.30.',
    ),
    'rincian': (
        'Rata-rata waktu yang diperlukan untuk memenuhi setiap permintaan adalah 4 (empat) hari kerja.',
        'Pemohon terdiri atas perorangan, mahasiswa dan lembaga swadaya masyarakat.',
    ),
    'sengketa': (
        'Sepanjang tahun pelaporan terdapat 1 (satu) keberatan yang telah diselesaikan oleh Atasan PPID dan tidak berlanjut ke Komisi Informasi.',
        'Tidak terdapat gugatan maupun permohonan penyelesaian ke Komisi Informasi pada tahun pelaporan (NIHIL).',
    ),
    'kendala': (
        'Terbatasnya jumlah petugas yang memahami klasifikasi, dan belum semua bidang menyerahkan dokumen tepat waktu.',
        'Masih ada pemohon yang tidak melengkapi identitas.',
    ),
    'rekomendasi': (
        'Perlu penambahan petugas, bimbingan teknis, serta pemutakhiran laman secara rutin pada triwulan pertama.',
        'Melakukan bimbingan teknis bagi petugas dan melengkapi sarana bagi penyandang disabilitas.',
    ),
}
COUNT_SENTENCES = (
    'Jumlah permohonan informasi yang diterima sebanyak {n} ({w}) permohonan.',
    'Selama tahun {y} PPID menerima {n} permintaan informasi publik.',
    'Total permohonan informasi publik yang masuk: {n} permohonan, dikabulkan {m}, ditolak {d}.',
    'Jumlah permintaan informasi publik : {n} permintaan.',
)
COUNT_HEADS = (
    ('Bulan', 'Jumlah Permohonan', 'Dikabulkan', 'Ditolak'),
    ('Bulan', 'Jumlah Permintaan Informasi', 'Dipenuhi', 'Ditolak'),
    ('BULAN', 'JUMLAH PERMOHONAN INFORMASI', 'DITERIMA', 'DITOLAK'),
)
TOTALS = ('Jumlah', 'JUMLAH', 'Total')
FOREWORDS = (
    'Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena atas rahmat-Nya laporan ini dapat diselesaikan. Laporan disusun sebagai pertanggungjawaban kepada masyarakat.',
    'Laporan ini disusun untuk memenuhi kewajiban badan publik menyampaikan laporan setiap tahun kepada Komisi Informasi.',
)
# ---- maklumat ---------------------------------------------------------------------------------------------------------
PLEDGE_TITLES = (
    'MAKLUMAT PELAYANAN',
    'MAKLUMAT PELAYANAN INFORMASI PUBLIK',
    'MAKLUMAT LAYANAN INFORMASI PUBLIK',
    'MAKLUMAT PELAYANAN PUBLIK',
    'MAKLUMAT PELAYANAN PPID',
    'Maklumat Pelayanan',
    'JANJI LAYANAN / MAKLUMAT PELAYANAN',
)
ABLE = (
    'Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan informasi publik sesuai standar pelayanan yang telah ditetapkan',
    'DENGAN INI, KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN SESUAI STANDAR PELAYANAN YANG TELAH DITETAPKAN',
    'Kami pimpinan dan seluruh staf {unit} sanggup memberikan pelayanan informasi secara cepat, tepat waktu, biaya ringan dan cara sederhana',
    'Kami siap dan sanggup melaksanakan pelayanan informasi publik sesuai dengan standar yang berlaku',
    'Kami berjanji dan sanggup untuk melaksanakan pelayanan sesuai dengan standar pelayanan',
)
SANCTION = (
    'Apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan yang berlaku',
    'APABILA KAMI TIDAK MENEPATI JANJI INI, KAMI SIAP MENERIMA SANKSI SESUAI PERATURAN PERUNDANG-UNDANGAN YANG BERLAKU',
    'Jika pelayanan kami tidak sesuai standar, kami bersedia dikenakan sanksi sebagaimana diatur dalam ketentuan yang berlaku',
    'Dan apabila tidak menepati, kami bersedia menerima sanksi sesuai ketentuan',
    'Kami siap menerima sanksi dan/atau memberikan kompensasi apabila pelayanan yang diberikan tidak sesuai standar',
)
NO_ABLE = (
    'Pelayanan kami berpedoman pada standar operasional prosedur.',
    'Pelayanan informasi dibuka setiap hari kerja pukul 08.00 - 15.00.',
)
NO_SANCTION = (
    'Kami senantiasa menerima kritik dan saran demi perbaikan pelayanan.',
    'Layanan ini tidak dipungut biaya.',
    'Sampaikan pengaduan melalui kotak saran dan laman resmi kami.',
)
PLEDGE_ITEMS = (
    'Memberikan pelayanan dengan ramah dan tanpa diskriminasi',
    'Menyediakan informasi yang akurat, benar dan tidak menyesatkan',
    'Menyelesaikan permohonan paling lambat 10 (sepuluh) hari kerja',
    'Tidak memungut biaya di luar ketentuan',
)

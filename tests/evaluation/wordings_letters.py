# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""How offices word invitations, duty letters, negative declarations, minutes and attendance lists. Not taken from any rule."""

from __future__ import annotations

LETTER_NUMBERS = (
    '005/{n}/{y}',
    '000.1.5/{n}/Diskominfo/{y}',
    'B/{n}/HM.00/{rm}/{y}',
    '{n}/UND/PPID/{rm}/{y}',
    '480/{n}-Sekr/{rm}/{y}',
    'UND-{n}/{rm}/{y}',
    '800.1.11.1/{n}/{y}',
    '094/{n}/ST/{rm}/{y}',
)
NUMBER_LABELS = ('Nomor', 'Nomor', 'No.', 'NOMOR')
PURPOSE_LABELS = ('Hal', 'Perihal', 'Hal', 'Perihal')
INVITATIONS = (
    'Undangan Rapat Koordinasi PPID',
    'Undangan',
    'Undangan Rapat Penyusunan Daftar Informasi Publik',
    'Undangan Rapat Uji Konsekuensi',
    'Undangan Bimbingan Teknis PPID Pelaksana',
    'Undangan Sosialisasi Keterbukaan Informasi Publik',
    'Permohonan Kehadiran Rapat',
)
INVITE_BODIES = (
    'Dalam rangka pelaksanaan keterbukaan informasi publik, bersama ini kami mengundang Saudara untuk hadir pada:',
    'Sehubungan dengan persiapan monitoring dan evaluasi, kami mengharap kehadiran Bapak/Ibu pada rapat yang akan dilaksanakan pada :',
    'Menindaklanjuti surat Komisi Informasi, dengan hormat kami mohon kehadiran Saudara pada acara:',
    'Bersama ini diundang Saudara untuk mengikuti rapat dimaksud yang akan diselenggarakan pada :',
)
DAY_LABELS = ('Hari/Tanggal', 'Hari, Tanggal', 'Hari / tanggal', 'Hari dan tanggal', 'Hari/Tgl', 'HARI/TANGGAL')
TIME_LABELS = ('Waktu', 'Pukul', 'Jam')
EVENT_LABELS = ('Acara', 'Agenda', 'Acara', 'Agenda Rapat', 'Acara/Agenda')
EVENTS = (
    'Rapat penyusunan Daftar Informasi Publik',
    'Pembahasan uji konsekuensi informasi yang dikecualikan',
    'Rapat koordinasi PPID Pelaksana se-kabupaten',
    'Bimbingan teknis pelayanan informasi publik',
    'Evaluasi layanan informasi publik semester I',
    'Persiapan pengisian kuesioner monev keterbukaan informasi',
)
DAY_FORMS = ('{d}, {n} {m} {y}', '{d} / {n} {m} {y}', '{d} tanggal {n} {m} {y}', '{d}, {n:02d} {m} {y}')
PROSE_INVITE = 'yang akan dilaksanakan pada hari {day} pukul 09.00 WIB bertempat di {place} dengan agenda {event}.'
PLACES = ('Aula', 'Ruang Rapat Sekretariat', 'Ruang Rapat Lantai II', 'Aula Kantor Camat', 'Zoom Meeting')
THANKS = (
    'Demikian disampaikan, atas kehadirannya diucapkan terima kasih.',
    'Demikian untuk menjadi maklum dan atas perhatiannya kami ucapkan terima kasih.',
    'Mengingat pentingnya acara tersebut, diharap hadir tepat waktu.',
)
# ---- surat tugas ------------------------------------------------------------------------------------------------------
DUTY_TITLES = ('SURAT TUGAS', 'SURAT PERINTAH TUGAS', 'SURAT TUGAS', 'SURAT PERINTAH', 'Surat Tugas')
DUTY_BASES = (
    'Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik',
    'Surat Komisi Informasi Nomor 12/KI/I/2025 perihal Bimbingan Teknis',
    'DPA Tahun Anggaran 2025',
    'Keputusan Kepala tentang Penunjukan PPID Pelaksana',
)
DUTY_WORDS = ('MENUGASKAN', 'MEMERINTAHKAN', 'MENUGASKAN :', 'M E N U G A S K A N :', 'Menugaskan')
DUTIES = (
    'Mengikuti bimbingan teknis pengelolaan informasi publik pada tanggal 12 s.d. 13 Februari 2025',
    'Melaksanakan tugas sebagai petugas meja layanan informasi PPID Pelaksana tahun 2025',
    'Menghadiri rapat koordinasi PPID di Kotabaru',
    'Melakukan pendampingan pengisian kuesioner monev keterbukaan informasi publik',
)
# ---- surat pernyataan -------------------------------------------------------------------------------------------------
DECLARATION_TITLES = (
    'SURAT PERNYATAAN',
    'SURAT PERNYATAAN',
    'SURAT KETERANGAN NIHIL',
    'SURAT PERNYATAAN NIHIL',
    'PERNYATAAN',
    'SURAT PERNYATAAN TIDAK ADA SENGKETA INFORMASI',
    'SURAT PERNYATAAN TIDAK ADA PERMOHONAN INFORMASI',
)
DECLARATIONS = (
    'Dengan ini menyatakan bahwa sampai dengan akhir tahun {p} pada {unit} tidak terdapat permohonan informasi publik (NIHIL).',
    'dengan ini menyatakan dengan sesungguhnya bahwa selama tahun {p} tidak ada pengajuan keberatan maupun sengketa informasi publik pada {unit}.',
    'Menyatakan bahwa {unit} belum memiliki informasi serta merta yang perlu diumumkan selama tahun {p}.',
    'Menerangkan dengan sebenarnya bahwa tidak terdapat perjanjian dengan pihak ketiga pada {unit} sepanjang tahun {p}.',
    'menyatakan bahwa tidak ada permintaan informasi yang ditolak oleh PPID {unit} pada tahun {p}.',
)
ABOUT_WORK = (
    'Adapun tugas pokok kami adalah menyelenggarakan urusan pemerintahan di bidang yang menjadi kewenangan daerah.',
    'Pelayanan dibuka setiap hari kerja.',
)
DECLARE_CLOSINGS = (
    'Demikian surat pernyataan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
    'Demikian pernyataan ini kami buat dengan penuh tanggung jawab.',
    'Demikian keterangan ini dibuat untuk melengkapi bukti dukung monitoring dan evaluasi.',
)
# ---- notulen, daftar hadir ----------------------------------------------------------------------------------------------
MINUTES_TITLES = (
    'NOTULEN RAPAT',
    'NOTULA RAPAT',
    'NOTULENSI RAPAT',
    'NOTULEN',
    'RISALAH RAPAT',
    'CATATAN RAPAT (NOTULEN)',
)
DISCUSSION_LABELS = (
    'Pembahasan',
    'PEMBAHASAN',
    'Jalannya Rapat',
    'Hasil Pembahasan',
    'Hasil Rapat',
    'Uraian Pembahasan',
    'Pokok-pokok pembahasan',
    'Isi Rapat',
)
DISCUSSED = (
    'Pimpinan rapat membuka rapat dan menyampaikan perlunya pemutakhiran data setiap bidang.',
    'Setiap bidang diminta menyerahkan bahan paling lambat akhir bulan.',
    'Peserta menyepakati pembagian tugas petugas layanan.',
    'Sekretaris menyampaikan kendala jaringan pada laman resmi dan rencana perbaikannya.',
    'Disepakati jadwal rapat berikutnya pada bulan depan.',
)
WRITERS = ('Notulis,', 'Notulen,', 'Pencatat,', 'Notulis', 'Pimpinan Rapat,', 'Ketua Rapat,')
ATTENDANCE_TITLES = (
    'DAFTAR HADIR',
    'DAFTAR HADIR RAPAT',
    'DAFTAR HADIR PESERTA',
    'ABSENSI PESERTA RAPAT',
    'DAFTAR HADIR PESERTA RAPAT',
    'PRESENSI PESERTA',
    'Daftar Hadir',
)
NAME_HEADS = ('Nama', 'NAMA', 'Nama Lengkap', 'NAMA / NIP', 'Nama Peserta')
POST_HEADS = ('Jabatan', 'Instansi', 'JABATAN / INSTANSI', 'Unit Kerja', 'Asal Instansi')
SIGN_HEADS = ('Tanda Tangan', 'TANDA TANGAN', 'TTD', 'Tanda tangan', 'Paraf')
"""The last one is what some lists ask for instead."""
UNITS = (
    'Sekretariat',
    'Bidang Informasi',
    'Kecamatan Sukamaju',
    'Dinas Kesehatan',
    'Bagian Organisasi',
    'Kasubbag Umum',
    'Pranata Humas',
    'Staf',
)

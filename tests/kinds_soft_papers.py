# ruff: noqa: E501 - a row of a table is one line here, as on paper
"""Letters, lists, forms and budgets as offices write them, to be changed by one place a test. All names are invented."""

from __future__ import annotations

INVITATION = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS KOMUNIKASI DAN INFORMATIKA
Jalan Melati Nomor 5 Sukamaju
                                                   Sukamaju, 24 Februari 2025
                                                   Kepada
Nomor     :  005/112/DISKOMINFO/2025               Yth. Kepala Perangkat Daerah
Sifat     :  Segera                                di -
Lampiran  :  1 (satu) berkas                       SUKAMAJU
Hal       :  Undangan

Dengan hormat kami mengundang Saudara untuk hadir pada
      Hari/Tanggal  :  Senin, 3 Maret 2025
      Waktu         :  Pukul 09.00 WIB
      Tempat        :  Aula Dinas
      Acara         :  Rapat penyusunan Daftar Informasi Publik
Demikian atas perhatiannya disampaikan terima kasih.
                                                   KEPALA DINAS KOMUNIKASI,



                                                   Laras Anggita, S.Kom.
                                                   NIP. 19820707 200604 2 004
"""
ERRAND = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS KESEHATAN
                    SURAT TUGAS
                    NOMOR : 094/55/DINKES/2025
Dasar     :  Surat Kepala Dinas Komunikasi hal Undangan
                    MENUGASKAN :
Kepada    :  Nama     :  Dewi Anjani, S.K.M.
             Jabatan  :  Pranata Humas
Untuk     :  Menghadiri undangan rapat PPID
                                                   Ditetapkan di Sukamaju
                                                   pada tanggal 25 Februari 2025
                                                   KEPALA DINAS KESEHATAN,



                                                   dr. Rani Kusuma, M.Kes.
                                                   NIP. 19750101 200003 1 002
"""
ATTENDANCE = """\
                    DAFTAR HADIR
Hari/Tanggal : Senin, 3 Maret 2025
Acara : Rapat PPID
No  | Nama                 | Jabatan/Instansi       | Tanda Tangan   |
1   | Dewi Anjani          | Dinas Kesehatan        | 1. ..........  |
2   | Sinta Larasati       | Kecamatan Muara        | 2. ..........  |
3   | Bagas Permadi        | Dinas Perhubungan      | 3. ..........  |
"""
MINUTES = """\
                    NOTULEN RAPAT
Hari/Tanggal  :  Senin, 3 Maret 2025
Tempat        :  Aula
Acara         :  Penyusunan Daftar Informasi Publik
Pembahasan
1. Setiap PPID Pelaksana mengirim daftar informasi.
2. Uji konsekuensi dijadwalkan bulan April.
                                                   Notulis,



                                                   Nadia Puspita, A.Md.
"""
REGISTER = """\
                    REGISTER PERMINTAAN INFORMASI PUBLIK
                    DINAS KESEHATAN TAHUN 2025
No  | Tgl          | Nama           | Alamat         | Pekerjaan   | Informasi Yang Diminta   | Tujuan      | Keputusan   |
1   | 6 Januari    | Yudha Saputra  | Jl. Merpati 3  | Mahasiswa   | Data kunjungan           | Skripsi     | Dikabulkan  |
2   | 9 Januari    | Maya Kirana    | Jl. Rajawali 8 | Wartawan    | Anggaran obat            | Liputan     | Dikabulkan  |
"""
FORM = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS KESEHATAN
Alamat : Jalan Melati Nomor 5 Sukamaju
                    FORMULIR PERMOHONAN INFORMASI
No. Pendaftaran (diisi petugas)*   :  ....................
Nama                               :  Yudha Saputra
Alamat                             :  Jl. Merpati 3
Pekerjaan                          :  Mahasiswa
Rincian Informasi yang Dibutuhkan  :  Data kunjungan puskesmas
Tujuan Penggunaan Informasi        :  Penyusunan skripsi
Cara Memperoleh Informasi**        :  1. Melihat/membaca/mendengarkan
"""
BLANK_FORM = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS KESEHATAN
Alamat : Jalan Melati Nomor 5 Sukamaju
                    FORMULIR PERMOHONAN INFORMASI
No. Pendaftaran (diisi petugas)*   :  ....................
Nama                               :  ....................
Alamat                             :  ....................
Pekerjaan                          :  ....................
Rincian Informasi yang Dibutuhkan  :  ....................
Tujuan Penggunaan Informasi        :  ....................
Cara Memperoleh Informasi**        :  1. Melihat/membaca/mendengarkan
"""
BUDGET = """\
                    DOKUMEN PELAKSANAAN ANGGARAN
                    SATUAN KERJA PERANGKAT DAERAH
                    TAHUN ANGGARAN 2025
Nomor DPA         :  DPA/A.1/2.16.2.20/001/2025
Organisasi        :  2.16.01 Dinas Komunikasi dan Informatika
Program           :  2.16.02 Pengelolaan Informasi dan Komunikasi Publik
Sub Kegiatan      :  2.16.02.2.01.0006 Pelayanan Informasi Publik
Sumber Pendanaan  :  PAD
Kode Rekening     Uraian                       Koefisien    Jumlah
5.1.02.01         Belanja alat tulis           1 paket      1.000.000
"""
STATEMENT = """\
PEMERINTAH KABUPATEN SUKAMAJU
KECAMATAN MUARA
                    SURAT PERNYATAAN
Yang bertanda tangan di bawah ini
Nama      :  Tirta Wibawa, S.STP.
Jabatan   :  Camat Muara
Dengan ini menyatakan bahwa selama tahun 2025 PPID Pelaksana Kecamatan Muara tidak
menerima permohonan informasi publik maupun sengketa informasi.
Demikian surat pernyataan ini dibuat dengan sebenarnya.
                                                   Muara, 30 Desember 2025
                                                   Yang membuat pernyataan,



                                                   Tirta Wibawa, S.STP.
                                                   NIP. 19800101 199912 1 001
"""

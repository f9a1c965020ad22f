# ruff: noqa: E501 - a row of a table is one line here, as on paper
"""Lists of excluded information, records of consequence tests and decrees on lists, as offices write them; for
`tests.papers.flow` and `tests.papers.printed`. All names are invented."""

from __future__ import annotations

EXCLUDED = """\
DAFTAR INFORMASI YANG DIKECUALIKAN
DINAS KESEHATAN KABUPATEN SUKAMAJU
TAHUN 2025

No | Jenis Informasi       | Dasar Hukum Pengecualian           | Konsekuensi/Pertimbangan bagi Publik               | Jangka Waktu
   |                       |                                    | Dibuka                  | Ditutup                  |
1  | Rekam medis pasien    | UU 14/2008 Pasal 17 huruf h        | Mengungkap rahasia      | Melindungi pasien        | 10 tahun
2  | Data pribadi pegawai  | UU 14/2008 Pasal 17 huruf h        | Melanggar hak pribadi   | Menjaga hak pribadi      | selama berlaku
3  | Dokumen penyidikan    | UU 14/2008 Pasal 17 huruf a        | Menghambat penyidikan   | Penyidikan berjalan      | sampai putusan

                                                    Sukamaju, 20 Januari 2025
                                                    KEPALA DINAS KESEHATAN,



                                                    dr. Rani Kusuma, M.Kes.
                                                    NIP. 19750101 200003 1 002
"""

WRAPPED_EXCLUDED_HEAD = """\
No | Jenis     | Dasar Hukum  | Konsekuensi/Pertimbangan bagi  | Jangka
   | Informasi | Pengecualian | Publik                         | Waktu
   |           | Informasi    | Dibuka         | Ditutup       |
"""

RECORD = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS KESEHATAN
Jalan Melati Nomor 5 Sukamaju

BERITA ACARA
PENGUJIAN KONSEKUENSI INFORMASI PUBLIK
NOMOR : 480/07/BA-PPID/2025

Pada hari ini Senin tanggal tiga bulan Februari tahun dua ribu dua puluh lima, bertempat di ruang rapat Dinas
Kesehatan, kami yang bertanda tangan di bawah ini telah melaksanakan pengujian konsekuensi.

A. Informasi yang Diuji
   Rekam medis pasien dan data pribadi pegawai
B. Dasar Hukum
   Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik Pasal 17 huruf h
C. Konsekuensi Dibuka
   Mengungkap rahasia pribadi pasien
D. Konsekuensi Ditutup
   Melindungi rahasia pribadi pasien
E. Jangka Waktu
   Selama 10 (sepuluh) tahun
Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.

No | Nama                | Jabatan                  | Tanda Tangan
1  | Tirta Wibawa, S.T.  | Kepala Bidang Layanan    | 1. ........
2  | Laras Anggita       | Sekretaris               | 2. ........
3  | Bagas Permadi, S.H. | Kepala Subbagian Hukum   | 3. ........
"""

SHEET = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS PERHUBUNGAN
LEMBAR PENGUJIAN KONSEKUENSI INFORMASI YANG DIKECUALIKAN
Nomor : 555/02/PPID/2025
Hari/Tanggal : Selasa, 4 Februari 2025

No | Informasi             | Dasar Hukum Pengecualian           | Konsekuensi Dibuka      | Konsekuensi Ditutup      | Jangka Waktu
1  | Rencana penertiban    | UU 14/2008 Pasal 17 huruf a        | Menghambat penertiban   | Penertiban berjalan      | sampai selesai
2  | Data pelapor          | UU 14/2008 Pasal 17 huruf h        | Membahayakan pelapor    | Melindungi pelapor       | permanen

PPID Pelaksana,                                     Kepala Bidang Angkutan,



Tirta Wibawa, S.T.                                  Laras Anggita, S.Sos.
NIP. 19800505 200501 1 003                          NIP. 19820707 200604 2 004
"""

LIST_DECREE = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS KESEHATAN
Jalan Melati Nomor 5 Sukamaju

KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN SUKAMAJU
NOMOR : 800/12/DINKES/2025
TENTANG
PENETAPAN DAFTAR INFORMASI PUBLIK TAHUN 2025
PADA DINAS KESEHATAN KABUPATEN SUKAMAJU
KEPALA DINAS KESEHATAN,
Menimbang     :     a.    bahwa setiap badan publik wajib menetapkan daftar informasi publik secara berkala;
Mengingat     :     1.    Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;
                    2.    Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik;
MEMUTUSKAN :
Menetapkan    :     KEPUTUSAN KEPALA DINAS TENTANG PENETAPAN DAFTAR INFORMASI PUBLIK TAHUN 2025.
KESATU        :     Menetapkan daftar sebagaimana tercantum dalam Lampiran Keputusan ini.
KEDUA         :     Keputusan ini mulai berlaku pada tanggal ditetapkan.
                                        Ditetapkan di Sukamaju
                                        pada tanggal 14 Januari 2025
                                        KEPALA DINAS KESEHATAN,



                                        dr. Rani Kusuma, M.Kes.
                                        NIP. 19750101 200003 1 002
"""

ANNEX_HEAD = """\
LAMPIRAN
KEPUTUSAN KEPALA DINAS KESEHATAN
NOMOR : 800/12/DINKES/2025
TANGGAL : 14 Januari 2025
"""

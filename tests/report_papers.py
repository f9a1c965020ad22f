"""A maklumat and an annual report as offices write them, to be changed by one place a test. All names are invented."""

from __future__ import annotations

MAKLUMAT = """\
PEMERINTAH KABUPATEN SUKAMAJU
DINAS KESEHATAN
MAKLUMAT PELAYANAN INFORMASI PUBLIK
DENGAN INI KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN
PELAYANAN SESUAI STANDAR PELAYANAN YANG TELAH DITETAPKAN
DAN APABILA TIDAK MENEPATI JANJI INI
KAMI SIAP MENERIMA SANKSI SESUAI PERATURAN PERUNDANG-UNDANGAN
                                        Sukamaju, 2 Januari 2025
                                        KEPALA DINAS KESEHATAN,



                                        dr. Rani Kusuma, M.Kes.
                                        NIP. 19750101 200003 1 002
"""

SIGNED = """\
                                        Sukamaju, 20 Januari 2025
                                        KEPALA DINAS KESEHATAN,



                                        dr. Rani Kusuma, M.Kes.
                                        NIP. 19750101 200003 1 002
"""
COVER = """\
LAPORAN
LAYANAN INFORMASI PUBLIK
DINAS KESEHATAN
KABUPATEN SUKAMAJU
TAHUN 2024
"""
PREFACE = """\
KATA PENGANTAR
Puji syukur kami panjatkan atas selesainya Laporan Layanan Informasi Publik Tahun 2024 ini.
Laporan ini memuat kebijakan, pelaksanaan, rincian, sengketa, kendala, serta rekomendasi.
"""
CONTENTS = """\
DAFTAR ISI
KATA PENGANTAR ........................................ i
BAB I GAMBARAN UMUM KEBIJAKAN LAYANAN ................. 1
BAB II GAMBARAN UMUM PELAKSANAAN LAYANAN .............. 3
BAB III RINCIAN PELAYANAN ............................. 5
BAB IV PENYELESAIAN SENGKETA INFORMASI ................ 7
BAB V KENDALA ......................................... 8
BAB VI REKOMENDASI DAN RENCANA TINDAK LANJUT .......... 9
"""
POLICY = """\
BAB I
GAMBARAN UMUM KEBIJAKAN LAYANAN INFORMASI PUBLIK
Dinas Kesehatan melayani permintaan informasi sesuai peraturan bupati sejak tahun 2021.
"""
CONDUCT = """\
BAB II
GAMBARAN UMUM PELAKSANAAN LAYANAN INFORMASI PUBLIK
A. Sarana dan Prasarana
Meja layanan berada di lantai satu, dilengkapi sebuah komputer dan papan pengumuman.
"""
DETAILS = """\
BAB III
RINCIAN PELAYANAN INFORMASI PUBLIK
Selama tahun 2024 PPID menerima sebanyak 124 (seratus dua puluh empat) permohonan informasi.
"""
DISPUTES = """\
BAB IV
PENYELESAIAN SENGKETA INFORMASI
Sepanjang tahun tidak ada pemohon yang mengajukan sengketa.
"""
OBSTACLES = """\
BAB V
KENDALA EKSTERNAL DAN INTERNAL DALAM PELAKSANAAN LAYANAN
Jumlah petugas masih kurang dan arsip belum tertata.
"""
PLANS = """\
BAB VI
REKOMENDASI DAN RENCANA TINDAK LANJUT
Menambah petugas dan menata arsip pada triwulan pertama.
"""
CHAPTERS = (POLICY, CONDUCT, DETAILS, DISPUTES, OBSTACLES, PLANS + SIGNED)


def bound(*pages: str) -> str:
    """Pages as one document."""
    return '---\n'.join(pages)


REPORT = bound(COVER, PREFACE, CONTENTS, *CHAPTERS)

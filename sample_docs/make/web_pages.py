"""A news item and a slide deck as HTML: they name every heading that evidence has, and are none."""

from __future__ import annotations

from pathlib import Path

from . import decree_html as web


def news(path: Path) -> Path:
    """A news page as printed from a browser; it names a decree's headings in running text."""
    text = (
        (
            'RAWA INDAH - Dinas Komunikasi dan Informatika Kabupaten Rawa Sejahtera menyerahkan Surat Keputusan tentang'
            ' Penetapan Pejabat Pengelola Informasi dan Dokumentasi (PPID) Pelaksana kepada seluruh perangkat daerah,'
            ' Selasa (11/2/2025).'
        ),
        (
            'Kepala Bidang Informasi dan Komunikasi Publik menjelaskan bahwa SK PPID yang baik memuat Menimbang,'
            ' Mengingat, Memutuskan, dan Menetapkan secara lengkap, bernomor, bertanggal, serta dilampiri susunan'
            ' Atasan PPID dan PPID Pelaksana.'
        ),
        (
            '"Banyak perangkat daerah yang belum memutakhirkan Daftar Informasi Publik. Undang-Undang Nomor 14 Tahun'
            ' 2008 mewajibkan informasi berkala, serta merta, dan setiap saat tersedia bagi masyarakat," ujarnya.'
        ),
        (
            'Kegiatan yang berlangsung di Aula Teratai itu diikuti 34 perangkat daerah dan 12 kecamatan. Penilaian'
            ' monitoring dan evaluasi keterbukaan informasi publik dijadwalkan berlangsung pada pertengahan tahun.'
        ),
    )
    paragraphs = ''.join(f'<p>{web.esc(t)}</p>' for t in text)
    inner = (
        '<div style="border-bottom:2px solid #16578a;padding-bottom:6px;color:#16578a"><b>KABAR RAWA SEJAHTERA</b>'
        ' &nbsp; <span style="font-size:.8em">Beranda | Berita | Layanan | PPID | Kontak</span></div><h1'
        ' style="font-size:1.7em;line-height:1.2;margin:.6em 0 .2em">34 Perangkat Daerah Terima SK PPID Pelaksana'
        ' Tahun 2025</h1><div style="font-size:.82em;color:#555">11 Februari 2025, 14.20 | Dibaca 118 kali</div><div'
        ' style="height:6.2cm;margin:.8em 0;background:linear-gradient(#b9d3e2,#7fa3b5 60%,#8a7a66'
        ' 60%,#6d5f50);color:#fff;display:flex;align-items:flex-end;padding:.4em .7em;font-size:.8em">Suasana'
        f' penyerahan di Aula Teratai</div>{paragraphs}<p style="font-size:.8em;color:#555">Sumber:'
        ' rawasejahtera.example/berita/34-perangkat-daerah-terima-sk-ppid</p>'
    )
    path.write_text(
        web.page(inner, paper='A4', size=11.5, title='Berita', extra='p{text-align:justify;line-height:1.5}'), 'utf-8'
    )
    return path


def slides(path: Path) -> Path:
    """A slide deck with a checklist that names every heading of a decree and every column of a list."""
    deck = (
        (
            'Bimbingan Teknis Pengisian SAQ',
            (
                'Monitoring dan Evaluasi Keterbukaan Informasi Publik 2025',
                'Dinas Komunikasi dan Informatika Kabupaten Rawa Sejahtera',
            ),
        ),
        (
            'Daftar Periksa SK PPID Pelaksana',
            (
                '\u2610 NOMOR dan TENTANG terisi',
                '\u2610 Menimbang',
                '\u2610 Mengingat: UU Nomor 14 Tahun 2008',
                '\u2610 MEMUTUSKAN dan Menetapkan',
                '\u2610 KESATU, KEDUA, KETIGA',
                '\u2610 Ditetapkan di, pada tanggal, tanda tangan, NIP',
                '\u2610 LAMPIRAN: Atasan PPID dan PPID Pelaksana',
            ),
        ),
        (
            'Daftar Periksa Daftar Informasi Publik',
            (
                '\u2610 Ringkasan Isi Informasi',
                '\u2610 Pejabat/Unit yang Menguasai Informasi',
                '\u2610 Penanggung Jawab Pembuatan Informasi',
                '\u2610 Waktu dan Tempat Pembuatan',
                '\u2610 Bentuk Informasi',
                '\u2610 Jangka Waktu Penyimpanan',
                '\u2610 Berkala, serta merta, setiap saat',
            ),
        ),
        (
            'Daftar Periksa SOP',
            (
                '\u2610 Nomor SOP, Tgl. Pembuatan, Tgl. Efektif',
                '\u2610 Dasar Hukum, Kualifikasi Pelaksana, Keterkaitan',
                '\u2610 Kegiatan, Pelaksana, Mutu Baku',
            ),
        ),
    )
    inner = ''.join(
        f'<section><h1>{web.esc(title)}</h1>' + ''.join(f'<p>{web.esc(p)}</p>' for p in points) + '</section>'
        for title, points in deck
    )
    extra = (
        '@page{size:25.4cm 14.3cm;margin:0} section{width:25.4cm;height:14.25cm;padding:1.2cm'
        ' 1.8cm;break-after:page;background:linear-gradient(120deg,#f4f8fb 70%,#cfe2ee);print-color-adjust:exact}'
        ' section:last-child{break-after:auto} h1{color:#16578a;font-size:24pt;margin:0 0 .5cm;border-bottom:3px solid'
        ' #e0b73c;padding-bottom:.2cm} p{font-size:15pt;margin:.16cm 0}'
    )
    path.write_text(web.page(inner, paper='25.4cm 14.3cm', font='Carlito', title='Bimtek', extra=extra), 'utf-8')
    return path

# ruff: noqa: E501 - a wording reads better whole than cut to 120 letters
"""The simple way, for comparison: all text of a file, a phrase counts as found at partial_ratio >= 85, kind by most hits.

What anybody would write in an afternoon, with honest phrase lists; no layout, no values, no places, never unsure.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from tests.evaluation.score import Found, FoundPart

_CUT = 85.0
PHRASES: dict[str, dict[str, tuple[str, ...]]] = {
    'sk-ppid': {
        'kop': ('pemerintah kabupaten', 'pemerintah kota', 'pemerintah provinsi', 'bupati', 'wali kota', 'gubernur'),
        'judul': ('keputusan kepala', 'keputusan bupati', 'surat keputusan', 'keputusan direktur', 'keputusan camat'),
        'nomor': ('nomor',),
        'tentang': ('pejabat pengelola informasi dan dokumentasi', 'ppid', 'pengelola layanan informasi'),
        'menimbang': ('menimbang',),
        'mengingat': ('mengingat',),
        'uu-kip': ('nomor 14 tahun 2008', 'nomor 4846'),
        'memutuskan': ('memutuskan',),
        'menetapkan': ('menetapkan',),
        'diktum': ('kesatu', 'pertama'),
        'tempat-tanggal': ('ditetapkan di', 'dikeluarkan di'),
        'tahun': ('2025',),
        'penandatangan': ('nip', 'bupati', 'kepala desa'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
        'lampiran': ('lampiran',),
        'peran': ('atasan ppid', 'ppid pelaksana', 'ppid pembantu'),
        'tembusan': ('tembusan', 'salinan keputusan'),
        'dasar-hukum-mutakhir': ('nomor 1 tahun 2021', 'nomor 3 tahun 2017'),
    },
    'dip': {
        'judul': ('daftar informasi publik',),
        'tahun': ('2025',),
        'badan-publik': ('dinas', 'badan', 'kecamatan', 'desa', 'rsud'),
        'kolom-ringkasan': ('ringkasan isi informasi', 'nama informasi', 'judul informasi'),
        'kolom-penguasa': ('yang menguasai informasi', 'pejabat yang menguasai'),
        'kolom-penanggung-jawab': ('penanggung jawab pembuatan', 'penanggung jawab'),
        'kolom-waktu-tempat': ('waktu dan tempat pembuatan', 'tempat dan waktu'),
        'kolom-bentuk': ('bentuk informasi', 'format informasi'),
        'kolom-retensi': ('jangka waktu penyimpanan', 'retensi arsip'),
        'klasifikasi': ('setiap saat',),
        'penandatangan': ('nip', 'bupati', 'kepala desa'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
    },
    'sop': {
        'nomor-sop': ('nomor sop', 'no. sop'),
        'tgl-pembuatan': ('tanggal pembuatan', 'tgl. pembuatan'),
        'tgl-revisi': ('tanggal revisi', 'tgl. revisi'),
        'tgl-efektif': ('tanggal efektif', 'tgl. efektif', 'tanggal pengesahan'),
        'disahkan-oleh': ('disahkan oleh',),
        'nama-sop': ('nama sop', 'judul sop'),
        'layanan': (
            'permohonan informasi',
            'keberatan',
            'daftar informasi publik',
            'konsekuensi',
            'pendokumentasian',
            'sengketa',
            'pengumuman',
            'maklumat',
        ),
        'dasar-hukum': ('dasar hukum',),
        'kualifikasi-pelaksana': ('kualifikasi pelaksana',),
        'keterkaitan': ('keterkaitan',),
        'peralatan': ('peralatan',),
        'peringatan': ('peringatan',),
        'pencatatan': ('pencatatan dan pendataan',),
        'kolom-kegiatan': ('kegiatan', 'aktivitas'),
        'kolom-pelaksana': ('pelaksana',),
        'kolom-mutu-baku': ('mutu baku',),
        'penandatangan': ('nip', 'bupati', 'kepala desa'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
        'tahun': ('2025', '2024', '2023', '2022', '2021', '2020'),
    },
    'sk-dip': {
        'kop': ('pemerintah kabupaten', 'pemerintah kota', 'pemerintah provinsi', 'bupati', 'kantor', 'komisi'),
        'judul': ('keputusan kepala', 'keputusan bupati', 'surat keputusan', 'keputusan direktur', 'keputusan camat'),
        'nomor': ('nomor',),
        'tentang': ('penetapan daftar informasi', 'daftar informasi publik', 'daftar informasi yang dikecualikan'),
        'menimbang': ('menimbang',),
        'mengingat': ('mengingat',),
        'uu-kip': ('nomor 14 tahun 2008', 'nomor 4846'),
        'memutuskan': ('memutuskan',),
        'menetapkan': ('menetapkan',),
        'diktum': ('kesatu', 'pertama'),
        'tempat-tanggal': ('ditetapkan di', 'dikeluarkan di'),
        'tahun': ('2025',),
        'penandatangan': ('nip', 'bupati', 'kepala desa'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
        'lampiran': ('lampiran',),
    },
    'dik': {
        'judul': ('informasi yang dikecualikan', 'informasi dikecualikan'),
        'tahun': ('2025',),
        'kolom-informasi': ('jenis informasi', 'konten informasi', 'informasi yang dikecualikan'),
        'kolom-dasar-hukum': ('dasar hukum',),
        'pasal-17': ('pasal 17',),
        'kolom-konsekuensi': ('dibuka',),
        'kolom-jangka-waktu': ('jangka waktu',),
        'isi': ('huruf',),
        'penandatangan': ('nip', 'bupati', 'kepala desa'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
    },
    'uji-konsekuensi': {
        'judul': ('uji konsekuensi', 'pengujian konsekuensi'),
        'nomor': ('nomor',),
        'hari-tanggal': ('pada hari ini', 'hari / tanggal'),
        'tahun': ('2025', 'dua ribu dua puluh lima'),
        'informasi': ('informasi',),
        'dasar-hukum': ('dasar hukum',),
        'pasal-17': ('pasal 17',),
        'konsekuensi': ('dibuka',),
        'jangka-waktu': ('jangka waktu',),
        'penandatangan': ('nip', 'tanda tangan'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
    },
    'maklumat': {
        'judul': ('maklumat',),
        'kesanggupan': ('sanggup',),
        'sanksi': ('sanksi',),
        'tempat-tanggal': ('2025',),
        'penandatangan': ('nip', 'bupati', 'kepala desa'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
    },
    'laporan-layanan': {
        'judul': ('laporan layanan informasi', 'laporan pelayanan informasi', 'laporan tahunan'),
        'tahun': ('2024',),
        'kebijakan': ('kebijakan',),
        'pelaksanaan': ('pelaksanaan',),
        'rincian': ('rincian',),
        'sengketa': ('sengketa',),
        'kendala': ('kendala',),
        'rekomendasi': ('rekomendasi',),
        'jumlah-permohonan': ('jumlah permohonan', 'jumlah permintaan'),
        'penandatangan': ('nip', 'bupati', 'kepala desa'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
    },
    'formulir-permohonan': {'judul': ('formulir permohonan', 'formulir permintaan'), 'isi': ('nama',)},
    'formulir-keberatan': {'judul': ('formulir keberatan', 'pernyataan keberatan'), 'isi': ('alasan',)},
    'register-permohonan': {'judul': ('register permohonan', 'register permintaan'), 'isi': ('nihil', '2025')},
    'surat-pernyataan': {
        'judul': ('surat pernyataan',),
        'pernyataan': ('menyatakan',),
        'tempat-tanggal': ('2025',),
        'penandatangan': ('nip', 'yang membuat pernyataan'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
    },
    'undangan': {
        'nomor': ('nomor',),
        'hari-tanggal': ('hari/tanggal', 'pada hari'),
        'acara': ('acara', 'agenda'),
        'penandatangan': ('nip', 'bupati', 'kepala desa'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
    },
    'notulen': {
        'judul': ('notulen', 'notula', 'risalah rapat'),
        'hari-tanggal': ('hari/tanggal',),
        'pembahasan': ('pembahasan', 'jalannya rapat'),
        'penandatangan': ('notulis', 'pimpinan rapat'),
    },
    'daftar-hadir': {'judul': ('daftar hadir', 'absensi'), 'isi': ('nama',), 'tanda-tangan': ('tanda tangan', 'ttd')},
    'surat-tugas': {
        'nomor': ('nomor',),
        'penandatangan': ('nip', 'bupati', 'kepala desa'),
        'tanda-tangan': ('ditandatangani secara elektronik', 'ttd'),
    },
    'anggaran': {
        'tahun': ('tahun anggaran 2025',),
        'badan-publik': ('organisasi', 'skpd', 'satuan kerja'),
        'nomenklatur': ('informasi publik', 'ppid'),
    },
}


def judge(path: Path, kind: str | None = None) -> tuple[FoundPart, ...]:
    """One part over the whole file: every requirement of the kind with most hits, met or missing."""
    text = ' '.join(text_of(path).lower().split())
    hits = {
        name: {requirement: _stands(phrases, text) for requirement, phrases in lists.items()}
        for name, lists in PHRASES.items()
    }
    best = kind or max(hits, key=lambda name: sum(hits[name].values()) / len(hits[name]))
    if kind is None and sum(hits[best].values()) < 0.4 * len(hits[best]):
        return ()
    return (FoundPart(best, (1, 10_000), {name: Found('met' if on else 'missing') for name, on in hits[best].items()}),)


def _stands(phrases: tuple[str, ...], text: str) -> bool:
    return bool(text) and any(fuzz.partial_ratio(phrase, text, score_cutoff=_CUT) >= _CUT for phrase in phrases)


def text_of(path: Path) -> str:
    """All text; kept beside the file, because OCR is slow."""
    kept = path.with_suffix(path.suffix + '.simple.txt')
    if kept.exists():
        return kept.read_text(encoding='utf-8')
    readers = {'.docx': _docx, '.xlsx': _xlsx, '.jpg': _image, '.png': _image}
    text = readers.get(path.suffix, _pdf)(path)
    if os.access(path.parent, os.W_OK):
        kept.write_text(text, encoding='utf-8', errors='replace')
    return text


def _docx(path: Path) -> str:
    from docx import Document

    document = Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    return '\n'.join(lines + [cell.text for table in document.tables for row in table.rows for cell in row.cells])


def _xlsx(path: Path) -> str:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    return '\n'.join(
        str(v) for sheet in book for row in sheet.iter_rows(values_only=True) for v in row if v is not None
    )


def _pdf(path: Path) -> str:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(str(path))
    texts = []
    for page in document:
        text = page.get_textpage().get_text_range()
        texts.append(text if len(text.strip()) > 20 else _engine(page.render(scale=200 / 72, grayscale=True).to_pil()))
    return '\n'.join(texts)


def _image(path: Path) -> str:
    from PIL import Image

    return _engine(Image.open(path).convert('L'))


@cache
def _tesseract() -> object:
    os.environ.setdefault('OMP_THREAD_LIMIT', '1')
    from tesserocr import PyTessBaseAPI

    for folder in (
        os.environ.get('TESSDATA_PREFIX', ''),
        '/usr/share/tesseract-ocr/5/tessdata',
        '/usr/share/tesseract-ocr/4.00/tessdata',
        '/usr/share/tessdata',
    ):
        if folder and (Path(folder) / 'ind.traineddata').exists():
            return PyTessBaseAPI(path=folder, lang='ind')
    return None


def _engine(image: object) -> str:
    engine = _tesseract()
    if engine is None:
        return ''
    engine.SetImage(image)  # type: ignore[attr-defined]  # tesserocr has no types
    return str(engine.GetUTF8Text())  # type: ignore[attr-defined]

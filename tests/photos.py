"""Photos of paper as a phone takes them: a sheet on a dark desk, seen askew under uneven light."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from tests.evaluation.scans import Quality, _taken
from tests.reading import paper

FIRST = (
    'PEMERINTAH KABUPATEN SUKAMAJU',
    'DINAS PERIKANAN',
    'Jalan Melati Nomor 5 Sukamaju',
    '',
    'KEPUTUSAN KEPALA DINAS PERIKANAN KABUPATEN SUKAMAJU',
    'NOMOR : 800/12/DISKAN/2025',
    'TENTANG',
    'PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI',
    'PELAKSANA PADA DINAS PERIKANAN KABUPATEN SUKAMAJU',
    'KEPALA DINAS PERIKANAN,',
    'Menimbang : a. bahwa untuk memberikan layanan informasi yang cepat',
    'dan tepat perlu ditetapkan pengelolanya;',
    'b. bahwa berdasarkan pertimbangan tersebut perlu menetapkan',
    'Keputusan Kepala Dinas;',
)
SECOND = (
    '- 2 -',
    'Mengingat : 1. Undang-Undang Nomor 14 Tahun 2008 tentang',
    'Keterbukaan Informasi Publik;',
    '2. Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang',
    'Standar Layanan Informasi Publik;',
    'MEMUTUSKAN :',
    'Menetapkan : KEPUTUSAN KEPALA DINAS TENTANG PEJABAT PENGELOLA',
    'INFORMASI DAN DOKUMENTASI PELAKSANA.',
    'KESATU : Menetapkan susunan pengelola sebagaimana tercantum dalam',
    'Lampiran Keputusan ini.',
)
THIRD = (
    '- 3 -',
    'KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.',
    '',
    'Ditetapkan di Sukamaju',
    'pada tanggal 14 Januari 2025',
    'KEPALA DINAS PERIKANAN,',
    '',
    '',
    'dr. Rani Kusuma, M.Kes.',
    'NIP. 19750101 200003 1 002',
)
ANNEX = (
    'LAMPIRAN',
    'KEPUTUSAN KEPALA DINAS PERIKANAN',
    'NOMOR : 800/12/DISKAN/2025',
    'TANGGAL : 14 Januari 2025',
    'SUSUNAN PENGELOLA',
    '1. Tirta Wibawa, Kepala Dinas, Atasan PPID',
    '2. Laras Anggita, Sekretaris, PPID Pelaksana',
    '3. Bagas Permadi, Kepala Subbagian, Bidang Layanan Informasi',
)


def photo(lines: tuple[str, ...], *, blur: float = 0.6, light: float = 1.0, seed: int = 1) -> Image.Image:
    """The sheet with these lines; `blur` in pixels at 200 dots an inch, `light` as a share of a good lamp's."""
    sheet = np.asarray(paper.page(lines, left=160, top=150, step=75).convert('RGB'), np.uint8)
    seen, _moved = _taken(sheet, Quality(150, 70, 1.5, 6, blur, False, photo=True), Random(f'foto-{seed}'))
    return Image.fromarray((seen * light).clip(0, 255).astype(np.uint8))


def photos(folder: Path, **pages: tuple[str, ...]) -> None:
    """One JPG a page, named by its keyword."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed, (name, lines) in enumerate(pages.items()):
        photo(lines, seed=seed).save(folder / f'{name}.jpg', quality=70)

"""A small batch for scoring, made of copies of the samples: two bodies, three questions each; and a manifest."""

from __future__ import annotations

import shutil
from pathlib import Path

_KOMINFO, _PERIKANAN, _KESEHATAN = 'Dinas Komunikasi dan Informatika', 'Dinas Perikanan', 'Dinas Kesehatan'
_LAID: tuple[tuple[str, str, str, str], ...] = (
    (_KOMINFO, '1.1', 'SOP Permohonan', '23-sop-permohonan-lengkap.pdf'),
    (_KOMINFO, '3.1', 'DIP', '18-dip-lengkap.pdf'),
    (_KOMINFO, '4.1', 'SK PPID', '01-sk-ppid-lengkap.pdf'),
    (_PERIKANAN, '1.1', 'SOP Permohonan', '25-dua-sop.pdf'),
    (_PERIKANAN, '3.1', 'DIP', '20-dip-tanpa-kolom-retensi.pdf'),
    (_PERIKANAN, '4.1', 'SK PPID', '03-sk-ppid-tanpa-nomor.pdf'),
)
"""Body, question of rules/questionnaires/opd-2025.toml, what the folder adds to the code, sample."""

_MORE = (
    (_PERIKANAN, '2.1', 'ya', '20-dip-tanpa-kolom-retensi.pdf', ''),
    (_PERIKANAN, '2.1', 'ya', '21-dip-tabel-kosong.pdf', ''),
    (_PERIKANAN, '2.2', 'ya', '', 'https://dinasperikanan.example/ppid'),
    (_KOMINFO, '3.6', 'ya', '37-dpa.pdf', ''),
    (_KOMINFO, '4.3', 'ya', '37-dpa.pdf', ''),
    (_KOMINFO, '4.4', 'ya', '34-undangan-rapat-ppid.pdf', ''),
    (_KOMINFO, '5.1', 'tidak', '', ''),
    (_KESEHATAN, '1.1', 'ya', '24-sop-keberatan-kurang.pdf', ''),
    (_KESEHATAN, '3.1', 'ya', '19-dip-tahun-lalu.pdf', ''),
    (_KESEHATAN, '4.1', 'ya', '12-sk-ppid-badan-lain.pdf', ''),
    (_KESEHATAN, '4.3', 'ya', '', ''),
)
"""What the manifest has beyond the folders: several files, a link, a budget for two questions, one of three documents,
a no, a wrong SOP, last year's list, another body's decree, an answer without evidence."""

_REGION = 'Kabupaten Rawa Sejahtera'
_BODIES = (
    ('name', 'aliases', 'level', 'parent', 'category'),
    (_KOMINFO, 'Diskominfo', 'kabupaten', _REGION, 'OPD'),
    (_PERIKANAN, 'Diskan', 'kabupaten', _REGION, 'OPD'),
    (_KESEHATAN, 'Dinkes', 'kabupaten', _REGION, 'OPD'),
)


def write(folder: Path) -> None:
    """Writes `contoh-batch/` and `contoh-manifest.csv`; what stood in the batch folder before is removed."""
    root = folder / 'contoh-batch'
    shutil.rmtree(root, ignore_errors=True)
    for body, code, title, sample in _LAID:
        target = root / body / f'{code} {title}'
        target.mkdir(parents=True)
        shutil.copyfile(folder / sample, target / sample.split('-', 1)[1])
    (root / 'bodies.csv').write_text(''.join(','.join(row) + '\n' for row in _BODIES), 'utf-8')
    rows = (
        ('body', 'question', 'answer', 'file', 'link'),
        *((body, code, 'ya', sample, '') for body, code, _, sample in _LAID),
        *_MORE,
    )
    text = ''.join(';'.join(row) + '\r\n' for row in rows)
    (folder / 'contoh-manifest.csv').write_text(text, 'utf-8-sig', newline='')

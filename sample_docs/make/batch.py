"""A small batch for scoring, made of copies of the samples: two bodies, three questions each; and a manifest."""

from __future__ import annotations

import shutil
from pathlib import Path

_LAID: tuple[tuple[str, str, str, str], ...] = (
    ('Dinas Komunikasi dan Informatika', '1.1', 'SK PPID', '01-sk-ppid-lengkap.pdf'),
    ('Dinas Komunikasi dan Informatika', '1.2', 'DIP', '18-dip-lengkap.pdf'),
    ('Dinas Komunikasi dan Informatika', '1.3', 'SOP', '23-sop-permohonan-lengkap.pdf'),
    ('Dinas Perikanan', '1.1', 'SK PPID', '03-sk-ppid-tanpa-nomor.pdf'),
    ('Dinas Perikanan', '1.2', 'DIP', '20-dip-tanpa-kolom-retensi.pdf'),
    ('Dinas Perikanan', '1.3', 'SOP', '25-dua-sop.pdf'),
)
"""Body, question, what the folder adds to the code, sample."""

_BODIES = (
    ('name', 'aliases', 'level', 'parent', 'category'),
    ('Dinas Komunikasi dan Informatika', 'Diskominfo;Dinas Kominfo', 'kabupaten', 'Kabupaten Rawa Sejahtera', 'OPD'),
    ('Dinas Perikanan', 'Diskan', 'kabupaten', 'Kabupaten Rawa Sejahtera', 'OPD'),
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
    rows = [
        ('body', 'question', 'answer', 'file', 'link'),
        *((body, code, 'ya', sample, '') for body, code, _, sample in _LAID),
        ('Dinas Perikanan', '1.2', 'ya', '21-dip-tabel-kosong.pdf', ''),
        ('Dinas Perikanan', '2.1', 'ya', '', 'https://dinasperikanan.example/ppid'),
        ('Dinas Komunikasi dan Informatika', '2.1', 'tidak', '', ''),
    ]
    text = ''.join(';'.join(row) + '\r\n' for row in rows)
    (folder / 'contoh-manifest.csv').write_text(text, 'utf-8-sig', newline='')

"""Runs the programs that turn sources into PDF and takes clock and chance out of what they write.

The same versions of the programs give the same bytes. Never edits what a document shows.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

EPOCH = '1767225600'
"""1 January 2026 as SOURCE_DATE_EPOCH, for those that honour it."""
_STAMP = b'20260101000000'


def freeze_pdf(path: Path) -> Path:
    """Overwrites dates and file identifiers in place, byte for byte, so that no offset moves."""
    data = path.read_bytes()
    data = re.sub(rb'(/(?:CreationDate|ModDate)\s*\(D:)\d{14}', lambda m: m[1] + _STAMP, data)
    data = re.sub(rb"(/(?:CreationDate|ModDate)\s*\(D:\d{14}[+-])\d\d'\d\d'", rb"\g<1>00'00'", data)
    data = re.sub(rb'(?<=<)[0-9A-Fa-f]{32}(?=>\s*(?:<|\]))', b'0' * 32, data)
    data = re.sub(rb'(/DocChecksum\s*/)[0-9A-F]{32}', rb'\g<1>' + b'0' * 32, data)
    path.write_bytes(data)
    return path


def freeze_zip(path: Path) -> Path:
    """Rewrites a package (DOCX, XLSX) with one fixed time for all members."""
    with zipfile.ZipFile(path) as source:
        members = [(name, source.read(name)) for name in source.namelist()]
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as target:
        for name, data in members:
            target.writestr(zipfile.ZipInfo(name, (2025, 1, 2, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return path


def libreoffice(docx: Path, pdf: Path) -> Path:
    """DOCX to PDF with LibreOffice Writer. Raises CalledProcessError when it fails."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                'soffice',
                f'-env:UserInstallation=file://{profile}',
                '--headless',
                '--convert-to',
                'pdf',
                '--outdir',
                profile,
                str(docx),
            ],
            check=True,
            capture_output=True,
            timeout=180,
            env={**os.environ, 'SOURCE_DATE_EPOCH': EPOCH},
        )
        shutil.move(Path(profile, docx.stem + '.pdf'), pdf)
    return freeze_pdf(pdf)


def chromium(html: Path, pdf: Path) -> Path:
    """HTML to PDF as Chromium's print dialog does it."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                'chromium',
                '--headless',
                '--no-sandbox',
                '--disable-gpu',
                f'--user-data-dir={profile}',
                '--no-pdf-header-footer',
                f'--print-to-pdf={pdf}',
                html.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return freeze_pdf(pdf)


def weasyprint(html: Path, pdf: Path) -> Path:
    """HTML to PDF with WeasyPrint, in a process of its own: names inside the file follow from Python's hash seed."""
    subprocess.run(
        [sys.executable, '-m', 'weasyprint', '--pdf-identifier', 'sample', '--optimize-images', str(html), str(pdf)],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, 'PYTHONHASHSEED': '0', 'SOURCE_DATE_EPOCH': EPOCH},
    )
    return freeze_pdf(pdf)

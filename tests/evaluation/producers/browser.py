"""HTML printed by WeasyPrint (in this process) or by Chromium (one headless call a document)."""

from __future__ import annotations

import logging
import subprocess
import tempfile
from pathlib import Path

from tests.evaluation.draft import Draft
from tests.evaluation.producers import html


def write_weasyprint(draft: Draft, path: Path) -> None:
    import weasyprint  # imported late: it takes half a second and draws in Pango

    logging.getLogger('weasyprint').setLevel(logging.ERROR)
    logging.getLogger('fontTools').setLevel(logging.ERROR)
    weasyprint.HTML(string=html.page(draft)).write_pdf(str(path))


def write_chromium(draft: Draft, path: Path) -> None:
    """Needs the program `chromium`. Raises CalledProcessError when printing fails."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / 'page.html'
        source.write_text(html.page(draft), encoding='utf-8')
        command = [
            'chromium',
            '--headless',
            '--no-sandbox',
            '--disable-gpu',
            '--no-pdf-header-footer',
            f'--user-data-dir={folder}/profile',
            f'--print-to-pdf={path}',
            source.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)

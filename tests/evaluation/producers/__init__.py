"""The programs that write the documents. A producer that is not installed is left out, and the report says so."""

from __future__ import annotations

import shutil
from importlib.util import find_spec

_NEEDS = {
    'reportlab': ('reportlab', ''),
    'fpdf2': ('fpdf', ''),
    'weasyprint': ('weasyprint', ''),
    'chromium': ('', 'chromium'),
    'libreoffice': ('docx', 'soffice'),
    'docx': ('docx', ''),
    'openpyxl': ('openpyxl', ''),
}


def missing() -> tuple[str, ...]:
    """The producers that can't run here."""
    return tuple(
        name
        for name, (module, program) in _NEEDS.items()
        if (module and find_spec(module) is None) or (program and shutil.which(program) is None)
    )

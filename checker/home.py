"""Where CekBukti keeps its own data. Names a folder only; never makes or opens it."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The folder of the store: CEKBUKTI_HOME, else cekbukti/ in the user's data folder (XDG base directory rules)."""
    chosen = os.environ.get('CEKBUKTI_HOME')
    if chosen:
        return Path(chosen).expanduser()
    data = os.environ.get('XDG_DATA_HOME', '')
    base = Path(data) if Path(data).is_absolute() else Path.home() / '.local' / 'share'
    return base / 'cekbukti'

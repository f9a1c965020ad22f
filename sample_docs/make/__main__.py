"""Makes all samples, or those whose names start with the arguments: `python -m sample_docs.make [01 20 ...]`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from . import batch
from .decree_reportlab import register_fonts
from .expected import write_all
from .story_decrees import DECREES
from .story_kinds import KINDS
from .story_lists import LISTS
from .story_rest import REST
from .story_seals import SEALS
from .story_sheets import SHEETS
from .workshop import Workshop

PERIOD = 2025
SAMPLES = DECREES + LISTS + REST + SHEETS + KINDS + SEALS
FOLDER = Path(__file__).resolve().parent.parent


def main(wanted: tuple[str, ...]) -> None:
    register_fonts()
    drafts = Path(tempfile.gettempdir(), 'cekbukti-contoh')  # always the same: some engines write paths
    drafts.mkdir(exist_ok=True)
    shop = Workshop(drafts, FOLDER)
    for sample in SAMPLES:
        if not wanted or sample.name.startswith(wanted):
            print(sample.name, flush=True)
            sample.make(shop, FOLDER / sample.name)
    shutil.rmtree(drafts)
    write_all(SAMPLES, FOLDER, PERIOD)
    batch.write(FOLDER)


if __name__ == '__main__':
    main(tuple(sys.argv[1:]))

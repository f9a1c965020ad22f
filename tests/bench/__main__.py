"""`python -m tests.bench [--quick] [--real FOLDER] [--scans]`: makes its documents in a temporary folder, measures,
prints tables.

Times are medians of five runs (`--quick`: one run on a tenth of the documents). Exit status 1 when a bound is missed.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from pathlib import Path

from tests.bench import figures
from tests.bench.figures import Bench
from tests.bench.table import rendered


def main() -> int:
    parser = argparse.ArgumentParser(prog='python -m tests.bench')
    parser.add_argument('--quick', action='store_true', help='one run on a tenth of the documents')
    parser.add_argument('--real', type=Path, help='folder of real documents with index.json: scans beside OCRmyPDF')
    parser.add_argument('--scans', action='store_true', help='only what concerns scans')
    options = parser.parse_args()
    quick = options.quick
    with tempfile.TemporaryDirectory(prefix='cekbukti-bench-') as folder:
        bench = Bench(Path(folder), repeat=1 if quick else 5, share=10 if quick else 1, real=options.real)
        tables = figures.scan_tables(bench) if options.scans else figures.all_tables(bench)
    print(f'Python {platform.python_version()}, {platform.machine()}\n')
    print('\n\n'.join(rendered(title, rows) for title, rows in tables))
    return int(any(not figure.kept for _, rows in tables for figure in rows))


if __name__ == '__main__':
    sys.exit(main())

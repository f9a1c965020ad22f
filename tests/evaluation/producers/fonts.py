"""Where the font files are. Falls back to the fonts built into every PDF reader when a family is not installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_ROOT = Path('/usr/share/fonts/truetype')
_FILES = {
    'serif': ('liberation', 'LiberationSerif', ('Regular', 'Bold', 'Italic', 'BoldItalic'), '-'),
    'sans': ('liberation', 'LiberationSans', ('Regular', 'Bold', 'Italic', 'BoldItalic'), '-'),
    'narrow': ('liberation', 'LiberationSansNarrow', ('Regular', 'Bold', 'Italic', 'BoldItalic'), '-'),
    'carlito': ('crosextra', 'Carlito', ('Regular', 'Bold', 'Italic', 'BoldItalic'), '-'),
    'dejavu': ('dejavu', 'DejaVuSans', ('', 'Bold', 'Oblique', 'BoldOblique'), '-'),
}
CSS = {
    'serif': 'Liberation Serif, Times New Roman, serif',
    'sans': 'Liberation Sans, Arial, sans-serif',
    'narrow': 'Liberation Sans Narrow, Arial Narrow, Liberation Sans, sans-serif',
    'carlito': 'Carlito, Calibri, Liberation Sans, sans-serif',
    'dejavu': 'DejaVu Sans, sans-serif',
}
WORD = {
    'serif': 'Times New Roman',
    'sans': 'Arial',
    'narrow': 'Arial Narrow',
    'carlito': 'Calibri',
    'dejavu': 'DejaVu Sans',
}
BUILT_IN = {
    'serif': 'Times-Roman',
    'sans': 'Helvetica',
    'narrow': 'Helvetica',
    'carlito': 'Helvetica',
    'dejavu': 'Helvetica',
}


@cache
def files(family: str) -> tuple[Path, Path, Path, Path] | None:
    """Regular, bold, italic, bold italic; None when one of them is not installed."""
    folder, stem, names, dash = _FILES[family]
    paths = [_ROOT / folder / f'{stem}{dash + name if name else ""}.ttf' for name in names]
    return (paths[0], paths[1], paths[2], paths[3]) if all(path.exists() for path in paths) else None

"""Which elements of a DOCX count: the chosen alternative, the cells that show, the ground that makes white text show.

Looks only; keeps nothing and writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.reading.docx_styles import W, int_of, value_of

A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
DGM = '{http://schemas.openxmlformats.org/drawingml/2006/diagram}'
MC = '{http://schemas.openxmlformats.org/markup-compatibility/2006}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
V = '{urn:schemas-microsoft-com:vml}'
WP = '{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}'
WPS = '{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}'
MATH = '{http://schemas.openxmlformats.org/officeDocument/2006/math}'

EMU = 12700
"""English metric units in a point."""
COLUMNS = 63
"""Word's own limit of columns; a file may claim billions."""
A4 = (595.3, 841.9)

THROUGH = {W + name for name in (
    'ins', 'moveTo', 'smartTag', 'customXml', 'hyperlink', 'fldSimple', 'sdtContent', 'dir', 'bdo')}
SIGNS = {W + 'noBreakHyphen': '-', W + 'cr': '\n', W + 'ptab': '\t'}
BREAKS = {'page': '\f', 'column': '\n', 'textWrapping': '\n', None: '\n'}
_TICKS = {('wingdings', 0xFC): '✓', ('wingdings', 0xFE): '☑', ('wingdings', 0xA8): '☐', ('wingdings', 0x6F): '☐',
          ('wingdings 2', 0x50): '✓', ('wingdings 2', 0x52): '☑', ('wingdings 2', 0xA3): '☐'}
INVISIBLE = dict.fromkeys(map(ord, '\u00ad\u200b\u200c\u200d\u2060\ufeff'))
ELEMENT = '*'
"""lxml: elements only, no comments or processing instructions."""


def dark_paper(root: Any) -> bool:
    """White text may well show: a coloured page, or a picture behind the text as covers of reports have it."""
    paper = root.find(W + 'background')
    if paper is not None and paper.get(W + 'color', 'auto') not in ('auto', 'FFFFFF'):
        return True
    return any(anchor.get('behindDoc') in ('1', 'true') for anchor in root.iter(WP + 'anchor'))


def inner_of(element: Any) -> Iterator[Any]:
    """The children that count of a content control, of an inserted run, or of alternatives (the first choice)."""
    if element.tag == W + 'sdt':
        content = element.find(W + 'sdtContent')
        yield from () if content is None else (content,)
    elif element.tag == MC + 'AlternateContent':
        choice = element.find(MC + 'Choice')
        choice = element.find(MC + 'Fallback') if choice is None else choice
        yield from () if choice is None else (choice,)
    else:
        yield element


def shown_in(drawing: Any) -> Iterator[Any]:
    """All elements of a drawing, the second choices and the inside of text boxes left out."""
    for child in drawing.iterchildren(tag=ELEMENT):
        if child.tag == MC + 'AlternateContent':
            for inner in inner_of(child):
                yield from shown_in(inner)
        else:
            yield child
            if child.tag != W + 'txbxContent':
                yield from shown_in(child)


def rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table, also those in content controls and inserted ones; deleted rows are gone."""
    for child in table.iterchildren(tag=ELEMENT):
        if child.tag == W + 'tr':
            props = child.find(W + 'trPr')
            if props is None or props.find(W + 'del') is None:
                yield child
        elif child.tag == W + 'sdt' or child.tag in THROUGH:
            for inner in inner_of(child):
                yield from rows_of(inner)


def cells_of(row: Any) -> Iterator[tuple[int, Any]]:
    """The cells of a row with the column (from 1) in which each starts, counting spans."""
    props = row.find(W + 'trPr')
    column = 1 + _span(props, 'gridBefore', 0)
    for cell in _plain_cells(row):
        yield min(column, COLUMNS), cell
        column = min(column + _span(cell.find(W + 'tcPr'), 'gridSpan', 1), COLUMNS)


def _plain_cells(parent: Any) -> Iterator[Any]:
    for child in parent.iterchildren(tag=ELEMENT):
        if child.tag == W + 'tc':
            yield child
        elif child.tag == W + 'sdt' or child.tag in THROUGH:
            for inner in inner_of(child):
                yield from _plain_cells(inner)


def _span(props: Any, name: str, otherwise: int) -> int:
    value = None if props is None else int_of(value_of(props, name))
    return otherwise if value is None else min(max(value, otherwise), COLUMNS)


def merged_away(props: Any) -> bool:
    """A cell that continues the one above or beside it shows nothing of its own; nor does a deleted one."""
    merges = [props.find(W + name) for name in ('vMerge', 'hMerge')]
    continues = any(merge is not None and merge.get(W + 'val', 'continue') == 'continue' for merge in merges)
    return continues or props.find(W + 'cellDel') is not None


def is_on(props: Any, name: str) -> bool:
    child = props.find(W + name)
    return child is not None and child.get(W + 'val', '1') not in ('0', 'false', 'off')


def symbol(element: Any) -> str:
    try:
        code = int(element.get(W + 'char', ''), 16)
    except ValueError:
        return ''
    tick = _TICKS.get((element.get(W + 'font', '').lower(), code & 0xFF))
    return tick or (chr(code) if 0x20 <= code < 0xD800 else '•')


def filled(content: Any) -> bool:
    """Whether the shape around a text box is filled, so that white words in it may show."""
    for shape in content.iterancestors(WPS + 'wsp', V + 'shape', V + 'rect', V + 'roundrect'):
        if shape.tag == WPS + 'wsp':
            props = shape.find(WPS + 'spPr')
            plain = props is not None and props.find(A + 'noFill') is not None
            return not plain and (shape.find(WPS + 'style') is not None or (props is not None and any(
                props.find(A + name) is not None for name in ('solidFill', 'gradFill', 'blipFill', 'pattFill'))))
        color = shape.get('fillcolor', 'white').lower()
        return not color.startswith(('white', '#fff')) and shape.get('filled', 't') not in ('f', 'false')
    return False

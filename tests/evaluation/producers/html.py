# ruff: noqa: E501 - markup reads better on one line
"""Blocks as HTML with print styles: the source for WeasyPrint and for Chromium's print-to-PDF."""

from __future__ import annotations

import base64
from html import escape

from tests.evaluation import blocks as b
from tests.evaluation.draft import Draft
from tests.evaluation.pictures import png
from tests.evaluation.places import url
from tests.evaluation.producers import fonts


def page(draft: Draft) -> str:
    """The whole document."""
    look = draft.look
    body: list[str] = []
    landscape = look.landscape
    for block in draft.blocks:
        if isinstance(block, b.NewPage):
            landscape = block.landscape
            body.append(f'</section><section class="{"l" if landscape else "p"}">')
        else:
            body.append(_block(block, look, look.inner(landscape)))
    first = 'l' if look.landscape else 'p'
    return f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{escape(draft.title)}</title><style>{_style(look)}</style></head><body><section class="{first}">{"".join(body)}</section></body></html>'


def _style(look: b.Look) -> str:
    width, height = look.paper
    footer = escape(look.footer).replace('\n', '\\A ').replace('"', '')
    boxes = (
        f'@bottom-center{{content:"{footer}";white-space:pre-line;font-size:7pt;text-align:center}}' if footer else ''
    )
    if look.page_numbers:
        before, after = look.page_numbers.split('%d')
        boxes += f'@top-center{{content:"{before}" counter(page) "{after}";font-size:9pt}}'
    margin = f'margin:{look.margin * 0.8}pt {look.margin}pt;{boxes}'
    return (
        f'@page p{{size:{width}pt {height}pt;{margin}}}@page l{{size:{height}pt {width}pt;{margin}}}'
        f'section.p{{page:p}}section.l{{page:l}}section+section{{break-before:page}}'
        f'body{{margin:0;font-family:{fonts.CSS[look.font]};font-size:{look.size}pt;line-height:{look.leading}}}'
        'p{margin:0}a{color:inherit;text-decoration:none}table{border-collapse:collapse;table-layout:fixed}td{vertical-align:top}'
        'tr{break-inside:avoid}.m{vertical-align:middle}.s{background:#e3e7ee}.g>tbody>tr>td,.g>thead>tr>td{border:0.6pt solid #000}.w,.w a{color:#fff}'
    )


def _block(block: b.Block, look: b.Look, width: float) -> str:
    if isinstance(block, b.Para):
        style = f'text-align:{block.align};margin:{block.before}pt 0 {block.after}pt {block.indent}pt;text-indent:{-block.hanging}pt'
        return f'<p style="{style}">{"".join(_run(run) for run in block.runs) or "&nbsp;"}</p>'
    if isinstance(block, b.Gap):
        return f'<div style="height:{block.height}pt"></div>'
    if isinstance(block, b.Line):
        return f'<div style="border-top:{block.thick}pt solid #000;{"border-bottom:0.5pt solid #000;height:1.5pt;" if block.double else ""}margin:2pt 0 8pt"></div>'
    if isinstance(block, b.Picture):
        return _picture(block)
    if isinstance(block, b.Tabbed):
        return _tabbed(block, width)
    assert isinstance(block, b.Table)
    return _table(block, look)


def _run(run: b.Run) -> str:
    text = escape(run.text).replace('\n', '<br>').replace('  ', '&nbsp;&nbsp;')
    style = (
        ('font-weight:bold;' if run.bold else '')
        + ('font-style:italic;' if run.italic else '')
        + (f'font-size:{run.size}pt;' if run.size else '')
    )
    style += 'text-decoration:underline;' if run.underline else ''
    if run.mark is not None:
        text = f'<a href="{url(run.mark)}">{text}</a>'
    return f'<span{" class=w" if run.white else ""} style="{style}">{text}</span>' if style or run.white else text


def _picture(block: b.Picture) -> str:
    data = base64.b64encode(png(block.kind, block.seed)).decode()
    image = (
        f'<img src="data:image/png;base64,{data}" style="width:{block.width}pt;height:{block.height}pt;display:block">'
    )
    if block.mark is not None:
        image = f'<a href="{url(block.mark)}" style="display:block;width:{block.width}pt">{image}</a>'
    side = {'center': 'margin:0 auto', 'left': 'margin:0', 'right': 'margin-left:auto', 'justify': ''}[block.align]
    return f'<div style="width:{block.width}pt;{side}">{image}</div>'


def _tabbed(block: b.Tabbed, width: float) -> str:
    """The segments before the last one hang at the left of the paragraph, as with tab stops."""
    edges = (0.0, *block.stops, width)
    cells = ''.join(
        f'<td style="width:{edges[k + 1] - edges[k]}pt;padding:0 0 {block.after}pt;text-align:{"justify" if k == len(block.segments) - 1 else "left"}">{"".join(map(_run, segment))}</td>'
        for k, segment in enumerate(block.segments)
    )
    return f'<table style="width:{width}pt"><tr>{cells}</tr></table>'


def _table(table: b.Table, look: b.Look) -> str:
    rows: list[str] = ['' for _ in table.rows]
    for r, c, item in b.grid(table):
        width = sum(table.widths[c : c + item.colspan])
        inside = ''.join(_block(block, look, width - 2 * table.padding) for block in item.blocks)
        spans = (f' colspan={item.colspan}' if item.colspan > 1 else '') + (
            f' rowspan={item.rowspan}' if item.rowspan > 1 else ''
        )
        kind = ' '.join(name for name, on in (('m', item.middle), ('s', item.shade)) if on)
        rows[r] += f'<td{spans} class="{kind}" style="padding:{table.padding * 0.6}pt {table.padding}pt">{inside}</td>'
    columns = ''.join(f'<col style="width:{width}pt">' for width in table.widths)
    head = ''.join(f'<tr>{row}</tr>' for row in rows[: table.header])
    body = ''.join(f'<tr>{row}</tr>' for row in rows[table.header :])
    size = f'font-size:{b.table_size(table, look.table_size):.1f}pt;' if table.border or table.fine else ''
    return f'<table class="{"g" if table.border else ""}" style="width:{sum(table.widths)}pt;{size}margin-bottom:{table.after}pt"><colgroup>{columns}</colgroup><thead>{head}</thead><tbody>{body}</tbody></table>'

"""Lays a decree out as HTML with a style sheet for print; Chromium and WeasyPrint turn it into PDF."""

from __future__ import annotations

import html
from pathlib import Path

from .cast import Body
from .decree import Annex, Decree

CSS = """
@page { size: %(paper)s; margin: 1.6cm 2.2cm 1.8cm 2.7cm; }
@page wide { size: %(wide)s; margin: 1.5cm; }
* { box-sizing: border-box; }
body { margin: 0; font: %(size)spt/1.28 "%(font)s"; color: #000; }
.kop { display: flex; align-items: center; border-bottom: 3px solid #000; padding-bottom: 5px; position: relative;
margin-bottom: 17px; }
.kop::after { content: ""; position: absolute; left: 0; right: 0; bottom: -6px; border-bottom: 1px solid #000; }
.kop img { width: 1.75cm; } .kop div { flex: 1; text-align: center; }
.kop .gov { font-size: 1.2em; } .kop .name { font-size: 1.5em; font-weight: bold; } .kop .adr { font-size: .78em; }
.mid { text-align: center; font-weight: bold; break-after: avoid; } .gap { margin-top: .8em; }
table { border-collapse: collapse; width: 100%%; }
.plain tr { break-inside: avoid; }
.plain td { vertical-align: top; padding: 0 0 .35em; text-align: justify; }
.plain td.lab { width: 2.7cm; text-align: left; } .plain td.col { width: .5cm; } .plain td.let { width: .8cm; }
.sign { margin: 1.3em 0 0 8.2cm; break-inside: avoid; } .sign .room { height: 2.1cm; padding-top: .7cm; }
.sign .room.pic { padding: .1cm 0 0; } .sign .room img { height: 1.9cm; }
.nm { font-weight: bold; text-decoration: underline; } .copies { margin-top: 1.5em; font-size: .88em; }
.annex { break-before: page; } .annexhead { margin-left: 7.6cm; width: auto; font-size: .84em; }
.annexhead td { vertical-align: top; padding: 0 .15cm .1em 0; }
.grid { width: 99.8%%; }
.grid th, .grid td { border: 1px solid #000; padding: .28em .4em; vertical-align: top; font-size: .88em;
text-align: left; }
.grid th { text-align: center; vertical-align: middle; } .grid thead { display: table-header-group; }
.grid tr { break-inside: avoid; }
.num { text-align: center !important; }
"""


TTE = (
    '<div style="border:1px solid #555;display:inline-block;padding:.25em .6em;font-size:.85em">Ditandatangani secara'
    ' elektronik oleh:<br>Kepala Dinas</div>'
)
"""What an e-signed page shows; printed or merged, it is a picture of a signature and no signature object."""
TTE_FOOT = (
    '<div style="position:fixed;bottom:-1.1cm;left:0;right:0;text-align:center;font-size:.68em">Dokumen ini telah'
    ' ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh<br>Balai Besar'
    ' Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN)</div>'
)


def esc(text: str) -> str:
    return html.escape(text)


def page(
    inner: str,
    *,
    paper: str = '21.5cm 33cm',
    wide: str = '33cm 21.5cm',
    font: str = 'Liberation Sans',
    size: float = 10.5,
    title: str = 'dokumen',
    extra: str = '',
) -> str:
    """A whole HTML document for print. `extra` is more CSS."""
    css = CSS % {'paper': paper, 'wide': wide, 'font': font, 'size': size}
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{esc(title)}</title>'
        f'<style>{css}{extra}</style></head><body>{inner}</body></html>'
    )


def letterhead(body: Body, crest: Path) -> str:
    lines = ''.join(f'<div class="adr">{esc(line)}</div>' for line in body.address)
    return (
        f'<div class="kop"><img src="{crest.as_uri()}" alt=""><div><div class="gov">{esc(body.government)}</div>'
        f'<div class="name">{esc(body.name)}</div>{lines}</div></div>'
    )


def middle(*lines: str, gap: bool = False) -> str:
    return f'<div class="mid{" gap" if gap else ""}">' + '<br>'.join(esc(line) for line in lines) + '</div>'


def points(label: str, texts: tuple[str, ...], numbered: bool) -> str:
    rows = []
    for i, text in enumerate(texts):
        sign = f'{i + 1}.' if numbered else f'{chr(97 + i)}.'
        head = (esc(label), ':') if i == 0 else ('', '')
        rows.append(
            f'<tr><td class="lab">{head[0]}</td><td class="col">{head[1]}</td><td'
            f' class="let">{sign}</td><td>{esc(text)}</td></tr>'
        )
    return f'<table class="plain gap">{"".join(rows)}</table>' if rows else ''


def signer(decree: Decree) -> str:
    """Place, date, office, room for the signature, name, rank, NIP."""
    room = TTE if decree.seal == 'tte' else esc(decree.seal)
    if decree.seal.endswith('.png'):
        room = f'<img src="{Path(decree.seal).as_uri()}" alt="">'
    who = decree.signer
    tail = f'<div>{esc(who.rank)}</div><div>NIP {esc(who.nip)}</div>' if who.nip else ''
    date = esc(decree.date).replace('  ', '&nbsp; ')
    return (
        f'<div class="sign"><div>Ditetapkan di {esc(decree.body.town)}</div><div>pada tanggal {date}</div>'
        f'<div class="gap">{"<br>".join(esc(line) for line in decree.body.head)},</div>'
        f'<div class="room{" pic" if decree.seal.endswith(".png") else ""}">{room}</div>'
        f'<div class="nm">{esc(who.name)}</div>{tail}</div>'
    )


def annex_head(decree: Decree, number: str, date: str) -> str:
    """The block at the right that says whose annex this is."""
    rows = ''.join(
        f'<tr><td>{label}</td><td>:</td><td>{esc(value)}</td></tr>'
        for label, value in (
            ('LAMPIRAN', f'{decree.title} {decree.office}'),
            ('NOMOR', number),
            ('TANGGAL', date),
            ('TENTANG', ' '.join(decree.about)),
        )
    )
    return f'<table class="annexhead">{rows}</table><div class="gap"></div>'


def annex(decree: Decree, part: Annex) -> str:
    columns = ''.join(
        f'<th style="width:{share * 100:.0f}%">{esc(name)}</th>'
        for name, share in zip(part.columns, part.widths, strict=True)
    )
    rows = ''.join(
        '<tr>'
        + ''.join(f'<td{" class=num" if i == 0 else ""}>{esc(cell)}</td>' for i, cell in enumerate(row))
        + '</tr>'
        for row in part.rows
    )
    return (
        f'<div class="annex">{annex_head(decree, part.number, part.date)}{middle(*part.title, gap=True)}'
        f'<table class="grid gap"><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def decree_body(decree: Decree, crest: Path) -> str:
    dicta = ''.join(
        f'<tr><td class="lab">{esc(label)}</td><td class="col">:</td><td>{esc(text)}</td></tr>'
        for label, text in (('Menetapkan', ''), *decree.dicta)
    )
    copies = ''.join(f'<li>{"" if "bersangkutan" in line else "Yth. "}{esc(line)}</li>' for line in decree.copies)
    return ''.join(
        (
            TTE_FOOT if decree.seal == 'tte' else '',
            letterhead(decree.body, crest),
            middle(f'{decree.title} {decree.body.head[0]}', *decree.body.head[1:]),
            middle(f'NOMOR : {decree.number}'),
            middle('TENTANG', gap=True),
            middle(*decree.about, gap=True),
            middle(*decree.body.head[:-1], f'{decree.body.head[-1]},', gap=True),
            points('Menimbang', decree.considering, False),
            points('Mengingat', decree.basis, True),
            middle('M E M U T U S K A N :' if decree.spaced else 'MEMUTUSKAN :', gap=True),
            f'<table class="plain gap">{dicta}</table>',
            signer(decree),
            f'<div class="copies">Tembusan:<ol style="margin:0;padding-left:1.4em">{copies}</ol></div>'
            if copies
            else '',
            annex(decree, decree.annex) if decree.annex else '',
        )
    )


def write(
    decree: Decree,
    path: Path,
    crest: Path,
    *,
    paper: str = '21.5cm 33cm',
    font: str = 'Liberation Sans',
    size: float = 10.5,
) -> Path:
    """Writes the decree to `path` as HTML."""
    path.write_text(
        page(decree_body(decree, crest), paper=paper, font=font, size=size, title=' '.join(decree.about)), 'utf-8'
    )
    return path

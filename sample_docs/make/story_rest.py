"""The last chapter: merged and packed uploads, files that can't be opened, and look-alikes of evidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from . import decree_html, others, packages, scene, sop, web_pages
from .cast import KOMINFO, PERIKANAN
from .decree import ppid_decree
from .engines import chromium, weasyprint
from .expected import ANY, Expect, Sample, missing, unsure
from .workshop import Workshop


def _hidden(shop: Workshop, out: Path) -> None:
    """A short letter, and under it a whole decree in white."""
    decree = ppid_decree(PERIKANAN, '523/055/DISKAN/2025', '12 Februari 2025', basis=ppid_decree().basis[1:5])

    def write(path: Path) -> Path:
        body = PERIKANAN
        letter = (
            f'{decree_html.letterhead(body, shop.crest)}{decree_html.middle("SURAT KETERANGAN")}<p'
            ' style="text-align:justify">Bersama ini kami sampaikan bahwa dokumen yang diminta masih dalam proses'
            ' penandatanganan dan akan disusulkan kemudian.</p><div style="margin-left:9cm">Rawa Indah, 12 Februari'
            ' 2025<br>Sekretaris Dinas,<br><br><br><br><b>Dra. INTAN KEMALASARI</b></div>'
        )
        whole = decree_html.decree_body(replace(decree, annex=None), shop.crest)
        whole = whole.replace('class="kop"', 'class="kop" style="visibility:hidden"')
        ghost = f'<div style="color:#fff;print-color-adjust:exact">{whole}</div>'
        path.write_text(decree_html.page(letter + ghost, paper='A4', title='SK PPID'), 'utf-8')
        return path

    shop.html(write, out, chromium)


def _merged(shop: Workshop, out: Path) -> None:
    """Letter, decree with annex (an e-signed print without signature object), SOP."""
    letter = shop.docx(lambda p: others.cover_letter(p, shop.crest), shop.drafts / 'letter.pdf')
    decree = replace(ppid_decree(number='188.4/018/KOMINFO/2025', date='15 Januari 2025'), seal='tte')
    decreed = shop.web(decree, shop.drafts / 'merged-decree.pdf', weasyprint)
    procedure = shop.html(
        lambda p: sop.write_html((sop.request(KOMINFO),), p, shop.crest), shop.drafts / 'merged-sop.pdf', chromium
    )
    packages.merge((letter, decreed, procedure), out)


def _packed(shop: Workshop, out: Path) -> None:
    good = tuple(
        (f'Dinas/{name}', (shop.out / source).read_bytes())
        for name, source in (('sk-ppid.pdf', '12-sk-ppid-badan-lain.pdf'), ('dip.pdf', '21-dip-tabel-kosong.pdf'))
    )
    torn = ('Dinas/sop-terputus.pdf', (shop.out / '23-sop-permohonan-lengkap.pdf').read_bytes()[:5000])
    packages.zipped((*good, torn, *packages.NOISE), out)


def _torn(shop: Workshop, out: Path) -> None:
    packages.damaged(shop.out / '03-sk-ppid-tanpa-nomor.pdf', out)


def _locked(shop: Workshop, out: Path) -> None:
    packages.encrypted(shop.out / '08-sk-ppid-belum-ditandatangani.pdf', out)


def _scene(shop: Workshop, out: Path) -> None:
    scene.draw(out)


def _news(shop: Workshop, out: Path) -> None:
    shop.html(web_pages.news, out, chromium)


def _invitation(shop: Workshop, out: Path) -> None:
    shop.docx(lambda p: others.invitation(p, shop.crest), out)


def _regulation(shop: Workshop, out: Path) -> None:
    others.regulation(out)


def _treasury(shop: Workshop, out: Path) -> None:
    shop.web(replace(others.treasury_decree(), seal='ttd'), out, weasyprint, 'Liberation Serif', 11.5)


def _budget(shop: Workshop, out: Path) -> None:
    others.budget(out)


def _slides(shop: Workshop, out: Path) -> None:
    shop.html(web_pages.slides, out, chromium)


def _model(shop: Workshop, out: Path) -> None:
    shop.libreoffice(others.blank_model(), out, 'Carlito', 11.5)


def _kind(*kinds: str) -> tuple[Expect, ...]:
    return (Expect(kinds, (1, 0), {} if kinds == ('foto',) else {'*': ANY}),)


_SEALED = {'tanda-tangan': unsure('tte-tanpa-objek')}
_BLANK = {
    '*': ANY,
    'nomor': missing('placeholder', 'label-kosong'),
    'tanda-tangan': missing('blok-kosong', 'placeholder', 'tanpa-blok'),
}

REST = (
    Sample(
        '27-unggahan-gabungan.pdf',
        'One upload of a letter, a decree with annex and an SOP; the e-sign caption has no signature object',
        'LibreOffice, WeasyPrint, Chromium, pypdf',
        _merged,
        (
            Expect(('lain',), (1, 1), {'*': ANY}),
            Expect(('sk-ppid',), (2, 4), _SEALED, 'tte-visual'),
            Expect(('sop',), (5, 0), {'tanda-tangan': missing('blok-kosong')}, 'none'),
        ),
    ),
    Sample(
        '28-foto-kegiatan.jpg',
        'A (drawn) photo of a meeting: recognised, never an error',
        'Pillow',
        _scene,
        _kind('foto'),
    ),
    Sample(
        '29-kiriman.zip',
        'A ZIP with four noise files and one broken member',
        'zipfile',
        _packed,
        skipped=4,
        members=(('Dinas/sk-ppid.pdf', (), ''), ('Dinas/dip.pdf', (), ''), ('Dinas/sop-terputus.pdf', (), 'damaged')),
    ),
    Sample(
        '30-terputus.pdf',
        'The upload broke off: the rest of the PDF is missing',
        'Chromium, cut',
        _torn,
        error='damaged',
    ),
    Sample('31-terkunci.pdf', 'Needs a password to open', 'WeasyPrint, pypdf', _locked, error='encrypted'),
    Sample(
        '32-teks-putih.pdf',
        'A harmless letter with a whole decree in white underneath: hidden text satisfies nothing',
        'Chromium',
        _hidden,
        _kind('lain'),
    ),
    Sample(
        '33-berita-ppid.pdf', 'A news item that names all headings in running text', 'Chromium', _news, _kind('lain')
    ),
    Sample(
        '34-undangan-rapat-ppid.pdf',
        'An invitation to a PPID meeting that nobody signed',
        'python-docx, LibreOffice',
        _invitation,
        (Expect(('undangan',), (1, 0), {'tanda-tangan': missing('blok-kosong')}, 'none'),),
    ),
    Sample(
        '35-perbup-ppid.pdf',
        "A regent's regulation about PPID: articles, no appointment",
        'ReportLab',
        _regulation,
        _kind('lain'),
    ),
    Sample(
        '36-sk-ppkd.pdf',
        'A decree that appoints the treasurer: PPKD is not PPID',
        'WeasyPrint',
        _treasury,
        _kind('lain'),
    ),
    Sample(
        '37-dpa.pdf',
        'A budget sheet with a line on PPID; "DIP" stands in "DIPA"',
        'fpdf2',
        _budget,
        (Expect(('anggaran',), (1, 0)),),
    ),
    Sample(
        '38-paparan-daftar-periksa.pdf',
        'A slide deck whose checklists name every heading',
        'Chromium',
        _slides,
        _kind('lain'),
    ),
    Sample(
        '39-model-kosong.pdf',
        'A blank model with placeholders, uploaded as evidence',
        'python-docx, LibreOffice',
        _model,
        (Expect(('lain', 'sk-ppid'), (1, 0), _BLANK),),
        notes=('rancangan',),
    ),
)

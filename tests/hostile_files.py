"""Small files that try to harm, break or mislead a reader; each function returns the bytes of one."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""


def pdf(objects: Mapping[int, bytes], trailer: bytes = b'') -> bytes:
    """A PDF of raw objects, object 1 being the catalogue, with a correct cross-reference table."""
    out = io.BytesIO(b'%PDF-1.7\n')
    out.seek(0, io.SEEK_END)
    offsets = {}
    for number, body in objects.items():
        offsets[number] = out.tell()
        out.write(b'%d 0 obj\n%s\nendobj\n' % (number, body))
    start, size = out.tell(), max(objects) + 1
    out.write(b'xref\n0 %d\n0000000000 65535 f \n' % size)
    for number in range(1, size):
        out.write(b'%010d 00000 n \n' % offsets[number] if number in offsets else b'0000000000 65535 f \n')
    out.write(b'trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n' % (size, trailer, start))
    return out.getvalue()


def stream(data: bytes, entries: bytes = b'') -> bytes:
    return b'<</Length %d%s>>\nstream\n%s\nendstream' % (len(data), entries, data)


def page_pdf(content: bytes, *, entries: bytes = b'', resources: bytes = b'', more: Mapping[int, bytes] | None = None,
             box: bytes = b'0 0 595 842', trailer: bytes = b'') -> bytes:
    """One page that shows a content stream (object 4), with Helvetica as F1 (object 5)."""
    return pdf({
        1: b'<</Type/Catalog/Pages 2 0 R>>', 2: b'<</Type/Pages/Kids[3 0 R]/Count 1>>',
        3: b'<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R'
           b'/Resources<</Font<</F1 5 0 R>>%s>>>>' % (box, resources),
        4: stream(content, entries), 5: b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', **(more or {})}, trailer)


def good_pdf(text: str = 'KEPUTUSAN KEPALA DINAS') -> bytes:
    return page_pdf(b'BT /F1 12 Tf 72 700 Td (%s) Tj ET' % text.encode('ascii'))


def many_pages_pdf(claimed: int) -> bytes:
    """One page object, listed again and again by a tree that is a few levels deep: 1 kB that claim 10^n pages."""
    levels = len(str(claimed)) - 1
    objects = {1: b'<</Type/Catalog/Pages 2 0 R>>'}
    for level in range(levels):
        kids = b'%d 0 R ' % (level + 3) * 10
        objects[level + 2] = b'<</Type/Pages/Kids[%s]/Count %d>>' % (kids, 10 ** (levels - level))
    objects[levels + 2] = b'<</Type/Page/MediaBox[0 0 595 842]>>'
    return pdf(objects)


def claimed_pages_pdf(claimed: int) -> bytes:
    """One page, and a tree that says it has many."""
    return good_pdf().replace(b'/Count 1>>', b'/Count %d>>' % claimed)


def cyclic_pages_pdf() -> bytes:
    return pdf({1: b'<</Type/Catalog/Pages 2 0 R>>', 2: b'<</Type/Pages/Kids[3 0 R]/Count 2>>',
                3: b'<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 2>>'})


def self_drawing_pdf() -> bytes:
    """A form that draws itself twice."""
    form = stream(b'/X1 Do /X1 Do BT /F1 12 Tf (x) Tj ET',
                  b'/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 6 0 R>>/Font<</F1 5 0 R>>>>')
    return page_pdf(b'/X1 Do', resources=b'/XObject<</X1 6 0 R>>', more={6: form})


def doubling_forms_pdf(depth: int) -> bytes:
    """Forms that each draw the next one ten times: 10^depth pieces of text out of a few kilobytes."""
    more = {}
    for i in range(depth):
        entries = b'/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>/Font<</F1 5 0 R>>>>'
        more[6 + i] = stream(b'/X Do ' * 10, entries % (7 + i))
    more[6 + depth] = stream(b'BT /F1 12 Tf 72 700 Td (KEPUTUSAN) Tj ET',
                             b'/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>')
    return page_pdf(b'/X Do', resources=b'/XObject<</X 6 0 R>>', more=more)


def blanks(size: int) -> bytes:
    """`size` bytes (whole megabytes) of spaces, deflated; blocks are alike, so one is enough."""
    pack = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = pack.compress(b' ' * (1 << 20)) + pack.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(size >> 20):
        check = zlib.adler32(b' ' * (1 << 20), check)
    return b'\x78\xda' + block * (size >> 20) + pack.flush() + struct.pack('>L', check)


def flate_bomb_pdf(times: int = 3, size: int = 1 << 30) -> bytes:
    """A content stream of blanks, deflated `times` times."""
    data = blanks(size)
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return page_pdf(data, entries=b'/Filter[' + b'/FlateDecode' * times + b']')


def nested_arrays_pdf(depth: int = 200_000) -> bytes:
    return pdf({1: b'<</Type/Catalog/Pages 2 0 R/Names %s%s>>' % (b'[' * depth, b']' * depth),
                2: b'<</Type/Pages/Kids[%s%s]/Count 1>>' % (b'[' * depth, b']' * depth)})


def huge_page_pdf() -> bytes:
    """A page of 14,400 points a side with a picture, so that somebody wants to see it."""
    picture = stream(b'\0', b'/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray')
    return page_pdf(b'q 14400 0 0 14400 0 0 cm /I Do Q', resources=b'/XObject<</I 6 0 R>>', more={6: picture},
                    box=b'0 0 14400 14400')


def encrypted_pdf() -> bytes:
    """Locked by a password: the standard handler with keys that no empty password opens."""
    key = b'<' + b'5a' * 32 + b'>'
    more = {6: b'<</Filter/Standard/V 1/R 2/O%s/U%s/P -4>>' % (key, key)}
    return page_pdf(b'', more=more, trailer=b'/Encrypt 6 0 R/ID[<00><00>]')


def docx(document: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A DOCX package with the given main part."""
    package = {'[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': document}
    return zipped({**package, **(parts or {})})


def body(inside: str, before: str = '') -> str:
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t>{text}</w:t></w:r></w:p>'


def good_docx() -> bytes:
    return docx(body(paragraph('KEPUTUSAN KEPALA DINAS')))


def external_entity_docx(target: str = 'file:///etc/passwd') -> bytes:
    return docx(body(paragraph('&x;'), f'<!DOCTYPE w [<!ENTITY x SYSTEM "{target}">]>'))


def doctype_docx() -> bytes:
    return docx(body(paragraph('KEPUTUSAN'), '<!DOCTYPE w>'))


def laughs_docx() -> bytes:
    entities = ''.join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return docx(body(paragraph('&l9;'), f'<!DOCTYPE w [<!ENTITY l0 "ha">{entities}]>'))


def wide_cell_docx(span: int = 2_000_000_000) -> bytes:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph("KEPUTUSAN")}</w:tc>'
    return docx(body(f'<w:tbl><w:tr>{cell}</w:tr></w:tbl>'))


def deep_docx(depth: int = 20_000) -> bytes:
    start = '<w:tbl><w:tr><w:tc>'
    return docx(body(start * depth + paragraph('x') + '</w:tc></w:tr></w:tbl>' * depth))


def swollen_docx(size: int = 1 << 30) -> bytes:
    """A main part with a gigabyte of spaces in a package of a megabyte; its checksum is wrong."""
    part = body('').encode()
    return raw_zip([(b'[Content_Types].xml', TYPES.encode()), (b'_rels/.rels', RELATIONS.encode()),
                    (b'word/document.xml', part)], packed={b'word/document.xml': (blanks(size)[2:-4], size)})


def xlsx(sheets: Sequence[str], parts: Mapping[str, str | bytes] | None = None, states: Sequence[str] = (),
         settings: str = '') -> bytes:
    """An XLSX package: `sheets` are the worksheets' insides, named Sheet1, Sheet2 ...; `states`: 'hidden' and so on."""
    listed = ''.join(f'<sheet name="Sheet{n}" sheetId="{n}" r:id="r{n}"{state}/>' for n, state in enumerate(
        (f' state="{states[i]}"' if i < len(states) and states[i] else '' for i in range(len(sheets))), 1))
    links = ''.join(f'<Relationship Id="r{n}" Target="worksheets/sheet{n}.xml" Type="{LINK}/worksheet"/>'
                    for n in range(1, len(sheets) + 1))
    more = {'sharedStrings': 'sharedStrings.xml', 'styles': 'styles.xml'}
    links += ''.join(f'<Relationship Id="{kind}" Target="{target}" Type="{LINK}/{kind}"/>'
                     for kind, target in more.items() if f'xl/{target}' in (parts or {}))
    book = f'<workbook xmlns="{SHEET}" xmlns:r="{LINK}">{settings}<sheets>{listed}</sheets></workbook>'
    package: dict[str, str | bytes] = {
        '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS.replace('word/document', 'xl/workbook'),
        'xl/workbook.xml': book,
        'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'}
    for n, inside in enumerate(sheets, 1):
        package[f'xl/worksheets/sheet{n}.xml'] = worksheet(inside)
    return zipped({**package, **(parts or {})})


def worksheet(inside: str, before: str = '') -> str:
    return f'<?xml version="1.0"?>{before}<worksheet xmlns="{SHEET}" xmlns:r="{LINK}">{inside}</worksheet>'


def cells(texts: Mapping[str, str]) -> str:
    """Sheet data with a row for each cell: reference -> words."""
    rows = (f'<row><c r="{at}" t="inlineStr"><is><t>{text}</t></is></c></row>' for at, text in texts.items())
    return f'<sheetData>{"".join(rows)}</sheetData>'


def doctype_xlsx(entity: str = '<!ENTITY x SYSTEM "file:///etc/passwd">') -> bytes:
    sheet = worksheet(cells({'A1': '&x;'}), f'<!DOCTYPE w [{entity}]>')
    return xlsx([''], {'xl/worksheets/sheet1.xml': sheet})


def laughing_strings_xlsx() -> bytes:
    entities = '<!ENTITY l0 "ha">' + ''.join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    table = f'<!DOCTYPE s [{entities}]><sst xmlns="{SHEET}"><si><t>&l9;</t></si></sst>'
    return xlsx([''], {'xl/sharedStrings.xml': table})


def one_long_string_xlsx(times: int = 2_000) -> bytes:
    """One shared string of the longest size, used by many cells: megabytes of words out of a few kilobytes."""
    used = ''.join(f'<row><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, times + 1))
    table = f'<sst xmlns="{SHEET}"><si><t>{"kata " * 6_500}</t></si></sst>'
    return xlsx([f'<sheetData>{used}</sheetData>'], {'xl/sharedStrings.xml': table})


def swollen_xlsx(size: int = 3 << 29) -> bytes:
    """A worksheet with a gigabyte and a half of spaces in a package of a few megabytes; its checksum is wrong."""
    with zipfile.ZipFile(io.BytesIO(xlsx(['']))) as archive:
        members = [(name.encode(), archive.read(name)) for name in archive.namelist()]
    return raw_zip(members, packed={b'xl/worksheets/sheet1.xml': (blanks(size)[2:-4], size)})


def empty_rows_xlsx(rows: int, columns: int = 16) -> bytes:
    """Formatted cells that hold nothing, as far as a program's cursor ever went, and one word in the first."""
    letters = [chr(65 + i) for i in range(columns)]
    data = ''.join(f'<row r="{n}" spans="1:{columns}" s="1" customFormat="1">'
                   + ''.join(f'<c r="{letter}{n}" s="1"/>' for letter in letters) + '</row>'
                   for n in range(2, rows + 1))
    word = '<row r="1"><c r="A1" t="inlineStr"><is><t>KEPUTUSAN</t></is></c></row>'
    return xlsx([f'<dimension ref="A1:XFD1048576"/><sheetData>{word}{data}</sheetData>'])


def far_cell_xlsx() -> bytes:
    """Two words, as far from each other as a sheet is large."""
    return xlsx([cells({'A1': 'KEPUTUSAN', 'XFD1048576': 'PPID'})])


def merged_xlsx(times: int = 30_000) -> bytes:
    """Merges that overlap each other over the whole sheet."""
    merges = '<mergeCell ref="A1:XFD1048576"/>' * times
    return xlsx([cells({f'A{n}': 'x' for n in range(1, 2_000)}) + f'<mergeCells>{merges}</mergeCells>'])


def png(width: int, height: int, rows: int | None = None) -> bytes:
    """A black PNG of 1 bit a pixel; `rows`: how many rows of data there really are."""
    line = b'\0' * (1 + (width + 7) // 8)
    packed = zlib.compressobj(9)
    data = b''.join([*(packed.compress(line) for _ in range(height if rows is None else rows)), packed.flush()])
    header = struct.pack('>2L5B', width, height, 1, 0, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + _chunk(b'IHDR', header) + _chunk(b'IDAT', data) + _chunk(b'IEND', b'')


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack('>L', len(data)) + kind + data + struct.pack('>L', zlib.crc32(kind + data))


def zipped(members: Mapping[str, bytes | str], comment: bytes = b'', level: int = 6) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.comment = comment
    return out.getvalue()


def raw_zip(members: Sequence[tuple[bytes, bytes]], *, flags: int = 0, method: int = 8, system: int = 0, mode: int = 0,
            crc: int | None = None, extra: bytes = b'', same_start: bool = False,
            packed: Mapping[bytes, tuple[bytes, int]] | None = None) -> bytes:
    """A ZIP whose headers say exactly what is asked for; (name, data) for each member.

    `packed`: deflated data and the size to claim, for members that are too large to be written out.
    """
    out, directory, starts = b'', b'', []
    for name, data in members:
        short, size = (packed or {}).get(name, (zlib.compress(data, 9)[2:-4] if method == 8 else data, len(data)))
        fields = (flags, method, 0, 0x21, zlib.crc32(data) if crc is None else crc, len(short), size, len(name))
        starts.append(0 if same_start else len(out))
        out += struct.pack('<4sH4H3L2H', b'PK\3\4', 20, *fields, 0) + name + short
        directory += struct.pack('<4sBBH4H3L5H2L', b'PK\1\2', 20, system, 20, *fields, len(extra), 0, 0, 0,
                                 mode << 16, starts[-1]) + name + extra
    count = len(members)
    return out + directory + struct.pack('<4s4H2LH', b'PK\5\6', 0, 0, count, count, len(directory), len(out), 0)


def hidden_zip() -> bytes:
    """An archive whose comment is an end record of its own that says: nothing in here."""
    return zipped({'sk.pdf': good_pdf()}, comment=b'PK\5\6' + bytes(18))


def ole(*names: str) -> bytes:
    """A compound file that lists streams of the given names and holds nothing."""
    entries = b''.join(_ole_entry(name) for name in ('Root Entry', *names))
    header = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(16) + struct.pack('<5H', 0x3E, 3, 0xFFFE, 9, 6)
    return header.ljust(512, b'\0') + bytes(512) + entries.ljust(512, b'\0')


def _ole_entry(name: str) -> bytes:
    return name.encode('utf-16-le').ljust(64, b'\0') + struct.pack('<H', 2 * len(name) + 2).ljust(64, b'\0')


WEB_PAGE = b'\xef\xbb\xbf\n<!-- tersimpan -->\n<!DOCTYPE html><html><head><title>SK PPID</title></head></html>'

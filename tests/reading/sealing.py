"""Invented officials who sign PDFs, and what people (or forgers) do to a signed file afterwards."""

from __future__ import annotations

import asyncio
import datetime
import io
import re
from functools import cache
from hashlib import sha256
from typing import Any

import pypdf
from asn1crypto import crl as asn1_crl
from asn1crypto import keys
from asn1crypto import ocsp as asn1_ocsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509 import ocsp as x509_ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from fpdf import FPDF
from pyhanko.pdf_utils import generic as pyhanko_generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, fields, signers
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
DAY = datetime.timedelta(days=1)
BOX = (300, 100, 500, 150)
DER, PEM = serialization.Encoding.DER, serialization.Encoding.PEM

generic: Any = pyhanko_generic
"""pyHanko leaves its objects untyped."""
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Certified = tuple[x509.Certificate, Key]


@cache
def key(sort: str, name: str) -> Key:
    """One key for each name, made once a run."""
    if sort == 'rsa':
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return ec.generate_private_key(ec.SECP256R1())


@cache
def certified(name: str, issuer: str = '', sort: str = 'ec', *, days: tuple[int, int] = (-1, 1), use: str = 'sign',
              root: bool = False) -> Certified:
    """A certificate of `issuer` (default: of its own making), valid for these days from now."""
    own = key(sort, name)
    signing = key('ec', issuer) if issuer else own
    stamping = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    usage = x509.KeyUsage(not root, not root, False, False, False, root, root, False, False)
    made = (
        x509.CertificateBuilder().subject_name(_named(name)).issuer_name(_named(issuer or name))
        .public_key(own.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(NOW + days[0] * DAY).not_valid_after(NOW + days[1] * DAY).add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(root, None), critical=True)
    )
    made = made.add_extension(stamping, critical=True) if use == 'stamp' else made
    return made.sign(signing, hashes.SHA256()), own


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, 'ID'), x509.NameAttribute(NameOID.COMMON_NAME, name)])


def plain(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(DER))


def private(of: Key) -> keys.PrivateKeyInfo:
    data = of.private_bytes(DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return keys.PrivateKeyInfo.load(data)


def signer(who: Certified, *chain: Certified, **options: Any) -> signers.SimpleSigner:
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko leaves it so
    store.register_multiple([plain(each[0]) for each in chain])
    return signers.SimpleSigner(signing_cert=plain(who[0]), signing_key=private(who[1]), cert_registry=store, **options)


def official(name: str = "Contoh Pejabat", **options: Any) -> signers.SimpleSigner:
    return signer(certified(name, **options))


def document(pages: int = 2) -> bytes:
    pdf = FPDF()
    pdf.set_font('Helvetica', size=12)
    for n in range(pages):
        pdf.add_page()
        pdf.multi_cell(0, 8, f"Halaman {n + 1}. Keputusan ini mulai berlaku pada tanggal ditetapkan. " * 4)
    return bytes(pdf.output())


def signed(source: bytes, by: signers.Signer, field: str = 'Ttd1', box: tuple[int, int, int, int] | None = BOX,
           stamper: Any = None, **metadata: Any) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(source), strict=False)
    spec = fields.SigFieldSpec(field, on_page=0, box=box) if box else None
    out = io.BytesIO()
    meta = PdfSignatureMetadata(field_name=field, **metadata)
    PdfSigner(meta, by, timestamper=stamper, new_field_spec=spec).sign_pdf(writer, output=out)
    return out.getvalue()


def with_field(data: bytes, name: str) -> bytes:
    """An empty field for a signature, as forms have it."""
    update = Update(data)
    with update as writer:
        fields.append_signature_field(writer, fields.SigFieldSpec(name, on_page=0, box=BOX))
    return update.data


def stamped(data: bytes, stamper: Any) -> bytes:
    """With a time stamp over the whole file (ETSI EN 319 142-1, DocTimeStamp)."""
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    PdfTimeStamper(stamper).timestamp_pdf(writer, 'sha256', output=out)
    return out.getvalue()


class Update:
    """An incremental update: `with Update(data) as update` changes it, `update.data` is the file with it."""

    def __init__(self, data: bytes) -> None:
        self.writer: Any = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
        self.data = b''

    def __enter__(self) -> Any:
        return self.writer

    def __exit__(self, *_error: object) -> None:
        out = io.BytesIO()
        self.writer.write(out)
        self.data = out.getvalue()


def page(writer: Any, n: int = 0) -> Any:
    return writer.root['/Pages']['/Kids'][n]


def text_changed(data: bytes) -> bytes:
    update = Update(data)
    with update as writer:
        first = page(writer)
        stream = generic.StreamObject(stream_data=b'BT /F1 12 Tf 72 700 Td (Pejabat lain) Tj ET')
        first['/Contents'] = writer.add_object(stream)
        writer.update_container(first)
    return update.data


def stream_overwritten(data: bytes) -> bytes:
    """The page keeps its content stream's number; the stream says something else."""
    update = Update(data)
    with update as writer:
        stream = page(writer)['/Contents']
        stream._data, stream._encoded_data = b'BT (Ganti) Tj ET', None
        writer.update_container(stream)
    return update.data


def content_freed(data: bytes) -> bytes:
    """A page's content stream is replaced by nothing."""
    update = Update(data)
    with update as writer:
        first = page(writer)
        del first['/Contents']
        writer.update_container(first)
    return update.data


def page_added(data: bytes) -> bytes:
    update = Update(data)
    with update as writer:
        writer.insert_page(_blank(writer))
    return update.data


def _blank(writer: Any) -> Any:
    box = generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842)))
    stream = generic.StreamObject(stream_data=b'BT ET')
    return generic.DictionaryObject({
        generic.pdf_name('/Type'): generic.pdf_name('/Page'), generic.pdf_name('/MediaBox'): box,
        generic.pdf_name('/Contents'): writer.add_object(stream)})


def page_removed(data: bytes) -> bytes:
    update = Update(data)
    with update as writer:
        tree = writer.root['/Pages']
        del tree['/Kids'][1]
        tree['/Count'] = generic.NumberObject(1)
        writer.update_container(tree)
    return update.data


def pages_swapped(data: bytes) -> bytes:
    update = Update(data)
    with update as writer:
        kids = writer.root['/Pages']['/Kids']
        list.reverse(kids)
        writer.update_container(writer.root['/Pages'])
    return update.data


def note_added(data: bytes) -> bytes:
    """A free text annotation over the page, as PDF editors make it."""
    update = Update(data)
    with update as writer:
        first = page(writer)
        box = generic.ArrayObject(map(generic.NumberObject, (72, 600, 300, 640)))
        note = writer.add_object(generic.DictionaryObject({
            generic.pdf_name('/Type'): generic.pdf_name('/Annot'), generic.pdf_name('/Rect'): box,
            generic.pdf_name('/Subtype'): generic.pdf_name('/FreeText'),
            generic.pdf_name('/Contents'): generic.pdf_string('Nomor 99')}))
        first['/Annots'].append(note)
        writer.update_container(first['/Annots'])
    return update.data


def seal_removed(data: bytes) -> bytes:
    """The first signature's field is taken off the page and out of the form."""
    update = Update(data)
    with update as writer:
        first = page(writer)
        for holder, entry in ((first, '/Annots'), (writer.root['/AcroForm'], '/Fields')):
            del holder[entry][0]
            writer.update_container(holder[entry])
    return update.data


LAYERED = b"""/OC /Lapis BDC BT /F1 12 Tf 72 500 Td (Ditolak) Tj ET EMC"""


def with_layer(data: bytes) -> bytes:
    """A page with a layer that is off: what a forger prepares before somebody signs."""
    update = Update(data)
    with update as writer:
        group = writer.add_object(generic.DictionaryObject({
            generic.pdf_name('/Type'): generic.pdf_name('/OCG'), generic.pdf_name('/Name'): generic.pdf_string('L')}))
        off = generic.ArrayObject([group])
        writer.root['/OCProperties'] = generic.DictionaryObject({
            generic.pdf_name('/OCGs'): generic.ArrayObject([group]),
            generic.pdf_name('/D'): generic.DictionaryObject({generic.pdf_name('/OFF'): off})})
        writer.update_root()
        first = page(writer)
        stream = generic.StreamObject(stream_data=LAYERED)
        first['/Contents'] = generic.ArrayObject([first.raw_get('/Contents'), writer.add_object(stream)])
        writer.update_container(first)
    return update.data


def layer_shown(data: bytes) -> bytes:
    """The forger's second step: the layer is switched on."""
    update = Update(data)
    with update as writer:
        writer.root['/OCProperties']['/D'] = generic.DictionaryObject({
            generic.pdf_name('/OFF'): generic.ArrayObject()})
        writer.update_root()
    return update.data


def with_form(data: bytes) -> bytes:
    """A text field that can be filled in."""
    update = Update(data)
    with update as writer:
        first = page(writer)
        box = generic.ArrayObject(map(generic.NumberObject, (72, 200, 200, 220)))
        field = writer.add_object(generic.DictionaryObject({
            generic.pdf_name('/Type'): generic.pdf_name('/Annot'), generic.pdf_name('/Rect'): box,
            generic.pdf_name('/Subtype'): generic.pdf_name('/Widget'), generic.pdf_name('/FT'): generic.pdf_name('/Tx'),
            generic.pdf_name('/T'): generic.pdf_string('nomor'), generic.pdf_name('/V'): generic.pdf_string('1')}))
        first['/Annots'] = generic.ArrayObject([field])
        writer.update_container(first)
        writer.root['/AcroForm'] = generic.DictionaryObject(
            {generic.pdf_name('/Fields'): generic.ArrayObject([field])})
        writer.update_root()
    return update.data


def form_filled(data: bytes) -> bytes:
    update = Update(data)
    with update as writer:
        field = page(writer)['/Annots'][0]
        field['/V'] = generic.pdf_string('188.4/77')
        writer.update_container(field)
    return update.data


def byte_range(data: bytes) -> tuple[int, int, int, int]:
    found = re.findall(rb'/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]', data)[-1]
    a, b, c, d = map(int, found)
    return a, b, c, d


def with_range(data: bytes, numbers: tuple[int, int, int, int]) -> bytes:
    """The last signature's byte range rewritten in place; the digest is then wrong, unless made anew."""
    start = data.rindex(b'/ByteRange')
    end = data.index(b']', start) + 1
    entry = b'/ByteRange [' + b' '.join(b'%d' % number for number in numbers)
    return data[:start] + entry.ljust(end - start - 1) + b']' + data[end:]


def resealed(data: bytes, numbers: tuple[int, int, int, int], by: signers.SimpleSigner) -> bytes:
    """A forger with a key of his own makes a valid signature over a byte range of his choice."""
    _a, b, c, _d = byte_range(data)
    data = with_range(data, numbers)
    a2, b2, c2, d2 = numbers
    digest = sha256(data[a2:a2 + b2] + data[c2:c2 + d2]).digest()
    value = asyncio.run(by.async_sign(digest, 'sha256')).dump()
    room = c - b - 2
    return data[:b] + b'<' + bytes(value).hex().encode().ljust(room, b'0') + b'>' + data[c:]


def transplanted(victim: bytes, donor: bytes) -> bytes:
    """The signature value of one signed file in the place of another's."""
    _a, b, c, _d = byte_range(victim)
    _a, from_, to, _d = byte_range(donor)
    return victim[:b] + donor[from_:to][:c - b].ljust(c - b, b'0') + victim[c:]


def reprinted(data: bytes) -> bytes:
    """Written anew by another program: all bytes move."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def revocation(who: x509.Certificate, root: Certified, carrier: str, moment: datetime.datetime) -> Any:
    """A list or an answer of `root` that calls `who` revoked since `moment`."""
    if carrier == 'crl':
        entry = x509.RevokedCertificateBuilder().serial_number(who.serial_number).revocation_date(moment).build()
        made = (x509.CertificateRevocationListBuilder().issuer_name(root[0].subject).last_update(NOW)
                .next_update(NOW + DAY).add_revoked_certificate(entry).sign(root[1], hashes.SHA256()))
        return asn1_crl.CertificateList.load(made.public_bytes(DER))
    answer = x509_ocsp.OCSPResponseBuilder().add_response(
        who, root[0], hashes.SHA1(), x509_ocsp.OCSPCertStatus.REVOKED, NOW, NOW + DAY, moment, None,
    ).responder_id(x509_ocsp.OCSPResponderEncoding.NAME, root[0]).sign(root[1], hashes.SHA256())
    return asn1_ocsp.OCSPResponse.load(answer.public_bytes(DER))


def supply(file: io.BytesIO, carrier: str, evidence: Any) -> None:
    """Put it into the file's own store (ISO 32000-2, 12.8.4.3)."""
    supplied: dict[str, Any] = {f'{carrier}s': [evidence]}
    DocumentSecurityStore.add_dss(file, None, **supplied)

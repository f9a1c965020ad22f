import datetime
import io
from pathlib import Path

import pypdf
import pytest
from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import NumberObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from checker.reading import pdf
from checker.reading.signatures import validate
from tests.reading.test_pdf import made, prose


@pytest.fixture(scope='module')
def signer() -> signers.SimpleSigner:
    """An invented official with a certificate of its own making."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Contoh Pejabat")])
    now = datetime.datetime.now(datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(usage, critical=True).sign(key, hashes.SHA256())
    )
    der, plain = serialization.Encoding.DER, serialization.NoEncryption()
    private = key.private_bytes(der, serialization.PrivateFormat.PKCS8, plain)
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(der)),
        signing_key=keys.PrivateKeyInfo.load(private), cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # pyHanko leaves it so
    )


def signed(source: bytes, signer: signers.SimpleSigner, field: str = 'Ttd1',
           box: tuple[int, int, int, int] = (300, 100, 500, 150)) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(source))
    spec = fields.SigFieldSpec(field, on_page=0, box=box)
    out = io.BytesIO()
    PdfSigner(PdfSignatureMetadata(field_name=field), signer, new_field_spec=spec).sign_pdf(writer, output=out)
    return out.getvalue()


@pytest.fixture(scope='module')
def once(signer: signers.SimpleSigner, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return signed(made(tmp_path_factory.mktemp('plain') / 'a.pdf', prose).read_bytes(), signer)


def kept(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / 'signed.pdf'
    path.write_bytes(data)
    return path


def test_an_intact_signature_names_signer_time_and_place(tmp_path: Path, once: bytes) -> None:
    found, = validate(kept(tmp_path, once))
    assert (found.field, found.intact, found.coverage, found.changed) == ('Ttd1', True, 'file', False)
    assert (found.signer, found.issuer, found.trust) == ('Contoh Pejabat', 'Contoh Pejabat', 'belum-diverifikasi')
    assert (found.page, found.box) == (1, (300, 750, 500, 800))
    assert found.time and datetime.datetime.fromisoformat(found.time).tzinfo


def test_a_chain_that_ends_in_an_anchor_is_trusted(tmp_path: Path, once: bytes, signer: signers.SimpleSigner) -> None:
    found, = validate(kept(tmp_path, once), anchors=[signer.signing_cert])
    assert found.trust == 'tepercaya'


def test_a_changed_byte_breaks_the_signature(tmp_path: Path, once: bytes) -> None:
    at = once.index(b'/Producer') + 12
    found, = validate(kept(tmp_path, once[:at] + bytes([once[at] ^ 1]) + once[at + 1:]))
    assert not found.intact


def test_a_page_changed_afterwards_is_intact_but_changed(tmp_path: Path, once: bytes) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(once))
    page = writer.root['/Pages']['/Kids'][0]
    page['/MediaBox'][3] = NumberObject(500)  # type: ignore[no-untyped-call]  # as above
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # as above
    found, = validate(kept(tmp_path, out.getvalue()))
    assert (found.intact, found.coverage, found.changed) == (True, 'revision', True)


def test_a_second_signature_is_no_change(tmp_path: Path, once: bytes, signer: signers.SimpleSigner) -> None:
    both = validate(kept(tmp_path, signed(once, signer, 'Ttd2', (50, 100, 250, 150))))
    assert [(each.field, each.intact, each.coverage, each.changed) for each in both] == [
        ('Ttd1', True, 'revision', False), ('Ttd2', True, 'file', False)]


def test_an_invisible_signature_has_no_place(tmp_path: Path, signer: signers.SimpleSigner) -> None:
    data = signed(made(tmp_path / 'a.pdf', prose).read_bytes(), signer, box=(0, 0, 0, 0))
    found, = validate(kept(tmp_path, data))
    assert found.intact and (found.page, found.box) == (None, None)


def test_bytes_before_the_header_do_not_break_it(tmp_path: Path, once: bytes) -> None:
    found, = validate(kept(tmp_path, b'\n' + once))
    assert found.intact


def test_garbage_and_truncation_never_raise(tmp_path: Path, once: bytes) -> None:
    assert validate(kept(tmp_path, b'%PDF-1.4 /ByteRange [0 1 2 3] garbage'))[0].intact is False
    assert all(not each.intact for each in validate(kept(tmp_path, once[:-700])))
    blank = once.replace(b'/Type /Sig', b'/Type /Sog').replace(b'/SubFilter', b'/SubFolter')
    assert all(not each.intact for each in validate(kept(tmp_path, blank)))


def test_an_unsigned_file_has_none(tmp_path: Path) -> None:
    assert validate(made(tmp_path / 'a.pdf', prose)) == ()


def test_reading_a_signed_file_brings_its_signatures_and_widget(tmp_path: Path, once: bytes) -> None:
    document = pdf.read_fast(kept(tmp_path, once))
    assert [each.field for each in document.signatures] == ['Ttd1']
    assert [mark.box for mark in document.pages[0].marks if mark.kind == 'widget'] == [(300, 750, 500, 800)]


def test_rewriting_a_signed_file_breaks_it(tmp_path: Path, once: bytes) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(once))
    writer.write(tmp_path / 'b.pdf')
    assert all(not each.intact for each in validate(tmp_path / 'b.pdf'))

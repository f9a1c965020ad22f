"""Every way of touching a signed file is told, and what is sound is never called broken."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import fields
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import DocumentSecurityStore

from checker.model import DigitalSignature
from checker.reading.signatures import validate_bytes
from tests.reading import sealing
from tests.reading.sealing import certified, document, official, plain, private, signed, signer

PADES = fields.SigSeedSubFilter.PADES


@pytest.fixture(scope='module')
def once() -> bytes:
    return signed(document(), official())


def only(data: bytes, *anchors: object) -> DigitalSignature:
    found, = validate_bytes(data, anchors)
    return found


def told(signature: DigitalSignature) -> list[tuple[str, int | None]]:
    return [(change.kind, change.page) for change in signature.changes]


@pytest.mark.parametrize(('change', 'what'), [
    (sealing.text_changed, ('isi-halaman', 1)),
    (sealing.stream_overwritten, ('isi-halaman', 1)),
    (sealing.content_freed, ('isi-halaman', 1)),
    (sealing.page_added, ('halaman-ditambah', 3)),
    (sealing.page_removed, ('halaman-dihapus', 2)),
    (sealing.pages_swapped, ('urutan-halaman', None)),
    (sealing.note_added, ('catatan', 1)),
])
def test_what_was_changed_after_signing_is_told(
    once: bytes, change: Callable[[bytes], bytes], what: tuple[str, int | None],
) -> None:
    found = only(change(once))
    assert (found.intact, found.changed, found.coverage) == (True, True, 'revision')
    assert told(found) == [what]


def test_a_layer_switched_on_after_signing_is_told() -> None:
    prepared = signed(sealing.with_layer(document()), official())
    assert not only(prepared).changed
    assert ('lapisan', None) in told(only(sealing.layer_shown(prepared)))


def test_a_form_filled_in_after_signing_is_told() -> None:
    form = signed(sealing.with_form(document()), official())
    assert not only(form).changed
    assert told(only(sealing.form_filled(form))) == [('isian', 1)]


def test_a_further_signature_does_not_hide_a_form_filled_in_between() -> None:
    form = sealing.form_filled(signed(sealing.with_form(document()), official()))
    first, second = validate_bytes(signed(form, official("Pejabat Kedua"), 'Ttd2', (50, 100, 250, 150)))
    assert told(first) == [('isian', 1)]
    assert not second.changed


def test_a_signature_taken_away_is_told_by_the_one_that_is_left(once: bytes) -> None:
    both = signed(once, official("Pejabat Kedua"), 'Ttd2', (50, 100, 250, 150))
    left, = validate_bytes(sealing.seal_removed(both))
    assert (left.field, left.intact, told(left)) == ('Ttd2', True, [('tanda-tangan-dihapus', 1)])


def test_a_flipped_byte_anywhere_breaks_it(once: bytes) -> None:
    _zero, first, second, length = sealing.byte_range(once)
    for at in (100, first // 2, first - 200, second + 30, second + length - 30):
        broken = once[:at] + bytes([once[at] ^ 1]) + once[at + 1:]
        assert all(not each.intact for each in validate_bytes(broken))


@pytest.mark.parametrize('numbers', [
    lambda a, b, c, d: (a, b, c + 40, d - 40),  # a gap behind the value
    lambda a, b, c, d: (a, b - 60, c, d),  # a gap before it
    lambda a, b, c, d: (a, b, c - 100, d),  # an overlap
    lambda a, b, c, d: (a, b, c, d - 200),  # the end left out
    lambda a, b, c, d: (10, b - 10, c, d),  # the start left out
    lambda a, b, c, d: (a, 50, 60, 40),  # elsewhere
])
def test_a_byte_range_rewritten_breaks_it_and_made_anew_leaves_something_out(
    once: bytes, numbers: Callable[..., tuple[int, int, int, int]],
) -> None:
    changed = numbers(*sealing.byte_range(once))
    assert not only(sealing.with_range(once, changed)).intact
    forged = only(sealing.resealed(once, changed, official()))
    assert not forged.intact or (forged.coverage, forged.changed) == ('partial', True)


def test_bytes_behind_the_end_are_not_covered(once: bytes) -> None:
    found = only(once + b'\n% sesuatu\n')
    assert (found.intact, found.coverage, found.changed) == (True, 'revision', False)


BARE = b'\n%d 0 obj\n<</Length 40>>\nstream\nBT /F1 24 Tf 72 500 Td (Pejabat lain) Tj ET\nendstream\nendobj\n'


@pytest.mark.parametrize('tail', [b'', b'startxref\n%d\n%%%%EOF\n', b'startxref\n0\n%%%%EOF\n', b'%%' + b'x' * 6000])
def test_objects_behind_the_end_that_no_table_names_are_told(once: bytes, tail: bytes) -> None:
    tail = tail % int(once.split(b'startxref')[-1].split()[0]) if b'%d' in tail else tail.replace(b'%%', b'%')
    data = signed(once, official("Pejabat Kedua"), 'Ttd2', (50, 100, 250, 150))
    for file in (once, data):
        for found in validate_bytes(file + BARE.replace(b'%d', b'4') + tail):
            assert not found.intact or (found.coverage, found.changed) == ('partial', True)


def test_bytes_that_are_no_objects_behind_the_end_are_no_change(once: bytes) -> None:
    for tail in (b'\r\n\r\n', b'\n<!-- dikirim oleh server -->\n', bytes(512)):
        assert (only(once + tail).intact, only(once + tail).changed) == (True, False)


@pytest.mark.parametrize('permission', fields.MDPPerm)
def test_a_certified_file_tells_every_change_but_further_signatures(permission: fields.MDPPerm) -> None:
    prepared = sealing.with_field(document(), 'Ttd2')
    data = signed(prepared, official(), certify=True, docmdp_permissions=permission)
    assert not only(data).changed
    for change, what in ((sealing.text_changed, 'isi-halaman'), (sealing.note_added, 'catatan'),
                         (sealing.page_added, 'halaman-ditambah')):
        assert what in [kind for kind, _page in told(only(change(data)))]
    if permission != fields.MDPPerm.NO_CHANGES:
        for both in (signed(data, official("Pejabat Kedua"), 'Ttd2', None),
                     signed(data, official("Pejabat Kedua"), 'Ttd3', (50, 100, 250, 150))):
            assert [(each.intact, each.changed) for each in validate_bytes(both)] == [(True, False)] * 2


def test_time_stamps_of_the_whole_file_are_no_change_and_hide_none(once: bytes) -> None:
    certificate, own = certified("Stempel Waktu", sort='rsa', use='stamp')
    stamper = DummyTimeStamper(plain(certificate), private(own))
    out = io.BytesIO(once)
    DocumentSecurityStore.add_dss(out, None, certs=[plain(certificate)])
    for data in (sealing.stamped(once, stamper), sealing.stamped(sealing.stamped(out.getvalue(), stamper), stamper)):
        assert (only(data).intact, only(data).changed) == (True, False)
        assert told(only(sealing.text_changed(data))) == [('isi-halaman', 1)]
        assert told(only(sealing.stamped(sealing.text_changed(data), stamper))) == [('isi-halaman', 1)]
        both = validate_bytes(signed(data, official("Pejabat Kedua"), 'Ttd2', (50, 100, 250, 150)))
        assert [(each.intact, each.changed) for each in both] == [(True, False)] * 2


def test_fields_prepared_for_two_signers_are_filled_in_one_after_the_other() -> None:
    data = sealing.with_field(sealing.with_field(document(), 'Ttd1'), 'Ttd2')
    both = signed(signed(data, official(), 'Ttd1', None), official("Pejabat Kedua"), 'Ttd2', None)
    assert [(each.intact, each.changed) for each in validate_bytes(both)] == [(True, False)] * 2


@pytest.mark.parametrize('save', [
    lambda writer: writer.pages[0].rotate(90), lambda writer: writer.add_blank_page(100, 100)])
def test_another_program_s_incremental_save_is_told(once: bytes, save: Callable[[pypdf.PdfWriter], object]) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(once), incremental=True)
    save(writer)
    out = io.BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(once)
    assert (only(out.getvalue()).intact, only(out.getvalue()).changed) == (True, True)


def test_the_signature_of_another_document_is_broken(once: bytes) -> None:
    other = signed(document(3), official())
    assert not only(sealing.transplanted(once, other)).intact


def test_an_issuer_s_name_makes_no_trust(once: bytes) -> None:
    root = certified("Balai Sertifikasi Elektronik", root=True)
    forger = certified("Rani Kusuma", "Balai  Sertifikasi Elektronik")
    found = only(signed(document(), signer(forger)), plain(root[0]))
    assert (found.intact, found.issuer, found.trust) == (True, "Balai  Sertifikasi Elektronik", 'belum-diverifikasi')
    false_root = sealing.signer((sealing.certified("Balai Sertifikasi Elektronik", days=(-2, 2))[0],
                                 sealing.key('ec', "Balai Sertifikasi Elektronik")))
    assert only(signed(document(), false_root)).trust == 'belum-diverifikasi'


def test_an_anchor_makes_trust_through_a_chain() -> None:
    root, middle = certified("Induk", root=True), certified("Penerbit", "Induk", root=True)
    data = signed(document(), signer(certified("Rani Kusuma", "Penerbit"), middle, root))
    assert only(data).trust == 'belum-diverifikasi'
    assert only(data, plain(root[0])).trust == 'tepercaya'
    assert only(sealing.text_changed(data), plain(root[0])).changed


@pytest.mark.parametrize('sort', ['ec', 'rsa'])
@pytest.mark.parametrize('stamped', [False, True])
def test_pades_of_both_levels_is_intact(sort: str, stamped: bool) -> None:
    certificate, own = certified("Stempel Waktu", sort='rsa', use='stamp')
    stamper = DummyTimeStamper(plain(certificate), private(own)) if stamped else None
    found = only(signed(document(), official(sort=sort), subfilter=PADES, stamper=stamper))
    assert (found.intact, found.coverage, found.changed, told(found)) == (True, 'file', False, [])
    assert found.time is not None


def test_pss_and_sha1_signatures_are_intact() -> None:
    assert only(signed(document(), official(sort='rsa'), md_algorithm='sha1')).intact
    pss = signer(certified("Contoh Pejabat", sort='rsa'), prefer_pss=True)
    assert only(signed(document(), pss, md_algorithm='sha512')).intact


def test_several_signers_of_a_file_are_all_intact(once: bytes) -> None:
    data = once
    for n in (2, 3, 4):
        data = signed(data, official(f"Pejabat {n}"), f'Ttd{n}', (50, 100 * n, 250, 100 * n + 40))
    found = validate_bytes(data)
    assert [(each.signer, each.intact, each.changed) for each in found] == [
        ("Contoh Pejabat", True, False), *((f"Pejabat {n}", True, False) for n in (2, 3, 4))]


def test_signatures_in_files_with_packed_objects_are_intact() -> None:
    packed = io.BytesIO()
    writer: Any = copy_into_new_writer(PdfFileReader(io.BytesIO(document())), writer_kwargs={'stream_xrefs': True})
    writer.write(packed)
    assert b'/XRef' in packed.getvalue()
    data = signed(packed.getvalue(), official())
    both = signed(data, official("Pejabat Kedua"), 'Ttd2', (50, 100, 250, 150))
    assert [(each.intact, each.changed) for each in validate_bytes(both)] == [(True, False)] * 2
    assert told(only(sealing.text_changed(data))) == [('isi-halaman', 1)]


def test_bytes_before_the_header_are_no_change(once: bytes) -> None:
    found = only(b'HTTP/1.1 200 OK\r\n\r\n' + once)
    assert (found.intact, found.changed) == (True, False)


def test_evidence_added_for_later_years_is_no_change(once: bytes) -> None:
    out = io.BytesIO(once)
    DocumentSecurityStore.add_dss(out, None, certs=[plain(certified("Contoh Pejabat")[0])])
    found = only(out.getvalue())
    assert len(out.getvalue()) > len(once)
    assert (found.intact, found.coverage, found.changed) == (True, 'revision', False)


@pytest.mark.parametrize(('days', 'state'), [
    ((-3, -2), 'kedaluwarsa'), ((2, 3), 'belum-berlaku'), ((-1, 1), 'berlaku')])
def test_a_certificate_out_of_its_time_is_told(days: tuple[int, int], state: str) -> None:
    found = only(signed(document(), official("Lewat Waktu", days=days)), plain(certified("Lewat Waktu", days=days)[0]))
    assert (found.intact, found.certificate) == (True, state)
    assert (found.trust == 'tepercaya') is (state == 'berlaku')


@pytest.mark.parametrize('carrier', ['crl', 'ocsp'])
@pytest.mark.parametrize(('when', 'state'), [(-1, 'dicabut'), (1, 'berlaku')])
def test_a_revoked_certificate_is_told_where_the_file_says_so(carrier: str, when: int, state: str) -> None:
    root, who = certified("Induk", root=True), certified("Rani Kusuma", "Induk")
    revoked = sealing.revocation(who[0], root, carrier, sealing.NOW + when * datetime.timedelta(hours=1))
    data = io.BytesIO(signed(document(), signer(who, root)))
    sealing.supply(data, carrier, revoked)
    found = only(data.getvalue(), plain(root[0]))
    assert (found.intact, found.changed, found.certificate) == (True, False, state)
    assert (found.trust == 'tepercaya') is (state == 'berlaku')


def test_a_file_written_anew_is_broken(once: bytes) -> None:
    assert all(not each.intact for each in validate_bytes(sealing.reprinted(once)))

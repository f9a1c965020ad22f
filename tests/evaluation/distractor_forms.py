"""Distractors that are of a wanted kind and lack what it asks for: blank forms, budgets of other work, old reports."""

from __future__ import annotations

from tests.evaluation import wordings_letters as v
from tests.evaluation.draft import Draft
from tests.evaluation.recipes import RECIPES


def _blank(draft: Draft, kind: str, **damage: str) -> None:
    draft.sign_form = 'none'
    draft.title = f'Kosong atau keliru: {kind}'
    draft.defects.update({name.replace('_', '-'): how for name, how in damage.items()})
    RECIPES[kind].build(draft, None)
    draft.parts[-1].sure = False
    draft.sign_as = ''


def blank_request(draft: Draft) -> None:
    _blank(draft, 'formulir-permohonan', isi=draft.pick(('kosong', 'titik', 'placeholder')))


def blank_objection(draft: Draft) -> None:
    _blank(draft, 'formulir-keberatan', isi=draft.pick(('kosong', 'titik', 'placeholder')))


def blank_register(draft: Draft) -> None:
    _blank(draft, 'register-permohonan', isi=draft.pick(('kosong', 'titik', 'hanya-nomor', 'tanpa-baris')))


def blank_attendance(draft: Draft) -> None:
    _blank(draft, 'daftar-hadir', isi=draft.pick(('kosong', 'titik', 'hanya-nomor')))


def blank_minutes(draft: Draft) -> None:
    _blank(draft, 'notulen', hari_tanggal='titik', pembahasan='titik', penandatangan='name-dots')


def blank_duty(draft: Draft) -> None:
    _blank(draft, 'surat-tugas', nomor='titik', penandatangan='name-placeholder')


def blank_declaration(draft: Draft) -> None:
    _blank(draft, 'surat-pernyataan', pernyataan='titik', tempat_tanggal='tanggal-titik', penandatangan='name-dots')


def other_budget(draft: Draft) -> None:
    _blank(draft, 'anggaran', nomenklatur='kegiatan-lain')


def old_budget(draft: Draft) -> None:
    _blank(draft, 'anggaran', tahun='lain')


def old_report(draft: Draft) -> None:
    _blank(draft, 'laporan-layanan', tahun='lain')


def thin_report(draft: Draft) -> None:
    _blank(draft, 'laporan-layanan', rincian='hanya-prosa', sengketa='hilang', jumlah_permohonan='tanpa-angka')


def old_excluded_list(draft: Draft) -> None:
    _blank(draft, 'dik', tahun='lain')


def excluded_without_article(draft: Draft) -> None:
    _blank(draft, 'dik', pasal_17=draft.pick(('tanpa-uu-kip', 'pasal-lain', 'uu-lain')))


def undated_test(draft: Draft) -> None:
    _blank(draft, 'uji-konsekuensi', hari_tanggal='titik', nomor='titik')


def pledge_without_sanction(draft: Draft) -> None:
    _blank(draft, 'maklumat', sanksi='kritik-saran')


def test_invitation(draft: Draft) -> None:
    """An invitation to a test of consequences is an invitation."""
    draft.sign_form = '' if draft.format != 'text' else 'digital'
    RECIPES['undangan'].build(draft, None)
    draft.title = f'Undangan uji konsekuensi ({v.INVITATIONS[3]})'


FORMS = (
    blank_request,
    blank_objection,
    blank_register,
    blank_attendance,
    blank_minutes,
    blank_duty,
    blank_declaration,
    other_budget,
    old_budget,
    old_report,
    thin_report,
    old_excluded_list,
    excluded_without_article,
    undated_test,
    pledge_without_sanction,
    test_invitation,
)

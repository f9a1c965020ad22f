"""Files that hold the papers of one occasion one after the other: a meeting, the year's requests, a list with
its test."""

from __future__ import annotations

from random import Random

from tests.evaluation.draft import Draft
from tests.evaluation.offices import office
from tests.evaluation.recipes import RECIPES

SHAPES: dict[str, tuple[int, tuple[str, ...]]] = {
    'dua-rapat': (22, ('undangan', 'daftar-hadir', 'notulen') * 2),
    'rapat-tugas': (22, ('surat-tugas', 'undangan', 'notulen', 'daftar-hadir', 'anggaran')),
    'kegiatan': (18, ('anggaran', 'surat-tugas', 'undangan', 'daftar-hadir', 'surat-tugas', 'notulen')),
    'layanan': (20, ('formulir-permohonan', 'formulir-keberatan', 'register-permohonan', 'surat-pernyataan')),
    'layanan-setahun': (34, ('formulir-permohonan', 'formulir-keberatan', 'register-permohonan') * 2),
    'kekhususan': (10, ('undangan', 'uji-konsekuensi', 'dik', 'daftar-hadir')),
    'janji': (12, ('surat-tugas', 'maklumat', 'surat-pernyataan', 'anggaran')),
    'tahunan': (
        16,
        ('formulir-permohonan', 'surat-pernyataan', 'formulir-keberatan', 'anggaran', 'register-permohonan'),
    ),
    'lapor': (8, ('laporan-layanan', 'register-permohonan', 'surat-pernyataan', 'formulir-permohonan')),
}
"""Papers in their order, with weights. Two papers of a kind never stand side by side."""


SHARED = 0.06
"""Share of the short papers that begin under the end of the one before them: offices hand in files put together by a
tool, whose documents begin on pages of their own, far more often than one long Word file."""
SHORT = frozenset(
    {
        'formulir-permohonan',
        'formulir-keberatan',
        'surat-pernyataan',
        'undangan',
        'notulen',
        'daftar-hadir',
        'surat-tugas',
    }
)
"""Papers that are typed one under the other; lists, reports and records of a test never are."""


def build(draft: Draft) -> None:
    """The papers of one occasion by one office; each has damages of its own, but a title: without it nobody could say
    where the paper before it ends."""
    body = office(draft)
    shape = draft.rng.choices(list(SHAPES), [weight for weight, _ in SHAPES.values()])[0]
    draft.template.append(f'bundel={shape}')
    papers = SHAPES[shape][1]
    for place, kind in enumerate(papers):
        chosen = Random(f'{body.name}/{shape}/{place}').random() < SHARED
        draft.shared = chosen and kind in SHORT and papers[max(0, place - 1)] in SHORT
        draft.defects.clear()
        draft.sign_form = draft.rng.choice(('wet', 'none') if draft.format == 'scan' else ('none', 'typed', 'picture'))
        RECIPES[kind].make(draft, body, titled=True)
    draft.defects.clear()
    draft.sign_as = ''
    draft.title = f'bundel {shape}'

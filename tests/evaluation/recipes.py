"""Every kind of document that is made on its own: what can be damaged, how often, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.evaluation import (
    templates_budget,
    templates_dik,
    templates_dip,
    templates_forms,
    templates_letters,
    templates_meeting,
    templates_report,
    templates_sk,
    templates_skdip,
    templates_sop,
    templates_uji,
)
from tests.evaluation.draft import Draft
from tests.evaluation.offices import Office

Counts = tuple[tuple[int, int], ...]
"""Numbers of damaged requirements with weights."""
_NAMED = 0.6
"""Short papers without their title are seldom recognised at all, and then nothing of them is judged."""
_LONG: Counts = ((0, 11), (1, 12), (2, 17), (3, 28), (5, 16), (6, 16))
"""Five and six are drafts handed in too early."""
_MIDDLE: Counts = ((0, 15), (1, 25), (2, 30), (3, 30))
_SHORT: Counts = ((0, 40), (1, 46), (2, 14))


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a kind is made."""

    damage: Mapping[str, tuple[str, ...]]
    counts: Counts
    build: Callable[[Draft, Office | None], None]

    def make(self, draft: Draft, body: Office | None = None, titled: bool = False) -> None:
        """Damage some requirements and write the document; `titled`: never without its title."""
        counts, weights = zip(*self.counts, strict=True)
        draft.plan_defects(self.damage, draft.rng.choices(counts, weights)[0])
        whole = [name for name in self.damage if name not in draft.defects]
        rare = titled or (self.counts in (_MIDDLE, _SHORT) and draft.chance(_NAMED))
        if 'judul' in draft.defects and rare and whole:
            del draft.defects['judul']
            other = draft.rng.choice(whole)
            draft.defects[other] = draft.rng.choice(self.damage[other])
        self.build(draft, body)


RECIPES: dict[str, Recipe] = {
    'sk-ppid': Recipe(templates_sk.DEFECTS, _LONG, lambda draft, body: templates_sk.build(draft, body)),
    'dip': Recipe(templates_dip.DEFECTS, _LONG, lambda draft, body: templates_dip.build(draft, body)),
    'sop': Recipe(templates_sop.DEFECTS, _LONG, lambda draft, body: templates_sop.build(draft, body)),
    'sk-dip': Recipe(templates_skdip.DEFECTS, _LONG, templates_skdip.build),
    'dik': Recipe(templates_dik.DEFECTS, _LONG[:4], lambda draft, body: templates_dik.build(draft, body)),
    'uji-konsekuensi': Recipe(templates_uji.DEFECTS, _LONG[:5], templates_uji.build),
    'laporan-layanan': Recipe(templates_report.REPORT_DEFECTS, _LONG[:5], templates_report.report),
    'maklumat': Recipe(templates_report.PLEDGE_DEFECTS, _MIDDLE, templates_report.pledge),
    'formulir-permohonan': Recipe(templates_forms.FORM_DEFECTS, _SHORT, templates_forms.request),
    'formulir-keberatan': Recipe(templates_forms.FORM_DEFECTS, _SHORT, templates_forms.objection),
    'register-permohonan': Recipe(templates_forms.REGISTER_DEFECTS, _SHORT, templates_forms.register),
    'surat-pernyataan': Recipe(templates_letters.DECLARATION_DEFECTS, _MIDDLE, templates_letters.declaration),
    'undangan': Recipe(templates_letters.INVITATION_DEFECTS, _MIDDLE, templates_letters.invitation),
    'surat-tugas': Recipe(templates_letters.DUTY_DEFECTS, _MIDDLE[:2], templates_letters.duty),
    'notulen': Recipe(templates_meeting.MINUTES_DEFECTS, _MIDDLE, templates_meeting.minutes),
    'daftar-hadir': Recipe(templates_meeting.ATTENDANCE_DEFECTS, _SHORT, templates_meeting.attendance),
    'anggaran': Recipe(templates_budget.DEFECTS, _MIDDLE[:3], templates_budget.build),
}

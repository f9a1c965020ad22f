"""Files merged for a portal: several documents one after the other, in which each must answer for itself."""

from __future__ import annotations

from tests.evaluation import distractors, templates_dip, templates_sk, templates_sop
from tests.evaluation.draft import Draft
from tests.evaluation.offices import office


def build(draft: Draft) -> None:
    """One of: cover letter + SK + two SOPs; SK + DIP; three SOPs; cover letter + DIP. Defects fall on every part of
    their kind."""
    body = office(draft)
    shape = draft.layout('gabung', ('pengantar-sk-sop', 'sk-dip', 'tiga-sop', 'pengantar-dip', 'sk-sop'))
    draft.title = f'gabungan {shape}'
    if shape.startswith('pengantar'):
        distractors.cover_letter(draft)
        draft.parts[-1].claims.clear()
    draft.sign_form = ''
    if 'sk' in shape:
        _damaged(draft, templates_sk.DEFECTS)
        templates_sk.build(draft, body)
    if shape.endswith('dip'):
        _damaged(draft, templates_dip.DEFECTS)
        templates_dip.build(draft, body)
    services = draft.rng.sample(templates_sop.SERVICES, 3)
    for service in services[: {'tiga-sop': 3, 'pengantar-sk-sop': 2, 'sk-sop': 1}.get(shape, 0)]:
        _damaged(draft, templates_sop.DEFECTS)
        templates_sop.build(draft, body, service)
    draft.sign_as = ''


def _damaged(draft: Draft, ways: dict[str, tuple[str, ...]]) -> None:
    draft.defects.clear()
    draft.plan_defects(ways, draft.rng.randint(0, 2))
    forms = {'text': ('none', 'typed', 'picture'), 'docx': ('none', 'typed', 'picture')}.get(
        draft.format, ('wet', 'none')
    )
    draft.sign_form = draft.rng.choice(forms)

"""What the parts of one decree share: issuer, signer, number, date, subject, roles; and the letterhead of all."""

from __future__ import annotations

from dataclasses import dataclass

from tests.evaluation import wordings as w
from tests.evaluation.blocks import Block, Gap, Line, Picture, Run, Table, cell, para
from tests.evaluation.draft import PERIOD, Draft
from tests.evaluation.offices import Office, Person, person
from tests.evaluation.signing import closing_date


@dataclass(frozen=True, slots=True)
class Topic:
    """What a decree is about when it is not about the PPID."""

    subject: str
    considerations: tuple[str, ...]
    roles: tuple[str, ...]
    opening: str
    names_kip: bool = False


class Decree:
    """What the parts of one decree share."""

    def __init__(self, draft: Draft, issuer: Office, topic: Topic | None = None) -> None:
        self.draft, self.office, self.topic = draft, issuer, topic
        self.who: Person = person(draft.rng)
        self.year = PERIOD - draft.rng.randint(1, 4) if draft.defect('tahun') == 'lama' else PERIOD
        date, self.month = closing_date(draft)
        self.date = date.format(year=self.year)
        self.unit = issuer.full.upper()
        rulers = issuer.garuda
        subject = draft.pick(w.SUBJECTS_RULER if rulers else w.SUBJECTS_HEAD)
        if draft.defect('peran'):
            subject = 'TIM PENGELOLA LAYANAN INFORMASI DAN DOKUMENTASI {unit}'
        subject = topic.subject if topic else subject
        self.subject = subject.format(unit=self.unit, year=self.year)
        self.number = draft.pick(w.NUMBERS).format(
            n=draft.rng.randint(2, 890), year=self.year, rm=w.ROMAN[self.month - 1]
        )
        self.head = issuer.head
        self.roles: tuple[str, ...] = (
            topic.roles
            if topic
            else w.NEUTRAL_ROLES
            if draft.defect('peran')
            else draft.pick(w.ROLE_SETS_RULER if rulers else w.ROLE_SETS)
        )


def add_letterhead(draft: Draft, issuer: Office, requirement: str) -> None:
    """Logo and name of the office; with `requirement` empty it is marked as the part's beginning only."""
    style = (
        draft.layout('kop', ('garuda',))
        if issuer.garuda
        else draft.layout('kop', ('logo-kiri', 'polos', 'logo-kiri', 'tanpa-garis'))
    )
    sizes = [13.0] * (len(issuer.letterhead) - 1) + [16.0] if not issuer.garuda else [15.0] * len(issuer.letterhead)
    lines: list[Block] = [
        para(draft.mark(requirement, text, bold=True, size=size), align='center', after=0)
        for text, size in zip(issuer.letterhead, sizes, strict=True)
    ]
    if issuer.address:
        lines.append(para(Run(issuer.address, size=9.5), align='center', after=1))
        if draft.chance(0.3):
            lines.append(
                para(
                    Run('Email: sekretariat@contoh-pemda.go.id  Laman: www.contoh-pemda.go.id', size=9.0),
                    align='center',
                    after=1,
                )
            )
    if issuer.garuda:
        draft.add(Picture('garuda', 62, 62, draft.rng.getrandbits(16)), *lines, Gap(12))
    elif style == 'logo-kiri':
        width = draft.look.inner(draft.landscape)
        draft.add(
            Table(
                ((cell(Picture('logo', 48, 58, draft.rng.getrandbits(16))), cell(*lines, middle=True)),),
                (64, width - 64),
                border=False,
                padding=0,
            ),
            Line(2, True),
        )
    else:
        draft.add(*lines, *([Line(1.8, draft.chance(0.5))] if style == 'polos' else [Gap(10)]))

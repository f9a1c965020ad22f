"""Scores to redo by hand: each case is a small instrument, what was handed in, and the arithmetic in words.

Every instrument here has 100 points: question `1` with the weight that the case names, and a manual question `9` with
the rest, to which the body answers no (so it brings nothing and leaves nothing open), unless the case says otherwise.
Bands: Informatif from 90, Menuju from 80, Cukup from 60, Kurang from 40, Tidak below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checker import questionnaire, scoring
from checker.bodies import Bodies, Body
from checker.errors import RuleError
from checker.model import Answer, AnswerWord, Failure, Part, Report, Tally
from tests.evidence import BODY, KINDS, PERIOD, answer, finding, part, report

HEAD = (
    'id="hitung"\nname="Hitung"\nyear=2025\ncategory="OPD"\ntotal=100\nsources=[{id="uji", says="uji"}]\n'
    'predicate_set="ki-pusat"\n'
)
INFORMATIF, MENUJU, CUKUP, KURANG, TIDAK = (
    'Informatif',
    'Menuju Informatif',
    'Cukup Informatif',
    'Kurang Informatif',
    'Tidak Informatif',
)

SK = 'mode="binary"\nwants=[{kinds=["sk-ppid"]}]'
BOTH = 'mode="all_required"\nwants=[{kinds=["sk-ppid"]}, {kinds=["dip"]}]'
STEPS = 'mode="graded"\nsteps=[1, 0.75, 0.5, 0.25, 0]\n'
DIP = STEPS + 'wants=[{kinds=["dip"]}]'
SIGNED_DIP = STEPS + 'years=[0]\nwants=[{kinds=["dip"], essential=["tanda-tangan"]}]'
FOUR = STEPS + 'wants=[{kinds=["dip"], requirements=["judul", "isi", "klasifikasi", "tanda-tangan"]}]'
THREE = (
    'mode="graded"\ngrades=[{letter="A", points=3}, {letter="B", points=2}, {letter="C", points=1}, '
    '{letter="D", points=0}]\nwants=[{kinds=["dip"], requirements=["judul", "isi", "tanda-tangan"]}]'
)
HALF = (
    'mode="graded"\ngrades=[{letter="A", points=0.5}, {letter="B", points=0.3}, {letter="C", points=0.15}, '
    '{letter="D", points=0}]\nwants=[{kinds=["sop"]}]'
)
SOPS = (
    STEPS
    + 'share_of="documents"\nwants=['
    + ', '.join(
        f'{{kinds=["sop"], service="{s}"}}'
        for s in ('permohonan', 'keberatan', 'dip', 'uji-konsekuensi', 'pendokumentasian')
    )
    + ']'
)
COUNT = (
    'mode="count"\ntable=[{at_least=1, points=2}, {at_least=3, points=5}, {at_least=5, points=10}]\n'
    'wants=[{kinds=["sop"]}]'
)
REGISTER = 'mode="binary"\nwants=[{kinds=["register-permohonan", "surat-pernyataan"]}]'
TOLD = 'mode="binary"\nwants=[{kinds=["register-permohonan", "surat-pernyataan"], confirm=["surat-pernyataan"]}]'
REPORT = 'mode="binary"\nyears=[-1]\nwants=[{kinds=["laporan-layanan"]}]'
RANGE = 'mode="binary"\nyears=[-1, 0]\nwants=[{kinds=["uji-konsekuensi"]}]'
ANY = 'mode="binary"\nyears="any"\nwants=[{kinds=["dip"]}]'
MANUAL = 'mode="manual"'
LOCKED = Failure('encrypted', 'Berkas dikunci kata sandi.')


@dataclass(frozen=True)
class Case:
    name: str
    rules: str
    weight: float
    files: Sequence[Report]
    verified: float
    pending: float
    unassessed: float
    low: str
    high: str
    arithmetic: str
    word: AnswerWord = 'ya'
    links: tuple[str, ...] = ()
    claimed: float | None = None
    """None: the whole weight."""


def one(kind: str, name: str = 'a', **changes: Any) -> Report:
    return report(name, part(kind, **changes))


def sop(name: str, service: str = 'permohonan', number: str | None = None, **changes: Any) -> Report:
    changes |= {'layanan': finding('layanan', value=service), 'nomor_sop': finding('nomor-sop', value=number or name)}
    return report(name, part('sop', **changes))


def year(value: int, status: Any = 'missing', **more: Any) -> Any:
    return finding('tahun', status, value, reason='tahun-lain' if status != 'met' else None, **more)


def lacking(*requirements: str, status: str = 'missing') -> Part:
    """A DIP (thirteen required findings) without these."""
    return part('dip', **{id.replace('-', '_'): status for id in requirements})  # type: ignore[arg-type]  # all are Status


COLUMNS = (
    'kolom-ringkasan',
    'kolom-penguasa',
    'kolom-penanggung-jawab',
    'kolom-waktu-tempat',
    'kolom-bentuk',
    'kolom-retensi',
    'klasifikasi',
)

# A table: a case in as few lines as it needs.
# fmt: off
CASES = [
    # The bands: nothing is rounded before the label is looked up.
    Case('89.95 is not yet 90', SK, 89.95, [one('sk-ppid')], 89.95, 0, 0, MENUJU, MENUJU, '89.95 < 90'),
    Case('89.999999 is not yet 90', SK, 89.999999, [one('sk-ppid')], 89.999999, 0, 0, MENUJU, MENUJU, '< 90'),
    Case('exactly 90', SK, 90, [one('sk-ppid')], 90, 0, 0, INFORMATIF, INFORMATIF, '90 >= 90'),
    Case('79.9 of the published 60-79.9', SK, 79.9, [one('sk-ppid')], 79.9, 0, 0, CUKUP, CUKUP, '79.9 < 80'),
    Case('79.95 falls into the published gap', SK, 79.95, [one('sk-ppid')], 79.95, 0, 0, CUKUP, CUKUP, '79.95 < 80'),
    Case('exactly 80', SK, 80, [one('sk-ppid')], 80, 0, 0, MENUJU, MENUJU, '80 >= 80'),
    Case('39.99', SK, 39.99, [one('sk-ppid')], 39.99, 0, 0, TIDAK, TIDAK, '39.99 < 40'),
    Case('all points', SK, 99, [one('sk-ppid')], 99, 0, 0, INFORMATIF, INFORMATIF, '99 of 99, and 0 of the manual 1'),
    Case('nothing', SK, 99, [one('dip')], 0, 0, 0, TIDAK, TIDAK, 'another kind: 0'),
    # Unsure findings make a range.
    Case('one unsure finding', SK, 60, [one('sk-ppid', nomor='unsure')], 0, 60, 0, TIDAK, CUKUP, '0, and 60 if met'),
    Case('missing decides before unsure', SK, 60, [one('sk-ppid', nomor='unsure', kop='missing')], 0, 0, 0, TIDAK,
         TIDAK, 'the missing letterhead alone makes it 0'),
    Case('a locked file may hold it', SK, 60, [report('a', error=LOCKED)], 0, 60, 0, TIDAK, CUKUP,
         '0, and 60 if it does'),
    Case('what does not apply is no defect', SK, 60, [one('sk-ppid', nomor='not_applicable')], 60, 0, 0, CUKUP, CUKUP,
         'the other six are met'),
    # What only people assess is neither 0 nor scaled away.
    Case('manual', MANUAL, 30, [one('foto')], 0, 0, 30, TIDAK, TIDAK, '30 open: 0 to 30'),
    Case('manual, answered no', MANUAL, 30, [], 0, 0, 0, TIDAK, TIDAK, 'no is no: 0', word='tidak', claimed=0),
    Case('manual, nothing answered', MANUAL, 50, [], 0, 0, 50, TIDAK, KURANG, '0 to 50', word='empty', claimed=0),
    Case('only a link', SK, 45, [], 0, 0, 45, TIDAK, KURANG, '0 to 45', links=('https://a.id',)),
    Case('a good file and a link', SK, 45, [one('sk-ppid')], 45, 0, 0, KURANG, KURANG, 'the file has it all',
         links=('https://a.id',)),
    Case('an unsure file and a link', SK, 45, [one('sk-ppid', nomor='unsure')], 0, 45, 0, TIDAK, KURANG,
         '45 pending; nothing is left for the link', links=('https://a.id',)),
    # The answer decides whether evidence counts.
    Case('yes without evidence', SK, 45, [], 0, 0, 0, TIDAK, TIDAK, 'claimed 45, shown nothing'),
    Case('no with a perfect file', SK, 45, [one('sk-ppid')], 0, 0, 0, TIDAK, TIDAK, 'no is no', word='tidak',
         claimed=0),
    Case('a file without an answer', SK, 45, [one('sk-ppid')], 0, 0, 0, TIDAK, TIDAK, 'not claimed', word='empty',
         claimed=0),
    # all_required: everything or nothing.
    Case('both documents', BOTH, 50, [one('sk-ppid'), one('dip', 'b')], 50, 0, 0, KURANG, KURANG, '2 of 2: 50'),
    Case('one of two', BOTH, 50, [one('sk-ppid')], 0, 0, 0, TIDAK, TIDAK, '1 of 2: 0'),
    Case('one met, one unsure', BOTH, 50, [one('sk-ppid'), one('dip', 'b', isi='unsure')], 0, 50, 0, TIDAK, KURANG,
         '1 of 2 now, 2 of 2 if met'),
    # graded: the highest step not above the share met; unsure as met gives the upper end.
    Case('3 of 4 on the edge of 0.75', FOUR, 40, [report('a', lacking('isi'))], 30, 0, 0, TIDAK, TIDAK,
         '3/4 = 0.75 reaches 0.75: 40 x 0.75 = 30'),
    Case('10 of 13 just above 0.75', DIP, 40, [report('a', lacking(*COLUMNS[:3]))], 30, 0, 0, TIDAK, TIDAK,
         '10/13 = 0.769 >= 0.75: 30'),
    Case('9 of 13 just below 0.75', DIP, 40, [report('a', lacking(*COLUMNS[:4]))], 20, 0, 0, TIDAK, TIDAK,
         '9/13 = 0.692 < 0.75, >= 0.5: 20'),
    Case('6 of 13 below one half', DIP, 40, [report('a', lacking(*COLUMNS))], 10, 0, 0, TIDAK, TIDAK,
         '6/13 = 0.46 < 0.5, >= 0.25: 10'),
    Case('9 met and 1 unsure of 13', DIP, 40,
         [report('a', part('dip', kolom_ringkasan='missing', kolom_penguasa='missing', kolom_bentuk='missing',
                           kolom_retensi='unsure'))],
         20, 10, 0, TIDAK, TIDAK, '9/13: 20; 10/13: 30; so 10 pending'),
    Case('2 of 3 on a ladder of thirds', THREE, 3, [report('a', lacking('isi'))], 2, 0, 0, TIDAK, TIDAK,
         '2/3 reaches grade B, 2 of 3 points, although 2/3 is no decimal'),
    Case('1 of 3 on a ladder of thirds', THREE, 3, [report('a', lacking('isi', 'judul'))], 1, 0, 0, TIDAK, TIDAK,
         '1/3 reaches grade C: 1'),
    Case('4 of 5 on the ladder of half a point', HALF, 0.5, [sop('a', nama_sop='missing')], 0.3, 0, 0, TIDAK, TIDAK,
         '0.8 >= 0.6 = 0.3/0.5: grade B, 0.3'),
    Case('3 of 5 on its edge', HALF, 0.5, [sop('a', nama_sop='missing', tanda_tangan='missing')], 0.3, 0, 0, TIDAK,
         TIDAK, '3/5 = 0.6 reaches 0.3/0.5'),
    Case('unsigned, where the signature is essential', SIGNED_DIP, 40, [report('a', lacking('tanda-tangan'))], 0, 0,
         0, TIDAK, TIDAK, '12/13, but nothing counts without the signature'),
    Case('signature unsure, where it is essential', SIGNED_DIP, 40,
         [report('a', lacking('tanda-tangan', status='unsure'))], 0, 40, 0, TIDAK, KURANG, '0; 13/13 if met: 40'),
    Case("last year's list, where this year's is graded", SIGNED_DIP, 40, [one('dip', tahun=year(2024))], 0, 0, 0,
         TIDAK, TIDAK, '12/13, but it is not the document that is asked for'),
    Case('three SOPs of five', SOPS, 10, [sop('a'), sop('b', 'keberatan'), sop('c', 'dip')], 5, 0, 0, TIDAK, TIDAK,
         '3/5 = 0.6 >= 0.5: 10 x 0.5 = 5'),
    Case('four of five, one of them unsure', SOPS, 10,
         [sop('a'), sop('b', 'keberatan'), sop('c', 'dip'), sop('d', 'uji-konsekuensi', tanda_tangan='unsure')], 5,
         2.5, 0, TIDAK, TIDAK, '3/5: 5; 4/5 = 0.8 >= 0.75: 7.5; so 2.5 pending'),
    Case('the same service twice counts once', SOPS, 10, [sop('a'), sop('b')], 0, 0, 0, TIDAK, TIDAK,
         '1/5 = 0.2 < 0.25: 0'),
    Case('one SOP of an unclear service is one of the five', SOPS, 10,
         [sop('a'), report('b', part('sop', layanan='unsure'))], 0, 2.5, 0, TIDAK, TIDAK,
         '1/5: 0; it can be one of the other four: 2/5 = 0.4 >= 0.25: 2.5'),
    Case('three of unclear services beside two sure ones', SOPS, 10,
         [sop('a'), sop('b', 'dip'), *(report(n, part('sop', layanan='unsure')) for n in 'cde')], 2.5, 7.5, 0, TIDAK,
         TIDAK, '2/5 = 0.4: 2.5; 5/5: 10; so 7.5 pending'),
    Case('an unclear SOP that names two services', SOPS, 10,
         [report('a', part('sop', layanan=finding('layanan', 'unsure', ['dip', 'keberatan'])))], 0, 2.5, 0, TIDAK,
         TIDAK, 'none sure; two at most: 2/5 = 0.4: 2.5'),
    Case('an unreadable file may hold all five', SOPS, 10, [sop('a'), report('b', error=LOCKED)], 0, 10, 0, TIDAK,
         TIDAK, '1/5: 0; 5/5: 10'),
    # count: how many different documents are accepted.
    Case('two stay on the first line', COUNT, 10, [sop('a'), sop('b')], 2, 0, 0, TIDAK, TIDAK, '2 >= 1, < 3: 2'),
    Case('exactly three', COUNT, 10, [sop('a'), sop('b'), sop('c')], 5, 0, 0, TIDAK, TIDAK, '3 >= 3: 5'),
    Case('three, two of them unsure', COUNT, 10,
         [sop('a'), sop('b', tanda_tangan='unsure'), sop('c', tanda_tangan='unsure')], 2, 3, 0, TIDAK, TIDAK,
         '1: 2; 3: 5; so 3 pending'),
    Case('the same bytes three times', COUNT, 10, [report(n, part('sop'), sha='x') for n in 'abc'], 2, 0, 0, TIDAK,
         TIDAK, 'one document: 2'),
    Case('the same number three times', COUNT, 10, [sop(n, number='065/1/2025') for n in 'abc'], 2, 0, 0, TIDAK,
         TIDAK, 'one document: 2'),
    Case('a defective copy beside a good one', COUNT, 10,
         [sop('a', number='1'), sop('b', number='1', tanda_tangan='missing')], 2, 0, 0, TIDAK, TIDAK,
         'the good one: 2'),
    # Alternatives: the best of any wanted kind.
    Case('a filled register', REGISTER, 5, [one('register-permohonan')], 5, 0, 0, TIDAK, TIDAK, 'met: 5'),
    Case('a signed statement instead', REGISTER, 5, [one('surat-pernyataan')], 5, 0, 0, TIDAK, TIDAK, 'met: 5'),
    Case('an unsigned statement', REGISTER, 5, [one('surat-pernyataan', tanda_tangan='missing')], 0, 0, 0, TIDAK,
         TIDAK, 'unsigned: 0'),
    Case('an empty register and a signed statement', REGISTER, 5,
         [one('register-permohonan', isi='missing'), one('surat-pernyataan', 'b')], 5, 0, 0, TIDAK, TIDAK,
         'the better: 5'),
    Case('a statement whose subject people confirm', TOLD, 5, [one('surat-pernyataan')], 0, 5, 0, TIDAK, TIDAK,
         'complete, but about what? 5 pending'),
    Case('an unsigned one needs nobody', TOLD, 5, [one('surat-pernyataan', tanda_tangan='missing')], 0, 0, 0, TIDAK,
         TIDAK, 'missing decides: 0'),
    Case('a register needs no confirmation', TOLD, 5, [one('surat-pernyataan', 'b'), one('register-permohonan')], 5,
         0, 0, TIDAK, TIDAK, 'the register is met: 5'),
    # Years: offsets to the period 2025, decided by the value.
    Case('the report of the year before', REPORT, 5, [one('laporan-layanan', tahun=year(2024, 'met'))], 5, 0, 0,
         TIDAK, TIDAK, '2024 = 2025 - 1'),
    Case('the report of this year', REPORT, 5, [one('laporan-layanan', tahun=year(2025))], 0, 0, 0, TIDAK, TIDAK,
         '2025 is not 2024'),
    Case('either year, the older', RANGE, 5, [one('uji-konsekuensi', tahun=year(2024))], 5, 0, 0, TIDAK, TIDAK,
         "2024 is allowed, whatever the kind's own rule said"),
    Case('either year, one too old', RANGE, 5, [one('uji-konsekuensi', tahun=year(2023, 'met'))], 0, 0, 0, TIDAK,
         TIDAK, '2023 is neither 2024 nor 2025'),
    Case('a year that could not be read', RANGE, 5, [one('uji-konsekuensi', tahun='unsure')], 0, 5, 0, TIDAK, TIDAK,
         '0, and 5 if it fits'),
    Case('any year', ANY, 5, [one('dip', tahun=year(2019))], 5, 0, 0, TIDAK, TIDAK, 'the year is not asked'),
]
# fmt: on


def tallied(case: Case, folder: Path, bodies: Bodies | None = None) -> Tally:
    file = folder / 'hitung.toml'
    rest = f'{100 - case.weight:.9g}'
    file.write_text(
        f'{HEAD}[[indicators]]\nid="satu"\nname="Satu"\nweight={case.weight}\n[[indicators.questions]]\ncode="1"\n'
        f'text="t"\nweight={case.weight}\n{case.rules}\n[[indicators]]\nid="sisa"\nname="Sisa"\nweight={rest}\n'
        f'[[indicators.questions]]\ncode="9"\ntext="t"\nweight={rest}\nmode="manual"\n',
        encoding='utf-8',
    )
    rules = questionnaire.load(file, KINDS)
    given = [
        answer('1', *(each.file for each in case.files), word=case.word, links=case.links),
        Answer(BODY, '9', 'tidak'),
    ]
    return scoring.tally(rules, BODY, given, {each.file: [each] for each in case.files}, PERIOD, bodies)


@pytest.mark.parametrize('case', CASES, ids=[case.name for case in CASES])
def test_scores_that_can_be_redone_by_hand(tmp_path: Path, case: Case) -> None:
    result = tallied(case, tmp_path)
    assert (result.verified, result.pending, result.unassessed) == (case.verified, case.pending, case.unassessed), (
        case.arithmetic
    )
    assert result.predicate == (case.low, case.high)
    assert result.claimed == (case.weight if case.claimed is None else case.claimed)
    assert result.max == 100


def test_another_bodys_list_waits_whatever_the_mode(tmp_path: Path) -> None:
    """13 of 13 of the list of another office: 0 until somebody decides, 40 if it is theirs after all."""
    strange = one('dip', judul=finding('judul', words='DAFTAR INFORMASI PUBLIK DINAS PENDIDIKAN'))
    case = Case('', DIP, 40, [strange], 0, 0, 0, TIDAK, TIDAK, '')
    result = tallied(case, tmp_path, Bodies((Body(BODY), Body('Dinas Pendidikan'))))
    assert (result.verified, result.pending) == (0, 40)


def test_the_document_that_brings_the_points_is_told_first(tmp_path: Path) -> None:
    """12 of 13 met bring 30; a list of which nothing is missing, but 4 of 13 are unsure, brings 20 surely."""
    better = report('lengkap.pdf', lacking('isi'))
    doubtful = report('ragu.pdf', lacking(*COLUMNS[:4], status='unsure'))
    result = tallied(Case('', DIP, 40, [doubtful, better], 0, 0, 0, TIDAK, TIDAK, ''), tmp_path)
    (question,) = result.indicators[0].questions
    assert (question.points, question.pending) == (30, 10)
    assert question.because[1].says == '12 dari 13 syarat terpenuhi.'
    assert [step.file for step in question.because if step.says.endswith('lengkap dari berkas di atas.')] == [
        'ragu.pdf'
    ]


def test_the_grade_and_what_people_may_give_are_said(tmp_path: Path) -> None:
    graded = tallied(Case('', THREE, 3, [report('a', lacking('isi'))], 0, 0, 0, TIDAK, TIDAK, ''), tmp_path)
    says = [step.says for step in graded.indicators[0].questions[0].because]
    assert says[1] == '2 dari 3 syarat terpenuhi. Nilai B.'
    rules = questionnaire.load('kementerian-2024', KINDS)
    shown = scoring.tally(rules, BODY, [answer('4.1', 'foto')], {'foto': [one('foto', 'foto')]}, PERIOD)
    profile = next(q for i in shown.indicators for q in i.questions if q.code == '4.1')
    assert profile.because[1].says.endswith('Pilihan nilai: A 3, B 2, C 1, D 0.')


def test_confirming_is_said_and_asks_nothing_of_the_body(tmp_path: Path) -> None:
    result = tallied(Case('', TOLD, 5, [one('surat-pernyataan')], 0, 0, 0, TIDAK, TIDAK, ''), tmp_path)
    (question,) = result.indicators[0].questions
    assert question.because[0].says == (
        '0 dari 5 poin (+5 menunggu keputusan): Surat pernyataan: penilai mencocokkan isinya dengan pertanyaan.'
    )
    assert (question.status, question.next) == ('unsure', ())


def test_what_people_confirm_afterwards_is_said_with_the_points(tmp_path: Path) -> None:
    unsigned = one('surat-tugas', tanda_tangan='missing')
    rules = 'mode="binary"\nwants=[{kinds=["surat-tugas"], confirm=["surat-tugas"]}]'
    for files, says in (([unsigned], 'a: lengkapi Tanda tangan.'), ([one('dip')], 'Unggah surat-tugas.')):
        result = tallied(Case('', rules, 5, files, 0, 0, 0, TIDAK, TIDAK, ''), tmp_path)
        (step,) = result.indicators[0].questions[0].next
        assert (step.points, step.says) == (5, f'{says} Isinya lalu dicocokkan penilai.')


def test_a_weight_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match='harus lebih dari 0'):
        tallied(Case('', SK, 0, [], 0, 0, 0, TIDAK, TIDAK, ''), tmp_path)


def test_what_to_do_next_is_ordered_by_the_points_that_it_brings(tmp_path: Path) -> None:
    """9 of 13: 20 points. All four: 13/13 = 40, so +20. One alone: 10/13 = 30, so +10 each."""
    result = tallied(Case('', DIP, 40, [report('a', lacking(*COLUMNS[:4]))], 0, 0, 0, TIDAK, TIDAK, ''), tmp_path)
    (question,) = result.indicators[0].questions
    assert [step.points for step in question.next] == [20, 10, 10, 10, 10]
    assert question.next[0].requirements == COLUMNS[:4]

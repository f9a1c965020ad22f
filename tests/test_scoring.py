"""Points computed by hand for every mode, and the promises that hold for any evidence."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checker import questionnaire, scoring
from checker.bodies import Bodies, Body
from checker.model import Answer, AnswerWord, Evidence, Failure, KindId, Part, QuestionTally, Report, Status, Tally
from tests.evidence import BODY, KINDS, PERIOD, answer, finding, part, report

BANDS = ('predicates = [{label="Tinggi", low=90, high=100}, {label="Sedang", low=50, high=90}, '
         '{label="Rendah", low=0, high=50}]')
HEAD = ('id="uji"\nname="Uji"\nyear=2025\ncategory="OPD"\ntotal=100\nsources=[{id="uji", says="uji"}]\n'
        f'{BANDS}\n[[indicators]]\n')
REST = ('[[indicators]]\nid="rest"\nname="Sisa"\nweight=90\n'
        '[[indicators.questions]]\ncode="9"\ntext="t"\nweight=90\nmode="manual"')


def instrument(folder: Path, rules: str, weight: float = 10) -> questionnaire.Questionnaire:
    """A questionnaire of one question `1` with these rules and a manual one for the rest of 100 points."""
    file = folder / 'uji.toml'
    file.write_text(f'{HEAD}id="satu"\nname="Satu"\nweight={weight}\n'
                    f'[[indicators.questions]]\ncode="1"\ntext="t"\nweight={weight}\n'
                    f'{rules}\n{REST.replace("90", f"{100 - weight:.9g}")}', encoding='utf-8')
    return questionnaire.load(file, KINDS)


def scored(rules: questionnaire.Questionnaire, reports: Iterable[Report], given: Answer | None = None,
           bodies: Bodies | None = None) -> QuestionTally:
    return whole(rules, reports, given, bodies).indicators[0].questions[0]


def whole(rules: questionnaire.Questionnaire, reports: Iterable[Report], given: Answer | None = None,
          bodies: Bodies | None = None) -> Tally:
    by_name: dict[str, list[Report]] = {}
    for one in reports:
        by_name.setdefault(one.file, []).append(one)
    given = given or answer('1', *by_name)
    return scoring.tally(rules, BODY, [given], by_name, PERIOD, bodies)


def sop(name: str, **more: Any) -> Report:
    """A report of one SOP with its own number."""
    service = more.pop('service', 'permohonan')
    number = more.pop('number', f'SOP/{name}')
    more |= {'layanan': finding('layanan', value=service), 'nomor_sop': finding('nomor-sop', value=number)}
    return report(name, part('sop', **more))


BINARY = 'mode="binary"\nwants=[{kinds=["sk-ppid"]}]'
BOTH = 'mode="all_required"\nwants=[{kinds=["sk-ppid"]}, {kinds=["dip"]}]'
GRADED = 'mode="graded"\nsteps=[1, 0.75, 0.5, 0.25, 0]\nwants=[{kinds=["sop"]}]'  # five required findings
SOPS = ('mode="graded"\nshare_of="documents"\nsteps=[1, 0.5, 0]\nwants=[{kinds=["sop"], service="permohonan"}, '
        '{kinds=["sop"], service="keberatan"}]')
COUNT = ('mode="count"\ntable=[{at_least=1, points=2}, {at_least=3, points=5}, {at_least=4, points=10}]\n'
         'wants=[{kinds=["sop"]}]')
YEARS = 'mode="binary"\nyears=[0, -1]\nwants=[{kinds=["sk-ppid"]}]'
ANY = 'mode="binary"\nyears="any"\nwants=[{kinds=["sk-ppid"]}]'
SUBSET = 'mode="binary"\nwants=[{kinds=["sk-ppid"], requirements=["nomor"]}]'
EITHER = 'mode="binary"\nwants=[{kinds=["sk-dip", "dip"]}]'
TAHUN_LAMA = part('sk-ppid', tahun=finding('tahun', 'unsure', 2024, reason='tahun-lama'))
EMPTY = Failure('empty', 'Kosong.')
ENCRYPTED = Failure('encrypted', 'Berkas dikunci kata sandi.')

MET, NOTHING, OPEN = (10, 0, 'met'), (0, 0, 'missing'), (0, 10, 'unsure')
CASES: list[tuple[str, str, Sequence[Report], tuple[float, float, str]]] = [
    ('binary, all met', BINARY, [report('a', part('sk-ppid'))], MET),
    ('binary, one missing', BINARY, [report('a', part('sk-ppid', nomor='missing'))], NOTHING),
    ('binary, one unsure', BINARY, [report('a', part('sk-ppid', nomor='unsure'))], OPEN),
    ('binary, missing decides before unsure', BINARY,
     [report('a', part('sk-ppid', nomor='missing', tahun='unsure'))], NOTHING),
    ('binary, not applicable is no defect', BINARY, [report('a', part('sk-ppid', nomor='not_applicable'))], MET),
    ('binary, a recommended finding never fails', BINARY,
     [report('a', part('sk-ppid', tembusan=finding('tembusan', 'missing', required=False)))], MET),
    ('binary, another kind', BINARY, [report('a', part('dip'))], NOTHING),
    ('binary, the wanted part among others', BINARY,
     [report('a', part('dip', (1, 3)), part('sk-ppid', (4, 6)))], MET),
    ('binary, the best of several files', BINARY,
     [report('a', part('sk-ppid', nomor='missing')), report('b', part('sk-ppid'))], MET),
    ('binary, a missing and an unsure file', BINARY,
     [report('a', part('sk-ppid', nomor='missing')), report('b', part('sk-ppid', nomor='unsure'))], OPEN),
    ('binary, either kind', EITHER, [report('a', part('dip'))], MET),
    ('binary, only the named requirement decides', SUBSET,
     [report('a', part('sk-ppid', tanda_tangan='missing', tahun='unsure'))], MET),
    ('binary, a locked file is never missing', BINARY, [report('a', error=ENCRYPTED)], OPEN),
    ('binary, an unreadable page may hold the document', BINARY,
     [report('a', part('foto'), grades=('good', 'unreadable'))], OPEN),
    ('binary, an empty file holds nothing', BINARY, [report('a', error=EMPTY)], NOTHING),
    ('years, an older one that the question allows', YEARS, [report('a', TAHUN_LAMA)], MET),
    ('years, one that it does not allow', YEARS,
     [report('a', part('sk-ppid', tahun=finding('tahun', 'unsure', 2020, reason='tahun-lama')))], NOTHING),
    ('years, an ISO date', YEARS,
     [report('a', part('sk-ppid', tahun=finding('tahun', 'missing', '2024-03-05', reason='tahun-lain')))], MET),
    ('years, handwritten stays unsure', YEARS,
     [report('a', part('sk-ppid', tahun=finding('tahun', 'unsure', 2025, reason='tulisan-tangan')))], OPEN),
    ('years, decide where the kind only recommends one', 'mode="binary"\nyears=[0]\nwants=[{kinds=["sop"]}]',
     [report('a', part('sop', tahun=finding('tahun', value=2020, required=False)))], NOTHING),
    ('years, never looked at', 'mode="binary"\nyears=[0]\nwants=[{kinds=["sop"]}]', [report('a', part('sop'))], OPEN),
    ('a part without any finding is not accepted', BINARY,
     [report('a', replace(part('sk-ppid'), findings=()))], OPEN),
    ('years, any', ANY, [report('a', part('sk-ppid', tahun='missing'))], MET),
    ('years, without a rule of the question', BINARY, [report('a', TAHUN_LAMA)], OPEN),
    ('all_required, both', BOTH, [report('a', part('sk-ppid')), report('b', part('dip'))], MET),
    ('all_required, both in one file', BOTH, [report('a', part('sk-ppid', (1, 2)), part('dip', (3, 9)))], MET),
    ('all_required, one of two', BOTH, [report('a', part('sk-ppid'))], NOTHING),
    ('all_required, one unsure', BOTH, [report('a', part('sk-ppid')), report('b', part('dip', isi='unsure'))], OPEN),
    ('graded, 4 of 5 reach the step 0.75', GRADED, [sop('a', nama_sop='missing')], (7.5, 0, 'missing')),
    ('graded, 3 of 5 reach the step 0.5', GRADED,
     [sop('a', nama_sop='missing', tanda_tangan='missing')], (5, 0, 'missing')),
    ('graded, what does not apply is not counted', GRADED,
     [sop('a', nama_sop='not_applicable', tanda_tangan='missing')], (7.5, 0, 'missing')),
    ('graded, unsure counted as met for pending', GRADED,
     [sop('a', nama_sop='missing', tanda_tangan='unsure')], (5, 2.5, 'unsure')),
    ('graded, nothing handed in fits', GRADED, [report('a', part('dip'))], NOTHING),
    ('graded by documents, one of two services', SOPS, [sop('a')], (5, 0, 'missing')),
    ('graded by documents, both services', SOPS, [sop('a'), sop('b', service='keberatan')], MET),
    ('graded by documents, the same service twice', SOPS, [sop('a'), sop('b')], (5, 0, 'missing')),
    ('graded by documents, service unsure', SOPS,
     [sop('a'), report('b', part('sop', layanan='unsure'))], (5, 5, 'unsure')),
    ('count, one', COUNT, [sop('a')], (2, 0, 'missing')),
    ('count, two stay on the first line', COUNT, [sop('a'), sop('b')], (2, 0, 'missing')),
    ('count, three', COUNT, [sop('a'), sop('b'), sop('c')], (5, 0, 'missing')),
    ('count, an unsure fourth', COUNT,
     [sop('a'), sop('b'), sop('c'), sop('d', tanda_tangan='unsure')], (5, 5, 'unsure')),
    ('count, a defective one does not count', COUNT, [sop('a'), sop('b', tanda_tangan='missing')], (2, 0, 'missing')),
    ('count, the same number counts once', COUNT,
     [sop('a', number='SOP / 1'), sop('b', number='sop/1'), sop('c', number='SOP/2')], (2, 0, 'missing')),
    ('count, the same bytes count once', COUNT,
     [report(n, part('sop', nomor_sop=finding('nomor-sop')), sha='x') for n in 'abc'], (2, 0, 'missing')),
    ('count, an unreadable file may hold any number', COUNT,
     [sop('a'), report('b', error=ENCRYPTED)], (2, 8, 'unsure')),
]


@pytest.mark.parametrize(('rules', 'reports', 'expected'), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_points_computed_by_hand(
        tmp_path: Path, rules: str, reports: Sequence[Report], expected: tuple[float, float, str]) -> None:
    question = scored(instrument(tmp_path, rules), reports)
    assert (question.points, question.pending, question.status) == expected
    assert question.unassessed == 0
    assert question.max_points == 10


@pytest.mark.parametrize(('given', 'expected'), [
    (answer('1', 'a'), (10, 'met', 10)),
    (answer('1', 'a', word='tidak'), (0, 'missing', 0)),
    (answer('1', 'a', word='empty'), (0, 'empty', 0)),
    (answer('1'), (0, 'no_evidence', 10)),
    (answer('2', 'a'), (0, 'empty', 0)),
    (Answer(BODY, '1', 'ya', (Evidence('hilang.pdf', 'Berkas tidak ditemukan.'),)), (0, 'no_evidence', 10)),
    (Answer('Dinas Lain', '1', 'ya', (Evidence('a'),)), (0, 'empty', 0)),
])
def test_the_answer_decides_what_is_claimed_and_whether_evidence_counts(
        tmp_path: Path, given: Answer, expected: tuple[float, str, float]) -> None:
    result = whole(instrument(tmp_path, BINARY), [report('a', part('sk-ppid'))], given)
    question = result.indicators[0].questions[0]
    assert (question.points, question.status, result.claimed) == expected


def test_a_link_is_left_to_people_and_is_neither_zero_nor_scaled_away(tmp_path: Path) -> None:
    rules = instrument(tmp_path, BINARY)
    only_link = scored(rules, [], answer('1', links=('https://contoh.go.id',)))
    assert (only_link.points, only_link.unassessed, only_link.status) == (0, 10, 'manual')
    bad_file = scored(rules, [report('a', part('dip'))], answer('1', 'a', links=('https://contoh.go.id',)))
    assert (bad_file.points, bad_file.unassessed, bad_file.status) == (0, 10, 'manual')
    good_file = scored(rules, [report('a', part('sk-ppid'))], answer('1', 'a', links=('https://contoh.go.id',)))
    assert (good_file.points, good_file.unassessed, good_file.status) == (10, 0, 'met')


def test_manual_questions_are_unassessed_unless_the_body_says_no() -> None:
    rules = questionnaire.load('mini', KINDS)
    photo, silent, no = answer('B1', 'foto.jpg'), answer('B1', word='empty'), answer('B1', word='tidak')
    for given, unassessed, status in ((photo, 15, 'manual'), (silent, 15, 'manual'), (no, 0, 'missing')):
        result = scoring.tally(rules, BODY, [given], {'foto.jpg': [report('foto.jpg', part('foto'))]}, PERIOD)
        question = result.indicators[1].questions[0]
        assert (question.points, question.unassessed, question.status) == (0, unassessed, status)


def test_another_bodys_document_waits_for_a_decision_and_names_both(tmp_path: Path) -> None:
    registry = Bodies((Body(BODY), Body('Dinas Pendidikan')))
    strange = report('a', part('sk-ppid', judul=finding('judul', words='KEPUTUSAN KEPALA DINAS PENDIDIKAN')))
    question = scored(instrument(tmp_path, BINARY), [strange], bodies=registry)
    assert (question.points, question.pending, question.status) == (0, 10, 'unsure')
    step = next(step for step in question.because if step.reason == 'badan-lain')
    assert 'Dinas Pendidikan' in step.says and BODY in step.says
    (after,) = question.next
    assert (after.points, after.says) == (10, 'Unggah SK PPID milik Dinas Kesehatan sendiri.')
    assert scored(instrument(tmp_path, 'own_body=false\n' + BINARY), [strange], bodies=registry).points == 10


def test_question_weights_of_another_sum_are_scaled_to_the_indicator() -> None:
    rules = questionnaire.load('mini', KINDS)
    reports = {'a': [report('a', part('sk-ppid'))], 'b': [report('b', part('dip'))]}
    result = scoring.tally(rules, BODY, [answer('A1', 'a'), answer('A2', 'a', 'b'), answer('A3', 'b')], reports, PERIOD)
    assert [q.points for q in result.indicators[0].questions] == [10, 15, 5, 0]
    assert (result.verified, result.max, result.predicate) == (30, 60, ('Sedang', 'Baik'))


@pytest.mark.parametrize(('weight', 'label'), [
    (89.95, 'Sedang'), (89.999999, 'Sedang'), (90, 'Tinggi'), (49.99, 'Rendah'), (50, 'Sedang'),
])
def test_predicate_bands_are_half_open_and_nothing_is_rounded_before(
        tmp_path: Path, weight: float, label: str) -> None:
    assert whole(instrument(tmp_path, BINARY, weight), [report('a', part('sk-ppid'))]).predicate == (label, 'Tinggi')


def test_tenths_add_up_exactly_to_a_band_limit(tmp_path: Path) -> None:
    """Nine hundred times 0.1 is 89.99999999999885 in floats, and 90 here."""
    bits = ''.join(f'[[indicators.questions]]\ncode="q{i}"\ntext="t{i}"\nweight=0.1\n{BINARY}\n' for i in range(900))
    file = tmp_path / 'uji.toml'
    file.write_text(f'{HEAD}id="satu"\nname="Satu"\nweight=90\n{bits}{REST.replace("90", "10")}', encoding='utf-8')
    rules = questionnaire.load(file, KINDS)
    answers = [*(answer(f'q{i}', 'a') for i in range(900)), answer('9', word='tidak')]
    result = scoring.tally(rules, BODY, answers, {'a': [report('a', part('sk-ppid'))]}, PERIOD)
    assert (result.verified, result.predicate) == (90, ('Tinggi', 'Tinggi'))


def test_the_first_step_alone_says_why_there_is_nothing(tmp_path: Path) -> None:
    empty = finding('nomor', 'missing', reason='label-kosong', words='NOMOR :', page=3)
    empty = replace(empty, message='Nomor keputusan belum diisi.')
    question = scored(instrument(tmp_path, BINARY), [report('Dinas/1.2/sk.pdf', part('sk-ppid', nomor=empty))])
    assert question.because[0].says == '0 dari 10 poin: Nomor keputusan belum diisi. (sk.pdf, halaman 3)'
    step = next(step for step in question.because if step.requirement == 'nomor')
    assert (step.questionnaire, step.question, step.mode) == ('uji', '1', 'binary')
    assert (step.file, step.kind, step.pages) == ('Dinas/1.2/sk.pdf', 'sk-ppid', (1, 1))
    assert (step.status, step.reason, step.place) == ('missing', 'label-kosong', empty.place)


def test_a_year_that_the_question_refuses_is_said_with_both_years(tmp_path: Path) -> None:
    old = part('sk-ppid', tahun=finding('tahun', 'met', 2020))
    question = scored(instrument(tmp_path, YEARS), [report('a', old)])
    step = next(step for step in question.because if step.requirement == 'tahun')
    assert (step.status, step.reason) == ('missing', 'tahun-lain')
    assert step.says == 'Tahun: tahun 2020, yang diminta 2024 atau 2025.'


def test_files_that_serve_nothing_are_named_with_their_reason(tmp_path: Path) -> None:
    question = scored(instrument(tmp_path, SOPS), [sop('a'), sop('b', service='sengketa'), report('c', part('dip'))])
    says = [step.says for step in question.because]
    assert 'b: Untuk layanan lain: sengketa.' in says
    assert 'c: Jenis dokumen lain: DIP.' in says
    assert not any(line.startswith('a: Untuk layanan lain') for line in says)  # it serves the other wish


NEXT: list[tuple[str, str, Sequence[Report], list[tuple[float, str]]]] = [
    ('a defect', BINARY, [report('a', part('sk-ppid', nomor='missing'))], [(10, 'a: lengkapi Nomor.')]),
    ('two defects only together', BINARY, [report('a', part('sk-ppid', nomor='missing', tahun='unsure'))],
     [(10, 'a: lengkapi Nomor, Tahun.')]),
    ('nothing handed in', BINARY, [], [(10, 'Unggah SK PPID.')]),
    ('a locked file', BINARY, [report('a', error=ENCRYPTED)], [(10, 'Unggah ulang a: Berkas dikunci kata sandi.')]),
    ('one of two documents', BOTH, [report('a', part('sk-ppid'))], [(10, 'Unggah DIP.')]),
    ('both documents only together', BOTH, [report('c', part('foto'))], [(10, 'Lengkapi semuanya: SK PPID, DIP.')]),
    ('graded, alone and together', GRADED, [sop('a', nama_sop='missing', tanda_tangan='missing')],
     [(5, 'a: lengkapi Nama sop, Tanda tangan.'), (2.5, 'a: lengkapi Nama sop.'), (2.5, 'a: lengkapi Tanda tangan.')]),
    ('count, the next lines', COUNT, [sop('a')],
     [(8, 'Tambah 3 dokumen SOP yang lengkap.'), (3, 'Tambah 2 dokumen SOP yang lengkap.')]),
    ('all there', BINARY, [report('a', part('sk-ppid'))], []),
]


@pytest.mark.parametrize(('rules', 'reports', 'expected'), [c[1:] for c in NEXT], ids=[c[0] for c in NEXT])
def test_next_names_what_brings_points_the_most_first(
        tmp_path: Path, rules: str, reports: Sequence[Report], expected: list[tuple[float, str]]) -> None:
    assert [(step.points, step.says) for step in scored(instrument(tmp_path, rules), reports).next] == expected


# What holds for any evidence: many seeded random batches, through the real instruments.

TINY = 1e-9
"""The tally's floats are exact fractions converted once; sums of two of them may differ in the last bit."""

STATUSES: tuple[Status, ...] = ('met', 'met', 'met', 'unsure', 'missing', 'not_applicable')


def _random_part(rng: random.Random) -> Part:
    kind = rng.choice(('sk-ppid', 'dip', 'sop', 'maklumat', 'foto'))
    found: dict[str, Any] = {}
    for requirement in KINDS[KindId(kind)].requirements:
        status = rng.choice(STATUSES) if rng.random() < 0.3 else 'met'
        value = {'tahun': rng.choice((2023, 2024, 2025)), 'nomor-sop': rng.choice(('1', '2', None)),
                 'layanan': rng.choice(('permohonan', 'keberatan', 'dip'))}.get(requirement.id)
        found[requirement.id] = finding(requirement.id, status, value, required=requirement.required)
    return part(kind, **found)


def _random_batch(rng: random.Random, codes: Sequence[str]) -> tuple[list[Answer], dict[str, list[Report]]]:
    reports = {}
    for n in range(rng.randint(0, 7)):
        error = ENCRYPTED if rng.random() < 0.1 else None
        parts = [] if error else [_random_part(rng) for _n in range(rng.randint(0, 3))]
        reports[f'f{n}'] = [report(f'f{n}', *parts, error=error, sha=rng.choice((None, 'x')),
                                   grades=(rng.choice(('good', 'good', 'good', 'unreadable')),))]
    words: tuple[AnswerWord, ...] = ('ya', 'ya', 'ya', 'tidak', 'empty')
    answers = []
    for code in codes:
        files = rng.sample(sorted(reports), rng.randint(0, len(reports)))
        links = ('https://a.id',) if rng.random() < 0.1 else ()
        answers.append(answer(code, *files, word=rng.choice(words), links=links))
    return answers, reports


def _decided(rng: random.Random, reports: Mapping[str, Sequence[Report]]) -> dict[str, list[Report]]:
    """The same reports after people have decided some of the unsure findings."""
    verdicts: tuple[Status, ...] = ('met', 'missing', 'unsure')

    def decide(one: Part) -> Part:
        decided = (replace(f, status=rng.choice(verdicts)) if f.status == 'unsure' else f for f in one.findings)
        return replace(one, findings=tuple(decided))
    return {name: [replace(r, parts=tuple(map(decide, r.parts))) for r in rs] for name, rs in reports.items()}


@pytest.mark.parametrize('name', ['mini', 'opd-2025'])
def test_promises_hold_for_any_evidence(name: str) -> None:
    rules = questionnaire.load(name, KINDS)
    for seed in range(150):
        rng = random.Random(seed)
        answers, reports = _random_batch(rng, list(rules.questions))
        one = scoring.tally(rules, BODY, answers, reports, PERIOD)
        highest = one.verified + one.pending
        assert 0 <= one.verified <= highest <= highest + one.unassessed <= one.max + TINY, seed
        for question in (q for i in one.indicators for q in i.questions):
            assert all(0 < step.points <= question.max_points - question.points + TINY for step in question.next), seed
        shuffled = [replace(a, files=tuple(rng.sample(a.files, len(a.files)))) for a in reversed(answers)]
        assert scoring.tally(rules, BODY, shuffled, dict(reversed(reports.items())), PERIOD) == one, seed
        later = scoring.tally(rules, BODY, answers, _decided(rng, reports), PERIOD)
        assert one.verified - TINY <= later.verified <= later.verified + later.pending <= highest + TINY, seed


def test_the_bodies_of_the_batch_are_known_without_a_table(tmp_path: Path) -> None:
    strange = report('a', part('sk-ppid', kop=finding('kop', words='DINAS PERHUBUNGAN')))
    known = Bodies(()).with_names([BODY, 'Dinas Perhubungan'])
    question = scored(instrument(tmp_path, BINARY), [strange], bodies=known)
    assert question.status == 'unsure'

"""An instrument that can't be meant is refused with file, entry and what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from checker import questionnaire, rulebook
from checker.errors import RuleError
from checker.model import Mode
from checker.predicates import exact
from tests.evidence import KINDS

HEAD = 'id="uji"\nname="Uji"\nyear=2025\ncategory="OPD"\ntotal=10\nsources=[{id="uji", says="uji"}]\n'
BANDS = 'predicates=[{label="B", low=5, high=10}, {label="K", low=0, high=5}]\n'
QUESTION = '[[indicators.questions]]\ncode="1"\ntext="t"\nweight=10\nmode="binary"\nwants=[{kinds=["sk-ppid"]}]\n'
LADDER = 'ladders=[{weight=5, grades=[{letter="A", points=5}, {letter="B", points=0}]}]\n'
INDICATOR = '[[indicators]]\nid="i"\nname="I"\nweight=10\n'


def loaded(folder: Path, text: str) -> questionnaire.Questionnaire:
    file = folder / 'uji.toml'
    file.write_text(text, encoding='utf-8')
    return questionnaire.load(file, KINDS)


def question(*changes: tuple[str, str]) -> str:
    text = HEAD + BANDS + INDICATOR + QUESTION
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


REFUSED = [
    ('kind', [('sk-ppid', 'sk-pid')], 'wants[1].kinds: jenis dokumen "sk-pid" tidak ada. Maksud Anda "sk-ppid"?'),
    ('requirement', [('{kinds=["sk-ppid"]}', '{kinds=["sk-ppid"], requirements=["nomer"]}')],
     'syarat "nomer" tidak ada pada jenis sk-ppid. Maksud Anda "nomor"?'),
    ('service', [('{kinds=["sk-ppid"]}', '{kinds=["sop"], service="keberatn"}')], 'Maksud Anda "keberatan"?'),
    ('service of a kind without one', [('{kinds=["sk-ppid"]}', '{kinds=["dip"], service="dip"}')], 'syarat "layanan"'),
    ('years of a kind without a year', [('"sk-ppid"', '"maklumat"'), ('mode=', 'years=[0]\nmode=')], 'syarat "tahun"'),
    ('mode', [('"binary"', '"binery"')], 'Maksud Anda "binary"?'),
    ('key', [('wants=', 'want=')], 'Maksud Anda "wants"?'),
    ('sum of questions', [('weight=10\nmode', 'weight=9.5\nmode')],
     'indicators "i".questions: jumlah bobot 9.5, seharusnya 10.'),
    ('sum of indicators', [('total=10', 'total=12')], 'indicators: jumlah bobot 10, seharusnya 12.'),
    ('weight of nothing', [('weight=10\nmode', 'weight=0\nmode')], 'setiap bobot (weight) harus lebih dari 0'),
    ('code twice', [(QUESTION, QUESTION.replace('=10', '=5') * 2)], 'questions: "1" ditulis dua kali.'),
    ('bands with a gap', [('low=5', 'low=5.1')], 'celah atau tumpang tindih antara 5 dan "B" (mulai 5.1).'),
    ('bands that overlap', [('low=5', 'low=4')], 'celah atau tumpang tindih antara 5 dan "B" (mulai 4).'),
    ('bands that end early', [('low=5, high=10', 'low=5, high=9.9')], 'predikat berakhir di 9.9, seharusnya 10.'),
    ('bands that begin late', [('low=0', 'low=1')], 'antara 0 dan "K"'),
    ('a label twice', [('"K"', '"B"')], '"B" ditulis dua kali.'),
    ('binary of two', [('"]}]', '"]}, {kinds=["dip"]}]')], 'mode binary tidak cocok dengan 2 bukti'),
    ('manual with evidence', [('"binary"', '"manual"')], 'mode manual tidak cocok dengan 1 bukti'),
    ('steps without graded', [('wants', 'steps=[1, 0]\nwants')], 'steps diisi jika dan hanya jika mode graded'),
    ('graded without steps', [('"binary"', '"graded"')], 'steps diisi jika dan hanya jika mode graded'),
    ('rising steps', [('"binary"', '"graded"\nsteps=[0, 1]')], 'harus turun dari 1 ke 0'),
    ('steps that never reach the weight', [('"binary"', '"graded"\nsteps=[0.8, 0]')], 'harus turun dari 1 ke 0'),
    ('a table that ends below the weight', [('"binary"', '"count"\ntable=[{at_least=1, points=9}]')],
     'baris terakhir 9 poin, seharusnya 10'),
    ('a falling table',
     [('"binary"', '"count"\ntable=[{at_least=2, points=1}, {at_least=1, points=10}]')], 'harus naik'),
    ('the same text twice in an indicator',
     [(QUESTION, (half := QUESTION.replace('=10', '=5')) + half.replace('"1"', '"2"'))], '"t" ditulis dua kali.'),
    ('bands twice', [(BANDS, BANDS + 'predicate_set="ki-pusat"\n')], 'isi salah satu: predicates atau predicate_set'),
    ('no bands', [(BANDS, '')], 'isi salah satu: predicates atau predicate_set'),
    ('an unknown set of bands', [(BANDS, 'predicate_set="ki-pusta"\n')], 'Maksud Anda "ki-pusat"?'),
    ('a set for another total', [(BANDS, 'predicate_set="ki-pusat"\n')], 'total 100, sedangkan total kuesioner 10'),
    ('a source that is not listed', [('mode=', 'source="ujii:3"\nmode=')], 'sumber "ujii" tidak ada di sources. M'),
    ('a source of an indicator', [('name="I"', 'name="I"\nquestion_weights_source="x"')], 'sumber "x" tidak ada'),
    ('a ladder without the weight', [(BANDS, BANDS + LADDER), ('"binary"\nwants=[{kinds=["sk-ppid"]}]', '"manual"')],
     'questions "1": bobot 10 tidak ada di ladders'),
    ('marks below the weight', [('"binary"', '"graded"\ngrades=[{letter="A", points=9}]')],
     'grades: harus turun dari 10'),
    ('marks that rise', [('"binary"', '"graded"\ngrades=[{letter="A", points=10}, {letter="B", points=10}]')],
     'grades: harus turun dari 10'),
    ('a letter twice', [('"binary"', '"graded"\ngrades=[{letter="A", points=10}, {letter="A", points=0}]')],
     'grades: "A" ditulis dua kali'),
    ('marks and steps', [('"binary"', '"graded"\nsteps=[1, 0]\ngrades=[{letter="A", points=10}]')],
     'steps atau grades'),
    ('marks of a binary question', [('"binary"', '"binary"\ngrades=[{letter="A", points=10}]')], 'jika dan hanya jika'),
    ('essential without shares', [('"]}]', '"], essential=["nomor"]}]')], 'essential hanya untuk mode graded'),
    ('essential that does not decide',
     [('"binary"', '"graded"\nsteps=[1, 0]'), ('"]}]', '"], requirements=["nomor"], essential=["tahun"]}]')],
     'essential: "tahun" tidak ikut memutuskan'),
    ('confirm of another kind', [('"]}]', '"], confirm=["dip"]}]')], 'confirm: "dip" tidak ada di kinds'),
    ('no kinds', [('["sk-ppid"]', '[]')], 'kinds dan years tidak boleh kosong'),
    ('a kind that requires nothing', [('"sk-ppid"', '"foto"')], 'tidak punya syarat wajib'),
    ('the same wish twice',
     [('"binary"', '"all_required"'), ('"]}]', '"]}, {kinds=["sk-ppid"]}]')], 'ditulis dua kali'),
]


@pytest.mark.parametrize(('changes', 'says'), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_meant_is_refused(tmp_path: Path, changes: list[tuple[str, str]], says: str) -> None:
    with pytest.raises(RuleError) as caught:
        loaded(tmp_path, question(*changes))
    assert says in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / 'uji.toml'))


def test_the_unchanged_instrument_is_accepted(tmp_path: Path) -> None:
    assert loaded(tmp_path, question()).questions['1'].wants[0].kinds == ('sk-ppid',)


def test_a_declared_sum_of_questions_scales_them(tmp_path: Path) -> None:
    changes = (('name="I"\n', 'name="I"\nquestions_total=4\n'), ('weight=10\nmode', 'weight=4\nmode'))
    rules = loaded(tmp_path, question(*changes))
    assert rules.indicators[0].scale * exact(rules.questions['1'].weight) == 10


def test_an_unknown_name_offers_the_near_one() -> None:
    with pytest.raises(RuleError, match='Maksud Anda "opd-2025"'):
        questionnaire.load('opd-2024', KINDS)


def test_the_hash_changes_with_the_content(tmp_path: Path) -> None:
    assert loaded(tmp_path, question()).hash != loaded(tmp_path, question(('text="t"', 'text="u"'))).hash


def test_the_packaged_instruments_load_against_the_packaged_rules() -> None:
    kinds = rulebook.load().kinds
    rules = {name: questionnaire.load(name, kinds) for name in questionnaire.names()}
    assert {'opd-2025', 'mini'} <= rules.keys()
    assert {i.id: i.weight for i in rules['opd-2025'].indicators} == {
        'sarpras': 10, 'kualitas': 10, 'jenis': 40, 'komitmen': 10, 'digitalisasi': 20, 'pengadaan': 10}


def test_every_mode_is_used_by_an_instrument_and_what_is_ours_is_marked_so() -> None:
    rules = [questionnaire.load(name, KINDS) for name in questionnaire.names()]
    assert {q.mode for r in rules for q in r.questions.values()} == set(get_args(Mode))
    assert all(any(source.derived for source in r.sources) for r in rules)


@pytest.mark.parametrize('name', ['opd-2025', 'kementerian-2024'])
def test_every_weight_and_question_of_an_instrument_names_its_source(name: str) -> None:
    rules = questionnaire.load(name, KINDS)
    assert all(i.source and i.question_weights_source for i in rules.indicators)
    assert all(question.source for question in rules.questions.values())
    used = {q.source.partition(':')[0] for q in rules.questions.values()}
    used |= {s for i in rules.indicators for s in (i.source, i.question_weights_source)}
    assert {source.id for source in rules.sources if not source.derived} <= used


def test_the_ministry_instrument_has_all_rows_with_the_marks_of_their_weights() -> None:
    """103 rows of 15 + 25 + 30 + 20 + 10 points; 3 points fall by thirds, half a point has no E."""
    rules = questionnaire.load('kementerian-2024', KINDS)
    assert [(i.id, i.weight, len(i.questions)) for i in rules.indicators] == [
        ('mengumumkan', 15, 21), ('menyediakan', 25, 46), ('sarpras', 30, 18), ('kelembagaan', 20, 12),
        ('digitalisasi', 10, 6)]
    marks = {q.weight: [(g.letter, g.points) for g in q.grades] for q in rules.questions.values() if q.grades}
    assert marks == {
        0.5: [('A', 0.5), ('B', 0.3), ('C', 0.15), ('D', 0)],
        1: [('A', 1), ('B', 0.75), ('C', 0.5), ('D', 0.25), ('E', 0)],
        2: [('A', 2), ('B', 1.5), ('C', 1), ('D', 0.5), ('E', 0)],
        3: [('A', 3), ('B', 2), ('C', 1), ('D', 0)],
        4: [('A', 4), ('B', 3), ('C', 2), ('D', 1), ('E', 0)]}


@pytest.mark.parametrize(('name', 'points'), [('opd-2025', 37.5), ('kementerian-2024', 9)])
def test_documents_answer_as_many_points_as_the_instrument_says(name: str, points: float) -> None:
    rules = questionnaire.load(name, rulebook.load().kinds)
    assert sum(q.weight for q in rules.questions.values() if q.mode != 'manual') == points
    text = (rulebook.rules_folder() / 'questionnaires' / f'{name}.toml').read_text('utf-8').replace('\n# ', ' ')
    assert f'Documents answer {points:g} of the 100 points.' in text


def test_the_origin_of_a_question_and_what_is_not_cited_are_told() -> None:
    rules = questionnaire.load('opd-2025', KINDS)
    assert rules.origin('1.4').splitlines() == [
        'Pertanyaan: SAQ Kabupaten Sragen (ppid.sragenkab.go.id), 1.1.2.2.',
        'Bobot: Disusun untuk alat ini, bukan instrumen resmi.']
    assert rules.notice == 'Disusun untuk alat ini, bukan instrumen resmi.'
    assert questionnaire.load('mini', KINDS).origin('A1') == ''


def test_a_row_pasted_twice_into_the_ministry_instrument_is_refused(tmp_path: Path) -> None:
    """As in the table that it is modelled on, where two rows stand twice: 101 points of 100."""
    text = (rulebook.rules_folder() / 'questionnaires' / 'kementerian-2024.toml').read_text('utf-8')
    row = next(line for line in text.splitlines(keepends=True) if 'code = "2.35"' in line)
    for again, says in ((row, 'questions: "2.35" ditulis dua kali'),
                        (row.replace('2.35', '2.99'), 'ditulis dua kali'),
                        (row.replace('2.35', '2.99').replace('text = "', 'text = "Lagi: '),
                         'indicators "menyediakan".questions: jumlah bobot 25.5, seharusnya 25.')):
        with pytest.raises(RuleError) as caught:
            loaded(tmp_path, text.replace(row, row + again))
        assert says in str(caught.value)


def test_codes_are_drawn_together_where_they_are_neighbours() -> None:
    order = ['1.1', '1.2', '1.3', '1.10', '2.1', '2.2']
    assert questionnaire.ranges(['1.10', '1.2', '1.3', '2.2'], order) == '1.2–1.10, 2.2'
    assert questionnaire.ranges(['1.1', '1.2', '2.1'], order) == '1.1, 1.2, 2.1'
    assert questionnaire.ranges([], order) == ''

"""An instrument that can't be meant is refused with file, entry and what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from checker import questionnaire, rulebook
from checker.errors import RuleError
from checker.model import Mode
from checker.questionnaire import exact
from tests.evidence import KINDS

HEAD = 'id="uji"\nname="Uji"\nyear=2025\ncategory="OPD"\ntotal=10\nsources=["uji"]\n'
BANDS = 'predicates=[{label="B", low=5, high=10}, {label="K", low=0, high=5}]\n'
QUESTION = '[[indicators.questions]]\ncode="1"\ntext="t"\nweight=10\nmode="binary"\nwants=[{kinds=["sk-ppid"]}]\n'
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


def test_every_mode_is_used_by_an_instrument_and_each_names_its_sources() -> None:
    rules = [questionnaire.load(name, KINDS) for name in questionnaire.names()]
    assert {q.mode for r in rules for q in r.questions.values()} == set(get_args(Mode))
    assert all('[derived]' in ' '.join(r.sources) for r in rules)

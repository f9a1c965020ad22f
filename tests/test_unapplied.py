"""Rules that no document of a batch met or failed are named, once, with what they concern."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import questionnaire, scoring
from checker.cli import main
from checker.model import Report
from checker.questionnaire import Questionnaire
from checker.unapplied import MANY, Applied, of_kinds, of_questionnaire
from tests.evidence import BODY, KINDS, PERIOD, answer, finding, part, report

HEAD = 'Aturan yang tidak pernah berlaku di kiriman ini:'
SAMPLES = Path(__file__).parents[1] / 'sample_docs'


@pytest.fixture(scope='module')
def asked() -> Questionnaire:
    return questionnaire.load('mini', KINDS)


def told(asked: Questionnaire, reports: Sequence[Report], answers: Mapping[str, Sequence[str]]) -> list[str]:
    applied = Applied()
    for each in reports:
        applied.report(each)
    given = [answer(code, *files) for code, files in answers.items()]
    applied.tally(scoring.tally(asked, BODY, given, {each.file: [each] for each in reports}, PERIOD))
    return [line.strip() for line in of_questionnaire(applied, asked).splitlines()]


def whole() -> list[Report]:
    return [report(kind, part(kind)) for kind in ('sk-ppid', 'dip', 'sop')]


EVERY = {'A1': ['sk-ppid'], 'A2': ['sk-ppid', 'dip'], 'A3': ['dip'], 'A4': ['sop'], 'B1': ['dip']}


def test_nothing_is_said_where_everything_applied(asked: Questionnaire) -> None:
    assert told(asked, whole(), EVERY) == []


def test_absent_kinds_and_silent_questions_are_named(asked: Questionnaire) -> None:
    lines = told(asked, whole()[:1], {'A1': ['sk-ppid']})
    assert lines == [
        HEAD,
        'Jenis dokumen yang tidak ada satu pun: DIP, SOP.',
        'Pertanyaan yang tidak dijawab Ya oleh badan mana pun: A2–A4, B1.',
    ]


def test_a_question_that_only_got_other_kinds_is_named(asked: Questionnaire) -> None:
    lines = told(asked, whole(), EVERY | {'A4': ['dip']})
    assert lines == [HEAD, 'Pertanyaan yang hanya diberi berkas berjenis lain: A4.']


def test_an_unreadable_file_may_be_what_is_wanted(asked: Questionnaire) -> None:
    dark = report('gelap', grades=('unreadable',))
    assert told(asked, [*whole(), dark], EVERY | {'A4': ['gelap']}) == []


def test_requirements_that_were_never_decided_are_named_from_the_first_document_on(asked: Questionnaire) -> None:
    odd = report('dip', part('dip', klasifikasi='unsure', isi='not_applicable'))
    assert told(asked, [*whole()[:1], odd, whole()[2]], EVERY) == [
        HEAD,
        'DIP (1 dokumen), tidak pernah diputuskan: Klasifikasi, Isi.',
    ]


def test_requirements_that_nobody_met_are_named_from_three_documents_on(asked: Questionnaire) -> None:
    lists = [report(f'dip{n}', part('dip', isi='missing')) for n in range(3)]
    others = [each for each in whole() if each.file != 'dip']
    answers = EVERY | {'A2': ['sk-ppid', 'dip0'], 'A3': ['dip0'], 'B1': ['dip0']}
    assert told(asked, [*others, *lists[:2]], answers) == []
    assert told(asked, [*others, *lists], answers) == [
        HEAD,
        'DIP (3 dokumen), tidak pernah terpenuhi: Isi. Periksa kata-kata di aturannya.',
    ]


def test_a_file_handed_in_often_counts_once(asked: Questionnaire) -> None:
    lists = [report(f'dip{n}', part('dip', isi='missing'), sha='x') for n in range(3)]
    answers = EVERY | {'A2': ['sk-ppid', 'dip0'], 'A3': ['dip0'], 'B1': ['dip0']}
    assert told(asked, [*[each for each in whole() if each.file != 'dip'], *lists], answers) == []


def test_files_without_a_questionnaire_are_a_batch_from_ten_on() -> None:
    applied = Applied()
    for n in range(MANY):
        assert of_kinds(applied, KINDS) == ''
        applied.report(report(f'f{n}', part('dip', isi='missing', tahun=finding('tahun', 'missing'))))
    lines = of_kinds(applied, KINDS).splitlines()
    assert lines[0] == HEAD and 'SK PPID' in lines[1] and 'Foto' not in ' '.join(lines)
    assert max(map(len, lines)) <= 100
    assert lines[-1].strip() == (
        'DIP (10 dokumen), tidak pernah terpenuhi: Tahun, Isi. Periksa kata-kata di aturannya.'
    )


def test_the_command_tells_it_apart_from_its_results() -> None:
    words = ['score', str(SAMPLES / 'contoh-batch'), '--questionnaire', 'opd-2025', '--period', '2025', '--no-store']
    done = CliRunner().invoke(main, [*words, '--json'])
    assert done.exit_code == 0 and len(done.stdout.splitlines()) == 2
    assert HEAD in done.stderr and HEAD not in done.stdout
    assert 'tidak dijawab Ya oleh badan mana pun: 1.2' in done.stderr

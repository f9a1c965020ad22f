"""The contract of `score --json` and the readable answer to "why"."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from checker import questionnaire, scoring
from checker.exports.tally import question_json, score_text, tally_json, why_text
from checker.model import Candidate, Place, Tally
from tests.evidence import BODY, KINDS, PERIOD, answer, finding, part, report


def tally() -> Tally:
    near = Candidate(Place(4, (300.0, 80.06, 420.44, 92.0), None, 'NOMOR : ......'), 100.0, 'placeholder')
    number = finding('nomor', 'missing', reason='label-kosong', words='NOMOR :')
    number = replace(number, message='Nomor keputusan belum diisi.', advice='Unggah naskah yang sudah bernomor.',
                     candidate=near)
    reports = {'sk.pdf': [report('sk.pdf', part('sk-ppid', (1, 4), nomor=number))],
               'dip.pdf': [report('dip.pdf', part('dip', isi='unsure'))]}
    rules = questionnaire.load('mini', KINDS)
    return scoring.tally(rules, BODY, [answer('A1', 'sk.pdf'), answer('A3', 'dip.pdf')], reports, PERIOD)


def test_the_keys_are_those_of_the_catalogue_in_its_order() -> None:
    data = json.loads(tally_json(tally()))
    assert list(data) == ['body', 'claimed', 'verified', 'pending', 'unassessed', 'max', 'predicate', 'indicators']
    assert list(data['indicators'][0]) == ['id', 'weight', 'verified', 'pending', 'unassessed', 'questions']
    assert list(data['indicators'][0]['questions'][0]) == [
        'code', 'mode', 'weight', 'points', 'pending', 'unassessed', 'max_points', 'answer', 'status', 'because',
        'next', 'notes',
    ]
    assert data['predicate'] == ['Kurang', 'Kurang']
    assert [data[key] for key in ('claimed', 'verified', 'pending', 'unassessed', 'max')] == [15, 2.5, 2.5, 15, 60]


def test_a_step_names_rule_file_part_requirement_finding_and_place() -> None:
    steps = json.loads(tally_json(tally()))['indicators'][0]['questions'][0]['because']
    step = next(step for step in steps if step['requirement'] == 'nomor')
    assert step == {
        'rule': {'questionnaire': 'mini', 'question': 'A1', 'mode': 'binary'},
        'says': 'Nomor keputusan belum diisi.', 'file': 'sk.pdf', 'part': {'kind': 'sk-ppid', 'pages': [1, 4]},
        'requirement': 'nomor', 'status': 'missing', 'reason': 'label-kosong',
        'page': 1, 'box': [10.0, 20.0, 30.0, 40.0], 'at': None, 'found': 'NOMOR :',
        'candidate': {'page': 4, 'box': [300.0, 80.1, 420.4, 92.0], 'at': None, 'text': 'NOMOR : ......',
                      'score': 100.0, 'rejected_by': 'placeholder'},
    }


def test_why_goes_from_points_to_page_and_words_and_ends_with_what_helps() -> None:
    assert why_text(tally(), 'A1').splitlines() == [
        'Dinas Kesehatan · A1 SK PPID.',
        '0 dari 10 poin: Nomor keputusan belum diisi. (sk.pdf, halaman 1)',
        '  - SK PPID: sk.pdf belum lengkap.',
        '        halaman 1–4',
        '    - Nomor keputusan belum diisi.',
        '        halaman 1: "NOMOR :"',
        '        paling mirip: halaman 4: "NOMOR : ......"; ditolak karena placeholder',
        '',
        'Supaya nilai naik:',
        '  +10  sk.pdf: Nomor. Unggah naskah yang sudah bernomor.',
    ]


def test_the_score_in_words_never_rounds_a_body_up() -> None:
    whole = replace(tally(), verified=89.999, max=100.0, unassessed=10.0, predicate=('Menuju Informatif', 'Informatif'))
    text = score_text(whole)
    assert 'Nilai terverifikasi: 89,99 dari 100' in text
    assert 'alat ini menilai 90 dari 100 poin' in text
    assert 'Predikat: Menuju Informatif s.d. Informatif' in text


def test_the_noise_of_floats_is_not_shown() -> None:
    assert 'alat ini menilai 25,1 dari 100 poin' in score_text(replace(tally(), max=100.0, unassessed=74.9))


def test_every_question_stands_once_under_its_indicator() -> None:
    assert score_text(tally()).splitlines()[-4:] == [
        '  Dokumen: 2,5 / 45', '    tidak terpenuhi A1 · perlu diperiksa A3 · belum dijawab A2, A4',
        '  Kunjungan: 0 / 15', '    dinilai orang B1']
    half = {'dip': [report('dip', part('dip', isi='missing'))]}
    rules = questionnaire.load('mini', KINDS)
    shown = score_text(scoring.tally(rules, BODY, [answer('A3', 'dip')], half, PERIOD))
    assert 'sebagian A3 · belum dijawab A1, A2, A4' in shown


def test_a_hundred_questions_stay_readable() -> None:
    rules = questionnaire.load('kementerian-2024', KINDS)
    answers = [answer(code, *(['sop'] if code == '4.2' else [])) for code in list(rules.questions)[::3]]
    whole = scoring.tally(rules, BODY, answers, {'sop': [report('sop', part('sop'))]}, PERIOD)
    lines = score_text(whole).splitlines()
    assert len(lines) < 30 and max(map(len, lines)) <= 100
    assert any('dinilai orang 2.1–2.46' in line for line in lines)


def test_long_steps_are_wrapped_under_their_dash() -> None:
    file = 'SK Kepala Dinas tentang Penetapan Pejabat Pengelola Informasi dan Dokumentasi Tahun 2025 final.pdf'
    reports = {file: [report(file, part('sk-ppid', nomor='missing'))]}
    whole = scoring.tally(questionnaire.load('mini', KINDS), BODY, [answer('A1', file)], reports, PERIOD)
    lines = why_text(whole, 'A1').splitlines()
    assert max(map(len, lines)) <= 100
    at = next(i for i, line in enumerate(lines) if line.startswith('  - SK PPID'))
    assert lines[at + 1].startswith('    ') and lines[at + 1].endswith('belum lengkap.')


def test_the_origin_stands_at_the_end() -> None:
    assert why_text(tally(), 'A1', 'Bobot: SAQ.').splitlines()[-2:] == ['', 'Bobot: SAQ.']


def test_an_unknown_question_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        why_text(tally(), '9.9')


def test_a_name_in_another_encoding_survives_utf_8() -> None:
    odd = replace(tally(), body='Dinas \udcff\u2028A')
    line = tally_json(odd)
    assert line.encode('utf-8') and len(line.splitlines()) == 1
    assert json.loads(line)['body'] == odd.body
    assert json.loads(question_json(tally().indicators[0].questions[0]))['code'] == 'A1'

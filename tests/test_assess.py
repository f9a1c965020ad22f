"""Batches of small real files through planning, reading, checking and scoring."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from checker import questionnaire, rulebook
from checker.assess import only, plan, tallies
from checker.cli import main
from checker.driver import Examiner
from checker.errors import UsageError
from checker.exports.tally import tally_json
from checker.questionnaire import Questionnaire
from checker.reading.lazy import LazyReader
from checker.rulebook import Rulebook
from tests.bench.material import text_pdf
from tests.photos import ANNEX, THIRD, photos
from tests.photos import FIRST as FIRST_PAGE
from tests.photos import SECOND as SECOND_PAGE

PERIOD = 2025
SAMPLES = Path(__file__).parents[1] / 'sample_docs'
FIRST, SECOND = 'Dinas Komunikasi dan Informatika', 'Dinas Perikanan'
BODIES = f'name;aliases;level;parent;category\n{FIRST};Diskominfo;;;\n{SECOND};;;;\n'


@pytest.fixture(scope='module')
def book() -> Rulebook:
    return rulebook.load()


@pytest.fixture(scope='module')
def asked(book: Rulebook) -> Questionnaire:
    return questionnaire.load('opd-2025', book.kinds)


@pytest.fixture
def examiner(book: Rulebook) -> Iterator[Examiner]:
    with LazyReader(1) as reader, Examiner(book, period=PERIOD, reader=reader) as examiner:
        yield examiner


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """A decree of the first body in the place of the second, and one where it belongs, under the body's short name."""
    root = tmp_path / 'kiriman'
    for number, (body, folder) in enumerate((('Diskominfo', '4.1 SK'), (SECOND, '4.1 SK PPID'))):
        (place := root / body / folder).mkdir(parents=True)
        text_pdf(place / 'sk.pdf', number, 3)
    (root / 'bodies.csv').write_text(BODIES)
    return root


def zipped(folder: Path, wrapper: str = '') -> Path:
    with ZipFile(folder.with_suffix('.zip'), 'w') as archive:
        for path in sorted(folder.rglob('*')):
            if path.is_file():
                archive.write(path, wrapper + path.relative_to(folder).as_posix())
    return folder.with_suffix('.zip')


def scored(path: Path, examiner: Examiner, asked: Questionnaire) -> dict[str, dict[str, Any]]:
    planned = plan(path, examiner, asked.questions.keys())
    told = map(json.loads, map(tally_json, tallies(planned, examiner, asked)))
    return {tally['body']: tally for tally in told}


def question(tally: dict[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(q for i in tally['indicators'] for q in i['questions'] if q['code'] == code)
    return found


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(main, [*map(str, words), '--no-store', '--period', str(PERIOD)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def test_a_folder_is_scored_body_by_body_with_the_names_of_its_table(
        batch: Path, examiner: Examiner, asked: Questionnaire) -> None:
    found = scored(batch, examiner, asked)
    assert list(found) == [SECOND, FIRST] or list(found) == [FIRST, SECOND]
    own, foreign = (question(found[body], '4.1') for body in (FIRST, SECOND))
    assert own['answer'] == foreign['answer'] == 'ya'
    assert 'badan-lain' in [step['reason'] for step in foreign['because']]
    assert 'badan-lain' not in [step['reason'] for step in own['because']]


@pytest.mark.parametrize('wrapper', ['', 'Kiriman 2025/'])
def test_an_archive_gives_the_same_as_its_folder_with_the_table_inside(
        batch: Path, examiner: Examiner, asked: Questionnaire, wrapper: str) -> None:
    folder, archive = scored(batch, examiner, asked), scored(zipped(batch, wrapper), examiner, asked)
    assert list(archive) == list(folder)
    for body in folder:
        told = [[(q['code'], q['points'], q['status']) for i in each[body]['indicators'] for q in i['questions']]
                for each in (folder, archive)]
        assert told[0] == told[1]


def test_a_manifest_names_files_and_an_archive_among_them_stands_for_its_members(
        tmp_path: Path, batch: Path, examiner: Examiner, asked: Questionnaire) -> None:
    archive = zipped(batch / 'Diskominfo' / '4.1 SK')
    shutil.copy(archive, tmp_path / 'bukti.zip')
    (manifest := tmp_path / 'daftar.csv').write_text(f'body,question,answer,file,link\n{FIRST},4.1,ya,bukti.zip,\n')
    own = question(scored(manifest, examiner, asked)[FIRST], '4.1')
    assert [step for step in own['because'] if step['part'] and step['part']['kind'] == 'sk-ppid']


def test_a_body_without_evidence_has_its_place_in_the_order(batch: Path, examiner: Examiner,
                                                             asked: Questionnaire) -> None:
    (batch / 'Dinas Kosong' / '4.1').mkdir(parents=True)
    found = scored(batch, examiner, asked)
    assert found['Dinas Kosong']['verified'] == 0
    assert question(found[FIRST], '4.1')['because']


def test_what_is_no_batch_is_refused_with_advice(tmp_path: Path, examiner: Examiner, asked: Questionnaire) -> None:
    text_pdf(single := tmp_path / 'sk.pdf', 0, 3)
    (empty := tmp_path / 'kosong').mkdir()
    for path in (single, empty, tmp_path / 'tidak-ada'):
        with pytest.raises(UsageError, match=path.name):
            plan(path, examiner, asked.questions.keys())


def test_only_the_evidence_of_the_question_is_read(batch: Path, examiner: Examiner, asked: Questionnaire) -> None:
    planned = plan(batch, examiner, asked.questions.keys())
    chosen, body, code = only(planned, 'diskominfo', '04.1', asked.questions.keys())
    assert (body, code, chosen.files, planned.files) == (FIRST, '4.1', 1, 2)
    tally, = tallies(chosen, examiner, asked)
    assert tally.body == FIRST


@pytest.mark.parametrize(('body', 'code', 'near'), [('Dinas Perikana', '4.1', f'Maksud Anda "{SECOND}"'),
                                                    (SECOND, '4.l', 'Kode yang ada: .*4[.]1')])
def test_a_misspelt_body_or_question_is_answered_with_what_there_is(
        batch: Path, examiner: Examiner, asked: Questionnaire, body: str, code: str, near: str) -> None:
    planned = plan(batch, examiner, asked.questions.keys())
    with pytest.raises(UsageError, match=near):
        only(planned, body, code, asked.questions.keys())


def test_the_codes_of_a_large_questionnaire_are_told_in_a_line_or_two(
        batch: Path, examiner: Examiner, book: Rulebook) -> None:
    codes = questionnaire.load('kementerian-2024', book.kinds).questions.keys()
    planned = plan(batch, examiner, codes)
    with pytest.raises(UsageError, match=r'Kode yang ada: 1[.]1–1[.]21, 2[.]1–2[.]46, 3[.]1–3[.]18, 4[.]1–4[.]12, 5'):
        only(planned, SECOND, '9.9', codes)


def test_score_and_why_tell_the_same_points(batch: Path) -> None:
    lines = run('score', batch, '--questionnaire', 'opd-2025', '--json').stdout.splitlines()
    scores = [json.loads(line) for line in lines]
    told = json.loads(run('why', batch, 'Diskominfo', '4.1', '--questionnaire', 'opd-2025', '--json').stdout)
    own = next(score for score in scores if score['body'] == FIRST)
    assert question(own, '4.1') == told


def test_the_sample_manifest_brings_what_can_be_redone_by_hand(asked: Questionnaire) -> None:
    """Kominfo: 1 + 5 + 2 for three good documents, 1.5 + 1.5 for a budget that answers two questions, and nothing for
    an invitation without minutes and list of those present. Perikanan: 1 for its SOP; its DIP has rows and
    lacks one of eight, 7/8 = 0.875 reaches the step 0.75 of 2.5 points; its decree has no number, and the list without
    that column is no complete DIP. Kesehatan: an SOP for another service, last year's list, and another office's
    decree, which waits. What people assess is 0 for nobody, but for the question that Kominfo answers with no (3).
    """
    by_people = sum(q.weight for q in asked.questions.values() if q.mode == 'manual')
    assert asked.questions['5.1'].mode == 'manual'
    expected = {FIRST: (12, 11, 0, by_people - 3), SECOND: (12.5, 2.875, 0, by_people),
                'Dinas Kesehatan': (9.5, 0, 2, by_people)}
    done = run('score', SAMPLES / 'contoh-manifest.csv', '--questionnaire', 'opd-2025', '--json')
    tallies = [json.loads(line) for line in done.stdout.splitlines()]
    assert {t['body']: (t['claimed'], t['verified'], t['pending'], t['unassessed']) for t in tallies} == expected
    told = {(t['body'], code): question(t, code)['status'] for t in tallies for code in ('1.1', '2.1', '3.1', '4.1')}
    assert [told[SECOND, code] for code in ('1.1', '2.1', '3.1', '4.1')] == ['met', 'missing', 'missing', 'missing']
    assert told['Dinas Kesehatan', '4.1'] == 'unsure' and told[FIRST, '2.1'] == 'empty'


def test_the_sample_folder_brings_the_same_for_the_same_documents() -> None:
    done = run('score', SAMPLES / 'contoh-batch', '--questionnaire', 'opd-2025', '--json')
    tallies = {t['body']: t for t in map(json.loads, done.stdout.splitlines())}
    assert [tallies[body]['verified'] for body in (FIRST, SECOND)] == [8, 1]
    assert [tallies[body]['claimed'] for body in (FIRST, SECOND)] == [8, 8]
    assert tallies[FIRST]['predicate'][0] == 'Tidak Informatif'


def test_what_fits_no_question_is_told_apart_from_the_score(batch: Path) -> None:
    (batch / SECOND / 'lepas.pdf').write_bytes(b'x')
    result = run('score', batch, '--questionnaire', 'opd-2025')
    assert "Tidak ditempatkan: Dinas Perikanan/lepas.pdf" in result.stderr
    assert SECOND in result.stdout and "lepas.pdf" not in result.stdout


def test_photos_of_one_decree_are_one_document(tmp_path: Path, examiner: Examiner, asked: Questionnaire) -> None:
    """In the camera's order the third page comes first; the places name the photo that they are on."""
    photos(tmp_path / 'k' / SECOND / '4.1 SK', IMG_8=THIRD, IMG_9=FIRST_PAGE, IMG_10=SECOND_PAGE, IMG_11=ANNEX)
    told = scored(tmp_path / 'k', examiner, asked)[SECOND]
    [question] = [q for indicator in told['indicators'] for q in indicator['questions'] if q['code'] == '4.1']
    whole = f'{SECOND}/4.1 SK/IMG_9.jpg … IMG_11.jpg (4 berkas)'
    assert question['because'][1]['file'] == whole
    assert [(step['requirement'], step['reason']) for step in question['because'][2:]] == [
        ('tanda-tangan', 'blok-kosong')]
    signature = question['because'][2]
    assert (signature['file'], signature['page']) == (f'{SECOND}/4.1 SK/IMG_8.jpg', 1)


def test_photos_inside_an_archive_are_one_document_too(tmp_path: Path, examiner: Examiner,
                                                       asked: Questionnaire) -> None:
    photos(tmp_path / 'foto', sk_1=FIRST_PAGE, sk_2=SECOND_PAGE)
    (tmp_path / 'k' / SECOND / '4.1').mkdir(parents=True)
    zipped(tmp_path / 'foto').rename(tmp_path / 'k' / SECOND / '4.1' / 'foto.zip')
    told = scored(tmp_path / 'k', examiner, asked)[SECOND]
    [question] = [q for indicator in told['indicators'] for q in indicator['questions'] if q['code'] == '4.1']
    assert {step['file'] for step in question['because'] if step['file'] and '…' in step['file']} == {
        f'{SECOND}/4.1/foto.zip/sk_1.jpg … sk_2.jpg (2 berkas)'}
    assert not [step for step in question['because'] if step['file'] == f'{SECOND}/4.1/foto.zip/sk_1.jpg'
                and not step['requirement']]

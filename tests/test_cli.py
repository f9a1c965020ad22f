"""The command as people and scripts call it: real files, real children, its own process where that matters."""

from __future__ import annotations

import datetime
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from click import Group
from click.testing import CliRunner, Result

from checker.cli import main
from tests.bench.material import docx_file, text_pdf

SAMPLES = Path(__file__).parent.parent / 'sample_docs'


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv('CEKBUKTI_HOME', str(tmp_path / 'home'))
    monkeypatch.setenv('COLUMNS', '80')
    return tmp_path / 'home'


@pytest.fixture
def scratch() -> Iterator[Path]:
    """A folder for temporary files whose name is short: sockets have paths of 107 letters at most."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    text_pdf(path := tmp_path / 'sk.pdf', 0, 3)
    return path


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(main, list(map(str, words)), prog_name='cekbukti')
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def told(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def start(*words: str | Path, **environment: str) -> subprocess.Popen[str]:
    line = [sys.executable, '-m', 'checker', *map(str, words)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
                            env={**os.environ, **environment})


def test_check_prints_one_json_line_a_file_in_order(tmp_path: Path, decree: Path) -> None:
    (torn := tmp_path / 'rusak.pdf').write_bytes(b'%PDF-1.7')
    result = run('check', '--json', '--period', '2025', torn, decree, tmp_path / 'tidak-ada.pdf')
    assert result.exit_code == 0
    codes = [(Path(each['file']).name, each['error'] and each['error']['code']) for each in told(result)]
    assert codes == [('rusak.pdf', 'damaged'), ('sk.pdf', None), ('tidak-ada.pdf', 'damaged')]


def test_check_speaks_to_people_and_sums_up(tmp_path: Path, decree: Path) -> None:
    result = run('check', '--period', '2025', decree, tmp_path / 'tidak-ada.pdf')
    assert "SK penetapan PPID (halaman 1-3)" in result.stdout
    assert "tidak ditemukan atau bukan berkas" in ' '.join(result.stdout.split())
    assert result.stdout.splitlines()[-1].startswith("2 berkas: ")
    assert result.stderr == ''


def test_the_period_is_this_year_unless_given(decree: Path) -> None:
    assert told(run('check', '--json', decree))[0]['period'] == datetime.date.today().year


@pytest.mark.parametrize(('name', 'status'), [('01-sk-ppid-lengkap.pdf', 0), ('03-sk-ppid-tanpa-nomor.pdf', 1),
                                              ('30-terputus.pdf', 1), ('33-berita-ppid.pdf', 0)])
def test_strict_fails_for_what_is_required_and_not_met(name: str, status: int) -> None:
    assert run('check', '--strict', '--period', '2025', SAMPLES / name).exit_code == status
    assert run('check', '--period', '2025', SAMPLES / name).exit_code == 0


def test_a_forced_kind_is_one_part_over_the_whole_file(decree: Path) -> None:
    parts = told(run('check', '--json', '--kind', 'dip', decree))[0]['parts']
    assert [(part['kind'], part['pages']) for part in parts] == [('dip', [1, 3])]


def test_no_store_keeps_nothing(decree: Path, home: Path) -> None:
    assert run('check', '--no-store', decree).exit_code == 0
    assert not home.exists()


def test_folders_archives_and_noise_in_one_call(tmp_path: Path, decree: Path) -> None:
    (folder := tmp_path / 'bukti').mkdir()
    with ZipFile(folder / 'b.zip', 'w') as archive:
        archive.write(decree, 'dalam/sk.pdf')
        archive.writestr('.DS_Store', 'x')
    docx_file(folder / 'a.docx', 0)
    (folder / 'Thumbs.db').write_bytes(b'x')
    (tmp_path / 'kosong').mkdir()
    files = told(run('check', '--json', folder, tmp_path / 'kosong'))
    assert [(Path(f['file']).name, f['member']) for f in files] == [
        ('a.docx', None), ('b.zip', 'dalam/sk.pdf'), ('kosong', None)]
    assert files[1]['notes'][0]['code'] == 'berkas-dilewati'
    assert files[2]['error']['code'] == 'empty'
    assert "1 berkas sampingan dilewati" in run('check', folder).stdout


def test_a_name_that_is_no_utf_8_is_told_in_both_forms(tmp_path: Path, decree: Path) -> None:
    odd = decree.rename(os.fsdecode(os.fsencode(tmp_path) + b'/sk-\xff.pdf'))
    for form in ([], ['--json']):
        process = start('check', *form, odd)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, '')
        assert 'sk-' in out


@pytest.mark.parametrize(('words', 'says'), [
    (['check'], "BERKAS... belum diberikan"), (['chek', 'x'], "Maksud Anda \"check\"?"),
    (['check', '--jsn', 'x'], "Pilihan --jsn tidak dikenal. Maksud Anda \"--json\"?"),
    (['check', '--period', 'lalu', 'x'], "--period: harus bilangan bulat 2000 sampai 2100"),
    (['check', '--period'], "Pilihan --period"), (['check', '--json=ya', 'x'], "Pilihan --json"),
    (['check', '--rules', __file__, 'x'], "--rules: harus folder"),
    (['check', '--kind', 'sk-pipd', 'x'], "Maksud Anda \"sk-ppid\"?"),
    (['score', 'x'], "--questionnaire belum diberikan"), (['doctor', 'x'], "kata yang berlebih"),
    (['rules', 'chek'], "Maksud Anda \"check\"?"), (['serve', 'tidak-ada'], "tidak-ada tidak ditemukan"),
    (['score', 'tidak-ada', '--questionnaire', 'mini'], "tidak-ada tidak ditemukan"),
    (['score', str(SAMPLES), '--questionnaire', 'mni'], "Maksud Anda \"mini\"?"),
])  # fmt: skip
def test_a_wrong_call_is_explained_in_indonesian_with_status_2(words: list[str], says: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ''
    assert not {'Error', 'Usage', 'Try', 'option', 'Invalid'} & set(result.stderr.split())


def commands(group: Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, command in group.commands.items():
        yield from commands(command, (*path, name)) if isinstance(command, Group) else [(*path, name)]


@pytest.mark.parametrize('path', list(commands(main)), ids=' '.join)
def test_every_help_text_is_indonesian_and_has_an_example(path: tuple[str, ...]) -> None:
    result = run(*path, '--help')
    assert result.exit_code == 0
    assert f"Contoh: cekbukti {' '.join(path)}".rstrip() in result.stdout
    assert not {'Usage:', 'Options:', 'Commands:', 'Show', '[OPTIONS]', 'INTEGER', 'TEXT'} & set(result.stdout.split())


@pytest.mark.parametrize('words', [[], ['rules']])
def test_a_group_alone_shows_its_help(words: list[str]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (0, run(*words, '--help').stdout)


def test_rules_check_counts_and_names_mistakes(tmp_path: Path) -> None:
    assert "jenis dokumen" in run('rules', 'check').stdout
    result = run('rules', 'check', '--rules', tmp_path)
    assert result.exit_code == 2 and str(tmp_path) in result.stderr


def test_a_reader_that_goes_away_ends_the_command_without_a_trace(tmp_path: Path) -> None:
    (many := tmp_path / 'banyak').mkdir()
    for n in range(200):
        (many / f'{n:03}.pdf').write_bytes(b'%PDF-1.7')
    process = start('check', '--json', '--jobs', '1', many)
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ''
    process.stderr.close()
    process.wait(timeout=30)


@pytest.mark.parametrize('number', [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_check_ends_quietly_and_leaves_nothing_behind(
        tmp_path: Path, scratch: Path, number: int) -> None:
    (many := tmp_path / 'banyak').mkdir()
    for n in range(40):
        text_pdf(many / f'{n}.pdf', n, 3)
    process = start('check', '--json', '--no-store', '--jobs', '1', many, TMPDIR=str(scratch))
    assert process.stdout
    process.stdout.readline()
    os.killpg(process.pid, number) if number == signal.SIGINT else process.terminate()  # Ctrl-C goes to the whole group
    _out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, "Dihentikan.\n")
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize('kept', [[], ['--no-store']])
def test_serve_shows_pictures_while_reading_and_ends_quietly(
        tmp_path: Path, scratch: Path, kept: list[str]) -> None:
    for n in range(30):
        text_pdf(tmp_path / f'{n:02}.pdf', n, 3)
    docx_file(tmp_path / '00.docx', 0)
    names = sorted(tmp_path.glob('*.docx')) + sorted(tmp_path.glob('*.pdf'))
    process = start('serve', '--port', '0', '--jobs', '1', *kept, *names, TMPDIR=str(scratch))
    assert process.stdout
    address = next(word for line in iter(process.stdout.readline, '') for word in line.split() if '://' in word)
    _wait_for(lambda: json.loads(_fetch(address + 'keadaan'))['done'] >= 2)
    assert b'800/0/KEP/2025' in _fetch(address + 'berkas/1')  # the text of the DOCX: it has no pictures
    assert _fetch(address + 'berkas/2/halaman/1.png').startswith(b'\x89PNG')
    os.killpg(process.pid, signal.SIGINT)
    _out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, '')
    assert list(scratch.iterdir()) == []


def _fetch(address: str) -> bytes:
    with urlopen(address, timeout=20) as answer:
        data: bytes = answer.read()
        return data


def _wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not true():
        assert time.monotonic() < until
        time.sleep(0.1)

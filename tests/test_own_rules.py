"""Rules changed and added by others, through the command alone: what docs/aturan.md shows is what happens, and a new
kind needs nothing but files of rules."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from checker.cli import main
from checker.rulebook import rules_folder

ROOT = Path(__file__).parents[1]
RULES = (ROOT / 'docs' / 'aturan.md').read_text()
CHANGING = RULES.split('## Changing a rule')[1].split('\n## ')[0]


def shown(name: str, text: str = CHANGING) -> list[str]:
    """The lines of the document's block of that name."""
    found = re.search(rf'```{name}\n(.*?)```', text, re.DOTALL)
    assert found is not None, name
    return found[1].splitlines()


def toml(title: str) -> list[str]:
    """The TOML examples of a chapter."""
    return re.findall(r'```toml\n(.*?)```', RULES.split(f'## {title}')[1].split('\n## ')[0], re.DOTALL)


def run(*words: str | Path, status: int = 0) -> list[str]:
    done = CliRunner().invoke(main, [str(word) for word in words], env={'COLUMNS': '100'})
    assert done.exit_code == status, done.output
    return done.stdout.splitlines()


def compared(folder: Path, before: list[str], after: list[str]) -> list[str]:
    """What `diff` prints, without the numbers of lines."""
    for name, lines in (('before', before), ('after', after)):
        (folder / name).write_text('\n'.join(lines) + '\n')
    done = subprocess.run(['diff', folder / 'before', folder / 'after'], capture_output=True, text=True)
    return [line for line in done.stdout.splitlines() if line[0] in '<>']


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(rules_folder(), tmp_path / 'aturan-kami'))


def keep(own: Path, *kinds: str) -> None:
    """Only those kinds' tests, which take a second instead of ten."""
    for path in (own / 'tests').glob('*.toml'):
        if path.stem.removeprefix('variants-') not in kinds:
            path.unlink()


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text()
    after = change(before)
    assert after != before
    path.write_text(after)


def with_scope_of_an_sop(text: str) -> str:
    """The SOP's words as the document writes them."""
    return re.sub(r'words = \["Keterkaitan",.*?\]', lambda _: shown('')[0], text, count=1, flags=re.DOTALL)


def test_a_changed_wording_is_checked_tested_explained_and_found(own: Path) -> None:
    keep(own, 'sop')
    edit(own / 'kinds' / 'sop.toml', with_scope_of_an_sop)
    run('rules', 'check', '--rules', own)
    run('rules', 'test', '--rules', own)
    told = run('rules', 'explain', 'sop', '--rules', own, '--period', '2025')
    assert '\n'.join(shown('explain')) in '\n'.join(told)
    words = ('check', '--period', '2025', '--no-store', ROOT / 'sample_docs' / '26-sop-naratif.pdf')
    assert compared(own, run(*words), run(*words, '--rules', own)) == shown('check')


def test_a_requirement_made_advice_shows_in_its_tests_and_in_the_score(own: Path) -> None:
    keep(own, 'dip')
    edit(
        own / 'kinds' / 'dip.toml',
        lambda t: t.replace('id = "kolom-retensi"', 'id = "kolom-retensi"\nrequired = false'),
    )
    assert shown('test')[0] in run('rules', 'test', '--rules', own, status=1)
    edit(own / 'tests' / 'variants-dip.toml', lambda t: t.replace('"kolom-retensi", ', '', 1))
    run('rules', 'test', '--rules', own)
    batch = ('score', ROOT / 'sample_docs' / 'contoh-batch', '--questionnaire', 'opd-2025', '--period', '2025')
    scores = compared(own, run(*batch, '--no-store'), run(*batch, '--no-store', '--rules', own))
    assert [line for line in scores if 'terverifikasi' in line] == shown('score')


def pledge(path: Path) -> None:
    document = Document()
    for line in (
        'PEMERINTAH KABUPATEN RAWA ELOK', 'DINAS PERIKANAN', 'PAKTA INTEGRITAS',
        'Dengan ini saya menyatakan tidak akan melakukan praktik KKN.', 'Rawa Elok, 6 Januari 2025',
        'KEPALA DINAS PERIKANAN,', '', '', 'Sekar Prabaningrum, S.Pi.', 'NIP. 19780412 200312 2 005',
    ):  # fmt: skip
        document.add_paragraph(line)
    path.parent.mkdir(parents=True)
    document.save(str(path))


QUESTIONNAIRE = """
id = "pakta"
name = "Pakta"
year = 2025
category = "OPD"
total = 100
predicate_set = "tiga-jenjang"
sources = [{ id = "kami", says = "Instrumen kami", derived = true }]
[[indicators]]
id = "pakta"
name = "Pakta"
weight = 100
source = "kami"
question_weights_source = "kami"
questions = [
  { code = "1", weight = 100, mode = "binary", years = "any", text = "Pakta integritas.", wants = [
    { kinds = ["pakta-integritas"], requirements = ["judul", "janji", "penandatangan"] },
  ] },
]
"""


def test_a_new_kind_is_files_of_rules_alone(own: Path, tmp_path: Path) -> None:
    kind, cases = toml('A new kind, with its examples')
    (own / 'kinds' / 'pakta-integritas.toml').write_text(kind)
    (own / 'tests' / 'pakta-integritas.toml').write_text(cases + '\n' + toml('Every wording in a test')[0])
    (own / 'questionnaires' / 'pakta.toml').write_text(QUESTIONNAIRE)
    keep(own, 'pakta-integritas')
    assert run('rules', 'test', '--rules', own) == [f'{(n := cases.count("[[case]]") + 4)} dari {n} contoh sesuai.']
    assert not any('pakta-integritas' in line for line in run('rules', 'check', '--rules', own))
    told = ' '.join(run('rules', 'explain', 'pakta-integritas', '--rules', own))
    assert 'Janji tidak melakukan KKN (janji)' in told and '"praktik KKN"' in told
    paper = tmp_path / 'kiriman' / 'Dinas Perikanan' / '1 Pakta' / 'pakta.docx'
    pledge(paper)
    checked = '\n'.join(run('check', '--rules', own, '--no-store', '--period', '2025', paper))
    assert 'Pakta integritas' in checked and 'Janji tidak melakukan KKN' in checked.split('Terpenuhi')[1]
    batch = ('score', tmp_path / 'kiriman', '--questionnaire', 'pakta', '--period', '2025', '--no-store')
    assert '  Nilai terverifikasi: 100 dari 100' in run(*batch, '--rules', own)
    edit(own / 'kinds' / 'pakta-integritas.toml', lambda text: text.replace(', "praktik KKN"', ''))
    assert '  Nilai terverifikasi: 0 dari 100' in run(*batch, '--rules', own)
    run('rules', 'test', '--rules', own, status=1)

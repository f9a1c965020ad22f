"""The promises of README, CHANGELOG, packaging and set-up, checked against the files that are there."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
PACKAGES = ('checker', 'rules', 'web')
FOREIGN = re.compile(r'pypi\.|pythonhosted|deb\.debian|index-url|find-links|/work/|/root/|/tmp/|/home/\w', re.I)
"""Addresses of package registries and folders of one machine."""
WRITTEN = {'.py', '.toml', '.md', '.html', '.css', '.js', '.csv', '.json', ''}
"""Endings of files that people write; the empty one stands for Makefile and scripts."""


def project_files() -> list[Path]:
    tops = (*PACKAGES, 'tests', 'sample_docs', 'docs', '.ci', 'Makefile', 'README.md', 'CHANGELOG.md', 'pyproject.toml')
    places = [path for top in tops for path in ([ROOT / top] if (ROOT / top).is_file() else (ROOT / top).rglob('*'))]
    return [path for path in places if path.is_file() and not left_by_tools(path.relative_to(ROOT))]


def left_by_tools(path: Path) -> bool:
    return '__pycache__' in path.parts or any(part.startswith('.') for part in path.parts[1:])


def readme_rows() -> list[str]:
    """The rows of the table 'I want to ... -> file -> test', without its head."""
    table = (ROOT / 'README.md').read_text().split('| I want to')[1].split('\n\n')[0]
    return table.splitlines()[2:]


def canonical(name: str) -> str:
    return re.sub(r'[-_.]+', '-', name).lower()


def test_every_row_of_the_readme_s_table_names_a_file_and_a_test_that_exist() -> None:
    rows = readme_rows()
    assert len(rows) >= 10
    for row in rows:
        _, wish, file, test = row.strip().rstrip('|').split('|')
        for cell in (file, test):
            paths = re.findall(r'`([^`]+)`', cell)
            assert paths, f'{wish.strip()}: no path'
            assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_link_and_picture_of_the_readme_exists() -> None:
    targets = re.findall(r'\]\(([^)#:]+)\)', (ROOT / 'README.md').read_text())
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_make_command_of_the_readme_is_a_target() -> None:
    makefile = (ROOT / 'Makefile').read_text()
    named = set(re.findall(r'\bmake (\w+)', (ROOT / 'README.md').read_text()))
    assert {'run', 'test'} <= named
    assert [name for name in named if not re.search(rf'^{name}:', makefile, re.MULTILINE)] == []


def test_the_changelog_has_the_form_that_it_names() -> None:
    text = (ROOT / 'CHANGELOG.md').read_text()
    assert text.startswith('# Changelog\n')
    versions = re.findall(r'^## (.+)$', text, re.MULTILINE)
    assert versions[0] == '[Unreleased]'
    assert all(re.fullmatch(r'\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d', version) for version in versions[1:])
    kinds = set(re.findall(r'^### (.+)$', text, re.MULTILINE))
    assert kinds <= {'Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'}


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    texts = {path: path.read_bytes().decode(errors='ignore') for path in project_files()
             if path.suffix in WRITTEN and path != Path(__file__)}
    assert len(texts) > 20
    found = {str(path.relative_to(ROOT)): hit[0] for path, text in texts.items() if (hit := FOREIGN.search(text))}
    assert found == {}


def test_the_ci_runs_what_people_run() -> None:
    script = ROOT / '.ci' / 'run'
    assert os.access(script, os.X_OK)
    assert script.read_text().splitlines()[-1] == 'exec make test'


def test_the_package_holds_every_file_of_its_folders(tmp_path: Path) -> None:
    subprocess.run([sys.executable, '-m', 'hatchling', 'build', '-t', 'wheel', '-d', tmp_path], cwd=ROOT, check=True,
                   capture_output=True)
    with ZipFile(next(tmp_path.glob('*.whl'))) as wheel:
        packed = set(wheel.namelist())
    wanted = {str(path.relative_to(ROOT)) for path in project_files() if path.relative_to(ROOT).parts[0] in PACKAGES}
    assert any(name.endswith('.toml') for name in wanted)
    assert wanted - packed == set()


def test_every_library_that_the_code_imports_is_declared_and_the_other_way_round() -> None:
    imported, declared = imported_libraries(*PACKAGES), declared_libraries()
    assert imported - declared == set()
    assert declared - imported == set()


def test_every_library_that_the_tests_import_is_declared() -> None:
    assert imported_libraries('tests') - declared_libraries('dev', 'evaluate', 'train') == set()


def declared_libraries(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / 'pyproject.toml').read_text())['project']
    lines = [*project['dependencies'], *(line for extra in extras for line in project['optional-dependencies'][extra])]
    return {canonical(re.split(r'[\[<>=~! ]', line)[0]) for line in lines}


def imported_libraries(*tops: str) -> set[str]:
    """Names of the packages, as installed here, whose modules the files below import."""
    owners = {module: {canonical(name) for name in names} for module, names in packages_distributions().items()}
    modules = imported_modules(*tops)
    assert modules
    return {owner for module in modules for owner in owners.get(module, {module})}


def imported_modules(*tops: str) -> set[str]:
    """Top names that are imported, ours and the standard library's left out."""
    sources = [path for path in project_files() if path.suffix == '.py' and path.relative_to(ROOT).parts[0] in tops]
    nodes = [node for path in sources for node in ast.walk(ast.parse(path.read_text()))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.split('.')[0] for name in names} - set(sys.stdlib_module_names) - {*PACKAGES, 'tests', 'sample_docs'}

"""The hashes that say whether kept results still hold."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import checker

CODE = 'from checker.versions import engine_version, reader_version; print(engine_version(), reader_version())'


def versions_of(tree: Path) -> list[str]:
    return subprocess.run([sys.executable, '-c', CODE], cwd=tree, env={'PYTHONPATH': str(tree)}, check=True,
                          capture_output=True, text=True).stdout.split()


def copied(tmp_path: Path) -> Path:
    source = Path(checker.__file__).parent
    shutil.copytree(source, tmp_path / 'checker', ignore=shutil.ignore_patterns('__pycache__'))
    return tmp_path / 'checker'


def test_equal_source_gives_equal_versions_and_one_comment_changes_those_concerned(tmp_path: Path) -> None:
    tree = copied(tmp_path)
    engine, reader = versions_of(tmp_path)
    assert versions_of(tmp_path) == [engine, reader]

    (tree / 'checks' / 'new.py').write_text('# a new check\n')
    assert versions_of(tmp_path)[1] == reader
    changed = versions_of(tmp_path)[0]
    assert changed != engine

    with (tree / 'reading' / '__init__.py').open('a') as source:
        source.write('# another reader\n')
    assert versions_of(tmp_path)[0] == changed
    assert versions_of(tmp_path)[1] != reader


def test_what_a_check_imports_belongs_to_the_engine(tmp_path: Path) -> None:
    tree = copied(tmp_path)
    (tree / 'far.py').write_text('LIMIT = 1\n')
    (tree / 'near.py').write_text('def f() -> int:\n    from checker.far import LIMIT\n    return LIMIT\n')
    (tree / 'checks' / 'new.py').write_text('from checker import (\n    near,\n)\n')
    before = versions_of(tmp_path)
    (tree / 'far.py').write_text('LIMIT = 2\n')
    after = versions_of(tmp_path)
    assert after[0] != before[0]
    assert after[1] == before[1]


def test_what_is_neither_read_nor_checked_changes_nothing(tmp_path: Path) -> None:
    tree = copied(tmp_path)
    before = versions_of(tmp_path)
    (tree / 'exports' / 'new.py').write_text('# a new format\n')
    assert versions_of(tmp_path) == before

"""Rules that load and are hardly meant are named; the packaged rules have none of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from checker import rulebook
from checker.model import KindId, RequirementId
from checker.rulewarnings import warnings

BOOK = rulebook.load()
TESTS = rulebook.rules_folder() / 'tests'


def told(**changes: Any) -> list[str]:
    """What is said of the decree's rules when one requirement is changed."""
    kind = BOOK.kinds[KindId('sk-ppid')]
    changed = tuple(replace(r, **changes) if r.id == RequirementId('menimbang') else r for r in kind.requirements)
    book = replace(BOOK, kinds={kind.id: replace(kind, requirements=changed)})
    return [says for says in warnings(book, TESTS) if 'menimbang' in says]


def test_the_packaged_rules_have_no_doubtful_words() -> None:
    assert [says for says in warnings(BOOK, TESTS) if "contoh uji" not in says] == []


def test_words_that_are_all_too_short_are_named() -> None:
    assert len(told(words=('a.', 'UU'))) == 1
    assert told(words=('UU', 'Menimbang')) == []


def test_a_word_that_spoils_itself_is_named() -> None:
    assert '"Menimbang"' in told(words=('Menimbang',), not_words=('MENIMBANG',))[0]


def test_a_kind_without_a_test_case_is_named(tmp_path: Path) -> None:
    assert any("sk-ppid" in says and "contoh uji" in says for says in warnings(BOOK, tmp_path))
    for kind in BOOK.kinds:
        (tmp_path / f'{kind}.toml').write_text('')
    assert not any("contoh uji" in says for says in warnings(BOOK, tmp_path))

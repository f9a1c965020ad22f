"""Rule files are refused with their place and a likely spelling, never half understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest

from checker.errors import RuleError
from checker.model import KindId
from checker.typed_toml import from_dict, read_table


@dataclass(frozen=True, slots=True)
class Leaf:
    id: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    year: int
    mode: Literal['binary', 'graded'] = 'binary'
    kind: KindId | None = None
    strict: bool = False
    leaves: tuple[Leaf, ...] = ()
    box: tuple[float, float] | None = None
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    years: Literal['any'] | tuple[int, ...] = 'any'
    anything: Any = None


def tree(**more: Any) -> Tree:
    return from_dict({'name': 'a', 'year': 2025, **more}, Tree, 'pohon.toml')


def refusal(**more: Any) -> str:
    with pytest.raises(RuleError) as caught:
        tree(**more)
    return str(caught.value)


def test_a_file_becomes_nested_dataclasses(tmp_path: Path) -> None:
    file = tmp_path / 'pohon.toml'
    file.write_text('name = "a"\nyear = 2025\nkind = "dip"\nbox = [1, 2.5]\nyears = [0, -1]\n'
                    '[[leaves]]\nid = "x"\nweight = 3\n[words]\nkop = ["PEMERINTAH"]\n', encoding='utf-8')
    assert read_table(file, Tree) == Tree('a', 2025, kind=KindId('dip'), box=(1.0, 2.5), years=(0, -1),
                                          leaves=(Leaf('x', 3.0),), words={'kop': ('PEMERINTAH',)})


def test_an_integer_serves_as_float_but_nothing_else_is_converted() -> None:
    assert isinstance(tree(leaves=[{'id': 'x', 'weight': 2}]).leaves[0].weight, float)
    for wrong in ({'year': 2025.0}, {'year': True}, {'name': 5}, {'strict': 1}, {'kind': 3}, {'box': [1, True]},
                  {'box': [1.0, float('nan')]}, {'leaves': {'id': 'x'}}, {'leaves': ['x']}, {'words': ['x']}):
        assert refusal(**wrong).startswith('pohon.toml: ' + next(iter(wrong)))


def test_an_unknown_key_is_named_with_its_place_and_the_likely_spelling() -> None:
    assert refusal(leaves=[{'id': 'x'}, {'id': 'y', 'wieght': 2}]) == (
        'pohon.toml: leaves[2] "y".wieght: kunci tidak dikenal. Maksud Anda "weight"?')


def test_a_missing_key_is_named() -> None:
    assert refusal(leaves=[{'weight': 2}]) == 'pohon.toml: leaves[1]: kunci "id" wajib ada.'


def test_an_unknown_word_offers_the_near_one_or_the_list() -> None:
    assert refusal(mode='binery').endswith('mode: nilai \'binery\' tidak dikenal. Maksud Anda "binary"?')
    assert refusal(mode='xyz').endswith('Yang dikenal: binary, graded.')


def test_a_union_takes_either_form_and_complains_about_the_form_that_was_used() -> None:
    assert tree(years='any').years == 'any'
    assert tree(years=[0]).years == (0,)
    assert "nilai 'ani' tidak dikenal" in refusal(years='ani')
    assert 'years[2]: harus bilangan bulat' in refusal(years=[0, 'x'])


def test_the_length_of_a_fixed_list_is_checked() -> None:
    assert 'box: harus berisi 2 nilai, bukan 3.' in refusal(box=[1, 2, 3])


@pytest.mark.parametrize('content', [b'name = ', b'name = "\xff"', b'name = "a"\nname = "b"\n'])
def test_what_is_no_toml_is_refused_with_the_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / 'rusak.toml'
    file.write_bytes(content)
    with pytest.raises(RuleError, match=r'rusak\.toml'):
        read_table(file, Tree)


def test_a_file_that_is_not_there_is_a_rule_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match='tidak dapat dibuka'):
        read_table(tmp_path / 'tiada.toml', Tree)

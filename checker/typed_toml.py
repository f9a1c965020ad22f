"""Reads TOML into frozen dataclasses and refuses everything that the dataclass doesn't say.

Never guesses a value, never converts one (but an integer where a float is wanted), never runs anything. Each refusal is
a `RuleError` that names the file, the entry (`indicators[2] "jenis".questions[1].mode`; list entries count from 1) and,
where a near spelling exists, what was probably meant.
"""

from __future__ import annotations

import dataclasses
import math
import tomllib
import types
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from rapidfuzz import fuzz, process

from checker.errors import RuleError
from checker.messages import _

T = TypeVar('T')

NEAR = 70.0
"""Ratio (0-100) from which a spelling is offered: 'weight'/'wieght' is 83, 'mode'/'node' 75, 'name'/'year' 50. A wrong
offer costs nothing; the file is refused anyway."""

_NAMES: dict[type, str] = {
    str: 'teks "..."', int: 'bilangan bulat', float: 'angka', bool: 'true atau false', dict: 'tabel [..]',
    list: 'daftar [..]',
}


def read_table(path: Path, into: type[T]) -> T:
    """The TOML file as an instance of the dataclass `into`.

    Raises `RuleError` when the file can't be opened, is no TOML, or doesn't fit the dataclass.
    """
    return from_dict(read_toml(path), into, str(path))


def read_toml(path: Path) -> dict[str, Any]:
    """The TOML file as plain dicts and lists. Raises `RuleError` when it can't be opened or is no TOML."""
    try:
        return tomllib.loads(path.read_bytes().decode('utf-8'))
    except OSError as error:
        says = _("{path}: berkas tidak dapat dibuka ({cause}).")
        raise RuleError(says.format(path=path, cause=error.strerror)) from error
    except UnicodeDecodeError as error:
        raise RuleError(_("{path}: bukan teks UTF-8. Simpan ulang sebagai UTF-8.").format(path=path)) from error
    except tomllib.TOMLDecodeError as error:
        raise RuleError(_("{path}: bukan TOML yang benar ({cause}).").format(path=path, cause=error)) from error


def from_dict(data: Mapping[str, Any], into: type[T], where: str) -> T:
    """`data` as an instance of the dataclass `into`, checked to the last leaf.

    Field types may be str, int, float, bool, Any, Literal, NewTypes of these, `X | Y`, `tuple[X, ...]`, `tuple[X, Y]`,
    `dict[str, X]` and dataclasses. `where` opens every message (a file's name, or file and entry).
    """
    value = _dataclass(data, into, where, '')
    assert isinstance(value, into)
    return value


def suggestion(word: str, choices: Iterable[str]) -> str:
    """` Maksud Anda "..."?` when one of `choices` is spelt nearly like `word`; else the choices, if they are few."""
    names = sorted(choices)
    near = process.extractOne(word, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=NEAR)
    if near:
        return _(" Maksud Anda \"{near}\"?").format(near=near[0])
    return _(" Yang dikenal: {names}.").format(names=', '.join(names)) if 0 < len(names) <= 12 else ''


def _fail(where: str, entry: str, says: str) -> RuleError:
    return RuleError(f'{where}: {entry}: {says}' if entry else f'{where}: {says}')


def _join(entry: str, key: str) -> str:
    return f'{entry}.{key}' if entry else key


@lru_cache(maxsize=256)
def _hints(into: type) -> dict[str, Any]:
    return get_type_hints(into)


def _dataclass(data: Any, into: Any, where: str, entry: str) -> Any:
    if not isinstance(data, Mapping):
        raise _fail(where, entry, _must_be(dict, data))
    fields = {field.name: field for field in dataclasses.fields(into) if field.init}
    for key in data:
        if key not in fields:
            says = _("kunci tidak dikenal.") + suggestion(str(key), fields.keys() - data.keys())
            raise _fail(where, _join(entry, str(key)), says)
    for name, field in fields.items():
        optional = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
        if name not in data and not optional:
            raise _fail(where, entry, _("kunci \"{name}\" wajib ada.").format(name=name))
    hints = _hints(into)
    return into(**{key: _value(value, hints[key], where, _join(entry, key)) for key, value in data.items()})


def _value(value: Any, hint: Any, where: str, entry: str) -> Any:
    """`value` checked against a type annotation."""
    if hint is Any:
        return value
    if isinstance(hint, NewType):
        return _value(value, hint.__supertype__, where, entry)
    origin = get_origin(hint)
    if origin is Literal:
        return _literal(value, get_args(hint), where, entry)
    if origin in (Union, types.UnionType):
        return _union(value, get_args(hint), where, entry)
    if origin is tuple:
        return _tuple(value, get_args(hint), where, entry)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(value, get_args(hint)[1], where, entry)
    if dataclasses.is_dataclass(hint):
        return _dataclass(value, hint, where, entry)
    return _scalar(value, hint, where, entry)


def _scalar(value: Any, hint: type, where: str, entry: str) -> Any:
    if hint is float and type(value) in (int, float) and math.isfinite(value):
        return float(value)
    if hint in (str, int, bool) and type(value) is hint:
        return value
    raise _fail(where, entry, _must_be(hint, value))


def _must_be(hint: Any, value: Any) -> str:
    wanted = _NAMES.get(hint, getattr(hint, '__name__', str(hint)))
    return _("harus {wanted}, bukan {value!r}.").format(wanted=wanted, value=value)


def _literal(value: Any, choices: tuple[Any, ...], where: str, entry: str) -> Any:
    for choice in choices:
        if type(value) is type(choice) and value == choice:
            return value
    says = _("nilai {value!r} tidak dikenal.").format(value=value)
    raise _fail(where, entry, says + suggestion(str(value), map(str, choices)))


def _union(value: Any, hints: tuple[Any, ...], where: str, entry: str) -> Any:
    """The first member of the union that the value fits; the error is that of the last one with the value's shape."""
    wanted = [hint for hint in hints if hint is not type(None)]
    fitting = [hint for hint in wanted if _shape(hint, value)] or wanted
    for hint in fitting[:-1]:
        try:
            return _value(value, hint, where, entry)
        except RuleError:
            continue  # another member may fit; the last one's error is raised below
    return _value(value, fitting[-1], where, entry)


def _shape(hint: Any, value: Any) -> bool:
    """Whether list, table or single value is what the annotation wants."""
    origin = get_origin(hint)
    if isinstance(value, list):
        return origin is tuple
    if isinstance(value, Mapping):
        return dataclasses.is_dataclass(hint) or (isinstance(origin, type) and issubclass(origin, Mapping))
    return origin in (None, Literal) and not dataclasses.is_dataclass(hint)


def _tuple(value: Any, hints: tuple[Any, ...], where: str, entry: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _fail(where, entry, _must_be(list, value))
    if len(hints) == 2 and hints[1] is Ellipsis:
        hints = (hints[0],) * len(value)
    if len(hints) != len(value):
        says = _("harus berisi {wanted} nilai, bukan {number}.").format(wanted=len(hints), number=len(value))
        raise _fail(where, entry, says)
    return tuple(_value(item, hint, where, _numbered(entry, i, item))
                 for i, (item, hint) in enumerate(zip(value, hints, strict=True), start=1))


def _numbered(entry: str, number: int, item: Any) -> str:
    """`questions[3] "1.2"`: the place in the list and, where the entry has one, its id."""
    known = item if isinstance(item, Mapping) else {}
    name = next((known[key] for key in ('id', 'code') if isinstance(known.get(key), str)), None)
    return f'{entry}[{number}]' + (f' "{name}"' if name else '')


def _mapping(value: Any, hint: Any, where: str, entry: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise _fail(where, entry, _must_be(dict, value))
    return {str(key): _value(item, hint, where, _join(entry, str(key))) for key, item in value.items()}

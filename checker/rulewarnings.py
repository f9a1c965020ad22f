"""What is allowed in rules but hardly meant: said by `cekbukti rules check`, stops nothing.

Looks at a loaded rulebook only; what can't be at all is refused when it is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.messages import _
from checker.rulebook import Kind, Requirement, Rulebook
from checker.rulefields import unread_fields
from checker.text import squashed_phrase

SHORT = 3
"""Letters that a word needs to mean something by itself: 'No', 'UU' and 'a.n' stand on every page."""


def warnings(rulebook: Rulebook, tests: Path) -> Iterator[str]:
    """Sentences that name kind and requirement. `tests`: the folder of the rules' test cases."""
    tested = {path.stem for path in tests.glob('*.toml')}
    for kind in rulebook.kinds.values():
        for requirement in kind.requirements:
            yield from _of(kind, requirement)
        if kind.requirements and kind.id not in tested:
            yield _("{kind}: belum ada contoh uji di {place}.").format(kind=kind.id, place=tests / f'{kind.id}.toml')


def _of(kind: Kind, requirement: Requirement) -> Iterator[str]:
    where = f'{kind.id}, {requirement.id}'
    words = [*requirement.words, *(word for group in (requirement.groups or {}).values() for word in group)]
    if words and all(sum(map(str.isalnum, word)) < SHORT for word in words):
        yield _("{where}: semua katanya kurang dari {n} huruf, sehingga cocok hampir di mana saja.").format(
            where=where, n=SHORT)
    for field in unread_fields(requirement):
        yield _("{where}: {field} tidak dipakai oleh pemeriksaan \"{check}\".").format(
            where=where, field=field, check=requirement.check)
    spoilt = sorted({word for word in words if _spoilt(word, requirement.not_words)})
    if spoilt:
        yield _("{where}: \"{word}\" ada di words dan di not_words, sehingga tidak pernah diterima.").format(
            where=where, word=spoilt[0])


def _spoilt(word: str, against: tuple[str, ...]) -> bool:
    return squashed_phrase(word, False) in {squashed_phrase(other, False) for other in against}

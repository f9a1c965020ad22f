"""Whether the office of a signer's block is one that may sign: alone, or on whose behalf somebody else does.

Silent where the rule names no offices, or where the office can't be read for certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.block import Block
from checker.checks.signer_words import bare_office, opens_office, words_of
from checker.rulebook import Requirement, Signers
from checker.text import squashed_phrase


def may_sign(block: Block, requirement: Requirement, signers: Signers) -> bool | None:
    """True or False by `offices` and `not_offices`, of which the longest beginning decides; None where nobody can tell.

    'a.n. BUPATI', 'Plt. KEPALA DINAS' and 'SEKRETARIS selaku PPID' are the offices that they name.
    """
    if not requirement.offices or block.damaged or not block.office:
        return None
    said = [_begins(text, requirement) for text in _offices_in(block, signers)]
    if True in said:
        return True
    if False in said:
        return False
    first = block.office[0]
    is_role = squashed_phrase(first.text, False).startswith(tuple(squashed_phrase(r, False) for r in signers.roles))
    sure = first.page.grade == 'good' and opens_office(first.text, signers) and not is_role
    return False if sure else None


def _offices_in(block: Block, signers: Signers) -> Iterator[str]:
    """What each of its lines, and what follows 'selaku', may begin an office with; an office goes on in the next
    line."""
    lines = [line.text.strip() for line in block.office]
    for i in range(len(lines)):
        for text in words_of(signers).introduced.split(' '.join(lines[i:])):
            yield bare_office(text, signers)


def _begins(office: str, requirement: Requirement) -> bool | None:
    text = squashed_phrase(office[:80], False)
    words = [(squashed_phrase(w, False), True) for w in requirement.offices]
    words += [(squashed_phrase(w, False), False) for w in requirement.not_offices]
    fitting = [(len(word), right) for word, right in words if text.startswith(word)]
    return max(fitting)[1] if fitting else None

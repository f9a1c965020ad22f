"""rules/**/*.toml -> Rulebook: validated, with shared word lists filled in, and hashed.

Never looks at a document. A rule that can't be what its author meant stops loading with file, entry and a likely
spelling (`RuleError`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args

from checker.errors import RuleError
from checker.messages import _
from checker.model import KindId, RequirementId
from checker.rulefields import refuse_incomplete, refuse_untellable
from checker.typed_toml import from_dict, read_table, read_toml, suggestion
from checker.vocabulary import Vocabulary

CheckType = Literal[
    'section',
    'field',
    'title',
    'subject',
    'letterhead',
    'body-name',
    'place-date',
    'year',
    'column',
    'rows',
    'signed-rows',
    'filled-form',
    'table-line',
    'all-of',
    'one-of',
    'some-of',
    'legal-basis',
    'current-law',
    'article',
    'entry',
    'day',
    'years-agree',
    'in-order',
    'annex-header',
    'signer',
    'signature',
    'signers',
    'signatures',
    'annex',
    'chapter',
    'sentence',
    'quantity',
]
Scope = Literal['part', 'opening', 'body', 'basis', 'dicta', 'dicta_and_annex', 'closing', 'annex']
ValueType = Literal['none', 'text', 'line', 'number', 'date']
YearRule = Literal['decree', 'list', 'sop', 'report']

_GAZETTE = re.compile(r'TLN \d{4}|[LB]N \d{4}/\d+')
PHRASE_LIMIT = 200
"""Longest phrase in letters (design, section 5)."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a kind must contain. Which fields count depends on `check`; docs/aturan.md explains each."""

    id: RequirementId
    name: str
    check: CheckType
    required: bool = True
    advice: str = ''
    words: tuple[str, ...] = ()
    """Phrases to look for; '@list' stands for a list of words.toml."""
    not_words: tuple[str, ...] = ()
    """Phrases that spoil a hit which they overlap or which stands in their line."""
    followed_by: tuple[str, ...] = ()
    """Words of which one must follow within a few rows: a heading without its content is no section."""
    content: bool = False
    """For sections: something must stand under or beside the heading before the next label; an empty cell is no
    section."""
    goes_on: tuple[str, ...] = ()
    """For sections: words with which the heading's own line may go on, letter by letter ('bahwa', 'KEPUTUSAN')."""
    until: tuple[str, ...] = ()
    """Headings that end a section's content, where `followed_by` is looked for."""
    weak: tuple[str, ...] = ()
    """For columns: those of `words` that also name another column; they count only without `not_above` below them."""
    not_above: tuple[str, ...] = ()
    """For columns: words in the cells below a weak name that tell it for another column ('Jenis Informasi' over
    'Berkala')."""
    scope: Scope = 'part'
    numbered: bool = False
    """Whether the heading may bear a number or a letter before it."""
    value: ValueType = 'none'
    years: YearRule | None = None
    groups: Mapping[str, tuple[str, ...]] | None = None
    """For all-of, one-of, some-of: value or name -> phrases."""
    minimum: int = 1
    """For some-of: how many groups must stand; for rows: how many rows; for filled-form: how many fields."""
    either_order: bool = False
    """For sentence: the groups may also stand in reverse ('permohonan ... nihil')."""
    must: tuple[str, ...] = ()
    """For filled-form: names of groups that must be among the filled ones."""
    key_columns: tuple[RequirementId, ...] = ()
    """For rows: column requirements of which one must be filled in a row; for signed-rows: the signature's column."""
    merged: tuple[str, ...] = ()
    """For columns with groups: names of one column that may hold them all; it alone leaves them unsure."""
    phrases: tuple[str, ...] = ()
    """For entry: phrases of running text that say the thing, where one of `followed_by` comes after them."""
    law: str | None = None
    """For legal-basis and article: an id of legal_basis.toml."""
    article: str = ''
    """For article: its number."""
    letters: str = ''
    """For article: the letters of which one must stand after it, as a range ('a-j')."""
    nip: Literal['needed', 'optional'] = 'needed'
    offices: tuple[str, ...] = ()
    """For signer: with one of these the office that signs, or the one on whose behalf it does, must begin."""
    not_offices: tuple[str, ...] = ()
    """For signer: longer beginnings that are not meant ('Kepala Bidang' where 'Kepala' may sign)."""
    anchor: tuple[str, ...] = ()
    """For signer: words that open the signer's block ('Ditetapkan di', 'Disahkan oleh')."""


@dataclass(frozen=True, slots=True)
class Identify:
    """How a document of this kind is known from others."""

    form: Literal['decree', 'titled', 'labelled', 'letter', 'report', 'picture', 'other']
    title: tuple[str, ...] = ()
    title_not: tuple[str, ...] = ()
    not_under: tuple[str, ...] = ()
    """Phrases in the two lines above a title that make it part of another document's title."""
    subject: tuple[str, ...] = ()
    subject_not: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    annexed: bool = False
    """For titled: an annex may follow that holds a list of another kind; decrees always may."""
    shares: bool = False
    """It may begin in the middle of a page, under another document's end."""
    enough: int = 3
    """How many labels tell the kind without a title."""
    bodies: tuple[str, ...] = ()
    """For reports: words that open a public body's name; a line of the title that names one names no subject."""
    opening: tuple[str, ...] = ()
    """For titled: words that open a record's sentence ('Pada hari ini'), which names the subject where the title
    doesn't."""
    about: tuple[str, ...] = ()
    """For letters: the labels after which the subject stands ('Hal', 'Perihal')."""


@dataclass(frozen=True, slots=True)
class KindFile:
    """A file in rules/kinds/ as written."""

    kind: KindId
    name: str
    identify: Identify
    extends: KindId | None = None
    drop: tuple[RequirementId, ...] = ()
    requirement: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    id: KindId
    name: str
    identify: Identify
    requirements: tuple[Requirement, ...]
    hash: str

    def requirement(self, id: RequirementId) -> Requirement | None:
        return next((r for r in self.requirements if r.id == id), None)


@dataclass(frozen=True, slots=True)
class Other:
    """A document that is evidence of no kind here; known so that it starts a part and isn't mistaken."""

    name: str
    title: tuple[str, ...] = ()
    title_not: tuple[str, ...] = ()
    """Phrases in the title's lines that speak against it: the title of a kind begins with the same words."""
    labels: tuple[str, ...] = ()
    enough: int = 3
    only_names: bool = False
    """What stands under such a title is only named there: a table of contents, a list for ticking off, a slide."""
    front: bool = False
    """Front matter ('Kata Pengantar', 'Daftar Isi'): goes on with the report that it stands in."""
    report: bool = False
    """A report on another subject: its cover ends a report before it, and its own front matter belongs to it."""


@dataclass(frozen=True, slots=True)
class Law:
    id: str
    name: str
    number: str
    year: str
    form: tuple[str, ...]
    """Words before the number: 'Undang-Undang', 'UU'."""
    gazette: tuple[str, ...] = ()
    """'TLN 4846', 'LN 2008/61', 'BN 2017/157': numbers that tell the law when its name is damaged."""
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """Words that part a document into opening, basis, dicta, closing and annex."""

    considering: tuple[str, ...]
    basis: tuple[str, ...]
    deciding: tuple[str, ...]
    dicta: tuple[str, ...]
    closing: tuple[str, ...]
    annex: tuple[str, ...]
    examples: tuple[str, ...]
    """Words that open a line above a decree which is only quoted: 'Contoh', 'Pedoman'."""
    parting: tuple[str, ...] = ()
    """Words that open the last sentence of a letter, a record or a report, which tells nothing of its matter."""


@dataclass(frozen=True, slots=True)
class Signers:
    """Words of signers' blocks."""

    offices: tuple[str, ...]
    without_nip: tuple[str, ...]
    ranks: tuple[str, ...]
    typed: tuple[str, ...]
    electronic: tuple[str, ...]
    certified_copy: tuple[str, ...]
    copies_to: tuple[str, ...]
    """Headings of the list of copies, which ends a block."""
    roles: tuple[str, ...]
    """Who signs for a part in the matter, not for an office: 'Notulis', 'Yang menyatakan'."""
    on_behalf: tuple[str, ...]
    """Before the office in whose name another one signs: 'a.n.', 'u.b.'."""
    acting: tuple[str, ...]
    """Before an office that somebody holds for a time: 'Plt.', 'Pj.'; an abbreviation is found in all its spellings."""
    introduced_by: tuple[str, ...]
    """Words between which and the office nothing stands: 'selaku', 'Disahkan oleh'."""
    acknowledging: tuple[str, ...]
    """Over the block of somebody who doesn't decide: 'Mengetahui'."""
    addressed: tuple[str, ...]
    """Over the one whom a letter is written to, who signs nothing: 'Yth.'."""
    initials: tuple[str, ...]
    """What opens the head of a table for initials; whoever is named in it is no signer."""
    initials_table: tuple[str, ...]
    """The other columns of such a table."""
    not_in_names: tuple[str, ...]
    """Words that no person's name has, in small letters: offices, bodies, headings."""
    small_in_offices: tuple[str, ...]
    """Words in an office's line that are written small."""
    ended_by: tuple[str, ...]
    """Headings at which a block ends at the latest."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Words in what QR codes say, mostly parts of addresses; they stand between dots, slashes and the like."""

    proof: tuple[str, ...] = ()
    """The code leads to the proof of an electronic signature."""
    other: tuple[str, ...] = ()
    """The code has nothing to do with signing: a survey, a form, a map."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """Words by which a document says that it is a draft."""

    marks: tuple[str, ...] = ()
    """What stands alone over the title, in a header, a footer or a watermark, or opens the title ('Rancangan')."""
    versions: tuple[str, ...] = ()
    """Words that may follow a mark, beside numbers and months: 'ke', 'versi'."""


@dataclass(frozen=True, slots=True)
class WordsFile:
    anchors: Anchors
    signers: Signers
    codes: Codes
    lists: Mapping[str, tuple[str, ...]]
    drafts: Drafts = Drafts()


@dataclass(frozen=True, slots=True)
class LawsFile:
    law: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class OthersFile:
    other: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A rules folder as written, before lists are filled in and kinds inherit."""

    root: Path
    words: WordsFile
    laws: LawsFile
    others: OthersFile
    kinds: Mapping[Path, KindFile]


@dataclass(frozen=True)
class Rulebook:
    """All rules, ready for use."""

    kinds: Mapping[KindId, Kind]
    others: tuple[Other, ...]
    laws: Mapping[str, Law]
    anchors: Anchors
    signers: Signers
    lists: Mapping[str, tuple[str, ...]]
    codes: Codes = Codes()
    drafts: Drafts = Drafts()

    @cached_property
    def hash(self) -> str:
        """16 hexadecimal digits over everything that checking depends on."""
        words = repr((self.others, self.laws, self.anchors, self.signers, self.codes, self.drafts))
        return _digest([words, *(k.hash for k in self.kinds.values())])

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every phrase that is looked for."""
        return Vocabulary(_phrases((tuple(self.kinds.values()), self.others, self.anchors, self.signers)))


def _phrases(written: object) -> Iterator[str]:
    """All texts below but names and advice; others that nobody looks for do no harm."""
    if isinstance(written, str):
        yield written
    elif isinstance(written, Mapping):
        yield from _phrases(tuple(written.values()))
    elif isinstance(written, tuple):
        for each in written:
            yield from _phrases(each)
    elif is_dataclass(written):
        for each in fields(written):
            if each.name not in ('id', 'name', 'advice', 'hash'):
                yield from _phrases(getattr(written, each.name))


def rules_folder() -> Path:
    return Path(str(files('rules')))


def load(folder: Path | None = None) -> Rulebook:
    """The rulebook of a folder (default: the packaged rules). Raises `RuleError`."""
    return made_of(read(folder))


def read(folder: Path | None = None) -> Written:
    """The files of a rules folder (default: the packaged one). Raises `RuleError`."""
    root = folder or rules_folder()
    kinds = {path: from_dict(read_toml(path), KindFile, str(path)) for path in sorted((root / 'kinds').glob('*.toml'))}
    if not kinds:
        raise RuleError(_("{path}: tidak ada berkas aturan di folder ini.").format(path=root / 'kinds'))
    return Written(
        root,
        read_table(root / 'words.toml', WordsFile),
        read_table(root / 'legal_basis.toml', LawsFile),
        read_table(root / 'others.toml', OthersFile),
        kinds,
    )


def made_of(written: Written) -> Rulebook:
    """What was written as a rulebook. Raises `RuleError`."""
    words = written.words
    laws = _laws(written.laws, written.root / 'legal_basis.toml')
    kinds = _kinds(written.kinds, words.lists, laws)
    return Rulebook(
        kinds, written.others.other, laws, words.anchors, words.signers, words.lists, words.codes, words.drafts
    )


def _laws(written: LawsFile, path: Path) -> dict[str, Law]:
    laws = {law.id: law for law in written.law}
    for law in laws.values():
        if law.replaced_by is not None and law.replaced_by not in laws:
            raise RuleError(
                _("{path}: law \"{id}\".replaced_by: dasar hukum \"{law}\" tidak ada.{near}").format(
                    path=path, id=law.id, law=law.replaced_by, near=suggestion(law.replaced_by, laws)
                )
            )
        for key in law.gazette:
            if not _GAZETTE.fullmatch(key):
                raise RuleError(
                    _("{path}: law \"{id}\".gazette: tulis \"TLN 4846\", \"LN 2008/61\", atau \"BN 2017/157\".").format(
                        path=path, id=law.id
                    )
                )
    return laws


def _kinds(
    written: Mapping[Path, KindFile], lists: Mapping[str, tuple[str, ...]], laws: Mapping[str, Law]
) -> dict[KindId, Kind]:
    by_id: dict[KindId, tuple[Path, KindFile]] = {}
    for path, file in written.items():
        if file.kind in by_id:
            raise RuleError(
                _("{path}: jenis \"{kind}\" sudah ditulis di {other}.").format(
                    path=path, kind=file.kind, other=by_id[file.kind][0].name
                )
            )
        by_id[file.kind] = (path, file)
    kinds = {}
    # A kind that others extend goes before them: of equals it is the one that comes nearest.
    for path, file in sorted(written.items(), key=lambda item: item[1].extends is not None):
        requirements = tuple(_filled(r, lists, laws, path) for r in _inherited(path, file, by_id, ()))
        _no_twins(path, requirements)
        identify = _filled_identify(file.identify, lists, path)
        kinds[file.kind] = Kind(
            file.kind, file.name, identify, requirements, _digest([repr((file.name, identify, requirements))])
        )
    return kinds


def _inherited(
    path: Path, file: KindFile, by_id: Mapping[KindId, tuple[Path, KindFile]], seen: tuple[KindId, ...]
) -> list[Requirement]:
    if file.extends is None:
        return list(file.requirement)
    if file.extends not in by_id or file.extends in (*seen, file.kind):
        raise RuleError(
            _("{path}: extends: jenis \"{kind}\" tidak ada atau berputar.{near}").format(
                path=path, kind=file.extends, near=suggestion(file.extends, by_id)
            )
        )
    parent = _inherited(*by_id[file.extends], by_id, (*seen, file.kind))
    known = {r.id for r in parent}
    for dropped in file.drop:
        if dropped not in known:
            raise RuleError(
                _("{path}: drop: syarat \"{id}\" tidak ada.{near}").format(
                    path=path, id=dropped, near=suggestion(dropped, known)
                )
            )
    own = {r.id: r for r in file.requirement}
    kept = [own.pop(r.id, r) for r in parent if r.id not in file.drop]
    return [*kept, *own.values()]


def _no_twins(path: Path, requirements: Iterable[Requirement]) -> None:
    seen: set[RequirementId] = set()
    for requirement in requirements:
        if requirement.id in seen:
            raise RuleError(_("{path}: syarat \"{id}\" ditulis dua kali.").format(path=path, id=requirement.id))
        seen.add(requirement.id)


def _filled(
    requirement: Requirement, lists: Mapping[str, tuple[str, ...]], laws: Mapping[str, Law], path: Path
) -> Requirement:
    where = f'{path}: requirement "{requirement.id}"'
    if requirement.law is not None and requirement.law not in laws:
        raise RuleError(
            _("{where}.law: dasar hukum \"{law}\" tidak ada.{near}").format(
                where=where, law=requirement.law, near=suggestion(requirement.law, laws)
            )
        )
    groups = requirement.groups and {
        k: _expanded(v, lists, f'{where}.groups.{k}') for k, v in requirement.groups.items()
    }
    changes: dict[str, Any] = {
        name: _expanded(getattr(requirement, name), lists, f'{where}.{name}')
        for name in ('words', 'not_words', 'not_above', 'followed_by', 'until', 'anchor', 'merged', 'phrases',
                     'offices', 'not_offices')
    }
    filled = replace(requirement, groups=groups, **changes)
    refuse_incomplete(filled, where)
    return filled


def _filled_identify(identify: Identify, lists: Mapping[str, tuple[str, ...]], path: Path) -> Identify:
    names = ('title', 'title_not', 'not_under', 'subject', 'subject_not', 'labels', 'bodies', 'about')
    changes: dict[str, Any] = {n: _expanded(getattr(identify, n), lists, f'{path}: identify.{n}') for n in names}
    filled = replace(identify, **changes)
    refuse_untellable(filled, f'{path}: identify')
    return filled


def _expanded(words: tuple[str, ...], lists: Mapping[str, tuple[str, ...]], where: str) -> tuple[str, ...]:
    """'@name' replaced by the list of words.toml; empty and overlong phrases refused."""
    filled: list[str] = []
    for word in words:
        if word.startswith('@'):
            if word[1:] not in lists:
                raise RuleError(
                    _("{where}: daftar kata \"{word}\" tidak ada.{near}").format(
                        where=where, word=word, near=suggestion(word[1:], lists)
                    )
                )
            filled.extend(lists[word[1:]])
        elif not word.strip() or len(word) > PHRASE_LIMIT:
            raise RuleError(
                _("{where}: frasa kosong atau lebih dari {limit} huruf.").format(where=where, limit=PHRASE_LIMIT)
            )
        else:
            filled.append(word)
    return tuple(dict.fromkeys(filled))


def _digest(parts: Iterable[str]) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(part.encode() + b'\0')
    return total.hexdigest()[:16]


CHECK_TYPES: tuple[str, ...] = get_args(CheckType)

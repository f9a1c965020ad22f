"""A batch -> answers: who handed in what for which question.

Planning is pure: it works on relative names (of a folder or of an archive's members) and on table rows. Only `plan`
touches the disk, to list a folder or read a manifest. It never opens evidence and never fetches a link. What fits
no question is listed with its reason, never guessed.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from checker.bodies import TABLE, Bodies
from checker.errors import UsageError
from checker.messages import _
from checker.model import Answer, AnswerWord, Evidence
from checker.reading.archive import is_noise
from checker.tables import Row, read_file

COLUMNS = {
    'body': ('badan', 'opd', 'badan publik', 'nama badan', 'nama badan publik', 'nama opd', 'perangkat daerah'),
    'question': ('pertanyaan', 'kode', 'kode pertanyaan', 'nomor pertanyaan', 'no pertanyaan', 'soal', 'code'),
    'answer': ('jawaban', 'jawab'),
    'file': ('berkas', 'file bukti', 'dokumen', 'nama berkas', 'nama file', 'bukti', 'bukti dukung'),
    'link': ('tautan', 'url', 'link bukti'),
}
_ANSWERS: dict[str, AnswerWord] = {
    **dict.fromkeys(('ya', 'y', 'iya', 'ada', 'yes', 'true', '1'), 'ya'),
    **dict.fromkeys(('tidak', 't', 'tdk', 'tidak ada', 'no', 'n', 'false', '0'), 'tidak'),
    **dict.fromkeys(('', '-', 'kosong', 'empty'), 'empty'),
}
Locate = Callable[[str], Evidence]

_DATE = re.compile(r'\d{1,2}[-/ ]?[A-Za-z]{3,9}([-/ ]?\d{2,4})?|\d{4}-\d{2}-\d{2}.*')


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A file or line that belongs to no question, or only partly to one, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    bodies: tuple[str, ...]
    """In order of appearance; also those without any evidence."""
    answers: tuple[Answer, ...]
    """At most one per body and question."""
    unplaced: tuple[Unplaced, ...] = ()
    root: Path | None = None
    """The folder that the names of the evidence are relative to; None for the members of an archive."""

    def of(self, body: str) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.body == body)


@dataclass(slots=True)
class _Given:
    """One answer while its lines are collected."""

    answers: list[AnswerWord] = field(default_factory=list)
    files: dict[str, Evidence] = field(default_factory=dict)
    links: dict[str, None] = field(default_factory=dict)


def plan(path: Path, codes: Collection[str], bodies: Bodies | None = None) -> Batch:
    """The batch of a folder or a manifest (.csv, .tsv, .txt). Raises `UsageError`.

    `codes`: the questions of the questionnaire. `bodies`: unites different spellings of one body. The members of a ZIP
    go to `plan_names` after it was expanded.
    """
    if path.is_dir():
        names, refused = _walk(path)
        return _with_root(plan_names(names, codes, bodies), path, refused)
    if path.suffix.lower() in ('.csv', '.tsv', '.txt') and path.is_file():
        rows = read_file(path, COLUMNS, ('body', 'question'))
        folder = path.resolve().parent
        return _with_root(plan_rows(rows, codes, bodies, lambda name: _on_disk(folder, name)), folder, [])
    raise UsageError(_("{path}: bukan folder, ZIP, atau manifest CSV.").format(path=path))


def plan_names(names: Iterable[str], codes: Collection[str], bodies: Bodies | None = None) -> Batch:
    """The batch of names laid out `<body>/<question code ...>/<files>`; a name that ends with '/' is a folder.

    One folder around all bodies (as ZIP programs make it) is passed over. A question with a file counts as answered Ya.
    """
    split = [(name, [part for part in name.split('/') if part]) for name in sorted(set(names)) if not is_noise(name)]
    depth = _wrapper(split, codes)
    found: dict[tuple[str, str], _Given] = {}
    known: dict[str, str] = {}
    unplaced = []
    for name, parts in split:
        inner = parts[depth:]
        if name.endswith('/') or len(inner) < 2:
            if name.endswith('/') and inner:
                _body(inner[0], known, bodies)
            elif not name.endswith('/') and inner != [TABLE]:
                unplaced.append(Unplaced(name, _("Tidak berada di folder badan publik dan pertanyaan.")))
            continue
        body = _body(inner[0], known, bodies)
        code = question_code(inner[1], codes) if len(inner) > 2 else None
        if code is None:
            unplaced.append(Unplaced(name, _no_question(inner, codes)))
            continue
        given = found.setdefault((body, code), _Given(['ya']))
        given.files[name] = Evidence(name)
    return Batch(tuple(dict.fromkeys(known.values())), _answers(found), tuple(unplaced))


def plan_rows(rows: Iterable[Row], codes: Collection[str], bodies: Bodies | None = None,
              locate: Locate | None = None) -> Batch:
    """The batch of a manifest's rows. `locate` finds a named file (default: every name is taken as it stands)."""
    found: dict[tuple[str, str], _Given] = {}
    known: dict[str, str] = {}
    unplaced: list[Unplaced] = []
    for row in rows:
        where = _("baris {line}").format(line=row.line)
        body, reason = row.cells['body'], _row_fault(row, codes)
        if body:
            body = _body(body, known, bodies)
        if reason:
            unplaced.append(Unplaced(f'{where}: {row.cells["file"] or row.cells["question"] or body}', reason))
        code = question_code(row.cells['question'], codes)
        if body and code is not None:
            given = found.setdefault((body, code), _Given())
            unplaced += [Unplaced(where, says) for says in _take(given, row, locate or Evidence)]
    for (body, code), given in found.items():
        if {'ya', 'tidak'} <= set(given.answers):
            says = _("Dijawab Ya dan Tidak; Ya yang dipakai.")
            unplaced.append(Unplaced(f'{body}, {code}', says))
    return Batch(tuple(dict.fromkeys(known.values())), _answers(found), tuple(unplaced))


def question_code(name: str, codes: Collection[str]) -> str | None:
    """The question that a folder or cell names: '1.2 SK', '01.2', '1,2', '1.2_sk' are 1.2; '1.20' isn't."""
    head = unicodedata.normalize('NFKC', name).strip()
    for spelling in (str.lower, _spelling):  # as written first: an instrument may have both 1.1 and 1.01
        fitting = [(len(code), code) for code in codes if _starts(spelling(head), spelling(code))]
        if fitting:
            return max(fitting)[1]
    return None


def _spelling(code: str) -> str:
    """Lower case, decimal points instead of commas, no leading zeros."""
    return re.sub(r'(?<![\da-z])0+(?=\d)', '', code.lower().replace(',', '.'))


def _starts(head: str, code: str) -> bool:
    rest = head[len(code):]
    return head.startswith(code) and not re.match(r'[^\W_]|\.\d', rest)


def _no_question(parts: Sequence[str], codes: Collection[str]) -> str:
    if len(parts) == 2:
        return _("Tidak berada di folder pertanyaan.")
    return _unknown_code(parts[1], codes)


def _unknown_code(text: str, codes: Collection[str]) -> str:
    if _DATE.fullmatch(text.strip()):
        return _("\"{text}\" tampak seperti tanggal. Atur kolom kode sebagai Teks, lalu isi ulang.").format(text=text)
    example = ', '.join(sorted(codes)[:3])
    return _("\"{text}\" tidak diawali kode pertanyaan (contoh kode: {example}).").format(text=text, example=example)


def _wrapper(split: Sequence[tuple[str, list[str]]], codes: Collection[str]) -> int:
    """1 when all names lie in one folder and questions stand one level deeper than they should; else 0."""
    files = [parts for name, parts in split if not name.endswith('/')]
    if len({parts[0] for _name, parts in split if parts}) != 1:
        return 0
    here = any(len(parts) > 2 and question_code(parts[1], codes) is not None for parts in files)
    deeper = any(len(parts) > 3 and question_code(parts[2], codes) is not None for parts in files)
    return int(deeper and not here)


def _body(name: str, known: dict[str, str], bodies: Bodies | None) -> str:
    """One spelling per body: that of bodies.csv, else the first that was seen."""
    listed = bodies.find(name) if bodies else None
    if listed is not None:
        known[listed.name.casefold()] = listed.name
        return listed.name
    plain = ' '.join(unicodedata.normalize('NFC', name).split())
    return known.setdefault(plain.casefold(), plain)


def _answers(found: dict[tuple[str, str], _Given]) -> tuple[Answer, ...]:
    return tuple(Answer(body, code, _united(given.answers), tuple(given.files.values()), tuple(given.links))
                 for (body, code), given in found.items())


def _united(answers: Sequence[AnswerWord]) -> AnswerWord:
    """Several lines of one question: empty ones say nothing, and a Ya leaves the evidence to decide."""
    return 'ya' if 'ya' in answers else 'tidak' if 'tidak' in answers else 'empty'


def _row_fault(row: Row, codes: Collection[str]) -> str | None:
    if not row.cells['body']:
        return _("Kolom badan kosong.")
    if question_code(row.cells['question'], codes) is None:
        return _unknown_code(row.cells['question'], codes)
    if row.extra:
        return _("Ada sel berlebih; mungkin tanda pemisah di dalam sel tanpa tanda kutip.")
    return None


def _take(given: _Given, row: Row, locate: Locate) -> Iterator[str]:
    """Add a line to its answer; says what is wrong with it."""
    word = ' '.join(row.cells['answer'].casefold().strip(' .').split())
    if word not in _ANSWERS:
        yield _("Jawaban \"{word}\" tidak dikenal; isi ya atau tidak.").format(word=row.cells['answer'])
    given.answers.append(_ANSWERS.get(word, 'empty'))
    if row.cells['link']:
        given.links[row.cells['link']] = None
    name = row.cells['file']
    if re.match(r'https?://', name, re.IGNORECASE):
        given.links[name] = None
    elif name:
        evidence = locate(name)
        if evidence.name in given.files:
            yield _("\"{name}\" sudah disebut untuk pertanyaan ini; dihitung satu kali.").format(name=name)
        given.files.setdefault(evidence.name, evidence)
        if evidence.problem:
            yield f'{name}: {evidence.problem}'


def _with_root(batch: Batch, root: Path, refused: Sequence[Unplaced]) -> Batch:
    return Batch(batch.bodies, batch.answers, (*batch.unplaced, *refused), root)


def _walk(folder: Path) -> tuple[list[str], list[Unplaced]]:
    """Names relative to the folder, folders with '/' at the end; what leads out of the folder is refused."""
    root = folder.resolve()
    names, refused = [], []
    for current, folders, files in os.walk(root):
        for name in sorted([*folders, *files]):
            path = Path(current, name)
            relative = path.relative_to(root).as_posix()
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                refused.append(Unplaced(relative, _("Pintasan ke luar folder; tidak dibuka.")))
            elif path.is_dir():
                names.append(relative + '/')
            else:
                names.append(relative)
    return names, refused


def _on_disk(folder: Path, written: str) -> Evidence:
    """The file that a manifest names, relative to its folder, whatever its case and Unicode form."""
    name = written.replace('\\', '/').strip()
    while name.startswith('./'):
        name = name[2:]
    if name.startswith('/') or re.match(r'[A-Za-z]:', name) or '\0' in name or '..' in PurePosixPath(name).parts:
        return Evidence(name, _("Berkas di luar folder manifest tidak dibuka. Tulis nama relatif terhadap manifest."))
    path = folder
    for part in PurePosixPath(name).parts:
        step = _entry(path, part)
        if step is None:
            return Evidence(name, _("Berkas tidak ditemukan di folder manifest."))
        path = step
    if not path.resolve().is_relative_to(folder):
        return Evidence(name, _("Pintasan ke luar folder; tidak dibuka."))
    if not path.is_file():
        return Evidence(name, _("Bukan berkas."))
    return Evidence(path.relative_to(folder).as_posix())


def _entry(folder: Path, name: str) -> Path | None:
    """The entry of a folder: as written, else the only one that differs just in case or Unicode form."""
    if not folder.is_dir():
        return None
    if (folder / name).exists():
        return folder / name
    wanted = _plain(name)
    near = [entry for entry in folder.iterdir() if _plain(entry.name) == wanted]
    return near[0] if len(near) == 1 else None


def _plain(name: str) -> str:
    return unicodedata.normalize('NFC', name).casefold()

"""Which document begins on a page, if one does: decrees, lists, forms, letters and reports by their heads, and what is
no kind here.

Pure: looks at one page and the rules; what runs over pages is `parts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.checks.section import rejection
from checker.checks.table import SIDE_BY_SIDE, Band, columns_named, page_band
from checker.heads import decree_head, list_titles, misspelt, titles_of_kind
from checker.letters import letter_of
from checker.model import KindId
from checker.reports import report_titles, report_years
from checker.rulebook import Kind, Other, Rulebook
from checker.search import Hit, line_of
from checker.text import find_dates, has_gap, squashed_phrase
from checker.view import PageView, in_contents, opens_capital, opens_line, row_of, starts_line

OTHER = KindId('lain')
TITLE_ONLY = 55.0
"""Of 100: a form's title without its labels, as on a cover or in a narrative."""
LETTER, LETTER_BY_LABELS = 96.0, 70.0
"""Of 100: a letter whose subject names the kind; one that only bears the kind's labels."""
UNTITLED = 60.0
"""Of 100: a list by its table's head alone."""
REPORT, PREFACE = 96.0, 70.0
"""Of 100: a report by its title; one whose preface names it."""


@dataclass(frozen=True, slots=True)
class Start:
    """A page on which a document begins."""

    kind: KindId
    score: float
    row: int
    title: str
    other: str = ''
    runner_up: tuple[KindId, float] | None = None
    untitled: bool = False
    """Told by its table's head alone."""
    only_names: bool = False
    """A list that names the headings of other documents: what stands under its title is none."""
    front: bool = False
    """Front matter of a report: it begins no document where one runs."""
    report: bool = False
    """A report on a subject that is no kind here."""


def is_decree(start: Start, rulebook: Rulebook) -> bool:
    if start.other:
        return start.other == 'keputusan'
    return start.kind in rulebook.kinds and rulebook.kinds[start.kind].identify.form == 'decree'


def is_report(start: Start, rulebook: Rulebook) -> bool:
    return not start.other and start.kind in rulebook.kinds and rulebook.kinds[start.kind].identify.form == 'report'


def is_list(start: Start, rulebook: Rulebook) -> bool:
    return (
        not start.other
        and start.kind in rulebook.kinds
        and rulebook.kinds[start.kind].identify.form in ('titled', 'labelled')
    )


def start_of(view: PageView, rulebook: Rulebook) -> Start | None:
    """The document that begins on a page, if one does; the highest on the page wins, then the better score."""
    kinds = () if _is_bulleted(view) else kind_starts(view, rulebook)
    starts: list[Start] = [*kinds, *_other_starts(view, rulebook)]
    report = next((s for s in starts if is_report(s, rulebook)), None)
    if report is not None:
        # A letter, a form or a rule about a report stands above the words that name it.
        if all(s.row >= report.row or s.front for s in starts):
            return report
        starts.remove(report)
    decree_row = min((s.row for s in starts if is_decree(s, rulebook)), default=1 << 30)
    # A decree's subject may read like a list's title; what stands under its head is not a document of its own.
    starts = [s for s in starts if is_decree(s, rulebook) or s.row < decree_row]
    # A table under another document's title is a table in it.
    titled = min((s.row for s in starts if not s.untitled and s.kind != OTHER), default=1 << 30)
    starts = [s for s in starts if not s.untitled or s.row < titled]
    starts = [s for s in starts if not _heads_part_of(s, starts, rulebook)]
    best = max(starts, key=lambda s: (s.kind != OTHER or s.score >= 90, s.score, -s.row), default=None)
    # Under 'DAFTAR PERIKSA' headings are only named.
    naming = next((s for s in starts if s.only_names and best is not None and s.row < best.row), None)
    return naming or best


TITLE_LINES = 3
"""Rows of one title; a title further below is another one."""


def _heads_part_of(start: Start, starts: Sequence[Start], rulebook: Rulebook) -> bool:
    """A list's title far below the title of a short paper: 'DAFTAR HADIR' over those present, in the minutes. Where the
    list is a document of its own, the page was parted before."""

    def shares(other: Start, form: str) -> bool:
        kind = rulebook.kinds.get(other.kind)
        return kind is not None and kind.identify.shares and kind.identify.form == form

    return shares(start, 'titled') and any(
        shares(other, 'labelled') and other.row + TITLE_LINES < start.row for other in starts
    )


BULLETED = 0.6
"""Share of a page's lines that begin with a bullet or box: a slide or a list for ticking off, not the document
itself."""


_BULLETS = re.compile(r'^[^\w\n]*[•▪◦●○–—☐☑☒□■✓✔*-][^\S\n]*\w', re.MULTILINE)


def _is_bulleted(view: PageView) -> bool:
    marked = len(_BULLETS.findall(view.page.text))
    if marked < 4:
        return False
    return marked >= BULLETED * sum(any(c.isalnum() for c in line.text) for line in view.page)


def kind_starts(view: PageView, rulebook: Rulebook) -> Iterator[Start]:
    for kind in rulebook.kinds.values():
        form = kind.identify.form
        start = (
            _decree_start(view, kind, rulebook)
            if form == 'decree'
            else _titled_start(view, kind)
            if form == 'titled'
            else _labelled_start(view, kind)
            if form == 'labelled'
            else _letter_start(view, kind, rulebook)
            if form == 'letter'
            else _report_start(view, kind, rulebook)
            if form == 'report'
            else None
        )
        if start:
            yield start


def _decree_start(view: PageView, kind: Kind, rulebook: Rulebook) -> Start | None:
    """A decree whose subject is the kind's; a decree on another subject is 'lain'."""
    head = decree_head(view, kind.identify.title, rulebook.anchors)
    if head is None:
        return _headless_decree(view, kind, rulebook)
    row = row_of(head.title)
    title = head.subject_text
    if head.subject:
        fits = subject_score(view, head.subject[0].row, head.subject[-1].row, kind)
    else:
        fits = _subject_elsewhere(view, kind)
    labels = label_share(view, kind)
    if fits:
        return Start(kind.id, round(50 + 0.3 * fits + 20 * labels, 1), row, title)
    return Start(OTHER, 60.0, row, title, 'keputusan', (kind.id, round(30 + 20 * labels, 1)))


def subject_score(view: PageView, first_row: int, last_row: int, kind: Kind) -> float:
    """How well a decree's subject names the kind's (0-100); 0 when it names what spoils it."""

    def hits(words: tuple[str, ...]) -> list[Hit]:
        return [h for w in words for h in view.find(w) if first_row <= row_of(h) <= last_row]

    if any(h.sure for h in hits(kind.identify.subject_not)):
        return 0.0
    named = max((h.score for h in hits(kind.identify.subject)), default=0.0)
    lines = [line.text for line in view.page if first_row <= line.row <= last_row]
    return named or misspelt(' '.join(lines), kind.identify.subject)


def _subject_elsewhere(view: PageView, kind: Kind) -> float:
    """Without a readable subject: the preamble or dicta speak of it at least twice."""
    hits = [h for w in kind.identify.subject for h in view.find(w) if h.sure and len(w) > 5]
    spoilt = [h for w in kind.identify.subject_not for h in view.find(w) if h.sure and len(w) > 5]
    return 40.0 if len(hits) >= 2 and len(spoilt) < len(hits) else 0.0


def _headless_decree(view: PageView, kind: Kind, rulebook: Rulebook) -> Start | None:
    """A decree whose title can't be found, told by its skeleton: preamble headings with their content after them."""
    sections = [
        hit
        for r in kind.requirements
        if r.check == 'section' and r.required
        for w in r.words
        for hit in view.find(w)
        if rejection(view, r, hit) is None
    ]
    opening = {w for words in (rulebook.anchors.considering, rulebook.anchors.basis) for w in words}
    if len({h.phrase for h in sections}) < 2 or not any(h.phrase in opening for h in sections):
        return None
    considering = [h for h in sections if h.phrase in rulebook.anchors.considering] or [
        h
        for w in rulebook.anchors.considering
        for h in view.find(w)
        if h.sure and starts_line(h) and opens_capital(h) and _is_left_open(view, row_of(h))
    ]
    first = min(row_of(h) for h in (*sections, *considering))
    if _is_regulation(view, first) or not considering:
        return None
    subject = [h for w in kind.identify.subject for h in view.find(w) if h.sure and row_of(h) < first]
    spoilt = [h for w in kind.identify.subject_not for h in view.find(w) if h.sure and row_of(h) < first]
    if not spoilt and (subject or _subject_elsewhere(view, kind)):
        title = ' '.join(line.text for line in view.page if line.row < first)[:120]
        return Start(kind.id, round(35 + 20 * label_share(view, kind), 1), 0, title)
    return None


def _is_left_open(view: PageView, row: int) -> bool:
    """Dots stand in a row where its words should; in a list of what a decree needs there are none."""
    return any(has_gap(line.text) for line in view.rows[row])


def _is_regulation(view: PageView, before_row: int) -> bool:
    return any(row_of(h) <= before_row and starts_line(h) for h in view.find('Peraturan'))


def labels_found(view: PageView, kind: Kind) -> list[Hit]:
    """One hit for each label that opens a line or a cell; found once a page."""
    if ('labels', kind.hash) not in view.memory:
        view.memory['labels', kind.hash] = _find_labels(view, kind)
    found = view.memory['labels', kind.hash]
    return found if isinstance(found, list) else []


def _find_labels(view: PageView, kind: Kind) -> list[Hit]:
    found = []
    for word in kind.identify.labels:
        if word in view.absent:
            continue
        hit = next(
            (h for h in view.find(word) if h.sure and opens_line(h) and not in_contents(h)), None
        )
        if hit:
            found.append(hit)
    return found


def label_share(view: PageView, kind: Kind) -> float:
    return min(1.0, len(labels_found(view, kind)) / max(1, kind.identify.enough))


def _titled_start(view: PageView, kind: Kind) -> Start | None:
    """A list: its title, or the head of its table with enough of its columns."""
    titles = [h for h in titles_of_kind(view, kind.identify) if h.sure]
    columns = sum(r.check == 'column' for r in kind.requirements)
    named = columns_named(view, kind) if columns and not titles else 0
    told = _told_by_sentence(view, kind) if not titles and kind.identify.opening else None
    if told:
        return told
    if not titles and named < max(1, min(kind.identify.enough, columns)):
        return None  # most pages: looking for the table's head costs more than all else here
    band = page_band(view, kind)
    share = min(1.0, len(band.hits) / kind.identify.enough) if band else 0.0
    if titles:
        score = round(45 + 45 * share + 10 * (titles[0].score == 100), 1)
        return Start(kind.id, score, row_of(titles[0]), squashed_phrase(_identity(view, kind), view.ocr))
    row = band.first_row if band and (share >= 1.0 or _labels_over(view, kind, band)) else None
    if row is None and named >= kind.identify.enough:
        row = _head_in_a_row(view, kind)
    against = (*kind.identify.title_not, *kind.identify.not_under)
    if row is None or any(h.sure and row_of(h) < row for w in against for h in view.find(w)):
        return None
    return Start(kind.id, UNTITLED, row, '', untitled=True)


SENTENCE = 400
"""Letters of the sentence that opens a record, up to what it is about: day in words, hour and place come before."""


def _told_by_sentence(view: PageView, kind: Kind) -> Start | None:
    """A record whose title is lost, or says no more than 'BERITA ACARA': its opening sentence names the subject, and
    enough of its labels stand under that."""
    identify = kind.identify
    for hit in (h for word in identify.opening for h in view.find(word)):
        row = row_of(hit)
        if not hit.sure or not starts_line(hit) or not opens_capital(hit) or row not in view.row_order[:TOP_ROWS]:
            continue
        named = [h for w in identify.subject for h in view.find(w) if hit.end <= h.start < hit.end + SENTENCE]
        over = [h for w in (*identify.title_not, *identify.not_under) for h in view.find(w) if row_of(h) < row]
        labels = [h for h in labels_found(view, kind) if row_of(h) > row]
        if not any(h.sure for h in named) or any(h.sure for h in over) or len(labels) < identify.enough - 1:
            continue
        titles = [h for h in list_titles(view, identify.title, identify.title_not) if h.sure and row_of(h) < row]
        if titles:
            return Start(kind.id, REPORT, row_of(titles[0]), squashed_phrase(_identity(view, kind), view.ocr))
        return Start(kind.id, UNTITLED, row, '', untitled=True)
    return None


TOP_ROWS = 20
"""Rows in which a record's first sentence begins: letterhead, title of three lines, number."""


def _labels_over(view: PageView, kind: Kind, band: Band) -> bool:
    """A head of too few columns, under so many of the kind's labels that together they are enough."""
    if len(band.hits) < SIDE_BY_SIDE or not kind.identify.labels:
        return False
    rows = {row_of(h) for h in labels_found(view, kind) if row_of(h) < band.first_row}
    return len(band.hits) + len(rows) >= kind.identify.enough


HEAD_SHARE = 0.6
"""Share of a row's letters that names of columns make up where the row is a table's head; of prose that names as many
columns they are a third."""


def _head_in_a_row(view: PageView, kind: Kind) -> int | None:
    """A row of little else than enough of the kind's columns, though its cells stand so close that they read as one."""
    rows: dict[int, dict[str, list[Hit]]] = {}
    for r in kind.requirements:
        for h in (h for w in r.words if r.check == 'column' for h in view.find(w)):
            if h.sure and not h.text[:1].islower():
                rows.setdefault(row_of(h), {}).setdefault(r.id, []).append(h)
    for row, named in sorted(rows.items()):
        if len(named) >= kind.identify.enough:
            letters = {i for hits in named.values() for h in hits for i in range(h.start, h.end)}
            if len(letters) >= HEAD_SHARE * sum(len(line.text) for line in view.rows[row]):
                return row
    return None


def _labelled_start(view: PageView, kind: Kind) -> Start | None:
    """A form: enough of its labels on the page; or its title alone."""
    labels = labels_found(view, kind)
    rows = [row for row, _ in {(row_of(h), h.start) for h in labels}]
    # Three labels in one row are the head of a table of such documents.
    labels = [h for h in labels if rows.count(row_of(h)) < 3]
    distinct = {(row_of(h), h.start) for h in labels}
    titles = [h for h in list_titles(view, kind.identify.title, kind.identify.title_not) if h.sure]
    if len(distinct) >= kind.identify.enough:
        first = min(row_of(h) for h in labels)
        share = min(1.0, len(distinct) / (kind.identify.enough + 2))
        return Start(kind.id, round(70 + 30 * share, 1), first, _identity(view, kind))
    if titles:
        title = next((h for h in titles if len(h.phrase) > 5 or _is_whole_title(h)), None)
        if title:
            return Start(kind.id, TITLE_ONLY, row_of(title), view.page.text[title.start :].split('\n')[0])
    return None


def _letter_start(view: PageView, kind: Kind, rulebook: Rulebook) -> Start | None:
    """A letter: told by what its subject names, or by enough of the kind's labels in it."""
    letter = letter_of(view, kind.identify, rulebook.anchors)
    if letter is None or not (letter.fits or letter.events >= kind.identify.enough):
        return None
    return Start(kind.id, LETTER if letter.fits else LETTER_BY_LABELS, letter.row, letter.number)


def _report_start(view: PageView, kind: Kind, rulebook: Rulebook) -> Start | None:
    """A report: its title with its subject; or a preface that names it."""
    title = next((h for h in report_titles(view, kind.identify) if h.sure), None)
    if title:
        years = report_years(view, title, cover=False)
        return Start(kind.id, REPORT, row_of(title), str(years[0][0]) if years else '')
    fronts = [h for o in rulebook.others if o.front for h in list_titles(view, o.title, (), rows=9) if h.sure]
    named = [h for w in kind.identify.labels for h in view.find(w) if h.sure and h.text[:1].isupper()]
    if fronts and named and not any(in_contents(h) for h in named):
        return Start(kind.id, PREFACE, row_of(fronts[0]), '')
    return None


def _is_whole_title(hit: Hit) -> bool:
    """'SOP' alone begins titles and sentences: a title goes on in capitals."""
    text = line_of(hit.page, hit.start).text
    return len(text.split()) >= 3 and text.isupper()


def _identity(view: PageView, kind: Kind) -> str:
    """What tells one form from the next of its kind: the rows of its number and name."""
    rows: list[str] = []
    for requirement in kind.requirements:
        if requirement.check == 'field' and requirement.value in ('number', 'text'):
            hit = next((h for w in requirement.words for h in view.find(w) if h.sure and starts_line(h)), None)
            if hit:
                rows.append(' '.join(line.text for line in view.rows[row_of(hit)]))
    return ' '.join(rows) or ' '.join(_days_over(view, kind))


def _days_over(view: PageView, kind: Kind) -> Iterator[str]:
    """The days beside a list's labels: two meetings have two attendance lists."""
    for row in sorted({row_of(h) for h in labels_found(view, kind)} if kind.identify.form == 'titled' else ()):
        yield from (day.iso for line in view.rows[row] for day in find_dates(line.text, ocr=view.ocr) if day.complete)


def _other_starts(view: PageView, rulebook: Rulebook) -> Iterator[Start]:
    for other in rulebook.others:
        start = _other_start(view, other)
        if start:
            yield start


def _other_start(view: PageView, other: Other) -> Start | None:
    titles = [
        h
        for h in list_titles(view, other.title, other.title_not, rows=9)
        if h.sure and (h.text.isupper() or _is_whole_line(h))
    ]
    if titles:
        return Start(
            OTHER, 95.0, row_of(titles[0]), titles[0].text, other.name,
            only_names=other.only_names, front=other.front, report=other.report,
        )  # fmt: skip
    labels = [
        h
        for w in other.labels
        for h in view.find(w)[:1]
        if h.sure and starts_line(h) and row_of(h) in view.row_order[:24]
    ]
    if other.labels and len({h.start for h in labels}) >= other.enough:
        return Start(OTHER, 80.0, min(row_of(h) for h in labels), '', other.name)
    return None


def _is_whole_line(hit: Hit) -> bool:
    return line_of(hit.page, hit.start).text.strip(' :.') == hit.text.strip()

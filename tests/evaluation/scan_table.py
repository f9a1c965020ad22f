"""The figures of the labelled scans: by class beside what is to be reached, by look, and of single pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from checker.model import PageInfo, Report
from tests.evaluation.looks import CLASSES, Class
from tests.evaluation.scan_corpus import HIDDEN, OPEN, PageFact, Scan
from tests.evaluation.score import Scored, Share, measures

WANTED: dict[Class, dict[str, float]] = {
    '200': {'met palsu': 0.5, 'missing palsu': 1.5, 'unsure': 6.0},
    '150': {'met palsu': 0.5, 'missing palsu': 3.0, 'unsure': 10.0},
    'foto-100': {'met palsu': 0.5, 'missing palsu': 4.0, 'unsure': 25.0},
}
"""Percent at most, of each class."""
_GRADES = ('good', 'fair', 'poor', 'unreadable', 'kosong', 'tidak dibaca')
_FIGURES = ('met palsu', 'missing palsu', 'unsure', 'tak dinilai', 'jenis', 'halaman', 'kotak')


@dataclass(frozen=True, slots=True)
class Examined:
    """A scan with what was said of it."""

    scan: Scan
    report: Report
    scored: Scored
    letters: tuple[int, ...]
    """Read of each page."""

    def grade(self, info: PageInfo) -> str:
        """Of a page; `kosong` for one that was taken for blank, since no page of these scans is."""
        if info.source == 'none':
            return 'tidak dibaca'
        blank = info.grade != 'unreadable' and not sum(self.letters[info.n - 1 : info.n])
        return 'kosong' if blank else info.grade


def by_class(examined: Sequence[Examined]) -> str:
    """The three figures that count, with upper bounds, beside what they may be at most; then the other ones."""
    lines = [
        f'\n### Pindaian berlabel ({len(examined)} berkas)\n',
        '| mutu | berkas | halaman | met palsu | missing palsu | unsure | tak dinilai | jenis | kotak |',
        '|---|' + '---:|' * 8,
    ]
    for name, limits in WANTED.items():
        chosen = [one for one in examined if one.scan.label.quality == name]
        lines.append(_class_line(CLASSES[name], chosen, limits))
        lines.append(_class_line('- templat disimpan', [one for one in chosen if one.scan.label.held_out], {}))
    return '\n'.join(lines)


def _class_line(title: str, chosen: Sequence[Examined], limits: dict[str, float]) -> str:
    figures = measures(one.scored for one in chosen)
    pages = sum(len(one.scan.pages) for one in chosen)
    main = [_held(figures[name], limits.get(name)) for name in ('met palsu', 'missing palsu', 'unsure')]
    rest = [str(figures[name]) for name in ('tak dinilai', 'jenis', 'kotak')]
    return f'| {title} | {len(chosen)} | {pages} | ' + ' | '.join((*main, *rest)) + ' |'


def _held(share: Share, limit: float | None) -> str:
    """The share with its upper bound and, where there is one, the limit with whether it is kept."""
    if not share.whole:
        return '-'
    said = f'{share} <= {share.bound:.2f}%'
    if limit is None:
        return said
    return f'{said}; batas {limit:g}% {"ditepati" if kept(share, limit) else "**dilampaui**"}'


def kept(share: Share, limit: float) -> bool:
    """Whether the measured share (not its upper bound) stays at or below a limit in percent."""
    return 100 * share.part <= limit * share.whole


def figures(examined: Sequence[Examined]) -> dict[str, dict[str, Share]]:
    """All measures of each class."""
    return {name: measures(one.scored for one in examined if one.scan.label.quality == name) for name in CLASSES}


def by_look(examined: Sequence[Examined]) -> str:
    """A line per trait; a scan counts under every trait that one of its pages has. Unreadable ones are left out."""
    readable = [one for one in examined if one.scan.label.quality != 'tak-terbaca']
    traits: dict[str, list[Examined]] = {}
    for one in readable:
        for trait in sorted({trait for page in one.scan.pages for trait in _traits(page)} | _file_traits(one.scan)):
            traits.setdefault(trait, []).append(one)
    lines = ['\n| ciri | berkas | ' + ' | '.join(_FIGURES) + ' |', '|---' * (len(_FIGURES) + 2) + '|']
    for trait, chosen in sorted(traits.items()):
        shares = measures(one.scored for one in chosen)
        lines.append(f'| {trait} | {len(chosen)} | ' + ' | '.join(str(shares[name]) for name in _FIGURES) + ' |')
    return '\n'.join(lines)


def _traits(page: PageFact) -> set[str]:
    look = page.look
    bands = {
        f'alat {look.device}',
        f'dpi {look.dpi if look.device not in ("phone", "app") else "110-190 (ponsel)"}',
        f'JPEG {"30-44" if look.jpeg < 45 else "45-59" if look.jpeg < 60 else "60-75"}',
        f'miring {"0-1" if abs(look.skew) <= 1 else "1-2" if abs(look.skew) <= 2 else "2-3"}°',
        f'lapisan {page.layer}',
    }
    if look.device in ('bilevel', 'fax'):
        bands = {band for band in bands if not band.startswith('JPEG')}
    flags = {
        'tembus dari balik': look.bleed > 0,
        'lubang': look.holes,
        'tepi gelap': look.edges,
        'bergaris': look.streaks > 0,
        'cap di atas teks': look.stamp,
        'pudar': look.contrast < 0.8,
        f'halaman terputar {page.turn}°': page.turn != 0,
    }
    return bands | {name for name, has in flags.items() if has}


def _file_traits(scan: Scan) -> set[str]:
    mixed = len({page.look.device for page in scan.pages}) > 1
    flags = {'gambar terpotong-potong': scan.wrapping.strips, 'tersimpan miring': scan.wrapping.sideways}
    flags['mutu campuran'] = mixed
    return {f'berkas {scan.wrapping.form}'} | {name for name, has in flags.items() if has}


def pages(examined: Sequence[Examined]) -> str:
    """What became of turned pages, of text layers, and of parts by the grade of their page."""
    pairs = [
        (fact, (one.grade(info), info.source))
        for one in examined
        for fact, info in zip(one.scan.pages, one.report.page_info, strict=False)
    ]
    readable = [(fact, info) for fact, info in pairs if fact.readable]
    turned = _counts(readable, lambda fact: f'{fact.turn}°', 0, _GRADES)
    layers = _counts(readable, lambda fact: fact.layer, 1, ('text', 'ocr', 'none'))
    ruined = [(fact, info) for fact, info in pairs if not fact.readable]
    ruins = _counts(ruined, lambda fact: fact.look.ruin, 0, _GRADES)
    return '\n'.join([
        '\nHalaman menurut putaran (yang terbaca orang) dan mutu bacanya:', turned,
        '\nLapisan teks dan asal kata yang dipakai (`good` sebaiknya text, yang lain ocr):', layers,
        '\nHalaman yang tidak terbaca siapa pun:', ruins,
    ])


def _counts(
    pairs: Iterable[tuple[PageFact, tuple[str, str]]],
    row: Callable[[PageFact], str],
    place: int,
    columns: Sequence[str],
) -> str:
    counted: dict[str, Counter[str]] = {}
    for fact, found in pairs:
        counted.setdefault(row(fact), Counter())[found[place]] += 1
    lines = ['\n| | ' + ' | '.join(columns) + ' |', '|---|' + '---:|' * len(columns)]
    for name, counts in sorted(counted.items()):
        lines.append(f'| {name} | ' + ' | '.join(str(counts[column]) for column in columns) + ' |')
    return '\n'.join(lines)


def by_grade(examined: Sequence[Examined]) -> str:
    """What was said of parts that stand there, by the grade of the page that they stand on."""
    rows: dict[str, Counter[str]] = {}
    for one in examined:
        infos = {info.n: info for info in one.report.page_info}
        for outcome in one.scored.outcomes:
            on = {spot.page for spot in outcome.truth.spots}
            if outcome.truth.state == 'present' and len(on) == 1 and (info := infos.get(min(on))) is not None:
                rows.setdefault(one.grade(info), Counter())[outcome.status] += 1
    return '\nBagian yang ada, menurut mutu baca halamannya:\n' + _statuses(rows)


def unreadable(examined: Sequence[Examined]) -> str:
    """What was said of parts that stand only on a page that nobody can read, and of parts that might."""
    rows: dict[str, Counter[str]] = {HIDDEN: Counter(), OPEN: Counter()}
    for one in examined:
        for outcome in one.scored.outcomes:
            if outcome.truth.how in rows:
                rows[outcome.truth.how][outcome.status] += 1
    whole = [one for one in examined if not any(page.readable for page in one.scan.pages)]
    rows['semua halaman tak terbaca'] = Counter(
        finding.status for one in whole for part in one.report.parts for finding in part.findings
    )
    return '\nSyarat pada halaman yang tidak terbaca siapa pun (missing harus 0):\n' + _statuses(rows)


def _statuses(rows: dict[str, Counter[str]]) -> str:
    names = ('met', 'missing', 'unsure', 'none')
    lines = ['\n| | ' + ' | '.join(names) + ' |', '|---|' + '---:|' * len(names)]
    order = {name: k for k, name in enumerate(_GRADES)}
    ordered = sorted(rows.items(), key=lambda row: (order.get(row[0], -1), row[0]))
    return '\n'.join(lines + [f'| {name} | ' + ' | '.join(str(row[n]) for n in names) + ' |' for name, row in ordered])


"""The generator keeps its word: same seed, same documents; every labelled word stands in the file where the label
says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from rapidfuzz import fuzz

from tests.evaluation import generate
from tests.evaluation.draft import Claim
from tests.evaluation.model import Label, load, save
from tests.evaluation.plan import Order, draft, plan
from tests.evaluation.producers import missing
from tests.evaluation.recipes import RECIPES

KINDS = (*RECIPES, 'merged', 'bundel', 'distractor')


def order(kind: str, producer: str = 'reportlab', k: int = 0, quality: str = 'teks') -> Order:
    format = {'teks': 'text', 'docx': 'docx', 'xlsx': 'xlsx'}.get(quality, 'scan')
    return Order(f'{format}-{kind}-{k:03d}', kind, format, producer, quality, k % 3 == 2, f'uji/{kind}/{k}')  # type: ignore[arg-type]


def squashed(text: str) -> str:
    return ''.join(letter.lower() for letter in text if letter.isalnum())


def words_at(folder: Path, label: Label) -> list[tuple[str, str]]:
    """Printed words and what the file has in their place."""
    document = pdfium.PdfDocument(str(folder / label.file))
    found = []
    for part in label.parts:
        for truth in part.truths:
            for spot in truth.spots:
                page = document[spot.page - 1]
                x0, y0, x1, y1 = spot.box
                height = page.get_height()
                third = (y1 - y0) / 3  # the middle of the line, so that no neighbour's ascenders are caught
                there = page.get_textpage().get_text_bounded(x0 - 1, height - y1 + third, x1 + 1, height - y0 - third)
                found.append((squashed(spot.text), squashed(there)))
    return found


@pytest.mark.parametrize('producer', ['reportlab', 'fpdf2'])
@pytest.mark.parametrize('kind', KINDS)
def test_labelled_words_stand_where_the_label_says(kind: str, producer: str, tmp_path: Path) -> None:
    if producer in missing():
        pytest.skip(f'{producer} is not installed')
    labels = generate.make([order(kind, producer, k) for k in (1, 2)], tmp_path, jobs=1)
    checked = [pair for label in labels for pair in words_at(tmp_path, label) if pair[0]]
    assert checked or kind == 'distractor'
    assert [pair for pair in checked if not _agree(*pair)] == []


def _agree(printed: str, there: str) -> bool:
    """One line of the printed words stands there, give or take letters cut at the box's edge."""
    return bool(there) and fuzz.partial_ratio(printed, there) >= 80


def test_same_seed_makes_the_same_labels(tmp_path: Path) -> None:
    once, again = (generate.make([order(kind) for kind in KINDS], folder, jobs=1) for folder in _two(tmp_path))
    assert once == again


def _two(folder: Path) -> tuple[Path, Path]:
    made = (folder / 'a', folder / 'b')
    for one in made:
        one.mkdir()
    return made


def test_labels_survive_the_disk(tmp_path: Path) -> None:
    labels = generate.make([order('sop'), order('merged')], tmp_path, jobs=1)
    save(labels, tmp_path / 'labels.json')
    assert load(tmp_path / 'labels.json') == labels


def test_places_move_along_when_a_page_is_scanned(tmp_path: Path) -> None:
    flat, askew = tmp_path / 'flat', tmp_path / 'askew'
    flat.mkdir()
    askew.mkdir()
    printed = generate.make([order('sop', quality='bersih-200')], flat, jobs=1)[0]
    photo = generate.make([order('sop', quality='foto')], askew, jobs=1)[0]
    pairs = [
        (a, b)
        for left, right in zip(printed.parts[0].truths, photo.parts[0].truths, strict=True)
        for a, b in zip(left.spots, right.spots, strict=True)
    ]
    assert pairs
    assert all(0 < abs(a.box[0] - b.box[0]) + abs(a.box[1] - b.box[1]) < 120 for a, b in pairs)
    assert all(not page.get_textpage().get_text_range().strip() for page in pdfium.PdfDocument(str(askew / photo.file)))


@pytest.mark.parametrize('kind', RECIPES)
def test_seen_documents_never_use_held_out_layouts(kind: str) -> None:
    seen = {name for k in range(0, 60, 3) for name in draft(order(kind, k=k)).template}
    held = {name for k in range(2, 60, 3) for name in draft(order(kind, k=k)).template}
    assert held - seen


def test_a_much_damaged_decree_is_written_as_docx(tmp_path: Path) -> None:
    orders = [one for one in plan(1, False, ()) if one.format == 'docx' and one.kind == 'sk-dip']
    labels = generate.make(orders, tmp_path, jobs=1)
    assert [(tmp_path / label.file).stat().st_size > 0 for label in labels] == [True] * len(orders)


def test_the_list_within_a_decree_ends_with_it(tmp_path: Path) -> None:
    labels = generate.make([order('sk-dip', k=k) for k in range(12)], tmp_path, jobs=1)
    pairs = [label.parts for label in labels if len(label.parts) == 2]
    assert pairs
    for decree, inner in pairs:
        assert (decree.kind, decree.pages[0]) == ('sk-dip', 1)
        assert inner.kind in ('dip', 'dik')
        assert 1 < inner.pages[0] <= inner.pages[1] == decree.pages[1]


@pytest.mark.skipif('openpyxl' in missing(), reason='openpyxl is not installed')
@pytest.mark.parametrize('kind', ['dip', 'dik', 'register-permohonan'])
def test_labelled_words_stand_in_visible_cells(kind: str, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    labels = generate.make([order(kind, 'openpyxl', k, 'xlsx') for k in range(8)], tmp_path, jobs=1)
    hidden = 0
    for label in labels:
        book = load_workbook(tmp_path / label.file)
        hidden += sum(sheet.sheet_state != 'visible' for sheet in book)
        hidden += sum(row.hidden for sheet in book for row in sheet.row_dimensions.values())
        for truth in label.parts[0].truths:
            for spot in truth.spots:
                sheet, _, name = spot.at.partition('!')
                assert squashed(spot.text) in squashed(str(book[sheet][name].value or ''))
                assert book[sheet].sheet_state == 'visible'
                if truth.state == 'present':
                    assert not book[sheet].row_dimensions[book[sheet][name].row].hidden
    assert hidden


def test_the_full_run_judges_every_kind() -> None:
    counts: dict[str, Counter[str]] = {}
    text: list[Claim] = []
    for one in plan(1, False, ('libreoffice', 'chromium')):
        if one.kind == 'foto':
            continue
        for part in draft(one).parts:
            counts.setdefault(part.kind, Counter()).update(claim.state for claim in part.claims.values())
            if one.format == 'text' and one.kind != 'distractor':
                text += [claim for claim in part.claims.values() if claim.state == 'absent']
    assert len(text) >= 2000
    assert all('met' not in claim.allowed for claim in text)
    few = {kind: dict(counts[kind]) for kind in RECIPES if counts[kind]['absent'] < 85 or counts[kind]['present'] < 150}
    assert not few

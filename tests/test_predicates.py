"""Bands cover everything once, and every packaged set can serve a questionnaire."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import predicates, questionnaire
from checker.cli import main
from checker.errors import RuleError
from checker.predicates import Band, check_bands
from checker.rulebook import rules_folder
from tests.evidence import KINDS

WHOLE = """id = "uji"
name = "Uji"
year = 2025
category = "OPD"
total = 100
sources = [{ id = "uji", says = "uji" }]
predicate_set = "%s"
indicators = [{ id = "i", name = "I", weight = 100, questions = [
  { code = "1", text = "t", weight = 100, mode = "manual" },
] }]
"""


def test_the_sets_differ_in_number_limits_and_labels_and_name_period_category_and_source() -> None:
    sets = predicates.load()
    assert {len(each.bands) for each in sets.values()} == {3, 4, 5}
    assert len({tuple(band.low for band in each.bands) for each in sets.values()}) == len(sets)
    assert all(each.source and each.category and 2015 < each.year < 2100 for each in sets.values())


@pytest.mark.parametrize(
    ('name', 'points', 'label'),
    [
        ('ki-pusat', '89.95', 'Menuju Informatif'),
        ('ki-pusat', '90', 'Informatif'),
        ('ki-pusat', '79.999', 'Cukup Informatif'),
        ('ki-pusat', '39.9', 'Tidak Informatif'),
        ('ki-pusat', '40', 'Kurang Informatif'),
        ('ki-pusat', '0', 'Tidak Informatif'),
        ('kalbar-2020', '89.95', 'Informatif (hijau)'),
        ('kalbar-2020', '60', 'Cukup Informatif (kuning)'),
        ('kalbar-2019', '60', 'Kurang Informatif (merah)'),
        ('kalbar-2019', '29.99', 'Tidak Informatif (hitam)'),
        ('tiga-jenjang', '79.995', 'Cukup Informatif'),
        ('tiga-jenjang', '80', 'Sangat Informatif'),
        ('tiga-jenjang', '59.99', 'Kurang Informatif'),
        ('tiga-jenjang', '100', 'Sangat Informatif'),
    ],
)
def test_the_same_points_have_the_label_of_the_set_that_is_named(
    tmp_path: Path, name: str, points: str, label: str
) -> None:
    (file := tmp_path / 'uji.toml').write_text(WHOLE % name, encoding='utf-8')
    assert questionnaire.load(file, KINDS).label(Fraction(points)) == label


@pytest.mark.parametrize(
    ('bands', 'says'),
    [
        ([('A', 0, 50), ('B', 50.1, 100)], 'antara 50 dan "B" (mulai 50.1)'),
        ([('A', 0, 50), ('B', 49.9, 100)], 'antara 50 dan "B" (mulai 49.9)'),
        ([('A', 1, 100)], 'antara 0 dan "A"'),
        ([('A', 0, 99)], 'berakhir di 99, seharusnya 100'),
        ([('A', 0, 50), ('A', 50, 100)], '"A" ditulis dua kali'),
        ([], 'berakhir di 0'),
    ],
)
def test_gaps_overlaps_and_twins_are_refused(bands: list[tuple[str, float, float]], says: str) -> None:
    with pytest.raises(RuleError) as caught:
        check_bands([Band(*band) for band in bands], 100, 'uji.toml')
    assert says in str(caught.value)


def test_the_command_checks_sets_that_no_questionnaire_names(tmp_path: Path) -> None:
    own = Path(shutil.copytree(rules_folder(), tmp_path / 'aturan'))
    file = own / predicates.FILE
    file.write_text(file.read_text('utf-8').replace('low = 70, high = 85', 'low = 71, high = 85', 1), encoding='utf-8')
    done = CliRunner().invoke(main, ['rules', 'check', '--rules', str(own)])
    assert done.exit_code == 2 and 'sets "kalbar-2020": celah' in done.output


def test_a_set_written_twice_is_refused_with_its_file(tmp_path: Path) -> None:
    one = (
        '[[sets]]\nid="x"\nname="X"\nyear=2025\ncategory="OPD"\ntotal=10\nsource="s"\n'
        'bands=[{label="A", low=0, high=10}]\n'
    )
    (tmp_path / 'predicates.toml').write_text(one * 2, encoding='utf-8')
    with pytest.raises(RuleError) as caught:
        predicates.load(tmp_path)
    assert 'predicates.toml: sets: "x" ditulis dua kali' in str(caught.value)

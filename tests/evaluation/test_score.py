"""The scorer counts the worst errors as what they are, on made-up answers."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.evaluation import real, simple
from tests.evaluation.model import Label, PartLabel, Spot, Truth
from tests.evaluation.score import Found, FoundPart, Share, measures, score, stands

PRESENT = Truth('menimbang', 'present', 'lengkap', ('met',), (Spot(1, (50.0, 100.0, 110.0, 112.0), 'Menimbang'),))
ABSENT = Truth('nomor', 'absent', 'titik', ('missing',))
VAGUE = Truth('tempat-tanggal', 'partial', 'tanpa-hari', ('unsure',))


def label(group: str = 'document', kind: str = 'sk-ppid') -> Label:
    truths = () if group == 'distractor' else (PRESENT, ABSENT, VAGUE)
    part = PartLabel('lain' if group == 'distractor' else kind, (1, 2), truths)
    return Label('a.pdf', group, 'text', 'teks', 'reportlab', 't', False, '', 2, (part,))  # type: ignore[arg-type]


def answer(**statuses: str) -> tuple[FoundPart, ...]:
    box = (50.0, 101.0, 115.0, 111.0)
    findings = {name.replace('_', '-'): Found(status, page=1, box=box) for name, status in statuses.items()}
    return (FoundPart('sk-ppid', (1, 2), findings),)


def test_right_answers_give_no_errors() -> None:
    figures = measures([score(label(), answer(menimbang='met', nomor='missing', tempat_tanggal='unsure'))])
    assert figures['met palsu'] == Share(0, 1)
    assert figures['missing palsu'] == Share(0, 1)
    assert figures['unsure'] == Share(0, 2)
    assert figures['kotak'] == figures['jenis'] == figures['halaman'] == Share(1, 1)


def test_each_error_is_counted_once() -> None:
    figures = measures([score(label(), answer(menimbang='missing', nomor='met', tempat_tanggal='met'))])
    assert figures['met palsu'] == figures['missing palsu'] == figures['sebagian dinyatakan met'] == Share(1, 1)
    assert figures['presisi missing'] == figures['jangkauan missing'] == Share(0, 1)


def test_a_part_of_another_kind_judges_nothing() -> None:
    figures = measures([score(label(kind='dip'), answer(menimbang='met', nomor='met', tempat_tanggal='met'))])
    assert figures['jenis'] == Share(0, 1)
    assert figures['tak dinilai'] == Share(3, 3)
    assert figures['met palsu'] == Share(0, 1)


def test_a_distractor_with_all_required_met_is_accepted() -> None:
    both = [score(label('distractor'), answer(menimbang='met')), score(label('distractor'), answer(menimbang='unsure'))]
    assert measures(both)['pengecoh diterima'] == Share(1, 2)
    assert measures(both)['pengecoh dikira bukti'] == Share(2, 2)


def test_a_distractor_may_be_what_it_is_and_look_like_its_neighbours() -> None:
    def told(kind: str, also: tuple[str, ...]) -> Label:
        return Label(
            'a.pdf', 'distractor', 'text', 'teks', 'x', 't', False, '', 2, (PartLabel(kind, (1, 2), also=also),)
        )

    of_its_kind = score(told('sk-ppid', ()), answer(menimbang='met'))
    mistaken = score(told('lain', ('sk-ppid',)), answer(menimbang='met'))
    assert (of_its_kind.accepted, of_its_kind.taken) == ((), ())
    assert (mistaken.accepted, mistaken.taken) == (('sk-ppid',), ())


def test_a_cell_is_the_place_in_a_workbook() -> None:
    truth = Truth('judul', 'present', 'lengkap', ('met',), (Spot(1, (0.0, 0.0, 0.0, 0.0), 'DAFTAR', 'Sheet1!B2'),))
    made = Label('a.xlsx', 'document', 'xlsx', 'xlsx', 'x', 't', False, '', 1, (PartLabel('dip', (1, 1), (truth,)),))
    for cell, right in (("'Sheet1'!B2", True), ('Sheet1!B3', False)):
        found = FoundPart('dip', (1, 1), {'judul': Found('met', at=cell)})
        assert score(made, [found]).outcomes[0].placed is right


def test_a_box_around_half_the_page_is_no_place() -> None:
    spot = PRESENT.spots[0]
    assert stands((48.0, 99.0, 130.0, 113.0), spot)
    assert not stands((40.0, 40.0, 560.0, 800.0), spot)
    assert not stands((300.0, 100.0, 360.0, 112.0), spot)


def test_the_upper_bound_is_wilsons() -> None:
    assert round(Share(0, 1000).bound, 2) == 0.38
    assert Share(0, 0).bound == 100.0


def test_the_simple_way_takes_quoted_words_for_parts(tmp_path: Path) -> None:
    (tmp_path / 'a.pdf').touch()
    words = 'SK PPID memuat Menimbang, Mengingat, Memutuskan dan Menetapkan'
    (tmp_path / 'a.pdf.simple.txt').write_text(words, encoding='utf-8')
    parts = simple.judge(tmp_path / 'a.pdf', 'sk-ppid')
    assert parts[0].findings['menimbang'].status == 'met'
    assert parts[0].findings['uu-kip'].status == 'missing'


def test_real_labels_become_truths_by_content(tmp_path: Path) -> None:
    (tmp_path / 'b.pdf').write_bytes(b'%PDF-1.4 uji')
    signed = {'jabatan_penandatangan': True, 'nama': True, 'nip': True, 'ditetapkan_di': True, 'tanggal': 'blank'}
    parts = {'menimbang': True, 'nomor': 'handwritten', **signed}
    entry = {'kind': 'sk', 'pages': 2, 'tanda_tangan': 'wet', 'parts': parts}

    digest = hashlib.sha256(b'%PDF-1.4 uji').hexdigest()
    listed = [{'sha256': digest, 'label': entry}, {'sha256': 'x'}]
    (tmp_path / 'index.json').write_text(json.dumps(listed), encoding='utf-8')
    ((path, made),) = real.labels(tmp_path)
    states = {truth.requirement: truth.state for truth in made.parts[0].truths}
    assert path.name == 'b.pdf'
    wanted = ('present', 'partial', 'absent', 'present', 'present')
    assert states == dict(
        zip(('menimbang', 'nomor', 'tempat-tanggal', 'penandatangan', 'tanda-tangan'), wanted, strict=True)
    )

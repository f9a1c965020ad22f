"""The JSON contract of the catalogue, section 4, and the way back."""

from __future__ import annotations

import json

import numpy as np
import pytest

from checker.exports.json import report_dict, report_from_json, report_json
from checker.model import (
    Candidate,
    DigitalSignature,
    Failure,
    Finding,
    KindId,
    Note,
    PageInfo,
    Part,
    Place,
    Report,
    RequirementId,
    Sha256,
)

# Key order and shape of the example in the domain catalogue, section 4, with its figures.
CATALOGUE = (
    '{"file": "in/sk.pdf", "member": null, "sha256": "ab", "period": 2025, "rulebook": "r1", "engine": "e1", '
    '"error": null, "pages": 3, "read": {"text_pages": 2, "ocr_pages": 1, "unreadable_pages": 0}, '
    '"page_info": [{"n": 1, "width": 595.3, "height": 935.4, "source": "text", "grade": "good"}, '
    '{"n": 2, "width": 595.3, "height": 935.4, "source": "flow", "grade": "fair"}, '
    '{"n": 3, "width": 595.3, "height": 935.4, "source": "ocr", "grade": "poor"}], '
    '"notes": [{"code": "berisi-skrip", "page": null, "message": "Berkas berisi skrip."}], '
    '"signatures": [{"field": "Signature1", "intact": true, "coverage": "file", "changed": false, "signer": "Contoh", '
    '"issuer": null, "time": "2025-02-03T09:10:11+07:00", "trust": "belum-diverifikasi"}], '
    '"parts": [{"kind": "sk-ppid", "kind_score": 96.1, "kind_runner_up": {"kind": "sk-dip", "score": 61.0}, '
    '"pages": [1, 3], "within": null, "findings": ['
    '{"requirement": "menimbang", "status": "met", "required": true, "reason": null, "message": null, '
    '"advice": null, "score": 100.0, "value": null, "form": null, "page": 1, "box": [72.0, 201.4, 141.8, 214.0], '
    '"at": null, "found": "Menimbang :", "places": [], "candidate": null}, '
    '{"requirement": "nomor", "status": "missing", "required": true, "reason": "label-kosong", '
    '"message": "Nomor keputusan belum diisi.", "advice": "Unggah naskah yang sudah bernomor.", "score": null, '
    '"value": null, "form": null, "page": 1, "box": [210.0, 160.2, 268.3, 172.9], "at": null, "found": "NOMOR :", '
    '"places": [], "candidate": {"page": 4, "box": [300.0, 80.1, 420.4, 92.0], "at": null, "text": "NOMOR : ......", '
    '"score": 100.0, "rejected_by": "placeholder"}}]}]}'
)


def finding(**known: object) -> Finding:
    return Finding(**({'requirement': RequirementId('nomor'), 'status': 'unsure', 'required': True} | known))  # type: ignore[arg-type]


def report(*findings: Finding, **known: object) -> Report:
    part = Part(KindId('sk-ppid'), 96.0, None, (1, 1), None, findings)
    whole = {'file': 'sk.pdf', 'member': None, 'sha256': Sha256('ab'), 'period': 2025, 'rulebook': 'r', 'engine': 'e',
             'error': None, 'page_info': (PageInfo(1, 595.0, 842.0, 'text', 'good'),), 'parts': (part,)}
    return Report(**(whole | known))  # type: ignore[arg-type]


SHAPES = {
    'value a date': report(finding(value='2025-01-31')),
    'value a number': report(finding(value=12)),
    'value an object': report(finding(value={'signed': 3, 'listed': 5})),
    'signature form': report(finding(
        form='stamp-only', reason='hanya-stempel', message="Hanya cap.", advice="Minta tanda tangan.")),
    'place without layout': report(finding(status='met', place=Place(None, None, 'paragraf 12', 'NOMOR : 12'))),
    'place with empty words': report(finding(status='met', place=Place(1, (1.0, 2.0, 3.0, 4.0), None, ''))),
    'several places': report(finding(places=(
        Place(1, (1.0, 2.0, 3.0, 4.0), None, 'berkala'), Place(None, None, 'tabel 1, baris 2, kolom 3', 'serta')))),
    'candidate without layout': report(finding(
        candidate=Candidate(Place(None, None, 'paragraf 1', 'NOMOR'), 88.5, 'bukan-judul'))),
    'recommended, not applicable': report(finding(status='not_applicable', required=False)),
    'runner-up and within': report(parts=(Part(KindId('dip'), 80.5, (KindId('dik'), 70.0), (2, 3), 0),)),
    'failure': report(sha256=None, error=Failure('encrypted', "Berkas dikunci kata sandi."), page_info=(), parts=()),
    'archive member': report(file='batch.zip', member='Dinas Kesehatan/1.2/sk “baru”.pdf'),
    'notes': report(notes=(
        Note('berisi-skrip', None, "Berkas berisi skrip."), Note('teks-tersembunyi', 3, "Ada teks tersembunyi."))),
    'signature': report(signatures=(DigitalSignature('S1', False, 'partial', True, None, None, None, 'tepercaya'),)),
}


@pytest.mark.parametrize('shape', SHAPES)
def test_every_shape_survives_the_way_to_json_and_back(shape: str) -> None:
    assert report_from_json(report_json(SHAPES[shape])) == SHAPES[shape]


def test_the_catalogues_example_is_reproduced_byte_for_byte() -> None:
    assert report_json(report_from_json(CATALOGUE)) == CATALOGUE


def test_lengths_and_scores_have_one_decimal_also_when_they_are_numpy_numbers() -> None:
    box = tuple(np.float32(length) for length in (72.04, 201.44, 141.777, -0.01))
    whole = report_dict(report(finding(status='met', score=99.96, place=Place(1, box, None, 'x'))))  # type: ignore[arg-type]
    found = whole['parts'][0]['findings'][0]
    assert (found['box'], found['score']) == ([72.0, 201.4, 141.8, 0.0], 100.0)
    assert '-0.0' not in json.dumps(found)


def test_indonesian_and_other_letters_stay_readable_and_the_report_is_one_line() -> None:
    line = report_json(report(finding(status='met', place=Place(1, None, None, 'NOMOR\n“12”\u2028é'))))
    assert '“12”' in line and 'é' in line and line.splitlines() == [line]


def test_a_file_name_of_another_encoding_can_be_printed_and_comes_back() -> None:
    named = report(file='sk_\udce9.pdf')
    assert report_from_json(report_json(named).encode().decode()) == named


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match='JSON compliant'):
        report_json(report(finding(score=float('nan'))))


def test_an_unreadable_page_is_counted() -> None:
    pages = (PageInfo(1, 595.0, 842.0, 'none', 'unreadable'), PageInfo(2, 595.0, 842.0, 'ocr', 'unreadable'))
    whole = report_dict(report(page_info=pages, parts=()))
    assert (whole['pages'], whole['read']) == (2, {'text_pages': 0, 'ocr_pages': 1, 'unreadable_pages': 2})


def test_the_place_of_a_signatures_widget_is_no_part_of_the_contract() -> None:
    signature = DigitalSignature('S1', True, 'file', False, 'A', 'B', None, 'tepercaya', 2, (1.0, 2.0, 3.0, 4.0))
    assert 'box' not in report_dict(report(signatures=(signature,)))['signatures'][0]

"""The contract of `cekbukti check --json`: one report as one canonical line of JSON, and back.

Key order, rounding (lengths and scores to one decimal) and null rules are those of the domain catalogue, section 4;
equal reports give equal bytes. Never decides, counts or words anything beyond what the report holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from checker.model import (
    Box,
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

Json = dict[str, Any]

_UNSAFE = re.compile('[\x85\u2028\u2029\ud800-\udfff]')
"""What splits a line for some readers, and what UTF-8 can't carry (file names with bytes of another encoding)."""


def report_json(report: Report) -> str:
    """One line without a newline at its end. Raises ValueError for a number that is not finite."""
    line = json.dumps(report_dict(report), ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda found: f'\\u{ord(found[0]):04x}', line)


def report_dict(report: Report) -> Json:
    """The report as plain JSON values, in the order of the catalogue."""
    return {
        'file': report.file, 'member': report.member, 'sha256': report.sha256, 'period': report.period,
        'rulebook': report.rulebook, 'engine': report.engine, 'error': _error(report.error),
        'pages': len(report.page_info), 'read': _read(report.page_info),
        'page_info': [_page(page) for page in report.page_info],
        'notes': [{'code': note.code, 'page': note.page, 'message': note.message} for note in report.notes],
        'signatures': [_signature(signature) for signature in report.signatures],
        'parts': [_part(part) for part in report.parts],
    }


def report_from_json(line: str) -> Report:
    """The report that `report_json` wrote; all is kept but the widget's place of a signature, which the contract lacks.

    Raises ValueError, KeyError or TypeError when the line is something else.
    """
    raw = json.loads(line)
    return Report(
        file=raw['file'], member=raw['member'], sha256=None if raw['sha256'] is None else Sha256(raw['sha256']),
        period=raw['period'], rulebook=raw['rulebook'], engine=raw['engine'],
        error=None if raw['error'] is None else Failure(raw['error']['code'], raw['error']['message']),
        page_info=tuple(PageInfo(**page) for page in raw['page_info']),
        notes=tuple(Note(**note) for note in raw['notes']),
        signatures=tuple(DigitalSignature(**signature) for signature in raw['signatures']),
        parts=tuple(_to_part(part) for part in raw['parts']),
    )


def _number(value: float | None) -> float | None:
    """One decimal; adding 0.0 turns a negative zero into zero, so that equal reports stay equal bytes."""
    return None if value is None else round(float(value), 1) + 0.0


def _error(error: Failure | None) -> Json | None:
    return None if error is None else {'code': error.code, 'message': error.message}


def _read(pages: Sequence[PageInfo]) -> Json:
    """Where the text came from, and how many pages can't be read (these may have a source too)."""
    return {
        'text_pages': sum(page.source in ('text', 'flow') for page in pages),
        'ocr_pages': sum(page.source == 'ocr' for page in pages),
        'unreadable_pages': sum(page.grade == 'unreadable' for page in pages),
    }


def _page(page: PageInfo) -> Json:
    return {'n': page.n, 'width': _number(page.width), 'height': _number(page.height), 'source': page.source,
            'grade': page.grade}


def _signature(signature: DigitalSignature) -> Json:
    return {
        'field': signature.field, 'intact': signature.intact, 'coverage': signature.coverage,
        'changed': signature.changed, 'signer': signature.signer, 'issuer': signature.issuer, 'time': signature.time,
        'trust': signature.trust,
    }


def _part(part: Part) -> Json:
    runner_up = None
    if part.runner_up is not None:
        runner_up = {'kind': part.runner_up[0], 'score': _number(part.runner_up[1])}
    return {
        'kind': part.kind, 'kind_score': _number(part.kind_score), 'kind_runner_up': runner_up,
        'pages': list(part.pages), 'within': part.within,
        'findings': [_finding(finding) for finding in part.findings],
    }


def _finding(finding: Finding) -> Json:
    place = finding.place or Place(None, None, None, '')
    return {
        'requirement': finding.requirement, 'status': finding.status, 'required': finding.required,
        'reason': finding.reason, 'message': finding.message, 'advice': finding.advice,
        'score': _number(finding.score), 'value': finding.value, 'form': finding.form,
        'page': place.page, 'box': _box(place.box), 'at': place.at,
        'found': None if finding.place is None else place.text,
        'places': [_place(place) for place in finding.places], 'candidate': _candidate(finding.candidate),
    }


def _box(box: Box | None) -> list[float | None] | None:
    return None if box is None else [_number(length) for length in box]


def _place(place: Place) -> Json:
    return {'page': place.page, 'box': _box(place.box), 'at': place.at, 'text': place.text}


def _candidate(candidate: Candidate | None) -> Json | None:
    if candidate is None:
        return None
    return _place(candidate.place) | {'score': _number(candidate.score), 'rejected_by': candidate.rejected_by}


def _to_part(raw: Mapping[str, Any]) -> Part:
    runner_up = raw['kind_runner_up']
    first, last = raw['pages']
    return Part(
        kind=KindId(raw['kind']), kind_score=raw['kind_score'],
        runner_up=None if runner_up is None else (KindId(runner_up['kind']), runner_up['score']),
        pages=(first, last), within=raw['within'],
        findings=tuple(_to_finding(finding) for finding in raw['findings']),
    )


def _to_finding(raw: Mapping[str, Any]) -> Finding:
    place = None if raw['found'] is None else _to_place(raw, raw['found'])
    return Finding(
        requirement=RequirementId(raw['requirement']), status=raw['status'], required=raw['required'],
        reason=raw['reason'], message=raw['message'], advice=raw['advice'], score=raw['score'], value=raw['value'],
        form=raw['form'], place=place, places=tuple(_to_place(spot, spot['text']) for spot in raw['places']),
        candidate=_to_candidate(raw['candidate']),
    )


def _to_place(raw: Mapping[str, Any], text: str) -> Place:
    box = raw['box']
    return Place(raw['page'], None if box is None else (box[0], box[1], box[2], box[3]), raw['at'], text)


def _to_candidate(raw: Mapping[str, Any] | None) -> Candidate | None:
    if raw is None:
        return None
    return Candidate(_to_place(raw, raw['text']), raw['score'], raw['rejected_by'])

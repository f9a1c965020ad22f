"""Labelled real documents in a folder, for a column of their own. Copies nothing out of the folder; prints no names
of persons."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Literal

from tests.evaluation.model import Label, PartLabel, State, Truth
from tests.evaluation.score import EVIDENCE

_KINDS = {'sk': 'sk-ppid', 'sk-ppid': 'sk-ppid', 'dip': 'dip', 'sop': 'sop'}
_NAMES = {
    'menimbang': 'menimbang',
    'mengingat': 'mengingat',
    'memutuskan': 'memutuskan',
    'menetapkan': 'menetapkan',
    'nomor': 'nomor',
    'lampiran': 'lampiran',
    'nomor_sop': 'nomor-sop',
    'nama_sop': 'nama-sop',
    'tgl_pembuatan': 'tgl-pembuatan',
    'disahkan_oleh': 'disahkan-oleh',
    'dasar_hukum': 'dasar-hukum',
    'kualifikasi': 'kualifikasi-pelaksana',
    'kualifikasi_pelaksana': 'kualifikasi-pelaksana',
    'keterkaitan': 'keterkaitan',
    'peralatan': 'peralatan',
    'peringatan': 'peringatan',
    'pencatatan': 'pencatatan',
}
_Reading = tuple[State, tuple[str, ...]]
_SIGNED: dict[object, _Reading] = {
    'wet': ('present', ('met', 'unsure')),
    'digital': ('free', ('met', 'unsure')),
    'ttd': ('absent', ('missing', 'unsure')),
    'typed': ('absent', ('missing', 'unsure')),
    'none': ('absent', ('missing', 'unsure')),
    'no-block': ('absent', ('missing', 'unsure')),
}
_VALUES: dict[object, _Reading] = {
    True: ('present', ('met',)),
    False: ('absent', ('missing', 'unsure')),
    'blank': ('absent', ('missing', 'unsure')),
    'placeholder': ('absent', ('missing', 'unsure')),
    'handwritten': ('partial', ('unsure', 'met')),
    'partial': ('partial', ('unsure', 'missing')),
    'no-nip': ('partial', ('unsure', 'missing', 'met')),
    'other-subject': ('absent', ('missing', 'unsure')),
}
_BODY = {
    'dip': (),
    'sop': (
        'nomor_sop',
        'nama_sop',
        'tgl_pembuatan',
        'disahkan_oleh',
        'dasar_hukum',
        'kualifikasi',
        'kualifikasi_pelaksana',
        'keterkaitan',
        'peralatan',
        'peringatan',
        'pencatatan',
    ),
    'sk-ppid': ('menimbang', 'mengingat', 'memutuskan', 'menetapkan', 'nomor', 'lampiran'),
}


def labels(folder: Path) -> list[tuple[Path, Label]]:
    """Files of the folder that have a label, by content; others are passed over."""
    own = json.loads((Path(__file__).parent / 'real_labels.json').read_text(encoding='utf-8'))
    index = folder / 'index.json'
    listed = (
        {entry['sha256']: entry for entry in json.loads(index.read_text(encoding='utf-8'))} if index.exists() else {}
    )
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix not in ('.pdf', '.docx', '.jpg', '.png'):
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        entry = own.get(digest)
        truths = _own(entry) if entry else None
        if entry is None and listed.get(digest, {}).get('label'):
            entry = listed[digest]['label']
            truths = _listed(entry)
        if entry is not None and truths is not None:
            found.append((path, _label(path, entry, truths)))
    return found


def _label(path: Path, entry: dict[str, Any], truths: tuple[Truth, ...]) -> Label:
    kind = _KINDS.get(entry['kind'])
    pages = entry.get('pages') or 1
    part = PartLabel(kind or 'lain', (1, pages), truths if kind else ())
    format: Literal['docx', 'scan', 'text']
    format = 'docx' if path.suffix == '.docx' else 'scan' if entry.get('scan') == 'scanned' else 'text'
    return Label(
        path.name,
        'document' if kind else 'distractor',
        format,
        'nyata',
        'nyata',
        'nyata',
        True,
        entry['kind'],
        pages,
        (part,),
    )


def _own(entry: dict[str, Any]) -> tuple[Truth, ...]:
    made = [_truth(name, value) for name, value in entry['parts'].items()]
    return tuple(truth for truth in made if truth is not None)


def _listed(entry: dict[str, Any]) -> tuple[Truth, ...]:
    """The older labels: fewer names, place and date apart."""
    kind = _KINDS.get(entry['kind'])
    if kind is None:
        return ()
    parts = entry['parts']
    made = [_truth(_NAMES[name], parts[name]) for name in _BODY[kind] if name in parts]
    if kind == 'sk-ppid':
        both = [parts.get('ditetapkan_di'), parts.get('tanggal')]
        made.append(
            _truth(
                'tempat-tanggal',
                True if both == [True, True] else next((value for value in both if value is not True), None),
            )
        )
    if kind == 'sop':
        dates = [parts[name] for name in ('tgl_efektif', 'tgl_pengesahan') if name in parts]
        made.append(_truth('tgl-efektif', True if True in dates else next(iter(dates), None)))
        if 'tgl_revisi' in parts:  # the label alone is wanted
            made.append(_truth('tgl-revisi', parts['tgl_revisi'] is not False))
    signer = [parts.get(name) for name in ('jabatan_penandatangan', 'nama') if name in parts]
    if signer:
        made.append(
            _truth(
                'penandatangan',
                True
                if all(value is True for value in signer) and parts.get('nip') is True
                else 'no-nip'
                if all(value is True for value in signer)
                else signer[-1],
            )
        )
    made.append(_truth('tanda-tangan', entry['tanda_tangan']))
    return tuple(truth for truth in made if truth is not None)


def _truth(requirement: str, value: object) -> Truth | None:
    """None where the label says nothing that a status could be held against."""
    known = (_SIGNED if requirement == 'tanda-tangan' else _VALUES).get(value)
    if known is None:
        return None
    state, allowed = known
    return Truth(requirement, state, str(value), allowed)


def forced(label: Label) -> str | None:
    """The kind that the checker is told for this file; None for distractors."""
    return label.parts[0].kind if label.parts[0].kind in EVIDENCE else None

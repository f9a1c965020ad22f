"""Kinds, findings, parts and reports to score with: the real data classes, filled as the checks fill them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.model import (
    Answer,
    AnswerWord,
    Evidence,
    Failure,
    Finding,
    Grade,
    KindId,
    PageInfo,
    Part,
    Place,
    Reason,
    Report,
    RequirementId,
    Sha256,
    Status,
)
from checker.rulebook import Identify, Kind, Requirement

BODY = 'Dinas Kesehatan'
PERIOD = 2025

_DIP = ('judul', 'tahun', 'badan-publik', 'kolom-ringkasan', 'kolom-penguasa', 'kolom-penanggung-jawab',
        'kolom-waktu-tempat', 'kolom-bentuk', 'kolom-retensi', 'klasifikasi', 'isi', 'penandatangan', 'tanda-tangan')
_REQUIRED = {
    'sk-ppid': ('kop', 'judul', 'nomor', 'tentang', 'tahun', 'penandatangan', 'tanda-tangan'),
    'sk-dip': ('kop', 'judul', 'nomor', 'tahun', 'tanda-tangan'),
    'dip': _DIP,
    'sop': ('nomor-sop', 'disahkan-oleh', 'nama-sop', 'layanan', 'tanda-tangan'),
    'maklumat': ('judul', 'tanda-tangan'),
    'dik': ('judul', 'tahun', 'kolom-informasi', 'kolom-dasar-hukum', 'pasal-17', 'kolom-konsekuensi',
            'kolom-jangka-waktu', 'isi', 'penandatangan', 'tanda-tangan'),
    'uji-konsekuensi': ('judul', 'nomor', 'tahun', 'konsekuensi', 'tanda-tangan'),
    'laporan-layanan': ('judul', 'tahun', 'kebijakan', 'pelaksanaan', 'rincian', 'sengketa', 'kendala', 'rekomendasi',
                        'jumlah-permohonan', 'penandatangan', 'tanda-tangan'),
    'formulir-permohonan': ('judul', 'isi'),
    'formulir-keberatan': ('judul', 'isi'),
    'register-permohonan': ('judul', 'isi'),
    'surat-pernyataan': ('judul', 'pernyataan', 'tempat-tanggal', 'penandatangan', 'tanda-tangan'),
    'undangan': ('nomor', 'acara', 'tanda-tangan'),
    'notulen': ('judul', 'hari-tanggal', 'pembahasan', 'penandatangan'),
    'daftar-hadir': ('judul', 'isi', 'tanda-tangan'),
    'surat-tugas': ('nomor', 'penandatangan', 'tanda-tangan'),
    'anggaran': ('tahun', 'badan-publik', 'nomenklatur'),
    'foto': (),
}
_NAMES = {'sk-ppid': 'SK PPID', 'sk-dip': 'SK DIP', 'dip': 'DIP', 'sop': 'SOP', 'maklumat': 'Maklumat', 'foto': 'Foto',
          'register-permohonan': 'Register permohonan', 'surat-pernyataan': 'Surat pernyataan'}
_SERVICES = {s: (s,) for s in ('permohonan', 'keberatan', 'dip', 'uji-konsekuensi', 'pendokumentasian', 'sengketa')}


def _requirement(id: str, required: bool = True) -> Requirement:
    groups = _SERVICES if id == 'layanan' else None
    return Requirement(RequirementId(id), id.replace('-', ' ').capitalize(), 'section', required, groups=groups)


def _kind(id: str) -> Kind:
    requirements = [*map(_requirement, _REQUIRED[id])] + ([_requirement('tahun', False)] if id == 'sop' else [])
    return Kind(KindId(id), _NAMES.get(id, id), Identify('titled'), tuple(requirements), 'x')


KINDS = {KindId(id): _kind(id) for id in _REQUIRED}


def finding(id: str, status: Status = 'met', value: Any = None, *, reason: Reason | None = None, required: bool = True,
            words: str = '', page: int = 1) -> Finding:
    """A finding; what isn't met has a reason and a sentence, and a met one has its place and words."""
    if status in ('missing', 'unsure') and reason is None:
        reason = 'tidak-ada' if status == 'missing' else 'tidak-terbaca'
    message = f'{id} bermasalah.' if reason else None
    place = Place(page, (10.0, 20.0, 30.0, 40.0), None, words or id.upper()) if status == 'met' or words else None
    return Finding(RequirementId(id), status, required, reason, message, None, value=value, place=place)


def part(kind: str, pages: tuple[int, int] = (1, 1), **other: Status | Finding) -> Part:
    """A part whose requirements are all met but those given (`nomor='missing'`, `tanda_tangan=finding(...)`)."""
    values: dict[str, Any] = {'tahun': PERIOD, 'layanan': 'permohonan'}
    given = {name.replace('_', '-'): change for name, change in other.items()}
    findings = []
    for id in dict.fromkeys((*_REQUIRED[kind], *given)):
        change = given.get(id, 'met')
        findings.append(change if isinstance(change, Finding) else finding(id, change, values.get(id)))
    return Part(KindId(kind), 95.0, None, pages, None, tuple(findings))


def report(name: str, *parts: Part, sha: str | None = None, error: Failure | None = None,
           grades: Sequence[Grade] = ('good',), member: str | None = None) -> Report:
    pages = tuple(PageInfo(n, 595.0, 842.0, 'text', grade) for n, grade in enumerate(grades, start=1))
    digest = Sha256(sha or f'sha of {name}')
    return Report(name, member, digest, PERIOD, 'r', 'e', error, () if error else pages, parts=parts)


def answer(question: str, *files: str, word: AnswerWord = 'ya', links: tuple[str, ...] = ()) -> Answer:
    return Answer(BODY, question, word, tuple(map(Evidence, files)), links)

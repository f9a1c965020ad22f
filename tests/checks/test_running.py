"""The day and the matter of a meeting that only a sentence names."""

from __future__ import annotations

import pytest

from tests.papers import findings, flow, printed

LETTER = """\
DINAS KESEHATAN KABUPATEN SUKAMAJU
Nomor : 005/12/DINKES/2025
Hal : Undangan
Yth. Kepala Puskesmas
{said}
                                        KEPALA DINAS KESEHATAN,



                                        dr. Rani Kusuma, M.Kes.
                                        NIP. 19750101 200003 1 002
"""
INVITED = """\
Dengan hormat, kami mengundang Saudara untuk hadir pada rapat koordinasi PPID
yang dilaksanakan pada hari Senin tanggal 3 Maret 2025 di Aula Dinas."""


@pytest.mark.parametrize('form', ['flow', 'text', 'ocr'])
def test_day_and_matter_are_read_from_the_inviting_sentence(form: str) -> None:
    text = LETTER.format(said=INVITED)
    document = flow(text) if form == 'flow' else printed(text, source='ocr' if form == 'ocr' else 'text')
    found = findings(document, 'undangan')
    assert (found['hari-tanggal'].status, found['hari-tanggal'].value) == ('met', '2025-03-03')
    assert found['acara'].status == 'met'
    assert found['acara'].place is not None
    assert 'koordinasi PPID' in found['acara'].place.text


@pytest.mark.parametrize(
    'said',
    [
        'Menindaklanjuti rapat hari Senin, 3 Februari 2025, kami mengundang Saudara pada waktunya.',
        'Kami mengundang Saudara. Surat ini ditulis pada hari Senin, 3 Februari 2025.',
        'Rapat koordinasi PPID pada hari Senin, 3 Februari 2025 sudah selesai.',
    ],
)
def test_a_day_outside_the_inviting_sentence_is_another_one_s(said: str) -> None:
    found = findings(LETTER.format(said=said), 'undangan')
    assert found['hari-tanggal'].status == 'missing'
    assert found['acara'].status == 'missing'


def test_a_day_left_open_is_missing_with_its_place() -> None:
    said = 'Kami mengundang Saudara menghadiri rapat koordinasi PPID pada hari .......... tanggal ..........'
    finding = findings(printed(LETTER.format(said=said)), 'undangan')['hari-tanggal']
    assert (finding.status, finding.reason) == ('missing', 'placeholder')
    assert finding.place is not None


def test_a_label_goes_before_the_sentence() -> None:
    said = f'{INVITED}\nHari/Tanggal : ....................'
    assert findings(LETTER.format(said=said), 'undangan')['hari-tanggal'].reason == 'placeholder'

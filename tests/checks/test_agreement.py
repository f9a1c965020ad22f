"""A decree against itself: years of number, subject and date; the order of its dicta; the head of its annex."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model import Finding, Mark
from tests.papers import DECREE, changed, document, findings, flow, printed, printed_page, said, without

NUMBER, DATE = 'NOMOR : 800/12/DINKES/2025', 'pada tanggal 14 Januari 2025'
SUBJECT = 'PADA DINAS KESEHATAN KABUPATEN SUKAMAJU'
SECOND = 'KEDUA         :     Keputusan ini mulai berlaku pada tanggal ditetapkan.'


def years(*changes: tuple[str, str]) -> Finding:
    return findings(flow(changed(DECREE, *changes)), 'sk-ppid')['tahun-selaras']


def order(text: str, source: str = 'flow') -> Finding:
    read = flow(text) if source == 'flow' else printed(text, source='ocr' if source == 'ocr' else 'text')
    return findings(read, 'sk-ppid')['urutan-diktum']


def head(number: str, date: str = 'TANGGAL : 14 Januari 2025') -> Finding:
    text = changed(DECREE, ('NOMOR : 800/12/DINKES/2025\nTANGGAL : 14 Januari 2025', f'{number}\n{date}'))
    return findings(flow(text), 'sk-ppid')['kepala-lampiran']


def test_one_year_everywhere_is_met_and_only_advice() -> None:
    finding = years()
    assert (said(finding), finding.value, finding.required) == (('met', None), 2025, False)


def test_a_number_of_another_year_than_the_date_is_told() -> None:
    """Numbered in January of the new year, dated back to December: seen in the wild."""
    finding = years((DATE, 'pada tanggal 28 Desember 2024'))
    assert (said(finding), finding.value) == (('unsure', 'tidak-cocok'), 2025)
    assert finding.place is not None
    assert '2025' in finding.place.text
    assert finding.advice == 'Periksa tahun pada nomor, judul, dan tanggal penetapan.'


@pytest.mark.parametrize(
    ('subject', 'status'),
    [
        ('TAHUN 2025', 'met'),
        ('TAHUN ANGGARAN 2026', 'met'),
        ('TAHUN 2024', 'met'),
        ('TAHUN 2021-2026', 'met'),
        ('SEBAGAIMANA KEPUTUSAN NOMOR 12 TAHUN 2021', 'met'),
        ('TAHUN 2022', 'unsure'),
        ('TAHUN ANGGARAN 2029', 'unsure'),
    ],
)
def test_the_subject_s_year_lies_near_the_date_s(subject: str, status: str) -> None:
    text = changed(DECREE, (f'{SUBJECT}\nKEPALA', f'{SUBJECT}\n{subject}\nKEPALA'))
    assert findings(flow(text), 'sk-ppid')['tahun-selaras'].status == status


@pytest.mark.parametrize(
    'changes',
    [
        (NUMBER, 'NOMOR : 188.45/2024/2025'),
        (NUMBER, 'NOMOR : 188.45/12/DINKES'),
        (DATE, 'pada tanggal ..... 2024'),
        (NUMBER, 'NOMOR : 800/.../DINKES/2024'),
    ],
)
def test_what_is_not_there_or_has_two_years_disagrees_with_nothing(changes: tuple[str, str]) -> None:
    assert years(changes).status == 'not_applicable'


def test_a_scan_read_with_doubt_is_not_held_against_itself() -> None:
    pages = [
        printed_page(page, n, source='ocr', grade='fair')
        for n, page in enumerate(changed(DECREE, (DATE, 'pada tanggal 14 Januari 2024')).split('---\n'), 1)
    ]
    assert findings(document(*pages), 'sk-ppid')['tahun-selaras'].status == 'not_applicable'
    clean = document(*(replace(page, grade='good') for page in pages))
    assert said(findings(clean, 'sk-ppid')['tahun-selaras']) == ('unsure', 'tidak-cocok')


@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
def test_dicta_in_order_are_met(source: str) -> None:
    finding = order(changed(DECREE, (SECOND, f'{SECOND}\nKETIGA        :     Biaya dibebankan pada APBD.')), source)
    assert (said(finding), finding.value) == (('met', None), 3)


@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
@pytest.mark.parametrize('wrong', ['KEDUA ', 'KESATU'])
def test_a_dictum_twice_is_told(wrong: str, source: str) -> None:
    finding = order(changed(DECREE, (SECOND, f'{SECOND}\n{wrong}        :     Biaya dibebankan pada APBD.')), source)
    assert said(finding) == ('unsure', 'tidak-cocok')
    assert finding.value == wrong.strip()
    assert finding.advice == 'Beri nomor diktum berurutan: KESATU, KEDUA, KETIGA.'


def test_a_dictum_left_out_is_told_but_on_a_scan_it_may_be_unread() -> None:
    gap = changed(DECREE, ('KEDUA         :', 'KEEMPAT       :'))
    assert said(order(gap)) == ('unsure', 'tidak-cocok')
    assert order(gap, 'ocr').status == 'met'


def test_older_dicta_begin_with_pertama_and_run_beyond_ten() -> None:
    names = (
        'PERTAMA',
        'KEDUA',
        'KETIGA',
        'KEEMPAT',
        'KELIMA',
        'KEENAM',
        'KETUJUH',
        'KEDELAPAN',
        'KESEMBILAN',
        'KESEPULUH',
        'KESEBELAS',
        'KEDUA BELAS',
    )
    dicta = '\n'.join(f'{name}     :     Menetapkan hal yang perlu.' for name in names)
    text = changed(without(DECREE, 'KESATU'), (SECOND, dicta))
    assert (order(text).status, order(text).value) == ('met', 12)


@pytest.mark.parametrize(
    'reference', ['KESATU dan Diktum KEDUA tetap berlaku.', 'Diktum KESATU dilaksanakan oleh tim.']
)
def test_a_dictum_that_is_only_spoken_of_is_none(reference: str) -> None:
    text = changed(DECREE, (SECOND, f'{SECOND}\n                    sebagaimana dimaksud dalam {reference}'))
    assert order(text).status == 'met'


def test_a_catchword_at_the_end_of_a_page_is_not_the_dictum() -> None:
    text = changed(DECREE, (SECOND, f'                                        KEDUA ...\n---\n{SECOND}'))
    assert order(text, 'text').status == 'met'


@pytest.mark.parametrize(
    ('number', 'reason'),
    [
        ('NOMOR :', 'label-kosong'),
        ('NOMOR : ..........', 'placeholder'),
        ('NOMOR : 800/..../DINKES/2025', 'placeholder'),
    ],
)
def test_an_unfilled_number_in_the_annex_has_its_own_answer(number: str, reason: str) -> None:
    finding = head(number)
    assert (said(finding), finding.required) == (('missing', reason), False)
    text = changed(DECREE, ('NOMOR : 800/12/DINKES/2025\nTANGGAL', f'{number}\nTANGGAL'))
    assert findings(flow(text), 'sk-ppid')['lampiran'].reason != 'tidak-cocok'


def test_a_number_written_by_hand_is_for_people_to_read() -> None:
    pages = changed(DECREE, ('NOMOR : 800/12/DINKES/2025\nTANGGAL', 'NOMOR :\nTANGGAL')).split('---\n')
    annex = printed_page(pages[1], 2, source='ocr')
    label = next(line for line in annex if line.text.startswith('NOMOR')).box
    assert label is not None
    ink = Mark('ink', (label[2] + 20, label[1] - 2, label[2] + 120, label[3] + 4), amount=0.2)
    read = document(printed_page(pages[0], source='ocr'), replace(annex, marks=(ink,)))
    assert said(findings(read, 'sk-ppid')['kepala-lampiran']) == ('unsure', 'tulisan-tangan')


def test_a_filled_head_is_met_and_without_labels_there_is_nothing_to_fill() -> None:
    assert head('NOMOR : 800/12/DINKES/2025').status == 'met'
    bare = without(DECREE.split('---\n')[1], 'NOMOR', 'TANGGAL')
    assert findings(flow(DECREE.split('---\n')[0] + '---\n' + bare), 'sk-ppid')['kepala-lampiran'].status == (
        'not_applicable'
    )

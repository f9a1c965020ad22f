"""What a record says, as a column, a heading or a sentence; a name alone says nothing."""

from __future__ import annotations

import re

import pytest

from tests.papers import changed, findings, flow, printed, said
from tests.records import RECORD, SHEET

KIND = 'uji-konsekuensi'
IDS = ('informasi', 'dasar-hukum', 'konsekuensi', 'jangka-waktu')


@pytest.mark.parametrize('text', [RECORD, SHEET], ids=['record', 'sheet'])
@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
def test_headings_and_columns_both_say_it(text: str, source: str) -> None:
    doc = flow(text) if source == 'flow' else printed(text, source='ocr' if source == 'ocr' else 'text')
    found = findings(doc, KIND)
    assert {id: found[id].status for id in IDS} == dict.fromkeys(IDS, 'met')
    assert len(found['konsekuensi'].places) == 2


@pytest.mark.parametrize(('heading', 'content', 'id'), [
    ('A. Informasi yang Diuji', '   Rekam medis pasien dan data pribadi pegawai\n', 'informasi'),
    ('C. Konsekuensi Dibuka', '   Mengungkap rahasia pribadi pasien\n', 'konsekuensi'),
    ('E. Jangka Waktu', '   Selama 10 (sepuluh) tahun\n', 'jangka-waktu'),
])  # fmt: skip
def test_dots_after_a_heading_say_nothing(heading: str, content: str, id: str) -> None:
    text = changed(RECORD, (f'{heading}\n{content}', f'{heading} : ................\n'))
    assert findings(text, KIND)[id].status == 'missing'


def test_a_column_without_filled_cells_says_nothing() -> None:
    rows = [row for row in SHEET.split('\n') if row.startswith(('1 ', '2 '))]
    text = changed(SHEET, *((row, '1  | ....... | ....... | ....... | ....... | .......') for row in rows))
    found = findings(text, KIND)
    assert {id: said(found[id])[0] for id in IDS} == dict.fromkeys(IDS, 'missing')


@pytest.mark.parametrize(('item', 'status'), [
    ('A. Informasi yang diuji adalah rekam medis pasien', 'met'),
    ('A, Informasi yang diuji adalah rekam medis pasien', 'met'),
    ('A. Informasi yang diuji adalah ..............', 'missing'),
    ('A. Informasi yang diuji akan ditentukan', 'missing'),
])  # fmt: skip
def test_an_item_that_goes_on_as_a_sentence(item: str, status: str) -> None:
    text = changed(RECORD, ('A. Informasi yang Diuji\n   Rekam medis pasien dan data pribadi pegawai', item))
    for doc in (flow(text), printed(text)):
        assert findings(doc, KIND)['informasi'].status == status


FORM = """\
LEMBAR UJI KONSEKUENSI
Nomor                 |  12/UK/2025
Hari/Tanggal          |  Rabu, 5 Februari 2025
Informasi yang Diuji  |  Data pribadi pegawai
Dasar Hukum           |  UU Nomor 14 Tahun 2008 Pasal 17 huruf h
Konsekuensi Dibuka    |  Mengungkap rahasia pribadi
Konsekuensi Ditutup   |  Melindungi rahasia pribadi
Jangka Waktu          |  5 tahun
"""


def test_a_form_of_labels_says_it_and_an_empty_one_does_not() -> None:
    empty = '\n'.join(row.split('|')[0] + ('|  ........' if '|' in row else '') for row in FORM.split('\n'))
    bare = '\n'.join(row.split('|')[0] + ('|  :' if '|' in row else '') for row in FORM.split('\n'))
    for text, status in ((FORM, 'met'), (empty, 'missing'), (bare, 'missing')):
        for doc in (flow(text), printed(text)):
            found = findings(doc, KIND)
            assert {id: found[id].status for id in IDS} == dict.fromkeys(IDS, status)


def test_one_half_of_the_consequences_is_named_as_lacking() -> None:
    found = findings(changed(SHEET, ('Konsekuensi Ditutup', 'Keterangan')), KIND)['konsekuensi']
    assert (*said(found), found.value) == ('missing', 'kolom-kurang', 'ditutup')


def test_consequences_that_are_not_parted_are_for_people() -> None:
    text = changed(RECORD, ('C. Konsekuensi Dibuka', 'C. Konsekuensi'), ('D. Konsekuensi Ditutup', 'D. Catatan'))
    assert said(findings(text, KIND)['konsekuensi']) == ('unsure', 'kolom-kurang')


SENTENCES = """\
BERITA ACARA UJI KONSEKUENSI
Nomor : 12/BA/PPID/III/2025
Pada hari ini, Selasa tanggal 18 bulan Maret tahun 2025, telah diuji informasi berupa dokumen penawaran penyedia.
Bahwa berdasarkan Pasal 17 huruf b Undang-Undang Nomor 14 Tahun 2008 informasi itu dikecualikan.
Apabila informasi tersebut dibuka akan mengganggu persaingan usaha.
Apabila informasi tersebut ditutup dapat melindungi penyedia.
Informasi itu dikecualikan selama 5 (lima) tahun.
"""


def test_sentences_that_say_it_count() -> None:
    for doc in (flow(SENTENCES), printed(SENTENCES)):
        found = findings(doc, KIND)
        assert {id: found[id].status for id in IDS} == dict.fromkeys(IDS, 'met')


@pytest.mark.parametrize(('old', 'new', 'id'), [
    ('dibuka akan mengganggu persaingan usaha', 'dibuka', 'konsekuensi'),
    ('dikecualikan selama 5 (lima) tahun', 'menurut UU Nomor 5 Tahun 2014', 'jangka-waktu'),
    ('informasi berupa dokumen penawaran penyedia', 'informasi berupa .......', 'informasi'),
    ('telah diuji informasi berupa dokumen penawaran penyedia', 'rapat dimulai', 'informasi'),
])  # fmt: skip
def test_sentences_that_only_name_it_do_not(old: str, new: str, id: str) -> None:
    assert findings(changed(SENTENCES, (old, new)), KIND)[id].status == 'missing'


SIGNERS = '''
Demikian berita acara ini dibuat dan ditandatangani oleh seluruh anggota tim.
No | Nama / NIP            | Jabatan                            | Tanda Tangan
1  | Rani Kusuma           | Bidang Pengolahan Data             | 1.
2  | Bagus Wirawan         | Ketua Tim                          | 2.
'''


@pytest.mark.parametrize('source', ['flow', 'text'])
def test_the_table_of_signers_fills_no_column(source: str) -> None:
    rows = [row for row in SHEET.split('\n') if row.startswith(('1 ', '2 '))]
    head, _, _ = SHEET.partition(rows[0])
    text = head + '1  | ....... | ....... | ....... | ....... | .......\n' + SIGNERS
    found = findings(flow(text) if source == 'flow' else printed(text), KIND)
    assert {id: found[id].status for id in IDS} == dict.fromkeys(IDS, 'missing')
    found = findings(flow(head + rows[0] + SIGNERS) if source == 'flow' else printed(head + rows[0] + SIGNERS), KIND)
    assert {id: found[id].status for id in IDS} == dict.fromkeys(IDS, 'met')


LABELS = '''
BERITA ACARA UJI KONSEKUENSI INFORMASI PUBLIK
NOMOR : 480/07/BA-PPID/2025
Berdasarkan rapat pada hari Senin, 3 Februari 2025, tim melakukan pengujian atas:
a. Informasi yang Dikecualikan : Identitas pelapor
b. Undang-undang/peraturan yang dijadikan dasar : Pasal 17 huruf a UU KIP
c. Akibat bila dibuka : Mengancam keselamatan pelapor
d. Pertimbangan apabila ditutup : Pelapor merasa aman
e. Masa pengecualian informasi : Selama berlaku
'''


@pytest.mark.parametrize(('change', 'lacking'), [
    (('', ''), ''),
    (('Identitas pelapor', '..............'), 'informasi'),
    (('Pasal 17 huruf a UU KIP', '..............'), 'dasar-hukum'),
    (('Mengancam keselamatan pelapor', '..............'), 'konsekuensi'),
    (('Pelapor merasa aman', '..............'), 'konsekuensi'),
    (('Selama berlaku', '..............'), 'jangka-waktu'),
])  # fmt: skip
def test_labels_in_which_words_lead_to_the_phrase(change: tuple[str, str], lacking: str) -> None:
    text = LABELS.replace(*change) if change[0] else LABELS
    for doc in (flow(text), printed(text)):
        found = findings(doc, KIND)
        assert {id for id in IDS if found[id].status != 'met'} == ({lacking} if lacking else set())


def test_a_label_left_open_outdoes_a_phrase() -> None:
    text = LABELS.replace('atas:', 'atas informasi sebagai berikut:').replace('Identitas pelapor', '.............')
    assert said(findings(flow(text), KIND)['informasi'])[0] == 'missing'


def test_the_last_line_of_another_name_is_no_column() -> None:
    head = next(row for row in SHEET.split('\n') if row.startswith('No '))
    above = head.replace('Informasi', 'Uraian   ')
    under = re.sub(r"[^|]", " ", head).replace('|                                    |',
                                                                     '| Informasi                          |')
    found = findings(printed(changed(SHEET, (head, f'{above}\n{under}'))), KIND)
    assert {id: found[id].status for id in IDS} == {**dict.fromkeys(IDS, 'met'), 'informasi': 'missing'}


@pytest.mark.parametrize('source', ['flow', 'text', 'ocr'])
@pytest.mark.parametrize(('under', 'status'), [
    ('C. Bila Informasi Dibuka : Mengungkap rahasia pribadi pasien', 'missing'),
    ('Konsekuensi Dibuka : Mengungkap rahasia pribadi pasien', 'missing'),
    ('   Selama 10 (sepuluh) tahun', 'met'),
    ('   Masa Retensi : 10 (sepuluh) tahun', 'met'),
])  # fmt: skip
def test_another_label_with_its_value_fills_no_label(under: str, status: str, source: str) -> None:
    text = changed(RECORD, ('E. Jangka Waktu\n   Selama 10 (sepuluh) tahun\n', f'E. Jangka Waktu\n{under}\n'))
    doc = flow(text) if source == 'flow' else printed(text, source='ocr' if source == 'ocr' else 'text')
    assert findings(doc, KIND)['jangka-waktu'].status == status


def test_what_stands_in_the_next_columns_does_not_fill_an_empty_one() -> None:
    empty = (('Penertiban berjalan', ' ' * 19), ('Melindungi pelapor', ' ' * 18))
    text = changed(SHEET, *empty, ('sampai selesai', 'akan ditinjau'))
    found = findings(printed(text), KIND)['konsekuensi']
    assert (*said(found), found.value) == ('missing', 'kolom-kurang', 'ditutup')
    assert findings(printed(SHEET), KIND)['konsekuensi'].status == 'met'

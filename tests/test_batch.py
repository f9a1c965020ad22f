"""Folders, archives' names and manifests become answers; what fits nothing is listed with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import batch
from checker.batch import Batch, plan, plan_names, question_code
from checker.bodies import Bodies, Body
from checker.errors import UsageError
from checker.model import Answer, Evidence

CODES = ('1.1', '1.2', '1.20', '2.10', 'A1')


def files(planned: Batch) -> dict[tuple[str, str], list[str]]:
    return {(a.body, a.question): [f.name for f in a.files] for a in planned.answers}


def reasons(planned: Batch) -> dict[str, str]:
    return {u.name: u.reason for u in planned.unplaced}


@pytest.mark.parametrize(('name', 'code'), [
    ('1.2', '1.2'), ('1.2 SK PPID', '1.2'), ('1.2. SK', '1.2'), ('1.2_sk', '1.2'), ('1.2-SK', '1.2'), ('01.02', '1.2'),
    ('1,2', '1.2'), ('1.20 Foto', '1.20'), ('a1 sk', 'A1'), (' 1.2 ', '1.2'), ('２.10', '2.10'), ('(1.2)', None),
    ('1.2.3', None), ('1.23', None), ('1.2a', None), ('11.2', None), ('SK PPID', None), ('', None), ('A10', None),
])
def test_a_folder_belongs_to_the_question_whose_code_it_begins_with(name: str, code: str | None) -> None:
    assert question_code(name, CODES) == code


def test_names_become_answers_and_the_rest_is_listed_with_its_reason() -> None:
    planned = plan_names(['Dinas A/1.2 SK PPID/sk.pdf', 'Dinas A/1.2 SK PPID/lampiran/l.pdf', 'Dinas A/1.1/x.pdf',
                          'Dinas B/', 'Dinas A/foto.jpg', 'Dinas A/Lainnya/y.pdf', 'catatan.txt', 'bodies.csv',
                          '__MACOSX/Dinas A/1.1/._x.pdf', 'Dinas A/1.1/.DS_Store', 'Dinas A/1.1/~$sk.docx'], CODES)
    assert files(planned) == {('Dinas A', '1.2'): ['Dinas A/1.2 SK PPID/lampiran/l.pdf', 'Dinas A/1.2 SK PPID/sk.pdf'],
                              ('Dinas A', '1.1'): ['Dinas A/1.1/x.pdf']}
    assert all(answer.answer == 'ya' for answer in planned.answers)
    assert planned.bodies == ('Dinas A', 'Dinas B')
    assert reasons(planned) == {
        'catatan.txt': 'Tidak berada di folder badan publik dan pertanyaan.',
        'Dinas A/foto.jpg': 'Tidak berada di folder pertanyaan.',
        'Dinas A/Lainnya/y.pdf': '"Lainnya" tidak diawali kode pertanyaan (contoh kode: 1.1, 1.2, 1.20).',
    }


def test_one_folder_around_all_bodies_is_passed_over() -> None:
    planned = plan_names(['Monev/Dinas A/1.2/a.pdf', 'Monev/Dinas B/1.1/b.pdf', 'Monev/'], CODES)
    assert files(planned) == {('Dinas A', '1.2'): ['Monev/Dinas A/1.2/a.pdf'],
                              ('Dinas B', '1.1'): ['Monev/Dinas B/1.1/b.pdf']}
    single = plan_names(['Dinas A/1.2/1.1/a.pdf'], CODES)
    assert files(single) == {('Dinas A', '1.2'): ['Dinas A/1.2/1.1/a.pdf']}


def test_the_order_of_names_does_not_matter() -> None:
    names = ['B/1.1/x.pdf', 'A/1.2/y.pdf', 'A/1.1/z.pdf']
    assert plan_names(names, CODES) == plan_names(reversed(names), CODES)


def test_a_folder_is_listed_as_the_archive_of_it_would_be(tmp_path: Path) -> None:
    (tmp_path / 'Dinas A' / '1.2 SK').mkdir(parents=True)
    (tmp_path / 'Dinas B').mkdir()
    (tmp_path / 'Dinas A' / '1.2 SK' / 'sk.pdf').write_bytes(b'x')
    planned = plan(tmp_path, CODES)
    assert files(planned) == {('Dinas A', '1.2'): ['Dinas A/1.2 SK/sk.pdf']}
    assert planned.bodies == ('Dinas A', 'Dinas B')
    assert planned.root == tmp_path


def test_a_shortcut_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / 'rahasia.pdf'
    secret.write_bytes(b'x')
    folder = tmp_path / 'batch' / 'Dinas A' / '1.2'
    folder.mkdir(parents=True)
    (folder / 'sk.pdf').symlink_to(secret)
    planned = plan(tmp_path / 'batch', CODES)
    assert planned.answers == ()
    assert reasons(planned) == {'Dinas A/1.2/sk.pdf': 'Pintasan ke luar folder; tidak dibuka.'}


def test_a_manifest_does_not_follow_a_shortcut_either(tmp_path: Path) -> None:
    (tmp_path / 'rahasia.pdf').write_bytes(b'x')
    folder = tmp_path / 'batch'
    folder.mkdir()
    (folder / 'sk.pdf').symlink_to(tmp_path / 'rahasia.pdf')
    planned = manifest(folder, 'body,question,answer,file\nDinas A,1.2,ya,sk.pdf\n')
    assert planned.answers[0].files == (Evidence('sk.pdf', 'Pintasan ke luar folder; tidak dibuka.'),)


def manifest(folder: Path, text: str, encoding: str = 'utf-8') -> Batch:
    (folder / 'bukti').mkdir(exist_ok=True)
    (folder / 'bukti' / 'SK Ppid.PDF').write_bytes(b'x')
    (folder / 'bukti' / 'dip.pdf').write_bytes(b'x')
    file = folder / 'manifest.csv'
    file.write_bytes(text.encode(encoding))
    return plan(file, CODES)


@pytest.mark.parametrize(('text', 'encoding'), [
    ('body,question,answer,file,link\nDinas A,1.2,ya,bukti/SK Ppid.PDF,\n', 'utf-8'),
    ('OPD;Kode;Jawaban;Berkas;Tautan\r\nDinas A;1,2;YA;bukti\\sk ppid.pdf;\r\n', 'utf-8-sig'),
    ('Berkas\tNama Badan Publik\tPertanyaan\tJawaban\r\n.\\bukti\\SK PPID.pdf\tDinas A\t1.2 SK\t Y \r\n', 'cp1252'),
])
def test_a_manifest_is_read_as_spreadsheets_export_it(tmp_path: Path, text: str, encoding: str) -> None:
    planned = manifest(tmp_path, text, encoding)
    assert planned.answers == (Answer('Dinas A', '1.2', 'ya', (Evidence('bukti/SK Ppid.PDF'),)),)
    assert planned.unplaced == ()
    assert planned.root == tmp_path.resolve()


def test_several_lines_of_a_question_are_one_answer(tmp_path: Path) -> None:
    planned = manifest(tmp_path, 'body,question,answer,file,link\nDinas A,1.2,ya,bukti/dip.pdf,\n'
                                 'DINAS  A,1.2,,bukti/SK Ppid.PDF,https://contoh.go.id\nDinas A,1.1,T,,\n'
                                 'Dinas A,1.20,,,\nDinas A,A1,Ya,https://contoh.go.id/x,\n')
    assert planned.answers == (
        Answer('Dinas A', '1.2', 'ya', (Evidence('bukti/dip.pdf'), Evidence('bukti/SK Ppid.PDF')), ('https://contoh.go.id',)),
        Answer('Dinas A', '1.1', 'tidak'),
        Answer('Dinas A', '1.20', 'empty'),
        Answer('Dinas A', 'A1', 'ya', (), ('https://contoh.go.id/x',)),
    )
    assert planned.bodies == ('Dinas A',)


@pytest.mark.parametrize(('line', 'says'), [
    ('Dinas A,1.2,ya,hilang.pdf,', 'Berkas tidak ditemukan di folder manifest.'),
    ('Dinas A,1.2,ya,..\\luar.pdf,', 'di luar folder manifest'),
    ('Dinas A,1.2,ya,/etc/hostname,', 'di luar folder manifest'),
    ('Dinas A,1.2,ya,C:\\Dokumen\\sk.pdf,', 'di luar folder manifest'),
    ('Dinas A,1.2,ya,\\\\server\\sk.pdf,', 'di luar folder manifest'),
    ('Dinas A,1.2,ya,bukti/../../luar.pdf,', 'di luar folder manifest'),
    ('Dinas A,1.2,ya,bukti,', 'Bukan berkas.'),
])
def test_a_file_that_is_not_there_or_lies_outside_is_a_problem(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / 'luar.pdf').write_bytes(b'x')
    folder = tmp_path / 'dalam'
    folder.mkdir()
    planned = manifest(folder, f'body,question,answer,file,link\n{line}\n')
    (evidence,) = planned.answers[0].files
    assert says in (evidence.problem or '')
    assert says in planned.unplaced[0].reason


@pytest.mark.parametrize(('line', 'says'), [
    ('Dinas A,9.9,ya,,', '"9.9" tidak diawali kode pertanyaan'),
    ('Dinas A,02-Jan,ya,,', 'tampak seperti tanggal'),
    (',1.2,ya,,', 'Kolom badan kosong.'),
    ('Dinas A,1.2,mungkin,,', 'Jawaban "mungkin" tidak dikenal'),
    ('Dinas A,1.2,ya,bukti/dip.pdf,,sisa', 'sel berlebih'),
    ('Dinas A,1.2,ya,bukti/dip.pdf,\nDinas A,1.2,ya,bukti\\DIP.pdf,', 'sudah disebut'),
    ('Dinas A,1.2,ya,,\nDinas A,1.2,tidak,,', 'Dijawab Ya dan Tidak'),
])
def test_lines_that_are_wrong_are_listed(tmp_path: Path, line: str, says: str) -> None:
    planned = manifest(tmp_path, f'body,question,answer,file,link\n{line}\n')
    assert [says in unplaced.reason for unplaced in planned.unplaced] == [True]


def test_bodies_unite_the_spellings_of_one_body() -> None:
    known = Bodies((Body('Dinas Kesehatan', ('Dinkes',)),))
    planned = plan_names(['Dinkes/1.1/a.pdf', 'DINAS KESEHATAN/1.2/b.pdf', 'Dinas Baru/1.1/c.pdf'], CODES, known)
    assert planned.bodies == ('Dinas Kesehatan', 'Dinas Baru')
    assert [answer.question for answer in planned.of('Dinas Kesehatan')] == ['1.2', '1.1']


def test_what_is_neither_folder_nor_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / 'a.pdf').write_bytes(b'x')
    for path in (tmp_path / 'a.pdf', tmp_path / 'tiada.csv', tmp_path / 'tiada'):
        with pytest.raises(UsageError):
            plan(path, CODES)


def test_every_header_synonym_names_one_column() -> None:
    spellings = [spelling for id, others in batch.COLUMNS.items() for spelling in (id, *others)]
    assert len(spellings) == len(set(spellings))

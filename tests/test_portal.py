"""What a portal would refuse, told as advice: per file by `check`, per question by `score`."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker import portal, questionnaire
from checker.cli import main
from checker.errors import RuleError, UsageError
from checker.portal import MEGABYTE, Handed, Portal, file_note, question_note, size_of, size_text
from checker.rulebook import rules_folder
from tests.bench.material import docx_file, text_pdf
from tests.evidence import KINDS

EMONEV = portal.load().portals[0]


def said(file: Handed, limits: Portal = EMONEV) -> str:
    note = file_note(limits, file)
    return note.message if note else ''


def test_the_packaged_portal_takes_one_pdf_of_2_mb_and_says_from_where() -> None:
    assert portal.default() == EMONEV
    assert (EMONEV.formats, EMONEV.file_bytes, EMONEV.files) == (('pdf',), 2048 * 1024, 1)
    assert EMONEV.source
    assert questionnaire.load('opd-2025', KINDS).limits == EMONEV
    assert questionnaire.load('mini', KINDS).limits is None


def test_a_file_within_the_limits_is_not_mentioned() -> None:
    assert not said(Handed('sk.pdf', 2 * MEGABYTE, 'pdf'))
    assert not said(Handed('foto.jpg', 100, 'jpg'), replace(EMONEV, formats=('pdf', 'jpg')))


def test_a_large_pdf_is_told_with_its_size_the_limit_and_the_command() -> None:
    says = said(Handed("bukti/sk ppid.pdf", 2 * MEGABYTE + 1, 'pdf'))
    assert says == "Besarnya 2,01 MB, batas portal 2 MB. Perkecil: cekbukti shrink 'bukti/sk ppid.pdf'."


def test_a_large_signed_file_is_never_told_to_shrink() -> None:
    says = said(Handed('tte.pdf', 3 * MEGABYTE, 'pdf', sealed=True))
    assert "Jangan diperkecil" in says and "cekbukti shrink" not in says


@pytest.mark.parametrize(('format', 'todo'), [
    ('docx', "Simpan sebagai PDF."), ('zip', "Unggah isinya"), ('jpg', "Jadikan PDF: cekbukti shrink a.x -o a.pdf.")])
def test_another_format_is_told_how_it_becomes_a_pdf(format: str, todo: str) -> None:
    assert f"Portal hanya menerima PDF. {todo}" in said(Handed('a.x', 100, format))


def test_the_files_of_a_question_are_told_together() -> None:
    photos = [Handed(f'D/4.1/{n}.jpg', MEGABYTE, 'jpg') for n in range(5)]
    note = question_note(EMONEV, photos)
    assert note is not None and note.code == portal.CODE
    assert note.message == (
        "0.jpg, 1.jpg, 2.jpg dan 2 lagi: portal hanya menerima PDF. Jadikan PDF: cekbukti shrink FOTO.jpg -o FOTO.pdf. "
        "Ada 5 berkas, portal menerima 1. Gabungkan menjadi satu PDF. "
        "Bersama-sama 5 MB, batasnya 2 MB per pertanyaan. Perkecil dengan cekbukti shrink.")
    signed = question_note(EMONEV, [Handed('a.pdf', 9, 'pdf', sealed=True), Handed('b.pdf', 9, 'pdf')])
    assert signed is not None and "jangan digabung" in signed.message
    assert question_note(EMONEV, [Handed('a.pdf', 9, 'pdf')]) is None
    free = replace(EMONEV, files=None, question_mb=None)
    assert question_note(free, [Handed('a.pdf', MEGABYTE, 'pdf')] * 9) is None


def test_sizes_are_written_and_read_as_people_do() -> None:
    assert [size_text(n) for n in (1, 640 * 1024, MEGABYTE, 2 * MEGABYTE, 2 * MEGABYTE + 1, 2_621_440)] == [
        '1 KB', '640 KB', '1 MB', '2 MB', '2,01 MB', '2,5 MB']
    assert [size_of(text) for text in ('2MB', '500 kb', '1,5 MB', '1.5MB')] == [
        2 * MEGABYTE, 500 * 1024, 3 * MEGABYTE // 2, 3 * MEGABYTE // 2]
    for wrong in ('2', 'MB', '0MB', '-1MB', '2GB', 'besar'):
        with pytest.raises(UsageError, match="2MB atau 500KB"):
            size_of(wrong)


GOOD = '[[portals]]\nid = "a"\nname = "A"\nformats = ["pdf"]\nfile_mb = 1\nsource = "s"\n'


@pytest.mark.parametrize(('text', 'says'), [
    (GOOD + GOOD, "tertulis dua kali"), ('default = "b"\n' + GOOD, 'portal "b" tidak ada'),
    (GOOD.replace('1', '0'), "lebih dari 0"), (GOOD.replace('"pdf"', ''), "tidak boleh kosong"),
    (GOOD.replace('"pdf"', '"pptx"'), "Yang dikenal: docx, jpg, pdf"), (GOOD + 'besar = 1\n', "kunci tidak dikenal"),
])
def test_limits_that_cannot_be_meant_stop_loading(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / portal.FILE).write_text(text)
    with pytest.raises(RuleError, match=says):
        portal.load(tmp_path)


def test_rules_without_portals_tell_no_limits(tmp_path: Path) -> None:
    assert portal.default(tmp_path) is None
    (tmp_path / portal.FILE).write_text(GOOD)
    assert portal.default(tmp_path) is None  # none is the default
    assert portal.of('a', portal.load(tmp_path), 'x').file_bytes == MEGABYTE


def test_a_questionnaire_names_its_portal_or_is_refused(tmp_path: Path) -> None:
    rules = Path(shutil.copytree(rules_folder(), tmp_path / 'aturan', ignore=shutil.ignore_patterns('tests', 'kinds')))
    file = rules / 'questionnaires' / 'opd-2025.toml'
    file.write_text(file.read_text().replace('portal = "emonev"', 'portal = "emonve"'))
    with pytest.raises(RuleError, match=r'portal "emonve" tidak ada.*Maksud Anda "emonev"'):
        questionnaire.load('opd-2025', KINDS, rules)


def test_check_and_score_tell_it_without_touching_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('CEKBUKTI_HOME', str(tmp_path / 'home'))
    folder = tmp_path / 'kiriman' / 'Dinas Contoh' / '4.1'
    folder.mkdir(parents=True)
    text_pdf(folder / 'sk.pdf', 0, 3)
    docx_file(folder / 'sk.docx', 1)
    checked = _lines('check', '--json', '--period', '2025', folder)
    assert [[note['code'] for note in each['notes']] for each in checked] == [['batas-portal'], []]
    text = CliRunner().invoke(main, ['check', '--period', '2025', str(folder)]).stdout
    assert "Catatan: Portal hanya menerima PDF. Simpan sebagai PDF." in text
    scored, = _lines('score', '--json', '--period', '2025', '--questionnaire', 'opd-2025', tmp_path / 'kiriman')
    notes = {question['code']: question['notes'] for each in scored['indicators'] for question in each['questions']}
    assert [code for code, told in notes.items() if told] == ['4.1']
    assert "sk.docx: portal hanya menerima PDF." in notes['4.1'][0]['message']
    assert "Ada 2 berkas, portal menerima 1." in notes['4.1'][0]['message']
    words = ['--period', '2025', '--questionnaire', 'opd-2025']
    shown = CliRunner().invoke(main, ['score', *words, str(tmp_path / 'kiriman')]).stdout
    assert "Catatan unggahan (nilai tidak berubah karenanya):\n    4.1: sk.docx: portal" in shown
    why = CliRunner().invoke(main, ['why', *words, str(tmp_path / 'kiriman'), 'Dinas Contoh', '4.1']).stdout
    assert "Catatan unggahan: sk.docx: portal hanya menerima PDF." in why


def _lines(*words: object) -> list[dict[str, Any]]:
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]

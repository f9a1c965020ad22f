"""`cekbukti shrink`: the mildest copy that fits and keeps the findings; the original is never touched."""

from __future__ import annotations

import io
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker import rulebook, shrinking
from checker.cli import main
from checker.driver import Examined, Item
from checker.errors import NotShrunk, UsageError
from checker.model import Failure, Report
from checker.reading.ways import WAYS, Form, Shrunk, Way
from tests import hostile_files
from tests.evidence import finding, part, report
from tests.reading import paper, sealing

BOOK = rulebook.load()


class Told:
    """An examiner whose copies have set sizes and whose reports are set by size: what is tried, and what is kept."""

    def __init__(self, original: Report, sizes: Iterable[int], changed: dict[int, Report] | None = None) -> None:
        self.rulebook = BOOK
        self.original, self.sizes, self.changed = original, dict(zip(WAYS, sizes, strict=True)), changed or {}
        self.checked: list[int] = []

    def items(self, paths: Iterable[Path]) -> Iterator[Item]:
        return (Item(str(path), None, path) for path in paths)

    def examine_items(self, items: Iterable[Item]) -> Iterator[Examined]:
        return (Examined(item, self.original) for item in items)

    def examine(self, paths: Iterable[Path]) -> Iterator[Report]:
        for path in paths:
            self.checked.append(path.stat().st_size)
            yield self.changed.get(path.stat().st_size, self.original)

    def shrunk(self, path: Path, way: Way, form: Form) -> Shrunk:
        return Shrunk(b'%PDF-' + b'x' * (self.sizes[way] - 5), form, 1, 1)


SOUND = report('sk.pdf', part('sk-ppid', nomor=finding('nomor'), kop=finding('kop')))
LOST = report('sk.pdf', part('sk-ppid', nomor=finding('nomor', 'unsure'), kop=finding('kop')))
SIZES = (9000, 8000, 7000, 6000, 5000, 4000, 3500, 3000)


def made(told: Told, folder: Path, target: int, **options: Any) -> shrinking.Copy | None:
    (path := folder / 'sk.pdf').write_bytes(b'%PDF-' + b'o' * 9995)
    return shrinking.shrink(told, path, None, target, **options)  # type: ignore[arg-type]  # as much as it needs


def test_the_mildest_copy_that_fits_is_written_beside_the_original(tmp_path: Path) -> None:
    told = Told(SOUND, SIZES)
    copy = made(told, tmp_path, 6500)
    assert copy is not None and (copy.path.name, copy.before, copy.after, copy.way) == (
        'sk-kecil.pdf', 10_000, 6000, WAYS[3])
    assert told.checked == [6000]
    assert copy.path.stat().st_size == 6000
    assert sorted(each.name for each in tmp_path.iterdir()) == ['sk-kecil.pdf', 'sk.pdf']


def test_a_copy_that_loses_a_finding_is_not_written_and_another_way_is_tried(tmp_path: Path) -> None:
    told = Told(SOUND, SIZES, {6000: LOST})
    copy = made(told, tmp_path, 6500)
    assert copy is not None and copy.after == 5000 and told.checked == [6000, 5000]


def test_where_every_copy_loses_something_it_says_what_and_which_size_keeps_all(tmp_path: Path) -> None:
    told = Told(SOUND, SIZES, {size: LOST for size in SIZES if size <= 7000})
    with pytest.raises(NotShrunk) as raised:
        made(told, tmp_path, 6500)
    assert str(raised.value) == (
        "Pada 7 KB ada temuan yang berubah: Nomor keputusan (terpenuhi menjadi perlu diperiksa). Yang terkecil dengan "
        "semua temuan sama: 8 KB. Buat dengan --to 8KB, atau pecah menjadi beberapa berkas.")
    assert told.checked == [6000, 5000, 4000, 7000, 8000]
    assert [each.name for each in tmp_path.iterdir()] == ['sk.pdf']


def test_an_impossible_target_says_what_is_possible(tmp_path: Path) -> None:
    with pytest.raises(NotShrunk, match=r"sekecil 2 KB; paling kecil 3 KB.*semua temuan sama: 3 KB.*--to 3KB"):
        made(Told(SOUND, SIZES), tmp_path, 2000)
    with pytest.raises(NotShrunk, match=r"Salinan tidak dibuat\. Pecah"):
        made(Told(SOUND, [10_000] * 8), tmp_path, 2000)


def test_what_may_not_be_copied_is_refused_with_the_reason(tmp_path: Path) -> None:
    broken = replace(SOUND, error=Failure('damaged', "Berkas rusak."), parts=())
    with pytest.raises(NotShrunk, match="Berkas rusak"):
        made(Told(broken, SIZES), tmp_path, 6500)


def test_differences_name_the_requirement_and_both_statuses() -> None:
    assert shrinking.differences(SOUND, SOUND, BOOK) == []
    assert shrinking.differences(LOST, SOUND, BOOK) == ["Nomor keputusan (perlu diperiksa menjadi terpenuhi)"]
    other = report('sk.pdf', part('sk-dip', nomor=finding('nomor'), kop=finding('kop')))
    assert shrinking.differences(SOUND, other, BOOK) == ["dokumen di dalamnya dikenali lain"]
    failed = replace(SOUND, error=Failure('damaged', "Berkas rusak."))
    assert shrinking.differences(SOUND, failed, BOOK) == ["Berkas rusak"]


def test_names_that_are_taken_or_wrong_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    (path := tmp_path / 'sk.pdf').write_bytes(b'%PDF-asli')
    (taken := tmp_path / 'ada.pdf').write_bytes(b'lama')
    (link := tmp_path / 'tautan.pdf').symlink_to(path)
    for out, says in ((path, "tidak boleh menimpa"), (link, "tidak boleh menimpa"), (taken, "sudah ada"),
                      (tmp_path / 'x.docx', r"berakhiran .pdf atau .jpg"), (tmp_path / 'tak' / 'x.pdf', "tidak ada")):
        for force in (False, True):
            if out == taken and force:
                continue
            with pytest.raises(UsageError, match=says):
                shrinking.shrink(Told(SOUND, SIZES), path, out, 5, force=force)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="tidak ditemukan"):
        shrinking.shrink(Told(SOUND, SIZES), tmp_path / 'tak.pdf', None, 5)  # type: ignore[arg-type]
    assert taken.read_bytes() == b'lama' and path.read_bytes() == b'%PDF-asli'


def test_a_name_that_was_taken_meanwhile_stays_untouched(tmp_path: Path) -> None:
    told = Told(SOUND, SIZES)
    other = tmp_path / 'sk-kecil.pdf'
    with pytest.raises(UsageError, match="sudah ada"):
        made(told, tmp_path, 6500, tell=lambda says: other.write_bytes(b'orang lain') and None)
    assert other.read_bytes() == b'orang lain'
    assert {each.name for each in tmp_path.iterdir()} == {'sk.pdf', 'sk-kecil.pdf'}
    made(told, tmp_path, 6500, force=True)
    assert other.stat().st_size == 6000


# The command, with real files and real children; pages of text with a large picture need no OCR.


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('CEKBUKTI_HOME', str(tmp_path / 'home'))


def run(*words: object) -> Result:
    done = CliRunner().invoke(main, ['shrink', *map(str, words)], prog_name='cekbukti')
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done


def illustrated(path: Path) -> Path:
    """A page of text with a photograph of 300 dots an inch, which takes half a megabyte."""
    canvas = Canvas(str(path), (595.2, 841.9))
    lines = ["MAKLUMAT PELAYANAN", "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan informasi publik",
             "sesuai standar, dan siap menerima sanksi apabila tidak menepati janji ini."] * 4
    for n, line in enumerate(lines):
        canvas.drawString(80, 780 - 18 * n, line)
    Image.fromarray(paper.photo((1200, 900))).save(out := io.BytesIO(), 'JPEG', quality=95)
    canvas.drawImage(ImageReader(out), 80, 200, 288, 216)
    canvas.save()
    return path


def test_the_command_writes_a_smaller_file_of_which_the_same_is_found(tmp_path: Path) -> None:
    path = illustrated(tmp_path / 'maklumat.pdf')
    path.chmod(0o640)
    original = path.read_bytes()
    done = run(path, '--to', '150KB', '-o', tmp_path / 'kecil.pdf')
    assert done.exit_code == 0, done.output
    assert "kecil.pdf: " in done.stdout and "Temuan sama dengan aslinya" in done.stdout
    assert (tmp_path / 'kecil.pdf').stat().st_size <= 150 * 1024 < len(original)
    assert stat.S_IMODE((tmp_path / 'kecil.pdf').stat().st_mode) == 0o640
    assert path.read_bytes() == original
    again = run(path, '--to', '150KB', '-o', tmp_path / 'kecil.pdf')
    assert again.exit_code == 2 and "sudah ada" in again.stderr
    small = run(tmp_path / 'kecil.pdf')
    assert small.exit_code == 0 and "sudah cukup kecil" in small.stdout
    impossible = run(path, '--to', '2KB')
    assert impossible.exit_code == 1 and "semua temuan sama" in impossible.stderr
    assert not (tmp_path / 'maklumat-kecil.pdf').exists()


def test_the_command_refuses_signed_locked_and_unfit_files_with_status_1(tmp_path: Path) -> None:
    (signed := tmp_path / 'tte.pdf').write_bytes(sealing.signed(sealing.document(), sealing.official()))
    (locked := tmp_path / 'kunci.pdf').write_bytes(hostile_files.encrypted_pdf() + b'\n' * 2000)
    (word := tmp_path / 'sk.docx').write_bytes(hostile_files.good_docx())
    (packed := tmp_path / 'b.zip').write_bytes(hostile_files.zipped({'sk.pdf': hostile_files.good_pdf() * 9}))
    for path, says in ((signed, "setiap perubahan|Perubahan sekecil apa pun"), (locked, "dikunci kata sandi"),
                       (word, "Simpan sebagai PDF dari Word"), (packed, "arsip ZIP")):
        done = run(path, '--to', '1KB', '-o', tmp_path / 'x.pdf')
        assert done.exit_code == 1, (path, done.output)
        assert re.search(says, done.stderr), done.stderr
    assert run(signed, '--to', 'dua').exit_code == 2
    assert not (tmp_path / 'x.pdf').exists()


def test_help_shows_an_example() -> None:
    done = run('--help')
    assert done.exit_code == 0 and "Contoh: cekbukti shrink sk-ppid.pdf --to 2MB" in done.stdout

"""The command `cekbukti`: thin; every command calls the same functions as the web pages and batches."""

from __future__ import annotations

import datetime
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

# Before any library that starts OpenMP threads: one thread a child (stack.md, section 3: 4.6 times less CPU).
os.environ.setdefault('OMP_THREAD_LIMIT', '1')

import click

from checker import rulebook
from checker.errors import CekBuktiError, UsageError
from checker.messages import _
from checker.model import KindId, Report

_PATHS = click.argument('paths', nargs=-1, required=True, type=click.Path(path_type=Path))


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads files."""
    options = (
        click.option('--period', type=click.IntRange(2000, 2100), default=None, help=_("Tahun monev (bawaan: tahun ini).")),
        click.option('--rules', 'rules', type=click.Path(path_type=Path, file_okay=False), default=None, help=_("Folder aturan lain.")),
        click.option('--store', 'store', type=click.Path(path_type=Path, file_okay=False), default=None,
                     help=_("Folder penyimpanan hasil (bawaan: CEKBUKTI_HOME atau folder data pengguna).")),
        click.option('--no-store', is_flag=True, help=_("Jangan simpan dan jangan pakai hasil tersimpan.")),
        click.option('--jobs', type=click.IntRange(1, 256), default=None, help=_("Banyaknya proses pembaca (bawaan: jumlah inti).")),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _explained(command: Callable[..., Any]) -> Callable[..., Any]:
    """Our own errors become a sentence and an exit status, never a stack trace."""
    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except CekBuktiError as error:
            click.echo(_("Galat: {says}").format(says=error), err=True)
            sys.exit(error.exit_status)
        except KeyboardInterrupt:
            click.echo(_("Dihentikan."), err=True)
            sys.exit(130)
    return run


@click.group(context_settings={'help_option_names': ['-h', '--help'], 'max_content_width': 100}, epilog=_("Contoh: cekbukti check sk-ppid.pdf"))
@click.option('--debug', is_flag=True, help=_("Tulis catatan teknis ke layar."))
def main(debug: bool) -> None:
    """Membuka bukti dukung Monev Keterbukaan Informasi Publik dan mengatakan apa isinya."""
    if debug:
        logging.basicConfig(level=logging.DEBUG)


@contextmanager
def _examiner(period: int | None, rules: Path | None, store: Path | None, no_store: bool, jobs: int | None,
              kind: str | None = None) -> Iterator[Any]:
    """An examiner with its reader and store, closed in the right order."""
    from checker.driver import Examiner
    from checker.reading.isolation import Reader
    from checker.store import Store
    book = rulebook.load(rules)
    if kind is not None and kind not in book.kinds:
        from checker.typed_toml import suggestion
        raise UsageError(_("Jenis \"{kind}\" tidak ada.{near}").format(kind=kind, near=suggestion(kind, book.kinds)))
    with Reader(jobs) as reader:
        kept = None if no_store else Store.open(store)
        try:
            with Examiner(book, period=period or datetime.date.today().year, reader=reader, store=kept,
                          kind=KindId(kind) if kind else None) as examiner:
                yield examiner
        finally:
            if kept:
                kept.close()


@main.command(epilog=_("Contoh: cekbukti check --period 2025 sk-ppid.pdf bukti/ kiriman.zip"))
@_PATHS
@click.option('--json', 'as_json', is_flag=True, help=_("Satu objek JSON per berkas."))
@click.option('--kind', default=None, help=_("Anggap setiap berkas satu dokumen jenis ini, misalnya sk-ppid."))
@click.option('--strict', is_flag=True, help=_("Status keluar 1 bila ada syarat wajib yang belum terpenuhi atau berkas yang tidak terbaca."))
@_shared
@_explained
def check(paths: tuple[Path, ...], as_json: bool, kind: str | None, strict: bool, **options: Any) -> None:
    """Periksa berkas, folder, atau ZIP."""
    with _examiner(kind=kind, **options) as examiner:
        show = _json_line if as_json else _table(examiner.rulebook)
        clean = True
        for report in _with_progress(examiner, paths):
            show(report)
            clean = clean and _is_clean(report)
    if strict and not clean:
        sys.exit(1)


def _json_line(report: Report) -> None:
    from checker.exports.json import report_json
    click.echo(report_json(report))


def _table(book: rulebook.Rulebook) -> Callable[[Report], None]:
    from rich.console import Console

    from checker.exports.terminal import print_report
    console = Console(highlight=False)
    return lambda report: print_report(console, report, book)


def _is_clean(report: Report) -> bool:
    return report.error is None and not any(
        f.required and f.status in ('missing', 'unsure') for part in report.parts for f in part.findings)


def _with_progress(examiner: Any, paths: tuple[Path, ...]) -> Iterator[Report]:
    """The reports, with a progress bar on a terminal; plain output stays plain."""
    if not sys.stderr.isatty():
        yield from examiner.examine(paths)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
    items = list(examiner.items(paths))
    columns = (TextColumn('{task.description}'), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("Memeriksa"), total=len(items))
        for done in examiner.examine_items(items):
            bar.advance(task)
            yield done.report


@main.command(epilog=_("Contoh: cekbukti serve sample_docs"))
@_PATHS
@click.option('--host', default='127.0.0.1', show_default=True, help=_("Alamat yang dilayani."))
@click.option('--port', type=click.IntRange(0, 65535), default=8000, show_default=True, help=_("Port; bila terpakai, port bebas berikutnya."))
@_shared
@_explained
def serve(paths: tuple[Path, ...], host: str, port: int, **options: Any) -> None:
    """Periksa berkas dan tampilkan temuannya di peramban."""
    from web import create_app
    from web.board import Board
    from web.server import run
    for path in paths:
        if not path.exists():
            raise UsageError(_("{path} tidak ditemukan.").format(path=path))
    with _examiner(**options) as examiner:
        board = Board(examiner.rulebook.kinds, examiner.reading, examiner.picture)
        threading.Thread(target=_fill, args=(board, examiner, paths), daemon=True).start()
        run(create_app(board), host, port, announce=click.echo)


def _fill(board: Any, examiner: Any, paths: tuple[Path, ...]) -> None:
    """Examine in the background while the pages are already served."""
    try:
        items = list(examiner.items(paths))
        for item in items:
            board.expect(item)
        for done in examiner.examine_items(items):
            board.put(done.item, done.report)
    except CekBuktiError as error:
        click.echo(_("Galat: {says}").format(says=error), err=True)
    finally:
        board.finish()


_BATCH = click.argument('batch', type=click.Path(path_type=Path))
_QUESTIONNAIRE = click.option('--questionnaire', required=True, help=_("Nama kuesioner (misalnya opd-2025) atau berkas TOML."))
_BODIES = click.option('--bodies', 'table', type=click.Path(path_type=Path, dir_okay=False), default=None, help=_("Daftar badan publik (bawaan: bodies.csv di samping bukti)."))


@main.command(epilog=_("Contoh: cekbukti score kiriman/ --questionnaire opd-2025 --period 2025"))
@_BATCH
@_QUESTIONNAIRE
@_BODIES
@click.option('--json', 'as_json', is_flag=True, help=_("Satu objek JSON per badan publik."))
@_shared
@_explained
def score(batch: Path, questionnaire: str, table: Path | None, as_json: bool, **options: Any) -> None:
    """Nilai satu kiriman: folder, ZIP, atau manifest CSV."""
    from checker.exports.tally import score_text, tally_json
    with _examiner(**options) as examiner:
        assessed = _assess(examiner, batch, questionnaire, table, options['rules'])
    for tally in assessed.tallies:
        click.echo(tally_json(tally) if as_json else score_text(tally) + '\n')
    for left in assessed.batch.unplaced:
        click.echo(_("Tidak ditempatkan: {name}: {reason}").format(name=left.name, reason=left.reason), err=True)


@main.command(epilog=_("Contoh: cekbukti why kiriman/ \"Dinas Perikanan\" 4.1 --questionnaire opd-2025"))
@_BATCH
@click.argument('body')
@click.argument('question')
@_QUESTIONNAIRE
@_BODIES
@click.option('--json', 'as_json', is_flag=True, help=_("Rantai alasan sebagai JSON."))
@_shared
@_explained
def why(batch: Path, body: str, question: str, questionnaire: str, table: Path | None, as_json: bool, **options: Any) -> None:
    """Jelaskan nilai satu pertanyaan: dari angka sampai halaman dan kata-katanya."""
    from checker.exports.tally import question_json, why_text
    from checker.typed_toml import suggestion
    with _examiner(**options) as examiner:
        assessed = _assess(examiner, batch, questionnaire, table, options['rules'])
    tallies = {tally.body: tally for tally in assessed.tallies}
    if body not in tallies:
        raise UsageError(_("Badan publik \"{body}\" tidak ada di kiriman ini.{near}").format(body=body, near=suggestion(body, tallies)))
    questions = {q.code: q for i in tallies[body].indicators for q in i.questions}
    if question not in questions:
        raise UsageError(_("Pertanyaan \"{code}\" tidak ada di kuesioner ini.{near}").format(code=question, near=suggestion(question, questions)))
    click.echo(question_json(questions[question]) if as_json else why_text(tallies[body], question))


def _assess(examiner: Any, batch: Path, questionnaire: str, table: Path | None, folder: Path | None) -> Any:
    from checker.assess import assess
    from checker.questionnaire import load
    return assess(batch, examiner, load(questionnaire, examiner.rulebook.kinds, folder), examiner.period, table)


@main.group()
def rules() -> None:
    """Periksa berkas aturan."""


@rules.command('check', epilog=_("Contoh: cekbukti rules check --rules aturan-kami"))
@click.option('--rules', 'folder', type=click.Path(path_type=Path, file_okay=False), default=None, help=_("Folder aturan lain."))
@_explained
def rules_check(folder: Path | None) -> None:
    """Muat semua aturan dan kuesioner; sebut kesalahan beserta tempatnya."""
    from checker import questionnaire
    book = rulebook.load(folder)
    names = questionnaire.names(folder)
    for name in names:
        questionnaire.load(name, book.kinds, folder)
    count = sum(len(k.requirements) for k in book.kinds.values())
    click.echo(_("Aturan benar: {kinds} jenis dokumen, {count} syarat, {names} kuesioner.").format(kinds=len(book.kinds), count=count, names=len(names)))


@rules.command('test', epilog=_("Contoh: cekbukti rules test"))
@click.option('--rules', 'folder', type=click.Path(path_type=Path, file_okay=False), default=None, help=_("Folder aturan lain."))
@_explained
def rules_test(folder: Path | None) -> None:
    """Jalankan contoh lulus, gagal, dan ragu di rules/tests."""
    from checker import ruletests
    failures, total = ruletests.run(rulebook.load(folder), (folder or rulebook.rules_folder()) / 'tests')
    for failure in failures:
        click.echo(failure)
    click.echo(_("{ok} dari {total} contoh sesuai.").format(ok=total - len({f.case for f in failures}), total=total))
    if failures:
        sys.exit(1)


@main.command(epilog=_("Contoh: cekbukti doctor"))
@click.option('--store', type=click.Path(path_type=Path, file_okay=False), default=None, help=_("Folder penyimpanan hasil."))
@_explained
def doctor(store: Path | None) -> None:
    """Katakan apa yang terpasang dan apa yang perlu dilakukan bila kurang."""
    from checker import doctor as examination
    found = examination.checks(store)
    click.echo(examination.report_text(found))
    sys.exit(examination.exit_status(found))


if __name__ == '__main__':
    main()

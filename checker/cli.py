"""The command `cekbukti`: thin; every command calls the same functions as the web pages and batches."""

from __future__ import annotations

import datetime
import logging
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from functools import partial, wraps
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

# Before any library that starts OpenMP threads: one thread a child (stack.md, section 3: 4.6 times less CPU).
os.environ.setdefault('OMP_THREAD_LIMIT', '1')

import click

from checker.errors import CekBuktiError, RuleError, UsageError
from checker.messages import _
from checker.usage import Command, Group, Option

if TYPE_CHECKING:  # loaded by the commands that need them: `--help` and errors shouldn't wait for them
    from checker.assess import Planned
    from checker.driver import Examiner
    from checker.model import KindId, Report
    from checker.questionnaire import Questionnaire
    from web.board import Board

_option = partial(click.option, cls=Option)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_PATHS = click.argument('paths', metavar=_("BERKAS..."), nargs=-1, required=True, type=click.Path(path_type=Path))
_RULES = _option('--rules', type=_FOLDER, metavar=_("FOLDER"), help=_("Folder aturan lain."))
_STORE = _option('--store', type=_FOLDER, metavar=_("FOLDER"),
                      help=_("Tempat simpan hasil (bawaan: CEKBUKTI_HOME, atau folder data Anda)."))
_OPTIONS = (
    _option('--period', type=click.IntRange(2000, 2100), metavar=_("TAHUN"),
                 help=_("Tahun monev (bawaan: tahun ini).")),
    _RULES, _STORE,
    _option('--no-store', is_flag=True, help=_("Jangan simpan dan jangan pakai hasil tersimpan.")),
    _option('--jobs', type=click.IntRange(1, 256), metavar=_("N"),
                 help=_("Banyaknya pembaca (bawaan: jumlah inti).")),
)


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads files."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _explained(command: Callable[..., Any]) -> Callable[..., Any]:
    """Our own errors become a sentence and an exit status; Ctrl-C and SIGTERM an orderly end. Never a stack trace."""
    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            with _stopped_by_sigterm():
                return command(*args, **kwargs)
        except CekBuktiError as error:
            click.echo(_("Galat: {says}").format(says=_printable(str(error))), err=True)
            sys.exit(error.exit_status)
        except KeyboardInterrupt:
            click.echo(_("Dihentikan."), err=True)
            sys.exit(130)
    return run


@contextmanager
def _stopped_by_sigterm() -> Iterator[None]:
    """The same way out as Ctrl-C, so that nothing unpacked is left behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _asked_to_stop(examiner: Examiner) -> Iterator[None]:
    """Ctrl-C and SIGTERM ask the loop to end; only the second Ctrl-C interrupts it wherever it is.

    An exception in the midst of a queue's own bookkeeping can leave it waiting for ever. The asking has a thread of its
    own, because the interrupted one may hold the very lock that closing needs.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        threading.Thread(target=examiner.stop, daemon=True).start()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except CancelledError:
        raise KeyboardInterrupt from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _printable(text: str) -> str:
    """Names that are not UTF-8 hold halves of characters, which no stream takes."""
    return text.encode('utf-8', 'replace').decode()


@click.group(cls=Group, context_settings={'help_option_names': ['-h', '--help'], 'max_content_width': 100},
             options_metavar='', subcommand_metavar=_("PERINTAH ..."), epilog=_("Contoh: cekbukti check sk-ppid.pdf"))
@_option('--debug', is_flag=True, help=_("Tulis catatan teknis."))
def main(debug: bool) -> None:
    """Membuka bukti dukung Monev Keterbukaan Informasi Publik dan mengatakan apa isinya."""
    if debug:
        logging.basicConfig(level=logging.INFO)
        logging.getLogger('checker').setLevel(logging.DEBUG)
    else:
        logging.getLogger('checker').addHandler(logging.NullHandler())


def _kind(name: str, known: Collection[KindId]) -> KindId:
    """The kind of that name. Raises `UsageError` with the nearest one."""
    chosen = next((kind for kind in known if kind == name), None)
    if chosen is None:
        from checker.typed_toml import suggestion
        raise UsageError(_("Jenis \"{kind}\" tidak ada.{near}").format(kind=name, near=suggestion(name, known)))
    return chosen


@contextmanager
def _examiner(period: int | None, rules: Path | None, store: Path | None, no_store: bool, jobs: int | None,
              kind: str | None = None, readings_needed: bool = False) -> Iterator[Examiner]:
    """An examiner with its reader and store, closed in the right order: reader, unpacked files, store.

    `readings_needed`: without a store a passing one is used.
    """
    from checker import portal, rulebook
    from checker.driver import Examiner, store_version
    from checker.reading.lazy import LazyReader
    from checker.store import Store
    book = rulebook.load(rules)
    chosen = _kind(kind, book.kinds) if kind is not None else None
    with ExitStack() as closing:
        reader = LazyReader(jobs)
        kept = None
        if no_store and readings_needed:
            store = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix='cekbukti-')))
        if not no_store or readings_needed:
            kept = closing.enter_context(Store.open(store, reader=store_version(reader.limits)))
        year = period or datetime.date.today().year
        examiner = closing.enter_context(
            Examiner(book, period=year, reader=reader, store=kept, kind=chosen, limits=portal.default(rules)))
        closing.enter_context(reader)
        yield examiner


def _warm_early(no_store: bool) -> None:
    """Where every file will be read, let the children start while the rules are still loading."""
    if no_store:
        from checker.reading import isolation
        isolation.warm()


@main.command(cls=Command, options_metavar=_("[PILIHAN]"),
              epilog=_("Contoh: cekbukti check --period 2025 sk-ppid.pdf bukti/ kiriman.zip"))
@_PATHS
@_option('--json', 'as_json', is_flag=True, help=_("Satu objek JSON per berkas."))
@_option('--kind', metavar=_("JENIS"), help=_("Anggap setiap berkas satu dokumen jenis ini, misalnya sk-ppid."))
@_option('--strict', is_flag=True,
              help=_("Status keluar 1 bila ada syarat wajib yang belum terpenuhi atau berkas yang tidak terbaca."))
@_shared
@_explained
def check(paths: tuple[Path, ...], as_json: bool, kind: str | None, strict: bool, **options: Any) -> None:
    """Periksa berkas, folder, atau ZIP."""
    _warm_early(options['no_store'])
    with _examiner(kind=kind, **options) as examiner, _asked_to_stop(examiner):
        from checker.counting import Outcome, outcome
        from checker.exports.json import report_json
        from checker.unapplied import Applied, of_kinds
        show = report_json if as_json else _table(examiner)
        outcomes: Counter[Outcome] = Counter()
        applied = Applied()
        for report in _examined(examiner, paths, show):
            outcomes[outcome(report)] += 1
            applied.report(report)
        if not as_json:
            from checker.exports.terminal import summary_text
            click.echo('\n' + summary_text(outcomes, examiner.noise))
        if never := of_kinds(applied, examiner.rulebook.kinds):
            click.echo(never, err=True)
    if strict and any(outcomes[bad] for bad in ('failed', 'missing', 'unsure')):
        sys.exit(1)


def _examined(examiner: Examiner, paths: tuple[Path, ...], show: Callable[[Report], str]) -> Iterator[Report]:
    """The reports, each printed; how far it is goes to standard error."""
    from checker.folders import count
    from checker.meter import Meter
    with Meter(count(paths)) as meter:
        for done in examiner.examine_items(meter.counted(examiner.items(paths)), meter.step, forget=True):
            with meter.aside():
                click.echo(show(done.report), color=_colour())
            yield done.report


def _colour() -> bool | None:
    """None leaves it to click: colours on a terminal only."""
    return False if os.environ.get('NO_COLOR') else None


def _table(examiner: Examiner) -> Callable[[Report], str]:
    from checker.exports.terminal import report_text
    width = shutil.get_terminal_size((100, 24)).columns
    return lambda report: '\n' + report_text(report, examiner.rulebook, width)


@main.command(cls=Command, options_metavar=_("[PILIHAN]"), epilog=_("Contoh: cekbukti serve sample_docs"))
@_PATHS
@_option('--host', default='127.0.0.1', metavar=_("ALAMAT"), help=_("Alamat yang dilayani (bawaan: 127.0.0.1)."))
@_option('--port', type=click.IntRange(0, 65535), default=8000, metavar=_("N"),
              help=_("Port (bawaan: 8000); bila terpakai, port bebas berikutnya."))
@_shared
@_explained
def serve(paths: tuple[Path, ...], host: str, port: int, **options: Any) -> None:
    """Periksa berkas dan tampilkan temuannya di peramban."""
    for path in paths:
        if not path.exists():
            raise UsageError(_("{path} tidak ditemukan.").format(path=path))
    _warm_early(True)
    with _examiner(readings_needed=True, **options) as examiner:
        from checker.reading.lazy import LazyReader
        from web import create_app
        from web.board import Board
        from web.server import run
        with LazyReader(1) as pictures:  # of its own: a page that somebody waits for must not queue behind OCR
            book = examiner.rulebook
            board = Board(book.kinds, examiner.reading, lambda *page: pictures.page_png(*page).result(), book.laws)
            with _filled(board, examiner, paths):
                run(create_app(board), host, port, announce=click.echo)


@contextmanager
def _filled(board: Board, examiner: Examiner, paths: tuple[Path, ...]) -> Iterator[None]:
    """Examine in the background while the pages are already served; at the end stop that before anything is closed."""
    filler = threading.Thread(target=_fill, args=(board, examiner, paths), daemon=True)
    filler.start()
    try:
        yield
    finally:
        examiner.stop()
        filler.join()


def _fill(board: Board, examiner: Examiner, paths: tuple[Path, ...]) -> None:
    try:
        items = []
        for item in examiner.items(paths):
            items.append(item)
            board.expect(item)
        for done in examiner.examine_items(items):
            board.put(done.item, done.report)
    except CancelledError:
        return  # the user ended the program
    except CekBuktiError as error:
        click.echo(_("Galat: {says}").format(says=_printable(str(error))), err=True)
    finally:
        board.finish()


_BATCH = click.argument('batch', metavar=_("KIRIMAN"), type=click.Path(path_type=Path))
_QUESTIONNAIRE = _option('--questionnaire', required=True, metavar=_("NAMA"),
                              help=_("Nama kuesioner (misalnya opd-2025) atau berkas TOML."))
_BODIES = _option('--bodies', 'table', type=click.Path(path_type=Path, dir_okay=False), metavar=_("BERKAS"),
                       help=_("Daftar badan publik (bawaan: bodies.csv di kiriman atau di sampingnya)."))


@main.command(cls=Command, options_metavar=_("[PILIHAN]"),
              epilog=_("Contoh: cekbukti score kiriman/ --questionnaire opd-2025 --period 2025"))
@_BATCH
@_QUESTIONNAIRE
@_BODIES
@_option('--json', 'as_json', is_flag=True, help=_("Satu objek JSON per badan publik."))
@_shared
@_explained
def score(batch: Path, questionnaire: str, table: Path | None, as_json: bool, **options: Any) -> None:
    """Nilai satu kiriman: folder, ZIP, atau manifest CSV."""
    with _planned(batch, questionnaire, table, options) as (examiner, asked, planned):
        from checker.assess import tallies
        from checker.exports.tally import score_text, tally_json
        from checker.meter import Meter
        from checker.unapplied import Applied, of_questionnaire
        applied = Applied()
        for left in planned.batch.unplaced:
            says = _("Tidak ditempatkan: {name}: {reason}").format(name=left.name, reason=left.reason)
            click.echo(_printable(says), err=True)
        with Meter(planned.files) as meter:
            for tally in tallies(planned, examiner, asked, meter.step, meter.counted, applied.report):
                applied.tally(tally)
                with meter.aside():
                    click.echo(tally_json(tally) if as_json else _printable(score_text(tally)) + '\n')
        if never := of_questionnaire(applied, asked):
            click.echo(never, err=True)
        if asked.notice:
            click.echo(_("Tentang kuesioner {name}: {says}").format(name=asked.id, says=asked.notice), err=True)


@main.command(cls=Command, options_metavar=_("[PILIHAN]"),
              epilog=_("Contoh: cekbukti why kiriman/ \"Dinas Perikanan\" 4.1 --questionnaire opd-2025"))
@_BATCH
@click.argument('body', metavar=_("BADAN"))
@click.argument('question', metavar=_("PERTANYAAN"))
@_QUESTIONNAIRE
@_BODIES
@_option('--json', 'as_json', is_flag=True, help=_("Rantai alasan sebagai JSON."))
@_shared
@_explained
def why(batch: Path, body: str, question: str, questionnaire: str, table: Path | None, as_json: bool,
        **options: Any) -> None:
    """Jelaskan nilai satu pertanyaan: dari angka sampai halaman dan kata-katanya."""
    with _planned(batch, questionnaire, table, options) as (examiner, asked, planned):
        from checker.assess import only, tallies
        from checker.exports.tally import question_json, why_text
        from checker.meter import Meter
        planned, body, question = only(planned, body, question, asked.questions.keys())
        with Meter(planned.files) as meter:
            tally = next(tallies(planned, examiner, asked, meter.step, meter.counted))
    chosen = next(q for indicator in tally.indicators for q in indicator.questions if q.code == question)
    told = why_text(tally, question, asked.origin(question))
    click.echo(question_json(chosen) if as_json else _printable(told))


@contextmanager
def _planned(batch: Path, questionnaire: str, table: Path | None,
             options: dict[str, Any]) -> Iterator[tuple[Examiner, Questionnaire, Planned]]:
    """An examiner, the questionnaire, and the batch looked through."""
    with _examiner(**options) as examiner, _asked_to_stop(examiner):
        from checker.assess import plan
        from checker.questionnaire import load
        asked = load(questionnaire, examiner.rulebook.kinds, options['rules'])
        yield examiner, asked, plan(batch, examiner, asked.questions.keys(), table)


@main.command(cls=Command, options_metavar=_("[PILIHAN]"),
              epilog=_("Contoh: cekbukti shrink sk-ppid.pdf --to 2MB -o sk-ppid-kecil.pdf"))
@click.argument('path', metavar=_("BERKAS"), type=click.Path(path_type=Path))
@_option('--to', metavar=_("UKURAN"), help=_("Paling besar, misalnya 2MB atau 500KB (bawaan: batas portal)."))
@_option('-o', '--output', type=click.Path(path_type=Path), metavar=_("SALINAN"),
         help=_("Nama salinan, .pdf atau .jpg (bawaan: BERKAS-kecil.pdf di sampingnya)."))
@_option('--force', is_flag=True, help=_("Timpa SALINAN yang sudah ada; aslinya tidak pernah."))
@_shared
@_explained
def shrink(path: Path, to: str | None, output: Path | None, force: bool, **options: Any) -> None:
    """Buat salinan yang lebih kecil dari PDF atau foto, dengan temuan yang tetap sama."""
    from checker import portal, shrinking
    from checker.exports.terminal import counts_text
    from checker.portal import size_text
    limits = portal.default(options['rules'])
    target = portal.size_of(to) if to is not None else limits.file_bytes if limits is not None else None
    if target is None:
        raise UsageError(_("Ukuran belum diberikan. Tulis misalnya --to 2MB."))
    with _examiner(**options) as examiner, _asked_to_stop(examiner):
        copy = shrinking.shrink(examiner, path, output, target, force=force, tell=partial(click.echo, err=True))
    if copy is None:
        click.echo(_printable(_("{path} sudah cukup kecil: {size}, batasnya {target}. Salinan tidak dibuat.").format(
            path=path, size=size_text(path.stat().st_size), target=size_text(target))))
        return
    click.echo(_printable(_("{path}: {after}, semula {before}.").format(
        path=copy.path, after=size_text(copy.after), before=size_text(copy.before))))
    click.echo(_("Cara: {way}.").format(way=copy.way.says))
    counts = counts_text(copy.counts) or _("tidak ada syarat yang diperiksa")
    click.echo(_("Temuan sama dengan aslinya: {counts}. Berkas asli tidak diubah.").format(counts=counts))
    if copy.way.doubtful:
        click.echo(_("Peringatan: gambarnya di bawah 150 dpi. Lihat dulu apakah huruf kecil, tanda tangan dan stempel "
                     "masih jelas."))


@main.group(cls=Group, options_metavar='', subcommand_metavar=_("PERINTAH ..."),
            epilog=_("Contoh: cekbukti rules check --rules aturan-kami"))
def rules() -> None:
    """Periksa berkas aturan."""


@rules.command('check', cls=Command, options_metavar=_("[PILIHAN]"),
               epilog=_("Contoh: cekbukti rules check --rules aturan-kami"))
@_RULES
@_explained
def rules_check(rules: Path | None) -> None:
    """Muat semua aturan dan kuesioner; sebut kesalahan beserta tempatnya."""
    from checker import portal, predicates, questionnaire, rulebook, rulewarnings
    book = rulebook.load(rules)
    portal.load(rules)
    if (rules or rulebook.rules_folder()).joinpath(predicates.FILE).exists():
        predicates.load(rules)
    names = questionnaire.names(rules)
    for name in names:
        questionnaire.load(name, book.kinds, rules)
    for warning in rulewarnings.warnings(book, (rules or rulebook.rules_folder()) / 'tests'):
        click.echo(_("Peringatan: {says}").format(says=warning))
    count = sum(len(kind.requirements) for kind in book.kinds.values())
    click.echo(_("Aturan benar: {kinds} jenis dokumen, {count} syarat, {names} kuesioner.").format(
        kinds=len(book.kinds), count=count, names=len(names)))


@rules.command('test', cls=Command, options_metavar=_("[PILIHAN]"), epilog=_("Contoh: cekbukti rules test"))
@_RULES
@_explained
def rules_test(rules: Path | None) -> None:
    """Jalankan contoh lulus, gagal, dan ragu di rules/tests."""
    from checker import rulebook, ruletests
    folder = (rules or rulebook.rules_folder()) / 'tests'
    failures, total = ruletests.run(rulebook.load(rules), folder)
    if not total:
        raise RuleError(_("{path}: tidak ada contoh uji di folder ini.").format(path=folder))
    for failure in failures:
        click.echo(_printable(str(failure)))
    click.echo(_("{ok} dari {total} contoh sesuai.").format(ok=total - len({f.case for f in failures}), total=total))
    if failures:
        sys.exit(1)


@rules.command('explain', cls=Command, options_metavar=_("[PILIHAN]"),
               epilog=_("Contoh: cekbukti rules explain sk-ppid --period 2025"))
@click.argument('kind', metavar=_("JENIS"))
@_RULES
@_OPTIONS[0]
@_option('--lengkap', 'full', is_flag=True, help=_("Tampilkan semua kata, juga dari daftar yang panjang."))
@_explained
def rules_explain(kind: str, rules: Path | None, period: int | None, full: bool) -> None:
    """Jelaskan aturan satu jenis dokumen: apa yang dicari, di mana, dan kapan dihitung."""
    from checker import explain, rulebook
    book = rulebook.load(rules)
    width = min(100, shutil.get_terminal_size((100, 24)).columns)
    chosen = book.kinds[_kind(kind, book.kinds)]
    year = period or datetime.date.today().year
    click.echo(_printable(explain.explained(chosen, book, year, full=full, width=width)))


@main.command(cls=Command, options_metavar=_("[PILIHAN]"), epilog=_("Contoh: cekbukti doctor"))
@_STORE
@_explained
def doctor(store: Path | None) -> None:
    """Katakan apa yang terpasang dan apa yang perlu dilakukan bila kurang."""
    from checker import doctor as examination
    found = examination.checks(store)
    click.echo(examination.report_text(found))
    sys.exit(examination.exit_status(found))


if __name__ == '__main__':
    main()

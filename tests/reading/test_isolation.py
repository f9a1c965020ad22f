"""A child's death, hunger or endless work is its own: named by its cause, and the next task runs as if nothing were."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import pytest

from checker.errors import Crashed, DamagedFile, EncryptedFile, OutOfMemory, TimedOut, UnreadableFile
from checker.reading import child
from checker.reading.isolation import Reader
from checker.reading.limits import Limits
from tests import hostile_files as hostile
from tests.reading import child_tasks as task

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope='module')
def reader() -> Iterator[Reader]:
    with Reader(1) as found:
        yield found


def test_results_come_back_in_the_order_asked(reader: Reader) -> None:
    assert [each.result() for each in [reader.run(task.echo, i) for i in range(300)]] == list(range(300))


@pytest.mark.parametrize(('function', 'args', 'error'), [
    (task.die, (task.SIGSEGV,), Crashed), (task.die, (task.SIGKILL,), OutOfMemory),
    (task.die, (task.SIGABRT,), OutOfMemory),
    (task.die, (task.SIGXCPU,), TimedOut), (task.abort_with, ('free(): invalid pointer',), Crashed),
    (task.abort_with, ("terminate called after throwing an instance of 'std::bad_alloc'",), OutOfMemory),
    (task.take, (3 << 30,), OutOfMemory), (task.locked, (), EncryptedFile), (task.bug, (), Crashed),
    (task.broken_pdf, (), DamagedFile), (task.connect, (), Crashed), (task.start_program, (), Crashed)])
def test_a_failure_is_named_by_its_cause_and_the_next_task_runs(
        reader: Reader, function: Callable[..., Any], args: tuple[Any, ...], error: type[UnreadableFile]) -> None:
    bad, good = reader.run(function, *args), reader.run(task.echo, 'baik')
    with pytest.raises(error) as raised:
        bad.result(timeout=20)
    assert type(raised.value) is error
    assert 'rahasia' not in str(raised.value)
    assert good.result(timeout=20) == 'baik'


def test_our_own_errors_keep_their_sentence(reader: Reader) -> None:
    with pytest.raises(EncryptedFile, match='Buka dulu kuncinya'):
        reader.run(task.locked).result()


def test_what_a_library_said_goes_to_the_log_only(reader: Reader, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level('DEBUG', 'checker'), pytest.raises(Crashed):
        reader.run(task.bug).result()
    assert "AttributeError: rahasia" in caplog.text


def test_a_child_killed_at_its_limit_of_time_is_replaced(reader: Reader) -> None:
    begun = time.monotonic()
    for function in (task.spin, task.echo):
        if function is task.spin:
            with pytest.raises(TimedOut):
                reader.run(function, seconds=0.4).result(timeout=20)
        else:
            assert reader.run(function, 1).result(timeout=20) == 1
    assert time.monotonic() - begun < 5


def test_the_kernel_ends_what_nobody_watches(reader: Reader) -> None:
    soft, _hard = reader.run(task.limit_of, 'RLIMIT_CPU').result()
    assert reader.limits.parse_seconds < soft < reader.limits.parse_seconds + 60
    assert reader.run(task.limit_of, 'RLIMIT_CORE').result() == (0, 0)


def test_memory_left_behind_by_one_task_is_no_burden_to_the_next() -> None:
    with Reader(1, Limits(child_bytes=500 << 20)) as reader:
        first = reader.run(task.keep, 200 << 20).result()
        assert reader.run(task.keep, 200 << 20).result(timeout=20) != first


def test_a_child_writes_no_file_larger_than_a_member_may_be(tmp_path: Path) -> None:
    with Reader(1, Limits(file_bytes=1000)) as reader, pytest.raises(Crashed):
        reader.run(task.write, tmp_path / 'x', 100_000).result()
    assert (tmp_path / 'x').stat().st_size <= 2000


def test_what_native_code_prints_reaches_nobody(reader: Reader, capfd: pytest.CaptureFixture[str]) -> None:
    reader.run(task.chatter).result()
    assert capfd.readouterr() == ('', '')


def test_a_new_child_has_loaded_nothing_that_reading_text_can_do_without() -> None:
    with Reader(1) as reader:
        assert reader.run(task.loaded).result() == []


def test_leaving_releases_everybody_who_waits() -> None:
    with Reader(1) as reader:
        waiting = [reader.run(task.sleep, 60) for _ in range(500)]
        begun = time.monotonic()
    assert time.monotonic() - begun < 5
    with pytest.raises(CancelledError):
        waiting[0].result(timeout=0)
    with pytest.raises(CancelledError):
        waiting[-1].result(timeout=0)


def test_a_pool_broken_from_outside_is_replaced() -> None:
    with Reader(1) as reader:
        pid = reader.run(task.sleep, 0).result()
        os.kill(pid, signal.SIGKILL)
        assert reader.run(task.echo, 1).result(timeout=20) == 1


def test_children_die_with_a_parent_that_is_killed() -> None:
    code = ('import sys; from checker.reading.isolation import Reader; from tests.reading import child_tasks as t; '
            'r = Reader(1); print(r.run(t.sleep, 0).result(), flush=True); r.run(t.sleep, 60).result()')
    with subprocess.Popen([sys.executable, '-c', code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        time.sleep(0.3)
        parent.kill()
    for _ in range(100):
        if not running(pid):
            return
        time.sleep(0.05)
    raise AssertionError(f'child {pid} outlived its parent')


def running(pid: int) -> bool:
    status = Path(f'/proc/{pid}/status')
    return status.exists() and 'State:\tZ' not in status.read_text(encoding='ascii', errors='replace')


def test_ctrl_c_ends_a_call_and_its_children() -> None:
    code = ('from checker.reading.isolation import Reader; from tests.reading import child_tasks as t\n'
            'with Reader(2) as r:\n print(r.run(t.sleep, 0).result(), flush=True); r.run(t.spin).result()')
    with subprocess.Popen([sys.executable, '-c', code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True, start_new_session=True) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        time.sleep(0.3)
        os.killpg(parent.pid, signal.SIGINT)
        assert parent.wait(timeout=10) != 0
    assert not running(pid)


def test_a_zip_is_told_from_a_docx_and_expanded_in_a_child(reader: Reader, tmp_path: Path) -> None:
    for name, data in (('a', hostile.good_docx()), ('b', hostile.zipped({'sk.pdf': hostile.good_pdf()})), ('c', b'')):
        (tmp_path / name).write_bytes(data)
    assert [reader.is_archive(tmp_path / name) for name in ('a', 'b', 'c', 'd')] == [False, True, False, False]
    expanded = reader.expand(tmp_path / 'b', tmp_path / 'isi').result()
    assert [each.name for each in expanded.members] == ['sk.pdf']


def test_errors_of_parsers_and_errors_of_ours_are_told_apart() -> None:
    def caught(function: Callable[[], object]) -> Exception:
        try:
            function()
        except Exception as error:
            return error
        raise AssertionError

    assert isinstance(child.named(RecursionError()), DamagedFile)
    assert isinstance(child.named(MemoryError()), OutOfMemory)
    assert isinstance(child.named(caught(task.broken_pdf)), DamagedFile)
    assert isinstance(child.named(KeyError('x')), Crashed)

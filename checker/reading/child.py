"""What happens inside a reading child: it is fenced in, does one task after another and names what went wrong.

The fence is against accidents of parsers and against files made to exhaust the machine; it also takes network and new
programs away where the kernel offers that cheaply. It is no sandbox for files: the child may read what its user may.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import platform
import resource
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable
from multiprocessing import forkserver
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from checker.errors import CekBuktiError, Crashed, DamagedFile, OutOfMemory
from checker.reading import limits

SPARE_BYTES: Final = 512 * 1024 ** 2
"""Address space on top of the limit for packing and sending a result that fitted into the limit."""
CPU_GRACE: Final = 5
"""Seconds of CPU time beyond the wall-clock limit, after which the kernel ends a child that nobody watches any more."""
BLOATED: Final = 77
"""Exit status of a child that declines a task because earlier ones left too much memory behind."""
BLOATED_SHARE: Final = 0.6
"""Share of the limit at rest from which a child steps aside; libraries alone take a third of it."""
ACKNOWLEDGED: Final = 0.05
"""Seconds until the parent has surely noted who took the task."""
PR_SET_PDEATHSIG: Final = 1
PR_SET_SECCOMP: Final = 22
PR_SET_NO_NEW_PRIVS: Final = 38
DENIED_CALLS: Final = {
    'x86_64': (0xC000003E, (41, 42, 59, 101, 322, 425)),
    'aarch64': (0xC00000B7, (198, 203, 221, 117, 281, 425)),
}
"""Audit number of the machine, and its numbers of socket, connect, execve, ptrace, execveat, io_uring_setup."""
PARSERS: Final = frozenset({
    'PIL', 'PyPDF2', 'asn1crypto', 'cv2', 'docx', 'lxml', 'pillow_heif', 'pyhanko', 'pyhanko_certvalidator', 'pypdf',
    'pypdfium2', 'pypdfium2_raw', 'struct', 'xml', 'zipfile', 'zlib', 'zxingcpp'})
"""Packages whose complaints mean a broken file, not a broken program."""

_done = 0


def confine(allowed: limits.Limits, folder: Path) -> None:
    """Fence this process in, once, when a child starts. `folder` takes what native code says, as `<pid>.words`."""
    limits.use(allowed)
    libc = ctypes.CDLL(None, use_errno=True)
    _die_with_parent(libc)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # Python's handler would wait for the end of a call into C
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no dump of personal data
    resource.setrlimit(resource.RLIMIT_FSIZE, (allowed.file_bytes * 2, allowed.file_bytes * 2))  # members of archives
    resource.setrlimit(resource.RLIMIT_AS, (allowed.child_bytes, allowed.child_bytes + SPARE_BYTES))
    words = os.open(folder / f'{os.getpid()}.words', os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.stdout.flush()
    for standard in (1, 2):  # libraries in C print as they please; --json must stay clean
        os.dup2(words, standard)
    os.close(words)
    _deny_calls(libc)


def _die_with_parent(libc: ctypes.CDLL) -> None:
    """The server that we were forked from ends when the program does, even by kill -9, and the kernel ends us with it.

    The server waits for the end of everybody who holds the write end of its pipe; children must not be among them.
    """
    server: Any = forkserver._forkserver  # no public way to the pipe that it left to us
    if server._forkserver_alive_fd is not None:
        os.close(server._forkserver_alive_fd)
        server._forkserver_alive_fd = None
    forked_by = os.getppid()
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != forked_by:
        os._exit(1)


def _deny_calls(libc: ctypes.CDLL) -> None:
    """Take sockets, new programs and tracing away by a seccomp filter; no effect on other machines."""
    arch, calls = DENIED_CALLS.get(platform.machine(), (0, ()))
    if not calls or libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return
    load, equal, end, allow, deny = 0x20, 0x15, 0x06, 0x7FFF0000, 0x00050001
    program = [(load, 0, 0, 4), (equal, 0, len(calls) + 1, arch), (load, 0, 0, 0)]
    program += [(equal, len(calls) - i, 0, call) for i, call in enumerate(calls)]
    program += [(end, 0, 0, allow), (end, 0, 0, deny)]
    code = ctypes.create_string_buffer(b''.join(struct.pack('HBBI', *each) for each in program))
    header = struct.pack('HP', len(program), ctypes.addressof(code))
    libc.prctl(PR_SET_SECCOMP, 2, header, 0, 0)


def perform(function: Callable[..., Any], args: tuple[Any, ...], seconds: float) -> bytes:
    """Run one task. Returns a pickle of (value, None, '') or (None, error, trace), the error being one of ours.

    Packed here and not by the pool, so that running out of memory while packing is a plain error of this task.
    """
    global _done
    if _done and _address_space() > BLOATED_SHARE * limits.current().child_bytes:
        time.sleep(ACKNOWLEDGED)
        os._exit(BLOATED)
    _done += 1
    os.ftruncate(2, 0)
    _set_soft(resource.RLIMIT_CPU, int(sum(os.times()[:2]) + seconds) + CPU_GRACE)
    _set_soft(resource.RLIMIT_AS, limits.current().child_bytes)
    try:
        value, error, trace = function(*args), None, ''
    except Exception as raised:
        value, error, trace = None, named(raised), traceback.format_exc(limit=-8)
        raised.__traceback__ = None  # lets go of what the failed parser still holds
    _set_soft(resource.RLIMIT_AS, resource.getrlimit(resource.RLIMIT_AS)[1])
    try:
        return pickle.dumps((value, error, trace), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps((None, OutOfMemory(), ''))


def named(error: Exception) -> CekBuktiError:
    """Our error for whatever a task raised. Its own words are for the log: they can be empty or show addresses."""
    if isinstance(error, CekBuktiError):
        return error
    if isinstance(error, MemoryError) or (_root(type(error).__module__) == 'cv2' and getattr(error, 'code', 0) == -4):
        return OutOfMemory()
    if isinstance(error, RecursionError) or _root(type(error).__module__) in PARSERS or _raised_in(error) in PARSERS:
        return DamagedFile()
    return Crashed()


def _raised_in(error: Exception) -> str:
    """The package of the innermost Python frame."""
    step: TracebackType | None = error.__traceback__
    module = ''
    while step is not None:
        module = step.tb_frame.f_globals.get('__name__', '')
        step = step.tb_next
    return _root(module)


def _root(module: str) -> str:
    return module.partition('.')[0]


def _address_space() -> int:
    """Bytes of address space in use (proc(5): the first number of statm, in pages)."""
    return int(Path('/proc/self/statm').read_text(encoding='ascii').split()[0]) * resource.getpagesize()


def _set_soft(limit: int, value: int) -> None:
    hard = resource.getrlimit(limit)[1]
    resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))

"""Serves the application on this machine alone until Ctrl-C. Knows nothing of what is shown."""

from __future__ import annotations

import errno
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from types import FrameType

from flask import Flask
from waitress import create_server

from checker.errors import UsageError
from checker.messages import _

TRIES = 50
"""How many ports are tried after the wanted one."""

THREADS = 6
"""A browser opens six connections to load pictures; the pages wait for the reader, not for a core."""


def run(app: Flask, host: str = '127.0.0.1', port: int = 8000, announce: Callable[[str], object] = print) -> int:
    """Serves until Ctrl-C or SIGTERM, then returns the port that was used. Raises UsageError when no port is free."""
    with closing(listen(host, port)) as listener:
        used = int(listener.getsockname()[1])
        if port not in (0, used):
            announce(_("Port {port} sedang dipakai; memakai port {used}.").format(port=port, used=used))
        announce(_("Buka http://{host}:{used}/ di peramban. Tekan Ctrl-C untuk berhenti.").format(host=host, used=used))
        logging.getLogger('waitress.queue').setLevel(logging.ERROR)  # six pictures asked for at once are no trouble
        server = create_server(app, sockets=[listener], threads=THREADS, ident='CekBukti')
        with _stopped_by_sigterm():
            server.run()  # returns on KeyboardInterrupt, after ending its threads
        server.close()
    return used


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on `port` or the next free one (0: any). Raises UsageError when none of them is free."""
    for number in range(port, min(port + TRIES, 65536)):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port of a run that just ended is free
        try:
            listener.bind((host, number))
            listener.listen(64)
        except OSError as error:
            listener.close()
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise UsageError(_("Alamat {host} tidak dapat dipakai di komputer ini.").format(host=host)) from error
            continue
        return listener
    raise UsageError(_("Tidak ada port yang bebas mulai dari {port}. Pilih port lain.").format(port=port))


@contextmanager
def _stopped_by_sigterm() -> Iterator[None]:
    """Make and service managers end programs with SIGTERM: the same way out as Ctrl-C."""
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

"""The server as a process of its own: ports, Ctrl-C, an end without noise."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from checker.errors import UsageError
from web.server import listen

ROOT = Path(__file__).parents[2]
PROGRAM = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background start with it switched off
from flask import Flask
from web.server import run
app = Flask('x')
app.add_url_rule('/', 'home', lambda: 'halo')
run(app, port=int(sys.argv[1]), announce=lambda line: print(line, flush=True))
print('selesai', flush=True)
"""


def started(port: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, '-c', PROGRAM, str(port)], cwd=ROOT, text=True, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


@pytest.mark.parametrize('way', [signal.SIGINT, signal.SIGTERM])
def test_a_taken_port_is_passed_over_and_ctrl_c_ends_without_a_trace(way: signal.Signals) -> None:
    with listen('127.0.0.1', 0) as taken:
        port = taken.getsockname()[1]
        process = started(port)
        assert process.stdout is not None
        assert process.stdout.readline().startswith(f'Port {port} sedang dipakai; memakai port ')
        address = process.stdout.readline().split()[1]
        assert address.startswith('http://127.0.0.1:') and str(port) not in address
        with urllib.request.urlopen(address, timeout=10) as answer:
            assert answer.read() == b'halo'
            assert answer.headers['Server'] == 'CekBukti'
        process.send_signal(way)
        out, err = process.communicate(timeout=20)
    assert (out, err, process.returncode) == ('selesai\n', '', 0)


def test_only_this_machine_can_reach_it() -> None:
    with listen('127.0.0.1', 0) as listener:
        assert listener.getsockname()[0] == '127.0.0.1'


def test_an_address_of_another_machine_gives_a_sentence() -> None:
    with pytest.raises(UsageError, match="tidak dapat dipakai"):
        listen('203.0.113.1', 8000)


def test_no_free_port_gives_a_sentence() -> None:
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 65535))
        probe.listen()
        with pytest.raises(UsageError, match="Tidak ada port yang bebas"):
            listen('127.0.0.1', 65535)

"""Tasks that misbehave, for children to run; a child imports them by name."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

from checker.errors import EncryptedFile
from checker.model import Document


def echo(value: object) -> object:
    return value


def die(number: int) -> None:
    os.kill(os.getpid(), number)


def abort_with(words: str) -> NoReturn:
    os.write(2, words.encode())
    os.abort()


def take(size: int) -> int:
    return len(bytearray(size))


def keep(size: int) -> int:
    """Leaves memory behind in the child; returns its pid."""
    globals().setdefault('_kept', []).append(bytearray(size))
    return os.getpid()


def spin() -> NoReturn:
    while True:
        pass


def sleep(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def locked() -> NoReturn:
    raise EncryptedFile("Berkas terkunci. Buka dulu kuncinya.")


def bug() -> NoReturn:
    raise AttributeError('rahasia')


def broken_pdf() -> object:
    import pypdfium2
    return pypdfium2.PdfDocument(b'%PDF-1.4 rusak')


def connect() -> None:
    socket.create_connection(('127.0.0.1', 9), 1)


def start_program() -> bytes:
    return subprocess.check_output(['/bin/true'])


def write(path: Path, size: int) -> None:
    path.write_bytes(bytes(size))


def chatter() -> None:
    print('dari kode C')
    os.write(1, b'dari kode C')
    os.write(2, b'dari kode C')
    sys.stdout.flush()


def loaded() -> list[str]:
    return sorted({'cv2', 'tesserocr', 'pyhanko', 'flask', 'pytest', '_pytest'} & set(sys.modules))


def limit_of(name: str) -> tuple[int, int]:
    import resource
    return resource.getrlimit(getattr(resource, name))


def handed_back(document: Document) -> Document:
    return document


SIGSEGV, SIGABRT, SIGKILL, SIGXCPU = signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL, signal.SIGXCPU

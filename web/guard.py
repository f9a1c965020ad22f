"""What every answer must have and every request must be, so that a foreign page can't read the results.

Knows nothing of files and findings.
"""

from __future__ import annotations

import re

from flask import Flask, Response, abort, render_template, request
from werkzeug.exceptions import HTTPException

from checker.messages import _

_OWN_HOST = re.compile(r'(127\.0\.0\.1|localhost)(:\d{1,5})?', re.IGNORECASE)
"""A foreign name that resolves to this machine (DNS rebinding) carries its own name in the Host header."""

_HEADERS = {
    'Content-Security-Policy': "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                               "frame-ancestors 'none'",
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
}


def protect(app: Flask) -> None:
    """Host and method are checked before anything else; the headers go on every answer, errors too."""
    app.before_request(_check_request)
    app.after_request(_add_headers)
    app.register_error_handler(HTTPException, _explain)


def _check_request() -> None:
    if not _OWN_HOST.fullmatch(request.headers.get('Host', '')):
        abort(400, description=_("Alamat ini tidak dikenal. Buka lewat http://127.0.0.1 atau http://localhost."))
    if request.method not in ('GET', 'HEAD'):
        abort(405, description=_("Halaman ini hanya dapat dibaca."))


def _add_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    response.headers.setdefault('Cache-Control', 'private, no-cache')
    return response


def _explain(error: HTTPException) -> tuple[str, int]:
    """Werkzeug's own sentences are English and are replaced; ours are kept."""
    code = error.code or 500
    sentences = {
        404: _("Halaman atau berkas ini tidak ada. Kembali ke daftar berkas."),
        500: _("Terjadi kesalahan di dalam program. Coba muat ulang halaman ini."),
    }
    ours = error.description if code in (400, 405) and error.description != type(error).description else None
    sentence = ours or sentences.get(code) or _("Permintaan ini tidak dapat dilayani.")
    return render_template('error.html', code=code, sentence=sentence), code

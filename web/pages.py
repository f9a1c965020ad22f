"""The addresses: list of files, one file, page pictures, progress. GET only; every text is escaped by the templates."""

from __future__ import annotations

from collections import Counter
from typing import cast

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request

from checker.errors import UnreadableFile
from checker.model import Report
from web import view, wording
from web.board import Board, Entry
from web.pictures import Pictures

pages = Blueprint('pages', __name__)

DPI = 110
"""Of page pictures: about 900 pixels for a folio page, the width of the column on a 1600-pixel screen."""

def _board() -> Board:
    return cast(Board, current_app.extensions['board'])


def _entry(id: int) -> Entry:
    return next((entry for entry in _board().entries() if entry.id == id), None) or abort(404)


@pages.get('/')
def files() -> str:
    """All files, or those of one outcome (`?hasil=missing`)."""
    every = view.rows(_board(), _board().entries())
    tally = Counter(row.outcome for row in every)
    wanted = request.args.get('hasil')
    wanted = wanted if wanted in wording.OUTCOMES else None
    shown = [row for row in every if wanted in (None, row.outcome)]
    return render_template('files.html', rows=shown, total=len(every), tally=tally, wanted=wanted,
                           outcomes=wording.OUTCOMES, progress=_board().progress())


@pages.get('/berkas/<int:id>')
def document(id: int) -> str:
    entry = _entry(id)
    report = entry.report
    reading = None
    if report is not None and report.sha256 is not None and report.error is None:
        reading = _board().reading(report.sha256)
    parts = view.sections(_board(), report, reading) if report is not None else ()
    row = view.rows(_board(), [entry])[0]
    return render_template('document.html', entry=entry, row=row, report=report, sections=parts,
                           signature=wording.signature, progress=_board().progress(), **_neighbours(entry))


@pages.get('/berkas/<int:id>/halaman/<int:n>.png')
def picture(id: int, n: int) -> Response:
    """A page as a picture. Its tag names the bytes, so a browser that has it asks in vain and nothing is rendered."""
    entry = _entry(id)
    report = entry.report
    if report is None or all(info.n != n for info in report.page_info):
        abort(404)
    response = Response(mimetype='image/png')
    tag = f'{report.sha256}-{n}-{DPI}'
    response.set_etag(tag)
    response.headers['Cache-Control'] = 'private, no-cache'
    if tag not in request.if_none_match:
        response.set_data(_rendered(entry, report, n))
    response.make_conditional(request)
    return response


@pages.get('/keadaan')
def state() -> Response:
    """How far the work is, for the script that keeps an open page up to date."""
    progress = _board().progress()
    return jsonify(done=progress.done, total=progress.total, running=progress.running, version=progress.version)


def _rendered(entry: Entry, report: Report, n: int) -> bytes:
    path = entry.item.path or abort(404)
    pictures = cast(Pictures, current_app.extensions['pictures'])
    try:
        return pictures.get((report.sha256 or str(path), n, DPI), lambda: _board().picture(path, entry.name, n, DPI))
    except (UnreadableFile, OSError):
        current_app.logger.info('no picture of page %d of entry %d', n, entry.id, exc_info=True)
        abort(404)


def _neighbours(entry: Entry) -> dict[str, Entry | None]:
    """The files before and after this one in the list."""
    entries = _board().entries()
    index = next((i for i, each in enumerate(entries) if each.id == entry.id), 0)
    return {'before': entries[index - 1] if index else None,
            'after': entries[index + 1] if index + 1 < len(entries) else None}

"""The pages that show what was found, read-only, for the user of this machine: the application factory."""

from __future__ import annotations

from flask import Flask

from checker.messages import _, ngettext
from web import guard, pages
from web.board import Board
from web.pictures import Pictures

__all__ = ['Board', 'create_app']


def create_app(board: Board) -> Flask:
    """The application that shows this board; it changes nothing, neither files nor results."""
    app = Flask(__name__)
    app.extensions.update(board=board, pictures=Pictures())
    app.jinja_env.globals.update(_=_, ngettext=ngettext)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    guard.protect(app)
    app.register_blueprint(pages.pages)
    return app

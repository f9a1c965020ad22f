"""Who may ask what, and what every answer carries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web import material
from web import create_app

PATHS = ('/', '/berkas/1', '/berkas/2', '/berkas/1/halaman/1.png', '/keadaan', '/static/style.css',
         '/static/follow.js', '/tidak-ada')


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return create_app(material.board(tmp_path)).test_client()


@pytest.mark.parametrize('host', ['127.0.0.1', '127.0.0.1:8001', 'localhost:9', 'LOCALHOST'])
def test_this_machine_is_served(client: FlaskClient, host: str) -> None:
    assert client.get('/', headers={'Host': host}).status_code == 200


@pytest.mark.parametrize('host', [
    'contoh.go.id', 'contoh.go.id:8000', '127.0.0.1.contoh.go.id', 'localhost.contoh.go.id', '127.0.0.1@contoh.go.id',
    '192.168.1.7:8000', '0.0.0.0', 'localhost:8000:1', 'localhost:x', '',
])
@pytest.mark.parametrize('path', ['/', '/berkas/1/halaman/1.png', '/static/style.css'])
def test_a_foreign_name_for_this_machine_is_refused_in_indonesian(client: FlaskClient, host: str, path: str) -> None:
    answer = client.get(path, headers={'Host': host})
    assert answer.status_code == 400
    assert "Alamat ini tidak dikenal" in answer.text


@pytest.mark.parametrize('method', ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
def test_nothing_can_be_changed(client: FlaskClient, method: str) -> None:
    answer = client.open('/', method=method)
    assert answer.status_code == 405
    assert "hanya dapat dibaca" in answer.text


def test_head_is_allowed(client: FlaskClient) -> None:
    assert client.head('/').status_code == 200


@pytest.mark.parametrize('path', PATHS)
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:  # closes the static file
        headers = answer.headers
    assert headers['Content-Security-Policy'].startswith("default-src 'self';")
    assert 'unsafe' not in headers['Content-Security-Policy']
    assert headers['X-Frame-Options'] == 'DENY'
    assert headers['X-Content-Type-Options'] == 'nosniff'
    assert headers['Referrer-Policy'] == 'no-referrer'
    assert headers['Cross-Origin-Resource-Policy'] == 'same-origin'


@pytest.mark.parametrize('path', ['/', '/berkas/1', '/berkas/2', '/tidak-ada'])
def test_the_pages_keep_to_their_own_policy(client: FlaskClient, path: str) -> None:
    text = client.get(path).text
    assert not re.search(r'<style|\sstyle=|\son\w+=|javascript:', text)
    assert all('src=' in tag for tag in re.findall(r'<script[^>]*>', text))
    assert not re.search(r'(?:src|href)="(?:https?:)?//', text)
    assert '<html lang="id">' in text

"""The pages through the application, on a real PDF and hand-made reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import html

from checker.counting import count, outcome
from checker.driver import Item
from checker.model import Candidate, Document, Note, Page, PageInfo, Place
from tests.web import material
from web import create_app
from web.board import Board


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return create_app(material.board(tmp_path)).test_client()


def tree(client: FlaskClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def words(element: html.HtmlElement) -> str:
    return ' '.join(element.text_content().split())


def all_with(page: html.HtmlElement, key: str) -> Iterator[str]:
    return (element.get(key) for element in page.iter() if isinstance(element.tag, str) and element.get(key))


def test_the_list_names_every_file_its_parts_and_their_counts(client: FlaskClient) -> None:
    page = tree(client, '/')
    bodies = [words(body) for body in page.iter('tbody')]
    assert len(bodies) == 5
    assert "sk-ppid-2025.pdf" in bodies[0] and "SK Penetapan PPID halaman 1–2" in bodies[0]
    decree = material.sk_report().parts[0]
    counts = count(decree.findings)
    first = words(next(next(page.iter('tbody')).iter('tr')))
    assert f'✕ {counts.missing} tidak ditemukan' in first and f'✓ {counts.met} terpenuhi' in first
    assert "Berkas dikunci kata sandi." in bodies[2]
    assert "Syaratnya tidak diperiksa di sini. Paling mirip: SK Penetapan PPID." in bodies[3]
    assert "Sedang dibaca" in bodies[4]
    assert "4 dari 5 berkas selesai" in words(page)


def test_the_list_and_the_page_say_what_the_portal_would_refuse(tmp_path: Path) -> None:
    board, path = Board(material.KINDS, material.reading, material.picture), material.pdf(tmp_path / 'sk.pdf')
    note = Note('batas-portal', None, "Besarnya 3 MB, batas portal 2 MB. Perkecil: cekbukti shrink sk.pdf.")
    for name, notes in (('besar.pdf', (note,)), ('cukup.pdf', ())):
        item = Item(name, None, path)
        board.expect(item)
        board.put(item, replace(material.sk_report(name), notes=notes))
    client = create_app(board).test_client()
    large, fitting = (words(body) for body in tree(client, '/').iter('tbody'))
    assert note.message in large and "batas portal" not in fitting
    assert note.message in words(tree(client, '/berkas/1'))


@pytest.mark.parametrize(('wanted', 'names'), [
    ('missing', ['sk-ppid-2025.pdf', 'dip.docx']), ('failed', ['terkunci.pdf']), ('other', ['undangan.pdf']),
    ('unsure', []), ('nonsense', ['sk-ppid-2025.pdf', 'dip.docx', 'terkunci.pdf', 'undangan.pdf', 'belum.pdf']),
])
def test_the_list_can_be_narrowed_to_one_outcome(client: FlaskClient, wanted: str, names: list[str]) -> None:
    page = tree(client, f'/?hasil={wanted}')
    assert [words(next(body.iter('th'))).split()[0] for body in page.iter('tbody')] == names


def test_every_finding_with_a_place_has_a_box_at_that_place_and_both_lead_to_each_other(client: FlaskClient) -> None:
    page = tree(client, '/berkas/1')
    ids = set(all_with(page, 'id'))
    for p, part in enumerate(material.sk_report().parts):
        for f, found in enumerate(part.findings):
            assert f'temuan-{p}-{f}' in ids
            if found.place is None or found.place.box is None:
                continue
            link = page.get_element_by_id(f'kotak-{p}-{f}')
            assert link.get('href') == f'#temuan-{p}-{f}'
            assert found.status in link.get('class').split()
            figure = next(link.iterancestors('figure'))
            assert figure.get('id') == f'halaman-{p}-{found.place.page}'
            box = link.find_class('box')[0]
            x, y, width, height = (float(box.get(key)) for key in ('x', 'y', 'width', 'height'))
            x0, y0, x1, y1 = found.place.box
            assert x <= x0 <= x1 <= x + width and y <= y0 <= y1 <= y + height
            assert width <= x1 - x0 + 4 and height <= y1 - y0 + 4
            assert f'#kotak-{p}-{f}' in all_with(page.get_element_by_id(f'temuan-{p}-{f}'), 'href')
    assert next(page.iter('svg')).get('viewbox') == f'0 0 {material.WIDTH} {material.HEIGHT}'


def test_no_anchor_is_used_twice_and_no_link_leads_nowhere(client: FlaskClient) -> None:
    for path in ('/berkas/1', '/berkas/2', '/berkas/4'):
        page = tree(client, path)
        ids = list(all_with(page, 'id'))
        assert len(ids) == len(set(ids))
        targets = {target[1:] for target in all_with(page, 'href') if target.startswith('#')}
        assert targets <= set(ids)


def test_what_needs_hands_comes_first_and_says_what_why_and_what_to_do(client: FlaskClient) -> None:
    items = tree(client, '/berkas/1').get_element_by_id('bagian-0').find_class('finding')
    looks = [item.get('class').split()[1] for item in items]
    assert looks == ['missing', 'unsure', 'advice'] + ['met'] * 6
    first = words(items[0])
    for expected in ("Nomor keputusan", "Tidak ditemukan", "masih berupa titik-titik", "Saran: Unggah naskah",
                     "Halaman 1: NOMOR : ......", "Yang paling mendekati: Halaman 2: pada tanggal"):
        assert expected in first.replace('“', '').replace('”', '')


def test_a_page_outside_the_part_is_shown_when_a_finding_stands_on_it(client: FlaskClient) -> None:
    pages = list(tree(client, '/berkas/1').get_element_by_id('bagian-1').iter('figure'))
    assert [figure.get('id') for figure in pages] == ['halaman-1-3', 'halaman-1-2'], "the part's own page comes first"
    assert ["di luar dokumen ini" in words(figure) for figure in pages] == [False, True]


def test_a_flowing_document_shows_its_text_and_tables_with_marks(client: FlaskClient) -> None:
    page = tree(client, '/berkas/2')
    assert not list(page.iter('img'))
    title, missing, kept = page.find_class('marked')
    assert words(title).endswith("DAFTAR INFORMASI PUBLIK")
    assert words(missing).endswith("Waktu") and 'missing' in missing.get('class') and missing.getparent().tag == 'td'
    assert words(kept).endswith("berkala") and 'kotak-0-1' in all_with(kept, 'id')


def test_text_of_a_document_is_never_markup(client: FlaskClient) -> None:
    answer = client.get('/berkas/2').text
    assert "&lt;b&gt;&amp;amp; rekan&lt;/b&gt;" in answer
    assert '<b>&amp; rekan' not in answer


def test_the_pictures_are_real_and_load_when_they_are_seen(client: FlaskClient) -> None:
    images = list(tree(client, '/berkas/1').iter('img'))
    assert {image.get('loading') for image in images} == {'lazy'}
    answer = client.get(images[0].get('src'))
    assert answer.mimetype == 'image/png' and answer.data.startswith(b'\x89PNG')


def test_a_picture_that_the_browser_has_is_not_sent_again_and_not_rendered(tmp_path: Path) -> None:
    asked = []

    def picture(path: Path, name: str, n: int, dpi: int) -> bytes:
        asked.append(n)
        return material.picture(path, name, n, dpi)

    board = Board(material.KINDS, material.reading, picture)
    board.put(Item('x', None, material.pdf(tmp_path / 'x.pdf')), material.sk_report('once.pdf'))
    client = create_app(board).test_client()
    tag = client.get('/berkas/1/halaman/2.png').headers['ETag']
    again = client.get('/berkas/1/halaman/2.png', headers={'If-None-Match': tag})
    assert (again.status_code, again.data) == (304, b'')
    assert client.get('/berkas/1/halaman/2.png').status_code == 200
    assert asked == [2]


@pytest.mark.parametrize('path', [
    '/berkas/99', '/berkas/1/halaman/9.png', '/berkas/1/halaman/0.png', '/berkas/5/halaman/1.png', '/lain',
    '/berkas/1/halaman/../../../etc/passwd',
])
def test_what_is_not_there_gives_a_page_that_says_so(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Kembali ke daftar berkas" in answer.text


def test_a_file_that_is_gone_or_broken_leaves_the_page_usable(tmp_path: Path) -> None:
    board = material.board(tmp_path)
    client = create_app(board).test_client()
    (tmp_path / 'sk.pdf').unlink()
    assert client.get('/berkas/1').status_code == 200
    assert client.get('/berkas/1/halaman/1.png').status_code == 404


def test_without_a_kept_reading_the_findings_still_show(tmp_path: Path) -> None:
    board = Board(material.KINDS, lambda sha256: None, material.picture)
    board.put(Item('x', None, material.pdf(tmp_path / 'x.pdf')), material.sk_report())
    board.put(Item('x', None, tmp_path / 'x.docx'), material.docx_report())
    client = create_app(board).test_client()
    assert len(tree(client, '/berkas/1').find_class('shape')) > 10
    assert "Tidak ada teks yang dapat ditampilkan" in client.get('/berkas/2').text


def test_a_file_still_waiting_says_so_and_loads_again_by_itself_without_a_script(client: FlaskClient) -> None:
    answer = client.get('/berkas/5').text
    assert "belum selesai diperiksa" in answer
    assert re.search(r'<noscript><meta http-equiv="refresh"', answer)


def test_the_state_tells_an_open_page_when_to_load_again(tmp_path: Path) -> None:
    board = material.board(tmp_path)
    client = create_app(board).test_client()
    before = client.get('/keadaan').json
    assert before is not None and (before['done'], before['total'], before['running']) == (4, 5, True)
    board.finish()
    after = client.get('/keadaan').json
    assert after is not None and not after['running'] and after['version'] > before['version']
    assert 'data-poll' not in client.get('/').text


def test_a_document_without_a_readable_page_asks_for_a_better_scan(tmp_path: Path) -> None:
    board = Board(material.KINDS, material.reading, material.picture)
    unread = replace(material.sk_report('scan.pdf'), parts=())
    assert outcome(unread) == 'unsure'
    board.put(Item('x', None, material.pdf(tmp_path / 'x.pdf')), unread)
    client = create_app(board).test_client()
    assert "Tidak ada halaman yang dapat dibaca" in client.get('/').text
    assert len(list(tree(client, '/berkas/1').iter('img'))) == 3


def test_a_candidate_in_a_flowing_document_is_marked_too(tmp_path: Path) -> None:
    report = material.docx_report()
    near = Candidate(Place(None, None, 'paragraf 3', "Kepala Dinas"), 70.0, 'bukan-judul')
    findings = (*report.parts[0].findings, material.finding('isi', 'missing', reason='isi-kosong', candidate=near))
    board = Board(material.KINDS, lambda sha: Document(sha, 'docx', (material.flow_page(),)), material.picture)
    part = replace(report.parts[0], findings=findings)
    board.put(Item('x', None, tmp_path / 'x.docx'), replace(report, parts=(part,)))
    assert 'dekat-0-3' in all_with(tree(create_app(board).test_client(), '/berkas/1').find_class('flow')[0], 'id')


def test_a_cell_of_a_sheet_is_named_as_the_sheet_is_and_marked_in_its_table(tmp_path: Path) -> None:
    page = material.flow_page([(0, 'DIP 2025!B5', "Ringkasan"), (0, 'DIP 2025!C5', "Retensi Arsip")])
    found = (material.finding('judul', place=Place(None, None, 'DIP 2025!C5', "Retensi Arsip")),)
    report = material.docx_report()
    board = Board(material.KINDS, lambda sha: Document(sha, 'xlsx', (page,)), material.picture)
    board.put(Item('x', None, tmp_path / 'x.xlsx'), replace(report, parts=(replace(report.parts[0], findings=found),)))
    shown = tree(create_app(board).test_client(), '/berkas/1')
    assert 'kotak-0-0' in all_with(next(shown.iter('table')), 'id')
    assert "DIP 2025!C5" in words(shown.get_element_by_id('temuan-0-0'))


def test_an_unread_page_of_a_docx_is_no_picture(tmp_path: Path) -> None:
    report = material.docx_report()
    unread = Page(2, 595.0, 842.0, 'unread', 'none', 'unreadable')
    both = (material.flow_page(), unread)
    board = Board(material.KINDS, lambda sha: Document(sha, 'docx', both), material.picture)
    infos = (*report.page_info, PageInfo(2, 595.0, 842.0, 'none', 'unreadable'))
    part = replace(report.parts[0], pages=(1, 2))
    board.put(Item('x', None, tmp_path / 'x.docx'), replace(report, page_info=infos, parts=(part,)))
    page = tree(create_app(board).test_client(), '/berkas/1')
    assert not list(page.iter('img')) and len(list(page.iter('figure'))) == 2


def test_a_place_that_several_pages_name_is_marked_once_and_one_outside_the_part_has_no_link(tmp_path: Path) -> None:
    lines = [(0, 'kop halaman, paragraf 1', "PEMERINTAH KABUPATEN CONTOH"), (1, 'paragraf 1', "Isi")]
    pages = tuple(replace(material.flow_page(lines), n=n) for n in (1, 2))
    other = replace(material.flow_page([(0, 'paragraf 9', "Isi lain")]), n=3)
    report = material.docx_report()
    findings = (material.finding('judul', place=Place(None, None, 'kop halaman, paragraf 1', "PEMERINTAH")),
                material.finding('isi', place=Place(None, None, 'paragraf 9', "Isi lain")))
    part = replace(report.parts[0], pages=(1, 2), findings=findings)
    infos = tuple(PageInfo(n, 595.0, 842.0, 'flow', 'good') for n in (1, 2, 3))
    board = Board(material.KINDS, lambda sha: Document(sha, 'docx', (*pages, other)), material.picture)
    board.put(Item('x', None, tmp_path / 'x.docx'), replace(report, page_info=infos, parts=(part,)))
    page = tree(create_app(board).test_client(), '/berkas/1')
    assert list(all_with(page, 'id')).count('kotak-0-0') == 1
    assert '#kotak-0-1' not in all_with(page, 'href')
    assert "Paragraf 9" in words(page.get_element_by_id('temuan-0-1'))

"""Picture files of all kinds, written here and opened through the real reader."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from checker.errors import DamagedFile, TooLarge, TooManyPages
from checker.poses import shown, shown_size
from checker.reading import image, limits
from tests.reading import paper


def saved(tmp_path: Path, name: str, picture: Image.Image | None = None, **options: object) -> Path:
    path = tmp_path / name
    (picture or paper.page(('KEPUTUSAN',)).resize((620, 877))).save(path, **options)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize('name', ['a.jpg', 'a.png', 'a.webp', 'a.heic', 'a.tif', 'a.bmp', 'a.gif'])
def test_every_format_gives_one_unread_page(tmp_path: Path, name: str) -> None:
    document = image.read_fast(saved(tmp_path, name, dpi=(150, 150)))
    page, = document.pages
    assert (document.format, page.level, page.source) == ('image', 'unread', 'none')
    assert (page.width, page.height) == pytest.approx((620 * 72 / 150, 877 * 72 / 150), abs=0.1)
    assert Image.open(io.BytesIO(image.page_png(tmp_path / name, 1, 75))).size == (310, 438)


@pytest.mark.parametrize(('dpi', 'taken'), [(300, 300), (10, 150), (6000, 150)])
def test_resolution_of_the_file_counts_unless_it_is_nonsense(tmp_path: Path, dpi: int, taken: int) -> None:
    page, = image.read_fast(saved(tmp_path, 'a.png', dpi=(dpi, dpi))).pages
    assert page.width == pytest.approx(620 * 72 / taken, abs=0.2)


def test_camera_turn_is_applied(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = paper.page()
    path = saved(tmp_path, 'a.jpg', upright.rotate(90, expand=True), exif=exif, quality=90)
    page, = image.read_fast(path).pages
    assert page.width < page.height
    read, = image.read_full(path, [1])
    assert read.text.startswith('KEPUTUSAN KEPALA DINAS')
    assert shown_size(read) == (page.width, page.height)


def test_all_pages_of_a_tiff(tmp_path: Path) -> None:
    pages = [paper.page((f'HALAMAN NOMOR {n}',)) for n in (1, 2, 3)]
    path = saved(tmp_path, 'a.tif', pages[0], save_all=True, append_images=pages[1:], dpi=(150, 150))
    assert [page.n for page in image.read_fast(path).pages] == [1, 2, 3]
    assert [(page.n, page.text) for page in image.read_full(path, [3])] == [(3, 'HALAMAN NOMOR 3')]


@pytest.mark.parametrize('mode', ['1', 'L', 'P', 'RGB', 'CMYK', 'LA', 'RGBA', 'I;16'])
def test_every_colour_mode_is_black_on_white(tmp_path: Path, mode: str) -> None:
    gray = paper.page(('KEPUTUSAN',))
    if mode == 'I;16':
        made = Image.fromarray(np.asarray(gray, np.uint16) * 257)
    elif mode in ('LA', 'RGBA'):
        made = Image.new(mode, gray.size)
        made.putalpha(Image.eval(gray, lambda value: 255 - value))
    else:
        made = gray.convert(mode)
    data = io.BytesIO()
    made.save(data, 'TIFF')
    result, _dpi = image.gray_of(data.getvalue(), 595)
    assert float(np.percentile(result, 95)) > 240
    assert int(result.min()) < 60


def test_photo_at_camera_resolution_is_read_as_paper(tmp_path: Path) -> None:
    path = saved(tmp_path, 'a.jpg', paper.page().resize((2480, 3508)), dpi=(72, 72))
    page, = image.read_full(path, [1])
    assert page.text.startswith('KEPUTUSAN KEPALA DINAS')
    assert shown_size(page)[0] == 2480
    assert page.width == pytest.approx(595, abs=2)
    box = next(iter(page)).box
    assert box is not None
    assert shown(page.pose, box)[0] == pytest.approx(400, abs=10)


def png_claiming(width: int, height: int) -> bytes:
    """A PNG head that claims a size, with next to nothing behind it."""
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))
    head = struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(b'\0' * 99)) + chunk(b'IEND', b'')


@pytest.mark.parametrize('size', [(12_000, 8_000), (60_000, 60_000)])
def test_pixel_bomb_is_refused_before_decoding(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / 'a.png'
    path.write_bytes(png_claiming(*size))
    with pytest.raises(TooLarge):
        image.read_fast(path)


def test_damaged_pictures(tmp_path: Path) -> None:
    whole = saved(tmp_path, 'a.jpg', paper.page()).read_bytes()
    (tmp_path / 'b.jpg').write_bytes(whole[:len(whole) // 2])
    (tmp_path / 'c.jpg').write_bytes(b'<html>bukan gambar</html>')
    with pytest.raises(DamagedFile):
        image.read_full(tmp_path / 'b.jpg', [1])
    with pytest.raises(DamagedFile):
        image.read_fast(tmp_path / 'c.jpg')


@pytest.fixture
def two_pages_at_most() -> Iterator[None]:
    before = limits.current()
    limits.use(limits.Limits(pages=2))
    yield
    limits.use(before)


@pytest.mark.usefixtures('two_pages_at_most')
@pytest.mark.parametrize('pages', [2, 3])
def test_pages_of_a_tiff_are_counted(tmp_path: Path, pages: int) -> None:
    small = Image.new('L', (20, 20), 255)
    path = saved(tmp_path, 'a.tif', small, save_all=True, append_images=[small] * (pages - 1))
    if pages == 2:
        assert len(image.read_fast(path).pages) == 2
    else:
        with pytest.raises(TooManyPages):
            image.read_fast(path)

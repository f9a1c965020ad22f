"""The quick way to find where objects are used gives what pyHanko's own gives, and the same verdicts."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader, RawPdfPath
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult

from checker.reading.packed_objects import QuickReader
from checker.reading.usages import QuickResolver, Referrers
from tests.reading import sealing
from tests.reading.sealing import document, official, signed

SAMPLES = Path(__file__).parents[2] / 'sample_docs'


def packed(data: bytes) -> bytes:
    """The same with its objects in streams."""
    writer: Any = copy_into_new_writer(PdfFileReader(io.BytesIO(data), strict=False),
                                       writer_kwargs={'stream_xrefs': True})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def compressed(data: bytes) -> bytes:
    """The same as qpdf and other writers pack it: most objects in object streams."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    out = io.BytesIO()
    writer.write(out)
    return packed(out.getvalue())


def twice(data: bytes) -> bytes:
    return signed(data, official("Pejabat Kedua"), 'Ttd2', (50, 100, 250, 150))


def shared(data: bytes) -> bytes:
    """Two pages with one list of annotations and one content."""
    update = sealing.Update(data)
    with update as writer:
        first, second = sealing.page(writer), sealing.page(writer, 1)
        second['/Contents'] = first.raw_get('/Contents')
        first['/Annots'] = second['/Annots'] = writer.add_object(sealing.generic.ArrayObject())
        for each in (first, second):
            writer.update_container(each)
    return update.data


SEALED: dict[str, Callable[[], bytes]] = {
    'plain': document, 'packed': lambda: packed(document()), 'compressed': lambda: compressed(document()),
    'form': lambda: sealing.with_form(document()), 'layer': lambda: sealing.with_layer(document()),
    'shared': lambda: shared(document()), 'tagged': lambda: (SAMPLES / '33-berita-ppid.pdf').read_bytes(),
}
CHANGES: dict[str, Callable[[bytes], bytes]] = {
    'further': twice, 'text': sealing.text_changed, 'stream': sealing.stream_overwritten, 'page': sealing.page_added,
    'swapped': sealing.pages_swapped, 'note': sealing.note_added, 'removed': sealing.seal_removed,
}
CASES = {f'{made}-{change}': (made, change) for made in SEALED for change in CHANGES}


def verdict(reader: PdfFileReader, revision: int) -> str:
    try:
        found = DEFAULT_DIFF_POLICY.review_file(reader, revision)
    except PdfReadError:  # no form yet
        return 'NO FORM'
    return found.modification_level.name if isinstance(found, DiffResult) else 'SUSPICIOUS'


def ways(resolver: Any, ref: Any) -> set[RawPdfPath]:
    resolver._load_reverse_xref_cache()
    found: set[RawPdfPath] = resolver._get_usages_of_ref(ref)
    return found


def alike(data: bytes) -> int:
    """Compares both readers over all revisions; the number of objects compared."""
    slow: Any = PdfFileReader(io.BytesIO(data), strict=False)
    quick: Any = QuickReader(io.BytesIO(data), strict=False)
    compared = 0
    for revision in range(slow.xrefs.total_revisions - 1):
        assert verdict(slow, revision) == verdict(quick, revision), revision
        old, new = slow.get_historical_resolver(revision), quick.get_historical_resolver(revision)
        assert isinstance(new, QuickResolver)
        lone: set[Any] = {new.root_ref, *new._page_ways()}
        for later in range(revision, slow.xrefs.total_revisions):
            for ref in slow.xrefs.explicit_refs_in_revision(later):
                mine, theirs = ways(new, ref), ways(old, ref)
                assert mine <= theirs if ref in lone else mine == theirs, (revision, ref)
                compared += 1
    return compared


@pytest.mark.parametrize('case', CASES)
def test_ways_and_verdicts_are_pyhanko_s(case: str) -> None:
    made, change = CASES[case]
    source = SEALED[made]()
    if made == 'form' and change == 'removed':
        source = document()  # the form's own field is first in the list there
    assert alike(CHANGES[change](signed(source, official()))) > 10


@pytest.mark.parametrize(('source', 'change'), [
    (partial(sealing.with_form, document()), sealing.form_filled),
    (partial(sealing.with_layer, document()), sealing.layer_shown),
])
def test_changes_of_shared_things_are_judged_alike(
    source: Callable[[], bytes], change: Callable[[bytes], bytes],
) -> None:
    alike(change(signed(source(), official())))


def test_what_two_pages_share_is_found_on_both() -> None:
    reader = QuickReader(io.BytesIO(signed(shared(document()), official())), strict=False)
    old = reader.get_historical_resolver(reader.xrefs.total_revisions - 1)
    ref = old.root['/Pages']['/Kids'][0].raw_get('/Contents').reference
    assert {way.path for way in ways(old, ref)} == {('/Root', '/Pages', '/Kids', n, '/Contents') for n in (0, 1)}


def test_an_object_that_may_run_on_into_the_next_counts_for_what_stands_there() -> None:
    text = b'1 0 obj <</A 5 0 R>> endobj 2 0 obj <</B [ endobj 3 0 obj <</C 6 0 R>> endobj 4 0 obj (7 0 R\\) 5) endobj'
    found = Referrers(text, {text.index(b'%d 0 obj' % n): n for n in (1, 2, 3, 4)}, {})
    assert (found.of(5), found.of(6), found.of(7), found.of(8)) == ({1}, {2, 3}, {2, 4}, set())


def test_objects_in_streams_strings_and_hexadecimals_end_where_they_end() -> None:
    text = rb'<</A (\) [ <<) /B <4142>>> <</C 5 0 R>> [(a)5 0 R] <</D (( )>> <</E 6 0 R>>'
    starts = {1: 0, 2: text.index(b'<</C'), 3: text.index(b'[(a)'), 4: text.index(b'<</D'), 5: text.index(b'<</E')}
    found = Referrers(b'', {}, {9: (text, starts)})
    assert (found.of(5), found.of(6)) == ({2, 3}, {4, 5})

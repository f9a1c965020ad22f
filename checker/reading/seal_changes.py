"""What was changed in a PDF after one of its signatures was made: compares the signed revision with the last one.

Only called where something was added behind a signature. Says which pages and what on them, never whether that was
right; whether a signature survives it is decided in `signatures`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from checker.model import Change, ChangeKind

MOST_OBJECTS: Final = 50_000
"""Looked at in one comparison; a form of 100 pages has 5,000."""
MOST_TOLD: Final = 12
"""Changes told of one signature; who has changed that much needs no longer list."""
MOST_PAGES: Final = 2_000

_Ref = tuple[int, int]
_Page = tuple[_Ref, Any]


def changes(reader: Any, revision: int) -> tuple[Change, ...]:
    """What later revisions of pyHanko's `reader` did to what pages show; empty where only signatures and their
    evidence were added."""
    old = reader.get_historical_resolver(revision)
    touched = _touched(reader, revision)
    before, after = dict(_pages(old.root)), dict(_pages(reader.root))
    numbers = {ref: n for n, ref in enumerate(after, 1)}
    found = [Change('halaman-ditambah', n) for ref, n in numbers.items() if ref not in before]
    found += [Change('halaman-dihapus', n) for n, ref in enumerate(before, 1) if ref not in after]
    if [ref for ref in before if ref in after] != [ref for ref in after if ref in before]:
        found.append(Change('urutan-halaman', None))
    budget = _Budget(touched)
    for ref, n in numbers.items():
        if ref in before:
            found += [Change(kind, n) for kind in _on_page(before[ref], after[ref], budget)]
    layers = ('/OCProperties',)
    if _entries(old.root, layers) != _entries(reader.root, layers) or budget.reaches(_values(reader.root, layers)):
        found.append(Change('lapisan', None))
    return tuple(dict.fromkeys(found))[:MOST_TOLD]


def pages_with(root: Any, widgets: Sequence[Any]) -> set[int] | None:
    """Numbers (from 0) of the pages that show the widgets; None where one of them has no number or is on no page."""
    wanted = {ref for widget in widgets if (ref := _reference(getattr(widget, 'container_ref', None)))}
    if len(wanted) < len(widgets):
        return None
    found: dict[_Ref, int] = {}
    for n, (_ref, page) in enumerate(_pages(root)):
        entries = _plain(_raw(page, '/Annots'))
        shown = map(_reference, _items(entries)) if isinstance(entries, list) else ()
        found |= {ref: n for ref in shown if ref in wanted and ref not in found}
        if len(found) == len(wanted):
            return set(found.values())
    return None


def _touched(reader: Any, revision: int) -> set[_Ref]:
    """Numbers of the objects that later revisions wrote or freed."""
    references = [
        ref for later in range(revision + 1, reader.xrefs.total_revisions)
        for ref in (*reader.xrefs.explicit_refs_in_revision(later), *reader.xrefs.refs_freed_in_revision(later))
    ]
    return {(ref.idnum, ref.generation) for ref in references}


def _pages(root: Any) -> Iterator[_Page]:
    """Every page's reference and dictionary, in order (ISO 32000-1, 7.7.3)."""
    ahead, seen = [root.raw_get('/Pages')], set()
    count = 0
    while ahead and count < MOST_PAGES:
        raw = ahead.pop()
        ref, node = _reference(raw), _plain(raw)
        if ref is None or ref in seen or not isinstance(node, dict):
            continue
        seen.add(ref)
        kids = _plain(_raw(node, '/Kids'))
        if isinstance(kids, list):
            ahead += reversed(_items(kids))
        else:
            count += 1
            yield ref, node


def _on_page(before: Any, after: Any, budget: _Budget) -> Iterator[ChangeKind]:
    own = [key for key in {*before, *after} if key not in _ASIDE]
    if (_entries(before, own) != _entries(after, own) or budget.reaches(_values(after, own))
            or _resources_changed(before, after, budget)):
        yield 'isi-halaman'
    old, new = _annotations(before), _annotations(after)
    for ref in {**old, **new}:
        field = _is(new.get(ref, old.get(ref)), '/Subtype', '/Widget')
        seal = field and _field_type(new.get(ref, old.get(ref))) == '/Sig'
        changed = ref in new and ref in old and (ref in budget.touched or budget.reaches(_values(new[ref], _LOOKS)))
        if seal and ref in new:
            continue  # signing puts one on the page and fills it in
        if ref not in new or ref not in old or changed:
            yield 'tanda-tangan-dihapus' if seal else 'isian' if field else 'catatan'


def _resources_changed(before: Any, after: Any, budget: _Budget) -> bool:
    """Whether something that the page used is another thing now; what was only added, for another page, is none."""
    old, new = (_plain(_raw(page, '/Resources')) for page in (before, after))
    for sort in old if isinstance(old, dict) else ():
        was, now = _plain(_raw(old, sort)), _plain(_raw(new, sort))
        names = list(was) if isinstance(was, dict) else []
        if _entries(was, names) != _entries(now, names) or budget.reaches(_values(now, names)):
            return True
    return False


_ASIDE: Final = ('/Resources', '/Annots', '/Parent', '/Tabs', '/StructParents', '/Metadata', '/PieceInfo',
                 '/LastModified', '/Type')
_UPWARDS: Final = ('/Parent', '/P', '/Dest', '/A')
_LOOKS: Final = ('/AP', '/V', '/DV', '/MK', '/Contents', '/Popup')


class _Budget:
    """Finds out whether objects hang on changed ones, without walking for ever."""

    def __init__(self, touched: set[_Ref]) -> None:
        self.touched = touched
        self._left = MOST_OBJECTS
        self._clean: set[_Ref] = set()

    def reaches(self, raws: Sequence[Any]) -> bool:
        """Whether one of the values is, or refers to, a changed object. Never climbs back to pages."""
        ahead, seen = list(raws), set[_Ref]()
        while ahead and self._left > 0:
            self._left -= 1
            raw = ahead.pop()
            ref = _reference(raw)
            if ref is not None:
                if ref in self.touched:
                    return True
                if ref in seen or ref in self._clean:
                    continue
                seen.add(ref)
            value = _plain(raw)
            if isinstance(value, dict):
                ahead += [_raw(value, key) for key in value if key not in _UPWARDS]
            elif isinstance(value, list):
                ahead += _items(value)
        self._clean |= seen
        return False


def _annotations(page: Any) -> dict[object, Any]:
    """By reference; those written into the page itself by what they say."""
    entries = _plain(_raw(page, '/Annots'))
    raws = _items(entries) if isinstance(entries, list) else []
    return {_reference(raw) or _said(raw): _plain(raw) for raw in raws if isinstance(_plain(raw), dict)}


def _field_type(widget: Any) -> str:
    for _step in range(8):
        kind = _plain(_raw(widget, '/FT'))
        parent = _plain(_raw(widget, '/Parent'))
        if kind is not None or not isinstance(parent, dict):
            return str(kind)
        widget = parent
    return ''


def _entries(holder: Any, keys: Sequence[str]) -> dict[str, str]:
    """What the entries say themselves; what they refer to is told by its number."""
    return {key: _said(raw) for key in keys if (raw := _raw(holder, key)) is not None}


def _said(raw: Any) -> str:
    if (ref := _reference(raw)) is not None:
        return f'{ref} R'
    value: Any = raw
    if isinstance(value, dict):
        return '{' + ' '.join(f'{key} {_said(_raw(value, key))}' for key in sorted(value)) + '}'
    if isinstance(value, list):
        return '[' + ' '.join(_said(each) for each in _items(raw)) + ']'
    return repr(raw)


def _items(array: Any) -> list[Any]:
    return [array.raw_get(i) for i in range(len(array))]


def _values(holder: Any, keys: Sequence[str]) -> list[Any]:
    return [raw for key in keys if (raw := _raw(holder, key)) is not None]


def _is(holder: Any, key: str, wanted: str) -> bool:
    return bool(_plain(_raw(holder, key)) == wanted)


def _raw(holder: Any, key: str) -> Any:
    return holder.raw_get(key) if hasattr(holder, 'raw_get') and key in holder else None


def _reference(raw: Any) -> _Ref | None:
    return (raw.idnum, raw.generation) if hasattr(raw, 'idnum') else None


def _plain(raw: Any) -> Any:
    return raw.get_object() if hasattr(raw, 'idnum') else raw

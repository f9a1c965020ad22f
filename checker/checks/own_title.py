"""The part's own title: the head of a decree, the titles of a list or form. Found once for all checks of a part."""

from __future__ import annotations

from checker.heads import Head, decree_head, titles_of_kind
from checker.reports import report_titles
from checker.search import Hit
from checker.view import PartView


def head_of(part: PartView) -> Head | None:
    """The decree head of the part's first pages, found once."""
    if 'head' not in part.memory:
        identify = part.rulebook.kinds[part.kind].identify
        heads = (decree_head(v, identify.title, part.rulebook.anchors) for v in part.views[:3])
        part.memory['head'] = next((h for h in heads if h), None)
    head = part.memory['head']
    return head if isinstance(head, Head) else None


def titles_of(part: PartView) -> list[Hit]:
    """The titles of a list, form or report, found once."""
    if 'titles' not in part.memory:
        identify = part.rulebook.kinds[part.kind].identify
        titles_in = report_titles if identify.form == 'report' else titles_of_kind
        part.memory['titles'] = [h for v in part.views for h in titles_in(v, identify)]
    titles = part.memory['titles']
    return titles if isinstance(titles, list) else []

"""A kind's rules in plain words, for whoever has to trust them: `cekbukti rules explain`.

Says how a document of the kind is told and what it must contain; decides nothing and never looks at a document.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from checker.explanations import Asked, quoted, said_of
from checker.messages import _, ngettext
from checker.rulebook import Kind, Rulebook


def explained(kind: Kind, book: Rulebook, period: int, *, full: bool = False, width: int = 100) -> str:
    """The whole kind in words. `width`: letters of a line; `full`: all words of long lists."""
    needed = sum(r.required for r in kind.requirements)
    advised = len(kind.requirements) - needed
    lines = [f'{kind.name} ({kind.id})', _('Dijelaskan untuk tahun monev {year}.').format(year=period), '']
    lines += [_('Cara dikenali'), *_listed(identified(kind, full), width)]
    if not kind.requirements:
        return '\n'.join([*lines, '', _('Jenis ini tidak mempunyai syarat.')])
    counted = [ngettext('{n} wajib', '{n} wajib', needed).format(n=needed)]
    if advised:
        counted.append(ngettext('{n} saran', '{n} saran', advised).format(n=advised))
    lines += ['', _('Syarat: {count}').format(count=', '.join(counted))]
    for number, requirement in enumerate(kind.requirements, 1):
        weight = '' if requirement.required else _(' - saran saja, tidak menggagalkan dokumen')
        lines += ['', *_wrapped(f'{number}. {requirement.name} ({requirement.id}){weight}', width, '', '   ')]
        for head, text in said_of(Asked(requirement, kind, book, period, full)):
            indent = '     ' if head.startswith('- ') else '   '
            lines += _wrapped(f'{head}: {text}', width, indent, indent + '  ')
    return '\n'.join(lines)


def _listed(texts: Iterable[str], width: int) -> Iterator[str]:
    for text in texts:
        yield from _wrapped(text, width, '- ', '  ')


def _wrapped(text: str, width: int, first: str, then: str) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)


def identified(kind: Kind, full: bool = False) -> Iterator[str]:
    """Sentences on how a document is told to be of the kind."""
    how = kind.identify
    yield FORMS[how.form].format(
        title=quoted(how.title, full),
        subject=quoted(how.subject, full),
        labels=quoted(how.labels, full),
        enough=how.enough,
        about=quoted(how.about, full),
    )
    if how.form == 'labelled' and how.labels:
        yield _('Tanpa judul: ada paling sedikit {n} dari label {labels}.').format(
            n=how.enough, labels=quoted(how.labels, full)
        )
    if how.form == 'titled':
        yield _('Tanpa judul: kepala tabelnya memuat paling sedikit {n} dari kolom di bawah ini.').format(n=how.enough)
    if how.title_not:
        yield _('Bukan jenis ini bila pada baris judulnya ada {words}.').format(words=quoted(how.title_not, full))
    if how.subject_not:
        yield _('Bukan jenis ini bila judulnya menyebut {words}.').format(words=quoted(how.subject_not, full))


FORMS: Mapping[str, str] = {
    'decree': _('Naskah keputusan: judulnya {title}, dan sesudah TENTANG disebut {subject}.'),
    'titled': _('Daftar dengan judul {title}, sendiri pada barisnya, di bagian atas halaman.'),
    'labelled': _('Formulir dengan judul {title}, sendiri pada barisnya, di bagian atas halaman.'),
    'letter': _(
        'Surat yang pokoknya (sesudah {about}) menyebut {subject}, yang judulnya {title}, atau yang memuat '
        'paling sedikit {enough} dari label {labels}.'
    ),
    'report': _('Laporan dengan judul {title} yang menyebut {subject}, atau dengan pengantar yang menyebut {labels}.'),
    'picture': _('Gambar dengan sedikit tulisan.'),
    'other': _('Terbaca, tetapi bukan salah satu jenis lain.'),
}
"""Form of a kind -> how its documents are told."""

"""Each check type in plain words: what is looked for, where, when it counts, and what doesn't.

One function a check type; `EXPLAINED` holds them all. Decides nothing and never looks at a document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.checks.date import SOP_YEARS
from checker.messages import _
from checker.rulebook import Kind, Requirement, Rulebook

SHOWN = 6
"""Words of a list that are shown unless all are asked for."""

Said = tuple[str, str]
"""What is told ('Dicari'), and the sentence."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement to be explained, with what its explanation depends on."""

    requirement: Requirement
    kind: Kind
    book: Rulebook
    period: int
    full: bool = False

    def words(self, words: Iterable[str]) -> str:
        return quoted(words, self.full)


def quoted(words: Iterable[str], full: bool = False) -> str:
    """The words in quotes; a long list is cut: `"a", "b", ... dan 12 lainnya`."""
    known = list(words)
    shown = known if full or len(known) <= SHOWN + 1 else known[:SHOWN]
    text = ', '.join(f'"{word}"' for word in shown)
    left = len(known) - len(shown)
    return text + (_(', ... dan {n} lainnya').format(n=left) if left else '')


SCOPES: Mapping[str, str] = {
    'part': _('di seluruh dokumen'),
    'opening': _('di bagian pembuka, sebelum Menimbang'),
    'body': _('di batang tubuh, sebelum lampiran'),
    'basis': _('di bagian Mengingat'),
    'dicta': _('dari putusan sampai akhir batang tubuh'),
    'dicta_and_annex': _('di diktum dan lampiran'),
    'closing': _('di bagian penutup'),
    'annex': _('di lampiran'),
}
"""Scope -> where that is."""

VALUES: Mapping[str, str] = {
    'none': _('labelnya ada; isinya boleh kosong atau "-".'),
    'text': _('di samping atau di bawah labelnya ada isi. Titik-titik dan tanda templat tidak dihitung.'),
    'line': _('di samping labelnya ada isi, atau di bawahnya ada daftar bernomor. Titik-titik tidak dihitung.'),
    'number': _('di samping labelnya ada nomor. Titik-titik bukan nomor; nomor yang belum lengkap perlu diperiksa.'),
    'date': _('di sampingnya ada hari, bulan, dan tahun. Tanggal yang belum lengkap perlu diperiksa.'),
}
"""What must stand beside a label -> when the label counts."""


def said_of(asked: Asked) -> Iterator[Said]:
    """What is looked for, when it counts, and what doesn't, for one requirement."""
    requirement = asked.requirement
    yield from EXPLAINED[requirement.check](asked)
    if requirement.not_words:
        yield (
            _('Tidak dihitung'),
            _('bila ada {words} pada baris yang sama.').format(words=asked.words(requirement.not_words)),
        )
    if requirement.advice:
        yield _('Bila belum ada'), requirement.advice


def _sought(text: str, asked: Asked) -> Said:
    return _('Dicari'), f'{text}, {SCOPES[asked.requirement.scope]}.'


def _counts(text: str) -> Said:
    return _('Terpenuhi bila'), text


def _section(asked: Asked) -> Iterator[Said]:
    requirement = asked.requirement
    yield _sought(_('judul bagian {words}').format(words=asked.words(requirement.words)), asked)
    where = _('judulnya berdiri di awal baris, kolom, atau sel')
    if requirement.followed_by:
        where += _(', dan sesudahnya ada {words}').format(words=asked.words(requirement.followed_by))
    if requirement.content:
        where += _(', dan di bawah atau di sampingnya ada isi')
    yield _counts(where + '.')
    yield _('Tidak dihitung'), _('kata itu di tengah kalimat, di daftar isi, atau di daftar periksa.')
    if requirement.until:
        yield _('Isinya dicari sampai'), _('bagian {words}.').format(words=asked.words(requirement.until))


def _field(asked: Asked) -> Iterator[Said]:
    requirement = asked.requirement
    yield _sought(_('label {words}, di awal baris atau sel').format(words=asked.words(requirement.words)), asked)
    yield _counts(VALUES[requirement.value])


def _title(asked: Asked) -> Iterator[Said]:
    yield _('Dicari'), _('judul dokumen: {words}.').format(words=asked.words(asked.kind.identify.title))
    subject = asked.kind.identify.subject if asked.kind.identify.form == 'titled' else ()
    if subject:
        yield _('Harus menyebut'), f'{asked.words(subject)}.'
    yield _counts(_('judulnya berdiri sendiri pada barisnya, di bagian atas halaman.'))
    yield _('Tidak dihitung'), _('kata itu di tengah kalimat atau di daftar isi.')


def _subject(asked: Asked) -> Iterator[Said]:
    words = asked.words(asked.requirement.words)
    yield _('Dicari'), _('judul keputusan sesudah kata TENTANG.')
    yield _counts(_('di dalamnya disebut {words}.').format(words=words))


def _letterhead(asked: Asked) -> Iterator[Said]:
    words = asked.words(asked.requirement.words)
    yield _('Dicari'), _('nama instansi di atas judul, pada baris yang dibuka oleh {words}.').format(words=words)
    yield _counts(_('nama itu terbaca. Kop yang hanya berupa gambar perlu diperiksa.'))


def _body_name(asked: Asked) -> Iterator[Said]:
    requirement = asked.requirement
    yield (
        _('Dicari'),
        _('nama badan publik di bagian atas, misalnya baris dengan {words}.').format(
            words=asked.words(requirement.words)
        ),
    )
    if requirement.anchor:
        yield _('Atau'), _('isi di samping label {words}.').format(words=asked.words(requirement.anchor))
    yield _counts(_('namanya disebut; kata umum seperti "Dinas" saja belum cukup.'))


def _place_date(asked: Asked) -> Iterator[Said]:
    words = asked.words(asked.requirement.words)
    yield _('Dicari'), _('{words} dan "pada tanggal", di atas tanda tangan.').format(words=words)
    yield _counts(_('tempat dan tanggalnya terisi. Tanggal yang belum lengkap perlu diperiksa.'))
    yield _('Tidak dihitung'), _('label tanpa isi, atau dengan titik-titik.')


def _year(asked: Asked) -> Iterator[Said]:
    yield _('Dicari'), YEAR_PLACES[asked.requirement.years or 'decree']
    yield _counts(YEARS[asked.requirement.years or 'decree'].format(
        year=asked.period, before=asked.period - 1, oldest=asked.period - SOP_YEARS
    ))  # fmt: skip
    yield _('Tidak dihitung'), _('tahun pada nama berkas, dan tahun peraturan yang dikutip.')


YEAR_PLACES: Mapping[str, str] = {
    'decree': _('tahun pada tanggal penetapan, atau pada nomornya.'),
    'list': _('tahun pada judul atau bagian atas, atau pada tanggal tanda tangan.'),
    'report': _('tahun pada judul atau bagian atas, atau pada tanggal tanda tangan.'),
    'sop': _('tahun pada tanggal efektif, atau tanggal pembuatan.'),
}
YEARS: Mapping[str, str] = {
    'decree': _('tahunnya {year}. Tahun sebelumnya perlu diperiksa, karena keputusannya mungkin masih berlaku.'),
    'list': _('tahunnya {year}. Tahun lain tidak memenuhi.'),
    'report': _('tahunnya {before}: laporan tentang tahun sebelum monev. Tahun lain tidak memenuhi.'),
    'sop': _('tahunnya {oldest} sampai {year}. Yang lebih lama perlu diperiksa.'),
}
"""Year rule -> what fits; `{year}` is the period."""


def _column(asked: Asked) -> Iterator[Said]:
    requirement = asked.requirement
    yield _('Dicari'), _('kolom {words} di kepala tabel.').format(words=asked.words(requirement.words))
    if requirement.groups:
        yield _counts(_('kepala tabel memuat semua kolom ini:'))
        yield from _groups(asked)
    else:
        yield _counts(_('nama kolomnya berdiri di kepala tabel, di samping kolom lain.'))
    if requirement.weak:
        yield (
            _('Tidak dihitung'),
            _('{weak} bila sel di bawahnya berisi {words}.').format(
                weak=asked.words(requirement.weak), words=asked.words(requirement.not_above)
            ),
        )


def _groups(asked: Asked) -> Iterator[Said]:
    """A line for each group, with its words."""
    for name, words in (asked.requirement.groups or {}).items():
        yield f'- {name}', asked.words(words)


def _rows(asked: Asked) -> Iterator[Said]:
    yield _('Dicari'), _('baris yang terisi di bawah kepala tabel.')
    yield _counts(_("ada paling sedikit {n} baris berisi. Templat kosong tidak dihitung.").format(
        n=asked.requirement.minimum
    ))  # fmt: skip
    if asked.requirement.words:
        yield _('Atau'), _('di bawah kepala tabel tertulis {words}.').format(words=asked.words(asked.requirement.words))


def _signed_rows(asked: Asked) -> Iterator[Said]:
    yield _('Dicari'), _('kolom tanda tangan di samping nama-nama dalam tabel.')
    yield _counts(_('pada pindaian semua selnya berisi, dan paling sedikit separuhnya pasti goresan pena.'))
    yield _('Perlu diperiksa'), _('isi kolom yang belum pasti, atau sebagian saja. Kolom kosong tidak memenuhi.')


def _filled_form(asked: Asked) -> Iterator[Said]:
    yield _('Dicari'), _('isian formulir ini:')
    yield from _groups(asked)
    yield _counts(
        _('paling sedikit {n} isian terisi. Formulir kosong tidak memenuhi; yang diisi tangan perlu diperiksa.').format(
            n=asked.requirement.minimum
        )
    )
    if asked.requirement.must:
        yield _('Di antaranya harus'), f'{asked.words(asked.requirement.must)}.'


def _table_line(asked: Asked) -> Iterator[Said]:
    words = asked.words(asked.requirement.words)
    yield _sought(_("baris tabel, atau baris dengan kode rekening atau label, yang menyebut {words}").format(
        words=words), asked)  # fmt: skip
    yield _counts(_('baris itu ada. Kalimat biasa tidak dihitung.'))


def _all_of(asked: Asked) -> Iterator[Said]:
    yield _sought(_('semua kelompok kata ini'), asked)
    yield from _groups(asked)
    yield _counts(_('masing-masing ada sebagai judul kelompok, sel, atau kolom.'))
    yield _('Tidak dihitung'), _('kalimat yang menyebut semuanya.')


def _one_of(asked: Asked) -> Iterator[Said]:
    yield _sought(_('salah satu kelompok kata ini'), asked)
    yield from _groups(asked)
    words = asked.requirement.words
    if words:
        yield _counts(_('katanya ada di samping label {words}, atau di judul.').format(words=asked.words(words)))
    else:
        yield _counts(_('salah satu kata itu ada pada baris yang pendek.'))
    yield _('Tidak dihitung'), _('kata itu di dalam kalimat panjang atau di daftar isi.')


def _some_of(asked: Asked) -> Iterator[Said]:
    yield _sought(_('kelompok kata ini'), asked)
    yield from _groups(asked)
    yield _counts(
        _('paling sedikit {n} dari {all} kelompok itu ada.').format(
            n=asked.requirement.minimum, all=len(asked.requirement.groups or {})
        )
    )
    yield _('Tidak dihitung'), _('kata itu di dalam kalimat panjang atau di daftar isi.')


def _legal_basis(asked: Asked) -> Iterator[Said]:
    law = asked.book.laws[asked.requirement.law or '']
    yield _sought(law.name, asked)
    gazette = _(', atau nomor lembarannya: {words}').format(words=asked.words(law.gazette)) if law.gazette else ''
    yield _counts(_("nomor {number} dan tahun {year} tertulis tepat{gazette}. Disebut di bagian lain saja: perlu "
                    "diperiksa.").format(number=law.number, year=law.year, gazette=gazette))  # fmt: skip


def _current_law(asked: Asked) -> Iterator[Said]:
    stale = [law for law in asked.book.laws.values() if law.replaced_by]
    yield _sought(_('peraturan yang sudah diganti'), asked)
    yield _counts(_("tidak ada, atau penggantinya ikut disebut. Yang sudah diganti: {laws}.").format(
        laws=asked.words(law.name for law in stale)
    ))  # fmt: skip


def _years_agree(asked: Asked) -> Iterator[Said]:
    yield _sought(_('tahun pada nomor, judul, dan tanggal penetapan'), asked)
    yield _counts(_('tahun nomor sama dengan tahun tanggal; tahun di judul paling jauh setahun bedanya.'))
    yield _('Tidak dinilai'), _('satu tahun saja, nomor dengan beberapa tahun, pindaian yang kurang jelas.')


def _in_order(asked: Asked) -> Iterator[Said]:
    words = [word for group in (asked.requirement.groups or {}).values() for word in group]
    yield _sought(_('{words} di awal baris').format(words=asked.words(words)), asked)
    yield _counts(_('berurutan, tidak ada yang dua kali, tidak ada yang terlewat.'))
    yield _('Tidak dihitung'), _('yang terlewat pada hasil pindai: bisa jadi tidak terbaca.')


def _annex_header(asked: Asked) -> Iterator[Said]:
    words = asked.words(asked.requirement.words)
    yield _('Dicari'), _('nomor dan tanggal di kepala {words}.').format(words=words)
    yield _counts(_('yang ada labelnya terisi. Tulisan tangan perlu diperiksa.'))


def _signer(asked: Asked) -> Iterator[Said]:
    yield _sought(_('jabatan, nama, dan NIP penanda tangan{after}').format(after=_after(asked)), asked)
    if asked.requirement.nip == 'optional':
        yield _counts(_('jabatan dan nama terbaca; NIP boleh tidak ada.'))
    else:
        yield _counts(_("ketiganya terbaca. Tanpa NIP: perlu diperiksa, kecuali jabatannya memang tanpa NIP "
                        "({words}).").format(words=asked.words(asked.book.signers.without_nip)))  # fmt: skip
    if asked.requirement.offices:
        yield _('Jabatan'), _(
            'diawali {words}; juga yang diwakili ({proxies}). Jabatan lain perlu diperiksa.'
        ).format(words=asked.words(asked.requirement.offices), proxies=asked.words(
            (*asked.book.signers.on_behalf, *asked.book.signers.acting)))  # fmt: skip
    if asked.requirement.not_offices:
        yield _('Bukan jabatannya'), asked.words(asked.requirement.not_offices) + '.'


def _after(asked: Asked) -> str:
    anchor = asked.requirement.anchor
    return _(' sesudah {words}').format(words=asked.words(anchor)) if anchor else ''


def _signature(asked: Asked) -> Iterator[Said]:
    yield _sought(_('tanda tangan antara jabatan dan nama'), asked)
    yield _counts(SIGNED)
    yield _("Perlu diperiksa"), _("QR atau keterangan tanda tangan elektronik tanpa sertifikat di berkasnya, "
                                  "gambar tempelan, stempel saja, atau paraf.")  # fmt: skip
    yield (
        _('Tidak dihitung'),
        _('{words} yang hanya diketik, dan blok yang kosong.').format(words=asked.words(asked.book.signers.typed)),
    )


SIGNED = _('ada tanda tangan elektronik yang utuh, atau tinta di tempatnya, atau salinan yang dilegalisasi.')


def _article(asked: Asked) -> Iterator[Said]:
    requirement, law = asked.requirement, asked.book.laws[asked.requirement.law or '']
    yield _sought(_('Pasal {article} {law}').format(article=requirement.article, law=law.name), asked)
    counts = _('pasal itu ditulis dengan hurufnya ({letters}); undang-undangnya ({words}) boleh disebut sekali saja.')
    yield _counts(counts.format(letters=requirement.letters or 'a-z', words=asked.words(requirement.words)))
    yield _('Perlu diperiksa'), _('pasal tanpa huruf, atau tanpa nama undang-undang di mana pun.')
    yield _('Tidak dihitung'), _('pasal bernomor sama dari peraturan lain.')


def _entry(asked: Asked) -> Iterator[Said]:
    requirement = asked.requirement
    yield _sought(_('kolom, judul, atau label {words}').format(words=asked.words(requirement.words)), asked)
    yield from _groups(asked)
    yield _counts(_('di bawah, di samping, atau sesudahnya ada isi. Titik-titik dan tabel kosong tidak dihitung.'))
    if requirement.phrases or (requirement.groups and requirement.followed_by):
        phrases = requirement.phrases or requirement.followed_by
        yield _('Atau'), _('sebuah kalimat menyatakannya, misalnya dengan {words}.').format(words=asked.words(phrases))


def _day(asked: Asked) -> Iterator[Said]:
    requirement = asked.requirement
    yield _sought(_('tanggal sesudah {words}, dengan huruf atau angka').format(
        words=asked.words((*requirement.anchor, *requirement.words))), asked)  # fmt: skip
    yield _counts(_('hari, bulan, dan tahunnya tertulis. Yang belum lengkap, atau huruf dan angkanya berbeda: perlu '
                    'diperiksa.'))  # fmt: skip
    yield _('Tidak dihitung'), _('titik-titik yang belum diisi.')


def _signers(asked: Asked) -> Iterator[Said]:
    yield _sought(_('nama para penanda tangan, dengan jabatan dan NIP atau di dalam tabel'), asked)
    yield _counts(_('namanya terisi. Tabelnya memuat kolom {names} dan {signatures}.').format(
        names=asked.words(asked.requirement.anchor), signatures=asked.words(asked.requirement.words)))  # fmt: skip


def _signatures(asked: Asked) -> Iterator[Said]:
    yield _sought(_('tanda tangan semua yang tercantum'), asked)
    yield _counts(_('semuanya menandatangani. Baru sebagian: perlu diperiksa.'))
    yield _('Tidak dihitung'), _('kolom atau blok yang kosong, dan {words} yang hanya diketik.').format(
        words=asked.words(asked.book.signers.typed))  # fmt: skip


def _annex(asked: Asked) -> Iterator[Said]:
    yield _('Dicari'), _('lampiran dengan kepala {words}.').format(words=asked.words(asked.requirement.words))
    yield _counts(_('lampirannya berisi. Nomor, tanggal, atau judul yang berbeda dengan keputusannya perlu diperiksa.'))
    yield _('Tidak dihitung'), _('lampiran yang hanya disebut, dan kepala lampiran tanpa isi.')


def _chapter(asked: Asked) -> Iterator[Said]:
    requirement = asked.requirement
    yield _sought(_('judul bab yang memuat {words}').format(words=asked.words(requirement.words)), asked)
    yield _counts(_('di bawah judulnya ada isi. Daftar isi tidak dihitung.'))
    if requirement.groups:
        yield _('Atau'), _('satu kalimat memuat berurutan:')
        yield from _groups(asked)


def _sentence(asked: Asked) -> Iterator[Said]:
    yield _sought(_('satu kalimat yang memuat berurutan'), asked)
    yield from _groups(asked)
    yield _counts(_('semuanya ada dalam kalimat itu. Satu kata saja belum cukup.'))


def _quantity(asked: Asked) -> Iterator[Said]:
    yield _sought(_('jumlah {words}').format(words=asked.words(asked.requirement.words)), asked)
    yield _counts(_('angkanya tertulis dalam kalimat, di samping namanya, atau sebagai jumlah tabel. NIHIL berarti 0.'))


EXPLAINED: Mapping[str, Callable[[Asked], Iterator[Said]]] = {
    'section': _section,
    'field': _field,
    'title': _title,
    'subject': _subject,
    'letterhead': _letterhead,
    'body-name': _body_name,
    'place-date': _place_date,
    'year': _year,
    'column': _column,
    'rows': _rows,
    'signed-rows': _signed_rows,
    'filled-form': _filled_form,
    'table-line': _table_line,
    'all-of': _all_of,
    'one-of': _one_of,
    'some-of': _some_of,
    'legal-basis': _legal_basis,
    'current-law': _current_law,
    'article': _article,
    'entry': _entry,
    'day': _day,
    'years-agree': _years_agree,
    'in-order': _in_order,
    'annex-header': _annex_header,
    'signer': _signer,
    'signature': _signature,
    'signers': _signers,
    'signatures': _signatures,
    'annex': _annex,
    'chapter': _chapter,
    'sentence': _sentence,
    'quantity': _quantity,
}
"""Check type -> its explanation."""

"""The sentence that each reason of the catalogue has, and what the officer can do about it.

Never decides a status; a rule's own `advice` goes before the advice here.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.messages import _
from checker.model import Reason
from checker.rulebook import Requirement

_SENTENCES: dict[Reason, tuple[str, str]] = {
    'tidak-ada': (_("{name} tidak ditemukan."), _("Lengkapi dokumen dengan bagian ini, lalu unggah lagi.")),
    'label-kosong': (
        _("{name}: tulisannya ada, isinya kosong."),
        _("Isi bagian ini, lalu unggah naskah yang sudah lengkap."),
    ),
    'placeholder': (
        _("{name} masih berupa titik-titik atau isian contoh."),
        _("Ganti isian contoh dengan isi sebenarnya, lalu unggah lagi."),
    ),
    'terisi-sebagian': (_("{name} baru terisi sebagian."), _("Lengkapi isinya, lalu unggah lagi.")),
    'tulisan-tangan': (
        _("{name} tampak ditulis tangan dan tidak terbaca alat."),
        _("Lihat tempat yang ditandai dan putuskan."),
    ),
    'kata-rusak': (
        _("{name} mirip dengan yang dicari, tetapi hurufnya rusak."),
        _("Lihat tempat yang ditandai; bila perlu pindai ulang lebih jelas."),
    ),
    'bukan-judul': (
        _("{name} hanya disebut di dalam kalimat, daftar isi, atau tempat yang bukan semestinya."),
        _("Pastikan bagian ini ada sebagai bagian tersendiri."),
    ),
    'teks-tersembunyi': (
        _("{name} hanya ada pada teks yang tidak tampak di halaman."),
        _("Unggah naskah yang teksnya tampak seluruhnya."),
    ),
    'tidak-terbaca': (
        _("{name} tidak dapat dipastikan karena ada halaman yang tidak terbaca jelas."),
        _("Pindai ulang dengan 200-300 dpi, tegak dan terang."),
    ),
    'belum-dibaca': (
        _("{name} belum dapat dipastikan karena sebagian halaman belum dibaca."),
        _("Periksa halaman sisanya, atau pecah berkas menjadi lebih kecil."),
    ),
    'tahun-lain': (_("{name} bukan tahun yang diminta."), _("Unggah dokumen tahun yang diminta.")),
    'tahun-lama': (
        _("{name} lebih lama daripada tahun yang diminta; mungkin masih berlaku."),
        _("Pastikan dokumen masih berlaku, atau unggah yang terbaru."),
    ),
    'tidak-cocok': (
        _("{name}: ada yang tidak cocok dengan bagian lain naskah ini."),
        _("Samakan nomor, tanggal, dan judul di seluruh naskah."),
    ),
    'badan-lain': (_("{name} menyebut badan publik lain."), _("Pastikan dokumen ini milik badan publik Anda.")),
    'dasar-hukum-usang': (
        _("{name}: hanya merujuk peraturan yang sudah diganti."),
        _("Rujuk peraturan yang berlaku pada pembaruan berikutnya."),
    ),
    'nip-janggal': (
        _("{name}: NIP ini bukan 18 angka atau susunannya tidak mungkin; kemungkinan salah ketik atau salah baca."),
        _("Cocokkan NIP di tempat yang ditandai, dan perbaiki bila salah ketik."),
    ),
    'jabatan-lain': (
        _("{name}: jabatan ini bukan yang biasanya menandatangani naskah seperti ini."),
        _("Pastikan pejabat yang berwenang yang menandatangani, atau tulis \"a.n.\" dan jabatan yang diwakili."),
    ),
    'penanda-lain': (
        _("{name}: sertifikat elektronik atas nama lain daripada penanda tangan di naskah."),
        _("Pastikan pejabat di naskah yang menandatangani."),
    ),
    'ttd-rusak': (
        _("{name} elektronik rusak: isi berkas tidak cocok dengan tanda tangannya."),
        _("Unggah berkas asli hasil tanda tangan elektronik."),
    ),
    'diubah-setelah-ttd': (
        _("{name}: berkas diubah setelah ditandatangani."),
        _("Unggah berkas asli hasil tanda tangan elektronik, jangan digabung atau disunting."),
    ),
    'tte-tanpa-objek': (
        _("{name}: ada keterangan tanda tangan elektronik, tetapi berkas ini tidak memuat tanda tangannya."),
        _("Unggah berkas PDF asli yang ditandatangani, bukan hasil cetak, pindai, atau gabungan."),
    ),
    'hanya-stempel': (_("{name}: hanya ada stempel."), _("Unggah naskah yang sudah ditandatangani.")),
    'hanya-paraf': (_("{name}: hanya ada paraf."), _("Unggah naskah yang sudah ditandatangani.")),
    'hanya-gambar': (
        _("{name} berupa gambar yang ditempel."),
        _("Lihat tempat yang ditandai; sebaiknya unggah naskah bertanda tangan asli."),
    ),
    'hanya-ttd-ketik': (
        _("{name}: hanya ketikan \"ttd\"."),
        _("Unggah naskah bertanda tangan, atau salinan yang dilegalisasi dan ditandatangani."),
    ),
    'blok-kosong': (_("{name}: tempat tanda tangan kosong."), _("Tanda tangani naskah, lalu unggah lagi.")),
    'tanpa-blok': (
        _("{name}: tempat tanda tangan (jabatan dan nama) tidak ditemukan."),
        _("Unggah halaman yang memuat tanda tangan."),
    ),
    'tinta-meragukan': (
        _("{name}: ada goresan di tempat tanda tangan yang perlu dilihat."),
        _("Lihat tempat yang ditandai dan putuskan."),
    ),
    'sebagian-bertanda-tangan': (
        _("{name}: baru sebagian yang menandatangani."),
        _("Lengkapi tanda tangan, lalu unggah lagi."),
    ),
    'kolom-kurang': (_("{name} belum lengkap."), _("Lengkapi yang kurang, lalu unggah lagi.")),
    'isi-kosong': (_("{name}: tabelnya belum berisi."), _("Isi tabel, lalu unggah lagi.")),
}


_RULE_ADVISES = frozenset(
    {
        'tidak-ada', 'label-kosong', 'placeholder', 'terisi-sebagian', 'isi-kosong', 'kolom-kurang', 'bukan-judul',
        'tidak-cocok',
    }
)
"""Reasons for which a rule's own advice is right: something is lacking, not hard to read."""


_SIGNED_AGAIN = _("Pastikan sertifikat penanda tangan berlaku, tanda tangani lagi, lalu unggah PDF aslinya.")
DETAILS: dict[str, tuple[str, str]] = {
    'kedaluwarsa': (
        _("{name}: tanda tangan elektronik \"{0}\" utuh, tetapi sertifikatnya sudah kedaluwarsa saat menandatangani."),
        _SIGNED_AGAIN,
    ),
    'belum-berlaku': (
        _("{name}: tanda tangan elektronik \"{0}\" utuh, tetapi sertifikatnya belum berlaku saat menandatangani."),
        _SIGNED_AGAIN,
    ),
    'dicabut': (
        _("{name}: tanda tangan elektronik \"{0}\" utuh, tetapi sertifikatnya sudah dicabut sebelum menandatangani."),
        _SIGNED_AGAIN,
    ),
    'nama-berbeda': (
        _("{name}: sertifikat elektronik atas nama \"{0}\", sedangkan penanda tangan di naskah \"{1}\"."),
        _SENTENCES['penanda-lain'][1],
    ),
    'nama-tak-ada': (
        _("{name}: ada tanda tangan elektronik \"{0}\", tetapi nama penanda tangan tidak ditemukan di naskah."),
        _("Cocokkan nama itu dengan pejabat yang berwenang; lengkapi jabatan dan nama di naskah."),
    ),
}
"""More exact sentences than a reason's own; {0}, {1} ... are what the check names."""


def explain(reason: Reason, requirement: Requirement, detail: Sequence[str] = ()) -> tuple[str, str]:
    """Message and advice for a finding, in Indonesian; `detail` is a key of `DETAILS` and the words that it needs."""
    if detail:
        message, advice = DETAILS[detail[0]]
        return message.format(*detail[1:], name=requirement.name), advice
    message, advice = _SENTENCES[reason]
    return message.format(name=requirement.name), (requirement.advice if reason in _RULE_ADVISES else '') or advice


_REJECTIONS = {
    'bukan-judul': _("bukan di tempat judul"),
    'kata-rusak': _("hurufnya rusak"),
    'placeholder': _("isian contoh atau titik-titik"),
    'label-kosong': _("isinya kosong"),
    'hanya-disebut': _("hanya disebut di dalam kalimat"),
    'tanpa-isi': _("tidak diikuti isinya"),
    'bentuk-lain': _("bentuk nilainya lain"),
    'di-luar-tempat': _("berada di luar tempat yang semestinya"),
    'di-luar-kepala-tabel': _("bukan di kepala tabel"),
    'teks-tersembunyi': _("teksnya tidak tampak"),
    'kata-lain': _("memuat kata yang menandakan hal lain"),
}


def rejection(key: str) -> str:
    """What rejected a candidate, in words; keys are English-free and fixed, so that exports stay comparable."""
    return _REJECTIONS.get(key, key)

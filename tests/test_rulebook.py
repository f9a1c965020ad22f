"""Rules are refused where they can't be what their author meant, with file, entry and a likely spelling."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.errors import RuleError
from checker.model import KindId
from checker.rulebook import PHRASE_LIMIT, Rulebook, load, rules_folder

CATALOGUE = {
    'sk-ppid': """kop judul nomor tentang menimbang mengingat uu-kip memutuskan menetapkan diktum tempat-tanggal tahun
        penandatangan tanda-tangan lampiran peran dasar-hukum-mutakhir tembusan""",
    'dip': """judul tahun badan-publik kolom-ringkasan kolom-penguasa kolom-penanggung-jawab kolom-waktu-tempat
        kolom-bentuk kolom-retensi klasifikasi isi penandatangan tanda-tangan""",
    'sop': """nomor-sop tgl-pembuatan tgl-revisi tgl-efektif disahkan-oleh nama-sop layanan dasar-hukum
        kualifikasi-pelaksana keterkaitan peralatan peringatan pencatatan kolom-kegiatan kolom-pelaksana
        kolom-mutu-baku penandatangan tanda-tangan tahun""",
}
OWN_ADVICE = {'tahun-selaras', 'urutan-diktum', 'kepala-lampiran'}
"""Of decrees; beside the catalogue's."""
ADVISED = {'sk-ppid': {'dasar-hukum-mutakhir', 'tembusan', *OWN_ADVICE}, 'dip': set(), 'sop': {'tahun'}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the rules that a test may spoil."""
    shutil.copytree(rules_folder(), tmp_path / 'aturan', ignore=shutil.ignore_patterns('__pycache__', '*.py'))
    return tmp_path / 'aturan'


def spoil(folder: Path, file: str, old: str, new: str) -> Path:
    path = folder / file
    text = path.read_text(encoding='utf-8')
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding='utf-8')
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(RuleError) as refused:
        load(folder)
    return str(refused.value)


def extra(folder: Path, text: str) -> Path:
    (folder / 'kinds' / 'baru.toml').write_text(text, encoding='utf-8')
    return folder


NEW = 'kind = "baru"\nname = "Jenis baru"\n[identify]\nform = "titled"\ntitle = ["Baru"]\n'
NEW_PPID = (
    'kind = "baru"\nname = "Jenis baru"\nextends = "sk-ppid"\n{more}\n'
    '[identify]\nform = "decree"\ntitle = ["Keputusan"]\nsubject = ["Baru"]\n'
)
SECTION = '[[requirement]]\nid = "satu"\nname = "Satu"\ncheck = "section"\nwords = ["Satu"]\n'


@pytest.mark.parametrize('kind', CATALOGUE)
def test_the_packaged_kinds_have_the_catalogue_s_requirements(kind: str) -> None:
    requirements = load().kinds[KindId(kind)].requirements
    assert {r.id for r in requirements} >= set(CATALOGUE[kind].split())
    assert {r.id for r in requirements if not r.required} == ADVISED[kind]


def test_every_phrase_is_written_out_and_short_enough() -> None:
    for kind in load().kinds.values():
        for requirement in kind.requirements:
            groups = [word for words in (requirement.groups or {}).values() for word in words]
            for word in (
                *requirement.words,
                *requirement.not_words,
                *requirement.followed_by,
                *requirement.anchor,
                *groups,
            ):
                assert word.strip()
                assert not word.startswith('@')
                assert len(word) <= PHRASE_LIMIT


def test_every_requirement_has_a_name_for_the_screen() -> None:
    for kind in load().kinds.values():
        names = [requirement.name for requirement in kind.requirements]
        assert all(re.match(r'[A-Z]', name) and not name.endswith('.') for name in names)
        assert len(set(names)) == len(names), kind.id


def test_loading_twice_gives_the_same_hash_and_a_copy_elsewhere_too(folder: Path) -> None:
    assert load().hash == load().hash == load(folder).hash
    assert re.fullmatch(r'[0-9a-f]{16}', load().hash)


@pytest.mark.parametrize(('file', 'old', 'new', 'kinds'), [
    ('kinds/dip.toml', 'words = ["Tahun"]', 'words = ["Tahun", "Edisi"]', {'dip'}),
    ('kinds/sop.toml', 'enough = 3', 'enough = 4', {'sop'}),
    ('words.toml', '"PLID"', '"PLID", "PPIDP"', {'sk-ppid'}),
    ('legal_basis.toml', '"TLN 4846"', '"TLN 4846", "LN 2008/62"', set()),
    ('words.toml', 'typed = ["ttd"', 'typed = ["ttd", "ttdd"', set()),
])  # fmt: skip
def test_a_change_shows_in_the_hash_of_the_rules_and_of_the_kinds_concerned(
    folder: Path, file: str, old: str, new: str, kinds: set[str]
) -> None:
    before, after = load(), load(spoil(folder, file, old, new))
    assert before.hash != after.hash
    assert {id for id in before.kinds if before.kinds[id].hash != after.kinds[id].hash} == kinds


def test_comments_and_blank_lines_change_no_hash(folder: Path) -> None:
    path = folder / 'kinds' / 'dip.toml'
    path.write_text('# catatan\n\n' + path.read_text(encoding='utf-8'), encoding='utf-8')
    assert load(folder).hash == load().hash


@pytest.mark.parametrize(('file', 'old', 'new', 'entry', 'meant'), [
    ('kinds/dip.toml', 'enough = 4', 'enaugh = 4', 'identify.enaugh', 'Maksud Anda "enough"?'),
    ('kinds/dip.toml', 'check = "year"', 'check = "yaer"', 'check', 'Maksud Anda "year"?'),
    ('kinds/dip.toml', 'form = "titled"', 'form = "title"', 'identify.form', 'Maksud Anda "titled"?'),
    ('kinds/dip.toml', 'words = ["Tahun"]', 'words = "Tahun"', 'words', 'daftar'),
    ('kinds/sop.toml', 'numbered = true', 'numbered = "ya"', 'numbered', 'true atau false'),
    ('kinds/sop.toml', 'required = false', 'requird = false', 'requird', 'Maksud Anda "required"?'),
    ('kinds/dip.toml', '"@public_bodies"', '"@public_body"', 'words', 'Maksud Anda "public_bodies"?'),
    ('kinds/sk-ppid.toml', 'subject = ["@ppid"]', 'subject = ["@ppld"]', 'identify.subject', 'Maksud Anda "ppid"?'),
    ('kinds/sk-ppid.toml', '"uu-14-2008"', '"uu-14-2009"', 'law', 'Maksud Anda "uu-14-2008"?'),
    ('legal_basis.toml', 'gazette', 'gazete', 'gazete', 'Maksud Anda "gazette"?'),
    ('others.toml', 'labels', 'label', 'label', 'Maksud Anda "labels"?'),
    ('words.toml', 'basis =', 'bases =', 'anchors.bases', 'Maksud Anda "basis"?'),
])  # fmt: skip
def test_a_slip_is_refused_with_file_entry_and_what_was_meant(
    folder: Path, file: str, old: str, new: str, entry: str, meant: str
) -> None:
    says = refusal(spoil(folder, file, old, new))
    assert str(folder / file) in says
    assert entry in says
    assert meant in says


@pytest.mark.parametrize('phrase', ['', '   ', 'x' * (PHRASE_LIMIT + 1)])
def test_empty_and_overlong_phrases_are_refused(folder: Path, phrase: str) -> None:
    says = refusal(spoil(folder, 'kinds/dip.toml', 'words = ["Tahun"]', f'words = ["Tahun", "{phrase}"]'))
    assert 'dip.toml' in says
    assert '"tahun".words' in says
    assert str(PHRASE_LIMIT) in says


def test_a_phrase_of_full_length_is_allowed(folder: Path) -> None:
    phrase = 'x' * PHRASE_LIMIT
    assert load(spoil(folder, 'kinds/dip.toml', 'words = ["Tahun"]', f'words = ["{phrase}"]'))


def test_a_requirement_without_the_words_that_its_check_needs_is_refused(folder: Path) -> None:
    says = refusal(extra(folder, NEW + SECTION.replace('words = ["Satu"]\n', '')))
    assert 'baru.toml' in says
    assert '"satu"' in says


def test_the_same_requirement_twice_is_refused(folder: Path) -> None:
    says = refusal(extra(folder, NEW + SECTION + SECTION))
    assert 'baru.toml' in says
    assert '"satu"' in says


def test_a_kind_inherits_replaces_drops_and_adds(folder: Path) -> None:
    more = NEW_PPID.format(more='drop = ["peran", "tembusan"]') + SECTION + SECTION.replace('"satu"', '"nomor"')
    book = load(extra(folder, more))
    parent, child = (book.kinds[KindId(id)].requirements for id in ('sk-ppid', 'baru'))
    assert [r.id for r in child] == [r.id for r in parent if r.id not in ('peran', 'tembusan')] + ['satu']
    nomor = book.kinds[KindId('baru')].requirement(child[0].id.__class__('nomor'))
    assert nomor is not None
    assert nomor.check == 'section'


@pytest.mark.parametrize(('more', 'says_of_it'), [
    ('drop = ["peren"]', ('drop', '"peren"', 'Maksud Anda "peran"?')),
    ('drop = "peran"', ('drop', 'daftar')),
])  # fmt: skip
def test_what_can_not_be_dropped_is_refused(folder: Path, more: str, says_of_it: tuple[str, ...]) -> None:
    says = refusal(extra(folder, NEW_PPID.format(more=more)))
    assert 'baru.toml' in says
    assert all(piece in says for piece in says_of_it), says


def test_an_unknown_parent_is_refused_with_the_nearest(folder: Path) -> None:
    says = refusal(extra(folder, NEW_PPID.format(more='').replace('extends = "sk-ppid"', 'extends = "sk-pid"')))
    assert 'baru.toml' in says
    assert 'Maksud Anda "sk-ppid"?' in says


@pytest.mark.parametrize(
    'parents', [{'baru': 'baru'}, {'baru': 'lama', 'lama': 'baru'}, {'a': 'b', 'b': 'c', 'c': 'a'}]
)
def test_a_circle_of_parents_is_refused(folder: Path, parents: dict[str, str]) -> None:
    for kind, parent in parents.items():
        text = f'kind = "{kind}"\nname = "X"\nextends = "{parent}"\n[identify]\nform = "titled"\n'
        (folder / 'kinds' / f'{kind}.toml').write_text(text, encoding='utf-8')
    assert 'extends' in refusal(folder)


def test_a_folder_without_kinds_a_missing_file_and_no_toml_are_refused(folder: Path) -> None:
    (folder / 'others.toml').write_text('[[other]\n', encoding='utf-8')
    assert 'others.toml' in refusal(folder)
    (folder / 'words.toml').unlink()
    assert 'words.toml' in refusal(folder)
    with pytest.raises(RuleError):
        load(folder / 'nirgends')


def test_two_files_of_one_kind_are_refused(folder: Path) -> None:
    says = refusal(extra(folder, NEW.replace('"baru"', '"dip"') + SECTION))
    assert '"dip"' in says


def test_a_law_replaced_by_an_unknown_one_is_refused(folder: Path) -> None:
    says = refusal(spoil(folder, 'legal_basis.toml', 'replaced_by = "perki-1-2021"', 'replaced_by = "perki-1-2012"'))
    assert 'legal_basis.toml' in says
    assert '"perki-1-2012"' in says
    assert 'Maksud Anda' in says


def test_a_gazette_number_of_no_gazette_is_refused(folder: Path) -> None:
    says = refusal(spoil(folder, 'legal_basis.toml', '"TLN 4846"', '"4846"'))
    assert '"uu-14-2008".gazette' in says


def test_the_command_says_the_same_and_ends_with_status_two(folder: Path) -> None:
    spoil(folder, 'kinds/dip.toml', 'enough = 4', 'enaugh = 4')
    result = CliRunner().invoke(main, ['rules', 'check', '--rules', str(folder)])
    assert result.exit_code == 2
    assert 'dip.toml' in result.output
    assert 'Maksud Anda "enough"?' in result.output


def test_a_requirement_is_found_by_its_id() -> None:
    kind = load().kinds[KindId('dip')]
    assert kind.requirement(kind.requirements[0].id) is kind.requirements[0]
    assert kind.requirement('nirgends') is None  # type: ignore[arg-type]
    assert isinstance(load(), Rulebook)

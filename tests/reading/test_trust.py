import numpy as np

from checker.reading.layout import Word
from checker.reading.trust import is_plausible, letters_in, wide_of_the_mark

PROSE = ("bahwa untuk melaksanakan ketentuan tentang keterbukaan informasi publik perlu menetapkan pejabat pengelola "
         "informasi dan dokumentasi di lingkungan pemerintah dengan keputusan kepala dinas tentang pembentukan tim ")
WIDTHS = {**dict.fromkeys("ijlft", 0.27), **dict.fromkeys("mw", 0.8)}


def words(text: str, shown: str | None = None) -> list[Word]:
    """Words of `text` whose letters are as wide as those of `shown`."""
    result, x = [], 0.0
    for part, seen in zip(text.split(), (shown or text).split(), strict=True):
        right = x + np.cumsum([WIDTHS.get(letter, 0.55) * 10 for letter in seen])
        left = np.concatenate([[x], right[:-1]])
        chars = np.stack([left, np.zeros(len(part)), right, np.full(len(part), 10.0)], axis=1).astype(np.float32)
        result.append(Word(part, (x, 0, float(right[-1]), 10), chars))
        x = float(right[-1]) + 3
    return result


def test_official_prose_tables_of_numbers_and_ocr_damage_are_plausible() -> None:
    assert is_plausible(words(PROSE))
    assert is_plausible(words("Ba-131 106 Co-60 3.E+01 8.E+02 3.E-01 12.500.000,00 5.1.2.01 " * 20))
    assert is_plausible(words("MENTERJ PERHUBUNGAN REPUBUK INDONESIA hukurn DENGANRAHMATTUHAN YANGMAHAESA " * 3))


def test_broken_character_maps_are_not() -> None:
    assert not is_plausible(words(PROSE.translate(str.maketrans("ohcby", "*06/-"))))
    assert not is_plausible(words(PROSE.translate(str.maketrans("aiueo", "bdfgh"))))
    assert not is_plausible(words("aaaa aaaaa aaaaaa " * 30))
    assert not is_plausible(words("\uf8ff\u2592\u2593 " * 60))


def test_little_text_is_given_the_benefit_of_the_doubt() -> None:
    assert is_plausible(words("NIP 19xx PPKD BPKPD"))
    assert letters_in(words("NIP 19xx")) == 5


def test_letters_as_wide_as_they_should_be_raise_no_suspicion() -> None:
    assert wide_of_the_mark(words(PROSE)) == []


def test_letters_of_other_widths_do() -> None:
    letters = PROSE.replace(" ", "")
    other, at = [], 0
    for part in PROSE.split():
        other.append(letters[::-1][at:at + len(part)])
        at += len(part)
    found = wide_of_the_mark(words(PROSE, " ".join(other)))
    assert found and found[0].start == 0

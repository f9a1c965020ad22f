"""Where signers' blocks stand on a page, and what only looks like one."""

from __future__ import annotations

import pytest

from checker.checks.block import blocks_on
from checker.model import Source
from checker.view import PageView
from tests.papers import printed, rules

LETTER = """
                                        Rawa Elok, 3 Maret 2025
Nomor     :     005/118/SETDA/2025
                                        {addressed}
                                        KEPALA OPD SE-KABUPATEN
                                        WONOREJO

                                        di
                                        WONOREJO


Dimohon hadir pada rapat koordinasi.
                                        SEKRETARIS DAERAH,



                                        Tirta Wibawa, S.T., M.M.
                                        NIP. 19750101 200003 1 002
"""


@pytest.mark.parametrize('source', ['text', 'ocr'])
@pytest.mark.parametrize('addressed', ['Kepada Yth.', 'Yth.', 'Yang Terhormat', 'Kepada Yang Terhormat'])
def test_whom_a_letter_is_written_to_signs_nothing(source: Source, addressed: str) -> None:
    view = PageView(printed(LETTER.format(addressed=addressed), source=source).pages[0])
    assert [block.office[0].text for block in blocks_on(view, rules().signers)] == ['SEKRETARIS DAERAH,']

"""The last chapter of the samples: spreadsheets."""

from __future__ import annotations

from pathlib import Path

from . import dip, dip_xlsx
from .cast import KOMINFO, PERIKANAN
from .expected import Expect, Sample, missing, unsure
from .workshop import Workshop


def _one_sheet(shop: Workshop, out: Path) -> None:
    made = dip.InformationList(KOMINFO, 2025, KOMINFO.chief, '27 Januari 2025')
    dip_xlsx.write_one_sheet(made, out, shop.picture_of_signature(5))


def _three_sheets(shop: Workshop, out: Path) -> None:
    dip_xlsx.write_three_sheets(dip.InformationList(PERIKANAN, 2025, PERIKANAN.chief, '30 Januari 2025'), out)


SHEETS = (
    Sample(
        '40-dip-lengkap.xlsx',
        'A complete list as a workbook: merged two-level header, signer in a text box with a pasted signature',
        'XlsxWriter',
        _one_sheet,
        (Expect(('dip',), (1, 1), {'tanda-tangan': unsure('hanya-gambar')}),),
    ),
    Sample(
        '41-dip-kolom-tersembunyi.xlsx',
        'One list on three sheets behind a sheet of instructions; the column of retention is hidden, nobody has signed',
        'XlsxWriter',
        _three_sheets,
        (
            Expect(('lain',), (1, 1)),
            Expect(
                ('dip',),
                (2, 4),
                {'kolom-retensi': missing('teks-tersembunyi'), 'tanda-tangan': missing('blok-kosong')},
            ),
        ),
    ),
)

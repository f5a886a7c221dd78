"""A commune whose members are in the register, and lists of grades as an office exports them."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from registry import offices
from registry.grades.quality import SHAPE
from registry.grades.taking_in import TakeGradesIn
from tests.registry.members.conftest import TODAY, Commune, rows_of

IMPORTED = date(2026, 2, 10)


def excel(rows):
    """An Excel file of these rows."""
    book = Workbook()
    sheet = book.active
    sheet.append(list(SHAPE.names))
    for row in rows:
        sheet.append([row.get(column) for column in SHAPE.names])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def grade_of(number, level="tot", year=2025, **more):
    """The grade of the member of that number in `rows_of`."""
    return {
        "ma_dinh_danh": f"{990000000000 + number}",
        "ho_ten": f"Nguyễn Mẫu Số {number}",
        "loai_ky": "nam",
        "ky": str(year),
        "quy_dinh": "366-QĐ/TW",
        "xep_loai": level,
        "quyet_dinh": "Quyết định số 12-QĐ/ĐU (mẫu)",
        **more,
    }


class Graded(Commune):
    """The commune, where every member was admitted long ago."""

    def members(self, number):
        self.take_in([row | {"loai": "chinh_thuc", "ngay_ket_nap": date(2010, 3, 3),
                             "ngay_chinh_thuc": date(2011, 3, 3)}
                      for row in rows_of(number, self.cells)])  # fmt: skip

    def grades_deed(self, rows, *, on=IMPORTED):
        return TakeGradesIn(
            document="Quyết định xếp loại năm 2025 (mẫu)",
            in_body=self.body,
            taken_by=self.keeper,
            content=excel(rows),
            file_name="xep-loai.xlsx",
            synced_on=on,
        )

    def take_grades(self, rows, *, on=IMPORTED):
        return offices.record(self.grades_deed(rows, on=on), by=self.keeper, today=TODAY)


@pytest.fixture
def graded(db):
    return Graded()

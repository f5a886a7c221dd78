"""A commune with a register, and member lists as an office exports them."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from registry import offices
from registry.members.quality import SHAPE
from registry.members.taking_in import TakeIn
from registry.models import Post
from registry.provinces import load

SYNCED = date(2026, 11, 1)
TODAY = date(2026, 11, 20)


def rows_of(number, cells):
    """`number` invented members, one of them every fifth probationary."""
    made = []
    for n in range(number):
        probationary = n % 5 == 4
        made.append(
            {
                "ma_dinh_danh": f"{990000000000 + n}",
                "ho_ten": f"Nguyễn Mẫu Số {n}",
                "ngay_sinh": date(1970 + n % 30, 1 + n % 12, 1 + n % 28),
                "ma_chi_bo": cells[n % len(cells)],
                "loai": "du_bi" if probationary else "chinh_thuc",
                "ngay_ket_nap": date(2026, 3, 3) if probationary else date(2010, 3, 3),
                "ngay_chinh_thuc": None if probationary else date(2011, 3, 3),
                "so_the": "",
                "chuc_vu": "",
            }
        )
    return made


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


class Commune:
    """A commune whose committee keeps the copy of its member list."""

    def __init__(self):
        self.province = load("mau_giang", code="dv")
        self.body = self.province.bodies["btv_an"]
        keeper = Post.objects.filter(body=self.body, position__in=("bi_thu", "pho_bi_thu")).first()
        self.keeper = keeper.person
        self.cells = [
            self.province.organisations[name].code for name in ("doai", "xuong", "truong")
        ]

    def deed(self, rows, *, on=SYNCED, name="danh-sach.xlsx", content=None):
        return TakeIn(
            document="Cơ sở dữ liệu đảng viên (mẫu)",
            in_body=self.body,
            taken_by=self.keeper,
            content=excel(rows) if content is None else content,
            file_name=name,
            synced_on=on,
        )

    def take_in(self, rows, **told):
        return offices.record(self.deed(rows, **told), by=self.keeper, today=TODAY)


@pytest.fixture
def commune(db):
    return Commune()

"""A list of members away: what a line may not say is held back, the same list twice changes nothing."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from registry import offices, register
from registry.absence_models import Absence, AbsenceImport
from registry.absences.taking_in import SHAPE, TakeAbsencesIn
from registry.member_models import MemberFinding
from tests.registry.members.conftest import SYNCED, TODAY, Commune, rows_of

LINE = {
    "noi_den": "Bình Thử", "dia_chi": "12 phố Mẫu", "di_tu_ngay": date(2026, 9, 1),
    "dang_ky_cu_tru": "co",
}  # fmt: skip


@pytest.fixture
def commune(db):
    """A commune whose member list of ten was taken in."""
    commune = Commune()
    commune.take_in(rows_of(10, commune.cells))
    return commune


def lines(*changes):
    return [{"ma_dinh_danh": f"{990000000000 + n}", **LINE, **one} for n, one in enumerate(changes)]


def excel(rows):
    book = Workbook()
    book.active.append(list(SHAPE.names))
    for row in rows:
        book.active.append([row.get(column) for column in SHAPE.names])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def deed(commune, rows, on=SYNCED):
    return TakeAbsencesIn(
        document="Sổ theo dõi (mẫu)", in_body=commune.body, taken_by=commune.keeper,
        content=excel(rows), file_name="di-xa.xlsx", synced_on=on,
    )  # fmt: skip


def taken(commune, rows, on=SYNCED):
    return offices.record(deed(commune, rows, on), by=commune.keeper, today=TODAY)


def test_good_lines_are_taken_and_wrong_ones_become_findings(commune):
    rows = lines(
        {}, {"dia_chi": None}, {"ngay_ve": date(2026, 8, 1)}, {"mien_den_ngay": date(2026, 12, 31)},
        {"dang_ky_cu_tru": "roi"}, {"ma_dinh_danh": "990000009999"}, {"di_tu_ngay": "31/02/2026"},
    )  # fmt: skip

    made = taken(commune, rows)

    assert (made.created, made.held_back) == (2, 5)
    assert sorted(MemberFinding.objects.values_list("list_code", "check_name")) == [
        ("di_lam_an_xa", "dang_ky_cu_tru"),
        ("di_lam_an_xa", "khong_co"),
        ("di_lam_an_xa", "khong_phai_ngay_di_tu_ngay"),
        ("di_lam_an_xa", "mien_khong_van_ban"),
        ("di_lam_an_xa", "ngay_nguoc"),
    ]
    assert list(register.faults()) == []


def test_the_same_list_twice_changes_nothing_and_a_newer_one_tells_anew(commune):
    taken(commune, lines({}, {"dia_chi": None}))
    again = taken(commune, lines({}, {"dia_chi": None}))
    assert (again.created, again.changed, again.unchanged) == (0, 0, 2)

    looked = deed(commune, lines({}, {}), on=TODAY).comparison
    assert looked.changes() == [("Nguyễn Mẫu Số 1", "địa chỉ đã khai báo: — → 12 phố Mẫu")]
    taken(commune, lines({}, {}), on=TODAY)

    assert Absence.objects.count() == 3
    assert Absence.objects.filter(superseded_by=None, address="").count() == 0
    assert list(register.faults()) == []


def test_who_is_away_already_does_not_leave_again(commune):
    taken(commune, lines({}))

    made = taken(commune, lines({"di_tu_ngay": date(2026, 10, 1)}))

    assert (made.created, made.held_back) == (0, 1)
    assert AbsenceImport.objects.count() == 2

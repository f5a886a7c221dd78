"""Grades taken in as they were decided: contradictions are told, nothing is computed, an earlier list is superseded."""

from collections import Counter
from datetime import date

import pytest

from registry import offices, register
from registry.grade_models import Grade
from registry.keeping import OfficeRefused
from registry.member_models import MemberFinding, MemberRow
from registry.models import VotingStatus
from tests.registry.grades.conftest import IMPORTED, grade_of
from tests.registry.members.conftest import TODAY


def findings(**asked):
    return Counter(
        MemberFinding.objects.filter(list_code="xep_loai", **asked).values_list(
            "check_name", flat=True
        )
    )


def test_a_list_becomes_grades_with_their_decision(graded):
    graded.members(6)

    taken = graded.take_grades(
        [grade_of(n, points) for n, points in enumerate(["xuat_sac", *["tot"] * 5])]
    )

    assert (taken.rows, taken.created, taken.held_back) == (6, 6, 0)
    one = Grade.objects.get(person__member_rows__personal_id="990000000000")
    assert (one.level, one.period, one.period_ends) == ("xuat_sac", "2025", date(2025, 12, 31))
    assert one.points is None
    assert not findings()
    assert list(register.faults()) == []


def test_the_same_list_twice_changes_nothing_and_another_supersedes(graded):
    graded.members(3)
    graded.take_grades([grade_of(n) for n in range(3)])

    again = graded.take_grades([grade_of(n) for n in range(3)])
    other = graded.take_grades([grade_of(0, "hoan_thanh"), grade_of(1)])

    assert (again.created, again.changed, again.unchanged) == (0, 0, 3)
    assert (other.changed, other.unchanged) == (1, 1)
    assert Grade.objects.filter(superseded_in=None, level="hoan_thanh").count() == 1
    assert Grade.objects.filter(superseded_in=other, level="tot").count() == 1


@pytest.mark.parametrize(
    ("level", "said", "contrary"),
    [
        ("xuat_sac", {"diem": "92", "ty_le_cham": "0", "vuot_yeu_cau": "35"}, 0),
        ("xuat_sac", {"diem": "89,5", "ty_le_cham": "0", "vuot_yeu_cau": "35"}, 1),
        ("xuat_sac", {"diem": "95", "ty_le_cham": "2", "vuot_yeu_cau": "10"}, 2),
        ("tot", {"diem": "70"}, 0),
        ("tot", {"diem": "90"}, 1),
        ("hoan_thanh", {"diem": "69,99", "ty_le_cham": "20"}, 0),
        ("hoan_thanh", {"diem": "60", "ty_le_cham": "20,5"}, 1),
        ("khong_hoan_thanh", {"diem": "49,9"}, 0),
        ("khong_hoan_thanh", {"diem": "50"}, 1),
        ("tot", {}, 0),
    ],
)
def test_points_that_contradict_the_grade_are_findings_and_the_grade_stands(
    graded, level, said, contrary
):
    graded.members(2)

    found = graded.grades_deed([grade_of(0, level, **said)]).comparison

    assert len([one for one in found.findings if one.check.startswith("diem_va_muc")]) == contrary
    assert [one.level for one in found.new] == [level]


def test_a_scale_nobody_has_read_contradicts_nothing(graded):
    graded.members(1)

    found = graded.grades_deed(
        [grade_of(0, "tot", 2022, quy_dinh="132-QĐ/TW", diem="12")]
    ).comparison

    assert found.findings == []


def test_a_regulation_that_did_not_hold_then_is_told(graded):
    graded.members(1)

    graded.take_grades([grade_of(0, quy_dinh="124-QĐ/TW")])

    assert findings() == {"quy_dinh_va_ky": 1}
    assert Grade.objects.filter(scheme="124-QĐ/TW").exists()


@pytest.mark.parametrize(
    ("wrong", "check"),
    [
        ({"ma_dinh_danh": "991111111111"}, "khong_co_nguoi"),
        ({"ho_ten": "Trần Mẫu Khác"}, "khac_ten"),
        ({"xep_loai": "gioi"}, "xep_loai"),
        ({"ky": "25"}, "ky"),
        ({"ky": "2026"}, "ky_chua_het"),
        ({"loai_ky": "nhiem_ky", "ky": "2020–2025"}, "thieu_ngay_cuoi_ky"),
        ({"diem": "nhiều"}, "khong_phai_so_diem"),
        ({"diem": "101"}, "khong_phai_so_diem"),
        ({"quy_dinh": "99-QĐ/TW"}, "quy_dinh"),
        ({"ho_ten": "=A1"}, "cong_thuc_ho_ten"),
    ],
)
def test_a_row_that_cannot_stand_is_held_back(graded, wrong, check):
    graded.members(2)

    found = graded.grades_deed([grade_of(0) | wrong, grade_of(1)]).comparison

    assert check in {one.check for one in found.findings}
    assert (found.held_back, len(found.new)) == (1, 1)


def test_quarters_and_terms_stand_beside_the_year(graded):
    graded.members(1)
    rows = [
        grade_of(0),
        grade_of(0, loai_ky="quy", ky="2025-Q3"),
        grade_of(0, loai_ky="nhiem_ky", ky="2020–2025", ngay_cuoi_ky="30/6/2025"),
    ]

    graded.take_grades(rows)

    ends = Grade.objects.order_by("period_ends").values_list("span", "period_ends")
    assert list(ends) == [
        ("nhiem_ky", date(2025, 6, 30)), ("quy", date(2025, 9, 30)), ("nam", date(2025, 12, 31))
    ]  # fmt: skip


def test_whoever_is_not_graded_and_was_is_a_finding(graded):
    graded.members(2)
    member = MemberRow.objects.get(personal_id="990000000001").person
    VotingStatus.objects.create(
        person=member, status="mien_sinh_hoat", document="QĐ (mẫu)", first_day=date(2025, 6, 1)
    )

    graded.take_grades([grade_of(0), grade_of(1)])

    (one,) = MemberFinding.objects.filter(list_code="xep_loai")
    assert (one.check_name, one.key) == ("khong_danh_gia", "990000000001 2025")


def in_2022(number, level):
    return grade_of(number, level, 2022, quy_dinh="132-QĐ/TW")


def test_more_excellent_ones_than_the_law_of_that_year_allowed_are_told_by_base(graded):
    graded.members(30)
    of_xuong = [
        n for n in range(30) if n % 3 == 1
    ]  # the cell under the company's own base committee
    rows = [in_2022(n, "xuat_sac" if n in of_xuong[:3] else "tot") for n in of_xuong]

    graded.take_grades(rows)

    (one,) = MemberFinding.objects.filter(check_name="vuot_ty_le")
    assert "3 xuất sắc trên 10 hoàn thành tốt trở lên, quá 1/5" in one.words
    graded.take_grades([in_2022(of_xuong[0], "tot"), in_2022(of_xuong[1], "tot")])
    one.refresh_from_db()
    assert one.fixed_on == IMPORTED


def test_where_only_the_other_reading_is_passed_both_are_said(graded):
    graded.members(30)
    of_xuong = [n for n in range(30) if n % 3 == 1]
    rows = [in_2022(n, "xuat_sac" if n in of_xuong[:2] else "tot") for n in of_xuong]

    graded.take_grades(rows)

    words = MemberFinding.objects.get(check_name="vuot_ty_le").words
    assert "2 xuất sắc trên 8 hoàn thành tốt, quá 1/5 nếu không tính số xuất sắc" in words


def test_no_cap_is_held_against_a_year_whose_share_nobody_has_read(graded):
    graded.members(30)

    found = graded.grades_deed([grade_of(n, "xuat_sac") for n in range(30)]).comparison

    assert found.findings == []


def test_findings_of_another_year_stay_open(graded):
    graded.members(2)
    graded.take_grades([grade_of(0, "tot", diem="95")])

    graded.take_grades([grade_of(0, "tot", 2024, quy_dinh="124-QĐ/TW", diem="95")])

    assert findings(fixed_on=None) == {"diem_va_muc_1": 1}
    graded.take_grades([grade_of(0, "tot", diem="85")])
    assert not findings(fixed_on=None)


def test_who_keeps_no_list_takes_none_in(graded):
    graded.members(1)
    voter = graded.province.people["giam"]

    with pytest.raises(OfficeRefused, match="Chỉ bí thư"):
        offices.record(graded.grades_deed([grade_of(0)]), by=voter, today=TODAY)

    assert not Grade.objects.exists()

"""Rounds of screening: list, reasons, outcome; nothing in them ends a membership, whoever writes what."""

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest

from cases.models import Case
from registry import offices, register, screening
from registry.keeping import OfficeRefused
from registry.models import Exit, Membership, Person, Post, VotingStatus
from registry.provinces import load
from registry.screening import EndRound, OpenRound, SayOutcome, Screen
from registry.screening_models import ScreeningRow

TODAY = date(2026, 3, 20)


class Cell:
    """The cell of the school, whose secretary looks its members through."""

    def __init__(self):
        self.province = load("mau_giang", code="rs")
        self.body = self.province.bodies["chi_bo_truong"]
        self.secretary = self.province.people["hieu"]
        self.person = Person.objects.create(full_name="Hoàng Văn Mẫu Lưu")
        Membership.objects.create(
            person=self.person, cell=self.body.organisation, status="chinh_thuc", first_day=date(2015, 1, 1)
        )  # fmt: skip

    def does(self, deed, *, by=None):
        return offices.record(deed, by=by or self.secretary, today=TODAY)

    def opens(self):
        return self.does(
            OpenRound(
                in_body=self.body, document="Kế hoạch số 3-KH/CB (mẫu)", name="Rà soát quý I năm 2026",
                opened_on=TODAY - timedelta(days=10),
            )
        )  # fmt: skip

    def screens(self, screening, person=None, **said):
        return self.does(
            Screen(
                **{
                    "in_body": self.body, "document": "Biên bản (mẫu)", "screening": screening,
                    "person": person or self.person, "added_on": TODAY - timedelta(days=5),
                    "reason": "Hai lần bỏ sinh hoạt không lý do.", **said,
                }
            )
        )  # fmt: skip

    def says(self, row, outcome, **said):
        return self.does(
            SayOutcome(
                **{
                    "in_body": self.body, "document": "Biên bản họp chi bộ (mẫu)", "screening": row.screening,
                    "row": row, "outcome": outcome, "said": "Chi bộ đã họp xem xét.", "decided_on": TODAY, **said,
                }
            )
        )  # fmt: skip


@pytest.fixture
def cell(db):
    return Cell()


def test_a_round_is_a_list_with_reasons_and_outcomes(cell):
    opened = cell.opens()
    row = cell.screens(opened)
    cell.says(row, "giup_do")
    cell.does(
        EndRound(in_body=cell.body, document="Báo cáo (mẫu)", screening=opened, ended_on=TODAY)
    )

    row.refresh_from_db()
    assert (row.outcome, row.cell) == ("giup_do", cell.body.organisation)
    assert opened.rows.count() == 1
    assert list(register.faults()) == []


@pytest.mark.parametrize("outcome", ScreeningRow.Outcome.values)
def test_no_outcome_ends_a_membership_or_opens_anything(cell, outcome):
    before = list(Membership.objects.order_by("pk").values())
    row = cell.screens(cell.opens())

    cell.says(row, outcome)

    assert list(Membership.objects.order_by("pk").values()) == before
    assert not Exit.objects.exists()
    assert not Case.objects.exists()
    assert not VotingStatus.objects.filter(person=cell.person).exists()


def test_nothing_that_screens_or_flags_can_write_a_membership():
    rooms = Path(screening.__file__).parent
    read = [
        rooms / "screening.py", *(rooms / "flags").glob("*.py"), *(rooms / "grades").glob("*.py"),
        *(rooms.parent / "cases" / f"{one}.py" for one in ("flagged", "proposals", "grade_reviews")),
    ]  # fmt: skip
    for path in read:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}
        imported = {
            one.module for one in ast.walk(tree) if isinstance(one, ast.ImportFrom) and one.module
        }
        written = {ast.unparse(one.func) for one in ast.walk(tree) if isinstance(one, ast.Call)}
        assert not named & {"Exit", "EndMembership", "MoveMember"}, path
        assert not imported & {"registry.exits", "registry.leaving", "registry.exit_models"}, path
        assert not any(
            call.startswith("Membership.objects.")
            and call.split(".")[-1] in ("create", "update", "bulk_create")
            for call in written
        ), path


def test_an_outcome_is_written_once(cell):
    row = cell.screens(cell.opens())
    cell.says(row, "khong_co_van_de")

    with pytest.raises(OfficeRefused, match="đã có kết quả"):
        cell.says(row, "xem_xet_xoa_ten")


def test_a_round_with_an_open_row_does_not_end(cell):
    opened = cell.opens()
    cell.screens(opened)

    with pytest.raises(OfficeRefused, match="Còn 1 dòng chưa có kết quả"):
        cell.does(
            EndRound(in_body=cell.body, document="Báo cáo (mẫu)", screening=opened, ended_on=TODAY)
        )


@pytest.mark.parametrize(
    ("said", "because"),
    [
        ({"reason": " "}, "Chưa ghi lý do"),
        ({"document": ""}, "Chưa ghi văn bản"),
    ],
)
def test_a_member_is_listed_with_reason_and_document(cell, said, because):
    opened = cell.opens()

    with pytest.raises(OfficeRefused, match=because):
        cell.screens(opened, **said)


def test_who_belongs_elsewhere_is_not_listed_nor_oneself(cell):
    opened = cell.opens()

    with pytest.raises(OfficeRefused, match="không sinh hoạt ở đơn vị"):
        cell.screens(opened, cell.province.people["ban"])
    with pytest.raises(OfficeRefused, match="Không ai tự đưa mình"):
        cell.screens(opened, cell.secretary)


def test_who_holds_no_such_post_opens_no_round(cell):
    officer = Post.objects.filter(
        body=cell.province.bodies["ubkt_an"], position="kiem_tra_vien"
    ).first()

    with pytest.raises(OfficeRefused, match="Chỉ bí thư"):
        cell.does(
            OpenRound(in_body=cell.body, document="KH (mẫu)", name="Đợt (mẫu)", opened_on=TODAY),
            by=officer.person,
        )

"""The yearly programme as a register: planned, proved, ended, not carried out; and what members committed to."""

from datetime import date

import pytest

from registry import offices, register
from registry.guidance.pledges import RecordPledge
from registry.guidance.programme import CancelItem, CloseItem, PlanItem, ProveItem, months
from registry.guidance_models import Pledge, PledgePoint
from registry.models import Membership, RegisterEntry
from tests.registry.guidance.conftest import FOUNDED, TODAY


def planning(line, **more):
    said = {
        "in_body": line.body, "document": "Chương trình số 01-CTr/TU (mẫu)", "year": 2026,
        "type": "kiem_tra", "theme": "Việc quản lý đảng viên đi làm ăn xa", "first_month": 4,
        "last_month": 6, "responsible": line.keeper, "units": line.units[:2],
    }  # fmt: skip
    return PlanItem(**{**said, **more})


def ending(kind, item, **more):
    return kind(item=item, document="Báo cáo (mẫu)", day=TODAY, reason="Đã tổ chức.", **more)


def rules(line, deed):
    return {one.rule for one in offices.reasons_against(deed, by=line.keeper, today=TODAY)}


def test_items_are_numbered_through_the_year_and_name_their_units(line):
    first, second = line.does(planning(line)), line.does(planning(line, units=line.units[2:3]))
    next_year = line.does(planning(line, year=2027))

    assert [one.number for one in (first, second, next_year)] == [1, 2, 1]
    assert set(first.units.all()) == set(line.units[:2])
    assert not list(register.faults())


def test_an_inspection_names_a_unit_of_the_line_and_somebody_of_the_house(line):
    outside = line.organisation("t-ngoai", "xa", "Đảng ủy xã Ngoài Mẫu")
    stranger = line.holder(line.committee(outside, "btv", "Ban Thường vụ"), "bi_thu", "Lê Văn Mẫu")

    assert rules(line, planning(line, units=())) == {"input.units"}
    found = rules(line, planning(line, units=[outside], responsible=stranger, first_month=7))
    assert found == {"input.units", "input.responsible", "input.last_month"}


def test_what_is_made_known_closes_only_on_evidence(line):
    item = line.does(planning(line, type="pho_bien", units=(), theme="Quán triệt Điều lệ Đảng"))

    assert rules(line, ending(CloseItem, item)) == {"item.evidence"}
    proof = ProveItem(
        item=item, document="Biên bản hội nghị", title="Biên bản hội nghị quán triệt",
        dated=date(2026, 5, 5), file_name="bien-ban.pdf", file_sha256="a" * 64,
    )  # fmt: skip
    line.does(proof)
    line.does(ending(CloseItem, item))

    item.refresh_from_db()
    assert (item.ending, item.ended_on) == ("xong", TODAY)
    assert rules(line, ending(CloseItem, item)) == {"item.ended"}


def test_an_inspection_is_not_closed_by_hand_nor_cancelled_while_files_follow_it(line):
    item = line.does(planning(line))

    assert rules(line, ending(CloseItem, item)) == {"item.by_files"}
    assert rules(line, ending(CancelItem, item, under_way=1)) == {"item.under_way"}
    line.does(ending(CancelItem, item))

    item.refresh_from_db()
    assert (item.ending, item.reason) == ("huy", "Đã tổ chức.")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [(3, 3, "tháng 3"), (4, 6, "quý 2"), (10, 12, "quý 4"), (1, 12, "cả năm"), (2, 5, "tháng 2 đến tháng 5")],
)  # fmt: skip
def test_a_planned_time_is_said_as_offices_say_it(first, last, said):
    assert months(first, last) == said


def pledging(line, person, **more):
    said = {
        "in_body": line.body, "document": "Bản cam kết năm 2017 (mẫu)", "person": person, "year": 2017,
        "type": "cam_ket", "dated": date(2017, 1, 15), "day": TODAY,
        "points": ["Không để hộ mình nợ đảng phí.", "Dự sinh hoạt chi bộ đủ kỳ."],
    }  # fmt: skip
    return RecordPledge(**{**said, **more})


def test_a_commitment_is_kept_point_by_point_and_its_words_stay_out_of_the_chain(line):
    cell = line.organisation("t-cb", "chi_bo", "Chi bộ Mẫu", line.units[0])
    member = line.holder(line.committee(cell, "chi_bo", "Chi bộ Mẫu"), "bi_thu", "Hồ Thị Mẫu")
    Membership.objects.create(person=member, cell=cell, status="chinh_thuc", first_day=FOUNDED)

    line.does(pledging(line, member))
    assert rules(line, pledging(line, member)) == {"input.reason"}
    second = line.does(pledging(line, member, points=["Nộp đảng phí đúng hạn."], reason="Bổ sung."))

    assert Pledge.objects.get(replaced_on=None) == second
    assert [one.pledged for one in PledgePoint.objects.filter(pledge=second)] == [
        "Nộp đảng phí đúng hạn."
    ]
    assert not RegisterEntry.objects.filter(content__contains="đảng phí").exists()
    assert not list(register.faults())


def test_nobody_pledges_for_themselves_or_for_a_member_of_elsewhere(line):
    assert rules(line, pledging(line, line.keeper, points=())) == {
        "office.self", "input.points", "input.person",
    }  # fmt: skip

"""What files carry out, through the real door: items, a guiding document, a commitment, a team's days."""

from datetime import date, timedelta

import pytest

from cases import guidance
from cases.flagged import open_flags
from cases.guidance import ItemState, standings
from cases.models import FileRow
from registry import offices
from registry.flags.flag import FlagKind
from registry.guidance.directives import EnterDirective, WithdrawDirective
from registry.guidance.pledges import RecordPledge
from registry.guidance.programme import CancelItem, PlanItem
from registry.guidance_models import PledgePoint, ProgrammeItem
from tests.cases.programme import TODAY, Walk, lay
from tests.cases.supervision import refused

TO_THE_END = (
    "decide", "give_notice", "prepare", "open", "receive_report", "verify", "record_finding", "draft",
    "confer", "finalise", "consider_result",
)  # fmt: skip


class Committee:
    """A standing committee with its programme, and one inspection of a member of the village cell."""

    def __init__(self):
        self.province = lay()
        self.body = self.province.bodies["btv"]
        self.keeper = self.province.people["bi_thu"]
        self.member = self.province.people["lang2"]

    def does(self, deed, by=None):
        return offices.record(deed, by=by or self.keeper, today=TODAY)

    def plans(self, **more):
        said = {
            "in_body": self.body, "document": "05-CTr/ĐU (mẫu)", "year": 2026, "type": "kiem_tra",
            "theme": "việc thực hiện quy chế làm việc", "first_month": 1, "last_month": 6,
            "responsible": self.province.people["uy_vien"],
            "units": [self.province.organisations["lang"]],
        }  # fmt: skip
        return self.does(PlanItem(**{**said, **more}))

    def directs(self, **more):
        said = {
            "in_body": self.body, "document": "Chỉ thị (mẫu)", "type": "chi_thi", "number": "02-CT/ĐU",
            "issuer": self.body.name, "dated": date(2026, 1, 5), "first_day": date(2026, 1, 5),
            "theme": "Quản lý đảng viên đi làm ăn xa",
        }  # fmt: skip
        return self.does(EnterDirective(**{**said, **more}))

    def inspects(self):
        walk = Walk(
            self.province, "P2.CU", "btv", "uy_vien", "bi_thu", ("pho_bi_thu", "uy_vien2"),
            {"decide": {"seal": "dung"}},
        )  # fmt: skip
        return walk.opens(self.member, step="instruct")

    def ends(self, walk):
        walk.goes(*TO_THE_END)
        walk.finds("find_no_violation")
        walk.goes("conclude", "announce", "close")

    def states(self, today=TODAY):
        items = list(ProgrammeItem.objects.order_by("number"))
        found = standings(items, today)
        return [found[one.pk].state for one in items]


@pytest.fixture
def committee(db):
    return Committee()


def test_of_twelve_planned_ten_are_done_one_is_cancelled_and_one_is_late(committee):
    items = [committee.plans() for _ in range(12)]
    walk = committee.inspects()
    committee.does(
        CancelItem(item=items[10], document="Kết luận (mẫu)", day=TODAY, reason="Đơn vị sáp nhập.")
    )
    for item in items[:10]:
        walk.take("follow_guidance", "uy_vien", item=item.pk)
    assert set(committee.states()) == {
        ItemState.UNDER_WAY, ItemState.CANCELLED, ItemState.PLANNED,
    }  # fmt: skip

    committee.ends(walk)
    after = committee.states(date(2026, 7, 1))

    assert [after.count(one) for one in (ItemState.DONE, ItemState.CANCELLED, ItemState.LATE)] == [
        10,
        1,
        1,
    ]
    assert committee.states(date(2026, 6, 30)).count(ItemState.LATE) == 0
    july, keeper = date(2026, 7, 1), committee.keeper
    (flag,) = [one for one in open_flags(keeper, july) if one.kind is FlagKind.PROGRAMME]
    assert (flag.person, flag.since) == (committee.province.people["uy_vien"], july)
    assert flag.source == f"programme_item:{items[11].pk}:late"
    assert "quá hạn, đã xong 0/1 đơn vị" in flag.words


def test_a_campaign_is_done_when_every_unit_it_names_has_a_finished_file(committee):
    places = committee.province.organisations
    committee.plans(units=[places["lang"], places["hop"]])
    item = ProgrammeItem.objects.get()
    walk = committee.inspects()
    walk.take("follow_guidance", "uy_vien", item=item.pk)
    committee.ends(walk)

    found = standings([item], TODAY)[item.pk]

    assert (found.state, found.units, found.units_done) == (ItemState.UNDER_WAY, 2, 1)


def test_a_file_tied_to_its_item_after_its_end_counts_too_and_one_dropped_does_not(committee):
    item = committee.plans()
    walk = committee.inspects()
    committee.ends(walk)

    walk.take("follow_guidance", "uy_vien", item=item.pk)

    assert committee.states() == [ItemState.DONE]
    with refused("it_is_not_followed_yet"):
        walk.take("follow_guidance", "uy_vien", item=item.pk)


def test_a_file_follows_only_items_of_its_own_body_and_kind(committee):
    other = committee.plans(type="giam_sat")
    walk = committee.inspects()

    with refused("input.item", "không chọn được"):
        walk.take("follow_guidance", "uy_vien", item=other.pk)
    with refused("something_is_followed"):
        walk.take("follow_guidance", "uy_vien")
    with refused("permission"):
        walk.take("follow_guidance", "lang1", item=committee.plans().pk)


def test_a_cited_document_is_not_withdrawn_and_no_number_of_a_file_is_told(committee):
    directive = committee.directs()
    walk = committee.inspects()
    walk.take("follow_guidance", "uy_vien", directive=directive.pk)

    withdrawing = WithdrawDirective(
        in_body=committee.body, document="Báo cáo", directive=directive, reason="Nhầm.", day=TODAY,
        cited_by=guidance.cited_by(directive),
    )  # fmt: skip
    found = offices.reasons_against(withdrawing, by=committee.keeper, today=TODAY)

    assert [one.rule for one in found] == ["directive.cited"]
    assert "1 hồ sơ" in found[0].text
    assert walk.case.reference not in found[0].text


def test_each_point_a_member_committed_to_is_marked_met_or_not(committee):
    pledge = committee.does(
        RecordPledge(
            in_body=committee.body, document="Bản cam kết (mẫu)", person=committee.member, year=2017,
            type="cam_ket", dated=date(2017, 1, 15), day=TODAY,
            points=["Dự sinh hoạt đủ kỳ.", "Nộp đảng phí đúng hạn."],
        )
    )  # fmt: skip
    first, second = PledgePoint.objects.filter(pledge=pledge)
    walk = committee.inspects()

    walk.take("measure_by_pledge", "uy_vien", point=first.pk, met="dat", ground="Sổ biên bản.")
    walk.take("measure_by_pledge", "uy_vien", point=second.pk, met="chua_dat", ground="Sổ thu nộp.")

    rows = FileRow.objects.filter(case=walk.case, kind="doi_chieu_ck").order_by("number")
    assert [(one.facts["point"], one.facts["met"]) for one in rows] == [
        (first.pk, "dat"), (second.pk, "chua_dat"),
    ]  # fmt: skip
    with refused("the_point_is_not_measured_yet"):
        walk.take("measure_by_pledge", "uy_vien", point=first.pk, met="dat", ground="Lần nữa.")
    with refused("input.point"):
        walk.take("measure_by_pledge", "uy_vien", point=second.pk + 1, met="dat", ground="Của ai?")


def test_a_team_plans_its_days_and_keeps_its_diary_which_goes_with_the_file(committee):
    walk = committee.inspects().goes("decide", "give_notice", "prepare")
    lead, mate = (walk.who(one) for one in ("pho_bi_thu", "uy_vien2"))
    ahead = walk.day + timedelta(days=7)

    walk.take(
        "plan_team_day", "pho_bi_thu", planned_on=ahead.isoformat(), place="Nhà văn hóa thôn",
        people=[lead.pk, mate.pk], work="Đối chiếu sổ chi bộ.",
    )  # fmt: skip
    walk.take("write_diary", "uy_vien2", done="Đã đọc sổ biên bản ba năm.")
    with refused("permission"):
        walk.take("write_diary", "bi_thu", done="Không ở trong đoàn.")
    with refused("input.people"):
        walk.take(
            "plan_team_day", "pho_bi_thu", planned_on=ahead.isoformat(), place="Nhà văn hóa",
            people=[walk.who("lang1").pk], work="Người ngoài đoàn.",
        )  # fmt: skip
    walk.take(
        "hand_over_file",
        "uy_vien",
        to=walk.who("uy_vien2").pk,
        reason="Đổi việc.",
        left="Xác minh.",
    )

    rows = FileRow.objects.filter(case=walk.case, kind__in=["lich_doan", "nhat_ky_doan"])
    handed = FileRow.objects.get(case=walk.case, kind="ban_giao")
    assert {one.number for one in rows} <= set(handed.facts["documents"])

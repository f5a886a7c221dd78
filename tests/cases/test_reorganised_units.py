"""Units between two superiors, units that are no more: who decides about them, and who still has to be moved."""

from datetime import date, timedelta

import pytest

from cases import services
from cases.models import Case, FileRow
from cases.reorganisation import competent, holding, previewing
from cases.verification import verify
from law import terms
from registry.models import Body, Membership, Organisation, Placement, Post, RegisterEntry, on
from registry.reorganisation import transfers
from registry.reorganisation.heirs import body_for, heirs_of
from registry.reorganisation.transfers import Giving
from tests.cases.reorganisations import EFFECTIVE, Commune, dissolve, end, merge, not_done
from tests.cases.supervision import TODAY, ago, refused

GIVEN, TAKEN_IN = ago(20), ago(3)


@pytest.fixture
def commune(db) -> Commune:
    return Commune(cells=3)


# Chuyển giao: hai quyết định, ở giữa không bên nào quyết định


@pytest.fixture
def neighbour(commune) -> Body:
    """The standing committee of another commune, led by the inspector of this one."""
    other = Organisation.objects.create(
        code="ben",
        kind="xa",
        name="Đảng ủy xã Thử Tây",
        place="Thử Tây",
        first_day=date(2025, 7, 1),
    )
    Placement.objects.create(
        organisation=other,
        parent=commune.province.organisations["tinh"],
        first_day=date(2025, 7, 1),
    )
    body = Body.objects.create(
        organisation=other, kind="btv", name="Ban Thường vụ Đảng ủy xã Thử Tây", symbol="ĐU",
        superior_line="", issuing_line="ĐẢNG ỦY XÃ THỬ TÂY", first_day=date(2025, 7, 1),
    )  # fmt: skip
    Post.objects.create(
        person=commune.who("giamsat"), body=body, position="bi_thu", first_day=date(2025, 7, 1)
    )
    return body


def gives(commune, neighbour, **said):
    told = {
        "organisation": commune.cell(1), "giver": commune.btv, "receiver": neighbour, "day": GIVEN,
        "document": "QĐ 10-QĐ/ĐU",
    }  # fmt: skip
    deed = Giving(**{**told, **said})
    return transfers.give(deed, by=commune.secretary, today=TODAY)


def takes_in(commune, row, **said):
    told = {"day": TAKEN_IN, "document": "QĐ 3-QĐ/ĐU", "by": commune.who("giamsat"), "today": TODAY}
    return transfers.take_in(row, **{**told, **said})


def test_a_unit_in_transfer_is_decided_about_by_neither_side(commune, neighbour):
    case = commune.opens(1)
    leader = commune.leader(1)
    said = {"reason": "Chưa cần giám sát."}
    row = gives(commune, neighbour)

    with refused("unit.in_transfer", "đang được chuyển giao"):
        _finds(case, leader, ago(10))
    services.take_step(
        case, "reserve_opinion", actor=leader, acted_on=ago(10), today=TODAY,
        inputs={"subject": 1, "opinion": "Tôi có ý kiến."},
    )  # fmt: skip
    takes_in(commune, row)

    assert Placement.objects.get(on(TODAY), organisation=commune.cell(1)).parent == (
        neighbour.organisation
    )
    assert said
    with refused() as caught:
        _finds(case, leader, TODAY)
    assert "unit.in_transfer" not in {one.rule for one in caught.value.reasons}
    assert (
        RegisterEntry.objects.filter(
            organisation=commune.cell(1), deed__in=("giao_to_chuc", "nhan_to_chuc")
        ).count()
        == 4
    )
    assert not verify().faults


def _finds(case: Case, actor, day) -> None:
    """The step that would decide something, were the file so far: its other reasons do not matter here."""
    services.take_step(case, "decide", actor=actor, acted_on=day, today=TODAY, inputs={})


def test_each_side_writes_its_own_act_in_order(commune, neighbour):
    with not_done("input.organisation", "không trực thuộc"):
        gives(commune, neighbour, organisation=commune.province.organisations["tinh"])
    row = gives(commune, neighbour)

    with not_done("input.in_transfer"):
        gives(commune, neighbour)
    with not_done("permission"):
        takes_in(commune, row, by=commune.secretary)
    with not_done("input.day", "sau ngày chuyển giao"):
        takes_in(commune, row, day=GIVEN)
    with not_done("plan.unit.in_transfer"):
        commune.does(commune.plans(merge("c1", into="c2")))
    takes_in(commune, row)
    with not_done("input.received"):
        takes_in(commune, row)


# Giải tán, kết thúc: chuyển đảng viên trong 30 ngày làm việc


def test_the_thirty_working_days_are_the_laws_where_it_says_so_and_asked_for_where_not(commune):
    plan = commune.plans(end("c1"), effective=date(2026, 3, 2))
    found = previewing.closing_term(plan)
    assert (found.value, found.unit) == (30, "working_day")
    assert found == terms.last_day(date(2026, 3, 1), 30, "working_day")

    later = commune.plans(end("c1"))
    assert previewing.closing_term(later) is None
    with not_done("dissolved_org.close"):
        commune.does(later)
    later.close_days, later.close_document = 30, "Hướng dẫn mẫu"
    later.save(update_fields=["close_days", "close_document"])
    last = terms.last_day(ago(11), 30, "working_day").longest
    assert commune.does(later).content["close_by"] == last.isoformat()


def test_members_of_a_dissolved_unit_are_moved_one_by_one(commune):
    act = commune.does(commune.plans(dissolve("c1"), close_days=30, close_document="Hướng dẫn mẫu"))
    first, *others = transfers.unmoved(Organisation.objects.get(code="c1"))
    assert [one.pk for one in (first, *others)]
    assert len(act.content["unmoved"]) == 4
    said = {
        "to": commune.cell(2), "body": commune.btv, "day": ago(2), "document": "QĐ 90-QĐ/ĐU",
        "by": commune.secretary, "today": TODAY,
    }  # fmt: skip

    with not_done("input.day"):
        transfers.move_member(first, **{**said, "day": EFFECTIVE - timedelta(days=1)})
    with not_done("input.to"):
        transfers.move_member(first, **{**said, "to": commune.xa})
    with not_done("permission"):
        transfers.move_member(first, **{**said, "by": commune.who("canbo")})
    transfers.move_member(first, **said)

    assert len(transfers.unmoved(Organisation.objects.get(code="c1"))) == 3
    assert Membership.objects.get(on(TODAY), person=first.person).cell == commune.cell(2)
    with not_done("input.member"):
        transfers.move_member(first, **said)
    assert not verify().faults


# Tổ chức đã kết thúc vẫn trong phạm vi


def test_a_case_is_opened_about_an_organisation_that_has_ended_by_its_successors_body(commune):
    dong = commune.province.organisations["dong"]
    assert heirs_of(dong, TODAY) == [commune.xa]

    case = services.open_case(
        "P2.TC", body=commune.ubkt, subjects=[dong], actor=commune.who("canbo"), acted_on=TODAY,
        today=TODAY, inputs=_opening("P2.TC"),
    )  # fmt: skip

    assert case.body == commune.ubkt
    assert case.subjects.get().organisation == dong


def test_an_ended_body_opens_no_file_and_the_refusal_names_who_does(commune):
    commune.does(commune.plans(merge("c1", into="c2")))
    gone = commune.body(1)
    assert body_for(gone, TODAY) == commune.body(2)

    with refused("body.ended", "đã kết thúc hoạt động") as caught:
        services.open_case(
            "P1.CB", body=gone, subjects=[commune.members(1)[1]], actor=commune.leader(1),
            acted_on=ago(60), today=TODAY, inputs=_opening("P1.CB"),
        )  # fmt: skip
    remedies = {one.remedy for one in caught.value.reasons}
    assert f"Lập hồ sơ ở {commune.body(2).name}." in remedies


# Cơ quan đã quyết định không còn


def test_the_body_where_the_member_now_belongs_takes_up_what_an_ended_body_decided(commune):
    case = commune.opens(1)
    services.take_step(
        case, "drop", actor=commune.leader(1), acted_on=ago(50), today=ago(50),
        inputs={"reason": "Chưa cần giám sát."},
    )  # fmt: skip
    commune.does(commune.plans(merge("c1", into="c2")))
    case = Case.objects.get(pk=case.pk)
    assert (case.closed_on, case.body) == (ago(50), commune.body(1))
    assert competent.competent(case, TODAY) == commune.body(2)
    said = {"document": "", "reason": "Có khiếu nại.", "by": commune.leader(2), "today": TODAY}

    with not_done("competence.ended_body", "áp dụng tương tự"):
        competent.take_up(case, commune.body(2), **said)
    said["document"] = "Công văn 5-CV/UBKT (mẫu)"
    with not_done("take_up.body"):
        competent.take_up(case, commune.body(3), **{**said, "by": commune.leader(3)})
    competent.take_up(case, commune.body(2), **said)

    case.refresh_from_db()
    assert (case.body, case.closed_on) == (commune.body(2), ago(50))
    row = FileRow.objects.get(case=case, kind="chuyen_co_quan")
    assert row.facts["fate"] == "noi_dang_sinh_hoat"
    assert "Áp dụng tương tự" in row.words["reason"]
    with not_done("take_up.alive"):
        competent.take_up(case, commune.body(2), **said)
    assert not verify(Case.objects.filter(pk=case.pk)).faults


def _opening(procedure: str) -> dict[str, object]:
    said = {"theme": "việc sinh hoạt", "period_from": "2026-01-01", "period_to": "2026-09-30"}
    if procedure == "P1.CB":
        return {**said, "source": "chuong_trinh_nam", "reasons": "Theo chương trình."}
    more = {"programme": "01-CTr/UBKT", "programme_on": "2026-01-05", "prepared_by": "Tổ giúp việc"}
    return {**said, **more}


# Chưa chuyển sinh hoạt khi việc chưa giải quyết xong


def inspected(commune, member) -> Case:
    """The commune's inspection committee has begun an inspection of the member, and told nobody yet."""
    return services.open_case(
        "P3.DV", body=commune.ubkt, subjects=[member], actor=commune.who("canbo"), acted_on=ago(30),
        today=ago(30),
        inputs={
            "source": "nam_tinh_hinh", "theme": "việc kê khai đất đai", "period_from": "2025-01-01",
            "period_to": "2026-06-30", "reasons": "Có phản ánh của tổ chức.",
        },
    )  # fmt: skip


def moves(commune, member, **said):
    held = Membership.objects.get(person=member, last_day=None)
    told = {
        "to": commune.cell(2), "body": commune.btv, "day": ago(1), "document": "QĐ 90",
        "by": commune.secretary, "today": TODAY,
    }  # fmt: skip
    return holding.move_member(held, **{**told, **said})


def test_a_member_under_inspection_waits_where_the_rule_is_not_known_unless_a_text_lets_them_go(
    commune,
):
    member, other = commune.members(1)[1:3]
    case = inspected(commune, member)
    commune.does(commune.plans(dissolve("c1"), close_days=30, close_document="Hướng dẫn mẫu"))

    assert moves(commune, other).cell == commune.cell(2)
    with not_done("transfer.hold", "chưa rõ") as caught:
        moves(commune, member, document="")
    assert case.reference not in str(caught.value), "whoever may not open the file learns no number"
    assert {one.rule for one in caught.value.reasons} > {"transfer.hold"}, "every reason at once"

    moved = moves(commune, member, hold_document="Công văn 7-CV/UBKT")

    assert moved.cell == commune.cell(2)
    told = RegisterEntry.objects.filter(deed="chuyen_dang_vien").order_by("pk").last()
    assert "QĐ 90; Công văn 7-CV/UBKT" in str(told.content)


def test_where_the_rule_is_known_no_text_lets_a_member_go_and_the_officer_reads_the_number(commune):
    member = commune.members(1)[1]
    case = inspected(commune, member)
    known = date(2026, 3, 4)

    (reason,) = holding.against(member, known, "CV 7", by=commune.who("canbo"), today=TODAY)

    assert reason.citation.startswith("294-QĐ/TW")
    assert case.reference in reason.text
    services.take_step(
        case, "drop", actor=commune.who("chunhiem"), acted_on=ago(20), today=ago(20),
        inputs={"reason": "Chưa đủ dấu hiệu."},
    )  # fmt: skip
    assert not list(holding.against(member, known, "", by=commune.who("canbo"), today=TODAY))

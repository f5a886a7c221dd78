"""An organisation suspended; a member charged, detained, prosecuted, with the discipline going on meanwhile."""

from datetime import date

import pytest

from cases.models import RecordPaper
from registry.models import Post, RegisterEntry, VotingStatus
from tests.cases.discipline import POWER, World, refused_whole
from tests.cases.suspension import in_the_district, proposed
from tests.scenarios.matters import words_of

IN_2023, IN_2026 = date(2023, 5, 2), date(2026, 5, 4)
ACT = "Quyết định số 9/QĐ-VKS, ngày 28/4/2023 của Viện kiểm sát"


@pytest.fixture
def world(db):
    return World()


def prosecuted(world, ground, subject="thu", **said):
    """A member in proceedings before the law, proposed to the district's standing committee in 2023."""
    told = {"ground": ground, "act_paper": ACT, **in_the_district(world), **said}
    return proposed(world, IN_2023, subject=subject, procedure="P5S.HS", heard=False, **told)


@pytest.fixture
def detained(world):
    """Detained: nobody could hear him, and the chair answered that nobody must."""
    matter = prosecuted(world, "tam_giam").asks([POWER], IN_2023)
    matter.answer("suspension.heard", on=IN_2023, value="có")
    matter.decided(IN_2023, until="2023-08-26")
    return matter.asks(["suspension.complaint"], IN_2023).announced(IN_2023)


# An organisation


def test_an_organisation_is_suspended_extended_and_works_again(world):
    cell = world.province.organisations["xuong"]
    asked = ("suspension.grounds.org", "authority.suspension.org")
    matter = proposed(world, IN_2026, subject=cell, procedure="P5S.TC").asks(asked, IN_2026)

    matter.decided(IN_2026, days=90).asks(["suspension.complaint"], IN_2026).announced(IN_2026)
    matter.extended(date(2026, 7, 31), days=30)
    back = date(2026, 9, 1)
    matter.sign(
        "lift", draft="soan", by="ky", on=back, returns_on="2026-09-02", cause="het_thoi_han"
    )
    matter.number(on=back)
    matter.take("announce_return", by="nghe", on=back)
    matter.take("close", by="soan", on=back)

    held = RecordPaper.objects.filter(case=matter.case).order_by("paper_id")
    kinds = [one.paper.kind for one in held]
    assert kinds == [
        "BB-10.DC", "TT-02", "QD-06.TC", "BB-08.DC", "QD-06.GH", "QD-06.TL", "BB-08.DC", "ML-01.DC",
    ]  # fmt: skip
    said = words_of(held[2].paper)
    assert "Đình chỉ hoạt động của Chi bộ Phân xưởng 2" in said
    assert "90 ngày, từ ngày 04/5/2026 đến hết ngày 02/8/2026" in said
    assert matter.stage == "da_nop_luu"
    assert not RegisterEntry.objects.exists()


def test_an_answer_that_the_body_does_not_decide_refuses(world):
    cell = world.province.organisations["xuong"]
    matter = proposed(world, IN_2026, subject=cell, procedure="P5S.TC")
    matter.asks(["suspension.grounds.org"], IN_2026)
    matter.answer("authority.suspension.org", on=IN_2026, value="được: đề nghị")
    matter.take("draft_decide", by="soan", on=IN_2026, from_on=IN_2026.isoformat(), days=30)

    with refused_whole("không có thẩm quyền quyết định đình chỉ"):
        matter.take("decide", by="ky", on=IN_2026)


def test_in_2023_an_organisation_has_ninety_days_with_the_extension(world):
    cell = world.province.organisations["xuong"]
    told = {"subject": cell, "procedure": "P5S.TC", **in_the_district(world)}
    asked = ("suspension.grounds.org", "authority.suspension.org", "suspension.complaint")
    matter = proposed(world, IN_2023, **told).asks(asked, IN_2023)

    with refused_whole("Thời hạn lần đầu 91 ngày, quá mức tối đa 90 ngày"):
        matter.decided(IN_2023, days=91)
    matter.decided(IN_2023, days=60).announced(IN_2023)

    with refused_whole("Tổng thời gian 91 ngày, quá mức tối đa 90 ngày"):
        matter.extended(date(2023, 6, 30), days=31)
    matter.extended(date(2023, 6, 30), days=30)
    assert matter.ends == date(2023, 7, 31)


# Proceedings before the law


def test_whoever_is_prosecuted_or_detained_must_be_suspended(world):
    matter = prosecuted(world, "truy_to")

    with refused_whole("phải đình chỉ sinh hoạt đảng") as caught:
        matter.take("decline", by="ky", on=IN_2023)

    assert caught.value.reasons[0].citation == "22-QĐ/TW Điều 28"


def test_a_charge_takes_a_committee_member_out_of_the_committee_only(world):
    with refused_whole("mới bị khởi tố thì chưa thuộc trường hợp đình chỉ này"):
        prosecuted(world, "khoi_to")


def test_the_inspection_committee_above_suspends_a_charged_committee_member_itself(world):
    """No other power is asked: the rule names this body for members of the committee below."""
    Post.objects.create(
        person=world.who("xuong3"), body=world.bodies["dang_uy_hoa"], position="uy_vien",
        first_day=date(2020, 7, 1), last_day=date(2025, 4, 30),
    )  # fmt: skip
    matter = prosecuted(world, "khoi_to", subject="xuong3", to="ubkt_son")
    matter.answer("suspension.heard", on=IN_2023, value="có")

    matter.decided(IN_2023, by="chu")

    said = words_of(matter.case.papers.get(paper__kind="QD-06").paper)
    assert "Đình chỉ sinh hoạt cấp ủy đối với" in said
    assert "sinh hoạt đảng" not in said


def test_the_term_is_that_of_the_proceedings_and_the_register_says_why(detained, world):
    (standing,) = VotingStatus.objects.filter(person=world.who("thu"))

    assert standing.status == VotingStatus.Status.PROSECUTED
    assert detained.ends == date(2023, 8, 26)
    said = words_of(detained.case.papers.get(paper__kind="QD-06").paper)
    assert "theo thời hạn của pháp luật tố tụng, đến hết ngày 26/8/2023" in said
    assert ACT in said


def test_it_is_extended_as_often_as_the_law_body_tells_of_it(detained):
    day = date(2023, 8, 25)
    detained.take("draft_extend", by="soan", on=day, until="2023-10-26")
    with refused_whole("Chưa có thông báo của cơ quan pháp luật về việc gia hạn"):
        detained.take("extend", by="ky", on=day)

    told = {"act": "gia_han", "happened_on": "2023-08-20", "received_on": "2023-08-24"}
    detained.take("record_notice", by="soan", on=day, **told)
    detained.extended(day, until="2023-10-26")

    assert detained.laid("bao_to_tung")["told_late"] is True  # four days, three are allowed
    assert detained.ends == date(2023, 10, 26)
    with refused_whole("Ngày nhận thông báo phải từ ngày của việc được thông báo"):
        detained.take("record_notice", by="soan", on=day, **{**told, "received_on": "2023-08-19"})


def test_discipline_goes_on_without_lifting_and_expulsion_ends_it(detained, world):
    day = date(2023, 9, 5)
    with refused_whole("Chưa có quyết định khai trừ, giải tán"):
        detained.take("end_by_discipline", by="soan", on=day)

    detained.take(
        "record_discipline",
        by="soan",
        on=day,
        result="khai_tru",
        decision="31-QĐ/HU, ngày 01/9/2023",
    )
    detained.take("end_by_discipline", by="soan", on=day)

    assert detained.stage == "da_cham_dut"
    (standing,) = VotingStatus.objects.filter(person=world.who("thu"))
    assert standing.last_day == date(2023, 9, 4)

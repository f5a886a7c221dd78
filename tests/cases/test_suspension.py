"""A member suspended, extended, returned; the register and the next meeting know it, nothing ends by itself."""

from datetime import date

import pytest

from cases import sittings
from cases.models import RecordPaper
from cases.opened import parts_open
from cases.reading import Reader, read_file
from cases.verification import verify
from permissions.ways import Part
from registry import register
from registry.models import Membership, RegisterEntry, VotingStatus
from tests.cases.discipline import POWER, Meeting, World, refused_whole
from tests.cases.suspension import OPEN_IN_2026, proposed
from tests.scenarios.matters import words_of

DAY, MORE, BACK = date(2026, 5, 4), date(2026, 7, 30), date(2026, 8, 10)
SUSPENDED = "bị đình chỉ sinh hoạt"


@pytest.fixture
def world(db):
    return World()


@pytest.fixture
def served(world):
    """A member of the workshop's cell, suspended by the standing committee for ninety days."""
    return proposed(world, DAY).asks(OPEN_IN_2026, DAY).decided(DAY, days=90).announced(DAY)


def left_out(world, on, body="chi_bo_xuong", by="xuong1"):
    """Who does not count at a meeting of that body on that day, each with the reason."""
    meeting = Meeting(world, body, by, on)
    file = read_file(meeting.case.pk, Reader(world.who(by).pk, on, on))
    who = sittings.of_itself(file.id, file.facts).electorate({})
    return {int(one.person): one.reason for one in who.exclusions}


def numbers(matter):
    """Every number that was given in the file, in order."""
    held = RecordPaper.objects.filter(case=matter.case, paper__number__isnull=False)
    return [one.paper.number_text for one in held.order_by("paper_id")]


def test_from_the_request_to_the_archive(served, world):
    thu = world.who("thu").pk
    assert (served.stage, served.ends) == ("dang_dinh_chi", date(2026, 8, 2))
    assert left_out(world, date(2026, 5, 12))[thu] == SUSPENDED

    served.extended(MORE, days=30)
    served.sign("notify", draft="soan", by="ky", on=MORE)
    served.number(on=MORE)
    served.sign("lift", draft="soan", by="ky", on=BACK, returns_on="2026-08-11")
    served.number(on=BACK)
    served.take("announce_return", by="nghe", on=BACK)
    served.take("close", by="soan", on=BACK)

    assert numbers(served) == [
        "01-TTr/UBKTĐU", "01-QĐ/ĐU", "02-QĐ/ĐU", "01-TB/ĐU", "03-QĐ/ĐU",
    ]  # fmt: skip
    assert served.stage == "da_nop_luu"
    assert not served.case.deadlines.exists()
    assert left_out(world, BACK)[thu] == SUSPENDED
    assert thu not in left_out(world, date(2026, 8, 11))
    assert not verify().faults


def test_the_member_opens_the_file_from_the_hearing_on(world):
    thu = world.who("thu")
    unheard = proposed(world, DAY, heard=False)
    assert not parts_open(unheard.case.pk, thu, DAY)

    unheard.take("hear", by="soan", on=DAY)

    assert Part.HEADER in parts_open(unheard.case.pk, thu, DAY)


def test_the_register_says_it_once_in_its_chain_and_by_which_decision(served, world):
    (standing,) = VotingStatus.objects.filter(person=world.who("thu"))
    (entry,) = RegisterEntry.objects.filter(person=world.who("thu"))

    assert standing.document == "Quyết định số 01-QĐ/ĐU, ngày 04/5/2026"
    assert (standing.first_day, standing.last_day) == (DAY, None)
    assert (entry.deed, entry.by) == (RegisterEntry.Deed.SUSPENDED, world.who("nghe"))
    assert not list(register.faults())


def test_a_suspension_of_a_later_day_does_not_touch_the_meetings_before_it(world):
    matter = proposed(world, DAY).asks(OPEN_IN_2026, DAY)
    matter.decided(DAY, days=60, from_on="2026-05-20").announced(DAY)

    assert world.who("thu").pk not in left_out(world, date(2026, 5, 19))
    assert world.who("thu").pk in left_out(world, date(2026, 5, 20))
    assert matter.ends == date(2026, 7, 19)


def test_the_decision_says_its_ground_its_days_and_nothing_the_law_did_not_say(served):
    decision = served.case.papers.get(paper__kind="QD-06").paper

    said = words_of(decision)

    assert "Đình chỉ sinh hoạt đảng đối với đồng chí Đặng Văn Thử" in said
    assert "90 ngày, từ ngày 04/5/2026 đến hết ngày 02/8/2026" in said
    assert "không sinh hoạt, không biểu quyết" in said  # 21-QĐ/TW, one text
    assert "đảng phí" not in said  # nobody has read it for this day
    assert "30 ngày, kể từ ngày nhận được quyết định đình chỉ" in said


def test_whoever_sits_on_a_committee_is_told_that_it_reaches_there_too(world):
    rules = (*OPEN_IN_2026, "suspension.committee")
    matter = proposed(world, DAY, subject="xuong1").asks(rules, DAY).decided(DAY, days=90)

    matter.announced(DAY)

    for kind in ("QD-06", "BB-08.DC"):
        said = words_of(matter.case.papers.get(paper__kind=kind).paper)
        assert "sinh hoạt đảng, sinh hoạt cấp ủy" in said
    assert left_out(world, DAY, "dang_uy_hoa", "hoa_bt")[world.who("xuong1").pk] == SUSPENDED


def test_the_law_of_the_day_is_asked_all_at_once_before_anybody_signs(world):
    matter = proposed(world, DAY, subject="xuong1", heard=False)
    matter.take("draft_decide", by="soan", on=DAY, from_on=DAY.isoformat(), days=90)

    with refused_whole(
        "suspension.grounds", "authority.suspension", "suspension.heard", "suspension.committee"
    ) as caught:
        matter.take("decide", by="ky", on=DAY)

    assert len(caught.value.reasons) == 4


def test_a_hearing_makes_the_question_of_the_hearing_idle(world):
    matter = proposed(world, DAY)
    matter.take("draft_decide", by="soan", on=DAY, from_on=DAY.isoformat(), days=90)

    with refused_whole("suspension.grounds", "authority.suspension") as caught:
        matter.take("decide", by="ky", on=DAY)

    assert {one.rule for one in caught.value.reasons} == {
        "suspension.grounds",
        "authority.suspension",
    }


def test_the_power_to_suspend_is_that_to_expel_and_is_asked_of_the_deciding_body(world):
    matter = proposed(world, DAY).asks(("suspension.grounds", "authority.suspension"), DAY)
    matter.take("draft_decide", by="soan", on=DAY, from_on=DAY.isoformat(), days=90)

    with refused_whole(POWER):
        matter.take("decide", by="ky", on=DAY)


def test_days_that_cannot_be_are_refused_before_they_are_submitted(world):
    matter = proposed(world, DAY)

    with refused_whole("Không đình chỉ lùi ngày", "quá mức tối đa 90 ngày"):
        matter.take("draft_decide", by="soan", on=DAY, from_on="2026-05-03", days=91)


def test_nobody_decides_in_a_matter_of_their_own_nor_announces_without_a_number(world):
    cell = world.province.organisations["truong"]
    Membership.objects.create(
        person=world.who("ky"), cell=cell, status="chinh_thuc", first_day=date(2025, 7, 1)
    )
    rules = (*OPEN_IN_2026, "suspension.committee")
    matter = proposed(world, DAY, subject="ky").asks(rules, DAY)
    matter.take("draft_decide", by="soan", on=DAY, from_on=DAY.isoformat(), days=90)

    with refused_whole("permission"):
        matter.take("decide", by="ky", on=DAY)
    matter.take("decide", by="nghe", on=DAY)
    with refused_whole("Quyết định đình chỉ chưa được lấy số"):
        matter.take("hand_over", by="nghe", on=DAY)


def test_a_complaint_is_asked_of_the_law_before_it_is_told_of(world):
    rules = [rule for rule in OPEN_IN_2026 if rule != "suspension.complaint"]
    matter = proposed(world, DAY).asks(rules, DAY).decided(DAY, days=90)

    with refused_whole("suspension.complaint"):
        matter.announced(DAY)


def test_a_cell_may_ask_for_it_and_a_superior_may_decline(world):
    cell = ("chi_bo_xuong", "xuong2", "xuong1")
    with refused_whole("Chi bộ chỉ đề nghị đình chỉ"):
        proposed(world, DAY, procedure="P5S.CB", by=cell, to="chi_bo_xuong")
    matter = proposed(world, DAY, procedure="P5S.CB", by=cell, heard=False)

    matter.take("decline", by="ky", on=DAY)

    assert (matter.stage, numbers(matter)) == ("khong_dinh_chi", ["01-BC/CB"])

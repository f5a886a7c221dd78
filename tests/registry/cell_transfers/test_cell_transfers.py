"""A member changes cells: terms with their rule, what late means, a guest counted at home, a member who moves along."""

from datetime import date, timedelta

import pytest

from registry import offices, register
from registry.absence_models import CellTransfer
from registry.cell_transfers.clocks import clocks_of, flags, is_overdue
from registry.cell_transfers.deeds import (
    DropTransfer,
    ReportReason,
    SeeTransfer,
    SendOff,
    TakeOver,
)
from registry.keeping import OfficeRefused
from registry.models import Membership, VotingStatus, on
from registry.provinces import load
from registry.together import answered

EVENT = date(2025, 8, 1)
PAPER = "Giấy giới thiệu 12 (mẫu)"
LATER = date(2026, 3, 20)


class Commune:
    """A commune with a village's cell and a school's; its secretary writes for both."""

    def __init__(self):
        self.province = load("mau_giang", code="ch")
        self.village, self.school = (self.province.organisations[one] for one in ("doai", "truong"))
        self.body = self.province.bodies["btv_an"]
        self.member = self.province.people["doai1"]

    def does(self, deed, today=LATER):
        return offices.record(deed, by=self.province.people["ky"], today=today)

    def sees(self, **said):
        told = {
            "way": "chinh_thuc", "event": "Chuyển công tác", "event_on": EVENT, "to_cell": self.school,
            "document": "Quyết định điều động (mẫu)", **said,
        }  # fmt: skip
        return self.does(SeeTransfer(person=self.member, in_body=self.body, **told))

    def then(self, kind, row, day, **said):
        deed = kind(transfer=row, in_body=self.body, day=day, document=PAPER, **said)
        return self.does(deed)

    def shown(self, day):
        return {
            (one.source.split(":", 2)[2], one.unit.pk)
            for one in answered(flags({self.village.pk, self.school.pk}, day))[0]
        }


@pytest.fixture
def commune(db):
    return Commune()


def refused(act):
    with pytest.raises(OfficeRefused) as caught:
        act()
    return {one.rule for one in caught.value.reasons}


def test_the_terms_run_in_working_days_and_say_their_rule(commune):
    row = commune.sees()
    apply_by = clocks_of(row)[0]
    assert (apply_by.deadline.value, apply_by.deadline.unit) == (60, "working_day")
    assert apply_by.hit.cited == "294-QĐ/TW mục 6.3.1"
    last = apply_by.deadline.longest
    assert commune.shown(last) == set()
    assert commune.shown(last + timedelta(days=1)) == {
        ("transfer.official.apply", commune.village.pk)
    }

    sent = commune.then(SendOff, row, date(2025, 9, 3))
    present_by = next(one for one in clocks_of(sent) if one.name == "transfer.official.present")

    assert present_by.deadline.value == 30
    day = present_by.deadline.longest + timedelta(days=1)
    assert commune.shown(day) == {("transfer.official.present", commune.school.pk)}


def test_three_months_without_the_papers_let_the_receiving_committee_consider(commune):
    sent = commune.then(SendOff, commune.sees(), date(2025, 10, 1))

    assert not is_overdue(sent, date(2026, 1, 1))
    assert is_overdue(sent, date(2026, 1, 2))
    late = ("removal.transfer_default", commune.school.pk)
    assert late in commune.shown(date(2026, 1, 2))
    assert Membership.objects.filter(on(LATER), person=commune.member).count() == 1, (
        "nothing by itself"
    )


def test_where_the_rule_of_the_day_is_not_known_nothing_is_late(commune):
    later = date(2026, 11, 20)
    deed = SeeTransfer(
        person=commune.member, in_body=commune.body, way="chinh_thuc", event="Chuyển công tác",
        event_on=date(2026, 5, 4), to_cell=commune.school, document="Quyết định (mẫu)",
    )  # fmt: skip

    row = commune.does(deed, today=later)

    assert [(one.deadline, one.hit.force) for one in clocks_of(row)] == [(None, "ask")]
    assert commune.shown(date(2027, 11, 20)) == set()


def test_a_member_moves_along_without_a_gap_and_the_register_holds(commune):
    sent = commune.then(SendOff, commune.sees(), date(2025, 9, 3))
    first = date(2025, 9, 20)

    commune.then(TakeOver, sent, date(2025, 9, 18), taken_on=first)

    assert Membership.objects.get(on(first), person=commune.member).cell == commune.school
    before = first - timedelta(days=1)
    assert Membership.objects.get(on(before), person=commune.member).cell == commune.village
    assert commune.shown(LATER) == set()
    assert list(register.faults()) == []


def test_a_guest_is_counted_at_home_and_votes_nowhere_else(commune):
    until = date(2026, 2, 28)
    seen = commune.sees(way="tam_thoi", until=until)
    sent = commune.then(SendOff, seen, date(2025, 9, 3))

    commune.then(TakeOver, sent, date(2025, 9, 18), taken_on=date(2025, 9, 20))

    assert Membership.objects.get(on(until), person=commune.member).cell == commune.village
    away = VotingStatus.objects.get(person=commune.member)
    assert (away.status, away.first_day, away.last_day) == (
        VotingStatus.Status.AWAY, date(2025, 9, 20), until,
    )  # fmt: skip
    assert commune.shown(until) == set()
    assert commune.shown(until + timedelta(days=1)) == {
        (f"het_tam_thoi:{until}", commune.village.pk)
    }


@pytest.mark.parametrize(
    ("until", "studies", "allowed"),
    [
        (date(2025, 10, 30), False, False),
        (date(2025, 10, 31), False, True),
        (date(2026, 7, 31), False, True),
        (date(2026, 8, 1), False, False),
        (date(2027, 8, 1), True, True),
        (date(2027, 8, 2), True, False),
        (None, False, False),
    ],
)
def test_a_stay_for_a_time_has_its_bounds(commune, until, studies, allowed):
    def act():
        return commune.sees(way="tam_thoi", until=until, studies=studies)

    assert act() if allowed else refused(act) == {"input.until"}


def test_late_with_a_reason_stays_a_flag_that_tells_of_it(commune):
    row = commune.sees()
    told = commune.then(ReportReason, row, LATER, reason="Nghỉ ốm dài ngày.")

    ((flag,),) = answered(flags({commune.village.pk}, LATER))
    assert flag.words.endswith("đã báo cáo lý do.")
    assert "Nghỉ ốm" not in "".join(
        commune.province.organisations["an"].entries.values_list("content", flat=True)
    ), "the reason stays out of the chained text"

    commune.then(DropTransfer, told, LATER, why="Không chuyển công tác nữa.")
    assert answered(flags({commune.village.pk}, LATER)) == [[]]


def test_one_transfer_at_a_time_to_one_place_that_is_another_cell(commune):
    assert refused(lambda: commune.sees(to_place="Tỉnh khác")) == {"input.to_cell"}
    assert refused(lambda: commune.sees(to_cell=commune.village)) == {"input.to_cell"}
    row = commune.sees(to_cell=None, to_place="Đảng ủy xã Ngoài (mẫu)")

    assert refused(commune.sees) == {"input.person"}
    assert refused(lambda: commune.then(TakeOver, row, LATER, taken_on=LATER)) == {
        "transfer.letter"
    }
    assert CellTransfer.objects.count() == 1


def test_who_goes_where_no_register_is_kept_leaves_ours(commune):
    row = commune.sees(to_cell=None, to_place="Đảng ủy xã Ngoài (mẫu)")
    sent = commune.then(SendOff, row, date(2025, 9, 3))

    commune.then(TakeOver, sent, date(2025, 9, 18), taken_on=date(2025, 9, 20))

    assert not Membership.objects.filter(on(LATER), person=commune.member).exists()
    assert list(register.faults()) == []

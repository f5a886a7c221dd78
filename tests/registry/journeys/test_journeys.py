"""Journeys abroad: reported before and after within the days of the unit; what is late or missing is a flag."""

from collections import Counter
from datetime import date

import pytest

from registry import offices, register
from registry.journey_models import Journey, ReportRule
from registry.journeys.deadlines import Rules
from registry.journeys.deeds import (
    ComeBack,
    CrossOut,
    DecideJourney,
    EnterJourney,
    LayRule,
    ReportAfter,
)
from registry.journeys.flags import flags
from registry.journeys.hints import hint_of
from registry.journeys.standing import standing_of
from registry.keeping import OfficeRefused
from registry.models import Membership, Post, on
from registry.together import answered
from tests.registry.members.conftest import TODAY, Commune

LEAVES, RETURNS = date(2026, 10, 5), date(2026, 10, 14)


class Abroad(Commune):
    """The commune, its cells, and members who travel."""

    def __init__(self):
        super().__init__()
        self.cell = self.province.organisations["doai"]
        here = Membership.objects.filter(on(TODAY), cell=self.cell).order_by("pk")
        self.members = [one.person for one in here.select_related("person")]

    def enters(self, **said):
        told = {
            "in_body": self.body, "person": self.members[0], "place": "Lào", "purpose": "viec_rieng",
            "leaves_on": LEAVES, "returns_on": RETURNS, "document": "Báo cáo (mẫu)",
        }  # fmt: skip
        return offices.record(EnterJourney(**told | said), by=self.keeper, today=TODAY)

    def does(self, deed, journey, **said):
        told = {"journey": journey, "in_body": self.body, "document": "Văn bản (mẫu)"}
        return offices.record(deed(**told | said), by=self.keeper, today=TODAY)

    def lays(self, **said):
        told = {
            "in_body": self.body, "first_day": date(2026, 1, 1), "before": 7, "before_unit": "working_day",
            "after": 15, "after_unit": "day", "document": "Quy chế (mẫu)",
        }  # fmt: skip
        return offices.record(LayRule(**told | said), by=self.keeper, today=TODAY)

    def flagged(self, day=TODAY):
        return [one.source.rpartition(":")[2] for one in _raised({self.cell.pk}, day)]


@pytest.fixture
def commune(db):
    return Abroad()


def refused(deed, commune):
    with pytest.raises(OfficeRefused) as refusal:
        offices.record(deed, by=commune.keeper, today=TODAY)
    return [one.rule for one in refusal.value.reasons]


def test_a_journey_reported_decided_and_reported_after_leaves_no_flag(commune):
    commune.lays()
    journey = commune.enters(reported_on=date(2026, 9, 1))

    commune.does(DecideJourney, journey, decision="dong_y", day=date(2026, 9, 5))
    commune.does(ComeBack, journey, day=RETURNS)
    commune.does(ReportAfter, journey, day=date(2026, 10, 29))

    assert commune.flagged() == []
    assert list(register.faults()) == []


def test_eight_journeys_nobody_was_told_of_are_eight_flags(commune):
    travellers = [*commune.members, *_others(commune)][:8]
    for person in travellers:
        commune.enters(person=person)

    found = _raised(set(_units(commune)), TODAY)

    assert Counter(one.source.rpartition(":")[2] for one in found) == {"khong_bao_cao": 8}
    assert {one.person for one in found} == set(travellers)
    assert {one.since for one in found} == {LEAVES}
    assert _raised(set(_units(commune)), date(2026, 10, 4)) == []


def _raised(units, day):
    return answered(flags(units, day))[0]


def _units(commune):
    return [commune.province.organisations[name].pk for name in ("doai", "xuong", "truong")]


def _others(commune):
    there = Membership.objects.filter(on(TODAY), cell__in=_units(commune)[1:])
    return [one.person for one in there.select_related("person").order_by("pk")]


def test_without_a_rule_nothing_is_late(commune):
    journey = commune.enters(reported_on=date(2026, 10, 4))
    commune.does(ComeBack, journey, day=RETURNS)

    told = standing_of(journey, Rules([commune.cell.pk]), TODAY)

    assert (told.before_by, told.after_by, told.unruled) == (None, None, True)
    assert commune.flagged() == []


@pytest.mark.parametrize(
    ("reported_on", "after_on", "found"),
    [
        (date(2026, 9, 24), date(2026, 10, 29), []),
        (date(2026, 9, 25), date(2026, 10, 29), ["muon_truoc"]),
        (date(2026, 9, 24), date(2026, 10, 30), ["muon_sau"]),
        (date(2026, 9, 24), None, ["thieu_sau"]),
        (date(2026, 10, 6), date(2026, 10, 29), ["sau_khi_di"]),
    ],
)
def test_late_is_counted_by_the_rule_of_the_unit(commune, reported_on, after_on, found):
    commune.lays()
    journey = commune.enters(reported_on=reported_on)
    commune.does(ComeBack, journey, day=RETURNS)
    if after_on:
        commune.does(ReportAfter, journey, day=after_on)

    assert commune.flagged() == found


def test_the_nearest_rule_binds_and_a_new_one_ends_the_old(commune):
    commune.lays()
    ours, secretary = commune.province.bodies["chi_bo_doai"], commune.members[1]
    Post.objects.create(person=secretary, body=ours, position="bi_thu", first_day=date(2026, 1, 1))
    nearer = LayRule(
        in_body=ours, first_day=date(2026, 10, 1), after=3,
        after_unit="day", document="Nghị quyết chi bộ (mẫu)",
    )  # fmt: skip
    offices.record(nearer, by=secretary, today=TODAY)
    rules = Rules([commune.cell.pk])

    assert rules.of(commune.cell.pk, date(2026, 9, 30)).before == 7
    assert rules.of(commune.cell.pk, date(2026, 10, 1)).after == 3
    commune.lays(first_day=date(2026, 11, 1), before=10)
    assert ReportRule.objects.get(before=7).last_day == date(2026, 10, 31)
    assert refused(
        LayRule(in_body=commune.body, first_day=date(2026, 5, 1), document="x"), commune
    ) == ["input.before", "input.first_day"]
    assert list(register.faults()) == []


def test_what_cannot_be_is_refused_with_every_reason(commune):
    stranger = commune.province.people["giam"]
    wrong = EnterJourney(
        in_body=commune.body, person=stranger, place="Lào", purpose="viec_rieng", document=" ",
        leaves_on=date(2026, 12, 5), returns_on=date(2026, 12, 1),
    )  # fmt: skip

    assert refused(wrong, commune) == [
        "input.document", "input.returns_on", "input.reported_on", "input.person",
    ]  # fmt: skip


def test_a_row_entered_by_mistake_is_crossed_out_and_stays(commune):
    journey = commune.enters()

    commune.does(CrossOut, journey, day=TODAY, reason="Ghi nhầm người.")

    assert commune.flagged() == []
    assert Journey.objects.get().void_reason == "Ghi nhầm người."
    commune.enters(reported_on=date(2026, 9, 1))
    assert refused(
        ComeBack(journey=journey, in_body=commune.body, day=TODAY, document="x"), commune
    ) == ["journey.void"]


def test_a_journey_that_was_not_agreed_to(commune):
    journey = commune.enters(reported_on=date(2026, 9, 1))
    commune.does(DecideJourney, journey, decision="khong_dong_y", day=date(2026, 9, 5))
    assert commune.flagged() == []  # nothing says that anybody went

    commune.does(ComeBack, journey, day=RETURNS)

    assert commune.flagged() == ["khong_dong_y"]


@pytest.mark.parametrize(
    ("returns_on", "together", "hint"),
    [
        (date(2025, 8, 20), 3, ""),
        (date(2025, 9, 20), 2, ""),
        (date(2025, 9, 20), 3, "chi bộ sinh hoạt tạm thời"),
        (date(2025, 12, 20), 1, "tạm thời"),
        (date(2026, 9, 20), 1, "chính thức"),
    ],
)
def test_a_hint_by_how_long_and_how_many(returns_on, together, hint):
    journey = Journey(leaves_on=date(2025, 8, 1), returns_on=returns_on)

    assert hint in hint_of(journey, together)
    assert bool(hint) is bool(hint_of(journey, together))

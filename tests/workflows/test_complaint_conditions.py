"""What a complaint is judged on, without a file in the database: days over Tết, the ladder, the last level."""

from dataclasses import replace
from datetime import date

import pytest

from law import terms
from workflows.complaint_clocks import time_to_settle
from workflows.conditions.complaint import (
    is_final,
    it_comes_to_the_first_level,
    it_is_in_time,
    no_further_complaint_can_come,
    no_level_is_skipped,
    window,
)
from workflows.conditions.service import lapse_starts
from workflows.facts import BodyFact, Facts, Row, Subject
from workflows.forms import Form, Part
from workflows.reviews import Effect, complaint_is_open, form_in_force, standing_of
from workflows.rows import RowKind

OWN = 1


def row(number, kind, on, **facts):
    return Row(number, kind, number, 1, on, "", facts)


def a_complaint(received, sent, on, **more):
    """A letter sent on a day about a decision received on another, as the committee finds it `on`."""
    said = {
        "received_on": received.isoformat(), "sent_on": sent.isoformat(), "arrived_on": sent.isoformat(),
        "form": "canh_cao", "decided_by": 9, "first_by": 9, "first_level": "co_so", "next": [OWN],
        "above": [OWN], **more,
    }  # fmt: skip
    return Facts(
        "P7.DV", "da_kiem_tra_dk", on, on, on, on, body="ubkt", level="tinh", own=OWN,
        subjects=(Subject(1, True, 1),), rows=(row(1, RowKind.REVIEWED, on, **said),),
    )  # fmt: skip


def may(guard, facts):
    return guard.judge(facts).reason is None


# D-38: the same letter over Tết, counted in working days or in days


@pytest.mark.parametrize(
    ("received", "in_days", "in_working_days", "law_says"),
    [
        (date(2018, 1, 22), date(2018, 2, 21), date(2018, 3, 12), date(2018, 3, 12)),
        (date(2026, 2, 2), date(2026, 3, 4), date(2026, 3, 23), date(2026, 3, 4)),
    ],
)
def test_the_two_units_give_two_last_days_and_the_law_of_receipt_picks_one(
    received, in_days, in_working_days, law_says
):
    assert terms.last_day(received, 30, "day").last_day == in_days
    assert terms.last_day(received, 30, "working_day").last_day == in_working_days

    found = window(a_complaint(received, received, received))

    assert found.last_day == law_says
    assert found.longest == in_working_days


def test_33_the_postmark_decides_and_doubt_favours_who_complains():
    received, last = date(2026, 2, 2), date(2026, 3, 23)

    assert may(it_is_in_time, a_complaint(received, last, date(2026, 3, 30)))
    assert not may(it_is_in_time, a_complaint(received, date(2026, 3, 24), date(2026, 3, 30)))


def test_32_where_nobody_has_read_the_window_a_letter_is_never_late():
    received = date(2026, 4, 11)

    assert window(a_complaint(received, received, received)) is None
    assert may(it_is_in_time, a_complaint(received, date(2026, 9, 1), date(2026, 9, 2)))


# The ladder


def test_the_first_level_and_no_skipping_bind_only_where_the_law_was_read():
    day = date(2024, 3, 4)
    elsewhere = a_complaint(day, day, day, next=[7])
    further = a_complaint(day, day, day, next=[7], decided_by=8)

    assert it_comes_to_the_first_level.judge(elsewhere).reason.rule == "complaint.ladder.first"
    assert no_level_is_skipped.judge(further).reason.rule == "complaint.no_level_skipping"
    assert may(no_level_is_skipped, elsewhere)  # a first complaint skips nothing
    unread = date(2026, 5, 4)
    asked = it_comes_to_the_first_level.judge(a_complaint(unread, unread, unread)).reason
    assert "không tự đoán" in asked.text


@pytest.mark.parametrize(
    ("body", "form", "first_level", "last"),
    [
        ("ubkt", "canh_cao", "tinh", True),
        ("ubkt", "khai_tru", "tinh", False),
        ("ban_bi_thu", "khai_tru", "tinh", True),
        ("ban_bi_thu", "khai_tru", "tw", False),
        ("cap_uy", "khai_tru", "tw", True),
    ],
)
def test_the_last_level_follows_the_form(body, form, first_level, last):
    day = date(2024, 3, 4)
    facts = replace(
        a_complaint(day, day, day, form=form, first_level=first_level), body=body, level="tw"
    )

    assert is_final(facts) is last


def test_below_the_centre_somebody_always_stands_above():
    day = date(2024, 3, 4)
    facts = a_complaint(day, day, day)
    announced = replace(facts, rows=(*facts.rows, row(2, RowKind.HANDED_OVER, date(2018, 1, 22))))

    assert not is_final(facts)
    assert no_further_complaint_can_come.judge(announced).reason is None
    early = replace(announced, acted_on=date(2018, 3, 12))
    assert no_further_complaint_can_come.judge(early).reason is not None


# The time to settle it


def test_the_time_to_settle_is_longer_at_the_centre_and_grows_with_an_extension():
    day = date(2018, 1, 22)
    facts = a_complaint(day, day, day)

    (province,) = time_to_settle(facts)
    (centre,) = time_to_settle(replace(facts, level="tw"))
    (longer,) = time_to_settle(
        replace(facts, rows=(*facts.rows, row(2, RowKind.EXTENSION, day, days=10)))
    )

    assert province.last_day == terms.last_day(day, 90, "working_day").last_day
    assert centre.last_day == terms.last_day(day, 180, "working_day").last_day
    assert longer.last_day == terms.last_day(province.last_day, 10, "working_day").last_day
    unread = date(2026, 5, 4)  # no clock where nobody knows how long it is
    assert not list(time_to_settle(a_complaint(unread, unread, unread)))


# What stands of a decision


def a_discipline(*rows, on=date(2023, 1, 2), by="btv", stage="dang_thi_hanh"):
    voted = row(1, RowKind.BALLOT, on, part=Part.DECIDES.value, form="canh_cao", body=OWN)
    handed = row(2, RowKind.HANDED_OVER, on)
    return Facts(
        "P5.DV", stage, date(2023, 6, 1), date(2023, 6, 1), on, on, body=by, level="xa", own=OWN,
        subjects=(Subject(1, True, 1),), bodies={OWN: BodyFact(OWN, by, "xa")}, rows=(voted, handed, *rows),
    )  # fmt: skip


def told(number, said, on=date(2023, 3, 1), source="KN-2023-0001", **more):
    return row(number, RowKind.REVIEW, on, source=source, said=said, body=5, **more)


@pytest.mark.parametrize(
    ("rows", "effect", "form"),
    [
        ((), Effect.IN_FORCE, "canh_cao"),
        ((told(3, "thu_ly"),), Effect.IN_FORCE, "canh_cao"),
        ((told(3, "giu_nguyen"),), Effect.IN_FORCE, "canh_cao"),
        ((told(3, "thay_doi", form="khien_trach"),), Effect.CHANGED, "khien_trach"),
        ((told(3, "thay_doi", form="khien_trach"), told(4, "giu_nguyen", source="KN-2023-0002")),
         Effect.IN_FORCE, "khien_trach"),
        ((told(3, "xoa_bo"),), Effect.ANNULLED, None),
    ],
)  # fmt: skip
def test_what_stands_is_read_from_the_disciplines_own_file(rows, effect, form):
    standing = standing_of(a_discipline(*rows))

    assert (standing.effect, standing.form) == (effect, form)


def test_a_complaint_is_open_from_the_letter_until_somebody_settles_it():
    letter = row(3, RowKind.COMPLAINT, date(2023, 1, 20))

    assert not complaint_is_open(a_discipline())
    assert complaint_is_open(a_discipline(letter))
    assert not complaint_is_open(a_discipline(told(3, "dua_ra")))
    assert complaint_is_open(a_discipline(letter, told(4, "chuyen")))
    assert complaint_is_open(a_discipline(letter, told(4, "thu_ly")))
    assert not complaint_is_open(a_discipline(letter, told(4, "thu_ly"), told(5, "giu_nguyen")))


def test_time_served_counts_where_the_law_says_so_and_is_disputed_where_it_does_not():
    announced, settled = date(2023, 1, 2), date(2023, 3, 1)
    changed = a_discipline(told(3, "thay_doi", form=Form.REPRIMAND.value))
    kept = a_discipline(told(3, "giu_nguyen"))
    before_the_guide = replace(changed, acted_on=date(2020, 6, 1))

    assert lapse_starts(a_discipline()) == [announced]
    assert lapse_starts(changed) == [announced]
    assert lapse_starts(kept) == [announced, settled]
    assert lapse_starts(before_the_guide) == [announced, settled]
    assert form_in_force(changed) == "khien_trach"

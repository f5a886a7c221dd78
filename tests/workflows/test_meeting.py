"""The meeting's own conditions: something to talk about, the right day, everyone on the roll once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from documents import kinds
from law.electorate import Person
from permissions.roles import Relation, Role
from permissions.standing import Standing
from workflows.facts import Facts, Row
from workflows.procedures.meeting import Meeting, MeetingStage
from workflows.rows import RowKind
from workflows.sitting import Sitting

DAY = date(2026, 3, 12)
SECRETARY = Standing(
    1, DAY, {Relation.HANDLING: frozenset({Role.SECRETARY, Role.COMMITTEE_MEMBER})}
)
CALL = Row(1, RowKind.ORIGIN, 1, 1, DAY, "convene", {"held_on": DAY.isoformat()})
ITEM = Row(2, RowKind.AGENDA, 2, 1, DAY, "add_item", {"case": "KL-2026-0001", "purpose": "de_nghi"})
SITTING = Sitting(
    "HN-2026-0001", 1, "chi_bo", DAY, "da_trieu_tap", (), (Person("11"), Person("12"))
)
EVERYONE = [{"person": 11, "here": "co_mat"}, {"person": 12, "here": "vang_co_ly_do"}]


def called(*rows: Row, **changes) -> Facts:
    return Facts(
        procedure="HN", stage=MeetingStage.CALLED, acted_on=DAY, today=DAY, opened_on=DAY,
        moved_on=DAY, body="chi_bo", level="chi_bo", rows=(CALL, *rows), sitting=SITTING, **changes,
    )  # fmt: skip


def against(step: str, facts: Facts, **answers) -> set[str]:
    """The conditions that stand against a step, by their names."""
    verdict = Meeting.refusals(Meeting.steps[step], facts, SECRETARY, answers)
    return {reason.rule for reason in verdict.reasons}


@pytest.mark.parametrize(("held_on", "refused"), [("2026-03-11", True), ("2026-03-12", False)])
def test_a_meeting_is_called_for_no_day_that_is_already_over(held_on, refused):
    said = {"held_on": held_on, "starts": "8", "place": "x", "chair": "x", "recorder": "x"}
    empty = replace(called(), stage=MeetingStage.PLANNED, rows=())

    assert ("the_meeting_comes_after_its_call" in against("convene", empty, **said)) is refused


def test_a_meeting_opens_on_its_day_with_an_agenda_and_its_whole_roll():
    assert not against("open_session", called(ITEM), attendance=EVERYONE)


def test_a_meeting_without_an_agenda_is_neither_announced_nor_opened():
    draft = Row(3, RowKind.DRAFT, 3, 2, DAY, "draft_invite", {"step": "invite", "papers": {}})

    assert "something_is_on_the_agenda" in against("invite", called(draft))
    assert "something_is_on_the_agenda" in against("open_session", called(), attendance=EVERYONE)


@pytest.mark.parametrize("day", [date(2026, 3, 11), date(2026, 3, 13)])
def test_a_meeting_is_opened_on_no_other_day_than_the_one_it_was_called_for(day):
    other = replace(called(ITEM), acted_on=day, today=day)

    assert "it_is_the_day_of_the_meeting" in against("open_session", other, attendance=EVERYONE)


def test_whoever_does_not_belong_stands_on_no_roll():
    stranger = {"person": 99, "here": "co_mat"}

    found = against("open_session", called(ITEM), attendance=[*EVERYONE, stranger])

    assert found == {"nobody_else_is_on_the_list"}


def test_whoever_belongs_stands_on_the_roll_even_when_away():
    found = against("open_session", called(ITEM), attendance=EVERYONE[:1])

    assert found == {"everyone_is_on_the_list"}


def test_what_is_known_before_the_roll_is_called_needs_no_roll():
    facts = replace(called(ITEM), sitting=None)

    assert not Meeting.refusals(Meeting.steps["open_session"], facts, SECRETARY).reasons


def test_the_end_writes_the_minutes_of_the_whole_meeting():
    step = Meeting.steps["end_session"]

    assert list(step.writes) == [kinds.MEETING_MINUTES]
    assert Meeting.move(step, MeetingStage.IN_SESSION) == MeetingStage.ENDED

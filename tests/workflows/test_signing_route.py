"""The route of a draft, in plain values: who may endorse, what an endorsement binds, what is put again."""

from dataclasses import replace
from datetime import date

import pytest

from permissions.roles import Relation, Role
from permissions.standing import Standing
from workflows import drafts, signing_route
from workflows.catalogue import PROCEDURES
from workflows.facts import Facts, Row
from workflows.laying import lay
from workflows.rows import RowKind

DAY = date(2026, 11, 20)
SUPERVISION = PROCEDURES["P1.CD"]
PAPERS = {"TB-01": "a" * 64}


def _row(number, kind, **facts):
    return Row(number, kind, number, number, DAY, "", facts)


def _facts(*rows, **more):
    return Facts("P1.CD", "da_hoan_chinh", DAY, DAY, DAY, DAY, rows=rows, **more)


MEETING = _row(1, RowKind.MEETING, yes=5, base=5)
DRAFT = _row(2, RowKind.DRAFT, step="conclude", papers=PAPERS, carries_out="cuoc_hop")
ENDORSED = _row(3, RowKind.ENDORSED, draft=2, step="conclude", papers=PAPERS)


@pytest.mark.parametrize(
    ("where", "role", "may"),
    [
        (Relation.HANDLING, Role.CHAIR, True),
        (Relation.HANDLING, Role.VICE_CHAIR, True),
        (Relation.TEAM, Role.TEAM_LEAD, True),
        (Relation.TEAM, Role.TEAM_SECRETARY, False),
        (Relation.HANDLING, Role.AREA_OFFICER, False),
        (Relation.HANDLING, Role.CLERK, False),
        (Relation.ABOVE, Role.CHAIR, False),
    ],
)
def test_leaders_of_the_body_and_the_team_lead_may_endorse(where, role, may):
    standing = Standing(1, DAY, {where: frozenset({role})})

    assert (not signing_route.may_endorse.refusals(standing)) == may
    assert signing_route.may_endorse.refusals(replace(standing, is_subject=True))


def test_an_endorsement_binds_the_words_of_the_draft_it_was_given_to():
    step = SUPERVISION.step(signing_route.ENDORSE)

    (row,) = lay(step, _facts(DRAFT), {"draft": 2}, frozenset()).rows

    assert row.facts == {"draft": 2, "step": "conclude", "papers": PAPERS}


def test_a_new_draft_leaves_no_endorsement_in_force():
    newer = _row(4, RowKind.DRAFT, step="conclude", papers={"TB-01": "b" * 64})

    assert signing_route.endorsements(DRAFT, _facts(DRAFT, ENDORSED)) == [ENDORSED]
    assert signing_route.endorsements(newer, _facts(ENDORSED, newer)) == []


def test_a_returned_draft_waits_for_nothing():
    returned = _row(3, RowKind.RETURNED, draft=2)

    assert signing_route.every_waiting(_facts(DRAFT)) == [DRAFT]
    assert signing_route.every_waiting(_facts(DRAFT, returned)) == []
    assert signing_route.decided_with(SUPERVISION.step("conclude"), _facts(DRAFT)) == "conclude"
    assert signing_route.decided_with(SUPERVISION.step("return_draft"), _facts(DRAFT)) == "conclude"
    assert signing_route.decided_with(SUPERVISION.step("decide"), _facts(DRAFT)) == ""


def test_putting_again_sets_aside_the_draft_and_the_decision_it_carries_out():
    step = SUPERVISION.step(signing_route.AGAIN)

    laying = lay(step, _facts(MEETING, DRAFT), {"draft": 2, "reason": "…"}, frozenset({"reason"}))

    assert laying.supersedes == (2, 1)
    assert [row.kind for row in laying.rows] == [RowKind.RECONSIDERED]


def test_only_a_decision_of_this_stage_is_put_again():
    earlier = replace(MEETING, on=date(2026, 11, 1))
    other = _row(2, RowKind.DRAFT, step="extend", papers=PAPERS)

    assert signing_route.decision(_facts(MEETING, DRAFT), 2) == MEETING
    assert signing_route.decision(_facts(earlier, DRAFT), 2) is None
    assert signing_route.decision(_facts(MEETING, other), 2) is None


def test_a_signed_draft_waits_no_longer():
    extend = SUPERVISION.step("extend")
    draft = _row(2, RowKind.DRAFT, step="extend", papers=PAPERS)

    assert lay(extend, _facts(draft), {"days": 5}, frozenset()).supersedes == (2,)


@pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=lambda one: one.code)
def test_the_deeds_on_a_draft_are_offered_exactly_where_one_can_wait(procedure):
    signing = [step for step in procedure.steps.values() if step.drafted]
    carrying = [step for step in signing if step.carries_out]

    assert _stages([procedure.step(signing_route.ENDORSE)]) == _stages(signing)
    assert _stages([s for s in [procedure.step(signing_route.AGAIN)] if s]) == _stages(carrying)
    for step in carrying:
        assert procedure.step(drafts.PREFIX + step.code).carries_out is step.carries_out


def _stages(steps):
    return {source for step in steps for source in step.source}

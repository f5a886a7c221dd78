"""Thay đổi phạm vi: time, team, content, subjects and period change only by who signed the decision, on paper."""

from __future__ import annotations

from typing import Any

from documents import kinds
from workflows.conditions.file import (
    no_subject_is_on_the_team,
    the_extension_is_within_its_share,
    the_period_is_in_order,
    the_team_has_one_lead,
)
from workflows.conditions.scope import something_is_changed
from workflows.everyday.declaring import before_the_finish, declared, give
from workflows.inputs import Day, Input, MemberOf, OrganisationOf, Text
from workflows.questions import supervision as ask
from workflows.rows import RowKind
from workflows.stages import Stages, Step

BASIS = "duty.team.scope_change"


def extend(_self: Any) -> None:
    """Trưởng đoàn đề nghị, nơi ra quyết định quyết định gia hạn."""


def change_team(_self: Any) -> None:
    """Thay đổi nội dung, đối tượng, thời gian, thành phần phải do nơi ra quyết định quyết định."""


def change_scope(_self: Any) -> None:
    """Có nội dung, đối tượng mới hoặc cần mốc thời gian khác thì đoàn báo cáo; nơi ra quyết định điều chỉnh."""


def declare_scope(procedure: Any, stages: Stages) -> None:
    """Give the changes to every procedure that sets up a team by a signed plan; they are drafted and signed."""
    plan = next((step for step in declared(procedure) if _sets_up_a_team(step)), None)
    if plan is None or procedure.disciplines:
        return
    at_work = _at_work(procedure, stages, plan)
    late = [one for one in at_work if one.value in _conducted(stages)]
    what = procedure.settles or ("kiểm tra" if procedure.inspects else "giám sát")
    signed: dict[str, Any] = {
        "by": plan.by, "drafted_by": plan.drafted_by, "at": plan.at, "drafted": True, "everyday": False,
    }  # fmt: skip
    give(
        procedure, stages, late, extend, basis=stages.basis, label=f"Gia hạn thời gian {what}",
        inputs=ask.EXTENSION, lays=RowKind.EXTENSION, when=[the_extension_is_within_its_share],
        issues=[kinds.INSPECTION_EXTENSION if procedure.inspects else kinds.TEAM_EXTENSION], **signed,
    )  # fmt: skip
    give(
        procedure, stages, at_work, change_team, basis=BASIS, label="Thay đổi thành phần đoàn",
        inputs=[_team_of(plan), *ask.NEW_TEAM[1:]], lays=RowKind.CHANGE,
        when=[the_team_has_one_lead, no_subject_is_on_the_team],
        issues=[kinds.INSPECTION_TEAM_CHANGE if procedure.inspects else kinds.TEAM_CHANGE], **signed,
    )  # fmt: skip
    if (
        procedure.reviews
    ):  # what is reviewed is one decision; the complaint itself says on what grounds
        return
    give(
        procedure, stages, at_work, change_scope, basis=BASIS,
        label=f"Điều chỉnh nội dung, đối tượng, mốc thời gian {what}",
        inputs=_questions(procedure), lays=RowKind.SCOPE,
        when=[something_is_changed, the_period_is_in_order], issues=[kinds.SCOPE_CHANGE], **signed,
    )  # fmt: skip


def _questions(procedure: Any) -> list[Input]:
    """What may change; another subject only where the procedure may have several."""
    new: list[Input] = []
    if not procedure.one_subject and "person" in procedure.subjects:
        new.append(MemberOf(name="member", label="Bổ sung đảng viên", required=False))
    if not procedure.one_subject and "organisation" in procedure.subjects:
        new.append(
            OrganisationOf(name="organisation", label="Bổ sung tổ chức đảng", required=False)
        )
    return [
        Text(
            name="theme", label="Nội dung sau điều chỉnh", personal=False, most=500, required=False
        ),
        Day(name="period_from", label="Mốc thời gian sau điều chỉnh, từ ngày", required=False),
        Day(name="period_to", label="đến ngày", required=False),
        *new,
        Text(name="reason", label="Lý do", long=True),
    ]


def _sets_up_a_team(step: Step) -> bool:
    return step.lays is RowKind.PLAN and {"team", "days"} <= {one.name for one in step.inputs}


def _team_of(plan: Step) -> Input:
    return next(one for one in plan.inputs if one.name == "team")


def _conducted(stages: Stages) -> set[str]:
    """The stages in which the team has begun with the subject."""
    early = {stage.value for stage in before_the_finish(stages)}
    prepared = [
        one for phase, said in stages.phases.items() if phase.value == "chuan_bi" for one in said
    ]
    return early - {str(one) for one in prepared}


def _at_work(procedure: Any, stages: Stages, plan: Step) -> list[Any]:
    """From the signed plan on, until the team's report lies before the body that concludes."""
    moves = [step for step in declared(procedure) if step.target and not step.everyday]
    concluded = {one for step in moves if step.carries_out and step.drafted for one in step.source}
    reached, waiting = {plan.target}, [plan.target]
    for here in waiting:  # grows while it is walked
        for step in moves:
            if here in step.source and here not in concluded and step.target not in reached:
                reached.add(step.target)
                waiting.append(step.target)
    return [one for one in before_the_finish(stages) if one.value in reached - concluded]

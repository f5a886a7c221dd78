"""Lịch đoàn, nhật ký đoàn: the days a team plans to work, and what each of its people did, never rewritten."""

from __future__ import annotations

from typing import Any

from permissions.predicates import not_the_subject, on_team
from workflows.everyday.declaring import declared, give, open_stages
from workflows.inputs import Day, TeamMates, Text
from workflows.rows import RowKind
from workflows.stages import Stages

PLAN_DAY, WRITE_DIARY = "plan_team_day", "write_diary"


def plan_team_day(_self: Any) -> None:
    """Đoàn định ngày làm việc: ở đâu, ai làm, làm gì. Đổi lịch thì ghi ngày mới; lịch cũ vẫn còn."""


def write_diary(_self: Any) -> None:
    """Người trong đoàn ghi việc đã làm trong ngày."""


def has_a_team(procedure: Any) -> bool:
    """Whether some step of the procedure sets up a team."""
    return any(one.kind == "team" for step in declared(procedure) for one in step.inputs)


def declare_team_work(procedure: Any, stages: Stages) -> None:
    """Give every matter with a team its calendar and its diary while it is open."""
    if procedure.is_meeting or not has_a_team(procedure):
        return
    everywhere, team = open_stages(stages), on_team() & not_the_subject
    give(
        procedure, stages, everywhere, plan_team_day,
        label="Ghi lịch làm việc của đoàn", by=team, lays=RowKind.TEAM_DAY,
        inputs=[
            Day(name="planned_on", label="Ngày làm việc"),
            Text(name="place", label="Nơi làm việc", most=200),
            TeamMates(name="people", label="Người làm việc"),
            Text(name="work", label="Nội dung làm việc", long=True),
        ],
    )  # fmt: skip
    give(
        procedure, stages, everywhere, write_diary,
        label="Ghi nhật ký đoàn", by=team, lays=RowKind.DIARY,
        inputs=[Text(name="done", label="Việc đã làm trong ngày", long=True)],
    )  # fmt: skip

"""Khắc phục đến cùng: a demand is done when its remedy was reported and somebody has looked and found it done."""

from __future__ import annotations

from typing import Any

from workflows.everyday.declaring import declared, give
from workflows.everyday.who import the_team_or_area_officer
from workflows.facts import Facts
from workflows.guards import guard
from workflows.inputs import Choice, RowOf, Text
from workflows.remedied import DONE, NOT_DONE, standings
from workflows.rows import RowKind
from workflows.stages import Stages

CHECK = "check_remedy"


@guard(remedy="Chờ báo cáo khắc phục; nhận báo cáo rồi mới kiểm tra.")
def a_remedy_waits_to_be_checked(facts: Facts) -> bool:
    """Không có báo cáo khắc phục nào chờ kiểm tra."""
    return any(one.waits for one in standings(facts))


@guard(remedy="Chọn một yêu cầu đã có báo cáo mà chưa được kiểm tra.", reads_inputs=True)
def this_demand_waits_to_be_checked(facts: Facts) -> bool:
    """Yêu cầu này chưa có báo cáo khắc phục, hoặc báo cáo đã được kiểm tra."""
    waiting = {one.demand.number for one in standings(facts) if one.waits}
    return facts.inputs.get("demand") in (None, *waiting)


def check_remedy(_self: Any) -> None:
    """Cán bộ kiểm tra việc khắc phục trên thực tế; chưa đạt thì yêu cầu còn đó, đối tượng báo cáo lại."""


def declare_remedies(procedure: Any, stages: Stages) -> None:
    """Wherever reports on remedies are received, let them be looked at."""
    at = {one for step in declared(procedure) if step.lays is RowKind.REMEDY for one in step.source}
    give(
        procedure, stages, [one for one in stages.enum if one.value in at], check_remedy,
        label="Kiểm tra kết quả khắc phục", by=the_team_or_area_officer, lays=RowKind.REMEDY_CHECKED,
        inputs=[
            RowOf(name="demand", label="Yêu cầu", of=[RowKind.DEMAND]),
            Choice(
                name="result", label="Kết quả",
                options=[(DONE, "Đã khắc phục"), (NOT_DONE, "Chưa khắc phục xong")],
            ),
            Text(name="note", label="Đã kiểm tra thế nào, thấy gì", long=True),
        ],
        when=[a_remedy_waits_to_be_checked, this_demand_waits_to_be_checked],
    )  # fmt: skip

"""Bàn giao hồ sơ: one officer hands a file to another with its list of papers; it is the other's once confirmed."""

from __future__ import annotations

from typing import Any

from documents import kinds
from workflows.everyday.declaring import give, open_stages
from workflows.everyday.who import the_team_or_area_officer
from workflows.facts import Facts, Row
from workflows.guards import guard
from workflows.inputs import Choice, PostHolder, RowOf, Text
from workflows.rows import RowKind
from workflows.stages import Stages

HAND, RECEIVE = "hand_over_file", "receive_file"


def waiting(facts: Facts) -> list[Row]:
    """The hand-overs that nobody has confirmed yet, oldest first."""
    received = {row.facts["handover"] for row in facts.of(RowKind.FILE_RECEIVED)}
    return [row for row in facts.of(RowKind.FILE_HANDED) if row.number not in received]


def responsible(facts: Facts) -> int | None:
    """The officer who answers for the file since its last confirmed hand-over; None: whoever follows the area."""
    row = facts.last(RowKind.FILE_RECEIVED)
    return row.by if row else None


def handed(facts: Facts) -> dict[str, Any]:
    """What a hand-over keeps of the file as it lies: its papers, and what was handed in."""
    return {
        "papers": sorted(paper.id for paper in facts.papers),
        "documents": [row.number for row in facts.rows if row.kind in _HANDED_IN],
    }


_HANDED_IN = (
    RowKind.EVIDENCE, RowKind.STATEMENT, RowKind.REPORT, RowKind.TEAM_DAY, RowKind.DIARY
)  # fmt: skip


@guard(remedy="Người nhận xác nhận lần bàn giao trước, rồi bàn giao tiếp.")
def no_handover_waits(facts: Facts) -> bool:
    """Còn một lần bàn giao chưa được người nhận xác nhận."""
    return not waiting(facts)


@guard(remedy="Người đang giữ hồ sơ ghi bước bàn giao trước.")
def a_handover_waits(facts: Facts) -> bool:
    """Không có lần bàn giao nào chờ xác nhận."""
    return bool(waiting(facts))


def hand_over_file(_self: Any) -> None:
    """Người giao kê khai hồ sơ theo danh mục, nêu việc còn lại; trách nhiệm chỉ chuyển khi người nhận xác nhận."""


def receive_file(_self: Any) -> None:
    """Người nhận đối chiếu danh mục, xác nhận; hai bên ký biên bản bàn giao, từ đó hồ sơ do người nhận phụ trách."""


def declare_handing_over(procedure: Any, stages: Stages) -> None:
    """Give every matter the two deeds by which it passes from one officer to another."""
    if procedure.is_meeting:
        return
    everywhere = open_stages(stages)
    give(
        procedure, stages, everywhere, hand_over_file,
        label="Bàn giao hồ sơ", by=the_team_or_area_officer, lays=RowKind.FILE_HANDED,
        inputs=[
            PostHolder(name="to", label="Người nhận"),
            Text(name="reason", label="Lý do bàn giao", long=True),
            Text(name="left", label="Việc còn lại, thời hạn", long=True),
        ],
        when=[no_handover_waits],
    )  # fmt: skip
    give(
        procedure, stages, everywhere, receive_file,
        label="Nhận bàn giao hồ sơ", by=the_team_or_area_officer, lays=RowKind.FILE_RECEIVED,
        inputs=[
            RowOf(name="handover", label="Lần bàn giao", of=[RowKind.FILE_HANDED]),
            Choice(
                name="result", label="Đối chiếu danh mục",
                options=[("du", "Đủ"), ("thieu", "Thiếu, đã ghi rõ")],
            ),
            Text(name="note", label="Nhận xét khi nhận", long=True, required=False),
        ],
        when=[a_handover_waits],
        writes=[kinds.FILE_HANDOVER],
    )  # fmt: skip

"""What an inspection or a supervision carries out: an item of the programme, a document, a commitment."""

from __future__ import annotations

from typing import Any

from workflows.everyday.declaring import give, open_stages
from workflows.everyday.who import heads, the_team_or_area_officer
from workflows.facts import Facts
from workflows.guards import guard
from workflows.inputs import Choice, DirectiveOf, ItemOf, PointOf, Text
from workflows.rows import RowKind
from workflows.stages import Stages

FOLLOW, MEASURE = "follow_guidance", "measure_by_pledge"

#: The parts whose matters a yearly programme plans: supervision, inspection of the programme, inspection on signs.
PLANNED_PARTS = frozenset({"P1", "P2", "P3"})


@guard(remedy="Chọn mục chương trình, hoặc văn bản chỉ đạo.", reads_inputs=True)
def something_is_followed(facts: Facts) -> bool:
    """Chưa chọn mục chương trình hay văn bản chỉ đạo nào."""
    return bool(facts.inputs.get("item") or facts.inputs.get("directive"))


@guard(remedy="Hồ sơ đã gắn với mục, văn bản này: không cần ghi nữa.", reads_inputs=True)
def it_is_not_followed_yet(facts: Facts) -> bool:
    """Mục chương trình hoặc văn bản chỉ đạo này đã ghi trong hồ sơ."""
    asked = {name: facts.inputs.get(name) for name in ("item", "directive")}
    named = {name: number for name, number in asked.items() if number}
    rows = facts.of(RowKind.GUIDED)
    there = {name: {row.facts.get(name) for row in rows} for name in named}
    return not named or any(number not in there[name] for name, number in named.items())


@guard(remedy="Đánh giá đã ghi mà sai thì đề nghị đính chính bước đã ghi.", reads_inputs=True)
def the_point_is_not_measured_yet(facts: Facts) -> bool:
    """Điểm cam kết này đã được đánh giá trong hồ sơ."""
    point = facts.inputs.get("point")
    return point is None or all(row.facts["point"] != point for row in facts.of(RowKind.YARDSTICK))


def follow_guidance(_self: Any) -> None:
    """Ghi hồ sơ thực hiện mục nào của chương trình kiểm tra, giám sát, theo văn bản chỉ đạo nào."""


def measure_by_pledge(_self: Any) -> None:
    """Đối chiếu từng điểm đảng viên đã cam kết, được giao trong năm với kết quả thực hiện."""


def declare_guided(procedure: Any, stages: Stages) -> None:
    """Give what a programme plans its two deeds; a file may be tied to its item at its end too."""
    if procedure.code.partition(".")[0] not in PLANNED_PARTS or procedure.is_meeting:
        return
    give(
        procedure, stages, list(stages.enum), follow_guidance,
        label="Gắn với chương trình, chỉ thị", by=the_team_or_area_officer | heads,
        lays=RowKind.GUIDED,
        inputs=[
            ItemOf(name="item", label="Mục chương trình kiểm tra, giám sát", required=False),
            DirectiveOf(name="directive", label="Văn bản chỉ đạo", required=False),
        ],
        when=[something_is_followed, it_is_not_followed_yet],
    )  # fmt: skip
    if "person" not in procedure.subjects:
        return
    give(
        procedure, stages, open_stages(stages), measure_by_pledge,
        label="Đối chiếu cam kết, nhiệm vụ được giao", by=the_team_or_area_officer,
        lays=RowKind.YARDSTICK,
        inputs=[
            PointOf(name="point", label="Điểm cam kết, nhiệm vụ"),
            Choice(
                name="met", label="Kết quả",
                options=[("dat", "Đạt"), ("chua_dat", "Chưa đạt")],
            ),
            Text(name="ground", label="Căn cứ đánh giá", long=True),
        ],
        when=[the_point_is_not_measured_yet],
    )  # fmt: skip

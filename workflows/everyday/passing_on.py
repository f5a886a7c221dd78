"""Chuyển cơ quan thụ lý khi sắp xếp tổ chức: a file passes to another body whole, and its subjects are told."""

from __future__ import annotations

from typing import Any

from django.db.models import TextChoices

from permissions.predicates import holds, not_the_subject
from permissions.roles import Relation, Role
from workflows.everyday.declaring import declared, give, open_stages
from workflows.everyday.who import the_team_or_area_officer
from workflows.facts import Facts, Row
from workflows.guards import guard
from workflows.inputs import BodyOf, Choice, Day, SubjectOf, Text
from workflows.offices import leaders_of
from workflows.rows import RowKind
from workflows.stages import Stages

PASS_ON, TELL = "pass_on_file", "tell_of_new_body"
#: The steps at which a subject learns of the matter: whoever knows nothing of it is told of no new body either.
LEARNS_AT = ("open", "plan", "present", "hear", "hand_over", "warn", "request", "explain")


class Fate(TextChoices):
    """What becomes of a file of a body that ends; each open file gets exactly one."""

    GOES_ON = "tiep_tuc", "Tiếp tục ở tổ chức kế thừa"
    UP = "len_tren", "Chuyển lên cấp trên"
    ACROSS = "sang_ngang", "Chuyển sang cơ quan khác"
    KEPT = "giu_nguyen", "Cơ quan thụ lý không đổi, thay cơ quan tham gia"
    BACK = "tro_ve", "Trở về cơ quan cũ do bỏ việc sắp xếp"
    AT_HOME = "noi_dang_sinh_hoat", "Cơ quan có thẩm quyền nơi đảng viên đang sinh hoạt quyết định"


#: Whoever carries out the plan: the door gives this standing to the hand of the act, and to nobody else.
the_hand_of_the_plan = (
    leaders_of(Relation.PLAN) | holds(Role.CLERK, of=Relation.PLAN) & not_the_subject
)


def pass_on_file(_self: Any) -> None:
    """Cơ quan thụ lý kết thúc hoạt động thì hồ sơ chuyển nguyên vẹn theo phương án; số hồ sơ, thời hạn giữ nguyên."""


def tell_of_new_body(_self: Any) -> None:
    """Đối tượng đã biết việc được thông báo cơ quan nào thụ lý hồ sơ từ nay."""


def passed(facts: Facts) -> Row | None:
    """The last time the file came to another body; None while it lies where it was opened."""
    rows = facts.of(RowKind.PASSED_ON)
    moved = [row for row in rows if row.facts["to"] != row.facts["from"]]
    return moved[-1] if moved else None


def untold(facts: Facts) -> list[int]:
    """The subjects who know of the matter and were not told yet whose it is now, by their numbers."""
    last = passed(facts)
    if last is None or not any(facts.has_taken(step) for step in LEARNS_AT):
        return []
    told = {r.facts["subject"] for r in facts.of(RowKind.BODY_TOLD) if r.number > last.number}
    return [one.number for one in facts.subjects if one.number not in told]


@guard(
    remedy="Không cần thông báo: cơ quan thụ lý không đổi, đối tượng đã được báo hoặc chưa biết việc."
)
def a_subject_awaits_word(facts: Facts) -> bool:
    """Không còn đối tượng nào phải thông báo về cơ quan thụ lý mới."""
    return bool(untold(facts))


@guard(remedy="Chọn đối tượng chưa được thông báo.", reads_inputs=True)
def that_subject_awaits_word(facts: Facts) -> bool:
    """Đối tượng này không chờ thông báo về cơ quan thụ lý mới."""
    return facts.inputs.get("subject") in (None, *untold(facts))


def declare_passing_on(procedure: Any, stages: Stages) -> None:
    """Let every file pass to another body, an ended one too; and its subjects be told, where they know of it."""
    give(
        procedure, stages, list(stages.enum), pass_on_file,
        label="Chuyển cơ quan thụ lý do sắp xếp tổ chức", short="Chuyển cơ quan thụ lý",
        by=the_hand_of_the_plan, at=Relation.PLAN, lays=RowKind.PASSED_ON, door_only=True,
        inputs=[
            Choice(name="fate", label="Hướng xử lý", options=[(one.value, str(one.label)) for one in Fate]),
            BodyOf(name="to", label="Cơ quan thụ lý từ nay"),
            Text(name="document", label="Quyết định sắp xếp: số, ngày", personal=False, most=200),
            Day(name="effective", label="Ngày có hiệu lực"),
            Text(name="reason", label="Lý do", long=True),
            Text(name="gaps", label="Điều phải lưu ý", long=True, required=False),
        ],
    )  # fmt: skip
    if procedure.is_meeting or not {one.code for one in declared(procedure)} & set(LEARNS_AT):
        return
    give(
        procedure, stages, open_stages(stages), tell_of_new_body,
        label="Thông báo cơ quan thụ lý mới cho đối tượng", short="Báo cơ quan thụ lý mới",
        by=the_team_or_area_officer, lays=RowKind.BODY_TOLD,
        inputs=[
            SubjectOf(name="subject", label="Đối tượng"),
            Choice(
                name="how", label="Cách thông báo",
                options=[("van_ban", "Bằng văn bản"), ("truc_tiep", "Trực tiếp, có ghi biên bản")],
            ),
            Text(name="document", label="Văn bản, biên bản: số, ngày", personal=False, most=200),
            Text(name="note", label="Ý kiến của đối tượng", long=True, required=False),
        ],
        when=[a_subject_awaits_word, that_subject_awaits_word],
    )  # fmt: skip

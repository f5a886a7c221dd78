"""The door's objections about the member's line: who may propose and decide, after moves and reorganisations too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import law
from cases.reading import File
from law import Reason
from registry import tree
from registry.models import (
    Body,
    Membership,
    Organisation,
    Person,
    Succession,
    VotingStatus,
    on,
)
from workflows.matter import Matter
from workflows.rows import RowKind
from workflows.stages import Step

#: The entry route of a violation found after the member moved, which the old place did not look into.
MOVED = "da_chuyen_noi_khac"


def about_levels(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Only bodies of the member's own line propose and decide, the lower ones first, and none that has ended.

    A level that has sent its proposal stays, whatever became of it since.
    """
    if step.lays is not RowKind.LEVELS or not isinstance(answers.get("proposing", []), list):
        return []
    day, done = file.facts.acted_on, {row.facts["body"] for row in file.facts.of(RowKind.SENT)}
    asked = [str(one) for one in (*answers.get("proposing", []), answers.get("deciding"))]
    open_ones = [int(one) for one in asked if one.isdigit() and int(one) not in done]
    found = Body.objects.select_related("organisation").in_bulk(open_ones)
    bodies = [found[one] for one in open_ones if one in found]
    line = _line_of(file, day)
    heights = [
        line.index(body.organisation_id) if body.organisation_id in line else -1 for body in bodies
    ]
    ended = [body for body in bodies if body.last_day and body.last_day < day]
    reasons = [_ended(body, day) for body in ended]
    cited = law.rule(step.basis, on=day).cited
    if -1 in heights or heights != sorted(heights):
        reasons.append(_OUTSIDE)
    if answers.get("route") == MOVED:
        reasons += _about_moved(file, day)
    return [replace(one, citation=cited) for one in reasons]


def about_guest(kind: type[Matter], body: Body, subjects: Sequence[Any], day: date) -> list[Reason]:
    """A host cell looks into members who are with it for a time, and belong to another cell."""
    if not kind.of_guests:
        return []
    people = [one for one in subjects if isinstance(one, Person)]
    away = VotingStatus.objects.filter(on(day), status=VotingStatus.Status.AWAY, person__in=people)
    own = Membership.objects.filter(on(day), person__in=people, cell=body.organisation_id)
    if away.count() == len(people) and not own.exists():
        return []
    return [
        Reason(
            "subjects.guest",
            "Ngày đó đảng viên không sinh hoạt tạm thời nơi khác, hoặc sinh hoạt chính thức ở chi bộ này.",
            remedy="Ghi giấy giới thiệu sinh hoạt tạm thời vào danh bạ; nơi sinh hoạt chính thức thì dùng"
            " quy trình “Chi bộ xem xét, thi hành kỷ luật”.",
        )
    ]


_OUTSIDE = Reason(
    "levels.line",
    "Các tổ chức đảng xem xét phải là tổ chức quản lý đảng viên này, xếp từ dưới lên.",
    remedy="Chọn chi bộ của đảng viên, rồi từng cấp trên của chi bộ ấy; cấp quyết định ở trên cùng.",
)


def _ended(body: Body, day: date) -> Reason:
    """An organisation that was merged or dissolved: its successor goes on, else the one above it."""
    next_one = Succession.objects.filter(predecessor=body.organisation, day__lte=day)
    heirs = ", ".join(str(one.successor) for one in next_one.select_related("successor"))
    ended = body.last_day
    assert ended is not None, "only a body that has ended is named here"
    return Reason(
        "levels.ended",
        f"{body.name} đã kết thúc hoạt động ngày {ended:%d/%m/%Y}.",
        remedy=f"Chọn cơ quan của tổ chức kế thừa: {heirs}."
        if heirs
        else "Chọn cấp trên trực tiếp của tổ chức đó.",
    )


def _about_moved(file: File, day: date) -> list[Reason]:
    """The direct common superior of the old and the new place acts, where the old place did not."""
    people = [s.register for s in file.facts.subjects if s.is_person]
    old = (
        Membership.objects.filter(person__in=people, last_day__lt=day).order_by("-last_day").first()
    )
    if old is None or old.last_day is None:
        return [
            Reason(
                "levels.not_moved",
                "Danh bạ không ghi đảng viên này đã chuyển sinh hoạt từ nơi khác.",
                remedy="Chọn nguồn xem xét khác, hoặc bổ sung việc chuyển sinh hoạt vào danh bạ.",
            )
        ]
    here = _line_of(file, day)
    then = tree.above(old.cell_id, day)
    common = next((one for one in here if one in then), None)
    ours = Body.objects.values_list("organisation", flat=True).get(pk=file.body)
    if common is None or ours == common:
        return []
    return [
        Reason(
            "levels.common_superior",
            "Vi phạm thấy sau khi chuyển đi mà nơi cũ chưa xem xét thì cấp trên trực tiếp chung xem xét.",
            remedy=f"Mở hồ sơ ở cơ quan của {Organisation.objects.get(pk=common)}.",
        )
    ]


def _line_of(file: File, day: date) -> list[int]:
    people = [s.register for s in file.facts.subjects]
    homes = Membership.objects.filter(on(day), person__in=people)
    return tree.above(homes.values_list("cell", flat=True).first() or 0, day)

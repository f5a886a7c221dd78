"""The door's objections about the member's line: who may propose and decide, after moves and reorganisations too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases.reading import File
from law import Reason
from registry import tree
from registry.models import (
    Body,
    Membership,
    Organisation,
    Person,
    Placement,
    Succession,
    VotingStatus,
    on,
)
from registry.reorganisation.heirs import body_for
from workflows.forms import Whom
from workflows.matter import Matter

#: The entry route of a violation found after the member moved, which the old place did not look into.
MOVED = "da_chuyen_noi_khac"


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


def ended(body: Body, day: date) -> Reason:
    """An organisation that was merged or dissolved: its successor goes on, else the one above it."""
    next_one = Succession.objects.filter(predecessor=body.organisation, day__lte=day)
    heirs = ", ".join(str(one.successor) for one in next_one.select_related("successor"))
    last = body.last_day
    assert last is not None, "only a body that has ended is named here"
    return Reason(
        "levels.ended",
        f"{body.name} đã kết thúc hoạt động ngày {last:%d/%m/%Y}.",
        remedy=f"Chọn cơ quan của tổ chức kế thừa: {heirs}."
        if heirs
        else "Chọn cấp trên trực tiếp của tổ chức đó.",
    )


def about_ended(body: Body, today: date) -> list[Reason]:
    """An ended body opens no file any more; whoever goes on in its place does, by the map of successors."""
    over = (
        Body.objects.filter(pk=body.pk, last_day__lt=today).select_related("organisation").first()
    )
    if over is None or over.last_day is None:
        return []
    heir = body_for(over, today)
    return [
        Reason(
            "body.ended",
            f"{over.name} đã kết thúc hoạt động ngày {over.last_day:%d/%m/%Y}.",
            remedy=f"Lập hồ sơ ở {heir.name}."
            if heir
            else "Lập hồ sơ ở cấp trên trực tiếp của tổ chức đó.",
        )
    ]


def about_moved(file: File, day: date) -> list[Reason]:
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
    here = line_of(file, day)
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


def line_of(file: File, day: date) -> list[int]:
    """The organisations above the subject on a day, from the lowest up: a member's own cell among them."""
    registered = [subject.register for subject in file.facts.subjects]
    if file.facts.whom is Whom.ORGANISATION:
        return above(registered[0], day)
    homes = Membership.objects.filter(on(day), person__in=registered)
    return tree.above(homes.values_list("cell", flat=True).first() or 0, day)


def above(organisation: int, day: date) -> list[int]:
    """The organisations above one on a day; above one that has ended, those of its last day."""
    if line := tree.above(organisation, day)[1:]:
        return line
    over = Placement.objects.filter(organisation=organisation, last_day__lt=day)
    last = over.order_by("-last_day").values_list("last_day", flat=True).first()
    return tree.above(organisation, last)[1:] if last else []

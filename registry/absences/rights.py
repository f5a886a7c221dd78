"""Who writes about a cell's members away: whoever leads the cell, and the organisation line above it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from law import Reason
from registry import tree
from registry.keeping import Asked
from registry.members.rights import WRITERS, WRITING_BODIES
from registry.models import Body, BodyKind, Membership, Organisation, Person, Post, held_by, on


def bodies_kept_by(person: Person, day: date) -> QuerySet[Body]:
    """The cells and committees for which `person` writes about members away that day."""
    kinds = (*WRITING_BODIES, BodyKind.CELL)
    held = Post.objects.filter(held_by(person, day), position__in=WRITERS, body__kind__in=kinds)
    bodies = Body.objects.filter(pk__in=held.values("body"))
    return bodies.select_related("organisation").order_by("pk")


def units_of(body: Body, day: date) -> set[int]:
    """The organisations about whose members the body writes: its own, and all below."""
    return {body.organisation_id, *tree.below(body.organisation_id, day)}


def home_cell(person: Person, day: date) -> Organisation | None:
    """The cell to which the member belongs that day."""
    held = Membership.objects.filter(on(day), person=person).select_related("cell").order_by("pk")
    found = held.last()
    return found.cell if found else None


def not_keeper(body: Body, unit: Organisation | None, asked: Asked) -> Iterator[Reason]:
    """Only whoever leads the unit or stands in the organisation line above it, today."""
    if not bodies_kept_by(asked.by, asked.today).filter(pk=body.pk).exists():
        yield Reason(
            "permission",
            f"Chỉ bí thư, phó bí thư hoặc cán bộ tổ chức của {body.name} được ghi việc này.",
            remedy="Chuyển văn bản cho người đang giữ một trong các chức vụ đó.",
        )
    if unit is None or unit.pk not in units_of(body, asked.today):
        yield Reason(
            "input.person",
            f"Đảng viên không sinh hoạt ở tổ chức đảng thuộc {body.organisation.name}.",
            remedy="Chọn đảng viên của tổ chức mình.",
        )


def day_astray(
    name: str, day: date, asked: Asked, *, after: date | None = None
) -> Iterator[Reason]:
    """A day that has come, and does not lie before what it follows."""
    if day > asked.today:
        yield Reason(f"input.{name}", "Ngày này chưa đến.", remedy="Ghi ngày đã qua.")
    if after is not None and day < after:
        yield Reason(
            f"input.{name}",
            f"Ngày này trước ngày {after:%d/%m/%Y} của lần ghi trước.",
            remedy="Ghi đúng thứ tự.",
        )

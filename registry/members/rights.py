"""Who reads the copy of the member list, and who writes it: offices of the line above, never a voter as such."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from law import Reason
from registry import tree
from registry.keeping import Asked
from registry.member_models import MemberRow
from registry.models import Body, BodyKind, Person, Position, Post, held_by

#: The organisation line: a board where there is one, elsewhere the committee itself.
WRITING_BODIES = (BodyKind.ORGAN, BodyKind.COMMITTEE, BodyKind.STANDING)
WRITERS = (
    Position.SECRETARY,
    Position.DEPUTY_SECRETARY,
    Position.HEAD,
    Position.DEPUTY_HEAD,
    Position.OFFICER,
)
READERS = (
    *WRITERS,
    Position.CHAIR,
    Position.VICE_CHAIR,
    Position.SECTION_CHIEF,
    Position.AUDITOR,
)


def units_read_by(person: Person, day: date) -> set[int]:
    """The organisations whose members `person` reads that day: of a cell its own, of a higher body all below."""
    held = Post.objects.filter(held_by(person, day), position__in=READERS)
    units: set[int] = set()
    for organisation in set(held.values_list("body__organisation", flat=True)):
        units |= {organisation, *tree.below(organisation, day)}
    return units


def rows_read_by(person: Person, day: date) -> QuerySet[MemberRow]:
    """The living rows of the copy that `person` reads, their own among them; by name as people sort them."""
    rows = MemberRow.objects.filter(superseded_in=None)
    read = rows.filter(cell__in=units_read_by(person, day)) | rows.filter(person=person)
    return read.select_related("cell", "person", "taken_in").order_by("person__sort_key", "pk")


def bodies_written_by(person: Person, day: date) -> QuerySet[Body]:
    """The bodies for which `person` takes lists in that day."""
    held = Post.objects.filter(
        held_by(person, day), position__in=WRITERS, body__kind__in=WRITING_BODIES
    )
    return Body.objects.filter(pk__in=held.values("body")).order_by("pk")


def not_writer(body: Body, asked: Asked) -> Iterator[Reason]:
    """Only whoever keeps the member list of this body, today."""
    if not bodies_written_by(asked.by, asked.today).filter(pk=body.pk).exists():
        yield Reason(
            "permission",
            "Chỉ bí thư, phó bí thư cấp ủy hoặc lãnh đạo, cán bộ của cơ quan tổ chức xây dựng Đảng "
            f"thuộc {body.organisation.name} được ghi danh sách đảng viên.",
            remedy="Chuyển danh sách cho người đang giữ một trong các chức vụ đó.",
        )

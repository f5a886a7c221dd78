"""Who reads the copy of the member list, and who writes it: offices of the line above, never a voter as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    return tree.with_all_under(held.values("body__organisation"), day)


def rows_read_by(person: Person, day: date) -> QuerySet[MemberRow]:
    """The living rows of the copy that `person` reads, their own among them; by name as people sort them."""
    rows = MemberRow.objects.filter(superseded_in=None)
    read = rows.filter(cell__in=units_read_by(person, day)) | rows.filter(person=person)
    return read.select_related("cell", "person", "taken_in").order_by("person__sort_key", "pk")


def rows_about(person: int) -> QuerySet[MemberRow]:
    """Every row about one member, living or superseded, the newest first."""
    rows = MemberRow.objects.filter(person=person).select_related("cell", "person", "taken_in")
    return rows.order_by("-pk")


def living_read_by(person: Person, rows: Iterable[MemberRow], day: date) -> MemberRow | None:
    """Of the rows about a member the living one that `person` reads that day; everybody reads their own."""
    living = sorted((one for one in rows if one.superseded_in_id is None), key=lambda one: one.pk)
    units = units_read_by(person, day) if living else set()
    mine = (one for one in living if one.cell_id in units or one.person_id == person.pk)
    return next(mine, None)


def written(held: Iterable[Post]) -> list[Body]:
    """Of the posts somebody holds, the bodies for which they take lists in, by their number."""
    found = {
        one.body for one in held if one.position in WRITERS and one.body.kind in WRITING_BODIES
    }
    return sorted(found, key=lambda one: one.pk)


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

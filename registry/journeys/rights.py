"""Who reads and who writes journeys abroad, and who may declare, or open, a member's relations abroad."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Case, Q, QuerySet, When

from law import Reason
from registry import tree
from registry.journey_models import Journey
from registry.keeping import Asked
from registry.members.rights import bodies_written_by, units_read_by
from registry.models import Body, BodyKind, Membership, Person, Position, Post, held_by, on

#: Who writes for a cell.
CELL_HANDS = (Position.SECRETARY, Position.DEPUTY_SECRETARY)


def journeys_read_by(person: Person, day: date) -> QuerySet[Journey]:
    """The journeys of the units that `person` reads that day, and the person's own."""
    return Journey.objects.filter(Q(cell__in=units_read_by(person, day)) | Q(person=person))


def bodies_writing(person: Person, day: date) -> QuerySet[Body]:
    """The bodies through which `person` writes: a cell by its secretary or deputy, the organisation line of a level."""
    cells = Post.objects.filter(
        held_by(person, day), position__in=CELL_HANDS, body__kind=BodyKind.CELL
    )
    line = bodies_written_by(person, day).values("pk")
    return Body.objects.filter(Q(pk__in=cells.values("body")) | Q(pk__in=line)).order_by("pk")


def units_of(body: Body, day: date) -> set[int]:
    """The organisation of a body, and all under it that day."""
    return {body.organisation_id, *tree.below(body.organisation_id, day)}


def members_of(body: Body, day: date) -> QuerySet[Person]:
    """The members of a body's organisation and of those under it that day, as people sort names."""
    here = Membership.objects.filter(on(day), cell__in=units_of(body, day)).values("person")
    return Person.objects.filter(pk__in=here).order_by("sort_key")


def cell_of(person: Person, day: date) -> Membership | None:
    """Where a member belongs that day; of one who had left before the day, where they last did."""
    begun = person.memberships.filter(first_day__lte=day).select_related("cell")
    return begun.order_by("-first_day", "-pk").first()


def not_writing(body: Body, asked: Asked) -> Iterator[Reason]:
    """Only whoever writes through this body, today."""
    if not bodies_writing(asked.by, asked.today).filter(pk=body.pk).exists():
        yield Reason(
            "permission",
            f"Chỉ bí thư, phó bí thư chi bộ hoặc cơ quan tổ chức của cấp ủy được ghi ở {body.name}.",
            remedy="Chuyển văn bản cho người đang giữ một trong các chức vụ đó.",
        )


def elsewhere(person: Person, cell: int | None, body: Body, day: date) -> Iterator[Reason]:
    """The member belongs to the body's organisation or one under it."""
    if cell is None or cell not in units_of(body, day):
        yield Reason(
            "input.person",
            f"{person} không sinh hoạt ở {body.organisation.name} ngày đó.",
            remedy="Ghi ở chi bộ, cấp ủy quản lý đồng chí đó ngày đi.",
        )


# Relations abroad


def cells_opened_to(person: Person, day: date) -> set[int]:
    """The cells whose members' declarations open to `person` by office."""
    return cells_led_by(person, day) | units_of_line(person, day)


def cells_led_by(person: Person, day: date) -> set[int]:
    """The cells whose secretary `person` is that day, or then acts for."""
    secretary = Post.objects.filter(
        held_by(person, day), position=Position.SECRETARY, body__kind=BodyKind.CELL
    )
    return set(secretary.values_list("body__organisation", flat=True))


def units_of_line(person: Person, day: date) -> set[int]:
    """The organisations whose organisation line `person` is that day, with all under them."""
    return tree.with_all_under(bodies_written_by(person, day).values("organisation"), day)


def overseen_from(day: date) -> Case:
    """With each post, read together with its body, the organisations whose logs it opens that day; else nothing."""
    opened = tree.under('"registry_body"."organisation_id"', day)
    return Case(When(position=Position.AUDITOR, then=opened))


def units_overseen_by(person: Person, day: date) -> set[int]:
    """The organisations about whose members `person` reads the logs that day, as an auditor of files."""
    posts = Post.objects.filter(held_by(person, day), position=Position.AUDITOR)
    return tree.with_all_under(posts.values("body__organisation"), day)

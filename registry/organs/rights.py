"""Who writes of an organisation, its bodies and its cadres: the organisation line there or above, on a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from law import Reason
from registry import tree
from registry.keeping import KEEPERS, Asked
from registry.members.rights import WRITING_BODIES
from registry.models import Body, Organisation, Person, Post, held_by, on


def kept_by(person: Person, day: date) -> list[Body]:
    """Every body whose register `person` keeps that day."""
    held = Post.objects.filter(held_by(person, day), position__in=KEEPERS)
    return list(Body.objects.filter(pk__in=held.values("body")).order_by("-pk"))


def kept(held: Iterable[Post]) -> list[Body]:
    """The same, of the posts that somebody holds that day."""
    found = {one.body for one in held if one.position in KEEPERS}
    return sorted(found, key=lambda one: -one.pk)


def over(kept: Iterable[Body], line: Sequence[int]) -> list[Body]:
    """Of some bodies those of the organisation line in one of the organisations of `line`, the nearest first."""
    found = [one for one in kept if one.kind in WRITING_BODIES and one.organisation_id in line]
    return sorted(found, key=lambda one: line.index(one.organisation_id))


def bodies_over(person: Person, organisation: int, day: date) -> list[Body]:
    """The bodies of the organisation line, of `organisation` or above it, whose register `person` keeps that day.

    The nearest first; of an organisation that has ended, those of whoever succeeded to it.
    """
    kept = kept_by(person, day)
    return over(kept, tree.above(organisation, day)) if kept else []


def home_of(person: Person, day: date) -> int | None:
    """The organisation to which a person belongs on a day: their cell, else that of a post of theirs."""
    cell = person.memberships.filter(on(day)).values_list("cell", flat=True).first()
    if cell is not None:
        return cell
    return person.posts.filter(on(day)).values_list("body__organisation", flat=True).first()


def not_over(body: Body, organisation: Organisation | int | None, asked: Asked) -> Iterator[Reason]:
    """Only whoever keeps the register of a committee or its board, there or above."""
    number = organisation.pk if isinstance(organisation, Organisation) else organisation
    if number is None or body not in bodies_over(asked.by, number, asked.today):
        yield Reason(
            "permission",
            f"{body.name} không phải cấp ủy, cơ quan tổ chức của tổ chức này hay của cấp trên, hoặc bạn không ghi "
            "danh bạ của cơ quan ấy.",
            remedy="Chuyển văn bản cho người ghi danh bạ của cấp ủy, cơ quan tổ chức có thẩm quyền.",
        )

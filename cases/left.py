"""Who has left the Party, as the register and their files tell it: what a question about coming back begins with."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from cases.models import FileRow
from proof.reader import as_the_system
from registry import tree
from registry.exit_models import Exit
from registry.exits import exits
from registry.models import Organisation, Person, Post, held_by
from workflows.readmission import Case
from workflows.rows import RowKind


def exits_of(reader: Person, day: date) -> QuerySet[Exit]:
    """The exits that stand on `day` out of cells of the organisations in which `reader` holds a post, newest first."""
    places = Organisation.objects.filter(
        bodies__posts__in=Post.objects.filter(held_by(reader, day))
    )
    cells: set[int] = set()
    for place in places.distinct():
        cells |= {place.pk, *tree.below(place.pk, day)}
    found = exits(day, cells).select_related("person", "membership__cell")
    return found.order_by("-last_day", "-pk")


@as_the_system()  # on which ground somebody left decides about them, whoever may open that file
def ground_of(left: Exit) -> str:
    """On which ground the person was struck off, as the file says; empty where no file of ours tells."""
    rows = FileRow.objects.filter(
        case__subjects__person=left.person,
        case__procedure__startswith="P8.",
        case__opened_on__lte=left.last_day,
        kind=RowKind.LEVELS,
        superseded_by=None,
    )
    newest = rows.order_by("-case", "-number").first()
    if newest is None:
        return ""
    missing = "khong_chuyen" if newest.case.procedure == "P8.CS" else ""
    return str(newest.facts.get("ground", missing))


def of_exit(left: Exit) -> Case:
    """What is known before anything is asked: how, when and on which ground."""
    return Case(way=left.kind, left_on=left.last_day, ground=ground_of(left))


__all__ = ["exits_of", "ground_of", "of_exit"]

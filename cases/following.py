"""The register of what is followed until it is done: loans, tasks, answers, lessons, out of the rows of the files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from cases.incoming import READERS
from cases.models import FileRow
from cases.own import of_others
from cases.queries import visible_to, with_evidence
from registry.models import Person, Post, held_by
from workflows import followed
from workflows.followed import Followed

#: What is asked for: what waits, what is late, what is done, everything.
WAITING, LATE, DONE, EVERY = "cho", "qua_han", "xong", "het"


@dataclass(frozen=True)
class Line:
    """One line of the register: the row that opened it, and the rows that told of it since, the last one first."""

    kind: Followed
    row: Any
    told: Sequence[FileRow]
    is_done: bool

    @property
    def due(self) -> date:
        """The last day on which it is in time."""
        return date.fromisoformat(self.row.facts[self.kind.due])

    def days_late(self, today: date) -> int:
        """Days after its day by which it was done, or by which it still waits; 0 in time."""
        ended = self.told[0].laid_by.acted_on if self.is_done else today
        return max(0, (ended - self.due).days)


def reads_a_register(person: Person, at: date) -> bool:
    """Whether `person` holds a post of those who work on the files of a body, or keep them."""
    return Post.objects.filter(held_by(person, at), position__in=READERS).exists()


def rows_for(person: Person, kind: Followed, at: date, asked: str = WAITING) -> QuerySet[FileRow]:
    """The opening rows of one kind that `person` may read on `at`, in files of bodies they work in.

    A loan is read by whoever sees the file, the clerk too; anything else by whoever reads what lies in it.
    """
    held = Post.objects.filter(held_by(person, at), position__in=READERS).values("body")
    cases = of_others(visible_to(person, at), person).filter(body__in=held)
    if kind is not followed.LOAN:
        cases = with_evidence(cases, person, at).filter(is_inside=True)
    said = {f"facts__{name}": value for name, value in kind.ends_with.items()}
    ended = FileRow.objects.filter(
        case=OuterRef("case"), kind=kind.ended_by, superseded_by=None, **said
    )
    ended = ended.annotate(about=Cast(KT(f"facts__{kind.names}"), IntegerField()))
    rows = FileRow.objects.filter(
        case__in=cases.values("pk"), kind__in=kind.opened_by, superseded_by=None
    ).annotate(
        due=Cast(KT(f"facts__{kind.due}"), TextField()),
        is_done=Exists(ended.filter(about=OuterRef("number"))),
    )
    wanted = {
        WAITING: Q(is_done=False),
        LATE: Q(is_done=False, due__lt=at.isoformat()),
        DONE: Q(is_done=True),
    }
    return rows.filter(due__isnull=False).filter(wanted.get(asked, Q())).order_by("due", "pk")


def lines(kind: Followed, rows: Iterable[Any]) -> list[Line]:
    """The rows with what was told of each since. One statement."""
    opened = list(rows)
    told: dict[tuple[int, int], list[FileRow]] = {}
    ending = FileRow.objects.filter(
        case__in={row.case_id for row in opened}, kind=kind.ended_by, superseded_by=None
    )
    for one in ending.select_related("laid_by").order_by("-pk"):
        told.setdefault((one.case_id, one.facts[kind.names]), []).append(one)
    return [Line(kind, row, told.get((row.case_id, row.number), ()), row.is_done) for row in opened]

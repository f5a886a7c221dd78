"""What a team planned and what each of its people did: read from the rows of a file, and pressed to go with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.template import Context

from cases.models import Case, FileRow
from documents.pages import templates
from documents.press import press
from registry.models import Person
from workflows.rows import RowKind

_SHEET, _STYLE = "dossier/diary.html", "dossier/front.css"


@dataclass(frozen=True)
class Planned:
    """A day on which the team is to work: where, who, and on what."""

    day: date
    place: str
    people: str
    work: str
    by: str


@dataclass(frozen=True)
class Done:
    """What one of the team wrote down of a day."""

    on: date
    by: str
    said: str


@dataclass(frozen=True)
class TeamDiary:
    """The calendar of a team and its diary, each in the order of days."""

    planned: tuple[Planned, ...] = ()
    done: tuple[Done, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.planned or self.done)

    @property
    def last(self) -> date:
        """The last day of which it tells."""
        return max([*(one.day for one in self.planned), *(one.on for one in self.done)])

    def pressed(self, title: str, reference: str, body: str) -> bytes:
        """As a PDF in the paper's face; nobody signs it, it says what the file says."""
        said = {"diary": self, "title": title, "reference": reference, "body": body}
        return press(templates().get_template(_SHEET).render(Context(said)), _STYLE)


def rows_of_teams() -> QuerySet[FileRow]:
    """The days and notes of all teams that stand, as they were laid."""
    kinds = (RowKind.TEAM_DAY, RowKind.DIARY)
    living = FileRow.objects.filter(kind__in=kinds, superseded_by=None)
    return living.select_related("case", "laid_by__actor").order_by("number")


def diary_of(case: Case) -> TeamDiary:
    """Read the calendar and the diary of one file's team; two statements, one where no day is planned."""
    rows = list(rows_of_teams().filter(case=case))
    planned = planned_days(one for one in rows if one.kind == RowKind.TEAM_DAY)
    done = (
        Done(one.laid_by.acted_on, one.laid_by.actor.full_name, str(one.words["done"]))
        for one in rows
        if one.kind == RowKind.DIARY
    )
    return TeamDiary(
        tuple(sorted(planned.values(), key=lambda one: one.day)),
        tuple(sorted(done, key=lambda one: one.on)),
    )


def planned_days(rows: Iterable[FileRow]) -> Mapping[FileRow, Planned]:
    """What rows of planned days say, with the names of the people in them."""
    found = list(rows)
    wanted = {person for row in found for person in row.facts.get("people", ())}
    names = (
        dict(Person.objects.filter(pk__in=wanted).values_list("pk", "full_name")) if wanted else {}
    )
    return {
        row: Planned(
            date.fromisoformat(row.facts["planned_on"]),
            str(row.words["place"]),
            "; ".join(names.get(one, "") for one in row.facts["people"]),
            str(row.words["work"]),
            row.laid_by.actor.full_name,
        )
        for row in found
    }

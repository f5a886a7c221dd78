"""Reading what a member declared of relations abroad: by few, each reading written down, a team only with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.models import Case, Subject, TeamSeat
from cases.obstacle_models import ForeignRead
from permissions.roles import Role
from proof.reader import as_the_system
from registry.journey_models import ForeignRelation
from registry.journeys.rights import cell_of, cells_led_by, units_of_line, units_overseen_by
from registry.models import Organisation, Person, Position, Post, held_by

Way = ForeignRead.Way
#: Who heads the body that handles a matter; of its team, whoever has a seat.
_HEADS = (Position.CHAIR, Position.VICE_CHAIR)


@dataclass(frozen=True)
class Access:
    """By which way the declarations of a member of `unit` open; through a case only with a reason, each time."""

    way: Way
    unit: Organisation | None
    cases: tuple[Case, ...] = ()

    @property
    def wants_reason(self) -> bool:
        """Whether it opens only with a reason, in a case."""
        return self.way is Way.CASE


def access_to(holder: Person, reader: Person, today: date) -> Access | None:
    """Return the way by which the declarations open to `reader` today; None: as if there were none."""
    cell = cell_of(holder, today)
    unit = cell.cell if cell else None
    if holder.pk == reader.pk:
        return Access(Way.OWN, unit)
    if unit is not None and unit.pk in cells_led_by(reader, today):
        return Access(Way.SECRETARY, unit)
    if unit is not None and unit.pk in units_of_line(reader, today):
        return Access(Way.LINE, unit)
    cases = _own_cases(holder, reader, today)
    return Access(Way.CASE, unit, tuple(cases)) if cases else None


@as_the_system()  # whether one is on the team is told from the seats, whatever else one reads of the file
def _own_cases(holder: Person, reader: Person, today: date) -> list[Case]:
    """The open matters about the holder in which the reader sits on the team, or whose body the reader heads."""
    heads = Post.objects.filter(held_by(reader, today), position__in=_HEADS).values("body")
    seats = TeamSeat.objects.filter(person=reader, role__in=_SEATS).values("case")
    about = Subject.objects.filter(person=holder, superseded_by=None).values("case")
    mine = Q(pk__in=seats) | Q(body__in=heads)
    own = Subject.objects.filter(person=reader, superseded_by=None).values("case")
    found = Case.objects.filter(mine, pk__in=about, closed_on=None).exclude(pk__in=own)
    return list(found.order_by("-pk"))


_SEATS = (Role.TEAM_LEAD, Role.TEAM_SECRETARY, Role.TEAM_MEMBER, Role.SUPERVISING_MEMBER)


@transaction.atomic
def read(
    holder: Person,
    access: Access,
    *,
    by: Person,
    today: date,
    reason: str = "",
    case: Case | None = None,
) -> list[ForeignRelation]:
    """Write the reading down and return what stands declared, the newest first.

    Raises PermissionError for a way through a case without one of its cases and a reason.
    """
    if access.wants_reason and (case not in access.cases or not reason.strip()):
        raise PermissionError("A team reads in a case of its own, for a reason.")
    ForeignRead.objects.create(
        by=by,
        post=Post.objects.filter(held_by(by, today)).order_by("pk").first(),
        about=holder,
        unit=access.unit,
        way=access.way,
        case=case,
        reason=reason.strip(),
        at=timezone.now(),
    )
    rows = ForeignRelation.objects.filter(person=holder, superseded_by=None)
    return list(rows.order_by("-declared_on", "-pk"))


def log_read_by(auditor: Person, today: date) -> QuerySet[ForeignRead]:
    """Every reading about members of the units that an auditor of files oversees today, the newest first."""
    rows = ForeignRead.objects.filter(unit__in=units_overseen_by(auditor, today))
    return rows.select_related("by", "about", "unit", "case", "post__body").order_by("-pk")


@as_the_system()  # likewise
def holders_in_cases_of(reader: Person, today: date) -> list[Person]:
    """Whose declarations `reader` may open in a case of their own, as people sort names."""
    heads = Post.objects.filter(held_by(reader, today), position__in=_HEADS).values("body")
    seats = TeamSeat.objects.filter(person=reader, role__in=_SEATS).values("case")
    cases = Case.objects.filter(Q(pk__in=seats) | Q(body__in=heads), closed_on=None)
    own = Subject.objects.filter(person=reader, superseded_by=None).values("case")
    about = Subject.objects.filter(case__in=cases.exclude(pk__in=own), superseded_by=None)
    return list(Person.objects.filter(pk__in=about.values("person")).order_by("sort_key"))

"""Asking about a member: by the organisation line alone, each question written down with its answer."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from cases.obstacle_models import ObstacleQuery
from cases.obstacles.answering import answer
from cases.obstacles.open_matters import open_about
from registry.journeys.rights import cell_of, members_of, units_overseen_by
from registry.members.rights import bodies_written_by
from registry.models import Person, Post, held_by

#: The log shows how often each person asked in this many days: a habit of the screen, not a rule of law.
RATE_DAYS = 30


def may_ask_about(person: Person, today: date) -> QuerySet[Person]:
    """The members about whom `person` may ask today: of the organisations whose line they are, never themselves."""
    found = Person.objects.none()
    for body in bodies_written_by(person, today):
        found = found | members_of(body, today)
    return found.exclude(pk=person.pk).order_by("sort_key")


@transaction.atomic
def ask(
    about: Person, *, purpose: str, on: date, reason: str, by: Person, today: date
) -> ObstacleQuery:
    """Answer one question and write it down first of all; without the log there is no answer.

    The caller has made sure that `by` may ask about `about`.
    """
    cell = cell_of(about, today)
    assert cell is not None
    return ObstacleQuery.objects.create(
        by=by,
        post=_post(by, today),
        about=about,
        unit=cell.cell,
        on=on,
        purpose=purpose,
        reason=reason.strip(),
        answer=answer(purpose, on, open_about(about, on)),
        at=timezone.now(),
    )


def asked_before(by: Person, about: Person) -> QuerySet[ObstacleQuery]:
    """What `by` has asked about the member so far, the newest first."""
    return ObstacleQuery.objects.filter(by=by, about=about).order_by("-pk")


def log_read_by(auditor: Person, today: date) -> QuerySet[ObstacleQuery]:
    """Every question about members of the units that an auditor of files oversees today, the newest first."""
    rows = ObstacleQuery.objects.filter(unit__in=units_overseen_by(auditor, today))
    return rows.select_related("by", "about", "unit", "post__body").order_by("-pk")


def rates(log: QuerySet[ObstacleQuery]) -> list[tuple[str, int, int]]:
    """Who asked how often in the last days, and about how many people; whoever asked most comes first."""
    since = timezone.now() - timedelta(days=RATE_DAYS)
    counted = (
        log.order_by().filter(at__gte=since).values("by", "by__full_name")
        .annotate(times=Count("pk"), people=Count("about", distinct=True), last=Max("pk"))
        .order_by("-times", "-last")
    )  # fmt: skip
    return [(one["by__full_name"], one["times"], one["people"]) for one in counted]


def _post(person: Person, today: date) -> Post | None:
    bodies = bodies_written_by(person, today).values("pk")
    return Post.objects.filter(held_by(person, today), body__in=bodies).order_by("pk").first()

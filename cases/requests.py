"""What a lower body was asked to consider: conclusions that ask a cell to discipline its own member."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Case, Finding
from cases.queries import visible_to
from permissions.roles import Role
from registry.models import Membership, Person, Post, held_by, on
from workflows.inspection_conclusion import Outcome

#: Whoever leads a cell takes up what the cell was asked.
LEADERS = (Role.SECRETARY.value, Role.DEPUTY_SECRETARY.value)


def asked_of(person: Person, at: date) -> QuerySet[Case]:
    """Return the inspections that ask the cell led by `person` on `at` to consider discipline.

    They open nothing of the inspection's own file: only that the request may be followed by a file.
    """
    led = Post.objects.filter(held_by(person, at), position__in=LEADERS)
    theirs = Membership.objects.filter(
        on(at),
        person=OuterRef("subject__person"),
        cell__in=led.values("body__organisation"),
    )
    waiting = Finding.objects.filter(
        Exists(theirs), case=OuterRef("pk"), superseded_by=None, stage=Outcome.LOWER_ASKED
    )
    return Case.objects.filter(Exists(waiting))


def may_follow(person: Person, at: date) -> QuerySet[Case]:
    """Return the files from which `person` may open another: those they see, and what their cell was asked."""
    seen, asked = visible_to(person, at), asked_of(person, at)
    return Case.objects.filter(Q(pk__in=seen.values("pk")) | Q(pk__in=asked.values("pk")))

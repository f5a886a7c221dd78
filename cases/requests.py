"""What a lower body was asked to consider: conclusions that ask a cell to discipline its own member."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Case, Finding
from cases.queries import visible_to
from permissions.roles import Role
from proof.reader import as_the_system
from registry.models import Membership, Person, Post, held_by, on
from workflows.conclusions.of_inspection import Outcome

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


@as_the_system()  # the request of a file that is not theirs to open; its number and title are told
def not_taken_up(person: Person, at: date) -> list[Case]:
    """Return what the cell led by `person` was asked to consider and no file followed yet, in order."""
    return list(asked_of(person, at).filter(followed_by=None).order_by("pk"))


def may_follow(person: Person, at: date) -> QuerySet[Case]:
    """Return the files from which `person` may open another: those they see, and what their cell was asked."""
    seen, asked = visible_to(person, at), asked_of(person, at)
    return Case.objects.filter(Q(pk__in=seen.values("pk")) | Q(pk__in=asked.values("pk")))


@as_the_system()  # a file that asked their cell is followed without being opened
def followed(person: Person, at: date, reference: str) -> Case | None:
    """Return the file of that reference if `person` may open another from it, else None."""
    return may_follow(person, at).filter(reference=reference).first()

"""What a lower body was asked to consider: a member of its own cell, an organisation directly below it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Case, Finding
from cases.queries import visible_to
from permissions.roles import Role
from proof.reader import as_the_system
from registry.models import Membership, Person, Placement, Post, held_by, on
from workflows.conclusions.of_inspection import Outcome
from workflows.forms import Whom

#: Whoever leads a cell or a committee takes up what it was asked.
LEADERS = (Role.SECRETARY.value, Role.DEPUTY_SECRETARY.value)


def asked_of(person: Person, at: date) -> QuerySet[Case]:
    """Return the inspections that ask a body led by `person` on `at` to consider discipline.

    A cell is asked about its own member, the committee directly above about an organisation. They
    open nothing of the inspection's own file: only that the request may be followed by a file.
    """
    led = Post.objects.filter(held_by(person, at), position__in=LEADERS)
    return Case.objects.filter(
        Exists(_waiting(led, at, Whom.MEMBER)) | Exists(_waiting(led, at, Whom.ORGANISATION))
    )


def _waiting(led: QuerySet[Post], at: date, whom: Whom) -> QuerySet[Finding]:
    """Findings of the file asked about that wait for the bodies in which these posts are held."""
    ours = led.values("body__organisation")
    theirs: QuerySet[Any] = (
        Membership.objects.filter(on(at), person=OuterRef("subject__person"), cell__in=ours)
        if whom is Whom.MEMBER
        else Placement.objects.filter(
            on(at), organisation=OuterRef("subject__organisation"), parent__in=ours
        ).exclude(parent=OuterRef("case__body__organisation"))
    )
    return Finding.objects.filter(
        Exists(theirs), case=OuterRef("pk"), superseded_by=None, stage=Outcome.LOWER_ASKED
    )


@as_the_system()  # the request of a file that is not theirs to open; its number and title are told
def not_taken_up(person: Person, at: date, whom: Whom) -> list[Case]:
    """Return what a body led by `person` was asked to consider and no file followed yet, in order.

    `whom` tells requests about members of a cell from those about organisations.
    """
    led = Post.objects.filter(held_by(person, at), position__in=LEADERS)
    asked = Case.objects.filter(Exists(_waiting(led, at, whom)), followed_by=None)
    return list(asked.order_by("pk"))


def may_follow(person: Person, at: date) -> QuerySet[Case]:
    """Return the files from which `person` may open another: those they see, and what their cell was asked."""
    seen, asked = visible_to(person, at), asked_of(person, at)
    return Case.objects.filter(Q(pk__in=seen.values("pk")) | Q(pk__in=asked.values("pk")))


@as_the_system()  # a file that asked their cell is followed without being opened
def followed(person: Person, at: date, reference: str) -> Case | None:
    """Return the file of that reference if `person` may open another from it, else None."""
    return may_follow(person, at).filter(reference=reference).first()

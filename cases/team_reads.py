"""Whose rows of the member list a team reads: those its open files are about, and no others."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from cases.models import Subject
from registry.member_models import MemberRow
from registry.models import Person


def rows_read_on_a_team(person: Person) -> QuerySet[MemberRow]:
    """The living rows of the members, and of those in the cells, that open files `person` works on are about."""
    about = Subject.objects.filter(
        case__team__person=person, case__closed_on=None, superseded_by=None
    )
    asked = Q(person__in=about.values("person")) | Q(cell__in=about.values("organisation"))
    return MemberRow.objects.filter(asked, superseded_in=None)

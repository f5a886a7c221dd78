"""What one person may see: files, work, history. Nothing outside `visible_to` reaches a page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from cases.models import Case, DeadlineRow, StepRecord, WorkRow
from permissions.roles import ROLES_OF_POSITION
from registry.models import Person, Post, on
from registry.names import search_key

#: The step at which the subject learns of the matter; before it nobody sees a file as its subject.
TOLD_AT = "open"


def visible_to(person: Person, at: date) -> QuerySet[Case]:
    """Return the cases `person` may open on the day `at`, and no other.

    Your body handles it, you sit on its team, or it is about you and you have been told. Whoever has
    no post, no seat and no matter sees nothing; being an administrator opens nothing.
    """
    posts = Post.objects.filter(on(at), person=person, body=OuterRef("body"))
    told = StepRecord.objects.filter(case=OuterRef("pk"), step=TOLD_AT)
    mine = Q(subjects__person=person, subjects__superseded_by=None) & Exists(told)
    return Case.objects.filter(
        Exists(posts)
        | Exists(Case.objects.filter(pk=OuterRef("pk"), team__person=person))
        | Exists(Case.objects.filter(pk=OuterRef("pk")).filter(mine))
    )


def work_for(person: Person, at: date) -> QuerySet[WorkRow]:
    """Return what waits for `person` on `at`: by their posts and by their seats on teams."""
    mine = Q(person=person) | posts_of(person, at)
    return WorkRow.objects.filter(mine).select_related("case", "case__body", "person")


def posts_of(person: Person, at: date) -> Q:
    """Return the condition under which a work row waits for a post that `person` holds on `at`."""
    mine = Q(pk__in=())
    held = Post.objects.filter(on(at), person=person)
    for body, position in held.values_list("body", "position"):
        mine |= Q(body=body, role__in=[role.value for role in ROLES_OF_POSITION[position]])
    return mine


def find_cases(cases: QuerySet[Case], words: str) -> QuerySet[Case]:
    """Narrow `cases` to those whose reference, title or subjects answer to `words` (marks or none)."""
    if not words.strip():
        return cases
    key = search_key(words.strip())
    return cases.filter(
        Q(reference__icontains=words.strip())
        | Q(title__icontains=words.strip())
        | Q(subjects__person__search_key__contains=key)
        | Q(subjects__organisation__search_key__contains=key)
    ).distinct()


def history_of(case: Case) -> QuerySet[StepRecord]:
    """Return the records of a case, oldest first, with who acted and as what."""
    return (
        StepRecord.objects.filter(case=case)
        .select_related("actor", "post", "body")
        .order_by("sequence")
    )


def with_next_deadline(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Add `due`, the earliest open deadline, to each case."""
    first = (
        DeadlineRow.objects.filter(case=OuterRef("pk")).order_by("last_day").values("last_day")[:1]
    )
    return cases.annotate(due=Subquery(first))


def entry(record: StepRecord, label: str) -> dict[str, Any]:
    """One record as the API and the explorer tell it, without the words that people wrote."""
    return {
        "sequence": record.sequence,
        "step": record.step,
        "label": label,
        "finding": record.finding,
        "from": record.from_stage,
        "to": record.to_stage,
        "actor": record.actor.full_name,
        "post": record.post and record.post.get_position_display(),
        "body": record.body.name,
        "acted_on": record.acted_on.isoformat(),
        "recorded_at": record.recorded_at.isoformat(),
        "hits": record.hits,
        "edition": record.edition_id,
        "hash": record.hash,
    }

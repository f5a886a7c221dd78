"""What one person may see: files, work, history. Nothing outside `visible_to` reaches a page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case as Choose
from django.db.models import (
    CharField,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.db.models.lookups import GreaterThanOrEqual

from cases import behalf, opened, readers
from cases.models import AgendaEntry, Case, DeadlineRow, RecordPaper, StepRecord, StepTaken, WorkRow
from cases.opened import Reach
from cases.own import issued_to_the_subject, meant_for_the_subject
from permissions.exceptions import about, granted
from permissions.roles import ROLES_OF_POSITION
from permissions.ways import Part, Way
from registry.models import Person, Post, held_by
from registry.names import search_key

#: The step that writes the minutes of a whole meeting.
MINUTES_AT = "end_session"

#: A paper in this state is signed and waits for the clerk.
AWAITING_NUMBER = "da_ky"


def visible_to(person: Person, at: date, part: Part = Part.HEADER) -> QuerySet[Case]:
    """Return the cases of which `person` may read `part` on the day `at`, and no other.

    Which ways lead to a file, and to which parts of it, is told in `permissions.ways`. Whoever has no
    post, no seat and no matter sees nothing; being an administrator opens nothing.
    """
    return Case.objects.filter(opened.readable(person, at, part))


def parts_of(case: Case, person: Person, at: date) -> frozenset[Part]:
    """Return the parts of `case` that `person` may read on the day `at`; empty: the file is hidden."""
    return opened.parts_open(case.pk, person, at)


def with_evidence(
    cases: QuerySet[Case], person: Person, at: date, part: Part = Part.EVIDENCE
) -> QuerySet[Any]:
    """Add `is_inside` to each case: whether `person` reads its evidence, or another `part`, on the day `at`."""
    return cases.annotate(is_inside=opened.readable(person, at, part))


def ways_into(case: Case, person: Person, at: date) -> list[Way]:
    """Return by which ways `person` may open `case` on the day `at`."""
    return opened.ways_open(case.pk, person, at)


def matters(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Leave the meetings out of `cases`: they are files, but no matter of anybody."""
    return cases.exclude(procedure__in=readers.MEETINGS)


def meetings(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Keep only the meetings among `cases`."""
    return cases.filter(procedure__in=readers.MEETINGS)


def with_exception(cases: QuerySet[Case], person: Person, at: date) -> QuerySet[Any]:
    """Add `exception`, the number of the row by which `person` reads each case, or None without one."""
    rows = granted(person, at).filter(object_pk=Cast(OuterRef("pk"), CharField()), **about(Case))
    return cases.annotate(exception=Subquery(rows.order_by("-pk").values("pk")[:1]))


def papers_for(person: Person, at: date) -> QuerySet[RecordPaper]:
    """Return the papers `person` may open: those of the files, of his own only what is meant for him.

    Minutes and other papers without a number are evidence; signed papers are open to more people, those
    that went out to the subject to whoever leads the subject's organisation. Minutes of a meeting name
    every matter of it; whoever is the subject of one does not read them.
    """
    his_own = Exists(readers.own(person, of="case"))
    named = AgendaEntry.objects.filter(his_own, meeting=OuterRef("case"))
    signed = Q(paper__number__isnull=False) | Q(paper__state=AWAITING_NUMBER)
    issued = Q(paper__number__isnull=False) & issued_to_the_subject()
    asked = Choose(
        When(his_own & meant_for_the_subject(), then=Value(Reach.SOME_PART.value)),
        When(his_own, then=Value(None)),
        When(issued, then=Value(Reach.ISSUED.value)),
        When(signed, then=Value(Reach.SIGNED.value)),
        default=Value(Reach.EVIDENCE.value),
        output_field=IntegerField(),
    )
    within = GreaterThanOrEqual(opened.reach(person, at, file="case"), asked)
    minutes = Exists(StepTaken.objects.filter(pk=OuterRef("record"), step=MINUTES_AT))
    return RecordPaper.objects.filter(within).exclude(Exists(named) & minutes)


def with_step(held: QuerySet[RecordPaper]) -> QuerySet[Any]:
    """Add `step` to each paper: the step that wrote it, also for whoever may not read that step's record."""
    taken = StepTaken.objects.filter(pk=OuterRef("record"))
    return held.annotate(step=Subquery(taken.values("step")))


def work_for(person: Person, at: date) -> QuerySet[WorkRow]:
    """Return what waits for `person` on `at`: by posts and by seats on teams, never in a file about them."""
    mine = Q(person=person) | posts_of(person, at)
    others = ~Exists(readers.own(person, of="case"))
    return WorkRow.objects.filter(mine, others).select_related("case", "case__body", "person")


def posts_of(person: Person, at: date) -> Q:
    """Return the condition under which a work row waits for a post that `person` holds on `at`."""
    mine = Q(pk__in=())
    held = Post.objects.filter(held_by(person, at))
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


def taken_in(case: Case) -> QuerySet[StepTaken]:
    """Return the steps of a case, oldest first, each with its record where whoever asks may trace it."""
    return (
        StepTaken.objects.filter(case=case)
        .select_related("record__actor", "record__post", "record__body", "record__on_behalf_of")
        .order_by("sequence")
    )


def history_of(case: Case) -> QuerySet[StepRecord]:
    """Return the records of a case, oldest first, with who acted and as what."""
    return (
        StepRecord.objects.filter(case=case)
        .select_related("actor", "post", "body", "on_behalf_of")
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
        **_entered(record),
        "acted_on": record.acted_on.isoformat(),
        "recorded_at": record.recorded_at.isoformat(),
        "hits": record.hits,
        "edition": record.edition_id,
        "hash": record.hash,
    }


def _entered(record: StepRecord) -> dict[str, str]:
    """For whom a step was entered, and from which paper; nothing for a step that was taken here."""
    if record.on_behalf_of is None:
        return {}
    return {"on_behalf_of": record.on_behalf_of.name, "paper": behalf.reference(record.inputs)}

"""What the member a file is about may read in it: the papers meant for them, and nothing by default."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Case, RecordPaper, StepTaken, Subject
from cases.readers import MADE_KNOWN_AT, own
from documents.kinds.for_subject import ADDRESSED, CONCLUSIONS, MINUTES
from documents.states import State
from registry.models import Person

#: Printed, and handed over or about to be.
OUT = (State.ISSUED, State.SERVED, State.RECEIVED)


def marked(cases: QuerySet[Case], person: Person) -> QuerySet[Case]:
    """Add to each case `is_own`: whether it is about `person`."""
    return cases.annotate(is_own=Exists(own(person)))


def of_others(cases: QuerySet[Case], person: Person) -> QuerySet[Case]:
    """Leave out of `cases` those about `person`."""
    return cases.filter(~Exists(own(person)))


def issued_to_the_subject() -> Q:
    """The condition on a RecordPaper: a decision or plan addressed to its subject, or how the matter ended, once
    that was made known. This much whoever leads the subject's own organisation reads as well."""
    made_known = StepTaken.objects.filter(case=OuterRef("case"), step__in=MADE_KNOWN_AT)
    issued = Q(paper__kind__in=ADDRESSED) | Q(paper__kind__in=CONCLUSIONS) & (
        Q(paper__state=State.SERVED) | Exists(made_known)
    )
    return issued & Q(paper__state__in=OUT)


def meant_for_the_subject() -> Q:
    """The condition on a RecordPaper under which the member its file is about may open it.

    Minutes of a file about several are left out: they hold what the others said.
    """
    second = Subject.objects.filter(case=OuterRef("case"), superseded_by=None, number__gt=1)
    minutes = Q(paper__kind__in=MINUTES, paper__state__in=OUT) & ~Exists(second)
    return issued_to_the_subject() | minutes


def still_to_be_handed_over(case: Case) -> QuerySet[RecordPaper]:
    """The conclusions and decisions of `case` that are out but not yet made known to its subject."""
    held = RecordPaper.objects.filter(case=case, paper__kind__in=CONCLUSIONS, paper__state__in=OUT)
    return held.exclude(meant_for_the_subject())

"""Grades of years in which a closed matter found a violation: listed for review by whoever graded, never changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from cases.models import Case, Finding, StepRecord, Subject
from cases.results import discipline_of
from registry.flags.flag import Flag, FlagKind
from registry.grade_models import Grade
from workflows import catalogue
from workflows.conclusions.of_inspection import Outcome
from workflows.forms import Form

#: Outcomes of a finding that say there was a violation, whatever followed from it.
VIOLATION = (
    Outcome.BELOW_DISCIPLINE, Outcome.OWN_DISCIPLINE, Outcome.LOWER_ASKED, Outcome.PROPOSED_UP, Outcome.TIME_BARRED,
    Outcome.DEFERRED, Outcome.RESUMED, Outcome.EXEMPTED, Outcome.DISCIPLINED,
)  # fmt: skip


def flags(units: Collection[int], on: date) -> Iterator[Flag]:
    """One flag for each grade of these units in a year of which a matter closed by `on` found a violation.

    A file that names no time leaves open which year it is: then the flag is about the last grade before it was opened.
    """
    graded = Grade.objects.filter(superseded_in=None, cell__in=units, span=Grade.Span.YEAR)
    closed = Subject.objects.filter(
        superseded_by=None, person__in=graded.values("person"), case__closed_on__lte=on
    )
    for subject in closed.select_related("case", "person"):
        if _violated(subject):
            yield from _of_years(subject, graded.filter(person=subject.person))


def _violated(subject: Subject) -> bool:
    case = subject.case
    if catalogue.get(case.procedure).disciplines:
        result = discipline_of(subject.person_id, case.reference)
        return result is not None and result.form not in (None, Form.NONE)
    return Finding.objects.filter(
        case=case, subject__person=subject.person_id, superseded_by=None, stage__in=VIOLATION
    ).exists()


def _of_years(subject: Subject, graded) -> Iterator[Flag]:
    case, closed = subject.case, subject.case.closed_on
    assert closed is not None
    span = _time_of(case)
    rows = graded.select_related("cell").order_by("-period_ends")
    before = [one for one in rows if one.period_ends < case.opened_on][:1]
    found = [one for one in rows if span[0] <= one.period_ends.year <= span[1]] if span else before
    for one in found:
        years = f"năm {one.period}" if span else f"năm {one.period} (hồ sơ không nêu mốc thời gian)"
        yield Flag(
            kind=FlagKind.GRADE,
            person=subject.person,
            unit=one.cell,
            since=closed,
            words=f"Đã kết luận có vi phạm; xem lại xếp loại {years}: {str(one.get_level_display()).lower()}",
            source=f"case:{case.pk}:grade:{one.pk}",
        )


def _time_of(case: Case) -> tuple[int, int] | None:
    """The years the file, or the one it came from, looked at; None where neither says."""
    files = [one for one in (case.pk, case.origin_id) if one]
    said = StepRecord.objects.filter(
        case__in=files, inputs__has_key="period_from"
    ).order_by("-case", "-sequence").values_list("inputs", flat=True).first()  # fmt: skip
    if said is None:
        return None
    return int(said["period_from"][:4]), int(said["period_to"][:4])

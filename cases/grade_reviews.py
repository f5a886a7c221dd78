"""Grades of years in which a closed matter found a violation: listed for review by whoever graded, never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from cases.models import Case, Finding, StepRecord, Subject
from cases.results import disciplined_in
from registry.flags.flag import Flag, FlagKind
from registry.grade_models import Grade
from registry.together import Talk
from workflows import catalogue
from workflows.conclusions.of_inspection import Outcome

#: The first and the last year a file looked at.
Years = tuple[int, int]

#: Outcomes of a finding that say there was a violation, whatever followed from it.
VIOLATION = (
    Outcome.BELOW_DISCIPLINE, Outcome.OWN_DISCIPLINE, Outcome.LOWER_ASKED, Outcome.PROPOSED_UP, Outcome.TIME_BARRED,
    Outcome.DEFERRED, Outcome.RESUMED, Outcome.EXEMPTED, Outcome.DISCIPLINED,
)  # fmt: skip


def flags(units: Collection[int], on: date) -> Talk[list[Flag]]:
    """One flag for each grade of these units in a year of which a matter closed by `on` found a violation.

    A file that names no time leaves open which year it is: then the flag is about the last grade before it was opened.
    """
    standing = Grade.objects.filter(superseded_in=None, cell__in=units, span=Grade.Span.YEAR)
    closed = Subject.objects.filter(
        superseded_by=None, person__in=standing.values("person"), case__closed_on__lte=on
    ).select_related("case", "person")
    yield [closed]
    found = yield from _with_violation(closed)
    if not found:
        return []
    graded: dict[int, list[Grade]] = defaultdict(list)
    theirs = standing.filter(person__in={one.person_id for one in found})
    theirs = theirs.select_related("cell").order_by("-period_ends")
    said = _times_said({one.case for one in found})
    yield [theirs, said]
    for one in theirs:
        graded[one.person_id].append(one)
    times = _times_of({one.case for one in found}, said)
    return [
        flag
        for subject in found
        for flag in _of_years(subject, graded[subject.person_id or 0], times.get(subject.case_id))
    ]


def _with_violation(subjects: Iterable[Subject]) -> Talk[list[Subject]]:
    """Of the subjects of closed files those about whom a violation was concluded, or who were disciplined."""
    cases = {one.case_id: one.case for one in subjects}
    codes = {code for code, one in catalogue.PROCEDURES.items() if one.disciplines}
    disciplined = disciplined_in([pk for pk, one in cases.items() if one.procedure in codes])
    concluded = Finding.objects.filter(
        case__in=cases, superseded_by=None, stage__in=VIOLATION, subject__person__isnull=False
    ).values_list("case", "subject__person")
    yield [concluded]
    about = set(concluded)
    return [
        one
        for one in subjects
        if one.case_id in disciplined or (one.case_id, one.person_id) in about
    ]


def _of_years(subject: Subject, rows: Sequence[Grade], span: Years | None) -> Iterator[Flag]:
    case, closed = subject.case, subject.case.closed_on
    assert closed is not None
    assert subject.person is not None
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


def _times_said(cases: Collection[Case]) -> QuerySet[Any]:
    """What the files, and those they came from, say of the time they looked at, the newest last."""
    files = {pk for one in cases for pk in (one.pk, one.origin_id) if pk}
    said = StepRecord.objects.filter(case__in=files, inputs__has_key="period_from")
    return said.order_by("sequence").values_list("case", "inputs")


def _times_of(cases: Collection[Case], said: QuerySet[Any]) -> dict[int, Years]:
    """The years that each file, or the one it came from, looked at; files of which neither says so are not there."""
    told: dict[int, Years] = {}
    for case, inputs in said:
        told[case] = int(inputs["period_from"][:4]), int(inputs["period_to"][:4])
    found = {one.pk: told.get(one.pk) or told.get(one.origin_id or 0) for one in cases}
    return {pk: years for pk, years in found.items() if years}

"""Who is too close to a matter to sit on its team, write its papers or sign them; votes are untouched.

A conflict takes a vote away only where a rule of law says so, and never makes the base smaller.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

import law
from cases.models import Case, FileRow, Subject
from cases.reading import File
from law import Reason
from permissions.conflicts import MANAGING, Ground, grounds
from permissions.roles import Relation
from registry.models import Kinship, Membership, Person, Post, on
from registry.together import Talk, answered
from workflows.rows import RowKind
from workflows.stages import Step

RULE = "team.conflict_of_interest"
#: What bars from writing and signing for a body too; who leads the subject's own organisation may do both.
BARS_HANDLING = (Ground.RELATIVE, Ground.DECIDED, Ground.DECLARED)


def about_conflict(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """The reasons why the reader, or somebody named for the team, is too close to the matter."""
    return [*_about_reader(file, step), *_about_seats(file, step, answers)]


def _about_reader(file: File, step: Step) -> list[Reason]:
    """Of the reader: all grounds when he acts for the team, the graver ones when he drafts or signs."""
    held = [ground for ground in file.standing.conflicts if ground is not Ground.SUBJECT]
    if held and not _for_the_team(file, step):
        held = [one for one in held if one in BARS_HANDLING and (step.prepares or step.drafted)]
    return [
        _reason(
            file,
            f"Đồng chí {ground.label} nên không làm bước “{step.label}”.",
            "Người khác có thẩm quyền làm bước này; nếu không còn ai, đề nghị cấp trên trực tiếp xem xét.",
        )
        for ground in held
    ]


def _for_the_team(file: File, step: Step) -> bool:
    seats = file.standing.roles.get(Relation.TEAM, frozenset())
    return any(where is Relation.TEAM and role in seats for where, role in step.by.seats)


def _about_seats(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Of each person named for the team, on the day of the deed."""
    names = [question.name for question in step.inputs if question.kind == "team"]
    named = {
        int(str(seat["person"]))
        for name in names
        for seat in _seats(answers.get(name))
        if str(seat.get("person", "")).isdigit()
    }
    if not named:
        return []
    found = of_people(named, file)
    people = Person.objects.in_bulk(found)
    return [
        _reason(
            file,
            f"{people[person].full_name} {ground.label}, không tham gia đoàn được.",
            "Chọn người khác vào đoàn.",
        )
        for person, held in found.items()
        for ground in held
        if ground is not Ground.SUBJECT  # the procedure's own rule says so
    ]


def _seats(answer: Any) -> Iterable[Mapping[str, Any]]:
    return [one for one in answer if isinstance(one, Mapping)] if isinstance(answer, list) else []


def of_people(people: Iterable[int], file: File) -> dict[int, tuple[Ground, ...]]:
    """The grounds that each of `people` has in this file on its day, only those who have any."""
    persons = {one.register for one in file.facts.subjects if one.is_person}
    organisations = {one.register for one in file.facts.subjects if not one.is_person}
    asked = _grounds(people, file.id, persons, organisations, file.facts.acted_on)
    return answered(asked)[0]


def in_case(person: Person, case: Case, day: date) -> tuple[Ground, ...]:
    """The grounds that `person` has in `case` on the day `day`."""
    living = Subject.objects.filter(case=case, superseded_by=None)
    named = list(living.values_list("person", "organisation"))
    persons = {one for one, _ in named if one}
    organisations = {one for _, one in named if one}
    asked = _grounds([person.pk], case.pk, persons, organisations, day)
    return answered(asked)[0].get(person.pk, ())


def barred(people: Iterable[int], case: Case, day: date) -> set[int]:
    """Those of `people` who are too close to `case` to handle it, or to read it by an exception, on `day`."""
    return answered(barred_asked(people, case, day))[0]


def barred_asked(people: Iterable[int], case: Case, day: date) -> Talk[set[int]]:
    """`barred`, asked step by step."""
    named = set(people)
    if not named:
        return set()
    living = Subject.objects.filter(case=case, superseded_by=None, person__isnull=False)
    persons = living.values_list("person", flat=True)
    yield [persons]
    found = yield from _grounds(named, case.pk, set(persons), set(), day)
    return {one for one, held in found.items() if set(held) & {Ground.SUBJECT, *BARS_HANDLING}}


def _grounds(
    people: Iterable[int], case: int, persons: set[int], organisations: set[int], day: date
) -> Talk[dict[int, tuple[Ground, ...]]]:
    cells = Membership.objects.filter(on(day), person__in=persons).values_list("cell", flat=True)
    of_them = Q(body__organisation__in=organisations) | Q(body__organisation__in=cells)
    managing = Post.objects.filter(on(day), of_them, person__in=people, position__in=MANAGING)
    managers = managing.values_list("person", flat=True)
    withdrawn = FileRow.objects.filter(case=case, kind=RowKind.WITHDRAWAL, superseded_by=None)
    declared = withdrawn.values_list("laid_by__actor", flat=True)
    pairs = Kinship.objects.filter(Q(person__in=persons) | Q(relative__in=persons))
    pairs = pairs.values_list("person", "relative")
    reviewed = FileRow.objects.filter(case=case, kind=RowKind.REVIEWED, superseded_by=None)
    decided_by = reviewed.values_list("facts__people", flat=True)
    yield [managers, declared, pairs, decided_by]
    kin = {one for pair in pairs for one in pair} - persons
    # whoever decided, or prepared, the discipline that this file reviews
    decided = {one for named in decided_by for one in named or ()}
    found = {
        one: grounds(one in persons, one in kin, one in managers, one in declared, one in decided)
        for one in sorted(people)
    }
    return {one: held for one, held in found.items() if held}


def _reason(file: File, text: str, remedy: str) -> Reason:
    hit = law.rule(RULE, on=file.facts.acted_on)
    return Reason("conflict", text, hit.cited, hit.confidence, remedy)

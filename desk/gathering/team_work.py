"""What a team planned and did, in one file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from cases import guided
from cases.models import Case, FileRow
from desk.gathering.addresses import case_url
from desk.pages.guidance import DiaryEntry, TeamDay, TeamWork
from desk.pages.parts import Fact, Link
from registry.models import Person
from workflows.everyday.team_work import PLAN_DAY, WRITE_DIARY
from workflows.facts import Facts
from workflows.inputs import DirectiveOf, ItemOf
from workflows.rows import RowKind


def team_work(case: Case, facts: Facts, *, writes: bool, today: date) -> TeamWork:
    """Gather the calendar and the diary of one file's team."""
    rows = list(_rows().filter(case=case, kind__in=(RowKind.TEAM_DAY, RowKind.DIARY)))
    names = names_of(rows)
    days = [_day(one, names, today) for one in rows if one.kind == RowKind.TEAM_DAY]
    return TeamWork(
        days=sorted(days, key=lambda one: one.day),
        diary=[
            DiaryEntry(one.laid_by.acted_on, one.laid_by.actor.full_name, str(one.words["done"]))
            for one in rows
            if one.kind == RowKind.DIARY
        ],
        ways=[
            Link(_("Ghi lịch làm việc"), case_url(case, "step", step=PLAN_DAY), "calendar"),
            Link(_("Ghi nhật ký"), case_url(case, "step", step=WRITE_DIARY), "pen"),
        ]
        if writes
        else [],
    )


def followed_facts(facts: Facts) -> list[Fact]:
    """What a file carries out, each with the way there; no statement where it names nothing."""
    rows = facts.of(RowKind.GUIDED)
    named = [
        (kind, number)
        for row in rows
        for kind, name in ((ItemOf.kind, "item"), (DirectiveOf.kind, "directive"))
        if (number := row.facts.get(name))
    ]
    called = guided.called(named)
    return [
        Fact(_LABELS[kind](), called[f"{kind} {number}"], "", reverse(_PAGES[kind], args=[number]))
        for kind, number in dict.fromkeys(named)
        if f"{kind} {number}" in called
    ]


_LABELS = {
    ItemOf.kind: lambda: _("Mục chương trình"),
    DirectiveOf.kind: lambda: _("Văn bản chỉ đạo"),
}
_PAGES = {ItemOf.kind: "programme-item", DirectiveOf.kind: "directive"}


def _rows() -> Any:
    living = FileRow.objects.filter(superseded_by=None)
    return living.select_related("laid_by__actor").order_by("-number")


def names_of(rows: Iterable[FileRow]) -> Mapping[int, str]:
    """The names of those who are to work on the days that `rows` plan, by number."""
    wanted = {person for row in rows for person in row.facts.get("people", ())}
    found = Person.objects.filter(pk__in=wanted) if wanted else ()
    return {one.pk: one.full_name for one in found}


def _day(row: FileRow, names: Mapping[int, str], today: date) -> TeamDay:
    day = date.fromisoformat(row.facts["planned_on"])
    return TeamDay(
        day=day,
        place=str(row.words["place"]),
        people="; ".join(names.get(one, "") for one in row.facts["people"]),
        work=str(row.words["work"]),
        by=row.laid_by.actor.full_name,
        passed=day < today,
    )

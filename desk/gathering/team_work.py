"""What a team planned and did, in one file and over all files one reads; and the deadlines beside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cases import guided
from cases.models import Case, DeadlineRow
from cases.own import of_others
from cases.queries import matters, visible_to
from cases.team_diary import Planned, diary_of, planned_days, rows_of_teams
from desk.gathering.addresses import case_url
from desk.guidance_forms import Cut
from desk.pages.guidance import CalendarPage, DatedLine, DiaryEntry, TeamDay, TeamWork
from desk.pages.parts import Fact, Link, due
from permissions.ways import Part
from registry.models import Person
from workflows.everyday.team_work import PLAN_DAY, WRITE_DIARY
from workflows.facts import Facts
from workflows.inputs import DirectiveOf, ItemOf
from workflows.rows import RowKind

#: How many days one page of the calendar holds.
SPAN = 31


def team_work(case: Case, facts: Facts, *, writes: bool, today: date) -> TeamWork:
    """Gather the calendar and the diary of one file's team."""
    diary = diary_of(case)
    return TeamWork(
        days=[_day(one, today) for one in diary.planned],
        diary=[DiaryEntry(one.on, one.by, one.said) for one in reversed(diary.done)],
        ways=[
            Link(_("Ghi lịch làm việc"), case_url(case, "step", step=PLAN_DAY), "calendar"),
            Link(_("Ghi nhật ký"), case_url(case, "step", step=WRITE_DIARY), "pen"),
        ]
        if writes
        else [],
    )


def calendar_page(person: Person, today: date, asked: Any) -> CalendarPage:
    """Gather the planned days and the deadlines of a month, in the files whose inside `person` reads."""
    form = Cut(asked)
    first = (form.is_valid() and form.cleaned_data["ngay"]) or today
    last = first + timedelta(days=SPAN - 1)
    within = Q(facts__planned_on__gte=first.isoformat(), facts__planned_on__lte=last.isoformat())
    inside = visible_to(person, today, Part.EVIDENCE)
    rows = rows_of_teams().filter(within, kind=RowKind.TEAM_DAY, case__in=inside.values("pk"))
    planned = planned_days(rows).items()
    open_ones = matters(of_others(visible_to(person, today), person))
    deadlines = DeadlineRow.objects.filter(
        last_day__gte=first, last_day__lte=last, case__in=open_ones.values("pk")
    )
    return CalendarPage(
        first=first,
        last=last,
        days=sorted((_day(one, today, row.case) for row, one in planned), key=lambda one: one.day),
        deadlines=[
            DatedLine(
                one.last_day, one.explained["label"], due(one.last_day, today).tag, _file(one.case)
            )
            for one in deadlines.select_related("case").order_by("last_day", "pk")
        ],
        earlier=_turn(_("Trước đó"), first - timedelta(days=SPAN)),
        later=_turn(_("Sau đó"), last + timedelta(days=1)),
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


def _day(one: Planned, today: date, case: Case | None = None) -> TeamDay:
    file = _file(case) if case else None
    return TeamDay(one.day, one.place, one.people, one.work, one.by, file, one.day < today)


def _file(case: Case) -> Link:
    return Link(f"{case.reference} · {case.title}", case_url(case), "folder")


def _turn(text: str, day: date) -> Link:
    return Link(text, f"{reverse('calendar')}?ngay={day:%d/%m/%Y}")

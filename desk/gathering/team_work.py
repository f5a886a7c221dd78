"""What a team planned and did, in one file and over all files one reads; and the deadlines beside it."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases import guided
from cases.models import Case
from cases.team_diary import Planned, diary_of
from desk.gathering.addresses import case_url
from desk.pages.guidance import DiaryEntry, TeamDay, TeamWork
from desk.pages.parts import Fact, Link
from workflows.everyday.team_work import PLAN_DAY, WRITE_DIARY
from workflows.facts import Facts
from workflows.inputs import DirectiveOf, ItemOf
from workflows.rows import RowKind

#: How many days one page of the calendar holds.


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


def _day(one: Planned, today: date) -> TeamDay:
    return TeamDay(one.day, one.place, one.people, one.work, one.by, one.day < today)

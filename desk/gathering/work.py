"""Việc của tôi and the list of files: rows prepared here, so that templates stay dumb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases import worklist
from cases.models import Case, WorkRow
from cases.newest import newest
from cases.paging import Leaf, Place
from cases.queries import find_cases, matters
from desk.gathering.addresses import case_url
from desk.gathering.leaves import (
    PAGE,
    filters_of,
    pager_between,
    place_of,
    read_dated,
    read_number,
    so_many,
)
from desk.pages.parts import SOON_DAYS, Progress, Tab, Tag, Tile, Tone, Who, due
from desk.pages.worklist import CaseRow, CasesPage, WorkGroup, WorklistPage
from desk.pages.worklist import WorkRow as Row
from desk.worded import worded
from permissions.roles import Role
from registry.models import Person
from workflows import catalogue
from workflows.matter import Matter
from workflows.stages import Step


class Filters(forms.Form):
    """Filters above both lists; they stay in the address."""

    q = forms.CharField(label=_("Lọc theo tên, số hồ sơ"), required=False, max_length=100)
    procedure = forms.ChoiceField(label=_("Thủ tục"), required=False)

    def __init__(self, data: Any, *, with_meetings: bool = True) -> None:
        super().__init__(data)
        self.fields["procedure"].choices = [("", _("Mọi thủ tục"))] + [
            (one.code, worded(one.label))
            for one in catalogue.PROCEDURES.values()
            if with_meetings or not one.is_meeting
        ]


def worklist_page(person: Person, today: date, asked: Any, *, group: str) -> WorklistPage:
    """Gather a page of what waits for `person` on `today`; `group` is one of the tabs or tiles."""
    filters = Filters(asked)
    offices = worklist.Offices.of(person, today)
    groups = _questions(today, _among(filters))
    group = group if group in groups else "all"
    found = worklist.page_of(offices, groups[group], place_of(asked, read_dated), PAGE)
    counts = dict(zip(groups, worklist.count(offices, list(groups.values())), strict=True))
    figures = {name: _at_most(figure) for name, figure in counts.items()}
    return WorklistPage(
        sentence=_("%(day)s. Mỗi thời hạn tính theo đơn vị của từng quy định.")
        % {"day": date_format(today, "l, d/m/Y").capitalize()},
        groups=_groups([one.row for one in found.rows], today),
        tiles=[
            Tile(figures["late"], _("Quá hạn"), "?nhom=late", "", Tone.LATE, "warning"),
            Tile(
                figures["soon"],
                _("Đến hạn trong %(n)d ngày") % {"n": SOON_DAYS},
                "?nhom=soon",
                "",
                Tone.SOON,
                "clock",
            ),
            Tile(figures["sign"], _("Chờ tôi ký"), "?nhom=sign", "", Tone.INFO, "pen"),
            Tile(figures["number"], _("Chờ lấy số"), "?nhom=number", "", Tone.HOLD, "stamp"),
        ],
        tabs=[
            Tab(label, f"?nhom={name}" if name != "all" else "?", figures[name], name == group)
            for name, label in (
                ("all", _("Cần làm")),
                ("sign", _("Chờ tôi ký")),
                ("number", _("Chờ lấy số")),
            )
        ],
        filters=filters,
        propose_url=reverse("case-choose"),
        pager=pager_between(
            found,
            asked,
            _("%(shown)d trong %(all)s việc") % {"shown": len(found.rows), "all": figures[group]},
            _write_key,
        ),
    )


def cases_page(person: Person, today: date, asked: Any) -> CasesPage:
    """Gather the files that `person` may see on `today`, narrowed by the words and filters asked."""
    return page_of_files(
        today, asked, lambda among, place: newest(person, today, matters, among, place, PAGE)
    )


def page_of_files(
    today: date, asked: Any, read: Callable[[QuerySet[Case] | None, Place[int]], Leaf[Any]]
) -> CasesPage:
    """Gather the page of files that `read` finds among those the filters leave, each with its next deadline."""
    filters = Filters(asked, with_meetings=False)
    found = read(_among(filters), place_of(asked, read_number))
    return CasesPage(
        rows=[_case_row(case, today) for case in found.rows],
        filters=filters,
        words=filters.cleaned_data.get("q", ""),
        propose_url=reverse("case-choose"),
        export_url=f"{reverse('cases-export')}?{filters_of(asked)}",
        pager=pager_between(found, asked, so_many(found, _("hồ sơ")), lambda case: str(case.pk)),
    )


def _questions(today: date, among: QuerySet[Case] | None) -> dict[str, worklist.Asked]:
    """What each tab and tile asks for."""
    asked = {
        "all": worklist.Asked(),
        "sign": worklist.Asked(worklist.Kind.SIGN),
        "number": worklist.Asked(worklist.Kind.NUMBER),
        "late": worklist.late(today),
        "soon": worklist.soon(today, SOON_DAYS),
    }
    return {name: replace(one, among=among) for name, one in asked.items()}


def _among(filters: Filters) -> QuerySet[Case] | None:
    """The cases that the filters leave; None when nothing is filtered."""
    filters.is_valid()
    said, code = filters.cleaned_data.get("q", "").strip(), filters.cleaned_data.get("procedure")
    if not (said or code):
        return None
    found = find_cases(Case.objects.all(), said)
    return found.filter(procedure=code) if code else found


def _at_most(figure: int) -> str:
    return f"{worklist.MANY - 1}+" if figure >= worklist.MANY else str(figure)


def _write_key(one: worklist.Waiting) -> str:
    due, case = one.key
    return f"{due.isoformat()}.{case}"


def _groups(rows: Sequence[WorkRow], today: date) -> list[WorkGroup]:
    soon = today + timedelta(days=SOON_DAYS)
    titled = (
        (_("Quá hạn"), [r for r in rows if r.due and r.due < today], Tone.LATE),
        (
            _("Đến hạn trong %(n)d ngày") % {"n": SOON_DAYS},
            [r for r in rows if r.due and today <= r.due <= soon],
            Tone.SOON,
        ),
        (_("Các việc khác"), [r for r in rows if not r.due or r.due > soon], Tone.HOLD),
    )
    return [
        WorkGroup(title, [_row(r, today) for r in held], tone)
        for title, held, tone in titled
        if held
    ]


def _row(row: WorkRow, today: date) -> Row:
    procedure, step = catalogue.get(row.case.procedure), _step(row)
    status = {
        "sign": Tag(_("Chờ ký"), Tone.INFO, "pen"),
        "number": Tag(_("Chờ lấy số"), Tone.INFO, "stamp"),
        "prepare": Tag(_("Cần soạn"), Tone.HOLD, "edit"),
    }.get(worklist.kind_of(row), Tag(_("Cần làm"), Tone.HOLD, "play"))
    if row.due and row.due < today:
        status = Tag(_("Cần xử lý"), Tone.LATE, "warning-circle")
    return Row(
        due=due(row.due, today),
        ref=row.case.reference,
        url=case_url(row.case, "approval", step=row.step)
        if worklist.kind_of(row) == "sign"
        else case_url(row.case),
        title=row.case.title,
        procedure=worded(procedure.label),
        step=worded(procedure.stage.enum(row.case.stage).label),
        progress=progress(procedure, row.case.stage),
        todo=worded(step.label) if step else row.step,
        owner=Who(row.person.full_name, worded(Role(row.role).label) if row.role else "")
        if row.person
        else Who(worded(Role(row.role).label)),
        status=status,
    )


def _step(row: WorkRow) -> Step | None:
    return catalogue.get(row.case.procedure).step(row.step)


def _case_row(case: Any, today: date) -> CaseRow:
    procedure = catalogue.get(case.procedure)
    stage = worded(procedure.stage.enum(case.stage).label)
    return CaseRow(
        ref=case.reference,
        url=case_url(case),
        title=case.title,
        procedure=worded(procedure.label),
        body=case.body.name,
        stage=Tag(stage, Tone.OK if case.closed_on else Tone.INFO),
        due=due(case.due, today) if case.due else None,
        progress=progress(procedure, case.stage),
    )


def progress(procedure: type[Matter], stage: str) -> Progress:
    """How far a stage lies along the ordinary path."""
    path = [s.target for s in procedure.steps.values() if s.moves and not s.aside and s.target]
    return Progress(path.index(stage) + 1 if stage in path else 1, len(path))

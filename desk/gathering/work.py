"""Việc của tôi and the list of files: rows prepared here, so that templates stay dumb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.models import Case, WorkRow
from cases.queries import find_cases, matters, visible_to, with_next_deadline, work_for
from desk.gathering.addresses import case_url
from desk.pages.parts import SOON_DAYS, Pager, Progress, Tab, Tag, Tile, Tone, Who, due
from desk.pages.worklist import CaseRow, CasesPage, WorkGroup, WorklistPage
from desk.pages.worklist import WorkRow as Row
from permissions.roles import Role
from registry.models import Person
from workflows import catalogue
from workflows.matter import Matter
from workflows.stages import Step

PAGE = 25


class Filters(forms.Form):
    """Filters above both lists; they stay in the address."""

    q = forms.CharField(label=_("Lọc theo tên, số hồ sơ"), required=False, max_length=100)
    procedure = forms.ChoiceField(label=_("Thủ tục"), required=False)

    def __init__(self, data: Any, *, with_meetings: bool = True) -> None:
        super().__init__(data)
        self.fields["procedure"].choices = [("", _("Mọi thủ tục"))] + [
            (one.code, one.label)
            for one in catalogue.PROCEDURES.values()
            if with_meetings or not one.is_meeting
        ]


def worklist_page(person: Person, today: date, asked: Any, *, group: str) -> WorklistPage:
    """Gather what waits for `person` on `today`; `group` is one of the tabs (all, sign, late, soon)."""
    filters = Filters(asked)
    rows = list(
        _filtered(work_for(person, today), filters).order_by(
            F("due").asc(nulls_last=True), "case_id", "id"
        )
    )
    mine = _one_a_case(rows)
    shown = [row for row in mine if _in_group(row, group, today)]
    counts = {name: sum(_in_group(row, name, today) for row in mine) for name in _GROUPS}
    page = Paginator(shown, PAGE).get_page(asked.get("trang"))
    return WorklistPage(
        sentence=_("%(day)s. Mỗi thời hạn tính theo đơn vị của từng quy định.")
        % {"day": date_format(today, "l, d/m/Y").capitalize()},
        groups=_groups(page.object_list, today),
        tiles=[
            Tile(counts["late"], _("Quá hạn"), "?nhom=late", "", Tone.LATE, "warning"),
            Tile(
                counts["soon"],
                _("Đến hạn trong %(n)d ngày") % {"n": SOON_DAYS},
                "?nhom=soon",
                "",
                Tone.SOON,
                "clock",
            ),
            Tile(counts["sign"], _("Chờ tôi ký"), "?nhom=sign", "", Tone.INFO, "pen"),
            Tile(counts["number"], _("Chờ lấy số"), "?nhom=number", "", Tone.HOLD, "stamp"),
        ],
        tabs=[
            Tab(label, f"?nhom={name}" if name != "all" else "?", counts[name], name == group)
            for name, label in (
                ("all", _("Cần làm")),
                ("sign", _("Chờ tôi ký")),
                ("number", _("Chờ lấy số")),
            )
        ],
        filters=filters,
        propose_url=reverse("case-choose"),
        pager=pager_of(page, asked, _("việc")),
    )


def cases_page(person: Person, today: date, asked: Any) -> CasesPage:
    """Gather the files that `person` may see on `today`, narrowed by the words and filters asked."""
    filters = Filters(asked, with_meetings=False)
    filters.is_valid()
    said = filters.cleaned_data.get("q", "")
    found = find_cases(matters(visible_to(person, today)), said)
    if code := filters.cleaned_data.get("procedure"):
        found = found.filter(procedure=code)
    found = with_next_deadline(found).select_related("body").order_by("-pk")
    page = Paginator(found, PAGE).get_page(asked.get("trang"))
    return CasesPage(
        rows=[_case_row(case, today) for case in page.object_list],
        filters=filters,
        words=said,
        propose_url=reverse("case-choose"),
        export_url=f"{reverse('cases-export')}?{asked.urlencode()}",
        pager=pager_of(page, asked, _("hồ sơ")),
    )


def _filtered(rows: QuerySet[WorkRow], filters: Filters) -> QuerySet[WorkRow]:
    if not filters.is_valid():
        return rows
    if said := filters.cleaned_data["q"]:
        rows = rows.filter(Q(case__in=find_cases(Case.objects.all(), said)))
    if code := filters.cleaned_data["procedure"]:
        rows = rows.filter(case__procedure=code)
    return rows


def _one_a_case(rows: Iterable[WorkRow]) -> list[WorkRow]:
    """One row a file: the first thing to do; signing comes before preparing anew."""
    first: dict[int, WorkRow] = {}
    for row in rows:
        kept = first.setdefault(row.case_id, row)
        if _kind(kept) == "prepare" and _kind(row) in ("sign", "number"):
            first[row.case_id] = row
    return list(first.values())


def _kind(row: WorkRow) -> str:
    step = _step(row)
    if step is None:
        return "all"
    if step.code == "number_paper":
        return "number"
    return "sign" if step.drafted else "prepare" if step.prepares else "all"


_GROUPS = ("all", "sign", "number", "late", "soon")


def _in_group(row: WorkRow, group: str, today: date) -> bool:
    if group == "late":
        return row.due is not None and row.due < today
    if group == "soon":
        return row.due is not None and today <= row.due <= today + timedelta(days=SOON_DAYS)
    return group == "all" or _kind(row) == group


def _groups(rows: Sequence[WorkRow], today: date) -> list[WorkGroup]:
    later = [
        row
        for row in rows
        if not _in_group(row, "late", today) and not _in_group(row, "soon", today)
    ]
    titled = (
        (_("Quá hạn"), [r for r in rows if _in_group(r, "late", today)], Tone.LATE),
        (
            _("Đến hạn trong %(n)d ngày") % {"n": SOON_DAYS},
            [r for r in rows if _in_group(r, "soon", today)],
            Tone.SOON,
        ),
        (_("Các việc khác"), later, Tone.HOLD),
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
    }.get(_kind(row), Tag(_("Cần làm"), Tone.HOLD, "play"))
    if row.due and row.due < today:
        status = Tag(_("Cần xử lý"), Tone.LATE, "warning-circle")
    return Row(
        due=due(row.due, today),
        ref=row.case.reference,
        url=case_url(row.case, "approval", step=row.step)
        if _kind(row) == "sign"
        else case_url(row.case),
        title=row.case.title,
        procedure=procedure.label,
        step=procedure.stage.enum(row.case.stage).label,
        progress=progress(procedure, row.case.stage),
        todo=step.label if step else row.step,
        owner=Who(row.person.full_name, Role(row.role).label)
        if row.person
        else Who(Role(row.role).label),
        status=status,
    )


def _step(row: WorkRow) -> Step | None:
    return catalogue.get(row.case.procedure).step(row.step)


def _case_row(case: Any, today: date) -> CaseRow:
    procedure = catalogue.get(case.procedure)
    stage = procedure.stage.enum(case.stage).label
    return CaseRow(
        ref=case.reference,
        url=case_url(case),
        title=case.title,
        procedure=procedure.label,
        body=case.body.name,
        stage=Tag(stage, Tone.OK if case.closed_on else Tone.INFO),
        due=due(case.due, today) if case.due else None,
        progress=progress(procedure, case.stage),
    )


def progress(procedure: type[Matter], stage: str) -> Progress:
    """How far a stage lies along the ordinary path."""
    path = [s.target for s in procedure.steps.values() if s.moves and not s.aside and s.target]
    return Progress(path.index(stage) + 1 if stage in path else 1, len(path))


def pager_of(page: Page, asked: Any, noun: str) -> Pager | None:
    if not page.paginator.count:
        return None
    kept = asked.copy()

    def at(number: int) -> str:
        kept["trang"] = str(number)
        return f"?{kept.urlencode()}"

    return Pager(
        f"{page.start_index()}–{page.end_index()} {_('trong')} {page.paginator.count} {noun}",
        newer=at(page.previous_page_number()) if page.has_previous() else "",
        older=at(page.next_page_number()) if page.has_next() else "",
    )

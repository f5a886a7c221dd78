"""Thống kê: choose a form, read it filled in, open the list behind a figure, take it out."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk.gathering import statistics as gathered
from desk.statistics_forms import BY_UNIT, Asked
from desk.views import person_of
from desk.views.behind import serve
from desk.views.exports import watermark
from desk.worded import worded
from registry import clock
from registry.models import Organisation, Person
from reports.counting import keeping
from reports.form import Form, get
from reports.form_sheets import form_sheet
from reports.public import published
from reports.scopes import scope
from reports.sheets import KIND
from reports.tables import Table, fill, fill_by_branch


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """The forms; whoever reads no unit's figures has no such page."""
    _me, asked = asked_of(request)
    page = gathered.choose_page(asked, behind_time=not keeping.refresh())
    return render(request, "pages/statistics/choose.html", {"page": page})


@require_safe
def form(request: HttpRequest, code: str) -> HttpResponse:
    """One form for the unit and period asked for; a period that cannot be read shows what is wrong with it."""
    _me, asked = asked_of(request)
    if not asked.is_valid():
        page = gathered.choose_page(asked, behind_time=False)
        return render(request, "pages/statistics/choose.html", {"page": page}, status=422)
    counted = keeping.refresh()
    page = gathered.form_page(_form(code, asked), asked, clock.today(), behind_time=not counted)
    return render(request, "pages/statistics/form.html", {"page": page})


def behind(request: HttpRequest, code: str) -> HttpResponse:
    """The list behind one figure; asked for so, as a spreadsheet."""
    me, asked = _valid(request)
    found = _form(code, asked)
    try:
        column = found.column(request.GET.get("cot", ""), asked.period)
        row = found.row(request.GET.get("dong") or found.rows[0].id)
    except KeyError:
        raise Http404("The form has no such cell.") from None
    branch = request.GET.get("nhanh", "")
    today = clock.today()
    keeping.refresh()
    if column.share or (branch and not _is_branch(branch, asked)):
        raise Http404("Nothing is counted there.")
    number = int(branch) if branch else None
    return serve(request, gathered.listed(found, column, row, number, asked, me, today), me)


@require_safe
def export(request: HttpRequest, code: str) -> HttpResponse:
    """The form as it is on the screen, in Excel, with its merged heads."""
    me, asked = _valid(request)
    keeping.refresh()
    found, of = _form(code, asked), scope(asked.unit.pk, clock.today(), asked.tree, asked.part)
    table = gathered.table_of(found, asked, of)
    names = gathered.row_names(found, asked, of)
    rows = [
        (name, [_cell(table, key, column) for column in found.leaves(asked.period)])
        for key, name in names.items()
    ]
    mark = watermark(me.full_name, _("số liệu thống kê"))
    return _sheet(found, asked, rows, mark, gathered.notes_of(found), f"{code}-{asked.period.last}")


@require_safe
def public(request: HttpRequest, code: str) -> HttpResponse:
    """The form fit to be published: by unit, small figures below the province hidden."""
    _me, asked = _valid(request)
    keeping.refresh()
    found, of = _form(code, asked), scope(asked.unit.pk, clock.today(), asked.tree, asked.part)
    table = _with_total(found, asked, of)
    units = Organisation.objects.in_bulk(of.branches)
    levels = {str(one): units[one].kind for one in of.branches} | {"": asked.unit.kind}
    texts = published(table, levels, total="")
    names = {"": asked.unit.name, **gathered.row_names(found, asked.also(xem=BY_UNIT), of)}
    rows = [
        (name, [texts[key, column.id] for column in found.leaves(asked.period)])
        for key, name in names.items()
    ]
    mark = _("Bản công bố, lập ngày %(on)s.") % {"on": f"{timezone.localdate():%d/%m/%Y}"}
    notes = [_("“<5”: từ 1 đến 4; “…”: ẩn để không suy ra số nhỏ của đơn vị dưới cấp tỉnh.")]
    return _sheet(found, asked, rows, mark, notes, f"cong-bo-{code}-{asked.period.last}")


def asked_of(request: HttpRequest) -> tuple[Person, Asked]:
    """Me, and what is asked among the units whose figures I read; 404 where there is none."""
    me, today = person_of(request), clock.today()
    units = gathered.units_of(me, today, request.GET.get("don_vi", ""))
    if not units:
        raise Http404("No post whose holder reads figures.")
    return me, Asked(request.GET, units, today)


def _valid(request: HttpRequest) -> tuple[Person, Asked]:
    me, asked = asked_of(request)
    if not asked.is_valid():
        raise Http404("No such unit or period.")
    return me, asked


def _form(code: str, asked: Asked) -> Form:
    try:
        return get(code, asked.period)
    except KeyError:
        raise Http404("No form of that name in the period.") from None


def _is_branch(branch: str, asked: Asked) -> bool:
    of = scope(asked.unit.pk, clock.today(), asked.tree, asked.part)
    return branch.isdecimal() and int(branch) in of.branches


def _with_total(found: Form, asked: Asked, of) -> Table:
    """The form by unit, with the whole as the row called ""."""
    whole, units = fill(found, asked.period, of), fill_by_branch(found, asked.period, of)
    first = found.rows[0].id
    total = {("", name): figure for (row, name), figure in whole.figures.items() if row == first}
    return Table(found, asked.period, of, {**units.figures, **total})


def _cell(table: Table, key: str, column) -> int | str:
    return table.text(key, column) if column.share else table.figures[key, column.id]


def _sheet(found: Form, asked: Asked, rows, mark: str, notes, name: str) -> HttpResponse:
    facts = "; ".join(f"{worded(one.label)}: {one.value}" for one in gathered.facts_of(found, asked)[:3])
    content = form_sheet(found.title, facts, found.head(asked.period), rows, mark, notes)
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer

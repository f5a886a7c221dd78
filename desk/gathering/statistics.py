"""What the pages of the statistics show: a form filled in for a unit and a period, and the list behind each figure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.queries import visible_to
from desk.gathering.behind import Listed
from desk.pages.parts import Fact, Link
from desk.pages.statistics import (
    BehindRow,
    ChoosePage,
    Figure,
    FigureRow,
    FormLine,
    FormPage,
)
from desk.statistics_forms import Asked
from desk.worded import worded
from registry import clock
from registry.members.rights import units_read_by
from registry.models import BodyKind, Organisation, Person, Placement, on
from reports import rights
from reports.charts import Standing, standing
from reports.counted_models import Counted, Mark
from reports.form import CONFIDENCES, Column, Form, Head, Row, used
from reports.periods import Kind, Period, years_of
from reports.scopes import Scope, scope
from reports.tables import Table, behind, fill, fill_by_branch, fill_by_year

#: Marks that say nothing beside what a row counts for.
_UNSAID = frozenset({Mark.COMMITTEE_MEMBER.value})


def units_of(person: Person, today: date, chosen: str) -> list[Organisation]:
    """The units one may choose: where one holds a post, what stands right under, and the one chosen, if one may."""
    tops = list(rights.roots(person, today))
    known = [one.pk for one in tops]
    right_under = Placement.objects.filter(on(today), parent__in=known).values("organisation")
    below = Organisation.objects.filter(pk__in=right_under).exclude(pk__in=known).order_by("name")
    units = tops and [*tops, *below]
    if chosen.isdecimal() and chosen not in {str(one.pk) for one in units}:
        other = Organisation.objects.filter(pk=int(chosen)).first()
        if other is not None and rights.may_read(person, other, today):
            units.append(other)
    return units


def choose_page(asked: Asked, *, behind_time: bool) -> ChoosePage:
    """Gather the forms of the period asked for."""
    found = used(asked.period) if asked.is_valid() else ()
    return ChoosePage(
        filters=asked,
        forms=[
            FormLine(
                one.title,
                address("statistics-form", asked, code=one.code),
                CONFIDENCES[one.confidence],
            )
            for one in found
        ],
        ways=[
            Link(_("Tổng quan"), address("dashboard", asked.also(xem="")), "chart"),
            Link(_("Sổ cái số liệu"), address("ledger", asked), "chart"),
            Link(_("Nộp báo cáo, theo dõi nộp"), address("filings", asked), "file"),
        ],
        behind=behind_time,
    )


def form_page(form: Form, asked: Asked, today: date, *, behind_time: bool) -> FormPage:
    """Gather one form filled in."""
    of = scope(asked.unit.pk, today, asked.tree, asked.part)
    table = table_of(form, asked, of)
    names = row_names(form, asked, of)
    return FormPage(
        title=form.title,
        about=form.about,
        whose=whose(asked),
        facts=facts_of(form, asked),
        filters=asked,
        head=form.head(asked.period),
        rows=[
            FigureRow(
                name,
                [figure(table, key, column, asked) for column in form.leaves(asked.period)],
                _of_unit(form, asked, key),
            )
            for key, name in names.items()
        ],
        notes=notes_of(form),
        ways=[
            Link(_("Xuất Excel"), address("statistics-export", asked, code=form.code), "download"),
            Link(_("Bản công bố"), address("statistics-public", asked, code=form.code), "download"),
        ],
        back_url=address("statistics", asked),
        behind=behind_time,
        partial=asked.period.is_partial_on(today) and not asked.by_year,
        picture=years_drawn(form, asked, table, names) if asked.by_year else None,
    )


def years_drawn(form: Form, asked: Asked, table: Table, names: Mapping[str, str]) -> Standing:
    """The years of a form as a picture; one that is not there whole is marked."""
    series = {
        column.head: [table.figures[year, column.id] for year in names]
        for column in _drawn(form, asked)
    }
    groups = [(year, name != year) for year, name in names.items()]
    return standing(f"{form.title}, {asked.unit.name}", groups, series)


def _drawn(form: Form, asked: Asked) -> list[Column]:
    """The columns of a picture of the form: the parts of its total where it has any, else its first figures."""
    parts = next((one for one in form.columns if one.sums_to and one.shown_in(asked.period)), None)
    leaves = parts.leaves(asked.period) if parts else form.leaves(asked.period)
    return [one for one in leaves if not one.share]


def table_of(form: Form, asked: Asked, of: Scope) -> Table:
    """The form filled in as asked: in its own rows, or one row for each unit."""
    if asked.by_year:
        return fill_by_year(form, asked.period, of)
    return (fill_by_branch if asked.by_unit else fill)(form, asked.period, of)


def row_names(form: Form, asked: Asked, of: Scope) -> Mapping[str, str]:
    """The rows of the table by the key of their figures, each with its name; a unit's own rows first."""
    if asked.by_year:
        return {str(year.first.year): _year(year, clock.today()) for year in years_of(asked.period)}
    if not asked.by_unit:
        return {row.id: row.head for row in form.rows}
    names = dict(Organisation.objects.filter(pk__in=of.branches).values_list("pk", "name"))
    own = _("%(unit)s (riêng cấp này)") % {"unit": names.get(of.top, "")}
    return {str(one): own if one == of.top else names[one] for one in of.branches}


def facts_of(form: Form, asked: Asked) -> list[Fact]:
    """What a reader must know to read the table."""
    kinds = [worded(BodyKind(one).label) for one in form.where.get("body", ())]
    bodies = ", ".join(kinds) or _("mọi cơ quan, kể cả chi bộ")
    return [
        Fact(_("Đơn vị"), asked.unit.name, sub=worded(asked.part.label)),
        Fact(_("Kỳ"), worded(asked.period.words), sub=_("tính cả ngày đầu và ngày cuối")),
        Fact(_("Theo cây tổ chức"), worded(asked.tree.label)),
        Fact(_("Cơ quan được tính"), bodies),
        Fact(_("Đơn vị tính"), _("lượt đối tượng; cột “Số người” đếm mỗi người một lần")),
    ]


def notes_of(form: Form) -> list[str]:
    """Where the form's columns are from, and what it lacks."""
    told = [_source(form)]
    if form.left_out:
        told.append(
            _("Cột chưa tính được từ hồ sơ: %(which)s.") % {"which": "; ".join(form.left_out)}
        )
    return told


def listed(
    form: Form,
    column: Column,
    row: Row,
    branch: int | None,
    asked: Asked,
    person: Person,
    today: date,
) -> Listed:
    """The rows behind one figure of a form, and those of them that `person` may open."""
    of = scope(asked.unit.pk, today, asked.tree, asked.part)
    found = behind(form, column, row, asked.period, of, branch)
    mine = found.filter(_open_to(person, today))
    return Listed(
        title=f"{form.title}: {column.head}",
        back=Link(form.title, address("statistics-form", asked, code=form.code)),
        whose=whose(asked, branch),
        found=found,
        mine=mine.select_related("case", "person", "organisation", "body", "unit"),
        row=_behind_row,
        case_of=lambda one: one.case_id,
        name=f"{form.code}-{column.id}-{asked.period.last}",
        by="day",
        day_head=_("Ngày tính"),
        state_head=_("Tình trạng đến cuối kỳ"),
        note=_("Danh sách theo lượt; ô này đếm số người.") if column.persons else "",
    )


def _open_to(person: Person, today: date) -> Q:
    """Rows of files one may open; of the register, those about members one reads."""
    in_files = Q(case__in=visible_to(person, today).values("pk"))
    return in_files | Q(case=None, unit__in=units_read_by(person, today))


def _behind_row(one: Counted) -> BehindRow:
    case = one.case
    return BehindRow(
        day=one.day,
        what=worded(one.get_what_display()),
        about=str(one.person or one.organisation or ""),
        case=Link(case.reference, reverse("case", args=[case.reference])) if case else None,
        body=one.body.name if one.body else one.unit.name,
        marks=[worded(Mark(mark).label) for mark in one.marks if mark not in _UNSAID],
    )


def headed(column: Column, period: Period) -> Head:
    """A column by itself, as the head of a table."""
    return Head(column.headed(period), 1, 1)


def figure(table: Table, key: str, column: Column, asked: Asked) -> Figure:
    """One cell, with the list behind it."""
    text = table.text(key, column)
    if column.share or not table.figures[key, column.id]:
        return Figure(text)
    more = {"cot": column.id, **_place(key, asked)}
    return Figure(text, address("statistics-list", asked, more, code=table.form.code))


def _place(key: str, asked: Asked) -> dict[str, str]:
    """Which row of the table a cell lies in, as the address of its list says it."""
    if asked.by_year:
        year = next(one for one in years_of(asked.period) if one.first.year == int(key))
        days = {"tu": f"{year.first:%d/%m/%Y}", "den": f"{year.last:%d/%m/%Y}"}
        return {"ky": Kind.FREE.value, "xem": "", **days}
    return {"nhanh" if asked.by_unit else "dong": key}


def _year(year: Period, today: date) -> str:
    """A year as a row names it; one that is not there whole is never taken for one that is."""
    if year.kind is Kind.YEAR and not year.is_partial_on(today):
        return str(year.first.year)
    days = {
        "year": year.first.year,
        "first": f"{year.first:%d/%m}",
        "last": f"{min(year.last, today):%d/%m}",
    }
    return _("%(year)s (chưa đủ năm: %(first)s–%(last)s)") % days


def _of_unit(form: Form, asked: Asked, key: str) -> str:
    """The same form of a unit that has a row of its own here; nothing for one's own row, and rows of the form."""
    if not asked.by_unit or key == str(asked.unit.pk):
        return ""
    return address("statistics-form", asked, {"don_vi": key}, code=form.code)


def whose(asked: Asked, branch: int | None = None) -> str:
    """The unit, or one branch of it, and the period."""
    unit = asked.unit.name
    if branch is not None:
        unit = Organisation.objects.get(pk=branch).name
    return f"{unit}, {worded(asked.period.words)}"


def _source(form: Form) -> str:
    return f"{CONFIDENCES[form.confidence]}. {form.source}."


def address(name: str, asked: Asked, more: Mapping[str, str] | None = None, **parts: Any) -> str:
    """An address of the statistics with what is asked there, and more."""
    query = {**asked.query(), **(more or {})}
    return f"{reverse(name, kwargs=parts)}?{urlencode(query)}"

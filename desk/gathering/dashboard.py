"""What the overview of a unit and a period shows: files, results, units, days of each step, exits by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case, StepRecord
from cases.queries import visible_to
from desk.gathering import statistics, words
from desk.gathering.behind import Listed
from desk.gathering.statistics import address, whose
from desk.pages.dashboard import BarCard, BarRow, DashboardPage, DaysPage, Measured, YearCard
from desk.pages.parts import Link, Tile, Tone, due
from desk.pages.statistics import BehindRow, Figure, FigureRow
from desk.statistics_forms import BY_YEAR, Asked
from desk.worded import worded
from registry.models import Organisation, Person
from reports import durations, overdue
from reports.charts import length
from reports.figures import count
from reports.form import get
from reports.periods import Kind
from reports.scopes import Scope, scope
from reports.tables import Table, fill, fill_by_branch
from workflows import catalogue

#: Steps and units of a picture on the overview; the page of days has all steps.
MOST_STEPS, MOST_UNITS = 8, 12
FILES, RESULTS, EXITS = "ho-so", "ket-qua-vi-pham", "ra-khoi-dang"


def dashboard_page(asked: Asked, today: date, *, behind_time: bool) -> DashboardPage:
    """Gather the overview."""
    of = scope(asked.unit.pk, today, asked.tree, asked.part)
    files = fill(get(FILES, asked.period), asked.period, of)
    results = fill(get(RESULTS, asked.period), asked.period, of)
    late = overdue.by_branch(of, today)
    return DashboardPage(
        whose=whose(asked),
        filters=asked,
        tiles=_tiles(asked, files, results, late.total()),
        cards=[
            _by_procedure(asked, files),
            _by_result(asked, results),
            _by_unit(asked, of, late),
            _by_step(asked, of, MOST_STEPS),
        ],
        years=_exits(asked, of, today),
        behind=behind_time,
        partial=asked.period.is_partial_on(today),
        back_url=address("statistics", asked),
    )


def days_page(asked: Asked, today: date) -> DaysPage:
    """Gather the days of every step of the period."""
    of = scope(asked.unit.pk, today, asked.tree, asked.part)
    return DaysPage(whose(asked), asked, _by_step(asked, of), address("dashboard", asked))


def steps_listed(asked: Asked, procedure: str, step: str, person: Person, today: date) -> Listed:
    """Every time a step was taken in the period, with its days."""
    of = scope(asked.unit.pk, today, asked.tree, asked.part)
    found = durations.taken(asked.period, of).filter(case__procedure=procedure, step=step)
    mine = found.filter(case__in=visible_to(person, today).values("pk"))
    return Listed(
        title=f"{_procedure(procedure)}: {_step(procedure, step)}",
        back=Link(_("Số ngày từng bước"), address("step-days", asked)),
        whose=whose(asked),
        found=found,
        mine=mine.select_related("case", "body", "on_behalf_of"),
        row=_step_row,
        case_of=lambda one: one.case_id,
        name=f"so-ngay-{step}-{asked.period.last}",
        by="acted_on",
        day_head=_("Ngày làm bước"),
        state_head=_("Số ngày từ bước trước"),
    )


def overdue_listed(asked: Asked, branch: int | None, person: Person, today: date) -> Listed:
    """The files overdue today, in the unit asked for or in one branch of it."""
    of = scope(asked.unit.pk, today, asked.tree, asked.part)
    found = overdue.overdue(of, today, branch)
    mine = found.filter(pk__in=visible_to(person, today).values("pk"))
    return Listed(
        title=_("Hồ sơ quá hạn đến hôm nay"),
        back=Link(_("Tổng quan"), address("dashboard", asked)),
        whose=whose(asked, branch).partition(", ")[0],
        found=found,
        mine=mine.select_related("body"),
        row=lambda one: _late_row(one, today),
        case_of=lambda one: one.pk,
        name=f"qua-han-{today}",
        by="opened_on",
        day_head=_("Ngày lập"),
        state_head=_("Hạn"),
    )


# The figures at the top


def _tiles(asked: Asked, files: Table, results: Table, late: int) -> list[Tile]:
    def listed(code: str, column: str, row: str = "tong") -> str:
        return address("statistics-list", asked, {"cot": column, "dong": row}, code=code)

    opened, open_now = files.figures["tong", "tong"], files.figures["tong", "con"]
    violated = results.figures["tong", "tong"]
    return [
        Tile(count(opened), _("Mở trong kỳ"), listed(FILES, "tong"), _("lượt đối tượng"), Tone.INFO, "folder"),
        Tile(count(open_now), _("Đang giải quyết"), listed(FILES, "con"), _("đến cuối kỳ"), Tone.HOLD, "inbox"),
        Tile(
            count(late), _("Hồ sơ quá hạn"), address("overdue-list", asked), _("đến hôm nay"),
            Tone.LATE if late else Tone.OK, "clock",
        ),
        Tile(
            count(violated), _("Kết luận có vi phạm"), listed(RESULTS, "tong"), _("đảng viên, trong kỳ"),
            Tone.SOON if violated else Tone.HOLD, "pin",
        ),
    ]  # fmt: skip


# The pictures


def _by_procedure(asked: Asked, files: Table) -> BarCard:
    rows = {
        row.id: (row.head, "", [files.figures[row.id, name] for name in ("tong", "con")])
        for row in files.form.rows[1:]
    }

    def leads(row: str, place: int) -> str:
        more = {"cot": ("tong", "con")[place], "dong": row}
        return address("statistics-list", asked, more, code=FILES)

    return BarCard(
        title=_("Hồ sơ theo thủ tục"),
        icon="folder",
        first=_("Thủ tục"),
        series=[_("Mở trong kỳ"), _("Đang giải quyết cuối kỳ")],
        rows=_rows(rows, leads),
        note=_("Lượt đối tượng: một hồ sơ có mấy đối tượng thì tính mấy lượt."),
        more=Link(files.form.title, address("statistics-form", asked, code=FILES)),
        empty=_("Kỳ này không có hồ sơ nào."),
    )


def _by_result(asked: Asked, results: Table) -> BarCard:
    columns = [one for one in results.form.leaves(results.period) if not one.share][1:]
    whom = [row.id for row in results.form.rows]
    rows = {
        one.id: (one.head, "", [results.figures[row, one.id] for row in whom]) for one in columns
    }

    def leads(column: str, place: int) -> str:
        return address("statistics-list", asked, {"cot": column, "dong": whom[place]}, code=RESULTS)

    return BarCard(
        title=_("Kết quả xử lý vi phạm đã kết luận"),
        icon="check",
        first=_("Kết quả đến cuối kỳ"),
        series=[row.head for row in results.form.rows],
        rows=_rows(rows, leads),
        more=Link(results.form.title, address("statistics-form", asked, code=RESULTS)),
        empty=_("Kỳ này chưa kết luận vi phạm nào."),
    )


def _by_unit(asked: Asked, of: Scope, late: Mapping[int, int]) -> BarCard:
    table = fill_by_branch(get(FILES, asked.period), asked.period, of, {"con"})
    names = dict(Organisation.objects.filter(pk__in=of.branches).values_list("pk", "name"))
    held = {one: (table.figures[str(one), "con"], late.get(one, 0)) for one in of.branches}
    most = sorted(held, key=lambda one: (-held[one][0], -held[one][1], names[one]))
    rows = {
        str(one): (
            names[one],
            _("riêng cấp này") if one == of.top else "",
            list(held[one]),
        )
        for one in most[:MOST_UNITS]
    }

    def leads(branch: str, place: int) -> str:
        if place:
            return address("overdue-list", asked, {"nhanh": branch})
        return address("statistics-list", asked, {"cot": "con", "nhanh": branch}, code=FILES)

    by_unit = asked.also(xem="don_vi")
    return BarCard(
        title=_("Theo đơn vị"),
        icon="people",
        first=_("Đơn vị"),
        series=[_("Đang giải quyết cuối kỳ (lượt đối tượng)"), _("Quá hạn hôm nay (hồ sơ)")],
        rows=_rows(rows, leads),
        note=_("Đơn vị không có hồ sơ đang giải quyết thì không nêu ở đây."),
        more=Link(_("Mọi đơn vị"), address("statistics-form", by_unit, code=FILES)),
        empty=_("Không đơn vị nào có hồ sơ đang giải quyết."),
    )


def _by_step(asked: Asked, of: Scope, most: int | None = None) -> BarCard:
    found = durations.by_step(asked.period, of)
    rows = {
        f"{one.procedure}/{one.step}": (
            _step(one.procedure, one.step),
            _("%(procedure)s; %(n)s lần") % {"procedure": _procedure(one.procedure), "n": count(one.times)},
            [one.median, one.slow],
        )
        for one in found[:most]
    }  # fmt: skip

    def leads(row: str, _place: int) -> str:
        procedure, _slash, step = row.partition("/")
        return address("step-days-list", asked, {"thu_tuc": procedure, "buoc": step})

    return BarCard(
        title=_("Số ngày từng bước"),
        icon="clock",
        first=_("Bước"),
        series=[_("Trung vị (ngày)"), _("Chín phần mười không quá (ngày)")],
        rows=_rows(rows, leads, noughts=True),
        note=_("Từ bước chuyển giai đoạn trước đến bước này, theo bản ghi; kể cả ngày nghỉ."),
        more=Link(_("Mọi bước"), address("step-days", asked)) if most else None,
        empty=_("Kỳ này chưa có bước nào nối tiếp bước khác."),
        wide=True,
    )


def _exits(asked: Asked, of: Scope, today: date) -> YearCard:
    years = asked.also(xem=BY_YEAR, ky=Kind.YEAR.value, nam=str(asked.period.last.year))
    form = get(EXITS, years.period)
    table = statistics.table_of(form, years, of)
    names = statistics.row_names(form, years, of)
    group = next(one for one in form.columns if one.sums_to)
    columns = [form.column("tong", years.period), *group.leaves(years.period)]
    any_figure = any(table.figures[year, "tong"] for year in names)
    return YearCard(
        title=_("Đảng viên ra khỏi Đảng theo năm"),
        icon="chart",
        picture=statistics.years_drawn(form, years, table, names) if any_figure else None,
        head=[[statistics.headed(one, years.period) for one in columns]],
        rows=[
            FigureRow(name, [statistics.figure(table, year, one, years) for one in columns])
            for year, name in names.items()
        ],
        note=_("Năm chưa đủ thì gạch chéo, không so với năm đủ."),
        more=Link(form.title, address("statistics-form", years, code=EXITS)),
    )


def _rows(
    rows: Mapping[str, tuple[str, str, Sequence[int]]], leads: Any, *, noughts: bool = False
) -> list[BarRow]:
    """Lines of bars, all of one picture to one scale; nothing leads from nought, unless a nought too was measured."""
    greatest = max((figure for *_, figures in rows.values() for figure in figures), default=0)
    return [
        BarRow(
            head,
            [
                Measured(
                    Figure(count(figure), leads(key, place) if figure or noughts else ""),
                    place + 1,
                    length(figure, greatest),
                )
                for place, figure in enumerate(figures)
            ],
            sub=sub,
        )
        for key, (head, sub, figures) in rows.items()
        if noughts or any(figures)
    ]


# The lists


def _step_row(one: StepRecord) -> BehindRow:
    body = one.on_behalf_of or one.body
    return BehindRow(
        day=one.acted_on,
        what=_step(one.case.procedure, one.step),
        about=one.case.title,
        case=Link(one.case.reference, reverse("case", args=[one.case.reference])),
        body=body.name,
        marks=[count(one.days.days)],
    )


def _late_row(one: Case, today: date) -> BehindRow:
    return BehindRow(
        day=one.opened_on,
        what=_procedure(one.procedure),
        about=one.title,
        case=Link(one.reference, reverse("case", args=[one.reference])),
        body=one.body.name,
        marks=[words.day(one.due), due(one.due, today).note],
    )


def _procedure(code: str) -> str:
    found = catalogue.PROCEDURES.get(code)
    return worded(found.label) if found else code


def _step(procedure: str, code: str) -> str:
    found = catalogue.PROCEDURES.get(procedure)
    step = found.step(code) if found else None
    return worded(step.label) if step else code

"""The addresses of the statistics: the forms, the lists behind their figures, and the reports that were filed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from registry import clock, offices
from registry.models import Body
from reports.counting import keeping
from reports.filing import FileReport
from reports.filing_models import Filing
from reports.periods import month
from tests.desk.world import ROLES, World

if TYPE_CHECKING:
    from tests.desk.addresses import Address

#: Whoever holds a post but numbers papers.
READ_FIGURES = frozenset(ROLES) - {"clerk", "concerned"}
#: Who leads an organisation or its inspection committee, and so answers for its report.
FILE_REPORTS = READ_FIGURES - {"officer", "auditor"}
#: Who leads the commune, whose cell the sample report is of.
LEAD_THE_COMMUNE = frozenset({"chair", "leader", "keeper"})
#: Who reads the figures of that cell.
READ_THE_CELL = READ_FIGURES - {"stranger"}


def of_forms(address: type[Address]) -> Iterator[Any]:
    """Each address of the statistics, asked once everything is counted."""
    figures = {"seen_by": READ_FIGURES}
    yield address("statistics", 8, _counted, **figures)
    yield address("statistics-form", 11, _form, **figures)
    yield address(
        "statistics-form", 13, _form, query="?xem=don_vi&cay=ca_hai", mark=" by unit", **figures
    )
    yield address("statistics-form", 10, _form, query="?xem=nam", mark=" by year", **figures)
    yield address("statistics-list", 13, _form, query="?cot=tong&dong=tong", **figures)
    yield address(
        "statistics-list", 12, _form, query="?cot=tong&xuat=excel", mark=" excel", **figures
    )
    # five kinds of figures in one look: files, results, units, steps, exits; each a question of its own
    yield address("dashboard", 17, _counted, **figures)
    yield address("step-days", 8, _counted, **figures)
    yield address("step-days-list", 10, _counted, query="?thu_tuc=P1.CD&buoc=decide", **figures)
    yield address("overdue-list", 10, _counted, **figures)
    yield address("statistics-export", 12, _form, page=False, **figures)
    yield address("statistics-public", 14, _form, page=False, **figures)
    yield address("filings", 10, _filed, **figures)
    # Whoever is about to freeze the forms of a period sees what is wrong in any of them: each is filled in,
    # what happened, what stands open and persons apart: so no row is asked twice, and no cell asks what all ask.
    yield address("filing-new", 53, _filed, seen_by=FILE_REPORTS)
    yield address("filing", 11, _filing, seen_by=READ_THE_CELL, costs={"secretary": 9})
    yield address(
        "filing-pdf", 7, _filing, seen_by=READ_THE_CELL, page=False, costs={"secretary": 5}
    )
    yield address("filing-reopen", 7, _filing, seen_by=LEAD_THE_COMMUNE)


def _counted(_world: World) -> dict[str, object]:
    keeping.refresh()
    return {}


def _form(world: World) -> dict[str, object]:
    return {**_counted(world), "code": "ho-so"}


def _filed(world: World) -> dict[str, object]:
    """The cell's report of a month is filed, whoever comes first."""
    _counted(world)
    cell = world.province.organisations["thon2"]
    if not Filing.objects.filter(organisation=cell).exists():
        secretary, body = (
            world.province.people["bithu2"],
            Body.objects.get(organisation=cell, kind="chi_bo"),
        )
        today = clock.today()
        deed = FileReport(
            unit=cell, in_body=body, period=month(today.year - 1, 3), filed_by=secretary, on=today,
            document="Báo cáo số 01-BC/CB (mẫu)", nothing=True,
        )  # fmt: skip
        offices.record(deed, by=secretary, today=today)
    return {}


def _filing(world: World) -> dict[str, object]:
    _filed(world)
    return {"pk": Filing.objects.get(organisation=world.province.organisations["thon2"]).pk}

"""The addresses about journeys abroad, what members declare of relations abroad, and the question of an obstacle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from registry import clock, offices
from registry.journey_models import ForeignRelation, Journey
from registry.journeys.declaring import Declare
from registry.journeys.deeds import EnterJourney, LayRule
from tests.desk.world import World

if TYPE_CHECKING:
    from tests.desk.addresses import Address

#: Who reads members of units, and of them who reads the village's cell.
READ_MEMBERS = frozenset(
    {"officer", "chair", "leader", "auditor", "stranger", "secretary", "keeper"}
)
READ_THE_CELL = READ_MEMBERS - {"stranger"}
#: To whom the declarations of the member open: by being them, by office, or in an inspection of their own.
OPENED = frozenset({"concerned", "secretary", "keeper", "chair", "leader"})
DECLARES = frozenset({"concerned", "secretary", "keeper"})
LINE = frozenset({"keeper"})
OVERSEES = frozenset({"auditor"})


def addresses(address: Callable[..., Address]) -> Iterator[Address]:
    """Every address, with its readers and its cost."""
    in_one_cell = {"clerk": 7, "stranger": 7, "concerned": 8}
    yield address("journeys", 9, _with_journey, costs=in_one_cell)
    yield address(
        "journeys", 7, _with_journey, query="?tt=gach_bo&q=khong-co-ai", costs={"concerned": 8}
    )
    yield address(
        "journey", 9, _journey, seen_by=READ_THE_CELL, costs={"secretary": 10, "keeper": 10}
    )
    yield address("journey-new", 7, _btv, seen_by=LINE)
    yield address("journey-deed", 9, _deed, seen_by=LINE)
    yield address("report-rule", 6, _btv, seen_by=LINE)
    yield address("journeys-export", 7, seen_by=READ_MEMBERS)
    yield address("foreign", 7, costs={"concerned": 8})
    searching = {"stranger": 8, "secretary": 8, "concerned": 8, "keeper": 8}
    yield address("foreign", 7, query="?q=mau", costs=searching)
    opening = {"chair": 9, "leader": 9, "secretary": 12, "concerned": 12, "keeper": 13}
    yield address("foreign-of", 12, _declared, seen_by=OPENED, costs=opening)
    writing = {"secretary": 11, "keeper": 12}
    yield address("foreign-declare", 10, _declared, seen_by=DECLARES, costs=writing)
    yield address("foreign-log", 7, seen_by=OVERSEES)
    yield address("obstacles", 8, query="?q=mau", seen_by=LINE)
    yield address("obstacle", 8, _declared, seen_by=LINE)
    yield address("obstacle-log", 8, seen_by=OVERSEES)


def _with_journey(world: World) -> dict[str, object]:
    _journey(world)
    return {}


def _journey(world: World) -> dict[str, object]:
    """A member of the village's cell is abroad, and the commune has laid down within how many days one reports."""
    if found := Journey.objects.first():
        return {"pk": found.pk}
    people, bodies, today = world.province.people, world.province.bodies, clock.today()
    rule = LayRule(
        in_body=bodies["btv"], first_day=today - timedelta(days=90), before=7, before_unit="working_day",
        document="Quy chế làm việc (mẫu)",
    )  # fmt: skip
    offices.record(rule, by=people["bithuxa"])
    entered = EnterJourney(
        in_body=bodies["chi_bo_thon2"], person=people["thon2a"], place="Lào", purpose="viec_rieng",
        leaves_on=today - timedelta(days=5), returns_on=today + timedelta(days=5), document="Báo cáo (mẫu)",
    )  # fmt: skip
    return {"pk": offices.record(entered, by=people["bithu2"]).pk}


def _btv(world: World) -> dict[str, object]:
    return {"body": world.province.bodies["btv"].pk}


def _deed(world: World) -> dict[str, object]:
    return {**_journey(world), **_btv(world), "deed": "gach-bo"}


def _declared(world: World) -> dict[str, object]:
    """The member an inspection is about has declared a relation abroad."""
    person = world.province.people["dangvien"]
    if not ForeignRelation.objects.exists():
        declaring = Declare(
            in_body=world.province.bodies["chi_bo_thon2"], person=person, relation="quan_he",
            said="Người thân ở nước ngoài (mẫu).", declared_on=clock.today(), paper="Bản kê khai (mẫu)",
        )  # fmt: skip
        offices.record(declaring, by=person)
    return {"pk": person.pk}

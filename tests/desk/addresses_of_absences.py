"""The addresses about members away, members who change cells, and what a base committee owes in turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from registry.absence_models import Absence, CellTransfer
from tests.desk.world import World

if TYPE_CHECKING:
    from tests.desk.addresses import Address

#: Who reads the members of the commune, and who of them does not read the cell of the sample rows.
READ_MEMBERS = frozenset(
    {"officer", "chair", "leader", "auditor", "stranger", "secretary", "keeper"}
)
READ_ROWS = READ_MEMBERS - {"secretary", "stranger"}
#: Who writes about members: the cell's secretary in their cell, the secretary of the commune's committee.
WRITES = frozenset({"keeper"})


def addresses(address: Callable[..., Address]) -> Iterator[Address]:
    """Every address, with its readers and its cost."""
    in_a_cell = dict.fromkeys(("stranger", "secretary"), 11)
    yield address("absences", 14, seen_by=READ_MEMBERS, costs=in_a_cell)
    yield address(
        "absences", 13, query="?xem=da_ve&q=khong-co-ai", seen_by=READ_MEMBERS, costs=in_a_cell
    )
    few = dict.fromkeys(("stranger", "secretary"), 10)
    yield address("absences-struck-off", 11, _with_an_exit, seen_by=READ_MEMBERS, costs=few)
    yield address("absences-export", 8, seen_by=READ_MEMBERS)
    yield address("absence", 10, _absence, seen_by=READ_ROWS, costs={"keeper": 11})
    yield address("absence-new", 7, _committee, seen_by=WRITES)
    yield address("absence-deed", 8, _absence_deed, seen_by=WRITES)
    yield address("cell-transfers", 7, seen_by=READ_MEMBERS)
    yield address("cell-transfers-export", 6, seen_by=READ_MEMBERS)
    yield address("cell-transfer", 10, _transfer, seen_by=READ_ROWS, costs={"keeper": 13})
    yield address("cell-transfer-new", 8, _committee, seen_by=WRITES)
    yield address("cell-transfer-deed", 7, _transfer_deed, seen_by=WRITES)
    yield address("periodic-checks", 9, seen_by=READ_MEMBERS, costs={"keeper": 10})
    yield address("periodic-check", 10, _check, seen_by=WRITES)


def _committee(world: World) -> dict[str, object]:
    return {"body": world.province.bodies["btv"].pk}


def _absence(world: World) -> dict[str, object]:
    return {"pk": Absence.objects.filter(origin=None).earliest("pk").pk}


def _absence_deed(world: World) -> dict[str, object]:
    return {**_absence(world), **_committee(world), "deed": "thay-doi"}


def _transfer(world: World) -> dict[str, object]:
    return {"pk": CellTransfer.objects.filter(origin=None).earliest("pk").pk}


def _transfer_deed(world: World) -> dict[str, object]:
    return {**_transfer(world), **_committee(world), "deed": "tiep-nhan"}


def _check(world: World) -> dict[str, object]:
    unit = world.province.organisations["xa"].pk
    return {**_committee(world), "unit": unit, "what": "phieu_chuyen", "deed": "da-lam"}


def _with_an_exit(world: World) -> dict[str, object]:
    """The figures are read with somebody struck off, whoever comes first."""
    world.left()
    return {}

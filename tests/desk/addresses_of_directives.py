"""The pages of guiding documents, of the yearly programme, of commitments and of the calendar, as addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from registry import clock, offices
from registry.guidance.pledges import RecordPledge
from registry.guidance_models import Cascade, Directive, ItemEvidence, Pledge, ProgrammeItem
from tests.desk.addresses import DECIDING, EVERYONE, INSIDERS, KEEPERS, Address, Parts
from tests.desk.world import World

POSTED = EVERYONE - {"concerned"}
#: Whoever works for the commune, in its committee or its inspection committee.
IN_THE_COMMUNE = INSIDERS | {"keeper"}
#: Who reads the members of the village's cell, and the member.
READ_THE_MEMBER = (INSIDERS - {"clerk"}) | {"secretary", "concerned", "keeper"}


def of_directives() -> Iterator[Address]:
    """The registers of the sample commune, each page with the rows that the sample data laid."""
    # Who leads a cell alone reads no programme but its own.
    less = dict.fromkeys(("stranger", "secretary"), 10)
    yield Address("directives", 8, seen_by=POSTED)
    yield Address("directives", 8, query="?q=khong-co&con=tat", seen_by=POSTED, alike=True)
    yield Address("directive", 14, _directive, seen_by=POSTED)
    yield Address("directive-export", 11, _directive, seen_by=IN_THE_COMMUNE, page=False)
    yield Address("directive-new", 5, _body("ubkt"), seen_by=KEEPERS)
    yield Address("directive-deed", 8, _deed("trien-khai", "btv"), seen_by=DECIDING, mark=" a unit")
    for deed in ("sua", "het-hieu-luc", "bo"):
        yield Address("directive-deed", 7, _deed(deed, "btv"), seen_by=DECIDING, mark=f" {deed}")
    own = frozenset({"secretary"})
    yield Address(
        "directive-deed", 9, _deed("trien-khai", "chi_bo_thon2"), seen_by=own, mark=" own unit"
    )
    yield Address("cascade-unlink", 6, _cascade, seen_by=DECIDING)
    yield Address("programme", 14, seen_by=POSTED, costs=less)
    yield Address("programme", 14, query="?nam=2020", seen_by=POSTED, costs=less, alike=True)
    costs = dict.fromkeys(less, 10)
    yield Address("programme-export", 14, seen_by=POSTED, page=False, costs=costs)
    yield Address("programme-new", 10, _body("ubkt"), seen_by=KEEPERS)
    yield Address("programme-item", 14, _item, seen_by=IN_THE_COMMUNE)
    for deed in ("bang-chung", "huy", "ket-thuc"):
        yield Address("item-deed", 6, _item_deed(deed), seen_by=KEEPERS, mark=f" {deed}")
    yield Address("item-evidence", 8, _evidence, seen_by=IN_THE_COMMUNE, page=False)
    yield Address("pledges", 10, _pledged, seen_by=READ_THE_MEMBER, costs={"concerned": 9})
    yield Address("pledge-new", 9, _pledge_new, seen_by=frozenset({"secretary"}))


def _directive(_world: World) -> dict[str, object]:
    return {"pk": Directive.objects.earliest("pk").pk}


def _body(name: str) -> Parts:
    return lambda world: {"body": world.province.bodies[name].pk}


def _deed(deed: str, body: str) -> Parts:
    return lambda world: {**_directive(world), **_body(body)(world), "deed": deed}


def _cascade(world: World) -> dict[str, object]:
    return {"pk": Cascade.objects.earliest("pk").pk, **_body("btv")(world)}


def _item(_world: World) -> dict[str, object]:
    return {"pk": ProgrammeItem.objects.earliest("pk").pk}


def _item_deed(deed: str) -> Parts:
    return lambda world: {**_item(world), "deed": deed}


def _evidence(_world: World) -> dict[str, object]:
    return {"pk": ItemEvidence.objects.earliest("pk").pk}


def _pledged(world: World) -> dict[str, object]:
    """The member a file is about has committed to something, whoever comes first."""
    member = world.province.people["dangvien"]
    if not Pledge.objects.filter(person=member).exists():
        pledge = RecordPledge(
            in_body=world.province.bodies["chi_bo_thon2"], document="Bản cam kết (mẫu)", person=member,
            year=2025, type="cam_ket", dated=date(2025, 1, 15), day=clock.today(),
            points=["Dự sinh hoạt chi bộ đủ kỳ.", "Nộp đảng phí đúng hạn."],
        )  # fmt: skip
        offices.record(pledge, by=world.province.people["bithu2"], today=clock.today())
    return {"pk": member.pk}


def _pledge_new(world: World) -> dict[str, object]:
    return {**_body("chi_bo_thon2")(world), "pk": world.province.people["dangvien"].pk}

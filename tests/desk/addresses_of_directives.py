"""The pages of guiding documents, of the yearly programme, of commitments and of the calendar, as addresses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from cases.models import Attachment
from registry import clock, offices
from registry.deeds import Deed
from registry.guidance.directives import EnterDirective, LinkCascade
from registry.guidance.pledges import RecordPledge
from registry.guidance.programme import PlanItem, ProveItem
from registry.guidance_models import Cascade, Directive, ItemEvidence, Pledge, ProgrammeItem
from registry.models import Person
from tests.desk.addresses import DECIDING, EVERYONE, INSIDERS, KEEPERS, Address
from tests.desk.world import World

POSTED = EVERYONE - {"concerned"}
#: Whoever works for the commune, in its committee or its inspection committee.
IN_THE_COMMUNE = INSIDERS | {"keeper"}
#: Who reads the members of the village's cell, and the member.
READ_THE_MEMBER = (INSIDERS - {"clerk"}) | {"secretary", "concerned", "keeper"}


def of_directives() -> Iterator[Address]:
    """Each with the rows it shows laid by whoever comes first."""
    less = dict.fromkeys(("stranger", "secretary"), 11)  # they lead a cell, and read no list of others
    yield Address("directives", 8, _with_directive, seen_by=POSTED)
    yield Address(
        "directives", 8, _with_directive, query="?q=khong-co&con=tat", seen_by=POSTED, alike=True
    )
    costs = {"clerk": 17, "stranger": 20, "secretary": 20}
    yield Address("directive", 18, _directive, seen_by=POSTED, costs=costs)
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
    costs = {"clerk": 13, **less}
    yield Address("programme", 14, _with_item, seen_by=POSTED, costs=costs)
    yield Address(
        "programme", 14, _with_item, query="?nam=2020", seen_by=POSTED, costs=costs, alike=True
    )
    costs = {"clerk": 11, **dict.fromkeys(less, 9)}
    yield Address("programme-export", 12, _with_item, seen_by=POSTED, page=False, costs=costs)
    yield Address("programme-new", 10, _body("ubkt"), seen_by=KEEPERS)
    yield Address("programme-item", 14, _item, seen_by=IN_THE_COMMUNE, costs={"clerk": 13})
    for deed in ("bang-chung", "huy", "ket-thuc"):
        yield Address("item-deed", 6, _item_deed(deed), seen_by=KEEPERS, mark=f" {deed}")
    yield Address(
        "item-evidence", 9, _evidence, seen_by=IN_THE_COMMUNE, page=False, costs={"clerk": 8}
    )
    yield Address("pledges", 11, _pledged, seen_by=READ_THE_MEMBER, costs={"concerned": 9})
    yield Address("pledge-new", 10, _pledge_new, seen_by=frozenset({"secretary"}))
    yield Address("calendar", 6, costs={"concerned": 7})
    yield Address("calendar", 6, query="?ngay=01/01/2026", costs={"concerned": 7}, alike=True)


def _enters(world: World, deed: Deed, who: str) -> None:
    offices.record(deed, by=world.province.people[who], today=clock.today())


def _with_directive(world: World) -> dict[str, object]:
    if not Directive.objects.exists():
        body = world.province.bodies["btv"]
        said = {
            "in_body": body, "document": "Chỉ thị (mẫu)", "type": "chi_thi", "number": "02-CT/ĐU",
            "issuer": body.name, "dated": date(2026, 1, 5), "first_day": date(2026, 1, 5),
            "theme": "Quản lý đảng viên đi làm ăn xa",
        }  # fmt: skip
        _enters(world, EnterDirective(**said), "bithuxa")
        _enters(
            world,
            LinkCascade(
                in_body=body, document="Kế hoạch (mẫu)", directive=Directive.objects.get(),
                unit=world.province.organisations["thon1"], type="ke_hoach", number="01-KH/CB",
                dated=date(2026, 1, 20), title="Triển khai Chỉ thị 02-CT/ĐU",
            ),
            "bithuxa",
        )  # fmt: skip
    return {}


def _directive(world: World) -> dict[str, object]:
    _with_directive(world)
    return {"pk": Directive.objects.earliest("pk").pk}


def _body(name: str):
    return lambda world: {"body": world.province.bodies[name].pk}


def _deed(deed: str, body: str):
    return lambda world: {**_directive(world), **_body(body)(world), "deed": deed}


def _cascade(world: World) -> dict[str, object]:
    _with_directive(world)
    return {"pk": Cascade.objects.earliest("pk").pk, **_body("btv")(world)}


def _with_item(world: World) -> dict[str, object]:
    if not ProgrammeItem.objects.exists():
        item = PlanItem(
            in_body=world.province.bodies["ubkt"], document="01-CTr/UBKTĐU (mẫu)",
            year=clock.today().year, type="pho_bien", theme="Quán triệt Điều lệ Đảng", first_month=1,
            last_month=12, responsible=world.province.people["canbo"],
        )  # fmt: skip
        _enters(world, item, "chunhiem")
        content = b"%PDF-1.7 bien ban"
        sha = hashlib.sha256(content).hexdigest()
        Attachment.objects.create(
            sha256=sha,
            name="bien-ban.pdf",
            kind="application/pdf",
            size=len(content),
            content=content,
        )
        proof = ProveItem(
            item=ProgrammeItem.objects.get(), document="Biên bản", title="Biên bản hội nghị (mẫu)",
            dated=date(2026, 3, 3), file_name="bien-ban.pdf", file_sha256=sha,
        )  # fmt: skip
        _enters(world, proof, "chunhiem")
    return {}


def _item(world: World) -> dict[str, object]:
    _with_item(world)
    return {"pk": ProgrammeItem.objects.earliest("pk").pk}


def _item_deed(deed: str):
    return lambda world: {**_item(world), "deed": deed}


def _evidence(world: World) -> dict[str, object]:
    _with_item(world)
    return {"pk": ItemEvidence.objects.earliest("pk").pk}


def _member(world: World) -> Person:
    return world.province.people["dangvien"]


def _pledged(world: World) -> dict[str, object]:
    if not Pledge.objects.exists():
        pledge = RecordPledge(
            in_body=world.province.bodies["chi_bo_thon2"], document="Bản cam kết (mẫu)",
            person=_member(world), year=2025, type="cam_ket", dated=date(2025, 1, 15), day=clock.today(),
            points=["Dự sinh hoạt chi bộ đủ kỳ.", "Nộp đảng phí đúng hạn."],
        )  # fmt: skip
        _enters(world, pledge, "bithu2")
    return {"pk": _member(world).pk}


def _pledge_new(world: World) -> dict[str, object]:
    return {**_body("chi_bo_thon2")(world), "pk": _member(world).pk}

"""Cells of the sample commune already reorganised: two became one with a matter open, one ended with members left."""

from __future__ import annotations

from datetime import date, timedelta

from cases import services
from cases.models import Reorganisation
from cases.reorganisation import drafting, in_background, previewing
from jobs.running import run_waiting
from registry.models import Body, Membership, Organisation, Person, Placement, Post, Term
from registry.provinces import Province
from registry.reorganisation.plan import Line, LineKind, Target

#: Short name → the cell, its secretary and its members, all invented.
CELLS = {
    "thon4": ("Chi bộ thôn Thử Bốn", "Vi Văn Thử Bảo", ("Lò Thị Mẫu Cúc", "Hà Văn Mẫu Đạt")),
    "thon5": ("Chi bộ thôn Thử Năm", "Quách Thị Mẫu Hạnh", ("Đinh Văn Thử Khang",)),
    "doi": ("Chi bộ Đội Thủy nông Thử Đông", "Lương Văn Mẫu Lập", ("Mạc Thị Thử Mơ",)),
}
_SAID = {
    "source": "chuong_trinh_nam", "theme": "việc thực hiện nhiệm vụ chi bộ giao",
    "reasons": "Theo chương trình năm của chi bộ.",
}  # fmt: skip


def tell(province: Province, today: date) -> None:
    """Lay the cells with their matter, and let the standing committee's plan about them be carried out."""
    xa, secretary = province.organisations["xa"], province.people["bithuxa"]
    cells = {short: _cell(xa, short) for short in CELLS}
    _supervised(cells["thon4"], today - timedelta(days=40))
    plan = drafting.save(
        Reorganisation(body=province.bodies["btv"], made_by=secretary), by=secretary, today=today,
        lines=[
            Line(LineKind.MERGE, (cells["thon4"].code,), (Target(cells["thon5"].code),)),
            Line(LineKind.END, (cells["doi"].code,)),
        ],
        number=f"52-QĐ/{province.bodies['btv'].symbol}",
        dated=today - timedelta(days=12), effective=today - timedelta(days=5),
        close_days=30, close_document="Hướng dẫn sắp xếp chi bộ (mẫu)",
    )  # fmt: skip
    digest = previewing.preview(plan, by=secretary, today=today).digest
    in_background.ask_to_do(plan, by=secretary.account, digest=digest)
    run_waiting()


def _cell(xa: Organisation, short: str) -> Organisation:
    name, leader, members = CELLS[short]
    began = xa.first_day
    cell = Organisation.objects.create(
        code=f"{xa.code.removesuffix('xa')}{short}", kind="chi_bo", name=name, place=xa.place,
        first_day=began,
    )  # fmt: skip
    Placement.objects.create(organisation=cell, parent=xa, first_day=began)
    body = Body.objects.create(
        organisation=cell, kind="chi_bo", name=name, symbol="CB", superior_line=xa.name.upper(),
        issuing_line=name.upper(), first_day=began,
    )  # fmt: skip
    Term.objects.create(
        body=body, name="2025–2027", first_day=began, last_day=date(began.year + 2, 12, 31)
    )
    people = [Person.objects.create(full_name=one) for one in (leader, *members)]
    for person in people:
        Membership.objects.create(
            person=person, cell=cell, status=Membership.Status.OFFICIAL, first_day=began
        )
    Post.objects.create(person=people[0], body=body, position="bi_thu", first_day=began)
    return cell


def _supervised(cell: Organisation, day: date) -> None:
    """The cell supervises one of its members; nothing more has happened in that matter."""
    body = Body.objects.get(organisation=cell)
    leader = Post.objects.get(body=body).person
    member = Membership.objects.filter(cell=cell).exclude(person=leader).order_by("pk").first()
    assert member is not None
    services.open_case(
        "P1.CB", body=body, subjects=[member.person], actor=leader, acted_on=day, today=day,
        inputs={**_SAID, "period_from": f"{day.year}-01-01", "period_to": f"{day - timedelta(days=10)}"},
    )  # fmt: skip

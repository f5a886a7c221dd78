"""A commune with as many cells as a test wants, their members and open files, and plans that reorganise them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from cases import services
from cases.models import Case, Reorganisation, ReorganisationAct
from cases.reorganisation import acting, previewing
from cases.reorganisation.previewing import Preview
from registry.keeping import OfficeRefused
from registry.models import Body, Membership, Organisation, Person, Placement, Post, Term
from registry.provinces import load
from registry.reorganisation.plan import Line, LineKind, Target
from tests.cases.supervision import TODAY, ago

#: The plans of the tests hold from this day on, and are carried out on TODAY.
EFFECTIVE = ago(10)
BEGAN, OPENED = date(2025, 7, 1), ago(60)
_SAID = {
    "source": "chuong_trinh_nam", "theme": "việc sinh hoạt chi bộ", "period_from": "2026-01-01",
    "period_to": "2026-09-30", "reasons": "Theo chương trình năm.",
}  # fmt: skip


class Commune:
    """The commune Thử Đông and its cells c1, c2, …: each with a secretary and members of its own."""

    def __init__(self, cells: int = 4, members: int = 3):
        self.province = load("thu_ha", code="sx")
        self.xa = self.province.organisations["xa"]
        self.btv, self.ubkt = self.province.bodies["btv"], self.province.bodies["ubkt"]
        self.secretary, self.deputy = self.who("bithuxa"), self.who("phobithuxa")
        self.cells = [self._cell(number, members) for number in range(1, cells + 1)]

    def who(self, short: str) -> Person:
        return self.province.people[short]

    def cell(self, number: int) -> Organisation:
        return self.cells[number - 1]

    def body(self, number: int) -> Body:
        return Body.objects.get(organisation=self.cell(number))

    def leader(self, number: int) -> Person:
        return Post.objects.get(body=self.body(number), position="bi_thu").person

    def members(self, number: int) -> list[Person]:
        held = Membership.objects.filter(cell=self.cell(number)).order_by("pk")
        return [one.person for one in held.select_related("person")]

    def _cell(self, number: int, members: int) -> Organisation:
        cell = Organisation.objects.create(
            code=f"c{number}", kind="chi_bo", name=f"Chi bộ xóm Mẫu {number}", place="Thử Đông",
            first_day=BEGAN,
        )  # fmt: skip
        Placement.objects.create(organisation=cell, parent=self.xa, first_day=BEGAN)
        body = Body.objects.create(
            organisation=cell, kind="chi_bo", name=cell.name, symbol="CB",
            superior_line="ĐẢNG ỦY XÃ THỬ ĐÔNG", issuing_line=cell.name.upper(), first_day=BEGAN,
        )  # fmt: skip
        Term.objects.create(
            body=body, name="2025–2027", first_day=BEGAN, last_day=date(2027, 12, 31)
        )
        for place in range(members + 1):
            person = Person.objects.create(full_name=f"Mẫu Thị Xóm {number} {place}")
            Membership.objects.create(
                person=person, cell=cell, status="chinh_thuc", first_day=BEGAN
            )
            if place == 0:
                Post.objects.create(person=person, body=body, position="bi_thu", first_day=BEGAN)
        return cell

    def opens(self, number: int, member: int = 1, on: date = OPENED) -> Case:
        """The cell opens a supervision of one of its members."""
        return services.open_case(
            "P1.CB", body=self.body(number), subjects=[self.members(number)[member]],
            actor=self.leader(number), acted_on=on, inputs=_SAID, today=on,
        )  # fmt: skip

    def plans(self, *lines: Line, by: Person | None = None, **said: Any) -> Reorganisation:
        """A plan as the standing committee's secretary enters it."""
        told = {"number": "77-QĐ/ĐU", "dated": ago(20), "effective": EFFECTIVE, **said}
        return Reorganisation.objects.create(
            body=self.btv,
            made_by=by or self.secretary,
            lines=[one.as_json() for one in lines],
            **told,
        )

    def previews(self, plan: Reorganisation) -> Preview:
        return previewing.preview(plan, by=self.secretary, today=TODAY)

    def does(self, plan: Reorganisation, **said: Any) -> ReorganisationAct:
        return acting.do(plan, **{"by": self.secretary, "today": TODAY, **said})

    def undoes(self, plan: Reorganisation, **said: Any) -> ReorganisationAct:
        told = {
            "by": self.secretary,
            "today": TODAY,
            "reason": "Quyết định 80-QĐ/ĐU hủy bỏ.",
            **said,
        }
        return acting.undo(plan, **told)


def merge(*units: str, into: str) -> Line:
    return Line(LineKind.MERGE, units, (Target(into),))


def unite(*units: str, into: str, name: str) -> Line:
    return Line(LineKind.UNITE, units, (Target(into, name),))


def split(unit: str, *targets: tuple[str, str], **assigned: str) -> Line:
    pairs = tuple((who.lstrip("p"), where) for who, where in assigned.items())
    return Line(LineKind.SPLIT, (unit,), tuple(Target(*one) for one in targets), pairs)


def end(unit: str) -> Line:
    return Line(LineKind.END, (unit,))


def dissolve(unit: str) -> Line:
    return Line(LineKind.DISSOLVE, (unit,))


def appoint(person: Person, unit: str, position: str = "bi_thu", body: str = "chi_bo") -> Line:
    return Line(LineKind.APPOINT, (unit,), body_kind=body, position=position, person=person.pk)


@contextmanager
def not_done(*because: str) -> Iterator[Any]:
    """The act is refused for these reasons among others, each with a remedy."""
    with pytest.raises(OfficeRefused) as caught:
        yield caught
    said = " ".join(f"{one.rule} {one.text}" for one in caught.value.reasons)
    for words in because:
        assert words in said, f"{words!r} not among: {said}"
    assert all(one.remedy for one in caught.value.reasons)

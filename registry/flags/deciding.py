"""A person decides about a flag: a proposal to the inspection committee of the line, or none, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from law import Reason
from registry import tree
from registry.deeds import InBody, Written
from registry.flag_models import FlagDecision
from registry.flags.flag import Flag
from registry.keeping import Asked
from registry.models import (
    Body,
    BodyKind,
    Organisation,
    Person,
    Position,
    Post,
    RegisterEntry,
    held_by,
    on,
)

#: Who decides about flags, and in which bodies: who leads a cell, the organisation line, an inspection committee.
DECIDERS = {
    BodyKind.CELL: (Position.SECRETARY, Position.DEPUTY_SECRETARY),
    BodyKind.COMMITTEE: (Position.SECRETARY, Position.DEPUTY_SECRETARY),
    BodyKind.STANDING: (Position.SECRETARY, Position.DEPUTY_SECRETARY),
    BodyKind.ORGAN: (Position.HEAD, Position.DEPUTY_HEAD, Position.OFFICER),
    BodyKind.INSPECTION: (Position.CHAIR, Position.VICE_CHAIR, Position.OFFICER),
}
Outcome = FlagDecision.Outcome


def deciding_bodies(person: Person, day: date) -> list[Body]:
    """The bodies for which `person` decides about flags that day, by their number. One statement."""
    held = Post.objects.filter(held_by(person, day)).select_related("body__organisation")
    found = {
        post.body_id: post.body
        for post in held
        if post.position in DECIDERS.get(BodyKind(post.body.kind), ())
    }
    return [found[pk] for pk in sorted(found)]


def units_decided_by(bodies: list[Body], day: date) -> set[int]:
    """The organisations whose flags these bodies see: their own and all below."""
    tops = {one.organisation_id for one in bodies}
    return set().union(*tree.each_with_all_under(tops, day).values()) if tops else set()


def committees_above(unit: Organisation, day: date) -> list[Body]:
    """The inspection committees to which a proposal about that unit may go, the lowest first."""
    line = tree.above(unit.pk, day)
    bodies: QuerySet[Body] = Body.objects.filter(
        on(day), kind=BodyKind.INSPECTION, organisation__in=line
    )
    return sorted(bodies, key=lambda one: (line.index(one.organisation_id), one.pk))


@dataclass(frozen=True, kw_only=True)
class DecideFlag(InBody):
    """One flag, decided once. The history says that it was, not about whom: others of the body read it."""

    kind = RegisterEntry.Deed.FLAG_DECIDED

    flag: Flag
    decided_by: Person
    outcome: str
    reason: str
    decided_on: date
    to: Body | None = None
    document: str = ""

    @property
    def words(self) -> str:
        where = f", chuyển {self.to.name}" if self.to else ""
        return f"{Outcome(self.outcome).label} về một dấu hiệu{where}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        if self.body not in deciding_bodies(asked.by, asked.today):
            yield Reason(
                "permission",
                "Chỉ bí thư, phó bí thư, người làm công tác tổ chức hoặc lãnh đạo, cán bộ ủy ban kiểm tra được"
                " quyết định về dấu hiệu.",
                remedy="Chuyển cho người đang giữ một trong các chức vụ đó.",
            )
        elif self.flag.unit.pk not in units_decided_by([self.body], asked.today):
            yield Reason(
                "permission",
                f"{self.flag.unit.name} không thuộc {self.body.organisation.name}.",
                remedy="Chuyển cơ quan quản lý đơn vị ấy.",
            )
        if self.flag.person.pk == asked.by.pk:
            yield Reason(
                "office.self", "Không ai tự quyết định về dấu hiệu của mình.",
                remedy="Người khác có thẩm quyền quyết định.",
            )  # fmt: skip
        if not self.reason.strip():
            yield Reason("input.reason", "Chưa ghi lý do.", remedy="Ghi vì sao đề nghị hoặc không.")
        yield from self._astray(asked)
        if FlagDecision.objects.filter(source=self.flag.source).exists():
            yield Reason(
                "flag.decided", "Dấu hiệu này đã có quyết định.", remedy="Xem quyết định đã ghi."
            )

    def _astray(self, asked: Asked) -> Iterator[Reason]:
        """A proposal goes to an inspection committee of the line; no proposal goes nowhere."""
        proposed = self.outcome == Outcome.PROPOSED
        if proposed and self.to not in committees_above(self.flag.unit, asked.today):
            yield Reason(
                "input.to",
                "Chưa chọn ủy ban kiểm tra của tuyến này.",
                remedy="Chọn nơi nhận đề nghị.",
            )
        if not proposed and self.to is not None:
            yield Reason("input.to", "Không đề nghị thì không có nơi nhận.", remedy="Để trống.")

    def write(self) -> Written:
        decision = FlagDecision.objects.create(
            source=self.flag.source,
            kind=self.flag.kind,
            person=self.flag.person,
            unit=self.flag.unit,
            since=self.flag.since,
            flagged=self.flag.words[:500],
            outcome=self.outcome,
            reason=self.reason.strip(),
            body=self.body,
            to=self.to,
            by=self.decided_by,
            decided_on=self.decided_on,
        )
        return decision, None

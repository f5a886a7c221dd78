"""A member's relations abroad declared: kept apart from everything that others read, the history included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from law import Reason
from proof.reader import as_the_system
from registry.deeds import InBody, Written, update
from registry.journey_models import ForeignRelation
from registry.journeys import rights
from registry.keeping import Asked
from registry.models import Person, RegisterEntry
from registry.register import told


@dataclass(frozen=True, kw_only=True)
class Declare(InBody):
    """One declaration, by the member, the secretary of the cell, or the organisation line.

    It may take the place of an earlier one of the same member. The chained entry names neither member nor content.
    """

    kind = RegisterEntry.Deed.FOREIGN
    #: What the history says the deed rests on; the real paper stands in the row.
    document: str = "Bản kê khai, hạn chế người xem"

    person: Person
    relation: str
    said: str
    declared_on: date
    paper: str
    since: date | None = None
    replaces: ForeignRelation | None = None
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def words(self) -> str:
        return ""

    @as_the_system()  # behind the second wall nothing is written on behalf of a person
    def renew(self) -> None:
        if self.replaces is not None:
            self.replaces.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        cell = rights.cell_of(self.person, asked.today)
        mine = asked.by.pk == self.person.pk
        if not mine and (
            cell is None or cell.cell_id not in rights.cells_opened_to(asked.by, asked.today)
        ):
            yield Reason(
                "permission",
                "Chỉ đảng viên kê khai, bí thư chi bộ của đồng chí đó hoặc cơ quan tổ chức được ghi.",
                remedy="Chuyển bản kê khai cho bí thư chi bộ.",
            )
        yield from rights.elsewhere(self.person, cell and cell.cell_id, self.body, asked.today)
        if not self.paper.strip():
            yield Reason("input.paper", "Chưa ghi bản kê khai.", remedy="Ghi tên, ngày của bản.")
        for name, day in (("declared_on", self.declared_on), ("since", self.since)):
            if day is not None and day > asked.today:
                yield Reason(f"input.{name}", "Ngày này chưa đến.", remedy="Ghi ngày đã qua.")
        if self.replaces is not None and (
            self.replaces.superseded_by_id or self.replaces.person_id != self.person.pk
        ):
            yield Reason(
                "input.replaces", "Bản kê khai ấy đã được thay.", remedy="Chọn bản đang có giá trị."
            )

    @as_the_system()  # likewise
    def write(self) -> Written:
        cell = rights.cell_of(self.person, self.declared_on) or rights.cell_of(
            self.person, date.max
        )
        assert cell is not None
        row = ForeignRelation.objects.create(
            person=self.person,
            cell=cell.cell,
            kind=self.relation,
            said=self.said.strip(),
            since=self.since,
            declared_on=self.declared_on,
            paper=self.paper.strip(),
        )
        if self.replaces is not None:
            self.beside.append(told(update(self.replaces, superseded_by=row)[0]))
        return row, None

"""Rounds in which members are looked through (rà soát, sàng lọc): opened, filled, each member's outcome written, ended.

No deed here touches a membership: an outcome may say that a removal should be considered; a person opens that matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from law import Reason
from registry import tree
from registry.deeds import InBody, Written, update
from registry.keeping import Asked, own_matter
from registry.members.rights import WRITERS
from registry.models import Body, BodyKind, Membership, Person, Post, RegisterEntry, held_by, on
from registry.screening_models import ScreeningRound, ScreeningRow

#: The bodies that look their members through: a cell, and the organisation line above it.
SCREENING_BODIES = (BodyKind.CELL, BodyKind.ORGAN, BodyKind.COMMITTEE, BodyKind.STANDING)


def screening_bodies(person: Person, day: date) -> list[Body]:
    """The bodies whose rounds `person` writes down that day. One statement."""
    held = Post.objects.filter(
        held_by(person, day), position__in=WRITERS, body__kind__in=SCREENING_BODIES
    )
    return list(Body.objects.filter(pk__in=held.values("body")).order_by("pk"))


@dataclass(frozen=True, kw_only=True)
class OfScreening(InBody):
    """A deed about rounds of a body; its history names no member, for others of the body read it."""

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if self.body not in screening_bodies(asked.by, asked.today):
            yield Reason(
                "permission",
                f"Chỉ bí thư, phó bí thư hoặc người làm công tác tổ chức của {self.body.name} được ghi việc này.",
                remedy="Chuyển cho người đang giữ một trong các chức vụ đó.",
            )


@dataclass(frozen=True, kw_only=True)
class OpenRound(OfScreening):
    """A round begins, on a plan."""

    kind = RegisterEntry.Deed.SCREENING_OPENED

    name: str
    opened_on: date

    @property
    def words(self) -> str:
        return f"{self.name}, từ ngày {self.opened_on:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if self.opened_on > asked.today:
            yield Reason("input.opened_on", "Ngày này chưa đến.", remedy="Ghi ngày đã qua.")

    def write(self) -> Written:
        row = ScreeningRound.objects.create(
            body=self.body, name=self.name, opened_on=self.opened_on, document=self.document.strip()
        )
        return row, None


@dataclass(frozen=True, kw_only=True)
class OfRound(OfScreening):
    """A deed in a round that has not ended."""

    screening: ScreeningRound

    def renew(self) -> None:
        self.screening.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if self.screening.body_id != self.body.pk:
            yield Reason("permission", "Đợt này của cơ quan khác.", remedy="Chọn lại.")
        if self.screening.ended_on is not None:
            yield Reason("screening.ended", "Đợt rà soát đã kết thúc.", remedy="Mở đợt mới.")


@dataclass(frozen=True, kw_only=True)
class Screen(OfRound):
    """A member is put on the list, with the reason."""

    kind = RegisterEntry.Deed.SCREENED

    person: Person
    reason: str
    added_on: date

    @property
    def words(self) -> str:
        return f"{self.screening.name}: đưa một đảng viên vào danh sách"

    def _units(self, day: date) -> set[int]:
        return {self.body.organisation_id, *tree.below(self.body.organisation_id, day)}

    def _cell(self) -> Membership | None:
        held = self.person.memberships.filter(on(self.added_on)).select_related("cell")
        return held.order_by("pk").first()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from own_matter(self.person, asked, "Không ai tự đưa mình vào danh sách rà soát.")
        member = self._cell()
        if member is None or member.cell_id not in self._units(asked.today):
            yield Reason(
                "input.person", f"{self.person} không sinh hoạt ở đơn vị thuộc phạm vi đợt này.",
                remedy="Chọn đảng viên của đơn vị.",
            )  # fmt: skip
        if self.screening.rows.filter(person=self.person).exists():
            yield Reason(
                "input.person", f"{self.person} đã có trong danh sách đợt này.", remedy="Ghi kết quả ở dòng ấy."
            )  # fmt: skip
        if not self.reason.strip():
            yield Reason("input.reason", "Chưa ghi lý do.", remedy="Ghi lý do đưa vào danh sách.")

    def write(self) -> Written:
        member = self._cell()
        assert member is not None, "who belongs to no cell has been refused"
        row = ScreeningRow.objects.create(
            screening=self.screening,
            person=self.person,
            cell=member.cell,
            reason=self.reason.strip(),
            added_on=self.added_on,
        )
        return row, None


@dataclass(frozen=True, kw_only=True)
class SayOutcome(OfRound):
    """What those who met made of a member, once. To consider a removal is a word here: a person opens the matter."""

    kind = RegisterEntry.Deed.SCREENING_SAID

    row: ScreeningRow
    outcome: str
    said: str
    decided_on: date

    @property
    def words(self) -> str:
        return f"{self.screening.name}: ghi kết quả của một dòng"

    def renew(self) -> None:
        super().renew()
        self.row.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from own_matter(self.row.person, asked, "Không ai tự ghi kết quả rà soát của mình.")
        if self.row.outcome:
            yield Reason(
                "screening.said", "Dòng này đã có kết quả.", remedy="Mở đợt mới nếu phải xem lại."
            )
        if not self.said.strip():
            yield Reason("input.said", "Chưa ghi ý kiến, lý do.", remedy="Ghi lý do của kết quả.")
        if not self.row.added_on <= self.decided_on <= asked.today:
            yield Reason(
                "input.decided_on", "Ngày họp trước ngày đưa vào danh sách, hoặc chưa đến.", remedy="Ghi lại ngày."
            )  # fmt: skip

    def write(self) -> Written:
        return update(
            self.row,
            outcome=self.outcome,
            said=self.said.strip(),
            decided_on=self.decided_on,
            decided_by=self.document.strip(),
        )


@dataclass(frozen=True, kw_only=True)
class EndRound(OfRound):
    """The round is over; no row of it may still lack its outcome."""

    kind = RegisterEntry.Deed.SCREENING_ENDED

    ended_on: date

    @property
    def words(self) -> str:
        return f"{self.screening.name}, kết thúc ngày {self.ended_on:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if open_ones := self.screening.rows.filter(outcome="").count():
            yield Reason(
                "screening.open", f"Còn {open_ones} dòng chưa có kết quả.", remedy="Ghi kết quả từng dòng trước."
            )  # fmt: skip
        if not self.screening.opened_on <= self.ended_on <= asked.today:
            yield Reason(
                "input.ended_on",
                "Ngày này trước ngày mở đợt, hoặc chưa đến.",
                remedy="Ghi lại ngày.",
            )

    def write(self) -> Written:
        return update(self.screening, ended_on=self.ended_on)

"""The deed by which a member's commitment, or the work given to a member for a year, is written down point by point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from law import Reason
from registry import keeping, tree
from registry.deeds import Written, update
from registry.guidance.directives import OfBody, not_ahead, without_reason
from registry.guidance_models import Pledge, PledgePoint
from registry.keeping import Asked
from registry.models import Membership, Person, RegisterEntry, on
from registry.register import told

#: How many points a commitment has at most; more is a list pasted by mistake.
MOST = 40


@dataclass(frozen=True, kw_only=True)
class RecordPledge(OfBody):
    """A commitment of a year, kept by the member's cell or a committee above it; a second one says why it replaces."""

    kind = RegisterEntry.Deed.PLEDGED

    person: Person
    year: int
    type: str
    dated: date
    points: Sequence[str]
    day: date
    reason: str = ""
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        return f"{Pledge.Kind(self.type).label} năm {self.year}, {len(self.points)} điểm"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.own_matter(
            self.person, asked, "Không ai tự ghi cam kết của mình vào sổ."
        )
        yield from not_ahead(self.dated, asked)
        if not 0 < len(self.points) <= MOST:
            yield Reason(
                "input.points",
                "Ghi từng điểm cam kết, mỗi dòng một điểm.",
                remedy=f"Từ 1 đến {MOST} điểm.",
            )
        if self._membership() is None:
            yield Reason(
                "input.person",
                f"{self.person} không sinh hoạt ở {self.body.organisation.name}.",
                remedy="Để chi bộ nơi đảng viên sinh hoạt ghi.",
            )
        if self._living() is not None:
            yield from without_reason(self.reason)

    def _membership(self) -> Membership | None:
        places = {self.body.organisation_id, *tree.below(self.body.organisation_id, self.day)}
        return self.person.memberships.filter(on(self.day), cell__in=places).first()

    def _living(self) -> Pledge | None:
        same = Pledge.objects.filter(person=self.person, year=self.year, kind=self.type)
        return same.filter(replaced_on=None).first()

    def write(self) -> Written:
        earlier = self._living()
        if earlier is not None:
            update(earlier, replaced_on=self.day, reason=self.reason.strip())
            self.beside.append(told(earlier))
        membership = self._membership()
        assert membership, "judged in the same transaction"
        pledge = Pledge.objects.create(
            person=self.person,
            cell=membership.cell,
            year=self.year,
            kind=self.type,
            document=self.document.strip(),
            dated=self.dated,
        )
        for number, said in enumerate(self.points, start=1):
            point = PledgePoint.objects.create(pledge=pledge, number=number, pledged=said.strip())
            self.beside.append(told(point))
        return pledge, None

"""Changes of a member's standing in the register: suspended from a day on, and the end of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from law import Reason
from registry import keeping
from registry.deeds import InBody, Written, span, update
from registry.keeping import Asked
from registry.models import Body, BodyKind, Person, RegisterEntry, VotingStatus, on


@dataclass(frozen=True, kw_only=True)
class BeginStatus(InBody):
    """From a day on a member counts differently when a meeting votes, until somebody ends it.

    Who may is judged where the deed comes from (a file, by its procedure), not by who keeps the register.
    """

    kind = RegisterEntry.Deed.SUSPENDED

    person: Person
    status: str
    first_day: date

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        return f"{VotingStatus.Status(self.status).label}, {span(self.first_day, None)}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.own_matter(self.person, asked, "Không ai tự ghi tình trạng của mình.")

    def write(self) -> Written:
        return (
            VotingStatus.objects.create(
                person=self.person,
                status=self.status,
                first_day=self.first_day,
                document=self.document.strip(),
            ),
            None,
        )


@dataclass(frozen=True, kw_only=True)
class EndStatus(InBody):
    """The last day of it; a status that a file began is ended by the file."""

    kind = RegisterEntry.Deed.RESTORED

    standing: VotingStatus
    last_day: date

    @property
    def about(self) -> Person:
        return self.standing.person

    @property
    def words(self) -> str:
        return f"{self.standing.get_status_display()}, đến hết ngày {self.last_day:%d/%m/%Y}"

    def renew(self) -> None:
        self.standing.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.own_matter(self.about, asked, "Không ai tự ghi tình trạng của mình.")
        yield from keeping.end_astray(self.standing, self.last_day, asked)

    def write(self) -> Written:
        return update(self.standing, last_day=self.last_day)


def standing_of(person: Person, status: str, document: str = "") -> VotingStatus | None:
    """The newest row of that status that has no end yet; of one document where it is named."""
    rows = VotingStatus.objects.filter(person=person, status=status, last_day=None)
    if document:
        rows = rows.filter(document=document)
    return rows.order_by("pk").last()


def home_of(person: Person, day: date) -> Body | None:
    """The body of the member's cell that day: in its register a member's standing is told."""
    cells = person.memberships.filter(on(day)).values("cell")
    bodies = Body.objects.filter(on(day), kind=BodyKind.CELL, organisation__in=cells)
    return bodies.order_by("pk").first()

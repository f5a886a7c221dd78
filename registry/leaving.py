"""Changes of membership in the register: somebody leaves the Party, an entry is put right, somebody is restored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from law import Reason
from registry import keeping
from registry.deeds import Deed, EndPost, InBody, Written, span, update
from registry.exit_models import Exit, Restoration
from registry.keeping import Asked
from registry.models import Body, Membership, Person, Post, RegisterEntry, VotingStatus, on
from registry.register import told
from registry.statuses import EndStatus


@dataclass(frozen=True, kw_only=True)
class LeaveParty(InBody):
    """The membership ends with its last day, by a decision; who may is judged where the deed comes from."""

    kind = RegisterEntry.Deed.LEFT

    membership: Membership
    way: str
    decided_on: date
    last_day: date
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def about(self) -> Person:
        return self.membership.person

    @property
    def words(self) -> str:
        return f"{Exit.Kind(self.way).label}, {span(self.membership.first_day, self.last_day)}"

    def renew(self) -> None:
        self.membership.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.own_matter(
            self.about, asked, "Không ai tự ghi việc ra khỏi Đảng của mình."
        )
        yield from keeping.end_astray(self.membership, self.last_day, asked)
        if self.decided_on > self.last_day:
            yield Reason(
                "input.last_day",
                f"Ra khỏi Đảng trước ngày có quyết định ({self.decided_on:%d/%m/%Y}).",
                remedy="Ghi từ ngày quyết định trở đi.",
            )
        if Exit.objects.filter(membership=self.membership).exists():
            yield Reason(
                "exit.twice",
                f"Danh bạ đã ghi {self.about} ra khỏi Đảng.",
                remedy="Ghi sai cách, sai quyết định thì đính chính; quyết định bị hủy thì ghi phục hồi.",
            )

    def write(self) -> Written:
        ended, _ = update(self.membership, last_day=self.last_day)
        self.beside.append(told(ended))
        found = Exit.objects.create(
            person=self.about,
            membership=self.membership,
            kind=self.way,
            decision=self.document.strip(),
            decided_on=self.decided_on,
            last_day=self.last_day,
            entered_on=self.last_day,
        )
        return found, None


@dataclass(frozen=True, kw_only=True)
class CorrectExit(InBody):
    """The kind or the decision of an exit was entered wrongly: a dated row takes its place, the old one stays."""

    kind = RegisterEntry.Deed.EXIT_CORRECTED

    wrong: Exit
    way: str
    decided_on: date
    entered_on: date

    @property
    def about(self) -> Person:
        return self.wrong.person

    @property
    def words(self) -> str:
        return f"{Exit.Kind(self.way).label}, thay cho {self.wrong.get_kind_display()}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)
        yield from keeping.own_matter(self.about, asked, "Không ai tự đính chính việc của mình.")
        if Exit.objects.filter(corrects=self.wrong).exists():
            yield Reason(
                "exit.corrected",
                "Dòng này đã được đính chính.",
                remedy="Đính chính dòng mới nhất.",
            )

    def write(self) -> Written:
        found = Exit.objects.create(
            person=self.wrong.person,
            membership=self.wrong.membership,
            kind=self.way,
            decision=self.document.strip(),
            decided_on=self.decided_on,
            last_day=self.wrong.last_day,
            entered_on=self.entered_on,
            corrects=self.wrong,
        )
        return found, None


@dataclass(frozen=True, kw_only=True)
class RestoreMember(InBody):
    """The exit was annulled: membership goes on in the same cell from the day after, without a gap."""

    kind = RegisterEntry.Deed.READMITTED

    exit: Exit
    decided_on: date
    entered_on: date

    @property
    def about(self) -> Person:
        return self.exit.person

    @property
    def first_day(self) -> date:
        """The day after the last one of the membership that had ended."""
        return self.exit.last_day + timedelta(days=1)

    @property
    def words(self) -> str:
        return f"Phục hồi quyền đảng viên, {span(self.first_day, None)}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.own_matter(self.about, asked, "Không ai tự ghi phục hồi cho mình.")
        if Restoration.objects.filter(exit=self.exit).exists():
            yield Reason(
                "exit.restored", f"{self.about} đã được phục hồi.", remedy="Không cần ghi nữa."
            )
        if self.decided_on < self.exit.decided_on:
            yield Reason(
                "input.decided_on",
                f"Quyết định phục hồi trước quyết định bị hủy ({self.exit.decided_on:%d/%m/%Y}).",
                remedy="Ghi đúng ngày của quyết định.",
            )

    def write(self) -> Written:
        before = self.exit.membership
        back = Membership.objects.create(
            person=before.person,
            cell=before.cell,
            status=before.status,
            first_day=self.first_day,
        )
        found = Restoration.objects.create(
            exit=self.exit,
            membership=back,
            decision=self.document.strip(),
            decided_on=self.decided_on,
            entered_on=self.entered_on,
        )
        return found, None


@dataclass(frozen=True, kw_only=True)
class EndPostOnLeaving(EndPost):
    """Whoever is no member holds no office: the post ends with the membership, whoever keeps that register."""

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from keeping.without_document(self.document)
        yield from keeping.end_astray(self.post, self.last_day, asked)


def also_ends(person: Person, last_day: date, document: str, in_body: Body) -> Iterator[Deed]:
    """What ends with a membership: every post that is held on its last day, every standing without an end."""
    held = Post.objects.filter(on(last_day), person=person).select_related("body", "person")
    for post in held.order_by("pk"):
        if post.last_day is None or post.last_day > last_day:
            yield EndPostOnLeaving(post=post, last_day=last_day, document=document)
    for standing in VotingStatus.objects.filter(person=person, last_day=None).order_by("pk"):
        yield EndStatus(
            standing=standing,
            in_body=in_body,
            last_day=max(last_day, standing.first_day),
            document=document,
        )

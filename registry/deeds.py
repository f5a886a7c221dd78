"""Changes of the posts of a body: given, approved, ended; each says why not, then writes its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db.models import Model

from law import Reason
from registry import keeping
from registry.keeping import SINGLE, Asked
from registry.models import Body, Person, Position, Post, RegisterEntry
from registry.register import told

#: A written row, and how its history told it before (nothing for a new one).
Written = tuple[Model, dict[str, Any] | None]


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One change of the register, resting on a document; `registry.offices.record` brings it about."""

    kind: ClassVar[RegisterEntry.Deed]
    #: Further rows that the deed wrote, as its one entry tells them.
    beside: ClassVar[Sequence[dict[str, Any]]] = ()

    document: str

    @property
    def body(self) -> Body:
        """Whose offices it changes."""
        raise NotImplementedError

    @property
    def about(self) -> Person | None:
        """Whom it is about; None for what is about a body."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """What it changes, as the history tells it."""
        raise NotImplementedError

    def renew(self) -> None:
        """Read again the row it changes, once nobody else can write."""

    def against(self, asked: Asked) -> Iterator[Reason]:
        """Every reason why it may not be done."""
        yield from keeping.without_document(self.document)

    def write(self) -> Written:
        """Write the row."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class InBody(Deed):
    """A deed written in the register of the body it is done for; about nobody, unless it says whom."""

    in_body: Body

    @property
    def body(self) -> Body:
        return self.in_body

    @property
    def about(self) -> Person | None:
        return None


@dataclass(frozen=True, kw_only=True)
class GivePost(InBody):
    """A person holds a post from a day on; a deputy elected may still await approval."""

    kind = RegisterEntry.Deed.GIVEN

    person: Person
    position: str
    first_day: date
    last_day: date | None = None
    awaits_approval: bool = False

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        waits = ", chờ chuẩn y" if self.awaits_approval else ""
        return f"{Position(self.position).label}, {span(self.first_day, self.last_day)}{waits}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)
        yield from keeping.own_matter(self.person, asked, "Không ai tự ghi chức vụ cho mình.")
        yield from keeping.days_astray(self.first_day, self.last_day)
        yield from keeping.outside_span(self.first_day, self.last_day, self.body, "cơ quan")
        if self.position not in keeping.positions_in(self.body):
            yield Reason(
                "input.position", f"{self.body.name} không có chức vụ này.", remedy="Chọn lại."
            )
        yield from self._taken()

    def _taken(self) -> Iterator[Reason]:
        those_days = keeping.overlapping(self.first_day, self.last_day)
        held = Post.objects.filter(those_days, body=self.body, position=self.position)
        if held.filter(person=self.person).exists():
            yield Reason(
                "input.person",
                f"{self.person} đã giữ chức vụ này trong những ngày đó.",
                remedy="Cho thôi chức vụ đang giữ trước, nếu là nhiệm kỳ mới.",
            )
        other = held.exclude(person=self.person).select_related("person").first()
        if self.position in SINGLE and other is not None:
            yield Reason(
                "input.position",
                f"{other.person} đang giữ chức vụ này trong những ngày đó.",
                remedy="Cho đồng chí đó thôi chức vụ trước, hoặc ghi từ ngày sau.",
            )

    def write(self) -> Written:
        post = Post.objects.create(
            person=self.person,
            body=self.body,
            position=self.position,
            first_day=self.first_day,
            last_day=self.last_day,
            awaits_approval=self.awaits_approval,
        )
        return post, None


@dataclass(frozen=True, kw_only=True)
class OfPost(Deed):
    """A change of one post."""

    post: Post

    @property
    def body(self) -> Body:
        return self.post.body

    @property
    def about(self) -> Person:
        return self.post.person

    def renew(self) -> None:
        self.post.refresh_from_db()


@dataclass(frozen=True, kw_only=True)
class ApprovePost(OfPost):
    """Chuẩn y: the superior approved who was elected; from that day on they sign."""

    kind = RegisterEntry.Deed.APPROVED

    approved_on: date

    @property
    def words(self) -> str:
        return f"{self.post.get_position_display()}, chuẩn y ngày {self.approved_on:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)
        yield from keeping.own_matter(self.about, asked, "Không ai tự ghi việc chuẩn y của mình.")
        if not self.post.awaits_approval or self.post.approved_on is not None:
            yield Reason(
                "office.approved", "Chức vụ này không còn chờ chuẩn y.", remedy="Không cần ghi nữa."
            )
        if self.approved_on > asked.today:
            yield Reason(
                "input.approved_on", "Ngày chuẩn y chưa đến.", remedy="Ghi khi có văn bản chuẩn y."
            )
        if not _holds(self.post, self.approved_on):
            yield Reason(
                "input.approved_on",
                "Ngày chuẩn y nằm ngoài thời gian giữ chức vụ.",
                remedy="Ghi ngày của văn bản chuẩn y.",
            )

    def write(self) -> Written:
        return update(
            self.post, approved_on=self.approved_on, approval_document=self.document.strip()
        )


@dataclass(frozen=True, kw_only=True)
class EndPost(OfPost):
    """Thôi giữ chức vụ: the last day counts; from the next midnight on they hold it no more."""

    kind = RegisterEntry.Deed.ENDED

    last_day: date

    @property
    def words(self) -> str:
        return f"{self.post.get_position_display()}, đến hết ngày {self.last_day:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)
        yield from keeping.end_astray(self.post, self.last_day, asked)

    def write(self) -> Written:
        return update(self.post, last_day=self.last_day)


def span(first: date, last: date | None) -> str:
    """The days of a row in words."""
    until = f" đến hết ngày {last:%d/%m/%Y}" if last else ""
    return f"từ ngày {first:%d/%m/%Y}{until}"


def _holds(post: Post, day: date) -> bool:
    return post.first_day <= day and (post.last_day is None or post.last_day >= day)


def update(row: Model, **values: Any) -> Written:
    """Write these columns of a row, and these alone; return it with how it was before."""
    before = told(row)
    type(row)._default_manager.filter(pk=row.pk).update(**values)
    for name, value in values.items():
        setattr(row, name, value)
    return row, before
